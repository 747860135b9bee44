package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/lang"
)

// An area's sheet has tables of several kinds below each other. They share the columns of
// the last and largest, that of all municipalities.
const (
	areaPrinted = 10
	areaColumns = 17
)

// areaSheet is the sheet of an area while it is laid out.
type areaSheet struct {
	s     *layout.Sheet
	b     *book
	model *benchmark.Model
	row   *benchmark.Row       // the workbook's municipality; nil: there is none
	group *benchmark.PeerGroup // that municipality's comparison group
	all   []benchmark.Row      // all municipalities, by what they spend per unit
	table layout.Table         // the table of all municipalities
}

func (b *book) layOutArea(area string) *layout.Sheet {
	m := b.report.Model(area)
	s := &layout.Sheet{
		Frame:  layout.Frame{Name: b.areaOf[area], Key: area, Printed: areaPrinted, Titles: 1},
		Widths: []float64{42, 11, 11, 11, 11, 11, 11, 13, 15, 22, 11, 11, 11, 11, 11, 11, 11},
	}
	a := &areaSheet{s: s, b: b, model: m, all: b.listRows(area)}
	slices.SortStableFunc(a.all, func(x, y benchmark.Row) int {
		return vector.Compare(x.Actual, y.Actual)
	})
	who := phrase.AllMunicipalities.In(b.lang)
	if i := slices.IndexFunc(a.all,
		func(r benchmark.Row) bool { return r.Municipality == b.own }); i >= 0 && b.own != "" {
		row := a.all[i]
		a.row, who = &row, row.Name
		if g, ok := b.report.Peers(b.own, area, 0); ok {
			a.group = g
		}
	}
	s.Rows = [][]any{
		{layout.Text(m.Name+": "+who+", "+b.describePeriod(), b.style.Title)},
		{b.makeBackLink(s, 1)},
		{layout.Text(strings.TrimSpace(b.describeAccounts(area)+" "+phrase.UnitIs.With(b.nameUnit(m)).In(b.lang)+
			" "+m.Note), b.style.Lead)},
	}
	a.addSentences()
	// The charts stand first but are drawn from tables further down. Their places are known
	// only when the tables have been laid out.
	s.Rows = append(s.Rows, nil)
	bars := a.leaveRoom(a.countBarRows())
	pair := a.leaveRoom(pairRows)
	a.addContributions()
	a.addYears()
	a.addTargets()
	a.addSplit()
	a.addModels()
	a.addQuality()
	a.addPeers()
	s.PrintedRows = len(s.Rows)
	a.addMunicipalities()
	a.s.Charts = append([]ooxml.Chart{a.makeBarChart(bars, pair-1), a.makeScatterChart(pair)}, a.s.Charts...)
	if len(a.s.Charts) > 2 {
		a.s.Charts[2].Place = ooxml.Place{Left: 4, Top: pair, Right: areaPrinted,
			Bottom: pair + pairRows}
	}
	return s
}

// describeAccounts says which accounts make up an area's spending.
func (b *book) describeAccounts(area string) string {
	names := strings.Join(b.listIndicatorNames(b.findAreaPlan(area).Spending), "; ")
	// an abbreviation may end it
	return phrase.AccountsAre.With(strings.TrimSuffix(names, ".")).In(b.lang)
}

// How many rows the charts take.
const (
	leastBarRows = 16
	mostBarRows  = 27
	pairRows     = 15
)

// countBarRows returns how many rows of the first page the texts above leave for its chart.
func (a *areaSheet) countBarRows() int {
	// Room is left for the line below the chart, and for lines that the texts may get.
	left := a.s.PageRoom() - ooxml.LineHeight*3
	for i, row := range a.s.Rows {
		_, words := a.b.cell.Paragraph(row)
		left -= max(a.s.HeightOf(i),
			ooxml.LineHeight*float64(ooxml.CountLines(words, layout.MostAcross)))
	}
	return min(max(int(left/ooxml.LineHeight), leastBarRows), mostBarRows)
}

