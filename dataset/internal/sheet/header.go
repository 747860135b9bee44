package sheet

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// searchHeader returns the row of the header, or -1. It is the nearest row above the first
// place with the heading of a column of places, or the row below that one if it has no
// place. Failing that, it is the nearest row that is not a row of figures itself. Totals
// stand above the first place, and places whose names are spelt wrongly. They are rows like
// any other.
func (g *grid) searchHeader(first int) int {
	for row := first - 1; row >= 0; row-- {
		if g.countTexts(row) < 2 || !g.headsPlaces(row) {
			continue
		}
		below := row + 1
		if below < first && g.textAt(below, g.code)+g.textAt(below, g.name) == "" &&
			g.mayHead(below, first) && g.judgeRow(below, first) == ofHeadings {
			return below
		}
		return row
	}
	doubtful := -1
	for row := first - 1; row >= 0; row-- {
		if !g.mayHead(row, first) {
			continue
		}
		switch g.judgeRow(row, first) {
		case ofHeadings:
			return row
		case ofEither:
			doubtful = row
		}
	}
	return doubtful
}

// mayHead says whether a row has as many texts as a header: two, or one year.
func (g *grid) mayHead(row, first int) bool {
	n := g.countTexts(row)
	return n > 1 || n == 1 && g.isYear(row) && g.isAboveFigure(row, first)
}

// headsPlaces says whether a row has the heading of a column of places, above the places.
func (g *grid) headsPlaces(row int) bool {
	for _, c := range []int{g.name, g.code} {
		text := g.textAt(row, c)
		if table.NamesPlaces(text) || table.RoleNamed(text) == table.Geography {
			return true
		}
	}
	return false
}

// rowKind says what a row above the first known place is.
type rowKind int

const (
	ofHeadings rowKind = iota
	ofFigures
	ofEither // a header only if there is no other: it may be either
)

// judgeRow says what a row above the first known place is. A row of figures has a place, or
// what may be the misspelt name of one, and numbers where the row of that first place has
// numbers. Numbers that may be years or accounts may also be headings.
func (g *grid) judgeRow(row, first int) rowKind {
	code, name := g.textAt(row, g.code), g.textAt(row, g.name)
	whole := g.options.Places.Listed && code+name != "" &&
		(g.options.Places.Find(code, name) == table.Whole ||
			g.options.Places.Find("", name) == table.Whole)
	figures, headings, accounts := 0, 0, 0
	for c := range g.cells[row] {
		text := g.textAt(row, c)
		if c == g.code || c == g.name || text == "" || !g.hasFigure(first, c) {
			continue
		}
		_, isYear := table.ParseYear(text)
		switch {
		case isYear || table.ReadHeading(text).Sure:
			headings++
		case len(text) >= 5 && len(text) <= 6 && unit.AllDigits(text):
			accounts++
		case g.hasFigure(row, c):
			figures++
		case !isMissing(text): // a word above figures
			return ofHeadings
		}
	}
	switch {
	case whole && figures+headings+accounts > 0, figures > 0:
		if headings > 0 && figures+accounts == 0 && g.isTop(row) {
			return ofEither
		}
		return ofFigures
	case accounts > 0 && code+name == "": // numbers of accounts below their names
		if g.isAboveWords(row) {
			return ofHeadings
		}
		return ofFigures
	case accounts > 0 && !g.isTop(row):
		return ofFigures
	case headings > 0 && code+name == "":
		return ofHeadings
	case headings+accounts > 0:
		return ofEither
	}
	return ofHeadings
}

// isTop says whether nothing that may be a header stands above a row.
func (g *grid) isTop(row int) bool {
	for above := row - 1; above >= 0; above-- {
		if g.countTexts(above) > 1 {
			return false
		}
	}
	return true
}

// isAboveWords says whether the row above has words, and no years, where a row has numbers.
func (g *grid) isAboveWords(row int) bool {
	if row == 0 {
		return false
	}
	for c := range g.cells[row] {
		above := g.textAt(row-1, c)
		if g.hasFigure(row, c) && (above == "" || unit.IsFigure(above) ||
			table.ReadHeading(above).Sure) {
			return false
		}
	}
	return true
}

// isMissing says whether a text stands for a missing figure, or for nothing.
func isMissing(text string) bool {
	_, verdict := unit.DanishMarks().Parse(text)
	return verdict == unit.Missing || text == "-"
}

// hasFigure says whether a cell is a number, or one with the sign of per cent.
func (g *grid) hasFigure(row, column int) bool {
	if column >= len(g.cells[row]) {
		return false
	}
	text, _ := unit.CutPercent(g.textAt(row, column))
	return g.cells[row][column].Number || text != "" && unit.IsFigure(strings.TrimSpace(text))
}

// findSecondPlaces returns another column of places than the one that was found, whose
// places differ from it in some row, or -1. Such are two tables beside each other, and a
// table of two places such as home and work. If somebody names the column of places, the
// other one only counts if it is called the same.
func (g *grid) findSecondPlaces(first int) int {
	places := g.options.Places
	if !places.Listed || places.Which == nil {
		return -1
	}
	asked := false
	for _, c := range g.options.Columns {
		asked = asked || findHeading(g.listTexts(g.header), c.Places) >= 0
	}
	rows := g.findPlaceRows(first)
	width := 0
	for _, row := range rows {
		width = max(width, len(g.cells[row]))
	}
	heading := unit.Fold(g.textAt(g.header, max(g.name, g.code)))
	for c := range width {
		name := g.textAt(g.header, c)
		if c == g.code || c == g.name || c == g.keys.Region || c == g.keys.Group ||
			c == g.keys.Year || asked && unit.Fold(name) != heading {
			continue
		}
		called := table.NamesPlaces(name) || table.RoleNamed(name) == table.Geography
		filled, known, differ := 0, 0, 0
		for _, row := range rows {
			text := g.textAt(row, c)
			if text == "" {
				continue
			}
			filled++
			if unit.IsFigure(text) && !called {
				continue
			}
			which := places.Which(text, "")
			if which == "" {
				continue
			}
			known++
			if own := places.Which(g.textAt(row, g.code), g.textAt(row, g.name)); own != "" &&
				own != which {
				differ++
			}
		}
		if known > 1 && 2*known >= filled && differ > 0 {
			return c
		}
	}
	return -1
}
