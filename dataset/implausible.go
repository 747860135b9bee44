package dataset

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// Implausible is a finding that figures can hardly be right.
type Implausible struct {
	Indicator string // ID
	message   lang.Message
}

// In says in words what is wrong, where, and what to do.
func (i Implausible) In(l lang.Language) string { return i.message.In(l) }

// Error says it in English.
func (i Implausible) Error() string { return i.In(lang.English) }

// ImplausibleFigures are all such findings. As an error they are a line each.
type ImplausibleFigures []Implausible

// In says all of them in words, a line each.
func (list ImplausibleFigures) In(l lang.Language) string { return lang.JoinLines(list, l) }

// Error says all of them in English, a line each.
func (list ImplausibleFigures) Error() string { return list.In(lang.English) }

// Unwrap returns them as errors, so that [errors.As] finds an [Implausible].
func (list ImplausibleFigures) Unwrap() []error { return lang.ListErrors(list) }

// The bounds of what is plausible.
const (
	fewestToJudge = 10  // with fewer figures there is no telling what is usual
	largestDrift  = 5.0 // of the median from one year to the next, as a factor
	leastGap      = 3.0 // between two heaps, as a factor
	leastHeap     = 0.15
	mostSampled   = 5_000
)

// FindImplausible looks through the figures of some indicators for what can hardly be right,
// and is often a wrong unit: a median that changes more than fivefold from one year to the
// next; figures in two heaps a power of ten apart; a municipality's figure that is ten, a
// hundred or a thousand times its own of other years, or a tenth and so on; a value that
// stands several times far outside all others, as a mark of what is missing; and two
// indicators, or two years of one of those in changing, that are the same throughout.
func (d *Dataset) FindImplausible(ids, changing []string) (found ImplausibleFigures) {
	d = d.orEmpty()
	tell := func(id string, message lang.Message) {
		found = append(found, Implausible{id, message})
	}
	for _, id := range ids {
		jumped := map[int]bool{}
		last := Undated
		for _, year := range d.years {
			column := d.Column(id, year)
			if column == nil {
				continue
			}
			if value, n := findMark(column); n > 0 {
				tell(id, farMark.With(id, sayYears([]int{year}), plain(value), n))
				jumped[year] = true
				continue
			}
			if low, high, ok := findHeaps(column); ok {
				tell(id, twoHeaps.With(id, sayYears([]int{year}), roundRoughly(low), roundRoughly(high)))
				jumped[year] = true
			}
			if last != Undated {
				if factor, ok := findDrift(d.Column(id, last), column); ok && !jumped[last] {
					tell(id, medianJumps.With(id, strconv.Itoa(last), strconv.Itoa(year),
						lang.Number{Value: factor, Decimals: chooseDecimals(factor)}))
					jumped[year] = true
				}
				if slices.Contains(changing, id) && areSame(d.Column(id, last), column) {
					tell(id, sameYears.With(id, strconv.Itoa(last), strconv.Itoa(year)))
				}
			}
			last = year
		}
		if len(jumped) == 0 {
			d.findSlips(id, slices.Contains(changing, id), tell)
		}
	}
	d.findTwins(ids, tell)
	return found
}

// roundRoughly returns a typical figure with three digits.
func roundRoughly(v float64) lang.Number {
	return lang.Number{Value: v, Decimals: max(0, 2-int(math.Floor(math.Log10(v))))}
}

// chooseDecimals returns with how many decimals a factor is told.
func chooseDecimals(v float64) int {
	if v >= 10 || v == 0 {
		return 0
	}
	return min(6, 1+max(0, int(math.Ceil(-math.Log10(v)))))
}

// sampleLogs returns the sorted logarithms of the positive figures of a column, or of every
// k-th of them where there are very many.
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

