package regress

import (
	"fmt"
	"math"
)

// A ValueError reports a number that no model can be fitted to: one that is not
// finite, one whose square is not finite, or a weight that is not positive.
type ValueError struct {
	Column string // the name of the column, [ResponseName] or [WeightName]
	Row    int
	Value  float64
}

// ResponseName and WeightName are the names that a [ValueError] has for the
// response and for the weights.
const (
	ResponseName = "response"
	WeightName   = "weight"
)

func (e *ValueError) Error() string {
	what := "is too large"
	switch {
	case math.IsNaN(e.Value) || math.IsInf(e.Value, 0):
		what = "is not finite"
	case e.Column == WeightName && e.Value <= 0:
		what = "is not positive"
	}
	return fmt.Sprintf("regress: %s, row %d: %v %s", e.Column, e.Row, e.Value, what)
}

// largestValue is the largest number, times the root of its row's weight, that
// a model is fitted to. The squares of a hundred million of them have a finite
// sum.
const largestValue = 1e150

// CheckValues returns a *[ValueError] for the first value that no model can be
// fitted to. The roots are the square roots of the rows' weights; nil means 1.
func CheckValues(column string, values, roots []float64) error {
	for i, v := range values {
		size := math.Abs(v)
		if roots != nil {
			size = max(size, size*roots[i])
		}
		if !(size <= largestValue) { // so that NaN is found too
			return &ValueError{column, i, v}
		}
	}
	return nil
}

// CheckWeights returns a *[ValueError] for the first weight that is not positive
// or is too large.
func CheckWeights(weights []float64) error {
	for i, w := range weights {
		if !(w > 0 && w <= largestValue) {
			return &ValueError{WeightName, i, w}
		}
	}
	return nil
}
