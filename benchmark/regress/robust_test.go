package regress_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"pgregory.net/rapid"
)

// fitWith factorises and fits by an estimator.
func fitWith(t interface {
	Helper()
	Fatalf(string, ...any)
}, e regress.Estimator, names []string, x [][]float64, y, weights []float64) *regress.Fit {
	t.Helper()
	return fitDesign(t, e, regress.NewDesign(len(y), names, x), y, weights)
}

// fitDesign factorises a design and fits by an estimator.
func fitDesign(t interface {
	Helper()
	Fatalf(string, ...any)
}, e regress.Estimator, d *regress.Design, y, weights []float64) *regress.Fit {
	t.Helper()
	factor, err := regress.Factorize(d, weights)
	if err != nil {
		t.Fatalf("Factorize: %v", err)
	}
	f, err := e.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatalf("%s: %v", e.Name(), err)
	}
	return f
}

// outlying returns what random does, with every fifth response far too high.
func outlying(seed uint64, n, p int) (names []string, x [][]float64, y, weights []float64) {
	names, x, y, weights = random(seed, n, p)
	for i := 0; i < n; i += 5 {
		y[i] += 200
	}
	return names, x, y, weights
}

// robustReference is what R 4.2.2 found with robustbase::lmrob (5000 starts) and
// MASS::rlm for one linear model.
type robustReference struct {
	Dataset string
	Formula string
	MM      *struct {
		Coef, SE map[string]float64
		Scale    float64
		SCoef    map[string]float64 `json:"s_coef"`
		SScale   float64            `json:"s_scale"`
		R2       float64            `json:"r2_robust"`
		Weights  []float64          `json:"rweights"`
	} `json:"mm_lmrob"`
	Huber *struct {
		Coef  map[string]float64
		Scale float64
	} `json:"rlm_huber"`

	// The model is read beside it.
	names []string
	x     [][]float64
	y     []float64
}

