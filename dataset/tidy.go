package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// tidy is the layout with one figure a row: municipality, year, indicator,
// value, and perhaps its unit. Other columns are ignored.
type tidy struct {
	*reader
	keys    table.Keys
	columns []string
	undated int                          // the year's position where there is no column of years
	ids     map[[2]string]*tidyIndicator // by how the file writes the indicator and its unit
}

// tidyIndicator is what the rows of an indicator, written in one way, lead to.
type tidyIndicator struct {
	measured
	rows table.UnitRow // those with figures
}

func (r *reader) newTidy(k table.Keys, columns []string) *tidy {
	t := &tidy{reader: r, keys: k, columns: columns, ids: map[[2]string]*tidyIndicator{}}
	if k.Year < 0 {
		t.undated = r.dated(r.undatedYear())
	}
	r.table.Uses = columnUses(k, columns, leftOut)
	return t
}

func (t *tidy) cells(row []string, use func(string)) { use(row[t.keys.Value]) }

func (t *tidy) put(row []string, line int, m unit.Marks) bool {
	of := t.of(t.keys, row, t.columns, line, t.undated)
	text, column := strings.TrimSpace(row[t.keys.Value]), t.columns[t.keys.Value]
	id, unit := at(row, t.keys.Indicator), at(row, t.keys.Unit)
	if id == "" && !of.total {
		of.ok = false
		t.problem(NoIndicator, line, t.columns[t.keys.Indicator], "", noIndicator.With())
	}
	if !of.ok {
		t.table.Skipped++
		if !of.total {
			t.figure(text, m, table.Place{Row: line, Column: column}, noIndicatorYet)
		}
		return true
	}
	to, seen := t.ids[[2]string{id, unit}]
	if !seen {
		composed := norm.NFC.String(id) // as plans are read
		unit := norm.NFC.String(unit)
		to = &tidyIndicator{measured: t.measure(composed, unit, composed), rows: table.UnitRow{Unit: strings.Clone(unit)}}
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	figures := t.table.Figures
	going := t.reader.put(of, to.measured, text, m, line, column)
	switch {
	case t.table.Figures == figures:
	case to.rows.Line == 0:
		to.rows.Line = line
	default:
		to.rows.More++
	}
	return going
}

// done reports a unit in the plan that is of one indicator, where there are
// several, and rows whose unit is not that of the others.
func (t *tidy) done() {
	t.pass.needNames(t.reader)
	t.tellPercents()
	if t.keys.Unit < 0 {
		return
	}
	units := map[int]*table.UnitRows{} // by the indicator's position
	for _, to := range slices.SortedFunc(maps.Values(t.ids), func(a, b *tidyIndicator) int { return cmp.Compare(a.rows.Line, b.rows.Line) }) {
		if to.rows.Line == 0 || to.planned {
			continue
		}
		if units[to.indicator] == nil {
			units[to.indicator] = &table.UnitRows{}
		}
		units[to.indicator].Note(to.rows)
	}
	for _, i := range slices.Sorted(maps.Keys(units)) {
		t.tellUnits(units[i], t.columns[t.keys.Unit], i)
	}
}

// columnUses says what columns were taken for: by the keys, and otherwise as rest says of
// those that have a name.
func columnUses(k table.Keys, columns []string, rest func(column int) (as string)) []Use {
	as := map[int]string{}
	for _, key := range []struct {
		column int
		as     string
	}{{k.Code, "code"}, {k.Name, "municipality"}, {k.Year, "year"}, {k.Indicator, "indicator"}, {k.Value, "value"}, {k.Unit, "unit"}, {k.Region, "region"}, {k.Group, "group"}} {
		as[key.column] = key.as
	}
	var list []Use
	for i, c := range columns {
		word, isKey := as[i]
		if !isKey {
			word = rest(i)
		}
		if c != "" {
			list = append(list, Use{Variable: lang.Brief(c, maxName), As: word})
		}
	}
	return list
}

// leftOut is what a column of no other use is taken for.
func leftOut(int) string { return "left out" }
