package excel

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// addContributions explains the expected level.
func (a *areaSheet) addContributions() {
	if a.row == nil || len(a.row.Contributions) == 0 {
		return
	}
	b, st := a.b, a.b.style
	a.addHead(phrase.HeadWhy)
	a.addHeadings(b.cell.Header(phrase.ColumnDriver), b.cell.NumberHeader(phrase.ColumnContribution))
	for i, c := range a.row.Contributions {
		name, style := c.Name, st.SignedKr
		if i == 0 {
			name, style = phrase.OthersMean.In(b.lang), st.Kr
		}
		for _, d := range a.model.Drivers {
			if d.ID == c.Name {
				name = d.Name
			}
		}
		a.s.Rows = append(a.s.Rows,
			[]any{layout.Text(name, st.Wrap), b.cell.Number(c.Value, style)})
		a.s.Fit(b.cell)
	}
	a.s.Rows = append(a.s.Rows,
		[]any{b.cell.Words(phrase.ColumnExpected, st.Own),
			b.cell.Number(a.row.Expected.Level, st.OwnKr)})
}

// addYears shows the area's development in a table and a chart.
func (a *areaSheet) addYears() {
	if a.row == nil || a.row.Persistence == nil {
		return
	}
	b, st, p := a.b, a.b.style, a.row.Persistence
	a.addHead(phrase.HeadYears)
	a.addHeadingsToEdge(b.cell.Header(phrase.ColumnYear),
		b.cell.NumberHeader(phrase.ColumnActual, phrase.ColumnExpected, phrase.ColumnPct),
		[]any{b.cell.Words(phrase.ColumnNotCountedYear, st.AfterHeader)})
	first := len(a.s.Rows)
	years, actual, expected := ooxml.Reference{}, ooxml.Reference{}, ooxml.Reference{}
	for _, y := range p.Years {
		var notes []string
		if y.Corrected {
			notes = append(notes, phrase.YearCorrected.In(b.lang))
		}
		switch {
		case y.Expected <= 0:
			notes = append(notes, phrase.YearNotAbove.In(b.lang))
		case !y.Counts && !math.IsNaN(y.DeviationPct):
			notes = append(notes, phrase.YearApart.In(b.lang))
		}
		a.addRow(
			layout.Text(strconv.Itoa(y.Year), st.Text), b.cell.Number(y.Actual, st.Kr),
			b.cell.Number(y.Expected, st.Kr), b.cell.Number(y.DeviationPct/100, st.Pct),
			layout.Text(strings.Join(notes, "; "), st.After),
		)
		years.Texts = append(years.Texts, strconv.Itoa(y.Year))
		actual.Numbers = append(actual.Numbers, y.Actual)
		expected.Numbers = append(expected.Numbers, y.Expected)
	}
	last := len(a.s.Rows) - 1
	if !math.IsNaN(p.PersistentPct) {
		a.s.Rows = append(a.s.Rows,
			[]any{layout.Text(phrase.LastingIs.With(makePercentageCell(p.PersistentPct),
				makePercentageCell(p.LowPct), makePercentageCell(p.HighPct), p.YearsAbove, p.N).In(b.lang), st.Lead)})
	}
	for i, c := range []*ooxml.Reference{&years, &actual, &expected} {
		c.At = ooxml.Span(a.s.Name, i, first, i, last)
	}
	c := ooxml.Chart{
		Title: phrase.ChartYears.In(b.lang), Kind: ooxml.LineChart,
		Y:   ooxml.Axis{Format: "#,##0", Title: b.nameUnit(a.model)},
		Alt: phrase.AltYears.With(a.row.Name, a.model.Name, len(p.Years)).In(b.lang),
		Series: []ooxml.Series{
			{Name: phrase.ColumnActual.In(b.lang), Categories: years, Values: actual,
				Colour: ooxml.Vermillion, Mark: "circle", Size: 7, Line: true},
			{Name: phrase.ColumnExpected.In(b.lang), Categories: years, Values: expected,
				Colour: ooxml.Bluish, Mark: "diamond", Size: 7, Line: true, Dash: true},
		},
	}
	c.Y.Round(slices.Concat(actual.Numbers, expected.Numbers, []float64{0}))
	a.s.Charts = append(a.s.Charts, c)
}

func makePercentageCell(v float64) lang.Number {
	return lang.Number{Value: v, Decimals: 1, Signed: true}
}

// addTargets shows the headroom under every target rule.
func (a *areaSheet) addTargets() {
	if a.row == nil {
		return
	}
	b, st := a.b, a.b.style
	a.addHead(phrase.HeadAllTargets)
	a.addHeadingsToEdge(b.cell.Header(phrase.ColumnRule),
		b.cell.NumberHeader(phrase.ColumnTarget, phrase.ColumnTargetN, phrase.ColumnGap,
			phrase.ColumnHeadroom), []any{b.cell.Words(phrase.ColumnConditions, st.AfterHeader)})
	for _, t := range b.writer.sensitivity.Targets(a.row) {
		words := phrase.AgainstNothing
		if rule, err := target.Parse(t.Rule); err == nil && target.ByConditions(rule) {
			words = phrase.AgainstConditions
		}
		note := words.In(b.lang)
		if t.Missing != "" {
			note = t.Missing.In(b.lang)
		}
		if t.Level <= 0 {
			note = phrase.LevelNotAbove.With(note).In(b.lang)
		}
		if t.Rule == a.row.Target.Rule {
			note = phrase.OwnRule.With(note).In(b.lang)
		}
		a.addRow(
			layout.Text(t.In(b.lang), st.Wrap), b.cell.Number(t.Level, st.Kr), b.cell.Count(t.N),
			b.cell.Number(t.GapKr/1e6, st.SignedMillions),
			b.cell.Number(t.HeadroomKr/1e6, st.Millions), layout.Text(note, st.After),
		)
	}
}

