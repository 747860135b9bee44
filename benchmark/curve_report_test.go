package benchmark_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestCurveCandidates: where the candidates come from.
func TestCurveCandidates(t *testing.T) {
	s := country(45, 2)
	var many []string
	for k := range 9 {
		id := fmt.Sprintf("x%d", k)
		many = append(many, id)
		s.columns[id] = s.each(func(i int) float64 { return math.Sin(float64((i + 1) * (k + 2))) })
	}
	d := s.dataset(t)
	for name, c := range map[string]struct {
		change     func(p *plan.Plan)
		forced     []string
		candidates []string
		subsets    int
	}{
		"the area's drivers and the plan's": {
			func(p *plan.Plan) { p.Areas[0].Drivers = []string{"income"} }, nil, []string{"income", "age", "ldensity"}, 4,
		},
		"the plan's drivers": {func(p *plan.Plan) {}, nil, []string{"age", "ldensity"}, 1},
		"the plan's fill up": {
			func(p *plan.Plan) { p.Areas[0].Drivers = many[:7] }, nil, append(slices.Clone(many[:7]), "age"), 247,
		},
		"the curve's": {
			func(p *plan.Plan) { p.Curve.Candidates = many[:4] }, nil, many[:4], 11,
		},
		"the plan's candidates": {
			func(p *plan.Plan) { p.Candidates = many[:3] }, nil, many[:3], 4,
		},
		"the area's candidates": {
			func(p *plan.Plan) { p.Areas[0].Candidates, p.Curve.Candidates = many[:5], many[:4] }, nil, many[:5], 26,
		},
		"forced": {
			func(p *plan.Plan) {
				p.Choose, p.Candidates, p.Areas[0].Drivers, p.Curve.Candidates = "aicc", many, []string{"age"}, []string{"age", "x1", "x2", "x3"}
			},
			[]string{"age"}, []string{"x1", "x2", "x3"}, 4,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := testPlan()
			p.MinNPerDriver = 2
			p.Curve = &plan.Curve{Estimators: []plan.Estimator{"ols", "wls"}}
			c.change(&p)
			r := run(t, d, p)
			want := benchmark.CurveModels{Forced: c.forced, Candidates: c.candidates, Models: 4 * c.subsets}
			if diff := cmp.Diff(want, *r.Model("all").Curve); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			curve := curveOf(t, r, "101", "all")
			if len(curve) != want.Models {
				t.Errorf("%d models, want %d", len(curve), want.Models)
			}
			for _, s := range curve {
				if len(s.Drivers) < min(2, len(c.candidates))+len(c.forced) || !slices.Equal(s.Drivers[:len(c.forced)], c.forced) && c.forced != nil {
					t.Errorf("a model with %v", s.Drivers)
				}
			}
		})
	}
}

// TestNoCurve: none is asked for, or none can be had.
func TestNoCurve(t *testing.T) {
	d := country(45, 2).dataset(t)
	p := testPlan()
	r := run(t, d, p)
	if rowOf(t, r, "all", "101").Curve != nil || r.Model("all").Curve != nil || curveOf(t, r, "101", "all") != nil {
		t.Error("a curve that the plan does not ask for")
	}
	p.Curve, p.MinN = &plan.Curve{}, 46
	r = run(t, d, p)
	if rowOf(t, r, "all", "101").Curve != nil || curveOf(t, r, "101", "all") != nil {
		t.Error("a curve without an expected level")
	}
	p.MinN, p.MinNPerDriver, p.Areas[0].Drivers, p.Curve.Candidates = 0, 0, []string{"age"}, []string{"age", "ldensity", "income", "pupils"}
	p.Curve.Estimators = []plan.Estimator{"ols"}
	r = run(t, d, p)
	if got := codes(r.Model("all").Warnings); !slices.Contains(got, benchmark.CurveFailed) {
		t.Errorf("no warning of the models that are too large for 45 municipalities: %v", got)
	}
	if c := rowOf(t, r, "all", "101").Curve; c == nil || c.Models != 20 || c.Failed != 2 {
		t.Errorf("%+v, want 20 models and 2 of five coefficients that failed", c)
	}
	for _, who := range []string{"101", "Town 101"} {
		if len(curveOf(t, r, who, "all")) != 20 || curveOf(t, r, who, "no such area") != nil || curveOf(t, r, "no such town", "all") != nil {
			t.Error("the wrong curve")
		}
	}
}

