package dataset

import (
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// asShown returns a number, in the unit of its indicator, that is shown as a
// format says. It reports false, with a problem, where that and the unit do not
// say the same.
func (m *mapper) asShown(f *unit.Format, v float64, t *target, at table.Place) (float64, bool) {
	switch {
	case f.BySize, f.Scale.Text != "" && f.Scale.Factor == 0:
		m.sink.wrongUnit(t.indicator, at, shortest(v), formatBySize.With())
		return v, false
	case f.Scale.Text == "":
		m.tellShown(t.indicator, f, at, v, shownDivided.With(plain(f.Divisor()), plain(v), plain(v*f.Divisor())))
		return v, true
	case t.Factor == f.Scale.Factor:
		return v, true
	case t.Factor != 1:
		m.sink.wrongUnit(t.indicator, at, shortest(v), formatInUnit.With(table.Shorten(f.Scale.Text), table.Shorten(t.Given)))
		return v, false
	}
	v *= f.Scale.Factor
	m.tellShown(t.indicator, f, at, v, shownScaled.With(table.Shorten(f.Scale.Text), plain(v)))
	return v, true
}

// shownAs is a format of an indicator's numbers that was told.
type shownAs struct {
	indicator, thousands int
	scale                string
}

// tellShown tells the first number of an indicator that is shown as a format says.
func (m *mapper) tellShown(indicator int, f *unit.Format, at table.Place, v float64, message lang.Message) {
	key := shownAs{indicator, f.Thousands, f.Scale.Text}
	if m.shown[key] {
		return
	}
	if m.shown == nil {
		m.shown = map[shownAs]bool{}
	}
	m.shown[key] = true
	m.sink.builder.problems.add(&Problem{Kind: ConvertedUnit, Source: m.sink.table.Source, Row: at.Row, Column: at.Column, Cell: at.Cell, Text: shortest(v), message: message})
}
