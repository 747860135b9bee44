package sheet

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// maker makes a [table.Table] of a table in a sheet. Its variables are the municipality,
// the year, and everything that names the indicator: columns of text, titles between the
// rows, a row above the header, and the columns' headings. The year comes from a column
// or from the headings.
type maker struct {
	grid   *grid
	table  *table.Table
	faults []table.Fault
	short  int // rows left out
	index  []map[table.Value]int32
	rows   []makerRow
	block  string // the title of the rows being read

	strays []int    // rows of one text that were met since the last figures
	areas  []string // titles that are of a country or region, and head its municipalities

	place, year, block0, upper, name int // the variables' positions; -1: there is none
	texts                            []int
	// the values of each column of figures, by variable; -1: the row's
	columns [][]int32
}

type makerRow struct {
	row int
	at  []int32 // -1: the column's
}

func newMaker(g *grid) *maker {
	b := &maker{grid: g, table: &table.Table{Plain: true, Title: g.title, Unit: g.units.said,
		UnitColumn: g.textAt(g.header, g.keys.Unit), Marks: unit.EnglishMarks()}, year: -1, block0: -1, upper: -1, name: -1}
	b.place = b.addVariable("", table.Geography)
	if g.years || g.titled || g.keys.Year >= 0 {
		b.year = b.addVariable(cmp.Or(g.textAt(g.header, g.keys.Year), "år"), table.Time)
	}
	if g.keys.Indicator >= 0 {
		b.texts = append(b.texts, b.addVariable(g.textAt(g.header, g.keys.Indicator), table.NoRole))
		g.texts = append([]int{g.keys.Indicator}, g.texts...)
	}
	for _, c := range g.texts[len(b.texts):] {
		b.texts = append(b.texts, b.addVariable(g.textAt(g.header, c), table.NoRole))
	}
	if g.hasBlocks() {
		b.block0 = b.addVariable("", table.NoRole)
	}
	if len(g.upper) > 0 {
		b.upper = b.addVariable("", table.NoRole)
	}
	if g.keys.Indicator < 0 && (!g.years || slices.ContainsFunc(g.figures,
		func(c int) bool { return g.periods[c].Name+g.periods[c].Unit != "" })) {
		b.name = b.addVariable("", table.NoRole)
	}
	return b
}

// addVariable adds a variable.
func (b *maker) addVariable(name string, role table.Role) int {
	if role == table.Geography {
		name = b.grid.textAt(b.grid.header, b.grid.name)
		name = cmp.Or(name, b.grid.textAt(b.grid.header, b.grid.code))
		name = cmp.Or(name, "kommune")
	}
	b.table.Variables = append(b.table.Variables, table.Variable{Label: name, Role: role})
	b.index = append(b.index, map[table.Value]int32{})
	return len(b.table.Variables) - 1
}

// addValue returns the position of a value of a variable.
func (b *maker) addValue(variable int, v table.Value) int32 {
	i, ok := b.index[variable][v]
	if !ok {
		i = int32(len(b.table.Variables[variable].Values))
		b.index[variable][v] = i
		b.table.Variables[variable].Values = append(b.table.Variables[variable].Values, v)
	}
	return i
}

// isFigures says whether a row has something in a column of figures.
func (g *grid) isFigures(row int) bool {
	return slices.ContainsFunc(g.figures, func(c int) bool {
		_, v := unit.DanishMarks().Parse(g.formatNumber(cellAt(g.cells[row], c)))
		return g.textAt(row, c) != "" && (v != unit.NotNumber || g.code != c && g.name != c &&
			g.countTexts(row) > 1)
	})
}

func cellAt(row []Cell, c int) Cell {
	if c < 0 || c >= len(row) {
		return Cell{}
	}
	return row[c]
}

