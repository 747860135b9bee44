package expected

import (
	"context"
	"errors"
	"math"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// ConditionalQuantile fits a quantile of the figures by the model's drivers. It returns a
// function that gives a municipality's quantile, found from the others, and the number of
// others. A missing quantile is NaN. The function is nil if the area has no model. The
// error is the context's, or a [regress.TauError] if q is not between 0 and 1.
//
// On the log scale the exponential alone takes the quantile back, without Duan's factor. A
// quantile of the logarithm is the logarithm of the quantile (Koenker 2005, §2.2.3). That
// does not hold for a mean.
func (m *Model) ConditionalQuantile(
	ctx context.Context, q float64,
) (func(municipality int) (level float64, others int), error) {
	if m.Fitted == nil {
		return nil, nil
	}
	fit, err := regress.Quantile{Tau: q}.Fit(ctx, m.Factor, m.ResponseInFit())
	// Other errors say that there is no such fit, and then there is no level to return.
	if outside := regress.TauError(0); errors.As(err, &outside) {
		return nil, err
	}
	if err != nil {
		return nil, ctx.Err()
	}
	return func(municipality int) (level float64, others int) {
		level, others = math.NaN(), fit.N
		if i := m.position[municipality]; i >= 0 {
			level, others = fit.LeaveOneOut[i], fit.N-1
		} else if x, complete := m.listDrivers(municipality); complete {
			level, _, _ = fit.Predict(x, 1)
		}
		if m.Method.Log {
			level = math.Exp(level)
		}
		return level, others
	}, nil
}
