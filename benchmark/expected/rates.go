package expected

import (
	"cmp"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// Family is the set of tests that a false discovery rate is controlled over.
type Family int

// The families.
const (
	OfMunicipality Family = iota // the areas of one municipality
	OfArea                       // the municipalities of one area
	OfAll                        // everything
)

// SetRates finds the false discovery rates Q and QLow of models that were tested,
// for being above and for being below, over a family of tests. NaN: there is no test.
func SetRates(models []*Model, family Family) {
	if len(models) == 0 {
		return
	}
	for _, m := range models {
		m.Q, m.QLow = vector.Missing(len(m.Tail)), vector.Missing(len(m.Tail))
	}
	var members tests
	add := func(area, m int) {
		if p := models[area].Tail[m]; !math.IsNaN(p) {
			members = append(members, test{p, int32(area), int32(m)})
		}
	}
	adjust := func() {
		members.adjust(models)
		members = members[:0]
	}
	switch family {
	case OfMunicipality:
		for m := range models[0].Tail {
			for i := range models {
				add(i, m)
			}
			adjust()
		}
	default: // one area at a time, or all at once
		if family == OfAll {
			members = make(tests, 0, len(models)*len(models[0].Tail))
		}
		for i, one := range models {
			for m := range one.Tail {
				add(i, m)
			}
			if family == OfArea {
				adjust()
			}
		}
		adjust()
	}
}

// test is the test of one municipality in one area. There may be millions, so
// it takes little room.
type test struct {
	tail    float64 // as in Model
	area, m int32
}

// tests are a family.
type tests []test

// adjust sets the false discovery rates of a family: for being above, and for
// being below, whose p-values are in the opposite order. They are the adjusted
// p-values of k tests, q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·k/j (Benjamini & Hochberg
// 1995; R: p.adjust, method "BH").
func (family tests) adjust(models []*Model) {
	// In order of tail stand those below, the nearest to their expected level
	// first, then those above, the farthest first.
	slices.SortFunc(family, func(a, b test) int {
		if c := cmp.Compare(a.tail, b.tail); c != 0 {
			return c
		}
		return cmp.Compare(math.Float64bits(b.tail)>>63, math.Float64bits(a.tail)>>63) // −0 is before 0
	})
	first := len(family) // of those above
	for first > 0 && !math.Signbit(family[first-1].tail) {
		first--
	}
	below, above := family[:first], family[first:]
	k := float64(len(family))

	least, rank := 1.0, k // from the largest p-value to the smallest
	for _, t := range slices.Backward(below) {
		least = min(least, k/rank*(1+t.tail))
		models[t.area].Q[t.m] = least
		rank--
	}
	for _, t := range slices.Backward(above) {
		least = min(least, k/rank*t.tail)
		models[t.area].Q[t.m] = least
		rank--
	}
	least, rank = 1, k
	for _, t := range above {
		least = min(least, k/rank*(1-t.tail))
		models[t.area].QLow[t.m] = least
		rank--
	}
	for _, t := range below {
		least = min(least, k/rank*-t.tail)
		models[t.area].QLow[t.m] = least
		rank--
	}
}
