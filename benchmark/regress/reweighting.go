package regress

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// reweighting is what the robust estimators share: one response on one factor,
// fitted again and again with other weights of the rows (iteratively reweighted
// least squares, Holland & Welsch 1977). It works on √w·y and on Q, whose
// columns are orthonormal, in place of √W·X: the estimates are then the same
// whatever the columns' units, and the systems are well conditioned. Everything
// is allocated once.
type reweighting struct {
	x     *Factor
	basis *Factor // whose R turns √W·X into Q, see basisOf
	n, p  int

	q        [][]float64 // Q, column by column
	products [][]float64 // of each column with itself and the later ones, row by row; nil for large designs
	least    []float64   // β̂, the coefficients of least squares
	start    []float64   // its residuals, √w·(y − Xβ̂)
	zero     float64     // residuals up to this are rounding

	theta []float64 // what is fitted on Q to start
	e     []float64 // start − Q·θ
	steps int       // of a descent

	weights   []float64 // ψ(uᵢ)/uᵢ, the robustness
	curvature []float64 // ψ'(uᵢ)
	lower     []float64 // Cholesky factor of Q'·diag·Q, row by row
	step      []float64

	column, sorted []float64 // scratch
	bits           []uint64
}

func newReweighting(x *Factor, y []float64) (*reweighting, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	n, p := x.design.Rows(), x.design.Columns()
	r := &reweighting{x: x, basis: basisOf(x), n: n, p: p, bits: make([]uint64, n)}
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
		root := x.rootAt(i)
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
	r.multiplyColumns()
	r.at(r.theta)
	return r, nil
}

// basisOf returns the factor whose R is used: that of the design, unless a
// driver is a thousand times as far from its median in some rows as in half of
// them. The columns of Q would be about these rows alone, and the others, which
// may be the ones to fit, the same to many digits: it is then the factor of the
// others.
func basisOf(x *Factor) *Factor {
	n := x.design.Rows()
	far := make([]bool, n)
	distance, sorted := make([]float64, n), make([]float64, n)
	for _, c := range x.design.columns {
		copy(sorted, c)
		median := medianOf(sorted)
		for i, v := range c {
			distance[i] = math.Abs(v - median)
		}
		copy(sorted, distance)
		limit := 1000 * medianOf(sorted) // 0 where half of the rows or more are the same
		for i, d := range distance {
			far[i] = far[i] || limit > 0 && d > limit
		}
	}
	if !slices.Contains(far, true) {
		return x
	}
	near, weights := x.only(func(i int) bool { return !far[i] })
	if near.Rows() >= near.Columns() {
		if basis, err := Factorize(near, weights); err == nil {
			return basis
		}
	}
	return x // the far rows are needed
}

// only returns the rows of the design that are to be kept, and their weights.
func (f *Factor) only(keep func(i int) bool) (*Design, []float64) {
	filter := func(values []float64) (kept []float64) {
		for i, v := range values {
			if keep(i) {
				kept = append(kept, v)
			}
		}
		return kept
	}
	d := &Design{names: f.design.names, intercept: f.design.intercept}
	for _, c := range f.design.columns {
		d.columns = append(d.columns, filter(c))
		d.rows = len(d.columns[0])
	}
	return d, filter(f.weights)
}

// at moves to the coefficients θ.
func (r *reweighting) at(theta []float64) {
	copy(r.theta, theta)
	copy(r.e, r.start)
	for k, q := range r.q {
		if r.theta[k] != 0 {
			floats.AddScaled(r.e, -r.theta[k], q)
		}
	}
}

// solve finds the step δ = (Q'·diag(curvature)·Q)⁻¹·Q'·diag(weights)·e, and
// returns its norm, which no residual changes more than. With the weights as
// curvature it leads to the weighted least-squares fit, with ψ' it is Newton's.
// It is false where the matrix is not positive definite.
func (r *reweighting) solve(curvature []float64) (size float64, ok bool) {
	floats.MulTo(r.column, r.weights, r.e)
	for k, q := range r.q {
		r.step[k] = floats.Dot(q, r.column)
	}
	if !r.cholesky(curvature) {
		return 0, false
	}
	r.forward(r.step)
	r.backward(r.step)
	return norm2(r.step), true
}

