package expected

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Confidence is the level of the intervals.
const Confidence = 0.95

// Expectation is what the others lead one to expect of one municipality, per unit.
// Everything is NaN where the area has no model or the municipality lacks a driver.
type Expectation struct {
	Level float64 // ŷ₍ᵢ₎, or the ordinary prediction outside the fit
	Low   float64 // the prediction interval
	High  float64

	Fitted       float64 // the model's value in the sample
	T            float64 // studentised residual
	DF           int     // its degrees of freedom
	Leverage     float64
	Cook         float64 // NaN outside the fit
	InFit        bool
	RobustWeight float64 // that a robust estimator gave; NaN for others and outside the fit
}

// newMissingExpectation returns an expectation in which everything is missing.
func newMissingExpectation() Expectation {
	nan := math.NaN()
	return Expectation{
		Level: nan, Low: nan, High: nan, Fitted: nan, T: nan, Leverage: nan, Cook: nan,
		RobustWeight: nan,
	}
}

// Expect returns what is expected of a municipality.
func (m *Model) Expect(municipality int) Expectation {
	e := newMissingExpectation()
	f := m.Fitted
	if f == nil {
		return e
	}
	var sd float64
	half, smearing := m.half.outside, m.smearing.all
	if i := m.position[municipality]; i >= 0 {
		e.InFit = true
		e.Level, sd, e.T = f.LeaveOneOut[i], f.LeaveOneOutSD[i], f.Studentized[i]
		e.DF = min(f.DF-1, m.tailDF)
		e.Fitted, e.Leverage, e.Cook = f.Fitted[i], m.Factor.Leverage()[i], f.Cook[i]
		if f.Robustness != nil {
			e.RobustWeight = f.Robustness[i]
		}
		half = m.half.inFit
		if m.Method.Log {
			smearing = m.smearing.without[i]
		}
	} else {
		x, complete := m.listDrivers(municipality)
		if !complete {
			return e
		}
		weight := 1.0
		if m.Area.Weights != nil {
			if weight = m.Area.Weights[municipality]; !(weight > 0) {
				return e
			}
		}
		e.Level, sd, _ = f.Predict(x, weight)
		e.Leverage = m.Factor.PredictLeverage(x, weight)
		e.Fitted, e.DF = e.Level, min(f.DF, m.tailDF)
		e.T = (m.Response[municipality] - e.Level) / sd
	}
	if m.Method.Untested {
		sd, e.T = math.NaN(), math.NaN()
	}
	e.Low, e.High = e.Level-half*sd, e.Level+half*sd
	if m.Method.Log {
		e.Level, e.Fitted = math.Exp(e.Level)*smearing, math.Exp(e.Fitted)*m.smearing.all
		e.Low, e.High = math.Exp(e.Low), math.Exp(e.High)
	}
	return e
}

// Contributions explains a municipality's expected level: the others' mean, and
// what each driver adds, in the drivers' order. They sum to the level. On the log
// scale the parts of the logarithm are shared out by the logarithmic mean of the
// others' level and the expected one.
func (m *Model) Contributions(municipality int, level float64) (base float64, parts []float64) {
	parts = make([]float64, len(m.Area.Drivers))
	smearing := m.smearing.all
	if i := m.position[municipality]; i >= 0 {
		base = m.Fitted.Contributions(int(i), parts)
		if m.Method.Log {
			smearing = m.smearing.without[i]
		}
	} else {
		x, _ := m.listDrivers(municipality)
		base = m.Fitted.PredictContributions(x, parts)
	}
	if m.Method.Log {
		base = math.Exp(base) * smearing
		mean := LogarithmicMean(level, base)
		for k := range parts {
			parts[k] *= mean
		}
	}
	return base, parts
}

// LogarithmicMean returns (a − b)/(ln a − ln b), and a where they are equal.
func LogarithmicMean(a, b float64) float64 {
	if a == b {
		return a
	}
	return (a - b) / math.Log1p((a-b)/b) // ln(a/b) keeps its digits where a is near b
}

// FarLimit is the leverage above which a municipality's drivers are so far from
// the others' that its expected level is drawn out beyond the data: 3p/n.
func (m *Model) FarLimit() float64 {
	return 3 * float64(len(m.Fitted.Coefficients)) / float64(m.Fitted.N)
}

// ExplainsNothing says whether the drivers predict less than a tenth of the
// variance. The share of absolute deviations that quantile regression has in its
// place is about half as large where it is small.
func (m *Model) ExplainsNothing() bool {
	limit := 0.1
	if m.isQuantile() {
		limit = 0.05
	}
	return len(m.Area.Drivers) > 0 && m.Fitted.LooR2 < limit
}

// newStudentsT returns Student's t distribution.
func newStudentsT(df int) distuv.StudentsT { return distuv.StudentsT{Sigma: 1, Nu: float64(df)} }
