package regress

import (
	"context"
	"fmt"
	"math"
)

// Again fits another response as this fit was made: on the same design, by
// least squares with the weights that this fit ended with, wᵢ times the
// robustness rᵢ. x is the factor that this fit was made on. Both fits are then
// the same linear function of their responses, so that a response which is a
// constant times this fit's has a constant times its expectations.
//
// A response that is missing (NaN) has robustness 0: its row has no say, and is
// predicted by the others. Where nothing is missing, the result of [OLS] and
// [WLS] is that of an ordinary fit; of [Huber], [MM] and [Clean] it is least
// squares with the final weights, and each row is measured against the others
// as Clean does:
//
//	σ̂² = Σ wᵢrᵢeᵢ²/(Σrᵢ − p),  the standard deviation of y − ŷ₍ᵢ₎ is
//	s₍ᵢ₎·√(1/wᵢ + gᵢ/(1−hᵢ)),  gᵢ = xᵢ'(X'VX)⁻¹xᵢ,  hᵢ = wᵢrᵢgᵢ,  V = diag(wᵢrᵢ),
//
// since the variance of row i is σ²/wᵢ whatever its robustness was. DF is the
// whole part of Σrᵢ − p. The scale is not corrected for rows cut off: they were
// not cut off for this response.
//
// Leave-one-out is by the closed form also where this fit was refitted without
// each row. [Quantile] has no weights to fit with: fit it anew. It is an error
// that the rows with a response do not determine the coefficients.
func (f *Fit) Again(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	n, p := x.design.Rows(), x.design.Columns()
	if len(y) != n || f.N != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows and a fit of %d", len(y), n, f.N))
	}
	robust, missing := make([]float64, n), false
	known, total := make([]float64, n), 0.0 // the response, 0 where missing
	for i, v := range y {
		switch {
		case math.IsNaN(v):
			missing = true
			continue
		case f.Robustness != nil:
			robust[i] = f.Robustness[i]
		default:
			robust[i] = 1
		}
		known[i] = v
		total += robust[i]
	}
	if int(total)-p < 2 { // one is left without the row that is measured
		return nil, fmt.Errorf("regress: rows of a weight of %.1f in all are too few to fit %d coefficients again", total, p)
	}
	if err := x.checkResponse(known); err != nil {
		return nil, err
	}
	factor := f.x
	if missing {
		var err error
		if factor, err = x.reweighted(ctx, robust); err != nil {
			return nil, err
		}
	}
	again := leastSquares(f.Estimator, factor, known)
	if f.Robustness == nil && !missing {
		return again, nil
	}
	again.Iterations, again.Converged, again.Robustness = f.Iterations, f.Converged, robust
	again.measure(x, y, total, 1)
	return again, nil
}

// measure turns a least-squares fit on the weights wᵢrᵢ into one that measures
// every row against the others, each with the variance σ²/wᵢ that its weight in
// x gives it. total is Σrᵢ, and the correction what the scale is divided by.
func (f *Fit) measure(x *Factor, y []float64, total, correction float64) {
	p := len(f.Coefficients)
	rss := f.Sigma * f.Sigma * float64(f.DF)
	df := total - float64(p)
	f.DF = int(df)
	f.Sigma = math.Sqrt(rss/df) / correction
	f.Scale = f.Sigma
	row := make([]float64, p)
	for i, h := range f.x.leverage {
		if math.IsNaN(f.LeaveOneOut[i]) {
			f.Residuals[i] = y[i] - f.Fitted[i] // missing where the response is
			continue
		}
		w, r, v := x.weightAt(i), f.Robustness[i], f.x.weightAt(i)
		for k := range row {
			row[k] = x.design.columns[k][i]
		}
		if r == 0 { // its weight is lost in rounding, and so is its row of Q
			f.Fitted[i] = 0
			for k, c := range f.Coefficients {
				f.Fitted[i] += c.Estimate * row[k]
			}
			f.Residuals[i], h, v = y[i]-f.Fitted[i], 0, 0
		}
		rest := 1 - h
		deleted := f.Residuals[i] / rest
		f.LeaveOneOut[i] = f.Fitted[i] + f.Residuals[i] - deleted
		g := f.x.leverageOf(row)
		variance := rss / df
		if r > 0 {
			variance = max(0, rss-v*f.Residuals[i]*deleted) / (df - r)
		} else {
			f.LeaveOneOut[i] = f.Fitted[i] // also where the response is missing
		}
		f.LeaveOneOutSD[i] = math.Sqrt(variance*(1/w+g/rest)) / correction
		f.Studentized[i] = deleted / f.LeaveOneOutSD[i]
		f.Cook[i] = v * v * deleted * deleted * g / (float64(p) * f.Sigma * f.Sigma)
	}
	all := total
	if x.design.intercept {
		all--
	}
	f.AdjR2 = 1 - (1-f.R2)*all/df
	for k := range f.Coefficients {
		c := &f.Coefficients[k]
		c.SE = 0
		for i, r := range f.Robustness {
			s := f.x.solved[i*p+k]
			c.SE += s * s * r
		}
		c.SE = f.Sigma * math.Sqrt(c.SE)
		c.T = c.Estimate / c.SE
		c.P = twoSided(c.T, f.DF)
		c.HC1 = c.HC0 * math.Sqrt(total/df)
	}
}
