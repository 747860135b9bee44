package regress_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"gonum.org/v1/gonum/stat/distuv"
)

// committed is a fit in testdata/reference.json, which testdata/reference.R writes with R
// 4.2.2: lm with weights, hatvalues, rstudent, cooks.distance, sandwich::vcovHC(type =
// "HC3"), car::vif and predict with weights.
type committed struct {
	Names         []string
	X             [][]float64
	Y, Weights    []float64
	Coef, SE      []float64
	HC3, VIF      []float64
	Sigma, R2     float64
	AdjR2         float64 `json:"adj_r2"`
	PRESS         float64
	LooR2         float64 `json:"loo_r2"`
	Fitted, Resid []float64
	Hat, Rstudent []float64
	Cooks         []float64
	New           struct {
		X                     []float64
		Weight, Fit, Lwr, Upr float64
		Leverage              float64
	}
}

// TestCommittedReference compares with R's weighted and unweighted fits.
func TestCommittedReference(t *testing.T) {
	text, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]committed
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 3 {
		t.Errorf("%d fits, want 3", len(all))
	}
	for name, want := range all {
		t.Run(name, func(t *testing.T) {
			factor, err := regress.Factorize(regress.NewDesign(len(want.Y), want.Names, want.X),
				want.Weights)
			if err != nil {
				t.Fatal(err)
			}
			f, err := regress.WLS{}.Fit(context.Background(), factor, want.Y)
			if err != nil {
				t.Fatal(err)
			}
			const tolerance = 1e-10 // R's file has 15 digits, a residual of them 13
			for k, c := range f.Coefficients {
				compare(t, "estimate of "+c.Name, c.Estimate, want.Coef[k], tolerance, 0)
				compare(t, "se of "+c.Name, c.SE, want.SE[k], tolerance, 0)
				compare(t, "HC3 of "+c.Name, c.HC3, want.HC3[k], tolerance, 0)
			}
			compareAll(t, "vif", factor.VIF()[1:], want.VIF, tolerance, 0)
			compare(t, "sigma", f.Sigma, want.Sigma, tolerance, 0)
			compare(t, "r2", f.R2, want.R2, tolerance, 0)
			compare(t, "adj r2", f.AdjR2, want.AdjR2, tolerance, 0)
			compare(t, "press", f.PRESS, want.PRESS, tolerance, 0)
			compare(t, "loo r2", f.LooR2, want.LooR2, tolerance, 0)
			compareAll(t, "fitted", f.Fitted, want.Fitted, tolerance, 0)
			compareAll(t, "resid", f.Residuals, want.Resid, tolerance, 1)
			compareAll(t, "hat", factor.Leverage(), want.Hat, tolerance, 0)
			compareAll(t, "rstudent", f.Studentized, want.Rstudent, tolerance, 0.1)
			compareAll(t, "cooks", f.Cook, want.Cooks, tolerance, 1e-3)

			mean, sd, leverage := f.Predict(want.New.X, want.New.Weight)
			half := distuv.StudentsT{Sigma: 1, Nu: float64(f.DF)}.Quantile(0.975) * sd
			compare(t, "prediction", mean, want.New.Fit, tolerance, 0)
			compare(t, "lower limit", mean-half, want.New.Lwr, tolerance, 0)
			compare(t, "upper limit", mean+half, want.New.Upr, tolerance, 0)
			compare(t, "leverage of the new row", leverage, want.New.Leverage, tolerance, 0)
		})
	}
}

// TestEstimatorNames checks that the two names of least squares are of one and the same
// fit, and that unit weights are none.
func TestEstimatorNames(t *testing.T) {
	names, x, y, _ := random(3, 30, 2)
	ones := make([]float64, len(y))
	for i := range ones {
		ones[i] = 1
	}
	plain := fit(t, names, x, y, nil)
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), ones)
	if err != nil {
		t.Fatal(err)
	}
	weighted, err := regress.WLS{}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatal(err)
	}
	if got := []string{plain.Estimator.Name(), weighted.Estimator.Name(), regress.OLS{}.Name(),
		regress.WLS{}.Name()}; got[0] != "ols" || got[1] != "wls" || got[2] != "ols" ||
		got[3] != "wls" {
		t.Errorf("estimators are called %q", got)
	}
	sameFits(t, weighted, plain, 0)
}
