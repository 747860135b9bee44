package excel

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
)

// dataHeader is the row of the table's headings.
const dataHeader = 8

// data is the sheet of the figures behind: municipalities down, indicators
// and years across.
func (b *book) data() *sheet {
	st, all := b.style, b.report.AllMunicipalities()
	s := &sheet{
		frame:  frame{header: dataHeader, oneTable: true, filter: len(all), columnTitles: 2},
		fixed:  2,
		widths: []float64{9, 21},
	}
	lead := leadData.In(b.lang)
	if len(b.report.Corrections) > 0 {
		lead += " " + asRead.In(b.lang)
	}
	s.rows = [][]any{
		{text(titleData.In(b.lang), st.title)},
		{text(lead, st.lead)},
		nil,
		{b.cell.words(columnUnit, st.header), text("", st.header)},
		{b.cell.words(columnPublisher, st.header), text("", st.header)},
		{b.cell.words(columnYear, st.header), text("", st.header)},
		{b.cell.words(columnIndicator, st.header), text("", st.header)},
		b.cell.header(columnCode, columnMunicipality),
	}
	s.rows[2] = []any{b.back(s, 2)}
	for _, m := range all {
		s.rows = append(s.rows, []any{text(m.Code, st.text), text(m.Name, st.text)})
	}
	for source, figures := range b.report.Figures() {
		year := any(figures.Year)
		name := ofYear.With(ooxml.Shorten(source.Name, mostAsHeading-10), figures.Year).In(b.lang)
		if figures.Year == dataset.Undated {
			year, name = noYear.In(b.lang), source.Name
		}
		for i, cell := range []excelize.Cell{
			named(source.Unit, st.header), named(source.Publisher, st.header), {StyleID: st.numberHeader, Value: year}, named(source.Indicator, st.small), named(name, st.numberHeader),
		} {
			s.rows[3+i] = append(s.rows[3+i], cell)
		}
		style := st.figure[decimals(figures.Values)]
		for i := range all {
			v := math.NaN()
			if figures.Values != nil {
				v = figures.Values[i]
			}
			s.rows[dataHeader+i] = append(s.rows[dataHeader+i], b.cell.number(v, style))
		}
		s.widths = append(s.widths, ooxml.WordWidth(17, source.Unit, source.Publisher, name))
	}
	for i := range 5 {
		s.fitRow(3 + i)
	}
	s.spreadPages()
	return s
}

// decimals is how many decimals, at most three, it takes to show the values.
func decimals(values []float64) int {
	for n, unit := range []float64{1, 10, 100} {
		enough := true
		for _, v := range values {
			enough = enough && (math.IsNaN(v) || math.Abs(v*unit-math.Round(v*unit)) < 1e-6)
		}
		if enough {
			return n
		}
	}
	return 3
}
