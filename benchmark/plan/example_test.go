package plan_test

import (
	"fmt"

	"github.com/raaderum/raaderum/benchmark/plan"
)

// A plan of one's own asks for no more than areas and drivers.
func ExampleParse() {
	_, err := plan.Parse("minplan.toml", []byte(`
title = "Folkeskolen"
estimater = "ols"

[[area]]
id = "skole"
spending = ["regk31.3.22.01"]
spending_per = "folketal"
drivers = "alder"
`))
	fmt.Println(err)
	// Output:
	// minplan.toml, line 3, key 'estimater': 'estimater' is not a key of a plan. Did you mean 'estimator'?
	// minplan.toml, line 9, key 'area.drivers': this must be a list of texts, ["a", "b"], and is the text "alder".
}

func ExampleParseCorrections() {
	list, err := plan.ParseCorrections("rettelser.csv", []byte(`kommune;område;år;beløb;begrundelse;af;dato
Viborg;administration;2024;14.500.000;It-drift er bogført på områderne;Anne Eksempel;01-05-2026
Viborg;administration;2024;-2.000.000;;Anne Eksempel;01-05-2026
`))
	fmt.Println(list[0].Municipality, list[0].Area, list[0].AmountKr)
	fmt.Println(err)
	// Output:
	// Viborg administration 1.45e+07
	// rettelser.csv, line 3, column 'begrundelse': the correction has no reason. Write why the figure is corrected.
}
