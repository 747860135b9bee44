package dataset

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// grid is a table found among the cells of a sheet: below a header, a row a
// municipality, or several.
type grid struct {
	cells  [][]cell
	header int        // the row of the header, from 0
	upper  []int      // rows above it that are part of the header
	title  string     // what stands above the table
	keys   table.Keys // the columns that say what a row is of
	code   int        // of the municipality; as keys.code and keys.name, or found
	name   int
	// years says that columns are of years; otherwise they are of indicators.
	years   bool
	periods []table.Heading // of each column
	figures []int           // the columns of figures
	undated []int           // columns of figures without a year, where others have one
	texts   []int           // columns of text that divide a municipality's rows
	ignored []int           // columns of other text
	unit    string
	// unitColumn says that of every row; -1: there is none, or several units are in
	// it.
	unitColumn  int
	unitsDiffer bool
	strangeUnit string        // what is none, among units
	noUnits     []string      // what else stands in a column called so
	marks       unit.Marks    // of numbers that are stored as text
	formats     []unit.Format // of a sheet's numbers
	evidence    unit.Evidence
}

// lookAhead is how many rows are looked through for the header, and for what
// the columns hold.
const lookAhead = 400

// findGrid finds the table: its columns of municipalities, its header above
// them (in the row, from 1, that is asked for, or where it is found) and its
// columns of figures, of which there may be none. It is nil where there is no table.
func (r *reader) findGrid(cells [][]cell, asked int) *grid {
	g := &grid{cells: cells, code: -1, name: -1, header: asked - 1}
	first := g.findPlaces(r, asked)
	if first < 0 {
		return nil
	}
	if asked == 0 {
		g.header = -1
		for row := first - 1; row >= 0; row-- {
			if g.distinct(row) >= 2 || g.distinct(row) == 1 && g.header < 0 && g.isYear(row) {
				g.header = row
				break
			}
		}
	}
	if g.header < 0 || g.header >= len(cells) {
		return nil
	}
	g.findHeader(r)
	r.useNamedColumns(g)
	g.findColumns(first)
	g.findMarks(first)
	return g
}

// findPlaces finds the columns of municipalities and the first row of one.
func (g *grid) findPlaces(r *reader, asked int) (first int) {
	type column struct {
		codes, names, first int
		others              int  // numbers that are no codes
		called              bool // as a column of municipalities is
	}
	columns := map[int]*column{}
	of := func(c int) *column {
		if columns[c] == nil {
			columns[c] = &column{first: -1}
		}
		return columns[c]
	}
	from := max(0, asked)
	for row := from; row < min(len(g.cells), from+lookAhead); row++ {
		for c, cell := range g.cells[row] {
			if c > 50 || cell.text == "" {
				continue
			}
			if table.IsKeyName(cell.text) {
				of(c).called = of(c).called || table.NamesPlaces(cell.text)
				continue
			}
			if _, isYear := table.ParseYear(cell.text); isYear {
				continue
			}
			isCode := unit.AllDigits(strings.TrimLeft(cell.text, " "))
			_, verdict := r.register.Find(cell.text, "")
			if verdict == Unknown && (cell.number || unit.IsFigure(cell.text)) {
				of(c).others++
			}
			if verdict != Known || r.opt.Register == nil && (isCode || cell.number) {
				continue
			}
			column := of(c)
			if column.first < 0 && g.distinct(row) > 1 { // a title may be a municipality's name
				column.first = row
			}
			if isCode {
				column.codes++
			} else {
				column.names++
			}
		}
	}
	first = -1
	bestCodes, bestNames := 0, 0
	if r.opt.Register == nil { // then only the header can tell
		return g.namedPlaces(asked)
	}
	for _, c := range sortedInts(columns) {
		column := columns[c]
		if column.names > bestNames {
			bestNames, g.name = column.names, c
		}
		if column.codes > bestCodes && (column.called || column.codes > column.others) { // and no figures of which some happen to be codes
			bestCodes, g.code = column.codes, c
		}
	}
	if g.name >= 0 && bestCodes*2 < bestNames { // figures that happen to be codes
		g.code = -1
	}
	if g.code >= 0 && bestNames*2 < bestCodes {
		g.name = -1
	}
	for _, c := range []int{g.name, g.code} {
		if c >= 0 && columns[c].first >= 0 && (first < 0 || columns[c].first < first) {
			first = columns[c].first
		}
	}
	return first
}

// namedPlaces finds the columns of municipalities by their names in a header.
func (g *grid) namedPlaces(asked int) (first int) {
	for row := max(0, asked-1); row < min(len(g.cells), lookAhead); row++ {
		k, _ := table.FindKeys(g.texted(row))
		if (k.Code >= 0 || k.Name >= 0) && g.distinct(row) >= 2 {
			g.code, g.name = k.Code, k.Name
			return row + 1
		}
	}
	return -1
}

// texted returns the cells of a row as trimmed text.
func (g *grid) texted(row int) []string {
	list := make([]string, len(g.cells[row]))
	for c, cell := range g.cells[row] {
		list[c] = norm.NFC.String(strings.Join(strings.Fields(cell.text), " "))
	}
	return list
}