// visitRobustReferences calls back with every model of a directory below the reference
// directory that R has fitted robustly, and returns how many there were.
func visitRobustReferences(
	t *testing.T, dir string, visit func(t *testing.T, want robustReference),
) (fitted int) {
	files, err := filepath.Glob(filepath.Join(shared(t, "reference"), dir, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want robustReference
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		if want.MM == nil || want.Huber == nil {
			continue
		}
		fitted++
		t.Run(want.Dataset+" "+want.Formula, func(t *testing.T) {
			want.names, want.x, want.y = readDataset(t, path, want.Dataset).model(t, want.Formula)
			visit(t, want)
		})
	}
	return fitted
}

// visitAllRobustReferences calls back with the models of all directories.
func visitAllRobustReferences(t *testing.T, visit func(t *testing.T, want robustReference)) {
	fitted := 0
	for _, dir := range []string{"r", "danmark", "sverige"} {
		fitted += visitRobustReferences(t, dir, visit)
	}
	if fitted < 15 {
		t.Errorf("%d models compared, want at least the 15 there are", fitted)
	}
}

// nameInR returns what R calls a coefficient.
func nameInR(c regress.Coefficient) string {
	if c.Name == regress.InterceptName {
		return "(Intercept)"
	}
	return c.Name
}

// TestHuberReference compares with MASS::rlm.
func TestHuberReference(t *testing.T) {
	visitAllRobustReferences(t, func(t *testing.T, want robustReference) {
		f := fitWith(t, regress.Huber{}, want.names, want.x, want.y, nil)
		const tolerance = 1e-5 // how far R's were iterated
		for _, c := range f.Coefficients {
			compare(t, "coefficient of "+c.Name, c.Estimate, value(t, want.Huber.Coef, nameInR(c)),
				tolerance, 0)
		}
		compare(t, "scale", f.Scale, want.Huber.Scale, tolerance, 0)
		if !f.Converged {
			t.Errorf("not converged after %d iterations", f.Iterations)
		}
	})
}

// TestMMReference compares with R wherever R found the smallest scale that is known. On
// one data set it stopped in a local minimum 0.4 % above that. (With best.r.s = 20 in
// place of 2, lmrob finds 983.63848 there, and with it the estimates 38780.265,
// -349.434998, -5.8172023e-4, -103.677950 and -1462.19364.) There the test compares the
// second step from R's own start.
func TestMMReference(t *testing.T) {
	better := 0
	visitAllRobustReferences(t, func(t *testing.T, want robustReference) {
		y := want.y
		factor, err := regress.Factorize(regress.NewDesign(len(y), want.names, want.x), nil)
		if err != nil {
			t.Fatal(err)
		}
		var f *regress.Fit
		for seed := range uint64(10) {
			if f, err = (regress.MM{Seed: seed}).Fit(context.Background(), factor, y); err != nil {
				t.Fatal(err)
			}
			if f.Scale > want.MM.SScale*(1+1e-6) {
				t.Errorf("seed %d: the S-scale %v is above R's %v", seed, f.Scale, want.MM.SScale)
			}
			if !f.Converged {
				t.Errorf("seed %d: not converged after %d iterations", seed, f.Iterations)
			}
		}
		if f.Scale < want.MM.SScale*(1-1e-6) {
			better++
			for k, estimate := range []float64{38780.265, -349.434998, -5.8172023e-4, -103.677950,
				-1462.19364} {
				compare(t, "coefficient of "+f.Coefficients[k].Name, f.Coefficients[k].Estimate,
					estimate, 1e-6, 0)
			}
			compare(t, "scale", f.Scale, 983.63848, 1e-8, 0)
			start := make([]float64, len(f.Coefficients))
			for k, c := range f.Coefficients {
				start[k] = value(t, want.MM.SCoef, nameInR(c))
			}
			f = regress.MMFrom(t, factor, y, start)
		}
		const tolerance = 1e-4
		for _, c := range f.Coefficients {
			compare(t, "coefficient of "+c.Name, c.Estimate, value(t, want.MM.Coef, nameInR(c)),
				tolerance, 0)
			compare(t, "se of "+c.Name, c.SE, value(t, want.MM.SE, nameInR(c)), tolerance, 0)
		}
		compare(t, "scale", f.Scale, want.MM.Scale, tolerance, 0)
		compare(t, "R2", f.R2, want.MM.R2, tolerance, 0)
		compareAll(t, "robustness", f.Robustness, want.MM.Weights, tolerance, 1)
	})
	if better != 1 {
		t.Errorf("a smaller scale than R's on %d data sets, want 1", better)
	}
}

// TestCommittedRobust compares with testdata/robust.json, which testdata/robust.R writes:
// fits with weights and without, iterated by R to about ten digits.
func TestCommittedRobust(t *testing.T) {
	type fitInR struct {
		Coef, SE, Resid, RWeights []float64
		Scale, R2                 float64
		AdjR2                     float64 `json:"adj_r2"`
	}
	text, err := os.ReadFile("testdata/robust.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]struct {
		Names      []string
		X          [][]float64
		Y, Weights []float64
		MM, Huber  fitInR
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 5 {
		t.Errorf("%d models, want 5", len(all))
	}
	for name, want := range all {
		for _, test := range []struct {
			estimator regress.Estimator
			want      fitInR
		}{{regress.MM{}, want.MM}, {regress.Huber{}, want.Huber}} {
			t.Run(name+" "+test.estimator.Name(), func(t *testing.T) {
				weights := want.Weights
				f, want := fitWith(t, test.estimator, want.Names, want.X, want.Y,
					weights), test.want
				const tolerance = 1e-7
				for k, c := range f.Coefficients {
					compare(t, "coefficient of "+c.Name, c.Estimate, want.Coef[k], tolerance, 0)
					compare(t, "se of "+c.Name, c.SE, want.SE[k], tolerance, 0)
					compare(t, "t of "+c.Name, c.T, c.Estimate/c.SE, 1e-14, 0)
				}
				compare(t, "scale", f.Scale, want.Scale, tolerance, 0)
				compareAll(t, "residuals", f.Residuals, want.Resid, tolerance, f.Scale)
				compareAll(t, "robustness", f.Robustness, want.RWeights, tolerance, 1)
				// rlm has none, and lmrob's leaves out the weights.
				if want.R2 != 0 && weights == nil {
					compare(t, "r2", f.R2, want.R2, 1e-6, 0)
					compare(t, "adj r2", f.AdjR2, want.AdjR2, 1e-6, 0)
				}
			})
		}
	}
}

// TestEstimatingEquations checks that the fits solve Σ ψ(√wᵢeᵢ/σ̂)·√wᵢ·xᵢ = 0, and that
// the robustness is ψ(u)/u.
func TestEstimatingEquations(t *testing.T) {
	bisquare := func(u float64) float64 {
		rest := max(0, 1-u*u/(4.685061*4.685061))
		return u * rest * rest
	}
	huber := func(u float64) float64 { return max(-1.345, min(1.345, u)) }
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		for _, test := range []struct {
			estimator regress.Estimator
			psi       func(float64) float64
		}{{regress.MM{}, bisquare}, {regress.Huber{}, huber}} {
			f := fitWith(t, test.estimator, d.names, d.x, d.y, d.weights)
			if !f.Converged {
				t.Errorf("%s: not converged", f.Estimator.Name())
			}
			columns := append([][]float64{slices.Repeat([]float64{1}, len(d.y))}, d.x...)
			sums, sizes := make([]float64, len(columns)), make([]float64, len(columns))
			absolute := make([]float64, len(d.y))
			for i, e := range f.Residuals {
				root := math.Sqrt(weightOf(d.weights, i))
				u := root * e / f.Scale
				absolute[i] = math.Abs(root * e)
				compare(t, "robustness", f.Robustness[i]*u, test.psi(u), 1e-8, 1)
				for k, c := range columns {
					sums[k] += test.psi(u) * root * c[i]
					sizes[k] += math.Abs(root * c[i])
				}
			}
			for k := range columns {
				compare(t, f.Estimator.Name()+"'s equation", sums[k], 0, 1e-9, sizes[k])
			}
			if f.Estimator.Name() == "huber" {
				slices.Sort(absolute)
				n := len(absolute)
				compare(t, "scale", f.Scale, (absolute[(n-1)/2]+absolute[n/2])/2/0.6745, 1e-9, 0)
			}
		}
	})
}

