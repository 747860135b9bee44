package excel

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/xuri/excelize/v2"
)

// The overview's columns. The chart is drawn from those after the last one that is printed.
// They belong to the same table, so that sorting moves them too.
const (
	overviewMillions = 7
	overviewPrinted  = 15
	overviewChart    = 15 // candidates, others, whiskers down and up
	overviewColumns  = 19
)

// layOutOverview lays out the first sheet, one page on one municipality.
func (b *book) layOutOverview() *layout.Sheet {
	s := &layout.Sheet{
		Frame: layout.Frame{Header: 4, Printed: overviewPrinted,
			OneTable: len(b.bySize) > layout.MostOnPage},
		Fixed: 1,
		Widths: []float64{29, 17, 10, 11, 12, 12, 13, 11, 15, 12, 12, 15, 14, 16, 29, 12, 12, 12,
			12},
	}
	s.Rows = [][]any{
		{layout.Text(b.describeBook()+", "+b.describePeriod(), b.style.Title)},
		{layout.Text(b.explainAtypical()+phrase.OverviewLead.With(len(b.bySize),
			len(b.report.AllMunicipalities())).In(b.lang), b.style.Lead)},
		{layout.Text(b.explainLinks(), b.style.Lead)},
		slices.Concat(
			b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
			b.cell.NumberHeader(phrase.ColumnActual, phrase.ColumnExpected, phrase.ColumnLow,
				phrase.ColumnHigh, phrase.ColumnPct, phrase.ColumnMillions),
			[]any{b.cell.Words(phrase.ColumnGrade, b.style.AfterHeader)},
			b.cell.NumberHeader(phrase.ColumnYearsAbove, phrase.ColumnAboveModels),
			[]any{b.cell.Words(phrase.ColumnRobust, b.style.AfterHeader)},
			b.cell.NumberHeader(phrase.ColumnActivityKr, phrase.ColumnUnitCostKr),
			[]any{b.cell.Words(phrase.ColumnReservations, b.style.AfterHeader)},
			b.cell.NumberHeader(phrase.ChartCandidates, phrase.ChartOthers, phrase.ChartDown,
				phrase.ChartUp),
		),
	}
	s.FitHeadings()
	for i := range b.bySize {
		s.Rows = append(s.Rows, b.makeOverviewRow(s, &b.bySize[i]))
		s.Fit(b.cell)
	}
	s.Filter = len(b.bySize)
	if !s.OneTable {
		s.PagesTall = 1
	}
	b.addBelow(s)
	return s
}

// explainAtypical says why it matters that a municipality forms no model. It says nothing
// of any other.
func (b *book) explainAtypical() string {
	if !slices.Contains(b.report.Excluded, b.own) {
		return ""
	}
	return phrase.CaveatExcluded.With(b.findMunicipalityName(b.own)).In(b.lang) + " "
}

// explainLinks says in which order the areas stand, and where their names lead.
func (b *book) explainLinks() string {
	if len(b.areaOf) == 0 {
		return phrase.OverviewOrder.In(b.lang) + " " + phrase.OverviewNoSheets.In(b.lang)
	}
	return phrase.OverviewOrder.In(b.lang) + " " + phrase.OverviewSheets.In(b.lang)
}

func (b *book) makeOverviewRow(s *layout.Sheet, row *benchmark.Row) []any {
	m, st := b.report.Model(row.Area), b.style
	cells := []any{
		b.makeAreaLink(s, row, len(s.Rows)),
		layout.Text(b.nameUnit(m), st.Text),
		b.cell.Number(row.Actual, st.Kr),
		b.cell.Number(row.Expected.Level, st.Kr),
		b.cell.Number(row.Expected.Low, st.Kr),
		b.cell.Number(row.Expected.High, st.Kr),
		b.cell.Number(row.Deviation.Pct/100, st.Pct),
		b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions),
		b.makeGradeCell(row),
		b.makeYearsCell(row),
	}
	cells = append(cells, b.makeRobustCells(row)...)
	activity, unitCost := math.NaN(), math.NaN()
	if a := row.Activity; a != nil {
		activity, unitCost = a.ActivityKr, a.UnitCostKr
	}
	cells = append(cells, b.makeSplitCell(row, activity), b.makeSplitCell(row, unitCost),
		layout.Text(b.describeReservations(row), st.After))
	if math.IsNaN(row.Difference.Kr) {
		return append(cells, nil, nil, nil, nil)
	}
	bars := []any{nil, b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions)}
	if row.Candidate {
		bars[0], bars[1] = bars[1], nil
	}
	down, up := findWhiskers(row)
	return append(append(cells, bars...), b.cell.Number(down, st.Millions),
		b.cell.Number(up, st.Millions))
}

