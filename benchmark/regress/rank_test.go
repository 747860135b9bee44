package regress_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/regress"
	"pgregory.net/rapid"
)

// factorizeDependent factorises a design that cannot be factorised, and returns the error
// and all the columns that it names, sorted.
func factorizeDependent(t interface {
	Helper()
	Fatalf(string, ...any)
}, names []string, x [][]float64, weights []float64) (*regress.RankError, []string) {
	t.Helper()
	_, err := regress.Factorize(regress.NewDesign(len(x[0]), names, x), weights)
	var rank *regress.RankError
	if !errors.As(err, &rank) {
		t.Fatalf("Factorize: %v, want a *RankError", err)
	}
	all := append([]string{rank.Column}, rank.Of...)
	slices.Sort(all)
	return rank, all
}

// TestRankError checks which columns the error names.
func TestRankError(t *testing.T) {
	a := []float64{1, 4, 2, 8, 5, 7, 3, 9}
	b := []float64{3, 1, 4, 1, 5, 9, 2, 6}
	c := []float64{2, 7, 1, 8, 2, 8, 1, 9}
	of := func(f func(i int) float64) []float64 {
		v := make([]float64, len(a))
		for i := range v {
			v[i] = f(i)
		}
		return v
	}
	dummy := func(from, to int) []float64 {
		return of(func(i int) float64 {
			if i >= from && i < to {
				return 1
			}
			return 0
		})
	}
	for _, test := range []struct {
		name  string
		names []string
		x     [][]float64
		want  []string
	}{
		{"sum", []string{"a", "b", "sum", "c"},
			[][]float64{a, b, of(func(i int) float64 { return a[i] + b[i] }), c}, []string{"a", "b",
				"sum"}},
		{"multiple", []string{"a", "b", "twice"},
			[][]float64{a, b, of(func(i int) float64 { return -2 * b[i] })}, []string{"b",
				"twice"}},
		{"same", []string{"a", "again", "c"}, [][]float64{a, a, c}, []string{"a", "again"}},
		{"shifted", []string{"a", "b", "year"},
			[][]float64{a, b, of(func(i int) float64 { return 2000 + a[i] })}, []string{"a",
				"intercept", "year"}},
		{"shares of a whole", []string{"a", "rest", "c"},
			[][]float64{a, of(func(i int) float64 { return 100 - a[i] }), c}, []string{"a",
				"intercept", "rest"}},
		{"constant", []string{"a", "constant"}, [][]float64{a, of(func(int) float64 { return 7 })},
			[]string{"constant", "intercept"}},
		{"every group", []string{"g1", "a", "g2", "g3"},
			[][]float64{dummy(0, 3), a, dummy(3, 5), dummy(5, 8)}, []string{"g1", "g2", "g3",
				"intercept"}},
		{"zeros", []string{"a", "none"}, [][]float64{a, of(func(int) float64 { return 0 })},
			[]string{"none"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, weights := range [][]float64{nil,
				of(func(i int) float64 { return float64(i + 1) })} {
				rank, all := factorizeDependent(t, test.names, test.x, weights)
				if diff := cmp.Diff(test.want, all); diff != "" {
					t.Errorf("columns named (-want +got):\n%s", diff)
				}
				text := rank.Error()
				for _, name := range all {
					if !strings.Contains(text, name) {
						t.Errorf("the error %q does not name %s", text, name)
					}
				}
			}
		})
	}
}

// TestRankErrorNamesThePart draws designs in which one column is a combination of a few
// others. The error names these and none else.
func TestRankErrorNamesThePart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.IntRange(2, 6).Draw(t, "drivers")
		n := rapid.IntRange(p+5, 60).Draw(t, "rows")
		parts := rapid.SliceOfNDistinct(rapid.IntRange(0, p-1), 1, p, rapid.ID).Draw(t, "parts")
		shift := rapid.IntRange(-1, 1).Draw(t, "shift")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		x, names := make([][]float64, p+1), make([]string, p+1)
		made := make([]float64, n)
		for i := range made {
			made[i] = float64(500 * shift)
		}
		want := []string{"made"}
		if shift != 0 {
			want = append(want, "intercept")
		}
		for k := range p {
			names[k], x[k] = "x"+strconv.Itoa(k), make([]float64, n)
			factor := float64(1 + r.IntN(5))
			for i := range n {
				x[k][i] = float64(r.IntN(1000))
				if slices.Contains(parts, k) {
					made[i] += factor * x[k][i]
				}
			}
			if slices.Contains(parts, k) {
				want = append(want, names[k])
			}
		}
		names[p], x[p] = "made", made
		slices.Sort(want)
		_, got := factorizeDependent(t, names, x, nil)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("columns named (-want +got):\n%s", diff)
		}
	})
}

// TestNearlyDependentIsFitted checks that two columns that agree to eight digits can
// still be told apart, whatever their unit.
func TestNearlyDependentIsFitted(t *testing.T) {
	_, x, y, _ := random(5, 50, 2)
	for _, unit := range []float64{1e-9, 1, 1e9} {
		near := make([]float64, len(y))
		for i := range near {
			near[i] = unit * (x[0][i] + 1e-8*x[1][i])
		}
		if _, err := regress.Factorize(regress.NewDesign(len(y), []string{"a", "b"},
			[][]float64{x[0], near}), nil); err != nil {
			t.Errorf("unit %g: %v", unit, err)
		}
	}
}

