package excel

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
)

// years is the sheet of how the differences lasted; nil where no area has years
// enough.
func (b *book) years(rows []benchmark.Row) *sheet {
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
	headings := b.cell.header(columnArea, columnUnit)
	widths := []float64{27, 23}
	for _, year := range all {
		headings = append(headings, text(columnActualYear.With(year).In(b.lang), b.style.numberHeader))
		widths = append(widths, 10)
	}
	for _, year := range all {
		headings = append(headings, text(columnPctYear.With(year).In(b.lang), b.style.numberHeader))
		widths = append(widths, 10)
	}
	headings = append(headings, b.cell.numberHeader(columnMean, columnPersistent, columnPersistLow, columnPersistHigh, columnYearsAbove, columnNotCounted)...)
	s := b.table(titleYears, leadYears, rows[0].Name, headings, append(widths, 11, 10, 11, 11, 12, 12))
	if len(b.report.Corrections) > 0 {
		s.rows[1] = []any{text(leadYears.In(b.lang)+" "+leadCorrectedYears.In(b.lang), b.style.lead)}
	}
	for i := range rows {
		row := &rows[i]
		p := row.Persistence
		if p == nil {
			continue
		}
		s.filter++
		byYear := map[int]benchmark.YearDeviation{}
		var apart []string
		for _, y := range p.Years {
			byYear[y.Year] = y
			if !y.Counts && !math.IsNaN(y.DeviationPct) {
				apart = append(apart, strconv.Itoa(y.Year)+"*")
			}
		}
		cells := []any{b.areaName(row), text(b.unit(b.report.Model(row.Area)), b.style.text)}
		for _, year := range all {
			y, ok := byYear[year]
			if !ok {
				y.Actual = math.NaN()
			}
			style := b.style.kr
			if y.Corrected {
				style = b.style.correctedKr
			}
			cells = append(cells, b.cell.number(y.Actual, style))
		}
		for _, year := range all {
			y, ok := byYear[year]
			if !ok {
				y.DeviationPct = math.NaN()
			}
			cells = append(cells, b.cell.number(y.DeviationPct/100, b.style.pct))
		}
		s.rows = append(s.rows, append(cells,
			b.cell.number(p.MeanPct/100, b.style.pct),
			b.cell.number(p.PersistentPct/100, b.style.ownPct),
			b.cell.number(p.LowPct/100, b.style.pct),
			b.cell.number(p.HighPct/100, b.style.pct),
			b.yearsAbove(row),
			text(strings.Join(apart, ", "), b.style.right),
		))
	}
	return s
}
