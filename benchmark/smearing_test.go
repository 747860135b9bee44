package benchmark_test

import (
	"math"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestSmearingIsRobust: one municipality at a thousand times the others' must
// not bring their expected level up by way of the smearing factor, and a
// quantile of the logarithm has the same share below it as one of kroner.
func TestSmearingIsRobust(t *testing.T) {
	s := country(80, 5)
	p := testPlan()
	p.Scale, p.Accept = "log", []string{"kr"}
	for _, estimator := range []string{"clean", "mm"} {
		p.Estimator = plan.Estimator(estimator)
		before := rowsOf(run(t, s.dataset(t), p))
		far := s.copied()
		far.columns["kr"][3] *= 1000
		after := rowsOf(run(t, far.dataset(t), p))
		for i, row := range after {
			if i == s.municipalities[3].Code {
				continue
			}
			if change := row.Expected.Level/before[i].Expected.Level - 1; math.Abs(change) > 0.02 {
				t.Errorf("%s, %s: expected %.0f, and %.0f where another spends a thousand times as much", estimator, row.Name, before[i].Expected.Level, row.Expected.Level)
			}
			if row.Expected.Level < row.Expected.Low || row.Expected.Level > row.Expected.High {
				t.Errorf("%s, %s: expected %.0f is outside its interval %.0f to %.0f", estimator, row.Name, row.Expected.Level, row.Expected.Low, row.Expected.High)
			}
		}
	}
	p.Estimator = "quantile"
	for _, tau := range []float64{0.1, 0.5, 0.9} {
		p.Tau = tau
		below, rows := 0, rowsOf(run(t, s.dataset(t), p))
		for _, row := range rows {
			if row.Actual < row.Expected.Level {
				below++
			}
		}
		if share := float64(below) / float64(len(rows)); math.Abs(share-tau) > 0.08 {
			t.Errorf("%.0f %% of the municipalities are below the %.0f %% quantile", 100*share, 100*tau)
		}
	}
}
