package dataset

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// tidy is the layout with one figure a row: municipality, year, indicator,
// value. Other columns are ignored.
type tidy struct {
	*reader
	keys    keys
	columns []string
	undated int            // the year's position where there is no column of years
	ids     map[string]int // the indicators' positions, by how the file writes them
}

func (r *reader) newTidy(k keys, columns []string) *tidy {
	t := &tidy{reader: r, keys: k, columns: columns, ids: map[string]int{}}
	if k.year < 0 {
		t.undated = r.year(r.undatedYear())
	}
	return t
}

func (t *tidy) cells(row []string, use func(string)) { use(row[t.keys.value]) }

func (t *tidy) put(row []string, line int, m marks) bool {
	of := t.of(t.keys, row, t.columns, line, t.undated)
	text, column := row[t.keys.value], t.columns[t.keys.value]
	id := at(row, t.keys.indicator)
	if id == "" && !of.total {
		of.ok = false
		t.problem(NoIndicator, line, t.columns[t.keys.indicator], "", noIndicator.With())
	}
	if !of.ok {
		t.table.Skipped++
		if !of.total {
			t.figure(text, m, line, column)
		}
		return true
	}
	indicator, seen := t.ids[id]
	if !seen {
		indicator = t.named(norm.NFC.String(id)) // as plans are read
		t.ids[strings.Clone(id)] = indicator
	}
	return t.reader.put(of, indicator, text, m, line, column)
}
