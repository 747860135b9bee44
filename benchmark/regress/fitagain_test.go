package regress_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// twoFits are a contaminated response fitted by an estimator, and another response that
// FitAgain fitted as that was.
type twoFits struct {
	names         []string
	columns       [][]float64
	weights       []float64 // nil: 1
	x             *regress.Factor
	first, second *regress.Fit
	other         []float64
}

// fitTwice makes both fits. The other response lacks the rows named.
func fitTwice(t *testing.T, e regress.Estimator, weighted bool, missing ...int) twoFits {
	t.Helper()
	names, columns, y := contaminated(70, 6, 15, 8)
	a := twoFits{names: names, columns: columns, other: make([]float64, len(y))}
	rng := rand.New(rand.NewPCG(5, 5))
	for i := range y {
		a.other[i] = 20 + columns[2][i] + rng.NormFloat64()
		if weighted {
			a.weights = append(a.weights, math.Exp(rng.NormFloat64()))
		}
	}
	for _, i := range missing {
		a.other[i] = math.NaN()
	}
	var err error
	if a.x, err = regress.Factorize(regress.NewDesign(len(y), names, columns),
		a.weights); err != nil {
		t.Fatal(err)
	}
	if a.first, err = e.Fit(context.Background(), a.x, y); err != nil {
		t.Fatal(err)
	}
	if a.second, err = a.first.FitAgain(context.Background(), a.x, a.other); err != nil {
		t.Fatal(err)
	}
	return a
}

// final returns the final weight of a row, and its robustness.
func (a *twoFits) finalWeight(i int) (v, w, r float64) {
	w, r = 1, 1
	if a.weights != nil {
		w = a.weights[i]
	}
	if a.first.Robustness != nil {
		r = a.first.Robustness[i]
	}
	if math.IsNaN(a.other[i]) {
		r = 0
	}
	return w * r, w, r
}

// leastSquares fits the other response anew to the rows with a final weight,
// but one, with those weights.
func (a *twoFits) fitOthers(t *testing.T, but int) (f *regress.Fit, total float64) {
	t.Helper()
	columns := make([][]float64, len(a.columns))
	var y, weights []float64
	for i := range a.other {
		v, _, r := a.finalWeight(i)
		if v == 0 || i == but {
			continue
		}
		total += r
		y, weights = append(y, a.other[i]), append(weights, v)
		for k := range columns {
			columns[k] = append(columns[k], a.columns[k][i])
		}
	}
	return fit(t, a.names, columns, y, weights), total
}

// TestFitAgain compares with least squares with the final weights, and compares what is
// said of each row with a fit of the others.
func TestFitAgain(t *testing.T) {
	const tolerance = 1e-9
	for name, e := range map[string]regress.Estimator{"ols": regress.OLS{}, "wls": regress.WLS{},
		"huber": regress.Huber{}, "mm": regress.MM{}, "clean": regress.Clean{}} {
		for _, weighted := range []bool{false, true} {
			for _, missing := range [][]int{nil, {2, 40}} {
				t.Run(name, func(t *testing.T) {
					a := fitTwice(t, e, weighted, missing...)
					got := a.second
					want, total := a.fitOthers(t, -1)
					p := float64(len(got.Coefficients))
					rss := want.Sigma * want.Sigma * float64(want.DF)
					sigma := math.Sqrt(rss / (total - p))
					compare(t, "sigma", got.Sigma, sigma, tolerance, 0)
					if got.DF != int(total-p) || got.N != 70 {
						t.Errorf("df %d and n %d, want %d and 70", got.DF, got.N, int(total-p))
					}
					compare(t, "r2", got.R2, want.R2, tolerance, 0)
					compare(t, "press", got.PRESS, want.PRESS, tolerance, 0)
					for k, c := range got.Coefficients {
						compare(t, c.Name, c.Estimate, want.Coefficients[k].Estimate, tolerance, 1)
						compare(t, "HC3 of "+c.Name, c.HC3, want.Coefficients[k].HC3, tolerance, 0)
					}
					for i := range a.other {
						_, w, r := a.finalWeight(i)
						others, rest := a.fitOthers(t, i)
						mean, _, leverage := others.Predict(row(a.columns, i), 1)
						// as Σr counts rows
						spread := others.Sigma * math.Sqrt(float64(others.DF)/(rest-p))
						compare(t, "prediction", got.LeaveOneOut[i], mean, tolerance, 0)
						compare(t, "its spread", got.LeaveOneOutSD[i],
							spread*math.Sqrt(1/w+leverage), 1e-7, 0)
						compare(t, "t", got.Studentized[i], (a.other[i]-mean)/got.LeaveOneOutSD[i],
							1e-7, 1e-3)
						compare(t, "residual", got.Residuals[i], a.other[i]-got.Fitted[i],
							tolerance, 1e-3)
						if r == 0 {
							compare(t, "Cook's distance", got.Cook[i], 0*a.other[i], 0, 0)
						}
					}
				})
			}
		}
	}
}

