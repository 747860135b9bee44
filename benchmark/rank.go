package benchmark

import (
	"cmp"
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
	order := make([]int32, 0, len(values))
	for i, v := range values {
		if !math.IsNaN(v) {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(values[a], values[b]) })
	ranks := make([]int32, len(values))
	for k, i := range order {
		ranks[i] = int32(k) + 1
		if k > 0 && values[i] == values[order[k-1]] {
			ranks[i] = ranks[order[k-1]]
		}
	}
	return ranks
}