// leaveRoom leaves empty rows for a chart and returns the first of them.
func (a *areaSheet) leaveRoom(rows int) int {
	top := len(a.s.Rows)
	a.s.Blocks = append(a.s.Blocks, top)
	a.s.Rows = append(a.s.Rows, make([][]any, rows+1)...)
	return top
}

// addSentences says what the numbers mean, and what to ask about them.
func (a *areaSheet) addSentences() {
	b := a.b
	if a.row == nil {
		return
	}
	if words := b.explainAtypical(); words != "" {
		a.s.Rows = append(a.s.Rows, []any{layout.Text(strings.TrimSpace(words), b.style.Lead)})
	}
	if sentence := b.report.Summary(a.row); sentence != nil {
		a.s.Rows = append(a.s.Rows, []any{layout.Text(sentence.In(b.lang), b.style.Lead)})
	}
	if p := a.row.PerHead; p != nil {
		a.s.Rows = append(a.s.Rows, []any{layout.Text(p.In(b.lang)+".", b.style.Lead)})
	}
	if sentence := b.report.ExplainPosting(a.row); sentence != nil {
		a.s.Rows = append(a.s.Rows,
			[]any{layout.Text(phrase.Posting.With(sentence).In(b.lang), b.style.Lead)})
	}
	if words := b.listWarnings(b.withoutAdvice(a.model)); words != "" {
		a.s.Rows = append(a.s.Rows,
			[]any{layout.Text(phrase.HeadWarnings.In(b.lang)+": "+words, b.style.Lead)})
	}
	if words := b.explainReservation(a.row); words != "" {
		a.s.Rows = append(a.s.Rows,
			[]any{layout.Text(phrase.ColumnReservations.In(b.lang)+": "+words, b.style.Lead)})
	}
	questions := b.report.Questions(a.row)
	if a.row.Candidate {
		for _, q := range a.model.Questions {
			questions = append(questions, lang.List{q})
		}
	}
	if len(questions) > 0 {
		a.addHead(phrase.HeadQuestions)
		for _, q := range questions {
			a.s.Rows = append(a.s.Rows, []any{layout.Text("• "+q.In(b.lang), b.style.Lead)})
		}
	}
}

// addHead begins a table with a heading.
func (a *areaSheet) addHead(words lang.Phrase) {
	if len(a.s.Rows[len(a.s.Rows)-1]) > 0 {
		a.s.Rows = append(a.s.Rows, nil)
	}
	a.s.Blocks = append(a.s.Blocks, len(a.s.Rows))
	a.s.Rows = append(a.s.Rows, []any{layout.Text(words.In(a.b.lang), a.b.style.Heading)})
}

// addHeadings adds a row of headings.
func (a *areaSheet) addHeadings(cells ...[]any) {
	a.s.Rows = append(a.s.Rows, slices.Concat(cells...))
	a.s.FitHeadings()
}

// addHeadingsToEdge adds a row of headings of which the last extends to the edge of the
// page.
func (a *areaSheet) addHeadingsToEdge(cells ...[]any) {
	row := slices.Concat(cells...)
	last := len(row) - 1
	for len(row) < areaPrinted {
		row = append(row, layout.Text("", a.b.style.Header))
	}
	a.s.Rows = append(a.s.Rows, row)
	a.extendToEdge(last)
	a.s.FitHeadings()
}

// addRow adds a row of which the last cell extends to the edge of the page.
func (a *areaSheet) addRow(cells ...any) {
	a.s.Rows = append(a.s.Rows, cells)
	a.extendToEdge(len(cells) - 1)
	a.s.Fit(a.b.cell)
}

// extendToEdge extends a cell of the last row to the edge of the page.
func (a *areaSheet) extendToEdge(column int) {
	at := len(a.s.Rows) - 1
	a.s.Merged = append(a.s.Merged, [4]int{column, at, areaPrinted - 1, at})
}
