package excel

import (
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// sensitivity is the sheet of one municipality's headroom in every area under
// every target rule, and of the levels and how many municipalities they are
// made of: areas down, and three blocks of rules across.
func (b *book) sensitivity() (*sheet, error) {
	one, ok := b.report.Only(b.own)
	if !ok {
		return nil, fmt.Errorf("excel: the report has no municipality %q", b.own)
	}
	st := &b.style
	rules := one.TargetRules()
	s := &sheet{name: sheetSensitivity, header: 4, fixed: 3, oneTable: true, filter: len(one.Models), heights: map[int]float64{4: 150}}
	s.widths = []float64{27, 23, 10}
	blocks := []any{text("", st.header), text("", st.header), text("", st.header)}
	header := append(b.header(columnArea, columnUnit), b.numberHeader(columnActual)...)
	for _, block := range []lang.Phrase{columnHeadroom, columnTarget, columnTargetN} {
		for i, rule := range rules {
			head := text("", st.header)
			if i == 0 {
				head = b.words(block, st.header)
			}
			blocks = append(blocks, head)
			header = append(header, text(benchmark.TargetIn(rule, b.lang), st.numberHeader))
			s.widths = append(s.widths, 14)
		}
	}
	s.rows = [][]any{
		{text(titleSensitivity.With(one.Municipalities()[0].Name, b.period()).In(b.lang), st.title)},
		{text(leadSensitivity.In(b.lang), st.lead)},
		blocks,
		header,
	}
	for row := range one.Rows() {
		m := one.Model(row.Area)
		name := text(m.Name, st.text)
		if m.PartOf != "" {
			name.StyleID = st.indent
		}
		cells := []any{name, text(m.Unit, st.text), b.number(row.Actual, st.kr)}
		targets := one.Targets(&row)
		find := func(rule string) benchmark.TargetLevel {
			if i := slices.IndexFunc(targets, func(t benchmark.TargetLevel) bool { return t.Rule == rule }); i >= 0 {
				return targets[i]
			}
			return benchmark.TargetLevel{Level: math.NaN(), HeadroomKr: math.NaN()} // another area's own rule
		}
		for _, rule := range rules {
			cells = append(cells, b.number(find(rule).HeadroomKr/1e6, st.millions))
		}
		for _, rule := range rules {
			cells = append(cells, b.number(find(rule).Level, st.kr))
		}
		for _, rule := range rules {
			cells = append(cells, b.count(find(rule).N))
		}
		s.rows = append(s.rows, cells)
	}
	return s, nil
}