// fillTable finds the values of every row and column.
func (b *maker) fillTable(ctx context.Context) bool {
	g := b.grid
	for _, c := range g.figures {
		at := b.makeBlank()
		if g.years {
			at[b.year] = b.addValue(b.year, table.Value{Code: g.periods[c].Period})
		}
		if b.name >= 0 {
			name, unit := cmp.Or(g.textAt(g.header, c), g.title), ""
			if g.years {
				name, unit = g.periods[c].Name, g.periods[c].Unit
			}
			at[b.name] = b.addValue(b.name, table.Value{Code: strings.Join(strings.Fields(name), " "),
				Unit: unit})
		}
		if b.upper >= 0 {
			above := g.textAt(g.upper[0], c)
			// it stands above the first of its years
			for left := c - 1; g.years && above == "" && slices.Contains(g.figures, left); left-- {
				above = g.textAt(g.upper[0], left)
			}
			at[b.upper] = b.addValue(b.upper, table.Value{Code: above})
		}
		b.columns = append(b.columns, at)
	}
	last := table.Value{}
	year := ""                // of the rows above, where it stands once
	above := map[int]string{} // the text of the row above, in columns left of the figures
	for row := g.header + 1; row < len(g.cells); row++ {
		if row%4096 == 0 && ctx.Err() != nil {
			return false
		}
		if b.isShort(row) {
			b.short++
			b.tell(table.Ragged, table.Place{Row: row + 1}, g.firstText(row),
				table.WrongFields(len(g.cells[row]), len(g.cells[g.header])))
			continue
		}
		if n := b.countTooMany(row); n > 0 {
			b.short++
			b.tell(table.Ragged, table.Place{Row: row + 1}, g.joinRow(row),
				table.TooManyFields(n, g.headerWidth(), g.options.Separator))
			continue
		}
		if period, ok := g.yearTitle(row); ok && g.titled {
			year = period
			continue
		}
		place := table.Value{Code: g.textAt(row, g.code), Label: g.textAt(row, g.name)}
		if !g.isFigures(row) {
			if !g.namesPlace(row) {
				b.takeTitle(row)
				continue
			}
			// it stands above its rows
			if len(g.texts) > 0 || b.year >= 0 && !g.years && g.textAt(row, g.keys.Year) == "" {
				last = place
				continue
			}
		}
		if place == (table.Value{}) {
			if len(g.texts) > 0 { // the municipality stands once, above its rows
				place = last
			} else if b.isHeaderAgain(row) {
				continue
			}
		}
		last = place
		b.tellStrays()
		at := b.makeBlank()
		at[b.place] = b.addValue(b.place, place)
		if b.year >= 0 && !g.years {
			if text := g.textAt(row, g.keys.Year); text != "" {
				year = text
			} else if !g.isAside(g.keys.Year) && !g.titled {
				year = ""
			}
			at[b.year] = b.addValue(b.year, table.Value{Code: year})
		}
		if g.keys.Unit >= 0 {
			b.noteUnit(row)
		}
		for i, c := range g.texts {
			text := g.textAt(row, c)
			if text == "" && c < g.figures[0] { // it stands once, above its rows
				text = above[c]
			}
			above[c] = text
			v := table.Value{Code: text}
			if c == g.keys.Indicator {
				v.Unit = g.textAt(row, g.keys.Unit)
			}
			at[b.texts[i]] = b.addValue(b.texts[i], v)
		}
		if b.block0 >= 0 {
			at[b.block0] = b.addValue(b.block0, table.Value{Code: b.block})
		}
		b.rows = append(b.rows, makerRow{row, at})
	}
	b.table.Spoken = g.findSpoken()
	b.table.Cells, b.table.Place = b.readCells, b.findPlace
	b.table.Line = func(variable, value int) int {
		for _, r := range b.rows {
			if r.at[variable] == int32(value) {
				return r.row + 1
			}
		}
		return b.grid.header + 1
	}
	return true
}

