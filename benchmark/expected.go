package benchmark

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/stat/distuv"
)

// confidence is the level of the intervals.
const confidence = 0.95

// comparison is one area of a run: its figures, its model and what comes of
// them. Slices are by municipality.
type comparison struct {
	area    *Area
	model   Model
	log     bool // the model is of the logarithm
	names   func(municipality int) string
	drivers []*driver
	uses    []use

	now        figures
	before     []float64 // the unit figure a year earlier
	response   []float64 // the unit figure on the model's scale
	weights    []float64 // nil: 1
	weightsKey string

	rows     []int // the municipalities in the fit
	position []int // a municipality's place in rows; −1: not in the fit
	design   *design
	fitted   *regress.Fit
	tInFit   float64   // Student's t for the interval of a row in the fit, with n−p−1 degrees of freedom
	tOutside float64   // the same for one outside, with n−p
	smearing []float64 // by place in rows: Duan's factor without that row; log scale only
	smearAll float64   // Duan's factor from all rows; 1 on the level scale

	p, pLow    []float64 // one-sided for above and for below expected
	q, qLow    []float64 // false discovery rates for above and for below
	target     []float64
	rule       TargetRule
	rank       []int // 1 is the lowest figure; 0: no figure
	rankBefore []int
	ranked     int // how many have a rank
}

// prepare finds an area's figures and drivers, and who is in the fit.
func (r *run) prepare(a *Area) *comparison {
	n := len(r.data.Municipalities())
	c := &comparison{
		area: a,
		model: Model{
			Area: a.ID, Name: a.Name, Unit: a.Unit, Estimator: r.plan.Estimator, Scale: r.plan.Scale,
			Sigma: math.NaN(), R2: math.NaN(), AdjR2: math.NaN(), LooR2: math.NaN(),
		},
		log:      r.plan.Scale == "log",
		names:    func(m int) string { return r.data.Municipalities()[m].Name },
		position: make([]int, n),
		smearAll: 1,
	}
	c.rule, _ = ParseTarget(a.Target)
	c.model.PartOf = r.plan.whole(a)
	c.now = r.indicator(a, r.years)
	c.before = r.indicator(a, yearsEnding(r.year-1, len(r.years))).unit
	for _, year := range r.years {
		for _, id := range append(a.Spending[:len(a.Spending):len(a.Spending)], a.volumeIDs()...) {
			c.uses = append(c.uses, use{id, year})
		}
	}
	for _, id := range a.Drivers {
		d := r.driver(id)
		c.drivers = append(c.drivers, d)
		c.uses = append(c.uses, d.uses...)
		c.model.Drivers = append(c.model.Drivers, DriverName{ID: id, Name: d.name})
	}
	r.setWeights(c)
	c.setResponse()
	c.chooseRows(r.excluded)
	r.warnOfArea(c)
	c.guard(&r.plan)
	return c
}

// volumeIDs are the indicators an area's totals and volume are made of.
func (a *Area) volumeIDs() []string {
	ids := a.Per
	if a.SpendingPer != "" {
		ids = append(ids[:len(ids):len(ids)], a.SpendingPer)
	}
	return ids
}

// setWeights finds the precision weights of "wls".
func (r *run) setWeights(c *comparison) {
	switch {
	case r.plan.Estimator != "wls":
	case r.plan.Weights != "":
		var uses []use
		c.weights, uses = r.nearest([]string{r.plan.Weights})
		c.weightsKey, c.uses = r.plan.Weights, append(c.uses, uses...)
	default:
		c.weights, c.weightsKey = c.now.volume, strings.Join(c.area.volumeIDs(), "+")
	}
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
			c.position[m] = len(c.rows)
			c.rows = append(c.rows, m)
		}
	}
	c.model.N = len(c.rows)
	if len(without) > 0 && len(without) < len(c.response) {
		c.warn(MissingFigure, missingFigure.With(len(without), few(without)))
	}
}

