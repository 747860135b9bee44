package regress

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// fitLeastSquares fits a response by least squares with the factor's weights, in
// the name of an estimator.
func fitLeastSquares(e Estimator, x *Factor, y []float64) *Fit {
	f := newFit(e, x)
	f.Converged = true
	estimate := x.project(y, f.Residuals)
	rss := vector.Dot(f.Residuals, f.Residuals)
	sst := x.totalSquares(y)
	f.Sigma = math.Sqrt(rss / float64(f.DF))
	hc := f.describeRows(y, rss)
	f.R2 = 1 - rss/sst
	f.AdjR2 = 1 - (rss/float64(f.DF))/(sst/x.design.totalDF(float64(f.N)))
	f.LooR2 = 1 - f.PRESS/sst
	for k := range f.Coefficients {
		se := f.Sigma * math.Sqrt(x.inverse[k])
		f.setCoefficient(k, estimate[k], se, hc[4*k:4*k+4])
	}
	return f
}

// describeRows fills in what least squares says of each row, and PRESS. The
// residuals are those of √w·y when it begins, and those of y when it ends; rss is
// their sum of squares. It returns the squares of HC0, HC2, HC3 and HC4 of every
// coefficient: the sandwich Σ s²ᵢₖ·e²ᵢ·dᵢ, where sᵢₖ is what a unit of eᵢ moves
// coefficient k by, and dᵢ is 1, 1/(1−hᵢ), 1/(1−hᵢ)² or 1/(1−hᵢ)^min(4, nhᵢ/p).
func (f *Fit) describeRows(y []float64, rss float64) (hc []float64) {
	x, e, p := f.x, f.Residuals, len(f.Coefficients)
	s2 := f.Sigma * f.Sigma
	hc = make([]float64, 4*p)
	for i, h := range x.leverage {
		rest := 1 - h
		if rest < AloneLimit {
			f.markAlone(i)
		} else {
			deleted := e[i] / rest // √w·(y − ŷ₍ᵢ₎)
			f.PRESS += deleted * deleted
			others := rss - e[i]*deleted
			if others < 1e-8*rss { // rounding has taken what is left
				others = x.sumSquaresWithout(i, e, deleted)
			}
			sd := math.Sqrt(max(0, others) / float64(f.DF-1))
			f.Studentized[i] = e[i] / (sd * math.Sqrt(rest))
			f.Cook[i] = deleted * deleted * h / (float64(p) * s2)
			f.LeaveOneOut[i] = y[i] - deleted/x.root(i)
			f.LeaveOneOutSD[i] = sd / (math.Sqrt(rest) * x.root(i))
			e2 := e[i] * e[i]
			hc4 := e2 / math.Pow(rest, min(4, float64(f.N)*h/float64(p)))
			for k, v := range x.solved[i*p : (i+1)*p] {
				v2 := v * v
				hc[4*k] += v2 * e2
				hc[4*k+1] += v2 * e2 / rest
				hc[4*k+2] += v2 * deleted * deleted
				hc[4*k+3] += v2 * hc4
			}
		}
		e[i] /= x.root(i)
		f.Fitted[i] = y[i] - e[i]
	}
	return hc
}

// sumSquaresWithout returns the sum of squares that is left without row i, from
// the residuals eⱼ + hᵢⱼ·eᵢ/(1−hᵢ) of the other rows. The residuals given are those
// of √w·y from row i on, and those of y before it.
func (f *Factor) sumSquaresWithout(i int, e []float64, deleted float64) (sum float64) {
	p := f.design.Columns()
	for j := range e {
		if j == i {
			continue
		}
		r := e[j]
		if j < i {
			r *= f.root(j)
		}
		r += vector.Dot(f.q[i*p:(i+1)*p], f.q[j*p:(j+1)*p]) * deleted
		sum += r * r
	}
	return sum
}

// setCoefficient fills in a coefficient, given its estimate, its standard error
// and the squares of HC0, HC2, HC3 and HC4.
func (f *Fit) setCoefficient(k int, estimate, se float64, hc []float64) {
	t := estimate / se
	hc0 := math.Sqrt(hc[0])
	f.Coefficients[k] = Coefficient{
		Name:     f.x.design.names[k],
		Estimate: estimate,
		SE:       se,
		T:        t,
		P:        twoSided(t, f.DF),
		VIF:      f.x.vif[k],
		HC0:      hc0,
		HC1:      hc0 * math.Sqrt(float64(f.N)/float64(f.DF)),
		HC2:      math.Sqrt(hc[1]),
		HC3:      math.Sqrt(hc[2]),
		HC4:      math.Sqrt(hc[3]),
	}
}