// noteUnit notes what unit a municipality's row states, where it has a figure.
func (b *maker) noteUnit(row int) {
	g := b.grid
	code, name := g.textAt(row, g.code), g.textAt(row, g.name)
	if verdict := g.options.Places.Find(code, name); verdict != table.OnePlace ||
		!g.hasNumber(row) || g.units.column < 0 && !g.units.differ && g.keys.Indicator < 0 {
		return
	}
	of := g.textAt(row, g.keys.Indicator)
	if b.table.Units[of] == nil {
		if b.table.Units == nil {
			b.table.Units = map[string]*table.UnitRows{}
		}
		b.table.Units[of] = &table.UnitRows{}
	}
	// those that differ divide the rows
	if unit := g.textAt(row, g.keys.Unit); unit == "" || !g.units.differ {
		b.table.Units[of].Note(table.UnitRow{Unit: unit, Line: row + 1})
	} else if b.table.Units[of].Stating.Line == 0 {
		b.table.Units[of].Stating = table.UnitRow{Unit: unit, Line: row + 1}
	}
}

// hasNumber says whether a row has a number in a column of figures.
func (g *grid) hasNumber(row int) bool {
	return slices.ContainsFunc(g.figures, func(c int) bool {
		_, v := unit.EnglishMarks().Parse(g.formatNumber(cellAt(g.cells[row], c)))
		return v == unit.Number
	})
}

// isShort says whether a municipality's row in separated text has fewer fields than the
// header, so that it may be cut off. Rows of a sheet end at their last cell.
func (b *maker) isShort(row int) bool {
	g := b.grid
	width := len(g.cells[g.header])
	for width > 0 && g.textAt(g.header, width-1) == "" {
		width--
	}
	if !g.options.isText() || len(g.cells[row]) >= width {
		return false
	}
	code, name := g.textAt(row, g.code), g.textAt(row, g.name)
	if code == "" && name == "" { // it may be of the municipality above
		return g.isFigures(row)
	}
	verdict := g.options.Places.Find(code, name)
	return verdict == table.OnePlace
}

// countTooMany returns how many fields a row of figures in separated text has, if they are
// more than the header's, so that they may be shifted. Otherwise it returns 0.
func (b *maker) countTooMany(row int) int {
	g := b.grid
	if !g.options.isText() {
		return 0
	}
	n := len(g.cells[row])
	for n > 0 && g.textAt(row, n-1) == "" {
		n--
	}
	if n <= g.headerWidth() || !g.isFigures(row) && !g.namesPlace(row) {
		return 0
	}
	return n
}

// joinRow returns the first fields of a row.
func (g *grid) joinRow(row int) string {
	var fields []string
	for c := range min(len(g.cells[row]), 10) {
		fields = append(fields, g.textAt(row, c))
	}
	return strings.Join(fields, string(g.options.Separator))
}

// isHeaderAgain says whether a row without a municipality repeats the header, as some
// files do above each block.
func (b *maker) isHeaderAgain(row int) bool {
	return slices.Equal(b.grid.listTexts(row), b.grid.listTexts(b.grid.header))
}

func (b *maker) makeBlank() []int32 {
	at := make([]int32, len(b.table.Variables))
	for i := range at {
		at[i] = -1
	}
	return at
}

// readCells reads the figures.
func (b *maker) readCells(use func(c *table.Cell) bool) {
	at := make([]int32, len(b.table.Variables))
	cell := table.Cell{At: at}
	for _, r := range b.rows {
		for i, c := range b.grid.figures {
			for v := range at {
				if at[v] = r.at[v]; at[v] < 0 {
					at[v] = b.columns[i][v]
				}
			}
			stands := cellAt(b.grid.cells[r.row], c)
			cell.Text, cell.Line, cell.Column = b.grid.formatFigure(stands), r.row+1, c
			if cell.Shown = nil; stands.Format > 0 {
				cell.Shown = &b.grid.formats[stands.Format-1]
			}
			if !use(&cell) {
				return
			}
		}
	}
}

// findPlace returns where a cell stands.
func (b *maker) findPlace(c *table.Cell) table.Place {
	s := table.Place{Row: c.Line, Column: b.grid.textAt(b.grid.header, c.Column)}
	if !b.grid.options.isText() {
		s.Cell = table.CellName(c.Line-1, c.Column)
	}
	return s
}
