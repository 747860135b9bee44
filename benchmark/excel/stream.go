package excel

import (
	"strconv"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/xuri/excelize/v2"
)

// add writes a sheet. What is not a row goes before the rows: the stream
// loses what comes after.
func (b *output) add(s *sheet) error {
	s.spread(b.cell)
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
func (b *output) addFrame(f *frame) error {
	if err := b.addTables(f); err != nil {
		return err
	}
	if err := b.addRanges(f); err != nil {
		return err
	}
	return b.printing(f)
}

// stream writes the rows of a sheet and what stands among them.
func (b *output) stream(s *sheet) error {
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
