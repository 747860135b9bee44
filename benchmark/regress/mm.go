package regress

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// MM is the estimator of Yohai (1987) with Tukey's bisquare: as insensitive to
// outliers as can be, among responses and among drivers, and 95 % as efficient
// as least squares where errors are normal. With
//
//	χ(u) = 1 − (1 − min(1, (u/c)²))³
//
// it first finds the coefficients for which the scale s, the solution of
//
//	Σ χ(√wᵢ·eᵢ/s; c = 1.54764) = (n − p)/2,
//
// is smallest (the S-estimator, of which half the rows may be anything), and
// then, from there and with the scale kept, the nearest minimum of
// Σ χ(√wᵢ·eᵢ/s; c = 4.685061). (R: robustbase::lmrob with its defaults.)
//
// The scale has many local minima. The search is fast-S (Salibian-Barrera &
// Yohai 2006): many fits through p rows drawn at random, each improved by a
// reweighted step, the best of them to convergence. Rows that do not help to
// determine the fit are passed over as they are drawn (Koller & Stahel 2017),
// so columns that are zero almost everywhere are no obstacle. The draws are
// those of a seeded generator: the same fit anywhere.
//
// The standard errors are the asymptotic ones of the S- and the M-step
// together, which allow for unequal variances and skew errors (Croux, Dhaene &
// Hoorelbeke 2003; R: robustbase's .vcov.avar1). They are NaN where the
// matrix that is inverted for them is singular, or where the variance, which is
// a difference, is negative. R² is that of Renaud & Victoria-Feser (2010); it,
// PRESS and the leave-one-out R² count each row with wᵢ times its robustness
// (robustbase's R² leaves out wᵢ). The influence of rows is that of the final weighted
// fit, see [Fit], and so is [Fit.Factor]: its weights are wᵢ times the
// robustness (1e-200 of the largest where that is 0), and so are its leverages.
//
// Where the scale is 0, because more than (n + p)/2 rows lie on the fit, Sigma,
// Scale and the standard errors are 0; the rows on it have robustness 1 and
// studentised residuals of 0, the others 0 and ±Inf.
type MM struct {
	Seed uint64 // of the draws
	// Starts is how many fits through p rows are tried. 0 stands for 250 or
	// more: so many that with 30 % outliers one is free of them with
	// probability 0.999, up to 5000.
	Starts int

	limit int // most steps of each descent; 0: mmLimit
}

const (
	chiS = 1.54764  // c for a breakdown point of a half
	chiM = 4.685061 // c for 95 % efficiency
	// breakdown is the sum of χ at the S-scale, over n − p.
	breakdown = 0.5
	// mmKept starts are carried to convergence. Fewer than ten miss the smallest
	// scale of one of the reference sets for some seeds.
	mmKept  = 12
	mmLimit = 500
	// mmCorrection is E[ψ(z)/z]/E[ψ(z)·z], as in robustbase.
	mmCorrection = 1.207617
)

// defaultStarts returns the number that stands for 0.
func defaultStarts(p int) int {
	clean := math.Pow(0.7, float64(p)) // probability that p draws are
	return int(min(5000, max(250, math.Ceil(math.Log(0.001)/math.Log1p(-clean)))))
}

// Name returns "mm".
func (MM) Name() string { return "mm" }

// Fit searches, then descends. A fit of which either descent has not reached
// its criterion, a change of the residuals by 1e-10 of the scale, within 500
// steps is returned with Converged false.
func (m MM) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	starts, limit := m.Starts, m.limit
	if starts == 0 {
		starts = defaultStarts(x.design.Columns())
	}
	if limit == 0 {
		limit = mmLimit
	}
	r := newReweighting(x, y)
	s := newSearch(r, m.Seed)
	if err := s.draw(ctx, starts); err != nil {
		return nil, err
	}
	return s.finish(ctx, y, limit)
}

