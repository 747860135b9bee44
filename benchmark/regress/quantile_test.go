package regress_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/internal/longtest"
	"pgregory.net/rapid"
)

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

// fitQuantile factorises and fits, and fails the test where the minimum is not proved.
func fitQuantile(t fataler, tau float64, names []string, x [][]float64, y,
	weights []float64) *regress.Fit {
	t.Helper()
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatalf("Factorize: %v", err)
	}
	f, err := regress.Quantile{Tau: tau}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatalf("Fit: %v", err)
	}
	if !f.Converged {
		t.Fatalf("the minimum is not proved")
	}
	return f
}

// quantileLoss returns Σ √wᵢ·ρ_τ(rᵢ).
func quantileLoss(tau float64, residuals, weights []float64) float64 {
	sum := 0.0
	for i, r := range residuals {
		if r < 0 {
			r *= tau - 1
		} else {
			r *= tau
		}
		sum += math.Sqrt(weightOf(weights, i)) * r
	}
	return sum
}

// findResiduals returns the residuals of a fit's coefficients.
func findResiduals(f *regress.Fit, x [][]float64, y []float64) []float64 {
	r := make([]float64, len(y))
	for i := range y {
		mean, _, _ := f.Predict(row(x, i), 1)
		r[i] = y[i] - mean
	}
	return r
}

// isUnique reports whether one β alone attains the minimum: p rows are fitted exactly,
// and their duals d in Σ ψᵢxᵢ + Σ d_h·x_h = 0 lie inside τ−1 and τ.
func isUnique(tau float64, f *regress.Fit, x [][]float64) bool {
	p := len(x) + 1
	g := make([]float64, p)
	var basis [][]float64
	for i, r := range f.Residuals {
		u := append([]float64{1}, row(x, i)...)
		psi := tau
		if r < 0 {
			psi--
		}
		if r == 0 {
			basis = append(basis, u)
			continue
		}
		for k := range g {
			g[k] -= psi * u[k]
		}
	}
	if len(basis) != p {
		return false
	}
	// Σ d_h·x_h = g, columns scaled, by elimination.
	a := make([][]float64, p)
	for k := range p {
		scale := 0.0
		for _, u := range basis {
			scale = max(scale, math.Abs(u[k]))
		}
		for _, u := range basis {
			a[k] = append(a[k], u[k]/scale)
		}
		a[k] = append(a[k], g[k]/scale)
	}
	for k := range p {
		best := k
		for l := k; l < p; l++ {
			if math.Abs(a[l][k]) > math.Abs(a[best][k]) {
				best = l
			}
		}
		a[k], a[best] = a[best], a[k]
		for l := range p {
			if l != k {
				by := a[l][k] / a[k][k]
				for c := range a[l] {
					a[l][c] -= by * a[k][c]
				}
			}
		}
	}
	for k := range p {
		d := a[k][p] / a[k][k]
		if d < tau-1+1e-6 || d > tau-1e-6 {
			return false
		}
	}
	return true
}

// TestQuantileReference compares with quantreg::rq on all reference sets.
func TestQuantileReference(t *testing.T) {
	root := shared(t, "reference")
	fitted, unique := 0, 0
	for _, pattern := range []string{"r/*.json", "danmark/*.json", "sverige/*.json"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var want struct {
				Dataset, Formula string
				RQ               map[string]struct {
					Coef map[string]float64
					Rho  float64
				}
			}
			if err := json.Unmarshal(text, &want); err != nil {
				t.Fatal(err)
			}
			if want.Formula == "" {
				continue
			}
			names, x, y := readDataset(t, path, want.Dataset).model(t, want.Formula)
			for key, rq := range want.RQ {
				t.Run(want.Dataset+" "+want.Formula+" "+key, func(t *testing.T) {
					tau, err := strconv.ParseFloat(key, 64)
					if err != nil {
						t.Fatal(err)
					}
					f := fitQuantile(t, tau, names, x, y, nil)
					fitted++
					compare(t, "minimum", quantileLoss(tau, f.Residuals, nil), rq.Rho, 1e-10, 0)
					compare(t, "minimum of the coefficients",
						quantileLoss(tau, findResiduals(f, x, y), nil), rq.Rho, 1e-10, 0)
					compareAll(t, "residuals", f.Residuals, findResiduals(f, x, y), 1e-9,
						largest(y))
					if !isUnique(tau, f, x) {
						return
					}
					unique++
					for k, c := range f.Coefficients {
						name := c.Name
						if k == 0 {
							name = "(Intercept)"
						}
						scale := 0.0
						if k > 0 { // an exact 0 is rounding in R
							scale = 1e-6 * largest(y) / largest(x[k-1])
						}
						compare(t, "coefficient of "+name, c.Estimate, value(t, rq.Coef, name),
							1e-8, scale)
					}
				})
			}
		}
	}
	t.Logf("%d fits, %d of them unique", fitted, unique)
	if fitted < 48 || unique < 40 {
		t.Errorf("%d fits compared, %d of them with coefficients; want 48 and 40", fitted, unique)
	}
}

