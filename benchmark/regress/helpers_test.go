package regress_test

import (
	"context"
	"math"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/internal/sharedtest"
)

func TestMain(m *testing.M) {
	longtest.DrawFew()
	longtest.CollectSeldom()
	m.Run()
}

// The helpers that the tests of subsets have too.
var (
	shared     = sharedtest.Find
	readTable  = regresstest.ReadTable
	near       = regresstest.Near
	compare    = regresstest.Compare
	compareAll = regresstest.CompareAll
	random     = regresstest.Random
	row        = regresstest.Row
)

// fit factorises and fits by least squares, and fails the test where it cannot.
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

// largest returns the largest size.
func largest(values []float64) float64 {
	most := 0.0
	for _, v := range values {
		most = max(most, math.Abs(v))
	}
	return most
}

// without returns the values but for the one in place i.
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
