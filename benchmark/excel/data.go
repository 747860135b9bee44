package excel

import "math"

// data is the sheet of the figures behind: municipalities down, indicators
// and years across.
func (b *book) data() *sheet {
	all := b.report.AllMunicipalities()
	s := &sheet{name: sheetData, header: 6, fixed: 2, oneTable: true, filter: len(all), heights: map[int]float64{2: 92, 3: 48, 4: 78, 6: 32}}
	s.widths, s.titles, s.columnTitles, s.pagesWide = []float64{9, 21}, 2, 2, 1+b.figureColumns()/perPage
	st := &b.style
	s.rows = [][]any{
		{text(titleData.In(b.lang), st.title)},
		{b.words(columnName, st.header), text("", st.header)},
		{b.words(columnUnit, st.header), text("", st.header)},
		{b.words(columnPublisher, st.header), text("", st.header)},
		{b.words(columnYear, st.header), text("", st.header)},
		b.header(columnCode, columnMunicipality),
	}
	top := len(s.rows)
	for _, m := range all {
		style := st.text
		if m.Code == b.own {
			style = st.bold
		}
		s.rows = append(s.rows, []any{text(m.Code, style), text(m.Name, style)})
	}
	for source, figures := range b.report.Figures() {
		year := any(figures.Year)
		if figures.Year == 0 {
			year = noYear.In(b.lang)
		}
		for i, v := range []any{source.Name, source.Unit, source.Publisher, year, source.Indicator} {
			cell := text("", st.header)
			if cell.Value = v; i < 3 || i == 4 {
				cell = named(v.(string), st.header)
			}
			s.rows[1+i] = append(s.rows[1+i], cell)
		}
		style := st.figure[decimals(figures.Values)]
		for i := range all {
			v := math.NaN()
			if figures.Values != nil {
				v = figures.Values[i]
			}
			s.rows[top+i] = append(s.rows[top+i], b.number(v, style))
		}
		s.widths = append(s.widths, 16)
	}
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

// perPage is how many columns of figures a page has.
const perPage = 13

func (b *book) figureColumns() (n int) {
	for range b.report.Figures() {
		n++
	}
	return n
}
