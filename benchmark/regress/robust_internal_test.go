package regress

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBisquareDerivatives checks that 6/c²·ψ is the derivative of χ, and that ψ' is that
// of ψ.
func TestBisquareDerivatives(t *testing.T) {
	const h = 1e-5
	for _, c := range []float64{scaleC, locationC} {
		weight, slope, other := []float64{0}, []float64{0}, []float64{0}
		psi := func(u float64) float64 {
			weighBisquare([]float64{u}, c, weight, other)
			return u * weight[0]
		}
		for u := -6.0; u < 6; u += 0.0137 {
			chi := (sumBisquare([]float64{u + h}, c) - sumBisquare([]float64{u - h}, c)) / (2 * h)
			if got := 6 / (c * c) * psi(u); math.Abs(got-chi) > 1e-8 {
				t.Errorf("c = %v, u = %v: χ' is %v, numerically %v", c, u, got, chi)
			}
			numeric := (psi(u+h) - psi(u-h)) / (2 * h)
			weighBisquare([]float64{u}, c, weight, slope)
			if math.Abs(slope[0]-numeric) > 1e-8 {
				t.Errorf("c = %v, u = %v: ψ' is %v, numerically %v", c, u, slope[0], numeric)
			}
		}
		if sumBisquare([]float64{c, -2 * c, math.MaxFloat64}, c) != 3 {
			t.Error("χ is not 1 far away")
		}
	}
}

// TestHuberDerivative checks that ψ is the derivative of Huber's ρ, which is u²/2 within
// k and k|u| − k²/2 outside.
func TestHuberDerivative(t *testing.T) {
	rho := func(u float64) float64 {
		return sumHuber([]float64{u}, 1)
	}
	const h = 1e-5
	weight, slope := []float64{0}, []float64{0}
	for u := -6.0; u < 6; u += 0.0137 {
		weighHuber([]float64{3 * u}, 3, weight, slope)
		numeric := (rho(u+h) - rho(u-h)) / (2 * h)
		if math.Abs(u*weight[0]-numeric) > 1e-5 { // at ±k the slope of ψ jumps
			t.Errorf("u = %v: ψ is %v, numerically %v", u, u*weight[0], numeric)
		}
	}
}

// integrateNormal integrates f(z)·φ(z) by the midpoint rule.
func integrateNormal(f func(z float64) float64) float64 {
	const h = 1e-4
	sum := 0.0
	for z := -10 + h/2; z < 10; z += h {
		sum += f(z) * math.Exp(-z*z/2)
	}
	return sum * h / math.Sqrt(2*math.Pi)
}

// TestConstants integrates what the tuning constants stand for.
func TestConstants(t *testing.T) {
	weight := func(c float64) func(z float64) float64 {
		return func(z float64) float64 {
			rest := max(0, 1-z*z/(c*c))
			return rest * rest
		}
	}
	huber := func(z float64) float64 { return min(1, huberK/math.Abs(z)) }
	correction := func(w func(float64) float64) float64 {
		return integrateNormal(w) / integrateNormal(func(z float64) float64 { return w(z) * z * z })
	}
	// The mean of χ at the true scale is the breakdown point.
	at := integrateNormal(func(z float64) float64 { return sumBisquare([]float64{z}, scaleC) })
	// (E ψ')² / E ψ² is the efficiency; E ψ' = E[ψ(z)·z].
	m := weight(locationC)
	slope := integrateNormal(func(z float64) float64 { return m(z) * z * z })
	square := integrateNormal(func(z float64) float64 { return m(z) * m(z) * z * z })
	efficiency := slope * slope / square
	for _, test := range []struct {
		name      string
		got, want float64
	}{
		{"mean of χ", at, breakdown},
		{"efficiency", efficiency, 0.95},
		{"correction of the bisquare", correction(m), mmCorrection},
		{"correction of Huber's ψ", correction(huber), huberCorrection},
	} {
		if math.Abs(test.got-test.want) > 2e-6 { // the constants have six digits
			t.Errorf("%s: %.7f, want %v", test.name, test.got, test.want)
		}
	}
}

// drawFactor returns a factor and a response with some outliers.
func drawFactor(t *testing.T, seed uint64, n int) (*Factor, []float64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 9))
	x, y := make([][]float64, 3), make([]float64, n)
	for k := range x {
		x[k] = make([]float64, n)
		for i := range y {
			x[k][i] = r.NormFloat64()
			y[i] += x[k][i]
		}
	}
	for i := range y {
		y[i] += r.NormFloat64()
		if i%5 == 0 {
			y[i] += 20
		}
	}
	f, err := Factorize(NewDesign(n, []string{"a", "b", "c"}, x), nil)
	if err != nil {
		t.Fatal(err)
	}
	return f, y
}

