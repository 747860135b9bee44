package regress

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"gonum.org/v1/gonum/floats"
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
// second derivatives are not positive definite, or where the variance, which is
// a difference, is negative. R² is that of Renaud & Victoria-Feser (2010); it,
// PRESS and the leave-one-out R² count each row with wᵢ times its robustness
// (robustbase's R² leaves out wᵢ). The influence of rows is that of the final
// weighted fit, see [Fit], and so is [Fit.Factor]: its weights are wᵢ times the
// robustness (1e-200 of the largest where that is 0), and so are its leverages.
//
// Where the scale is 0, because more than (n + p)/2 rows lie on the fit, Sigma,
// Scale and the standard errors are 0; the rows on it have robustness 1 and
// studentised residuals of 0, the others 0 and ±Inf.
type MM struct {
	Seed uint64 // of the draws
	// Exact is leave-one-out by refitting without each row instead of the
	// closed form (slower, n refits).
	Exact bool
}

const (
	chiS = 1.54764  // c for a breakdown point of a half
	chiM = 4.685061 // c for 95 % efficiency
	// breakdown is the sum of χ at the S-scale, over n − p.
	breakdown = 0.5
	// mmKept starts are carried to convergence. Fewer than ten miss the smallest
	// scale of one of the reference sets for some seeds.
	mmKept  = 12
	mmLimit = 500 // most steps of each descent
	// mmCorrection is E[ψ(z)/z]/E[ψ(z)·z], as in robustbase, see rSquared.
	mmCorrection = 1.207617
)

// Name returns "mm".
func (MM) Name() string { return "mm" }

// Fit searches, then descends. A fit of which either descent has not reached
// its criterion, a change of the residuals by 1e-10 of the scale, within 500
// steps is returned with Converged false.
func (m MM) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	s := newSearch(newReweighting(x, y), m.Seed)
	if err := s.draw(ctx); err != nil {
		return nil, err
	}
	f, err := s.finish(ctx, y, mmLimit)
	if err != nil || !m.Exact {
		return f, err
	}
	return f.refit(ctx, MM{Seed: m.Seed}, x, y)
}

// finish carries what the search has kept to convergence, and descends from
// the best.
func (s *search) finish(ctx context.Context, y []float64, limit int) (*Fit, error) {
	r, name := s.r, MM{}.Name()
	best, converged, err := s.refine(ctx, limit)
	if err != nil {
		return nil, err
	}
	if best == nil {
		return nil, r.undetermined(name)
	}
	scale := best.scale
	r.at(best.theta)
	r.steps = 0
	if scale == 0 {
		r.keepExact()
		if _, ok := r.solve(r.weights); !ok {
			return nil, r.undetermined(name)
		}
		r.move(1)
		return r.finish(ctx, name, y, 0, make([]float64, r.p), true)
	}
	initial := slices.Clone(r.e)
	loss := func() (value, scale float64) { return chiSum(r.e, chiM*best.scale), best.scale }
	done, err := r.descend(ctx, loss, r.bisquare(chiM), limit)
	if err != nil {
		return nil, err
	}
	bisquare(r.e, chiM*scale, r.weights, r.curvature)
	return r.finish(ctx, name, y, scale, r.mmErrors(initial, scale), converged && done)
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

// bisquare is the weighing of a descent.
func (r *reweighting) bisquare(c float64) func(scale float64) {
	return func(scale float64) { bisquare(r.e, c*scale, r.weights, r.curvature) }
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
	s := max(guess, r.zero)
	for range 200 {
		inverse := 1 / (chiS * s)
		sum, slope := 0.0, 0.0 // slope is −dΣχ/d(ln s), over 6
		for _, e := range r.e {
			u := e * inverse
			u *= u
			rest := max(0, 1-u)
			rest2 := rest * rest
			sum += rest * rest2
			slope += u * rest2
		}
		excess := float64(r.n) - sum - want
		step := math.Copysign(1, excess) // the most
		if slope*6 > math.Abs(excess) {
			step = excess / (6 * slope)
		}
		s *= math.Exp(step)
		if math.Abs(step) < 1e-13 {
			break
		}
	}
	return s
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
	// In the order of how large their residuals are: the draws, and what they find, are then the
	// same in whatever order the rows are given.
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(math.Abs(r.start[a]), math.Abs(r.start[b])) })
	return s
}

