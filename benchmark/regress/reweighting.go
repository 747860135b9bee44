package regress

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"gonum.org/v1/gonum/floats"
)

// A reweighting is what the robust estimators share: one response on one factor
// that is fitted again and again with other weights of the rows (iteratively
// reweighted least squares, Holland & Welsch 1977).
//
// It works on √w·y and, in place of √W·X, on a Q whose columns are orthonormal.
// So the estimates are the same whatever the units of the columns are, and the
// systems are well conditioned. Everything is allocated once.
type reweighting struct {
	x     *Factor
	basis *Factor // the one whose R turns √W·X into Q, see chooseBasis
	n, p  int

	q        [][]float64 // Q, column by column
	products [][]float64 // each column times itself and the later ones; nil: not computed
	least    []float64   // β̂, the coefficients of least squares
	start    []float64   // √w·(y − Xβ̂)
	zero     float64     // residuals up to this are rounding

	theta []float64 // the coefficients of start on Q, where the reweighting stands
	e     []float64 // start − Q·θ
	steps int       // how many a descent has taken

	weights   []float64 // ψ(uᵢ)/uᵢ, the robustness
	curvature []float64 // ψ'(uᵢ)
	lower     []float64 // the Cholesky factor of Q'·diag·Q, row by row
	step      []float64

	column, sorted []float64 // scratch
	bits           []uint64
}

// newReweighting stands at least squares. A response that cannot be fitted is a
// *[ValueError].
func newReweighting(x *Factor, y []float64) (*reweighting, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	n, p := x.design.Rows(), x.design.Columns()
	r := &reweighting{x: x, basis: chooseBasis(x), n: n, p: p, bits: make([]uint64, n)}
	block := make([]float64, 6*n+n*p+p*p+2*p)
	next := func(size int) (c []float64) { c, block = block[:size:size], block[size:]; return c }
	r.start, r.e, r.weights, r.curvature = next(n), next(n), next(n), next(n)
	r.column, r.sorted = next(n), next(n)
	r.lower, r.theta, r.step = next(p*p), next(p), next(p)
	r.q = make([][]float64, p)
	for k := range r.q {
		r.q[k] = next(n)
	}
	r.least = x.project(y, r.start)
	row := r.step
	most := 0.0
	for i, v := range y {
		root := x.root(i)
		copy(row, x.q[i*p:(i+1)*p])
		if r.basis != x {
			for k, column := range r.basis.pivot {
				row[k] = x.design.columns[column][i] * root / r.basis.scale[k]
			}
			r.basis.solveTransposed(row)
		}
		for k, v := range row {
			r.q[k][i] = v
		}
		most = max(most, math.Abs(v*root))
	}
	r.zero = 1e-13 * most
	r.moveTo(r.theta)
	return r, nil
}

// chooseBasis returns the factor of the design, unless some rows lie far out: a
// driver is there a thousand times as far from its median as in half of the rows.
// Then the columns of Q would be about these rows alone. The other rows, which may
// be the ones to fit, would have the same numbers in them to many digits. So the
// basis is then the factor of the others.
func chooseBasis(x *Factor) *Factor {
	n := x.design.Rows()
	far := make([]bool, n)
	distance, sorted := make([]float64, n), make([]float64, n)
	for _, c := range x.design.columns {
		copy(sorted, c)
		median := vector.FindMedian(sorted)
		for i, v := range c {
			distance[i] = math.Abs(v - median)
		}
		copy(sorted, distance)
		limit := 1000 * vector.FindMedian(sorted) // 0 where half of the rows or more are alike
		for i, d := range distance {
			far[i] = far[i] || limit > 0 && d > limit
		}
	}
	near := n
	for _, out := range far {
		if out {
			near--
		}
	}
	if near == n || near < x.design.Columns() {
		return x
	}
	basis, err := x.factorizeRows(func(i int) bool { return !far[i] })
	if err != nil { // the far rows are needed
		return x
	}
	return basis
}

// mostProducts is how many numbers the products of Q's columns may be. They spare
// a step a third of its time, and cost memory where there are many rows.
const mostProducts = 1 << 15

// multiplyColumns computes the products of Q's columns, for many steps.
func (r *reweighting) multiplyColumns() {
	pairs := r.p * (r.p + 1) / 2
	if r.products != nil || r.n*pairs > mostProducts {
		return
	}
	block := make([]float64, r.n*pairs)
	for k, q := range r.q {
		for _, other := range r.q[k:] {
			r.products = append(r.products, floats.MulTo(block[:r.n:r.n], q, other))
			block = block[r.n:]
		}
	}
}

// moveTo moves to the coefficients θ.
func (r *reweighting) moveTo(theta []float64) {
	copy(r.theta, theta)
	copy(r.e, r.start)
	for k, q := range r.q {
		if r.theta[k] != 0 {
			floats.AddScaled(r.e, -r.theta[k], q)
		}
	}
}

// moveBy adds a multiple of the step to θ.
func (r *reweighting) moveBy(times float64) {
	for k, s := range r.step {
		r.theta[k] += times * s
		floats.AddScaled(r.e, -times*s, r.q[k])
	}
}

// findStep finds the step δ = (Q'·diag(curvature)·Q)⁻¹·Q'·diag(weights)·e, and
// returns its norm. No residual changes more than that. With the weights as
// curvature the step leads to the weighted least-squares fit, and with ψ' it is
// Newton's. It reports false where the matrix is not positive definite.
func (r *reweighting) findStep(curvature []float64) (size float64, ok bool) {
	floats.MulTo(r.column, r.weights, r.e)
	for k, q := range r.q {
		r.step[k] = floats.Dot(q, r.column)
	}
	if !r.decompose(curvature) {
		return 0, false
	}
	r.solveForward(r.step)
	r.solveBackward(r.step)
	return vector.Norm(r.step), true
}

