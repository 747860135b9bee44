package regress

import (
	"errors"
	"fmt"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// A Factor is a weighted design that is factorised once, for any number of
// responses. With W the diagonal of the weights and X the design it is
//
//	A = √W·X·D⁻¹·P = Q·R,
//
// where P puts the columns in another order, and D holds the powers of two next
// above the columns' norms, so that dividing by them rounds nothing (Golub & Van
// Loan 2013, §5.4.2). A factor does not change.
type Factor struct {
	design  *Design
	weights []float64 // nil: 1
	roots   []float64 // √weights; nil: 1

	a     []float64 // n × p, row by row
	q     []float64 // n × p, row by row
	r     []float64 // p × p upper triangle, row by row
	pivot []int     // which column of the design is column k of A
	scale []float64 // the power of two that column k of A was divided by

	leverage []float64 // hᵢ, the squared norms of the rows of Q
	solved   []float64 // n × p, row by row: (X'WX)⁻¹·xᵢ·√wᵢ, columns as in the design
	inverse  []float64 // the diagonal of (X'WX)⁻¹
	total    float64   // Σ wᵢ
	mean     []float64 // the weighted mean of each column
	vif      []float64

	condition func() float64 // computes it when it is first asked for
}

// solve solves R·x = z in place.
func (f *Factor) solve(z []float64) {
	p := len(z)
	for k := p - 1; k >= 0; k-- {
		row := f.r[k*p : (k+1)*p]
		rest := z[k]
		for j := k + 1; j < len(row); j++ {
			rest -= row[j] * z[j]
		}
		z[k] = rest / row[k]
	}
}

// solveTransposed solves R'·x = z in place.
func (f *Factor) solveTransposed(z []float64) {
	p := len(z)
	for k, v := range z {
		row := f.r[k*p : (k+1)*p]
		v /= row[k]
		z[k] = v
		for j := k + 1; j < len(row); j++ {
			z[j] -= row[j] * v
		}
	}
}

// solveCoefficients solves R·D·P'·x = z, where x has the columns' order of the
// design. It overwrites z.
func (f *Factor) solveCoefficients(z, x []float64) {
	f.solve(z)
	for k, column := range f.pivot {
		x[column] = z[k] / f.scale[k]
	}
}

// split splits b into Q·z and a rest e that is orthogonal to Q.
func (f *Factor) split(b, z, e []float64) {
	p := len(z)
	clear(z)
	for i, v := range b {
		vector.AddScaled(z, v, f.q[i*p:(i+1)*p])
	}
	for i, v := range b {
		e[i] = v - vector.Dot(z, f.q[i*p:(i+1)*p])
	}
}

// spreadRow returns x'(X'WX)⁻¹x of a row, the intercept's 1 first. It is the
// squared norm of z in R'·z = P'·D⁻¹·x.
func (f *Factor) spreadRow(x []float64) float64 {
	z := make([]float64, len(x))
	for k, column := range f.pivot {
		z[k] = x[column] / f.scale[k]
	}
	f.solveTransposed(z)
	return vector.Dot(z, z)
}

// PredictLeverage returns the leverage w·x'(X'WX)⁻¹x that a row outside the
// design has. The row is given without the intercept's 1.
func (f *Factor) PredictLeverage(x []float64, weight float64) float64 {
	return weight * f.spreadRow(f.design.completeRow(x))
}

// Leverage returns hᵢ, the diagonal of the hat matrix, of every row (R:
// hatvalues). The caller must not change the slice.
func (f *Factor) Leverage() []float64 { return f.leverage }

// VIF returns the variance inflation factor of every column (R: car::vif): how
// many times larger the variance of the coefficient is than it would be if the
// column were uncorrelated with the others. The intercept's comes first and means
// nothing. The caller must not change the slice.
func (f *Factor) VIF() []float64 { return f.vif }

// Mean returns the weighted mean of every column. The caller must not change the
// slice.
func (f *Factor) Mean() []float64 { return f.mean }

// Condition returns the condition number of the weighted design with its columns
// scaled to norm 1: the largest singular value over the smallest (Belsley, Kuh &
// Welsch 1980). Above 30 the coefficients depend on each other. Near 1e16 no
// digit of them is right.
func (f *Factor) Condition() float64 { return f.condition() }

// weight returns wᵢ.
func (f *Factor) weight(i int) float64 {
	if f.weights == nil {
		return 1
	}
	return f.weights[i]
}

// root returns √wᵢ.
func (f *Factor) root(i int) float64 {
	if f.roots == nil {
		return 1
	}
	return f.roots[i]
}

// weightedMean returns Σ wᵢvᵢ / Σ wᵢ.
func (f *Factor) weightedMean(values []float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += f.weight(i) * v
	}
	return sum / f.total
}

// totalSquares returns Σ wᵢ(vᵢ − c)², where c is the weighted mean or, in a
// design without an intercept, zero.
func (f *Factor) totalSquares(values []float64) float64 {
	centre := 0.0
	if f.design.intercept {
		centre = f.weightedMean(values)
	}
	sum := 0.0
	for i, v := range values {
		sum += f.weight(i) * (v - centre) * (v - centre)
	}
	return sum
}

// errNoFactor is the error of a fit on a nil factor, such as one that [Factorize] returned
// beside an error.
var errNoFactor = errors.New("regress: there is no factor to fit on: look at what Factorize says")

// checkResponse returns a *[ValueError] for a response that cannot be fitted. It is an error
// too if there is no factor. It panics if there is not a value for every row.
func (f *Factor) checkResponse(y []float64) error {
	if f == nil || f.design == nil {
		return errNoFactor
	}
	if n := f.design.Rows(); len(y) != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows", len(y), n))
	}
	return CheckValues(ResponseName, y, f.roots)
}
