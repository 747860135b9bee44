package dataset

import (
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Rows may state the unit of their figures. Then all of them must: what a figure
// without one is in, nothing tells.

// tellUnits reports rows of an indicator, by position, that state no unit or
// another, beside those that state one.
func (s *sink) tellUnits(u *table.UnitRows, column string, indicator int) {
	kind := BadUnit
	if s.unused(indicator) {
		kind = UnusedFigure
	}
	tell := func(row table.UnitRow, message lang.Message) {
		s.builder.problems.add(&Problem{Kind: kind, Source: s.table.Source, Row: row.Line, Column: column, Text: row.Unit, More: row.More, message: message})
	}
	if u.Stating.Line == 0 {
		return
	}
	if u.Lacking.Line > 0 {
		tell(u.Lacking, rowLacksUnit.With(u.Stating.Line, table.Shorten(u.Stating.Unit)))
	}
	if u.Other.Line > 0 {
		tell(u.Other, rowInOtherUnit.With(table.Shorten(u.Other.Unit), u.Stating.Line, table.Shorten(u.Stating.Unit)))
	}
}

// tellContradiction reports a heading that states another unit than the rows.
func (s *sink) tellContradiction(heading, stated, ofRows string, indicator int) {
	a, b := unit.Parse(stated), unit.Parse(ofRows)
	if stated != "" && ofRows != "" && (a.Amount != b.Amount || a.Factor != b.Factor) {
		s.wrongUnit(indicator, table.Place{Column: heading}, ofRows, headingAndRows.With(table.Shorten(stated), table.Shorten(ofRows)))
	}
}
