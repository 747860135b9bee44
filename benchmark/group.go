package benchmark

import (
	"cmp"
	"math"
	"slices"
)

// groupSize is how many municipalities a comparison group has.
const groupSize = 10

// comparisonGroup returns the k municipalities of the fit nearest to one by the
// area's drivers: by Euclidean distance with each driver in standard deviations,
// the nearest first, those as near in the data's order. Without itself; none
// where it lacks a driver.
func comparisonGroup(c *comparison, m, k int) []int {
	own, complete := c.row(m)
	if !complete || c.refused() {
		return nil
	}
	scale := make([]float64, len(c.drivers))
	for j, d := range c.drivers {
		mean, n := 0.0, float64(len(c.rows))
		for _, i := range c.rows {
			mean += d.values[i] / n
		}
		for _, i := range c.rows {
			scale[j] += (d.values[i] - mean) * (d.values[i] - mean) / n
		}
		scale[j] = math.Sqrt(scale[j])
	}
	type other struct {
		m        int
		distance float64 // squared
	}
	var others []other
	for _, i := range c.rows {
		if int(i) == m {
			continue
		}
		o := other{m: int(i)}
		for j, d := range c.drivers {
			z := (d.values[i] - own[j]) / scale[j]
			o.distance += z * z
		}
		others = append(others, o)
	}
	slices.SortStableFunc(others, func(a, b other) int { return cmp.Compare(a.distance, b.distance) })
	group := make([]int, min(k, len(others)))
	for i := range group {
		group[i] = others[i].m
	}
	return group
}
