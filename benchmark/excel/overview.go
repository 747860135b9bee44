package excel

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// mostCandidates is how many candidates the overview of all municipalities
// shows.
const mostCandidates = 1000

// overview is the sheet that is seen first.
func (b *book) overview() (*sheet, error) {
	s := &sheet{name: sheetOverview, header: 4, oneTable: true, fixed: 1, heights: map[int]float64{4: 64}}
	var who string
	var rows []benchmark.Row
	total := 0
	if b.own == "" {
		who = allMunicipalities.In(b.lang)
		rows, total = b.report.Strongest(mostCandidates)
	} else {
		one, ok := b.report.Only(b.own)
		if !ok {
			return nil, fmt.Errorf("excel: the report has no municipality %q", b.own)
		}
		who = one.Municipalities()[0].Name
		for row := range one.Rows() {
			rows = append(rows, row)
		}
	}
	title := who + ", " + b.period()
	if b.report.Title != "" {
		title = b.report.Title + ": " + title
	}
	lead := leadOne.In(b.lang)
	if b.own == "" {
		lead = leadAll.With(len(rows), total).In(b.lang)
	}
	s.rows = [][]any{
		{text(title, b.style.title)},
		{text(lead, b.style.lead)},
		nil,
	}
	header := slices.Concat(
		b.header(columnArea, columnUnit),
		b.numberHeader(columnActual, columnExpected, columnLow, columnHigh, columnDeviation, columnPct, columnMillions, columnMillionsLow, columnMillionsHigh),
		b.header(columnGrade, columnReservations, columnRule),
		b.numberHeader(columnTarget, columnHeadroom, columnRank, columnRanked, columnRankChange, columnValueChange, columnLooR2),
	)
	header[19] = text(b.inPrices(columnValueChange), b.style.numberHeader)
	s.widths = []float64{27, 23, 10, 10, 11, 11, 10, 9, 9, 10, 10, 14, 22, 21, 10, 10, 9, 8, 12, 12, 12}
	if b.own == "" {
		header = append(b.header(columnMunicipality), header...)
		s.widths = append([]float64{20}, s.widths...)
		s.fixed = 2
	}
	s.rows = append(s.rows, header)
	for _, row := range rows {
		cells := b.overviewRow(&row)
		if b.own == "" {
			cells = append([]any{text(row.Name, b.style.text)}, cells...)
		}
		s.rows = append(s.rows, cells)
		s.fit(b)
	}
	s.filter = len(rows)
	if b.own != "" {
		one, _ := b.report.Only(b.own)
		s.paragraphs(b, headWarnings)
		for _, notice := range one.Notices() {
			s.wrapped(b, notice.In(b.lang))
		}
	}
	return s, nil
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
	rule, err := benchmark.ParseTarget(text)
	if err != nil {
		return text
	}
	return rule.In(b.lang)
}

func (b *book) overviewRow(row *benchmark.Row) []any {
	m := b.report.Model(row.Area)
	st := &b.style
	name := text(m.Name, st.text)
	if m.PartOf != "" && b.own != "" {
		name.StyleID = st.indent
	}
	grade := string(row.Grade)
	return []any{
		name,
		text(m.Unit, st.text),
		b.number(row.Actual, st.kr),
		b.number(row.Expected, st.kr),
		b.number(row.Low, st.kr),
		b.number(row.High, st.kr),
		b.number(row.Deviation, st.signedKr),
		b.number(row.DeviationPct/100, st.pct),
		b.number(row.DifferenceKr/1e6, st.signedMillions),
		b.number(row.DifferenceLowKr/1e6, st.signedMillions),
		b.number(row.DifferenceHighKr/1e6, st.signedMillions),
		b.words(gradeMarks[grade], st.grade[grade]),
		text(b.reservations(row), st.wrap),
		text(b.rule(row.TargetRule), st.text),
		b.number(row.Target, st.kr),
		b.number(row.HeadroomKr/1e6, st.millions),
		b.count(row.Rank),
		b.count(row.Ranked),
		b.number(row.RankChange, st.signedWhole),
		b.number(row.ValueChange, st.signedKr),
		b.number(m.LooR2, st.share),
	}
}

// period is the year or years compared.
func (b *book) period() string {
	r := b.report
	switch {
	case r.Year == dataset.Undated:
		return noYear.In(b.lang)
	case len(r.Years) > 1:
		return strconv.Itoa(r.Years[0]) + "-" + strconv.Itoa(r.Year)
	}
	return strconv.Itoa(r.Year)
}