// TestRobustEquivariance changes the units of the response, adds a linear function of the
// drivers to it, and takes other drivers that span the same. The fit must change as it
// should, and in nothing else.
func TestRobustEquivariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		by := rapid.SampledFrom([]float64{1e-6, -1, 3, 1e9}).Draw(t, "by")
		slope := rapid.SampledFrom([]float64{-2, 0, 0.1}).Draw(t, "slope")
		y := make([]float64, len(d.y))
		for i, v := range d.y {
			y[i] = by * (v + slope*d.x[0][i])
		}
		// New drivers: the first in other units, the last with the first and a
		// constant added.
		x := slices.Clone(d.x)
		x[0] = combine(func(v ...float64) float64 { return 1000 * v[0] }, d.x[0])
		last := len(x) - 1
		if last > 0 {
			x[last] = combine(func(v ...float64) float64 { return v[0] + v[1] + 10 }, d.x[0],
				d.x[last])
		}
		for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}} {
			before := fitWith(t, e, d.names, d.x, d.y, d.weights)
			after := fitWith(t, e, d.names, x, y, d.weights)
			const tolerance = 1e-7
			scale := math.Abs(by) * (largest(d.y) + largest(d.x[0]))
			compare(t, "scale", after.Scale, math.Abs(by)*before.Scale, tolerance, 0)
			compareAll(t, "robustness", after.Robustness, before.Robustness, tolerance, 1)
			for k := 1; k < last; k++ {
				compare(t, "coefficient", after.Coefficients[k+1].Estimate,
					by*before.Coefficients[k+1].Estimate, tolerance, after.Coefficients[k+1].HC3)
				compare(t, "se", after.Coefficients[k+1].SE,
					math.Abs(by)*before.Coefficients[k+1].SE, tolerance, 0)
				compare(t, "HC3", after.Coefficients[k+1].HC3,
					math.Abs(by)*before.Coefficients[k+1].HC3, tolerance, 0)
			}
			for i := range y {
				move := slope * d.x[0][i]
				compare(t, "residual", after.Residuals[i], by*before.Residuals[i], tolerance, scale)
				compare(t, "leave-one-out", after.LeaveOneOut[i], by*(before.LeaveOneOut[i]+move),
					tolerance, scale)
				compare(t, "its standard deviation", after.LeaveOneOutSD[i],
					math.Abs(by)*before.LeaveOneOutSD[i], tolerance, scale)
				compare(t, "Cook's distance", after.Cook[i], before.Cook[i], 1e-5, 0.01)
			}
		}
	})
}

