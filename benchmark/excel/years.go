package excel

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
)

// layOutYears lays out the sheet of how the differences lasted. It is nil if no area has
// enough years.
func (b *book) layOutYears(rows []benchmark.Row) *layout.Sheet {
	var all []int
	for _, row := range rows {
		if row.Persistence != nil {
			for _, y := range row.Persistence.Years {
				all = append(all, y.Year)
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	all = slices.Compact(all)
	headings := b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit)
	widths := []float64{27, 23}
	for _, year := range all {
		headings = append(headings,
			layout.Text(phrase.ColumnActualYear.With(year).In(b.lang), b.style.NumberHeader))
		widths = append(widths, 10)
	}
	for _, year := range all {
		headings = append(headings,
			layout.Text(phrase.ColumnPctYear.With(year).In(b.lang), b.style.NumberHeader))
		widths = append(widths, 10)
	}
	headings = append(headings,
		b.cell.NumberHeader(phrase.ColumnMean, phrase.ColumnPersistent, phrase.ColumnPersistLow,
			phrase.ColumnPersistHigh, phrase.ColumnYearsAbove, phrase.ColumnNotCounted)...)
	s := b.beginTable(phrase.TitleYears, phrase.LeadYears, rows[0].Name, headings,
		append(widths, 11, 10, 11, 11, 12, 12))
	if len(b.report.Corrections) > 0 {
		s.Rows[1] = []any{layout.Text(phrase.LeadYears.In(b.lang)+" "+phrase.LeadCorrectedYears.In(b.lang), b.style.Lead)}
	}
	for i := range rows {
		row := &rows[i]
		p := row.Persistence
		if p == nil {
			continue
		}
		s.Filter++
		byYear := map[int]benchmark.YearDeviation{}
		var apart []string
		for _, y := range p.Years {
			byYear[y.Year] = y
			if !y.Counts && !math.IsNaN(y.DeviationPct) {
				apart = append(apart, strconv.Itoa(y.Year)+"*")
			}
		}
		cells := []any{b.makeAreaCell(row), layout.Text(b.nameUnit(b.report.Model(row.Area)), b.style.Text)}
		for _, year := range all {
			y, ok := byYear[year]
			if !ok {
				y.Actual = math.NaN()
			}
			style := b.style.Kr
			if y.Corrected {
				style = b.style.CorrectedKr
			}
			cells = append(cells, b.cell.Number(y.Actual, style))
		}
		for _, year := range all {
			y, ok := byYear[year]
			if !ok {
				y.DeviationPct = math.NaN()
			}
			cells = append(cells, b.cell.Number(y.DeviationPct/100, b.style.Pct))
		}
		s.Rows = append(s.Rows, append(cells,
			b.cell.Number(p.MeanPct/100, b.style.Pct),
			b.cell.Number(p.PersistentPct/100, b.style.OwnPct),
			b.cell.Number(p.LowPct/100, b.style.Pct),
			b.cell.Number(p.HighPct/100, b.style.Pct),
			b.makeYearsCell(row),
			layout.Text(strings.Join(apart, ", "), b.style.Right),
		))
	}
	return s
}
