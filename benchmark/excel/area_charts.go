package excel

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// The columns of the table of all municipalities that the charts are drawn from,
// to the right of the page.
const (
	columnOfActual   = 2
	columnOfExpected = 3
	columnOfOwn      = 10
	columnOfGroup    = 11
	columnOfOthers   = 12
	columnOfLine     = 14 // two cells of the 45-degree line, and two
)

// role is what a municipality is to the one the workbook is for.
func (a *areaSheet) role(row *benchmark.Row) (column int, words lang.Phrase) {
	switch {
	case a.row != nil && row.Municipality == a.row.Municipality:
		return columnOfOwn, roleOwn
	case a.group != nil && slices.ContainsFunc(a.group.Peers, func(p benchmark.Peer) bool { return p.Municipality == row.Municipality }):
		return columnOfGroup, roleGroup
	}
	return columnOfOthers, lang.Phrase{}
}

// municipalities is the table of all, by what they spend per unit.
func (a *areaSheet) municipalities() {
	b, st := a.b, &a.b.style
	a.head(headAll)
	a.headings(
		b.header(columnMunicipality),
		b.numberHeader(columnRank, columnActual, columnExpected, columnLow, columnHigh, columnPct, columnMillions),
		[]any{b.words(columnGrade, st.afterHeader)},
		[]any{b.words(columnRole, st.afterHeader)},
		b.numberHeader(chartOwn, chartGroup, chartRest),
	)
	a.table = table{row: len(a.rows), rows: len(a.all), columns: columnOfOthers + 1}
	a.tables = append(a.tables, a.table)
	for i := range a.all {
		row := &a.all[i]
		column, role := a.role(row)
		name, pct := st.text, st.pct
		if column == columnOfOwn {
			name, pct = st.own, st.ownPct
		}
		cells := []any{
			text(row.Name, name), b.count(row.Rank.Place), b.number(row.Actual, st.kr), b.number(row.Expected.Level, st.kr), b.number(row.Expected.Low, st.kr), b.number(row.Expected.High, st.kr),
			b.number(row.Deviation.Pct/100, pct), b.number(row.Difference.Kr/1e6, st.signedMillions), b.grade(row), b.words(role, st.after),
			nil, nil, nil,
		}
		if !math.IsNaN(row.Actual) {
			cells[column] = b.number(row.Actual, st.kr)
		}
		a.rows = append(a.rows, cells)
	}
	low, high := a.reach()
	for i, at := range []float64{low, high} {
		if row := a.table.row + i; row < len(a.rows) && !math.IsInf(at, 0) {
			a.rows[row] = append(a.rows[row], nil, b.number(at, st.kr), b.number(at, st.kr))
		}
	}
	line := &a.rows[a.table.row-1]
	*line = append(*line, nil, b.words(chartLineX, st.numberHeader), b.words(chartLineY, st.numberHeader))
}

