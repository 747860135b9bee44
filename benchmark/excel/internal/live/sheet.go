package live

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// The places of things on the live sheet. Its formulas refer to cells of the sheet itself
// and of the data sheets, and not to names, so that a copy of the sheet is live as well.
const (
	rowRule    = 5
	liveHeader = 11
	liveFirst  = liveHeader + 1

	liveColumns = 16

	cellMunicipality = "$B$4"
	cellRule         = "$B$5"
	cellYear         = "$B$6"
	cellGoal         = "$B$7"
)

// liveSheets lays out the live sheet of one workbook, and the sheets in which it looks
// things up.
type liveSheets struct {
	cell        layout.Cells
	style       *layout.Styles
	lang        lang.Language
	own         string // the code of the workbook's municipality; empty: there is none
	report      *benchmark.Report
	sensitivity *benchmark.Sensitivity
}

// NewSheets prepares the live sheets of one municipality's workbook.
func NewSheets(
	out *layout.Book, l lang.Language, own string, r *benchmark.Report, s *benchmark.Sensitivity,
) *liveSheets {
	return &liveSheets{out.Cell, &out.Style, l, own, r, s}
}

// makeBackLink returns a cell that leads to the overview, in the first column of a row.
func (b *liveSheets) makeBackLink(s *layout.Sheet, row int) excelize.Cell {
	return b.cell.Link(s, row, phrase.BackWord, phrase.SheetOverview)
}

// working is the live sheet while it is laid out for one municipality.
type working struct {
	b       *liveSheets
	v       *Tables
	s       *layout.Sheet
	m, rule int             // the positions of what is chosen at first
	rows    []benchmark.Row // the municipality's rows, by area
	targets []benchmark.Target
	last    int // the row of the last area, above that of the sum
	lookup  int // the first row of the lookups

	// These are the ranges of the data sheets that formulas search. The second group has
	// one for each area.
	levelsKey, figuresKey, names  string
	levelsOf, figuresOf, gradesOf []string
}

// Headroom lays out the sheet that a meeting works in. It shows the headroom against a
// chosen target, what is decided of it, and what is still missing to the goal, all by
// formulas. The values beside the formulas are the report's.
func (b *liveSheets) Headroom(v *Tables) *layout.Sheet {
	w := &working{b: b, v: v, m: v.Position(b.own), rule: v.findStart(b.report),
		last: liveFirst + len(v.areas) - 1}
	w.findLookupRanges()
	w.s = &layout.Sheet{
		Frame:       layout.Frame{Header: liveHeader, OneTable: true, Ranges: w.listRanges()},
		Fixed:       1,
		Heights:     map[int]float64{rowRule: 30, liveHeader: 64},
		Widths:      []float64{27, 17, 9, 11.5, 9, 11.5, 10, 14, 11, 10, 11, 20, 9, 10, 11, 9.5},
		Conditional: w.colourGrades(),
		Merged:      [][4]int{{1, 3, 5, 3}, {1, 4, 5, 4}},
		Validations: w.makeValidations(),
	}
	explained := w.layOutExplanation()
	w.lookup = w.last + 1 + len(explained) + 1
	w.s.Rows = append(w.layOutTop(), w.layOutHeader())
	for i := range v.areas {
		w.s.Rows = append(w.s.Rows, w.layOutArea(i))
	}
	w.s.Rows = append(w.s.Rows, w.layOutSum())
	w.s.Rows = append(w.s.Rows, explained...)
	// The lookups are for the formulas and not for paper.
	w.s.Printed, w.s.PrintedRows = liveColumns, w.lookup-2
	if len(v.areas) <= layout.MostOnPage {
		w.s.PagesTall = 1
	}
	w.s.Rows = append(w.s.Rows, w.layOutLookups()...)
	return w.s
}

// listRanges returns the cells that others may link to.
func (w *working) listRanges() []layout.Range {
	cell := func(name lang.Phrase, column, row int) layout.Range {
		return layout.Range{Name: name, Left: column, Top: row - 1, Right: column, Bottom: row - 1}
	}
	return []layout.Range{
		cell(phrase.NameMunicipality, 1, 4), cell(phrase.NameRule, 1, 5),
		cell(phrase.NameYear, 1, 6), cell(phrase.NameGoal, 1, 7), cell(phrase.NameToGo, 10, 9),
		cell(phrase.NamePossible, 6, w.last+1), cell(phrase.NameDecided, 10, w.last+1),
	}
}

// findLookupRanges finds the ranges that formulas search, and the values to begin with.
func (w *working) findLookupRanges() {
	v := w.v
	one, _ := w.b.report.Only(v.municipalities[w.m].Code) // the report has the municipality
	w.rows, w.targets = make([]benchmark.Row, len(v.areas)), make([]benchmark.Target, len(v.areas))
	at := map[string]int{}
	for i, a := range v.areas {
		at[a.model.Area] = i
	}
	for row := range one.Rows() {
		i, rule := at[row.Area], v.rules[w.rule].rule
		w.rows[i] = row
		w.targets[i] = benchmark.Target{Level: row.Target.Level, GapKr: row.Target.GapKr,
			HeadroomKr: row.Target.HeadroomKr}
		if rule == "" {
			continue
		}
		for _, t := range w.b.sensitivity.Targets(&row) {
			if t.Rule == rule {
				w.targets[i] = t
			}
		}
	}
	levels, figures, names := len(v.names)*len(v.rules), len(v.names)*v.countFigureRows(), len(v.names)
	column := func(sheet lang.Phrase, at, rows int) string {
		return ooxml.Span(sheet.In(w.b.lang), at, lookupFirst-1, at, lookupFirst-2+rows)
	}
	w.levelsKey = column(phrase.SheetLevels, levelsAreas+len(v.areas), levels)
	w.figuresKey = column(phrase.SheetFigures, figuresAreas+len(v.areas), figures)
	w.names = column(phrase.SheetGrades, 0, names)
	for i := range v.areas {
		w.levelsOf = append(w.levelsOf, column(phrase.SheetLevels, levelsAreas+i, levels))
		w.figuresOf = append(w.figuresOf, column(phrase.SheetFigures, figuresAreas+i, figures))
		w.gradesOf = append(w.gradesOf, column(phrase.SheetGrades, gradesAreas+i, names))
	}
}
