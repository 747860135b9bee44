package regress_test

import (
	"math"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// weightOf returns the weight of a row, which is 1 where there are none.
func weightOf(weights []float64, i int) float64 {
	if weights == nil {
		return 1
	}
	return weights[i]
}

func weightedMean(values, weights []float64) float64 {
	sum, total := 0.0, 0.0
	for i, v := range values {
		sum += weightOf(weights, i) * v
		total += weightOf(weights, i)
	}
	return sum / total
}

// TestLeaveOneOut compares what a fit says of each row without it with a fit that never
// saw the row.
func TestLeaveOneOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.IntRange(0, 5).Draw(t, "drivers")
		n := rapid.IntRange(2*p+5, 40).Draw(t, "rows")
		names, x, y, weights := random(rapid.Uint64().Draw(t, "seed"), n, p)
		if !rapid.Bool().Draw(t, "weighted") {
			weights = nil
		}
		whole := fit(t, names, x, y, weights)
		scale := largest(y)
		parts, residuals := make([]float64, p), make([]float64, n)
		for i := range n {
			where := "[" + strconv.Itoa(i) + "]"
			// Rounding grows by 1/(1−h) where a row all but decides a coefficient.
			tolerance := 1e-10 / (1 - whole.Factor().Leverage()[i])
			otherX, otherY, otherWeights := withoutRow(x, i), without(y, i), without(weights, i)
			others := fit(t, names, otherX, otherY, otherWeights)
			here := row(x, i)

			mean, sd, _ := others.Predict(here, weightOf(weights, i))
			compare(t, "leave-one-out"+where, whole.LeaveOneOut[i], mean, tolerance, scale)
			compare(t, "its standard deviation"+where, whole.LeaveOneOutSD[i], sd, tolerance, scale)
			compare(t, "studentised residual"+where, whole.Studentized[i], (y[i]-mean)/sd,
				tolerance, scale/sd)
			if others.DF != whole.DF-1 {
				t.Errorf("degrees of freedom without the row: %d, want %d", others.DF, whole.DF-1)
			}
			half := distuv.StudentsT{Sigma: 1, Nu: float64(others.DF)}.Quantile(0.975)
			compare(t, "upper limit"+where, whole.LeaveOneOut[i]+half*whole.LeaveOneOutSD[i],
				mean+half*sd, tolerance, scale)

			base := whole.Contributions(i, parts)
			compare(t, "base"+where, base, weightedMean(otherY, otherWeights), tolerance, scale)
			sum, size := base, math.Abs(base)
			for k := range p {
				want := others.Coefficients[k+1].Estimate *
					(here[k] - weightedMean(otherX[k], otherWeights))
				compare(t, "contribution of "+names[k]+where, parts[k], want, tolerance, scale)
				sum += parts[k]
				size += math.Abs(parts[k])
			}
			compare(t, "sum of contributions"+where, sum, whole.LeaveOneOut[i], 1e-9, 0)

			whole.ResidualsWithout(i, residuals)
			compare(t, "own residual without the row"+where, residuals[i], y[i]-mean, tolerance,
				scale)
			compareAll(t, "residuals without the row", without(residuals, i), others.Residuals,
				tolerance, scale)
		}
	})
}

// TestPredictContributions checks that the contributions of a row outside the fit are the
// coefficients times its distance from the weighted means.
func TestPredictContributions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.IntRange(0, 5).Draw(t, "drivers")
		n := rapid.IntRange(2*p+5, 40).Draw(t, "rows")
		names, x, y, weights := random(rapid.Uint64().Draw(t, "seed"), n+1, p)
		if !rapid.Bool().Draw(t, "weighted") {
			weights = nil
		}
		// The last row stays outside.
		outside, x, y, weights := row(x, n), withoutRow(x, n), without(y, n), without(weights, n)
		f := fit(t, names, x, y, weights)
		parts := make([]float64, p)
		base := f.PredictContributions(outside, parts)
		mean, _, _ := f.Predict(outside, 1)
		scale := largest(y)
		compare(t, "base", base, weightedMean(y, weights), 1e-10, scale)
		sum := base
		for k := range p {
			want := f.Coefficients[k+1].Estimate * (outside[k] - weightedMean(x[k], weights))
			compare(t, "contribution of "+names[k], parts[k], want, 1e-10, scale)
			sum += parts[k]
		}
		compare(t, "sum of contributions", sum, mean, 1e-9, 0)
	})
}

// TestPredictLeverageInside checks that the leverage that Predict finds for a row of the
// fit is that of the fit.
func TestPredictLeverageInside(t *testing.T) {
	names, x, y, weights := random(11, 40, 4)
	f := fit(t, names, x, y, weights)
	for i := range y {
		mean, sd, leverage := f.Predict(row(x, i), weights[i])
		h := f.Factor().Leverage()[i]
		compare(t, "mean", mean, f.Fitted[i], 1e-12, largest(y))
		compare(t, "leverage", leverage, h, 1e-12, 1)
		compare(t, "standard deviation", sd, f.Sigma*math.Sqrt((1+h)/weights[i]), 1e-12, 0)
	}
}

// TestFactorMean compares the means of the columns with weighted means.
func TestFactorMean(t *testing.T) {
	names, x, y, weights := random(12, 40, 3)
	for _, w := range [][]float64{nil, weights} {
		f := fit(t, names, x, y, w)
		compare(t, "mean of the intercept's column", f.Factor().Mean()[0], 1, 1e-14, 0)
		for k := range names {
			compare(t, "mean of "+names[k], f.Factor().Mean()[k+1], weightedMean(x[k], w), 1e-13, 0)
		}
	}
}

// TestResidualsAreOrthogonal checks that the residuals are orthogonal to the columns, to
// the working precision of the residuals and not of a response that is many times larger.
func TestResidualsAreOrthogonal(t *testing.T) {
	names, x, y, weights := random(31, 60, 4)
	for i := range y {
		y[i] += 1e8
	}
	for _, w := range [][]float64{nil, weights} {
		f := fit(t, names, x, y, w)
		columns := append([][]float64{make([]float64, len(y))}, x...)
		for i := range y {
			columns[0][i] = 1
		}
		for k, c := range columns {
			sum, size := 0.0, 0.0
			for i, e := range f.Residuals {
				sum += weightOf(w, i) * c[i] * e
				size += math.Abs(weightOf(w, i) * c[i] * e)
			}
			if math.Abs(sum) > 1e-13*size {
				t.Errorf("column %d: Σwxe is %g, of terms that add up to %g", k, sum, size)
			}
		}
	}
}
