package regress

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack/lapack64"
	"gonum.org/v1/gonum/mat"
)

// A RankError reports a column of a design that is a linear combination of
// others, so that their coefficients cannot be told apart.
type RankError struct {
	Column string   // the column that says nothing new
	Of     []string // the columns that it is a combination of
}

func (e *RankError) Error() string {
	others := strings.Join(e.Of, ", ")
	return fmt.Sprintf("regress: column %q is a linear combination of %s", e.Column, others)
}

// Factorize factorises a design. Weights are precisions: the error of row i has
// variance σ²/wᵢ. Nil weights mean 1 for every row.
//
// A design whose columns are linearly dependent is a *[RankError], and a value
// or a weight that no model can be fitted to, such as a missing one, is a
// *[ValueError]. Factorize panics where there is no column, where there are fewer
// rows than columns, and where there is not a weight for every row.
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
		if err := CheckWeights(weights); err != nil {
			return nil, err
		}
		f.roots = make([]float64, n)
		for i, w := range weights {
			f.roots[i] = math.Sqrt(w)
		}
	}
	for k, c := range d.columns {
		if err := CheckValues(d.names[k], c, f.roots); err != nil {
			return nil, err
		}
	}
	if err := f.decompose(); err != nil {
		return nil, err
	}
	f.solveRows()
	f.describeColumns()
	f.condition = sync.OnceValue(f.findCondition)
	return f, nil
}

// decompose finds A, Q, R, P, D and the leverages.
func (f *Factor) decompose() error {
	n, p := f.design.Rows(), f.design.Columns()
	f.q = make([]float64, n*p)
	scale, err := f.scaleColumns(f.q[:n])
	if err != nil {
		return err
	}
	for k, column := range f.design.columns {
		for i, v := range column {
			f.q[i*p+k] = v * f.root(i) / scale[k]
		}
	}
	qr := blas64.General{Rows: n, Cols: p, Stride: p, Data: f.q}
	tau := make([]float64, p)
	f.pivot = slices.Repeat([]int{-1}, p) // lapack may move every column
	work := make([]float64, 1)
	lapack64.Geqp3(qr, f.pivot, tau, work, -1) // asks how much room it wants
	work = make([]float64, max(int(work[0]), p*p))
	lapack64.Geqp3(qr, f.pivot, tau, work, len(work))

	f.r = make([]float64, p*p)
	for k := range p {
		copy(f.r[k*p+k:(k+1)*p], f.q[k*p+k:(k+1)*p])
	}
	// The columns of A have norms between a half and 1, so a diagonal element of R
	// that is as small as rounding means that its column is dependent.
	for k := range p {
		if math.Abs(f.r[k*p+k]) <= float64(max(n, p))*vector.Epsilon*math.Abs(f.r[0]) {
			return f.describeDependence(k)
		}
	}
	lapack64.Orgqr(qr, tau, work, len(work))
	f.a = make([]float64, n*p)
	f.scale = make([]float64, p)
	for k, column := range f.pivot {
		f.scale[k] = scale[column]
		for i, v := range f.design.columns[column] {
			f.a[i*p+k] = v * f.root(i) / f.scale[k]
		}
	}
	f.leverage = make([]float64, n)
	for i := range n {
		row := f.q[i*p : (i+1)*p]
		f.leverage[i] = vector.Dot(row, row)
	}
	return nil
}

// scaleColumns returns the power of two next above the norm of every weighted
// column, and uses a slice as long as one. A column of zeros is a *[RankError].
func (f *Factor) scaleColumns(weighted []float64) ([]float64, error) {
	scale := make([]float64, f.design.Columns())
	for k, column := range f.design.columns {
		for i, v := range column {
			weighted[i] = v * f.root(i)
		}
		norm := vector.Norm(weighted)
		if norm == 0 {
			return nil, &RankError{Column: f.design.names[k]}
		}
		_, exponent := math.Frexp(norm)
		scale[k] = math.Ldexp(1, exponent)
	}
	return scale, nil
}

// describeDependence names the column at pivot k and the ones that it is made
// of: the columns before it whose z in R₁₁·z = r₁ₖ is not zero.
func (f *Factor) describeDependence(k int) error {
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

// nearlyDependent is how many times larger the first diagonal element of R may be
// than the last one before the diagonal of (X'WX)⁻¹ is refined. The ratio is about
// the condition number, and the diagonal loses as many digits as that has.
const nearlyDependent = 1e6

// solveRows finds (X'WX)⁻¹·xᵢ·√wᵢ = P·D⁻¹·R⁻¹·qᵢ for every row, and from that the
// diagonal of (X'WX)⁻¹ = Σᵢ (X'WX)⁻¹xᵢ√wᵢ·√wᵢxᵢ'(X'WX)⁻¹.
func (f *Factor) solveRows() {
	n, p := f.design.Rows(), f.design.Columns()
	f.solved = make([]float64, n*p)
	f.inverse = make([]float64, p)
	z := make([]float64, p)
	for i := range n {
		row := f.solved[i*p : (i+1)*p]
		copy(z, f.q[i*p:(i+1)*p])
		f.solveCoefficients(z, row)
		for k, v := range row {
			f.inverse[k] += v * v
		}
	}
	if math.Abs(f.r[0]) > nearlyDependent*math.Abs(f.r[p*p-1]) {
		f.refineInverse()
	}
}

// describeColumns finds the columns' means and variance inflation factors.
func (f *Factor) describeColumns() {
	for i := range f.design.Rows() {
		f.total += f.weight(i)
	}
	f.mean = make([]float64, f.design.Columns())
	f.vif = make([]float64, f.design.Columns())
	for k, c := range f.design.columns {
		f.mean[k] = f.weightedMean(c)
		f.vif[k] = f.inverse[k] * f.totalSquares(c)
	}
}

// findCondition computes what [Factor.Condition] returns. The singular values of
// the design are those of R, with its columns scaled to norm 1.
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

// reweight factorises the same design with its weights times the robustness.
// Because a factor's weights are positive, a row without robustness keeps one so
// small that its product with anything is lost in rounding.
func (f *Factor) reweight(ctx context.Context, robustness []float64) (*Factor, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v := make([]float64, len(robustness))
	for i, r := range robustness {
		v[i] = f.weight(i) * r
	}
	most := slices.Max(v)
	for i := range v {
		v[i] = max(v[i], 1e-200*most, 1e-300)
	}
	factor, err := Factorize(f.design, v)
	if err != nil {
		return nil, err
	}
	return factor, ctx.Err()
}

// factorizeRows factorises the rows that keep reports true for, with their
// weights.
func (f *Factor) factorizeRows(keep func(i int) bool) (*Factor, error) {
	return Factorize(f.design.selectRows(keep), selectValues(f.weights, keep))
}
