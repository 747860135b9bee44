package layout

import (
	"iter"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Sheet describes a sheet to write. Its frame holds what the file stores outside the sheet's
// own part.
type Sheet struct {
	Rows        [][]any         // from the first row and column
	Below       iter.Seq[[]any] // more rows, of a sheet too large to hold; nil: none
	Widths      []float64       // of the columns, in characters
	Heights     map[int]float64
	Fixed       int // columns that stay in sight
	Conditional []Conditional
	Validations []*excelize.DataValidation // what may be written in cells
	Links       []Link
	Merged      [][4]int // left, top, right, bottom, from 0: texts that run over several columns
	Breaks      []int    // rows, from 0, that begin a page
	Blocks      []int    // rows, from 0, that begin what is kept on one page where it fits
	pagesWide   int      // how many pages wide the sheet is; 0: one
	PagesTall   int      // how many pages tall it is; 0: as many as it takes
	headingRows []int    // rows, from 0, of headings
	Charts      []ooxml.Chart

	Frame
}

// Frame is what a sheet has outside of its own part.
type Frame struct {
	Name     string // in the file
	part     string // the name of its part
	Key      string // what ranges are named by; empty: the sheet's name
	common   bool   // the same in all workbooks of a report
	height   int    // rows in all
	width    int    // columns in all
	Header   int    // the row, from 1, that stays in sight with those above it; 0: none
	Filter   int    // rows below the header that can be filtered; 0: none
	OneTable bool   // the header is that of all rows below, and stands on every page
	// The first of the rows that stand on every page, down to the header; without a header,
	// the one row that does. 0: the header alone.
	Titles       int
	ColumnTitles int // columns that stand on every page
	Printed      int // columns that are printed; 0: all
	PrintedRows  int // rows that are printed; 0: all
	// How many rows each municipality has. Only those of the workbook's own are printed; 0:
	// all rows are.
	Each   int
	Tables []Table
	Ranges []Range // what others will link to
}

// Conditional is how some cells look that depends on what is in them.
type Conditional struct {
	Cells   string
	Options []excelize.ConditionalFormatOptions
}

// walkRows are the rows of a sheet.
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

// countCells is how many rows and columns a sheet has.
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

// Block begins a table on a page of its own, below those that the sheet has.
func (s *Sheet) Block(c Cells, what lang.Phrase) {
	if len(s.listTables()) > 0 {
		s.Rows = append(s.Rows, nil)
		s.Breaks = append(s.Breaks, len(s.Rows))
	}
	s.Rows = append(s.Rows, []any{c.Words(what, c.style.Heading)})
}

// Begin adds the headings of a table of so many rows.
func (s *Sheet) Begin(name lang.Phrase, rows int, headings []any) {
	s.Rows = append(s.Rows, headings)
	s.FitHeadings()
	s.Tables = append(s.Tables,
		Table{Row: len(s.Rows), Rows: rows, Columns: len(headings), name: name})
}
