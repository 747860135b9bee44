package layout

import (
	"iter"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Sheet describes a sheet to write. Its frame holds what the file keeps outside the sheet's
// own part.
type Sheet struct {
	Rows        [][]any         // the rows, from the first row and column on
	Below       iter.Seq[[]any] // further rows, of a sheet too large to hold; nil: none
	Widths      []float64       // the widths of the columns, in characters
	Heights     map[int]float64
	Fixed       int // how many columns stay in sight
	Conditional []Conditional
	Validations []*excelize.DataValidation // what people may write in cells
	Links       []Link
	Merged      [][4]int // texts that run over several columns: left, top, right, bottom, from 0
	Breaks      []int    // the rows, from 0, that begin a page
	Blocks      []int    // the rows, from 0, that begin what should stay on one page
	pagesWide   int      // how many pages wide the sheet is; 0: one
	PagesTall   int      // how many pages tall the sheet is; 0: as many as it takes
	headingRows []int    // the rows, from 0, of headings
	Charts      []ooxml.Chart

	Frame
}

// Frame is what a sheet has outside its own part of the file.
type Frame struct {
	Name     string // in the file
	part     string // the name of its part
	Key      string // what its ranges are named by; empty: the sheet's name
	common   bool   // the sheet is the same in all workbooks of a report
	height   int    // how many rows it has
	width    int    // how many columns it has
	Header   int    // the row, from 1, that stays in sight with those above it; 0: none
	Filter   int    // how many rows below the header can be filtered; 0: none
	OneTable bool   // the header belongs to all rows below, and stands on every page
	// Titles is the first of the rows, down to the header, that stand on every page. If
	// there is no header, only that row does. 0: the header alone.
	Titles       int
	ColumnTitles int // how many columns stand on every page
	Printed      int // how many columns are printed; 0: all
	PrintedRows  int // how many rows are printed; 0: all
	// onScreen is how many columns are printed of the title and the line below it. Nothing
	// else of the sheet is. 0: the sheet is printed. See [Sheet.KeepOnScreen].
	onScreen int

	Tables []Table
	Ranges []Range // what others may link to
}

// Conditional is a look that some cells have depending on what is in them.
type Conditional struct {
	Cells   string
	Options []excelize.ConditionalFormatOptions
}

// walkRows returns all rows of a sheet.
func (s *Sheet) walkRows() iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, row := range s.Rows {
			if !yield(row) {
				return
			}
		}
		if s.Below != nil {
			s.Below(yield)
		}
	}
}

// countCells returns how many rows and columns a sheet has.
func (s *Sheet) countCells() (rows, columns int) {
	rows, columns = len(s.Rows), 1
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	if s.Below != nil {
		rows += s.Filter
	}
	return rows, columns
}

// titleHeight is the height of the first row of every sheet, its title.
const titleHeight = 24

// Paragraphs adds a heading and paragraphs below it.
func (s *Sheet) Paragraphs(c Cells, head lang.Phrase, paragraphs ...lang.Phrase) {
	s.Rows = append(s.Rows, nil, []any{Text(head.In(c.lang), c.style.Heading)})
	for _, p := range paragraphs {
		s.Wrapped(c, p.In(c.lang))
	}
}

// Wrapped adds a paragraph.
func (s *Sheet) Wrapped(c Cells, words string) {
	s.Rows = append(s.Rows, []any{Text(words, c.style.Lead)})
}

func (s *Sheet) Entry(c Cells, name lang.Phrase, value string) {
	s.Rows = append(s.Rows, []any{c.Words(name, c.style.Text), Text(value, c.style.Text)})
}

// Block begins a table on a page of its own, below the tables that the sheet has.
func (s *Sheet) Block(c Cells, what lang.Phrase) {
	if len(s.listTables()) > 0 {
		s.Rows = append(s.Rows, nil)
		s.Breaks = append(s.Breaks, len(s.Rows))
	}
	s.Rows = append(s.Rows, []any{c.Words(what, c.style.Heading)})
}

// Begin adds the headings of a table that will have so many rows.
func (s *Sheet) Begin(name lang.Phrase, rows int, headings []any) {
	s.Rows = append(s.Rows, headings)
	s.FitHeadings()
	s.Tables = append(s.Tables,
		Table{Row: len(s.Rows), Rows: rows, Columns: len(headings), name: name})
}
