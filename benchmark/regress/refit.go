package regress

import (
	"context"
	"math"
	"runtime"
	"sync"
)

// refit replaces what the closed form says of each row by what a fit of the other
// rows says, and returns the fit. The estimator makes these fits anew, on the
// factor and the response of all:
//
//	ŷ₍ᵢ₎ = xᵢ'β̂₍ᵢ₎,  its standard deviation  σ̂₍ᵢ₎·√(1/wᵢ + xᵢ'(X'VX)₍ᵢ₎⁻¹xᵢ),
//	Cook's distance  (β̂−β̂₍ᵢ₎)'X'VX(β̂−β̂₍ᵢ₎)/(p·σ̂²),
//
// where V are the weights times the robustness. The studentised residual is
// yᵢ − ŷ₍ᵢ₎ over the standard deviation. What the estimator cannot fit without a
// row is NaN, as where the row alone decides a coefficient. Converged is that of
// all fits.
func (f *Fit) refit(ctx context.Context, e Estimator, x *Factor, y []float64) (*Fit, error) {
	n, p := f.N, len(f.Coefficients)
	f.without = make([]float64, n*p)
	converged := make([]bool, n)
	workers := min(n, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for first := range workers { // each row writes to its own places only
		group.Go(func() {
			for i := first; i < n && ctx.Err() == nil; i += workers {
				converged[i] = f.refitWithout(ctx, i, e, x, y)
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f.PRESS = 0
	for i, predicted := range f.LeaveOneOut {
		f.Converged = f.Converged && converged[i]
		if !math.IsNaN(predicted) {
			f.PRESS += f.x.weight(i) * (y[i] - predicted) * (y[i] - predicted)
		}
	}
	f.LooR2 = rSquared(f.x.totalSquares(y), f.PRESS, f.correction)
	return f, nil
}

// refitWithout does what refit does for one row, and reports whether the fit of
// the others converged.
func (f *Fit) refitWithout(
	ctx context.Context, i int, e Estimator, x *Factor, y []float64,
) (converged bool) {
	p := len(f.Coefficients)
	beta := f.without[i*p : (i+1)*p]
	others, err := fitWithout(ctx, i, e, x, y)
	if err != nil {
		for k := range beta {
			beta[k] = math.NaN()
		}
		f.markAlone(i)
		return true
	}
	row, predicted, size := make([]float64, p), 0.0, math.Abs(y[i])
	for k, c := range others.Coefficients {
		beta[k], row[k] = c.Estimate, x.design.columns[k][i]
		predicted += beta[k] * row[k]
		size += math.Abs(beta[k] * row[k])
	}
	deleted := y[i] - predicted
	f.LeaveOneOut[i] = predicted
	f.LeaveOneOutSD[i] = others.Sigma * math.Sqrt(1/x.weight(i)+others.x.spreadRow(row))
	f.Studentized[i] = deleted / f.LeaveOneOutSD[i]
	if others.Sigma == 0 && math.Abs(deleted) <= 1e-10*size {
		f.Studentized[i] = 0 // on an exact fit, but for rounding
	}
	residuals, moved := make([]float64, len(y)), 0.0
	f.ResidualsWithout(i, residuals)
	for j, r := range residuals {
		moved += f.x.weight(j) * (r - f.Residuals[j]) * (r - f.Residuals[j])
	}
	f.Cook[i] = 0
	if f.Sigma > 0 {
		f.Cook[i] = moved / (float64(p) * f.Sigma * f.Sigma)
	}
	return others.Converged
}

// fitWithout fits all rows but one. A row that alone decides a coefficient leaves
// dependent columns.
func fitWithout(ctx context.Context, i int, e Estimator, x *Factor, y []float64) (*Fit, error) {
	if 1-x.leverage[i] < AloneLimit {
		return nil, &RankError{}
	}
	others := func(j int) bool { return j != i }
	factor, err := x.factorizeRows(others)
	if err != nil {
		return nil, err
	}
	return e.Fit(ctx, factor, selectValues(y, others))
}
