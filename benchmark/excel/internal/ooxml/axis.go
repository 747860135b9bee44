package ooxml

import "math"

// Round bounds an axis by round numbers around the values. Programs that choose the bounds
// themselves leave whiskers out of account.
func (a *Axis) Round(values []float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			low, high = min(low, v), max(high, v)
		}
	}
	if low > high {
		return
	}
	if low == high {
		low, high = min(low, 0), max(high, 1)
	}
	step := math.Pow(10, math.Floor(math.Log10((high-low)/4)))
	for _, times := range []float64{2, 2.5, 2} { // in turn 2, 5 and 10 times the power of ten
		if (high-low)/step <= 8 {
			break
		}
		step *= times
	}
	a.Min, a.Max, a.Step, a.Bounded = step*math.Floor(low/step), step*math.Ceil(high/step), step, true
}
