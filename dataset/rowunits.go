package dataset

import "github.com/raaderum/raaderum/lang"

// Rows may state the unit of their figures. Then all of them must: what a figure
// without one is in, nothing tells.

// unitRow is the first row that states a unit, or of those that state none.
type unitRow struct {
	unit string
	line int
	more int // how many later rows are like it
}

// unitRows are the rows of an indicator, or of a table that is in one unit.
type unitRows struct {
	one                     bool // the figures are brought to their unit all together
	stating, lacking, other unitRow
}

// note takes a row with a figure.
func (u *unitRows) note(unit string, line int) {
	row := &u.stating
	switch {
	case unit == "":
		row = &u.lacking
	case u.stating.line == 0 || unit == u.stating.unit:
	case u.one && parseUnit(unit).factor != parseUnit(u.stating.unit).factor, fold(parseUnit(unit).base) != fold(parseUnit(u.stating.unit).base):
		row = &u.other
	}
	if row.line > 0 {
		row.more++
		return
	}
	*row = unitRow{unit: unit, line: line}
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

// areUnits says whether the texts of a column are units: such a column may also
// be of departments. A text that is no unit, in a column that surely has some, is
// returned.
func areUnits(texts map[string]bool) (are bool, strange string) {
	all, sure := len(texts) > 0, false
	for text := range texts {
		switch {
		case !isUnit(text):
			if all = false; strange == "" || text < strange {
				strange = text
			}
		case !bareWord(text): // "Børn" may be a department
			sure = true
		}
	}
	if !sure {
		return all, ""
	}
	return true, strange
}
