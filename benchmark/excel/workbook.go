package excel

import (
	"io"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// book is a workbook being written.
type book struct {
	writer  *Writer
	file    *excelize.File
	parts   *ooxml.Parts
	report  *benchmark.Report
	lang    lang.Language
	own     string // code of the municipality the workbook is for; empty: none
	options Options
	style   styles

	one    *benchmark.Report // of the own municipality; nil: none
	bySize []benchmark.Row   // its rows, the largest area first
	nameOf map[string]string // municipalities, by code
	areaOf map[string]string // the name of the sheet that an area has
	ranges *ooxml.Names
}

func newBook(wr *Writer, municipality string) *book {
	return &book{
		writer: wr, file: excelize.NewFile(excelize.Options{TmpDir: wr.options.TempFolder}),
		report: wr.report, lang: wr.lang, own: municipality, options: wr.options,
		ranges: ooxml.NewNames(), parts: ooxml.NewParts(),
	}
}

func (b *book) write(w io.Writer) error {
	defer b.file.Close()
	if err := b.newStyles(); err != nil {
		return err
	}
	if err := b.gather(); err != nil {
		return err
	}
	sheets := b.sheets()
	for i, p := range sheets { // all before any is filled in, for they link to each other
		var err error
		if i == 0 {
			err = b.file.SetSheetName("Sheet1", p.name)
		} else {
			_, err = b.file.NewSheet(p.name)
		}
		if err != nil {
			return err
		}
	}
	for i, p := range sheets {
		if err := b.addPlanned(p, "xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"); err != nil {
			return err
		}
	}
	if err := b.properties(); err != nil {
		return err
	}
	// The parts go straight to where the file is written, and not by way of
	// excelize, which would hold them once more.
	b.file.ZipWriter = func(io.Writer) excelize.ZipWriter { return b.parts.Zip(w) }
	return b.file.Write(io.Discard)
}

// addPlanned lays a sheet out and writes it, or takes it from another workbook.
func (b *book) addPlanned(p planned, part string) error {
	if !p.common {
		s := p.lay()
		s.name, s.part = p.name, part
		return b.add(s)
	}
	if known := b.writer.known(p.name); known != nil {
		b.parts.Take(part, known.part)
		f := known.frame
		f.part = part
		return b.addFrame(&f)
	}
	s := p.lay()
	s.name, s.part, s.common = p.name, part, true
	if err := b.add(s); err != nil {
		return err
	}
	b.parts.Keep(part, func(compressed *ooxml.Part) { b.writer.keep(p.name, &commonSheet{compressed, s.frame}) })
	return nil
}

// sheets are the workbook's, in their order.
func (b *book) sheets() (sheets []planned) {
	add := func(p ...planned) { sheets = append(sheets, p...) }
	live := b.writer.live
	if b.own == "" {
		add(b.plan(sheetOverview, b.candidates))
	} else {
		add(b.plan(sheetOverview, b.overview))
	}
	if live != nil {
		add(b.plan(sheetHeadroom, func() *sheet { return b.headroom(live) }))
	}
	if b.own != "" {
		add(b.plan(sheetKeyFigures, b.keyFigures))
	}
	add(b.plan(sheetMunicipalities, b.municipalities))
	for _, area := range b.withSheet() {
		add(planned{name: b.areaOf[area], lay: func() *sheet { return b.area(area) }})
	}
	if b.own != "" {
		add(b.plan(sheetPeers, b.peers), b.plan(sheetSensitivity, b.sensitivity))
		add(b.evidence()...)
	}
	add(b.shared(sheetModel, b.models))
	if len(b.report.Corrections) > 0 {
		add(b.shared(sheetCorrections, b.corrections))
	}
	add(b.plan(sheetMethod, b.method), b.shared(sheetData, b.data))
	if live != nil {
		add(b.lookupSheets(live)...)
	}
	return sheets
}
