package dataset

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// tellBreaks warns of indicators that a break in time is in the middle of: the
// data have years before it and after it.
func (b *Builder) tellBreaks(catalogue Catalogue) {
	if catalogue == nil {
		return
	}
	type span struct{ first, last int }
	spans := map[string]span{} // of the years of each table
	table := func(id string) string { t, _, _ := strings.Cut(id, "."); return t }
	for i, years := range b.columns {
		for t, c := range years {
			if y := b.years[t]; c != nil && y != Undated && slices.ContainsFunc(c.values, known) {
				s, ok := spans[table(b.indicators[i].ID)]
				if !ok {
					s = span{y, y}
				}
				spans[table(b.indicators[i].ID)] = span{min(s.first, y), max(s.last, y)}
			}
		}
	}
	type key struct {
		year int
		note lang.Phrase
	}
	touched := map[key][]int{}
	var order []key
	for i, ind := range b.indicators {
		s, ok := spans[table(ind.ID)]
		if !ok || i >= len(b.columns) {
			continue
		}
		for _, brk := range catalogue.Breaks(ind.ID) {
			k := key{brk.Year, brk.Note}
			if s.first >= brk.Year || s.last < brk.Year {
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
		b.problems.add(&Problem{
			Kind: TimeBreak, Source: b.indicators[touched[k][0]].Source, Text: ids[0],
			message: crossesBreak.With(k.year, some(ids), lang.Message{Phrase: k.note}),
		})
	}
}
