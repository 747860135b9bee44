package dataset

import (
	"io"
	"slices"
	"strings"
)

// wide is the layout with one row a municipality, or municipality and year,
// and a column an indicator.
type wide struct {
	*reader
	keys       keys
	columns    []string
	undated    int // the year's position where there is no column of years
	indicators []wideColumn
}

type wideColumn struct{ position, indicator int }

// newWide looks through the rows once to tell the columns of figures, which
// have a number somewhere or nothing but missing marks, from those of text.
func (r *reader) newWide(k keys, columns []string, line int, rows rows) layout {
	w := &wide{reader: r, keys: k, columns: columns}
	isKey := map[int]bool{k.code: true, k.name: true, k.year: true, k.region: true, k.group: true}
	numbers, texts := make([]int, len(columns)), make([]int, len(columns))
	rows.next()
	for range sampleRows {
		row, _, err := rows.next()
		if err == io.EOF {
			break
		}
		for i := range min(len(row), len(columns)) {
			if isKey[i] {
				continue
			}
			// Either mark will do: which it is, is found out later.
			_, english := marks{'.', ','}.parse(row[i])
			_, danish := marks{',', '.'}.parse(row[i])
			switch {
			case english == isNumber || danish == isNumber || english == isInfinite:
				numbers[i]++
			case english == isNotNumber:
				texts[i]++
			}
		}
	}
	for i, c := range columns {
		switch {
		case isKey[i]:
		case c == "" && numbers[i]+texts[i] == 0:
		case c == "":
			r.problem(BadHeader, line, "", "", headerEmpty.With(i+1))
			return nil
		case numbers[i] == 0 && texts[i] > 0:
			r.problem(TextColumn, line, c, "", textColumn.With())
		default:
			w.indicators = append(w.indicators, wideColumn{i, r.named(c)})
		}
	}
	if !slices.ContainsFunc(w.indicators, func(c wideColumn) bool { _, isYear := parseYear(columns[c.position]); return !isYear }) && len(w.indicators) > 0 {
		found := shorten(strings.Join(columns, ", "))
		r.problem(UnknownLayout, line, "", found, yearColumns.With(found))
		return nil
	}
	if len(w.indicators) == 0 {
		found := shorten(strings.Join(columns, ", "))
		r.problem(UnknownLayout, line, "", found, noIndicators.With(found))
		return nil
	}
	if k.year < 0 {
		w.undated = r.year(r.undatedYear())
	}
	return w
}

func (w *wide) cells(row []string, use func(string)) {
	for _, c := range w.indicators {
		use(row[c.position])
	}
}

func (w *wide) put(row []string, line int, m marks) bool {
	of := w.of(w.keys, row, w.columns, line, w.undated)
	if !of.ok {
		w.table.Skipped++
	}
	for _, c := range w.indicators {
		text, column := row[c.position], w.columns[c.position]
		switch {
		case of.ok:
			if !w.reader.put(of, c.indicator, text, m, line, column) {
				return false
			}
		case !of.total:
			w.figure(text, m, line, column)
		}
	}
	return true
}
