package sheet

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// maker makes a [table.Table] of a grid. The table's variables are the municipality, the
// year, and everything that names the indicator: columns of text, titles between the rows,
// a row above the header, and the columns' headings. The year comes from a column, from the
// headings, or from titles.
type maker struct {
	grid      *grid
	table     *table.Table
	faults    []table.Fault
	variables variables
	index     []map[table.Value]int32 // the positions of each variable's values
	rows      []makerRow
	short     int // how many rows were left out, each with a fault
	// the values of each column of figures, by variable; -1: the row has them
	columns [][]int32
	carried carried
	strays  []int    // rows with a single text since the last figures
	areas   []string // titles that name a country or region and head its municipalities
}

// variables are the positions of the table's variables; -1: the table does without it.
type variables struct {
	place int
	year  int
	block int   // titles between the rows
	upper int   // the row above the header
	name  int   // the columns' headings
	texts []int // the columns of text, as columnKinds.texts lists them
}

// carried is what stands once in a sheet and applies to the rows below it.
type carried struct {
	place table.Value
	year  string
	block string         // the title of the rows being read
	above map[int]string // the text of the row above, in each column of text
}

// makerRow is a row with figures, and its value of each variable; -1: the column has it.
type makerRow struct {
	row int
	at  []int32
}

// newMaker decides which variables the table of a grid has.
func newMaker(g *grid) *maker {
	b := &maker{
		grid: g,
		table: &table.Table{Plain: true, Title: g.header.title, Titles: g.header.titles,
			Unit:       g.units.said,
			UnitColumn: g.headingAt(g.keys.Unit), Marks: unit.EnglishMarks()},
		variables: variables{year: -1, block: -1, upper: -1, name: -1},
		carried:   carried{above: map[int]string{}},
	}
	v := &b.variables
	v.place = b.addVariable("", table.Geography)
	if g.time.across || g.time.inTitles || g.keys.Year >= 0 {
		v.year = b.addVariable(cmp.Or(g.headingAt(g.keys.Year), "år"), table.Time)
	}
	if g.keys.Indicator >= 0 {
		v.texts = append(v.texts, b.addVariable(g.headingAt(g.keys.Indicator), table.NoRole))
		g.columns.texts = append([]int{g.keys.Indicator}, g.columns.texts...)
	}
	for _, c := range g.columns.texts[len(v.texts):] {
		v.texts = append(v.texts, b.addVariable(g.headingAt(c), table.NoRole))
	}
	if g.hasBlocks() {
		v.block = b.addVariable("", table.NoRole)
	}
	if len(g.header.upper) > 0 {
		v.upper = b.addVariable("", table.NoRole)
	}
	if g.keys.Indicator < 0 && (!g.time.across || slices.ContainsFunc(g.columns.figures,
		func(c int) bool { return g.time.headings[c].Name+g.time.headings[c].Unit != "" })) {
		v.name = b.addVariable("", table.NoRole)
	}
	return b
}

// addVariable adds a variable and returns its position.
func (b *maker) addVariable(name string, role table.Role) int {
	if role == table.Geography {
		name = b.grid.headingAt(b.grid.place.name)
		name = cmp.Or(name, b.grid.headingAt(b.grid.place.code))
		name = cmp.Or(name, "kommune")
	}
	b.table.Variables = append(b.table.Variables, table.Variable{Label: name, Role: role})
	b.index = append(b.index, map[table.Value]int32{})
	return len(b.table.Variables) - 1
}

// addValue returns the position of a value of a variable. It adds a new one.
func (b *maker) addValue(variable int, v table.Value) int32 {
	i, ok := b.index[variable][v]
	if !ok {
		i = int32(len(b.table.Variables[variable].Values))
		b.index[variable][v] = i
		b.table.Variables[variable].Values = append(b.table.Variables[variable].Values, v)
	}
	return i
}