// multiplyWeighted writes the lower triangle of Q'·diag(d)·Q.
func (r *reweighting) multiplyWeighted(d []float64) {
	p, pair := r.p, 0
	for k, q := range r.q {
		if r.products == nil {
			floats.MulTo(r.column, d, q)
		}
		for j := k; j < p; j++ {
			if r.products == nil {
				r.lower[j*p+k] = floats.Dot(r.column, r.q[j])
				continue
			}
			r.lower[j*p+k] = floats.Dot(d, r.products[pair])
			pair++
		}
	}
}

// decompose finds L in Q'·diag(d)·Q = L·L' (Cholesky), and reports whether there
// is one. Because Q'·Q is the identity, what is left of a diagonal element is
// measured against 1.
func (r *reweighting) decompose(d []float64) bool {
	p := r.p
	r.multiplyWeighted(d)
	for k := range p {
		row := r.lower[k*p : k*p+p]
		for j := range k {
			other := r.lower[j*p : j*p+p]
			for m := range j {
				row[j] -= row[m] * other[m]
			}
			row[j] /= other[j]
			row[k] -= row[j] * row[j]
		}
		if !(row[k] > 1e-14) {
			return false
		}
		row[k] = math.Sqrt(row[k])
	}
	return true
}

// solveForward solves L·z = b in place.
func (r *reweighting) solveForward(b []float64) {
	for k := range b {
		row := r.lower[k*r.p : k*r.p+k+1]
		for j, l := range row[:k] {
			b[k] -= l * b[j]
		}
		b[k] /= row[k]
	}
}

// solveBackward solves L'·z = b in place.
func (r *reweighting) solveBackward(b []float64) {
	p := r.p
	for k := p - 1; k >= 0; k-- {
		for j := k + 1; j < p; j++ {
			b[k] -= r.lower[j*p+k] * b[j]
		}
		b[k] /= r.lower[k*p+k]
	}
}

// stepTolerance is how far, as a share of the scale, the last step of a descent
// may move the residuals.
const stepTolerance = 1e-10

// descend makes an objective smaller: Σ ρ(eᵢ/s) with the scale s fixed, or s
// itself. Up to a factor both have the gradient Σ ψ(uᵢ)·qᵢ and, where that is
// zero, the second derivatives Σ ψ'(uᵢ)·qᵢqᵢ'. For a scale, weigh writes ψ(u)/u
// and ψ'(u).
//
// A reweighted step always goes down. Near a minimum a step of Newton's method is
// tried first, and taken where it goes down too. The descent takes at most limit
// steps, and reports whether it has converged.
func (r *reweighting) descend(
	ctx context.Context, objective func() (value, scale float64),
	weigh func(scale float64), limit int,
) (converged bool, err error) {
	value, scale := objective()
	size := math.Inf(1)
	for range limit {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		if scale == 0 {
			return true, nil
		}
		r.steps++
		weigh(scale)
		done := false
		if size < scale {
			var newton float64
			if newton, done = r.findStep(r.curvature); done {
				r.moveBy(1)
				after, s := objective()
				if done = after <= value*(1+1e-14); done {
					size, value, scale = newton, after, s
				} else {
					r.moveBy(-1)
				}
			}
		}
		if !done {
			var ok bool
			if size, ok = r.findStep(r.weights); !ok {
				return false, nil
			}
			r.moveBy(1)
			value, scale = objective()
		}
		if size <= stepTolerance*scale {
			return true, nil
		}
	}
	return false, nil
}

// medianScale returns the median of |eᵢ| over 0.6745, which where errors are
// normal estimates their standard deviation. (MASS has these four digits.)
func (r *reweighting) medianScale() float64 {
	return vector.FindMedianSize(r.e, r.bits) / 0.6745
}

// keepExact sets the weights of a fit of scale 0: 1 for the rows that lie on it
// and 0 for the others.
func (r *reweighting) keepExact() {
	for i, e := range r.e {
		r.weights[i] = 0
		if math.Abs(e) <= 10*r.zero {
			r.weights[i] = 1
		}
	}
}

// coefficients returns the β of a θ.
func (r *reweighting) coefficients(theta []float64) []float64 {
	beta := make([]float64, r.p)
	r.basis.solveCoefficients(slices.Clone(theta), beta)
	vector.AddScaled(beta, 1, r.least)
	return beta
}

// transform returns the θ of a β, which is R·D·P'·(β − β̂).
func (r *reweighting) transform(beta []float64) []float64 {
	b, p := r.basis, r.p
	theta := make([]float64, p)
	for j, column := range b.pivot {
		moved := (beta[column] - r.least[column]) * b.scale[j]
		for k := range j + 1 {
			theta[k] += b.r[k*p+j] * moved
		}
	}
	return theta
}

// transformation returns the T in β − β̂ = T·θ, row by row: T·T' = (X'WX)⁻¹.
func (r *reweighting) transformation() []float64 {
	p := r.p
	t := make([]float64, p*p)
	unit, column := make([]float64, p), make([]float64, p)
	for j := range p {
		clear(unit)
		unit[j] = 1
		r.basis.solveCoefficients(unit, column)
		for k, v := range column {
			t[k*p+j] = v
		}
	}
	return t
}
