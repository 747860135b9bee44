package regress_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// TestHugeOutlier has one response that is a hundred million times as large as the
// others. What is left of the sum of squares without it must not be lost in rounding.
func TestHugeOutlier(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	const n, far = 60, 7
	x, y, w := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range x {
		x[i], w[i] = rng.NormFloat64(), 0.5+rng.Float64()
		y[i] = 1000 + 100*x[i] + 50*rng.NormFloat64()
	}
	y[far] = 1e11
	keep := func(values []float64) []float64 {
		return append(append([]float64{}, values[:far]...), values[far+1:]...)
	}
	for name, weights := range map[string][]float64{"unweighted": nil, "weighted": w} {
		others := weights
		if weights != nil {
			others = keep(weights)
		}
		all, err := regress.Factorize(regress.NewDesign(n, []string{"x"}, [][]float64{x}), weights)
		if err != nil {
			t.Fatal(err)
		}
		without, err := regress.Factorize(regress.NewDesign(n-1, []string{"x"},
			[][]float64{keep(x)}), others)
		if err != nil {
			t.Fatal(err)
		}
		fit, _ := regress.OLS{}.Fit(context.Background(), all, y)
		refit, _ := regress.OLS{}.Fit(context.Background(), without, keep(y))
		weight := 1.0
		if weights != nil {
			weight = weights[far]
		}
		mean, sd, _ := refit.Predict([]float64{x[far]}, weight)
		if math.Abs(fit.LeaveOneOut[far]-mean) > 1e-4*mean ||
			math.Abs(fit.LeaveOneOutSD[far]-sd) > 1e-4*sd {
			t.Errorf("%s: %.10g ± %.10g without the row, a refit has %.10g ± %.10g", name,
				fit.LeaveOneOut[far], fit.LeaveOneOutSD[far], mean, sd)
		}
	}
}

// TestSmallWeights checks that weights have no unit, however small they are.
func TestSmallWeights(t *testing.T) {
	names, columns, y := contaminated(60, 4, 20, 1)
	w, tiny := make([]float64, len(y)), make([]float64, len(y))
	for i := range w {
		w[i] = float64(1 + i)
		tiny[i] = w[i] * 0x1p-660
	}
	for _, e := range []regress.Estimator{regress.OLS{}, regress.Huber{}, regress.MM{},
		regress.Clean{}} {
		var fits [2]*regress.Fit
		for k, weights := range [][]float64{w, tiny} {
			x, err := regress.Factorize(regress.NewDesign(len(y), names, columns), weights)
			if err != nil {
				t.Fatal(err)
			}
			if fits[k], err = e.Fit(context.Background(), x, y); err != nil {
				t.Fatal(e.Name(), err)
			}
		}
		for k, c := range fits[0].Coefficients {
			other := fits[1].Coefficients[k].Estimate
			if math.Abs(other-c.Estimate) > 1e-9*math.Abs(c.Estimate) {
				t.Errorf("%s, %s: %.12g, and %.12g with weights 1e-200 times as large", e.Name(),
					c.Name, c.Estimate, other)
			}
		}
	}
}
