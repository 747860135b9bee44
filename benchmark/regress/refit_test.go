package regress_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/internal/longtest"
)

// exactEstimators are those whose leave-one-out is a fit without the row, by a closed
// form or by fitting anew.
var exactEstimators = []regress.Estimator{
	regress.OLS{}, regress.WLS{}, regress.Quantile{}, regress.Quantile{Tau: 0.25},
	regress.MM{Seed: 2, Refit: true}, regress.Huber{Refit: true}, regress.Clean{Seed: 2,
		Refit: true},
}

// TestDroppedRow checks, for every estimator, that what a fit says of a row without it is
// what a fit that never saw the row says.
func TestDroppedRow(t *testing.T) {
	longtest.SkipAlone(t)
	for seed := range uint64(3) {
		if seed > 1 && !longtest.Wanted() {
			continue // like the second
		}
		names, x, y, weights := outlying(20+seed, 24, 2)
		if seed == 0 {
			weights = nil
		}
		for _, e := range exactEstimators {
			t.Run(e.Name()+" "+strconv.Itoa(int(seed)),
				func(t *testing.T) { dropRows(t, e, names, x, y, weights) })
		}
	}
}

// dropRows compares a fit with the fits without each row.
func dropRows(t *testing.T, e regress.Estimator, names []string, x [][]float64, y,
	weights []float64) {
	const tolerance = 1e-8
	f := fitWith(t, e, names, x, y, weights)
	_, quantile := e.(regress.Quantile)
	scale, press := largest(y), 0.0
	residuals, parts := make([]float64, len(y)), make([]float64, len(x))
	for i := range y {
		where := "[" + strconv.Itoa(i) + "]"
		others := fitWith(t, e, names, withoutRow(x, i), without(y, i), without(weights, i))
		w := weightOf(weights, i)
		mean, sd, leverage := others.Predict(row(x, i), w)
		if quantile { // which has the scale of all rows
			sd = f.Sigma * math.Sqrt((1+leverage)/w)
		}
		compare(t, "leave-one-out"+where, f.LeaveOneOut[i], mean, tolerance, scale)
		compare(t, "its standard deviation"+where, f.LeaveOneOutSD[i], sd, tolerance, 0)
		compare(t, "studentised"+where, f.Studentized[i], (y[i]-mean)/sd, tolerance, scale/sd)
		f.ResidualsWithout(i, residuals)
		compareAll(t, "residuals without the row", without(residuals, i), others.Residuals,
			tolerance, scale)
		compare(t, "own residual without the row"+where, residuals[i], y[i]-mean, tolerance, scale)
		sum := f.Contributions(i, parts)
		for _, part := range parts {
			sum += part
		}
		compare(t, "sum of contributions"+where, sum, mean, tolerance, scale)

		v := func(j int) float64 { return weightOf(weights, j) * weightOf(f.Robustness, j) }
		press += v(i) * (y[i] - mean) * (y[i] - mean)
		moved := 0.0
		for j := range y {
			before, _, _ := f.Predict(row(x, j), 1)
			after, _, _ := others.Predict(row(x, j), 1)
			moved += v(j) * (before - after) * (before - after)
		}
		compare(t, "Cook"+where, f.Cook[i], moved/(float64(len(x)+1)*f.Sigma*f.Sigma), tolerance, 1)
	}
	compare(t, "PRESS", f.PRESS, press, tolerance, 0)
}

// TestRefitKeepsTheFit checks that how leave-one-out is found changes nothing but what is
// said of rows left out. Where all rows have weight, the leave-one-out R² is that of
// PRESS.
func TestRefitKeepsTheFit(t *testing.T) {
	names, x, y, weights := outlying(30, 40, 2)
	for fast, exact := range map[regress.Estimator]regress.Estimator{
		regress.MM{}:    regress.MM{Refit: true},
		regress.Huber{}: regress.Huber{Refit: true},
		regress.Clean{}: regress.Clean{Refit: true},
	} {
		a, b := fitWith(t, fast, names, x, y, weights), fitWith(t, exact, names, x, y, weights)
		if !slices.Equal(a.Coefficients, b.Coefficients) ||
			!slices.Equal(a.Residuals, b.Residuals) || !slices.Equal(a.Robustness, b.Robustness) ||
			a.R2 != b.R2 || a.Sigma != b.Sigma {
			t.Errorf("%s: the fit is another one", a.Estimator.Name())
		}
		if slices.Equal(a.LeaveOneOut, b.LeaveOneOut) || a.PRESS == b.PRESS {
			t.Errorf("%s: leave-one-out is the closed form", a.Estimator.Name())
		}
		if !b.Converged {
			t.Errorf("%s: not converged", a.Estimator.Name())
		}
		compare(t, a.Estimator.Name()+"'s leave-one-out R²", b.LooR2, a.LooR2, 0.1, 1)
		if a.LooR2 >= a.R2 || b.LooR2 >= b.R2 {
			t.Errorf("%s: leave-one-out R² is %v and %v, R² %v", a.Estimator.Name(), a.LooR2,
				b.LooR2, a.R2)
		}
	}
}

