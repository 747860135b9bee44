package subset_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/internal/regresstest"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
	"github.com/raaderum/raaderum/internal/sharedtest"
	"pgregory.net/rapid"
)

// pickColumns returns the columns whose bits are set, and their positions.
func pickColumns(columns [][]float64, set uint) (picked [][]float64, positions []int) {
	for k := range columns {
		if set&(1<<k) != 0 {
			picked = append(picked, columns[k])
			positions = append(positions, k)
		}
	}
	return picked, positions
}

// TestBestIsBruteForce compares the search with a fit of every subset of the
// allowed size.
func TestBestIsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, k := rapid.IntRange(12, 25).Draw(t, "n"), rapid.IntRange(1, 5).Draw(t, "candidates")
		forcedCount := rapid.IntRange(0, 1).Draw(t, "forced")
		number := rapid.Float64Range(-10, 10)
		column := func(name string) []float64 { return rapid.SliceOfN(number, n, n).Draw(t, name) }
		var forced, candidates [][]float64
		for range forcedCount {
			forced = append(forced, column("forced"))
		}
		for range k {
			candidates = append(candidates, column("candidate"))
		}
		y := [][]float64{column("y"), column("y2")}
		var weights []float64
		if rapid.Bool().Draw(t, "weighted") {
			weights = rapid.SliceOfN(rapid.Float64Range(0.5, 5), n, n).Draw(t, "weights")
		}
		criteria := []subset.Criterion{subset.ByPRESS, subset.ByAICc, subset.ByBIC}
		by := rapid.SampledFrom(criteria).Draw(t, "by")
		most := rapid.IntRange(0, k+1).Draw(t, "most")
		best, err := subset.Best(context.Background(), forced, candidates, weights, y, by,
			most, 1<<k)
		if err != nil {
			t.Skip("the forced column is constant")
		}
		for r := range y {
			found := map[uint]subset.Choice{}
			previous := math.Inf(-1)
			for _, s := range best[r] {
				set := uint(0)
				for _, c := range s.Columns {
					set |= 1 << c
				}
				found[set] = s
				value := map[subset.Criterion]float64{subset.ByPRESS: s.PRESS,
					subset.ByAICc: s.AICc, subset.ByBIC: s.BIC}[by]
				if value < previous {
					t.Fatalf("the subsets are not in order: %v after %v", value, previous)
				}
				previous = value
			}
			for set := uint(0); set < 1<<k; set++ {
				if bits.OnesCount(set) > most {
					if _, ok := found[set]; ok {
						t.Fatalf("subset %b has more than %d candidates", set, most)
					}
					continue
				}
				picked, _ := pickColumns(candidates, set)
				all := append(slices.Clone(forced), picked...)
				x, err := regress.Factorize(regress.NewDesign(n, make([]string, len(all)), all),
					weights)
				var dependent *regress.RankError
				if errors.As(err, &dependent) || x != nil && x.Condition() > 1e7 {
					continue // dependent, or too nearly so to say
				}
				f, err := regress.OLS{}.Fit(context.Background(), x, y[r])
				if err != nil {
					t.Fatal(err)
				}
				s, ok := found[set]
				if !ok {
					t.Fatalf("subset %b was not judged", set)
				}
				if f.R2 > 1-1e-9 || f.Sigma < 1e-9 ||
					slices.ContainsFunc(x.Leverage(), func(h float64) bool { return h > 1-1e-7 }) {
					continue // nothing left to compare
				}
				for name, pair := range map[string][2]float64{
					"PRESS": {s.PRESS, f.PRESS}, "AICc": {s.AICc, f.AICc()},
					"BIC": {s.BIC, f.BIC()}, "adjusted R²": {s.AdjR2, f.AdjR2},
				} {
					if math.Abs(pair[0]-pair[1]) > 1e-7*(1+math.Abs(pair[1])) {
						t.Fatalf("subset %b: %s is %v, a fit has %v", set, name, pair[0], pair[1])
					}
				}
			}
		}
	})
}

