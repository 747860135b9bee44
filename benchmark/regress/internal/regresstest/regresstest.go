// Package regresstest has what the tests of linear models share.
package regresstest

import (
	"encoding/csv"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// ReadTable reads a CSV file with a header. A cell that is not a number is NaN.
func ReadTable(t *testing.T, path string) (header []string, columns map[string][]float64) {
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

// Near reports whether two numbers agree to a tolerance, relative to the larger of the
// one that is wanted and the scale. NaN agrees with NaN only.
func Near(got, want, tolerance, scale float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*max(math.Abs(want), scale)
}

// An Errorer is a test, or one of drawn data.
type Errorer interface {
	Helper()
	Errorf(string, ...any)
}

// Compare fails the test where two numbers do not agree, see Near.
func Compare(t Errorer, what string, got, want, tolerance, scale float64) {
	t.Helper()
	if !Near(got, want, tolerance, scale) {
		t.Errorf("%s: got %.17g, want %.17g (relative difference %.2g)", what, got, want,
			math.Abs(got-want)/max(math.Abs(want), scale))
	}
}

// CompareAll compares number by number.
func CompareAll(t Errorer, what string, got, want []float64, tolerance, scale float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d values, want %d", what, len(got), len(want))
		return
	}
	for i := range want {
		Compare(t, what+"["+strconv.Itoa(i)+"]", got[i], want[i], tolerance, scale)
	}
}

// Random returns a seeded design of p columns besides the intercept, a response that
// depends on them, and weights. The columns have different centres and scales.
func Random(seed uint64, n, p int) (names []string, x [][]float64, y, weights []float64) {
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

// Row returns a row of columns.
func Row(x [][]float64, i int) []float64 {
	r := make([]float64, len(x))
	for k, c := range x {
		r[k] = c[i]
	}
	return r
}

// BadValues are numbers that no model can be fitted to.
func BadValues() []float64 {
	return []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300}
}

// WantValueError fails the test where an error does not say that a value stands there.
func WantValueError(t *testing.T, err error, column string, row int, v float64) {
	t.Helper()
	var value *regress.ValueError
	if !errors.As(err, &value) {
		t.Errorf("%s %v: %v, want a *ValueError", column, v, err)
		return
	}
	same := value.Value == v || math.IsNaN(value.Value) && math.IsNaN(v)
	if value.Column != column || value.Row != row || !same {
		t.Errorf("%v, want %s, row %d: %v", err, column, row, v)
	}
}

// Change returns the values with another one in place i.
func Change(values []float64, i int, v float64) []float64 {
	changed := slices.Clone(values)
	changed[i] = v
	return changed
}

// VisitExtremes calls back with models that have numbers from the smallest to the
// largest there are, in all rows or in one, for the response, a driver or the weights.
func VisitExtremes(visit func(names []string, x [][]float64, y, weights []float64)) {
	for seed := range uint64(2) {
		names, x, y, weights := Random(seed, 24, 2)
		for _, size := range []float64{
			5e-324, 1e-310, 1e-200, 1e-155, 1e-100,
			1e100, 1e149, 1e150, 1e155, 1e200, 1e305, math.MaxFloat64,
		} {
			scale := func(values []float64) []float64 {
				scaled := make([]float64, len(values))
				for i, v := range values {
					scaled[i] = v * size
				}
				return scaled
			}
			replace := func(values []float64) []float64 { return Change(values, 11, size) }
			for _, change := range []func([]float64) []float64{scale, replace} {
				visit(names, x, change(y), nil)
				visit(names, x, change(y), weights)
				visit(names, [][]float64{change(x[0]), x[1]}, y, nil)
				visit(names, x, y, change(weights))
				visit(names, [][]float64{change(x[0]), x[1]}, change(y), change(weights))
			}
		}
	}
}
