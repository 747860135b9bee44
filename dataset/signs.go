package dataset

import (
	"cmp"
	"slices"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of figures below 0, beside the municipality's own. A refund may be larger than
// the little that is spent beside it; one as large as what is spent is a sign that is reversed.
const (
	likeReversed = 0.7
	worthRemark  = 0.3
)

// findSigns tells of figures that are below 0, and of drivers and sizes that are 0, where
// nearly all are above. Zeros of spending are returned, since it depends on how many accounts
// of a municipality have them: see [inspection.tellZeros].
func (in *inspection) findSigns(s *series) (zeros []plausible.Sign) {
	found := s.FindSigns()
	for _, t := range found.Reversed {
		in.tell(s.id, signsReversed.With(s.id, sayYears(s.years[t:t+1])))
	}
	for _, one := range found.Below {
		message := figureBelow.With(s.describe(in, one)...)
		year := s.years[one.Year : one.Year+1]
		switch {
		case !s.changes, !one.Before && one.Size >= likeReversed:
			in.tell(s.id, message)
		case !one.Before && one.Size >= worthRemark:
			in.press(s.id, year, in.municipalities[one.Municipality].Code, message)
		}
	}
	for _, one := range found.Zeros {
		switch {
		case one.Size < worthRemark, one.Before && s.changes:
		case s.changes:
			zeros = append(zeros, one)
		default:
			in.tell(s.id, figureIsZero.With(s.describe(in, one)...))
		}
	}
	return zeros
}

// describe returns the facts of a figure with a sign that it should not have.
func (s *series) describe(in *inspection, one plausible.Sign) []any {
	m := in.municipalities[one.Municipality]
	year := s.years[one.Year]
	return []any{s.id, m.Name, sayYears([]int{year}), plain(in.Value(m.Code, year, s.id))}
}

// severalZeros is with how many zeros a municipality's row, or an account's column, is of
// missing figures. One account or two are posted elsewhere now and then.
const severalZeros = 3

// tellZeros remarks on the accounts where a municipality spends nothing, and spent in other
// years as nearly all do. Where they are several of a municipality, or several municipalities
// of an account, the figures are missing.
func (in *inspection) tellZeros(all []*series) {
	type row struct{ m, year int }
	rows := map[row][]string{}
	var order []row
	for _, s := range all {
		told := in.tellZerosOfAccount(s)
		for _, one := range s.zeros {
			if told[s.years[one.Year]] {
				continue
			}
			r := row{one.Municipality, s.years[one.Year]}
			if rows[r] == nil {
				order = append(order, r)
			}
			rows[r] = append(rows[r], s.id)
		}
	}
	slices.SortFunc(order, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.m, b.m), cmp.Compare(a.year, b.year))
	})
	for _, r := range order {
		ids := rows[r]
		year := []int{r.year}
		of := in.municipalities[r.m]
		if len(ids) >= severalZeros {
			in.tell(ids[0], accountsAreZero.With(of.Name, sayYears(year), lang.List(ids)))
			continue
		}
		for _, id := range ids {
			in.press(id, year, of.Code, figureIsZero.With(id, of.Name, sayYears(year), "0"))
		}
	}
}

// tellZerosOfAccount tells of the years where several municipalities have 0 on an account, and
// returns them.
func (in *inspection) tellZerosOfAccount(s *series) map[int]bool {
	told := map[int]bool{}
	for t, year := range s.years {
		var names lang.List
		for _, one := range s.zeros {
			if one.Year == t {
				names = append(names, in.municipalities[one.Municipality].Name)
			}
		}
		if len(names) >= severalZeros {
			in.tell(s.id, accountIsZero.With(s.id, len(names), sayYears([]int{year}), names))
			told[year] = true
		}
	}
	return told
}
