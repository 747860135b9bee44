package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/lang"
)

// mostQuestions is the most questions about one area.
const mostQuestions = 3

// Questions returns two or three questions for a meeting to ask about a candidate, the most
// telling first. They follow from the row's numbers. A row that is not a candidate has one
// question if its difference leapt from one year to the next, and none if it did not.
func (r *Report) Questions(row *Row) (list []lang.Localized) {
	if row == nil {
		return nil
	}
	if !row.Candidate {
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

// A question looks at a row. It returns its words, and whether it should be asked.
type question func(*Report, *Row) (lang.Localized, bool)

// questions lists all questions in order of preference. The last two fit any candidate.
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

// nameMunicipalities returns the names of the municipalities with some codes.
func (r *Report) nameMunicipalities(codes []string) (names []string) {
	for _, code := range codes {
		if m, ok := r.data.Find(code); ok {
			names = append(names, r.data.Municipalities()[m].Name)
		}
	}
	return names
}
