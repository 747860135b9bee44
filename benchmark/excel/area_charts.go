package excel

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// The columns of the table of all municipalities that the charts are drawn from. They stand
// to the right of the page.
const (
	columnOfActual   = 2
	columnOfExpected = 3
	columnOfOwn      = 10
	columnOfGroup    = 11
	columnOfOthers   = 12
	columnOfLine     = 14 // the two ends of the 45-degree line
)

// findRole returns what a municipality is to the one that the workbook is for: a column for
// its figures, and a word.
func (a *areaSheet) findRole(row *benchmark.Row) (column int, words lang.Phrase) {
	switch {
	case a.row != nil && row.Municipality == a.row.Municipality:
		return columnOfOwn, phrase.RoleOwn
	case a.group != nil && slices.ContainsFunc(a.group.Peers,
		func(p benchmark.Peer) bool { return p.Municipality == row.Municipality }):
		return columnOfGroup, phrase.RoleGroup
	}
	return columnOfOthers, lang.Phrase{}
}

// addMunicipalities adds the table of all municipalities, ordered by what they spend per
// unit.
func (a *areaSheet) addMunicipalities() {
	b, st := a.b, a.b.style
	a.addHead(phrase.HeadAll)
	a.addHeadings(
		b.cell.Header(phrase.ColumnMunicipality),
		b.cell.NumberHeader(phrase.ColumnRank, phrase.ColumnActual, phrase.ColumnExpected,
			phrase.ColumnLow, phrase.ColumnHigh, phrase.ColumnPct, phrase.ColumnMillions),
		[]any{b.cell.Words(phrase.ColumnGrade, st.AfterHeader)},
		[]any{b.cell.Words(phrase.ColumnRole, st.AfterHeader)},
		b.cell.NumberHeader(phrase.ChartOwn, phrase.ChartGroup, phrase.ChartRest),
	)
	a.table = layout.Table{Row: len(a.s.Rows), Rows: len(a.all), Columns: columnOfOthers + 1}
	a.s.Tables = append(a.s.Tables, a.table)
	for i := range a.all {
		row := &a.all[i]
		column, role := a.findRole(row)
		name, pct := st.Text, st.Pct
		if column == columnOfOwn {
			name, pct = st.Own, st.OwnPct
		}
		cells := []any{
			layout.Text(row.Name, name), b.cell.Count(row.Rank.Place),
			b.cell.Number(row.Actual, st.Kr), b.cell.Number(row.Expected.Level, st.Kr),
			b.cell.Number(row.Expected.Low, st.Kr), b.cell.Number(row.Expected.High, st.Kr),
			b.cell.Number(row.Deviation.Pct/100, pct),
			b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions), b.makeGradeCell(row),
			b.cell.Words(role, st.After),
			nil, nil, nil,
		}
		if !math.IsNaN(row.Actual) {
			cells[column] = b.cell.Number(row.Actual, st.Kr)
		}
		a.s.Rows = append(a.s.Rows, cells)
	}
	low, high := a.findReach()
	for i, at := range []float64{low, high} {
		if row := a.table.Row + i; row < len(a.s.Rows) && !math.IsInf(at, 0) {
			a.s.Rows[row] = append(a.s.Rows[row], nil, b.cell.Number(at, st.Kr),
				b.cell.Number(at, st.Kr))
		}
	}
	line := &a.s.Rows[a.table.Row-1]
	*line = append(*line, nil, b.cell.Words(phrase.ChartLineX, st.NumberHeader),
		b.cell.Words(phrase.ChartLineY, st.NumberHeader))
}

