package benchmark

import (
	"math"
	"slices"
)

// ranking has the municipalities' ranks by their figures. Rank 1 is the lowest figure, and 0
// is no figure.
type ranking struct {
	now    []int32
	before []int32 // a year earlier; nil if the data do not go back so far
	ranked int     // how many have a rank now
}

// newRanking ranks the municipalities now and a year earlier.
func newRanking(now, before []float64) ranking {
	r := ranking{now: rankValues(now)}
	if before != nil {
		r.before = rankValues(before)
	}
	for _, rank := range r.now {
		if rank > 0 {
			r.ranked++
		}
	}
	return r
}

// rankValues ranks values from 1, the lowest. Equal values share the best of their ranks, so
// that 5, 7, 7, 9 have ranks 1, 2, 2, 4. A missing value has rank 0.
func rankValues(values []float64) []int32 {
	type entry struct {
		value float64
		place int32 // among the values
	}
	sorted := make([]entry, 0, len(values))
	for i, v := range values {
		if !math.IsNaN(v) {
			sorted = append(sorted, entry{v, int32(i)})
		}
	}
	slices.SortFunc(sorted, func(a, b entry) int {
		switch { // faster than cmp.Compare, which looks for NaN
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	})
	ranks := make([]int32, len(values))
	for i, e := range sorted {
		if i > 0 && e.value == sorted[i-1].value {
			ranks[e.place] = ranks[sorted[i-1].place]
		} else {
			ranks[e.place] = int32(i) + 1
		}
	}
	return ranks
}
