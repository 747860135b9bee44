package regress

import (
	"fmt"
	"math"
)

// ValueError tells of a number that no model can be fitted to: one that is not
// finite, or so large that its square is not, or a weight that is not positive.
type ValueError struct {
	Column string // the column's name, [ResponseName] or [WeightName]
	Row    int
	Value  float64
}

// ResponseName and WeightName are what a [ValueError] calls the response and the
// weights.
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

// largestValue is the largest size that a number may have, times the root of its
// row's weight: the square of it, a hundred million times, is a finite number.
const largestValue = 1e150

// checkValues returns a *[ValueError] for the first value that no model can be
// fitted to, for rows of the given √weights; nil means 1.
func checkValues(column string, values, root []float64) error {
	for i, v := range values {
		size := math.Abs(v)
		if root != nil {
			size = max(size, size*root[i])
		}
		if !(size <= largestValue) {
			return &ValueError{column, i, v}
		}
	}
	return nil
}

// checkWeights returns a *[ValueError] for the first weight that is not positive
// or too large.
func checkWeights(weights []float64) error {
	for i, w := range weights {
		if !(w > 0 && w <= largestValue) {
			return &ValueError{WeightName, i, w}
		}
	}
	return nil
}

// checkResponse returns a *[ValueError] for a response that cannot be fitted. It
// panics where there are not as many values as rows.
func (f *Factor) checkResponse(y []float64) error {
	if n := f.design.Rows(); len(y) != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows", len(y), n))
	}
	return checkValues(ResponseName, y, f.root)
}
