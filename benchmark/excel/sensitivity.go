package excel

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// sensitivity is the sheet of what one municipality's figures hang on: the
// headroom in every area under every target rule, and below it, in the same
// columns, the levels and how many municipalities they are made of; and then how
// the differences fare in other models.
func (b *book) sensitivity() *sheet {
	st := b.style
	s := &sheet{
		frame: frame{columnTitles: 1},
		fixed: 1,
	}
	s.widths = []float64{27, 18, 11}
	s.rows = [][]any{
		{text(titleSensitivity.With(b.municipalityName(b.own), b.period()).In(b.lang), st.title)},
		{text(leadSensitivity.In(b.lang), st.lead)},
		nil,
	}
	s.rows[2] = []any{b.back(s, 2)}
	for _, rule := range b.writer.sensitivity.Rules() {
		s.widths = append(s.widths, ooxml.WordWidth(15, target.InWords(rule, b.lang)))
	}
	b.underRules(s, columnHeadroom, func(t benchmark.Target) excelize.Cell {
		return b.cell.number(t.HeadroomKr/1e6, starredWhere(t.Level <= 0, st.starredMillions, st.millions))
	})
	b.underRules(s, columnTarget, func(t benchmark.Target) excelize.Cell {
		return b.cell.number(t.Level, starredWhere(t.Level <= 0, st.starredKr, st.kr))
	})
	b.underRules(s, columnTargetN, func(t benchmark.Target) excelize.Cell { return b.cell.count(t.N) })
	if b.report.Plan.Curve != nil {
		b.inOtherModels(s)
	}
	return s
}

// starredWhere is the style of a number that has a mark in some rows.
func starredWhere(marked bool, starred, plain int) int {
	if marked {
		return starred
	}
	return plain
}

// underRules adds a table of the areas down and the rules across.
func (b *book) underRules(s *sheet, what lang.Phrase, show func(benchmark.Target) excelize.Cell) {
	st := b.style
	rules := b.writer.sensitivity.Rules()
	header := append(b.cell.header(columnArea, columnUnit), b.cell.numberHeader(columnActual)...)
	for _, rule := range rules {
		header = append(header, named(target.InWords(rule, b.lang), st.numberHeader))
	}
	s.block(b.cell, what)
	s.begin(what, len(b.report.Models), header)
	for row := range b.one.Rows() {
		cells := []any{b.areaName(&row), text(b.unit(b.report.Model(row.Area)), st.text), b.cell.number(row.Actual, st.kr)}
		targets := b.writer.sensitivity.Targets(&row)
		for _, rule := range rules {
			t := benchmark.Target{Level: math.NaN(), HeadroomKr: math.NaN()} // another area's own rule
			if i := slices.IndexFunc(targets, func(t benchmark.Target) bool { return t.Rule == rule }); i >= 0 {
				t = targets[i]
			}
			cells = append(cells, show(t))
		}
		s.rows = append(s.rows, cells)
	}
}

// inOtherModels adds the summary of the specification curve: how the differences
// fare in all the models that would have been as reasonable.
func (b *book) inOtherModels(s *sheet) {
	curve := b.report.Plan.Curve
	var estimators, scales lang.List
	for _, e := range curve.Estimators {
		estimators = append(estimators, e.In(b.lang))
	}
	for _, scale := range curve.Scales {
		scales = append(scales, scale.In(b.lang))
	}
	s.block(b.cell, headCurve)
	s.rows = append(s.rows,
		[]any{text(leadCurve.With(estimators, scales).In(b.lang), b.style.lead)},
		[]any{text(leadVerdict.In(b.lang), b.style.lead)},
	)
	s.begin(nameCurve, len(b.report.Models), slices.Concat(
		b.cell.header(columnArea, columnUnit),
		b.cell.numberHeader(columnPct, columnModels, columnFailed, columnAbove, columnFlagged, columnMedian, columnLowTenth, columnHighTenth),
		[]any{b.cell.words(columnVerdict, b.style.afterHeader)},
	))
	for row := range b.one.Rows() {
		s.rows = append(s.rows, b.curveRow(&row))
	}
}

func (b *book) curveRow(row *benchmark.Row) []any {
	st := b.style
	cells := []any{b.areaName(row), text(b.unit(b.report.Model(row.Area)), st.text), b.cell.number(row.Deviation.Pct/100, st.pct)}
	c := row.Curve
	if c == nil {
		for range 7 {
			cells = append(cells, text(missing, st.missing))
		}
		return append(cells, b.cell.words(verdictMarks[""], st.after))
	}
	return append(cells,
		b.cell.count(c.Models),
		excelize.Cell{StyleID: st.whole, Value: c.Failed},
		b.cell.number(c.ShareAbove, st.percent),
		b.cell.number(c.ShareFlagged, st.percent),
		b.cell.number(c.MedianPct/100, st.pct),
		b.cell.number(c.LowPct/100, st.pct),
		b.cell.number(c.HighPct/100, st.pct),
		b.robust(row)[1],
	)
}
