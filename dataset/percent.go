package dataset

import (
	"slices"
	"strings"
)

// Figures shown as per cent are read as shown, 5 for 5 %, and are no figures in
// another unit.

// cutPercent takes the sign of per cent off a number's text. It reports false for
// a text without one, or with nothing else.
func cutPercent(text string) (number string, ok bool) {
	for _, sign := range []string{"%", "pct.", "pct"} {
		number, cut := strings.CutSuffix(text, sign)
		if number = strings.TrimRight(number, " \u00a0\u202f"); cut && number != "" && isDigit(number[len(number)-1]) {
			return number, true
		}
	}
	return text, false
}

// percents are the figures of an indicator that are shown as per cent.
type percents struct {
	n     int
	shown any // the first of them
}

// takesPercent says whether figures in a unit, spelled, may be shown as per cent.
func takesPercent(unit string) bool {
	return !isUnit(unit) || slices.ContainsFunc([]string{"pct", "%", "procent", "percent"}, func(word string) bool { return strings.Contains(unit, word) })
}

// takePercent notes a figure shown as per cent. It reports false, with a problem,
// where the indicator is in a unit that it cannot be in.
func (r *reader) takePercent(indicator int, u *unit, text string, shown any, at spot) bool {
	if !u.percent {
		r.wrongUnit(indicator, at, text, percentInUnit.With(shorten(text), shorten(or(u.given, u.text))))
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
	for _, i := range sortedInts(r.percents) {
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
