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

// percents are the figures of an indicator that are shown as per cent.
type percents struct {
	n     int
	shown any // the first of them
}

// takePercent notes a figure shown as per cent. It reports false, with a problem,
// where the indicator is in a unit that it cannot be in.
func (r *reader) takePercent(indicator int, u *unit.Unit, text string, shown any, at table.Place) bool {
	if !u.Percent {
		r.wrongUnit(indicator, at, text, percentInUnit.With(table.Shorten(text), table.Shorten(cmp.Or(u.Given, u.Text))))
		return false
	}
	if r.percents[indicator] == nil {
		if r.percents == nil {
			r.percents = map[int]*percents{}
		}
		r.percents[indicator] = &percents{shown: shown}
	}
	r.percents[indicator].n++
	return true
}

// count notes a number of an indicator.
func (r *reader) count(indicator int) {
	r.numbers = grow(r.numbers, indicator+1, 0)
	r.numbers[indicator]++
}

// tellPercents reports the indicators with figures shown as per cent, which is the
// unit of those that have no others.
func (r *reader) tellPercents() {
	for _, i := range slices.Sorted(maps.Keys(r.percents)) {
		p, ind := r.percents[i], &r.indicators[i]
		message := percentMixed.With(p.shown)
		if p.n == r.numbers[i] {
			if message = percentGiven.With(p.shown); ind.Unit == "" {
				ind.Unit = "pct."
			}
		}
		r.problem(ConvertedUnit, 0, ind.ID, "", message)
	}
	r.percents = nil
}
