package plausible

import (
	"math"
	"slices"
)

// Sign is a figure that is 0 or below where it should be above.
type Sign struct {
	Municipality, Year int // positions
	// How large it is beside what the municipality has in other years, or beside what is
	// typical where it has none; of a 0, how large the municipality's own is beside that.
	Size   float64
	Before bool // the municipality has figures of 0 or below in other years
}

// Signs are the figures of an indicator that are 0 or below where nearly all are above.
type Signs struct {
	Reversed []int // the years whose figures are mostly below 0
	Below    []Sign
	Zeros    []Sign
}

// The bounds of what signs may be.
const (
	fewOfSign  = 0.05 // of the figures of other years or municipalities
	mostOfSign = 0.5  // of a year's figures
	mostZeros  = 0.2  // of a year's figures; where more are 0, they may be posted elsewhere
	leastUsual = 0.2  // of what is typical, that what a municipality has counts as
)

// counts are how many of some figures are known, 0, and below 0.
type counts struct{ known, zeros, below int }

// countSigns counts the signs of a column.
func countSigns(column []float64) (c counts) {
	for _, v := range column {
		switch {
		case math.IsNaN(v):
			continue
		case v == 0:
			c.zeros++
		case v < 0:
			c.below++
		}
		c.known++
	}
	return c
}

// FindSigns looks for figures that are 0 or below where nearly all others are above, and so
// are the municipality's own of other years. Where it has none, the others tell.
func (s *Series) FindSigns() (found Signs) {
	years := make([]counts, len(s.Columns))
	all := counts{}
	for t, column := range s.Columns {
		years[t] = countSigns(column)
		all.known += years[t].known
		all.zeros += years[t].zeros
		all.below += years[t].below
	}
	isReversed := make([]bool, len(years))
	for t, c := range years {
		others := all.known - c.known
		if c.known >= fewest && float64(c.below) > mostOfSign*float64(c.known) &&
			others >= fewest && float64(all.below-c.below) <= fewOfSign*float64(others) {
			found.Reversed = append(found.Reversed, t)
			isReversed[t] = true
		}
	}
	for _, t := range found.Reversed {
		all.known -= years[t].known
		all.zeros -= years[t].zeros
		all.below -= years[t].below
	}
	if all.known < fewest {
		return found
	}
	fewBelow := float64(all.below) <= fewOfSign*float64(all.known)
	typical := s.findTypical()
	for t, column := range s.Columns {
		if isReversed[t] {
			continue
		}
		// Zeros of a whole column are counted apart: in the other years they may be none.
		zeros, known := all.zeros, all.known
		if len(s.Columns) > 1 && all.known-years[t].known >= fewest {
			zeros, known = all.zeros-years[t].zeros, all.known-years[t].known
		}
		fewZeros := float64(zeros) <= fewOfSign*float64(known) &&
			float64(years[t].zeros) <= mostZeros*float64(years[t].known)
		for m, v := range column {
			own := math.Pow(10, s.Own[t][m])
			switch {
			case v < 0 && fewBelow:
				usual := own
				if math.IsNaN(usual) {
					usual = typical
				}
				found.Below = append(found.Below, Sign{m, t, -v / max(usual, leastUsual*typical), s.isBelowElse(m, t)})
			case v == 0 && fewZeros && !math.IsNaN(own):
				found.Zeros = append(found.Zeros, Sign{m, t, own / typical, s.isBelowElse(m, t)})
			}
		}
	}
	return found
}

// isBelowElse says whether a municipality's figure of another year is 0 or below.
func (s *Series) isBelowElse(m, year int) bool {
	for t, column := range s.Columns {
		if t != year && column[m] <= 0 {
			return true
		}
	}
	return false
}

// findTypical returns the median of the figures above 0 of all years.
func (s *Series) findTypical() float64 {
	var logs []float64
	for _, column := range s.Logs {
		logs = append(logs, column...)
	}
	logs = slices.DeleteFunc(logs, math.IsNaN)
	if len(logs) == 0 {
		return math.NaN()
	}
	slices.Sort(logs)
	return math.Pow(10, takeMedian(logs))
}