// isFigureRow says whether a row has something in a column of figures.
func (g *grid) isFigureRow(row int) bool {
	return slices.ContainsFunc(g.columns.figures, func(c int) bool {
		_, v := unit.DanishMarks().Parse(g.formatNumber(cellAt(g.cells[row], c)))
		isWord := v == unit.NotNumber
		isPlace := c == g.place.code || c == g.place.name
		return g.textAt(row, c) != "" && (!isWord || !isPlace && g.countTexts(row) > 1)
	})
}

// cellAt returns a cell of a row. It is empty after the row's end.
func cellAt(row []Cell, c int) Cell {
	if c < 0 || c >= len(row) {
		return Cell{}
	}
	return row[c]
}

// fillTable finds the values of every row and column. It reports false if the context has
// ended.
func (b *maker) fillTable(ctx context.Context) bool {
	for _, c := range b.grid.columns.figures {
		b.columns = append(b.columns, b.findColumnValues(c))
	}
	for row := b.grid.header.row + 1; row < len(b.grid.cells); row++ {
		if row%4096 == 0 && ctx.Err() != nil {
			return false
		}
		if !b.dropBroken(row) && !b.takeHeading(row) {
			b.addRow(row)
		}
	}
	b.table.Spoken = b.grid.findSpoken()
	b.table.Cells, b.table.Place = b.readCells, b.findPlace
	b.table.Line = func(variable, value int) int {
		for _, r := range b.rows {
			if r.at[variable] == int32(value) {
				return r.row + 1
			}
		}
		return b.grid.header.row + 1
	}
	return true
}

// findColumnValues returns the values that a column's headings give its figures.
func (b *maker) findColumnValues(c int) []int32 {
	g, v := b.grid, &b.variables
	at := b.makeBlank()
	if g.time.across {
		at[v.year] = b.addValue(v.year, table.Value{Code: g.time.headings[c].Period})
	}
	if v.name >= 0 {
		name, unit := cmp.Or(g.headingAt(c), g.header.title), ""
		if g.time.across {
			name, unit = g.time.headings[c].Name, g.time.headings[c].Unit
		}
		name = strings.Join(strings.Fields(name), " ")
		at[v.name] = b.addValue(v.name, table.Value{Code: name, Unit: unit})
	}
	if v.upper >= 0 {
		above := g.textAt(g.header.upper[0], c)
		// A heading over several years stands above the first of them.
		for left := c - 1; g.time.across && above == "" &&
			slices.Contains(g.columns.figures, left); left-- {
			above = g.textAt(g.header.upper[0], left)
		}
		at[v.upper] = b.addValue(v.upper, table.Value{Code: above})
	}
	return at
}

// dropBroken leaves out a row of separated text that may be cut off or shifted, and says
// whether it did.
func (b *maker) dropBroken(row int) bool {
	g := b.grid
	text, message := "", lang.Message{}
	if b.isShort(row) {
		text = g.findFirstText(row)
		message = table.WrongFields(len(g.cells[row]), len(g.cells[g.header.row]))
	} else if n := b.countTooMany(row); n > 0 {
		text = g.joinRow(row)
		message = table.TooManyFields(n, g.measureHeader(), g.options.Separator)
	} else {
		return false
	}
	b.short++
	b.tell(table.Ragged, table.Place{Row: row + 1}, text, message)
	return true
}

// takeHeading keeps what a row without figures says of the rows below it: a year, a title
// or a municipality. It reports false for any other row.
func (b *maker) takeHeading(row int) bool {
	g := b.grid
	if period, ok := g.readYearTitle(row); ok && g.time.inTitles {
		b.carried.year = period
		return true
	}
	if g.isFigureRow(row) {
		return false
	}
	if !g.namesPlace(row) {
		b.takeTitle(row)
		return true
	}
	yearBelow := b.variables.year >= 0 && !g.time.across && g.textAt(row, g.keys.Year) == ""
	if len(g.columns.texts) == 0 && !yearBelow {
		return false // its figures are missing
	}
	code, name := g.placeAt(row)
	b.carried.place = table.Value{Code: code, Label: name}
	return true
}

