package excel

import (
	"io"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// book is a workbook being written.
type book struct {
	writer   *Writer
	file     *excelize.File
	parts    *sortedZip
	attached *attached
	report   *benchmark.Report
	lang     lang.Language
	own      string // code of the municipality the workbook is for; empty: none
	options  Options
	style    styles

	one    *benchmark.Report          // of the own municipality
	rows   map[string][]benchmark.Row // all municipalities, by area
	bySize []benchmark.Row            // the own municipality's, the largest area first
	nameOf map[string]string          // municipalities, by code
	areaOf map[string]string          // the name of the sheet that an area has
	ranges *nameBook
}

func newBook(wr *Writer, municipality string) *book {
	b := &book{
		writer: wr, file: excelize.NewFile(), report: wr.report, lang: wr.lang, own: municipality, options: wr.options, ranges: newNameBook(), attached: newAttached(),
	}
	b.parts = newSortedZip(b.attached)
	b.file.ZipWriter = func(w io.Writer) excelize.ZipWriter {
		b.parts.out = w
		return b.parts
	}
	return b
}

func (b *book) write(w io.Writer) error {
	defer b.file.Close()
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
		name := b.sheetName(s)
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", name)
		} else {
			_, err = b.file.NewSheet(name)
		}
		if err != nil {
			return err
		}
		s.part = "xl/worksheets/sheet" + whole(i+1) + ".xml"
		if s.common {
			b.parts.shared[s.part], b.parts.keep[s.part] = b.writer.known(name), func(p *part) { b.writer.keep(name, p) }
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
		sheets = append(sheets, b.candidates())
	} else {
		sheets = append(sheets, b.overview())
	}
	live := b.writer.live()
	if live != nil {
		headroom, err := b.headroom(live)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, headroom)
	}
	if b.own != "" {
		sheets = append(sheets, b.keyFigures())
	}
	sheets = append(sheets, b.municipalities())
	sheets = append(sheets, b.areas()...)
	if b.own != "" {
		sheets = append(sheets, b.peers(), b.sensitivity())
		sheets = append(sheets, b.evidence()...)
	}
	sheets = append(sheets, b.models())
	if len(b.report.Corrections) > 0 {
		sheets = append(sheets, b.corrections())
	}
	sheets = append(sheets, b.method(), b.data())
	if live != nil {
		sheets = append(sheets, b.lookupSheets(live)...)
	}
	return sheets, nil
}
