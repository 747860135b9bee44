package regress

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// FitAgain fits another response as this fit was made: on the same design, by
// least squares with the weights that this fit ended with, wᵢ times the robustness
// rᵢ. The factor x is the one that this fit was made on. Both fits are then the same
// linear function of their responses. So a response that is a constant times this
// fit's has a constant times its expectations.
//
// A response that is missing (NaN) has robustness 0. Its row has no say, and the
// others predict it. Where nothing is missing, the result of [OLS] and [WLS] is that
// of an ordinary fit. The result of [Huber], [MM] and [Clean] is least squares with
// the final weights, and each row is measured against the others as Clean does:
//
//	σ̂² = Σ wᵢrᵢeᵢ²/(Σrᵢ − p),  the standard deviation of y − ŷ₍ᵢ₎ is
//	s₍ᵢ₎·√(1/wᵢ + gᵢ/(1−hᵢ)),  gᵢ = xᵢ'(X'VX)⁻¹xᵢ,  hᵢ = wᵢrᵢgᵢ,  V = diag(wᵢrᵢ),
//
// because the variance of row i is σ²/wᵢ whatever its robustness was. DF is the
// whole part of Σrᵢ − p. The scale is not corrected for rows that were cut off:
// they were not cut off for this response.
//
// Leave-one-out has its closed form also where this fit was made anew without each
// row. [Quantile] has no weights to fit with: fit it anew. It is an error if the
// rows with a response do not determine the coefficients, or if there is no factor or no
// fit.
func (f *Fit) FitAgain(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	switch {
	case f == nil || f.x == nil:
		return nil, errors.New("regress: there is no fit to fit again")
	case x == nil || x.design == nil:
		return nil, errNoFactor
	}
	n, p := x.design.Rows(), x.design.Columns()
	if len(y) != n || f.N != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows and a fit of %d", len(y), n, f.N))
	}
	robustness, missing := make([]float64, n), false
	known, total := make([]float64, n), 0.0 // the response, with 0 where it is missing
	for i, v := range y {
		switch {
		case math.IsNaN(v):
			missing = true
			continue
		case f.Robustness != nil:
			robustness[i] = f.Robustness[i]
		default:
			robustness[i] = 1
		}
		known[i] = v
		total += robustness[i]
	}
	if err := x.checkResponse(known); err != nil {
		return nil, err
	}
	if int(total)-p < 2 { // one is left without the row that is measured
		return nil, fmt.Errorf("regress: rows of a weight of %.1f in all are too few "+
			"to fit %d coefficients again", total, p)
	}
	factor := f.x
	if missing {
		var err error
		if factor, err = x.reweight(ctx, robustness); err != nil {
			return nil, err
		}
	}
	again := fitLeastSquares(f.Estimator, factor, known)
	if f.Robustness == nil && !missing {
		return again, nil
	}
	again.Iterations, again.Converged, again.Robustness = f.Iterations, f.Converged, robustness
	again.measure(x, y, total, 1)
	return again, nil
}
