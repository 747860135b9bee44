package benchmark_test

import (
	"math"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestPlanEstimators checks that a plan can name every estimator that there is, and no
// other.
func TestPlanEstimators(t *testing.T) {
	if got, want := len(plan.Estimators()), len(regress.Estimators()); got != want {
		t.Errorf("a plan can name %d estimators, and there are %d", got, want)
	}
	for _, e := range plan.Estimators() {
		if _, ok := regress.FindEstimator(string(e)); !ok {
			t.Errorf("there is no estimator %s", e)
			continue
		}
		estimator, _ := regress.FindEstimator(string(e))
		if ofMean := estimator.Traits().Tau == 0; e.OfMean() != ofMean {
			t.Errorf("%s: the plan says that it is of a mean: %v, and its traits %v", e, e.OfMean(), ofMean)
		}
		if e.In(lang.Danish) == "" || e.In(lang.English) == "" {
			t.Errorf("%s has no words", e)
		}
	}
}

// TestDiagnostics checks which measures a model has by each estimator. The information
// criteria hold for least squares alone. The tests of the model hold for least squares, and
// for the rows that the clean estimator kept.
func TestDiagnostics(t *testing.T) {
	for _, e := range plan.Estimators() {
		p := firstAreas(danmark.DefaultPlan(lang.Danish), 2)
		p.Estimator, p.Tau, p.Variance = e, 0.5, plan.VarianceConstant
		report := run(t, danmark.Accounts(), p)
		leastSquares := e == plan.OLS || e == plan.WLS
		for _, m := range report.Models {
			if !m.Fitted() {
				t.Fatalf("%s, %s: no model", e, m.Area)
			}
			if has := !math.IsNaN(m.AICc); has != leastSquares {
				t.Errorf("%s, %s: information criteria: %v", e, m.Area, has)
			}
			if has := !math.IsNaN(m.RESET.P); has != (leastSquares || e == plan.Clean) {
				t.Errorf("%s, %s: tests of the model: %v", e, m.Area, has)
			}
			if has := !math.IsNaN(m.RobustScale); has == leastSquares {
				t.Errorf("%s, %s: a robust scale: %v", e, m.Area, has)
			}
			if has := m.Tau == 0.5; has != (e == plan.Quantile) {
				t.Errorf("%s, %s: tau %v", e, m.Area, m.Tau)
			}
		}
	}
}
