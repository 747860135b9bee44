package benchmark_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/internal/wordstest"
	"pgregory.net/rapid"
)

// active is a country with an activity: hours per inhabitant that follow age,
// and a price of each hour that follows density.
func active(n int, seed uint64) *sample {
	s := country(n, seed)
	other := country(n, seed+1) // its noise is another's
	s.columns["hours"] = s.each(func(i int) float64 {
		return s.columns["people"][i] * (10 + (s.columns["age"][i]-42)/2) * (1 + 2e-6*(other.columns["income"][i]-300_000))
	})
	return s
}

// activePlan compares it by an estimator.
func activePlan(estimator plan.Estimator, scale plan.Scale) plan.Plan {
	p := testPlan()
	p.Estimator, p.Scale = estimator, scale
	p.Areas[0].Activity = []string{"hours"}
	return p
}

// everyFit is every estimator on every scale.
func everyFit(t *testing.T, do func(t *testing.T, p plan.Plan)) {
	for _, estimator := range plan.Estimators() {
		for _, scale := range plan.Scales() {
			for _, variance := range plan.Variances() {
				p := activePlan(estimator, scale)
				p.Variance = variance
				t.Run(fmt.Sprintf("%s %s %s", estimator, scale, variance), func(t *testing.T) { do(t, p) })
			}
		}
	}
}

// checkSplit checks a split against its definition, and that its parts are the
// whole to the krone.
func checkSplit(t *testing.T, row *benchmark.Row) {
	t.Helper()
	a := row.Activity
	if math.Abs(a.ActivityKr+a.UnitCostKr-row.Difference.Kr) > 0.5 {
		t.Errorf("%s, %s: %v and %v are not %v", row.Area, row.Name, a.ActivityKr, a.UnitCostKr, row.Difference.Kr)
	}
	if math.Abs(a.ActivityPct+a.UnitCostPct-row.Deviation.Pct) > 1e-9*(1+math.Abs(a.ActivityPct)) {
		t.Errorf("%s, %s: %v and %v per cent are not %v", row.Area, row.Name, a.ActivityPct, a.UnitCostPct, row.Deviation.Pct)
	}
	compare(t, "unit cost", a.UnitCost*a.PerUnit, row.Actual, 1e-12)
	compare(t, "expected unit cost", a.UnitCostExpected*a.Expected, row.Expected.Level, 1e-12)
	// The two deviations multiply to that of the spending.
	compare(t, "deviations", (1+a.DeviationPct/100)*(1+a.UnitCostDeviationPct/100), 1+row.Deviation.Pct/100, 1e-12)
	mean := (row.Actual - row.Expected.Level) / (math.Log(row.Actual) - math.Log(row.Expected.Level))
	want := mean * math.Log(a.PerUnit/a.Expected) * row.Volume
	if math.Abs(a.ActivityKr-want) > 1e-5*math.Abs(want)+1e-6 { // what is nothing but rounding is less than a millionth of a krone
		t.Errorf("activity part: got %.17g kr., want %.17g", a.ActivityKr, want)
	}
}

// TestActivitySplit adds up for every municipality, also those outside the fit.
func TestActivitySplit(t *testing.T) {
	s := active(60, 2)
	d := s.dataset(t)
	everyFit(t, func(t *testing.T, p plan.Plan) {
		p.Exclude = []string{"110"}
		for row := range run(t, d, p).Rows() {
			if row.Activity == nil || math.IsNaN(row.Activity.ActivityKr) || len(row.Reservations) > 0 && slices.Contains(row.Reservations, benchmark.NotSplit) {
				t.Fatalf("%s is not split: %+v", row.Name, row.Activity)
			}
			checkSplit(t, &row)
		}
	})
}

// TestActivityConstant: where the activity is the same for all, all of a
// difference is unit cost, and the report says that the split says nothing.
func TestActivityConstant(t *testing.T) {
	s := active(60, 2)
	s.columns["hours"] = s.each(func(i int) float64 { return 4 * s.columns["people"][i] })
	d := s.dataset(t)
	everyFit(t, func(t *testing.T, p plan.Plan) {
		r := run(t, d, p)
		if !slices.Contains(codes(r.Models[0].Warnings), benchmark.ActivityConstant) {
			t.Error("no warning that the activity is the volume")
		}
		for row := range r.Rows() {
			checkSplit(t, &row)
			if math.Abs(row.Activity.ActivityPct) > 1e-8 || math.Abs(row.Activity.ActivityKr) > 1 {
				t.Errorf("%s: %v kr. of activity", row.Name, row.Activity.ActivityKr)
			}
		}
	})
}

