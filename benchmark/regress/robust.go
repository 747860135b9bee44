package regress

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// finish turns the state into a fit: that of least squares with the weights
// vᵢ = wᵢ·robustnessᵢ, with a robust scale and its standard errors.
func (r *reweighting) finish(ctx context.Context, name string, y []float64, scale float64, se []float64, converged bool) (*Fit, error) {
	n, x := float64(r.n), r.x
	if !r.cholesky(r.weights) {
		return nil, r.undetermined(name)
	}
	factor, err := x.reweighted(ctx, r.weights)
	if err != nil {
		return nil, err
	}
	f := newFit(name, factor)
	f.Sigma, f.Scale, f.Iterations, f.Converged = scale, scale, r.steps, converged
	f.Robustness = slices.Clone(r.weights)
	leverage := make([]float64, r.n)
	rss := r.influence(f, y, leverage)
	hc := r.unequal(f, leverage)
	tss := factor.sumOfSquares(y, factor.centre(y))
	rows := n
	if x.design.intercept {
		rows--
	}
	f.R2 = rSquared(name, tss, rss)
	f.AdjR2 = 1 - (1-f.R2)*rows/float64(f.DF)
	f.LooR2 = rSquared(name, tss, f.PRESS)

	estimate := r.coefficients(r.theta)
	for k := range f.Coefficients {
		c := Coefficient{
			Name:     x.design.names[k],
			Estimate: estimate[k],
			SE:       se[k],
			VIF:      factor.vif[k],
			HC0:      math.Sqrt(hc[4*k]),
			HC1:      math.Sqrt(hc[4*k] * n / float64(f.DF)),
			HC2:      math.Sqrt(hc[4*k+1]),
			HC3:      math.Sqrt(hc[4*k+2]),
			HC4:      math.Sqrt(hc[4*k+3]),
		}
		c.T = c.Estimate / c.SE
		c.P = twoSided(c.T, f.DF)
		f.Coefficients[k] = c
	}
	return f, nil
}

// reweighted factorises the design with the weights times the robustness. A
// factor's weights are positive: rows without robustness keep one so small that
// its product with anything is lost in rounding.
func (f *Factor) reweighted(ctx context.Context, robustness []float64) (*Factor, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v := make([]float64, len(robustness))
	for i, r := range robustness {
		v[i] = f.weightAt(i) * r
	}
	most := slices.Max(v)
	for i := range v {
		v[i] = max(v[i], 1e-200*most, 1e-300) // a factor's weights are positive
	}
	factor, err := Factorize(f.design, v)
	if err != nil {
		return nil, err
	}
	return factor, ctx.Err()
}

// newFit returns a fit with room for the rows' figures.
func newFit(name string, x *Factor) *Fit {
	n, p := x.design.Rows(), x.design.Columns()
	f := &Fit{Estimator: name, N: n, DF: n - p, x: x, Coefficients: make([]Coefficient, p)}
	block := make([]float64, 6*n)
	column := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = column(), column(), column()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = column(), column(), column()
	return f
}

// alone says of a row that it alone decides a coefficient: there is nothing
// left to predict it from.
func (f *Fit) alone(i int) {
	f.LeaveOneOut[i], f.LeaveOneOutSD[i] = math.NaN(), math.NaN()
	f.Studentized[i], f.Cook[i] = math.NaN(), math.NaN()
}

// influence fills in what is said of each row and PRESS, and returns the
// weighted sum of squares of the residuals. These are the closed forms of weighted
// least squares with the robust scale. With gᵢ = xᵢ'(X'VX)⁻¹xᵢ and hᵢ = vᵢgᵢ,
//
//	ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ),  its standard deviation  σ̂·√(1/wᵢ + gᵢ/(1−hᵢ)),
//	Cook's distance  (vᵢeᵢ/(1−hᵢ))²·gᵢ/(p·σ̂²).
//
// They hold the robustness of the other rows and the scale fixed, so they are
// near what a fit without the row gives and not equal to it: on the Danish
// accounts ŷ₍ᵢ₎ is within 0.05 scales on average and 0.5 at most.
//
// It expects the Cholesky factor of the weights, and writes hᵢ to leverage.
func (r *reweighting) influence(f *Fit, y, leverage []float64) (rss float64) {
	z := r.step
	for i, e := range r.e {
		for k, q := range r.q {
			z[k] = q[i]
		}
		r.forward(z)
		root, v := r.x.rootAt(i), r.x.weightAt(i)*r.weights[i]
		g := dot(z, z) // wᵢ·gᵢ
		h := r.weights[i] * g
		leverage[i] = h
		e, rest := e/root, 1-h
		f.Residuals[i], f.Fitted[i] = e, y[i]-e
		rss += v * e * e
		if rest < 1e-10 {
			f.alone(i)
			continue
		}
		deleted := e / rest
		f.LeaveOneOut[i] = y[i] - deleted
		f.LeaveOneOutSD[i] = f.Scale * math.Sqrt(1+g/rest) / root
		if f.Scale > 0 {
			f.Studentized[i] = deleted / f.LeaveOneOutSD[i]
			u := r.weights[i] * root * deleted / f.Scale
			f.Cook[i] = u * u * g / float64(r.p)
		} else if r.weights[i] == 0 { // beside an exact fit, and no part of it
			f.Studentized[i] = math.Inf(int(math.Copysign(1, e)))
		}
		f.PRESS += v * deleted * deleted
	}
	return rss
}

// unequal returns HC0, HC2, HC3 and HC4 squared of every coefficient, for the
// rows' leverages.
func (r *reweighting) unequal(f *Fit, leverage []float64) []float64 {
	p := r.p
	hc := make([]float64, 4*p)
	for i, e := range f.Residuals {
		h := leverage[i]
		rest := 1 - h
		if rest < 1e-10 {
			continue
		}
		e2 := r.x.weightAt(i) * r.weights[i] * e * e
		hc4 := e2 / math.Pow(rest, min(4, float64(r.n)*h/float64(p)))
		for k, s := range f.x.solved[i*p : (i+1)*p] {
			s *= s
			hc[4*k] += s * e2
			hc[4*k+1] += s * e2 / rest
			hc[4*k+2] += s * e2 / (rest * rest)
			hc[4*k+3] += s * hc4
		}
	}
	return hc
}

// rSquared is the robust coefficient of determination of Renaud &
// Victoria-Feser (2010), (T − E)/(T + E·(a−1)) with the weighted sums of
// squares T about the weighted mean and E of the residuals. The weights make E
// smaller than T by more than the model explains; a = E[ψ(z)/z]/E[ψ(z)·z] of a
// standard normal z makes up for it (R: robustbase's summary.lmrob). It is 1
// where rows have weight or have none.
func rSquared(estimator string, total, rest float64) float64 {
	a := 1.0
	switch estimator {
	case Huber{}.Name():
		a = huberCorrection
	case MM{}.Name():
		a = mmCorrection
	}
	return (total - rest) / (total + rest*(a-1))
}

// undetermined is the error where the rows that are left with weight do not
// determine every coefficient: they may all lie outside the one column that
// tells some of the others apart.
func (r *reweighting) undetermined(name string) error {
	kept, _ := r.x.only(func(i int) bool { return r.weights[i] > 0 })
	if kept.Rows() >= r.p {
		if _, err := Factorize(kept, nil); err != nil {
			return fmt.Errorf("among the rows that the estimator %s keeps: %w", name, err)
		}
	}
	return fmt.Errorf("regress: the %d rows that the estimator %s keeps do not determine %d coefficients", kept.Rows(), name, r.p)
}
