package benchmark_test

import (
	"math"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestNoSpread: an area that half of the municipalities or more have no spending
// on has nothing to measure the others with, and does not disturb other areas.
func TestNoSpread(t *testing.T) {
	s := country(60, 3)
	idle := s.each(func(i int) float64 {
		if i < 40 {
			return 0
		}
		return s.columns["people"][i] * (100 + float64(i))
	})
	p := testPlan()
	for _, estimator := range []string{"clean", "mm"} {
		p.Estimator = plan.Estimator(estimator)
		alone := run(t, s.dataset(t), p)
		s.columns["idle"] = idle
		both := p
		both.Areas = append(slices.Clone(p.Areas), plan.Area{ID: "idle", Spending: []string{"idle"}, Per: []string{"people"}, Drivers: []string{"age"}})
		r := run(t, s.dataset(t), both)
		delete(s.columns, "idle")
		m := r.Model("idle")
		if m.Fitted() || len(m.Warnings) == 0 || m.Warnings[len(m.Warnings)-1].Code != benchmark.RefusedNoSpread {
			t.Errorf("%s: fitted %v with the warnings %v, want it refused for want of spread", estimator, m.Fitted(), m.Warnings)
		}
		if alone.TailDF != r.TailDF {
			t.Errorf("%s: the tests have %d degrees of freedom, and %d without the idle area", estimator, r.TailDF, alone.TailDF)
		}
	}
}

// TestNotFitted: what one area's estimator cannot do does not end the run.
func TestNotFitted(t *testing.T) {
	s := country(60, 4)
	s.columns["few"] = s.each(func(i int) float64 { return math.Max(0, float64(i-57)) * 1e9 })
	s.columns["kr"] = s.each(func(i int) float64 { // as the age says exactly in all but the few
		y := s.columns["people"][i] * (1000 + 10*s.columns["age"][i])
		if i > 57 {
			y *= 3
		}
		if i%3 == 0 {
			y *= 1 + 0.01*float64(i%7)
		}
		return y
	})
	p := testPlan()
	p.Areas[0].Drivers = []string{"age", "few"}
	p.Areas = append(p.Areas, plan.Area{ID: "other", Spending: []string{"other"}, Per: []string{"people"}, Drivers: []string{"age"}})
	for _, estimator := range []string{"clean", "mm"} {
		p.Estimator = plan.Estimator(estimator)
		r := run(t, s.dataset(t), p) // fails the test where it is an error
		if !r.Model("other").Fitted() {
			t.Errorf("%s: the other area has no model", estimator)
		}
		if m := r.Model(p.Areas[0].ID); m.Fitted() == slices.ContainsFunc(m.Warnings, benchmark.Warning.Refused) {
			t.Errorf("%s: fitted %v with the warnings %v", estimator, m.Fitted(), m.Warnings)
		}
	}
}
