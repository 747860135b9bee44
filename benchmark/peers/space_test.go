package peers

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// drawn lays out municipalities by three drivers, of which one has no weight.
func drawn(n int) *Space {
	rng := rand.New(rand.NewPCG(3, 4))
	drivers := []Driver{{ID: "c", Weight: 1}, {ID: "a", Weight: 2}, {ID: "b", Weight: 0}}
	for k := range drivers {
		drivers[k].Values = make([]float64, n)
		for m := range n {
			drivers[k].Values[m] = math.Round(20 * rng.NormFloat64()) // with ties
		}
	}
	codes, out := make([]string, n), make([]bool, n)
	for m := range n {
		codes[m] = fmt.Sprint(1000 + (m*7)%n)
	}
	drivers[1].Values[2], out[4] = math.NaN(), true
	return New(codes, drivers, out)
}

// TestNearest holds the nearest against all candidates in order, however many are
// asked for and in whatever order, by several goroutines.
func TestNearest(t *testing.T) {
	const n = 300
	s := drawn(n)
	want := make([][]int32, n)
	for m := range n {
		if !s.Complete(m) {
			continue
		}
		for j := range n {
			if j != m && s.Candidate(j) {
				want[m] = append(want[m], int32(j))
			}
		}
		slices.SortStableFunc(want[m], func(a, b int32) int {
			return cmp.Or(cmp.Compare(roundToSixDigits(s.Square(m, int(a))), roundToSixDigits(s.Square(m, int(b)))),
				cmp.Compare(s.codes[a], s.codes[b]))
		})
	}
	var all sync.WaitGroup
	for _, k := range []int{10, 1, 40, 3, mostKept, mostKept + 1, n + 5} {
		all.Go(func() {
			for m := range n {
				if got := s.Nearest(m, k); !slices.Equal(got, want[m][:min(k, len(want[m]))]) {
					t.Errorf("the %d nearest to %d: %v", k, m, got)
				}
			}
		})
	}
	all.Wait()
	if got := s.Nearest(2, 10); got != nil {
		t.Errorf("one that lacks a driver has a group: %v", got)
	}
}

// TestKept: what is kept does not grow with how many are asked for.
func TestKept(t *testing.T) {
	s := drawn(300)
	for k := range 300 {
		s.Nearest(0, k+1)
	}
	if kept := len(s.near[0].list); kept > mostKept {
		t.Errorf("%d are kept", kept)
	}
}

// TestShares: the drivers' shares of a distance add up to it, and one without weight
// has none.
func TestShares(t *testing.T) {
	s := drawn(50)
	for _, j := range []int{1, 5, 49} {
		if sum := s.Share(0, j, 0) + s.Share(0, j, 1) + s.Share(0, j, 2); math.Abs(sum-1) > 1e-12 || s.Share(0, j, 1) != 0 {
			t.Errorf("shares of 0 and %d add up to %v", j, sum)
		}
	}
}
