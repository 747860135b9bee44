package excel

import (
	"math"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// corrections is the sheet of the corrections ledger: a row for each area that
// a correction enters, and one for a correction that enters none. What people
// have written stands as text, whatever sign it begins with.
func (b *book) corrections() *sheet {
	st := &b.style
	s := &sheet{
		frame: frame{header: 4, oneTable: true},
		fixed: 2,
	}
	s.widths, s.columnTitles = []float64{9, 20, 8, 34, 24, 15, 50, 20, 12, 24, 23, 13, 13}, 3
	header := b.header(columnCode, columnMunicipality, columnYear, columnCorrected, columnCorrectedID)
	header = append(header, b.numberHeader(columnAmount)...)
	header = append(header, b.words(columnReason, st.afterHeader))
	header = append(header, b.header(columnBy, columnDate, columnArea, columnUnit)...)
	header = append(header, b.numberHeader(columnBefore, columnAfter)...)
	s.rows = [][]any{
		{text(titleCorrections.In(b.lang), st.title)},
		{text(leadCorrections.In(b.lang), st.lead)},
		nil,
		header,
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	s.spreadPages()
	for _, k := range b.report.Corrections {
		effects := k.Effects
		if len(effects) == 0 {
			effects = []benchmark.Effect{{Before: math.NaN(), After: math.NaN()}}
		}
		year := noYear.In(b.lang)
		if k.Year != dataset.Undated {
			year = strconv.Itoa(k.Year)
		}
		for _, e := range effects {
			s.rows = append(s.rows, []any{
				text(k.Municipality, st.text), text(k.Name, st.text), text(year, st.text),
				text(k.Of, st.wrap), text(k.Area+k.Account, st.wrap), b.number(k.AmountKr, st.signedKr),
				text(k.Reason, st.after), text(k.By, st.wrap), text(k.Date.In(b.lang), st.text),
				text(e.Name, st.text), text(e.Unit, st.text), b.number(e.Before, st.kr), b.number(e.After, st.kr),
			})
			s.fit(b)
			s.filter++
		}
	}
	return s
}
