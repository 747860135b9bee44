package dataset

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// findColumns tells the columns of figures from those of text.
func (g *grid) findColumns(first int) {
	width := 0
	for _, row := range g.cells[g.header:min(len(g.cells), g.header+lookAhead)] {
		width = max(width, len(row))
	}
	k := &g.keys
	g.findUnits(first)
	isKey := map[int]bool{g.code: true, g.name: true, k.Code: true, k.Name: true, k.Year: true, k.Indicator: true, k.Region: true, k.Group: true}
	rows := g.places(first)
	repeated := g.hasUnnamed(first)
	seen := map[string]bool{}
	for _, row := range rows {
		who := g.at(row, g.code) + "\x00" + g.at(row, g.name) + "\x00" + g.at(row, k.Year)
		repeated = repeated || seen[who]
		seen[who] = true
	}
	if k.Year < 0 {
		k.Year = g.findYears(rows, width, isKey)
		isKey[k.Year] = true
	}
	g.findPeriods(width)
	var years, others []int
	for c := range width {
		if isKey[c] {
			continue
		}
		numbers, words := 0, 0
		for _, row := range rows {
			text := g.at(row, c)
			_, danish := unit.DanishMarks().Parse(text)
			_, english := unit.EnglishMarks().Parse(text)
			switch {
			case text == "":
			case danish == unit.Number || english == unit.Number || danish == unit.Missing || danish == unit.Infinite || danish == unit.Percent || english == unit.Percent, text[0] == '=' || text[0] == '#': // a formula, and what Excel writes for a wrong one
				numbers++
			default:
				words++
			}
		}
		switch {
		case g.periods[c].Period != "":
			years = append(years, c)
		case c == k.Unit && k.Indicator >= 0, g.unitColumn == c:
		case c == k.Unit && g.unitsDiffer:
			g.texts = append(g.texts, c)
		case numbers == 0 && words == 0:
		case numbers >= words:
			others = append(others, c)
		case repeated && k.Indicator < 0 && (g.at(g.header, c) != "" || len(years)+len(others) == 0):
			g.texts = append(g.texts, c)
		case g.at(g.header, c) != "":
			g.ignored = append(g.ignored, c)
		}
	}
	switch {
	case k.Indicator >= 0 && k.Value >= 0:
		g.figures = []int{k.Value}
	case len(years) > 0 && k.Year < 0:
		g.figures, g.years, g.undated = years, true, others
	default:
		g.figures = others
	}
}

// findUnits looks through a column of units. One unit is that of the whole table;
// of several each is of its rows.
func (g *grid) findUnits(first int) {
	g.unitColumn = -1
	if g.keys.Unit < 0 || g.keys.Indicator >= 0 {
		return
	}
	units := map[string]bool{}
	for row := first; row < len(g.cells); row++ {
		if text := g.at(row, g.keys.Unit); text != "" && (g.at(row, g.code) != "" || g.at(row, g.name) != "") {
			units[text] = true
		}
	}
	are, strange := unit.AreUnits(units)
	if g.strangeUnit = strange; !are { // departments, perhaps
		g.noUnits = slices.Sorted(maps.Keys(units))
		return
	}
	if g.unitsDiffer = len(units) > 1; !g.unitsDiffer {
		g.unitColumn = g.keys.Unit
		for g.unit = range units { // the one there is
		}
	}
}

// tellUnits reports what is no unit in a column of units, and what may be one in a
// column of others.
func (g *grid) tellUnits(r *reader) {
	if stated := g.strangeUnit; stated != "" {
		r.problem(BadUnit, g.header+1, g.at(g.header, g.keys.Unit), stated, badUnit.With(table.Shorten(stated), lang.List(unit.List()), lang.Suggest(stated, unit.List())))
	}
	for _, text := range g.noUnits {
		r.tellMention(text, unit.Parse(text))
	}
}

// findYears returns the column of years, of one that is called so or is of dates
// or parts of years; or -1.
func (g *grid) findYears(rows []int, width int, isKey map[int]bool) int {
	for c := range width {
		name := g.at(g.header, c)
		if isKey[c] || table.ReadHeading(name).Period != "" {
			continue
		}
		periods, divided, others := 0, false, 0
		for _, row := range rows {
			text := g.at(row, c)
			switch p, ok := table.ParsePeriod(text); {
			case ok:
				periods++
				divided = divided || p.Of > 0
			case text != "":
				others++
			}
		}
		if periods > 0 && others == 0 && (divided || table.RoleNamed(name) == table.Time) {
			return c
		}
	}
	return -1
}

// hasUnnamed says whether rows without a municipality stand below one: they are
// of the same.
func (g *grid) hasUnnamed(first int) bool {
	for row := first; row < min(len(g.cells), first+lookAhead); row++ {
		if g.at(row, g.code) != "" || g.at(row, g.name) != "" {
			continue
		}
		numbers, words := 0, 0
		for c := range g.cells[row] {
			switch _, v := unit.DanishMarks().Parse(g.number(g.cells[row][c])); {
			case g.at(row, c) == "":
			case v == unit.Number || g.cells[row][c].number:
				numbers++
			default:
				words++
			}
		}
		if numbers > 0 && words > 0 {
			return true
		}
	}
	return false
}

// places returns the first rows that have a municipality and a figure.
func (g *grid) places(first int) []int {
	var rows []int
	for row := first; row < len(g.cells) && len(rows) < lookAhead; row++ {
		if g.at(row, g.code) != "" || g.at(row, g.name) != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// findMarks finds out the marks of numbers that are stored as text.
func (g *grid) findMarks(first int) {
	e := &g.evidence
	for _, row := range g.cells[first:min(len(g.cells), first+sampleRows)] {
		for _, c := range g.figures {
			if c < len(row) && !row[c].number {
				e.Look(row[c].text)
			}
		}
	}
	g.marks, _ = e.Settle(';')
}

// number returns the text of a cell with a decimal point, where it is one, and
// without the sign of per cent.
func (g *grid) number(cell cell) string {
	text, _ := unit.CutPercent(strings.TrimSpace(cell.text))
	if cell.number || text == "" {
		return text
	}
	if v, verdict := g.marks.Parse(text); verdict == unit.Number {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return text
}

// figure returns the text of a cell with a decimal point, and with the sign of per
// cent where it is shown with one.
func (g *grid) figure(cell cell) string {
	text := g.number(cell)
	if _, percent := unit.CutPercent(strings.TrimSpace(cell.text)); percent || cell.percent {
		text += "%"
	}
	return text
}
