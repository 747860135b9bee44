package benchmark_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"pgregory.net/rapid"
)

// rounding is the relative tolerance of results that would be the same with
// exact numbers.
const rounding = 1e-9

// draw is a drawn country, with holes and an outlier, and a way to compare it.
func draw(t *rapid.T) (*sample, plan.Plan) {
	s := country(rapid.IntRange(40, 60).Draw(t, "municipalities"), rapid.Uint64().Draw(t, "seed"))
	if rapid.Bool().Draw(t, "holes") {
		s.columns["kr"][5], s.columns["age"][9], s.columns["people"][11] = nan, nan, nan
	}
	s.columns["other"][3] *= 2
	p := testPlan()
	p.Areas = append(p.Areas, plan.Area{ID: "other", Spending: []string{"other"}, Per: []string{"people"}, Target: "country"})
	p.Scale = rapid.SampledFrom(plan.Scales()).Draw(t, "scale")
	p.Estimator = rapid.SampledFrom(plan.Estimators()).Draw(t, "estimator")
	p.Family = rapid.SampledFrom(plan.Families()).Draw(t, "family")
	if rapid.Bool().Draw(t, "exclude") {
		p.Exclude = []string{"107", "120"}
	}
	return s, p
}

// check runs a property on drawn countries and compares the rows it returns.
func check(t *testing.T, property func(t *rapid.T) (got, want map[string]benchmark.Row)) {
	t.Helper()
	rapid.Check(t, func(rt *rapid.T) {
		got, want := property(rt)
		opts := cmp.Options{cmpopts.EquateNaNs(), cmpopts.EquateEmpty(), approximately}
		if diff := cmp.Diff(want, got, opts); diff != "" {
			rt.Fatalf("rows (-want +got):\n%s", diff)
		}
	})
}

// approximately allows rounding: relative to a number, and for one that is a
// difference, to the size of what it is a difference of.
var approximately = cmp.Options{
	within(10_000_000, amounts), // of some 100,000,000 kr. of spending
	within(100, levels),         // of some 10,000 kr. per unit
	within(1, nil),
}

var (
	amounts = []string{"Difference.Kr", "Difference.LowKr", "Difference.HighKr", "Target.HeadroomKr", "Target.GapKr"}
	levels  = []string{"Deviation.PerUnit", "Contributions.Value", "Quality.Value", "ValueChange"}
)

// within allows rounding of some fields, or of all others for nil, relative to
// the number or at least to size.
func within(size float64, fields []string) cmp.Option {
	return cmp.FilterPath(func(p cmp.Path) bool {
		var names []string
		for _, step := range p {
			if field, ok := step.(cmp.StructField); ok {
				names = append(names, field.Name())
			}
		}
		name := strings.Join(names, ".")
		if fields == nil {
			return !slices.Contains(amounts, name) && !slices.Contains(levels, name)
		}
		return slices.Contains(fields, name)
	}, cmp.FilterValues(
		func(a, b float64) bool { return !math.IsNaN(a) && !math.IsNaN(b) },
		cmp.Comparer(func(a, b float64) bool {
			return math.Abs(a-b) <= rounding*max(math.Abs(a), math.Abs(b), size)
		})))
}

// TestUnitOfSpending: the same spending in 1,000 kr. and with the factor 1000.
func TestUnitOfSpending(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		before := run(t, s.dataset(t), p)
		thousands := s.copied()
		for _, id := range []string{"kr", "other"} {
			thousands.columns[id] = s.each(func(i int) float64 { return s.columns[id][i] / 1000 })
		}
		p.Areas = slices.Clone(p.Areas)
		for i := range p.Areas {
			p.Areas[i].SpendingFactor = 1000
		}
		return rowsOf(run(t, thousands.dataset(t), p)), rowsOf(before)
	})
}

// TestSpendingPerInhabitant: the same spending stated per inhabitant.
func TestSpendingPerInhabitant(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		s.columns["people"][11] = 30_000        // per inhabitant is missing where the inhabitants are
		p.Accept = []string{"people", "pupils"} // they may then be far from what is typical
		per := rapid.SampledFrom([]string{"people", "pupils"}).Draw(rt, "per")
		p.Areas = slices.Clone(p.Areas)
		for i := range p.Areas {
			p.Areas[i].Per = []string{per}
		}
		before := run(t, s.dataset(t), p)
		divided := s.copied()
		for _, id := range []string{"kr", "other"} {
			divided.columns[id], divided.per[id] = s.perUnit(id, "people"), "people"
		}
		for i := range p.Areas {
			p.Areas[i].SpendingPer = "people"
		}
		return rowsOf(run(t, divided.dataset(t), p)), rowsOf(before)
	})
}

