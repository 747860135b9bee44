package sheet

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Options say how to find a table.
type Options struct {
	Places table.Places
	// Header is the row of the header, from 1; 0: it is to be found.
	Header int
	// Columns are names of the columns of places and of times, where somebody names
	// them. Of several, the last that the table has counts.
	Columns []Columns
	// DecimalMark is that of numbers stored as text; 0: it is to be found out.
	DecimalMark rune
	// Separator stands between the cells, where they are the fields of separated text: a
	// row has a line, and may be cut off or too long. It is 0 in a sheet, whose rows end at
	// their last cell.
	Separator rune
	// Only is the municipality that rows of accounts are of, where no column says so.
	Only string
}

// isText says whether the cells are the fields of separated text.
func (o *Options) isText() bool { return o.Separator != 0 }

// Columns are the names of two columns; either may be empty.
type Columns struct{ Places, Times string }

// grid is a table found among the cells of a sheet: a header, and below it one or more
// rows for each municipality.
type grid struct {
	options Options
	cells   [][]Cell
	// the rows and columns that are not shown
	hiddenRows, hiddenColumns []int
	formats                   []unit.Format
	header                    int        // the row of the header, from 0
	upper                     []int      // rows above it that are part of the header
	title                     string     // what stands above the table
	keys                      table.Keys // the columns that say what a row is of
	code                      int        // of the municipality; as keys.code and keys.name, or found
	name                      int
	// years says that columns are of years; otherwise they are of indicators.
	years bool
	// titled says that years stand alone in rows above those that they are of.
	titled    bool
	periods   []table.Heading // of each column
	figures   []int           // the columns of figures
	undated   []int           // columns of figures without a year, where others have one
	texts     []int           // columns of text that divide a municipality's rows
	ignored   []int           // columns of other text
	unnamed   []int           // columns of figures without a heading, where others have one
	sparse    []int           // those of texts that no row needs, for none repeats another
	placeRows []int           // those with a place, once they are listed
	second    int             // another column of places, which differ; -1: there is none
	units     units
	marks     unit.Marks // of numbers that are stored as text
	evidence  unit.Evidence
}

// units are what a table says about its units.
type units struct {
	said    string   // of the whole table
	column  int      // says that of every row; -1: there is none, or several units are in it
	differ  bool     // several are in it
	strange string   // what is none, among units
	others  []string // what else stands in a column called so
}

// lookAhead is how many rows are searched for the header and to learn what the columns
// hold.
const lookAhead = 400

// lookedAt is how many rows are used to find the decimal mark.
const lookedAt = 20_000

// findGrid finds the table: its columns of municipalities, the header above them, and its
// columns of figures, of which there may be none. The header stands in the row that is
// asked for, or is searched for. The result is nil if there is no table.
func findGrid(s *Sheet, opt Options) *grid {
	g := &grid{options: opt, cells: s.Cells, formats: s.Formats, code: -1, name: -1, second: -1,
		header: opt.Header - 1, hiddenRows: s.HiddenRows, hiddenColumns: s.HiddenColumns}
	g.addPlaces()
	first := g.findPlaces(opt.Header)
	if first < 0 {
		return nil
	}
	if opt.Header == 0 {
		g.header = g.searchHeader(first)
	}
	if g.header < 0 || g.header >= len(g.cells) {
		return nil
	}
	g.findHeader()
	g.useNamedColumns()
	g.dropLooseCode()
	g.findColumns(first)
	g.second = g.findSecondPlaces(first)
	g.findMarks(first)
	g.title = cmp.Or(g.title, s.Name)
	return g
}

// isAboveFigure says whether the only text of a row stands above something in a row of a
// municipality, as a heading does. A title of the rows below it stands above nothing but
// their names.
func (g *grid) isAboveFigure(row, first int) bool {
	for c := range g.cells[row] {
		if g.textAt(row, c) != "" && c != g.name && c != g.code && g.textAt(first, c) != "" {
			return true
		}
	}
	return false
}