// TestBestAgainstR finds the best subset of each size of the cement data, as R's
// leaps does.
func TestBestAgainstR(t *testing.T) {
	dir := filepath.Join(sharedtest.Find(t, "reference"), "r")
	text, err := os.ReadFile(filepath.Join(dir, "best_subsets.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]struct {
		Which map[string]map[string]bool
		AdjR2 []float64
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	want := all["cement_best_subsets"]
	_, columns := regresstest.ReadTable(t, filepath.Join(dir, "MASS_cement.csv"))
	names := []string{"x1", "x2", "x3", "x4"}
	var candidates [][]float64
	for _, name := range names {
		candidates = append(candidates, columns[name])
	}
	best, err := subset.Best(context.Background(), nil, candidates, nil,
		[][]float64{columns["y"]}, subset.ByBIC, len(candidates), 16)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, s := range best[0] {
		size := len(s.Columns)
		if size == 0 || seen[size] { // the first of a size is its best
			continue
		}
		seen[size] = true
		for k, name := range names {
			if in := slices.Contains(s.Columns, k); in != want.Which[string(rune('0'+size))][name] {
				t.Errorf("the best of %d has %s: %v, want %v", size, name, in, !in)
			}
		}
		regresstest.Compare(t, "adjusted R²", s.AdjR2, want.AdjR2[size-1], 1e-8, 0)
	}
	if len(seen) != 4 {
		t.Errorf("subsets of %d sizes", len(seen))
	}
}

// TestBestPassesOverDependent checks that subsets that say a thing twice are left
// out, and that the search stops when it is cancelled.
func TestBestPassesOverDependent(t *testing.T) {
	a := []float64{1, 4, 2, 8, 5, 7, 1, 3, 6, 2}
	b := make([]float64, len(a))
	for i, v := range a {
		b[i] = 3 - 2*v
	}
	y := []float64{2, 7, 5, 16, 11, 13, 3, 7, 11, 5}
	best, err := subset.Best(context.Background(), nil, [][]float64{a, b}, nil,
		[][]float64{y}, subset.ByPRESS, 2, 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range best[0] {
		if len(s.Columns) > 1 {
			t.Errorf("the dependent columns %v are a subset", s.Columns)
		}
	}
	if len(best[0]) != 3 || !slices.Equal(best[0][0].Columns, []int{0}) {
		t.Errorf("the subsets are %v", best[0])
	}
	if _, err := subset.Best(context.Background(), [][]float64{a, b}, nil, nil,
		[][]float64{y}, subset.ByPRESS, 0, 1); err == nil {
		t.Error("dependent forced columns are no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	many := make([][]float64, 12)
	for k := range many {
		many[k] = make([]float64, 40)
		for i := range many[k] {
			many[k][i] = math.Sin(float64((k + 1) * (i + 1)))
		}
	}
	if _, err := subset.Best(ctx, nil, many, nil, [][]float64{many[0]}, subset.ByPRESS,
		len(many), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestNoneKept checks that a search that is to keep no subset returns none.
func TestNoneKept(t *testing.T) {
	for _, keep := range []int{0, -1} {
		best, err := subset.Best(context.Background(), nil, [][]float64{{1, 2, 4, 3}}, nil,
			[][]float64{{1, 2, 3, 5}, {2, 2, 3, 1}}, subset.ByPRESS, 1, keep)
		if err != nil || len(best) != 2 || len(best[0]) != 0 || len(best[1]) != 0 {
			t.Errorf("keep %d: %v, %v", keep, best, err)
		}
	}
}

// BenchmarkBest searches 4096 subsets for 40 responses.
func BenchmarkBest(b *testing.B) {
	column := func(k int) []float64 {
		c := make([]float64, 98)
		for i := range c {
			c[i] = math.Sin(float64((k+1)*(i+1)*(i+3))) + float64(bits.OnesCount(uint(k*i)))/10
		}
		return c
	}
	var candidates, responses [][]float64
	for k := range 12 {
		candidates = append(candidates, column(k))
	}
	for k := range 40 {
		responses = append(responses, column(100+k))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := subset.Best(context.Background(), nil, candidates, nil, responses,
			subset.ByPRESS, len(candidates), 10); err != nil {
			b.Fatal(err)
		}
	}
}