// TestOrderOfMunicipalities: rows are the municipalities', whatever their
// order in the data.
func TestOrderOfMunicipalities(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		order := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "order"), 1)).Perm(len(s.municipalities))
		shuffled := s.copied()
		for i, from := range order {
			shuffled.municipalities[i] = s.municipalities[from]
			for id := range s.columns {
				shuffled.columns[id][i] = s.columns[id][from]
			}
		}
		return rowsOf(run(t, shuffled.dataset(t), p)), rowsOf(run(t, s.dataset(t), p))
	})
}

// TestOrderOfDriversAndAreas: neither matters to a row, but for the order of
// its contributions.
func TestOrderOfDriversAndAreas(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		d := s.dataset(t)
		before := rowsOf(run(t, d, p))
		p.Drivers = []string{"ldensity", "age"}
		p.Areas = slices.Clone(p.Areas)
		slices.Reverse(p.Areas)
		after := rowsOf(run(t, d, p))
		for _, row := range after {
			if len(row.Contributions) == 3 {
				slices.Reverse(row.Contributions[1:])
			}
		}
		return after, before
	})
}

// TestUnitOfDriver: a driver in another unit changes its coefficient and
// nothing else.
func TestUnitOfDriver(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		before := run(t, s.dataset(t), p)
		times := s.copied()
		times.columns["age"] = s.each(func(i int) float64 { return 10 * s.columns["age"][i] })
		after := run(t, times.dataset(t), p)
		for a, m := range before.Models {
			for k, c := range m.Coefficients {
				by := 1.0
				if c.Name == "age" {
					by = 10
				}
				got := after.Models[a].Coefficients[k]
				if !near(got.SE*by, c.SE, rounding) || !near(got.HC3*by, c.HC3, rounding) || math.Abs(got.Estimate*by-c.Estimate) > rounding*c.SE {
					rt.Errorf("coefficient %+v, before %+v", got, c)
				}
			}
			if !near(after.Models[a].LooR2, m.LooR2, rounding) {
				rt.Errorf("leave-one-out R² %v, before %v", after.Models[a].LooR2, m.LooR2)
			}
		}
		return rowsOf(after), rowsOf(before)
	})
}

// TestDropExcluded: a municipality that is excluded decides nothing of what is
// expected of the others.
func TestDropExcluded(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, p := draw(rt)
		p.Exclude, p.Accept = []string{"107"}, []string{"kr", "age"}
		whole := rowsOf(run(t, s.dataset(t), p))
		// The excluded one can even have absurd figures.
		absurd := s.copied()
		absurd.columns["kr"][6], absurd.columns["age"][6] = 1e12, 1e6
		with := trimmed(rowsOf(run(t, absurd.dataset(t), p)), "107")
		p.Exclude = []string{}
		without := rowsOf(run(t, drop(s, 6).dataset(t), p))
		for key, want := range without {
			for _, rows := range []map[string]benchmark.Row{whole, with} {
				got := rows[key]
				for what, pair := range map[string][2]float64{
					"expected": {got.Expected.Level, want.Expected.Level}, "low": {got.Expected.Low, want.Expected.Low}, "high": {got.Expected.High, want.Expected.High}, "fitted": {got.Expected.Fitted, want.Expected.Fitted},
					"p": {got.Test.P, want.Test.P}, "leverage": {got.Influence.Leverage, want.Influence.Leverage}, "Cook": {got.Influence.Cook, want.Influence.Cook},
				} {
					if a, b := pair[0], pair[1]; math.Abs(a-b) > rounding*max(math.Abs(b), 1) || math.IsNaN(a) != math.IsNaN(b) {
						rt.Errorf("%s of %s: %v with the excluded municipality, %v without it", what, key, a, b)
					}
				}
				if diff := cmp.Diff(want.Contributions, got.Contributions, cmpopts.EquateNaNs(), cmpopts.EquateEmpty(), approximately); diff != "" {
					rt.Errorf("contributions of %s (-without +with):\n%s", key, diff)
				}
			}
		}
	})
}

// TestContributionsAddUp: on either scale, with weights or without.
func TestContributionsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, p := draw(rt)
		for key, row := range rowsOf(run(t, s.dataset(t), p)) {
			if math.IsNaN(row.Expected.Level) {
				if row.Contributions != nil {
					rt.Errorf("%s has contributions to nothing", key)
				}
				continue
			}
			sum := 0.0
			for _, c := range row.Contributions {
				sum += c.Value
			}
			if !near(sum, row.Expected.Level, 1e-9) {
				rt.Errorf("%s: contributions add up to %v, expected is %v", key, sum, row.Expected.Level)
			}
			if row.Expected.Low > row.Expected.Level || row.Expected.High < row.Expected.Level {
				rt.Errorf("%s: expected %v is not in [%v, %v]", key, row.Expected.Level, row.Expected.Low, row.Expected.High)
			}
		}
	})
}
