// Package sheet makes tables of cells. The cells are those of a sheet, or the fields of
// separated text that does not begin with its header.
//
// [Find] looks for a column of places, a header above it and columns of figures beside it.
// Whatever else stands there may name the figures: columns of text, titles between the
// rows, a row above the header. [Found.Table] makes variables of them.
package sheet

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Found is a table that was found in a sheet. It may have no figures.
type Found struct{ grid *grid }

// Find finds the table of a sheet. It returns nil if there is none.
func Find(s *Sheet, opt Options) *Found {
	g := findGrid(s, opt)
	if g == nil {
		return nil
	}
	return &Found{g}
}

// HasFigures says whether the table has a column of figures.
func (f *Found) HasFigures() bool { return len(f.grid.columns.figures) > 0 }

// HasBlocks says whether titles between the rows name indicators.
func (f *Found) HasBlocks() bool { return f.grid.hasBlocks() }

// HasCategories says whether columns other than that of indicators say what the figures are
// about, or whether places stand in two columns.
func (f *Found) HasCategories() bool {
	g := f.grid
	return g.place.second >= 0 || slices.ContainsFunc(g.columns.texts, func(c int) bool {
		return c != g.keys.Indicator && c != g.keys.Unit
	})
}

// FirstText returns the first cell that may have been meant as a figure, and where it
// stands. If there is none, the place is the header's row.
func (f *Found) FirstText() (text string, at table.Place) {
	g := f.grid
	for _, c := range slices.Concat(g.columns.texts, g.columns.ignored) {
		for row := g.header.row + 1; row < len(g.cells); row++ {
			if text := g.textAt(row, c); text != "" {
				return text, table.Place{Row: row + 1, Column: g.headingAt(c),
					Cell: table.CellName(row, c)}
			}
		}
	}
	return "", table.Place{Row: g.header.row + 1}
}

// Made is a table made from a sheet, and what was found out on the way.
type Made struct {
	Table   *table.Table
	Faults  []table.Fault
	Marks   unit.Marks // the marks of numbers that are stored as text
	Rows    int        // how many rows were taken
	Short   int        // how many rows were left out, each with a fault
	Code    string     // the heading of a column of codes that stands beside one of names, or empty
	LeftOut []string   // the headings of columns that are of no use
	Above   []string   // the texts above the header, if the table has only one place
}

// Table makes the table. Its cells are read from the sheet on demand. It returns nil if
// the context has ended.
func (f *Found) Table(ctx context.Context) *Made {
	g := f.grid
	marks, faults := table.SettleMarks(&g.numbers.evidence, g.options.DecimalMark, ';')
	g.numbers.marks = marks
	b := newMaker(g)
	b.faults = append(faults, g.unmerge()...)
	if !b.fillTable(ctx) {
		return nil
	}
	b.tellAreas()
	b.faults = append(b.faults, g.tellUnits()...)
	for _, c := range g.columns.ignored {
		b.tell(table.TextColumn, g.findHeaderPlace(c), "", table.NoNumbers())
	}
	b.faults = append(b.faults, g.tellHidden(b.rows)...)
	b.faults = append(b.faults, g.tellSums()...)
	b.faults = append(b.faults, g.tellSpoilt()...)
	b.table.Parts = g.own.is
	if g.place.second >= 0 {
		own := g.place.name
		if own < 0 {
			own = g.place.code
		}
		b.tell(table.BadHeader, g.findHeaderPlace(g.place.second), "", twoPlaceColumns.With(
			g.nameColumn(own), g.nameColumn(g.place.second)))
	}
	for _, c := range g.columns.sparse {
		b.tell(table.TextColumn, g.findHeaderPlace(c), "", sparseColumn.With(g.listValues(c)))
	}
	for _, c := range g.columns.unnamed {
		b.tell(table.TextColumn, table.Place{Row: g.findFirst(c) + 1}, "",
			unnamedColumn.With(g.nameColumn(c)))
	}
	for _, c := range g.columns.undated {
		b.tell(table.TextColumn, g.findHeaderPlace(c), "", undatedColumn.With())
	}
	made := &Made{Table: b.table, Faults: b.faults, Marks: marks,
		Rows: len(b.rows), Short: b.short}
	if g.own.is {
		for row := range g.header.row {
			made.Above = append(made.Above, g.listTexts(row)...)
		}
	}
	if g.place.code >= 0 && g.place.name >= 0 { // the names are the variable
		made.Code = g.headingAt(g.place.code)
	}
	for _, c := range slices.Concat(g.columns.ignored, g.columns.undated, g.columns.unnamed) {
		made.LeftOut = append(made.LeftOut, g.headingAt(c))
	}
	return made
}

// tellHidden returns a fault if hidden rows or columns were read.
func (g *grid) tellHidden(rows []makerRow) (faults []table.Fault) {
	var names []string
	for _, c := range g.hidden.columns {
		if slices.Contains(g.columns.figures, c) {
			names = append(names, g.nameColumn(c))
		}
	}
	tell := func(phrase lang.Phrase) {
		if len(names) > 0 {
			faults = append(faults, table.Fault{Kind: table.ReadHidden,
				Text: strings.Join(names, ", "), Message: phrase.With(table.ListSome(names))})
		}
	}
	tell(hiddenColumns)
	names = nil
	for _, r := range rows {
		if _, hidden := slices.BinarySearch(g.hidden.rows, r.row); hidden {
			names = append(names, strconv.Itoa(r.row+1))
		}
	}
	tell(hiddenRows)
	return faults
}

// nameColumn returns a column's heading with its letter in a sheet, or its number in a
// text.
func (g *grid) nameColumn(column int) string {
	at := strconv.Itoa(column + 1)
	if !g.options.isText() {
		at = strings.TrimRight(table.CellName(0, column), "1")
	}
	if heading := g.headingAt(column); heading != "" {
		return table.Shorten(heading) + " (" + at + ")"
	}
	return at
}

// listValues names the first values of a column.
func (g *grid) listValues(column int) lang.Localized {
	var list []string
	for _, row := range g.place.rows {
		if text := g.textAt(row, column); text != "" && !slices.Contains(list, text) &&
			len(list) < 100 {
			list = append(list, text)
		}
	}
	return table.ListSome(list)
}

// findFirst returns the first row below the header that has something in a column.
func (g *grid) findFirst(column int) int {
	for row := g.header.row + 1; row < len(g.cells); row++ {
		if g.textAt(row, column) != "" {
			return row
		}
	}
	return g.header.row
}

// tell notes a fault of the table.
func (b *maker) tell(kind table.Kind, at table.Place, text string, m lang.Message) {
	b.faults = append(b.faults, table.Fault{Kind: kind, Place: at, Text: text, Message: m})
}
