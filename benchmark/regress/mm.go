package regress

import (
	"context"
	"math"
	"slices"

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
// The scale has many local minima. The search for the smallest goes down from
// many fits through p rows drawn at random, see search. The draws are those of a
// seeded generator: the same fit anywhere.
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
	// From is where another search came to, for this one to begin there; nil
	// begins with draws.
	From *Start
	// Exact is leave-one-out by refitting without each row instead of the
	// closed form (slower, n refits).
	Exact bool
}

const (
	chiS = 1.54764  // c for a breakdown point of a half
	chiM = 4.685061 // c for 95 % efficiency
	// breakdown is the sum of χ at the S-scale, over n − p.
	breakdown = 0.5
	mmLimit   = 500 // most steps of each descent
	// exactly and roughly are tolerances of sScale.
	exactly, roughly = 1e-8, 0.03
	// mmCorrection is E[ψ(z)/z]/E[ψ(z)·z], as in robustbase, see rSquared.
	mmCorrection = 1.207617
)

// Name returns "mm".
func (MM) Name() string { return "mm" }

// Fit searches, then descends. A fit of which either descent has not reached
// its criterion, a change of the residuals by 1e-10 of the scale, within 500
// steps is returned with Converged false.
func (m MM) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, err
	}
	found, err := r.mm(ctx, m.Seed, m.From, mmLimit)
	if err != nil {
		return nil, err
	}
	f, err := r.finishMM(ctx, y, found)
	if err != nil || !m.Exact {
		return f, err
	}
	return f.refit(ctx, MM{Seed: m.Seed}, x, y)
}

// Search finds the residuals of the fit, in the response's unit, without what
// [MM.Fit] says of it. A fit of the same response with other weights can begin
// where this search came to.
func (m MM) Search(ctx context.Context, x *Factor, y []float64) (residuals []float64, start *Start, err error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, nil, err
	}
	found, err := r.mm(ctx, m.Seed, m.From, mmLimit)
	if err != nil {
		return nil, nil, err
	}
	residuals = make([]float64, r.n)
	for i, e := range r.e {
		residuals[i] = e / x.rootAt(i)
	}
	return residuals, found.start, nil
}

// mmFound is what the two steps of MM have found. The reweighting stands where
// the second came to.
type mmFound struct {
	scale     float64
	initial   []float64 // the residuals of the first step; nil where the scale is 0
	converged bool
	start     *Start
}

// mm finds the estimate: the smallest scale, and from there the nearest minimum
// of Σ χ with that scale kept.
func (r *reweighting) mm(ctx context.Context, seed uint64, from *Start, limit int) (*mmFound, error) {
	s := newSearch(r, seed)
	best, err := s.run(ctx, from, limit)
	if err != nil {
		return nil, err
	}
	if best == nil {
		return nil, r.undetermined(MM{}.Name())
	}
	found, err := r.mmWithin(ctx, best, limit)
	if err != nil {
		return nil, err
	}
	found.start = s.start()
	return found, nil
}

// mmWithin takes the second step of MM, from a fit whose scale is kept.
func (r *reweighting) mmWithin(ctx context.Context, best *candidate, limit int) (*mmFound, error) {
	found := &mmFound{scale: best.scale, converged: best.converged}
	r.at(best.theta)
	r.steps = 0
	if found.scale == 0 {
		r.keepExact()
		if _, ok := r.solve(r.weights); !ok {
			return nil, r.undetermined(MM{}.Name())
		}
		r.move(1)
		found.converged = true
		return found, nil
	}
	found.initial = slices.Clone(r.e)
	loss := func() (value, scale float64) { return chiSum(r.e, chiM*found.scale), found.scale }
	done, err := r.descend(ctx, loss, r.bisquare(chiM), limit)
	if err != nil {
		return nil, err
	}
	bisquare(r.e, chiM*found.scale, r.weights, r.curvature)
	found.converged = found.converged && done
	return found, nil
}

// finishMM turns what mm has found into a fit.
func (r *reweighting) finishMM(ctx context.Context, y []float64, found *mmFound) (*Fit, error) {
	se := make([]float64, r.p)
	if found.scale > 0 {
		se = r.mmErrors(found.initial, found.scale)
	}
	return r.finish(ctx, MM{}.Name(), y, found.scale, se, found.converged)
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

// sScale returns the s that solves Σ χ(eᵢ/s) = (n − p)/2. It goes from a guess by
// Newton's method on ln s, until a step is within a tolerance; the error left is
// about the square of that. The scale is 0 where no more than (n − p)/2 residuals
// are not.
func (r *reweighting) sScale(guess, within float64) float64 {
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
		if math.Abs(step) <= within {
			break
		}
	}
	return s
}

// nextScale returns a scale that is nearer to sScale than s is: it takes a
// fraction of the time.
func (r *reweighting) nextScale(s float64) float64 {
	return s * math.Sqrt(chiSum(r.e, chiS*s)/(breakdown*float64(r.n-r.p)))
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
