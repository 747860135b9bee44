package subset_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
	"pgregory.net/rapid"
)

// takeFirst returns the first n values of every column.
func takeFirst(columns [][]float64, n int) (heads [][]float64) {
	for _, c := range columns {
		heads = append(heads, c[:n])
	}
	return heads
}

// fitWhole fits by least squares, with all that a fit says.
func fitWhole(t *rapid.T, x [][]float64, y, weights []float64) *regress.Fit {
	t.Helper()
	design := regress.NewDesign(len(y), make([]string, len(x)), x)
	factor, err := regress.Factorize(design, weights)
	if err != nil {
		t.Fatal(err)
	}
	f, err := regress.OLS{}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestModels compares what the models of the subsets expect of every row, in the
// fit or not, with the fit that says everything.
func TestModels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, forced := rapid.IntRange(0, 5).Draw(t, "candidates"), rapid.IntRange(0, 2).Draw(t,
			"forced")
		n, outside := rapid.IntRange(k+forced+8, 40).Draw(t, "rows"), rapid.IntRange(0, 3).Draw(t,
			"outside")
		_, x, y, weights := regresstest.Random(rapid.Uint64().Draw(t, "seed"), n+outside, k+forced)
		if !rapid.Bool().Draw(t, "weighted") {
			weights = nil
		}
		scale := 0.0
		// as the logarithm of an amount, or with outliers that move the others far
		for i := range y {
			y[i] *= rapid.SampledFrom([]float64{0.03, 0.03, 0.03, 0.3}).Draw(t, "scale")
			scale = max(scale, math.Abs(y[i]))
		}
		m := subset.Models{Response: y[:n], Rows: n + outside, Forced: x[:forced],
			Candidates: x[forced:], Weights: weights}
		seen := map[uint]bool{}
		expected, sd := make([]float64, n+outside), make([]float64, n+outside)
		exact, near := make([]float64, n+outside), make([]float64, n+outside)
		err := m.Each(context.Background(), func(f *subset.Fit) error {
			set := uint(0)
			for _, c := range f.Columns {
				set |= 1 << c
			}
			seen[set] = true
			picked, _ := pickColumns(x[forced:], set)
			all := append(slices.Clone(x[:forced]), picked...)
			var fitted []float64
			if weights != nil {
				fitted = weights[:n]
			}
			whole := fitWhole(t, takeFirst(all, n), y[:n], fitted)
			if f.DF != whole.DF {
				t.Fatalf("subset %b: %d degrees of freedom, want %d", set, f.DF, whole.DF)
			}
			regresstest.Compare(t, "unexplained", f.Unexplained, 1-whole.R2, 1e-9, 1)
			f.Expected(expected, sd)
			f.Smearing(true, exact)
			f.Smearing(false, near)
			residuals, largest := make([]float64, n), 0.0
			for _, e := range whole.Residuals {
				largest = max(largest, math.Exp(e))
			}
			for i := range n + outside {
				where := " of row " + strconv.Itoa(i)
				var mean, deviation, smearing, own float64
				if i < n {
					if 1-whole.Factor().Leverage()[i] < 1e-6 {
						continue // all but alone
					}
					mean, deviation = whole.LeaveOneOut[i], whole.LeaveOneOutSD[i]
					whole.ResidualsWithout(i, residuals)
					for j, e := range residuals {
						if j != i {
							smearing += math.Exp(e) / float64(n-1)
							own += math.Exp(whole.Residuals[j]) / float64(n-1)
						}
					}
				} else {
					weight := 1.0
					if weights != nil {
						weight = weights[i]
					}
					mean, deviation, _ = whole.Predict(regresstest.Row(all, i), weight)
					for _, e := range whole.Residuals {
						smearing += math.Exp(e) / float64(n)
					}
					own = smearing
				}
				regresstest.Compare(t, "expected"+where, expected[i], mean, 1e-9, scale)
				regresstest.Compare(t, "its deviation"+where, sd[i], deviation, 1e-9, scale)
				regresstest.Compare(t, "smearing"+where, exact[i], smearing, 1e-10, 1)
				// a difference, of which the row itself may be most
				regresstest.Compare(t, "smearing, nearly"+where, near[i], own, 1e-10, largest)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(seen) != 1<<k {
			t.Errorf("%d subsets of %d candidates", len(seen), k)
		}
	})
}

// TestModelsDependent checks that what cannot be fitted is passed over.
func TestModelsDependent(t *testing.T) {
	_, x, y, _ := regresstest.Random(3, 20, 3)
	twice := slices.Clone(x[0])
	for i := range twice {
		twice[i] = 2*twice[i] - 1
	}
	m := subset.Models{Response: y, Rows: 20, Candidates: [][]float64{x[0], twice, x[1]}}
	visited := 0
	err := m.Each(context.Background(), func(f *subset.Fit) error {
		visited++
		if slices.Contains(f.Columns, 0) && slices.Contains(f.Columns, 1) {
			t.Errorf("%v is fitted", f.Columns)
		}
		return nil
	})
	if err != nil || visited != 6 {
		t.Errorf("%d subsets, want 6 of 8; %v", visited, err)
	}
	m.Forced = [][]float64{make([]float64, 20)}
	var dependent *regress.RankError
	if err := m.Each(context.Background(),
		func(*subset.Fit) error { return nil }); !errors.As(err, &dependent) {
		t.Errorf("a forced column of zeros: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.Forced, visited = nil, 0
	err = m.Each(ctx, func(*subset.Fit) error { visited++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || visited != 1 {
		t.Errorf("%d subsets after the context's end: %v", visited-1, err)
	}
}

// BenchmarkModels fits the models of eight candidates, on a logarithm.
func BenchmarkModels(b *testing.B) {
	_, x, y, weights := regresstest.Random(1, 98, 8)
	for i := range y {
		y[i] *= 0.03 // a standard deviation of 15 per cent
	}
	m := subset.Models{Response: y, Rows: 98, Candidates: x, Weights: weights}
	expected, sd, factors := make([]float64, 98), make([]float64, 98), make([]float64, 98)
	for b.Loop() {
		err := m.Each(context.Background(), func(f *subset.Fit) error {
			f.Expected(expected, sd)
			f.Smearing(true, factors)
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
