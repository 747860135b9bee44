package excel

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// layOutSensitivity lays out the sheet of what one municipality's figures depend on. First
// comes the headroom in every area under every target rule. Below it, in the same columns,
// come the levels and how many municipalities they are made of, and last how the
// differences fare in other models.
func (b *book) layOutSensitivity() *layout.Sheet {
	st := b.style
	s := &layout.Sheet{
		Frame: layout.Frame{ColumnTitles: 1},
		Fixed: 1,
	}
	s.Widths = []float64{27, 18, 11}
	s.Rows = [][]any{
		{layout.Text(phrase.TitleSensitivity.With(b.findMunicipalityName(b.own), b.describePeriod()).In(b.lang),
			st.Title)},
		{layout.Text(phrase.LeadSensitivity.In(b.lang), st.Lead)},
		nil,
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	for _, rule := range b.writer.sensitivity.Rules() {
		s.Widths = append(s.Widths, ooxml.WordWidth(15, target.InWords(rule, b.lang)))
	}
	b.addUnderRules(s, phrase.ColumnHeadroom, func(t benchmark.Target) excelize.Cell {
		return b.cell.Number(t.HeadroomKr/1e6,
			chooseStarred(t.Level <= 0, st.StarredMillions, st.Millions))
	})
	b.addUnderRules(s, phrase.ColumnTarget, func(t benchmark.Target) excelize.Cell {
		return b.cell.Number(t.Level, chooseStarred(t.Level <= 0, st.StarredKr, st.Kr))
	})
	b.addUnderRules(s, phrase.ColumnTargetN,
		func(t benchmark.Target) excelize.Cell { return b.cell.Count(t.N) })
	if b.report.Plan.Curve != nil {
		b.addOtherModels(s)
	}
	return s
}

// chooseStarred returns the style of a number, with a mark if some row is marked.
func chooseStarred(marked bool, starred, plain int) int {
	if marked {
		return starred
	}
	return plain
}

// addUnderRules adds a table with the areas down and the rules across.
func (b *book) addUnderRules(s *layout.Sheet, what lang.Phrase,
	show func(benchmark.Target) excelize.Cell) {
	st := b.style
	rules := b.writer.sensitivity.Rules()
	header := append(b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
		b.cell.NumberHeader(phrase.ColumnActual)...)
	for _, rule := range rules {
		header = append(header, layout.Heading(target.InWords(rule, b.lang), st.NumberHeader))
	}
	s.Block(b.cell, what)
	s.Begin(what, len(b.report.Models), header)
	for row := range b.one.Rows() {
		cells := []any{b.makeAreaCell(&row), layout.Text(b.nameUnit(b.report.Model(row.Area)), st.Text),
			b.cell.Number(row.Actual, st.Kr)}
		targets := b.writer.sensitivity.Targets(&row)
		for _, rule := range rules {
			// The rule is another area's own.
			t := benchmark.Target{Level: math.NaN(), HeadroomKr: math.NaN()}
			if i := slices.IndexFunc(targets,
				func(t benchmark.Target) bool { return t.Rule == rule }); i >= 0 {
				t = targets[i]
			}
			cells = append(cells, show(t))
		}
		s.Rows = append(s.Rows, cells)
	}
}

// addOtherModels adds the summary of the specification curve: how the differences fare in
// all the models that would have been as reasonable.
func (b *book) addOtherModels(s *layout.Sheet) {
	curve := b.report.Plan.Curve
	var estimators, scales lang.List
	for _, e := range curve.Estimators {
		estimators = append(estimators, e.In(b.lang))
	}
	for _, scale := range curve.Scales {
		scales = append(scales, scale.In(b.lang))
	}
	s.Block(b.cell, phrase.HeadCurve)
	s.Rows = append(s.Rows,
		[]any{layout.Text(phrase.LeadCurve.With(estimators, scales).In(b.lang), b.style.Lead)},
		[]any{layout.Text(phrase.LeadVerdict.In(b.lang), b.style.Lead)},
	)
	s.Begin(phrase.NameCurve, len(b.report.Models), slices.Concat(
		b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
		b.cell.NumberHeader(phrase.ColumnPct, phrase.ColumnModels, phrase.ColumnFailed,
			phrase.ColumnAbove, phrase.ColumnFlagged, phrase.ColumnMedian, phrase.ColumnLowTenth,
			phrase.ColumnHighTenth),
		[]any{b.cell.Words(phrase.ColumnVerdict, b.style.AfterHeader)},
	))
	for row := range b.one.Rows() {
		s.Rows = append(s.Rows, b.makeCurveRow(&row))
	}
}

func (b *book) makeCurveRow(row *benchmark.Row) []any {
	st := b.style
	cells := []any{b.makeAreaCell(row), layout.Text(b.nameUnit(b.report.Model(row.Area)), st.Text),
		b.cell.Number(row.Deviation.Pct/100, st.Pct)}
	c := row.Curve
	if c == nil {
		for range 7 {
			cells = append(cells, layout.Text(layout.Missing, st.Missing))
		}
		return append(cells, b.cell.Words(phrase.VerdictMarks[""], st.After))
	}
	return append(cells,
		b.cell.Count(c.Models),
		excelize.Cell{StyleID: st.Whole, Value: c.Failed},
		b.cell.Number(c.ShareAbove, st.Percent),
		b.cell.Number(c.ShareFlagged, st.Percent),
		b.cell.Number(c.MedianPct/100, st.Pct),
		b.cell.Number(c.LowPct/100, st.Pct),
		b.cell.Number(c.HighPct/100, st.Pct),
		b.makeRobustCells(row)[1],
	)
}
