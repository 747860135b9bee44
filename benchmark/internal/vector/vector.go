// Package vector has what several packages need of slices of numbers: figures with one
// place for each municipality, where NaN is a missing one, and the vectors of linear
// models.
package vector

import "math"

// Missing returns n missing figures.
func Missing(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = math.NaN()
	}
	return v
}

// Pick returns the values at some positions, in their order.
func Pick(values []float64, positions []int32) []float64 {
	picked := make([]float64, len(positions))
	for i, m := range positions {
		picked[i] = values[m]
	}
	return picked
}

// Quantile returns a quantile of sorted values; NaN of none. See [QuantileOf].
func Quantile(sorted []float64, q float64) float64 {
	return QuantileOf(len(sorted), q, func(i int) float64 { return sorted[i] })
}

// QuantileOf returns a quantile of n sorted values by linear interpolation between
// the order statistics at 1 + (n−1)q. It is definition 7 of Hyndman & Fan (1996),
// the default of R and the one of Excel's PERCENTILE.INC and QUARTILE.INC.
func QuantileOf(n int, q float64, sorted func(i int) float64) float64 {
	if n == 0 {
		return math.NaN()
	}
	at := q * float64(n-1)
	low := int(at)
	if low == n-1 {
		return sorted(low)
	}
	return sorted(low) + (at-float64(low))*(sorted(low+1)-sorted(low))
}
