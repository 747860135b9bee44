package dataset

import (
	"cmp"
	"maps"
	"slices"
)

// replacedKey is an indicator for which a later source has other figures than an earlier
// one, all by position.
type replacedKey struct {
	indicator int
	by, of    uint32
}

// isLater says whether one figure comes from a source of a higher order than another
// figure.
func (b *Builder) isLater(from, before origin) bool {
	return from.source > 0 && before.source > 0 &&
		b.sourceOrders[from.source-1] > b.sourceOrders[before.source-1]
}

// noteReplaced notes that a later source has another figure than an earlier one.
func (b *Builder) noteReplaced(
	municipality, year, indicator int, old, new float64, before, from origin,
) {
	key := replacedKey{indicator, from.source, before.source}
	d := b.replaced[key]
	if d == nil {
		d = &Difference{
			Indicator: b.indicators[indicator].ID,
			OwnFile:   b.nameSource(from), BeneathFile: b.nameSource(before),
		}
		if b.replaced == nil {
			b.replaced = map[replacedKey]*Difference{}
		}
		b.replaced[key] = d
	}
	d.add(b.municipalities[municipality], b.years[year], new, old)
}

// tellReplaced reports the figures that later sources have replaced.
func (b *Builder) tellReplaced() {
	keys := slices.SortedFunc(maps.Keys(b.replaced), func(x, y replacedKey) int {
		return cmp.Or(cmp.Compare(x.by, y.by), cmp.Compare(x.of, y.of),
			cmp.Compare(x.indicator, y.indicator))
	})
	for _, key := range keys {
		d := b.replaced[key]
		b.problems.add(&Problem{Kind: Differs, Text: d.Indicator, message: d.describe()})
	}
}