// quantileReference is a fit in testdata/quantile.json, which testdata/quantile.R writes
// with quantreg 5.94.
type quantileReference struct {
	Names      []string
	X          [][]float64
	Y, Weights []float64
	Tau        float64
	Coef, Ker  []float64
	Rho        float64
	RhoLevel   float64   `json:"rho_level"`
	WithoutRho []float64 `json:"without_rho"`
	WithoutFit []float64 `json:"without_fit"`
}

func quantileReferences(t *testing.T) map[string]quantileReference {
	text, err := os.ReadFile("testdata/quantile.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]quantileReference
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 5 {
		t.Errorf("%d fits, want 5", len(all))
	}
	return all
}

// TestQuantileCommitted compares the weights, the standard errors, the measure of fit and
// every leave-one-out prediction with R.
func TestQuantileCommitted(t *testing.T) {
	for name, want := range quantileReferences(t) {
		t.Run(name, func(t *testing.T) {
			f := fitQuantile(t, want.Tau, want.Names, want.X, want.Y, want.Weights)
			compare(t, "minimum", quantileLoss(want.Tau, f.Residuals, want.Weights), want.Rho,
				1e-12, 0)
			for k, c := range f.Coefficients {
				compare(t, "estimate of "+c.Name, c.Estimate, want.Coef[k], 1e-10, 0)
				compare(t, "se of "+c.Name, c.SE, want.Ker[k], 1e-9, 0)
				compare(t, "HC3 of "+c.Name, c.HC3, want.Ker[k], 1e-9, 0)
			}
			compare(t, "R2", f.R2, 1-want.Rho/want.RhoLevel, 1e-11, 0)
			agree := 0
			for i := range want.Y {
				if near(f.LeaveOneOut[i], want.WithoutFit[i], 1e-9, 1) {
					agree++
					continue
				}
				// Then there are several minima: R's and ours have the same sum.
				others := fitQuantile(t, want.Tau, want.Names, withoutRow(want.X, i),
					without(want.Y, i), without(want.Weights, i))
				compare(t, "minimum without a row",
					quantileLoss(want.Tau, others.Residuals,
						without(want.Weights, i)), want.WithoutRho[i], 1e-11, 0)
				if isUnique(want.Tau, others, withoutRow(want.X, i)) {
					t.Errorf("leave-one-out[%d]: got %v, want %v", i, f.LeaveOneOut[i],
						want.WithoutFit[i])
				}
			}
			if agree < len(want.Y)*3/4 {
				t.Errorf("%d of %d leave-one-out predictions are R's", agree, len(want.Y))
			}
		})
	}
}

// leastLoss returns the smallest loss of the fits that pass through p rows.
func leastLoss(tau float64, x [][]float64, y, weights []float64) float64 {
	n, p := len(y), len(x)+1
	least := math.Inf(1)
	rows := make([]int, p)
	var choose func(k, from int)
	choose = func(k, from int) {
		if k < p {
			for i := from; i < n; i++ {
				rows[k] = i
				choose(k+1, i+1)
			}
			return
		}
		a := make([][]float64, p)
		for j, i := range rows {
			a[j] = append(append([]float64{1}, row(x, i)...), y[i])
		}
		for k := range p {
			best := k
			for l := k; l < p; l++ {
				if math.Abs(a[l][k]) > math.Abs(a[best][k]) {
					best = l
				}
			}
			a[k], a[best] = a[best], a[k]
			if math.Abs(a[k][k]) < 1e-9 {
				return
			}
			for l := range p {
				if l != k {
					by := a[l][k] / a[k][k]
					for c := range a[l] {
						a[l][c] -= by * a[k][c]
					}
				}
			}
		}
		r := make([]float64, n)
		for i := range r {
			r[i] = y[i] - a[0][p]/a[0][0]
			for k := range x {
				r[i] -= x[k][i] * a[k+1][p] / a[k+1][k+1]
			}
		}
		least = min(least, quantileLoss(tau, r, weights))
	}
	choose(0, 0)
	return least
}

var taus = []float64{0.5, 0.25, 0.75, 0.1, 1.0 / 3, 0.95}

// drawTies draws a small model of whole numbers, with ties and equal rows.
func drawTies(t *rapid.T, drivers, rows int) (d drawn, ok bool) {
	p := rapid.IntRange(0, drivers).Draw(t, "drivers")
	n := rapid.IntRange(p+2, rows).Draw(t, "rows")
	most := rapid.IntRange(1, 6).Draw(t, "largest")
	numbers := rapid.SliceOfN(rapid.IntRange(0, most), n, n)
	column := func(what string) (c []float64) {
		for _, v := range numbers.Draw(t, what) {
			c = append(c, float64(v))
		}
		return c
	}
	for k := range p {
		d.names = append(d.names, "x"+strconv.Itoa(k))
		d.x = append(d.x, column(d.names[k]))
	}
	d.y = column("y")
	if rapid.Bool().Draw(t, "weighted") {
		d.weights = column("weights")
		for i := range d.weights {
			d.weights[i]++
		}
	}
	_, err := regress.Factorize(regress.NewDesign(n, d.names, d.x), d.weights)
	return d, err == nil
}

// TestQuantileAllBases compares the minimum with the least of all bases, where there are
// ties and equal rows.
func TestQuantileAllBases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ok := drawTies(t, 2, 9)
		if !ok {
			return
		}
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		want := leastLoss(tau, d.x, d.y, d.weights)
		compare(t, "minimum", quantileLoss(tau, f.Residuals, d.weights), want, 1e-12, 1e-2)
		compare(t, "minimum of the coefficients",
			quantileLoss(tau, findResiduals(f, d.x, d.y), d.weights), want, 1e-12, 1e-1)
		exactly := 0
		for _, r := range f.Residuals {
			if r == 0 {
				exactly++
			}
		}
		if exactly < len(d.x)+1 {
			t.Errorf("the fit passes through %d rows, want at least %d", exactly, len(d.x)+1)
		}
	})
}

