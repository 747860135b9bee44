package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// layOutPreliminary is the sheet of the municipality's preliminary accounts. They stand on no other
// sheet, so that nobody takes them for the year that all have.
func (b *book) layOutPreliminary() *layout.Sheet {
	st, p := b.style, b.one.Preliminary[0]
	s := &layout.Sheet{Fixed: 1, Widths: []float64{27, 18, 10, 11, 11, 11, 10, 10, 10, 11, 11, 12}}
	s.Rows = [][]any{{layout.Text(p.Title().In(b.lang), st.Title)}}
	for _, note := range p.Notes() {
		s.Wrapped(b.cell, note.In(b.lang))
	}
	s.Rows = append(s.Rows, nil)
	s.Rows[len(s.Rows)-1] = []any{b.makeBackLink(s, len(s.Rows)-1)}
	before := phrase.ColumnPctBefore.With(p.ModelYear).In(b.lang)
	s.Rows = append(s.Rows, slices.Concat(
		b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
		b.cell.NumberHeader(phrase.ColumnActual, phrase.ColumnExpected, phrase.ColumnLow,
			phrase.ColumnHigh, phrase.ColumnDeviation, phrase.ColumnPct, phrase.ColumnMillions,
			phrase.ColumnMillionsLow, phrase.ColumnMillionsHigh),
		[]any{layout.Text(before, st.NumberHeader), b.cell.Words(phrase.ColumnOutside, st.AfterHeader)},
	))
	s.Widths = append(s.Widths, 14)
	s.Frame = layout.Frame{
		Header: len(s.Rows), OneTable: true, Titles: 1, ColumnTitles: 2, Filter: len(p.Rows),
	}
	s.FitHeadings()
	s.SpreadPages()
	for _, row := range p.Rows {
		m := b.report.Model(row.Area)
		outside := lang.Phrase{}
		if row.Outside() {
			outside = phrase.OutsideWord
		}
		s.Rows = append(s.Rows, []any{
			layout.Text(row.AreaName, st.Text), layout.Text(phrase.UnitOf(m, b.lang), st.Wrap),
			b.cell.Number(row.Actual, st.Kr), b.cell.Number(row.Expected.Level, st.Kr),
			b.cell.Number(row.Expected.Low, st.Kr), b.cell.Number(row.Expected.High, st.Kr),
			b.cell.Number(row.Deviation.PerUnit, st.SignedKr),
			b.cell.Number(row.Deviation.Pct/100, st.Pct),
			b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions),
			b.cell.Number(row.Difference.LowKr/1e6, st.SignedMillions),
			b.cell.Number(row.Difference.HighKr/1e6, st.SignedMillions),
			b.cell.Number(row.PctBefore/100, st.Pct), layout.Text(outside.In(b.lang), st.After),
		})
		s.Fit(b.cell)
	}
	return s
}
