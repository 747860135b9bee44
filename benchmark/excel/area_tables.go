package excel

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// contributions explain the expected level.
func (a *areaSheet) contributions() {
	if a.row == nil || len(a.row.Contributions) == 0 {
		return
	}
	b, st := a.b, a.b.style
	a.head(headWhy)
	a.headings(b.cell.header(columnDriver), b.cell.numberHeader(columnContribution))
	for i, c := range a.row.Contributions {
		name, style := c.Name, st.signedKr
		if i == 0 {
			name, style = othersMean.In(b.lang), st.kr
		}
		for _, d := range a.model.Drivers {
			if d.ID == c.Name {
				name = d.Name
			}
		}
		a.s.rows = append(a.s.rows, []any{text(name, st.wrap), b.cell.number(c.Value, style)})
		a.s.fit(b.cell)
	}
	a.s.rows = append(a.s.rows, []any{b.cell.words(columnExpected, st.own), b.cell.number(a.row.Expected.Level, st.ownKr)})
}

// years are the area's development, in a table and a chart.
func (a *areaSheet) years() {
	if a.row == nil || a.row.Persistence == nil {
		return
	}
	b, st, p := a.b, a.b.style, a.row.Persistence
	a.head(headYears)
	a.headingsTo(b.cell.header(columnYear), b.cell.numberHeader(columnActual, columnExpected, columnPct), []any{b.cell.words(columnNotCountedYear, st.afterHeader)})
	first := len(a.s.rows)
	years, actual, expected := ooxml.Reference{}, ooxml.Reference{}, ooxml.Reference{}
	for _, y := range p.Years {
		var notes []string
		if y.Corrected {
			notes = append(notes, yearCorrected.In(b.lang))
		}
		switch {
		case y.Expected <= 0:
			notes = append(notes, yearNotAbove.In(b.lang))
		case !y.Counts && !math.IsNaN(y.DeviationPct):
			notes = append(notes, yearApart.In(b.lang))
		}
		a.add(
			text(strconv.Itoa(y.Year), st.text), b.cell.number(y.Actual, st.kr), b.cell.number(y.Expected, st.kr), b.cell.number(y.DeviationPct/100, st.pct), text(strings.Join(notes, "; "), st.after),
		)
		years.Texts = append(years.Texts, strconv.Itoa(y.Year))
		actual.Numbers, expected.Numbers = append(actual.Numbers, y.Actual), append(expected.Numbers, y.Expected)
	}
	last := len(a.s.rows) - 1
	if !math.IsNaN(p.PersistentPct) {
		a.s.rows = append(a.s.rows, []any{text(lastingIs.With(percentage(p.PersistentPct), percentage(p.LowPct), percentage(p.HighPct), p.YearsAbove, p.N).In(b.lang), st.lead)})
	}
	for i, c := range []*ooxml.Reference{&years, &actual, &expected} {
		c.At = ooxml.Span(a.s.name, i, first, i, last)
	}
	c := ooxml.Chart{
		Title: chartYears.In(b.lang), Kind: ooxml.LineChart, Y: ooxml.Axis{Format: "#,##0", Title: b.unit(a.model)},
		Alt: altYears.With(a.row.Name, a.model.Name, len(p.Years)).In(b.lang),
		Series: []ooxml.Series{
			{Name: columnActual.In(b.lang), Categories: years, Values: actual, Colour: ooxml.Vermillion, Mark: "circle", Size: 7, Line: true},
			{Name: columnExpected.In(b.lang), Categories: years, Values: expected, Colour: ooxml.Bluish, Mark: "diamond", Size: 7, Line: true, Dash: true},
		},
	}
	c.Y.Round(slices.Concat(actual.Numbers, expected.Numbers, []float64{0}))
	a.s.charts = append(a.s.charts, c)
}

func percentage(v float64) lang.Number { return lang.Number{Value: v, Decimals: 1, Signed: true} }

// targets are the headroom under every rule.
func (a *areaSheet) targets() {
	if a.row == nil {
		return
	}
	b, st := a.b, a.b.style
	a.head(headAllTargets)
	a.headingsTo(b.cell.header(columnRule), b.cell.numberHeader(columnTarget, columnTargetN, columnGap, columnHeadroom), []any{b.cell.words(columnConditions, st.afterHeader)})
	for _, t := range b.writer.sensitivity.Targets(a.row) {
		words := againstNothing
		if rule, err := target.Parse(t.Rule); err == nil && target.ByConditions(rule) {
			words = againstConditions
		}
		note := words.In(b.lang)
		if t.Missing != "" {
			note = t.Missing.In(b.lang)
		}
		if t.Level <= 0 {
			note = levelNotAbove.With(note).In(b.lang)
		}
		if t.Rule == a.row.Target.Rule {
			note = ownRule.With(note).In(b.lang)
		}
		a.add(
			text(t.In(b.lang), st.wrap), b.cell.number(t.Level, st.kr), b.cell.count(t.N),
			b.cell.number(t.GapKr/1e6, st.signedMillions), b.cell.number(t.HeadroomKr/1e6, st.millions), text(note, st.after),
		)
	}
}

