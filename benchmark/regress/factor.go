package regress

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// Factor is a weighted design factorised once, for any number of responses:
// A = √W·X·D⁻¹·P = Q·R by Householder reflections with column pivoting, P the
// pivoting and D the powers of two next to the columns' norms, by which the
// columns are scaled without rounding (Golub & Van Loan 2013, §5.4.2). It does
// not change.
type Factor struct {
	design  *Design
	weights []float64 // nil: 1
	root    []float64 // √weights; nil: 1

	a     []float64 // n × p, row by row: the scaled design, columns as in q
	q     []float64 // n × p, row by row
	r     []float64 // p × p upper triangle, row by row
	pivot []int     // column of the design that is column k of Q·R
	scale []float64 // power of two that column was divided by

	leverage []float64 // hᵢ
	solved   []float64 // n × p: (X'WX)⁻¹·xᵢ·√wᵢ, row by row, columns as in the design
	inverse  []float64 // diagonal of (X'WX)⁻¹
	total    float64   // Σ wᵢ
	mean     []float64 // weighted mean of each column
	vif      []float64

	condition func() float64 // found when first asked for
}

// RankError tells of columns of a design that are linear combinations of
// others, so that their coefficients cannot be told apart.
type RankError struct {
	Column string   // the column that says nothing new
	Of     []string // the columns that it is a combination of
}

func (e *RankError) Error() string {
	return fmt.Sprintf("regress: column %q is a linear combination of %s", e.Column, strings.Join(e.Of, ", "))
}

// Factorize factorises a design. Weights are precisions: the error of row i
// has variance σ²/wᵢ; nil means 1 for every row. A design whose columns are
// linearly dependent is a *[RankError], and a value or a weight that no model can
// be fitted to, such as one that is missing, a *[ValueError]. It panics where there
// is no column, fewer rows than columns, or not a weight for every row.
func Factorize(d *Design, weights []float64) (*Factor, error) {
	n, p := d.Rows(), d.Columns()
	if p == 0 {
		panic("regress: a design without columns")
	}
	if n < p {
		panic(fmt.Sprintf("regress: %d rows for %d columns", n, p))
	}
	if weights != nil && len(weights) != n {
		panic(fmt.Sprintf("regress: %d weights for %d rows", len(weights), n))
	}
	f := &Factor{design: d, weights: weights}
	if weights != nil {
		if err := checkWeights(weights); err != nil {
			return nil, err
		}
		f.root = make([]float64, n)
		for i, w := range weights {
			f.root[i] = math.Sqrt(w)
		}
	}
	for k, c := range d.columns {
		if err := checkValues(d.names[k], c, f.root); err != nil {
			return nil, err
		}
	}
	if err := f.decompose(); err != nil {
		return nil, err
	}
	f.solveRows()
	f.condition = sync.OnceValue(f.findCondition)
	return f, nil
}

// decompose finds Q, R, the pivoting and the leverages.
func (f *Factor) decompose() error {
	n, p := f.design.Rows(), f.design.Columns()
	scale, err := f.scaleColumns()
	if err != nil {
		return err
	}
	f.q = make([]float64, n*p)
	for k, column := range f.design.columns {
		for i, v := range column {
			f.q[i*p+k] = v * f.rootAt(i) / scale[k]
		}
	}
	qr := blas64.General{Rows: n, Cols: p, Stride: p, Data: f.q}
	tau := make([]float64, p)
	f.pivot = slices.Repeat([]int{-1}, p) // every column is free to move
	work := make([]float64, 1)
	lapack64.Geqp3(qr, f.pivot, tau, work, -1)
	work = make([]float64, max(int(work[0]), p*p))
	lapack64.Geqp3(qr, f.pivot, tau, work, len(work))

	f.r = make([]float64, p*p)
	for k := range p {
		copy(f.r[k*p+k:(k+1)*p], f.q[k*p+k:(k+1)*p])
	}
	for k := range p {
		// Rank is decided on the scaled design, where a column's norm is between
		// a half and 1.
		if math.Abs(f.r[k*p+k]) <= float64(max(n, p))*epsilon*math.Abs(f.r[0]) {
			return f.dependent(k)
		}
	}
	lapack64.Orgqr(qr, tau, work, len(work))
	f.a = make([]float64, n*p)
	f.scale = make([]float64, p)
	for k, column := range f.pivot {
		f.scale[k] = scale[column]
		for i, v := range f.design.columns[column] {
			f.a[i*p+k] = v * f.rootAt(i) / f.scale[k]
		}
	}
	f.leverage = make([]float64, n)
	for i := range n {
		row := f.q[i*p : (i+1)*p]
		f.leverage[i] = dot(row, row)
	}
	return nil
}