// TestRobustPermuted checks that the order of the rows does not matter, whichever rows
// the search draws.
func TestRobustPermuted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		other, order := d.permute(t)
		permuted := func(values []float64) []float64 { return rearrange(values, order) }
		for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}, regress.Clean{}} {
			before := fitWith(t, e, d.names, d.x, d.y, d.weights)
			after := fitWith(t, e, d.names, other.x, other.y, other.weights)
			const tolerance = 1e-7
			compare(t, before.Estimator.Name()+"'s scale", after.Scale, before.Scale, tolerance, 0)
			compareAll(t, before.Estimator.Name()+"'s robustness", after.Robustness,
				permuted(before.Robustness), tolerance, 1)
			compareAll(t, before.Estimator.Name()+"'s leave-one-out", after.LeaveOneOut,
				permuted(before.LeaveOneOut), tolerance, largest(d.y))
		}
	})
}

// TestRobustWeights checks that a fit with weights is the fit of the rows times their
// roots. (R² is measured from zero there, and the leave-one-out of such a row is √w times
// that of the row.)
func TestRobustWeights(t *testing.T) {
	names, x, y, _ := outlying(4, 60, 3)
	weights, root := make([]float64, len(y)), make([]float64, len(y))
	for i := range y {
		weights[i] = float64(1 + i%4)
		root[i] = math.Sqrt(weights[i])
	}
	times := func(v ...float64) float64 { return v[0] * v[1] }
	scaled := [][]float64{root}
	for _, c := range x {
		scaled = append(scaled, combine(times, c, root))
	}
	all := append([]string{"root"}, names...)
	for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}} {
		a := fitWith(t, e, names, x, y, weights)
		b := fitDesign(t, e, regress.ThroughOrigin(len(y), all, scaled), combine(times, y, root),
			nil)
		const tolerance = 1e-9
		compare(t, "scale", a.Scale, b.Scale, tolerance, 0)
		for k, c := range a.Coefficients {
			compare(t, "coefficient", c.Estimate, b.Coefficients[k].Estimate, tolerance, c.SE)
			compare(t, "se", c.SE, b.Coefficients[k].SE, tolerance, 0)
			compare(t, "HC3", c.HC3, b.Coefficients[k].HC3, tolerance, 0)
		}
		compareAll(t, "robustness", a.Robustness, b.Robustness, tolerance, 1)
		compareAll(t, "studentised", a.Studentized, b.Studentized, tolerance, 1)
		compareAll(t, "Cook", a.Cook, b.Cook, tolerance, 1)
		compareAll(t, "leave-one-out", combine(times, a.LeaveOneOut, root), b.LeaveOneOut,
			tolerance, largest(y))
		compareAll(t, "its standard deviation", combine(times, a.LeaveOneOutSD, root),
			b.LeaveOneOutSD, tolerance, 0)
		compareAll(t, "leverage", a.Factor().Leverage(), b.Factor().Leverage(), tolerance, 1)
	}
}

