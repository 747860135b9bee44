package dataset

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
	"github.com/raaderum/raaderum/lang"
)

// slip is a municipality's figure that is a power of ten from where it should be.
type slip struct {
	m     int
	years []int   // with such a figure
	told  int     // the year of the figure that is told
	by    float64 // the logarithm of its figure over the usual
	size  string  // that it is measured against; empty: the figure by itself
	doubt bool    // it may be right
}

// Spending does change: a small account that is posted elsewhere for a year falls to a
// hundredth, and one that comes back grows tenfold. So a hundredfold rise of it and a fall to
// a thousandth can hardly be right, and what is less is only unusual.
const (
	leastRise = 2.0 // of spending, as powers of ten
	leastFall = 3.0
)

// findSlips tells of a municipality's figures that are far from its own of other years, and of
// those that are far from all others'.
func (in *inspection) findSlips(s *series) {
	var slips []slip
	isTold := map[int]bool{}
	for _, one := range s.FindSlips() {
		power := math.Round(math.Abs(one.By))
		if !one.Power && s.changes {
			continue
		}
		isTold[one.Municipality] = true
		slips = append(slips, slip{m: one.Municipality, years: s.years[one.Year : one.Year+1],
			told: s.years[one.Year],
			by:   one.By, doubt: !one.Power || s.mayMove(one.By, power)})
	}
	in.tellSlips(s.id, figureSlips, slips)
	far := in.compareWithOthers(s)
	in.tellSlips(s.id, figureFar,
		slices.DeleteFunc(far, func(one slip) bool { return isTold[one.m] }))
}

// mayMove says whether spending may change by so many powers of ten.
func (s *series) mayMove(by, power float64) bool {
	return s.changes && (by > 0 && power < leastRise || by < 0 && power < leastFall)
}

// compareWithOthers returns the figures that are far from those of all other municipalities,
// by themselves or relative to a size, those of a municipality together.
func (in *inspection) compareWithOthers(s *series) []slip {
	found := map[int]*slip{}
	note := func(m, year int, by float64, size string) {
		power := math.Round(math.Abs(by))
		// What is no power of ten is an island or a city.
		doubt := math.Abs(math.Abs(by)-power) > 0.15 || in.municipalities[m].Atypical ||
			s.mayMove(by, power)
		one := found[m]
		if one == nil {
			one = &slip{m: m, doubt: true}
			found[m] = one
		}
		if !slices.Contains(one.years, year) {
			one.years = append(one.years, year)
		}
		if one.by == 0 || one.doubt {
			one.by, one.size, one.doubt, one.told = by, size, doubt, year
		}
	}
	for t, year := range s.years {
		for m, by := range plausible.FindFar(s.Logs[t]) {
			note(m, year, by, "")
		}
		for _, size := range in.listSizes(s, t) {
			quotients := plausible.Divide(s.Columns[t], in.Column(size, year))
			for m, by := range plausible.FindFar(plausible.TakeLogs(quotients)) {
				note(m, year, by, size)
			}
		}
	}
	list := make([]slip, 0, len(found))
	for _, one := range found {
		list = append(list, *one)
	}
	return list
}

// tellSlips tells of slips, and remarks on those that may be right.
func (in *inspection) tellSlips(id string, phrase lang.Phrase, slips []slip) {
	slices.SortFunc(slips, func(a, b slip) int {
		return cmp.Or(cmp.Compare(a.m, b.m), cmp.Compare(a.years[0], b.years[0]))
	})
	for _, s := range slips {
		m := in.municipalities[s.m]
		by := math.Pow(10, s.by)
		facts := []any{id, m.Name, sayYears([]int{s.told}),
			roundComputed(in.Value(m.Code, s.told, id)),
			lang.Number{Value: by, Decimals: chooseDecimals(by)}}
		message := phrase.With(facts...)
		if s.size != "" {
			message = figureFarPer.With(append(facts, s.size)...)
		}
		if len(s.years) > 1 {
			message = andInYears.With(message, sayYearsWithout(s.years, s.told))
		}
		if s.doubt {
			in.remark(id, s.years, m.Code, message)
		} else {
			in.tell(id, message)
		}
	}
}

// sayYearsWithout lists years but for one.
func sayYearsWithout(years []int, told int) lang.List {
	var list lang.List
	for _, year := range years {
		if year != told {
			list = append(list, fmt.Sprint(sayYears([]int{year})))
		}
	}
	return list
}
