package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/lang"
)

// signs says what the words and signs mean that stand alone in cells, and the
// abbreviations in the names of the report's areas.
func (b *book) signs(s *layout.Sheet) {
	s.Paragraphs(b.cell, headSigns, signs...)
	for _, r := range reservationMeanings {
		if len(b.report.Corrections) == 0 && (r.code == benchmark.Corrected || r.code == benchmark.CorrectedSomeYears) {
			continue // nor is there a sheet of them
		}
		s.Wrapped(b.cell, signIs.With(capital(reservationWords[r.code].In(b.lang)), r.meaning).In(b.lang))
	}
	for _, a := range abbreviations {
		short := a.short.In(b.lang)
		if slices.ContainsFunc(b.report.Models, func(m benchmark.Model) bool { return strings.Contains(m.Name, short) }) {
			s.Wrapped(b.cell, signIs.With(short, a.long).In(b.lang))
		}
	}
}

// reserved says what a row is to be read with, in full: by the report's warning of
// the municipality where there is one. What the model as a whole has is said there.
func (b *book) reserved(row *benchmark.Row) string {
	var words []string
	for _, w := range b.one.Warnings {
		if w.Area == row.Area && w.Municipality == row.Municipality {
			words = append(words, capital(w.In(b.lang)))
		}
	}
	for _, r := range reservationMeanings {
		warned := slices.ContainsFunc(b.one.Warnings, func(w benchmark.Warning) bool { return w.Code == r.code && w.Area == row.Area })
		if slices.Contains(row.Reservations, r.code) && r.code != benchmark.ExplainsNothing && !warned {
			words = append(words, capital(r.meaning.In(b.lang)))
		}
	}
	return strings.Join(words, " ")
}

// forPrint says which of the sheets are for the meeting, which for those who ask,
// and which for the screen.
func (b *book) forPrint(s *layout.Sheet) {
	if b.own == "" {
		return
	}
	there := func(names ...lang.Phrase) (list lang.List) {
		for _, name := range names {
			if b.out.Has(name.In(b.lang)) {
				list = append(list, name.In(b.lang))
			}
		}
		return list
	}
	s.Paragraphs(b.cell, headPrint)
	s.Wrapped(b.cell, printThis.With(there(sheetOverview, sheetHeadroom)).In(b.lang))
	s.Wrapped(b.cell, printNot.With(there(sheetSensitivity, sheetYears, sheetActivity, sheetQuality, sheetCorrections, sheetMethod)).In(b.lang))
}
