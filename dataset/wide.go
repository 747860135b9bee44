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

// wide is the layout with one row a municipality, or municipality and year, and one
// column an indicator.
type wide struct {
	rows    *rows
	figures []wideColumn
	units   *table.UnitRows // the units that the rows state; nil: they state none that counts
}

type wideColumn struct {
	position int
	measured
}

// newWide looks through the first rows to tell columns of figures from columns of text. A
// column of figures has a number somewhere, or nothing but marks for missing figures.
func newWide(r *rows, f *text.File) layout {
	k, columns, line := r.keys, f.Columns, f.Line
	w := &wide{rows: r}
	isKey := map[int]bool{k.Code: true, k.Name: true, k.Year: true, k.Region: true, k.Group: true}
	// the units that the rows state, and the first line that states one
	units, unitLine := map[string]bool{}, 0
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
			if isKey[i] || numbers[i] > 0 { // one number is enough
				continue
			}
			// Either decimal mark will do. Which one it is will be found out later.
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
		r.sink.tellProblem(BadUnit, line, columns[k.Unit], strange,
			table.UnknownUnit(table.Shorten(strange), strange))
		return nil
	}
	if are {
		isKey[k.Unit] = true
	}
	if len(units) > 1 && are {
		r.sink.tellProblem(UnknownLayout, line, columns[k.Unit], "",
			unitsOfRows.With(lang.List(slices.Sorted(maps.Keys(units)))))
		return nil
	}
	for i, c := range columns {
		switch {
		case isKey[i]:
		case c == "" && numbers[i]+texts[i] == 0:
		case c == "":
			r.sink.tellProblem(BadHeader, line, "", "", headerEmpty.With(i+1))
			return nil
		case numbers[i] == 0 && texts[i] > 0:
			r.sink.tellProblem(TextColumn, line, c, "", table.NoNumbers())
		default:
			w.figures = append(w.figures, wideColumn{position: i})
		}
	}
	if !slices.ContainsFunc(w.figures, func(c wideColumn) bool {
		_,
			isYear := table.ParseYear(columns[c.position])
		return !isYear
	}) && len(w.figures) > 0 {
		found := table.Shorten(strings.Join(columns, ", "))
		r.sink.tellProblem(UnknownLayout, line, "", found, yearColumns.With(found))
		return nil
	}
	if len(w.figures) == 0 {
		found := table.Shorten(strings.Join(columns, ", "))
		r.sink.tellProblem(UnknownLayout, line, "", found, noIndicators.With(found))
		return nil
	}
	if !r.checkTemplate() {
		return nil
	}
	r.findYear()
	w.tellUses(isKey[k.Unit])
	for i := range w.figures {
		c := &w.figures[i]
		unit := ""
		if isKey[k.Unit] {
			for unit = range units { // there is only one
			}
		}
		c.measured = w.measureColumn(columns[c.position], unit, len(w.figures) == 1)
		if are && !c.planned && w.units == nil {
			w.units = &table.UnitRows{One: true, Stating: table.UnitRow{Unit: unit, Line: unitLine}}
		}
	}
	for stated := range units {
		if !are {
			r.sink.tellMention(stated, unit.Parse(stated))
		}
	}
	return w
}

// tellUses notes what the columns were taken for.
func (w *wide) tellUses(hasUnits bool) {
	k := w.rows.keys
	if k.Value, k.Indicator = -1, -1; !hasUnits {
		k.Unit = -1
	}
	w.rows.sink.table.Uses = listUses(k, w.rows.columns, func(column int) string {
		if slices.ContainsFunc(w.figures, func(c wideColumn) bool { return c.position == column }) {
			return "indicator"
		}
		return sayLeftOut(column)
	})
}

// finish reports a unit in the plan that may belong to any of several columns, and rows
// whose unit differs from the rest.
func (w *wide) finish() {
	w.rows.pass.tellUnnamed(w.rows.sink, nil)
	if w.units != nil {
		w.rows.sink.tellUnits(w.units, w.rows.columns[w.rows.keys.Unit], noIndicatorYet)
	}
	w.rows.sink.tellPercents()
}

// measureColumn returns the indicator of a column. Its unit is the one in the heading, or
// the one that the rows state.
func (w *wide) measureColumn(heading, ofRows string, alone bool) measured {
	stated, rest := unit.FindStated(heading)
	stated = cmp.Or(stated, ofRows)
	id := heading
	if alone && w.rows.pass.Indicator != "" {
		id = w.rows.pass.Indicator
		w.rows.pass.noteKeys("indicator")
	}
	to := w.rows.measureIndicator(id, stated, heading)
	if !to.planned {
		w.rows.sink.tellContradiction(heading, stated, ofRows, to.indicator)
	}
	if ind := &w.rows.sink.builder.indicators[to.indicator]; to.Factor != 1 && ind.Name == ind.ID &&
		rest != "" {
		ind.Name = rest
	}
	return to
}

func (w *wide) listNumbers() []int {
	list := make([]int, len(w.figures))
	for i, c := range w.figures {
		list[i] = c.position
	}
	return list
}

func (w *wide) putRow(r *text.Row, m unit.Marks) bool {
	row, line := r.Fields, r.Line
	of := w.rows.findSubject(row, line)
	if !of.ok {
		w.rows.sink.table.Skipped++
	}
	before := w.rows.sink.table.Figures
	for i := range w.figures {
		c := &w.figures[i]
		text, column := strings.TrimSpace(row[c.position]), w.rows.columns[c.position]
		switch {
		case of.ok:
			if !w.rows.putFigure(of, c.measured, r.Figures[i], text, m, line, column) {
				return false
			}
		case !of.total:
			w.rows.sink.checkFigure(r.Figures[i], text, m, table.Place{Row: line, Column: column},
				c.indicator)
		}
	}
	if w.units != nil && w.rows.sink.table.Figures > before {
		w.units.Note(table.UnitRow{Unit: trimField(row, w.rows.keys.Unit), Line: line})
	}
	return true
}
