package expected

import (
	"math"
	"math/rand/v2"
	"testing"
)

// sizes draws the sizes of n residuals: Student's t with df degrees of freedom
// (0: normal), a share of them moved by 5 to 14.
func sizes(seed uint64, n, df int, moved float64) []float64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	list := make([]float64, n)
	for i := range list {
		x := rng.NormFloat64()
		if df > 0 {
			squares := 0.0
			for range df {
				z := rng.NormFloat64()
				squares += z * z
			}
			x *= math.Sqrt(float64(df) / squares)
		}
		if rng.Float64() < moved {
			x += 5 + 9*rng.Float64()
		}
		list[i] = math.Abs(x)
	}
	return list
}

// TestTailDF draws residuals from a known distribution.
func TestTailDF(t *testing.T) {
	for _, c := range []struct {
		name        string
		n, df       int
		moved       float64
		least, most int
	}{
		{"normal", 4000, 0, 0, 25, math.MaxInt},
		{"normal, 5 per cent moved", 4000, 0, 0.05, 20, math.MaxInt},
		{"normal, 15 per cent moved", 4000, 0, 0.15, 20, math.MaxInt},
		{"t with 4", 4000, 4, 0, 3, 7},
		{"t with 4, 5 per cent moved", 4000, 4, 0.05, 3, 6},
		{"t with 8", 4000, 8, 0, 6, 20},
		{"one area says little", 98, 0, 0, 6, math.MaxInt},
	} {
		for seed := range uint64(10) {
			list := sizes(seed, c.n, c.df, c.moved)
			got := findTailDF(list)
			if got < c.least || got > c.most {
				t.Errorf("%s, %d: %d degrees of freedom, want from %d to %d", c.name, seed, got, c.least, c.most)
			}
			rand.New(rand.NewPCG(seed, 2)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			if again := findTailDF(list); again != got {
				t.Errorf("%s: %d degrees of freedom in another order, %d in the first", c.name, again, got)
			}
		}
	}
	for _, few := range [][]float64{nil, {0}, {1e300}, {math.Inf(1)}, {0, 0, 0, 0}, {50, 50, 50}} {
		if got := findTailDF(few); got < 1 {
			t.Errorf("%v: %d degrees of freedom", few, got)
		}
	}
}

// TestMixtureClimbs holds the EM algorithm to what it promises: no step lowers
// the likelihood.
func TestMixtureClimbs(t *testing.T) {
	count := make([]float64, 100)
	for _, x := range sizes(1, 4000, 5, 0.05) {
		count[int(min(x/tailBin, 99))]++
	}
	for _, inverse := range []float64{0, 0.02, 0.1, 0.34} {
		m := mixture{scale: 3, outliers: 0.5, size: 10}
		before := math.Inf(-1)
		for range 100 {
			now := m.takeStep(count, 4000, inverse)
			if now < before-1e-9*math.Abs(before) {
				t.Fatalf("1/ν = %g: a step went from %.12g to %.12g", inverse, before, now)
			}
			before = now
		}
	}
}
