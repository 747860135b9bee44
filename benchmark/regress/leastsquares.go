package regress

import (
	"context"
	"fmt"
	"math"
)

// OLS is ordinary least squares: minimise Σ eᵢ², or Σ wᵢeᵢ² where the factor
// has weights (R: lm).
type OLS struct{}

// Name returns "ols".
func (OLS) Name() string { return "ols" }

// Fit fits by least squares.
func (OLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	return leastSquares("ols", x, y), nil
}

// WLS is weighted least squares: the same as [OLS] with the factor's weights,
// under the name it has when there are some.
type WLS struct{}

// Name returns "wls".
func (WLS) Name() string { return "wls" }

// Fit fits by weighted least squares.
func (WLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	return leastSquares("wls", x, y), nil
}

func leastSquares(name string, x *Factor, y []float64) *Fit {
	n, p := x.design.Rows(), x.design.Columns()
	if len(y) != n {
		panic(fmt.Sprintf("regress: %d responses for %d rows", len(y), n))
	}
	f := &Fit{
		Estimator: name, N: n, DF: n - p, x: x,
		Coefficients: make([]Coefficient, p),
	}
	block := make([]float64, 6*n) // one allocation for the six columns
	column := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = column(), column(), column()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = column(), column(), column()

	// Residuals of √w·y, made orthogonal to Q twice, which is enough for them
	// to be so to working precision (Giraud & al. 2005).
	e := f.Residuals
	for i := range y {
		e[i] = y[i] * x.rootAt(i)
	}
	effects := make([]float64, p)
	for range 2 {
		z := make([]float64, p)
		for i := range n {
			addScaled(z, e[i], x.q[i*p:(i+1)*p])
		}
		for i := range n {
			e[i] -= dot(z, x.q[i*p:(i+1)*p])
		}
		addScaled(effects, 1, z)
	}
	estimate := make([]float64, p)
	x.unscale(effects, estimate)

	rss := dot(e, e)
	sst := x.sumOfSquares(y, x.weightedMean(y))
	f.Sigma = math.Sqrt(rss / float64(f.DF))
	s2 := f.Sigma * f.Sigma
	classical, robust := make([]float64, p), make([]float64, p)
	for i, h := range x.leverage {
		solved := x.solved[i*p : (i+1)*p]
		rest := 1 - h
		if rest < 1e-10 { // the row alone decides a coefficient: nothing is left to predict it from
			f.LeaveOneOut[i], f.LeaveOneOutSD[i] = math.NaN(), math.NaN()
			f.Studentized[i], f.Cook[i] = math.NaN(), math.NaN()
			rest = math.NaN()
		}
		deleted := e[i] / rest // √w·(y − ŷ₍ᵢ₎)
		if !math.IsNaN(deleted) {
			f.PRESS += deleted * deleted
			sd := math.Sqrt(max(0, rss-e[i]*deleted) / float64(f.DF-1))
			f.Studentized[i] = e[i] / (sd * math.Sqrt(rest))
			f.Cook[i] = deleted * deleted * h / (float64(p) * s2)
			f.LeaveOneOut[i] = y[i] - deleted/x.rootAt(i)
			f.LeaveOneOutSD[i] = sd / (math.Sqrt(rest) * x.rootAt(i))
			for k, v := range solved {
				robust[k] += v * v * deleted * deleted
			}
		}
		for k, v := range solved {
			classical[k] += v * v
		}
		e[i] /= x.rootAt(i)
		f.Fitted[i] = y[i] - e[i]
	}
	f.R2 = 1 - rss/sst
	f.AdjR2 = 1 - (rss/float64(f.DF))/(sst/float64(n-1))
	f.LooR2 = 1 - f.PRESS/sst
	for k := range f.Coefficients {
		f.Coefficients[k] = Coefficient{
			Name:     x.design.names[k],
			Estimate: estimate[k],
			SE:       f.Sigma * math.Sqrt(classical[k]),
			HC3:      math.Sqrt(robust[k]),
		}
	}
	return f
}
