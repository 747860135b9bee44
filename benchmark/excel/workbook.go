package excel

import (
	"bytes"
	"io"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Write writes the report of all municipalities as a workbook. The overview is
// of the municipality with the given code; empty: of the strongest candidates
// among all.
func Write(w io.Writer, r *benchmark.Report, municipality string, l lang.Language, o Options) error {
	b := &book{file: excelize.NewFile(), report: r, lang: l, own: municipality, options: o, ranges: newNameBook()}
	defer b.file.Close()
	b.file.ZipWriter = func(w io.Writer) excelize.ZipWriter {
		return &sortedZip{out: w, parts: map[string]*bytes.Buffer{}, part: b.part}
	}
	if err := b.newStyles(); err != nil {
		return err
	}
	if err := b.gather(); err != nil {
		return err
	}
	sheets, err := b.sheets()
	if err != nil {
		return err
	}
	for i, s := range sheets { // all before any is filled in, for they link to each other
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", b.sheetName(s))
		} else {
			_, err = b.file.NewSheet(b.sheetName(s))
		}
		if err != nil {
			return err
		}
	}
	for _, s := range sheets {
		if err := b.add(b.sheetName(s), s); err != nil {
			return err
		}
	}
	if err := b.properties(); err != nil {
		return err
	}
	_, err = b.file.WriteTo(w)
	return err
}

// sheets are the workbook's, in their order.
func (b *book) sheets() ([]*sheet, error) {
	var sheets []*sheet
	if b.own == "" {
		sheets = append(sheets, b.candidates(), b.municipalities())
		sheets = append(sheets, b.areas()...)
	} else {
		sensitivity, err := b.sensitivity()
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, b.overview(), b.keyFigures(), b.municipalities())
		sheets = append(sheets, b.areas()...)
		sheets = append(sheets, b.peers(), sensitivity)
		if b.report.Plan.Curve != nil {
			sheets = append(sheets, b.robustness())
		}
		sheets = append(sheets, b.evidence()...)
	}
	sheets = append(sheets, b.models())
	if len(b.report.Corrections) > 0 {
		sheets = append(sheets, b.corrections())
	}
	return append(sheets, b.method(), b.data()), nil
}

// book is a workbook being written.
type book struct {
	file    *excelize.File
	report  *benchmark.Report
	lang    lang.Language
	own     string // code of the municipality the workbook is for; empty: none
	options Options
	style   styles

	one    *benchmark.Report          // of the own municipality
	rows   map[string][]benchmark.Row // all municipalities, by area
	bySize []benchmark.Row            // the own municipality's, the largest area first
	nameOf map[string]string          // municipalities, by code
	areaOf map[string]string          // the name of the sheet that an area has
	charts []chart                    // as they were added
	ranges *nameBook
}

// sheet is a sheet as it is to be: its cells and how they are shown.
type sheet struct {
	name         lang.Phrase
	given        string    // the name, where it is made of data; empty: name
	key          string    // what ranges are named by; empty: the sheet's name
	rows         [][]any   // from the first row and column
	widths       []float64 // of the columns, in characters
	heights      map[int]float64
	header       int   // the row, from 1, that stays in sight with those above it; 0: none
	fixed        int   // columns that stay in sight
	filter       int   // rows below the header that can be filtered; 0: none
	table        table // where it is not the header and those rows
	conditional  []conditional
	onePage      bool // all on one page
	titles       int  // the first of the rows that stand on every page with the header; 0: the header alone
	columnTitles int  // columns that stand on every page
	pagesWide    int  // how many pages wide the sheet is; 0: one
	printed      int  // columns that are printed; 0: all
	oneTable     bool // the header is that of all rows below, and stands on every page
	charts       []chart
	links        []link
	merged       [][4]int // left, top, right, bottom, from 0: texts that run over several columns
	breaks       []int    // rows, from 0, that begin a page
}

type conditional struct {
	cells   string
	options []excelize.ConditionalFormatOptions
}

// titleHeight is the height of the first row of every sheet, its title.
const titleHeight = 24

// add writes a sheet. What is not a row goes before the rows: the stream
// loses what comes after.
func (b *book) add(name string, s *sheet) error {
	b.spread(s)
	columns := 1
	for _, row := range s.rows {
		columns = max(columns, len(row))
	}
	if columns > excelize.MaxColumns || len(s.rows) > excelize.TotalRows {
		return tooLarge.With(name, len(s.rows), columns, excelize.TotalRows, excelize.MaxColumns)
	}
	corner, err := excelize.CoordinatesToCellName(columns, max(1, len(s.rows)))
	if err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(name, "A1:"+corner); err != nil {
		return err
	}
	for _, c := range s.conditional {
		if err := b.file.SetConditionalFormat(name, c.cells, c.options); err != nil {
			return err
		}
	}
	if err := b.filterBefore(name, s); err != nil {
		return err
	}
	if err := b.addLinks(name, s); err != nil {
		return err
	}
	if err := b.addCharts(name, s.charts); err != nil {
		return err
	}
	if err := b.page(name, s); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i := 0; i < len(s.widths); { // equal widths together: each call costs all before it
		next := i + 1
		for next < len(s.widths) && s.widths[next] == s.widths[i] {
			next++
		}
		if err := stream.SetColWidth(i+1, next, s.widths[i]); err != nil {
			return err
		}
		i = next
	}
	if s.header > 0 || s.fixed > 0 {
		corner, err := excelize.CoordinatesToCellName(s.fixed+1, s.header+1)
		if err != nil {
			return err
		}
		pane := "bottomRight"
		if s.fixed == 0 {
			pane = "bottomLeft"
		}
		if err := stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.fixed, YSplit: s.header, TopLeftCell: corner, ActivePane: pane}); err != nil {
			return err
		}
	}
	for _, m := range s.merged {
		if err := stream.MergeCell(column(m[0])+whole(m[1]+1), column(m[2])+whole(m[3]+1)); err != nil {
			return err
		}
	}
	for _, row := range s.breaks {
		if err := stream.InsertPageBreak("A" + whole(row+1)); err != nil {
			return err
		}
	}
	for i, row := range s.rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		var opts []excelize.RowOpts
		height, ok := s.heights[i+1]
		if i == 0 {
			height, ok = titleHeight, true
		}
		if ok {
			opts = append(opts, excelize.RowOpts{Height: height})
		}
		if err := stream.SetRow(cell, row, opts...); err != nil {
			return err
		}
	}
	if err := b.addTable(name, s, stream); err != nil {
		return err
	}
	return stream.Flush()
}
