package regress

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// project returns the least-squares coefficients of a response, and writes the
// residuals of √w·y to e.
func (f *Factor) project(y, e []float64) (estimate []float64) {
	n, p := f.design.Rows(), f.design.Columns()
	b := y
	if f.roots != nil {
		b = make([]float64, n)
		for i := range y {
			b[i] = y[i] * f.roots[i]
		}
	}
	z := make([]float64, p)
	f.split(b, z, e)
	f.solve(z)
	f.refine(b, nil, z, e)
	estimate = make([]float64, p)
	for k, column := range f.pivot {
		estimate[column] = z[k] / f.scale[k]
	}
	return estimate
}

// refine improves a solution z and e of the augmented system
//
//	e + A·z = b,  A'·e = c,
//
// which with c = 0 is least squares of b on A. A nil b or c stands for 0. Each
// step computes in twice the precision what the solution lacks, and solves the
// system for that (Björck 1967; Demmel & al. 2009). It multiplies the error by
// about the condition number times 1e-16, so that one step is enough unless the
// columns are nearly dependent.
func (f *Factor) refine(b, c, z, e []float64) {
	const mostSteps = 10
	p := len(z)
	low := make([]float64, p) // the digits of z that its numbers have no room for
	s, t := make([]float64, len(e)), make([]float64, p)
	step := make([]float64, p)
	before := math.Inf(1)
	for range mostSteps {
		f.findResiduals(b, c, z, low, e, s, t)
		// The correction solves R'·u = t, R·Δz = Q'·s − u, Δe = s − Q·(Q'·s − u).
		f.solveTransposed(t)
		clear(step)
		for i, v := range s {
			vector.AddScaled(step, v, f.q[i*p:(i+1)*p])
		}
		for k := range step {
			step[k] -= t[k]
		}
		for i := range e {
			e[i] += s[i] - vector.Dot(f.q[i*p:(i+1)*p], step)
		}
		f.solve(step)
		size, moved := 0.0, 0.0
		for k := range z {
			sum := twice{z[k], low[k]}.add(step[k])
			z[k] = sum.value()
			low[k] = sum.high - z[k] + sum.low
			size = max(size, math.Abs(z[k]))
			moved = max(moved, math.Abs(step[k]))
		}
		// A step that is 1e-8 of z leaves an error of the square of that.
		if moved <= 1e-8*size || !(moved < before/2) {
			return
		}
		before = moved
	}
}

// findResiduals writes s = b − e − A·z and t = c − A'·e, which are 0 where z and e
// solve the augmented system. The digits of z continue in low.
func (f *Factor) findResiduals(b, c, z, low, e, s, t []float64) {
	p := len(z)
	columns := make([]twice, p)
	for k, v := range c {
		columns[k].high = v
	}
	for i := range e {
		sum := twice{-e[i], 0}
		if b != nil {
			sum = twice{b[i], 0}.add(-e[i])
		}
		for k, v := range f.a[i*p : (i+1)*p] {
			sum = sum.addProduct(-v, z[k])
			sum.low -= v * low[k]
			columns[k] = columns[k].addProduct(-v, e[i])
		}
		s[i] = sum.value()
	}
	for k := range t {
		t[k] = columns[k].value()
	}
}

// refineInverse improves the diagonal of (X'WX)⁻¹. Column k of (A'A)⁻¹ is z in
// e + A·z = 0, A'·e = −1ₖ, where 1ₖ is column k of the identity.
func (f *Factor) refineInverse() {
	n, p := f.design.Rows(), f.design.Columns()
	z, u, c, e := make([]float64, p), make([]float64, p), make([]float64, p), make([]float64, n)
	for k, column := range f.pivot {
		clear(u)
		u[k] = 1
		f.solveTransposed(u)
		copy(z, u)
		f.solve(z)
		for i := range e {
			e[i] = -vector.Dot(f.q[i*p:(i+1)*p], u)
		}
		clear(c)
		c[k] = -1
		f.refine(nil, c, z, e)
		f.inverse[column] = z[k] / f.scale[k] / f.scale[k]
	}
}
