package benchmark

import (
	"math"
	"slices"
)

// setRanks ranks the municipalities now and a year earlier.
func (c *comparison) setRanks() {
	c.rank = ranks(c.now.unit)
	if c.before != nil {
		c.rankBefore = ranks(c.before)
	}
	for _, rank := range c.rank {
		if rank > 0 {
			c.ranked++
		}
	}
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
