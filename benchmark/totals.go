package benchmark

import (
	"cmp"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// RowsBySize returns the rows of the report's first municipality, sorted by spending. The area
// that it spends most on stands first. The parts of an area stand right below it, the largest
// first. Areas without a figure stand last.
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
	// Areas form a tree. The way to an area begins with the area at the top that it is a part
	// of, and ends with the area itself. Areas are sorted as their ways are: by the first
	// step in which two ways differ, and a whole before its parts. Every way ends, because a
	// part has fewer accounts than its whole.
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
			return cmp.Or(vector.Compare(-one[k].SpendingKr(), -other[k].SpendingKr()),
				cmp.Compare(order[one[k].Area], order[other[k].Area]))
		}
		return cmp.Compare(len(one), len(other))
	})
	return sorted
}

// Totals has one municipality's differences added up. The areas of service have one total.
// Areas that the plan says are not service, such as transfers, have another. The two are never
// added, because a council decides little about the second.
type Totals struct{ Service, NotService Total }

// Total is a sum of differences.
type Total struct {
	// NetKr is the sum of all differences, those below expected counted as negative.
	// PositiveKr is the sum of those above expected. It overstates what there is to find:
	// chance alone makes it positive, and spending in one area can replace spending in
	// another. Both are missing if no area has a difference.
	NetKr, PositiveKr float64

	// Areas is how many areas are added up. They have an expected level above zero, and no
	// account is in two of them.
	Areas    int
	Positive int // how many of them are above expected
}

// Totals adds up the differences of the report's first municipality. An area that is part of
// another is counted once, in that one. The area that is all service is not added to the rest.
func (r *Report) Totals() Totals {
	none := Total{NetKr: math.NaN(), PositiveKr: math.NaN()}
	totals := Totals{none, none}
	for _, row := range r.RowsBySize() {
		m := r.Model(row.Area)
		if math.IsNaN(row.Difference.Kr) || row.Expected.Level <= 0 || !r.AddsUp(m) {
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