// TestCurveProgress: the models are counted up to all, one call at a time.
func TestCurveProgress(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Areas = p.Areas[:4]
	last, all := 0, 0
	p.Curve = &plan.Curve{Estimators: []plan.Estimator{"ols", "huber"}}
	progress := func(done, total int) {
		if done <= last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last, all = done, total
	}
	r, err := benchmark.Run(t.Context(), danmark.Accounts(), p, benchmark.Options{Progress: progress})
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, m := range r.Models {
		want += m.Curve.Models
	}
	if last != want || all != want {
		t.Errorf("%d of %d, want %d", last, all, want)
	}
}

// TestCurveJSON: the curve's keys hold what the report has, and are null where
// it has none.
func TestCurveJSON(t *testing.T) {
	p := testPlan()
	p.Curve = &plan.Curve{Estimators: []plan.Estimator{"ols"}}
	s := country(45, 2)
	s.columns["kr"][0] = nan
	r := run(t, s.dataset(t), p)
	var top object
	if err := json.Unmarshal(written(t, r), &top); err != nil {
		t.Fatal(err)
	}
	if got := string(top.list(t, "models")[0]["curve"]); got != `{"forced":[],"candidates":["age","ldensity"],"models":2}` {
		t.Errorf("the models of the curve: %s", got)
	}
	rows, i := top.list(t, "rows"), -1
	for row := range r.Rows() {
		i++
		var o object
		if err := json.Unmarshal(rows[i]["curve"], &o); err != nil {
			t.Fatal(err)
		}
		if (o == nil) != (row.Curve == nil) || (o == nil) != (row.Municipality == "101") {
			t.Errorf("%s: the curve is %s", row.Municipality, rows[i]["curve"])
		}
		if o == nil {
			continue
		}
		o.keys(t, "a curve", strings.Fields("models failed share_above share_flagged median_pct low_pct high_pct verdict"))
		o.is(t, "models", row.Curve.Models)
		o.is(t, "failed", row.Curve.Failed)
		o.is(t, "verdict", string(row.Curve.Verdict))
		for key, want := range map[string]float64{
			"share_above": row.Curve.ShareAbove, "share_flagged": row.Curve.ShareFlagged,
			"median_pct": row.Curve.MedianPct, "low_pct": row.Curve.LowPct, "high_pct": row.Curve.HighPct,
		} {
			o.number(t, key, want)
		}
	}
}

// TestCurveCancelled: the run ends with its context, whatever the estimator.
func TestCurveCancelled(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 2)
	for _, estimator := range plan.CurveEstimators() {
		ctx, cancel := context.WithCancel(context.Background())
		p.Curve = &plan.Curve{Estimators: []plan.Estimator{estimator}}
		o := benchmark.Options{Progress: func(int, int) { cancel() }}
		if _, err := benchmark.Run(ctx, danmark.Accounts(), p, o); err != context.Canceled {
			t.Errorf("%s: %v", estimator, err)
		}
	}
}

// TestCurveOfDefaultPlan: on the bundled accounts the candidates are not an
// effect of one model, and models flag about as often as they should where most
// municipalities differ little. docs/robustness.md has the figures.
func TestCurveOfDefaultPlan(t *testing.T) {
	r := bundled(t)
	candidates, upward := map[benchmark.Verdict]int{}, map[string]int{}
	flagged, rows, models := 0.0, 0, 0
	for row := range r.Rows() {
		if row.Curve == nil {
			continue
		}
		rows++
		flagged += row.Curve.ShareFlagged
		if row.Candidate {
			candidates[row.Curve.Verdict]++
		}
		if row.Candidate != (row.Curve.Verdict != "") {
			t.Fatalf("%s, %s: a verdict %q on %q", row.Area, row.Name, row.Curve.Verdict, row.Grade)
		}
		if row.Deviation.PerUnit > 0 {
			switch share := row.Curve.ShareAbove; {
			case share >= 0.9:
				upward["in 90 per cent or more"]++
			case share < 0.6:
				upward["in less than 60 per cent"]++
			default:
				upward["in between"]++
			}
		}
	}
	for _, m := range r.Models {
		models += m.Curve.Models
	}
	t.Logf("%d models; candidates: %v; all upward: %v; flagged in %.3f of the models", models, candidates, upward, flagged/float64(rows))
	if candidates["robust"] < 30 || candidates["fragile"] > 0 || upward["in less than 60 per cent"] < 100 {
		t.Errorf("candidates: %v; all upward: %v", candidates, upward)
	}
	if share := flagged / float64(rows); share < 0.03 || share > 0.08 {
		t.Errorf("flagged in %.3f of the models", share)
	}
}
