package regress

import "context"

// OLS is ordinary least squares. It minimises Σ eᵢ² or, where the factor has
// weights, Σ wᵢeᵢ² (R: lm).
type OLS struct{}

// Name returns "ols".
func (OLS) Name() string { return "ols" }

// Traits returns those of least squares.
func (OLS) Traits() Traits { return Traits{LeastSquares: true, Reweighted: true} }

// With returns the estimator: it has no options.
func (e OLS) With(Options) Estimator { return e }

// Fit fits by least squares.
func (e OLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	return fitLeastSquares(e, x, y), nil
}
