package sheet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// searchHeader returns the row of the header, or -1. It is the nearest row above the first
// place that has the heading of a column of places, or the row below that one if it has no
// place. Failing that, it is the nearest row that is not itself a row of figures. Rows of
// totals, and of places whose names are misspelt, may stand above the first known place and
// are no headers.
func (g *grid) searchHeader(first int) int {
	for row := first - 1; row >= 0; row-- {
		if g.countTexts(row) < 2 || !g.headsPlaces(row) {
			continue
		}
		below := row + 1
		if below < first && !g.hasPlace(below) && g.mayHead(below, first) &&
			g.judgeRow(below, first) == ofHeadings {
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

// mayHead says whether a row has enough texts for a header: two, or a single year.
func (g *grid) mayHead(row, first int) bool {
	n := g.countTexts(row)
	return n > 1 || n == 1 && g.isYear(row) && g.isAboveFigure(row, first)
}

// headsPlaces says whether a row has the heading of a column of places, above the places.
func (g *grid) headsPlaces(row int) bool {
	for _, c := range []int{g.place.name, g.place.code} {
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
	ofEither // a header only if there is no better one
)

// judgeRow says what a row above the first known place is. A row of figures has a place, or
// what may be the misspelt name of one, and numbers where the row of that first place has
// numbers. Numbers that may be years or accounts may also be headings.
func (g *grid) judgeRow(row, first int) rowKind {
	code, name := g.placeAt(row)
	whole := g.options.Places.Listed && code+name != "" &&
		(g.options.Places.Find(code, name) == table.Whole ||
			g.options.Places.Find("", name) == table.Whole)
	figures, headings, accounts := 0, 0, 0
	for c := range g.cells[row] {
		text := g.textAt(row, c)
		if c == g.place.code || c == g.place.name || text == "" || !g.hasFigure(first, c) {
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
		case !isMissing(text): // a word stands above figures
			return ofHeadings
		}
	}
	switch {
	case whole && figures+headings+accounts > 0, figures > 0:
		if headings > 0 && figures+accounts == 0 && g.isTop(row) {
			return ofEither
		}
		return ofFigures
	case accounts > 0 && code+name == "": // the numbers of accounts stand below their names
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

// isAboveWords says whether the row above has words, and no years, wherever this row has
// numbers.
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

// isMissing says whether a text stands for a missing figure or for nothing.
func isMissing(text string) bool {
	_, verdict := unit.DanishMarks().Parse(text)
	return verdict == unit.Missing || text == "-"
}

// hasFigure says whether a cell is a number, perhaps with a per cent sign.
func (g *grid) hasFigure(row, column int) bool {
	if column >= len(g.cells[row]) {
		return false
	}
	text, _ := unit.CutPercent(g.textAt(row, column))
	return g.cells[row][column].Number || text != "" && unit.IsFigure(strings.TrimSpace(text))
}

// findHeader finds the columns that the header names, the row above it that divides them,
// and the title.
func (g *grid) findHeader() {
	g.keys, _ = table.FindKeys(g.listTexts(g.header.row))
	for c, name := range g.listTexts(g.header.row) {
		if g.keys.Year < 0 && table.RoleNamed(name) == table.Time {
			g.keys.Year = c
		}
	}
	for row := g.header.row - 1; row >= 0; row-- {
		switch n := g.countTexts(row); {
		case n >= 2 && row == g.header.row-1 && (!g.isKeyed(row) || g.isAbove(row)):
			g.header.upper = append(g.header.upper, row)
		case n >= 1:
			text := g.findFirstText(row)
			g.header.titles = append(g.header.titles, g.listTitles(row)...)
			if unit, ok := cutUnit(text); ok {
				g.units.said = cmp.Or(g.units.said, unit)
			} else if g.header.title == "" && !g.isKnownPlace(text) {
				g.header.title = text
			}
		}
	}
}

// listTitles returns the first texts of a row above a table.
func (g *grid) listTitles(row int) (texts []string) {
	for c := range min(len(g.cells[row]), mostSpoken) {
		if text := g.textAt(row, c); text != "" && len(g.header.titles)+len(texts) < mostSpoken {
			texts = append(texts, text)
		}
	}
	return texts
}

// isKnownPlace says whether a text is a place's name. Above a table it says whose report
// this is, and nothing of the figures.
func (g *grid) isKnownPlace(text string) bool {
	return g.options.Places.Listed && g.options.Places.Find(text, "") != table.NoPlace
}

// cutUnit returns the unit that a line above a table states, such as "Enhed: 1.000 kr."
func cutUnit(text string) (stated string, ok bool) {
	word, stated, ok := strings.Cut(text, ":")
	word = unit.Fold(word)
	return strings.TrimSpace(stated), ok && (word == "enhed" || word == "unit" || word == "enhet")
}

// isKeyed says whether a row names both columns of municipalities, and so is a header
// itself.
func (g *grid) isKeyed(row int) bool {
	k, _ := table.FindKeys(g.listTexts(row))
	return k.Code >= 0 && k.Name >= 0
}

// isAbove says whether a row above the header divides its columns even though it names some
// of them. Those are merged over both rows.
func (g *grid) isAbove(row int) bool {
	same, others := 0, 0
	for c := range max(len(g.cells[row]), len(g.cells[g.header.row])) {
		switch above, below := g.textAt(row, c), g.headingAt(c); {
		case above == "":
		case above != below:
			others++
		case c == g.place.code || c == g.place.name || c == g.keys.Year:
			same++
		}
	}
	return same > 0 && others > 0
}

// isAboveFigure says whether the only text of a row stands above a figure of a
// municipality, as a heading does. A title of the rows below stands above nothing but their
// names.
func (g *grid) isAboveFigure(row, first int) bool {
	for c := range g.cells[row] {
		isPlace := c == g.place.name || c == g.place.code
		if !isPlace && g.textAt(row, c) != "" && g.textAt(first, c) != "" {
			return true
		}
	}
	return false
}

// isYear says whether a row has a year.
func (g *grid) isYear(row int) bool {
	return slices.ContainsFunc(g.cells[row],
		func(c Cell) bool { return table.ReadHeading(c.Text).Sure })
}
