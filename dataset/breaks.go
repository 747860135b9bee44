package dataset

import (
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
)

// tellBreaks warns of each indicator that was read and whose figures cross a break in time:
// the data, with what lies beneath them, have years on both sides of it. It also warns of
// figures from years in which the indicator's subject did not exist.
func (b *Builder) tellBreaks(catalogue Catalogue, d *Dataset) {
	if catalogue == nil {
		return
	}
	spans := findTableYears(d)
	type key struct {
		Break
		outside bool
	}
	touched := map[key][]int{}
	var order []key
	for i, ind := range b.indicators {
		s, ok := spans[cutTable(ind.ID)]
		if !ok || i >= len(b.columns) {
			continue
		}
		for _, brk := range catalogue.Breaks(ind.ID) {
			crosses := s.first < brk.Year && (s.last >= brk.Year || brk.Latest && s.last > s.first)
			k := key{Break{Year: brk.Year, Latest: brk.Latest, Note: brk.Note}, false}
			if !brk.Latest && hasOutside(d, ind.ID, brk) {
				k, crosses = key{brk, true}, true
			}
			if !crosses {
				continue
			}
			if touched[k] == nil {
				order = append(order, k)
			}
			touched[k] = append(touched[k], i)
		}
	}
	for _, k := range order {
		var ids []string
		for _, i := range touched[k] {
			ids = append(ids, b.indicators[i].ID)
		}
		phrase := crossesBreak
		switch {
		case k.outside && k.Began:
			phrase = beforeItBegan
		case k.outside:
			phrase = afterItEnded
		case k.Latest:
			phrase = crossesUnsure
		}
		b.problems.add(&Problem{
			Kind: TimeBreak, Source: b.indicators[touched[k][0]].Source, Text: ids[0],
			message: phrase.With(strconv.Itoa(k.Year), table.ListSome(ids), k.Note),
		})
	}
}

// span is a range of years, both ends included.
type span struct{ first, last int }

// cutTable returns the table that an indicator belongs to.
func cutTable(id string) string { t, _, _ := strings.Cut(id, "."); return t }

// findTableYears returns the range of years that each table has figures for.
func findTableYears(d *Dataset) map[string]span {
	spans := map[string]span{}
	for _, ind := range d.indicators {
		for _, y := range d.years {
			if y == Undated || d.Column(ind.ID, y) == nil {
				continue
			}
			table := cutTable(ind.ID)
			s, ok := spans[table]
			if !ok {
				s = span{y, y}
			}
			spans[table] = span{min(s.first, y), max(s.last, y)}
		}
	}
	return spans
}

// hasOutside says whether an indicator has figures other than zero in years on the wrong
// side of its break.
func hasOutside(d *Dataset, id string, brk Break) bool {
	for _, y := range d.years {
		if y == Undated || (y < brk.Year) != brk.Began {
			continue
		}
		if slices.ContainsFunc(d.Column(id, y), func(v float64) bool { return isKnown(v) && v != 0 }) {
			return true
		}
	}
	return false
}
