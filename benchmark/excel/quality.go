package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// layOutQuality lays out the sheet of what the municipality gets for its money. It is nil
// if no area has a measure of it.
func (b *book) layOutQuality(rows []benchmark.Row) *layout.Sheet {
	if !slices.ContainsFunc(rows, func(r benchmark.Row) bool { return len(r.Quality) > 0 }) {
		return nil
	}
	st := b.style
	headings := slices.Concat(
		b.cell.Header(phrase.ColumnArea),
		b.cell.NumberHeader(phrase.ColumnPct),
		[]any{b.cell.Words(phrase.ColumnMeasure, st.AfterHeader)},
		b.cell.Header(phrase.ColumnUnit, phrase.ColumnBetter),
		b.cell.NumberHeader(phrase.ColumnValue, phrase.ColumnYear, phrase.ColumnBestRank,
			phrase.ColumnRanked),
		[]any{b.cell.Words(phrase.ColumnCheaper, st.AfterHeader)},
	)
	s := b.beginTable(phrase.TitleQuality, phrase.LeadQuality, rows[0].Name, headings,
		[]float64{27, 11, 38, 16, 9, 10, 8, 10, 9, 50})
	for i := range rows {
		row := &rows[i]
		for _, q := range row.Quality {
			s.Filter++
			var cheaper []string
			for _, code := range q.CheaperAsGood {
				cheaper = append(cheaper, b.findMunicipalityName(code))
			}
			s.Rows = append(s.Rows, []any{
				b.makeAreaCell(row),
				b.cell.Number(row.Deviation.Pct/100, st.Pct),
				layout.Text(q.Name, st.After),
				layout.Text(b.findUnit(q.Indicator), st.Wrap),
				b.cell.Words(phrase.BetterWords[q.Better], st.Text),
				b.cell.Number(q.Value, st.Figure[chooseDecimals([]float64{q.Value})]),
				b.cell.Count(q.Year),
				b.cell.Count(q.Rank),
				b.cell.Count(q.Ranked),
				layout.Text(lang.List(cheaper).In(b.lang), st.After),
			})
			s.Fit(b.cell)
		}
	}
	return s
}
