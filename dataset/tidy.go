package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// tidy is the layout with one figure a row: municipality, year, indicator,
// value, and perhaps its unit. Other columns are ignored.
type tidy struct {
	*reader
	keys    keys
	columns []string
	undated int                          // the year's position where there is no column of years
	ids     map[[2]string]*tidyIndicator // by how the file writes the indicator and its unit
	units   map[int]*unitRows            // by the indicator's position
}

// tidyIndicator is what the rows of an indicator, written in one way, lead to.
type tidyIndicator struct {
	measured
	id              string
	percents, plain int    // figures with the sign of per cent, and without
	shown           string // the first with it
}

func (r *reader) newTidy(k keys, columns []string) *tidy {
	t := &tidy{reader: r, keys: k, columns: columns, ids: map[[2]string]*tidyIndicator{}, units: map[int]*unitRows{}}
	if k.year < 0 {
		t.undated = r.dated(r.undatedYear())
	}
	r.table.Uses = k.uses(columns, leftOut)
	return t
}

func (t *tidy) cells(row []string, use func(string)) { use(cutPercent(row[t.keys.value])) }

func (t *tidy) put(row []string, line int, m marks) bool {
	of := t.of(t.keys, row, t.columns, line, t.undated)
	text, column := cutPercent(row[t.keys.value]), t.columns[t.keys.value]
	id, unit := at(row, t.keys.indicator), at(row, t.keys.unit)
	if id == "" && !of.total {
		of.ok = false
		t.problem(NoIndicator, line, t.columns[t.keys.indicator], "", noIndicator.With())
	}
	if !of.ok {
		t.table.Skipped++
		if !of.total {
			t.figure(text, m, spot{row: line, column: column}, noIndicatorYet)
		}
		return true
	}
	to, seen := t.ids[[2]string{id, unit}]
	if !seen {
		composed := norm.NFC.String(id) // as plans are read
		to = &tidyIndicator{measured: t.measure(composed, norm.NFC.String(unit), composed), id: strings.Clone(composed)}
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	figures := t.table.Figures
	going := t.reader.put(of, to.measured, text, m, line, column)
	if t.table.Figures > figures && t.keys.unit >= 0 && !to.planned {
		if t.units[to.indicator] == nil {
			t.units[to.indicator] = &unitRows{}
		}
		t.units[to.indicator].note(unit, line)
	}
	switch {
	case t.table.Figures == figures:
	case len(text) < len(row[t.keys.value]) && strings.Contains(row[t.keys.value], "%"):
		if to.percents++; to.shown == "" {
			to.shown = strings.Clone(text)
		}
	default:
		to.plain++
	}
	return going
}

// done reports a unit in the plan that is of one indicator, where there are
// several, and the indicators that are shown as per cent.
func (t *tidy) done() {
	t.pass.needNames(t.reader)
	for _, i := range sortedInts(t.units) {
		t.tellUnits(t.units[i], t.columns[t.keys.unit], i)
	}
	list := slices.SortedFunc(maps.Values(t.ids), func(a, b *tidyIndicator) int { return cmp.Compare(a.indicator, b.indicator) })
	for _, to := range list {
		if to.percents == 0 {
			continue
		}
		message := percentMixed.With(shorten(to.shown))
		if to.plain == 0 {
			message = percentGiven.With(shorten(to.shown))
			if ind := &t.indicators[to.indicator]; ind.Unit == "" {
				ind.Unit = "pct."
			}
		}
		t.problem(ConvertedUnit, 0, to.id, "", message)
	}
}
