package expected

import (
	"math"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// halfWidths says how many standard deviations the interval reaches to each side.
type halfWidths struct {
	inFit   float64 // of a municipality in the fit, with n−p−1 degrees of freedom
	outside float64 // of one outside, with n−p
}

// setHalfWidths finds how far the intervals of a fitted model reach.
func (m *Model) setHalfWidths() {
	m.half = halfWidths{
		inFit:   findHalfWidth(min(m.Fitted.DF-1, m.tailDF)),
		outside: findHalfWidth(min(m.Fitted.DF, m.tailDF)),
	}
}

// Test tests every municipality against its expected level, and sets Tail. A tail is the
// smaller of the two one-sided p-values. It is negative if the figure lies below the
// level. The larger p-value is not stored, because it is 1 less the smaller and has fewer
// correct digits. A tail is NaN if there is no test.
func (m *Model) Test() {
	m.Tail = vector.Missing(len(m.Response))
	if m.Fitted == nil {
		return
	}
	m.setHalfWidths()
	for i := range m.Tail {
		if e := m.Expect(i); !math.IsNaN(e.T) && !math.IsInf(e.T, 0) {
			m.Tail[i] = math.Copysign(newStudentsT(e.DF).Survival(math.Abs(e.T)), e.T)
		}
	}
}

// P returns the one-sided p-value for being above what is expected.
func (m *Model) P(municipality int) float64 {
	if tail := m.Tail[municipality]; math.Signbit(tail) {
		return 1 + tail
	}
	return m.Tail[municipality]
}

// Outlier is the municipality with the largest studentised residual of a model.
type Outlier struct {
	Municipality int // position; −1: there is none
	T            float64
	P            float64 // two-sided, times the number of municipalities in the fit
}

// Outlier returns the municipality that stands out most. Call it after
// [Model.Test].
func (m *Model) Outlier() Outlier {
	if m.Fitted != nil && !m.Method.Untested {
		if i, t, _ := m.Fitted.Outlier(); i >= 0 {
			who := int(m.Rows[i])
			return Outlier{who, t, min(1, 2*math.Abs(m.Tail[who])*float64(m.Fitted.N))}
		}
	}
	return Outlier{-1, math.NaN(), math.NaN()}
}

// quantiles has quantiles of Student's t by probability and degrees of freedom. The areas
// share it, because a quantile takes as long to find as a fit.
var quantiles sync.Map

type quantileKey struct {
	probability float64
	df          int
}

// QuantileT returns a quantile of Student's t.
func QuantileT(probability float64, df int) float64 {
	key := quantileKey{probability, df}
	if t, ok := quantiles.Load(key); ok {
		return t.(float64)
	}
	t := newStudentsT(df).Quantile(probability)
	quantiles.Store(key, t)
	return t
}

// findHalfWidth returns how many standard deviations the interval reaches to each side.
func findHalfWidth(df int) float64 { return QuantileT((1+Confidence)/2, df) }
