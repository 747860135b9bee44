package regress

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBisquareDerivatives: χ' = 6/c²·ψ and ψ' are the derivatives they are said
// to be.
func TestBisquareDerivatives(t *testing.T) {
	const h = 1e-5
	for _, c := range []float64{chiS, chiM} {
		weight, slope, other := []float64{0}, []float64{0}, []float64{0}
		psi := func(u float64) float64 {
			bisquare([]float64{u}, c, weight, other)
			return u * weight[0]
		}
		for u := -6.0; u < 6; u += 0.0137 {
			chi := (chiSum([]float64{u + h}, c) - chiSum([]float64{u - h}, c)) / (2 * h)
			if got := 6 / (c * c) * psi(u); math.Abs(got-chi) > 1e-8 {
				t.Errorf("c = %v, u = %v: χ' is %v, numerically %v", c, u, got, chi)
			}
			numeric := (psi(u+h) - psi(u-h)) / (2 * h)
			bisquare([]float64{u}, c, weight, slope)
			if math.Abs(slope[0]-numeric) > 1e-8 {
				t.Errorf("c = %v, u = %v: ψ' is %v, numerically %v", c, u, slope[0], numeric)
			}
		}
		if chiSum([]float64{c, -2 * c, math.MaxFloat64}, c) != 3 {
			t.Error("χ is not 1 far away")
		}
	}
}

// TestHuberDerivative: ψ is the derivative of Huber's ρ, u²/2 within k and
// k|u| − k²/2 outside.
func TestHuberDerivative(t *testing.T) {
	rho := func(u float64) float64 {
		return huberLoss([]float64{u}, 1)
	}
	const h = 1e-5
	weight, slope := []float64{0}, []float64{0}
	for u := -6.0; u < 6; u += 0.0137 {
		huberWeights([]float64{3 * u}, 3, weight, slope)
		numeric := (rho(u+h) - rho(u-h)) / (2 * h)
		if math.Abs(u*weight[0]-numeric) > 1e-5 { // at ±k the slope of ψ jumps
			t.Errorf("u = %v: ψ is %v, numerically %v", u, u*weight[0], numeric)
		}
	}
}

// normalMean integrates f(z)·φ(z) by the midpoint rule.
func normalMean(f func(z float64) float64) float64 {
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
		return normalMean(w) / normalMean(func(z float64) float64 { return w(z) * z * z })
	}
	// The mean of χ at the true scale is the breakdown point.
	at := normalMean(func(z float64) float64 { return chiSum([]float64{z}, chiS) })
	// (E ψ')² / E ψ² is the efficiency; E ψ' = E[ψ(z)·z].
	m := weight(chiM)
	slope := normalMean(func(z float64) float64 { return m(z) * z * z })
	efficiency := slope * slope / normalMean(func(z float64) float64 { return m(z) * m(z) * z * z })
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

func TestMedianOf(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		values := make([]float64, 1+r.IntN(30))
		for i := range values {
			values[i] = float64(r.IntN(12))
		}
		sorted := slices.Sorted(slices.Values(values))
		n := len(sorted)
		want := (sorted[(n-1)/2] + sorted[n/2]) / 2
		if got := medianOf(slices.Clone(values)); got != want {
			t.Fatalf("median of %v is %v, want %v", sorted, got, want)
		}
		for i := range values {
			values[i] *= float64(1 - 2*r.IntN(2)) // whatever the sign
		}
		if got := medianSize(values, make([]uint64, n)); got != want {
			t.Fatalf("median size of %v is %v, want %v", sorted, got, want)
		}
	}
}

