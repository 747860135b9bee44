package benchmark

import (
	"context"
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"golang.org/x/sync/errgroup"
	"gonum.org/v1/gonum/stat/distuv"
)

// Persistence says how a municipality's difference from what is expected has
// lasted. Every year is compared by itself, whatever the plan pools, by the same
// plan. Numbers are in percent of the expected level.
type Persistence struct {
	Years   []YearDeviation // those with a model of the area, the last of them the year compared
	MeanPct float64         // the mean of the years' deviations

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
	PersistentPct float64
	SEPct         float64
	LowPct        float64
	HighPct       float64

	YearsAbove int // years in which the figure was above what was expected
	N          int // years with a deviation
	Counted    int // those of them that count

	// JumpYear is the year with the largest leap of the deviation from the year
	// before it, where that is more than three standard deviations √(2k)·σ_e of
	// such a change; 0: none is. Something else than the ups and downs of a year
	// happened then: a decision, an event or a posting.
	JumpYear int
	JumpPct  float64 // the leap, in percentage points; missing where there is none
}

// YearDeviation is a municipality's figure of one year against what was
// expected, in kr. per unit of that year's prices.
type YearDeviation struct {
	Year         int
	Actual       float64
	Expected     float64
	DeviationPct float64 // missing where the expected level is not above zero
	// Counts is false for a year that the estimator found to stand out, where most
	// years of the municipality do not: it says nothing of what lasts.
	Counts bool
	// NearestDrivers says that drivers of that year were wanting, and taken from
	// the nearest that has them.
	NearestDrivers bool
	Corrected      bool // the figure is not as it was read: see [Correction]
}

// jumpSDs is how many standard deviations of an ordinary change a leap is.
const jumpSDs = 3

// leastDF bounds the degrees of freedom of an interval from below: with fewer it
// would say more of the variance than of the municipality.
const leastDF = 3

// leastYears is the fewest years from which to tell what lasts.
const leastYears = 3

// lookBack is an area's differences in every year with a model. Slices are by
// year, and then by municipality.
type lookBack struct {
	years     []int
	actual    [][]float64
	expected  [][]float64
	deviation [][]float64 // relative to expected; by municipality, and then by year
	counted   [][]float64 // the same; NaN where the year does not count
	noise     []float64   // by municipality: the variance of its noise, over that of the median
	level     []float64   // by municipality: the variance of its expected level, over that of an effect
	nearest   []bool      // by year: drivers are of another
	variance  components
	half      float64 // how many standard errors the intervals reach to each side
}

// lookBack compares the years up to the one compared, each by itself, and finds
// how the differences of the areas with enough of them have lasted. Years and
// areas are compared on all processors.
func (r *run) lookBack(ctx context.Context, comparisons []*comparison) error {
	areas, years := r.followable(comparisons)
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
			byYear[t], err = r.at(year, comparisons).compare(inner)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return forEach(ctx, areas, func(_ context.Context, i int) error {
		var fits []*comparison
		var fitted []int
		for t, year := range years {
			k := slices.IndexFunc(byYear[t], func(c *comparison) bool { return c.area.ID == areas[i].area.ID })
			if k >= 0 && byYear[t][k].fitted != nil {
				fits, fitted = append(fits, byYear[t][k]), append(fitted, year)
			}
		}
		areas[i].setPersistence(fitted, fits)
		return nil
	})
}