// findReach returns the lowest and the highest of the actual and expected figures.
func (a *areaSheet) findReach() (low, high float64) {
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

// referToColumn refers to a column of the table of all municipalities.
func (a *areaSheet) referToColumn(i int) string {
	return ooxml.Span(a.s.Name, i, a.table.Row, i, a.table.Row+a.table.Rows-1)
}

// referToRoles refers to the actual figures of the municipalities in each role.
func (a *areaSheet) referToRoles() (own, group, others ooxml.Reference) {
	for i := range a.all {
		column, _ := a.findRole(&a.all[i])
		for k, c := range map[int]*ooxml.Reference{columnOfOwn: &own, columnOfGroup: &group,
			columnOfOthers: &others} {
			v := math.NaN()
			if k == column {
				v = a.all[i].Actual
			}
			c.Numbers = append(c.Numbers, v)
		}
	}
	own.At, group.At = a.referToColumn(columnOfOwn), a.referToColumn(columnOfGroup)
	others.At = a.referToColumn(columnOfOthers)
	return own, group, others
}

// referToExpected refers to the expected levels.
func (a *areaSheet) referToExpected() ooxml.Reference {
	c := ooxml.Reference{At: a.referToColumn(columnOfExpected)}
	for i := range a.all {
		c.Numbers = append(c.Numbers, a.all[i].Expected.Level)
	}
	return c
}

// makeBarChart draws what all municipalities spend, and what is expected of each.
func (a *areaSheet) makeBarChart(top, bottom int) ooxml.Chart {
	b := a.b
	names := ooxml.Reference{At: a.referToColumn(0)}
	for i := range a.all {
		names.Texts = append(names.Texts, a.all[i].Name)
	}
	own, group, others := a.referToRoles()
	c := ooxml.Chart{
		Title: phrase.ChartAll.With(a.model.Name, a.b.nameUnit(a.model)).In(b.lang),
		Kind:  ooxml.ColumnChart,
		X:     ooxml.Axis{Sideways: true, Size: 600}, Y: ooxml.Axis{Format: "#,##0"},
		Place: ooxml.Place{Right: areaPrinted, Top: top, Bottom: bottom},
		Alt: phrase.AltAll.With(a.model.Name, len(a.all), a.b.nameUnit(a.model),
			a.describeStanding()).In(b.lang),
	}
	c.Series = append(a.makeRoleSeries(own, group, others, ooxml.Series{Categories: names}), ooxml.Series{
		Name: phrase.ColumnExpected.In(b.lang), Categories: names, Values: a.referToExpected(),
		Colour: ooxml.Ink, Mark: "diamond", Size: 4, Over: true,
	})
	return c
}

// makeRoleSeries makes a series for each role. They differ only in colour, name and
// figures.
func (a *areaSheet) makeRoleSeries(own, group, others ooxml.Reference,
	like ooxml.Series) (list []ooxml.Series) {
	b := a.b
	add := func(name string, values ooxml.Reference, colour string, pattern bool) {
		like.Name, like.Values, like.Colour, like.Pattern = name, values, colour, pattern
		list = append(list, like)
	}
	if a.row == nil {
		add(phrase.AllMunicipalities.In(b.lang), others, ooxml.Bluish, false)
		return list
	}
	add(a.row.Name, own, ooxml.Vermillion, false)
	add(phrase.RoleGroup.In(b.lang), group, ooxml.Bluish, true)
	add(phrase.SeriesRest.In(b.lang), others, ooxml.Grey, false)
	return list
}

// describeStanding says where the workbook's municipality stands in a chart of all.
func (a *areaSheet) describeStanding() string {
	if a.row == nil || a.row.Rank.Place == 0 {
		return ""
	}
	return phrase.StandsAs.With(a.row.Name, a.row.Rank.Place, a.row.Rank.Of,
		lang.Number{Value: a.row.Actual}, lang.Number{Value: a.row.Expected.Level}).In(a.b.lang)
}

// makeScatterChart draws actual figures against expected ones, with the line on which the
// two are equal.
func (a *areaSheet) makeScatterChart(top int) ooxml.Chart {
	b := a.b
	own, group, others := a.referToRoles()
	low, high := a.findReach()
	right := 4
	if a.row == nil || a.row.Persistence == nil {
		right = areaPrinted
	}
	c := ooxml.Chart{
		Title: phrase.ChartScatter.In(b.lang), Kind: ooxml.ScatterChart,
		X: ooxml.Axis{Format: "#,##0",
			Title: phrase.ColumnExpected.In(b.lang) + ", " + a.b.nameUnit(a.model)},
		Y: ooxml.Axis{Format: "#,##0",
			Title: phrase.ColumnActual.In(b.lang) + ", " + a.b.nameUnit(a.model)},
		Place: ooxml.Place{Right: right, Top: top, Bottom: top + pairRows},
		Alt:   phrase.AltScatter.With(a.model.Name, len(a.all), a.describeStanding()).In(b.lang),
	}
	c.X.Round([]float64{low, high})
	c.Y.Min, c.Y.Max, c.Y.Step, c.Y.Bounded = c.X.Min, c.X.Max, c.X.Step, c.X.Bounded
	c.Series = a.makeRoleSeries(own, group, others,
		ooxml.Series{Categories: a.referToExpected(), Mark: "circle", Size: 5})
	slices.Reverse(c.Series) // so that the workbook's municipality is drawn over the others
	marks := map[string]string{ooxml.Vermillion: "diamond", ooxml.Bluish: "triangle",
		ooxml.Grey: "circle"}
	for i := range c.Series {
		s := &c.Series[i]
		if s.Pattern = false; a.row != nil {
			s.Mark = marks[s.Colour]
		}
		if s.Colour == ooxml.Vermillion {
			s.Size = 9
		}
	}
	if low <= high && a.table.Rows > 1 {
		at := func(column int) string {
			return ooxml.Span(a.s.Name, column, a.table.Row, column, a.table.Row+1)
		}
		line := []float64{low, high}
		c.Series = append(c.Series, ooxml.Series{
			Name:       phrase.SeriesEqual.In(b.lang),
			Categories: ooxml.Reference{At: at(columnOfLine), Numbers: line},
			Values:     ooxml.Reference{At: at(columnOfLine + 1), Numbers: line}, Colour: ooxml.Ink,
			Line: true,
		})
	}
	return c
}
