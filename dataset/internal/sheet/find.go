// Package sheet makes tables of cells: those of a sheet, and the fields of separated
// text that does not begin with its header.
//
// [Find] looks for a column of places, a header above it and columns of figures beside
// it. What else stands there may name the figures: columns of text, titles between the
// rows, a row above the header. [Found.Table] makes variables of them.
package sheet

import (
	"context"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Found is a table found in a sheet, which may have no figures.
type Found struct{ grid *grid }

// Find finds the table of a sheet. It is nil where there is none.
func Find(s *Sheet, opt Options) *Found {
	g := findGrid(s, opt)
	if g == nil {
		return nil
	}
	return &Found{g}
}

// HasFigures says whether the table has a column of figures.
func (f *Found) HasFigures() bool { return len(f.grid.figures) > 0 }

// HasBlocks says whether titles stand between the rows that name an indicator.
func (f *Found) HasBlocks() bool { return f.grid.hasBlocks() }

// FirstText returns the first cell that may have been meant as a figure, and where it
// stands. If there is none, the place is the header's row.
func (f *Found) FirstText() (text string, at table.Place) {
	g := f.grid
	for _, c := range slices.Concat(g.texts, g.ignored) {
		for row := g.header + 1; row < len(g.cells); row++ {
			if text := g.textAt(row, c); text != "" {
				return text, table.Place{Row: row + 1, Column: g.textAt(g.header, c),
					Cell: table.CellName(row, c)}
			}
		}
	}
	return "", table.Place{Row: g.header + 1}
}

// Made is a table made from a sheet, and what was found out on the way.
type Made struct {
	Table   *table.Table
	Faults  []table.Fault
	Marks   unit.Marks // of numbers stored as text
	Short   int        // rows left out, each with a fault
	Code    string     // the heading of a column of codes beside one of names; or empty
	LeftOut []string   // the headings of columns that are of no use
}

// Table makes the table. Its cells are read from the sheet on demand. It returns nil if
// the context has ended.
func (f *Found) Table(ctx context.Context) *Made {
	g := f.grid
	marks, faults := table.SettleMarks(&g.evidence, g.options.DecimalMark, ';')
	g.marks = marks
	b := newMaker(g)
	b.faults = append(faults, g.unmerge()...)
	if !b.fillTable(ctx) {
		return nil
	}
	b.tellAreas()
	b.faults = append(b.faults, g.tellUnits()...)
	for _, c := range g.ignored {
		b.tell(table.TextColumn, g.headerPlace(c), "", table.NoNumbers())
	}
	for _, c := range g.undated {
		b.tell(table.TextColumn, g.headerPlace(c), "", undatedColumn.With())
	}
	made := &Made{Table: b.table, Faults: b.faults, Marks: marks, Short: b.short}
	if g.code >= 0 && g.name >= 0 { // the other one is the variable
		made.Code = g.textAt(g.header, g.code)
	}
	for _, c := range slices.Concat(g.ignored, g.undated) {
		made.LeftOut = append(made.LeftOut, g.textAt(g.header, c))
	}
	return made
}

// tell notes a fault of the table.
func (b *maker) tell(kind table.Kind, at table.Place, text string, m lang.Message) {
	b.faults = append(b.faults, table.Fault{Kind: kind, Place: at, Text: text, Message: m})
}
