package excel

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
)

// layOutActivity lays out the sheet of activity and unit cost. It is nil if no area has an
// activity.
func (b *book) layOutActivity(rows []benchmark.Row) *layout.Sheet {
	if !slices.ContainsFunc(rows, func(r benchmark.Row) bool { return r.Activity != nil }) {
		return nil
	}
	st := b.style
	headings := slices.Concat(
		b.cell.Header(phrase.ColumnArea, phrase.ColumnActivity, phrase.ColumnUnit),
		b.cell.NumberHeader(phrase.ColumnMillions, phrase.ColumnActivityKr, phrase.ColumnUnitCostKr,
			phrase.ColumnPct, phrase.ColumnActivityPct, phrase.ColumnUnitCostPct,
			phrase.ColumnUnitCost, phrase.ColumnUnitExpected, phrase.ColumnPerUnit,
			phrase.ColumnPerExpected, phrase.ColumnPerLow, phrase.ColumnPerHigh,
			phrase.ColumnPerPct),
		[]any{b.cell.Words(phrase.ColumnPerFlag, st.AfterHeader),
			b.cell.Words(phrase.ColumnReservations, st.AfterHeader)},
	)
	s := b.beginTable(phrase.TitleActivity, phrase.LeadActivity, rows[0].Name, headings,
		[]float64{27, 34, 18, 10, 11, 14, 10, 11, 14, 11, 12, 11, 11, 12, 12, 11, 14, 24})
	for i := range rows {
		row := &rows[i]
		a := row.Activity
		if a == nil {
			continue
		}
		s.Filter++
		s.Rows = append(s.Rows, []any{
			b.makeAreaCell(row),
			layout.Text(b.nameActivity(row.Area), st.Wrap),
			layout.Text(b.nameUnit(b.report.Model(row.Area)), st.Wrap),
			b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions),
			b.cell.Number(a.ActivityKr/1e6, st.SignedMillions),
			b.cell.Number(a.UnitCostKr/1e6, st.SignedMillions),
			b.cell.Number(row.Deviation.Pct/100, st.Pct),
			b.cell.Number(a.ActivityPct/100, st.Pct),
			b.cell.Number(a.UnitCostPct/100, st.Pct),
			b.cell.Number(a.UnitCost, st.Kr),
			b.cell.Number(a.UnitCostExpected, st.Kr),
			b.makeRateCell(a.PerUnit),
			b.makeRateCell(a.Expected),
			b.makeRateCell(a.Low),
			b.makeRateCell(a.High),
			b.cell.Number(a.DeviationPct/100, st.Pct),
			b.cell.Words(phrase.GradeMarks[string(a.Flag)], st.Grade[string(a.Flag)]),
			layout.Text(b.describeReservations(row), st.After),
		})
		s.Fit(b.cell)
	}
	return s
}

// nameActivity returns what an area's activity is counted in.
func (b *book) nameActivity(area string) string {
	a := b.findAreaPlan(area)
	return cmp.Or(a.ActivityName, strings.Join(b.listIndicatorNames(a.Activity), " + "))
}

// makeRateCell returns a cell of an activity per unit. Such a number is small if the unit
// is a person.
func (b *book) makeRateCell(v float64) any {
	if math.Abs(v) < 10 {
		return b.cell.Number(v, b.style.Precise)
	}
	return b.cell.Number(v, b.style.Millions)
}
