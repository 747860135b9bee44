package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Rows may state the unit of their figures. Then all of them must: what a figure
// without one is in, nothing tells.

// unitRow is a row with a figure, and what it states of its unit.
type unitRow struct {
	unit string // empty: nothing
	line int
	more int // how many later rows are like it
}

// unitRows are the rows of an indicator, or of a table that is in one unit.
type unitRows struct {
	one                     bool    // the figures are brought to their unit all together
	stating, lacking, other unitRow // the first of each
}

// note takes rows with figures.
func (u *unitRows) note(rows unitRow) {
	first := &u.stating
	switch {
	case rows.unit == "":
		first = &u.lacking
	case u.stating.line == 0 || rows.unit == u.stating.unit:
	case u.one && unit.Parse(rows.unit).Factor != unit.Parse(u.stating.unit).Factor, unit.Fold(unit.Parse(rows.unit).Base) != unit.Fold(unit.Parse(u.stating.unit).Base):
		first = &u.other
	}
	if first.line > 0 {
		first.more += 1 + rows.more
		return
	}
	*first = unitRow{strings.Clone(rows.unit), rows.line, rows.more}
}

// tellUnits reports rows of an indicator, by position, that state no unit or
// another, beside those that state one.
func (r *reader) tellUnits(u *unitRows, column string, indicator int) {
	kind := BadUnit
	if r.unused(indicator) {
		kind = UnusedFigure
	}
	tell := func(row unitRow, message lang.Message) {
		r.problems.add(&Problem{Kind: kind, Source: r.table.Source, Row: row.line, Column: column, Text: row.unit, More: row.more, message: message})
	}
	if u.stating.line == 0 {
		return
	}
	if u.lacking.line > 0 {
		tell(u.lacking, rowLacksUnit.With(u.stating.line, shorten(u.stating.unit)))
	}
	if u.other.line > 0 {
		tell(u.other, rowInOtherUnit.With(shorten(u.other.unit), u.stating.line, shorten(u.stating.unit)))
	}
}

// tellContradiction reports a heading that states another unit than the rows.
func (r *reader) tellContradiction(heading, stated, ofRows string, indicator int) {
	a, b := unit.Parse(stated), unit.Parse(ofRows)
	if stated != "" && ofRows != "" && (a.Amount != b.Amount || a.Factor != b.Factor) {
		r.wrongUnit(indicator, spot{column: heading}, ofRows, headingAndRows.With(shorten(stated), shorten(ofRows)))
	}
}
