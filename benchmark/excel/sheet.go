package excel

import (
	"iter"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// planned is a sheet that a workbook is to have. It is laid out when its turn
// comes to be written, for all at once would take too much room.
type planned struct {
	name   string
	common bool // the same in all workbooks of a report
	lay    func() *sheet
}

func (b *book) plan(name lang.Phrase, lay func() *sheet) planned {
	return planned{name.In(b.lang), false, lay}
}

// shared is a sheet that is the same in all workbooks of a report.
func (b *book) shared(name lang.Phrase, lay func() *sheet) planned {
	return planned{name.In(b.lang), true, lay}
}

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

// add writes a sheet. What is not a row goes before the rows: the stream
// loses what comes after.
func (b *book) add(s *sheet) error {
	b.spread(s)
	s.openHeadings()
	s.keepBlocks()
	rows, columns := s.size()
	if columns > excelize.MaxColumns || rows > excelize.TotalRows {
		return tooLarge.With(s.name, rows, columns, excelize.TotalRows, excelize.MaxColumns)
	}
	s.height = rows
	s.findTables()
	if err := b.file.SetSheetDimension(s.name, "A1:"+ooxml.ColumnName(columns-1)+strconv.Itoa(max(1, rows))); err != nil {
		return err
	}
	for _, c := range s.conditional {
		if err := b.file.SetConditionalFormat(s.name, c.cells, c.options); err != nil {
			return err
		}
	}
	for _, v := range s.validations {
		if err := b.file.AddDataValidation(s.name, v); err != nil {
			return err
		}
	}
	if err := b.addLinks(s); err != nil {
		return err
	}
	if err := b.addCharts(s); err != nil {
		return err
	}
	if err := b.addFrame(&s.frame); err != nil {
		return err
	}
	if err := b.page(s); err != nil { // after a filter, which would undo it
		return err
	}
	return b.stream(s)
}

// addFrame writes what a sheet has outside of its own part.
func (b *book) addFrame(f *frame) error {
	if err := b.addTables(f); err != nil {
		return err
	}
	if err := b.addRanges(f); err != nil {
		return err
	}
	return b.printing(f)
}

// stream writes the rows of a sheet and what stands among them.
func (b *book) stream(s *sheet) error {
	stream, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	// Equal widths together, for each call costs all before it, and from the last
	// column to the first: each goes before those that are set.
	for next := len(s.widths); next > 0; {
		first := next - 1
		for first > 0 && s.widths[first-1] == s.widths[first] {
			first--
		}
		if err := stream.SetColWidth(first+1, next, s.widths[first]); err != nil {
			return err
		}
		next = first
	}
	if s.header > 0 || s.fixed > 0 {
		pane := "bottomRight"
		if s.fixed == 0 {
			pane = "bottomLeft"
		}
		corner := ooxml.ColumnName(s.fixed) + strconv.Itoa(s.header+1)
		if err := stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.fixed, YSplit: s.header, TopLeftCell: corner, ActivePane: pane}); err != nil {
			return err
		}
	}
	for _, m := range s.merged {
		if err := stream.MergeCell(ooxml.ColumnName(m[0])+strconv.Itoa(m[1]+1), ooxml.ColumnName(m[2])+strconv.Itoa(m[3]+1)); err != nil {
			return err
		}
	}
	for _, row := range s.breaks {
		if err := stream.InsertPageBreak("A" + strconv.Itoa(row+1)); err != nil {
			return err
		}
	}
	i := 0
	for row := range s.all() {
		i++
		var opts []excelize.RowOpts
		height, ok := s.heights[i]
		if i == 1 && !ok {
			height, ok = titleHeight, true
		}
		if ok {
			opts = append(opts, excelize.RowOpts{Height: height})
		}
		if err := stream.SetRow("A"+strconv.Itoa(i), row, opts...); err != nil {
			return err
		}
	}
	return stream.Flush()
}