// draw takes least squares and fits through p rows, and keeps the best after a
// step. There are 250 of these or more: so many that with 30 % outliers one is
// free of them with probability 0.999, up to 5000.
func (s *search) draw(ctx context.Context) error {
	free := math.Pow(0.7, float64(s.r.p)) // probability that p rows are
	starts := int(min(5000, max(250, math.Ceil(math.Log(0.001)/math.Log1p(-free)))))
	for k := range starts + 1 {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(s.kept) > 0 && s.kept[0].scale == 0 {
			break // nothing is smaller
		}
		if k == 0 || s.through() { // θ = 0 is least squares
			s.r.at(s.theta)
			s.improve()
		}
	}
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
		s.theta[s.pivots[j]] = row[p] - dot(row[:p], s.theta)
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
		if _, ok := r.solve(r.weights); !ok {
			return
		}
		r.move(1)
	}
	if len(s.kept) == mmKept {
		if worst := s.kept[mmKept-1].scale; worst == 0 || chiSum(r.e, chiS*worst) >= want {
			return
		}
	}
	s.keep(r.sScale(scale))
}

// keep puts where the reweighting stands into the list, at its place.
func (s *search) keep(scale float64) {
	at := sort.Search(len(s.kept), func(k int) bool { return s.kept[k].scale > scale })
	s.kept = slices.Insert(s.kept, at, candidate{slices.Clone(s.r.theta), scale})
	s.kept = s.kept[:min(len(s.kept), mmKept)]
}

// refine carries what is kept to convergence, and returns the best, if there
// is one, and whether it has converged.
func (s *search) refine(ctx context.Context, limit int) (best *candidate, converged bool, err error) {
	r := s.r
	for k := range s.kept {
		c := &s.kept[k]
		r.at(c.theta)
		own := func() (value, scale float64) {
			c.scale = r.sScale(c.scale)
			return c.scale, c.scale
		}
		done, err := r.descend(ctx, own, r.bisquare(chiS), limit)
		if err != nil {
			return nil, false, err
		}
		copy(c.theta, r.theta)
		if best == nil || c.scale < best.scale {
			best, converged = c, done
		}
	}
	return best, converged, nil
}

// mmErrors returns the standard errors, given the residuals of the S-estimate.
// With u and u₀ the residuals of the M- and the S-estimate over s, ψ and its
// derivative for c = 4.685061, χ for c = 1.54764, H = Σ ψ'(uᵢ)·qᵢqᵢ' and t'θ a
// coefficient, row i moves it by s·ψ(uᵢ)·dᵢ through the M-step, dᵢ = t'H⁻¹qᵢ,
// and through the scale. Its variance is
//
//	s²·(Σ (ψ(uᵢ)·dᵢ)² + (mean(χ(u₀)² − ¼)·a² − 2ab)/n),
//	a = Σ ψ'(uᵢ)·uᵢ·dᵢ / mean(χ'(u₀)·u₀),  b = Σ ψ(uᵢ)·χ(u₀ᵢ)·dᵢ.
//
// It expects the weights and the curvature of the M-estimate.
func (r *reweighting) mmErrors(initial []float64, scale float64) []float64 {
	n, p := float64(r.n), r.p
	slope, spread := 0.0, 0.0
	chi := r.sorted
	for i, e := range initial {
		u := e / (chiS * scale)
		u *= u
		rest := max(0, 1-u)
		chi[i] = 1 - rest*rest*rest
		slope += 6 * u * rest * rest / n
		spread += (chi[i]*chi[i] - breakdown*breakdown) / n
	}
	definite := r.cholesky(r.curvature)
	t, d := r.coefficientsOf(), r.column
	se := make([]float64, p)
	for k := range se {
		if !definite {
			se[k] = math.NaN()
			continue
		}
		z := t[k*p : (k+1)*p]
		r.forward(z)
		r.backward(z)
		clear(d)
		for j, q := range r.q {
			floats.AddScaled(d, z[j], q)
		}
		squares, a, b := 0.0, 0.0, 0.0
		for i, e := range r.e {
			u := e / scale * d[i]
			psi := u * r.weights[i]
			squares += psi * psi
			a += r.curvature[i] * u
			b += psi * chi[i]
		}
		a /= slope
		se[k] = scale * math.Sqrt(squares+(spread*a*a-2*a*b)/n) // NaN below 0
	}
	return se
}
