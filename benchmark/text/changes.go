package text

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

const (
	mostChanges = 20 // how many rows a table of all municipalities has
	changeName  = 15 // how wide the name of a municipality is
	changeArea  = 20 // and that of an area beside it
)

// WriteChanges writes what changed between two reports. It shows every area of one
// municipality if one was asked for, and otherwise the grades that came and went and the
// largest changes. The warnings are for [WriteChangeWarnings].
func WriteChanges(w io.Writer, c *compare.Changes, l lang.Language) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if c == nil || c.From == nil || c.To == nil {
		return compare.ErrNoChanges
	}
	t := &changes{table{out: bufio.NewWriter(w), lang: l}, c}
	if c.Municipality != "" {
		t.writeTitle(c.MunicipalityName())
		t.writeAreas()
	} else {
		t.writeTitle(allMunicipalities.In(l))
		t.writeGrades()
		t.writeLargest()
	}
	t.writeUnmatched()
	t.writeLine("")
	t.writeMarks()
	t.writeParagraph(changesRead.With())
	t.writeParagraph(plain.With(t.PricesIn(t.lang)))
	return t.out.Flush()
}

// WriteChangeWarnings writes in words why a change may come from the method.
func WriteChangeWarnings(w io.Writer, c *compare.Changes, l lang.Language) error {
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if c == nil {
		return compare.ErrNoChanges
	}
	t := &table{out: bufio.NewWriter(w), lang: l}
	for _, notice := range c.Notices() {
		t.writeParagraph(warningWord.With(notice))
	}
	return t.out.Flush()
}

// changes writes the parts of [compare.Changes].
type changes struct {
	table
	*compare.Changes
}

func (t *changes) writeTitle(who string) {
	from, to := t.describeSaved(t.From), t.describeSaved(t.To)
	if from == to { // both are of the same year, and only the files tell them apart
		from, to = t.From.File, t.To.File
	}
	for _, line := range Wrap(changesTitle.With(who, from, to).In(t.lang), Width) {
		t.writeLine("%s", line)
	}
	t.writeLine("")
}

// describeSaved returns the year or years of a report.
func (t *changes) describeSaved(s *compare.Saved) string {
	switch n := len(s.Years); {
	case s.Year == 0:
		return noYear.In(t.lang)
	case n > 1:
		return strconv.Itoa(s.Years[0]) + "-" + strconv.Itoa(s.Year)
	}
	return strconv.Itoa(s.Year)
}

// areaRow is an area with its row, and the name that it has in a table.
type areaRow struct {
	name string
	*compare.Change
}

// listAreaRows returns the rows of the municipality asked for that changed. It counts those of
// which one report has no figures, and those without any change.
func (t *changes) listAreaRows() (changed []areaRow, missing, same int) {
	for _, a := range t.Areas {
		i := slices.IndexFunc(t.Rows, func(k compare.Change) bool { return k.Area == a.Area })
		if i < 0 {
			continue
		}
		k := areaRow{a.Name, &t.Rows[i]}
		if a.PartOf != "" {
			k.name = "  " + k.name
		}
		moves := k.DifferenceKr != 0 && !math.IsNaN(k.DifferenceKr) || k.GradeChanged()
		switch {
		case math.IsNaN(k.Actual) && math.IsNaN(k.Expected):
			missing++
		case k.Actual == 0 && k.Expected == 0 && !moves:
			same++
		default:
			changed = append(changed, k)
		}
	}
	return changed, missing, same
}

// writeAreas shows the areas of the municipality asked for that changed, and counts the others.
func (t *changes) writeAreas() {
	changed, missing, same := t.listAreaRows()
	if len(changed) > 0 {
		const layout = "%s %8s %8s %8s %8s  %s"
		t.writeLine("%s %26s", Pad("", areaWidth), changesGroup.In(t.lang))
		t.writeLine(layout, Pad(columnArea.In(t.lang), areaWidth), columnActual.In(t.lang),
			columnExpected.In(t.lang), columnDifference.In(t.lang), columnMillions.In(t.lang),
			columnCause.In(t.lang))
		for _, k := range changed {
			t.writeLine(layout, Pad(k.name, areaWidth), t.formatSigned(k.Actual),
				t.formatSigned(k.Expected),
				t.formatSigned(k.Difference), t.formatMillions(k.DifferenceKr, true),
				k.Cause.In(t.lang))
		}
		t.writeLine("")
		t.writeLevels(changed)
	}
	if missing+same > 0 {
		t.writeParagraph(areasLeftOut.With(missing, same))
		t.writeLine("")
	}
	var grades []string
	for i := range t.Rows {
		if k := &t.Rows[i]; k.GradeChanged() {
			grades = append(grades,
				gradeChange.With(t.areaName(k.Area), t.formatGrade(k.From.Grade),
					t.formatGrade(k.To.Grade)).In(t.lang))
		}
	}
	if len(grades) == 0 {
		t.writeParagraph(noGradeChanges.With())
		return
	}
	t.writeParagraph(gradeChanges.With(strings.Join(grades, "; ")))
}

