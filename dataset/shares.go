package dataset

import (
	"cmp"
	"maps"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Figures shown as per cent are read as shown, 5 for 5 %, and are no figures in
// another unit.

// shares are the figures shown as per cent, and how many figures there are.
type shares struct {
	percents map[int]*percents // of the indicators that have some
	numbers  []int             // of each indicator
}

// percents are the figures of an indicator that are shown as per cent.
type percents struct {
	n     int
	shown any // the first of them
}

// takePercent notes a figure shown as per cent. It reports false, with a problem,
// where the indicator is in a unit that it cannot be in.
func (s *sink) takePercent(indicator int, u *unit.Unit, text string, shown any, at table.Place) bool {
	if !u.Percent {
		s.wrongUnit(indicator, at, text, percentInUnit.With(table.Shorten(text), table.Shorten(cmp.Or(u.Given, u.Text))))
		return false
	}
	if s.shares.percents[indicator] == nil {
		if s.shares.percents == nil {
			s.shares.percents = map[int]*percents{}
		}
		s.shares.percents[indicator] = &percents{shown: shown}
	}
	s.shares.percents[indicator].n++
	return true
}

// count notes a number of an indicator.
func (s *sink) count(indicator int) {
	s.shares.numbers = grow(s.shares.numbers, indicator+1, 0)
	s.shares.numbers[indicator]++
}

// tellPercents reports the indicators with figures shown as per cent, which is the
// unit of those that have no others.
func (s *sink) tellPercents() {
	for _, i := range slices.Sorted(maps.Keys(s.shares.percents)) {
		p, ind := s.shares.percents[i], &s.builder.indicators[i]
		message := percentMixed.With(p.shown)
		if p.n == s.shares.numbers[i] {
			if message = percentGiven.With(p.shown); ind.Unit == "" {
				ind.Unit = "pct."
			}
		}
		s.problem(ConvertedUnit, 0, ind.ID, "", message)
	}
	s.shares.percents = nil
}