// reach is the lowest and highest of the actual and expected figures.
func (a *areaSheet) reach() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for i := range a.all {
		for _, v := range []float64{a.all[i].Actual, a.all[i].Expected.Level} {
			if !math.IsNaN(v) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	return low, high
}

// column is a column of the table of all municipalities.
func (a *areaSheet) column(i int) string {
	return a.b.span(a.name, i, a.table.row, i, a.table.row+a.table.rows-1)
}

// byRole are the actual figures of each role, as the table has them.
func (a *areaSheet) byRole() (own, group, others cells) {
	for i := range a.all {
		column, _ := a.role(&a.all[i])
		for k, c := range map[int]*cells{columnOfOwn: &own, columnOfGroup: &group, columnOfOthers: &others} {
			v := math.NaN()
			if k == column {
				v = a.all[i].Actual
			}
			c.numbers = append(c.numbers, v)
		}
	}
	own.at, group.at, others.at = a.column(columnOfOwn), a.column(columnOfGroup), a.column(columnOfOthers)
	return own, group, others
}

// expected are the expected levels, as the table has them.
func (a *areaSheet) expected() cells {
	c := cells{at: a.column(columnOfExpected)}
	for i := range a.all {
		c.numbers = append(c.numbers, a.all[i].Expected.Level)
	}
	return c
}

// bars is the chart of all municipalities by what they spend, with what is
// expected of each.
func (a *areaSheet) bars(top, bottom int) chart {
	b := a.b
	names := cells{at: a.column(0)}
	for i := range a.all {
		names.texts = append(names.texts, a.all[i].Name)
	}
	own, group, others := a.byRole()
	c := chart{
		title: chartAll.With(a.model.Name, a.b.unit(a.model)).In(b.lang), kind: columnChart,
		x: axis{sideways: true, size: 600}, y: axis{format: "#,##0"},
		place: place{0, top, areaPrinted, bottom},
		alt:   altAll.With(a.model.Name, len(a.all), a.b.unit(a.model), a.standing()).In(b.lang),
	}
	c.series = append(a.roles(own, group, others, series{categories: names}), series{
		name: columnExpected.In(b.lang), categories: names, values: a.expected(), colour: ink, mark: "diamond", size: 4, over: true,
	})
	return c
}

// roles are the series of each role, alike but for colour, name and figures.
func (a *areaSheet) roles(own, group, others cells, like series) (list []series) {
	b := a.b
	add := func(name string, values cells, colour string, pattern bool) {
		like.name, like.values, like.colour, like.pattern = name, values, colour, pattern
		list = append(list, like)
	}
	if a.row == nil {
		add(allMunicipalities.In(b.lang), others, bluish, false)
		return list
	}
	add(a.row.Name, own, vermillion, false)
	add(roleGroup.In(b.lang), group, bluish, true)
	add(seriesRest.In(b.lang), others, grey, false)
	return list
}

// standing says where the own municipality stands in a chart of all.
func (a *areaSheet) standing() string {
	if a.row == nil || a.row.Rank.Place == 0 {
		return ""
	}
	return standsAs.With(a.row.Name, a.row.Rank.Place, a.row.Rank.Of,
		lang.Number{Value: a.row.Actual}, lang.Number{Value: a.row.Expected.Level}).In(a.b.lang)
}

// scatter is the chart of actual against expected, with the line where they are
// the same.
func (a *areaSheet) scatter(top int) chart {
	b := a.b
	own, group, others := a.byRole()
	low, high := a.reach()
	right := 4
	if a.row == nil || a.row.Persistence == nil {
		right = areaPrinted
	}
	c := chart{
		title: chartScatter.In(b.lang), kind: scatterChart,
		x:     axis{format: "#,##0", title: columnExpected.In(b.lang) + ", " + a.b.unit(a.model)},
		y:     axis{format: "#,##0", title: columnActual.In(b.lang) + ", " + a.b.unit(a.model)},
		place: place{0, top, right, top + pairRows},
		alt:   altScatter.With(a.model.Name, len(a.all), a.standing()).In(b.lang),
	}
	c.x.round([]float64{low, high})
	c.y.min, c.y.max, c.y.step, c.y.bounded = c.x.min, c.x.max, c.x.step, c.x.bounded
	c.series = a.roles(own, group, others, series{categories: a.expected(), mark: "circle", size: 5})
	slices.Reverse(c.series) // the own municipality is drawn over the others
	marks := map[string]string{vermillion: "diamond", bluish: "triangle", grey: "circle"}
	for i := range c.series {
		s := &c.series[i]
		if s.pattern = false; a.row != nil {
			s.mark = marks[s.colour]
		}
		if s.colour == vermillion {
			s.size = 9
		}
	}
	if low <= high && a.table.rows > 1 {
		at := func(column int) string { return b.span(a.name, column, a.table.row, column, a.table.row+1) }
		line := []float64{low, high}
		c.series = append(c.series, series{
			name: seriesEqual.In(b.lang), categories: cells{at: at(columnOfLine), numbers: line}, values: cells{at: at(columnOfLine + 1), numbers: line}, colour: ink, line: true,
		})
	}
	return c
}