// addRow adds a row of figures. A municipality, year or text that stands once applies to
// the rows below it, too.
func (b *maker) addRow(row int) {
	g, v, c := b.grid, &b.variables, &b.carried
	code, name := g.placeAt(row)
	place := table.Value{Code: code, Label: name}
	if place == (table.Value{}) {
		if len(g.columns.texts) > 0 {
			place = c.place
		} else if b.isHeaderAgain(row) {
			return
		}
	}
	c.place = place
	b.tellStrays()
	at := b.makeBlank()
	at[v.place] = b.addValue(v.place, place)
	if v.year >= 0 && !g.time.across {
		if text := g.textAt(row, g.keys.Year); text != "" {
			c.year = text
		} else if !g.isAside(g.keys.Year) && !g.time.inTitles {
			c.year = ""
		}
		at[v.year] = b.addValue(v.year, table.Value{Code: c.year})
	}
	if g.keys.Unit >= 0 {
		b.noteUnit(row)
	}
	for i, column := range g.columns.texts {
		text := g.textAt(row, column)
		// Left of the figures, an empty cell repeats the one above. Elsewhere it is empty.
		if text == "" && column < g.columns.figures[0] {
			text = c.above[column]
		}
		c.above[column] = text
		value := table.Value{Code: text}
		if column == g.keys.Indicator {
			value.Unit = g.textAt(row, g.keys.Unit)
		}
		at[v.texts[i]] = b.addValue(v.texts[i], value)
	}
	if v.block >= 0 {
		at[v.block] = b.addValue(v.block, table.Value{Code: c.block})
	}
	b.rows = append(b.rows, makerRow{row, at})
}

// noteUnit notes the unit that a municipality's row states, if the row has a figure.
func (b *maker) noteUnit(row int) {
	g := b.grid
	code, name := g.placeAt(row)
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
	// Units that differ tell the rows apart, and each row has the one that it states.
	if unit := g.textAt(row, g.keys.Unit); unit == "" || !g.units.differ {
		b.table.Units[of].Note(table.UnitRow{Unit: unit, Line: row + 1})
	} else if b.table.Units[of].Stating.Line == 0 {
		b.table.Units[of].Stating = table.UnitRow{Unit: unit, Line: row + 1}
	}
}

// hasNumber says whether a row has a number in a column of figures.
func (g *grid) hasNumber(row int) bool {
	return slices.ContainsFunc(g.columns.figures, func(c int) bool {
		_, v := unit.EnglishMarks().Parse(g.formatNumber(cellAt(g.cells[row], c)))
		return v == unit.Number
	})
}

// isShort says whether a municipality's row in separated text has fewer fields than the
// header, so that it may be cut off. Rows of a sheet end at their last cell.
func (b *maker) isShort(row int) bool {
	g := b.grid
	width := len(g.cells[g.header.row])
	for width > 0 && g.headingAt(width-1) == "" {
		width--
	}
	if !g.options.isText() || len(g.cells[row]) >= width {
		return false
	}
	code, name := g.placeAt(row)
	if code == "" && name == "" { // it may belong to the municipality above
		return g.isFigureRow(row)
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
	if n <= g.measureHeader() || !g.isFigureRow(row) && !g.namesPlace(row) {
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
	return slices.Equal(b.grid.listTexts(row), b.grid.listTexts(b.grid.header.row))
}

// makeBlank returns room for a value of each variable, with none of them set.
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
		for i, c := range b.grid.columns.figures {
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
	s := table.Place{Row: c.Line, Column: b.grid.headingAt(c.Column)}
	if !b.grid.options.isText() {
		s.Cell = table.CellName(c.Line-1, c.Column)
	}
	return s
}
