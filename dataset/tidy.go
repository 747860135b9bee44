package dataset

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// tidy is the layout with one figure a row: municipality, year, indicator,
// value, and perhaps its unit. Other columns are ignored.
type tidy struct {
	*reader
	keys    keys
	columns []string
	undated int                    // the year's position where there is no column of years
	ids     map[[2]string]measured // by how the file writes the indicator and its unit
	units   map[int]string         // what each indicator is in, by position
}

func (r *reader) newTidy(k keys, columns []string) *tidy {
	t := &tidy{reader: r, keys: k, columns: columns, ids: map[[2]string]measured{}, units: map[int]string{}}
	if k.year < 0 {
		t.undated = r.dated(r.undatedYear())
	}
	return t
}

func (t *tidy) cells(row []string, use func(string)) { use(row[t.keys.value]) }

func (t *tidy) put(row []string, line int, m marks) bool {
	of := t.of(t.keys, row, t.columns, line, t.undated)
	text, column := row[t.keys.value], t.columns[t.keys.value]
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
		to = t.learnUnit(norm.NFC.String(id), norm.NFC.String(unit), line) // as plans are read
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	return t.reader.put(of, to, text, m, line, column)
}

// learnUnit returns an indicator whose rows state a unit, and reports one whose
// rows are in two that cannot be brought to one.
func (t *tidy) learnUnit(id, unit string, line int) measured {
	if unit == "" && mentionsScale(id) != "" {
		t.tellMention(id)
	}
	to := t.measure(id, unit)
	if unit != "" {
		base := parseUnit(unit).text
		if before, ok := t.units[to.indicator]; ok && fold(before) != fold(base) {
			t.problem(NotNumber, line, t.columns[t.keys.unit], unit, twoUnits.With(shorten(id), shorten(before), shorten(base)))
		}
		t.units[to.indicator] = base
	}
	return to
}

// done reports a unit in the plan that is of one indicator, where there are
// several.
func (t *tidy) done() { t.pass.needNames(t.reader) }
