package benchmark_test

import (
	"context"
	"math"
	"os"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/sharedtest"
	"gonum.org/v1/gonum/stat"
)

// TestOfficialModel lays the deviations of a plan beside those of the official
// Swedish cost equalisation, whose reference cost is the net cost one would
// expect: 100·(net cost/reference cost − 1). What is held is that a plan with
// few drivers is nearer to it than one with the same six drivers for every area
// (size, age, income, foreign-born and urban share), which reaches 0.56, 0.66
// and 0.85.
func TestOfficialModel(t *testing.T) {
	data, err := dataset.Read(context.Background(), []dataset.Source{dataset.File(sharedtest.Find(t, "data/sverige/kolada.csv"))}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/sverige.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.Parse("sverige.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	plain := map[string]float64{"elderly_care": 0.56, "compulsory_school": 0.66, "individual_family_care": 0.85}
	for _, estimator := range []string{"ols", "clean"} {
		p.Estimator = plan.Estimator(estimator)
		report, err := benchmark.Run(context.Background(), data, p, benchmark.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range report.Models {
			one, _ := report.OnlyAreas(m.Area)
			net, reference := data.Column(m.Area+"_net_cost_per_inh", 2022), data.Column(m.Area+"_ref_cost_per_inh", 2022)
			var ours, official []float64
			for row := range one.Rows() {
				i, _ := data.Find(row.Municipality)
				deviation := 100 * (net[i]/reference[i] - 1)
				if math.IsNaN(row.Deviation.Pct) || math.IsNaN(deviation) {
					continue
				}
				ours, official = append(ours, row.Deviation.Pct), append(official, deviation)
			}
			r := stat.Correlation(ours, official, nil)
			t.Logf("%-6s %-24s %d municipalities, correlation with the official deviation %.2f (%.2f with six drivers), leave-one-out R² %.2f",
				estimator, m.Area, len(ours), r, plain[m.Area], m.LooR2)
			if len(ours) < 280 || r < plain[m.Area]+0.03 {
				t.Errorf("%s, %s: correlation %.3f over %d municipalities, want above %.2f", estimator, m.Area, r, len(ours), plain[m.Area]+0.03)
			}
		}
	}
}