// TestRefitDeterministic checks that the fit is the same to the last bit on any number of
// processors.
func TestRefitDeterministic(t *testing.T) {
	names, x, y, weights := outlying(31, 30, 2)
	for _, e := range exactEstimators {
		before := runtime.GOMAXPROCS(1)
		want := fitWith(t, e, names, x, y, weights)
		for _, processors := range []int{2, 5} {
			runtime.GOMAXPROCS(processors)
			got := fitWith(t, e, names, x, y, weights)
			sameFits(t, got, want, 0)
			if !slices.Equal(got.LeaveOneOut, want.LeaveOneOut) ||
				!slices.Equal(got.Cook, want.Cook) || got.PRESS != want.PRESS {
				t.Errorf("%s: another leave-one-out on %d processors", e.Name(), processors)
			}
		}
		runtime.GOMAXPROCS(before)
	}
}

// TestRefitAlone checks that there is nothing to predict a row from that alone decides a
// coefficient, and that beside an exact fit a row is on it or infinitely far off.
func TestRefitAlone(t *testing.T) {
	names, x, y, _ := outlying(32, 40, 2)
	only := make([]float64, len(y))
	only[7] = 1
	exactly := combine(func(v ...float64) float64 { return 3 + 2*v[0] - v[1] }, x...)
	exactly[11] += 100
	for _, e := range exactEstimators {
		f := fitWith(t, e, append(slices.Clone(names), "only"), append(slices.Clone(x), only), y,
			nil)
		for i := range y {
			alone := math.IsNaN(f.LeaveOneOut[i]) && math.IsNaN(f.LeaveOneOutSD[i]) &&
				math.IsNaN(f.Studentized[i]) && math.IsNaN(f.Cook[i])
			if alone != (i == 7) {
				t.Errorf("%s: row %d is predicted at %v ± %v", e.Name(), i, f.LeaveOneOut[i],
					f.LeaveOneOutSD[i])
			}
		}
		if math.IsNaN(f.PRESS) || math.IsNaN(f.LooR2) {
			t.Errorf("%s: PRESS %v, leave-one-out R² %v", e.Name(), f.PRESS, f.LooR2)
		}
		switch e.(type) {
		case regress.MM, regress.Huber:
			f = fitWith(t, e, names, x, exactly, nil)
			for i, v := range f.Studentized {
				if i == 11 && !math.IsInf(v, 1) || i != 11 && v != 0 || f.Cook[i] != 0 {
					t.Errorf("%s beside an exact fit: row %d is %v, Cook %v", e.Name(), i, v,
						f.Cook[i])
				}
			}
		}
	}
}

// TestCancelled cancels the context at each time that a fit looks at it. The fit ends
// with the context's error, and looks at most a few times more.
func TestCancelled(t *testing.T) {
	names, x, y, weights := outlying(33, 20, 2)
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), weights)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range slices.Concat(exactEstimators[2:],
		[]regress.Estimator{regress.MM{}, regress.Huber{}, regress.Clean{}}) {
		whole := &looks{Context: context.Background()}
		if _, err := e.Fit(whole, factor, y); err != nil {
			t.Fatal(err)
		}
		total := whole.seen.Load()
		if total < 5 {
			t.Errorf("%s looks at the context %d times", e.Name(), total)
		}
		for k := int64(1); k <= total; k += 1 + k/20 {
			ctx := &looks{Context: context.Background(), until: k}
			if f, err := e.Fit(ctx, factor, y); f != nil || err != context.Canceled {
				t.Fatalf("%s cancelled at look %d of %d: %v", e.Name(), k, total, err)
			}
			if more := ctx.seen.Load() - k; more > int64(4*runtime.GOMAXPROCS(0)) {
				t.Errorf("%s cancelled at look %d goes on for %d", e.Name(), k, more)
			}
		}
	}
}

// BenchmarkCancelled reports how long after a deadline a fit to 100,000 rows of 10
// columns ends. It is to be within 50 ms.
func BenchmarkCancelled(b *testing.B) {
	names, x, y, _ := outlying(34, 100_000, 9)
	factor, err := regress.Factorize(regress.NewDesign(len(y), names, x), nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range []regress.Estimator{regress.MM{}, regress.Huber{}, regress.Clean{},
		regress.Quantile{}} {
		b.Run(e.Name(), func(b *testing.B) {
			var late time.Duration
			for b.Loop() {
				deadline := time.Now().Add(60 * time.Millisecond)
				ctx, cancel := context.WithDeadline(context.Background(), deadline)
				if _, err := e.Fit(ctx, factor, y); err != nil &&
					!errors.Is(err, context.DeadlineExceeded) {
					b.Fatal(err)
				}
				late = max(late, time.Since(deadline))
				cancel()
			}
			b.ReportMetric(float64(late.Milliseconds()), "ms-late")
		})
	}
}

// looks is a context that counts how often it is looked at. From a given look on it is
// cancelled.
type looks struct {
	context.Context
	until int64 // 0: never
	seen  atomic.Int64
}

func (c *looks) Err() error {
	if n := c.seen.Add(1); c.until > 0 && n >= c.until {
		return context.Canceled
	}
	return nil
}