// TestQuantileWithoutTies checks that what a fit says without a row is what a fit that
// never saw the row says, with ties and equal rows too, where there is one minimum.
func TestQuantileWithoutTies(t *testing.T) {
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		d, ok := drawTies(t, 3, 25)
		if !ok {
			return
		}
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		for i := range d.y {
			if math.IsNaN(f.LeaveOneOut[i]) != (1-f.Factor().Leverage()[i] < 1e-10) {
				t.Errorf("leave-one-out[%d] is %v at leverage %v", i, f.LeaveOneOut[i],
					f.Factor().Leverage()[i])
			}
			if math.IsNaN(f.LeaveOneOut[i]) {
				continue
			}
			others := fitQuantile(t, tau, d.names, withoutRow(d.x, i), without(d.y, i),
				without(d.weights, i))
			if d.weights == nil && isUnique(tau, others, withoutRow(d.x, i)) {
				mean, _, _ := others.Predict(row(d.x, i), 1)
				compare(t, "leave-one-out", f.LeaveOneOut[i], mean, 1e-10, 1)
				compared++
			}
		}
	})
	if compared < 50 && longtest.Wanted() {
		t.Errorf("only %d compared", compared)
	}
}

// TestQuantileLeaveOneOut compares what a fit says of each row without it with a fit that
// never saw the row.
func TestQuantileLeaveOneOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		scale := largest(d.y)
		press := 0.0
		for i := range d.y {
			where := "[" + strconv.Itoa(i) + "]"
			others := fitQuantile(t, tau, d.names, withoutRow(d.x, i), without(d.y, i),
				without(d.weights, i))
			w := weightOf(d.weights, i)
			mean, _, leverage := others.Predict(row(d.x, i), w)
			error := d.y[i] - mean
			compare(t, "leave-one-out"+where, f.LeaveOneOut[i], mean, 1e-10, scale)
			sd := f.Sigma * math.Sqrt((1+leverage)/w)
			compare(t, "its standard deviation"+where, f.LeaveOneOutSD[i], sd, 1e-8, 0)
			compare(t, "studentised"+where, f.Studentized[i], error/sd, 1e-8, scale/sd)
			press += w * error * error
			moved := 0.0
			for j := range d.y {
				before, _, _ := f.Predict(row(d.x, j), 1)
				after, _, _ := others.Predict(row(d.x, j), 1)
				moved += weightOf(d.weights, j) * (before - after) * (before - after)
			}
			compare(t, "Cook"+where, f.Cook[i], moved/(float64(len(d.x)+1)*f.Sigma*f.Sigma), 1e-8,
				1)
		}
		compare(t, "press", f.PRESS, press, 1e-9, 0)
	})
}