// TestUnitCostConstant: where every hour costs the same, all of a difference is
// activity, for the two models are the same function of their figures.
func TestUnitCostConstant(t *testing.T) {
	s := active(60, 2)
	s.columns["kr"] = s.each(func(i int) float64 { return 700 * s.columns["hours"][i] })
	s.columns["kr"][7] *= 2 // an outlier in both
	s.columns["hours"][7] *= 2
	d := s.dataset(t)
	everyFit(t, func(t *testing.T, p plan.Plan) {
		for row := range run(t, d, p).Rows() {
			checkSplit(t, &row)
			if math.Abs(row.Activity.UnitCostPct) > 1e-6 || math.Abs(row.Activity.UnitCostKr) > 1e-6*row.Actual*row.Volume {
				t.Errorf("%s: %v kr. of unit cost, %v per cent", row.Name, row.Activity.UnitCostKr, row.Activity.UnitCostPct)
			}
		}
	})
}

// TestActivityItself: with least squares the activity is measured as if it were
// the spending of an area of its own.
func TestActivityItself(t *testing.T) {
	s := active(60, 2)
	s.columns["hours"][5] *= 1.6
	d := s.dataset(t)
	for _, scale := range plan.Scales() {
		p := activePlan("ols", scale)
		own := p
		own.Materiality = new(0.0)
		own.Areas = []plan.Area{{ID: "all", Spending: []string{"hours"}, Per: []string{"people"}}}
		want := rowsOf(run(t, d, own))
		flagged := 0
		for row := range run(t, d, p).Rows() {
			w, a := want["all "+row.Municipality], row.Activity
			for what, pair := range map[string][2]float64{
				"actual": {a.PerUnit, w.Actual}, "expected": {a.Expected, w.Expected.Level}, "low": {a.Low, w.Expected.Low}, "high": {a.High, w.Expected.High},
				"percent": {a.DeviationPct, w.Deviation.Pct}, "t": {a.T, w.Test.T}, "p": {a.P, w.Test.P}, "q": {a.Q, w.Test.Q}, "q low": {a.QLow, w.Test.QLow},
			} {
				compare(t, row.Name+" "+what, pair[0], pair[1], 1e-9)
			}
			if a.Flag != w.Grade || a.DF != w.Test.DF {
				t.Errorf("%s: flag %q, df %d; want %q, %d", row.Name, a.Flag, a.DF, w.Grade, w.Test.DF)
			}
			if a.Flag != benchmark.None {
				flagged++
			}
		}
		if flagged == 0 {
			t.Error("nothing is flagged")
		}
	}
}

// TestActivityPer: a rate times what it is a rate of is the total.
func TestActivityPer(t *testing.T) {
	s := active(60, 2)
	want := rowsOf(run(t, s.dataset(t), activePlan("ols", "level")))
	rate := s.copied()
	rate.columns["hours"] = s.each(func(i int) float64 { return 1000 * s.columns["hours"][i] / s.columns["people"][i] })
	p := activePlan("ols", "level")
	p.Areas[0].ActivityPer, p.Areas[0].ActivityFactor = "people", 0.001
	for key, row := range rowsOf(run(t, rate.dataset(t), p)) {
		compare(t, key, row.Activity.PerUnit, want[key].Activity.PerUnit, 1e-12)
		compare(t, key, row.Activity.ActivityKr, want[key].Activity.ActivityKr, 1e-6)
	}
}