// drawnFactor is a factor and a response with some outliers.
func drawnFactor(t *testing.T, seed uint64, n int) (*Factor, []float64) {
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

func reweightingOf(t *testing.T, x *Factor, y []float64) *reweighting {
	t.Helper()
	r, err := newReweighting(x, y)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSScale: the scale solves its equation, whatever it is guessed to be.
func TestSScale(t *testing.T) {
	x, y := drawnFactor(t, 1, 50)
	r := reweightingOf(t, x, y)
	for _, guess := range []float64{1e-12, 0.1, 1, 1e9} {
		s := r.sScale(guess, exactly)
		if sum := chiSum(r.e, chiS*s); math.Abs(sum-breakdown*46) > 1e-11 {
			t.Errorf("guess %v: Σχ is %v, want %v", guess, sum, breakdown*46)
		}
	}
}

// TestDescentGoesDown: neither a step of the S- nor of the M-descent goes up.
func TestDescentGoesDown(t *testing.T) {
	for seed := range uint64(50) {
		x, y := drawnFactor(t, seed, 30)
		r := reweightingOf(t, x, y)
		scale := r.mad()
		own := func() (float64, float64) { scale = r.sScale(scale, exactly); return scale, scale }
		fixed := func() (float64, float64) { return chiSum(r.e, chiM*scale), scale }
		for name, descent := range map[string]struct {
			c         float64
			objective func() (value, scale float64)
		}{"S": {chiS, own}, "M": {chiM, fixed}} {
			before, _ := descent.objective()
			for range 60 {
				if _, err := r.descend(context.Background(), descent.objective, r.bisquare(descent.c), 1); err != nil {
					t.Fatal(err)
				}
				after, _ := descent.objective()
				if after > before*(1+1e-12) {
					t.Errorf("seed %d: the %s-descent goes up from %v to %v", seed, name, before, after)
				}
				before = after
			}
		}
	}
}

// TestNotConverged: a fit that has taken the most steps it may says so.
func TestNotConverged(t *testing.T) {
	x, y := drawnFactor(t, 2, 50)
	ctx := context.Background()
	r := reweightingOf(t, x, y)
	found, err := r.mm(ctx, 0, nil, 3)
	if err != nil {
		t.Fatal(err)
	}
	mm, err := r.finishMM(ctx, y, found)
	if err != nil {
		t.Fatal(err)
	}
	huber, err := reweightingOf(t, x, y).huber(ctx, y, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Fit{mm, huber} {
		if f.Converged || f.Iterations != 3 {
			t.Errorf("%s: converged %v after %d iterations, want false after 3", f.Estimator, f.Converged, f.Iterations)
		}
	}
	for _, enough := range []Estimator{Huber{}, MM{}} {
		if f, err := enough.Fit(ctx, x, y); err != nil || !f.Converged {
			t.Errorf("%s: %v, converged %v", enough.Name(), err, f.Converged)
		}
	}
}

// TestUndetermined: rows without weight that a coefficient hangs on are an
// error that names the column.
func TestUndetermined(t *testing.T) {
	x, y := drawnFactor(t, 3, 40)
	only := make([]float64, 40)
	only[7], only[8] = 1, 1
	x, err := Factorize(NewDesign(40, []string{"a", "only"}, [][]float64{x.design.columns[1], only}), nil)
	if err != nil {
		t.Fatal(err)
	}
	r := reweightingOf(t, x, y)
	for i := range r.weights {
		r.weights[i] = 1
	}
	r.weights[7], r.weights[8] = 0, 0
	_, err = r.finish(context.Background(), "mm", y, 1, make([]float64, 2), true)
	var rank *RankError
	if !errors.As(err, &rank) || rank.Column != "only" {
		t.Errorf("%v, want a *RankError of the column only", err)
	}
}

// MMFrom is the fit of MM that starts from the given coefficients and the scale
// they have, for tests of the package's API.
func MMFrom(t *testing.T, x *Factor, y, coefficients []float64) *Fit {
	t.Helper()
	r := reweightingOf(t, x, y)
	s, ctx := newSearch(r, 0), context.Background()
	r.at(r.onQ(coefficients))
	if err := s.descend(ctx, candidate{theta: slices.Clone(r.theta), scale: r.mad()}, mmLimit); err != nil {
		t.Fatal(err)
	}
	found, err := r.mmWithin(ctx, s.best(), mmLimit)
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.finishMM(ctx, y, found)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
