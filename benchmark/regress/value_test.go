package regress_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/regress"
)

var everyEstimator = []regress.Estimator{
	regress.OLS{}, regress.WLS{}, regress.Huber{}, regress.MM{}, regress.Clean{},
	regress.Quantile{}, regress.Quantile{Tau: 0.25},
}

// bad are numbers that no model can be fitted to.
var bad = []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300}

// TestValueError: a number that no model can be fitted to is an error that says
// where it stands, whatever is asked for.
func TestValueError(t *testing.T) {
	names, x, y, weights := random(1, 30, 2)
	ctx := context.Background()
	at := func(values []float64, i int, v float64) []float64 {
		changed := slices.Clone(values)
		changed[i] = v
		return changed
	}
	says := func(err error, column string, row int, v float64) {
		t.Helper()
		var value *regress.ValueError
		if !errors.As(err, &value) {
			t.Errorf("%s %v: %v, want a *ValueError", column, v, err)
			return
		}
		got := fmt.Sprint(*value)
		if want := fmt.Sprint(regress.ValueError{Column: column, Row: row, Value: v}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatal(err)
	}
	ols, err := regress.OLS{}.Fit(ctx, factor, y)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range bad {
		_, err := regress.Factorize(regress.NewDesign(len(y), names, [][]float64{x[0], at(x[1], 7, v)}), nil)
		says(err, names[1], 7, v)
		for _, e := range everyEstimator {
			_, err = e.Fit(ctx, factor, at(y, 3, v))
			says(err, regress.ResponseName, 3, v)
		}
		_, _, err = regress.MM{}.Search(ctx, factor, at(y, 3, v))
		says(err, regress.ResponseName, 3, v)
		_, err = regress.Quantile{}.Coefficients(ctx, factor, at(y, 3, v))
		says(err, regress.ResponseName, 3, v)
		if _, err = ols.Again(ctx, factor, at(y, 3, v)); !math.IsNaN(v) { // that is a row without
			says(err, regress.ResponseName, 3, v)
		}
		_, err = regress.BestSubsets(ctx, nil, [][]float64{at(x[0], 5, v)}, nil, [][]float64{y}, regress.ByBIC, 1, 1)
		says(err, "candidate 0", 5, v)
		models := &regress.SubsetModels{Response: at(y, 2, v), Rows: len(y), Candidates: x}
		says(models.Each(ctx, func(*regress.SubsetFit) error { return nil }), "response 0", 2, v)
	}
	for _, v := range append(bad, 0, -1) {
		_, err := regress.Factorize(regress.NewDesign(len(y), names, x), at(weights, 4, v))
		says(err, regress.WeightName, 4, v)
		_, err = regress.BestSubsets(ctx, nil, x, at(weights, 4, v), [][]float64{y}, regress.ByBIC, 1, 1)
		says(err, regress.WeightName, 4, v)
	}
}

func TestValueErrorText(t *testing.T) {
	for _, test := range []struct {
		err  regress.ValueError
		want string
	}{
		{regress.ValueError{Column: "age", Row: 3, Value: math.NaN()}, "regress: age, row 3: NaN is not finite"},
		{regress.ValueError{Column: "age", Row: 0, Value: -1e300}, "regress: age, row 0: -1e+300 is too large"},
		{regress.ValueError{Column: regress.WeightName, Row: 2, Value: 0}, "regress: weight, row 2: 0 is not positive"},
	} {
		if diff := cmp.Diff(test.want, test.err.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

// TestExtremes: numbers from the smallest to the largest there are, of all rows
// or of one, in the response, a driver or the weights, are fits or errors, and
// never a panic.
func TestExtremes(t *testing.T) {
	ctx := context.Background()
	sizes := []float64{5e-324, 1e-310, 1e-200, 1e-155, 1e-100, 1e100, 1e149, 1e150, 1e155, 1e200, 1e305, math.MaxFloat64}
	fits, refused := 0, 0
	try := func(names []string, x [][]float64, y, weights []float64) {
		factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
		if err != nil {
			refused++
			return
		}
		for _, e := range everyEstimator {
			f, err := e.Fit(ctx, factor, y)
			if err != nil {
				refused++
				continue
			}
			fits++
			f.BreuschPagan()
			f.RESET()
			f.Outlier()
			if _, err := f.Again(ctx, factor, y); err != nil {
				refused++
			}
		}
		_, _ = regress.BestSubsets(ctx, nil, x, weights, [][]float64{y}, regress.ByPRESS, len(x), 4)
		models := &regress.SubsetModels{Response: y, Rows: len(y), Candidates: x, Weights: weights}
		room := make([]float64, len(y))
		_ = models.Each(ctx, func(f *regress.SubsetFit) error {
			f.Expected(room, room)
			f.Smearing(true, room)
			return nil
		})
	}
	for seed := range uint64(2) {
		names, x, y, weights := random(seed, 24, 2)
		for _, size := range sizes {
			times := func(values []float64) []float64 {
				return combine(func(v ...float64) float64 { return v[0] * size }, values)
			}
			one := func(values []float64) []float64 {
				r := rand.New(rand.NewPCG(seed, 1))
				changed := slices.Clone(values)
				changed[r.IntN(len(values))] = size
				return changed
			}
			for _, change := range []func([]float64) []float64{times, one} {
				try(names, x, change(y), nil)
				try(names, x, change(y), weights)
				try(names, [][]float64{change(x[0]), x[1]}, y, nil)
				try(names, x, y, change(weights))
				try(names, [][]float64{change(x[0]), x[1]}, change(y), change(weights))
			}
		}
	}
	if fits < 500 || refused < 50 {
		t.Errorf("%d fits and %d refusals: too few of one to say anything", fits, refused)
	}
}
