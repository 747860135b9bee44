package benchmark_test

import (
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
)

func ExampleParseCorrections() {
	list, err := benchmark.ParseCorrections("rettelser.csv", []byte(`kommune;område;år;beløb;begrundelse;af;dato
Viborg;administration;2024;14.500.000;It-drift er bogført på områderne;Anne Eksempel;01-05-2026
Viborg;administration;2024;-2.000.000;;Anne Eksempel;01-05-2026
`))
	fmt.Println(list[0].Municipality, list[0].Area, list[0].AmountKr)
	fmt.Println(err)
	// Output:
	// Viborg administration 1.45e+07
	// rettelser.csv, line 3, column 'begrundelse': the correction has no reason. Write why the figure is corrected.
}

func ExampleCompare() {
	report := `{"title": "", "year": %s, "years": [%[1]s], "estimator": "ols",
		"models": [{"area": "skole", "name": "Skole"}],
		"rows": [{"area": "skole", "municipality": "791", "name": "Viborg", "actual": %s, "expected": %s, "volume": 9000, "grade": "%s"}]}`
	from, _ := benchmark.ReadSaved("2023.json", strings.NewReader(fmt.Sprintf(report, "2023", "86000", "81000", "possible")))
	to, err := benchmark.ReadSaved("2024.json", strings.NewReader(fmt.Sprintf(report, "2024", "87000", "86500", "")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range benchmark.Compare(from, to).Rows {
		fmt.Println(k.Name, k.Actual, k.Expected, k.Difference, k.DifferenceKr, k.Cause, k.GradeChanged())
	}
	// Output:
	// Viborg 1000 5500 -4500 -4.05e+07 others true
}