// TestFitAgainOrdinary checks that the fit is the ordinary one to the last digit, where
// no response is missing and no row has a robustness.
func TestFitAgainOrdinary(t *testing.T) {
	for _, e := range []regress.Estimator{regress.OLS{}, regress.WLS{}} {
		a := fitTwice(t, e, true)
		want, err := e.Fit(context.Background(), a.x, a.other)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, a.second, cmpopts.IgnoreUnexported(regress.Fit{})); diff != "" {
			t.Errorf("(-ordinary +again):\n%s", diff)
		}
	}
}

// TestFitAgainLinear checks that a response that is a constant times the first has a
// constant times its predictions.
func TestFitAgainLinear(t *testing.T) {
	for _, e := range []regress.Estimator{regress.OLS{}, regress.Huber{}, regress.MM{},
		regress.Clean{}} {
		a := fitTwice(t, e, true)
		_, _, y := contaminated(70, 6, 15, 8)
		for i := range y {
			y[i] *= 7
		}
		times, err := a.first.FitAgain(context.Background(), a.x, y)
		if err != nil {
			t.Fatal(err)
		}
		for i := range y {
			compare(t, e.Name(), times.LeaveOneOut[i], 7*a.first.LeaveOneOut[i], 1e-10, 0)
		}
	}
}

// TestNoFactor checks that a factor or a fit that is not there is an error.
func TestNoFactor(t *testing.T) {
	ctx := context.Background()
	a := fitTwice(t, regress.OLS{}, false)
	var none *regress.Fit
	_, again := a.first.FitAgain(ctx, nil, a.other)
	_, noFit := none.FitAgain(ctx, a.x, a.other)
	_, zeroFit := (&regress.Fit{}).FitAgain(ctx, a.x, a.other)
	_, zero := a.first.FitAgain(ctx, &regress.Factor{}, a.other)
	errs := map[string]error{"no factor": again, "no fit": noFit, "a zero fit": zeroFit, "a zero factor": zero}
	for _, e := range regress.Estimators() {
		_, errs[e.Name()] = e.Fit(ctx, nil, a.other)
	}
	for what, err := range errs {
		if err == nil || err.Error() == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestFitAgainRefused checks that rows that do not determine the coefficients are an
// error, and that a response of another length panics.
func TestFitAgainRefused(t *testing.T) {
	a := fitTwice(t, regress.Clean{}, false)
	few := make([]float64, 70)
	for i := range few {
		few[i] = math.NaN()
	}
	few[30], few[31], few[32], few[33], few[34] = 1, 2, 3, 4, 5
	if _, err := a.first.FitAgain(context.Background(), a.x, few); err == nil {
		t.Error("five rows for four coefficients are no error")
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	a.other[3] = math.NaN()
	if _, err := a.first.FitAgain(cancelled, a.x, a.other); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a response of another length does not panic")
		}
	}()
	a.first.FitAgain(context.Background(), a.x, few[1:])
}
