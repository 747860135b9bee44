package vector

import (
	"cmp"
	"math"
	"slices"
)

// FindMedian returns the median, and reorders the values (quickselect, Hoare
// 1961).
func FindMedian(values []float64) float64 {
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

// FindMedianSize returns the median of the values' sizes, and uses a slice as long
// as theirs. The bits of a size, read as a whole number, are in the order of the
// size, and whole numbers are partitioned without a branch that a processor could
// guess wrong. So this takes a fraction of the time of FindMedian.
func FindMedianSize(values []float64, room []uint64) float64 {
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

// selectBits reorders whole numbers below 2⁶³ so that the k-th smallest, counted
// from 0, is in place k. None before it is larger, and none after it is smaller.
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
		same := 0 // as many equal the pivot, and none is smaller
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

// SortByDistance sorts rows by a distance, and rows at the same distance by their
// numbers.
func SortByDistance(rows []int, distance []float64) {
	slices.SortFunc(rows, func(i, j int) int {
		if c := cmp.Compare(distance[i], distance[j]); c != 0 {
			return c
		}
		return cmp.Compare(i, j)
	})
}

// Compare compares two values as [cmp.Compare] does, but NaN is larger than every number. So
// missing values are sorted last.
func Compare(a, b float64) int {
	switch aMissing, bMissing := math.IsNaN(a), math.IsNaN(b); {
	case aMissing && bMissing:
		return 0
	case aMissing:
		return 1
	case bMissing:
		return -1
	}
	return cmp.Compare(a, b)
}
