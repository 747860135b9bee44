package benchmark

import (
	"cmp"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// Grade says how a difference stands out. It is the same word in every
// language; outputs translate it.
type Grade string

// The grades. A candidate is above expected by at least the materiality
// limit, at a false discovery rate of at most 0.01, 0.05 or 0.10.
const (
	None     Grade = ""
	Possible Grade = "possible" // q ≤ 0.10
	Clear    Grade = "clear"    // q ≤ 0.05
	Marked   Grade = "marked"   // q ≤ 0.01
	Low      Grade = "low"      // below expected, at q ≤ 0.10 on that side
)

const (
	markedRate   = 0.01
	clearRate    = 0.05
	possibleRate = 0.10
)

// Candidate says whether the grade marks a candidate for headroom.
func (g Grade) Candidate() bool { return g == Possible || g == Clear || g == Marked }

// grade is the grade of a difference of so many kr. a year.
func grade(differenceKr, q, qLow, materiality float64) Grade {
	switch {
	case differenceKr > 0 && differenceKr >= materiality:
		switch {
		case q <= markedRate:
			return Marked
		case q <= clearRate:
			return Clear
		case q <= possibleRate:
			return Possible
		}
	case differenceKr < 0 && -differenceKr >= materiality && qLow <= possibleRate:
		return Low
	}
	return None
}

// flag finds the false discovery rates, above and below, over the family.
func flag(comparisons []*comparison, family plan.Family) {
	if len(comparisons) == 0 {
		return
	}
	for _, c := range comparisons {
		c.q, c.qLow = vector.Missing(len(c.tail)), vector.Missing(len(c.tail))
	}
	var members tests
	add := func(area, m int) {
		if p := comparisons[area].tail[m]; !math.IsNaN(p) {
			members = append(members, test{p, int32(area), int32(m)})
		}
	}
	adjust := func() {
		members.adjust(comparisons)
		members = members[:0]
	}
	switch family {
	case plan.ByMunicipality:
		for m := range comparisons[0].tail {
			for i := range comparisons {
				add(i, m)
			}
			adjust()
		}
	default: // "area", or "all" at once
		if family == plan.ByAll {
			members = make(tests, 0, len(comparisons)*len(comparisons[0].tail))
		}
		for i, c := range comparisons {
			for m := range c.tail {
				add(i, m)
			}
			if family == plan.ByArea {
				adjust()
			}
		}
		adjust()
	}
}

// test is the test of one municipality in one area. There may be millions, so
// it takes little room.
type test struct {
	tail    float64 // as in comparison
	area, m int32
}

// tests are a family.
type tests []test

// adjust sets the false discovery rates of a family: for being above, and for
// being below, whose p-values are in the opposite order. They are the adjusted
// p-values of k tests, q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·k/j (Benjamini & Hochberg
// 1995; R: p.adjust, method "BH").
func (family tests) adjust(comparisons []*comparison) {
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
		comparisons[t.area].q[t.m] = least
		rank--
	}
	for _, t := range slices.Backward(above) {
		least = min(least, k/rank*t.tail)
		comparisons[t.area].q[t.m] = least
		rank--
	}
	least, rank = 1, k
	for _, t := range above {
		least = min(least, k/rank*(1-t.tail))
		comparisons[t.area].qLow[t.m] = least
		rank--
	}
	for _, t := range below {
		least = min(least, k/rank*-t.tail)
		comparisons[t.area].qLow[t.m] = least
		rank--
	}
}
