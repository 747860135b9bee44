package regress

import (
	"context"
	"math"
)

// OLS is ordinary least squares: minimise Σ eᵢ², or Σ wᵢeᵢ² where the factor
// has weights (R: lm).
type OLS struct{}

// Name returns "ols".
func (OLS) Name() string { return "ols" }

// Fit fits by least squares.
func (OLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	return leastSquares("ols", x, y), nil
}

// WLS is weighted least squares: the same as [OLS] with the factor's weights,
// under the name it has when there are some.
type WLS struct{}

// Name returns "wls".
func (WLS) Name() string { return "wls" }

// Fit fits by weighted least squares.
func (WLS) Fit(_ context.Context, x *Factor, y []float64) (*Fit, error) {
	if err := x.checkResponse(y); err != nil {
		return nil, err
	}
	return leastSquares("wls", x, y), nil
}

func leastSquares(name string, x *Factor, y []float64) *Fit {
	n, p := x.design.Rows(), x.design.Columns()
	f := &Fit{
		Estimator: name, N: n, DF: n - p, Converged: true, x: x,
		Coefficients: make([]Coefficient, p),
	}
	block := make([]float64, 6*n) // one allocation for the six columns
	column := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = column(), column(), column()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = column(), column(), column()

	e := f.Residuals
	estimate := x.project(y, e)

	rss := dot(e, e)
	sst := x.sumOfSquares(y, x.centre(y))
	f.Sigma = math.Sqrt(rss / float64(f.DF))
	s2 := f.Sigma * f.Sigma
	robust := make([]float64, 4*p) // HC0, HC2, HC3 and HC4, squared
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
			others := rss - e[i]*deleted
			if others < 1e-8*rss { // what is left is lost in rounding
				others = x.sumWithout(i, e, deleted)
			}
			sd := math.Sqrt(max(0, others) / float64(f.DF-1))
			f.Studentized[i] = e[i] / (sd * math.Sqrt(rest))
			f.Cook[i] = deleted * deleted * h / (float64(p) * s2)
			f.LeaveOneOut[i] = y[i] - deleted/x.rootAt(i)
			f.LeaveOneOutSD[i] = sd / (math.Sqrt(rest) * x.rootAt(i))
			e2 := e[i] * e[i]
			hc4 := e2 / math.Pow(rest, min(4, float64(n)*h/float64(p)))
			for k, v := range solved {
				v2 := v * v
				robust[4*k] += v2 * e2
				robust[4*k+1] += v2 * e2 / rest
				robust[4*k+2] += v2 * deleted * deleted
				robust[4*k+3] += v2 * hc4
			}
		}
		e[i] /= x.rootAt(i)
		f.Fitted[i] = y[i] - e[i]
	}
	f.R2 = 1 - rss/sst
	total := float64(n)
	if x.design.intercept {
		total--
	}
	f.AdjR2 = 1 - (rss/float64(f.DF))/(sst/total)
	f.LooR2 = 1 - f.PRESS/sst
	for k := range f.Coefficients {
		se := f.Sigma * math.Sqrt(x.inverse[k])
		t := estimate[k] / se
		hc0 := math.Sqrt(robust[4*k])
		f.Coefficients[k] = Coefficient{
			Name:     x.design.names[k],
			Estimate: estimate[k],
			SE:       se,
			T:        t,
			P:        twoSided(t, f.DF),
			VIF:      x.vif[k],
			HC0:      hc0,
			HC1:      hc0 * math.Sqrt(float64(n)/float64(f.DF)),
			HC2:      math.Sqrt(robust[4*k+1]),
			HC3:      math.Sqrt(robust[4*k+2]),
			HC4:      math.Sqrt(robust[4*k+3]),
		}
	}
	return f
}

// sumWithout is the sum of squares that is left without row i, from the other
// rows' own residuals eⱼ + hᵢⱼ·eᵢ/(1−hᵢ). Residuals are those of √w·y.
func (f *Factor) sumWithout(i int, e []float64, deleted float64) (sum float64) {
	p := f.design.Columns()
	for j := range e {
		if j == i {
			continue
		}
		r := e[j]
		if j < i { // already brought back to the response's scale
			r *= f.rootAt(j)
		}
		r += dot(f.q[i*p:(i+1)*p], f.q[j*p:(j+1)*p]) * deleted
		sum += r * r
	}
	return sum
}

// project returns the least-squares coefficients of a response, and writes
// the residuals of √w·y to e.
func (f *Factor) project(y, e []float64) (estimate []float64) {
	n, p := f.design.Rows(), f.design.Columns()
	b := y
	if f.root != nil {
		b = make([]float64, n)
		for i := range y {
			b[i] = y[i] * f.root[i]
		}
	}
	z := make([]float64, p)
	f.split(b, z, e)
	f.solve(z)
	f.refine(b, nil, z, e)
	estimate = make([]float64, p)
	for k, column := range f.pivot {
		estimate[column] = z[k] / f.scale[k]
	}
	return estimate
}

// split splits b into Q·z and the rest e, which is orthogonal to Q.
func (f *Factor) split(b, z, e []float64) {
	p := len(z)
	clear(z)
	for i, v := range b {
		addScaled(z, v, f.q[i*p:(i+1)*p])
	}
	for i, v := range b {
		e[i] = v - dot(z, f.q[i*p:(i+1)*p])
	}
}