// scaleColumns returns, for every column of the design, the power of two next
// above its norm. A column of zeros is a *RankError.
func (f *Factor) scaleColumns() ([]float64, error) {
	scale := make([]float64, f.design.Columns())
	weighted := make([]float64, f.design.Rows())
	for k, column := range f.design.columns {
		for i, v := range column {
			weighted[i] = v * f.rootAt(i)
		}
		norm := norm2(weighted)
		if norm == 0 {
			return nil, &RankError{Column: f.design.names[k]}
		}
		_, exponent := math.Frexp(norm)
		scale[k] = math.Ldexp(1, exponent)
	}
	return scale, nil
}

// epsilon is the distance from 1 to the next larger number.
const epsilon = 0x1p-52

// dependent names the column at pivot k and those it is made of: the columns
// before it with R₁₁·z = r₁ₖ and z not zero.
func (f *Factor) dependent(k int) error {
	p := f.design.Columns()
	z := make([]float64, k)
	for i := k - 1; i >= 0; i-- {
		z[i] = f.r[i*p+k]
		for j := i + 1; j < k; j++ {
			z[i] -= f.r[i*p+j] * z[j]
		}
		z[i] /= f.r[i*p+i]
	}
	e := &RankError{Column: f.design.names[f.pivot[k]]}
	for i, v := range z {
		if math.Abs(v) > 1e-9 {
			e.Of = append(e.Of, f.design.names[f.pivot[i]])
		}
	}
	return e
}

// solveRows finds (X'WX)⁻¹·xᵢ·√wᵢ = D⁻¹·P·R⁻¹·qᵢ for every row, the diagonal of
// (X'WX)⁻¹, the columns' means and the variance inflation factors.
func (f *Factor) solveRows() {
	n, p := f.design.Rows(), f.design.Columns()
	f.solved = make([]float64, n*p)
	f.inverse = make([]float64, p)
	z := make([]float64, p)
	for i := range n {
		copy(z, f.q[i*p:(i+1)*p])
		f.unscale(z, f.solved[i*p:(i+1)*p])
		for k, v := range f.solved[i*p : (i+1)*p] {
			f.inverse[k] += v * v // Σᵢ (X'WX)⁻¹xᵢ√wᵢ·√wᵢxᵢ'(X'WX)⁻¹ = (X'WX)⁻¹
		}
	}
	if math.Abs(f.r[0]) > nearlyDependent*math.Abs(f.r[p*p-1]) {
		f.refineInverse()
	}
	for i := range n {
		f.total += f.weightAt(i)
	}
	f.mean = make([]float64, p)
	f.vif = make([]float64, p)
	for k, c := range f.design.columns {
		f.mean[k] = f.weightedMean(c)
		f.vif[k] = f.inverse[k] * f.sumOfSquares(c, f.centre(c))
	}
}