// split is what of the difference is activity, and what unit cost.
func (a *areaSheet) split() {
	if a.row == nil || a.row.Activity == nil {
		return
	}
	b, st, s := a.b, a.b.style, a.row.Activity
	a.head(headSplit)
	a.headings(b.cell.header(columnPart), b.cell.numberHeader(columnActual, columnExpected, columnPct, columnMillions))
	a.s.rows = append(a.s.rows, []any{
		text(rowActivity.With(b.activityName(a.row.Area)).In(b.lang), st.wrap),
		b.rate(s.PerUnit), b.rate(s.Expected), b.cell.number(s.ActivityPct/100, st.pct), b.cell.number(s.ActivityKr/1e6, st.signedMillions),
	})
	a.s.fit(b.cell)
	a.s.rows = append(a.s.rows, []any{
		b.cell.words(columnUnitCost, st.text),
		b.cell.number(s.UnitCost, st.kr), b.cell.number(s.UnitCostExpected, st.kr), b.cell.number(s.UnitCostPct/100, st.pct), b.cell.number(s.UnitCostKr/1e6, st.signedMillions),
	})
}

// models are in how many other models the difference holds.
func (a *areaSheet) models() {
	if a.row == nil || a.row.Curve == nil || a.row.Curve.Models == 0 {
		return
	}
	b, st, c := a.b, a.b.style, a.row.Curve
	a.head(headCurve)
	a.headings([]any{b.cell.words(columnVerdict, st.header)}, b.cell.numberHeader(columnModels, columnAbove, columnFlagged, columnMedian, columnLowTenth, columnHighTenth))
	verdict := b.robust(a.row)[1]
	if a.row.Curve.Verdict == "" {
		verdict = b.cell.words(noVerdict, st.wrap)
	}
	a.s.rows = append(a.s.rows, []any{
		verdict, b.cell.count(c.Models), b.cell.number(c.ShareAbove, st.percent), b.cell.number(c.ShareFlagged, st.percent),
		b.cell.number(c.MedianPct/100, st.pct), b.cell.number(c.LowPct/100, st.pct), b.cell.number(c.HighPct/100, st.pct),
	})
}

// quality is what is got for the money.
func (a *areaSheet) quality() {
	if a.row == nil || len(a.row.Quality) == 0 {
		return
	}
	b, st := a.b, a.b.style
	a.head(headQuality)
	a.headingsTo(b.cell.header(columnMeasure), b.cell.numberHeader(columnValue, columnYear, columnBestRank, columnRanked),
		[]any{b.cell.words(columnBetter, st.afterHeader), b.cell.words(columnCheaper, st.header)})
	for _, q := range a.row.Quality {
		cheaper := nobody.In(b.lang)
		if len(q.CheaperAsGood) > 0 {
			cheaper = lang.List(b.names(q.CheaperAsGood)).In(b.lang)
		}
		a.add(
			text(listed([]string{q.Name, b.unitOf(q.Indicator)}, ", "), st.wrap), b.cell.number(q.Value, st.figure[decimals([]float64{q.Value})]), b.cell.count(q.Year), b.cell.count(q.Rank), b.cell.count(q.Ranked),
			b.cell.words(betterWords[q.Better], st.after), text(cheaper, st.wrap),
		)
	}
}

// peers are the comparison group, and why they are in it.
func (a *areaSheet) peers() {
	if a.group == nil {
		return
	}
	b, st, g := a.b, a.b.style, a.group
	a.head(headGroup)
	if g.Missing != "" {
		a.s.rows = append(a.s.rows, []any{text(g.Missing.In(b.lang), st.lead)})
		return
	}
	a.headingsTo(b.cell.header(columnMunicipality), b.cell.numberHeader(columnDistance, columnActual, columnExpected, columnPct, columnMillions), []any{b.cell.words(columnReasons, st.afterHeader)})
	for _, p := range g.Peers {
		i := slices.IndexFunc(a.all, func(r benchmark.Row) bool { return r.Municipality == p.Municipality })
		if i < 0 {
			continue
		}
		row := &a.all[i]
		a.add(
			text(p.Name, st.text), b.cell.number(p.Distance, st.coefficient), b.cell.number(row.Actual, st.kr), b.cell.number(row.Expected.Level, st.kr),
			b.cell.number(row.Deviation.Pct/100, st.pct), b.cell.number(row.Difference.Kr/1e6, st.signedMillions), text(b.reasons(g, &p), st.after),
		)
	}
}