// TestQuantileContributions checks that the parts of a leave-one-out prediction, and the
// residuals without a row, are those of a fit that has the minimum without it.
func TestQuantileContributions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ok := draw(t), true
		if rapid.Bool().Draw(t, "ties") {
			d, ok = drawTies(t, 3, 25)
		}
		if !ok {
			return
		}
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		parts, residuals := make([]float64, len(d.x)), make([]float64, len(d.y))
		scale := largest(d.y) + 1
		for i := range d.y {
			if math.IsNaN(f.LeaveOneOut[i]) {
				continue
			}
			otherX, otherY, otherWeights := withoutRow(d.x, i), without(d.y, i), without(d.weights,
				i)
			others := fitQuantile(t, tau, d.names, otherX, otherY, otherWeights)
			f.ResidualsWithout(i, residuals)
			compare(t, "own residual", residuals[i], d.y[i]-f.LeaveOneOut[i], 1e-11, scale)
			compare(t, "minimum without a row",
				quantileLoss(tau, without(residuals, i), otherWeights),
				quantileLoss(tau, others.Residuals, otherWeights), 1e-12, scale)
			sum := f.Contributions(i, parts)
			for _, v := range parts {
				sum += v
			}
			compare(t, "sum of contributions", sum, f.LeaveOneOut[i], 1e-11, scale)
			sameMinimum := true
			for j, r := range without(residuals, i) {
				sameMinimum = sameMinimum && near(r, others.Residuals[j], 1e-9, scale)
			}
			if !sameMinimum {
				continue
			}
			for k := range d.x {
				want := others.Coefficients[k+1].Estimate * (d.x[k][i] - weightedMean(otherX[k],
					otherWeights))
				compare(t, "contribution of "+d.names[k], parts[k], want, 1e-8, scale)
			}
		}
	})
}

// TestQuantileEquivariance checks y·c, y + Xb, x in other units, and y → −y with τ → 1−τ
// (Koenker & Bassett 1978, theorem 3.2).
func TestQuantileEquivariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		scale := largest(d.y)
		changed := func(to func(i int) float64) []float64 {
			y := make([]float64, len(d.y))
			for i := range y {
				y[i] = to(i)
			}
			return y
		}
		by := rapid.SampledFrom([]float64{1e-6, 3, 1e9}).Draw(t, "by")
		scaled := fitQuantile(t, tau, d.names, d.x,
			changed(func(i int) float64 { return by * d.y[i] }), d.weights)
		mirrored := fitQuantile(t, 1-tau, d.names, d.x,
			changed(func(i int) float64 { return -d.y[i] }), d.weights)
		k := rapid.IntRange(0, len(d.x)-1).Draw(t, "column")
		moved := fitQuantile(t, tau, d.names, d.x,
			changed(func(i int) float64 { return d.y[i] + 2 - 3*d.x[k][i] }), d.weights)
		x := slices.Clone(d.x)
		x[k] = make([]float64, len(d.y))
		for i, v := range d.x[k] {
			x[k][i] = by * (v + 1)
		}
		other := fitQuantile(t, tau, d.names, x, d.y, d.weights)
		for c, was := range f.Coefficients {
			size := max(math.Abs(was.Estimate), was.SE)
			compare(t, "scaled", scaled.Coefficients[c].Estimate, by*was.Estimate, 1e-9, by*size)
			compare(t, "mirrored", mirrored.Coefficients[c].Estimate, -was.Estimate, 1e-9, size)
			compare(t, "se of scaled", scaled.Coefficients[c].SE, by*was.SE, 1e-8, 0)
			compare(t, "se of mirrored", mirrored.Coefficients[c].SE, was.SE, 1e-8, 0)
			added := 0.0
			switch c {
			case 0:
				added = 2
			case k + 1:
				added = -3
			}
			compare(t, "moved", moved.Coefficients[c].Estimate, was.Estimate+added, 1e-8,
				size+3*largest(d.x[k])*was.SE/f.Sigma)
		}
		compareAll(t, "residuals of moved", moved.Residuals, f.Residuals, 1e-9,
			scale+3*largest(d.x[k]))
		compareAll(t, "residuals in other units", other.Residuals, f.Residuals, 1e-8, scale)
		compareAll(t, "leave-one-out in other units", other.LeaveOneOut, f.LeaveOneOut, 1e-8, scale)
		compareAll(t, "Cook of mirrored", mirrored.Cook, f.Cook, 1e-8, 1)
		compare(t, "R2 of mirrored", mirrored.R2, f.R2, 1e-10, 1)
		for i := range d.y {
			compare(t, "leave-one-out of scaled", scaled.LeaveOneOut[i], by*f.LeaveOneOut[i], 1e-9,
				by*scale)
			compare(t, "studentised of scaled", scaled.Studentized[i], f.Studentized[i], 1e-8,
				scale/f.Sigma)
		}
	})
}

