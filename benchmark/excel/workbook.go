package excel

import (
	"cmp"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/live"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// book is a workbook being written.
type book struct {
	writer  *Writer
	report  *benchmark.Report
	lang    lang.Language
	own     string // code of the municipality the workbook is for; empty: none
	options Options
	out     *layout.Book
	cell    layout.Cells
	style   *layout.Styles

	one    *benchmark.Report // of the own municipality; nil: none
	bySize []benchmark.Row   // its rows, the largest area first
	nameOf map[string]string // municipalities, by code
	areaOf map[string]string // the name of the sheet that an area has
}

// newBook returns the workbook of a municipality, with nothing in it. It is to be
// closed.
func newBook(wr *Writer, municipality string) (*book, error) {
	b := &book{
		writer: wr, report: wr.report, lang: wr.lang, own: municipality, options: wr.options,
	}
	if err := b.gather(); err != nil {
		return nil, err
	}
	pages := layout.Printed{
		About: b.about(), AboutAll: cmp.Or(b.report.Title, b.aboutAll()),
		Data: phrase.DataOf.With(b.period()).In(b.lang),
	}
	if wr.live != nil {
		pages.Position = wr.live.Position(b.own)
	}
	var err error
	if b.out, err = layout.NewBook(wr.options.TempFolder, wr.lang, pages, wr.common); err != nil {
		return nil, err
	}
	b.cell, b.style = b.out.Cell, &b.out.Style
	if err := b.out.SetProperties(b.properties()); err != nil {
		b.out.Close()
		return nil, err
	}
	return b, nil
}

func (b *book) plan(name lang.Phrase, lay func() *layout.Sheet) layout.Planned {
	return layout.Planned{Name: name.In(b.lang), Common: false, Lay: lay}
}

// shared is a sheet that is the same in all workbooks of a report.
func (b *book) shared(name lang.Phrase, lay func() *layout.Sheet) layout.Planned {
	return layout.Planned{Name: name.In(b.lang), Common: true, Lay: lay}
}

// sheets are the workbook's, in their order.
func (b *book) sheets() (sheets []layout.Planned) {
	add := func(p ...layout.Planned) { sheets = append(sheets, p...) }
	figures := b.writer.live
	working := live.NewSheets(b.out, b.lang, b.own, b.report, b.writer.sensitivity)
	if b.own == "" {
		add(b.plan(phrase.SheetOverview, b.candidates))
	} else {
		add(b.plan(phrase.SheetOverview, b.overview))
	}
	if figures != nil {
		add(b.plan(phrase.SheetHeadroom, func() *layout.Sheet { return working.Headroom(figures) }))
	}
	if b.own != "" {
		add(b.plan(phrase.SheetKeyFigures, b.keyFigures))
	}
	add(b.plan(phrase.SheetMunicipalities, b.municipalities))
	for _, area := range b.withSheet() {
		add(layout.Planned{Name: b.areaOf[area], Lay: func() *layout.Sheet { return b.area(area) }})
	}
	if b.own != "" {
		add(b.plan(phrase.SheetPeers, b.peers), b.plan(phrase.SheetSensitivity, b.sensitivity))
		add(b.evidence()...)
	}
	add(b.shared(phrase.SheetModel, b.models))
	if len(b.report.Corrections) > 0 {
		add(b.shared(phrase.SheetCorrections, b.corrections))
	}
	add(b.plan(phrase.SheetMethod, b.method), b.shared(phrase.SheetData, b.data))
	if figures != nil {
		add(working.Lookups(figures)...)
	}
	return sheets
}

// about says what a workbook is about: its title, and whose it is.
func (b *book) about() string {
	if b.own == "" {
		return b.aboutAll()
	}
	return b.titled(b.municipalityName(b.own))
}

// aboutAll is what a workbook of no municipality is about.
func (b *book) aboutAll() string { return b.titled(phrase.AllMunicipalities.In(b.lang)) }

func (b *book) titled(who string) string {
	if b.report.Title == "" {
		return who
	}
	return b.report.Title + ": " + who
}
