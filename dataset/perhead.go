package dataset

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// perHead is an indicator per inhabitant. It follows from an indicator of amounts and the
// population.
type perHead struct {
	total     int // the position of the indicator of amounts
	indicator Indicator
	plain     bool // the amounts stand in a table that somebody made
}

// dividePerHead computes figures per inhabitant that no file has, but that follow from the
// amounts and the population of the same year. A warning says so. Where no source counts
// the people, it uses the data set beneath. It also tells which of the wanted indicators
// cannot be computed.
//
// Where another source has the figure per inhabitant, the two are the same account. Beyond
// rounding they are held against each other as any figures of two sources are: the later
// source counts, and without an order it is an error. A publisher's own division goes before
// one that is made here.
func (b *Builder) dividePerHead(population string, beneath *Dataset, wanted []string) {
	if len(b.perHeads) == 0 {
		return
	}
	// The IDs that were computed, and those that could not be, by the source of the
	// amounts.
	made, left := map[string][]string{}, map[string][]string{}
	var without []string          // the years whose population nobody knows
	plain := map[string]bool{}    // the sources that somebody made
	dateless := map[string]bool{} // those whose amounts have no year
	for _, i := range slices.Sorted(maps.Keys(b.perHeads)) {
		p := b.perHeads[i]
		any := false
		for year := range b.years {
			if !b.hasFigures(b.indicators[p.total].ID, year) {
				continue
			}
			amounts := b.ensureColumn(year, p.total)
			divided := false
			for m := range amounts.values {
				v := amounts.values[m] / b.countPeople(population, m, year, beneath)
				if b.hasFigure(p.indicator.ID, m, year) {
					divided = true
					if b.isPublished(p.indicator.ID, m, year, v, amounts.from[m]) {
						continue
					}
				}
				if math.IsNaN(v) || math.IsInf(v, 0) {
					continue
				}
				any, divided = true, true
				to := b.ensureIndicator(p.indicator.ID)
				b.describeIndicator(to, p.indicator)
				if !b.setFigure(m, year, to, v, amounts.from[m], p.indicator.ID) {
					return
				}
			}
			if !divided && slices.Contains(wanted, p.indicator.ID) {
				left[p.indicator.Source] = append(left[p.indicator.Source], p.indicator.ID)
				if b.years[year] == Undated {
					dateless[p.indicator.Source] = true
				} else {
					without = append(without, fmt.Sprint(sayYears([]int{b.years[year]})))
				}
			}
		}
		if any {
			made[p.indicator.Source] = append(made[p.indicator.Source], p.indicator.ID)
			plain[p.indicator.Source] = p.plain
		}
	}
	slices.Sort(without)
	for _, source := range slices.Sorted(maps.Keys(left)) {
		message := notDividedPerHead.With(table.ListSome(left[source]), population,
			lang.List(slices.Compact(without)))
		if dateless[source] {
			message = undatedPerHead.With(table.ListSome(left[source]))
		}
		b.problems.add(&Problem{Kind: NotThere, Source: source, Text: left[source][0],
			message: message})
	}
	for _, source := range slices.Sorted(maps.Keys(made)) {
		phrase := dividedPublished
		if plain[source] {
			phrase = dividedPerHead
		}
		b.problems.add(&Problem{Kind: ConvertedUnit, Source: source, Text: made[source][0],
			message: phrase.With(table.ListSome(made[source]), population)})
	}
}

// isPublished says whether a figure per inhabitant stays that of the source which has it so,
// and is not replaced by one that was computed from amounts. It notes where a later source's
// published figure goes before other amounts.
func (b *Builder) isPublished(id string, m, year int, computed float64, from origin) bool {
	i := b.ids[id]
	c := b.columns[i][year]
	published, before := c.values[m], c.from[m]
	rounding := max(1, 0.001*math.Abs(published)) // of amounts in 1,000 kr. and of whole kr.
	switch {
	case before.source == from.source || !(math.Abs(computed-published) > rounding):
		return true
	case b.isLater(before, from):
		b.noteReplaced(m, year, i, computed, published, from, before)
		return true
	}
	return false
}

// hasFigure says whether an indicator has a figure of a municipality in a year, both by
// position.
func (b *Builder) hasFigure(id string, m, year int) bool {
	i, ok := b.ids[id]
	if !ok || !b.hasFigures(id, year) {
		return false
	}
	c := b.columns[i][year]
	return m < len(c.values) && isKnown(c.values[m])
}

// countPeople returns how many people a municipality has in a year, both by position. It
// takes the number that a source gives, or else that of the data set beneath.
func (b *Builder) countPeople(population string, m, year int, beneath *Dataset) float64 {
	if people, ok := b.ids[population]; ok && b.hasFigures(population, year) {
		if c := b.columns[people][year]; m < len(c.values) && isKnown(c.values[m]) {
			return c.values[m]
		}
	}
	return beneath.Value(b.municipalities[m].Code, b.years[year], population)
}

// hasFigures says whether an indicator has any figure in a year, by position.
func (b *Builder) hasFigures(id string, year int) bool {
	i, ok := b.ids[id]
	return ok && i < len(b.columns) && year < len(b.columns[i]) && b.columns[i][year] != nil &&
		slices.ContainsFunc(b.columns[i][year].values, isKnown)
}