// TestBreakdown puts a third of the responses at 1e9. That must move no fitted value of
// the others by more than 0.8 times the scale of the clean fit (the largest change is
// 0.63), and each of the third must get no weight at all. It then does the same with a
// driver that is a million times too large in the same rows.
func TestBreakdown(t *testing.T) {
	most := 0.0
	for seed := range uint64(20) {
		names, x, y, _ := random(seed, 90, 3)
		clean := fitWith(t, regress.MM{}, names, x, y, nil)
		bad, badX := slices.Clone(y), slices.Clone(x)
		badX[0] = slices.Clone(x[0])
		unit := largest(x[0])
		for i := 0; i < len(y); i += 3 {
			bad[i] = 1e9
			badX[0][i] = 1e6 * unit
		}
		for _, x := range [][][]float64{x, badX} {
			f := fitWith(t, regress.MM{}, names, x, bad, nil)
			if !f.Converged {
				t.Errorf("seed %d: not converged", seed)
			}
			for i := range y {
				if i%3 == 0 {
					if f.Robustness[i] != 0 {
						t.Errorf("seed %d: an outlier has robustness %v", seed, f.Robustness[i])
					}
					continue
				}
				most = max(most, math.Abs(f.Fitted[i]-clean.Fitted[i])/clean.Scale)
			}
		}
	}
	t.Logf("the largest change of a fitted value is %.2f scales", most)
	if most > 0.8 {
		t.Errorf("a fitted value moves by %.2f scales", most)
	}
}

// TestRobustInfluence checks that what a robust fit says of a row without it is what
// weighted least squares says that keeps the other rows' robustness.
func TestRobustInfluence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		p, n := len(d.x), len(d.y)
		for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}} {
			f := fitWith(t, e, d.names, d.x, d.y, d.weights)
			scale := largest(d.y)
			parts, residuals := make([]float64, p), make([]float64, n)
			for i := range n {
				h := f.Factor().Leverage()[i]
				if math.IsNaN(f.LeaveOneOut[i]) {
					if h < 1-1e-9 {
						t.Errorf("no leave-one-out for leverage %v", h)
					}
					continue
				}
				tolerance := 1e-9 / (1 - h)
				w := weightOf(d.weights, i)
				// Rows without robustness are no rows.
				var y, v []float64
				x := make([][]float64, p)
				var kept []int
				for j := range n {
					if j != i && f.Robustness[j] > 1e-6 {
						kept = append(kept, j)
						y, v = append(y, d.y[j]), append(v, weightOf(d.weights, j)*f.Robustness[j])
						for k := range x {
							x[k] = append(x[k], d.x[k][j])
						}
					} else if j != i && f.Robustness[j] > 0 {
						tolerance = max(tolerance, 1e-3) // rows that hardly are
					}
				}
				if len(kept) <= p+1 || tolerance > 1e-6 {
					continue
				}
				others := fitWith(t, regress.WLS{}, d.names, x, y, v)
				mean, _, leverage := others.Predict(row(d.x, i), w)
				compare(t, "leave-one-out", f.LeaveOneOut[i], mean, tolerance, scale)
				sd := f.Scale * math.Sqrt((1+leverage)/w)
				compare(t, "its standard deviation", f.LeaveOneOutSD[i], sd, tolerance, 0)
				compare(t, "studentised", f.Studentized[i], (d.y[i]-mean)/sd, tolerance, scale/sd)

				base := f.Contributions(i, parts)
				compare(t, "base", base, weightedMean(y, v), tolerance, scale)
				sum := base
				for _, part := range parts {
					sum += part
				}
				compare(t, "sum of contributions", sum, f.LeaveOneOut[i], 1e-9, scale)
				f.ResidualsWithout(i, residuals)
				compare(t, "own residual", residuals[i], d.y[i]-f.LeaveOneOut[i], tolerance, scale)
				for k, j := range kept {
					compare(t, "residual without", residuals[j], others.Residuals[k], tolerance,
						scale)
				}
				// Cook's distance is the change of all fitted values, with the
				// robustness, over p·σ̂².
				change := 0.0
				for j := range n {
					c := residuals[j] - f.Residuals[j]
					change += weightOf(d.weights, j) * f.Robustness[j] * c * c
				}
				compare(t, "Cook's distance", f.Cook[i], change/(float64(p+1)*f.Scale*f.Scale),
					1e-6, 1e-6)
			}
			// A row of the fit, predicted as if it were not.
			mean, sd, _ := f.Predict(row(d.x, 0), 1)
			compare(t, "prediction", mean, f.Fitted[0], 1e-9, scale)
			if !(sd > f.Scale) {
				t.Errorf("a prediction's standard deviation is %v, not above the scale %v", sd,
					f.Scale)
			}
			base := f.PredictContributions(row(d.x, 0), parts)
			for _, part := range parts {
				base += part
			}
			compare(t, "sum of contributions of a row outside", base, mean, 1e-9, scale)
		}
	})
}

