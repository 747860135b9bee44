package regress

import (
	"context"
	"math"
)

// Huber is the M-estimator of Huber (1964): with uᵢ = √wᵢ·eᵢ/σ̂ it solves
//
//	Σ ψ(uᵢ)·√wᵢ·xᵢ = 0,  ψ(u) = max(−k, min(k, u)),  k = 1.345,
//
// which is 95 % as efficient as least squares where errors are normal. The
// scale σ̂ is the median of |√wᵢ·eᵢ| over 0.6745, found anew at each step of the
// reweighting that starts from least squares. (R: MASS::rlm with its defaults,
// scale.est = "MAD", wt.method = "inv.var", iterated further.)
//
// It bounds what an unusual response can do, and not what an unusual row of
// drivers can do: see [MM].
//
// The standard errors are those of R's summary.rlm (Huber 1981, §7.6):
//
//	κ·√(Σ ψ(uᵢ)²·σ̂²/(n−p)) / m · √diag (X'WX)⁻¹,  κ = 1 + p·var(ψ')/(n·m²),
//
// with m the mean of ψ'(uᵢ), the share of rows with |u| < k. R² is that of
// Renaud & Victoria-Feser (2010); it, PRESS and the leave-one-out R² count each
// row with wᵢ times its robustness. The influence of rows is that of the final
// weighted fit, see [Fit], and so is [Fit.Factor]: its weights are wᵢ times the
// robustness, and so are its leverages.
//
// Where the scale becomes 0, because half of the rows lie on the fit, Sigma,
// Scale and the standard errors are 0; the rows on it have robustness 1 and
// studentised residuals of 0, the others 0 and ±Inf.
type Huber struct {
	// Exact is leave-one-out by refitting without each row instead of the
	// closed form (slower, n refits).
	Exact bool
}

const (
	huberK     = 1.345
	huberLimit = 2000 // most steps
	huberSwing = 200  // steps after which the scale is taken to swing
	// huberCorrection is (2Φ(k) − 1 + 2k·∫ₖ φ(z)/z dz) / (2Φ(k) − 1), see rSquared.
	huberCorrection = 1.1686443
)

// Name returns "huber".
func (Huber) Name() string { return "huber" }

// Fit fits by iteratively reweighted least squares. In some small samples the
// scale swings between two values for ever; it is then found by bisection, with
// the coefficients of each scale. A fit that has not reached its criterion, a
// change of the residuals by 1e-10 of the scale, within 2000 steps is returned
// with Converged false.
func (h Huber) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, err
	}
	f, err := r.huber(ctx, y, huberLimit)
	if err != nil || !h.Exact {
		return f, err
	}
	return f.refit(ctx, Huber{}, x, y)
}

func (r *reweighting) huber(ctx context.Context, y []float64, limit int) (*Fit, error) {
	name := Huber{}.Name()
	converged, err := r.huberReweight(ctx, min(limit, huberSwing))
	if err == nil && !converged {
		converged, err = r.huberBisect(ctx, limit)
	}
	if err != nil {
		return nil, err
	}
	scale := r.mad()
	if scale <= r.zero {
		r.keepExact()
		return r.finish(ctx, name, y, 0, make([]float64, r.p), converged)
	}
	huberWeights(r.e, scale, r.weights, r.curvature)
	return r.finish(ctx, name, y, scale, r.huberErrors(), converged)
}

// huberReweight takes up to the given number of reweighted steps, each with the
// median's scale as it then is.
func (r *reweighting) huberReweight(ctx context.Context, steps int) (converged bool, err error) {
	for range steps {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		s := r.mad()
		if s <= r.zero {
			return true, nil
		}
		r.steps++
		huberWeights(r.e, s, r.weights, r.curvature)
		size, ok := r.solve(r.weights)
		if !ok {
			return false, r.undetermined(Huber{}.Name())
		}
		r.move(1)
		if size <= tolerance*s {
			return true, nil
		}
	}
	return false, nil
}

// huberBisect finds the scale that is the median's over 0.6745 at its own
// coefficients, those for which Σ ρ(eᵢ/s) is smallest. There is one: the
// coefficients follow the scale continuously, and the median stays finite as
// the scale grows.
func (r *reweighting) huberBisect(ctx context.Context, limit int) (converged bool, err error) {
	s := r.mad()
	objective := func() (value, scale float64) { return huberLoss(r.e, s), s }
	weigh := func(scale float64) { huberWeights(r.e, scale, r.weights, r.curvature) }
	for low, high := 0.0, math.Inf(1); s > r.zero; {
		if done, err := r.descend(ctx, objective, weigh, limit-r.steps); !done {
			return false, err
		}
		if r.mad() >= s {
			low = s
		} else {
			high = s
		}
		switch {
		case math.IsInf(high, 1):
			s = 2 * low
		case high-low <= tolerance*high:
			return true, nil
		case low == 0:
			s = high / 2
		default:
			s = (low + high) / 2
		}
	}
	return true, nil
}

// huberLoss returns Σ ρ(eᵢ/s), with ρ(u) = u²/2 for |u| ≤ k and k·|u| − k²/2
// beyond.
func huberLoss(e []float64, s float64) float64 {
	sum := 0.0
	for _, v := range e {
		if u := math.Abs(v / s); u <= huberK {
			sum += u * u / 2
		} else {
			sum += huberK*u - huberK*huberK/2
		}
	}
	return sum
}

// huberWeights writes ψ(u)/u and ψ'(u).
func huberWeights(e []float64, scale float64, weights, derivative []float64) {
	k := huberK * scale
	weights, derivative = weights[:len(e)], derivative[:len(e)]
	for i, v := range e {
		weights[i], derivative[i] = 1, 1
		if v = math.Abs(v); v > k {
			weights[i], derivative[i] = k/v, 0
		}
	}
}

// huberErrors returns the standard errors.
func (r *reweighting) huberErrors() []float64 {
	n, p := float64(r.n), float64(r.p)
	sum, inside := 0.0, 0.0
	for i, e := range r.e {
		psi := e * r.weights[i] // times the scale
		sum += psi * psi
		inside += r.curvature[i]
	}
	m := inside / n
	kappa := 1 + p*(m*(1-m)*n/(n-1))/(n*m*m)
	factor := math.Sqrt(sum/(n-p)) * kappa / m
	t := r.coefficientsOf()
	se := make([]float64, r.p)
	for k := range se {
		se[k] = factor * norm2(t[k*r.p:(k+1)*r.p])
	}
	return se
}
