package regress

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// An ending is what a robust estimator has come to, besides where its reweighting
// stands.
type ending struct {
	estimator  Estimator
	correction float64 // see rSquared
	scale      float64
	se         []float64
	converged  bool
}

// finish turns the reweighting into a fit: that of least squares with the weights
// vᵢ = wᵢ·robustnessᵢ, with a robust scale and its standard errors.
func (r *reweighting) finish(ctx context.Context, y []float64, end ending) (*Fit, error) {
	x := r.x
	if !r.decompose(r.weights) {
		return nil, r.describeUndetermined(end.estimator)
	}
	factor, err := x.reweight(ctx, r.weights)
	if err != nil {
		return nil, err
	}
	f := newFit(end.estimator, factor)
	f.Sigma, f.Scale, f.correction = end.scale, end.scale, end.correction
	f.Iterations, f.Converged = r.steps, end.converged
	f.Robustness = slices.Clone(r.weights)
	rss := r.describeRows(f, y, r.column)
	hc := r.findSandwiches(f, r.column)
	tss := factor.totalSquares(y)
	f.R2 = rSquared(tss, rss, f.correction)
	f.AdjR2 = 1 - (1-f.R2)*x.design.totalDF(float64(r.n))/float64(f.DF)
	f.LooR2 = rSquared(tss, f.PRESS, f.correction)
	estimate := r.coefficients(r.theta)
	for k := range f.Coefficients {
		f.setCoefficient(k, estimate[k], end.se[k], hc[4*k:4*k+4])
	}
	return f, nil
}

// describeRows fills in what a robust fit says of each row, and PRESS. It returns
// the weighted sum of squares of the residuals. These are the closed forms of
// weighted least squares with the robust scale. With gᵢ = xᵢ'(X'VX)⁻¹xᵢ and
// hᵢ = vᵢgᵢ they are
//
//	ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ),  its standard deviation  σ̂·√(1/wᵢ + gᵢ/(1−hᵢ)),
//	Cook's distance  (vᵢeᵢ/(1−hᵢ))²·gᵢ/(p·σ̂²).
//
// They keep the scale and the robustness of the other rows as they are. So they
// are near what a fit without the row gives, and not equal to it: on the Danish
// accounts ŷ₍ᵢ₎ is within 0.05 scales on average and 0.5 at most.
//
// It expects the weights to be decomposed, and writes hᵢ to leverage.
func (r *reweighting) describeRows(f *Fit, y, leverage []float64) (rss float64) {
	z := r.step
	for i, e := range r.e {
		for k, q := range r.q {
			z[k] = q[i]
		}
		r.solveForward(z)
		root, v := r.x.root(i), r.x.weight(i)*r.weights[i]
		g := vector.Dot(z, z) // wᵢ·gᵢ
		h := r.weights[i] * g
		leverage[i] = h
		e, rest := e/root, 1-h
		f.Residuals[i], f.Fitted[i] = e, y[i]-e
		rss += v * e * e
		if rest < AloneLimit {
			f.markAlone(i)
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

// findSandwiches returns HC0, HC2, HC3 and HC4 squared of every coefficient, for
// the rows' leverages.
func (r *reweighting) findSandwiches(f *Fit, leverage []float64) []float64 {
	p := r.p
	hc := make([]float64, 4*p)
	for i, e := range f.Residuals {
		h := leverage[i]
		rest := 1 - h
		if rest < AloneLimit {
			continue
		}
		e2 := r.x.weight(i) * r.weights[i] * e * e
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

// rSquared returns the robust coefficient of determination of Renaud &
// Victoria-Feser (2010),
//
//	(T − E)/(T + E·(a − 1)),
//
// with the weighted sums of squares T about the weighted mean and E of the
// residuals. The weights make E smaller than T by more than the model explains.
// The correction a = E[ψ(z)/z]/E[ψ(z)·z] of a standard normal z makes up for that
// (R: robustbase's summary.lmrob). It is 1 where every row has weight 1 or 0.
func rSquared(total, rest, correction float64) float64 {
	return (total - rest) / (total + rest*(correction-1))
}

// describeUndetermined returns the error for rows that do not determine every
// coefficient with the weights they have left. All of them may lie outside the one
// column that tells some of the others apart.
func (r *reweighting) describeUndetermined(e Estimator) error {
	kept := r.x.design.selectRows(func(i int) bool { return r.weights[i] > 0 })
	if kept.Rows() >= r.p {
		if _, err := Factorize(kept, nil); err != nil {
			return fmt.Errorf("among the rows that the estimator %s keeps: %w", e.Name(), err)
		}
	}
	return fmt.Errorf("regress: the %d rows that the estimator %s keeps do not determine "+
		"%d coefficients", kept.Rows(), e.Name(), r.p)
}
