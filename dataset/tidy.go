package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/unit"
)

// tidy is the layout with one figure a row: municipality, year, indicator,
// value, and perhaps its unit. Other columns are ignored.
type tidy struct {
	*reader
	keys    keys
	columns []string
	undated int                          // the year's position where there is no column of years
	ids     map[[2]string]*tidyIndicator // by how the file writes the indicator and its unit
}

// tidyIndicator is what the rows of an indicator, written in one way, lead to.
type tidyIndicator struct {
	measured
	rows unitRow // those with figures
}

func (r *reader) newTidy(k keys, columns []string) *tidy {
	t := &tidy{reader: r, keys: k, columns: columns, ids: map[[2]string]*tidyIndicator{}}
	if k.year < 0 {
		t.undated = r.dated(r.undatedYear())
	}
	r.table.Uses = k.uses(columns, leftOut)
	return t
}

func (t *tidy) cells(row []string, use func(string)) { use(row[t.keys.value]) }

func (t *tidy) put(row []string, line int, m unit.Marks) bool {
	of := t.of(t.keys, row, t.columns, line, t.undated)
	text, column := strings.TrimSpace(row[t.keys.value]), t.columns[t.keys.value]
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
		unit := norm.NFC.String(unit)
		to = &tidyIndicator{measured: t.measure(composed, unit, composed), rows: unitRow{unit: strings.Clone(unit)}}
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	figures := t.table.Figures
	going := t.reader.put(of, to.measured, text, m, line, column)
	switch {
	case t.table.Figures == figures:
	case to.rows.line == 0:
		to.rows.line = line
	default:
		to.rows.more++
	}
	return going
}

// done reports a unit in the plan that is of one indicator, where there are
// several, and rows whose unit is not that of the others.
func (t *tidy) done() {
	t.pass.needNames(t.reader)
	t.tellPercents()
	if t.keys.unit < 0 {
		return
	}
	units := map[int]*unitRows{} // by the indicator's position
	for _, to := range slices.SortedFunc(maps.Values(t.ids), func(a, b *tidyIndicator) int { return cmp.Compare(a.rows.line, b.rows.line) }) {
		if to.rows.line == 0 || to.planned {
			continue
		}
		if units[to.indicator] == nil {
			units[to.indicator] = &unitRows{}
		}
		units[to.indicator].note(to.rows)
	}
	for _, i := range sortedInts(units) {
		t.tellUnits(units[i], t.columns[t.keys.unit], i)
	}
}
