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
	rows *rows
	ids  map[[2]string]*tidyIndicator // by how the file writes the indicator and its unit
}

// tidyIndicator is what the rows of an indicator, written in one way, lead to.
type tidyIndicator struct {
	measured
	stated table.UnitRow // those with figures
}

func newTidy(r *rows) *tidy {
	r.date()
	r.sink.table.Uses = columnUses(r.keys, r.columns, leftOut)
	return &tidy{rows: r, ids: map[[2]string]*tidyIndicator{}}
}

func (t *tidy) cells(row []string, use func(string)) { use(row[t.rows.keys.Value]) }

func (t *tidy) put(row []string, line int, m unit.Marks) bool {
	of := t.rows.rowSubject(row, line)
	text, column := strings.TrimSpace(row[t.rows.keys.Value]), t.rows.columns[t.rows.keys.Value]
	id, unit := at(row, t.rows.keys.Indicator), at(row, t.rows.keys.Unit)
	if id == "" && !of.total {
		of.ok = false
		t.rows.sink.problem(NoIndicator, line, t.rows.columns[t.rows.keys.Indicator], "", noIndicator.With())
	}
	if !of.ok {
		t.rows.sink.table.Skipped++
		if !of.total {
			t.rows.sink.figure(text, m, table.Place{Row: line, Column: column}, noIndicatorYet)
		}
		return true
	}
	to, seen := t.ids[[2]string{id, unit}]
	if !seen {
		composed := norm.NFC.String(id) // as plans are read
		unit := norm.NFC.String(unit)
		to = &tidyIndicator{measured: t.rows.measure(composed, unit, composed), stated: table.UnitRow{Unit: strings.Clone(unit)}}
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	figures := t.rows.sink.table.Figures
	going := t.rows.put(of, to.measured, text, m, line, column)
	switch {
	case t.rows.sink.table.Figures == figures:
	case to.stated.Line == 0:
		to.stated.Line = line
	default:
		to.stated.More++
	}
	return going
}

// done reports a unit in the plan that is of one indicator, where there are
// several, and rows whose unit is not that of the others.
func (t *tidy) done() {
	t.rows.pass.needNames(t.rows.sink)
	t.rows.sink.tellPercents()
	if t.rows.keys.Unit < 0 {
		return
	}
	units := map[int]*table.UnitRows{} // by the indicator's position
	for _, to := range slices.SortedFunc(maps.Values(t.ids), func(a, b *tidyIndicator) int { return cmp.Compare(a.stated.Line, b.stated.Line) }) {
		if to.stated.Line == 0 || to.planned {
			continue
		}
		if units[to.indicator] == nil {
			units[to.indicator] = &table.UnitRows{}
		}
		units[to.indicator].Note(to.stated)
	}
	for _, i := range slices.Sorted(maps.Keys(units)) {
		t.rows.sink.tellUnits(units[i], t.rows.columns[t.rows.keys.Unit], i)
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