// TestHuberSwing fits data on which the reweighted steps swing between two scales.
func TestHuberSwing(t *testing.T) {
	names, x, y, _ := random(0x436, 36, 2)
	f := fitWith(t, regress.Huber{}, names, x, y, nil)
	if !f.Converged || f.Iterations <= 200 {
		t.Errorf("converged %v after %d iterations; the steps do not swing here any more",
			f.Converged, f.Iterations)
	}
}

// distance is how far the closed forms are from refits: the differences of predictions as
// shares of the scale, and those of studentised residuals.
type distance struct{ typical, most, t float64 }

func (a distance) further(b distance) distance {
	return distance{max(a.typical, b.typical), max(a.most, b.most), max(a.t, b.t)}
}

// findDistance compares a fit by closed forms with one by refits.
func findDistance(t *testing.T, fast, exact regress.Estimator, names []string, x [][]float64,
	y []float64) (d distance) {
	f, refits := fitWith(t, fast, names, x, y, nil), fitWith(t, exact, names, x, y, nil)
	for i, predicted := range refits.LeaveOneOut {
		difference := math.Abs(f.LeaveOneOut[i]-predicted) / f.Scale
		d.typical += difference / float64(len(y))
		d.most = max(d.most, difference)
		// Beyond 6, a residual is out of the question either way.
		if refit := refits.Studentized[i]; math.Abs(refit) < 6 {
			d.t = max(d.t, math.Abs(f.Studentized[i]-refit))
		}
	}
	t.Logf("%-6s mean %.4f, largest %.3f scales; studentised %.3f", f.Estimator.Name(), d.typical,
		d.most, d.t)
	return d
}

