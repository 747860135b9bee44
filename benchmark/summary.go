package benchmark

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/lang"
)

// Summary says in one sentence what a row's numbers are: how far the
// municipality is from what is expected, how sure that is, how it has lasted,
// in how many models it holds, and what it consists of. It says nothing that
// the row does not have. Nil where there is no expected level.
func (r *Report) Summary(row *Row) lang.Localized {
	if row == nil {
		return nil
	}
	m := r.Model(row.Area)
	if m == nil || math.IsNaN(row.Difference.Kr) {
		return nil
	}
	var parts sentence
	area := lang.Localized(lang.Phrase{DA: m.Name, EN: m.Name})
	if whole := r.Model(m.PartOf); whole != nil {
		area = summaryPart.With(m.Name, whole.Name)
	}
	opening := summaryAbove.With(row.Name, newOneDecimal(row.Deviation.Pct),
		newMillions(row.Difference.Kr), area)
	switch {
	case math.IsNaN(row.Deviation.Pct): // of an expected level that is not above zero
		opening = summaryKr.With(row.Name,
			lang.Number{Value: row.Difference.Kr / 1e6, Decimals: 1, Signed: true}, area)
	case row.Deviation.Pct < 0:
		opening = summaryBelow.With(row.Name, newOneDecimal(-row.Deviation.Pct),
			newMillions(-row.Difference.Kr), area)
	}
	if !math.IsNaN(row.Expected.Low) && !math.IsNaN(row.Deviation.Pct) {
		low := 100 * (row.Actual - row.Expected.High) / row.Expected.Level
		high := 100 * (row.Actual - row.Expected.Low) / row.Expected.Level
		opening = summaryInterval.With(opening, newOneDecimal(low), newOneDecimal(high))
	}
	parts = append(parts, opening)
	lasted := row.Persistence != nil && row.Persistence.N > 1
	held := row.Curve != nil && row.Curve.Models > 0
	switch {
	case lasted && held:
		parts = append(parts, summaryBoth.With(row.Persistence.YearsAbove, row.Persistence.N,
			lang.Number{Value: 100 * row.Curve.ShareAbove}))
	case lasted:
		parts = append(parts, summaryYears.With(row.Persistence.YearsAbove, row.Persistence.N))
	case held:
		parts = append(parts, summaryModels.With(lang.Number{Value: 100 * row.Curve.ShareAbove}))
	}
	if p := row.Persistence; p != nil && p.JumpYear != 0 {
		parts = append(parts, describeLeap(p, summaryRise, summaryFall))
	}
	if a := row.Activity; a != nil && !math.IsNaN(a.ActivityKr) {
		parts = append(parts,
			summarySplit.With(newMillions(a.ActivityKr), newMillions(a.UnitCostKr)))
	}
	if m.NotService {
		parts = append(parts, summaryNotService)
	}
	far := slices.Contains(row.Reservations, Extrapolation)
	weak := slices.Contains(row.Reservations, ExplainsNothing)
	switch {
	case far && weak:
		parts = append(parts, summaryFarWeak)
	case far:
		parts = append(parts, summaryFar)
	case weak:
		parts = append(parts, summaryWeak)
	}
	return parts
}

// mostQuestions is how many questions a meeting gets of one area.
const mostQuestions = 3

// Questions are two or three questions for the meeting that a candidate's
// numbers give rise to, the most telling first. A row that is no candidate has
// one where its difference leapt from one year to the next, and otherwise none.
func (r *Report) Questions(row *Row) (list []lang.Localized) {
	if row == nil {
		return nil
	}
	if !row.Grade.Candidate() {
		if message, asked := askAboutLeap(r, row); asked {
			list = append(list, message)
		}
		return list
	}
	for _, q := range questions {
		if message, asked := q(r, row); asked && len(list) < mostQuestions {
			list = append(list, message)
		}
	}
	return list
}

// A question looks at a row and says whether it is to be asked.
type question func(*Report, *Row) (lang.Localized, bool)

// questions are those there are, in the order they are preferred.
var questions = []question{
	func(_ *Report, row *Row) (lang.Localized, bool) {
		return askModel.With(), slices.Contains(row.Reservations, ExplainsNothing)
	},
	func(_ *Report, row *Row) (lang.Localized, bool) {
		return askFar.With(), slices.Contains(row.Reservations, Extrapolation)
	},
	func(_ *Report, row *Row) (lang.Localized, bool) {
		c := row.Curve
		if c == nil || c.Verdict != Fragile {
			return nil, false
		}
		return askFragile.With(lang.Number{Value: 100 * c.ShareAbove}), true
	},
	askAboutLeap,
	func(_ *Report, row *Row) (lang.Localized, bool) {
		a := row.Activity
		return askActivity.With(), a != nil && a.ActivityKr > 0 && a.ActivityKr >= a.UnitCostKr
	},
	func(_ *Report, row *Row) (lang.Localized, bool) {
		a := row.Activity
		return askPrice.With(), a != nil && a.UnitCostKr > 0 && a.UnitCostKr > a.ActivityKr
	},
	func(r *Report, row *Row) (lang.Localized, bool) {
		for _, q := range row.Quality {
			if names := r.nameMunicipalities(q.CheaperAsGood); len(names) > 0 {
				return askQuality.With(nameFew(names), q.Name), true
			}
		}
		return nil, false
	},
	func(_ *Report, row *Row) (lang.Localized, bool) {
		p := row.Persistence
		if p == nil || p.N < expected.LeastYears || p.YearsAbove < p.N || p.JumpYear != 0 {
			return nil, false
		}
		return askLasting.With(p.N), true
	},
	func(r *Report, row *Row) (lang.Localized, bool) {
		p := row.Persistence
		if p == nil || p.N < expected.LeastYears || p.YearsAbove > 1 || p.JumpYear != 0 {
			return nil, false
		}
		return askNew.With(r.Year), true
	},
	func(*Report, *Row) (lang.Localized, bool) { return askPosting.With(), true },
	func(*Report, *Row) (lang.Localized, bool) { return askService.With(), true },
}

// askAboutLeap asks what happened in the year that a difference leapt.
func askAboutLeap(_ *Report, row *Row) (lang.Localized, bool) {
	p := row.Persistence
	if p == nil || p.JumpYear == 0 {
		return nil, false
	}
	return describeLeap(p, askRise, askFall), true
}

// describeLeap says a leap of the difference by the word for its direction.
func describeLeap(p *Persistence, rise, fall lang.Phrase) lang.Localized {
	if p.JumpPct < 0 {
		rise = fall
	}
	return rise.With(newOneDecimal(math.Abs(p.JumpPct)), p.JumpYear)
}

// nameMunicipalities are the names of municipalities by their codes.
func (r *Report) nameMunicipalities(codes []string) (names []string) {
	for _, code := range codes {
		if m, ok := r.data.Find(code); ok {
			names = append(names, r.data.Municipalities()[m].Name)
		}
	}
	return names
}

// sentence is a sentence of parts, set off by semicolons.
type sentence []lang.Localized

// In returns the sentence.
func (s sentence) In(l lang.Language) string {
	parts := make([]string, len(s))
	for i, part := range s {
		parts[i] = part.In(l)
	}
	return strings.TrimSuffix(strings.Join(parts, "; "), ".") + "." // an abbreviation may end it
}

func newOneDecimal(v float64) lang.Number { return lang.Number{Value: v, Decimals: 1} }
func newMillions(v float64) lang.Number   { return lang.Number{Value: v / 1e6, Decimals: 1} }
