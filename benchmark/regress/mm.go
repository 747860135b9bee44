package regress

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// MM is the estimator of Yohai (1987) with Tukey's bisquare. It is as insensitive
// to outliers as an estimator can be, among responses and among drivers, and 95 %
// as efficient as least squares where errors are normal. It takes two steps. With
//
//	χ(u; c) = 1 − (1 − min(1, (u/c)²))³
//
// the first finds the coefficients for which the scale s, the solution of
//
//	Σ χ(√wᵢ·eᵢ/s; 1.54764) = (n − p)/2,
//
// is smallest. That is the S-estimate, for which half of the rows may be anything.
// The second step keeps the scale, and goes from there to the nearest minimum of
// Σ χ(√wᵢ·eᵢ/s; 4.685061). (R: robustbase::lmrob with its defaults.)
//
// The search of the first step goes down from many fits through p rows drawn at
// random. The draws are those of a seeded generator, so that the same data have the
// same fit anywhere.
//
// The standard errors are the asymptotic ones of both steps together, which allow
// for unequal variances and skew errors (Croux, Dhaene & Hoorelbeke 2003; R:
// robustbase's .vcov.avar1). They are NaN where the second derivatives are not
// positive definite, and where the variance, which is a difference, is negative. R²
// is that of Renaud & Victoria-Feser (2010). R², PRESS and the leave-one-out R²
// count each row with wᵢ times its robustness (robustbase's R² leaves out wᵢ). What
// the fit says of the influence of rows is that of the final weighted fit, and so
// is [Fit.Factor]: its weights are wᵢ times the robustness, or 1e-200 of the
// largest where that is 0, and its leverages follow from them.
//
// The scale is 0 where more than (n + p)/2 rows lie on the fit. Then Sigma, Scale
// and the standard errors are 0. The rows on the fit have robustness 1 and
// studentised residuals of 0, and the others have robustness 0 and residuals of
// ±Inf.
type MM struct {
	Seed  uint64 // see [Options]
	Start *Start
	Refit bool
}

const (
	mmLimit = 500 // the most steps of each descent
	// mmCorrection is E[ψ(z)/z]/E[ψ(z)·z], as in robustbase, see rSquared.
	mmCorrection = 1.207617
)

// Name returns "mm".
func (MM) Name() string { return "mm" }

// Traits returns those of a reweighted fit.
func (MM) Traits() Traits { return Traits{Reweighted: true} }

// With returns the estimator with the options that it has.
func (MM) With(o Options) Estimator { return MM{Seed: o.Seed, Start: o.Start, Refit: o.Refit} }

// Fit searches, then descends. The criterion of both is a change of the residuals
// by 1e-10 of the scale. A fit for which either has not met it within 500 steps has
// Converged false.
func (e MM) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, found, err := e.estimate(ctx, x, y)
	if err != nil {
		return nil, err
	}
	f, err := r.finishMM(ctx, e, y, found)
	if err != nil || !e.Refit {
		return f, err
	}
	return f.refit(ctx, MM{Seed: e.Seed}, x, y)
}

// Search finds the residuals of the fit without what else [MM.Fit] says of it. It
// also returns where its search came to, see [Options].
func (e MM) Search(ctx context.Context, x *Factor, y []float64) ([]float64, *Start, error) {
	r, found, err := e.estimate(ctx, x, y)
	if err != nil {
		return nil, nil, err
	}
	residuals := make([]float64, r.n)
	for i, v := range r.e {
		residuals[i] = v / x.root(i)
	}
	return residuals, found.start, nil
}

// An mmEstimate is what the two steps have found. The reweighting stands where the
// second came to, with its weights and curvature.
type mmEstimate struct {
	scale     float64
	initial   []float64 // the residuals of the first step; nil where the scale is 0
	converged bool
	start     *Start
}

// estimate takes both steps. The reweighting that it returns stands where the second
// came to.
func (e MM) estimate(
	ctx context.Context, x *Factor, y []float64,
) (*reweighting, *mmEstimate, error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, nil, err
	}
	found, err := r.estimateMM(ctx, e.Seed, e.Start, mmLimit)
	return r, found, err
}

// estimateMM takes both steps, each in at most limit descending steps.
func (r *reweighting) estimateMM(
	ctx context.Context, seed uint64, from *Start, limit int,
) (*mmEstimate, error) {
	s := newSearch(r, seed)
	best, err := s.run(ctx, from, limit)
	if err != nil {
		return nil, err
	}
	if best == nil {
		return nil, r.describeUndetermined(MM{})
	}
	found, err := r.descendMM(ctx, best, limit)
	if err != nil {
		return nil, err
	}
	found.start = s.pass()
	return found, nil
}

// descendMM takes the second step, from a fit whose scale it keeps.
func (r *reweighting) descendMM(
	ctx context.Context, from *candidate, limit int,
) (*mmEstimate, error) {
	found := &mmEstimate{scale: from.scale, converged: from.converged}
	r.moveTo(from.theta)
	r.steps = 0
	if found.scale == 0 {
		r.keepExact()
		if _, ok := r.findStep(r.weights); !ok {
			return nil, r.describeUndetermined(MM{})
		}
		r.moveBy(1)
		found.converged = true
		return found, nil
	}
	found.initial = slices.Clone(r.e)
	objective := func() (value, scale float64) {
		return sumBisquare(r.e, locationC*found.scale), found.scale
	}
	done, err := r.descend(ctx, objective, r.bisquareWeigher(locationC), limit)
	if err != nil {
		return nil, err
	}
	weighBisquare(r.e, locationC*found.scale, r.weights, r.curvature)
	found.converged = found.converged && done
	return found, nil
}

// finishMM turns what the two steps have found into a fit.
func (r *reweighting) finishMM(
	ctx context.Context, e MM, y []float64, found *mmEstimate,
) (*Fit, error) {
	se := make([]float64, r.p)
	if found.scale > 0 {
		se = r.findMMErrors(found)
	}
	return r.finish(ctx, y, ending{e, mmCorrection, found.scale, se, found.converged})
}

// findMMErrors returns the standard errors. Let u and u₀ be the residuals of the
// second and the first step over s, ψ and its derivative those for c = 4.685061,
// χ that for c = 1.54764, H = Σ ψ'(uᵢ)·qᵢqᵢ', and t'θ a coefficient. Then row i moves
// the coefficient by s·ψ(uᵢ)·dᵢ through the second step, where dᵢ = t'H⁻¹qᵢ, and it
// moves it through the scale. The variance is
//
//	s²·(Σ (ψ(uᵢ)·dᵢ)² + (mean(χ(u₀)² − ¼)·a² − 2ab)/n),
//	a = Σ ψ'(uᵢ)·uᵢ·dᵢ / mean(χ'(u₀)·u₀),  b = Σ ψ(uᵢ)·χ(u₀ᵢ)·dᵢ.
func (r *reweighting) findMMErrors(found *mmEstimate) []float64 {
	n, p, scale := float64(r.n), r.p, found.scale
	slope, spread := 0.0, 0.0
	chi := r.sorted
	for i, e := range found.initial {
		u := e / (scaleC * scale)
		u *= u
		rest := max(0, 1-u)
		chi[i] = 1 - rest*rest*rest
		slope += 6 * u * rest * rest / n
		spread += (chi[i]*chi[i] - breakdown*breakdown) / n
	}
	definite := r.decompose(r.curvature)
	t, d := r.transformation(), r.column
	se := make([]float64, p)
	for k := range se {
		if !definite {
			se[k] = math.NaN()
			continue
		}
		z := t[k*p : (k+1)*p]
		r.solveForward(z)
		r.solveBackward(z)
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
