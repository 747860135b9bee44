package plausible

import "math"

// Shift says from which municipality on figures fit their neighbour better, and how far that
// is from chance, in standard deviations.
type Shift struct {
	From     int
	Surprise float64
}

// LeastSurprise is so large that chance does not reach it once in many thousand tables.
const LeastSurprise = 6

// compareDistances returns the logarithm of how much larger one distance is than another.
// Where a figure has nothing to do with either of the two that it is compared with, that is as
// often above 0 as below.
func compareDistances(own, other float64) float64 {
	const least, most = 0.001, 4
	ratio := math.Log((math.Abs(own) + least) / (math.Abs(other) + least))
	return max(-most, min(most, ratio))
}

// sdOfDistances is the standard deviation of the logarithm of the ratio of two absolute
// normal values: that of each is π/√8, and the two are independent.
const sdOfDistances = math.Pi / 2

// FindShift compares figures with what is usual for their own municipality, and with what is
// usual for the one above or below. The sum of the last of the comparisons is held against
// what chance makes of as many.
func FindShift(logs, usual []float64) (best Shift) {
	var order []int // the municipalities that have a usual figure
	for m, v := range usual {
		if !math.IsNaN(v) {
			order = append(order, m)
		}
	}
	if len(order) < fewest {
		return best
	}
	changes := make([]float64, len(order))
	for i, m := range order {
		changes[i] = logs[m] - usual[m]
	}
	center, _ := measureUsual(changes)
	for _, step := range []int{-1, 1} {
		sum, n := 0.0, 0
		for i := len(order) - 1; i >= 0; i-- {
			m := order[i]
			if math.IsNaN(logs[m]) || i+step < 0 || i+step >= len(order) {
				continue
			}
			sum += compareDistances(logs[m]-usual[m]-center, logs[m]-usual[order[i+step]]-center)
			n++
			if s := sum / (sdOfDistances * math.Sqrt(float64(n))); n >= 4 && s > best.Surprise {
				best = Shift{m, s}
			}
		}
	}
	return best
}

// FitBetter says whether the logarithms of two columns are each closer to what is usual of the
// other than to their own, and both together so far that chance does not do it.
func FitBetter(a, ownA, b, ownB []float64) bool {
	const least = LeastSurprise / 2 // of each
	one := measureFit(a, ownA, ownB)
	if one < least {
		return false
	}
	other := measureFit(b, ownB, ownA)
	return other > least && one+other > LeastSurprise*math.Sqrt2
}

// measureFit returns how much closer logarithms are to others than to those that are their
// own, in standard deviations of what chance makes of it.
func measureFit(logs, own, others []float64) float64 {
	sum, n := 0.0, 0
	for m, v := range logs {
		if !math.IsNaN(v + own[m] + others[m]) {
			sum += compareDistances(v-own[m], v-others[m])
			n++
		}
		if n == 2*fewest && sum < 0 { // most columns are told apart by the first figures
			return 0
		}
	}
	if n < fewest {
		return 0
	}
	return sum / (sdOfDistances * math.Sqrt(float64(n)))
}
