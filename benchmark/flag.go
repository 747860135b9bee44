package benchmark

import (
	"cmp"
	"math"
	"slices"
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
func flag(comparisons []*comparison, family string) {
	if len(comparisons) == 0 {
		return
	}
	for _, c := range comparisons {
		c.q, c.qLow = missing(len(c.p)), missing(len(c.p))
	}
	var members []place
	adjust := func() {
		falseDiscoveryRates(members)
		members = members[:0]
	}
	add := func(c *comparison, m int) {
		if !math.IsNaN(c.p[m]) {
			members = append(members, place{c, m})
		}
	}
	switch family {
	case "municipality":
		for m := range comparisons[0].p {
			for _, c := range comparisons {
				add(c, m)
			}
			adjust()
		}
	default: // "area", or "all" at once
		for _, c := range comparisons {
			for m := range c.p {
				add(c, m)
			}
			if family == "area" {
				adjust()
			}
		}
		adjust()
	}
}

// place is one municipality in one area.
type place struct {
	c *comparison
	m int
}

// falseDiscoveryRates finds the rates of a family, for being above and for
// being below.
func falseDiscoveryRates(family []place) {
	p := make([]float64, len(family))
	for i, at := range family {
		p[i] = at.c.p[at.m]
	}
	for i, q := range benjaminiHochberg(p) {
		family[i].c.q[family[i].m] = q
	}
	for i, at := range family {
		p[i] = at.c.pLow[at.m]
	}
	for i, q := range benjaminiHochberg(p) {
		family[i].c.qLow[family[i].m] = q
	}
}

// benjaminiHochberg returns the adjusted p-values of a family of k tests,
// q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·k/j (Benjamini & Hochberg 1995; R: p.adjust,
// method "BH").
func benjaminiHochberg(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	q := make([]float64, len(p))
	least := 1.0
	for j, i := range slices.Backward(order) {
		least = min(least, float64(len(p))/float64(j+1)*p[i])
		q[i] = least
	}
	return q
}
