package benchmark

import (
	"context"
	"runtime"
	"slices"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/sync/errgroup"
)

// ErrNoReport is returned by outputs that are given no report. [lang.Of] returns its words in
// a language.
var ErrNoReport error = noReport.With()

// ErrNoGroup is returned by outputs that are given no comparison group. [lang.Of] returns its
// words in a language.
var ErrNoGroup error = noGroup.With()

// Options are what a run can be asked for beside the plan. The zero value asks for nothing.
type Options struct {
	// Progress, if it is not nil, is called while specification curves are fitted. It is
	// told how many models have been fitted, of how many in all areas. It is not called by
	// two goroutines at once, and done never falls.
	Progress func(done, total int)

	// LaterPrices bring what is expected to the prices of preliminary accounts, where the
	// plan's own index does not have their year: see [Preliminary].
	LaterPrices plan.Prices
}

// Run compares the municipalities of a data set as a plan says.
//
// A plan that is wrong, or that does not fit the data, is an error of type [plan.Errors].
// Figures that can hardly be right are an error too: see [plan.Plan.CheckFigures]. Other
// errors are the context's.
//
// An area that cannot be compared is not an error. Its model has a warning that says why, and
// its rows have only the actual figures.
func Run(ctx context.Context, d *dataset.Dataset, p plan.Plan, o Options) (*Report, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	if err := p.Check(d); err != nil {
		return nil, err
	}
	if err := p.CheckFigures(d); err != nil {
		return nil, err
	}
	r := newRun(d, p, o)
	r.warnOfPlan()
	r.warnOfFewAreas()
	if err := r.applyCorrections(ctx); err != nil {
		return nil, err
	}
	if err := r.checkAreas(); err != nil {
		return nil, err
	}

	comparisons, err := r.compareAreas(ctx)
	if err != nil {
		return nil, err
	}
	together := splitWhole(comparisons)
	if findTraits(r.plan.Estimator).Cuts {
		for _, group := range slices.Backward(together) {
			r.tailDF = expected.SetTails(listModels(group))
		}
	}
	if err := r.judgeAreas(ctx, comparisons); err != nil {
		return nil, err
	}
	for _, group := range together {
		expected.SetRates(listModels(group), families[r.plan.Family])
	}
	r.findPostings(comparisons)
	if err := r.splitActivity(ctx, comparisons); err != nil {
		return nil, err
	}
	if err := r.lookBack(ctx, comparisons); err != nil {
		return nil, err
	}
	for _, c := range comparisons {
		c.corrected = r.corrections.findYears(c.area.Spending)
	}
	if err := r.setCurves(ctx, comparisons); err != nil {
		return nil, err
	}
	report, err := r.layOutReport(ctx, comparisons)
	if err != nil {
		return nil, err
	}
	report.Preliminary, err = r.listPreliminary(ctx, report)
	return report, err
}

// run is a comparison that is being made.
type run struct {
	options Options
	data    *dataset.Dataset
	asked   *plan.Plan // as it was given
	plan    plan.Plan  // with its defaults filled in

	year     int
	later    int    // a year that too few have figures of to compare it; 0 if there is none
	years    []int  // those pooled into one figure; the last is year
	excluded []bool // by municipality: it is in no fit

	drivers     *driverTable
	spaces      *spaceFinder
	volumes     map[string][]float64
	warnings    []Warning
	corrections corrections
	tailDF      int // 0: not asked for

	// The year whose units stand for those that a later year lacks; 0: none do.
	unitsFrom int

	lookingBack bool // a year is compared only to see how differences last
}

func newRun(d *dataset.Dataset, p plan.Plan, o Options) *run {
	r := &run{options: o, data: d, asked: &p, plan: p.WithDefaults().WithData(d)}
	r.setYears()
	r.setExcluded()
	r.drivers = newDriverTable(d, &r.plan, r.year)
	r.spaces = newSpaceFinder(d, &r.plan, r.year, r.excluded)
	return r
}

func (r *run) warn(w Warning) { r.warnings = append(r.warnings, w) }

// compareAreas computes the figures of every area and fits the models of what is expected.
func (r *run) compareAreas(ctx context.Context) ([]*comparison, error) {
	comparisons := make([]*comparison, len(r.plan.Areas))
	for i := range r.plan.Areas {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c, err := r.prepareArea(ctx, &r.plan.Areas[i])
		if err != nil {
			return nil, err
		}
		comparisons[i] = c
	}
	if r.plan.Variance == plan.VarianceBySize {
		for _, group := range splitWhole(comparisons) {
			if err := expected.WeighBySize(ctx, listModels(group)); err != nil {
				return nil, err
			}
		}
	}
	return comparisons, r.fitAreas(ctx, comparisons)
}

// splitWhole splits the areas from those that are all service. What areas learn of each other,
// such as how the variance falls with size, and the false finds among them, is of areas beside
// each other. The whole is their sum, and one more question. The areas stand first, and no
// list is empty.
func splitWhole(comparisons []*comparison) [][]*comparison {
	var areas, whole []*comparison
	for _, c := range comparisons {
		if c.model.Whole {
			whole = append(whole, c)
		} else {
			areas = append(areas, c)
		}
	}
	return slices.DeleteFunc([][]*comparison{areas, whole},
		func(list []*comparison) bool { return len(list) == 0 })
}

