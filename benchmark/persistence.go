package benchmark

import (
	"context"
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"golang.org/x/sync/errgroup"
)

// Persistence says how a municipality's difference from what is expected has lasted. Every
// year is compared by itself, by the same plan, even if the plan pools years. Numbers are in
// percent of the expected level.
type Persistence struct {
	// Years are the years in which the area has a model. The last is the year compared.
	Years   []YearDeviation `key:"years"`
	MeanPct float64         `key:"mean_pct"` // the mean of the years' deviations

	// PersistentPct is the best guess of what lasts. It is the mean deviation of the years
	// that count, drawn towards 0, because a part of every such mean is chance. The mean is
	// multiplied by
	//
	//	λ = σ²_u/(σ²_u + k·σ²_e/T)
	//
	// where T is the number of years, and k is the variance of the municipality's noise over
	// that of a municipality of median weight. Without weights, k is 1.
	//
	// SEPct is the standard error, σ_u·√(1 − λ + λν). The part 1 − λ is the error of the
	// shrunken mean. The part λν is the error of the expected level itself, which is the
	// same year after year. It depends on the leverage h: ν = k·h/(1−h) in the fit, and
	// ν = k·h outside it. LowPct and HighPct are the 95 per cent interval, by Student's t.
	// Its degrees of freedom are those by which σ_u is estimated.
	//
	// If nothing lasts of the area's differences, so that σ_u is 0, all of these are 0. If
	// fewer than three years count, all are missing.
	PersistentPct float64 `key:"persistent_pct"`
	SEPct         float64 `key:"se_pct"`
	LowPct        float64 `key:"low_pct"`
	HighPct       float64 `key:"high_pct"`

	YearsAbove int `key:"years_above"`   // years in which the figure was above expected
	N          int `key:"years_n"`       // years with a deviation
	Counted    int `key:"years_counted"` // how many of them count

	// JumpYear is the year in which the deviation leapt, and 0 if it never did. A leap is a
	// change from the year before of more than three standard deviations √(2k)·σ_e of such
	// changes. Of several leaps JumpYear has the largest. Something other than the ups and
	// downs of a year happened then, such as a decision, an event or a change of posting.
	JumpYear int     `key:"jump_year,null"`
	JumpPct  float64 `key:"jump_pct"` // the leap in percentage points; missing if there is none
}

// YearDeviation is a municipality's figure of one year against what was expected. Both are in
// kr. per unit, in that year's prices.
type YearDeviation struct {
	Year         int     `key:"year"`
	Actual       float64 `key:"actual"`
	Expected     float64 `key:"expected"`
	DeviationPct float64 `key:"deviation_pct"` // missing if the expected level is not above zero
	// Counts is false if the estimator found that the municipality stood out this year, and
	// it does not in most years. Such a year says nothing of what lasts.
	Counts bool `key:"counts"`
	// NearestDrivers says that the data lack drivers of this year. They were taken from the
	// nearest year that has them.
	NearestDrivers bool `key:"nearest_drivers"`
	Corrected      bool `key:"corrected"` // whether the figure is corrected: see [plan.Correction]
}

// areaYears says how an area's differences have lasted.
type areaYears struct {
	years   []int
	nearest []bool // by year: some drivers are of another year
	lasting *expected.Lasting
}

