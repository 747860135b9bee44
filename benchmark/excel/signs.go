package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/lang"
)

// addSigns explains the words and signs that stand alone in cells, and the abbreviations in
// the names of the report's areas.
func (b *book) addSigns(s *layout.Sheet) {
	s.Paragraphs(b.cell, phrase.HeadSigns, phrase.Signs...)
	for _, r := range phrase.ReservationMeanings {
		if len(b.report.Corrections) == 0 &&
			(r.Code == benchmark.Corrected || r.Code == benchmark.CorrectedSomeYears) {
			continue // there is no sheet that has them, either
		}
		s.Wrapped(b.cell, phrase.SignIs.With(capitalize(phrase.ReservationWords[r.Code].In(b.lang)),
			r.Meaning).In(b.lang))
	}
	for _, a := range phrase.Abbreviations {
		short := a.Short.In(b.lang)
		if slices.ContainsFunc(b.report.Models,
			func(m benchmark.Model) bool { return strings.Contains(m.Name, short) }) {
			s.Wrapped(b.cell, phrase.SignIs.With(short, a.Long).In(b.lang))
		}
	}
}

// explainReservation says in full with what reservation a row should be read. It is the
// report's warning about the municipality if there is one. What the model as a whole has is
// said there.
func (b *book) explainReservation(row *benchmark.Row) string {
	var words []string
	for _, w := range b.one.Warnings {
		if w.Area == row.Area && w.Municipality == row.Municipality {
			words = append(words, capitalize(w.In(b.lang)))
		}
	}
	for _, r := range phrase.ReservationMeanings {
		warned := slices.ContainsFunc(b.one.Warnings,
			func(w benchmark.Warning) bool { return w.Code == r.Code && w.Area == row.Area })
		if slices.Contains(row.Reservations, r.Code) && r.Code != benchmark.ExplainsNothing &&
			!warned {
			words = append(words, capitalize(r.Meaning.In(b.lang)))
		}
	}
	return strings.Join(words, " ")
}

// addPrintAdvice says which of the sheets are for the meeting, which for those who ask, and
// which for the screen.
func (b *book) addPrintAdvice(s *layout.Sheet) {
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
	s.Paragraphs(b.cell, phrase.HeadPrint)
	s.Wrapped(b.cell, phrase.PrintThis.With(there(phrase.SheetOverview,
		phrase.SheetHeadroom)).In(b.lang))
	s.Wrapped(b.cell, phrase.PrintNot.With(there(phrase.SheetSensitivity, phrase.SheetYears,
		phrase.SheetActivity, phrase.SheetQuality, phrase.SheetCorrections,
		phrase.SheetMethod)).In(b.lang))
}
