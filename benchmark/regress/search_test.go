package regress

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// A heldOut is a response on which the search is tried. It was not looked at when the
// search was made.
type heldOut struct {
	name string
	x    *Factor
	y    []float64
}

// drawHeldOut draws a response with a share of outliers of some kind.
func drawHeldOut(t *testing.T, kind string, share float64, seed uint64) heldOut {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 33))
	n, p := 40+r.IntN(60), 1+r.IntN(4)
	names, x, y := make([]string, p), make([][]float64, p), make([]float64, n)
	for k := range x {
		names[k], x[k] = fmt.Sprint("x", k), make([]float64, n)
		for i := range y {
			x[k][i] = 10 + r.NormFloat64()
			y[i] += float64(k) * x[k][i]
		}
	}
	for i := range y {
		y[i] += r.NormFloat64()
		if i >= int(share*float64(n)) {
			continue
		}
		switch kind {
		case "vertical": // far off, all on one side
			y[i] += 8
		case "leverage": // and far out
			x[0][i] += 6 + 0.1*r.NormFloat64()
			y[i] += 8
		case "scattered": // anywhere
			y[i] += 20 * r.NormFloat64()
		case "regimes": // on a plane of their own
			y[i] += 3 - 2*(x[0][i]-10)
		}
	}
	var weights []float64
	if seed%2 == 1 {
		for range y {
			weights = append(weights, math.Exp(r.NormFloat64()))
		}
	}
	factor, err := Factorize(NewDesign(n, names, x), weights)
	if err != nil {
		t.Fatal(err)
	}
	return heldOut{fmt.Sprintf("%s %.0f%% %d", kind, 100*share, seed), factor, y}
}

// findSmallest goes down from least squares and from many fits through p rows, all the
// way, and returns the smallest scale.
func findSmallest(t *testing.T, r *reweighting, fits int) float64 {
	t.Helper()
	s := newSearch(r, 1234)
	smallest := math.Inf(1)
	for k := range fits {
		if k > 0 && !s.drawFit() {
			continue
		}
		r.moveTo(s.theta)
		scale := r.medianScale()
		objective := func() (value, now float64) {
			scale = r.solveScale(scale, exactly)
			return scale, scale
		}
		weigh := r.bisquareWeigher(scaleC)
		if _, err := r.descend(context.Background(), objective, weigh, mmLimit); err != nil {
			t.Fatal(err)
		}
		smallest = min(smallest, scale)
	}
	return smallest
}

// TestSearchFindsTheSmallest checks that the search finds the smallest scale that 300
// descents find, with up to 40 % of outliers, at every seed. With REGRESS_LONG=1 in the
// environment it tries ten times as many responses and descents.
func TestSearchFindsTheSmallest(t *testing.T) {
	responses, fits := uint64(2), 300
	if os.Getenv("REGRESS_LONG") != "" {
		responses, fits = 20, 3000
	}
	for _, kind := range []string{"vertical", "leverage", "scattered", "regimes"} {
		for _, share := range []float64{0, 0.2, 0.3, 0.4} {
			for seed := range responses {
				h := drawHeldOut(t, kind, share, seed)
				r := mustReweigh(t, h.x, h.y)
				want := findSmallest(t, r, fits)
				for seed := range uint64(3) {
					r := mustReweigh(t, h.x, h.y)
					best, err := newSearch(r, seed).run(context.Background(), nil, mmLimit)
					if err != nil {
						t.Fatal(err)
					}
					if best.scale > want*(1+1e-9) {
						t.Errorf("%s, seed %d: the scale %v, and %v is smaller",
							h.name, seed, best.scale, want)
					}
				}
			}
		}
	}
}

// TestSearchBeginsWhereAnotherCameTo checks that a search with other weights, or without
// a row, finds what it finds by itself, and in fewer steps.
func TestSearchBeginsWhereAnotherCameTo(t *testing.T) {
	ctx := context.Background()
	alone, passed := 0, 0
	for seed := range uint64(12) {
		h := drawHeldOut(t, "vertical", 0.1, 2*seed)
		_, start, err := MM{}.Search(ctx, h.x, h.y)
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(seed, 2))
		weights := make([]float64, len(h.y))
		for i := range weights {
			weights[i] = math.Exp(0.3 * r.NormFloat64())
		}
		x, err := Factorize(h.x.design, weights)
		if err != nil {
			t.Fatal(err)
		}
		want, err := MM{}.Fit(ctx, x, h.y)
		if err != nil {
			t.Fatal(err)
		}
		got, err := MM{Start: start}.Fit(ctx, x, h.y)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.Scale-want.Scale) > 1e-9*want.Scale {
			t.Errorf("seed %d: the scale is %v, and %v alone", seed, got.Scale, want.Scale)
		}
		looks := func(from *Start) int {
			count := &countingContext{Context: ctx}
			r := mustReweigh(t, x, h.y)
			if _, err := newSearch(r, 0).run(count, from, mmLimit); err != nil {
				t.Fatal(err)
			}
			return count.looks
		}
		alone, passed = alone+looks(nil), passed+looks(start)
	}
	if 2*passed > alone {
		t.Errorf("%d steps with a start, and %d without: more than half", passed, alone)
	}
}

// A countingContext counts how often it is looked at, which a search does at every step.
type countingContext struct {
	context.Context
	looks int
}

func (c *countingContext) Err() error {
	c.looks++
	return c.Context.Err()
}

// TestTransform checks that coefficients come back from their place on Q.
func TestTransform(t *testing.T) {
	h := drawHeldOut(t, "leverage", 0.2, 1)
	r := mustReweigh(t, h.x, h.y)
	theta := make([]float64, r.p)
	for k := range theta {
		theta[k] = float64(k) - 1.5
	}
	back := r.transform(r.coefficients(theta))
	for k, v := range theta {
		if math.Abs(back[k]-v) > 1e-9 {
			t.Errorf("θ is %v, and came back as %v", theta, back)
			break
		}
	}
}

// TestFirstBatch checks the numbers that the documentation of the search promises.
func TestFirstBatch(t *testing.T) {
	for _, test := range []struct{ p, want int }{
		{1, 8}, {2, 16}, {5, 86}, {8, 250}, {12, 496}, {40, 5000},
	} {
		if got := firstBatch(test.p); got != test.want {
			t.Errorf("%d columns: %d fits, want %d", test.p, got, test.want)
		}
	}
}

// TestEstimators checks that every estimator has a name of its own, is found by it, and
// takes the options that it has.
func TestEstimators(t *testing.T) {
	var names []string
	for _, e := range Estimators() {
		names = append(names, e.Name())
		if found, ok := FindEstimator(e.Name()); !ok || found != e {
			t.Errorf("%s: found %v", e.Name(), found)
		}
		if e.With(Options{}) != e {
			t.Errorf("%s: no option makes it another one", e.Name())
		}
	}
	want := []string{"ols", "wls", "huber", "mm", "clean", "quantile"}
	if !slices.Equal(names, want) {
		t.Errorf("the estimators are %v, want %v", names, want)
	}
	if e, ok := FindEstimator("lts"); ok {
		t.Errorf("found %v by a name that none has", e)
	}
	start := &Start{}
	o := Options{Tau: 0.25, Seed: 7, Start: start, Refit: true}
	for _, want := range []Estimator{
		OLS{}, WLS{}, Huber{Refit: true}, MM{7, start, true}, Clean{7, start, true}, Quantile{0.25},
	} {
		if e, _ := FindEstimator(want.Name()); e.With(o) != want {
			t.Errorf("with options: %+v, want %+v", e.With(o), want)
		}
	}
}