// addPlaces adds a column with the only municipality to a sheet of accounts that has no
// column of municipalities. Rows without an account are sums and remarks, and are emptied.
func (g *grid) addPlaces() {
	if g.options.Only == "" {
		return
	}
	header, account := -1, -1
	for row := 0; row < min(len(g.cells), lookAhead) && header < 0; row++ {
		texts := g.listTexts(row)
		if slices.ContainsFunc(texts, table.NamesPlaces) {
			return
		}
		at := slices.IndexFunc(texts, table.NamesAccounts)
		if at >= 0 && g.countTexts(row) >= 2 {
			header, account = row, at
		}
	}
	if header < 0 {
		return
	}
	width := 0
	for _, row := range g.cells[header:] {
		width = max(width, len(row))
	}
	cells := slices.Clone(g.cells)
	for row := header; row < len(cells); row++ {
		text := g.options.Only
		switch {
		case row == header:
			text = "kommune"
		case !table.IsAccount(g.textAt(row, account)):
			cells[row] = nil
			continue
		}
		if g.options.isText() && len(cells[row]) < len(g.cells[header]) {
			continue // it may be cut off, and is told
		}
		full := make([]Cell, width+1)
		copy(full, cells[row])
		full[width] = Cell{Text: text}
		cells[row] = full
	}
	g.cells = cells
}

// dropLooseCode gives up a column of municipalities' codes that is headed as accounts are.
func (g *grid) dropLooseCode() {
	if g.code >= 0 && g.name >= 0 && table.NamesAccounts(g.textAt(g.header, g.code)) {
		g.code = -1
	}
}

// useNamedColumns takes the columns of municipalities and years that are asked for.
func (g *grid) useNamedColumns() {
	columns := g.listTexts(g.header)
	for _, asked := range g.options.Columns {
		if c := findHeading(columns, asked.Places); c >= 0 {
			g.name, g.code = c, -1
		}
		if c := findHeading(columns, asked.Times); c >= 0 {
			g.keys.Year = c
		}
	}
}

