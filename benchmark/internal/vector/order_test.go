package vector

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestFindMedian compares the medians with those of sorted values.
func TestFindMedian(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		values := make([]float64, 1+r.IntN(30))
		for i := range values {
			values[i] = float64(r.IntN(12))
		}
		sorted := slices.Sorted(slices.Values(values))
		n := len(sorted)
		want := (sorted[(n-1)/2] + sorted[n/2]) / 2
		if got := FindMedian(slices.Clone(values)); got != want {
			t.Fatalf("median of %v is %v, want %v", sorted, got, want)
		}
		for i := range values {
			values[i] *= float64(1 - 2*r.IntN(2)) // whatever the sign
		}
		if got := FindMedianSize(values, make([]uint64, n)); got != want {
			t.Fatalf("median size of %v is %v, want %v", sorted, got, want)
		}
	}
}
