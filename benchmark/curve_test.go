package benchmark_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// ordinary fits one specification by the ordinary path: a plan with these
// drivers, this estimator and this scale.
func ordinary(t testing.TB, d *dataset.Dataset, p plan.Plan, area int, s benchmark.Specification) map[string]benchmark.Row {
	t.Helper()
	p.Curve, p.Choose, p.Candidates = nil, "", nil
	p.Estimator, p.Scale, p.Variance, p.LeaveOneOut = s.Estimator, s.Scale, "constant", "formula"
	a := p.Areas[area]
	a.Choose, a.Candidates, a.Drivers = "", nil, s.Drivers
	p.Areas = []plan.Area{a}
	if len(s.Drivers) == 0 {
		p.Drivers = nil
	}
	return rowsOf(run(t, d, p))
}

// byBruteForce compares the curves of an area with the ordinary path: every
// municipality in every model, and the summaries with those deviations.
func byBruteForce(t *testing.T, d *dataset.Dataset, p plan.Plan, area int) {
	t.Helper()
	r := run(t, d, p)
	id := p.Areas[area].ID
	type figures struct {
		above, flagged, models int
		pct                    []float64
	}
	all := map[string]*figures{}
	specifications := map[string]benchmark.Specification{}
	curves := map[string]map[string]benchmark.Specification{}
	for _, m := range r.AllMunicipalities() {
		all[m.Code] = &figures{}
		curves[m.Code] = map[string]benchmark.Specification{}
		previous := math.Inf(-1)
		for _, s := range curveOf(t, r, m.Code, id) {
			key := fmt.Sprint(s.Drivers, s.Estimator, s.Scale)
			specifications[key], curves[m.Code][key] = s, s
			if s.DeviationPct < previous {
				t.Errorf("the curve of %s is not in order", m.Code)
			}
			previous = s.DeviationPct
		}
	}
	if len(specifications) == 0 {
		t.Fatal("no models")
	}
	for key, s := range specifications {
		rows := ordinary(t, d, p, area, s)
		for code, curve := range curves {
			row, f := rows[id+" "+code], all[code]
			got, ok := curve[key]
			if ok != !math.IsNaN(row.Deviation.Pct) {
				t.Fatalf("%s in %s: in the curve %v, by the ordinary path %v", code, key, ok, row.Deviation.Pct)
			}
			if !ok {
				continue
			}
			if math.Abs(got.DeviationPct-row.Deviation.Pct) > 1e-9*(100+math.Abs(row.Deviation.Pct)) || !near(got.Expected, row.Expected.Level, 1e-9) {
				t.Errorf("%s in %s: %v %% of %v, by the ordinary path %v %% of %v", code, key, got.DeviationPct, got.Expected, row.Deviation.Pct, row.Expected.Level)
			}
			flagged := row.Deviation.Pct > 0 && row.Test.P <= 0.05
			if got.Flagged != flagged && math.Abs(row.Test.P-0.05) > 1e-9 {
				t.Errorf("%s in %s: flagged %v with p %v", code, key, got.Flagged, row.Test.P)
			}
			f.models++
			if row.Deviation.Pct > 0 {
				f.above++
			}
			if flagged {
				f.flagged++
			}
			f.pct = append(f.pct, row.Deviation.Pct)
		}
	}
	total, compared := r.Model(id).Curve.Models, rowsOf(r)
	for code, f := range all {
		got := compared[id+" "+code].Curve
		if f.models == 0 {
			if got != nil {
				t.Errorf("%s has a curve without a model: %+v", code, *got)
			}
			continue
		}
		slices.Sort(f.pct)
		n := float64(f.models)
		want := benchmark.CurveSummary{Models: f.models, Failed: total - f.models, ShareAbove: float64(f.above) / n, ShareFlagged: float64(f.flagged) / n,
			LowPct: byHand(f.pct, 0.1), MedianPct: byHand(f.pct, 0.5), HighPct: byHand(f.pct, 0.9)}
		if compared[id+" "+code].Candidate { // of others there is no verdict
			switch want.Verdict = "middling"; {
			case f.above*10 >= f.models*9:
				want.Verdict = "robust"
			case f.above*10 < f.models*6:
				want.Verdict = "fragile"
			}
		}
		if diff := cmp.Diff(want, *got, within(100, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
	}
}

// byHand is a quantile of sorted values by definition 7, written as Hyndman &
// Fan (1996) do: between the order statistics j and j + 1.
func byHand(sorted []float64, q float64) float64 {
	j, part := math.Modf(1 + q*float64(len(sorted)-1))
	if int(j) == len(sorted) {
		return sorted[len(sorted)-1]
	}
	return (1-part)*sorted[int(j)-1] + part*sorted[int(j)]
}

// TestCurveIsBruteForce: the bundled accounts, two areas, all municipalities,
// the islands among them, in every model of each estimator.
func TestCurveIsBruteForce(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	curves, areas := []plan.Curve{{Candidates: []string{"taethed_log", "lavindkomst"}, Estimators: []plan.Estimator{"ols", "mm"}}}, []string{"skole"}
	if longtest.Wanted() {
		curves = []plan.Curve{
			{Candidates: []string{"taethed_log", "almene_boliger", "boernefattigdom", "indbyggere_log"}, Estimators: []plan.Estimator{"ols", "wls"}},
			{Candidates: []string{"taethed_log", "lavindkomst"}, Estimators: []plan.Estimator{"huber", "mm"}},
		}
		areas = []string{"skole", "administration"}
	}
	p = firstAreas(p, 2) // the second is school
	for _, c := range curves {
		p.Curve = &c
		for _, id := range areas {
			byBruteForce(t, danmark.Accounts(), p, slices.IndexFunc(p.Areas, func(a plan.Area) bool { return a.ID == id }))
		}
	}
}

// TestCurveWithHoles: municipalities that lack a figure, a driver or a
// logarithm, drivers that are combinations of others, drivers that are forced,
// and weights of the plan's own.
func TestCurveWithHoles(t *testing.T) {
	n := 52
	if longtest.Wanted() {
		n = 60
	}
	s := country(n, 5)
	s.columns["twice"] = s.each(func(i int) float64 { return 2 * s.columns["income"][i] })
	s.columns["age"][3], s.columns["income"][4], s.columns["income"][5], s.columns["density"][5] = nan, nan, nan, nan
	s.columns["kr"][7], s.columns["kr"][8], s.columns["people"][9] = nan, -1e6, nan
	s.columns["age"][20] = nan // of an excluded one
	d := s.dataset(t)
	for name, change := range map[string]func(*plan.Plan){
		"all":     func(*plan.Plan) {},
		"weights": func(p *plan.Plan) { p.Weights = "pupils" },
		"forced": func(p *plan.Plan) {
			p.Choose, p.Areas[0].Drivers, p.Areas[0].Candidates = "press", []string{"age"}, []string{"age", "income", "ldensity"}
		},
		"one":  func(p *plan.Plan) { p.Curve.Candidates = []string{"age"} },
		"none": func(p *plan.Plan) { p.Drivers, p.Curve.Candidates = nil, nil },
		"few":  func(p *plan.Plan) { p.MinN, p.MinNPerDriver = 20, 14 },
	} {
		t.Run(name, func(t *testing.T) {
			p := testPlan()
			p.Exclude = []string{"120", "121", "122"}
			p.Curve = &plan.Curve{Candidates: []string{"age", "ldensity", "income", "twice"}, Estimators: []plan.Estimator{"ols", "wls", "huber"}}
			change(&p)
			byBruteForce(t, d, p, 0)
		})
	}
}

// TestCurveByHand: with one driver there is one model for each scale, and what
// is expected of a municipality is a line through the others.
func TestCurveByHand(t *testing.T) {
	var b dataset.Builder
	x, y := []float64{1, 2, 3, 4, 6}, []float64{10, 12, 17, 16, 25}
	for i := range x {
		code := fmt.Sprint(101 + i)
		b.Set(code, year, "x", x[i])
		b.Set(code, year, "kr", y[i])
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{
		Register: "none", MinN: 3, MinNPerDriver: 1,
		Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}, Drivers: []string{"x"}}},
		Curve: &plan.Curve{Estimators: []plan.Estimator{"ols"}},
	}
	r := run(t, d, p)
	for i := range x {
		var pct []float64
		for _, log := range []bool{false, true} {
			var meanX, meanY, xx, xy float64
			v := func(j int) float64 {
				if log {
					return math.Log(y[j])
				}
				return y[j]
			}
			for j := range x {
				if j != i {
					meanX, meanY = meanX+x[j]/4, meanY+v(j)/4
				}
			}
			for j := range x {
				if j != i {
					xx, xy = xx+(x[j]-meanX)*(x[j]-meanX), xy+(x[j]-meanX)*(v(j)-meanY)
				}
			}
			line := func(at float64) float64 { return meanY + xy/xx*(at-meanX) }
			expected := line(x[i])
			if log {
				smearing := 0.0
				for j := range x {
					if j != i {
						smearing += math.Exp(v(j)-line(x[j])) / 4
					}
				}
				expected = math.Exp(expected) * smearing
			}
			pct = append(pct, 100*(y[i]-expected)/expected)
		}
		slices.Sort(pct)
		code := fmt.Sprint(101 + i)
		got := rowOf(t, r, "a", code).Curve
		want := benchmark.CurveSummary{Models: 2, LowPct: pct[0] + 0.1*(pct[1]-pct[0]), MedianPct: (pct[0] + pct[1]) / 2, HighPct: pct[0] + 0.9*(pct[1]-pct[0])}
		switch {
		case pct[0] > 0:
			want.ShareAbove = 1
		case pct[1] > 0:
			want.ShareAbove = 0.5
		}
		want.ShareFlagged = got.ShareFlagged // of p-values: see TestCurveIsBruteForce
		if diff := cmp.Diff(want, *got, within(100, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", code, diff)
		}
		curve := curveOf(t, r, code, "a")
		if len(curve) != 2 || !near(curve[0].DeviationPct, pct[0], 1e-9) || !near(curve[1].DeviationPct, pct[1], 1e-9) || curve[0].Scale == curve[1].Scale {
			t.Errorf("the curve of %s is %+v, want %v", code, curve, pct)
		}
	}
}
