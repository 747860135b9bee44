package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/target"
)

// layOutKeyFigures lays out the sheet of all figures on each area of the municipality. The
// largest area comes first.
func (b *book) layOutKeyFigures() *layout.Sheet {
	s := b.beginFigureTable()
	s.Rows = [][]any{
		{layout.Text(phrase.TitleKeyFigures.With(b.findMunicipalityName(b.own), b.describePeriod()).In(b.lang),
			b.style.Title)},
		{layout.Text(phrase.LeadKeyFigures.In(b.lang), b.style.Lead)},
		nil,
		b.makeFigureHeader(),
	}
	s.SpreadPages()
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.FitHeadings()
	for i := range b.bySize {
		row := &b.bySize[i]
		s.Rows = append(s.Rows, append([]any{b.makeAreaLink(s, row, len(s.Rows))}, b.makeFigureCells(row)...))
		s.Fit(b.cell)
	}
	s.Filter = len(b.bySize)
	return s
}

// mostCandidates is how many candidates the overview of all municipalities shows.
const mostCandidates = 1000

// layOutCandidates lays out the overview of a workbook of no municipality: the strongest
// candidates among all.
func (b *book) layOutCandidates() *layout.Sheet {
	s := b.beginFigureTable()
	rows, total := b.report.Strongest(mostCandidates)
	s.Fixed, s.Widths = 2, append([]float64{20}, s.Widths...)
	s.Rows = [][]any{
		{layout.Text(b.describeBook()+", "+b.describePeriod(), b.style.Title)},
		{layout.Text(phrase.LeadAll.With(len(rows), total).In(b.lang), b.style.Lead)},
		nil,
		append(b.cell.Header(phrase.ColumnMunicipality), b.makeFigureHeader()...),
	}
	s.SpreadPages()
	s.FitHeadings()
	for i := range rows {
		row := &rows[i]
		name := b.makeAreaLink(s, row, len(s.Rows))
		if k := len(s.Links) - 1; k >= 0 && s.Links[k].Row == len(s.Rows) {
			s.Links[k].Column = 1
		}
		s.Rows = append(s.Rows, append([]any{layout.Text(row.Name, b.style.Text), name},
			b.makeFigureCells(row)...))
		s.Fit(b.cell)
	}
	s.Filter = len(rows)
	return s
}

func (b *book) beginFigureTable() *layout.Sheet {
	return &layout.Sheet{
		Frame: layout.Frame{Header: 4, OneTable: true, Titles: 1, ColumnTitles: 2},
		Fixed: 1,
		Widths: []float64{27, 18, 10, 11, 11, 11, 10, 10, 10, 11, 11, 16, 25, 34, 11, 11, 10, 8, 12,
			12, 13, 24, 11, 11, 11},
	}
}

func (b *book) makeFigureHeader() []any {
	header := slices.Concat(
		b.cell.Header(phrase.ColumnArea, phrase.ColumnUnit),
		b.cell.NumberHeader(phrase.ColumnActual, phrase.ColumnExpected, phrase.ColumnLow,
			phrase.ColumnHigh, phrase.ColumnDeviation, phrase.ColumnPct, phrase.ColumnMillions,
			phrase.ColumnMillionsLow, phrase.ColumnMillionsHigh),
		[]any{b.cell.Words(phrase.ColumnGrade, b.style.AfterHeader)},
		b.cell.Header(phrase.ColumnReservations, phrase.ColumnRule),
		b.cell.NumberHeader(phrase.ColumnTarget, phrase.ColumnHeadroom, phrase.ColumnRank,
			phrase.ColumnRanked, phrase.ColumnRankChange, phrase.ColumnValueChange,
			phrase.ColumnLooR2),
		[]any{b.cell.Words(phrase.ColumnTargetGroup, b.style.AfterHeader)},
		b.cell.NumberHeader(phrase.ColumnPerHead, phrase.ColumnPerHeadExpected,
			phrase.ColumnPerHeadOthers),
	)
	header[19] = layout.Text(b.addPrices(phrase.ColumnValueChange), b.style.NumberHeader)
	return header
}

// describeReservations says in few words with what reservations a row should be read.
func (b *book) describeReservations(row *benchmark.Row) string {
	words := make([]string, len(row.Reservations))
	for i, code := range row.Reservations {
		words[i] = phrase.ReservationWords[code].In(b.lang)
	}
	return strings.Join(words, ", ")
}

// describeRule says a target rule in words.
func (b *book) describeRule(text string) string {
	rule, err := target.Parse(text)
	if err != nil {
		return text
	}
	return rule.In(b.lang)
}

// makeFigureCells returns the cells to the right of the area.
func (b *book) makeFigureCells(row *benchmark.Row) []any {
	m := b.report.Model(row.Area)
	st := b.style
	cells := []any{
		layout.Text(b.nameUnit(m), st.Text),
		b.cell.Number(row.Actual, st.Kr),
		b.cell.Number(row.Expected.Level, st.Kr),
		b.cell.Number(row.Expected.Low, st.Kr),
		b.cell.Number(row.Expected.High, st.Kr),
		b.cell.Number(row.Deviation.PerUnit, st.SignedKr),
		b.cell.Number(row.Deviation.Pct/100, st.Pct),
		b.cell.Number(row.Difference.Kr/1e6, st.SignedMillions),
		b.cell.Number(row.Difference.LowKr/1e6, st.SignedMillions),
		b.cell.Number(row.Difference.HighKr/1e6, st.SignedMillions),
		b.makeGradeCell(row),
		layout.Text(b.describeReservations(row), st.After),
		layout.Text(b.describeRule(row.Target.Rule), st.Wrap),
		b.cell.Number(row.Target.Level, st.Kr),
		b.cell.Number(row.Target.HeadroomKr/1e6, st.Millions),
		b.cell.Count(row.Rank.Place),
		b.cell.Count(row.Rank.Of),
		b.cell.Number(row.Rank.Change, st.SignedWhole),
		b.cell.Number(row.ValueChange, st.SignedKr),
		b.cell.Number(m.LooR2, st.Share),
	}
	p := row.PerHead
	if p == nil {
		empty := layout.Text("", st.Text)
		return append(cells, empty, empty, empty, empty)
	}
	return append(cells, layout.Text(p.Group, st.After), b.cell.Number(p.Actual, st.Kr),
		b.cell.Number(p.Expected, st.Kr), b.cell.Number(p.Others, st.Kr))
}