// TestActivityMissing: who has no activity, or none to divide by, has no split
// and is told why; the others have theirs.
func TestActivityMissing(t *testing.T) {
	s := active(60, 2)
	s.columns["hours"][3], s.columns["hours"][4] = nan, 0
	s.columns["kr"][5] = -s.columns["kr"][5]
	d := s.dataset(t)
	for _, estimator := range plan.Estimators() {
		p := activePlan(estimator, "level")
		p.Accept = []string{"kr"} // one that is below 0
		r := run(t, d, p)
		want := map[string]benchmark.WarningCode{"104": benchmark.ActivityMissing, "105": benchmark.ActivityZero, "106": benchmark.NotSplit}
		for row := range r.Rows() {
			code, without := want[row.Municipality]
			if without {
				if !slices.Contains(row.Reservations, code) || row.Activity != nil && !math.IsNaN(row.Activity.ActivityKr+row.Activity.UnitCostKr) {
					t.Errorf("%s, %s: %v, %+v", estimator, row.Name, row.Reservations, row.Activity)
				}
				continue
			}
			if row.Activity == nil {
				t.Fatalf("%s, %s: no activity", estimator, row.Name)
			}
			checkSplit(t, &row)
		}
		for _, w := range r.Warnings {
			if code, ok := want[w.Municipality]; ok && w.Code == code {
				wordstest.Check(t, string(code), w)
				delete(want, w.Municipality)
			}
		}
		if len(want) > 0 {
			t.Errorf("%s: no warning of %v", estimator, want)
		}
	}
	// No figures at all, figures of another year, and too few.
	for name, change := range map[string]func(*sample){
		"none": func(s *sample) { s.columns["hours"] = s.each(func(int) float64 { return nan }) },
		"year": func(s *sample) { s.earlier["hours"] = year - 1 },
		"few": func(s *sample) {
			for i := range 40 {
				s.columns["hours"][i] = nan
			}
		},
	} {
		s := active(60, 2)
		change(s)
		p := activePlan("clean", "level")
		p.Year = year
		r := run(t, s.dataset(t), p)
		if !slices.Contains(codes(r.Models[0].Warnings), benchmark.ActivityMissing) || rowOf(t, r, "all", "150").Activity != nil {
			t.Errorf("%s: %v", name, codes(r.Models[0].Warnings))
		}
		for _, w := range r.Models[0].Warnings {
			wordstest.Check(t, name, w)
		}
	}
}

// TestActivityProperties: neither the unit of money nor that of activity moves
// the parts, and the activity moves nothing else.
func TestActivityProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := active(rapid.IntRange(40, 60).Draw(rt, "municipalities"), rapid.Uint64().Draw(rt, "seed"))
		p := activePlan(rapid.SampledFrom(plan.Estimators()).Draw(rt, "estimator"), rapid.SampledFrom(plan.Scales()).Draw(rt, "scale"))
		if rapid.Bool().Draw(rt, "hole") {
			s.columns["hours"][9] = nan
		}
		p.Accept = p.Areas[0].Spending // a thousand times as much is in another unit
		before := rowsOf(run(t, s.dataset(t), p))
		changed := s.copied()
		changed.columns["hours"] = s.each(func(i int) float64 { return s.columns["hours"][i] / 3600 })
		changed.columns["kr"] = s.each(func(i int) float64 { return s.columns["kr"][i] * 1000 })
		after := rowsOf(run(t, changed.dataset(t), p))
		for key, row := range before {
			a, b := row.Activity, after[key].Activity
			if (a == nil) != (b == nil) {
				rt.Fatalf("%s: %+v and %+v", key, a, b)
			}
			if a == nil {
				continue
			}
			for _, pair := range [][2]float64{{a.ActivityPct, b.ActivityPct}, {a.UnitCostPct, b.UnitCostPct}, {a.DeviationPct, b.DeviationPct}, {a.Q, b.Q}} {
				if math.Abs(pair[0]-pair[1]) > 1e-6 {
					rt.Fatalf("%s: %+v and %+v", key, a, b)
				}
			}
		}
		p.Areas[0].Activity = nil
		for key, row := range rowsOf(run(t, s.dataset(t), p)) {
			if with := before[key]; row.Expected.Level != with.Expected.Level && !math.IsNaN(row.Expected.Level) || row.Test.Q != with.Test.Q && !math.IsNaN(row.Test.Q) || row.Target.HeadroomKr != with.Target.HeadroomKr && !math.IsNaN(row.Target.HeadroomKr) {
				rt.Fatalf("%s: the activity moves the spending's figures", key)
			}
		}
	})
}

// TestActivityBundled: the default plan splits school, day care, after-school
// care and home nursing.
func TestActivityBundled(t *testing.T) {
	split := map[string]int{}
	for row := range bundled(t).Rows() {
		if a := row.Activity; a != nil && !math.IsNaN(a.ActivityKr) {
			split[row.Area]++
			checkSplit(t, &row)
		}
	}
	for _, area := range []string{"skole", "folkeskole", "dagtilbud", "sfo", "hjemmesygepleje"} {
		if split[area] < 90 {
			t.Errorf("%s is split for %d municipalities", area, split[area])
		}
	}
}
