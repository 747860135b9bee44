package expected

import (
	"math"
	"runtime"
	"slices"
	"sync"

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

// SetRates finds the false discovery rates of models that were tested, over a family of
// tests. Q is that of being above the expected level, and QLow that of being below. Both
// are NaN if there is no test.
func SetRates(models []*Model, family Family) {
	if len(models) == 0 {
		return
	}
	municipalities := len(models[0].Tail)
	for _, m := range models {
		m.Q, m.QLow = vector.Missing(municipalities), vector.Missing(municipalities)
	}
	switch family {
	case OfMunicipality:
		eachPart(municipalities, func(from, to int) {
			var one tests
			for m := from; m < to; m++ {
				one = one[:0]
				for area := range models {
					one = one.add(models, area, m)
				}
				one.adjustTails(models)
			}
		})
	case OfArea:
		eachPart(len(models), func(from, to int) {
			var one tests
			for area := from; area < to; area++ {
				one = one[:0]
				for m := range municipalities {
					one = one.add(models, area, m)
				}
				one.adjustTails(models)
			}
		})
	default:
		all := make(tests, 0, len(models)*municipalities)
		for area := range models {
			for m := range municipalities {
				all = all.add(models, area, m)
			}
		}
		all.adjustTails(models)
	}
}

// eachPart divides 0 to n−1 into a part for each processor. It calls do for all parts at
// once.
func eachPart(n int, do func(from, to int)) {
	parts := min(n, runtime.GOMAXPROCS(0))
	var g sync.WaitGroup
	for i := range parts {
		g.Go(func() { do(i*n/parts, (i+1)*n/parts) })
	}
	g.Wait()
}

// test is the test of one municipality in one area. There may be millions, so
// it takes little room.
type test struct {
	tail    float64 // as in Model
	area, m int32
}

// tests are a family.
type tests []test

// add adds the test of a municipality in an area, where there is one.
func (family tests) add(models []*Model, area, m int) tests {
	if tail := models[area].Tail[m]; !math.IsNaN(tail) {
		return append(family, test{tail, int32(area), int32(m)})
	}
	return family
}

// adjustTails sets the false discovery rates of a family: for being above, and for
// being below, whose p-values are in the opposite order. They are the adjusted
// p-values of k tests, q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·k/j (Benjamini & Hochberg
// 1995; R: p.adjust, method "BH").
func (family tests) adjustTails(models []*Model) {
	// In order of tail stand those below, the nearest to their expected level
	// first, then those above, the farthest first.
	slices.SortFunc(family, func(a, b test) int {
		switch { // no tail is NaN, so this is [cmp.Compare] in less time
		case a.tail < b.tail:
			return -1
		case a.tail > b.tail:
			return 1
		}
		// −0 is before 0
		return int(math.Float64bits(b.tail)>>63) - int(math.Float64bits(a.tail)>>63)
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
