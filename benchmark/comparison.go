package benchmark

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// comparison is one area of a run: its figures, its model and what comes of
// them. Slices are by municipality.
type comparison struct {
	area     *plan.Area
	model    Model
	log      bool // the model is of the logarithm
	untested bool // no test can be made of the residuals
	names    func(municipality int) string
	codes    func(municipality int) string
	drivers  []*driver
	uses     []use

	now        figures
	before     []float64 // the unit figure a year earlier; nil: the data do not go back so far
	response   []float64 // the unit figure on the model's scale
	weights    []float64 // nil: 1
	weightsKey string

	rows     []int32 // the municipalities in the fit
	position []int32 // a municipality's place in rows; −1: not in the fit
	design   *design
	factor   *regress.Factor // of the design
	fitted   *regress.Fit
	tailDF   int       // at most so many degrees of freedom do the residuals' tails allow
	tInFit   float64   // Student's t for the interval of a row in the fit, with n−p−1 degrees of freedom
	tOutside float64   // the same for one outside, with n−p
	smearing []float64 // by place in rows: Duan's factor without that row; log scale only
	smearAll float64   // Duan's factor from all rows; 1 on the level scale

	tail       []float64 // one-sided p-value on the side where the figure lies; with a minus for below expected
	q, qLow    []float64 // false discovery rates for above and for below
	rule       target.Rule
	own        namedFinder // of that rule
	orderOnce  sync.Once
	order      []int32 // see byFigure
	data       *dataset.Dataset
	spaces     *spaces // where the municipalities lie, for their nearest
	rank       []int32 // 1 is the lowest figure; 0: no figure
	rankBefore []int32 // nil: the data do not go back so far
	ranked     int     // how many have a rank

	curve    *curve      // nil: the plan asks for none
	activity *comparison // of the area's activity; nil: none
	quality  []quality
	years    *lookBack // how the differences lasted; nil: too few years
	followed []use     // figures of other years, by which they were followed

	corrected map[int][]int // the years in which a municipality's figure is corrected
}

// prepare finds an area's figures and drivers, and who is in the fit.
func (r *run) prepare(ctx context.Context, a *plan.Area) (*comparison, error) {
	n, nan := len(r.data.Municipalities()), math.NaN()
	c := &comparison{
		area: a,
		model: Model{
			Area: a.ID, Name: a.Name, Unit: a.Unit, NotService: a.NotService, Estimator: r.plan.Estimator, Scale: r.plan.Scale,
			SigmaU: nan, SigmaE: nan, Sigma: nan, R2: nan, AdjR2: nan, LooR2: nan, AICc: nan, BIC: nan, PRESS: nan, Condition: nan, RobustScale: nan, Tau: nan, Gamma: nan,
			BreuschPagan: regress.Test{Stat: nan, P: nan}, RESET: regress.Test{Stat: nan, P: nan}, Outlier: Outlier{T: nan, P: nan},
		},
		log:      r.plan.Scale == plan.Log,
		untested: !r.plan.Tested(),
		data:     r.data,
		spaces:   r.spaces,
		names:    func(m int) string { return r.data.Municipalities()[m].Name },
		codes:    func(m int) string { return r.data.Municipalities()[m].Code },
		position: make([]int32, n),
		tailDF:   math.MaxInt,
		smearAll: 1,
	}
	c.rule, _ = target.Parse(a.Target)
	c.model.PartOf = r.plan.WholeOf(a)
	c.model.Activity = r.activityName(a)
	c.now = r.indicator(a, r.years)
	c.before = r.before(a)
	for _, year := range r.years {
		for _, id := range append(a.Spending[:len(a.Spending):len(a.Spending)], a.VolumeIDs()...) {
			c.uses = append(c.uses, use{id, year})
		}
	}
	r.setWeights(c)
	c.setResponse()
	r.prepareCurve(c)
	if err := r.choose(ctx, c); err != nil {
		return nil, err
	}
	for _, id := range a.Drivers {
		d := r.driver(id)
		c.drivers = append(c.drivers, d)
		c.uses = append(c.uses, d.uses...)
		c.model.Drivers = append(c.model.Drivers, DriverName{ID: id, Name: d.name})
	}
	c.quality = r.qualities(c)
	c.chooseRows(r.excluded)
	r.warnOfArea(c)
	if !r.refuseYears(c) {
		c.guard(&r.plan)
	}
	return c, nil
}

// hasYears says whether the data have figures of every one of the years.
func (r *run) hasYears(years []int) bool {
	return !slices.ContainsFunc(years, func(year int) bool { return !slices.Contains(r.data.Years(), year) })
}

// setWeights finds the precision weights of the municipalities.
func (r *run) setWeights(c *comparison) {
	if r.plan.Variance == plan.VarianceBySize { // see setVariances; until then, who has a size
		c.weights, c.weightsKey = c.now.volume, "size"
		return
	}
	var uses []use
	c.weights, c.weightsKey, uses = r.weightsFor(r.plan.Estimator, c)
	c.uses = append(c.uses, uses...)
}

