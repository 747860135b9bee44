package benchmark_test

import (
	"context"
	"fmt"
	"strings"

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

// The models of a specification curve that disagree the most tell what a
// difference hangs on: here, on what the model knows of age and work.
func ExampleReport_CurveOf() {
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
	curve := report.CurveOf("Lolland", "plejefamilier")
	for _, s := range []benchmark.Specification{curve[0], curve[len(curve)/2], curve[len(curve)-1]} {
		fmt.Printf("%+.0f %% by %s on %s: %s\n", s.DeviationPct, s.Estimator, s.Scale, strings.Join(s.Drivers, ", "))
	}
	// Output:
	// -34 % by ols on log: uddannelse, beskaeftigelse, indbyggere_log, alder
	// +58 % by wls on log: taethed_log, uddannelse, indbyggere_log
	// +153 % by wls on level: taethed_log, indbyggere_log
}

// The municipalities most like Viborg, and what its administration's headroom is
// under other rules than the plan's.
func ExampleReport_Peers() {
	plan, err := benchmark.ParsePlan(danmark.PlanName, danmark.PlanEnglish)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan)
	if err != nil {
		fmt.Println(err)
		return
	}
	group, _ := report.Peers("Viborg", "", 2)
	for _, peer := range group.Peers {
		fmt.Printf("%s at %.3f of the farthest, most by %s\n", peer.Name, peer.Distance, group.Drivers[peer.Largest()].Name)
	}
	viborg, _ := report.Only("Viborg")
	sensitivity, err := report.Sensitivity(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for row := range viborg.Rows() {
		for _, target := range sensitivity.Targets(&row) {
			if row.Area == "administration" && target.HeadroomKr > 0 {
				fmt.Printf("%s: kr. %.1f million\n", target.Rule, target.HeadroomKr/1e6)
			}
		}
	}
	// Output:
	// Herning at 0.073 of the farthest, most by Mean age
	// Vejle at 0.118 of the farthest, most by Inhabitants per km² (log)
	// cheapest-of-nearest:5/10: kr. 3.6 million
	// minimum: kr. 35.7 million
	// expected-quantile:0.25: kr. 0.9 million
}
