package regress

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// reweighting is what the robust estimators share: one response on one factor,
// fitted again and again with other weights of the rows. It works on √w·y and
// on Q, whose columns are orthonormal, in place of √W·X: the estimates are then
// the same whatever the columns' units, and the systems are well conditioned.
// Everything is allocated once.
type reweighting struct {
	x     *Factor
	basis *Factor // whose R turns √W·X into Q, see basisOf
	n, p  int

	q     [][]float64 // Q, column by column
	least *Fit        // the least-squares fit
	start []float64   // its residuals, √w·(y − Xβ̂)
	zero  float64     // residuals up to this are rounding

	theta []float64 // what is fitted on Q to start
	e     []float64 // start − Q·θ

	weights   []float64 // ρ(eᵢ), the robustness weights
	curvature []float64
	column    []float64
	lower     []float64 // Cholesky factor of Q'·diag·Q, row by row
	step      []float64
	sorted    []float64
}

func newReweighting(x *Factor, y []float64) *reweighting {
	n, p := x.design.Rows(), x.design.Columns()
	if len(y) != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows", len(y), n))
	}
	r := &reweighting{x: x, basis: basisOf(x), n: n, p: p, least: leastSquares("ols", x, y)}
	block := make([]float64, 6*n+n*p+p*p+2*p)
	next := func(size int) (c []float64) { c, block = block[:size:size], block[size:]; return c }
	r.start, r.e, r.weights, r.curvature = next(n), next(n), next(n), next(n)
	r.column, r.sorted = next(n), next(n)
	r.lower, r.theta, r.step = next(p*p), next(p), next(p)
	r.q = make([][]float64, p)
	for k := range r.q {
		r.q[k] = next(n)
	}
	row := r.step
	for i := range n {
		copy(row, x.q[i*p:(i+1)*p])
		if r.basis != x {
			for k, column := range r.basis.pivot {
				row[k] = x.design.columns[column][i] * x.rootAt(i) / r.basis.scale[k]
			}
			r.basis.solveTransposed(row)
		}
		for k, v := range row {
			r.q[k][i] = v
		}
	}
	most := 0.0
	for i, e := range r.least.Residuals {
		r.start[i] = e * x.rootAt(i)
		most = max(most, math.Abs(y[i]*x.rootAt(i)))
	}
	r.zero = 1e-13 * most
	r.at(r.theta)
	return r
}