// findPlaces finds the columns of municipalities and the first row of one.
func (g *grid) findPlaces(asked int) (first int) {
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
			if c > 50 || cell.Text == "" {
				continue
			}
			if table.IsKeyName(cell.Text) {
				of(c).called = of(c).called || table.NamesPlaces(cell.Text)
				continue
			}
			if _, isYear := table.ParseYear(cell.Text); isYear {
				continue
			}
			isCode := unit.AllDigits(strings.TrimLeft(cell.Text, " "))
			verdict := g.options.Places.Find(cell.Text, "")
			if verdict == table.NoPlace && (cell.Number || unit.IsFigure(cell.Text)) {
				of(c).others++
			}
			if verdict != table.OnePlace || !g.options.Places.Listed && (isCode || cell.Number) {
				continue
			}
			column := of(c)
			if column.first < 0 && g.countTexts(row) > 1 { // a title may be a municipality's name
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
	if !g.options.Places.Listed { // then only the header can tell
		return g.findNamedPlaces(asked)
	}
	for _, c := range slices.Sorted(maps.Keys(columns)) {
		column := columns[c]
		if column.names > bestNames {
			bestNames, g.name = column.names, c
		}
		// and no figures of which some happen to be codes
		if column.codes > bestCodes && (column.called || column.codes > column.others) {
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

// findNamedPlaces finds the columns of municipalities by their names in a header: those
// that somebody asks for, or those that such columns usually have.
func (g *grid) findNamedPlaces(asked int) (first int) {
	for row := max(0, asked-1); row < min(len(g.cells), lookAhead); row++ {
		if asked > 0 && row >= asked { // the header is the row that is asked for
			break
		}
		if g.countTexts(row) < 2 {
			continue
		}
		headings := g.listTexts(row)
		for _, c := range g.options.Columns {
			if at := findHeading(headings, c.Places); at >= 0 {
				g.name = at
			}
		}
		if g.name < 0 {
			k, _ := table.FindKeys(headings)
			g.code, g.name = k.Code, k.Name
		}
		for c, heading := range headings {
			if g.code < 0 && g.name < 0 && table.RoleNamed(heading) == table.Geography &&
				!table.IsKeyName(heading) {
				g.name = c
			}
		}
		if g.code >= 0 || g.name >= 0 {
			return row + 1
		}
	}
	return -1
}

// findHeading returns the column that has a name, or -1.
func findHeading(headings []string, name string) int {
	return slices.IndexFunc(headings, func(heading string) bool {
		return name != "" && unit.Fold(heading) == unit.Fold(name)
	})
}

// listTexts returns the cells of a row as trimmed text.
func (g *grid) listTexts(row int) []string {
	list := make([]string, len(g.cells[row]))
	for c, cell := range g.cells[row] {
		list[c] = norm.NFC.String(strings.Join(strings.Fields(cell.Text), " "))
	}
	return list
}

// countTexts counts the different texts of a row. A title merged over all columns counts
// once.
func (g *grid) countTexts(row int) int {
	seen := map[string]bool{}
	for _, cell := range g.cells[row] {
		if text := strings.TrimSpace(cell.Text); text != "" {
			seen[text] = true
		}
	}
	return len(seen)
}

// isYear says whether a row has a year.
func (g *grid) isYear(row int) bool {
	return slices.ContainsFunc(g.cells[row],
		func(c Cell) bool { return table.ReadHeading(c.Text).Sure })
}

// textAt returns the text of a cell.
func (g *grid) textAt(row, column int) string {
	if row < 0 || column < 0 || column >= len(g.cells[row]) {
		return ""
	}
	return strings.TrimSpace(g.cells[row][column].Text)
}

// findHeader finds the rows above the header that divide its columns, and the
// title above them.
func (g *grid) findHeader() {
	g.keys, _ = table.FindKeys(g.listTexts(g.header))
	for c, name := range g.listTexts(g.header) {
		if g.keys.Year < 0 && table.RoleNamed(name) == table.Time {
			g.keys.Year = c
		}
	}
	for row := g.header - 1; row >= 0; row-- {
		switch n := g.countTexts(row); {
		case n >= 2 && len(g.upper) == 0 && row == g.header-1 && (!g.isKeyed(row) || g.isAbove(row)):
			g.upper = append(g.upper, row)
		case n >= 1:
			text := g.firstText(row)
			verdict := g.options.Places.Find(text, "")
			if unit, ok := cutUnit(text); ok {
				g.units.said = cmp.Or(g.units.said, unit)
			} else if g.title != "" {
				continue // the nearest is the table's
			} else if !g.options.Places.Listed || verdict == table.NoPlace { // whose report it is says nothing of the figures
				g.title = text
			}
		}
	}
}

// firstText returns the first text of a row.
func (g *grid) firstText(row int) string {
	for c := range g.cells[row] {
		if text := g.textAt(row, c); text != "" {
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

// isKeyed says whether a row names what rows are about, and so is a header itself.
func (g *grid) isKeyed(row int) bool {
	k, _ := table.FindKeys(g.listTexts(row))
	return k.Code >= 0 && k.Name >= 0
}

// isAbove says whether a row above the header divides its columns, although it names some
// of them too, because those are merged over both rows.
func (g *grid) isAbove(row int) bool {
	same, others := 0, 0
	for c := range max(len(g.cells[row]), len(g.cells[g.header])) {
		switch above, below := g.textAt(row, c), g.textAt(g.header, c); {
		case above == "":
		case above != below:
			others++
		case c == g.code || c == g.name || c == g.keys.Year:
			same++
		}
	}
	return same > 0 && others > 0
}

// unmerge takes figures out of the cells that hold them only because an area is merged,
// and returns a fault for each. A label applies to all that it covers, but nothing tells
// whose a merged figure is.
func (g *grid) unmerge() (faults []table.Fault) {
	for row := g.header + 1; row < len(g.cells); row++ {
		for _, c := range g.figures {
			cell := cellAt(g.cells[row], c)
			if _, verdict := unit.EnglishMarks().Parse(g.formatNumber(cell)); !cell.Merged ||
				verdict != unit.Number {
				continue
			}
			g.cells[row][c].Text = ""
			g.cells[row][c].Number = false
			faults = append(faults, table.Fault{
				Kind: table.NotNumber, Text: cell.Text, Message: mergedFigure.With(table.Shorten(cell.Text)),
				Place: table.Place{Row: row + 1, Column: g.textAt(g.header, c), Cell: table.CellName(row, c)},
			})
		}
	}
	return faults
}
