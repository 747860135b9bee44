package dataset

// tidy is the layout with one figure a row: municipality, year, indicator,
// value. Other columns are ignored.
type tidy struct {
	*reader
	keys    keys
	columns []string
	undated int // the year's position where there is no column of years
	ids     map[string]int
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
	municipality, ok := t.municipalityOf(t.keys, row, t.columns, line)
	if !ok {
		return true
	}
	year := t.undated
	if t.keys.year >= 0 {
		if year, ok = t.yearOf(t.keys, row, t.columns, line); !ok {
			return true
		}
	}
	id := at(row, t.keys.indicator)
	if id == "" {
		t.table.Skipped++
		t.problem(NoIndicator, line, t.columns[t.keys.indicator], "", noIndicator.With())
		return true
	}
	return t.reader.put(municipality, year, t.indicator(id), row[t.keys.value], m, line, t.columns[t.keys.value])
}