// writeLevels shows what the figures were before and are now.
func (t *changes) writeLevels(rows []areaRow) {
	const group, layout = "%s %17s %17s %17s", "%s %8s %8s %8s %8s %8s %8s"
	before, now := columnFrom.In(t.lang), columnTo.In(t.lang)
	t.writeLine(group, Pad("", areaWidth), groupActual.In(t.lang), groupExpected.In(t.lang),
		groupPct.In(t.lang))
	t.writeLine(layout, Pad(columnArea.In(t.lang), areaWidth), before, now, before, now, before,
		now)
	for _, k := range rows {
		t.writeLine(layout, Pad(k.name, areaWidth), t.formatKr(k.From.Actual),
			t.formatKr(k.To.Actual), t.formatKr(k.From.Expected), t.formatKr(k.To.Expected),
			t.formatPct(k.From.DeviationPct()), t.formatPct(k.To.DeviationPct()))
	}
	t.writeLine("")
}

// writeGrades shows the grades that came and went, those of candidates first.
func (t *changes) writeGrades() {
	var rows []*compare.Change
	for i := range t.Rows {
		if t.Rows[i].GradeChanged() {
			rows = append(rows, &t.Rows[i])
		}
	}
	if len(rows) == 0 {
		t.writeParagraph(noGradeChanges.With())
		return
	}
	order := func(k *compare.Change) int {
		switch {
		case !k.From.Candidate && k.To.Candidate:
			return 0
		case k.From.Candidate && !k.To.Candidate:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(rows, func(a, b *compare.Change) int {
		size := func(k *compare.Change) float64 { return math.Abs(k.DifferenceKr) }
		return cmp.Or(order(a)-order(b), cmp.Compare(size(b), size(a)))
	})
	came, went := 0, 0
	for _, k := range rows {
		switch order(k) {
		case 0:
			came++
		case 1:
			went++
		}
	}
	t.writeParagraph(gradeTable.With(came, went, len(rows)-came-went))
	const layout = "%s %s %8s %8s %7s  %s"
	t.writeLine(layout, Pad(columnMunicipality.In(t.lang), changeName),
		Pad(columnArea.In(t.lang), changeArea), columnFrom.In(t.lang), columnTo.In(t.lang),
		columnMillions.In(t.lang), columnCause.In(t.lang))
	// As many are shown of those that came as of those that went, if there are as many.
	shown := rows[:0:0]
	for kind, most := range []int{mostChanges, mostChanges, mostChanges / 2} {
		of := slices.DeleteFunc(slices.Clone(rows), func(k *compare.Change) bool {
			return order(k) != kind
		})
		shown = append(shown, of[:min(most, len(of))]...)
	}
	for _, k := range shown {
		t.writeLine(layout, Pad(k.Name, changeName), Pad(t.areaName(k.Area), changeArea),
			t.formatGrade(k.From.Grade), t.formatGrade(k.To.Grade),
			t.formatMillions(k.DifferenceKr, true), k.Cause.In(t.lang))
	}
	if rest := len(rows) - len(shown); rest > 0 {
		t.writeParagraph(moreChanges.With(rest))
	}
}

// writeLargest shows the differences that changed most.
func (t *changes) writeLargest() {
	rows := t.Largest(mostChanges)
	if len(rows) == 0 {
		return
	}
	t.writeLine("")
	t.writeParagraph(largestHead.With())
	const layout = "%s %s %8s %8s %7s  %s"
	t.writeLine(layout, Pad(columnMunicipality.In(t.lang), changeName),
		Pad(columnArea.In(t.lang), changeArea), columnActual.In(t.lang), columnExpected.In(t.lang),
		columnMillions.In(t.lang), columnCause.In(t.lang))
	for _, k := range rows {
		t.writeLine(layout, Pad(k.Name, changeName), Pad(t.areaName(k.Area), changeArea),
			t.formatSigned(k.Actual), t.formatSigned(k.Expected),
			t.formatMillions(k.DifferenceKr, true), k.Cause.In(t.lang))
	}
}

// writeUnmatched names what only one of the reports has.
func (t *changes) writeUnmatched() {
	for _, u := range []struct {
		saved *compare.Saved
		only  *compare.Unmatched
	}{{t.From, &t.OnlyFrom}, {t.To, &t.OnlyTo}} {
		tell := func(what lang.Phrase, names []string) {
			if len(names) > 0 {
				t.writeLine("")
				t.writeParagraph(onlyIn.With(u.saved.File, what, len(names), nameFirst(names)))
			}
		}
		var areas, municipalities, rows []string
		for _, a := range u.only.Areas {
			areas = append(areas, a.Name)
		}
		for _, m := range u.only.Municipalities {
			municipalities = append(municipalities, m.Name)
		}
		for _, r := range u.only.Rows {
			rows = append(rows, fmt.Sprintf("%s (%s)", r.Name, t.areaName(r.Area)))
		}
		tell(onlyAreas, areas)
		tell(onlyMunicipalities, municipalities)
		tell(onlyRows, rows)
	}
}

func (t *changes) areaName(id string) string {
	for _, a := range t.Areas {
		if a.Area == id {
			return a.Name
		}
	}
	return id
}

func (t *changes) formatGrade(g benchmark.Grade) string {
	if g == benchmark.None {
		return "-"
	}
	return gradeWords[string(g)].In(t.lang)
}

// formatSigned returns a change in kr. per unit.
func (t *changes) formatSigned(v float64) string { return t.formatWithin(v, 0, true, 8) }
