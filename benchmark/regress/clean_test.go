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

// contaminated returns a design of n rows, and a response whose errors are normal with
// standard deviation 1. The first rows of the response are moved by the shift.
func contaminated(
	n, moved int, shift float64, seed uint64,
) (names []string, columns [][]float64, y []float64) {
	rng := rand.New(rand.NewPCG(seed, 1))
	names = []string{"a", "b", "c"}
	columns = make([][]float64, len(names))
	for k := range columns {
		columns[k] = make([]float64, n)
		for i := range columns[k] {
			columns[k][i] = rng.NormFloat64()
		}
	}
	y = make([]float64, n)
	for i := range y {
		y[i] = 100 + 2*columns[0][i] - 3*columns[1][i] + rng.NormFloat64()
		if i < moved {
			y[i] += shift
		}
	}
	return names, columns, y
}

// fitClean factorises and fits by Clean.
func fitClean(t *testing.T, names []string, columns [][]float64, y,
	weights []float64) *regress.Fit {
	t.Helper()
	x, err := regress.Factorize(regress.NewDesign(len(y), names, columns), weights)
	if err != nil {
		t.Fatal(err)
	}
	f, err := regress.Clean{}.Fit(context.Background(), x, y)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// keepRows returns the rows of a data set that keep reports true for.
func keepRows(columns [][]float64, y []float64, keep func(int) bool) (c [][]float64, z []float64) {
	c = make([][]float64, len(columns))
	for i := range y {
		if keep(i) {
			z = append(z, y[i])
			for k := range columns {
				c[k] = append(c[k], columns[k][i])
			}
		}
	}
	return c, z
}

// TestCleanIsLeastSquaresOnTheCleanRows compares the fit with least squares on the rows
// that it kept, and its leave-one-out predictions with refits.
func TestCleanIsLeastSquaresOnTheCleanRows(t *testing.T) {
	names, columns, y := contaminated(90, 9, 12, 3)
	f := fitClean(t, names, columns, y, nil)
	for i := range 9 {
		if f.Robustness[i] != 0 {
			t.Errorf("row %d is moved by 12 and clean", i)
		}
	}
	cleanColumns, cleanY := keepRows(columns, y, func(i int) bool { return f.Robustness[i] == 1 })
	want := fit(t, names, cleanColumns, cleanY, nil)
	if f.DF != want.DF {
		t.Errorf("%d degrees of freedom, want %d", f.DF, want.DF)
	}
	correction := want.Sigma / f.Sigma // for the rows that were cut off
	if correction > 1 || correction < 0.85 {
		t.Errorf("the scale is corrected by %v", correction)
	}
	for k, c := range f.Coefficients {
		compare(t, c.Name, c.Estimate, want.Coefficients[k].Estimate, 1e-10, 0)
		compare(t, "se of "+c.Name, c.SE, want.Coefficients[k].SE/correction, 1e-10, 0)
		compare(t, "HC3 of "+c.Name, c.HC3, want.Coefficients[k].HC3, 1e-10, 0)
		compare(t, "HC1 of "+c.Name, c.HC1, want.Coefficients[k].HC1, 1e-10, 0)
	}
	compare(t, "R²", f.R2, want.R2, 1e-10, 0)
	compare(t, "adjusted R²", f.AdjR2, want.AdjR2, 1e-10, 0)
	compare(t, "leave-one-out R²", f.LooR2, want.LooR2, 1e-10, 0)
	at := 0
	parts := make([]float64, len(columns))
	for i := range y {
		sum := f.Contributions(i, parts)
		for _, part := range parts {
			sum += part
		}
		compare(t, "contributions", sum, f.LeaveOneOut[i], 1e-12, 0)
		if f.Robustness[i] == 0 {
			row := []float64{columns[0][i], columns[1][i], columns[2][i]}
			mean, sd, _ := want.Predict(row, 1)
			compare(t, "prediction", f.LeaveOneOut[i], mean, 1e-10, 0)
			compare(t, "its standard deviation", f.LeaveOneOutSD[i], sd/correction, 1e-10, 0)
			compare(t, "studentised", f.Studentized[i], (y[i]-mean)/sd*correction, 1e-10, 0)
			compare(t, "residual", f.Residuals[i], y[i]-mean, 1e-10, 0)
			continue
		}
		compare(t, "leave-one-out", f.LeaveOneOut[i], want.LeaveOneOut[at], 1e-10, 0)
		compare(t, "its standard deviation", f.LeaveOneOutSD[i], want.LeaveOneOutSD[at]/correction,
			1e-10, 0)
		compare(t, "studentised", f.Studentized[i], want.Studentized[at]*correction, 1e-9, 1e-3)
		at++
	}
}

// TestCleanIsOLS checks that no row is cut off where none stands out.
func TestCleanIsOLS(t *testing.T) {
	agree := 0
	for seed := range uint64(40) {
		names, columns, y := contaminated(60, 0, 0, seed)
		f := fitClean(t, names, columns, y, nil)
		ols := fit(t, names, columns, y, nil)
		if diff := cmp.Diff(ols.Studentized, f.Studentized,
			cmpopts.EquateApprox(1e-8, 1e-8)); diff == "" {
			agree++
		}
	}
	if agree < 20 {
		t.Errorf("only %d of 40 clean samples are fitted as least squares does", agree)
	}
}

// TestCleanUnmasks shows what the estimator is for. A tenth of the rows are moved in the
// same way, and they hide each other from least squares.
func TestCleanUnmasks(t *testing.T) {
	names, columns, y := contaminated(100, 10, 6, 11)
	f, ols := fitClean(t, names, columns, y, nil), fit(t, names, columns, y, nil)
	found, hidden := 0, 0
	for i := range 10 {
		if f.Studentized[i] > 3.5 {
			found++
		}
		if ols.Studentized[i] < 3.5 {
			hidden++
		}
	}
	if found < 9 || hidden < 8 {
		t.Errorf("of 10 outliers %d are found, and least squares hides %d", found, hidden)
	}
}

// TestCleanWeights checks that weights mean what they mean elsewhere. To scale all of
// them changes the scale and nothing else, and a whole number does not count as that many
// rows.
func TestCleanWeights(t *testing.T) {
	names, columns, y := contaminated(80, 6, 15, 5)
	weights := make([]float64, len(y))
	scaled := make([]float64, len(y))
	for i := range weights {
		weights[i] = 1 + float64(i%5)
		scaled[i] = 16 * weights[i]
	}
	a, b := fitClean(t, names, columns, y, weights), fitClean(t, names, columns, y, scaled)
	for i := range y {
		compare(t, "studentised", a.Studentized[i], b.Studentized[i], 1e-9, 1e-6)
		compare(t, "standard deviation", a.LeaveOneOutSD[i], b.LeaveOneOutSD[i], 1e-9, 0)
	}
	compare(t, "sigma", 4*a.Sigma, b.Sigma, 1e-9, 0)
	if math.IsNaN(a.R2) || a.R2 < 0.5 {
		t.Errorf("R² is %v", a.R2)
	}
}

// TestFitKept checks that the tests of a clean fit are those of least squares on the rows
// that it kept, and that it has their coefficients.
func TestFitKept(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	x, y, w := make([]float64, 60), make([]float64, 60), make([]float64, 60)
	for i := range x {
		x[i], w[i] = rng.NormFloat64(), 0.5+rng.Float64()
		y[i] = 3 + 2*x[i] + rng.NormFloat64()
	}
	y[5], y[40] = 50, -40
	factor, err := regress.Factorize(regress.NewDesign(len(x), []string{"x"}, [][]float64{x}), w)
	if err != nil {
		t.Fatal(err)
	}
	fit, err := regress.Clean{}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatal(err)
	}
	clean := fit.FitKept(y)
	kept := 0
	for _, r := range fit.Robustness {
		kept += int(r)
	}
	if fit.Robustness[5] != 0 || fit.Robustness[40] != 0 || clean.N != kept {
		t.Errorf("the outliers have the weights %g and %g; %d of %d rows are in the clean fit",
			fit.Robustness[5], fit.Robustness[40], clean.N, kept)
	}
	for k, c := range fit.Coefficients {
		if math.Abs(c.Estimate-clean.Coefficients[k].Estimate) > 1e-12*math.Abs(c.Estimate) {
			t.Errorf("%s is %.15g of all and %.15g of the clean", c.Name, c.Estimate,
				clean.Coefficients[k].Estimate)
		}
	}
	if bp := clean.BreuschPagan(); !(bp.P > 0 && bp.P <= 1) {
		t.Errorf("Breusch-Pagan of the clean rows: %+v", bp)
	}
}
