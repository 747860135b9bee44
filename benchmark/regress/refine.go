package regress

import "math"

// refine improves a solution z and e of the augmented system
//
//	e + A·z = b,  A'·e = c
//
// with A the scaled design, until nothing more is to be had: the system is
// solved anew for what the solution lacks, and that is computed in twice the
// precision (Björck 1967; Demmel & al. 2009). With c = 0 it is least squares of
// the response b. A nil b or c is 0. Each step multiplies the error by about the
// condition number times 1e-16, so that one is enough unless the design is nearly
// dependent.
func (f *Factor) refine(b, c, z, e []float64) {
	const most = 10
	p := len(z)
	low := make([]float64, p) // what z lacks in its last digits
	s := make([]float64, len(e))
	step, inner := make([]float64, p), make([]float64, p)
	t := make([]twice, p)
	before := math.Inf(1)
	for range most {
		// s = b − e − A·z and t = c − A'·e, the latter in inner.
		clear(t)
		for k, v := range c {
			t[k].high = v
		}
		for i := range e {
			row := f.a[i*p : (i+1)*p]
			sum := twice{-e[i], 0}
			if b != nil {
				sum = twice{b[i], 0}.add(-e[i])
			}
			for k, v := range row {
				sum = sum.addProduct(-v, z[k])
				sum.low -= v * low[k]
				t[k] = t[k].addProduct(-v, e[i])
			}
			s[i] = sum.value()
		}
		for k := range inner {
			inner[k] = t[k].value()
		}
		// R'·u = t, R·Δz = Q'·s − u, Δe = s − Q·(Q'·s − u).
		f.solveTransposed(inner)
		clear(step)
		for i, v := range s {
			addScaled(step, v, f.q[i*p:(i+1)*p])
		}
		for k := range step {
			step[k] -= inner[k]
		}
		for i := range e {
			e[i] += s[i] - dot(f.q[i*p:(i+1)*p], step)
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
		// A step that is 1e-8 of z leaves an error of its square.
		if moved <= 1e-8*size || !(moved < before/2) {
			return
		}
		before = moved
	}
}

// nearlyDependent is the ratio of the largest to the smallest diagonal element of
// R above which the diagonal of (X'WX)⁻¹ is refined. It is about the condition
// number, and the diagonal loses as many digits as that has.
const nearlyDependent = 1e6

// refineInverse improves the diagonal of (X'WX)⁻¹: column k of (A'A)⁻¹ is z in
// e + A·z = 0, A'·e = −1ₖ, with 1ₖ column k of the identity.
func (f *Factor) refineInverse() {
	n, p := f.design.Rows(), f.design.Columns()
	z, u, minus, e := make([]float64, p), make([]float64, p), make([]float64, p), make([]float64, n)
	for k, column := range f.pivot {
		clear(u)
		u[k] = 1
		f.solveTransposed(u)
		copy(z, u)
		f.solve(z)
		for i := range e {
			e[i] = -dot(f.q[i*p:(i+1)*p], u)
		}
		clear(minus)
		minus[k] = -1
		f.refine(nil, minus, z, e)
		f.inverse[column] = z[k] / f.scale[k] / f.scale[k]
	}
}

// twice is a number in twice the precision, the unevaluated sum of two
// (Dekker 1971).
type twice struct{ high, low float64 }

func (t twice) value() float64 { return t.high + t.low }

// add adds a number.
func (t twice) add(v float64) twice {
	high := t.high + v
	part := high - t.high
	return twice{high, t.low + (t.high - (high - part)) + (v - part)}
}

// addProduct adds a product without rounding it.
func (t twice) addProduct(a, b float64) twice {
	product := a * b
	t = t.add(product)
	t.low += math.FMA(a, b, -product)
	return t
}
