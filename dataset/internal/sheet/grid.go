package sheet

import (
	"cmp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// Options say how to find a table.
type Options struct {
	Places table.Places
	// Header is the row of the header, counted from 1. 0: it has to be found.
	Header int
	// Columns name the columns of places and of times, where the plan does. If several fit
	// the table, the last one counts.
	Columns []Columns
	// DecimalMark is the decimal mark of numbers stored as text. 0: it has to be found out.
	DecimalMark rune
	// Separator stands between the cells if they are the fields of separated text. A row of
	// it may then be cut off or too long. In a sheet it is 0, and rows simply end at their
	// last cell.
	Separator rune
	// Only is the municipality that rows of accounts belong to, if no column says so.
	Only string
}

// isText says whether the cells are the fields of separated text.
func (o *Options) isText() bool { return o.Separator != 0 }

// Columns are the names of two columns. Either may be empty.
type Columns struct{ Places, Times string }

// grid is a table found among the cells of a sheet: a header, and below it one or more
// rows for each municipality. Each part holds the answer to one question, and they are
// answered in this order: where the municipalities stand, where the header is, what the
// columns hold.
type grid struct {
	options Options
	cells   [][]Cell
	formats []unit.Format
	hidden  hidden
	own     own
	place   placeColumns
	header  header
	keys    table.Keys // the columns whose headings say what a row is about
	time    timeLayout
	columns columnKinds
	units   units
	numbers numbers
}

// hidden are the rows and columns that the sheet does not show.
type hidden struct{ rows, columns []int }

// own is what was found of a municipality's own sheet of accounts, which has no column of
// municipalities.
type own struct {
	is   bool
	sums []int // rows without an account that have figures
}

// placeColumns are the columns that say which municipality a row belongs to; -1: there is
// none. They are told by their headings, as keys.Code and keys.Name are, or else by their
// cells.
type placeColumns struct {
	code, name int
	second     int   // another column of municipalities, which differ from the first
	rows       []int // the rows with a municipality, once listPlaceRows has been asked
}

// header is what names the columns.
type header struct {
	row    int      // the row of the headings, from 0
	upper  []int    // rows above it that divide its columns
	title  string   // what stands above the table
	titles []string // all texts above the table
}

// timeLayout says where the years stand, if no column holds them.
type timeLayout struct {
	across   bool            // each year has columns of its own
	inTitles bool            // a year stands alone in a row above the rows of that year
	headings []table.Heading // what each column's heading says of time
}

// columnKinds are the columns that are no keys, by what they hold.
type columnKinds struct {
	figures []int // the figures that are read
	undated []int // figures without a year, where other columns have one
	unnamed []int // figures without a heading, where other columns have one
	texts   []int // text that tells a municipality's rows apart, and so names the figures
	sparse  []int // those of texts that no row needs, because no row repeats another
	ignored []int // other text
}

// units are what a table says about its units.
type units struct {
	said    string   // the unit of the whole table
	column  int      // states the unit of every row; -1: no column, or several units in it
	differ  bool     // the column has several units
	strange string   // the text in the column that is no unit, among others that are
	others  []string // the texts of a column called a unit that has none
}

// numbers say how numbers that are stored as text are written.
type numbers struct {
	marks    unit.Marks
	evidence unit.Evidence
}

// lookAhead is how many rows are looked through for the header and for what the columns
// hold.
const lookAhead = 400

// lookedAt is how many rows are looked through for the decimal mark.
const lookedAt = 20_000

// findGrid finds the table: its columns of municipalities, the header above them, and its
// columns of figures, of which there may be none. The options may say where the header
// stands; otherwise it is searched for. The result is nil if there is no table.
func findGrid(s *Sheet, opt Options) *grid {
	g := &grid{
		options: opt, cells: s.Cells, formats: s.Formats,
		hidden: hidden{s.HiddenRows, s.HiddenColumns},
		place:  placeColumns{code: -1, name: -1, second: -1},
		header: header{row: opt.Header - 1},
	}
	g.addPlaces()
	first := g.findPlaces(opt.Header)
	if first < 0 {
		return nil
	}
	if opt.Header == 0 {
		g.header.row = g.searchHeader(first)
	}
	if g.header.row < 0 || g.header.row >= len(g.cells) {
		return nil
	}
	g.findHeader()
	g.useNamedColumns()
	g.dropLooseCode()
	g.findColumns(first)
	g.place.second = g.findSecondPlaces(first)
	g.findMarks(first)
	g.header.title = cmp.Or(g.header.title, s.Name)
	return g
}

// listTexts returns the texts of a row's cells, trimmed.
func (g *grid) listTexts(row int) []string {
	list := make([]string, len(g.cells[row]))
	for c, cell := range g.cells[row] {
		list[c] = norm.NFC.String(strings.Join(strings.Fields(cell.Text), " "))
	}
	return list
}

// countTexts counts the different texts of a row. A title that is merged over all columns
// counts once.
func (g *grid) countTexts(row int) int {
	seen := map[string]bool{}
	for _, cell := range g.cells[row] {
		if text := strings.TrimSpace(cell.Text); text != "" {
			seen[text] = true
		}
	}
	return len(seen)
}

// textAt returns the text of a cell.
func (g *grid) textAt(row, column int) string {
	if row < 0 || column < 0 || column >= len(g.cells[row]) {
		return ""
	}
	return strings.TrimSpace(g.cells[row][column].Text)
}

// headingAt returns the heading of a column.
func (g *grid) headingAt(column int) string { return g.textAt(g.header.row, column) }

// placeAt returns the code and the name of a row's municipality. Either may be empty.
func (g *grid) placeAt(row int) (code, name string) {
	return g.textAt(row, g.place.code), g.textAt(row, g.place.name)
}

// hasPlace says whether a row has something in a column of municipalities.
func (g *grid) hasPlace(row int) bool {
	code, name := g.placeAt(row)
	return code != "" || name != ""
}

// findFirstText returns the first text of a row.
func (g *grid) findFirstText(row int) string {
	for c := range g.cells[row] {
		if text := g.textAt(row, c); text != "" {
			return text
		}
	}
	return ""
}

// unmerge takes figures out of cells that hold them only because an area is merged, and
// returns a fault for each. A label applies to every cell that it covers, but nothing tells
// whose a merged figure is.
func (g *grid) unmerge() (faults []table.Fault) {
	for row := g.header.row + 1; row < len(g.cells); row++ {
		for _, c := range g.columns.figures {
			cell := cellAt(g.cells[row], c)
			if _, verdict := unit.EnglishMarks().Parse(g.formatNumber(cell)); !cell.Merged ||
				verdict != unit.Number {
				continue
			}
			g.cells[row][c].Text = ""
			g.cells[row][c].Number = false
			faults = append(faults, table.Fault{
				Kind: table.NotNumber, Text: cell.Text,
				Message: mergedFigure.With(table.Shorten(cell.Text)),
				Place: table.Place{Row: row + 1, Column: g.headingAt(c),
					Cell: table.CellName(row, c)},
			})
		}
	}
	return faults
}