// TestQuantileSplits checks that at most nτ rows lie below the fit and at most n(1−τ)
// above it (Koenker & Bassett 1978, theorem 3.4).
func TestQuantileSplits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, ok := drawTies(t, 4, 40)
		if !ok {
			return
		}
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, nil)
		below, above := 0, 0
		for _, r := range f.Residuals {
			switch {
			case r < 0:
				below++
			case r > 0:
				above++
			}
		}
		n := float64(len(d.y))
		if float64(below) > n*tau+1e-9 || float64(above) > n*(1-tau)+1e-9 {
			t.Errorf("%d below and %d above of %v at %v", below, above, n, tau)
		}
	})
}

// TestQuantileResists moves a row away from the fit, on its own side. However far it
// goes, the fit stays.
func TestQuantileResists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		tau := rapid.SampledFrom(taus).Draw(t, "tau")
		f := fitQuantile(t, tau, d.names, d.x, d.y, d.weights)
		i := rapid.IntRange(0, len(d.y)-1).Draw(t, "row")
		if f.Residuals[i] == 0 {
			return
		}
		y := slices.Clone(d.y)
		y[i] += math.Copysign(rapid.SampledFrom([]float64{10, 1e6, 1e12}).Draw(t, "by"),
			f.Residuals[i])
		after := fitQuantile(t, tau, d.names, d.x, y, d.weights)
		for k, c := range f.Coefficients {
			compare(t, "estimate of "+c.Name, after.Coefficients[k].Estimate, c.Estimate, 1e-9,
				c.SE)
		}
		compare(t, "leave-one-out", after.LeaveOneOut[i], f.LeaveOneOut[i], 1e-9, largest(d.y))
	})
}

// TestQuantileTies fits data that tie everywhere.
func TestQuantileTies(t *testing.T) {
	longtest.SkipAlone(t)
	fill := func(n int, f func(i int) float64) []float64 {
		c := make([]float64, n)
		for i := range c {
			c[i] = f(i)
		}
		return c
	}
	// The rows come again after 15. Brute force takes the cube of their number.
	n, some := 30, taus[:2]
	if longtest.Wanted() {
		n, some = 60, taus
	}
	x := [][]float64{fill(n, func(i int) float64 { return float64(i % 5) }),
		fill(n, func(i int) float64 { return float64(i / 5 % 3) })}
	names := []string{"a", "b"}
	for what, y := range map[string][]float64{
		"an exact fit": fill(n,
			func(i int) float64 { return 1 + 2*x[0][i] - x[1][i]/3 }),
		"an exact fit far from 0": fill(n, func(i int) float64 { return 1e9 + x[0][i] }),
		"all equal":               fill(n, func(int) float64 { return 7 }),
		"all 0":                   fill(n, func(int) float64 { return 0 }),
		"0 and 1":                 fill(n, func(i int) float64 { return float64(i / 7 % 2) }),
		"an exact fit but for one": fill(n,
			func(i int) float64 { return x[0][i] + 100*float64(max(0, i-n+2)) }),
		"every row several times": fill(n,
			func(i int) float64 { return float64((i % 15) * (i % 15) % 11) }),
	} {
		for _, tau := range some {
			f := fitQuantile(t, tau, names, x, y, nil)
			want := leastLoss(tau, x, y, nil)
			compare(t, fmt.Sprintf("minimum at %v of %s", tau, what),
				quantileLoss(tau, f.Residuals, nil), want, 1e-12, max(1, largest(y)))
			if f.Iterations > n {
				t.Errorf("%s at %v took %d steps", what, tau, f.Iterations)
			}
			if strings.HasPrefix(what, "an exact fit") && f.Sigma != 0 {
				t.Errorf("%s: sigma is %v", what, f.Sigma)
			}
			for i, v := range f.LeaveOneOut {
				if math.IsNaN(v) || math.IsNaN(f.Studentized[i]) || math.IsNaN(f.Cook[i]) {
					t.Errorf("%s: row %d is %v, %v, %v", what, i, v, f.Studentized[i], f.Cook[i])
				}
			}
		}
	}
}

