package layout

import (
	"context"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// finish completes a sheet that is laid out: the heights of its rows, its pages and its
// tables.
func (s *Sheet) finish(c Cells) error {
	s.mergeTexts(c)
	s.padBelowHeadings()
	s.keepBlocks()
	rows, columns := s.countCells()
	if columns > excelize.MaxColumns || rows > excelize.TotalRows {
		return tooLarge.With(s.Name, rows, columns, excelize.TotalRows, excelize.MaxColumns)
	}
	s.height, s.width = rows, columns
	s.findTables()
	return nil
}

// add writes what a sheet has beside its rows. It returns the stream that takes the rows.
// What is set after the rows would be lost.
func (b *Book) add(s *Sheet) (*excelize.StreamWriter, error) {
	if err := b.addBeside(s); err != nil {
		return nil, err
	}
	return b.openStream(s)
}

// addBeside writes what a sheet has beside its rows and columns.
func (b *Book) addBeside(s *Sheet) error {
	if err := b.file.SetSheetDimension(s.Name,
		"A1:"+ooxml.ColumnName(s.width-1)+strconv.Itoa(max(1, s.height))); err != nil {
		return err
	}
	for _, c := range s.Conditional {
		if err := b.file.SetConditionalFormat(s.Name, c.Cells, c.Options); err != nil {
			return err
		}
	}
	for _, v := range s.Validations {
		if err := b.file.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	if err := b.addLinks(s); err != nil {
		return err
	}
	if err := b.addCharts(s); err != nil {
		return err
	}
	if err := b.addFrame(&s.Frame); err != nil {
		return err
	}
	return b.setPage(s) // this comes after the filter, which would undo it
}

// addFrame writes what a sheet has outside its own part.
func (b *Book) addFrame(f *Frame) error {
	if err := b.addTables(f); err != nil {
		return err
	}
	if err := b.addRanges(f); err != nil {
		return err
	}
	return b.setPrinted(f)
}

// openStream opens the part of a sheet and writes what stands before its rows.
func (b *Book) openStream(s *Sheet) (*excelize.StreamWriter, error) {
	stream, err := b.file.NewStreamWriter(s.Name)
	if err != nil {
		return nil, err
	}
	// Columns of equal width are set together, because each call costs as much as all
	// before it. They are set from the last to the first, since each is put before those
	// that are set already.
	for next := len(s.Widths); next > 0; {
		first := next - 1
		for first > 0 && s.Widths[first-1] == s.Widths[first] {
			first--
		}
		if err := stream.SetColWidth(first+1, next, s.Widths[first]); err != nil {
			return nil, err
		}
		next = first
	}
	if s.Header > 0 || s.Fixed > 0 {
		pane := "bottomRight"
		if s.Fixed == 0 {
			pane = "bottomLeft"
		}
		corner := ooxml.ColumnName(s.Fixed) + strconv.Itoa(s.Header+1)
		if err := stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.Fixed, YSplit: s.Header,
			TopLeftCell: corner, ActivePane: pane}); err != nil {
			return nil, err
		}
	}
	for _, m := range s.Merged {
		if err := stream.MergeCell(ooxml.ColumnName(m[0])+strconv.Itoa(m[1]+1),
			ooxml.ColumnName(m[2])+strconv.Itoa(m[3]+1)); err != nil {
			return nil, err
		}
	}
	for _, row := range s.Breaks {
		if err := stream.InsertPageBreak("A" + strconv.Itoa(row+1)); err != nil {
			return nil, err
		}
	}
	return stream, nil
}

// writeRows writes the rows of a sheet and closes its part. It touches nothing that other
// sheets use, so that several sheets can be written at the same time. The error is the
// context's or the stream's.
func (s *Sheet) writeRows(ctx context.Context, stream *excelize.StreamWriter) error {
	i := 0
	for row := range s.walkRows() {
		i++
		if err := ctx.Err(); err != nil {
			return err
		}
		var opts []excelize.RowOpts
		height, ok := s.Heights[i]
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
	s.Rows, s.Below = nil, nil // whoever holds the sheet shall not hold its rows
	return stream.Flush()
}
