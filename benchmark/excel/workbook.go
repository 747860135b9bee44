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
	own     string // the code of the workbook's municipality; empty: there is none
	options Options
	out     *layout.Book
	cell    layout.Cells
	style   *layout.Styles

	one    *benchmark.Report // the report of that municipality; nil: there is none
	bySize []benchmark.Row   // its rows, the largest area first
	nameOf map[string]string // the names of municipalities, by code
	areaOf map[string]string // the name of each area's sheet
}

// newBook returns the workbook of a municipality, with nothing in it. The caller closes it.
func newBook(wr *Writer, municipality string) (*book, error) {
	b := &book{
		writer: wr, report: wr.report, lang: wr.lang, own: municipality, options: wr.options,
	}
	if err := b.gather(); err != nil {
		return nil, err
	}
	pages := layout.Printed{
		About: b.describeBook(), AboutAll: cmp.Or(b.report.Title, b.describeAll()),
		Data: phrase.DataOf.With(b.describePeriod()).In(b.lang),
	}
	var err error
	if b.out, err = layout.NewBook(wr.options.TempFolder, wr.lang, pages, wr.common); err != nil {
		return nil, err
	}
	b.cell, b.style = b.out.Cell, &b.out.Style
	if err := b.out.SetProperties(b.makeProperties()); err != nil {
		b.out.Close()
		return nil, err
	}
	return b, nil
}

func (b *book) planOwn(name lang.Phrase, lay func() *layout.Sheet) layout.Planned {
	return layout.Planned{Name: name.In(b.lang), Common: false, Lay: lay}
}

// planShared plans a sheet that is the same in all workbooks of a report.
func (b *book) planShared(name lang.Phrase, lay func() *layout.Sheet) layout.Planned {
	return layout.Planned{Name: name.In(b.lang), Common: true, Lay: lay}
}

// planSheets plans the workbook's sheets, in their order.
func (b *book) planSheets() (sheets []layout.Planned) {
	add := func(p ...layout.Planned) { sheets = append(sheets, p...) }
	figures := b.writer.live
	working := live.NewSheets(b.out, b.lang, b.own, b.report, b.writer.sensitivity)
	if b.own == "" {
		add(b.planOwn(phrase.SheetOverview, b.layOutCandidates))
	} else {
		add(b.planOwn(phrase.SheetOverview, b.layOutOverview))
	}
	if b.one != nil && len(b.one.Preliminary) > 0 {
		add(b.planOwn(phrase.SheetPreliminary, b.layOutPreliminary))
	}
	if figures != nil {
		add(b.planOwn(phrase.SheetHeadroom, func() *layout.Sheet { return working.Headroom(figures) }))
	}
	if b.own != "" {
		add(b.planOwn(phrase.SheetKeyFigures, b.layOutKeyFigures))
	}
	add(b.planOwn(phrase.SheetMunicipalities, b.layOutMunicipalities))
	for _, area := range b.listAreasWithSheet() {
		add(layout.Planned{Name: b.areaOf[area], Lay: func() *layout.Sheet { return b.layOutArea(area) }})
	}
	if b.own != "" {
		add(b.planOwn(phrase.SheetPeers, b.layOutPeers), b.planOwn(phrase.SheetSensitivity, b.layOutSensitivity))
		add(b.planEvidence()...)
	}
	add(b.planShared(phrase.SheetModel, b.layOutModels))
	if len(b.report.Corrections) > 0 {
		add(b.planShared(phrase.SheetCorrections, b.layOutCorrections))
	}
	add(b.planOwn(phrase.SheetMethod, b.layOutMethod), b.planShared(phrase.SheetData, b.layOutData))
	if figures != nil {
		add(working.Lookups(figures)...)
	}
	return sheets
}

// describeBook says what a workbook is about: its title, and whose it is.
func (b *book) describeBook() string {
	if b.own == "" {
		return b.describeAll()
	}
	return b.addTitle(b.findMunicipalityName(b.own))
}

// describeAll says what a workbook of no municipality is about.
func (b *book) describeAll() string { return b.addTitle(phrase.AllMunicipalities.In(b.lang)) }

func (b *book) addTitle(who string) string {
	if b.report.Title == "" {
		return who
	}
	return b.report.Title + ": " + who
}