// mustReweigh returns a reweighting, and fails the test where there is none.
func mustReweigh(t *testing.T, x *Factor, y []float64) *reweighting {
	t.Helper()
	r, err := newReweighting(x, y)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSolveScale checks that the scale solves its equation, whatever it is guessed to be.
func TestSolveScale(t *testing.T) {
	x, y := drawFactor(t, 1, 50)
	r := mustReweigh(t, x, y)
	for _, guess := range []float64{1e-12, 0.1, 1, 1e9} {
		s := r.solveScale(guess, exactly)
		if sum := sumBisquare(r.e, scaleC*s); math.Abs(sum-breakdown*46) > 1e-11 {
			t.Errorf("guess %v: Σχ is %v, want %v", guess, sum, breakdown*46)
		}
	}
}

// TestDescentGoesDown checks that neither a step to the smallest scale nor one with the
// scale kept goes up.
func TestDescentGoesDown(t *testing.T) {
	for seed := range uint64(50) {
		x, y := drawFactor(t, seed, 30)
		r := mustReweigh(t, x, y)
		scale := r.medianScale()
		own := func() (float64, float64) {
			scale = r.solveScale(scale, exactly)
			return scale,
				scale
		}
		fixed := func() (float64, float64) { return sumBisquare(r.e, locationC*scale), scale }
		for name, descent := range map[string]struct {
			c         float64
			objective func() (value, scale float64)
		}{"S": {scaleC, own}, "M": {locationC, fixed}} {
			before, _ := descent.objective()
			for range 60 {
				if _, err := r.descend(context.Background(), descent.objective,
					r.bisquareWeigher(descent.c), 1); err != nil {
					t.Fatal(err)
				}
				after, _ := descent.objective()
				if after > before*(1+1e-12) {
					t.Errorf("seed %d: the %s-descent goes up from %v to %v", seed, name, before,
						after)
				}
				before = after
			}
		}
	}
}

// TestNotConverged checks that a fit that has taken the most steps says that it has not
// converged.
func TestNotConverged(t *testing.T) {
	x, y := drawFactor(t, 2, 50)
	ctx := context.Background()
	r := mustReweigh(t, x, y)
	found, err := r.estimateMM(ctx, 0, nil, 3)
	if err != nil {
		t.Fatal(err)
	}
	mm, err := r.finishMM(ctx, MM{}, y, found)
	if err != nil {
		t.Fatal(err)
	}
	huber, err := mustReweigh(t, x, y).fitHuber(ctx, Huber{}, y, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Fit{mm, huber} {
		if f.Converged || f.Iterations != 3 {
			t.Errorf("%s: converged %v after %d iterations, want false after 3", f.Estimator.Name(),
				f.Converged, f.Iterations)
		}
	}
	for _, enough := range []Estimator{Huber{}, MM{}} {
		if f, err := enough.Fit(ctx, x, y); err != nil || !f.Converged {
			t.Errorf("%s: %v, converged %v", enough.Name(), err, f.Converged)
		}
	}
}

// TestUndetermined checks that rows without weight that a coefficient hangs on are an
// error that names the column.
func TestUndetermined(t *testing.T) {
	x, y := drawFactor(t, 3, 40)
	only := make([]float64, 40)
	only[7], only[8] = 1, 1
	x, err := Factorize(NewDesign(40, []string{"a", "only"},
		[][]float64{x.design.columns[1], only}), nil)
	if err != nil {
		t.Fatal(err)
	}
	r := mustReweigh(t, x, y)
	for i := range r.weights {
		r.weights[i] = 1
	}
	r.weights[7], r.weights[8] = 0, 0
	_, err = r.finish(context.Background(), y,
		ending{MM{}, mmCorrection, 1, make([]float64, 2), true})
	var rank *RankError
	if !errors.As(err, &rank) || rank.Column != "only" {
		t.Errorf("%v, want a *RankError of the column only", err)
	}
}

// MMFrom returns the fit of MM that goes down from the given coefficients, for tests of
// the package's API.
func MMFrom(t *testing.T, x *Factor, y, coefficients []float64) *Fit {
	t.Helper()
	r := mustReweigh(t, x, y)
	s, ctx := newSearch(r, 0), context.Background()
	r.moveTo(r.transform(coefficients))
	if err := s.descend(ctx, candidate{theta: slices.Clone(r.theta), scale: r.medianScale()},
		mmLimit); err != nil {
		t.Fatal(err)
	}
	found, err := r.descendMM(ctx, s.findBest(), mmLimit)
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.finishMM(ctx, MM{}, y, found)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
