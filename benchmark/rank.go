package benchmark

import (
	"math"
	"slices"
)

// ranking is the municipalities' ranks by their figures. 1 is the lowest; 0: no
// figure.
type ranking struct {
	now    []int32
	before []int32 // a year earlier; nil: the data do not go back so far
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

// rankValues ranks values from 1, the lowest. Equal values have the same rank, the
// best of those they share; a missing value has rank 0.
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
		switch { // no value is NaN, so this is [cmp.Compare] in less time
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
