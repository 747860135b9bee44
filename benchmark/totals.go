package benchmark

import (
	"cmp"
	"math"
	"slices"
)

// RowsBySize returns the rows of the report's first municipality, the area that
// it spends most on first. The parts of an area stand below it, the largest
// first; what has no figure stands last.
func (r *Report) RowsBySize() []Row {
	if r.orEmpty().countAsked() == 0 {
		return nil
	}
	var rows []Row
	for _, c := range r.comparisons {
		rows = append(rows, r.layOutRow(c, r.findAsked(0)))
	}
	at := make(map[string]*Row, len(rows))
	for i := range rows {
		at[rows[i].Area] = &rows[i]
	}
	// A part's place is its way from the top: the area that it is a part of, and
	// so on; a part is smaller than its whole, so that the way ends.
	way := make(map[string][]*Row, len(rows))
	for i := range rows {
		var up []*Row
		row := &rows[i]
		for row != nil && !slices.Contains(up, row) {
			up = append(up, row)
			row = at[r.Model(row.Area).PartOf]
		}
		slices.Reverse(up)
		way[rows[i].Area] = up
	}
	order := make(map[string]int, len(rows))
	for i := range rows {
		order[rows[i].Area] = i
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Row) int {
		one, other := way[a.Area], way[b.Area]
		for k := range min(len(one), len(other)) {
			if one[k] == other[k] {
				continue
			}
			return cmp.Or(compareLargestFirst(one[k].SpendingKr(), other[k].SpendingKr()),
				cmp.Compare(order[one[k].Area], order[other[k].Area]))
		}
		return cmp.Compare(len(one), len(other))
	})
	return sorted
}

// compareLargestFirst orders figures from the largest, the missing last.
func compareLargestFirst(a, b float64) int {
	switch aMissing, bMissing := math.IsNaN(a), math.IsNaN(b); {
	case aMissing && bMissing:
		return 0
	case aMissing:
		return 1
	case bMissing:
		return -1
	}
	return cmp.Compare(b, a)
}

// Totals are one municipality's differences added up over its areas of service,
// and over those that the plan says are none, such as transfers: the two are
// never one figure, for a council decides little of the second.
type Totals struct{ Service, NotService Total }

// Total is a sum of differences.
type Total struct {
	// NetKr is all differences added up, those below expected taken from those
	// above. PositiveKr is those above alone, which overstates what there is to
	// find: chance alone makes it positive, and areas can replace each other.
	// Missing where no area has a difference.
	NetKr, PositiveKr float64

	Areas    int // with a difference from an expected level above zero, and added up once
	Positive int // of them above expected
}

// Totals adds up the differences of the report's first municipality. Parts are not added to the
// areas that they are parts of, no account is counted twice, and the whole is no part of a sum.
func (r *Report) Totals() Totals {
	none := Total{NetKr: math.NaN(), PositiveKr: math.NaN()}
	totals := Totals{none, none}
	for _, row := range r.RowsBySize() {
		m := r.Model(row.Area)
		if math.IsNaN(row.Difference.Kr) || row.Expected.Level <= 0 || !r.isAddedUp(m) {
			continue
		}
		total := &totals.Service
		if m.NotService {
			total = &totals.NotService
		}
		if total.Areas == 0 {
			total.NetKr, total.PositiveKr = 0, 0
		}
		total.Areas++
		total.NetKr += row.Difference.Kr
		if row.Difference.Kr > 0 {
			total.Positive++
			total.PositiveKr += row.Difference.Kr
		}
	}
	return totals
}