// mostProducts is how many numbers the products of Q's columns may be. They spare
// a third of the time of a step, and memory where there are many rows.
const mostProducts = 1 << 15

// multiplyColumns computes the products of Q's columns.
func (r *reweighting) multiplyColumns() {
	pairs := r.p * (r.p + 1) / 2
	if r.n*pairs > mostProducts {
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

// gram writes the lower triangle of Q'·diag(d)·Q.
func (r *reweighting) gram(d []float64) {
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

// cholesky factorises Q'·diag(d)·Q = L·L'. Q'·Q being the identity, what is
// left of a diagonal element is measured against 1.
func (r *reweighting) cholesky(d []float64) bool {
	p := r.p
	r.gram(d)
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

// forward solves L·z = b in place.
func (r *reweighting) forward(b []float64) {
	for k := range b {
		row := r.lower[k*r.p : k*r.p+k+1]
		for j, l := range row[:k] {
			b[k] -= l * b[j]
		}
		b[k] /= row[k]
	}
}

// backward solves L'·z = b in place.
func (r *reweighting) backward(b []float64) {
	p := r.p
	for k := p - 1; k >= 0; k-- {
		for j := k + 1; j < p; j++ {
			b[k] -= r.lower[j*p+k] * b[j]
		}
		b[k] /= r.lower[k*p+k]
	}
}

// move adds a multiple of the step to θ.
func (r *reweighting) move(by float64) {
	for k, s := range r.step {
		r.theta[k] += by * s
		floats.AddScaled(r.e, -by*s, r.q[k])
	}
}

// tolerance is how far, as a share of the scale, the last step may move the
// residuals.
const tolerance = 1e-10

// descend makes an objective smaller: Σ ρ(eᵢ/s) with the scale s fixed, or s
// itself. Both have the gradient Σ ψ(uᵢ)·qᵢ up to a factor, and Σ ψ'(uᵢ)·qᵢqᵢ'
// for second derivatives where that is zero; weigh writes ψ(u)/u and ψ' for a
// scale. Reweighting always goes down; near a minimum Newton's method is tried
// before, and kept where it goes down too. At most so many steps are taken.
func (r *reweighting) descend(ctx context.Context, objective func() (value, scale float64), weigh func(scale float64), limit int) (converged bool, err error) {
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
			var step float64
			if step, done = r.solve(r.curvature); done {
				r.move(1)
				after, s := objective()
				if done = after <= value*(1+1e-14); done {
					size, value, scale = step, after, s
				} else {
					r.move(-1)
				}
			}
		}
		if !done {
			var ok bool
			if size, ok = r.solve(r.weights); !ok {
				return false, nil
			}
			r.move(1)
			value, scale = objective()
		}
		if size <= tolerance*scale {
			return true, nil
		}
	}
	return false, nil
}

// mad returns the median of |eᵢ| over 0.6745, the standard deviation it stands
// for where errors are normal (the four digits are MASS's).
func (r *reweighting) mad() float64 {
	return medianSize(r.e, r.bits) / 0.6745
}

// keepExact sets the weights of a fit of scale 0: 1 for the rows that lie on
// it and 0 for the others.
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
	r.basis.unscale(slices.Clone(theta), beta)
	addScaled(beta, 1, r.least)
	return beta
}

// onQ returns the θ of a β.
func (r *reweighting) onQ(beta []float64) []float64 {
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

// coefficientsOf returns T with β = T·θ, row by row: TT' = (X'WX)⁻¹.
func (r *reweighting) coefficientsOf() []float64 {
	p := r.p
	t := make([]float64, p*p)
	unit, column := make([]float64, p), make([]float64, p)
	for j := range p {
		clear(unit)
		unit[j] = 1
		r.basis.unscale(unit, column)
		for k, v := range column {
			t[k*p+j] = v
		}
	}
	return t
}
