package table

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// UnitRow is a row with a figure, and the unit that it states.
type UnitRow struct {
	Unit string // the unit; empty: none is stated
	Line int
	More int // how many later rows state the same
}

// UnitRows are the rows of an indicator, or of a table in one unit, by the unit that they
// state.
type UnitRows struct {
	One                     bool    // all figures are converted together
	Stating, Lacking, Other UnitRow // the first row of each kind
}

// Note adds rows with figures.
func (u *UnitRows) Note(rows UnitRow) {
	first := &u.Stating
	switch {
	case rows.Unit == "":
		first = &u.Lacking
	case u.Stating.Line == 0 || rows.Unit == u.Stating.Unit:
	case u.One && unit.Parse(rows.Unit).Factor != unit.Parse(u.Stating.Unit).Factor, unit.Fold(unit.Parse(rows.Unit).Base) != unit.Fold(unit.Parse(u.Stating.Unit).Base):
		first = &u.Other
	}
	if first.Line > 0 {
		first.More += 1 + rows.More
		return
	}
	*first = UnitRow{strings.Clone(rows.Unit), rows.Line, rows.More}
}