// setYears sets the years compared.
func (r *run) setYears() {
	r.year, r.later = r.plan.YearIn(r.data), r.plan.LaterIn(r.data)
	r.years = plan.YearsEnding(r.year, r.plan.Pool)
}

// listExcludedCodes returns the codes of the municipalities that are in no fit.
func (r *run) listExcludedCodes() (codes []string) {
	for i, out := range r.excluded {
		if out {
			codes = append(codes, r.data.Municipalities()[i].Code)
		}
	}
	return codes
}

// setExcluded marks the municipalities that are in no fit. They are those that the plan
// names. If the plan is silent, they are those that the register marks as atypical.
func (r *run) setExcluded() {
	if r.plan.Exclude != nil {
		r.excluded = findMunicipalities(r.data, r.plan.Exclude)
		return
	}
	r.excluded = make([]bool, len(r.data.Municipalities()))
	for i, m := range r.data.Municipalities() {
		r.excluded[i] = m.Atypical
	}
}

// findMunicipalities marks, by position, the municipalities that have some names or codes.
func findMunicipalities(d *dataset.Dataset, names []string) []bool {
	marked := make([]bool, len(d.Municipalities()))
	for _, who := range names {
		if i, ok := d.Find(who); ok {
			marked[i] = true
		}
	}
	return marked
}

// leastMateriality is the least amount in kr. a year that somebody would mean by materiality.
const leastMateriality = 1000

// warnOfPlan warns of what a reader of the results should know of the plan.
func (r *run) warnOfPlan() {
	p := &r.plan
	if p.MinN < plan.DefaultMinN || p.MinNPerDriver < plan.DefaultMinNPerDriver {
		r.warn(Warning{Code: LoweredLimits, message: loweredLimits.With(p.MinN, p.MinNPerDriver,
			plan.DefaultMinN, plan.DefaultMinNPerDriver)})
	}
	if m := *p.Materiality; m > 0 && m < leastMateriality {
		r.warn(Warning{Code: SmallMateriality, message: smallMateriality.With(lang.Exact(m))})
	}
	if p.Weights != "" && p.Estimator == plan.OLS {
		r.warn(Warning{Code: WeightsNotUsed, message: weightsNotUsed.With(p.Weights, p.Estimator)})
	}
	for i := range p.Areas {
		a := &p.Areas[i]
		if other, accounts := p.SharedWith(a); other != "" {
			message := sharedAccounts.With(a.Name, p.NameOf(other), lang.List(accounts))
			if parts := r.nameParts(a); len(parts) > 0 {
				message = partsNotAdded.With(message, parts)
			}
			r.warn(Warning{Code: SharedAccounts, Area: a.ID, message: message})
		}
	}
	if !p.Tested() {
		r.warn(Warning{Code: NotTested, message: noTest.With(lang.Number{Value: 100 * p.Tau})})
	}
	r.warnOfPrices()
}

// nameParts returns the names of the parts of an area.
func (r *run) nameParts(a *plan.Area) (names lang.List) {
	for i := range r.plan.Areas {
		if part := &r.plan.Areas[i]; r.plan.WholeOf(part) == a.ID {
			names = append(names, part.Name)
		}
	}
	return names
}

// judgeAreas tests every area's differences, ranks the municipalities, and prepares the
// area's target rule.
func (r *run) judgeAreas(ctx context.Context, comparisons []*comparison) error {
	return forEachArea(ctx, comparisons, func(ctx context.Context, i int) error {
		c := comparisons[i]
		c.numbers.Test()
		if o := c.numbers.Outlier(); o.Municipality >= 0 {
			c.model.Outlier = Outlier{Municipality: c.code(o.Municipality), T: o.T, P: o.P}
		}
		c.ranks = newRanking(c.unit(), c.before)
		var err error
		if c.own, err = newFinder(ctx, c.rule, c); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// forEachArea calls do with the position of every area, on all processors. It returns the
// first error.
func forEachArea(
	ctx context.Context, comparisons []*comparison, do func(ctx context.Context, i int) error,
) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range comparisons {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return do(ctx, i)
		})
	}
	return g.Wait()
}

// layOutReport makes a report of the comparisons. The error is the context's.
func (r *run) layOutReport(ctx context.Context, comparisons []*comparison) (*Report, error) {
	report := &Report{
		Title:       r.plan.Title,
		Year:        r.year,
		Years:       r.years,
		Estimator:   r.plan.Estimator,
		Plan:        r.plan,
		Sources:     listSources(r.data, comparisons),
		TailDF:      r.tailDF,
		Corrections: r.corrections.applied,
		Excluded:    r.listExcludedCodes(),
		Prices:      r.describePrices(),
		data:        r.data,
		comparisons: comparisons,
		spaces:      r.spaces,
	}
	report.substituted = r.drivers.substituted
	ofExpected := make([][]Warning, len(comparisons))
	err := forEachArea(ctx, comparisons, func(ctx context.Context, i int) error {
		ofExpected[i] = comparisons[i].warnOfExpected()
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	report.Warnings = slices.Concat(r.warnings, r.drivers.warnings, report.listDataWarnings())
	for i, c := range comparisons {
		report.Models = append(report.Models, c.model)
		report.Warnings = append(report.Warnings, ofExpected[i]...)
		report.warnOfActivity(c)
		report.warnOfLowest(c)
		report.warnOfCorrectedYears(c)
	}
	return report, nil
}