// TestQuantileLevel checks that without drivers the fit is a quantile of the response.
func TestQuantileLevel(t *testing.T) {
	y := []float64{3, 9, 1, 7, 5}
	for tau, want := range map[float64]float64{0.1: 1, 0.3: 3, 0: 5, 0.5: 5, 0.7: 7, 0.9: 9} {
		f := fitQuantile(t, tau, nil, nil, y, nil)
		if got := f.Coefficients[0].Estimate; got != want {
			t.Errorf("quantile %v is %v, want %v", tau, got, want)
		}
		compare(t, "R2", f.R2, 0, 0, 0)
	}
	// Weights 4, 1, 1, 1, 1 count as 2, 1, 1, 1, 1 rows.
	f := fitQuantile(t, 0.5, nil, nil, []float64{3, 9, 1, 7, 4}, []float64{16, 1, 1, 1, 1})
	compare(t, "weighted median", f.Coefficients[0].Estimate, 3, 1e-15, 0)
}

// TestQuantileThroughOrigin fits designs without an intercept, and rows of zeros.
func TestQuantileThroughOrigin(t *testing.T) {
	x := [][]float64{{0, 1, 2, 4, 5}}
	factor, err := regress.Factorize(regress.ThroughOrigin(5, []string{"x"}, x), nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := regress.Quantile{}.Fit(context.Background(), factor, []float64{2, 1, 6, 8, 20})
	if err != nil {
		t.Fatal(err)
	}
	// The median of y/x = 1, 3, 2, 4 with weights x = 1, 2, 4, 5: 3 of 12 is
	// below 6 only with the third.
	compare(t, "slope", f.Coefficients[0].Estimate, 3, 1e-14, 0)
	compare(t, "R2", f.R2, 1-(2+2+0+4+5)/37.0, 1e-14, 0)
	if !f.Converged || f.LeaveOneOut[0] != 0 {
		t.Errorf("converged is %v, the row of zeros is predicted at %v", f.Converged,
			f.LeaveOneOut[0])
	}
}

// TestQuantileBesideItself checks that the same data have the same fit to the last bit,
// however many are fitted at once.
func TestQuantileBesideItself(t *testing.T) {
	names, x, y, weights := random(5, 98, 5)
	for i := range y {
		y[i] = math.Round(y[i]) // ties
	}
	want := fitQuantile(t, 0.5, names, x, y, weights)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
			if err != nil {
				t.Error(err)
				return
			}
			got, err := regress.Quantile{Tau: 0.5}.Fit(context.Background(), factor, y)
			if err != nil {
				t.Error(err)
				return
			}
			if !slices.Equal(got.Coefficients, want.Coefficients) ||
				!slices.Equal(got.LeaveOneOut, want.LeaveOneOut) ||
				!slices.Equal(got.Cook, want.Cook) {
				t.Error("the fit is another one")
			}
		})
	}
	all.Wait()
}

