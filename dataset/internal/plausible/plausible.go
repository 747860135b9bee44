// Package plausible tells figures that can hardly be right from those that can. It knows
// columns of numbers, one for each municipality and NaN where missing, and nothing of
// indicators, units or words.
//
// Each function looks for the trace that one kind of mistake leaves: [FindHeaps] for
// figures in two units, [FindDrift] for a year in another unit, [Series.FindSlips] and
// [FindFar] for a single figure in another unit, [FindShift] for a column that has moved a
// row, [Series.Strays] and [FitBetter] for columns that have changed places, [FindMark] for a
// number that stands for what is missing, and [AreSame] and [FindFactor] for a column that
// was copied.
package plausible

import (
	"math"
	"slices"
)

// The bounds of what is plausible.
const (
	fewest       = 10   // with fewer figures nothing tells what is usual
	largestDrift = 5.0  // of the median from one year to the next, as a factor
	leastGap     = 3.0  // between two heaps, as a factor
	leastHeap    = 0.15 // of the figures
	mostSampled  = 5_000
)

// sampleLogs returns the sorted logarithms of the positive figures of a column. Of very many
// figures it takes only every k-th.
func sampleLogs(column []float64) (logs []float64) {
	step := 1 + len(column)/mostSampled
	for i := 0; i < len(column); i += step {
		if column[i] > 0 {
			logs = append(logs, math.Log10(column[i]))
		}
	}
	slices.Sort(logs)
	return logs
}

// FindHeaps returns the medians of the two heaps that a column's figures fall into. It
// reports false unless the heaps are a power of ten apart and of much the same shape, as
// they are when some of the figures are in another unit.
func FindHeaps(column []float64) (low, high float64, ok bool) {
	logs := sampleLogs(column)
	below := 0
	for _, v := range column {
		if v < 0 {
			below++
		}
	}
	if 20*below > len(column) { // figures around 0 have no order of size
		return 0, 0, false
	}
	return SplitHeaps(logs)
}

// SplitHeaps does what [FindHeaps] does, with sorted logarithms of base 10.
func SplitHeaps(logs []float64) (low, high float64, ok bool) {
	n := len(logs)
	if n < fewest {
		return 0, 0, false
	}
	least := max(3, int(math.Ceil(leastHeap*float64(n))))
	cut, gap := 0, 0.0
	for i := least; i <= n-least; i++ {
		if g := logs[i] - logs[i-1]; g > gap {
			cut, gap = i, g
		}
	}
	if gap < math.Log10(leastGap) {
		return 0, 0, false
	}
	lower, upper := takeMedian(logs[:cut]), takeMedian(logs[cut:])
	apart := upper - lower
	if power := math.Round(apart); power < 1 || math.Abs(apart-power) > 0.3 || gap < 0.25*apart {
		return 0, 0, false
	}
	// Another unit moves a heap and leaves its shape.
	if shape := measureSpread(logs[:cut]) / measureSpread(logs[cut:]); shape > 4 || shape < 0.25 {
		return 0, 0, false
	}
	return math.Pow(10, lower), math.Pow(10, upper), true
}

// measureSpread returns how wide the middle half of sorted logarithms is. A fiftieth is added,
// so that two narrow heaps have much the same shape.
func measureSpread(logs []float64) float64 {
	n := len(logs)
	return 0.02 + logs[(3*n)/4] - logs[n/4]
}

// takeMedian returns the median of sorted values.
func takeMedian(sorted []float64) float64 {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// FindDrift returns the factor by which the typical figure has changed between the columns of
// two years. It reports whether that is more than plausible.
func FindDrift(before, after []float64) (factor float64, ok bool) {
	var ratios []float64
	for i, v := range after {
		if i < len(before) && v > 0 && before[i] > 0 {
			ratios = append(ratios, v/before[i])
		}
	}
	if len(ratios) < fewest {
		return 0, false
	}
	slices.Sort(ratios)
	factor = takeMedian(ratios)
	return factor, factor > largestDrift || factor < 1/largestDrift
}

// FindMark returns a value that stands several times and far outside all others, and how
// often it stands there; 0 times if there is none. It may be a mark of what is missing, such
// as -9999.
func FindMark(column []float64) (value float64, n int) {
	known := slices.DeleteFunc(slices.Clone(column), math.IsNaN)
	if len(known) < fewest {
		return 0, 0
	}
	low, high := slices.Min(known), slices.Max(known)
	for _, mark := range []float64{low, high} {
		others := slices.DeleteFunc(slices.Clone(known), func(v float64) bool { return v == mark })
		times := len(known) - len(others)
		if times < 2 || len(others) < 3 || mark == 0 {
			continue
		}
		from, to := slices.Min(others), slices.Max(others)
		size := max(to-from, math.Abs(to), math.Abs(from))
		if distance := max(from-mark, mark-to); distance > 2*size {
			return mark, times
		}
	}
	return 0, 0
}

// FindConstant returns the figure, other than 0, that all municipalities have.
func FindConstant(column []float64) (value float64, ok bool) {
	known := 0
	for _, v := range column {
		switch {
		case math.IsNaN(v):
			continue
		case known == 0:
			value = v
		case v != value:
			return 0, false
		}
		known++
	}
	return value, known >= fewest && value != 0
}

// Divide divides figures by those of another column. What is not above 0 divides nothing.
func Divide(column, by []float64) []float64 {
	quotients := make([]float64, len(column))
	for i, v := range column {
		if quotients[i] = math.NaN(); by[i] > 0 && !math.IsInf(v/by[i], 0) {
			quotients[i] = v / by[i]
		}
	}
	return quotients
}

// Varies says whether enough of a column's figures differ.
func Varies(column []float64) bool {
	known, different := 0, 0
	first := math.NaN()
	for _, v := range column {
		switch {
		case math.IsNaN(v):
			continue
		case known == 0:
			first = v
		case v != first:
			different++
		}
		known++
	}
	return known >= fewest && different >= 3
}

// AreSame says whether two columns vary and are the same throughout.
func AreSame(a, b []float64) bool {
	return len(a) == len(b) && Varies(a) && slices.EqualFunc(a, b, func(x, y float64) bool {
		return x == y || math.IsNaN(x) && math.IsNaN(y)
	})
}

// Fewest is with how few figures nothing tells what is usual.
func Fewest() int { return fewest }
