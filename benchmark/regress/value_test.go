package regress_test

import (
	"context"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
)

// everyEstimator lists the estimators, and another quantile.
var everyEstimator = append(regress.Estimators(), regress.Quantile{Tau: 0.25})

// TestValueError checks that a number that no model can be fitted to is an error that
// says where it stands, whatever is asked for.
func TestValueError(t *testing.T) {
	names, x, y, weights := random(1, 30, 2)
	ctx := context.Background()
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatal(err)
	}
	ols, err := regress.OLS{}.Fit(ctx, factor, y)
	if err != nil {
		t.Fatal(err)
	}
	want, change := regresstest.WantValueError, regresstest.Change
	for _, v := range regresstest.BadValues() {
		columns := [][]float64{x[0], change(x[1], 7, v)}
		_, err := regress.Factorize(regress.NewDesign(len(y), names, columns), nil)
		want(t, err, names[1], 7, v)
		bad := change(y, 3, v)
		for _, e := range everyEstimator {
			_, err = e.Fit(ctx, factor, bad)
			want(t, err, regress.ResponseName, 3, v)
		}
		_, _, err = regress.MM{}.Search(ctx, factor, bad)
		want(t, err, regress.ResponseName, 3, v)
		_, err = regress.Quantile{}.Coefficients(ctx, factor, bad)
		want(t, err, regress.ResponseName, 3, v)
		if _, err = ols.FitAgain(ctx, factor, bad); !math.IsNaN(v) { // NaN is a missing one
			want(t, err, regress.ResponseName, 3, v)
		}
	}
	for _, v := range append(regresstest.BadValues(), 0, -1) {
		_, err := regress.Factorize(regress.NewDesign(len(y), names, x), change(weights, 4, v))
		want(t, err, regress.WeightName, 4, v)
	}
}

// TestValueErrorText checks the words.
func TestValueErrorText(t *testing.T) {
	for _, test := range []struct {
		err  regress.ValueError
		want string
	}{
		{
			regress.ValueError{Column: "age", Row: 3, Value: math.NaN()},
			"regress: age, row 3: NaN is not finite",
		},
		{
			regress.ValueError{Column: "age", Row: 0, Value: -1e300},
			"regress: age, row 0: -1e+300 is too large",
		},
		{
			regress.ValueError{Column: regress.WeightName, Row: 2, Value: 0},
			"regress: weight, row 2: 0 is not positive",
		},
	} {
		if diff := cmp.Diff(test.want, test.err.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

// TestExtremes fits the smallest and the largest numbers there are. They are fits or
// errors, and never a panic.
func TestExtremes(t *testing.T) {
	ctx := context.Background()
	fits, refused := 0, 0
	regresstest.VisitExtremes(func(names []string, x [][]float64, y, weights []float64) {
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
			if _, err := f.FitAgain(ctx, factor, y); err != nil {
				refused++
			}
		}
	})
	if fits < 500 || refused < 50 {
		t.Errorf("%d fits and %d refusals: too few of one to say anything", fits, refused)
	}
}
