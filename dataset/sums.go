package dataset

import (
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
)

// partial is a figure on the way to be added up.
type partial struct {
	value float64
	n     int32 // of parts so far
	line  uint32
	sign  uint64 // which parts they are
}

// finish sets the figures that were added up, where every part was there.
func (m *mapper) finish() {
	for _, key := range slices.Sorted(maps.Keys(m.targets)) {
		t := m.targets[key]
		years := max(1, len(m.years))
		short, doubled, line := 0, 0, 0
		for i, p := range t.sums {
			if p.n == 0 {
				continue
			}
			place, year := 0, m.undated
			if m.geography >= 0 {
				place = m.places[i/years]
			}
			if m.time >= 0 {
				year = m.years[i%years]
			}
			switch {
			case int(p.n) < t.parts:
				short++
				line = int(p.line)
				p.value = math.NaN()
			case int(p.n) > t.parts || p.sign != t.sign:
				doubled++
				line = int(p.line)
				continue
			}
			if !m.sink.builder.set(place, year, t.indicator, p.value, origin{m.sink.source, p.line}, m.cube.Column) {
				return
			}
		}
		id := m.sink.builder.indicators[t.indicator].ID
		if doubled > 0 {
			m.sink.problem(ConflictingCell, line, m.cube.Column, id, partTwice.With(table.Shorten(id), doubled))
		}
		if short > 0 {
			m.sink.problem(IncompleteSum, line, m.cube.Column, id, partsMissing.With(table.Shorten(id), t.parts, short))
		}
	}
}

// mix spreads the bits of a number, so that sums of different sets of numbers
// differ (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// signOf returns the sum of the marks of all combinations of the groups'
// members.
func (m *mapper) signOf(groups []*group) uint64 {
	var sum uint64
	var walk func(i int, sign uint64)
	walk = func(i int, sign uint64) {
		if i == len(groups) {
			sum += mix(sign)
			return
		}
		for _, v := range groups[i].members {
			walk(i+1, sign*31+mix(uint64(v)+1))
		}
	}
	walk(0, 0)
	return sum
}
