package plausible

import "math"

// Outline returns what two columns have in common that are the same but for a factor: their
// first figures relative to each other, roughly.
func Outline(column []float64) (key [3]float64) {
	base, n := 0.0, 0
	for _, v := range column {
		if math.IsNaN(v) || v == 0 {
			continue
		}
		if n == 0 {
			base = v
		} else {
			key[n-1] = math.Round(v / base * 1e6)
		}
		if n++; n > len(key) {
			break
		}
	}
	return key
}

// FindFactor returns the power of ten that each figure of a column is of another's.
func FindFactor(a, b []float64) (factor float64, ok bool) {
	if len(a) != len(b) {
		return 0, false
	}
	for i, v := range a {
		switch {
		case math.IsNaN(v) != math.IsNaN(b[i]), (v == 0) != (b[i] == 0):
			return 0, false
		case math.IsNaN(v), v == 0:
		case factor == 0:
			power := math.Log10(b[i] / v)
			if factor = math.Pow(10, math.Round(power)); math.Abs(power-math.Round(power)) > 1e-9 {
				return 0, false
			}
		case math.Abs(b[i]-v*factor) > 1e-9*math.Abs(b[i]):
			return 0, false
		}
	}
	return factor, factor > 0
}
