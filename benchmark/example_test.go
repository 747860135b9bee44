package benchmark_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// The main job: one municipality's administration against what the others
// lead one to expect, and what that expectation is made of.
func Example() {
	plan := danmark.DefaultPlan(lang.Danish)
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan, benchmark.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	administration, _ := report.OnlyAreas("administration")
	viborg, _ := administration.Only("Viborg")
	for row := range viborg.Rows() {
		fmt.Printf("actual %.0f, expected %.0f (%.0f to %.0f), difference %.1f %%\n",
			row.Actual, row.Expected.Level, row.Expected.Low, row.Expected.High, row.Deviation.Pct)
		for _, c := range row.Contributions {
			fmt.Printf("  %-15s %+.0f\n", c.Name, c.Value)
		}
	}
	// Output:
	// actual 2250, expected 2419 (1389 to 3450), difference -7.0 %
	//   others_mean     +3140
	//   indbyggere_log  -559
	//   indbyggere      +75
	//   taethed_log     -244
	//   beskaeftigelse  +7
}

func ExampleReport_Strongest() {
	plan := danmark.DefaultPlan(lang.Danish)
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan, benchmark.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, total := report.Strongest(3)
	fmt.Println(total, "candidates")
	for _, row := range rows {
		fmt.Printf("%s, %s: %.0f mio. kr., %s\n", row.Name, row.Area, row.Difference.Kr/1e6, row.Grade)
	}
	// Output:
	// 38 candidates
	// Brøndby, beskaeftigelsesindsats: 57 mio. kr., marked
	// Ishøj, groenne_omraader: 30 mio. kr., marked
	// Læsø, aeldre: 13 mio. kr., marked
}

// The models of a specification curve that disagree the most tell what a
// difference hangs on: here, on what the model knows of age and work.
func ExampleReport_CurveOf() {
	plan := danmark.DefaultPlan(lang.Danish)
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan, benchmark.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	curve, err := report.CurveOf(context.Background(), "Lolland", "plejefamilier")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range []benchmark.Specification{curve[0], curve[len(curve)/2], curve[len(curve)-1]} {
		fmt.Printf("%+.0f %% by %s on %s: %s\n", s.DeviationPct, s.Estimator, s.Scale, strings.Join(s.Drivers, ", "))
	}
	// Output:
	// -36 % by ols on log: foertidspension, oprindelse
	// +55 % by ols on level: taethed_log, uddannelse, foertidspension, indbyggere_log
	// +211 % by ols on log: oprindelse, indbyggere_log
}

// The municipalities most like Viborg, and what its administration's headroom is
// under other rules than the plan's.
func ExampleReport_Peers() {
	plan := danmark.DefaultPlan(lang.English)
	report, err := benchmark.Run(context.Background(), danmark.Accounts(), plan, benchmark.Options{})
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
	// Herning at 0.072 of the farthest, most by Aged 65 and over per inhab.
	// Holbæk at 0.135 of the farthest, most by Inhabitants per km² (log)
	// cheapest-of-nearest:5/10: kr. 3.6 million
	// minimum: kr. 35.8 million
	// expected-quantile:0.25: kr. 5.9 million
}
