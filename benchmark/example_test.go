package benchmark_test

import (
	"context"
	"fmt"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// The main job: one municipality's administration against what the others
// lead one to expect, and what that expectation is made of.
func Example() {
	plan, err := benchmark.ParsePlan(danmark.PlanName, danmark.Plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	administration, _ := report.OnlyArea("administration")
	viborg, _ := administration.Only("Viborg")
	for row := range viborg.Rows() {
		fmt.Printf("actual %.0f, expected %.0f (%.0f to %.0f), difference %.1f %%\n",
			row.Actual, row.Expected, row.Low, row.High, row.DeviationPct)
		for _, c := range row.Contributions {
			fmt.Printf("  %-15s %+.0f\n", c.Name, c.Value)
		}
	}
	// Output:
	// actual 2250, expected 2464 (1451 to 3478), difference -8.7 %
	//   others_mean     +3128
	//   indbyggere_log  -524
	//   indbyggere      +73
	//   taethed_log     -224
	//   beskaeftigelse  +12
}

// A plan of one's own asks for no more than areas and drivers.
func ExampleParsePlan() {
	_, err := benchmark.ParsePlan("minplan.toml", []byte(`
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

func ExampleReport_Strongest() {
	plan, err := benchmark.ParsePlan(danmark.PlanName, danmark.Plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, total := report.Strongest(3)
	fmt.Println(total, "candidates")
	for _, row := range rows {
		fmt.Printf("%s, %s: %.0f mio. kr., %s\n", row.Name, row.Area, row.DifferenceKr/1e6, row.Grade)
	}
	// Output:
	// 37 candidates
	// Brøndby, beskaeftigelsesindsats: 57 mio. kr., marked
	// Ishøj, groenne_omraader: 31 mio. kr., marked
	// Samsø, administration: 12 mio. kr., marked
}
