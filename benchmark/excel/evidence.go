package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// evidence are the sheets of what stands behind the differences of the
// municipality that the workbook is for: how they lasted, activity and unit
// cost, and quality. A sheet that would be empty is left out.
func (b *book) evidence() (sheets []planned) {
	rows := slices.Collect(b.one.Rows())
	for _, p := range []struct {
		name lang.Phrase
		s    *sheet
	}{{sheetYears, b.years(rows)}, {sheetActivity, b.activity(rows)}, {sheetQuality, b.quality(rows)}} {
		if p.s != nil {
			sheets = append(sheets, b.plan(p.name, func() *sheet { return p.s }))
		}
	}
	return sheets
}

// table begins a sheet with a table of areas: the title of the municipality, a
// line of explanation, and the headings.
func (b *book) table(title, lead lang.Phrase, who string, headings []any, widths []float64) *sheet {
	s := &sheet{
		frame:  frame{header: 4, oneTable: true, titles: 1, columnTitles: 2},
		fixed:  1,
		widths: widths,
		rows: [][]any{
			{text(title.With(who).In(b.lang), b.style.title)},
			{text(lead.In(b.lang), b.style.lead)},
			nil,
			headings,
		},
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	s.spreadPages()
	return s
}

// areaName is the cell of a row's area, a part of another one set in.
func (b *book) areaName(row *benchmark.Row) any {
	m := b.report.Model(row.Area)
	if m.PartOf != "" {
		return text(m.Name, b.style.indent)
	}
	return text(m.Name, b.style.text)
}

// inPrices is a heading of a change, with the prices that it is in.
func (b *book) inPrices(heading lang.Phrase) string {
	if year := b.report.Prices.Year; year != 0 {
		return priceWord.With(heading.In(b.lang), year).In(b.lang)
	}
	return currentWord.With(heading.In(b.lang)).In(b.lang)
}

// prices says what prices the figures are in.
func (b *book) prices() string {
	if p := b.report.Prices; p.Year != 0 {
		return pricesOfYear.With(p.Year, p.Source).In(b.lang)
	}
	return pricesOwn.In(b.lang)
}

// unit is what an area's figures are in.
func (b *book) unit(m *benchmark.Model) string {
	if m.Unit == "" {
		return anyUnit.In(b.lang)
	}
	return m.Unit
}
