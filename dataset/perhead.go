package dataset

import (
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
)

// perHead is an indicator per inhabitant that another, of amounts, makes with
// the population.
type perHead struct {
	total     int // the other's position
	indicator Indicator
}

// dividePerHead makes the figures per inhabitant that no file has but that follow
// from amounts and the population of the year, and says so.
func (b *Builder) dividePerHead(population string) {
	people, ok := b.ids[population]
	if !ok || len(b.perHeads) == 0 {
		return
	}
	made := map[string][]string{} // IDs, by the source of the amounts
	for _, i := range slices.Sorted(maps.Keys(b.perHeads)) {
		p := b.perHeads[i]
		any := false
		for year := range b.years {
			if b.has(p.indicator.ID, year) || !b.has(population, year) || !b.has(b.indicators[p.total].ID, year) {
				continue
			}
			heads, amounts := b.column(year, people), b.column(year, p.total)
			for m := range min(len(heads.values), len(amounts.values)) {
				v := amounts.values[m] / heads.values[m]
				if math.IsNaN(v) || math.IsInf(v, 0) {
					continue
				}
				any = true
				to := b.indicator(p.indicator.ID)
				b.learn(to, p.indicator)
				if !b.set(m, year, to, v, amounts.from[m], p.indicator.ID) {
					return
				}
			}
		}
		if any {
			made[p.indicator.Source] = append(made[p.indicator.Source], p.indicator.ID)
		}
	}
	for _, source := range slices.Sorted(maps.Keys(made)) {
		b.problems.add(&Problem{Kind: ConvertedUnit, Source: source, Text: made[source][0], message: dividedPerHead.With(table.ListSome(made[source]), population)})
	}
}

// has says whether an indicator has a figure in a year, by position.
func (b *Builder) has(id string, year int) bool {
	i, ok := b.ids[id]
	return ok && i < len(b.columns) && year < len(b.columns[i]) && b.columns[i][year] != nil && slices.ContainsFunc(b.columns[i][year].values, known)
}
