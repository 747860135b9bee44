package regress

import (
	"math"
	"slices"
)

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

// medianSize returns the median of the values' sizes, with room for as many. A
// size's bits are in the order of the size, and whole numbers are partitioned
// without a branch to guess wrong: it takes a fraction of the time of medianOf,
// and the search of [MM] asks for hundreds.
func medianSize(values []float64, room []uint64) float64 {
	for i, v := range values {
		room[i] = math.Float64bits(v) &^ (1 << 63)
	}
	middle := len(values) / 2
	selectBits(room, middle)
	upper := math.Float64frombits(room[middle])
	if len(values)%2 == 1 {
		return upper
	}
	return (math.Float64frombits(slices.Max(room[:middle])) + upper) / 2
}

// selectBits reorders whole numbers below 2⁶³ so that the k-th, from 0, is in its
// place, none before it is larger and none after it is smaller.
func selectBits(v []uint64, k int) {
	for len(v) > 1 {
		last := len(v) - 1
		a, b, c := v[0], v[last/2], v[last]
		pivot := max(min(a, b), min(max(a, b), c))
		smaller := 0
		for j, x := range v {
			v[j] = v[smaller]
			v[smaller] = x
			smaller += int((x - pivot) >> 63) // 1 where x < pivot
		}
		if k < smaller {
			v = v[:smaller]
			continue
		}
		if smaller > 0 {
			v, k = v[smaller:], k-smaller
			continue
		}
		same := 0 // as the pivot, which nothing is smaller than
		for j, x := range v {
			v[j] = v[same]
			v[same] = x
			same += 1 - int((pivot-x)>>63)
		}
		if k < same {
			return
		}
		v, k = v[same:], k-same
	}
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
