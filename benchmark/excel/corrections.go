package excel

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/dataset"
)

// layOutCorrections lays out the sheet of the corrections. It has a row for each
// area that a correction changes, and one for a correction that changes none. What people
// wrote stays text, whatever sign it begins with.
func (b *book) layOutCorrections() *layout.Sheet {
	st := b.style
	s := &layout.Sheet{
		Frame:  layout.Frame{Header: 4, OneTable: true, Titles: 1},
		Fixed:  1,
		Widths: []float64{16, 7, 26, 14, 24, 18, 11, 11, 38, 16, 11.5, 20},
	}
	header := b.cell.Header(phrase.ColumnMunicipality, phrase.ColumnYear, phrase.ColumnCorrected)
	header = append(header, b.cell.NumberHeader(phrase.ColumnAmount)...)
	header = append(header, b.cell.Words(phrase.ColumnArea, st.AfterHeader),
		b.cell.Words(phrase.ColumnUnit, st.Header))
	header = append(header, b.cell.NumberHeader(phrase.ColumnBefore, phrase.ColumnAfter)...)
	header = append(header, b.cell.Words(phrase.ColumnReason, st.AfterHeader))
	header = append(header, b.cell.Header(phrase.ColumnBy, phrase.ColumnDate,
		phrase.ColumnCorrectedID)...)
	s.Rows = [][]any{
		{layout.Text(phrase.TitleCorrections.In(b.lang), st.Title)},
		{layout.Text(phrase.LeadCorrections.In(b.lang), st.Lead)},
		nil,
		header,
	}
	s.Rows[2] = []any{b.makeBackLink(s, 2)}
	s.FitHeadings()
	for _, k := range b.report.Corrections {
		effects := k.Effects
		if len(effects) == 0 {
			effects = []benchmark.Effect{{Before: math.NaN(), After: math.NaN()}}
		}
		year := phrase.NoYear.In(b.lang)
		if k.Year != dataset.Undated {
			year = strconv.Itoa(k.Year)
		}
		named := max(0, slices.IndexFunc(effects,
			func(e benchmark.Effect) bool { return e.Area == k.Area }))
		for i, e := range effects {
			var amount any // only once for each correction, so that the column can be added up
			if i == named {
				amount = b.cell.Number(k.AmountKr, st.SignedKr)
			}
			s.Rows = append(s.Rows, []any{
				layout.Text(k.Name, st.Wrap), layout.Text(year, st.Text),
				layout.Text(k.Of, st.Wrap), amount,
				layout.Text(e.Name, st.After), layout.Text(e.Unit, st.Wrap),
				b.cell.Number(e.Before, st.Kr), b.cell.Number(e.After, st.Kr),
				layout.Text(k.Reason, st.After), layout.Text(k.By, st.Wrap),
				layout.Text(k.Date.In(b.lang), st.Text), layout.Text(k.Area+k.Account, st.Fine),
			})
			s.Fit(b.cell)
			s.Filter++
		}
	}
	return s
}
