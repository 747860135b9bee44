package excel

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/ooxml"
	"github.com/raaderum/raaderum/lang"
)

// An area's sheet has tables of several kinds below each other, in the columns of
// the last and largest, that of all municipalities.
const (
	areaPrinted = 10
	areaColumns = 17
)

// areaSheet is an area's sheet being laid out.
type areaSheet struct {
	s     *sheet
	b     *book
	model *benchmark.Model
	row   *benchmark.Row       // the own municipality's; nil: the workbook is nobody's
	group *benchmark.PeerGroup // its comparison group
	all   []benchmark.Row      // by what they spend per unit
	table table                // of all municipalities
}

func (b *book) area(area string) *sheet {
	m := b.report.Model(area)
	s := &sheet{
		frame:  frame{name: b.areaOf[area], key: area, printed: areaPrinted, titles: 1},
		widths: []float64{42, 11, 11, 11, 11, 11, 11, 13, 15, 22, 11, 11, 11, 11, 11, 11, 11},
	}
	a := &areaSheet{s: s, b: b, model: m, all: b.rowsOf(area)}
	slices.SortStableFunc(a.all, byActual)
	who := allMunicipalities.In(b.lang)
	if i := slices.IndexFunc(a.all, func(r benchmark.Row) bool { return r.Municipality == b.own }); i >= 0 && b.own != "" {
		row := a.all[i]
		a.row, who = &row, row.Name
		if g, ok := b.report.Peers(b.own, area, 0); ok {
			a.group = g
		}
	}
	s.rows = [][]any{
		{text(m.Name+": "+who+", "+b.period(), b.style.title)},
		{b.back(s, 1)},
		{text(b.accounts(area)+" "+unitIs.With(b.unit(m)).In(b.lang), b.style.lead)},
	}
	a.sentences()
	// The charts stand first and are drawn from what stands below; where that is is
	// known when it has been laid out.
	s.rows = append(s.rows, nil)
	bars := a.room(a.barRows())
	pair := a.room(pairRows)
	a.contributions()
	a.years()
	a.targets()
	a.split()
	a.models()
	a.quality()
	a.peers()
	s.printedRows = len(s.rows)
	a.municipalities()
	a.s.charts = append([]ooxml.Chart{a.bars(bars, pair-1), a.scatter(pair)}, a.s.charts...)
	if len(a.s.charts) > 2 {
		a.s.charts[2].Place = ooxml.Place{Left: 4, Top: pair, Right: areaPrinted, Bottom: pair + pairRows}
	}
	return s
}

// accounts says which figures an area's spending is the sum of.
func (b *book) accounts(area string) string {
	names := strings.Join(b.indicatorNames(b.areaPlan(area).Spending), "; ")
	return accountsAre.With(strings.TrimSuffix(names, ".")).In(b.lang) // an abbreviation may end it
}

// The heights of the charts, in rows.
const (
	leastBarRows = 16
	mostBarRows  = 27
	pairRows     = 15
)

// barRows is how many rows of the first page the texts above leave to its chart.
func (a *areaSheet) barRows() int {
	left := a.s.pageRoom() - ooxml.LineHeight*3 // the line below, and lines that texts may get
	for i, row := range a.s.rows {
		_, words := a.b.cell.paragraph(row)
		left -= max(a.s.heightOf(i), ooxml.LineHeight*float64(ooxml.CountLines(words, mostAcross)))
	}
	return min(max(int(left/ooxml.LineHeight), leastBarRows), mostBarRows)
}

// room leaves empty rows for a chart and returns the first.
func (a *areaSheet) room(rows int) int {
	top := len(a.s.rows)
	a.s.blocks = append(a.s.blocks, top)
	a.s.rows = append(a.s.rows, make([][]any, rows+1)...)
	return top
}

// sentences are what the numbers say, and what to ask of them.
func (a *areaSheet) sentences() {
	if a.row == nil {
		return
	}
	b := a.b
	if words := b.unlike(); words != "" {
		a.s.rows = append(a.s.rows, []any{text(strings.TrimSpace(words), b.style.lead)})
	}
	if sentence := b.report.Summary(a.row); sentence != nil {
		a.s.rows = append(a.s.rows, []any{text(sentence.In(b.lang), b.style.lead)})
	}
	if words := b.warningsOf(a.model); words != "" {
		a.s.rows = append(a.s.rows, []any{text(headWarnings.In(b.lang)+": "+words, b.style.lead)})
	}
	if words := b.reserved(a.row); words != "" {
		a.s.rows = append(a.s.rows, []any{text(columnReservations.In(b.lang)+": "+words, b.style.lead)})
	}
	if questions := b.report.Questions(a.row); len(questions) > 0 {
		a.head(headQuestions)
		for _, q := range questions {
			a.s.rows = append(a.s.rows, []any{text("• "+q.In(b.lang), b.style.lead)})
		}
	}
}

// head begins a table with a heading.
func (a *areaSheet) head(words lang.Phrase) {
	if len(a.s.rows[len(a.s.rows)-1]) > 0 {
		a.s.rows = append(a.s.rows, nil)
	}
	a.s.blocks = append(a.s.blocks, len(a.s.rows))
	a.s.rows = append(a.s.rows, []any{text(words.In(a.b.lang), a.b.style.head)})
}

// headings adds a row of headings.
func (a *areaSheet) headings(cells ...[]any) {
	a.s.rows = append(a.s.rows, slices.Concat(cells...))
	a.s.fitHeadings()
}

// headingsTo is headings whose last runs to the edge of the page.
func (a *areaSheet) headingsTo(cells ...[]any) {
	row := slices.Concat(cells...)
	last := len(row) - 1
	for len(row) < areaPrinted {
		row = append(row, text("", a.b.style.header))
	}
	a.s.rows = append(a.s.rows, row)
	a.toEdge(last)
	a.s.fitHeadings()
}

// add adds a row whose last cell runs to the edge of the page.
func (a *areaSheet) add(cells ...any) {
	a.s.rows = append(a.s.rows, cells)
	a.toEdge(len(cells) - 1)
	a.s.fit(a.b.cell)
}

// toEdge lets a cell of the last row run to the edge of the page.
func (a *areaSheet) toEdge(column int) {
	at := len(a.s.rows) - 1
	a.s.merged = append(a.s.merged, [4]int{column, at, areaPrinted - 1, at})
}

// byActual orders rows from the lowest figure, the missing last.
func byActual(a, b benchmark.Row) int {
	switch aMissing, bMissing := math.IsNaN(a.Actual), math.IsNaN(b.Actual); {
	case aMissing && bMissing:
		return 0
	case aMissing:
		return 1
	case bMissing:
		return -1
	}
	return cmp.Compare(a.Actual, b.Actual)
}
