package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/target"
)

// keyFigures is the sheet of everything that there is in figures on each area of
// the municipality, the largest area first.
func (b *book) keyFigures() *sheet {
	s := b.figureTable()
	s.rows = [][]any{
		{text(titleKeyFigures.With(b.municipalityName(b.own), b.period()).In(b.lang), b.style.title)},
		{text(leadKeyFigures.In(b.lang), b.style.lead)},
		nil,
		b.figureHeader(),
	}
	s.spreadPages()
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	for i := range b.bySize {
		row := &b.bySize[i]
		s.rows = append(s.rows, append([]any{b.areaLink(s, row, len(s.rows))}, b.figures(row)...))
		s.fit(b.cell)
	}
	s.filter = len(b.bySize)
	return s
}

// mostCandidates is how many candidates the overview of all municipalities
// shows.
const mostCandidates = 1000

// candidates is the overview of a workbook of no municipality: the strongest
// candidates among all.
func (b *book) candidates() *sheet {
	s := b.figureTable()
	rows, total := b.report.Strongest(mostCandidates)
	s.fixed, s.widths = 2, append([]float64{20}, s.widths...)
	s.rows = [][]any{
		{text(b.about()+", "+b.period(), b.style.title)},
		{text(leadAll.With(len(rows), total).In(b.lang), b.style.lead)},
		nil,
		append(b.cell.header(columnMunicipality), b.figureHeader()...),
	}
	s.spreadPages()
	s.fitHeadings()
	for i := range rows {
		row := &rows[i]
		name := b.areaLink(s, row, len(s.rows))
		if k := len(s.links) - 1; k >= 0 && s.links[k].row == len(s.rows) {
			s.links[k].column = 1
		}
		s.rows = append(s.rows, append([]any{text(row.Name, b.style.text), name}, b.figures(row)...))
		s.fit(b.cell)
	}
	s.filter = len(rows)
	return s
}

func (b *book) figureTable() *sheet {
	return &sheet{
		frame:  frame{header: 4, oneTable: true, titles: 1, columnTitles: 2},
		fixed:  1,
		widths: []float64{27, 18, 10, 11, 11, 11, 10, 10, 10, 11, 11, 16, 25, 34, 11, 11, 10, 8, 12, 12, 13},
	}
}

func (b *book) figureHeader() []any {
	header := slices.Concat(
		b.cell.header(columnArea, columnUnit),
		b.cell.numberHeader(columnActual, columnExpected, columnLow, columnHigh, columnDeviation, columnPct, columnMillions, columnMillionsLow, columnMillionsHigh),
		[]any{b.cell.words(columnGrade, b.style.afterHeader)},
		b.cell.header(columnReservations, columnRule),
		b.cell.numberHeader(columnTarget, columnHeadroom, columnRank, columnRanked, columnRankChange, columnValueChange, columnLooR2),
	)
	header[19] = text(b.inPrices(columnValueChange), b.style.numberHeader)
	return header
}

// reservations says in few words what a row is to be read with.
func (b *book) reservations(row *benchmark.Row) string {
	words := make([]string, len(row.Reservations))
	for i, code := range row.Reservations {
		words[i] = reservationWords[code].In(b.lang)
	}
	return strings.Join(words, ", ")
}

// rule says a target rule in words.
func (b *book) rule(text string) string {
	rule, err := target.Parse(text)
	if err != nil {
		return text
	}
	return rule.In(b.lang)
}

// figures are the cells after the area.
func (b *book) figures(row *benchmark.Row) []any {
	m := b.report.Model(row.Area)
	st := b.style
	return []any{
		text(b.unit(m), st.text),
		b.cell.number(row.Actual, st.kr),
		b.cell.number(row.Expected.Level, st.kr),
		b.cell.number(row.Expected.Low, st.kr),
		b.cell.number(row.Expected.High, st.kr),
		b.cell.number(row.Deviation.PerUnit, st.signedKr),
		b.cell.number(row.Deviation.Pct/100, st.pct),
		b.cell.number(row.Difference.Kr/1e6, st.signedMillions),
		b.cell.number(row.Difference.LowKr/1e6, st.signedMillions),
		b.cell.number(row.Difference.HighKr/1e6, st.signedMillions),
		b.grade(row),
		text(b.reservations(row), st.after),
		text(b.rule(row.Target.Rule), st.wrap),
		b.cell.number(row.Target.Level, st.kr),
		b.cell.number(row.Target.HeadroomKr/1e6, st.millions),
		b.cell.count(row.Rank.Place),
		b.cell.count(row.Rank.Of),
		b.cell.number(row.Rank.Change, st.signedWhole),
		b.cell.number(row.ValueChange, st.signedKr),
		b.cell.number(m.LooR2, st.share),
	}
}
