package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// planEvidence plans the sheets that support the differences of the workbook's
// municipality: how they lasted, activity and unit cost, and quality. A sheet that would be
// empty is left out.
func (b *book) planEvidence() (sheets []layout.Planned) {
	rows := slices.Collect(b.one.Rows())
	for _, p := range []struct {
		name lang.Phrase
		s    *layout.Sheet
	}{{phrase.SheetYears, b.layOutYears(rows)}, {phrase.SheetActivity,
		b.layOutActivity(rows)}, {phrase.SheetQuality, b.layOutQuality(rows)}} {
		if p.s != nil {
			sheets = append(sheets, b.planOwn(p.name, func() *layout.Sheet { return p.s }))
		}
	}
	return sheets
}

// beginTable begins a sheet with a table of areas: the municipality's title, a line of
// explanation, and the headings.
func (b *book) beginTable(title, lead lang.Phrase, who string, headings []any,
	widths []float64) *layout.Sheet {
	s := &layout.Sheet{
		Frame:  layout.Frame{Header: 4, OneTable: true, Titles: 1, ColumnTitles: 2},
		Fixed:  1,
		Widths: widths,
		Rows: [][]any{
			{layout.Text(title.With(who).In(b.lang), b.style.Title)},
			{layout.Text(lead.In(b.lang), b.style.Lead)},
			nil,
			headings,
		},
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.FitHeadings()
	s.SpreadPages()
	return s
}

// makeAreaCell returns the cell of a row's area. A part of another area is indented.
func (b *book) makeAreaCell(row *benchmark.Row) any {
	m := b.report.Model(row.Area)
	if m.PartOf != "" {
		return layout.Text(m.Name, b.style.Indent)
	}
	return layout.Text(m.Name, b.style.Text)
}

// addPrices adds to the heading of a change the prices that it is in.
func (b *book) addPrices(heading lang.Phrase) string {
	if year := b.report.Prices.Year; year != 0 {
		return phrase.PriceWord.With(heading.In(b.lang), year).In(b.lang)
	}
	return phrase.CurrentWord.With(heading.In(b.lang)).In(b.lang)
}

// describePrices says what prices the figures are in.
func (b *book) describePrices() string {
	if p := b.report.Prices; p.Year != 0 {
		return phrase.PricesOfYear.With(p.Year, p.Source).In(b.lang)
	}
	return phrase.PricesOwn.In(b.lang)
}

// nameUnit returns the unit of an area's figures.
func (b *book) nameUnit(m *benchmark.Model) string {
	return phrase.UnitOf(m, b.lang)
}
