package compare_test

import (
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/benchmark/compare"
)

func ExampleBetween() {
	report := `{"title": "", "year": %s, "years": [%[1]s], "estimator": "ols",
		"models": [{"area": "skole", "name": "Skole"}],
		"rows": [{"area": "skole", "municipality": "791", "name": "Viborg", "actual": %s, "expected": %s, "volume": 9000, "grade": "%s"}]}`
	from, _ := compare.Read("2023.json", strings.NewReader(fmt.Sprintf(report, "2023", "86000", "81000", "possible")))
	to, err := compare.Read("2024.json", strings.NewReader(fmt.Sprintf(report, "2024", "87000", "86500", "")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range compare.Between(from, to).Rows {
		fmt.Println(k.Name, k.Actual, k.Expected, k.Difference, k.DifferenceKr, k.Cause, k.GradeChanged())
	}
	// Output:
	// Viborg 1000 5500 -4500 -4.05e+07 others true
}
