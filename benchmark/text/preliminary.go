package text

import (
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// writePreliminary shows the municipality's preliminary accounts in a table of their own,
// above the report of the year that all have.
func (t *table) writePreliminary() {
	const layout = "%s %7s %7s %15s %6s %7s %6s"
	for _, p := range t.report.Preliminary {
		for _, line := range Wrap(p.Title().In(t.lang), Width) {
			t.writeLine("%s", line)
		}
		t.writeLine("")
		t.writeLine("%s %15s %15s %14s %6s", Pad("", areaWidth), groupUnit.In(t.lang), "",
			groupDifference.In(t.lang), columnPct.In(t.lang))
		t.writeLine(layout, Pad(columnArea.In(t.lang), areaWidth), columnActual.In(t.lang),
			columnExpected.In(t.lang), columnInterval.In(t.lang), columnPct.In(t.lang),
			columnMillions.In(t.lang), strconv.Itoa(p.ModelYear))
		has := func(area string) bool {
			return slices.ContainsFunc(p.Rows,
				func(row benchmark.PreliminaryRow) bool { return row.Area == area })
		}
		var outside lang.List
		for _, row := range p.Rows {
			t.writeLine(layout, Pad(t.indentPart(row.Area, has), areaWidth), t.formatKr(row.Actual),
				t.formatKr(row.Expected.Level),
				t.formatInterval(row.Expected.Low, row.Expected.High),
				t.formatPct(row.Deviation.Pct), t.formatMillions(row.Difference.Kr, true),
				t.formatPct(row.PctBefore))
			if row.Outside() {
				outside = append(outside, row.AreaName)
			}
		}
		t.writeLine("")
		if len(outside) > 0 {
			t.writeParagraph(outsideInterval.With(outside))
		} else {
			t.writeParagraph(noneOutside.With())
		}
		t.writeMarks()
		for _, note := range p.Notes() {
			t.writeParagraph(note)
		}
		t.writeLine("")
	}
}

// indentPart returns an area's name, set in where it is a part of another that the table has.
func (t *table) indentPart(area string, has func(area string) bool) string {
	m := t.report.Model(area)
	if m.PartOf != "" && has(m.PartOf) {
		return "  " + m.Name
	}
	return m.Name
}
