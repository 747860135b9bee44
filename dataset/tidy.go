package dataset

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// tidy is the layout with one figure a row: municipality, year, indicator, value, and
// perhaps the unit. It ignores other columns.
type tidy struct {
	rows *rows
	ids  map[[2]string]*tidyIndicator // by how the file writes the indicator and its unit
}

// tidyIndicator is an indicator as the rows write it, in one of perhaps several ways.
type tidyIndicator struct {
	measured
	stated table.UnitRow // the rows that state its unit, of those with figures
}

func newTidy(r *rows) layout {
	if !r.checkTemplate() {
		return nil
	}
	r.findYear()
	r.sink.table.Uses = listUses(r.keys, r.columns, sayLeftOut)
	return &tidy{rows: r, ids: map[[2]string]*tidyIndicator{}}
}

func (t *tidy) listNumbers() []int { return []int{t.rows.keys.Value} }

func (t *tidy) putRow(r *text.Row, m unit.Marks) bool {
	row, line := r.Fields, r.Line
	of := t.rows.findSubject(row, line)
	text, column := strings.TrimSpace(row[t.rows.keys.Value]), t.rows.columns[t.rows.keys.Value]
	id, unit := trimField(row, t.rows.keys.Indicator), trimField(row, t.rows.keys.Unit)
	if id == "" && !of.total {
		of.ok = false
		t.rows.sink.tellProblem(NoIndicator, line, t.rows.columns[t.rows.keys.Indicator], "",
			noIndicator.With())
	}
	if !of.ok {
		t.rows.sink.table.Skipped++
		if !of.total {
			t.rows.sink.checkFigure(r.Figures[0], text, m, table.Place{Row: line, Column: column},
				noIndicatorYet)
		}
		return true
	}
	to, seen := t.ids[[2]string{id, unit}]
	if !seen {
		composed := norm.NFC.String(id) // plans are read in this form
		unit := norm.NFC.String(unit)
		to = &tidyIndicator{measured: t.rows.measureIndicator(composed, unit, composed),
			stated: table.UnitRow{Unit: strings.Clone(unit)}}
		t.ids[[2]string{strings.Clone(id), strings.Clone(unit)}] = to
	}
	figures := t.rows.sink.table.Figures
	going := t.rows.putFigure(of, to.measured, r.Figures[0], text, m, line, column)
	switch {
	case t.rows.sink.table.Figures == figures:
	case to.stated.Line == 0:
		to.stated.Line = line
	default:
		to.stated.More++
	}
	return going
}

// finish reports a unit in the plan that names no indicator although there are several, and
// rows whose unit differs from the rest.
func (t *tidy) finish() {
	t.rows.pass.tellUnnamed(t.rows.sink, nil)
	t.rows.sink.tellPercents()
	if t.rows.keys.Unit < 0 {
		return
	}
	units := map[int]*table.UnitRows{} // by the indicator's position
	for _, to := range slices.SortedFunc(maps.Values(t.ids), func(a,
		b *tidyIndicator) int {
		return cmp.Compare(a.stated.Line, b.stated.Line)
	}) {
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
