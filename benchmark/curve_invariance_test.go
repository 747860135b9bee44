package benchmark_test

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

// curvesOf gathers the summaries by area and municipality.
func curvesOf(r *benchmark.Report) map[string]*benchmark.CurveSummary {
	curves := map[string]*benchmark.CurveSummary{}
	for key, row := range rowsOf(r) {
		curves[key] = row.Curve
	}
	return curves
}

// TestCurveInvariance: the same curves whatever the order of municipalities and
// of candidates, and whatever the krone. mm's draws follow the rows, so that it
// can end in another minimum when they change place: it has only the krone.
func TestCurveInvariance(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, p := draw(rt)
		p.Estimator, p.Scale = "ols", "level"
		p.Curve = &plan.Curve{Candidates: []string{"age", "ldensity", "income", "pupils"}, Estimators: []plan.Estimator{"ols", "wls"}}
		same := func(what string, d *dataset.Dataset, p, q plan.Plan, with *dataset.Dataset) {
			want, got := curvesOf(run(t, d, p)), curvesOf(run(t, with, q))
			if diff := cmp.Diff(want, got, cmpopts.EquateNaNs(), within(100, nil)); diff != "" {
				rt.Errorf("%s (-before +after):\n%s", what, diff)
			}
		}
		d := s.dataset(t)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "order"), 1))

		shuffled := s.copied()
		for i, from := range random.Perm(len(s.municipalities)) {
			shuffled.municipalities[i] = s.municipalities[from]
			for id := range s.columns {
				shuffled.columns[id][i] = s.columns[id][from]
			}
		}
		same("other order of municipalities", d, p, p, shuffled.dataset(t))

		q := p
		q.Curve = &plan.Curve{Candidates: slices.Clone(p.Curve.Candidates), Estimators: []plan.Estimator{"wls", "ols"}, Scales: []plan.Scale{"log", "level"}}
		random.Shuffle(4, func(i, j int) {
			q.Curve.Candidates[i], q.Curve.Candidates[j] = q.Curve.Candidates[j], q.Curve.Candidates[i]
		})
		same("other order of candidates", d, p, q, d)

		euro := s.copied()
		for _, id := range []string{"kr", "other"} {
			euro.columns[id] = s.each(func(i int) float64 { return s.columns[id][i] / 7.46 })
		}
		same("another currency", d, p, p, euro.dataset(t))
		p.Curve = &plan.Curve{Candidates: []string{"age", "ldensity"}, Estimators: []plan.Estimator{"mm"}}
		same("another currency, mm", d, p, p, euro.dataset(t))
	})
}

// TestCurveProcessors: the very same curves on one and on several processors,
// and again, of every estimator.
func TestCurveProcessors(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Areas = p.Areas[:8]
	p = firstAreas(p, 2)
	p.Curve = &plan.Curve{Estimators: plan.CurveEstimators(), Candidates: []string{"taethed_log", "andel_65", "lavindkomst"}}
	write := func(processors int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		var b strings.Builder
		if err := run(t, danmark.Accounts(), p).WriteJSON(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if one := write(1); one != write(1) || one != write(2) || one != write(4) {
		t.Error("the curves differ with the number of processors")
	}
}