// warnOfArea says what a reader should know of how an area is put together.
func (r *run) warnOfArea(c *comparison) {
	if len(c.area.volumeIDs()) == 0 {
		c.warn(NoVolume, noVolume.With())
	}
	for _, id := range c.area.Spending {
		if ind, _ := r.data.Indicator(id); ind.Per != "" && ind.Per != c.area.SpendingPer {
			c.warn(AlreadyDivided, alreadyDivided.With(id, ind.Per, ind.Per))
		}
	}
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
func (c *comparison) guard(p *Plan) {
	n, columns := len(c.rows), len(c.drivers)+1
	switch {
	case n < max(p.MinN, 1):
		c.warn(RefusedTooFew, refusedTooFew.With(n, p.MinN))
		return
	case n < p.MinNPerDriver*columns || n < columns+2:
		c.warn(RefusedPerDriver, refusedPerDriver.With(n, columns, p.MinNPerDriver))
		return
	}
	if regress.IsConstant(pick(c.response, c.rows)) {
		c.warn(RefusedConstant, spendingConstant.With())
	}
	for _, d := range c.drivers {
		if regress.IsConstant(pick(d.values, c.rows)) {
			c.warn(RefusedConstant, driverConstant.With(d.name))
		}
	}
}

func pick(values []float64, rows []int) []float64 {
	picked := make([]float64, len(rows))
	for i, m := range rows {
		picked[i] = values[m]
	}
	return picked
}

// design is a factor that areas with the same drivers, weights and
// municipalities share, made by the first that asks.
type design struct {
	factor func() (*regress.Factor, error)
}

// designKey is the same for areas that can share a factor.
func (c *comparison) designKey() string {
	var b strings.Builder
	for _, d := range c.drivers {
		fmt.Fprintf(&b, "%q ", d.id)
	}
	fmt.Fprintf(&b, "%q ", c.weightsKey)
	bits := make([]byte, (len(c.position)+7)/8)
	for _, m := range c.rows {
		bits[m/8] |= 1 << (m % 8)
	}
	b.Write(bits)
	return b.String()
}

func newDesign(c *comparison) *design {
	return &design{factor: sync.OnceValues(func() (*regress.Factor, error) {
		names, columns := make([]string, len(c.drivers)), make([][]float64, len(c.drivers))
		for k, d := range c.drivers {
			names[k], columns[k] = d.id, pick(d.values, c.rows)
		}
		var weights []float64
		if c.weights != nil {
			weights = pick(c.weights, c.rows)
		}
		return regress.Factorize(regress.NewDesign(len(c.rows), names, columns), weights)
	})}
}

// fitModel fits the area's model. What the data do not allow becomes a
// warning.
func (c *comparison) fitModel(ctx context.Context, e regress.Estimator) error {
	factor, err := c.design.factor()
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		of := make([]string, len(dependent.Of))
		for i, id := range dependent.Of {
			of[i] = c.columnName(id)
		}
		c.warn(RefusedRank, refusedRank.With(c.columnName(dependent.Column), lang.List(of)))
		return nil
	}
	if err != nil {
		return err
	}
	fit, err := e.Fit(ctx, factor, pick(c.response, c.rows))
	if err != nil {
		return err
	}
	if fit.R2 > 1-1e-15 {
		c.warn(RefusedPerfect, refusedPerfect.With())
		return nil
	}
	c.fitted = fit
	c.tInFit = studentsT(fit.DF - 1).Quantile((1 + confidence) / 2)
	c.tOutside = studentsT(fit.DF).Quantile((1 + confidence) / 2)
	m := &c.model
	m.DF, m.Sigma, m.R2, m.AdjR2, m.LooR2 = fit.DF, fit.Sigma, fit.R2, fit.AdjR2, fit.LooR2
	m.Coefficients = fit.Coefficients
	if c.log {
		c.smear()
	}
	for k, vif := range factor.VIF() {
		if k > 0 && vif > 10 {
			c.warn(HighVIF, highVIF.With(c.drivers[k-1].name, lang.Number{Value: vif}))
		}
	}
	if len(c.drivers) > 0 && fit.LooR2 < 0.1 {
		c.warn(ExplainsNothing, explainsNothing.With(lang.Number{Value: fit.LooR2, Decimals: 2}))
	}
	return nil
}

// columnName is what a person calls a column of the design.
func (c *comparison) columnName(id string) string {
	for _, d := range c.drivers {
		if d.id == id {
			return d.name
		}
	}
	return id
}

// exactSmearing is how many rows a fit may have for each one's smearing
// factor to be computed without it; in a larger fit one row's share of the
// factor is of no account, and only its own residual is left out.
const exactSmearing = 2000

// smear finds the smearing factors of a log model: the mean of the
// exponential of the residuals (Duan 1983), for each municipality from the
// fit without it.
func (c *comparison) smear() {
	n := c.fitted.N
	sum := 0.0
	for _, e := range c.fitted.Residuals {
		sum += math.Exp(e)
	}
	c.smearAll = sum / float64(n)
	c.smearing = make([]float64, n)
	without := make([]float64, n)
	for i := range n {
		if n > exactSmearing {
			c.smearing[i] = (sum - math.Exp(c.fitted.Residuals[i])) / float64(n-1)
			continue
		}
		c.fitted.ResidualsWithout(i, without)
		total := 0.0
		for j, e := range without {
			if j != i {
				total += math.Exp(e)
			}
		}
		c.smearing[i] = total / float64(n-1)
	}
}

// expectation is what is expected of one municipality, in kr. per unit.
type expectation struct {
	expected float64 // from the others: ŷ₍ᵢ₎, or the ordinary prediction outside the fit
	fitted   float64 // in-sample
	low      float64
	high     float64
	t        float64
	df       int
	leverage float64
	cook     float64 // NaN outside the fit
	inFit    bool
}