// TestQuantileLarge checks that in 20,000 rows the few nearest ones decide what the fit
// is without a row, and prove it.
func TestQuantileLarge(t *testing.T) {
	size := 2_000
	if longtest.Wanted() {
		size = 20_000
	}
	names, x, y, weights := random(7, size, 4)
	f := fitQuantile(t, 0.75, names, x, y, weights)
	r := rand.New(rand.NewPCG(1, 1))
	rows := []int{}
	for i, e := range f.Residuals {
		if e == 0 {
			rows = append(rows, i)
		}
	}
	for range 10 {
		rows = append(rows, r.IntN(len(y)))
	}
	for _, i := range rows {
		factor, err := regress.Factorize(regress.NewDesign(len(y)-1, names, withoutRow(x, i)),
			without(weights, i))
		if err != nil {
			t.Fatal(err)
		}
		others, err := regress.Quantile{Tau: 0.75}.Fit(context.Background(), factor, without(y, i))
		if err != nil {
			t.Fatal(err)
		}
		mean, _, _ := others.Predict(row(x, i), 1)
		compare(t, "leave-one-out", f.LeaveOneOut[i], mean, 1e-11, largest(y))
	}
}

// TestQuantileWrongUse checks that a quantile that is none is an error, and that a response
// of another length is a programmer's mistake.
func TestQuantileWrongUse(t *testing.T) {
	factor, err := regress.Factorize(regress.NewDesign(3, nil, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tau := range []float64{-0.1, 1, 2, math.NaN()} {
		e := regress.Quantile{}.With(regress.Options{Tau: tau})
		_, err := e.Fit(context.Background(), factor, []float64{1, 2, 3})
		if _, outside := err.(regress.TauError); !outside || !strings.Contains(err.Error(), fmt.Sprint(tau)) {
			t.Errorf("the quantile %v: %v", tau, err)
		}
	}
	mustPanic(t, "two responses",
		func() { _, _ = regress.Quantile{}.Fit(context.Background(), factor, []float64{1, 2}) })
	if name := (regress.Quantile{}).Name(); name != "quantile" {
		t.Errorf("it is called %q", name)
	}
}

// mustPanic fails the test where f does not panic.
func mustPanic(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	f()
}

// FuzzQuantileTies makes designs of small whole numbers out of bytes, for ties that lead
// round in circles. Every fit must come to a proof.
func FuzzQuantileTies(f *testing.F) {
	f.Add(uint8(2), uint8(4), []byte("0120120120120121021021020000111122223333"))
	f.Add(uint8(3), uint8(1), []byte(strings.Repeat("\x00\x01\x00\x03\x02", 20)))
	f.Fuzz(func(t *testing.T, drivers, quantile uint8, data []byte) {
		p := int(drivers % 5)
		n := min(len(data)/(p+1), 200)
		if n < p+2 {
			return
		}
		columns := make([][]float64, p+1)
		names := make([]string, p)
		for k := range columns {
			columns[k] = make([]float64, n)
			for i := range n {
				columns[k][i] = float64(data[k*n+i] % 8)
			}
			if k < p {
				names[k] = strconv.Itoa(k)
			}
		}
		factor, err := regress.Factorize(regress.NewDesign(n, names, columns[:p]), nil)
		if err != nil {
			return
		}
		tau := (float64(quantile%19) + 1) / 20
		fit, err := regress.Quantile{Tau: tau}.Fit(context.Background(), factor, columns[p])
		if err != nil {
			t.Fatal(err)
		}
		if !fit.Converged || fit.Iterations > 20*n {
			t.Fatalf("converged is %v after %d steps", fit.Converged, fit.Iterations)
		}
	})
}

// BenchmarkQuantile fits one response on a factorised design, with the influence of every
// row.
func BenchmarkQuantile(b *testing.B) {
	for _, size := range []struct{ rows, columns int }{{98, 6}, {1000, 10}, {100_000, 6}} {
		b.Run(fmt.Sprintf("%dx%d", size.rows, size.columns), func(b *testing.B) {
			names, x, y, _ := random(1, size.rows, size.columns-1) // the intercept is a column
			factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), nil)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (regress.Quantile{}).Fit(context.Background(), factor, y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkQuantileMany makes 600 fits of 98 rows and 6 columns: 40 areas in each of 15
// years, with a response of their own.
func BenchmarkQuantileMany(b *testing.B) {
	names, x, _, weights := random(1, 98, 5)
	factor, err := regress.Factorize(regress.NewDesign(98, names, x), weights)
	if err != nil {
		b.Fatal(err)
	}
	responses := make([][]float64, 600)
	for k := range responses {
		_, _, responses[k], _ = random(uint64(k), 98, 5)
	}
	for b.Loop() {
		for _, y := range responses {
			if _, err := (regress.Quantile{Tau: 0.25}).Fit(context.Background(), factor,
				y); err != nil {
				b.Fatal(err)
			}
		}
	}
}
