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
	// minplan.toml, line 9, key 'area.drivers': this must be a list of texts, ["…", "…"].
}
