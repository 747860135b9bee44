package excel

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
)

// activity is the sheet of activity and unit cost; nil where no area has an
// activity.
func (b *book) activity(rows []benchmark.Row) *sheet {
	if !slices.ContainsFunc(rows, func(r benchmark.Row) bool { return r.Activity != nil }) {
		return nil
	}
	st := b.style
	headings := slices.Concat(
		b.cell.header(columnArea, columnActivity, columnUnit),
		b.cell.numberHeader(columnMillions, columnActivityKr, columnUnitCostKr, columnPct, columnActivityPct, columnUnitCostPct,
			columnUnitCost, columnUnitExpected, columnPerUnit, columnPerExpected, columnPerLow, columnPerHigh, columnPerPct),
		[]any{b.cell.words(columnPerFlag, st.afterHeader), b.cell.words(columnReservations, st.afterHeader)},
	)
	s := b.table(titleActivity, leadActivity, rows[0].Name, headings,
		[]float64{27, 34, 18, 10, 11, 14, 10, 11, 14, 11, 12, 11, 11, 12, 12, 11, 14, 24})
	for i := range rows {
		row := &rows[i]
		a := row.Activity
		if a == nil {
			continue
		}
		s.filter++
		s.rows = append(s.rows, []any{
			b.areaName(row),
			text(b.activityName(row.Area), st.wrap),
			text(b.unit(b.report.Model(row.Area)), st.wrap),
			b.cell.number(row.Difference.Kr/1e6, st.signedMillions),
			b.cell.number(a.ActivityKr/1e6, st.signedMillions),
			b.cell.number(a.UnitCostKr/1e6, st.signedMillions),
			b.cell.number(row.Deviation.Pct/100, st.pct),
			b.cell.number(a.ActivityPct/100, st.pct),
			b.cell.number(a.UnitCostPct/100, st.pct),
			b.cell.number(a.UnitCost, st.kr),
			b.cell.number(a.UnitCostExpected, st.kr),
			b.rate(a.PerUnit),
			b.rate(a.Expected),
			b.rate(a.Low),
			b.rate(a.High),
			b.cell.number(a.DeviationPct/100, st.pct),
			b.cell.words(gradeMarks[string(a.Flag)], st.grade[string(a.Flag)]),
			text(b.reservations(row), st.after),
		})
		s.fit(b.cell)
	}
	return s
}

// activityName is what an area's activity is counted in.
func (b *book) activityName(area string) string {
	a := b.areaPlan(area)
	return cmp.Or(a.ActivityName, strings.Join(b.indicatorNames(a.Activity), " + "))
}

// rate is a cell of an activity per unit, which is small where the unit is a
// person.
func (b *book) rate(v float64) any {
	if math.Abs(v) < 10 {
		return b.cell.number(v, b.style.precise)
	}
	return b.cell.number(v, b.style.millions)
}