// distinct counts the different texts of a row: a title merged over all
// columns is one.
func (g *grid) distinct(row int) int {
	seen := map[string]bool{}
	for _, cell := range g.cells[row] {
		if text := strings.TrimSpace(cell.text); text != "" {
			seen[text] = true
		}
	}
	return len(seen)
}

// isYear says whether a row has a year.
func (g *grid) isYear(row int) bool {
	return slices.ContainsFunc(g.cells[row], func(c cell) bool { return table.ReadHeading(c.text).Sure })
}

// at returns the text of a cell.
func (g *grid) at(row, column int) string {
	if row < 0 || column < 0 || column >= len(g.cells[row]) {
		return ""
	}
	return strings.TrimSpace(g.cells[row][column].text)
}

// findHeader finds the rows above the header that divide its columns, and the
// title above them.
func (g *grid) findHeader(r *reader) {
	g.keys, _ = table.FindKeys(g.texted(g.header))
	for c, name := range g.texted(g.header) {
		if g.keys.Year < 0 && table.RoleNamed(name) == table.Time {
			g.keys.Year = c
		}
	}
	for row := g.header - 1; row >= 0; row-- {
		switch n := g.distinct(row); {
		case n >= 2 && len(g.upper) == 0 && row == g.header-1 && (!g.isKeyed(row) || g.isAbove(row)):
			g.upper = append(g.upper, row)
		case n >= 1:
			text := g.first(row)
			_, verdict := r.register.Find(text, "")
			if unit, ok := cutUnit(text); ok {
				g.unit = cmp.Or(g.unit, unit)
			} else if g.title != "" {
				continue // the nearest is the table's
			} else if r.opt.Register == nil || verdict == Unknown || verdict == Contradicts { // whose report it is says nothing of the figures
				g.title = text
			}
		}
	}
}

// first returns the first text of a row.
func (g *grid) first(row int) string {
	for c := range g.cells[row] {
		if text := g.at(row, c); text != "" {
			return text
		}
	}
	return ""
}

// cutUnit returns the unit that a line above a table says, as "Enhed: 1.000 kr."
func cutUnit(text string) (stated string, ok bool) {
	word, stated, ok := strings.Cut(text, ":")
	word = unit.Fold(word)
	return strings.TrimSpace(stated), ok && (word == "enhed" || word == "unit" || word == "enhet")
}

// isKeyed says whether a row names what rows are of, and so is a header
// itself.
func (g *grid) isKeyed(row int) bool {
	k, _ := table.FindKeys(g.texted(row))
	return k.Code >= 0 && k.Name >= 0
}

// isAbove says whether a row stands above the header and divides its columns,
// though it names some of them too: those are merged over both rows.
func (g *grid) isAbove(row int) bool {
	same, others := 0, 0
	for c := range max(len(g.cells[row]), len(g.cells[g.header])) {
		switch above, below := g.at(row, c), g.at(g.header, c); {
		case above == "":
		case above != below:
			others++
		case c == g.code || c == g.name || c == g.keys.Year:
			same++
		}
	}
	return same > 0 && others > 0
}

// readGrid maps the table.
func (r *reader) readGrid(ctx context.Context, g *grid) error {
	g.marks = r.settle(&g.evidence, ';')
	r.table.DecimalMark = rune(g.marks.Decimal)
	g.unmerge(r)
	b := r.newGridCube(g)
	if !b.fill(ctx) {
		return ctx.Err()
	}
	b.tellAreas(r)
	g.tellUnits(r)
	for _, c := range g.ignored {
		r.problem(TextColumn, g.header+1, g.at(g.header, c), "", textColumn.With())
	}
	for _, c := range g.undated {
		r.problem(TextColumn, g.header+1, g.at(g.header, c), "", undatedColumn.With())
	}
	if err := r.readCube(ctx, b.cube); err != nil {
		return err
	}
	if g.code >= 0 && g.name >= 0 { // the other one is the variable
		r.table.Uses = append(r.table.Uses, Use{Variable: g.at(g.header, g.code), As: "code"})
	}
	for _, c := range slices.Concat(g.ignored, g.undated) {
		r.table.Uses = append(r.table.Uses, Use{Variable: g.at(g.header, c), As: leftOut(c)})
	}
	return nil
}

// unmerge takes the figures out of the cells that they are only in because an area
// is merged, and reports them: a label is of all that it stands over, but whose a
// figure is, nothing tells.
func (g *grid) unmerge(r *reader) {
	for row := g.header + 1; row < len(g.cells); row++ {
		for _, c := range g.figures {
			cell := cellAt(g.cells[row], c)
			if _, verdict := unit.EnglishMarks().Parse(g.number(cell)); !cell.merged || verdict != unit.Number {
				continue
			}
			g.cells[row][c].text = ""
			g.cells[row][c].number = false
			r.problems.add(&Problem{Kind: NotNumber, Source: r.table.Source, Row: row + 1, Column: g.at(g.header, c), Cell: table.CellName(row, c), Text: cell.text, message: mergedFigure.With(table.Shorten(cell.text))})
		}
	}
}

func sortedInts[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
