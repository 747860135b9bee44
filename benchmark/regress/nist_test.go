package regress_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// certified holds what NIST certifies for a data set, to 15 digits.
type certified struct {
	Params     []struct{ Name, Estimate, SD string }
	ResidualSD string `json:"residual_sd"`
	RSquared   string `json:"r_squared"`
	N          int
}

// TestNIST counts the correct digits on the NIST Statistical Reference Datasets for
// linear regression. The certified values have 15 digits, so there are never more.
func TestNIST(t *testing.T) {
	dir := shared(t, "reference/nist")
	text, err := os.ReadFile(filepath.Join(dir, "certified.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]certified
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	// degree is of the polynomial; 0 is a column a driver. The fewest digits
	// are what the fit has, rounded down: a change that loses digits is seen.
	for _, set := range []struct {
		name            string
		degree          int
		estimate, sd    float64 // the fewest correct digits of any coefficient
		sigma, rSquared float64
	}{
		{name: "Norris", degree: 1, estimate: 13.5, sd: 13.5, sigma: 13.5, rSquared: 14},
		{name: "Longley", estimate: 14, sd: 12, sigma: 14, rSquared: 14},
		{name: "Filip", degree: 10, estimate: 7.5, sd: 7.5, sigma: 8, rSquared: 10},
		{name: "Wampler1", degree: 5, estimate: 14.5, sd: 14, sigma: 14, rSquared: 14},
		{name: "Wampler2", degree: 5, estimate: 13, sd: 14, sigma: 14, rSquared: 14},
		{name: "Wampler4", degree: 5, estimate: 14, sd: 13.5, sigma: 14, rSquared: 14},
	} {
		t.Run(set.name, func(t *testing.T) {
			want, ok := all[set.name]
			if !ok {
				t.Fatal("no certified values")
			}
			names, x, y := readNIST(t, filepath.Join(dir, set.name+".dat"), set.degree)
			if len(y) != want.N {
				t.Fatalf("%d rows, want %d", len(y), want.N)
			}
			f := fit(t, names, x, y, nil)
			estimate, sd := 15.0, 15.0
			for k, c := range f.Coefficients {
				estimate = min(estimate, digits(t, c.Estimate, want.Params[k].Estimate))
				sd = min(sd, digits(t, c.SE, want.Params[k].SD))
			}
			sigma, rSquared := digits(t, f.Sigma, want.ResidualSD), digits(t, f.R2, want.RSquared)
			t.Logf("%-9s correct digits: coefficients %4.1f, standard errors %4.1f, sigma %4.1f, "+
				"R² %4.1f", set.name, estimate, sd, sigma, rSquared)
			for _, c := range []struct {
				what      string
				got, want float64
			}{
				{"coefficients", estimate, set.estimate}, {"standard errors", sd, set.sd},
				{"sigma", sigma, set.sigma}, {"R²", rSquared, set.rSquared},
			} {
				if c.got < c.want {
					t.Errorf("%s: %.1f correct digits, want at least %v", c.what, c.got, c.want)
				}
			}
		})
	}
}

// digits returns the number of correct digits, which is −log₁₀ of the relative error and
// at most 15. Where zero is certified, it takes the absolute error.
func digits(t *testing.T, got float64, want string) float64 {
	v, err := strconv.ParseFloat(want, 64)
	if err != nil {
		t.Fatal(err)
	}
	d := math.Abs(got - v)
	if v != 0 {
		d /= math.Abs(v)
	}
	if d == 0 {
		return 15
	}
	return max(0, min(15, -math.Log10(d)))
}

// readNIST reads a data file. From line 61 on it has the response and then the driver or
// the drivers.
func readNIST(t *testing.T, path string, degree int) (names []string, x [][]float64, y []float64) {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(string(text), "\r", ""), "\n")
	for _, line := range lines[60:] {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var numbers []float64
		for k, field := range fields {
			v, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Fatal(err)
			}
			numbers = append(numbers, v)
			if k > 0 && degree > 0 {
				numbers = append(numbers, powers(t, field, degree)...)
			}
		}
		y = append(y, numbers[0])
		for k, v := range numbers[1:] {
			if k == len(x) {
				x, names = append(x, nil), append(names, fmt.Sprintf("x%d", k+1))
			}
			x[k] = append(x[k], v)
		}
	}
	return names, x, y
}

// powers returns the powers of a decimal number from the second on. Each is rounded once.
func powers(t *testing.T, text string, degree int) (list []float64) {
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is not a number", text)
	}
	power := new(big.Rat).Set(v)
	for range degree - 1 {
		power.Mul(power, v)
		f, _ := power.Float64()
		list = append(list, f)
	}
	return list
}

// TestNoIntercept compares with the certified regression through the origin.
func TestNoIntercept(t *testing.T) {
	dir := filepath.Join(shared(t, "reference"), "nist")
	text, err := os.ReadFile(filepath.Join(dir, "certified.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]certified
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	want := all["NoInt1"]
	names, columns, y := readNIST(t, filepath.Join(dir, "NoInt1.dat"), 1)
	x, err := regress.Factorize(regress.ThroughOrigin(len(y), names, columns), nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := regress.OLS{}.Fit(context.Background(), x, y)
	if err != nil {
		t.Fatal(err)
	}
	estimate := digits(t, f.Coefficients[0].Estimate, want.Params[0].Estimate)
	sd := digits(t, f.Coefficients[0].SE, want.Params[0].SD)
	sigma, rSquared := digits(t, f.Sigma, want.ResidualSD), digits(t, f.R2, want.RSquared)
	t.Logf("NoInt1 correct digits: coefficient %.1f, standard error %.1f, sigma %.1f, R² %.1f",
		estimate, sd, sigma, rSquared)
	if len(f.Coefficients) != 1 || min(estimate, sd, sigma, rSquared) < 14.5 {
		t.Errorf("%d coefficients; digits: coefficient %.1f, standard error %.1f, sigma %.1f, "+
			"R² %.1f", len(f.Coefficients), estimate, sd, sigma, rSquared)
	}
}