// unscale solves R·D·P'·x = z, and leaves z changed.
func (f *Factor) unscale(z, x []float64) {
	f.solve(z)
	for k, column := range f.pivot {
		x[column] = z[k] / f.scale[k]
	}
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

// leverageOf returns x'(X'WX)⁻¹x of a row outside the design, the intercept's
// 1 first: the square of the norm of z in R'·z = D⁻¹·P'·x.
func (f *Factor) leverageOf(x []float64) float64 {
	z := make([]float64, len(x))
	for k, column := range f.pivot {
		z[k] = x[column] / f.scale[k]
	}
	f.solveTransposed(z)
	return dot(z, z)
}

// LeverageOf returns the leverage w·x'(X'WX)⁻¹x that a row outside the design
// has, given without the intercept's 1.
func (f *Factor) LeverageOf(x []float64, weight float64) float64 {
	return weight * f.leverageOf(f.design.row(x))
}

// Design returns the design that was factorised.
func (f *Factor) Design() *Design { return f.design }

// Leverage returns hᵢ, the diagonal of the hat matrix, of every row
// (R: hatvalues). The slice is shared and must not be changed.
func (f *Factor) Leverage() []float64 { return f.leverage }

// VIF returns the variance inflation factor of every column, the intercept's
// (which means nothing) first: how many times larger the variance of a
// coefficient is than it would be were its column uncorrelated with the
// others (R: car::vif). The slice is shared and must not be changed.
func (f *Factor) VIF() []float64 { return f.vif }

// Mean returns the weighted mean of every column. The slice is shared and
// must not be changed.
func (f *Factor) Mean() []float64 { return f.mean }

// Condition returns the condition number of the design with its columns scaled
// to norm 1, the largest over the smallest singular value (Belsley, Kuh &
// Welsch 1980). Above 30 the coefficients depend on each other; near 1e16 no
// digit of them is right.
func (f *Factor) Condition() float64 { return f.condition() }

func (f *Factor) findCondition() float64 {
	p := f.design.Columns()
	scaled := mat.NewDense(p, p, nil)
	for k := range p {
		norm := 0.0
		for i := range k + 1 {
			norm = math.Hypot(norm, f.r[i*p+k])
		}
		for i := range k + 1 {
			scaled.Set(i, k, f.r[i*p+k]/norm)
		}
	}
	var svd mat.SVD
	if !svd.Factorize(scaled, mat.SVDNone) {
		return math.NaN()
	}
	values := svd.Values(nil)
	return values[0] / values[p-1]
}

// centre is what sums of squares are measured from: the mean, or zero in a
// design without an intercept.
func (f *Factor) centre(values []float64) float64 {
	if !f.design.intercept {
		return 0
	}
	return f.weightedMean(values)
}

func (f *Factor) rootAt(i int) float64 {
	if f.root == nil {
		return 1
	}
	return f.root[i]
}

func (f *Factor) weightAt(i int) float64 {
	if f.weights == nil {
		return 1
	}
	return f.weights[i]
}

func (f *Factor) weightedMean(values []float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += f.weightAt(i) * v
	}
	return sum / f.total
}

// sumOfSquares returns Σ wᵢ(vᵢ − mean)².
func (f *Factor) sumOfSquares(values []float64, mean float64) float64 {
	sum := 0.0
	for i, v := range values {
		sum += f.weightAt(i) * (v - mean) * (v - mean)
	}
	return sum
}

func dot(a, b []float64) float64 {
	b = b[:len(a)]
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// norm2 returns the Euclidean norm, safe from overflow.
func norm2(v []float64) float64 {
	sum := dot(v, v)
	if sum > 1e-290 && sum < 1e290 {
		return math.Sqrt(sum)
	}
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	if largest == 0 {
		return 0
	}
	sum = 0
	for _, x := range v {
		sum += (x / largest) * (x / largest)
	}
	return largest * math.Sqrt(sum)
}

// addScaled adds s·v to a.
func addScaled(a []float64, s float64, v []float64) {
	v = v[:len(a)]
	for i := range a {
		a[i] += s * v[i]
	}
}
