package dataset

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
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

// perHead is an indicator per inhabitant. It follows from an indicator of amounts and the
// population.
type perHead struct {
	total     int // the position of the indicator of amounts
	indicator Indicator
}

// dividePerHead computes figures per inhabitant that no file has, but that follow from the
// amounts and the population of the same year. A warning says so. Where no source counts
// the people, it uses the data set beneath. It also tells which of the wanted indicators
// cannot be computed.
func (b *Builder) dividePerHead(population string, beneath *Dataset, wanted []string) {
	if len(b.perHeads) == 0 {
		return
	}
	// The IDs that were computed, and those that could not be, by the source of the
	// amounts.
	made, left := map[string][]string{}, map[string][]string{}
	var without []string // the years whose population nobody knows
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
					divided = true // its publisher divided it
					continue
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
				without = append(without, fmt.Sprint(sayYears([]int{b.years[year]})))
			}
		}
		if any {
			made[p.indicator.Source] = append(made[p.indicator.Source], p.indicator.ID)
		}
	}
	slices.Sort(without)
	for _, source := range slices.Sorted(maps.Keys(left)) {
		b.problems.add(&Problem{Kind: NotThere, Source: source, Text: left[source][0],
			message: notDividedPerHead.With(table.ListSome(left[source]), population,
				lang.List(slices.Compact(without)))})
	}
	for _, source := range slices.Sorted(maps.Keys(made)) {
		b.problems.add(&Problem{Kind: ConvertedUnit, Source: source, Text: made[source][0],
			message: dividedPerHead.With(table.ListSome(made[source]), population)})
	}
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