// lookBack compares the years up to the one compared, each by itself. It then finds how the
// differences have lasted, in the areas that have enough years. It uses all processors.
func (r *run) lookBack(ctx context.Context, comparisons []*comparison) error {
	areas, years := r.listFollowable(comparisons)
	if len(areas) == 0 {
		return nil
	}
	// Areas that cannot be followed are compared too, in the years that they have figures
	// of. All areas together show how fast the variance falls with size.
	byYear := make([][]*comparison, len(years))
	g, inner := errgroup.WithContext(ctx)
	for t, year := range years {
		if year == r.year && len(r.years) == 1 {
			byYear[t] = comparisons
			continue
		}
		g.Go(func() (err error) {
			byYear[t], err = r.newRunOfYear(year, comparisons).compareAreas(inner)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return forEachArea(ctx, areas, func(_ context.Context, i int) error {
		var fits []*comparison
		var fitted []int
		for t, year := range years {
			k := slices.IndexFunc(byYear[t],
				func(c *comparison) bool { return c.area.ID == areas[i].area.ID })
			if k >= 0 && byYear[t][k].numbers.Fitted != nil {
				fits, fitted = append(fits, byYear[t][k]), append(fitted, year)
			}
		}
		areas[i].setPersistence(fitted, fits)
		return nil
	})
}

// listFollowable returns the areas whose differences can be followed, and all years of them.
// Such an area has a model. It has figures of the year compared, and of enough years before
// it.
func (r *run) listFollowable(comparisons []*comparison) (areas []*comparison, years []int) {
	all := map[int]bool{}
	for _, c := range comparisons {
		var has []int
		for _, year := range r.data.Years() {
			if year <= r.year && year != dataset.Undated && r.hasFigures(c.area, year) {
				has = append(has, year)
			}
		}
		if len(has) >= expected.LeastYears && has[len(has)-1] == r.year && c.numbers.Fitted != nil {
			areas = append(areas, c)
			for _, year := range has {
				all[year] = true
			}
		}
	}
	return areas, slices.Sorted(maps.Keys(all))
}

// hasFigures says whether the data have an area's spending and volume of a year.
func (r *run) hasFigures(a *plan.Area, year int) bool {
	return !slices.ContainsFunc(slices.Concat(a.Spending, a.VolumeIDs()),
		func(id string) bool { return r.data.Column(id, year) == nil })
}

// newRunOfYear returns a run that compares a single year by the same plan, as if the plan
// named that year. But an area that chose its drivers keeps those that it chose for the year
// compared. A difference cannot be followed from one model to another.
func (r *run) newRunOfYear(year int, comparisons []*comparison) *run {
	one := &run{
		data: r.data, asked: r.asked, plan: r.plan, year: year, years: []int{year},
		excluded: r.excluded, corrections: corrections{entries: r.corrections.entries},
		spaces: r.spaces, lookingBack: true,
	}
	one.drivers = newDriverTable(r.data, &one.plan, year)
	one.plan.Areas, one.plan.Curve = nil, nil
	for _, c := range comparisons {
		if r.hasFigures(c.area, year) {
			a := *c.area
			a.Choose = ""
			one.plan.Areas = append(one.plan.Areas, a)
		}
	}
	return one
}

// setPersistence finds what lasts in an area's deviations. The years are those with a model,
// and fits has the comparison of each.
func (c *comparison) setPersistence(years []int, fits []*comparison) {
	lasting := expected.Follow(listModels(fits), c.numbers)
	if len(years) >= expected.LeastYears {
		for t, fit := range fits {
			if fit == c {
				continue
			}
			for _, id := range slices.Concat(c.area.Spending, c.area.VolumeIDs()) {
				c.followed = append(c.followed, use{id, years[t]})
			}
		}
	}
	if lasting == nil {
		return
	}
	c.years = &areaYears{years: years, lasting: lasting}
	for t, fit := range fits {
		ofOther := func(d *driver) bool { return d.isOfOtherYear(years[t]) }
		c.years.nearest = append(c.years.nearest, slices.ContainsFunc(fit.drivers, ofOther))
	}
	c.model.SigmaU, c.model.SigmaE = 100*math.Sqrt(lasting.Between), 100*math.Sqrt(lasting.Within)
}

// layOutPersistence returns how a municipality's difference has lasted. It returns nil if the
// area was not followed, or if the municipality has no deviation in any year.
func (c *comparison) layOutPersistence(m int) *Persistence {
	if c.years == nil {
		return nil
	}
	e, ok := c.years.lasting.Effect(m)
	if !ok {
		return nil
	}
	p := &Persistence{
		MeanPct: e.MeanPct, PersistentPct: e.LastingPct, SEPct: e.SEPct, LowPct: e.LowPct,
		HighPct: e.HighPct, YearsAbove: e.Above, N: e.N, Counted: e.Counted, JumpPct: e.JumpPct,
	}
	if e.Jump >= 0 {
		p.JumpYear = c.years.years[e.Jump]
	}
	for t, year := range c.years.years {
		p.Years = append(p.Years, YearDeviation{
			Year: year, Actual: e.Years[t].Actual, Expected: e.Years[t].Expected,
			DeviationPct: e.Years[t].Pct, Counts: e.Years[t].Counts,
			NearestDrivers: c.years.nearest[t],
			Corrected:      slices.Contains(c.corrected[m], year),
		})
	}
	return p
}