// TestFastLeaveOneOut prints how far the closed forms are from fits without each row on
// Danish accounts, and holds them to that.
func TestFastLeaveOneOut(t *testing.T) {
	if testing.Short() {
		t.Skip("some 6000 fits")
	}
	worst := map[string]distance{}
	both := func(t *testing.T, names []string, x [][]float64, y []float64) {
		for fast, exact := range map[regress.Estimator]regress.Estimator{
			regress.MM{}:    regress.MM{Refit: true},
			regress.Huber{}: regress.Huber{Refit: true},
		} {
			name := fast.Name()
			worst[name] = worst[name].further(findDistance(t, fast, exact, names, x, y))
		}
	}
	t.Run("reference", func(t *testing.T) {
		visitRobustReferences(t, "danmark", func(t *testing.T, want robustReference) {
			both(t, want.names, want.x, want.y)
		})
	})
	// Every function of the bundled accounts that has a figure for all.
	d := danmark.Accounts()
	column := func(id string) []float64 { return d.Column(id, 2024) }
	log := func(v ...float64) float64 { return math.Log(v[0]) }
	ratio := func(v ...float64) float64 { return math.Log(v[0] / v[1]) }
	names := []string{"population", "density", "age", "poverty"}
	x := [][]float64{
		combine(log, column("folketal")), combine(ratio, column("folketal"), column("areal")),
		column("gennemsnitsalder"), column("lavindkomst"),
	}
	functions := 0
	for _, indicator := range d.Indicators() {
		y := column(indicator.ID)
		if !strings.HasPrefix(indicator.ID, "regk31.") || slices.ContainsFunc(y, math.IsNaN) {
			continue
		}
		functions++
		if functions > 1 && !longtest.Wanted() {
			continue
		}
		t.Run(indicator.ID, func(t *testing.T) { both(t, names, x, y) })
	}
	if functions < 15 {
		t.Errorf("%d functions of the bundled accounts compared", functions)
	}
	for name, d := range worst {
		t.Logf("%s: at most mean %.4f, largest %.3f, studentised %.3f",
			name, d.typical, d.most, d.t)
		if d.typical > 0.05 || d.most > 0.5 || d.t > 0.7 {
			t.Errorf("%s: the closed forms are further from refits than 0.05 scales on average, "+
				"0.5 at most and 0.7 studentised", name)
		}
	}
}

// TestRobustDeterministic checks that the fit is the same whatever the number of
// processors, and that another seed has the same fit of these data.
func TestRobustDeterministic(t *testing.T) {
	names, x, y, weights := outlying(5, 80, 4)
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatal(err)
	}
	first, err := regress.MM{Seed: 3}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatal(err)
	}
	for _, processors := range []int{1, 2, 4} {
		before := runtime.GOMAXPROCS(processors)
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				again, err := regress.MM{Seed: 3}.Fit(context.Background(), factor, y)
				if err != nil {
					t.Error(err)
					return
				}
				sameFits(t, again, first, 0)
			})
		}
		group.Wait()
		runtime.GOMAXPROCS(before)
	}
	other, err := regress.MM{Seed: 4}.Fit(context.Background(), factor, y)
	if err != nil {
		t.Fatal(err)
	}
	sameFits(t, other, first, 1e-8)
}

// TestExactFit fits rows that lie on a plane, and some that do not.
func TestExactFit(t *testing.T) {
	for _, test := range []struct {
		estimator regress.Estimator
		beside    int // Huber's scale shrinks to 0 where few rows pull
	}{{regress.MM{}, 13}, {regress.Huber{}, 2}} {
		names, x, y, weights := random(6, 30, 2)
		for i := range y {
			y[i] = 3 + 2*x[0][i] - x[1][i]
			if i < test.beside {
				y[i] += float64(100 + i*i)
			}
		}
		for _, weights := range [][]float64{nil, weights} {
			f := fitWith(t, test.estimator, names, x, y, weights)
			if f.Scale != 0 || f.Sigma != 0 || !f.Converged {
				t.Errorf("%s: scale %v, sigma %v, converged %v", f.Estimator.Name(), f.Scale,
					f.Sigma, f.Converged)
			}
			for k, want := range []float64{3, 2, -1} {
				compare(t, "coefficient", f.Coefficients[k].Estimate, want, 1e-9, 1)
				compare(t, "se", f.Coefficients[k].SE, 0, 0, 0)
			}
			for i := range y {
				robustness, surprise := 1.0, 0.0
				if i < test.beside {
					robustness, surprise = 0, math.Inf(1)
				}
				if f.Robustness[i] != robustness || f.Studentized[i] != surprise ||
					f.LeaveOneOutSD[i] != 0 {
					t.Errorf("%s, row %d: robustness %v, studentised %v, sd %v", f.Estimator.Name(),
						i, f.Robustness[i], f.Studentized[i], f.LeaveOneOutSD[i])
				}
				compare(t, "leave-one-out", f.LeaveOneOut[i], 3+2*x[0][i]-x[1][i], 1e-10,
					largest(y))
			}
		}
	}
}

