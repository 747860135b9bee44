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

// Persistence says how a municipality's difference from what is expected has
// lasted. Every year is compared by itself, whatever the plan pools, by the same
// plan. Numbers are in percent of the expected level.
type Persistence struct {
	// Years are those with a model of the area, the last of them the year compared.
	Years   []YearDeviation `key:"years"`
	MeanPct float64         `key:"mean_pct"` // the mean of the years' deviations

	// PersistentPct is the mean of the years that count, drawn towards 0 by as much
	// as such means owe to chance: λ times it, λ = σ²_u/(σ²_u + k·σ²_e/T), with T
	// years and k the variance of the municipality's noise over that of one of
	// median weight, 1 where the plan has no weights. It is the best guess of what
	// lasts.
	//
	// SEPct is its standard error σ_u·√(1 − λ + λν). The first part is that of the
	// shrunken effect; ν = k·h/(1−h), k·h outside the fit, is the error of the
	// expected level itself, by the leverage h, which is the same one year after
	// the other. LowPct and HighPct are the 95 per cent interval, by Student's t with
	// as many degrees of freedom as there are to tell σ_u from. Where nothing lasts
	// of the area's differences (σ_u is 0), all of these are 0; where fewer than
	// three years count, all are missing.
	PersistentPct float64 `key:"persistent_pct"`
	SEPct         float64 `key:"se_pct"`
	LowPct        float64 `key:"low_pct"`
	HighPct       float64 `key:"high_pct"`

	YearsAbove int `key:"years_above"`   // years in which the figure was above what was expected
	N          int `key:"years_n"`       // years with a deviation
	Counted    int `key:"years_counted"` // those of them that count

	// JumpYear is the year with the largest leap of the deviation from the year
	// before it, where that is more than three standard deviations √(2k)·σ_e of
	// such a change; 0: none is. Something else than the ups and downs of a year
	// happened then: a decision, an event or a posting.
	JumpYear int     `key:"jump_year,null"`
	JumpPct  float64 `key:"jump_pct"` // the leap, in percentage points; missing where there is none
}

// YearDeviation is a municipality's figure of one year against what was
// expected, in kr. per unit of that year's prices.
type YearDeviation struct {
	Year         int     `key:"year"`
	Actual       float64 `key:"actual"`
	Expected     float64 `key:"expected"`
	DeviationPct float64 `key:"deviation_pct"` // missing where the expected level is not above zero
	// Counts is false for a year that the estimator found to stand out, where most
	// years of the municipality do not: it says nothing of what lasts.
	Counts bool `key:"counts"`
	// NearestDrivers says that drivers of that year were wanting, and taken from
	// the nearest that has them.
	NearestDrivers bool `key:"nearest_drivers"`
	Corrected      bool `key:"corrected"` // the figure is not as it was read: see [plan.Correction]
}

// areaYears is how an area's differences have lasted.
type areaYears struct {
	years   []int
	nearest []bool // by year: drivers are of another
	lasting *expected.Lasting
}

// lookBack compares the years up to the one compared, each by itself, and finds
// how the differences of the areas with enough of them have lasted. Years and
// areas are compared on all processors.
func (r *run) lookBack(ctx context.Context, comparisons []*comparison) error {
	areas, years := r.listFollowable(comparisons)
	if len(areas) == 0 {
		return nil
	}
	// Every area that has figures of a year is compared in it, though it cannot be
	// followed: the areas tell each other how fast variance falls with size.
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

// listFollowable returns the areas whose differences can be followed, and their years. Such
// an area has a model, and figures of the year compared and of enough years before.
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

// hasFigures says whether the data have spending and volume of a year.
func (r *run) hasFigures(a *plan.Area, year int) bool {
	return !slices.ContainsFunc(slices.Concat(a.Spending, a.VolumeIDs()),
		func(id string) bool { return r.data.Column(id, year) == nil })
}

// newRunOfYear returns a run that compares a single year by the same plan. Its figures are
// those of a plan that names the year. The only exception is an area whose drivers were
// chosen. It keeps the drivers of the year compared, because a difference cannot be followed
// from one model to another.
func (r *run) newRunOfYear(year int, comparisons []*comparison) *run {
	one := &run{
		data: r.data, asked: r.asked, plan: r.plan, year: year, years: []int{year},
		excluded: r.excluded, ledger: ledger{entries: r.ledger.entries}, groups: r.groups,
		lookingBack: true,
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

// setPersistence finds what lasts in the deviations of the years.
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

// layOutPersistence lays out how a municipality's differences have lasted; nil where it
// has no deviation.
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
