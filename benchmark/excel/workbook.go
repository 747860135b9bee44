package excel

import (
	"io"
	"iter"
	"math"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// Write writes the report of all municipalities as a workbook. The overview is
// of the municipality with the given code; empty: of the strongest candidates
// among all.
func (wr *Writer) Write(w io.Writer, municipality string) error {
	r, l := wr.report, wr.lang
	b := &book{file: excelize.NewFile(), report: r, lang: l, own: municipality, writer: wr}
	defer b.file.Close()
	parts := &sortedZip{parts: map[string]*part{}, shared: map[string]*part{}, keep: map[string]func(*part){}}
	b.file.ZipWriter = func(w io.Writer) excelize.ZipWriter { parts.out = w; return parts }
	if err := b.newStyles(); err != nil {
		return err
	}
	overview, err := b.overview()
	if err != nil {
		return err
	}
	sheets := []*sheet{overview}
	lookups := wr.live()
	if lookups != nil {
		working, err := b.headroom(lookups)
		if err != nil {
			return err
		}
		sheets = append(sheets, working)
	}
	if b.own != "" {
		sensitivity, err := b.sensitivity()
		if err != nil {
			return err
		}
		sheets = append(sheets, sensitivity, b.peers())
		if r.Plan.Curve != nil {
			sheets = append(sheets, b.robustness())
		}
	}
	sheets = append(sheets, b.evidence()...)
	sheets = append(sheets, b.municipalities(), b.models(), b.method())
	if len(r.Corrections) > 0 {
		sheets = append(sheets, b.corrections())
	}
	sheets = append(sheets, b.data())
	if lookups != nil {
		sheets = append(sheets, b.lookupSheets(lookups)...)
	}
	for i, s := range sheets {
		name := s.name.In(l)
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", name)
		} else {
			_, err = b.file.NewSheet(name)
		}
		if err != nil {
			return err
		}
		taken := false
		if s.common {
			at := "xl/worksheets/sheet" + whole(i+1) + ".xml"
			parts.shared[at], parts.keep[at] = wr.known(name), func(p *part) { wr.keep(name, p) }
			taken = parts.shared[at] != nil
		}
		if err := b.add(name, s, taken); err != nil {
			return err
		}
	}
	if lookups != nil {
		if err := b.nameRanges(lookups); err != nil {
			return err
		}
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: r.Title, Creator: "Raaderum", Language: l.String()}); err != nil {
		return err
	}
	_, err = b.file.WriteTo(w)
	return err
}

// book is a workbook being written.
type book struct {
	file   *excelize.File
	report *benchmark.Report
	lang   lang.Language
	own    string // code of the municipality the workbook is for; empty: none
	style  styles
	writer *Writer
}

// sheet is a sheet as it is to be: its cells and how they are shown.
type sheet struct {
	name        lang.Phrase
	rows        [][]any         // from the first row and column
	below       iter.Seq[[]any] // as many as filter more, of a sheet too large to hold; nil: none
	widths      []float64       // of the columns, in characters
	heights     map[int]float64
	header      int // the row, from 1, that stays in sight with those above it; 0: none
	fixed       int // columns that stay in sight
	filter      int // rows below the header that can be filtered; 0: none
	conditional []conditional
	portrait    bool
	common      bool // the same in all workbooks of a report
	validations []*excelize.DataValidation
	merged      [][2]string // first and last cell
	oneTable    bool        // the header is that of all rows below, and stands on every page
}

// titleHeight is the height of the first row of every sheet, its title.
const titleHeight = 24

// add writes a sheet. What is not a row goes before the rows: the stream
// loses what comes after. Of one whose rows are taken from another workbook,
// only what stands elsewhere in the file is written.
func (b *book) add(name string, s *sheet, taken bool) error {
	columns := 1
	for _, row := range s.rows {
		columns = max(columns, len(row))
	}
	lines := len(s.rows)
	if s.below != nil {
		lines += s.filter
	}
	if columns > excelize.MaxColumns || lines > excelize.TotalRows {
		return tooLarge.With(name, lines, columns, excelize.TotalRows, excelize.MaxColumns)
	}
	corner, err := excelize.CoordinatesToCellName(columns, max(1, lines))
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
	if s.filter > 0 {
		last, err := excelize.CoordinatesToCellName(len(s.rows[s.header-1]), s.header+s.filter)
		if err != nil {
			return err
		}
		first, err := excelize.CoordinatesToCellName(1, s.header)
		if err != nil {
			return err
		}
		if err := b.file.AutoFilter(name, first+":"+last, nil); err != nil {
			return err
		}
	}
	if err := b.validate(name, s); err != nil {
		return err
	}
	if err := b.page(name, s); err != nil {
		return err
	}
	if taken {
		return nil
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
	i := 0
	for row := range s.all() {
		i++
		cell, err := excelize.CoordinatesToCellName(1, i)
		if err != nil {
			return err
		}
		var opts []excelize.RowOpts
		height, ok := s.heights[i]
		if i == 1 {
			height, ok = titleHeight, true
		}
		if ok {
			opts = append(opts, excelize.RowOpts{Height: height})
		}
		if err := stream.SetRow(cell, row, opts...); err != nil {
			return err
		}
	}
	if err := s.merge(stream); err != nil {
		return err
	}
	return stream.Flush()
}

// page sets a sheet to print on pages of A4, as wide as the paper.
func (b *book) page(name string, s *sheet) error {
	orientation := "landscape"
	if s.portrait {
		orientation = "portrait"
	}
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: new(9), Orientation: &orientation, FitToWidth: new(1), FitToHeight: new(0),
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	if !s.oneTable {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name, RefersTo: printTitles(name, s.header),
	})
}

// number is a cell with a number, or with the mark for a missing one.
func (b *book) number(v float64, style int) excelize.Cell {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return excelize.Cell{StyleID: b.style.missing, Value: lang.Missing}
	}
	return excelize.Cell{StyleID: style, Value: v}
}

// count is a cell with a whole number that is never 0 but for missing.
func (b *book) count(n int) excelize.Cell {
	if n == 0 {
		return b.number(math.NaN(), 0)
	}
	return excelize.Cell{StyleID: b.style.whole, Value: n}
}

func (b *book) words(p lang.Phrase, style int) excelize.Cell {
	return excelize.Cell{StyleID: style, Value: p.In(b.lang)}
}

// header is a row of column headings, over texts.
func (b *book) header(phrases ...lang.Phrase) []any { return b.headings(b.style.header, phrases) }

// numberHeader is a row of column headings, over numbers.
func (b *book) numberHeader(phrases ...lang.Phrase) []any {
	return b.headings(b.style.numberHeader, phrases)
}

func (b *book) headings(style int, phrases []lang.Phrase) []any {
	row := make([]any, len(phrases))
	for i, p := range phrases {
		row[i] = b.words(p, style)
	}
	return row
}

// fit gives the last row the height that its wrapped texts need in their
// columns, for spreadsheet programs do not find it out on opening.
func (s *sheet) fit(b *book) {
	lines := 1
	for i, cell := range s.rows[len(s.rows)-1] {
		c, ok := cell.(excelize.Cell)
		if words, isText := c.Value.(string); ok && isText && c.StyleID == b.style.wrap {
			lines = max(lines, 1+int(float64(utf8.RuneCountInString(words))*1.15/s.widths[i]))
		}
	}
	if lines > 1 {
		s.heights[len(s.rows)] = min(15*float64(lines), 400)
	}
}

func text(s string, style int) excelize.Cell { return excelize.Cell{StyleID: style, Value: s} }
