package regress

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// Huber is the M-estimator of Huber (1964). With uᵢ = √wᵢ·eᵢ/σ̂ it solves
//
//	Σ ψ(uᵢ)·√wᵢ·xᵢ = 0,  ψ(u) = max(−k, min(k, u)),  k = 1.345,
//
// which is 95 % as efficient as least squares where errors are normal. The scale
// σ̂ is the median of |√wᵢ·eᵢ| over 0.6745. It is found anew at each step of the
// reweighting, which starts from least squares. (R: MASS::rlm with its defaults,
// scale.est = "MAD", wt.method = "inv.var", iterated further.)
//
// The estimator bounds what an unusual response can do, and not what an unusual
// row of drivers can do: see [MM].
//
// The standard errors are those of R's summary.rlm (Huber 1981, §7.6),
//
//	κ·√(Σ ψ(uᵢ)²·σ̂²/(n−p)) / m · √diag (X'WX)⁻¹,  κ = 1 + p·var(ψ')/(n·m²),
//
// where m is the mean of ψ'(uᵢ), the share of rows with |u| < k. R² is that of
// Renaud & Victoria-Feser (2010). R², PRESS and the leave-one-out R² count each row
// with wᵢ times its robustness. What the fit says of the influence of rows is that
// of the final weighted fit, and so is [Fit.Factor]: its weights are wᵢ times the
// robustness, and its leverages follow from them.
//
// The scale becomes 0 where half of the rows lie on the fit. Then Sigma, Scale and
// the standard errors are 0. The rows on the fit have robustness 1 and studentised
// residuals of 0, and the others have robustness 0 and residuals of ±Inf.
type Huber struct {
	Refit bool // see [Options]
}

const (
	huberK     = 1.345
	huberLimit = 2000 // the most steps
	huberSwing = 200  // the steps after which the scale is taken to swing
	// huberCorrection is (2Φ(k) − 1 + 2k·∫ₖ φ(z)/z dz) / (2Φ(k) − 1), see rSquared.
	huberCorrection = 1.1686443
)

// Name returns "huber".
func (Huber) Name() string { return "huber" }

// Traits returns those of a reweighted fit.
func (Huber) Traits() Traits { return Traits{Reweighted: true} }

// With returns the estimator with the options that it has.
func (Huber) With(o Options) Estimator { return Huber{Refit: o.Refit} }

// Fit fits by iteratively reweighted least squares. In some small samples the
// scale swings between two values for ever. Fit then finds it by bisection, with
// the coefficients of each scale. The criterion is a change of the residuals by
// 1e-10 of the scale. A fit that has not met it within 2000 steps has Converged
// false.
func (e Huber) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, err
	}
	f, err := r.fitHuber(ctx, e, y, huberLimit)
	if err != nil || !e.Refit {
		return f, err
	}
	return f.refit(ctx, Huber{}, x, y)
}

// fitHuber fits in at most limit steps.
func (r *reweighting) fitHuber(ctx context.Context, e Huber, y []float64, limit int) (*Fit, error) {
	converged, err := r.reweighHuber(ctx, min(limit, huberSwing))
	if err == nil && !converged {
		converged, err = r.bisectHuber(ctx, limit)
	}
	if err != nil {
		return nil, err
	}
	end := ending{e, huberCorrection, r.medianScale(), make([]float64, r.p), converged}
	if end.scale <= r.zero {
		r.keepExact()
		end.scale = 0
		return r.finish(ctx, y, end)
	}
	weighHuber(r.e, end.scale, r.weights, r.curvature)
	end.se = r.findHuberErrors()
	return r.finish(ctx, y, end)
}

// reweighHuber takes up to the given number of reweighted steps. Each has the
// scale of the residuals as they then are.
func (r *reweighting) reweighHuber(ctx context.Context, steps int) (converged bool, err error) {
	for range steps {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		s := r.medianScale()
		if s <= r.zero {
			return true, nil
		}
		r.steps++
		weighHuber(r.e, s, r.weights, r.curvature)
		size, ok := r.findStep(r.weights)
		if !ok {
			return false, r.describeUndetermined(Huber{})
		}
		r.moveBy(1)
		if size <= stepTolerance*s {
			return true, nil
		}
	}
	return false, nil
}

// bisectHuber finds the scale that is the scale of its own coefficients: those for
// which Σ ρ(eᵢ/s) is smallest. There is one, because the coefficients follow the
// scale continuously and the median stays finite as the scale grows.
func (r *reweighting) bisectHuber(ctx context.Context, limit int) (converged bool, err error) {
	s := r.medianScale()
	objective := func() (value, scale float64) { return sumHuber(r.e, s), s }
	weigh := func(scale float64) { weighHuber(r.e, scale, r.weights, r.curvature) }
	for low, high := 0.0, math.Inf(1); s > r.zero; {
		if done, err := r.descend(ctx, objective, weigh, limit-r.steps); !done {
			return false, err
		}
		if r.medianScale() >= s {
			low = s
		} else {
			high = s
		}
		switch {
		case math.IsInf(high, 1):
			s = 2 * low
		case high-low <= stepTolerance*high:
			return true, nil
		case low == 0:
			s = high / 2
		default:
			s = (low + high) / 2
		}
	}
	return true, nil
}

// sumHuber returns Σ ρ(eᵢ/s), where ρ(u) is u²/2 for |u| ≤ k and k·|u| − k²/2
// beyond. The derivative of ρ is ψ.
func sumHuber(e []float64, s float64) float64 {
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

// weighHuber writes ψ(u)/u and ψ'(u) for u = eᵢ/s.
func weighHuber(e []float64, s float64, weights, derivative []float64) {
	k := huberK * s
	weights, derivative = weights[:len(e)], derivative[:len(e)]
	for i, v := range e {
		weights[i], derivative[i] = 1, 1
		if v = math.Abs(v); v > k {
			weights[i], derivative[i] = k/v, 0
		}
	}
}

// findHuberErrors returns the standard errors.
func (r *reweighting) findHuberErrors() []float64 {
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
	t := r.transformation()
	se := make([]float64, r.p)
	for k := range se {
		se[k] = factor * vector.Norm(t[k*r.p:(k+1)*r.p])
	}
	return se
}