// findWhiskers returns how far a difference's interval reaches down and up, in kr. million.
func findWhiskers(row *benchmark.Row) (down, up float64) {
	d := &row.Difference
	return (d.Kr - d.LowKr) / 1e6, (d.HighKr - d.Kr) / 1e6
}

// makeSplitCell returns an empty cell if the plan has no activity for the area, and the
// mark for a missing number if the activity is not known.
func (b *book) makeSplitCell(row *benchmark.Row, kr float64) any {
	if row.Activity == nil &&
		!slices.ContainsFunc(b.report.Plan.Areas,
			func(a plan.Area) bool { return a.ID == row.Area && len(a.Activity) > 0 }) {
		return layout.Text("", b.style.Text)
	}
	return b.cell.Number(kr/1e6, b.style.SignedMillions)
}

// makeGradeCell returns a symbol and a word for how a difference stands out.
func (b *book) makeGradeCell(row *benchmark.Row) excelize.Cell {
	switch {
	case math.IsNaN(row.Deviation.Pct):
		return b.cell.Number(math.NaN(), 0)
	case row.Grade == benchmark.None:
		return b.cell.Words(phrase.GradeNone, b.style.Centred)
	}
	return b.cell.Words(phrase.GradeMarks[string(row.Grade)], b.style.Grade[string(row.Grade)])
}

// makeRobustCells returns in how many models an upward difference holds, and the word for
// it.
func (b *book) makeRobustCells(row *benchmark.Row) []any {
	if b.report.Plan.Curve == nil { // the plan asks for no other models
		return []any{layout.Text("", b.style.Text), layout.Text("", b.style.Text)}
	}
	if row.Curve == nil || row.Curve.Models == 0 {
		return []any{b.cell.Number(math.NaN(), 0),
			b.cell.Words(phrase.VerdictMarks[""], b.style.After)}
	}
	return []any{b.cell.Number(row.Curve.ShareAbove, b.style.Percent),
		b.cell.Words(phrase.VerdictMarks[row.Curve.Verdict], b.style.After)}
}

// The columns that the chart below the areas covers, and those of the texts beside it.
const (
	chartRight = 8
	textLeft   = 8
)

// addBelow adds what stands below the areas. The chart is to the left. To the right are the
// strongest candidates in sentences, the totals, and what the figures cannot bear.
func (b *book) addBelow(s *layout.Sheet) {
	st := b.style
	s.Rows = append(s.Rows, nil)
	top := len(s.Rows)
	put := func(cells ...any) {
		s.Rows = append(s.Rows, append(make([]any, textLeft), cells...))
	}
	width := 0.0
	for _, w := range s.Widths[textLeft:overviewPrinted] {
		width += w
	}
	height := 0.0 // the height of the texts, in points
	say := func(words string, style int) {
		put(layout.Text(words, style))
		height += ooxml.LineHeight * float64(ooxml.CountLines(words, width))
	}
	strongest, candidates := b.one.Strongest(mostInOverview)
	head := phrase.HeadStrongest.In(b.lang)
	if candidates > len(strongest) {
		head = phrase.HeadStrongestOf.With(len(strongest), candidates).In(b.lang)
	}
	say(head, st.Heading)
	for i := range strongest {
		if sentence := b.report.Summary(&strongest[i]); sentence != nil {
			say(strconv.Itoa(i+1)+". "+sentence.In(b.lang), st.Lead)
		}
	}
	if len(strongest) == 0 {
		say(phrase.NoCandidates.In(b.lang), st.Lead)
	}
	if posted := b.listPostings(); len(posted) > 0 {
		say(phrase.HeadPostings.In(b.lang), st.Heading)
		for _, sentence := range posted {
			say(sentence, st.Lead)
		}
	}
	put()
	say(phrase.HeadTotals.In(b.lang), st.Heading)
	total := b.one.Totals()
	sum := func(words string, kr float64) {
		put(layout.Text(words, st.Text), nil, nil, nil, b.cell.Number(kr/1e6, st.SignedMillions))
		height += ooxml.LineHeight
	}
	if total.NotService.Areas == 0 {
		sum(phrase.TotalNet.With(total.Service.Areas).In(b.lang), total.Service.NetKr)
		sum(phrase.TotalPositive.With(total.Service.Positive).In(b.lang), total.Service.PositiveKr)
	} else {
		sum(phrase.ServiceNet.With(total.Service.Areas).In(b.lang), total.Service.NetKr)
		sum(phrase.ServicePositive.With(total.Service.Positive).In(b.lang),
			total.Service.PositiveKr)
		sum(phrase.OtherNet.With(total.NotService.Areas).In(b.lang), total.NotService.NetKr)
		sum(phrase.OtherPositive.With(total.NotService.Positive).In(b.lang),
			total.NotService.PositiveKr)
	}
	if o := b.one.Overall(); o != nil && o.Difference.Known() {
		for _, m := range o.Sentences() {
			say(m.In(b.lang), st.Lead)
		}
	}
	say(phrase.TotalWarning.In(b.lang), st.Lead)
	if b.writer.live != nil {
		s.Links = append(s.Links,
			layout.Link{Row: len(s.Rows), Column: textLeft, Sheet: phrase.SheetHeadroom.In(b.lang)})
		put(b.cell.Words(phrase.ToHeadroom, st.Link))
		height += ooxml.LineHeight
	}
	put()
	say(phrase.HeadCaveats.In(b.lang), st.Heading)
	say(phrase.CaveatLine.In(b.lang), st.Lead)
	if len(b.report.Corrections) > 0 {
		say(phrase.CaveatCorrected.In(b.lang), st.Lead)
	}
	height += 2 * ooxml.LineHeight
	least := ooxml.LineHeight * max(17, float64(len(b.bySize)))
	for ; height < least; height += ooxml.LineHeight {
		put()
	}
	s.Charts = append(s.Charts, b.makeDifferenceChart(top, len(s.Rows)))
}

