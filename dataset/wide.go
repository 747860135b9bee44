package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// wide is the layout with one row a municipality, or municipality and year,
// and a column an indicator.
type wide struct {
	*reader
	keys       table.Keys
	columns    []string
	undated    int // the year's position where there is no column of years
	indicators []wideColumn
	units      *table.UnitRows // those of the rows; nil: they state none that counts
}

type wideColumn struct {
	position int
	measured
}

// newWide looks through the rows once to tell the columns of figures, which
// have a number somewhere or nothing but missing marks, from those of text.
func (r *reader) newWide(k table.Keys, f *text.File) layout {
	columns, line := f.Columns, f.Line
	w := &wide{reader: r, keys: k, columns: columns}
	isKey := map[int]bool{k.Code: true, k.Name: true, k.Year: true, k.Region: true, k.Group: true}
	units, unitLine := map[string]bool{}, 0 // that the rows state, and the first that does
	numbers, texts := make([]int, len(columns)), make([]int, len(columns))
	f.Sample(func(row []string, rowLine int) {
		if k.Unit >= 0 && k.Unit < len(row) && len(units) < 100 {
			if unit := strings.TrimSpace(row[k.Unit]); unit != "" {
				if units[strings.Clone(unit)] = true; unitLine == 0 {
					unitLine = rowLine
				}
			}
		}
		for i := range min(len(row), len(columns)) {
			if isKey[i] {
				continue
			}
			// Either mark will do: which it is, is found out later.
			_, english := unit.EnglishMarks().Parse(row[i])
			_, danish := unit.DanishMarks().Parse(row[i])
			switch {
			case english == unit.Number, danish == unit.Number, english == unit.Percent,
				danish == unit.Percent, english == unit.Infinite:
				numbers[i]++
			case english == unit.NotNumber:
				texts[i]++
			}
		}
	})
	are, strange := unit.AreUnits(units)
	if strange != "" {
		r.problem(BadUnit, line, columns[k.Unit], strange, table.UnknownUnit(table.Shorten(strange), strange))
		return nil
	}
	if are {
		isKey[k.Unit] = true
	}
	if len(units) > 1 && are {
		r.problem(UnknownLayout, line, columns[k.Unit], "", unitsOfRows.With(lang.List(slices.Sorted(maps.Keys(units)))))
		return nil
	}
	for i, c := range columns {
		switch {
		case isKey[i]:
		case c == "" && numbers[i]+texts[i] == 0:
		case c == "":
			r.problem(BadHeader, line, "", "", headerEmpty.With(i+1))
			return nil
		case numbers[i] == 0 && texts[i] > 0:
			r.problem(TextColumn, line, c, "", table.NoNumbers())
		default:
			w.indicators = append(w.indicators, wideColumn{position: i})
		}
	}
	if !slices.ContainsFunc(w.indicators, func(c wideColumn) bool { _, isYear := table.ParseYear(columns[c.position]); return !isYear }) && len(w.indicators) > 0 {
		found := table.Shorten(strings.Join(columns, ", "))
		r.problem(UnknownLayout, line, "", found, yearColumns.With(found))
		return nil
	}
	if len(w.indicators) == 0 {
		found := table.Shorten(strings.Join(columns, ", "))
		r.problem(UnknownLayout, line, "", found, noIndicators.With(found))
		return nil
	}
	if k.Year < 0 {
		w.undated = r.dated(r.undatedYear())
	}
	w.tellUses(isKey[k.Unit])
	for i := range w.indicators {
		c := &w.indicators[i]
		unit := ""
		if isKey[k.Unit] {
			for unit = range units { // the one there is
			}
		}
		c.measured = w.measured(columns[c.position], unit, len(w.indicators) == 1)
		if are && !c.planned && w.units == nil {
			w.units = &table.UnitRows{One: true, Stating: table.UnitRow{Unit: unit, Line: unitLine}}
		}
	}
	for stated := range units {
		if !are {
			r.tellMention(stated, unit.Parse(stated))
		}
	}
	return w
}

// tellUses notes what the columns were taken for.
func (w *wide) tellUses(hasUnits bool) {
	k := w.keys
	if k.Value, k.Indicator = -1, -1; !hasUnits {
		k.Unit = -1
	}
	w.table.Uses = columnUses(k, w.columns, func(column int) string {
		if slices.ContainsFunc(w.indicators, func(c wideColumn) bool { return c.position == column }) {
			return "indicator"
		}
		return leftOut(column)
	})
}

// done reports a unit in the plan that may be of one of several columns, and rows
// whose unit is not that of the others.
func (w *wide) done() {
	w.pass.needNames(w.reader)
	if w.units != nil {
		w.tellUnits(w.units, w.columns[w.keys.Unit], noIndicatorYet)
	}
	w.tellPercents()
}

// measured returns the indicator of a column, by its heading and the unit in it,
// or that of the rows.
func (w *wide) measured(heading, ofRows string, alone bool) measured {
	stated, rest := unit.FindStated(heading)
	stated = cmp.Or(stated, ofRows)
	id := heading
	if alone && w.pass.Indicator != "" {
		id = w.pass.Indicator
		w.pass.applies("indicator")
	}
	to := w.measure(id, stated, heading)
	if !to.planned {
		w.tellContradiction(heading, stated, ofRows, to.indicator)
	}
	if ind := &w.Builder.indicators[to.indicator]; to.Factor != 1 && ind.Name == ind.ID && rest != "" {
		ind.Name = rest
	}
	return to
}

func (w *wide) cells(row []string, use func(string)) {
	for i := range w.indicators {
		c := &w.indicators[i]
		use(row[c.position])
	}
}

func (w *wide) put(row []string, line int, m unit.Marks) bool {
	of := w.of(w.keys, row, w.columns, line, w.undated)
	if !of.ok {
		w.table.Skipped++
	}
	figures := w.table.Figures
	for i := range w.indicators {
		c := &w.indicators[i]
		text, column := strings.TrimSpace(row[c.position]), w.columns[c.position]
		switch {
		case of.ok:
			if !w.reader.put(of, c.measured, text, m, line, column) {
				return false
			}
		case !of.total:
			w.figure(text, m, table.Place{Row: line, Column: column}, c.indicator)
		}
	}
	if w.units != nil && w.table.Figures > figures {
		w.units.Note(table.UnitRow{Unit: at(row, w.keys.Unit), Line: line})
	}
	return true
}