// weightsFor finds the weights that an estimator has where the variance is
// constant.
func (r *run) weightsFor(estimator plan.Estimator, c *comparison) (weights []float64, key string, uses []use) {
	switch {
	case estimator == plan.OLS:
	case r.plan.Weights != "":
		weights, uses = r.nearest([]string{r.plan.Weights})
		key = r.plan.Weights
	case estimator == plan.WLS:
		weights, key = c.now.volume, fmt.Sprintf("%q of %q", c.area.SpendingPer, c.area.Per)
	}
	return weights, key, uses
}

// setResponse brings the figures to the model's scale.
func (c *comparison) setResponse() {
	c.response = c.now.unit
	if !c.log {
		return
	}
	c.response = make([]float64, len(c.now.unit))
	var lost []string
	for m, u := range c.now.unit {
		c.response[m] = math.NaN()
		if u > 0 {
			c.response[m] = math.Log(u)
		} else if !math.IsNaN(u) {
			lost = append(lost, c.names(m))
		}
	}
	if len(lost) > 0 {
		c.warn(NotPositive, notPositive.With(few(lost)))
	}
}

// chooseRows settles who is in the fit: those with a figure, every driver and
// a weight, who are not excluded.
func (c *comparison) chooseRows(excluded []bool) {
	var without []string
	for m, y := range c.response {
		c.position[m] = -1
		complete := !math.IsNaN(y) && (c.weights == nil || c.weights[m] > 0)
		for _, d := range c.drivers {
			complete = complete && !math.IsNaN(d.values[m])
		}
		switch {
		case !complete:
			without = append(without, c.names(m))
		case !excluded[m]:
			c.position[m] = int32(len(c.rows))
			c.rows = append(c.rows, int32(m))
		}
	}
	c.model.N = len(c.rows)
	var empty []string // nobody to spend on
	for m, v := range c.now.volume {
		if v <= 0 {
			empty = append(empty, c.names(m))
		}
	}
	if len(empty) > 0 {
		c.warn(EmptyVolume, emptyVolume.With(few(empty)))
	}
	if len(without) > 0 && len(without) < len(c.response) {
		c.warn(MissingFigure, missingFigure.With(len(without), few(without)))
	}
}

// warnOfArea says what a reader should know of how an area is put together.
func (r *run) warnOfArea(c *comparison) {
	if len(c.area.VolumeIDs()) == 0 {
		c.warn(NoVolume, noVolume.With())
	}
	r.warnOfUnits(c)
}

// refuseYears refuses an area whose spending or volume has no figures at all
// in a year compared, and says which.
func (r *run) refuseYears(c *comparison) bool {
	for _, id := range append(c.area.Spending[:len(c.area.Spending):len(c.area.Spending)], c.area.VolumeIDs()...) {
		var has, lacks lang.List
		for _, year := range r.data.Years() {
			if r.data.Column(id, year) != nil {
				has = append(has, strconv.Itoa(year))
			}
		}
		for _, year := range r.years {
			if r.data.Column(id, year) == nil {
				lacks = append(lacks, strconv.Itoa(year))
			}
		}
		ind, _ := r.data.Indicator(id)
		switch {
		case len(has) == 0:
			c.warn(RefusedNoFigures, refusedNothing.With(ind.Name))
			return true
		case len(lacks) > 0:
			c.warn(RefusedNoFigures, refusedNoFigures.With(ind.Name, lacks, has))
			return true
		}
	}
	return false
}

func (c *comparison) warn(code WarningCode, message lang.Message) {
	c.model.Warnings = append(c.model.Warnings, Warning{Code: code, Area: c.area.ID, message: message})
}

func (c *comparison) refused() bool {
	for _, w := range c.model.Warnings {
		if w.Refused() {
			return true
		}
	}
	return false
}

// guard refuses a model that there is too little to fit on.
func (c *comparison) guard(p *plan.Plan) {
	n, columns := len(c.rows), len(c.drivers)+1
	switch {
	case n < max(p.MinN, 1):
		c.warn(RefusedTooFew, refusedTooFew.With(n, p.MinN))
		return
	case n < max(p.MinNPerDriver*columns, columns+2): // one degree of freedom is left without the one compared
		c.warn(RefusedPerDriver, refusedPerDriver.With(n, columns, max(p.MinNPerDriver*columns, columns+2)))
		return
	}
	if regress.IsConstant(vector.Pick(c.response, c.rows)) {
		c.warn(RefusedConstant, spendingConstant.With())
	}
	for _, d := range c.drivers {
		if regress.IsConstant(vector.Pick(d.values, c.rows)) {
			c.warn(RefusedConstant, driverConstant.With(d.name))
		}
	}
}
