package benchmark

import (
	"math"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"gonum.org/v1/gonum/stat/distuv"
)

// confidence is the level of the intervals.
const confidence = 0.95

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
	robust   float64 // the weight a robust estimator gave; NaN for others and outside the fit
}

// expect returns what is expected of a municipality. Everything is NaN where
// the area has no model or the municipality no drivers.
func (c *comparison) expect(m int) expectation {
	nan := math.NaN()
	none := expectation{expected: nan, fitted: nan, low: nan, high: nan, t: nan, leverage: nan, cook: nan, robust: nan}
	if c.fitted == nil {
		return none
	}
	e := none
	f := c.fitted
	var sd float64
	smearing := c.smearAll
	if i := c.position[m]; i >= 0 {
		e.inFit = true
		e.expected, sd, e.t, e.df = f.LeaveOneOut[i], f.LeaveOneOutSD[i], f.Studentized[i], min(f.DF-1, c.tailDF)
		e.fitted, e.leverage, e.cook = f.Fitted[i], c.factor.Leverage()[i], f.Cook[i]
		if f.Robustness != nil {
			e.robust = f.Robustness[i]
		}
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
		e.expected, sd, _ = f.Predict(x, weight)
		e.leverage = c.factor.LeverageOf(x, weight)
		e.fitted, e.df = e.expected, min(f.DF, c.tailDF)
		e.t = (c.response[m] - e.expected) / sd
	}
	if c.untested {
		sd, e.t = math.NaN(), math.NaN()
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
		base = c.fitted.Contributions(int(i), parts)
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
	list := append(make([]Contribution, 0, 1+len(parts)), Contribution{Name: OthersMean, Value: base})
	for k, d := range c.drivers {
		list = append(list, Contribution{Name: d.id, Value: parts[k]})
	}
	return list
}

// test tests every municipality against its expected level. Only the smaller of
// the two one-sided p-values is a tail that has all its digits.
func (c *comparison) test() {
	c.tail = vector.Missing(len(c.response))
	if c.fitted == nil {
		return
	}
	c.tInFit, c.tOutside = halfWidth(min(c.fitted.DF-1, c.tailDF)), halfWidth(min(c.fitted.DF, c.tailDF))
	for m := range c.tail {
		if e := c.expect(m); !math.IsNaN(e.t) && !math.IsInf(e.t, 0) {
			c.tail[m] = math.Copysign(studentsT(e.df).Survival(math.Abs(e.t)), e.t)
		}
	}
	if i, t, _ := c.fitted.Outlier(); i >= 0 && !c.untested {
		m := int(c.rows[i])
		c.model.Outlier = Outlier{Municipality: c.codes(m), T: t, P: min(1, 2*math.Abs(c.tail[m])*float64(c.fitted.N))}
	}
}

// p is the one-sided p-value for being above what is expected.
func (c *comparison) p(m int) float64 {
	if math.Signbit(c.tail[m]) {
		return 1 + c.tail[m]
	}
	return c.tail[m]
}

// halfWidths are Student's t for the interval by degrees of freedom: areas
// share them, and finding one costs as much as a fit.
var halfWidths sync.Map

// halfWidth is how many standard deviations the interval reaches to each side.
func halfWidth(df int) float64 {
	if t, ok := halfWidths.Load(df); ok {
		return t.(float64)
	}
	t := studentsT(df).Quantile((1 + confidence) / 2)
	halfWidths.Store(df, t)
	return t
}

func studentsT(df int) distuv.StudentsT { return distuv.StudentsT{Sigma: 1, Nu: float64(df)} }

// farLimit is the leverage above which a municipality's drivers are so far from
// the others' that its expected level is drawn out beyond the data: 3p/n.
func (c *comparison) farLimit() float64 {
	return 3 * float64(len(c.fitted.Coefficients)) / float64(c.fitted.N)
}

// reservations are what to have in mind with one expected level.
func (c *comparison) reservations(e *expectation) (codes []WarningCode) {
	if c.fitted == nil {
		return nil
	}
	if e.leverage > c.farLimit() {
		codes = append(codes, Extrapolation)
	}
	if e.expected <= 0 {
		codes = append(codes, NegativeExpected)
	}
	if c.explainsNothing() {
		codes = append(codes, ExplainsNothing)
	}
	return codes
}

// explainsNothing says whether the drivers predict less than a tenth of the
// variance. The share of absolute deviations that quantile regression has in
// its place is about half as large where it is small.
func (c *comparison) explainsNothing() bool {
	limit := 0.1
	if !math.IsNaN(c.model.Tau) {
		limit = 0.05
	}
	return len(c.drivers) > 0 && c.fitted.LooR2 < limit
}

// warnOfExpected warns of the municipalities whose expected level is to be
// read with reservation.
func (c *comparison) warnOfExpected(d *dataset.Dataset) (list []Warning) {
	for m, who := range d.Municipalities() {
		e := c.expect(m)
		for _, code := range c.reservations(&e) {
			w := Warning{Code: code, Area: c.area.ID, Municipality: who.Code}
			switch code {
			case Extrapolation:
				w.message = extrapolation.With(who.Name, c.area.Name, lang.Number{Value: e.leverage, Decimals: 2}, lang.Number{Value: c.farLimit(), Decimals: 2})
			case NegativeExpected:
				w.message = negativeExpected.With(who.Name, c.area.Name)
			default:
				continue // of the model as a whole, which has the warning
			}
			list = append(list, w)
		}
	}
	return list
}