// expect returns what is expected of a municipality. Everything is NaN where
// the area has no model or the municipality no drivers.
func (c *comparison) expect(m int) expectation {
	nan := math.NaN()
	none := expectation{expected: nan, fitted: nan, low: nan, high: nan, t: nan, leverage: nan, cook: nan}
	if c.fitted == nil {
		return none
	}
	e := none
	f := c.fitted
	var sd float64
	smearing := c.smearAll
	if i := c.position[m]; i >= 0 {
		e.inFit = true
		e.expected, sd, e.t, e.df = f.LeaveOneOut[i], f.LeaveOneOutSD[i], f.Studentized[i], f.DF-1
		e.fitted, e.leverage, e.cook = f.Fitted[i], f.Factor().Leverage()[i], f.Cook[i]
		if c.log {
			smearing = c.smearing[i]
		}
	} else {
		x, complete := c.row(m)
		if !complete {
			return none
		}
		weight := 1.0
		if c.weights != nil {
			if weight = c.weights[m]; !(weight > 0) {
				return none
			}
		}
		e.expected, sd, e.leverage = f.Predict(x, weight)
		e.fitted, e.df = e.expected, f.DF
		e.t = (c.response[m] - e.expected) / sd
	}
	half := c.tOutside * sd
	if e.inFit {
		half = c.tInFit * sd
	}
	e.low, e.high = e.expected-half, e.expected+half
	if c.log {
		e.expected, e.fitted = math.Exp(e.expected)*smearing, math.Exp(e.fitted)*c.smearAll
		e.low, e.high = math.Exp(e.low), math.Exp(e.high)
	}
	return e
}

// row returns a municipality's drivers, and whether none is missing.
func (c *comparison) row(m int) (x []float64, complete bool) {
	x = make([]float64, len(c.drivers))
	complete = true
	for k, d := range c.drivers {
		x[k] = d.values[m]
		complete = complete && !math.IsNaN(x[k])
	}
	return x, complete
}

// contributions explains a municipality's expected level: the others' mean
// and what each driver adds, which sum to it. On the log scale the parts of
// the logarithm are shared out in kr. by the logarithmic mean of the others'
// level and the expected one.
func (c *comparison) contributions(m int, expected float64) []Contribution {
	if math.IsNaN(expected) {
		return nil
	}
	parts := make([]float64, len(c.drivers))
	var base float64
	smearing := c.smearAll
	if i := c.position[m]; i >= 0 {
		base = c.fitted.Contributions(i, parts)
		if c.log {
			smearing = c.smearing[i]
		}
	} else {
		x, _ := c.row(m)
		base = c.fitted.ContributionsOf(x, parts)
	}
	if c.log {
		base = math.Exp(base) * smearing
		mean := logarithmicMean(expected, base)
		for k := range parts {
			parts[k] *= mean
		}
	}
	list := []Contribution{{Name: OthersMean, Value: base}}
	for k, d := range c.drivers {
		list = append(list, Contribution{Name: d.id, Value: parts[k]})
	}
	return list
}

// logarithmicMean is (a − b)/(ln a − ln b), and a where they are equal.
func logarithmicMean(a, b float64) float64 {
	if ratio := math.Log(a / b); math.Abs(ratio) > 1e-9 {
		return (a - b) / ratio
	}
	return (a + b) / 2
}

// test finds the one-sided p-values of every municipality, for being above
// and for being below what is expected. The smaller of the two is a tail, for
// 1 − p has no digits left where p is near 1.
func (c *comparison) test() {
	c.p, c.pLow = missing(len(c.response)), missing(len(c.response))
	for m := range c.p {
		if e := c.expect(m); !math.IsNaN(e.t) {
			tail := studentsT(e.df).Survival(math.Abs(e.t))
			c.p[m], c.pLow[m] = tail, 1-tail
			if e.t < 0 {
				c.p[m], c.pLow[m] = 1-tail, tail
			}
		}
	}
}

func studentsT(df int) distuv.StudentsT { return distuv.StudentsT{Sigma: 1, Nu: float64(df)} }

// extrapolations warns of municipalities whose drivers are so unlike the
// others' that their expected level is drawn out beyond the data.
func (c *comparison) extrapolations(d *dataset.Dataset) (list []Warning) {
	if c.fitted == nil {
		return nil
	}
	limit := 3 * float64(len(c.fitted.Coefficients)) / float64(c.fitted.N)
	for m, who := range d.Municipalities() {
		if e := c.expect(m); e.leverage > limit {
			list = append(list, Warning{
				Code: Extrapolation, Area: c.area.ID, Municipality: who.Code,
				message: extrapolation.With(who.Name, c.area.Name, lang.Number{Value: e.leverage, Decimals: 2}, lang.Number{Value: limit, Decimals: 2}),
			})
		}
	}
	return list
}
