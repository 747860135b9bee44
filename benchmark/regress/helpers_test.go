package regress_test

import (
	"context"
	"encoding/csv"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/internal/longtest"
)

func TestMain(m *testing.M) {
	longtest.DrawFew()
	m.Run()
}

// shared returns a path below the directory that lies beside the module's
// own, and skips the test where there is none.
func shared(t testing.TB, path string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test's directory")
		}
		dir = filepath.Dir(dir)
	}
	found := filepath.Join(filepath.Dir(dir), "shared", path)
	if _, err := os.Stat(found); err != nil {
		t.Skipf("the reference results %s do not stand beside the module", path)
	}
	return found
}

// readTable reads a CSV file with a header. A cell that is no number is NaN.
func readTable(t *testing.T, path string) (header []string, columns map[string][]float64) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns = map[string][]float64{}
	for _, row := range rows[1:] {
		for k, cell := range row {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				v = math.NaN()
			}
			columns[rows[0][k]] = append(columns[rows[0][k]], v)
		}
	}
	return rows[0], columns
}

// fit factorises and fits, and fails the test where it cannot.
func fit(t interface {
	Helper()
	Fatalf(string, ...any)
}, names []string, x [][]float64, y, weights []float64) *regress.Fit {
	t.Helper()
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatalf("Factorize: %v", err)
	}
	f, err := regress.OLS{}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatalf("Fit: %v", err)
	}
	return f
}

// near says whether two numbers agree to a tolerance relative to the larger of
// the wanted one and the scale. NaN agrees with NaN only.
func near(got, want, tolerance, scale float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*max(math.Abs(want), scale)
}

type errorer interface {
	Helper()
	Errorf(string, ...any)
}

func compare(t errorer, what string, got, want, tolerance, scale float64) {
	t.Helper()
	if !near(got, want, tolerance, scale) {
		t.Errorf("%s: got %.17g, want %.17g (relative difference %.2g)", what, got, want, math.Abs(got-want)/max(math.Abs(want), scale))
	}
}

func compareAll(t errorer, what string, got, want []float64, tolerance, scale float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d values, want %d", what, len(got), len(want))
		return
	}
	for i := range want {
		compare(t, what+"["+strconv.Itoa(i)+"]", got[i], want[i], tolerance, scale)
	}
}

func largest(values []float64) float64 {
	most := 0.0
	for _, v := range values {
		most = max(most, math.Abs(v))
	}
	return most
}

// random is a seeded design of p columns besides the intercept, of different
// centres and scales, a response that depends on them, and weights.
func random(seed uint64, n, p int) (names []string, x [][]float64, y, weights []float64) {
	r := rand.New(rand.NewPCG(seed, 1))
	y, weights = make([]float64, n), make([]float64, n)
	for i := range y {
		y[i] = 50 + 5*r.NormFloat64()
		weights[i] = math.Exp(r.NormFloat64())
	}
	for k := range p {
		column := make([]float64, n)
		centre, scale, effect := 5*r.NormFloat64(), math.Exp(2*r.NormFloat64()), 5*r.NormFloat64()
		for i := range column {
			z := r.NormFloat64()
			column[i] = scale * (centre + z)
			y[i] += effect * z
		}
		names = append(names, "x"+strconv.Itoa(k+1))
		x = append(x, column)
	}
	return names, x, y, weights
}

// without returns the values without the one at i.
func without(values []float64, i int) []float64 {
	if values == nil {
		return nil
	}
	rest := append([]float64(nil), values[:i]...)
	return append(rest, values[i+1:]...)
}

func withoutRow(x [][]float64, i int) [][]float64 {
	rest := make([][]float64, len(x))
	for k, c := range x {
		rest[k] = without(c, i)
	}
	return rest
}

func row(x [][]float64, i int) []float64 {
	r := make([]float64, len(x))
	for k, c := range x {
		r[k] = c[i]
	}
	return r
}
