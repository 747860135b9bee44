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
// drivers can: see [MM].
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
	limit int // most steps; 0: huberLimit
}

const (
	huberK     = 1.345
	huberLimit = 2000
	huberSwing = 200 // steps after which the scale is taken to swing
	// tolerance is how far, as a share of the scale, the last step may move the
	// residuals.
	tolerance = 1e-10
	// huberCorrection is (2Φ(k) − 1 + 2k·∫ₖ φ(z)/z dz) / (2Φ(k) − 1).
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
	r := newReweighting(x, y)
	d := huberDescent{reweighting: r, limit: h.limit}
	if d.limit == 0 {
		d.limit = huberLimit
	}
	converged, err := d.reweight(ctx, min(d.limit, huberSwing))
	if err == nil && !converged {
		converged, err = d.bisect(ctx)
	}
	if err != nil {
		return nil, err
	}
	found := robustFit{
		name: h.Name(), scale: r.mad(), correction: huberCorrection,
		iterations: d.iterations, converged: converged,
	}
	if found.scale <= r.zero {
		r.keepExact()
		found.scale, found.se = 0, make([]float64, r.p)
		return r.finish(y, found)
	}
	huberWeights(r.e, found.scale, r.weights)
	found.se = r.huberErrors(found.scale)
	return r.finish(y, found)
}

// huberDescent counts the steps of a reweighting.
type huberDescent struct {
	*reweighting
	iterations, limit int
}

// reweight takes up to the given number of reweighted steps, each with the
// median's scale as it then is.
func (d *huberDescent) reweight(ctx context.Context, steps int) (converged bool, err error) {
	for range steps {
		s := d.mad()
		if s <= d.zero {
			return true, nil
		}
		size, err := d.step(ctx, s)
		if err != nil || size <= tolerance*s {
			return err == nil, err
		}
	}
	return false, nil
}

// step is a reweighted step with a scale.
func (d *huberDescent) step(ctx context.Context, s float64) (size float64, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	d.iterations++
	huberWeights(d.e, s, d.weights)
	size, ok := d.solve(d.weights, d.weights)
	if !ok {
		return 0, d.undetermined(Huber{}.Name())
	}
	d.move(1)
	return size, nil
}

// minimise finds the coefficients of a scale, those for which Σ ρ(eᵢ/s) is
// smallest, by Newton's method, and by reweighting where that goes up.
func (d *huberDescent) minimise(ctx context.Context, s float64) (converged bool, err error) {
	for d.iterations < d.limit {
		huberWeights(d.e, s, d.weights)
		for i, w := range d.weights {
			d.curvature[i] = 0
			if w == 1 {
				d.curvature[i] = 1
			}
		}
		before := d.loss(s)
		size, ok := d.solve(d.curvature, d.weights)
		if ok {
			d.iterations++
			d.move(1)
			if ok = d.loss(s) <= before*(1+1e-14); !ok {
				d.move(-1)
			}
		}
		if !ok {
			if size, err = d.step(ctx, s); err != nil {
				return false, err
			}
		}
		if size <= tolerance*s {
			return true, nil
		}
	}
	return false, nil
}

// loss returns Σ ρ(eᵢ/s), with ρ(u) = u²/2 for |u| ≤ k and k·|u| − k²/2 beyond.
func (d *huberDescent) loss(s float64) float64 {
	sum := 0.0
	for _, e := range d.e {
		if u := math.Abs(e / s); u <= huberK {
			sum += u * u / 2
		} else {
			sum += huberK*u - huberK*huberK/2
		}
	}
	return sum
}

// bisect finds the scale that is the median's over 0.6745 at its own
// coefficients. There is one: the coefficients follow the scale continuously,
// and the median stays finite as the scale grows.
func (d *huberDescent) bisect(ctx context.Context) (converged bool, err error) {
	excess := func(s float64) (float64, bool) { // of the median's over the scale
		var done bool
		done, err = d.minimise(ctx, s)
		return d.mad() - s, done
	}
	low := d.mad()
	high := low
	for {
		over, ok := excess(high)
		if !ok {
			return false, err
		}
		if over <= 0 {
			break
		}
		low, high = high, 2*high
	}
	for {
		over, ok := excess(low)
		if !ok {
			return false, err
		}
		if over >= 0 {
			break
		}
		low, high = low/2, low
	}
	for low > d.zero && high-low > tolerance*high {
		middle := (low + high) / 2
		over, ok := excess(middle)
		if !ok {
			return false, err
		}
		if over >= 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return true, nil
}

// huberWeights writes ψ(u)/u.
func huberWeights(e []float64, scale float64, weights []float64) {
	k := huberK * scale
	weights = weights[:len(e)]
	for i, v := range e {
		weights[i] = 1
		if v = math.Abs(v); v > k {
			weights[i] = k / v
		}
	}
}

// huberErrors returns the standard errors.
func (r *reweighting) huberErrors(scale float64) []float64 {
	n, p := float64(r.n), float64(r.p)
	sum, inside := 0.0, 0.0
	for i, e := range r.e {
		psi := e * r.weights[i]
		sum += psi * psi
		if math.Abs(e) <= huberK*scale {
			inside++
		}
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
