package regress

import "context"

// WLS is weighted least squares: what [OLS] does with a factor that has weights,
// under a name of its own.
type WLS struct{}

// Name returns "wls".
func (WLS) Name() string { return "wls" }

// Traits returns those of least squares.
func (WLS) Traits() Traits { return Traits{LeastSquares: true, Reweighted: true} }

// With returns the estimator: it has no options.
func (e WLS) With(Options) Estimator { return e }

// Fit fits by weighted least squares.
func (e WLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	return fitLeastSquares(e, x, y), nil
}
