package excel

import (
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// sensitivity is the sheet of one municipality's headroom in every area under
// every target rule, and below it, in the same columns, the levels and how many
// municipalities they are made of.
func (b *book) sensitivity() (*sheet, error) {
	one, ok := b.report.Only(b.own)
	if !ok {
		return nil, fmt.Errorf("excel: the report has no municipality %q", b.own)
	}
	st := &b.style
	rules := one.TargetRules()
	s := &sheet{name: sheetSensitivity, header: 5, fixed: 3, heights: map[int]float64{5: 120}}
	s.widths = append([]float64{27, 23, 10}, slices.Repeat([]float64{17}, len(rules))...)
	s.rows = [][]any{
		{text(titleSensitivity.With(one.Municipalities()[0].Name, b.period()).In(b.lang), st.title)},
		{text(leadSensitivity.In(b.lang), st.lead)},
		nil,
	}
	b.underRules(s, one, columnHeadroom, func(t benchmark.TargetLevel) excelize.Cell { return b.number(t.HeadroomKr/1e6, st.millions) })
	s.rows[2] = []any{b.back(s, 2)}
	s.rows = append(s.rows, nil)
	s.breaks = append(s.breaks, len(s.rows))
	b.underRules(s, one, columnTarget, func(t benchmark.TargetLevel) excelize.Cell { return b.number(t.Level, st.kr) })
	s.rows = append(s.rows, nil)
	s.breaks = append(s.breaks, len(s.rows))
	b.underRules(s, one, columnTargetN, func(t benchmark.TargetLevel) excelize.Cell { return b.count(t.N) })
	return s, nil
}

// underRules adds a table of the areas down and the rules across.
func (b *book) underRules(s *sheet, one *benchmark.Report, what lang.Phrase, show func(benchmark.TargetLevel) excelize.Cell) {
	st := &b.style
	rules := one.TargetRules()
	header := append(b.header(columnArea, columnUnit), b.numberHeader(columnActual)...)
	for _, rule := range rules {
		header = append(header, text(benchmark.TargetIn(rule, b.lang), st.numberHeader))
	}
	s.rows = append(s.rows, []any{b.words(what, st.head)}, header)
	s.heights[len(s.rows)] = 120
	for row := range one.Rows() {
		m := one.Model(row.Area)
		name := text(m.Name, st.text)
		if m.PartOf != "" {
			name.StyleID = st.indent
		}
		cells := []any{name, text(m.Unit, st.text), b.number(row.Actual, st.kr)}
		targets := one.Targets(&row)
		for _, rule := range rules {
			t := benchmark.TargetLevel{Level: math.NaN(), HeadroomKr: math.NaN()} // another area's own rule
			if i := slices.IndexFunc(targets, func(t benchmark.TargetLevel) bool { return t.Rule == rule }); i >= 0 {
				t = targets[i]
			}
			cells = append(cells, show(t))
		}
		s.rows = append(s.rows, cells)
	}
}
