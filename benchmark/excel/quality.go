package excel

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// quality is the sheet of what is got for the money; nil where no area has a
// measure of it.
func (b *book) quality(rows []benchmark.Row) *sheet {
	if !slices.ContainsFunc(rows, func(r benchmark.Row) bool { return len(r.Quality) > 0 }) {
		return nil
	}
	st := b.style
	headings := slices.Concat(
		b.cell.header(columnArea),
		b.cell.numberHeader(columnPct),
		[]any{b.cell.words(columnMeasure, st.afterHeader)},
		b.cell.header(columnUnit, columnBetter),
		b.cell.numberHeader(columnValue, columnYear, columnBestRank, columnRanked),
		[]any{b.cell.words(columnCheaper, st.afterHeader)},
	)
	s := b.table(titleQuality, leadQuality, rows[0].Name, headings, []float64{27, 11, 38, 16, 9, 10, 8, 10, 9, 50})
	for i := range rows {
		row := &rows[i]
		for _, q := range row.Quality {
			s.filter++
			var cheaper []string
			for _, code := range q.CheaperAsGood {
				cheaper = append(cheaper, b.municipalityName(code))
			}
			s.rows = append(s.rows, []any{
				b.areaName(row),
				b.cell.number(row.Deviation.Pct/100, st.pct),
				text(q.Name, st.after),
				text(b.unitOf(q.Indicator), st.wrap),
				b.cell.words(betterWords[q.Better], st.text),
				b.cell.number(q.Value, st.figure[decimals([]float64{q.Value})]),
				b.cell.count(q.Year),
				b.cell.count(q.Rank),
				b.cell.count(q.Ranked),
				text(lang.List(cheaper).In(b.lang), st.after),
			})
			s.fit(b.cell)
		}
	}
	return s
}