// followable are the areas with a model whose differences can be followed: those
// with figures of the year compared and enough years before.
func (r *run) followable(comparisons []*comparison) (areas []*comparison, years []int) {
	all := map[int]bool{}
	for _, c := range comparisons {
		var has []int
		for _, year := range r.data.Years() {
			if year <= r.year && year != dataset.Undated && r.hasFigures(c.area, year) {
				has = append(has, year)
			}
		}
		if len(has) >= leastYears && has[len(has)-1] == r.year && c.fitted != nil {
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
	return !slices.ContainsFunc(slices.Concat(a.Spending, a.VolumeIDs()), func(id string) bool { return r.data.Column(id, year) == nil })
}

// at is the comparison of one single year by the same plan, as a run of that
// year makes it: so the two have the same figures. Only where drivers were chosen
// does each area keep those of the year compared, for a difference cannot be
// followed from one model to another.
func (r *run) at(year int, comparisons []*comparison) *run {
	one := &run{
		data: r.data, plan: r.plan, year: year, years: []int{year}, excluded: r.excluded,
		drivers: map[string]*driver{}, substituted: map[string]int{}, lookingBack: true,
		asked: r.asked, ledger: ledger{entries: r.ledger.entries}, spaces: r.spaces,
	}
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
	if len(years) < leastYears {
		return
	}
	n := len(c.position)
	l := &lookBack{years: years, deviation: table(n, len(years)), counted: table(n, len(years)), noise: c.noise()}
	standsOut := make([]int, n) // years
	for t, fit := range fits {
		expected := make([]float64, n)
		for m := range expected {
			expected[m] = fit.expect(m).expected
			if expected[m] > 0 {
				l.deviation[m][t] = (fit.now.unit[m] - expected[m]) / expected[m]
			}
			if l.counted[m][t] = l.deviation[m][t]; fit.standsOut(m) {
				l.counted[m][t] = math.NaN()
				standsOut[m]++
			}
		}
		l.actual, l.expected = append(l.actual, fit.now.unit), append(l.expected, expected)
		l.nearest = append(l.nearest, slices.ContainsFunc(fit.drivers, func(d *driver) bool { return d.notOf(years[t]) }))
		if fit != c {
			for _, id := range slices.Concat(c.area.Spending, c.area.VolumeIDs()) {
				c.followed = append(c.followed, use{id, years[t]})
			}
		}
	}
	// The variance components are those of the municipalities that form the
	// expected level, in the years that they do.
	var formed [][]float64
	for _, m := range c.rows {
		formed = append(formed, l.counted[m])
	}
	l.variance = varianceComponents(formed, vector.Pick(l.noise, c.rows))
	if math.IsNaN(l.variance.between) {
		return
	}
	l.level = make([]float64, n)
	for m := range l.level {
		e := c.expect(m)
		l.level[m] = l.noise[m] * e.leverage
		if e.inFit {
			l.level[m] /= 1 - e.leverage
		}
	}
	for m, times := range standsOut { // one that stands out year after year differs lastingly
		if n, _ := known(l.deviation[m]); 2*float64(times) >= n {
			l.counted[m] = l.deviation[m]
		}
	}
	l.half = distuv.StudentsT{Sigma: 1, Nu: max(leastDF, l.variance.df)}.Quantile((1 + confidence) / 2)
	c.years = l
	c.model.SigmaU, c.model.SigmaE = 100*math.Sqrt(l.variance.between), 100*math.Sqrt(l.variance.within)
}

// standsOut says whether the estimator gave a municipality no weight.
func (c *comparison) standsOut(m int) bool {
	i := c.position[m]
	return i >= 0 && c.fitted.Robustness != nil && c.fitted.Robustness[i] == 0
}

// noise is the variance of each municipality's noise, over that of one of median
// weight.
func (c *comparison) noise() []float64 {
	noise := slices.Repeat([]float64{1}, len(c.position))
	if c.weights == nil {
		return noise
	}
	sorted := vector.Pick(c.weights, c.rows)
	slices.Sort(sorted)
	median := vector.Quantile(sorted, 0.5)
	for m, w := range c.weights {
		noise[m] = median / w
	}
	return noise
}

// table is a table of missing values.
func table(rows, columns int) [][]float64 {
	block, list := vector.Missing(rows*columns), make([][]float64, rows)
	for i := range list {
		list[i] = block[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return list
}

// of lays out one municipality's persistence, with the years that are corrected;
// nil where it has no deviation.
func (l *lookBack) of(m int, corrected []int) *Persistence {
	if l == nil {
		return nil
	}
	n, sum := known(l.deviation[m])
	counted, countedSum := known(l.counted[m])
	if counted == 0 {
		return nil
	}
	nan := math.NaN()
	p := &Persistence{
		N: int(n), Counted: int(counted), MeanPct: 100 * sum / n,
		PersistentPct: nan, SEPct: nan, LowPct: nan, HighPct: nan, JumpPct: nan,
	}
	before := nan
	for t, year := range l.years {
		y := YearDeviation{
			Year: year, Actual: l.actual[t][m], Expected: l.expected[t][m], DeviationPct: nan,
			Counts: !math.IsNaN(l.counted[m][t]), NearestDrivers: l.nearest[t],
			Corrected: slices.Contains(corrected, year),
		}
		if y.Expected > 0 {
			y.DeviationPct = 100 * (y.Actual - y.Expected) / y.Expected // as the row has it
		}
		if y.DeviationPct > 0 {
			p.YearsAbove++
		}
		p.Years = append(p.Years, y)
		leap := math.Abs(y.DeviationPct - before)
		if leap > 100*jumpSDs*math.Sqrt(2*l.noise[m]*l.variance.within) && !(leap <= math.Abs(p.JumpPct)) {
			p.JumpYear, p.JumpPct = year, y.DeviationPct-before
		}
		if !math.IsNaN(y.DeviationPct) {
			before = y.DeviationPct
		}
	}
	if p.Counted < leastYears {
		return p
	}
	lambda := l.variance.reliability(counted / l.noise[m])
	p.PersistentPct = 100 * lambda * countedSum / counted
	p.SEPct = 100 * math.Sqrt(l.variance.between*(1-lambda+lambda*l.level[m]))
	p.LowPct, p.HighPct = p.PersistentPct-l.half*p.SEPct, p.PersistentPct+l.half*p.SEPct
	return p
}
