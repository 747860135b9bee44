package excel

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// signs says what the words and signs mean that stand alone in cells, and the
// abbreviations in the names of the report's areas.
func (b *book) signs(s *sheet) {
	s.paragraphs(b, headSigns, signs...)
	for _, r := range reservationMeanings {
		s.wrapped(b, signIs.With(capital(reservationWords[r.code].In(b.lang)), r.meaning).In(b.lang))
	}
	for _, a := range abbreviations {
		short := a.short.In(b.lang)
		if slices.ContainsFunc(b.report.Models, func(m benchmark.Model) bool { return strings.Contains(m.Name, short) }) {
			s.wrapped(b, signIs.With(short, a.long).In(b.lang))
		}
	}
}

// forPrint says which of the sheets are for the meeting, which for those who ask,
// and which for the screen.
func (b *book) forPrint(s *sheet) {
	if b.own == "" {
		return
	}
	there := func(names ...lang.Phrase) (list lang.List) {
		for _, name := range names {
			if slices.Contains(b.file.GetSheetList(), name.In(b.lang)) {
				list = append(list, name.In(b.lang))
			}
		}
		return list
	}
	s.paragraphs(b, headPrint)
	s.wrapped(b, printThis.With(there(sheetOverview, sheetHeadroom)).In(b.lang))
	s.wrapped(b, printNot.With(there(sheetSensitivity, sheetYears, sheetActivity, sheetQuality, sheetCorrections, sheetMethod)).In(b.lang))
}