// listPostings says which areas would be candidates and are probably posting.
func (b *book) listPostings() (list []string) {
	for i := range b.bySize {
		if row := &b.bySize[i]; row.Grade == benchmark.Posting && len(list) < mostInOverview {
			list = append(list, b.report.ExplainPosting(row).In(b.lang))
		}
	}
	return list
}

// mostInOverview is how many candidates are described in sentences.
const mostInOverview = 3

// makeDifferenceChart draws the areas' differences with their intervals.
func (b *book) makeDifferenceChart(top, bottom int) ooxml.Chart {
	name := phrase.SheetOverview.In(b.lang)
	first, last := 4, 3+len(b.bySize)
	at := func(column int) string { return ooxml.Span(name, column, first, column, last) }
	areas := ooxml.Reference{At: at(0)}
	candidates := ooxml.Reference{At: at(overviewChart)}
	others := ooxml.Reference{At: at(overviewChart + 1)}
	down := ooxml.Reference{At: at(overviewChart + 2)}
	up := ooxml.Reference{At: at(overviewChart + 3)}
	for i := range b.bySize {
		row := &b.bySize[i]
		areas.Texts = append(areas.Texts, b.report.Model(row.Area).Name)
		one, other := math.NaN(), row.Difference.Kr/1e6
		if row.Candidate {
			one, other = other, one
		}
		candidates.Numbers = append(candidates.Numbers, one)
		others.Numbers = append(others.Numbers, other)
		below, above := findWhiskers(row)
		down.Numbers, up.Numbers = append(down.Numbers, below), append(up.Numbers, above)
	}
	c := ooxml.Chart{
		Title: phrase.ChartDifferences.In(b.lang),
		Kind:  ooxml.BarChart,
		X:     ooxml.Axis{Size: 800},
		Y:     ooxml.Axis{Format: "#,##0"},
		Place: ooxml.Place{Right: chartRight - 1, Top: top, Bottom: bottom},
	}
	c.Y.Round(slices.Concat(findEnds(candidates, up, 1), findEnds(others, up, 1),
		findEnds(candidates, down, -1), findEnds(others, down, -1)))
	c.Alt = phrase.AltDifferences.With(b.findMunicipalityName(b.own), b.describePeriod(),
		len(b.bySize)).In(b.lang)
	if strongest, _ := b.one.Strongest(1); len(strongest) > 0 {
		if sentence := b.report.Summary(&strongest[0]); sentence != nil {
			c.Alt += " " + sentence.In(b.lang)
		}
	}
	c.Series = []ooxml.Series{{Name: phrase.SeriesOthers.In(b.lang), Categories: areas,
		Values: others, Plus: up, Minus: down, Colour: ooxml.Grey}}
	if slices.ContainsFunc(b.bySize, func(r benchmark.Row) bool { return r.Candidate }) {
		c.Series = append(c.Series,
			ooxml.Series{Name: phrase.SeriesCandidates.In(b.lang), Categories: areas,
				Values: candidates, Plus: up, Minus: down, Colour: ooxml.Vermillion})
	}
	return c
}

// findEnds returns where whiskers end.
func findEnds(values, reach ooxml.Reference, sign float64) (list []float64) {
	for i, v := range values.Numbers {
		list = append(list, v+sign*reach.Numbers[i], v)
	}
	return list
}
