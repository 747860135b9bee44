package regress

import (
	"context"
	"fmt"
)

// Quantile is quantile regression. It minimises Σ √wᵢ·ρ_τ(yᵢ − xᵢ'β), where
// ρ_τ(r) is τ·r for r ≥ 0 and (τ−1)·r for r < 0 (Koenker & Bassett 1978; R:
// quantreg::rq, whose weights are √w). About a share τ of the rows lies below the
// fit. So τ = 0.5 is median regression, or least absolute deviations, and τ = 0.25
// is the best quarter under the conditions, where less is better. The factor's
// weights are precisions: the errors of a row of weight w are 1/√w as large, so
// that the rows times √w are alike.
//
// The minimum is exact. It is found among vertices, and the duals prove it.
// [Fit.Converged] reports whether the proof was found, for the fit and for all fits
// without one row. Where all duals lie strictly between τ−1 and τ, it is the only
// minimum. Where one is τ−1 or τ, other β may have the same sum, and the fit is one
// of them. The same data have the same one.
//
// This is what a [Fit] of the estimator holds:
//
//   - Residuals: 0 for the rows that the fit passes through, which are p or more.
//   - Iterations: how many times a row was exchanged.
//   - SE and HC0 to HC4: all the same, the sandwich τ(1−τ)·H⁻¹·X'WX·H⁻¹ with
//     H = Σ fᵢwᵢxᵢxᵢ'. Here fᵢ is the density of the error at the quantile, by a
//     Gaussian kernel with the bandwidth of Hall & Sheather (1988). The sandwich
//     allows for unequal variances (Powell 1991; Koenker 2005, §3.4.2; R:
//     summary.rq(se = "ker")). It is NaN where half of the residuals are equal,
//     so that the bandwidth is 0.
//   - Sigma and Scale: 1.4826 times the median distance of √wᵢeᵢ from their median,
//     which for normal errors estimates σ. Only the n−p rows outside the basis
//     count, because those in it have residuals of 0 whatever the errors are.
//   - R2: R¹(τ) = 1 − V/V₀, where V is the sum above and V₀ its minimum for a model
//     of a level alone (Koenker & Machado 1999). It is about half of the R² of least
//     squares where that is small. AdjR2 is 1 − (V/(n−p))/(V₀/(n−1)), and LooR2 is
//     1 − Σ √wᵢ·ρ_τ(yᵢ−ŷ₍ᵢ₎)/V₀.
//   - LeaveOneOut: what the fit of the other rows, minimised anew, predicts.
//   - LeaveOneOutSD: σ̂/√(wᵢ(1−hᵢ)), as for least squares, with the σ̂ of all rows,
//     which one row hardly moves. Like the standard deviation of [Fit.Predict] it
//     takes β̂ to be as sure as that of least squares. So it is somewhat too small
//     for rows of high leverage: for normal errors and τ = 0.5 the variance of β̂ is
//     π/2 times as large (Koenker & Bassett 1978).
//   - Studentized: yᵢ − ŷ₍ᵢ₎ over that. It is a robust distance in standard
//     deviations, not from the middle but from the level that a share τ lies below.
//     Where errors are normal it lies around Φ⁻¹(1−τ), which is 0.67 for τ = 0.25.
//     Only for τ = 0.5 can it be compared with Student's t.
//   - Cook: (β̂−β̂₍ᵢ₎)'X'WX(β̂−β̂₍ᵢ₎)/(p·σ̂²) (Cook 1977; for least absolute
//     deviations, with another scale, Sun & Wei 2004).
//
// The scale is 0 where half of the rows lie on the fit. Then Studentized is 0 for
// those and infinite for the others, and Cook is 0.
type Quantile struct {
	Tau float64 // τ, between 0 and 1; 0 means 0.5
}

// Name returns "quantile".
func (Quantile) Name() string { return "quantile" }

// Traits returns the quantile that is fitted.
func (e Quantile) Traits() Traits { return Traits{Tau: e.tau()} }

// tau returns the quantile that is fitted.
func (e Quantile) tau() float64 {
	if e.Tau == 0 {
		return 0.5
	}
	return e.Tau
}

// A TauError reports a quantile that is not between 0 and 1.
type TauError float64

func (e TauError) Error() string {
	return fmt.Sprintf("regress: the quantile %v is not between 0 and 1", float64(e))
}

// With returns the estimator with the options that it has. If [Options.Tau] is not between 0
// and 1, the estimator's fits are a [TauError].
func (Quantile) With(o Options) Estimator { return Quantile{Tau: o.Tau} }

// Fit fits by quantile regression. It ends with the error of the context when that
// is cancelled. It is a [TauError] if τ is not between 0 and 1.
func (e Quantile) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	q, err := e.minimise(ctx, x, y)
	if err != nil {
		return nil, err
	}
	if err := q.leaveEachOut(ctx); err != nil {
		return nil, err
	}
	return q.finish(ctx, e, y)
}

// Coefficients returns the coefficients of [Quantile.Fit] alone. It takes a part of
// the time, because it does not fit anew without each row.
func (e Quantile) Coefficients(ctx context.Context, x *Factor, y []float64) ([]Coefficient, error) {
	q, err := e.minimise(ctx, x, y)
	if err != nil {
		return nil, err
	}
	return q.coefficients(), nil
}

// minimise finds the minimum.
func (e Quantile) minimise(ctx context.Context, x *Factor, y []float64) (*quantileFit, error) {
	tau := e.tau()
	if !(tau > 0 && tau < 1) {
		return nil, TauError(tau)
	}
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	q := newQuantileFit(x, y, tau)
	if err := q.solve(ctx); err != nil {
		return nil, err
	}
	return q, nil
}
