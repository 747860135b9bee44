package excel

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
)

// dataHeader is the row of the table's headings.
const dataHeader = 8

// layOutData lays out the sheet of the underlying figures. Municipalities stand down,
// indicators and years across.
func (b *book) layOutData() *layout.Sheet {
	st, all := b.style, b.report.AllMunicipalities()
	s := &layout.Sheet{
		Frame:  layout.Frame{Header: dataHeader, OneTable: true, Filter: len(all), ColumnTitles: 2},
		Fixed:  2,
		Widths: []float64{9, 21},
	}
	lead := phrase.LeadData.In(b.lang)
	if len(b.report.Corrections) > 0 {
		lead += " " + phrase.AsRead.In(b.lang)
	}
	s.Rows = [][]any{
		{layout.Text(phrase.TitleData.In(b.lang), st.Title)},
		{layout.Text(lead, st.Lead)},
		nil,
		{b.cell.Words(phrase.ColumnUnit, st.Header), layout.Text("", st.Header)},
		{b.cell.Words(phrase.ColumnPublisher, st.Header), layout.Text("", st.Header)},
		{b.cell.Words(phrase.ColumnYear, st.Header), layout.Text("", st.Header)},
		{b.cell.Words(phrase.ColumnIndicator, st.Header), layout.Text("", st.Header)},
		b.cell.Header(phrase.ColumnCode, phrase.ColumnMunicipality),
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	for _, m := range all {
		s.Rows = append(s.Rows, []any{layout.Text(m.Code, st.Text), layout.Text(m.Name, st.Text)})
	}
	for source, figures := range b.report.Figures() {
		year := any(figures.Year)
		name := phrase.OfYear.With(ooxml.Shorten(source.Name, layout.MostAsHeading-10),
			figures.Year).In(b.lang)
		if figures.Year == dataset.Undated {
			year, name = phrase.NoYear.In(b.lang), source.Name
		}
		for i, cell := range []excelize.Cell{
			layout.Heading(source.Unit, st.Header), layout.Heading(source.Publisher, st.Header),
			{StyleID: st.NumberHeader, Value: year}, layout.Heading(source.Indicator, st.Small),
			layout.Heading(name, st.NumberHeader),
		} {
			s.Rows[3+i] = append(s.Rows[3+i], cell)
		}
		style := st.Figure[chooseDecimals(figures.Values)]
		for i := range all {
			v := math.NaN()
			if figures.Values != nil {
				v = figures.Values[i]
			}
			s.Rows[dataHeader+i] = append(s.Rows[dataHeader+i], b.cell.Number(v, style))
		}
		s.Widths = append(s.Widths, ooxml.WordWidth(17, source.Unit, source.Publisher, name))
	}
	for i := range 5 {
		s.FitRow(3 + i)
	}
	s.KeepOnScreen()
	return s
}

// chooseDecimals returns how many decimals show the values, at most three.
func chooseDecimals(values []float64) int {
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