// addSplit shows how much of the difference comes from activity, and how much from unit
// cost.
func (a *areaSheet) addSplit() {
	if a.row == nil || a.row.Activity == nil {
		return
	}
	b, st, s := a.b, a.b.style, a.row.Activity
	a.addHead(phrase.HeadSplit)
	a.addHeadings(b.cell.Header(phrase.ColumnPart),
		b.cell.NumberHeader(phrase.ColumnActual, phrase.ColumnExpected, phrase.ColumnPct,
			phrase.ColumnMillions))
	a.s.Rows = append(a.s.Rows, []any{
		layout.Text(phrase.RowActivity.With(b.nameActivity(a.row.Area)).In(b.lang), st.Wrap),
		b.makeRateCell(s.PerUnit), b.makeRateCell(s.Expected), b.cell.Number(s.ActivityPct/100, st.Pct),
		b.cell.Number(s.ActivityKr/1e6, st.SignedMillions),
	})
	a.s.Fit(b.cell)
	a.s.Rows = append(a.s.Rows, []any{
		b.cell.Words(phrase.ColumnUnitCost, st.Text),
		b.cell.Number(s.UnitCost, st.Kr), b.cell.Number(s.UnitCostExpected, st.Kr),
		b.cell.Number(s.UnitCostPct/100, st.Pct),
		b.cell.Number(s.UnitCostKr/1e6, st.SignedMillions),
	})
}

// addModels shows in how many other models the difference holds.
func (a *areaSheet) addModels() {
	if a.row == nil || a.row.Curve == nil || a.row.Curve.Models == 0 {
		return
	}
	b, st, c := a.b, a.b.style, a.row.Curve
	a.addHead(phrase.HeadCurve)
	a.addHeadings([]any{b.cell.Words(phrase.ColumnVerdict, st.Header)},
		b.cell.NumberHeader(phrase.ColumnModels, phrase.ColumnAbove, phrase.ColumnFlagged,
			phrase.ColumnMedian, phrase.ColumnLowTenth, phrase.ColumnHighTenth))
	verdict := b.makeRobustCells(a.row)[1]
	if a.row.Curve.Verdict == "" {
		verdict = b.cell.Words(phrase.NoVerdict, st.Wrap)
	}
	a.s.Rows = append(a.s.Rows, []any{
		verdict, b.cell.Count(c.Models), b.cell.Number(c.ShareAbove, st.Percent),
		b.cell.Number(c.ShareFlagged, st.Percent),
		b.cell.Number(c.MedianPct/100, st.Pct), b.cell.Number(c.LowPct/100, st.Pct),
		b.cell.Number(c.HighPct/100, st.Pct),
	})
}

// addQuality shows what the municipality gets for its money.
func (a *areaSheet) addQuality() {
	if a.row == nil || len(a.row.Quality) == 0 {
		return
	}
	b, st := a.b, a.b.style
	a.addHead(phrase.HeadQuality)
	a.addHeadingsToEdge(b.cell.Header(phrase.ColumnMeasure),
		b.cell.NumberHeader(phrase.ColumnValue, phrase.ColumnYear, phrase.ColumnBestRank,
			phrase.ColumnRanked),
		[]any{b.cell.Words(phrase.ColumnBetter, st.AfterHeader),
			b.cell.Words(phrase.ColumnCheaper, st.Header)})
	for _, q := range a.row.Quality {
		cheaper := phrase.Nobody.In(b.lang)
		if len(q.CheaperAsGood) > 0 {
			cheaper = lang.List(b.listNames(q.CheaperAsGood)).In(b.lang)
		}
		a.addRow(
			layout.Text(joinTexts([]string{q.Name, b.findUnit(q.Indicator)}, ", "), st.Wrap),
			b.cell.Number(q.Value, st.Figure[chooseDecimals([]float64{q.Value})]),
			b.cell.Count(q.Year), b.cell.Count(q.Rank), b.cell.Count(q.Ranked),
			b.cell.Words(phrase.BetterWords[q.Better], st.After), layout.Text(cheaper, st.Wrap),
		)
	}
}

// addPeers shows the comparison group, and why each municipality is in it.
func (a *areaSheet) addPeers() {
	if a.group == nil {
		return
	}
	b, st, g := a.b, a.b.style, a.group
	a.addHead(phrase.HeadGroup)
	if g.Missing != "" {
		a.s.Rows = append(a.s.Rows, []any{layout.Text(g.Missing.In(b.lang), st.Lead)})
		return
	}
	a.addHeadingsToEdge(b.cell.Header(phrase.ColumnMunicipality),
		b.cell.NumberHeader(phrase.ColumnDistance, phrase.ColumnActual, phrase.ColumnExpected,
			phrase.ColumnPct, phrase.ColumnMillions),
		[]any{b.cell.Words(phrase.ColumnReasons, st.AfterHeader)})
	for _, p := range g.Peers {
		i := slices.IndexFunc(a.all,
			func(r benchmark.Row) bool { return r.Municipality == p.Municipality })
		if i < 0 {
			continue
		}
		row := &a.all[i]
		a.addRow(
			layout.Text(p.Name, st.Text), b.cell.Number(p.Distance, st.Coefficient),
			b.cell.Number(row.Actual, st.Kr), b.cell.Number(row.Expected.Level, st.Kr),
			b.cell.Number(row.Deviation.Pct/100, st.Pct),
			b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions),
			layout.Text(b.describeReasons(g, &p), st.After),
		)
	}
}
