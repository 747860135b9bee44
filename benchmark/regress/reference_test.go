package regress_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reference is what R 4.2.2 found for one linear model by lm, sandwich::vcovHC, car::vif,
// hatvalues, rstudent and cooks.distance.
type reference struct {
	Dataset    string
	Formula    string
	N          int
	DFResidual int `json:"df_residual"`
	OLS        struct {
		Coef  map[string]float64
		SE    map[string]float64
		Sigma float64
		R2    float64
		AdjR2 float64 `json:"adj_r2"`
		PRESS float64
		T, P  map[string]float64
		AIC   float64
		BIC   float64
	}
	HC struct {
		HC0, HC1, HC2, HC3, HC4 map[string]float64
	} `json:"hc_se"`
	BP struct {
		Stat, P float64
		DF      int
	}
	RESET struct {
		Stat, P float64
		DF      [2]int
	}
	Outlier struct {
		Rstudent float64
		Bonf     any `json:"p_bonf"` // NA where it is 1
	} `json:"outlier_test"`
	VIF  map[string]float64
	Diag struct {
		Fitted, Resid, Hat, Rstudent, Cooks []float64
	}
}

// TestReference fits every model of the reference directory that R has fitted with lm,
// and compares everything that both compute.
func TestReference(t *testing.T) {
	root := shared(t, "reference")
	var files []string
	for _, pattern := range []string{"r/*.json", "danmark/*.json", "sverige/*.json"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	fitted := 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want reference
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		if want.Formula == "" {
			continue
		}
		fitted++
		t.Run(want.Dataset+" "+want.Formula, func(t *testing.T) {
			compareWithR(t, readDataset(t, path, want.Dataset), want)
		})
	}
	if fitted < 16 {
		t.Errorf("%d models compared, want at least the 16 there are", fitted)
	}
}

// table is a data set that formulas are read against.
type table struct {
	header  []string
	columns map[string][]float64
}

// readDataset reads the data set of a model, with the names that the formulas use for it.
func readDataset(t *testing.T, path, dataset string) table {
	dir := filepath.Dir(path)
	switch filepath.Base(dir) {
	case "danmark":
		header, columns := readTable(t, filepath.Join(dir, "wide_2024.csv"))
		columns["f3_22_01"] = columns["regk31_3.22.01"]
		columns["f6_45_51"] = columns["regk31_6.45.51"]
		columns["elder"] = combine(func(v ...float64) float64 { return v[0] + v[1] + v[2] },
			columns["regk31_5.30.26"], columns["regk31_5.30.27"], columns["regk31_5.30.28"])
		columns["lpop"] = combine(func(v ...float64) float64 { return math.Log(v[0]) },
			columns["population_2026K1"])
		columns["ldens"] = combine(func(v ...float64) float64 { return math.Log(v[0]) },
			columns["population_density"])
		return table{header, columns}
	case "sverige":
		header, columns := readTable(t, filepath.Join(dir, "wide_2022.csv"))
		columns["lpop"] = combine(func(v ...float64) float64 { return math.Log(v[0]) },
			columns["n01951"])
		return table{header, columns}
	}
	header, columns := readTable(t, filepath.Join(dir, dataset+".csv"))
	return table{slices.DeleteFunc(header, func(name string) bool { return name == "rowname" }),
		columns}
}

// combine returns a function of the columns, row by row.
func combine(f func(...float64) float64, columns ...[]float64) []float64 {
	result := make([]float64, len(columns[0]))
	for i := range result {
		result[i] = f(row(columns, i)...)
	}
	return result
}

// square is the one computed term of the formulas that is not a logarithm:
// I((Income/10000)^2).
var square = regexp.MustCompile(`^I\(\((.+)/([0-9]+)\)\^2\)$`)

// term returns the values of a term of a formula.
func (d table) term(t *testing.T, text string) []float64 {
	if c, ok := d.columns[text]; ok {
		return c
	}
	if inner, ok := strings.CutPrefix(text, "log("); ok {
		return combine(func(v ...float64) float64 { return math.Log(v[0]) },
			d.term(t, strings.TrimSuffix(inner, ")")))
	}
	if m := square.FindStringSubmatch(text); m != nil {
		by, _ := strconv.ParseFloat(m[2], 64)
		return combine(func(v ...float64) float64 { return (v[0] / by) * (v[0] / by) },
			d.term(t, m[1]))
	}
	t.Fatalf("no column for the term %q", text)
	return nil
}

// model reads a formula "y ~ a + b", or "y ~ ." for all other columns, and
// leaves out rows with a missing value, as R does.
func (d table) model(t *testing.T, formula string) (names []string, x [][]float64, y []float64) {
	left, right, _ := strings.Cut(formula, " ~ ")
	names = strings.Split(right, " + ")
	if right == "." {
		names = slices.DeleteFunc(slices.Clone(d.header),
			func(name string) bool { return name == left })
	}
	all := [][]float64{d.term(t, left)}
	for _, name := range names {
		all = append(all, d.term(t, name))
	}
	kept := make([][]float64, len(all))
	for i := range all[0] {
		if slices.ContainsFunc(row(all, i), math.IsNaN) {
			continue
		}
		for k := range all {
			kept[k] = append(kept[k], all[k][i])
		}
	}
	return names, kept[1:], kept[0]
}