// TestRobustSmall has as few rows as can be, and values that repeat. They are fits or
// errors, and never a panic or a wrong claim.
func TestRobustSmall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.IntRange(0, 4).Draw(t, "drivers")
		n := rapid.IntRange(p+1, p+8).Draw(t, "rows")
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 8))
		values := rapid.IntRange(1, 4).Draw(t, "values")
		x, names, y := make([][]float64, p), make([]string, p), make([]float64, n)
		for k := range x {
			x[k], names[k] = make([]float64, n), "x"+strconv.Itoa(k)
			for i := range y {
				x[k][i] = float64(r.IntN(values + 1))
			}
		}
		for i := range y {
			y[i] = float64(r.IntN(values))
		}
		factor, err := regress.Factorize(regress.NewDesign(n, names, x), nil)
		if err != nil {
			return // dependent columns
		}
		for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}} {
			f, err := e.Fit(context.Background(), factor, y)
			if err != nil {
				t.Logf("%s: %v", e.Name(), err)
				continue
			}
			for i := range y {
				compare(t, "fitted", f.Fitted[i]+f.Residuals[i], y[i], 1e-9, 1)
				if !(f.Robustness[i] >= 0 && f.Robustness[i] <= 1) || math.IsNaN(f.Residuals[i]) {
					t.Errorf("%s: robustness %v, residual %v", e.Name(), f.Robustness[i],
						f.Residuals[i])
				}
			}
			if n == p+1 && f.Scale != 0 {
				t.Errorf("%s: scale %v with as many rows as columns", e.Name(), f.Scale)
			}
		}
	})
}

// TestSparseColumns has columns that are zero almost everywhere. Rows that are drawn
// blindly would hardly ever determine a fit.
func TestSparseColumns(t *testing.T) {
	names, x, y, _ := outlying(7, 98, 2)
	for k := range 4 {
		group := make([]float64, len(y))
		for i := 20 * k; i < 20*k+3; i++ {
			group[i] = 1
			y[i] += 40
		}
		names, x = append(names, "group "+strconv.Itoa(k)), append(x, group)
	}
	only := make([]float64, len(y))
	only[97] = 1
	names, x = append(names, "only"), append(x, only)
	f := fitWith(t, regress.MM{}, names, x, y, nil)
	if !f.Converged {
		t.Error("not converged")
	}
	// The row that alone decides a coefficient is on the fit and has nothing
	// to be predicted from.
	compare(t, "residual of the row alone", f.Residuals[97], 0, 1e-12, 1)
	compare(t, "its robustness", f.Robustness[97], 1, 1e-12, 0)
	for _, v := range []float64{f.LeaveOneOut[97], f.LeaveOneOutSD[97], f.Studentized[97],
		f.Cook[97]} {
		if !math.IsNaN(v) {
			t.Errorf("%v for a row that alone decides a coefficient, want NaN", v)
		}
	}
	if math.IsNaN(f.PRESS) || math.IsNaN(f.Coefficients[1].HC3) ||
		math.IsNaN(f.Coefficients[1].SE) {
		t.Errorf("PRESS %v, standard errors %v and %v", f.PRESS, f.Coefficients[1].HC3,
			f.Coefficients[1].SE)
	}
}

// BenchmarkMM and BenchmarkHuber fit one response on a factor that is there, with the
// influence of every row.
func BenchmarkMM(b *testing.B)    { benchmarkRobust(b, regress.MM{}) }
func BenchmarkHuber(b *testing.B) { benchmarkRobust(b, regress.Huber{}) }

func benchmarkRobust(b *testing.B, e regress.Estimator) {
	for _, size := range []struct{ rows, columns int }{{98, 3}, {98, 6}, {98, 12}, {290, 7}} {
		b.Run(fmt.Sprintf("%dx%d", size.rows, size.columns), func(b *testing.B) {
			names, x, y, _ := outlying(1, size.rows, size.columns-1)
			factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), nil)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Fit(context.Background(), factor, y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