// TestPanics checks that shapes that cannot be panic with words.
func TestPanics(t *testing.T) {
	two := [][]float64{{1, 2, 4}, {3, 1, 2}}
	factor := func(weights []float64) {
		_, _ = regress.Factorize(regress.NewDesign(3, []string{"a"}, two[:1]), weights)
	}
	for name, f := range map[string]func(){
		"fewer names than columns": func() { regress.NewDesign(3, []string{"a"}, two) },
		"fewer columns than names": func() { regress.NewDesign(3, []string{"a", "b", "c"}, two) },
		"too few rows":             func() { regress.NewDesign(4, []string{"a", "b"}, two) },
		"too many rows":            func() { regress.NewDesign(2, []string{"a", "b"}, two) },
		"fewer rows than columns": func() {
			regress.Factorize(regress.NewDesign(2,
				[]string{"a", "b"}, [][]float64{{1, 2}, {2, 1}}), nil)
		},
		"too few weights": func() { factor([]float64{1, 2}) },
		"too few responses": func() {
			f, _ := regress.Factorize(regress.NewDesign(3, []string{"a"}, two[:1]), nil)
			regress.OLS{}.Fit(context.Background(), f, []float64{1, 2})
		},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				text, ok := recover().(string)
				if !ok || !strings.HasPrefix(text, "regress: ") {
					t.Errorf("panic with %q, want one that begins with regress:", text)
				}
			}()
			f()
		})
	}
}

// TestLeverageOne has a column that is there for one row only. It leaves nothing to
// predict that row from, and changes nothing for the others.
func TestLeverageOne(t *testing.T) {
	for _, weighted := range []bool{false, true} {
		names, x, y, weights := random(21, 30, 3)
		if !weighted {
			weights = nil
		}
		const alone = 17
		only := make([]float64, len(y))
		only[alone] = 1
		f := fit(t, append(names, "only"), append(x, only), y, weights)
		rest := fit(t, names, withoutRow(x, alone), without(y, alone), without(weights, alone))

		compare(t, "leverage", f.Factor().Leverage()[alone], 1, 1e-14, 0)
		compare(t, "fitted", f.Fitted[alone], y[alone], 1e-13, 0)
		for what, v := range map[string]float64{
			"leave-one-out": f.LeaveOneOut[alone], "its standard deviation": f.LeaveOneOutSD[alone],
			"studentised residual": f.Studentized[alone], "Cook's distance": f.Cook[alone],
			"sum of contributions": addContributions(f, alone),
		} {
			if !math.IsNaN(v) {
				t.Errorf("%s of the row alone: %v, want NaN", what, v)
			}
		}
		scale := largest(y)
		compareAll(t, "leave-one-out", without(f.LeaveOneOut, alone), rest.LeaveOneOut, 1e-10,
			scale)
		compareAll(t, "its standard deviation", without(f.LeaveOneOutSD, alone), rest.LeaveOneOutSD,
			1e-10, scale)
		compareAll(t, "studentised residual", without(f.Studentized, alone), rest.Studentized,
			1e-10, 1)
		compareAll(t, "leverage", without(f.Factor().Leverage(), alone), rest.Factor().Leverage(),
			1e-12, 1)
		compare(t, "sigma", f.Sigma, rest.Sigma, 1e-12, 0)
		compare(t, "press", f.PRESS, rest.PRESS, 1e-10, 0)
		for k, c := range rest.Coefficients {
			compare(t, "estimate of "+c.Name, f.Coefficients[k].Estimate, c.Estimate, 1e-10, c.SE)
			compare(t, "se of "+c.Name, f.Coefficients[k].SE, c.SE, 1e-10, 0)
			compare(t, "HC3 of "+c.Name, f.Coefficients[k].HC3, c.HC3, 1e-10, 0)
		}
		for i := range y {
			if i != alone && (math.IsNaN(f.Cook[i]) || math.IsNaN(addContributions(f, i))) {
				t.Errorf("row %d has no Cook's distance or contributions", i)
			}
		}
	}
}

// addContributions adds up a row's contributions.
func addContributions(f *regress.Fit, i int) float64 {
	parts := make([]float64, len(f.Coefficients)-1)
	sum := f.Contributions(i, parts)
	for _, part := range parts {
		sum += part
	}
	return sum
}

// TestDesign checks the shape and the names of a design.
func TestDesign(t *testing.T) {
	d := regress.NewDesign(3, []string{"a", "b"}, [][]float64{{1, 2, 3}, {5, 5, 5}})
	if d.Rows() != 3 || d.Columns() != 3 {
		t.Errorf("%d rows and %d columns, want 3 and 3", d.Rows(), d.Columns())
	}
	if diff := cmp.Diff([]string{"intercept", "a", "b"}, d.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for _, test := range []struct {
		values []float64
		want   bool
	}{{nil, true}, {[]float64{3}, true}, {[]float64{3, 3, 3}, true}, {[]float64{3, 3, 3.0000000001},
		false}} {
		if got := regress.IsConstant(test.values); got != test.want {
			t.Errorf("IsConstant(%v) is %v", test.values, got)
		}
	}
}
