package dataset

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// What is a large change of a municipality's own spending from the year before.
const (
	manyChanges  = 5.0 // standard changes of all municipalities
	halfAsMuch   = 1.5 // or by half, up or down
	fewestChange = 20  // municipalities; with fewer nothing tells what is usual
)

// findChanges remarks on large changes of the asked municipalities' own spending from the year
// before their last. It is measured against how all municipalities' changed between the last
// two years that enough of them have.
func (in *inspection) findChanges(s *series) {
	if !s.changes {
		return
	}
	for _, code := range in.scope.Municipalities {
		m, ok := in.byCode[code]
		if !ok {
			continue
		}
		last := len(s.years) - 1
		for last >= 0 && !(pickFigure(s.Columns[last], m) > 0) {
			last--
		}
		if last < 1 || s.years[last-1] != s.years[last]-1 {
			continue
		}
		before, now := pickFigure(s.Columns[last-1], m), pickFigure(s.Columns[last], m)
		if !(before > 0) {
			continue
		}
		typical, spread := s.measureChanges(last)
		change := math.Log(now / before)
		isLarge := now > halfAsMuch*before || now < (2-halfAsMuch)*before ||
			spread > 0 && math.Abs(change-typical) > manyChanges*spread
		if isLarge {
			in.remark(s.id, s.years[last:last+1], code, ownChange.With(s.id, in.municipalities[m].Name,
				roundComputed(before), strconv.Itoa(s.years[last-1]), roundComputed(now),
				strconv.Itoa(s.years[last]),
				lang.Number{Value: 100 * (now/before - 1), Decimals: 0, Signed: true}))
		}
	}
}

// measureChanges returns the median of the logarithms of all municipalities' changes to a year,
// or to the last year before it that enough have, and their spread: 1.4826 times the median
// distance from it, which is the standard deviation where they are normal. The spread is 0 if
// no year has enough.
func (s *series) measureChanges(last int) (typical, spread float64) {
	for t := last; t > 0; t-- {
		var changes []float64
		for m, v := range s.Columns[t] {
			if before := pickFigure(s.Columns[t-1], m); v > 0 && before > 0 {
				changes = append(changes, math.Log(v/before))
			}
		}
		if len(changes) < fewestChange {
			continue
		}
		typical = findMiddle(changes)
		for i := range changes {
			changes[i] = math.Abs(changes[i] - typical)
		}
		return typical, 1.4826 * findMiddle(changes)
	}
	return 0, 0
}

// findMiddle returns the upper median of numbers, which it sorts.
func findMiddle(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// pickFigure returns a municipality's figure of a column, which is missing where the column
// ends before it.
func pickFigure(column []float64, m int) float64 {
	if m < len(column) {
		return column[m]
	}
	return math.NaN()
}