// finish carries what the search has kept to convergence, and descends from
// the best.
func (s *search) finish(ctx context.Context, y []float64, limit int) (*Fit, error) {
	r := s.r
	found := robustFit{name: MM{}.Name(), correction: mmCorrection}
	sConverged, err := s.refine(ctx, limit)
	if err != nil {
		return nil, err
	}
	if len(s.kept) == 0 {
		return nil, r.undetermined(found.name)
	}
	found.scale = s.kept[0].scale
	r.at(s.kept[0].theta)
	if found.scale == 0 {
		r.keepExact()
		if _, ok := r.solve(r.weights, r.weights); !ok {
			return nil, r.undetermined(found.name)
		}
		r.move(1)
		found.converged, found.se = true, make([]float64, r.p)
		return r.finish(y, found)
	}
	initial := slices.Clone(r.e)
	loss := func() (value, scale float64) { return chiSum(r.e, chiM*found.scale), found.scale }
	converged, err := r.descend(ctx, chiM, loss, limit, &found.iterations)
	if err != nil {
		return nil, err
	}
	found.converged = converged && sConverged
	bisquare(r.e, chiM*found.scale, r.weights, r.curvature)
	found.se = r.mmErrors(initial, found.scale)
	return r.finish(y, found)
}

// chiSum returns Σ χ(eᵢ/s), given c·s.
func chiSum(e []float64, cs float64) float64 {
	sum, inverse := 0.0, 1/cs
	for _, v := range e {
		v *= inverse
		rest := max(0, 1-v*v)
		sum += rest * rest * rest
	}
	return float64(len(e)) - sum
}

// bisquare writes ψ(u)/u = (1 − (u/c)²)² and ψ'(u) = (1 − (u/c)²)(1 − 5(u/c)²)
// with u = eᵢ/s, given c·s; both are 0 where |u| ≥ c. ψ is χ'·c²/6.
func bisquare(e []float64, cs float64, weights, derivative []float64) {
	inverse := 1 / cs
	weights, derivative = weights[:len(e)], derivative[:len(e)]
	for i, v := range e {
		v *= inverse
		v *= v
		rest := max(0, 1-v)
		weights[i] = rest * rest
		derivative[i] = rest * (1 - 5*v)
	}
}

// sScale returns the s that solves Σ χ(eᵢ/s) = (n − p)/2, found by Newton's
// method on ln s from a guess. It is 0 where no more than (n − p)/2 residuals
// are not.
func (r *reweighting) sScale(guess float64) float64 {
	want := breakdown * float64(r.n-r.p)
	away := 0
	for _, e := range r.e {
		if math.Abs(e) > r.zero {
			away++
		}
	}
	if float64(away) <= want {
		return 0
	}
	s := guess
	if !(s > r.zero) {
		s = r.zero
	}
	for range 200 {
		inverse := 1 / (chiS * s)
		sum, slope := 0.0, 0.0 // slope is −dΣχ/d(ln s)
		for _, e := range r.e {
			u := e * inverse
			u *= u
			rest := max(0, 1-u)
			rest2 := rest * rest
			sum += rest * rest2
			slope += u * rest2
		}
		excess := float64(r.n) - sum - want
		step := 0.0
		switch {
		case slope*6 > math.Abs(excess):
			step = excess / (6 * slope)
		case excess > 0:
			step = 1
		default:
			step = -1
		}
		s *= math.Exp(step)
		if math.Abs(step) < 1e-13 {
			break
		}
	}
	return s
}