// findHeaps returns the medians of the two heaps that a column's figures fall into, where
// they are a power of ten apart.
func findHeaps(column []float64) (low, high float64, ok bool) {
	logs := sampleLogs(column)
	n := len(logs)
	below := 0
	for _, v := range column {
		if v < 0 {
			below++
		}
	}
	if n < fewestToJudge || 20*below > len(column) { // figures around 0 have no order of size
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

// measureSpread returns how wide the middle of sorted logarithms is. Below a fiftieth nothing is
// told apart.
func measureSpread(logs []float64) float64 {
	n := len(logs)
	return 0.02 + logs[(3*n)/4] - logs[n/4]
}

// takeMedian returns the median of sorted values.
func takeMedian(sorted []float64) float64 {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// findDrift returns the factor by which the typical figure has changed between two years,
// where that is more than plausible.
func findDrift(before, after []float64) (factor float64, ok bool) {
	var ratios []float64
	for i, v := range after {
		if i < len(before) && v > 0 && before[i] > 0 {
			ratios = append(ratios, v/before[i])
		}
	}
	if len(ratios) < fewestToJudge {
		return 0, false
	}
	slices.Sort(ratios)
	factor = takeMedian(ratios)
	return factor, factor > largestDrift || factor < 1/largestDrift
}

// findMark returns a value that stands several times and far outside all others, and how
// often.
func findMark(column []float64) (value float64, n int) {
	known := slices.DeleteFunc(slices.Clone(column), math.IsNaN)
	if len(known) < fewestToJudge {
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

// findSlips tells of a municipality's figure that is a power of ten times its own of other
// years, where the others' change little beside that. Spending does change: a small account
// that is posted elsewhere for a year falls to a hundredth, and one that comes back grows
// tenfold. So only a hundredfold rise and a fall to a thousandth are told of it.
func (d *Dataset) findSlips(id string, changes bool, tell func(string, lang.Message)) {
	up, down := 1.0, 1.0
	if changes {
		up, down = 2, 3
	}
	var years []int
	for _, year := range d.years {
		if d.Column(id, year) != nil {
			years = append(years, year)
		}
	}
	if len(years) < 2 {
		return
	}
	type slip struct {
		m    int
		year int
		by   float64
	}
	var slips []slip
	ratios := make([]float64, len(d.municipalities))
	judged := years
	if len(years) == 2 {
		judged = years[1:] // of two there is no telling which is wrong
	}
	for _, year := range judged {
		var known []float64
		for m := range d.municipalities {
			ratios[m] = d.compareYears(id, m, year, years)
			if isKnown(ratios[m]) {
				known = append(known, ratios[m])
			}
		}
		if len(known) < fewestToJudge {
			continue
		}
		slices.Sort(known)
		center := takeMedian(known)
		spread := 0.5 * (known[len(known)*9/10] - known[len(known)/10])
		for m, r := range ratios {
			size := math.Abs(r - center)
			power := math.Round(size)
			least := up
			if r < center {
				least = down
			}
			if power >= least && math.Abs(size-power) < 0.1 && size > 6*spread {
				slips = append(slips, slip{m, year, math.Pow(10, r-center)})
			}
		}
	}
	slices.SortFunc(slips, func(a, b slip) int {
		return cmp.Or(cmp.Compare(a.m, b.m), cmp.Compare(a.year, b.year))
	})
	for _, s := range slips {
		m := d.municipalities[s.m]
		tell(id, figureSlips.With(id, m.Name, sayYears([]int{s.year}),
			plain(d.Value(m.Code, s.year, id)),
			lang.Number{Value: s.by, Decimals: chooseDecimals(s.by)}))
	}
}

// compareYears returns the logarithm of a municipality's figure over the median of its own in
// the other years; NaN where there is none.
func (d *Dataset) compareYears(id string, m, year int, years []int) float64 {
	own := d.Column(id, year)[m]
	var others []float64
	for _, y := range years {
		if v := d.Column(id, y)[m]; y != year && v > 0 {
			others = append(others, math.Log10(v))
		}
	}
	if !(own > 0) || len(others) == 0 {
		return math.NaN()
	}
	slices.Sort(others)
	return math.Log10(own) - takeMedian(others)
}

// findTwins tells of two indicators that are the same throughout a year.
func (d *Dataset) findTwins(ids []string, tell func(string, lang.Message)) {
	for _, year := range d.years {
		first := map[string]string{}
		for _, id := range ids {
			column := d.Column(id, year)
			if column == nil || !varies(column) {
				continue
			}
			key := fmt.Sprint(column[:min(len(column), 100)])
			other, ok := first[key]
			if !ok {
				first[key] = id
			} else if other != id && areSame(d.Column(other, year), column) {
				tell(id, sameIndicators.With(other, id, sayYears([]int{year})))
			}
		}
	}
}

// varies says whether enough of a column's figures differ.
func varies(column []float64) bool {
	known, different := 0, 0
	first := math.NaN()
	for _, v := range column {
		switch {
		case !isKnown(v):
			continue
		case known == 0:
			first = v
		case v != first:
			different++
		}
		known++
	}
	return known >= fewestToJudge && different >= 3
}

// areSame says whether two columns that vary are the same.
func areSame(a, b []float64) bool {
	return len(a) == len(b) && varies(a) && slices.EqualFunc(a, b, func(x, y float64) bool {
		return x == y || math.IsNaN(x) && math.IsNaN(y)
	})
}
