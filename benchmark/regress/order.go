package regress

import "slices"

// medianOf returns the median and reorders the values (quickselect, Hoare
// 1961).
func medianOf(values []float64) float64 {
	middle := len(values) / 2
	for low, high := 0, len(values)-1; low < high; {
		pivot := values[(low+high)/2]
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		if middle < i {
			high = j
		}
		if middle > j {
			low = i
		}
	}
	upper := values[middle]
	if len(values)%2 == 1 {
		return upper
	}
	return (slices.Max(values[:middle]) + upper) / 2
}

// quantileOf returns a quantile of sorted values (Hyndman & Fan 1996,
// definition 7).
func quantileOf(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	k := int(at)
	if k == len(sorted)-1 {
		return sorted[k]
	}
	return sorted[k] + (at-float64(k))*(sorted[k+1]-sorted[k])
}