// compareWithR compares everything that R and this package compute of a model.
func compareWithR(t *testing.T, d table, want reference) {
	names, x, y := d.model(t, want.Formula)
	f := fit(t, names, x, y, nil)
	if f.N != want.N || f.DF != want.DFResidual {
		t.Fatalf("n and df: got %d and %d, want %d and %d", f.N, f.DF, want.N, want.DFResidual)
	}
	const tolerance = 1e-8
	robust := tolerance
	if want.Dataset == "datasets_longley" {
		robust = 2e-8 // R loses more digits there than this package: TestExactLongley
	}
	compare(t, "sigma", f.Sigma, want.OLS.Sigma, tolerance, 0)
	compare(t, "r2", f.R2, want.OLS.R2, tolerance, 0)
	compare(t, "adj_r2", f.AdjR2, want.OLS.AdjR2, tolerance, 0)
	compare(t, "press", f.PRESS, want.OLS.PRESS, tolerance, 0)
	if len(f.Coefficients) != len(want.OLS.Coef) {
		t.Fatalf("%d coefficients, want %d", len(f.Coefficients), len(want.OLS.Coef))
	}
	k := float64(len(f.Coefficients) + 1)
	compare(t, "bic", f.BIC(), want.OLS.BIC, tolerance, 0)
	compare(t, "aicc", f.AICc(), want.OLS.AIC+2*k*(k+1)/(float64(f.N)-k-1), tolerance, 0)
	if want.BP.DF > 0 {
		bp := f.BreuschPagan()
		compare(t, "Breusch-Pagan", bp.Stat, want.BP.Stat, tolerance, 0)
		compare(t, "Breusch-Pagan p", bp.P, want.BP.P, tolerance, 0)
		if bp.DF1 != want.BP.DF {
			t.Errorf("Breusch-Pagan df: got %d, want %d", bp.DF1, want.BP.DF)
		}
	}
	if want.RESET.DF[0] > 0 {
		reset := f.RESET()
		// R adds the raw cubes, which cost it digits
		compare(t, "RESET", reset.Stat, want.RESET.Stat, 1e-7, 0)
		compare(t, "RESET p", reset.P, want.RESET.P, 1e-6, 0)
		if reset.DF1 != want.RESET.DF[0] || reset.DF2 != want.RESET.DF[1] {
			t.Errorf("RESET df: got %d and %d, want %v", reset.DF1, reset.DF2, want.RESET.DF)
		}
	}
	if _, outlier, p := f.Outlier(); want.Outlier.Rstudent != 0 {
		compare(t, "largest rstudent", outlier, want.Outlier.Rstudent, tolerance, 0)
		if bonf, ok := want.Outlier.Bonf.(float64); ok {
			compare(t, "Bonferroni p", p, min(1, bonf), 1e-7, 0)
		}
	}
	vif := f.Factor().VIF()
	for k, c := range f.Coefficients {
		name := c.Name
		if k == 0 {
			name = "(Intercept)"
		}
		compare(t, "coefficient of "+name, c.Estimate, value(t, want.OLS.Coef, name), tolerance, 0)
		compare(t, "se of "+name, c.SE, value(t, want.OLS.SE, name), tolerance, 0)
		compare(t, "t of "+name, c.T, value(t, want.OLS.T, name), tolerance, 0)
		// the far tails are steep
		compare(t, "p of "+name, c.P, value(t, want.OLS.P, name), 1e-6, 0)
		compare(t, "HC0 of "+name, c.HC0, value(t, want.HC.HC0, name), robust, 0)
		compare(t, "HC1 of "+name, c.HC1, value(t, want.HC.HC1, name), robust, 0)
		compare(t, "HC2 of "+name, c.HC2, value(t, want.HC.HC2, name), robust, 0)
		compare(t, "HC3 of "+name, c.HC3, value(t, want.HC.HC3, name), robust, 0)
		compare(t, "HC4 of "+name, c.HC4, value(t, want.HC.HC4, name), robust, 0)
		if k > 0 && len(want.VIF) > 0 { // R gives none for a single driver
			compare(t, "vif of "+name, vif[k], value(t, want.VIF, name), tolerance, 0)
		}
		if k > 0 && len(names) == 1 {
			compare(t, "vif of a single driver", vif[k], 1, 1e-12, 0)
		}
	}
	if want.Diag.Fitted == nil { // one data set has no values by row
		return
	}
	// A value near zero is a difference of larger ones: its error is relative
	// to those.
	compareAll(t, "fitted", f.Fitted, want.Diag.Fitted, tolerance, 0)
	compareAll(t, "resid", f.Residuals, want.Diag.Resid, tolerance, f.Sigma/100)
	compareAll(t, "hat", f.Factor().Leverage(), want.Diag.Hat, tolerance, 0)
	compareAll(t, "rstudent", f.Studentized, want.Diag.Rstudent, tolerance, 0.01)
	compareAll(t, "cooks", f.Cook, want.Diag.Cooks, tolerance, 1e-4)
}

// value returns the value of a key, and fails the test where there is none.
func value(t *testing.T, m map[string]float64, key string) float64 {
	t.Helper()
	v, ok := m[key]
	if !ok {
		t.Fatalf("R has no value for %s", key)
	}
	return v
}
