package excel

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// corrections is the sheet of the corrections ledger: a row for each area that
// a correction enters, and one for a correction that enters none. What people
// have written stands as text, whatever sign it begins with.
func (b *book) corrections() *sheet {
	st := b.style
	s := &sheet{
		frame:  frame{header: 4, oneTable: true, titles: 1},
		fixed:  1,
		widths: []float64{16, 7, 26, 14, 24, 18, 11, 11, 38, 16, 11.5, 20},
	}
	header := b.cell.header(columnMunicipality, columnYear, columnCorrected)
	header = append(header, b.cell.numberHeader(columnAmount)...)
	header = append(header, b.cell.words(columnArea, st.afterHeader), b.cell.words(columnUnit, st.header))
	header = append(header, b.cell.numberHeader(columnBefore, columnAfter)...)
	header = append(header, b.cell.words(columnReason, st.afterHeader))
	header = append(header, b.cell.header(columnBy, columnDate, columnCorrectedID)...)
	s.rows = [][]any{
		{text(titleCorrections.In(b.lang), st.title)},
		{text(leadCorrections.In(b.lang), st.lead)},
		nil,
		header,
	}
	s.rows[2] = []any{b.back(s, 2)}
	s.fitHeadings()
	for _, k := range b.report.Corrections {
		effects := k.Effects
		if len(effects) == 0 {
			effects = []benchmark.Effect{{Before: math.NaN(), After: math.NaN()}}
		}
		year := noYear.In(b.lang)
		if k.Year != dataset.Undated {
			year = strconv.Itoa(k.Year)
		}
		named := max(0, slices.IndexFunc(effects, func(e benchmark.Effect) bool { return e.Area == k.Area }))
		for i, e := range effects {
			var amount any // once, so that the column can be added up
			if i == named {
				amount = b.cell.number(k.AmountKr, st.signedKr)
			}
			s.rows = append(s.rows, []any{
				text(k.Name, st.wrap), text(year, st.text), text(k.Of, st.wrap), amount,
				text(e.Name, st.after), text(e.Unit, st.wrap), b.cell.number(e.Before, st.kr), b.cell.number(e.After, st.kr),
				text(k.Reason, st.after), text(k.By, st.wrap), text(k.Date.In(b.lang), st.text), text(k.Area+k.Account, st.fine),
			})
			s.fit(b.cell)
			s.filter++
		}
	}
	return s
}
