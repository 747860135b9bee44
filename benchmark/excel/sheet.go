package excel

import (
	"iter"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// sheet is a sheet as it is to be. What stands in its own part of the file comes
// first, and then its frame, what stands elsewhere.
type sheet struct {
	rows        [][]any         // from the first row and column
	below       iter.Seq[[]any] // as many as filter more, of a sheet too large to hold; nil: none
	widths      []float64       // of the columns, in characters
	heights     map[int]float64
	fixed       int // columns that stay in sight
	conditional []conditional
	validations []*excelize.DataValidation // what may be written in cells
	links       []link
	merged      [][4]int // left, top, right, bottom, from 0: texts that run over several columns
	breaks      []int    // rows, from 0, that begin a page
	blocks      []int    // rows, from 0, that begin what is kept on one page where it fits
	pagesWide   int      // how many pages wide the sheet is; 0: one
	pagesTall   int      // how many pages tall it is; 0: as many as it takes
	headingRows []int    // rows, from 0, of headings
	charts      []ooxml.Chart

	frame
}

// frame is what a sheet has outside of its own part.
type frame struct {
	name         string // in the file
	part         string // the name of its part
	key          string // what ranges are named by; empty: the sheet's name
	common       bool   // the same in all workbooks of a report
	height       int    // rows in all
	header       int    // the row, from 1, that stays in sight with those above it; 0: none
	filter       int    // rows below the header that can be filtered; 0: none
	oneTable     bool   // the header is that of all rows below, and stands on every page
	titles       int    // the first of the rows that stand on every page with the header, and of no header that row; 0: the header alone
	columnTitles int    // columns that stand on every page
	printed      int    // columns that are printed; 0: all
	printedRows  int    // rows that are printed; 0: all
	each         int    // rows of each municipality, of which the workbook's own are printed; 0: all are
	tables       []table
	ranges       []namedRange // what others will link to
}

// conditional is how some cells look that depends on what is in them.
type conditional struct {
	cells   string
	options []excelize.ConditionalFormatOptions
}

// all are the rows of a sheet.
func (s *sheet) all() iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, row := range s.rows {
			if !yield(row) {
				return
			}
		}
		if s.below != nil {
			s.below(yield)
		}
	}
}

// size is how many rows and columns a sheet has.
func (s *sheet) size() (rows, columns int) {
	rows, columns = len(s.rows), 1
	for _, row := range s.rows {
		columns = max(columns, len(row))
	}
	if s.below != nil {
		rows += s.filter
	}
	return rows, columns
}

// titleHeight is the height of the first row of every sheet, its title.
const titleHeight = 24

// paragraphs adds a heading and paragraphs below it.
func (s *sheet) paragraphs(c cellMaker, head lang.Phrase, paragraphs ...lang.Phrase) {
	s.rows = append(s.rows, nil, []any{text(head.In(c.lang), c.style.head)})
	for _, p := range paragraphs {
		s.wrapped(c, p.In(c.lang))
	}
}

// wrapped adds a paragraph.
func (s *sheet) wrapped(c cellMaker, words string) {
	s.rows = append(s.rows, []any{text(words, c.style.lead)})
}

func (s *sheet) entry(c cellMaker, name lang.Phrase, value string) {
	s.rows = append(s.rows, []any{c.words(name, c.style.text), text(value, c.style.text)})
}

// block begins a table on a page of its own, below those that the sheet has.
func (s *sheet) block(c cellMaker, what lang.Phrase) {
	if len(s.allTables()) > 0 {
		s.rows = append(s.rows, nil)
		s.breaks = append(s.breaks, len(s.rows))
	}
	s.rows = append(s.rows, []any{c.words(what, c.style.head)})
}

// begin adds the headings of a table of so many rows.
func (s *sheet) begin(name lang.Phrase, rows int, headings []any) {
	s.rows = append(s.rows, headings)
	s.fitHeadings()
	s.tables = append(s.tables, table{row: len(s.rows), rows: rows, columns: len(headings), name: name})
}
