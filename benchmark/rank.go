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
	r := ranking{now: ranks(now)}
	if before != nil {
		r.before = ranks(before)
	}
	for _, rank := range r.now {
		if rank > 0 {
			r.ranked++
		}
	}
	return r
}

// ranks ranks values from 1, the lowest. Equal values have the same rank, the
// best of those they share; a missing value has rank 0.
func ranks(values []float64) []int32 {
	sorted := make([]float64, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) {
			sorted = append(sorted, v)
		}
	}
	slices.Sort(sorted)
	ranks := make([]int32, len(values))
	for i, v := range values {
		if !math.IsNaN(v) {
			lower, _ := slices.BinarySearch(sorted, v)
			ranks[i] = int32(lower) + 1
		}
	}
	return ranks
}