// descend minimises Σ χ(eᵢ/s) where the value is that sum and the scale fixed,
// and s itself where the value is the scale. Both have the gradient
// Σ ψ(uᵢ)·qᵢ up to a factor, and Σ ψ'(uᵢ)·qᵢqᵢ' for second derivatives where
// that is zero. Reweighting always goes down; near a minimum Newton's method
// is tried before, and kept where it goes down too.
func (r *reweighting) descend(ctx context.Context, c float64, objective func() (value, scale float64), limit int, iterations *int) (converged bool, err error) {
	value, scale := objective()
	size := math.Inf(1)
	for range limit {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		if scale == 0 {
			return true, nil
		}
		*iterations++
		bisquare(r.e, c*scale, r.weights, r.curvature)
		done := false
		if size < scale {
			var step float64
			if step, done = r.solve(r.curvature, r.weights); done {
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
			if size, ok = r.solve(r.weights, r.weights); !ok {
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

// search looks for the smallest scale.
type search struct {
	r      *reweighting
	random *rand.Rand
	order  []int
	rows   []float64 // p rows of (qᵢ, startᵢ), eliminated
	pivots []int
	theta  []float64
	kept   []candidate // by scale
	size   int
}

type candidate struct {
	theta []float64
	scale float64
}

func newSearch(r *reweighting, seed uint64) *search {
	s := &search{
		r: r, random: rand.New(rand.NewPCG(seed, 0x5ca1e)),
		order: make([]int, r.n), rows: make([]float64, r.p*(r.p+1)),
		pivots: make([]int, r.p), theta: make([]float64, r.p),
		kept: make([]candidate, 0, mmKept+1),
	}
	for i := range s.order {
		s.order[i] = i
	}
	block := make([]float64, (mmKept+1)*r.p)
	for k := range mmKept + 1 {
		s.kept = append(s.kept, candidate{theta: block[k*r.p : (k+1)*r.p]})
	}
	return s
}

// draw takes least squares and the given number of fits through p rows, and
// keeps the best after a step.
func (s *search) draw(ctx context.Context, starts int) error {
	s.r.at(s.theta)
	s.improve()
	for range starts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if s.size > 0 && s.kept[0].scale == 0 {
			break // nothing is smaller
		}
		if s.through() {
			s.r.at(s.theta)
			s.improve()
		}
	}
	s.kept = s.kept[:s.size]
	return nil
}

// through draws rows until p of them determine a fit, and finds it by Gaussian
// elimination.
func (s *search) through() bool {
	r, p := s.r, s.r.p
	found := 0
	for drawn := 0; drawn < r.n && found < p; drawn++ {
		other := drawn + s.random.IntN(r.n-drawn)
		s.order[drawn], s.order[other] = s.order[other], s.order[drawn]
		i := s.order[drawn]
		row := s.rows[found*(p+1) : (found+1)*(p+1)]
		before := 0.0
		for k, q := range r.q {
			row[k] = q[i]
			before = max(before, math.Abs(q[i]))
		}
		row[p] = r.start[i]
		for j := range found {
			above := s.rows[j*(p+1) : (j+1)*(p+1)]
			if by := row[s.pivots[j]]; by != 0 {
				addScaled(row, -by, above)
				row[s.pivots[j]] = 0
			}
		}
		pivot, most := 0, 0.0
		for k, v := range row[:p] {
			if v = math.Abs(v); v > most {
				pivot, most = k, v
			}
		}
		if most <= 1e-11*before {
			continue
		}
		s.pivots[found] = pivot
		inverse := 1 / row[pivot]
		for k := range row {
			row[k] *= inverse
		}
		row[pivot] = 1
		found++
	}
	if found < p {
		return false
	}
	clear(s.theta)
	for j := p - 1; j >= 0; j-- {
		row := s.rows[j*(p+1) : (j+1)*(p+1)]
		pivot := s.pivots[j]
		s.theta[pivot] = 0
		s.theta[pivot] = row[p] - dot(row[:p], s.theta)
	}
	return true
}

// improve takes a reweighted step from where the reweighting stands, with one
// step from the median towards the scale, and keeps the result if it is among
// the best.
func (s *search) improve() {
	r := s.r
	want := breakdown * float64(r.n-r.p)
	scale := r.mad()
	if scale > r.zero {
		scale *= math.Sqrt(chiSum(r.e, chiS*scale) / want)
		bisquare(r.e, chiS*scale, r.weights, r.curvature)
		if _, ok := r.solve(r.weights, r.weights); !ok {
			return
		}
		r.move(1)
	}
	if s.size == mmKept {
		if worst := s.kept[mmKept-1].scale; worst == 0 || chiSum(r.e, chiS*worst) >= want {
			return
		}
	}
	s.keep(s.size, r.sScale(scale))
}

// keep puts where the reweighting stands into the list, at its place.
func (s *search) keep(at int, scale float64) {
	s.kept[at].scale = scale
	copy(s.kept[at].theta, s.r.theta)
	for at > 0 && s.kept[at-1].scale > scale {
		s.kept[at-1], s.kept[at] = s.kept[at], s.kept[at-1]
		at--
	}
	s.size = min(s.size+1, mmKept)
}

// refine carries what is kept to convergence, puts the best first, and says
// whether it has converged.
func (s *search) refine(ctx context.Context, limit int) (converged bool, err error) {
	r, best := s.r, 0
	for k := range s.kept {
		c := &s.kept[k]
		r.at(c.theta)
		own := func() (value, scale float64) {
			c.scale = r.sScale(c.scale)
			return c.scale, c.scale
		}
		steps := 0
		done, err := r.descend(ctx, chiS, own, limit, &steps)
		if err != nil {
			return false, err
		}
		copy(c.theta, r.theta)
		if k == 0 || c.scale < s.kept[best].scale {
			best, converged = k, done
		}
	}
	if len(s.kept) > 0 {
		s.kept[0], s.kept[best] = s.kept[best], s.kept[0]
	}
	return converged, nil
}

// mmErrors returns the standard errors, given the residuals of the S-estimate.
// With u and u₀ the residuals of the M- and the S-estimate over s, ψ and its
// derivative for c = 4.685061, χ for c = 1.54764 and H = Σ ψ'(uᵢ)·qᵢqᵢ',
//
//	a = s·H⁻¹·Σ ψ'(uᵢ)·uᵢ·qᵢ / mean(χ'(u₀)·u₀),  b = s·H⁻¹·Σ ψ(uᵢ)·χ(u₀ᵢ)·qᵢ,
//
// the covariance of the coefficients on Q is
//
//	s²·H⁻¹·(Σ ψ(uᵢ)²·qᵢqᵢ')·H⁻¹ + (mean(χ(u₀)² − ¼)·aa' − ab' − ba')/n.
//
// It expects the weights and the curvature of the M-estimate, and leaves the
// curvature changed.
func (r *reweighting) mmErrors(initial []float64, scale float64) []float64 {
	n, p := r.n, r.p
	se := make([]float64, p)
	a, b := make([]float64, p), make([]float64, p)
	h := make([]float64, p*p)
	r.gram(r.curvature, h)
	slope, spread := 0.0, 0.0
	for i, e := range r.e {
		u0 := initial[i] / (chiS * scale)
		u0 *= u0
		rest := max(0, 1-u0)
		chi := 1 - rest*rest*rest
		slope += 6 * u0 * rest * rest / float64(n)
		spread += (chi*chi - breakdown*breakdown) / float64(n)

		u := e / scale
		psi := u * r.weights[i]
		for k, q := range r.q {
			a[k] += r.curvature[i] * u * q[i]
			b[k] += psi * chi * q[i]
		}
		r.curvature[i] = psi * psi
	}
	var inverse mat.Dense
	if inverse.Inverse(symmetric(h, p)) != nil {
		for k := range se {
			se[k] = math.NaN()
		}
		return se
	}
	inverse.Scale(scale, &inverse)
	va, vb := mat.NewVecDense(p, a), mat.NewVecDense(p, b)
	va.MulVec(&inverse, va)
	va.ScaleVec(1/slope, va)
	vb.MulVec(&inverse, vb)
	r.gram(r.curvature, h)
	var sandwich mat.Dense
	sandwich.Product(&inverse, symmetric(h, p), &inverse)
	t := r.coefficientsOf()
	for k := range se {
		of := mat.NewVecDense(p, t[k*p:(k+1)*p])
		ta, tb := mat.Dot(of, va), mat.Dot(of, vb)
		variance := mat.Inner(of, &sandwich, of) + (spread*ta*ta-2*ta*tb)/float64(n)
		se[k] = math.Sqrt(variance) // NaN below 0
	}
	return se
}

// symmetric returns the matrix whose lower triangle is given row by row.
func symmetric(lower []float64, p int) *mat.SymDense {
	m := mat.NewSymDense(p, nil)
	for k := range p {
		for j := range k + 1 {
			m.SetSym(k, j, lower[k*p+j])
		}
	}
	return m
}