// basisOf returns the factor whose R is used: that of the design, unless a
// driver is a thousand times as far from its median in some rows as in half of
// them. The columns of Q would be about these rows alone, and the others, which
// may be the ones to fit, the same to many digits: it is then the factor of the
// others.
func basisOf(x *Factor) *Factor {
	n, p := x.design.Rows(), x.design.Columns()
	far := make([]bool, n)
	left := n
	distances, sorted := make([]float64, n), make([]float64, n)
	for _, c := range x.design.columns {
		copy(sorted, c)
		median := medianOf(sorted)
		for i, v := range c {
			distances[i] = math.Abs(v - median)
		}
		copy(sorted, distances)
		limit := 1000 * medianOf(sorted)
		if limit == 0 {
			continue // half of the rows or more are the same
		}
		for i, d := range distances {
			if d > limit && !far[i] {
				far[i] = true
				left--
			}
		}
	}
	if left == n || left < p {
		return x
	}
	near := &Design{names: x.design.names, columns: make([][]float64, p)}
	var weights []float64
	for i := range n {
		if !far[i] {
			weights = append(weights, x.weightAt(i))
			for k, c := range x.design.columns {
				near.columns[k] = append(near.columns[k], c[i])
			}
		}
	}
	basis, err := Factorize(near, weights)
	if err != nil {
		return x // the far rows are needed
	}
	return basis
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
// curvature it leads to the weighted least-squares fit. It is false where the
// matrix is not positive definite.
func (r *reweighting) solve(curvature, weights []float64) (size float64, ok bool) {
	floats.MulTo(r.column, weights, r.e)
	for k, q := range r.q {
		r.step[k] = floats.Dot(q, r.column)
	}
	if !r.cholesky(curvature) {
		return 0, false
	}
	r.forward(r.step)
	p := r.p
	for k := p - 1; k >= 0; k-- {
		for j := k + 1; j < p; j++ {
			r.step[k] -= r.lower[j*p+k] * r.step[j]
		}
		r.step[k] /= r.lower[k*p+k]
	}
	return norm2(r.step), true
}

// cholesky factorises Q'·diag(d)·Q = L·L'. Q'·Q being the identity, what is
// left of a diagonal element is measured against 1.
func (r *reweighting) cholesky(d []float64) bool {
	p := r.p
	r.gram(d, r.lower)
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

// gram writes the lower triangle of Q'·diag(d)·Q.
func (r *reweighting) gram(d, lower []float64) {
	for k, q := range r.q {
		floats.MulTo(r.column, d, q)
		for j := k; j < r.p; j++ {
			lower[j*r.p+k] = floats.Dot(r.column, r.q[j])
		}
	}
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

// move adds a multiple of the step to θ.
func (r *reweighting) move(by float64) {
	for k, s := range r.step {
		r.theta[k] += by * s
		floats.AddScaled(r.e, -by*s, r.q[k])
	}
}

// mad returns the median of |eᵢ| over 0.6745, the standard deviation it stands
// for where errors are normal (the four digits are MASS's).
func (r *reweighting) mad() float64 {
	for i, e := range r.e {
		r.sorted[i] = math.Abs(e)
	}
	return medianOf(r.sorted) / 0.6745
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

// robustFit is what an estimator knows beside the residuals and weights that
// the reweighting has come to.
type robustFit struct {
	name       string
	scale      float64
	se         []float64
	correction float64 // see rSquared
	iterations int
	converged  bool
}

// finish turns the state into a fit: that of least squares with the weights
// vᵢ = wᵢ·robustnessᵢ, whose closed forms say what each row decides, with the
// robust scale. With gᵢ = xᵢ'(X'VX)⁻¹xᵢ and hᵢ = vᵢgᵢ,
//
//	ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ),  its standard deviation  σ̂·√(1/wᵢ + gᵢ/(1−hᵢ)),
//	Cook's distance  (vᵢeᵢ/(1−hᵢ))²·gᵢ/(p·σ̂²).
//
// They hold the robustness of the other rows and the scale fixed, so they are
// near what a fit without the row gives and not equal to it: on the Danish
// accounts ŷ₍ᵢ₎ is within 0.05 scales on average and 0.5 at most.
func (r *reweighting) finish(y []float64, found robustFit) (*Fit, error) {
	n, p, x := r.n, r.p, r.x
	if !r.cholesky(r.weights) {
		return nil, r.undetermined(found.name)
	}
	v := make([]float64, n)
	most := 0.0
	for i, robustness := range r.weights {
		v[i] = x.weightAt(i) * robustness
		most = max(most, v[i])
	}
	// A factor's weights are positive: rows without weight keep one so small
	// that its product with anything is lost in rounding.
	for i := range v {
		v[i] = max(v[i], 1e-200*most)
	}
	factor, err := Factorize(x.design, v)
	if err != nil {
		return nil, err
	}
	f := &Fit{
		Estimator: found.name, N: n, DF: n - p, x: factor,
		Coefficients: make([]Coefficient, p),
		Sigma:        found.scale, Scale: found.scale,
		Iterations: found.iterations, Converged: found.converged,
	}
	block := make([]float64, 7*n)
	column := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = column(), column(), column()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = column(), column(), column()
	f.Robustness = column()
	copy(f.Robustness, r.weights)

	robust := make([]float64, 4*p) // HC0, HC2, HC3 and HC4, squared
	z := r.step
	rss := 0.0
	for i, e := range r.e {
		root := x.rootAt(i)
		for k, q := range r.q {
			z[k] = q[i]
		}
		r.forward(z)
		g := dot(z, z) // wᵢ·gᵢ
		h := r.weights[i] * g
		e, rest := e/root, 1-h
		f.Residuals[i], f.Fitted[i] = e, y[i]-e
		rss += v[i] * e * e
		if rest < 1e-10 { // as in least squares: nothing is left to predict the row from
			f.LeaveOneOut[i], f.LeaveOneOutSD[i] = math.NaN(), math.NaN()
			f.Studentized[i], f.Cook[i] = math.NaN(), math.NaN()
			continue
		}
		deleted := e / rest
		f.LeaveOneOut[i] = y[i] - deleted
		f.LeaveOneOutSD[i] = found.scale * math.Sqrt(1+g/rest) / root
		if found.scale > 0 {
			f.Studentized[i] = deleted / f.LeaveOneOutSD[i]
			u := r.weights[i] * root * deleted / found.scale
			f.Cook[i] = u * u * g / float64(p)
		} else if r.weights[i] == 0 { // beside an exact fit, and no part of it
			f.Studentized[i] = math.Inf(int(math.Copysign(1, e)))
		}
		f.PRESS += v[i] * deleted * deleted
		e2 := v[i] * e * e
		hc4 := e2 / math.Pow(rest, min(4, float64(n)*h/float64(p)))
		for k, s := range factor.solved[i*p : (i+1)*p] {
			s *= s
			robust[4*k] += s * e2
			robust[4*k+1] += s * e2 / rest
			robust[4*k+2] += s * e2 / (rest * rest)
			robust[4*k+3] += s * hc4
		}
	}
	tss := factor.sumOfSquares(y, factor.centre(y))
	rows := float64(n)
	if x.design.intercept {
		rows--
	}
	f.R2 = rSquared(tss, rss, found.correction)
	f.AdjR2 = 1 - (1-f.R2)*rows/float64(f.DF)
	f.LooR2 = rSquared(tss, f.PRESS, found.correction)

	estimate := make([]float64, p)
	copy(z, r.theta)
	r.basis.unscale(z, estimate)
	vif := factor.VIF()
	for k := range f.Coefficients {
		c := Coefficient{
			Name:     x.design.names[k],
			Estimate: r.least.Coefficients[k].Estimate + estimate[k],
			SE:       found.se[k],
			VIF:      vif[k],
			HC0:      math.Sqrt(robust[4*k]),
			HC1:      math.Sqrt(robust[4*k] * float64(n) / float64(f.DF)),
			HC2:      math.Sqrt(robust[4*k+1]),
			HC3:      math.Sqrt(robust[4*k+2]),
			HC4:      math.Sqrt(robust[4*k+3]),
		}
		c.T = c.Estimate / c.SE
		c.P = twoSided(c.T, f.DF)
		f.Coefficients[k] = c
	}
	return f, nil
}

// rSquared is the robust coefficient of determination of Renaud &
// Victoria-Feser (2010), (T − E)/(T + E·(a−1)) with the weighted sums of
// squares T about the weighted mean and E of the residuals. The weights make E
// smaller than T by more than the model explains; a = E[ψ(z)/z]/E[ψ(z)·z] of a
// standard normal z makes up for it (R: robustbase's summary.lmrob).
func rSquared(total, rest, a float64) float64 {
	return (total - rest) / (total + rest*(a-1))
}

// undetermined is the error where the rows that are left with weight do not
// determine every coefficient: they may all lie outside the one column that
// tells some of the others apart.
func (r *reweighting) undetermined(name string) error {
	kept := &Design{names: r.x.design.names, columns: make([][]float64, r.p)}
	for i, weight := range r.weights {
		if weight > 0 {
			for k, c := range r.x.design.columns {
				kept.columns[k] = append(kept.columns[k], c[i])
			}
		}
	}
	if kept.Rows() >= r.p {
		if _, err := Factorize(kept, nil); err != nil {
			return fmt.Errorf("among the rows that the estimator %s keeps: %w", name, err)
		}
	}
	return fmt.Errorf("regress: the %d rows that the estimator %s keeps do not determine %d coefficients", kept.Rows(), name, r.p)
}

// medianOf returns the median and reorders the values (quickselect, Hoare
// 1961).
func medianOf(values []float64) float64 {
	middle := len(values) / 2
	low, high := 0, len(values)-1
	for low < high {
		pivot := values[(low+high)/2]
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		if middle <= j {
			high = j
		} else if middle >= i {
			low = i
		} else {
			break
		}
	}
	upper := values[middle]
	if len(values)%2 == 1 {
		return upper
	}
	lower := values[0]
	for _, v := range values[1:middle] {
		lower = max(lower, v)
	}
	return (lower + upper) / 2
}
