package text

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/given"
	"github.com/raaderum/raaderum/lang"
)

// Width is how many columns everything keeps within.
const Width = 80

// strongest is how many candidates of all municipalities are shown.
const strongest = 25

// Write writes the report as a table, with a few lines on what it is based on. It shows the
// areas of one municipality if one was asked for, and otherwise the strongest candidates
// among all. The warnings are for [WriteWarnings]. The error is the context's or the
// writer's.
func Write(ctx context.Context, w io.Writer, r *benchmark.Report, l lang.Language) error {
	if err := given.CheckContext(ctx); err != nil {
		return err
	}
	if err := given.CheckWriter(w); err != nil {
		return err
	}
	if r == nil {
		return benchmark.ErrNoReport
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &table{out: bufio.NewWriter(w), report: r, lang: l, marked: map[string]bool{}}
	if len(r.Models) == 1 {
		var err error
		if t.sensitivities, err = r.Sensitivity(ctx); err != nil {
			return err
		}
	}
	if t.isNarrowed() {
		t.writePreliminary()
	}
	if r.Municipality != "" {
		t.writeMunicipality()
	} else {
		t.writeStrongest()
	}
	t.writeCorrections()
	t.writeFoundation()
	return t.out.Flush()
}

// table writes a report's parts in a language.
type table struct {
	out    *bufio.Writer
	report *benchmark.Report
	lang   lang.Language
	marked map[string]bool // the marks that occur in the table

	sensitivities *benchmark.Sensitivity // set if one area was asked for
}

func (t *table) writeLine(format string, args ...any) {
	fmt.Fprintln(t.out, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func (t *table) writeParagraph(m lang.Message) {
	for _, line := range Wrap(m.In(t.lang), Width) {
		t.writeLine("%s", line)
	}
}

// describePeriod returns the year or years compared.
func (t *table) describePeriod() string {
	switch n := len(t.report.Years); {
	case t.report.Year == 0:
		return noYear.In(t.lang)
	case n > 1:
		return strconv.Itoa(t.report.Years[0]) + "-" + strconv.Itoa(t.report.Year)
	}
	return strconv.Itoa(t.report.Year)
}

func (t *table) writeTitle(who string) {
	title := who + ", " + t.describePeriod()
	if t.report.Title != "" {
		title = t.report.Title + ": " + title
	}
	for _, line := range Wrap(title, Width) {
		t.writeLine("%s", line)
	}
	t.writeLine("")
	t.writeFirst()
}

// isNarrowed says whether the report is of some municipalities only.
func (t *table) isNarrowed() bool {
	return len(t.report.Municipalities()) < len(t.report.AllMunicipalities())
}

// writeFirst says what is to be known before the figures: that the year compared is not the
// latest there are any of, or has figures of some areas only.
func (t *table) writeFirst() {
	own := t.isNarrowed() && len(t.report.Preliminary) > 0 // it stands above
	for _, w := range t.report.Warnings {
		if w.Code == benchmark.FewAreas || w.Code == benchmark.LaterYear && !own {
			t.writeParagraph(firstWord.With(w))
			t.writeLine("")
		}
	}
}

// areaWidth is the width of the areas' column, and of the mark beside it.
const areaWidth = 24

func (t *table) writeMunicipality() {
	t.writeTitle(t.report.Municipalities()[0].Name)
	const layout = "%s %7s %7s %15s %6s %7s %s"
	t.writeLine("%s %15s %15s %14s %s", Pad("", areaWidth), groupUnit.In(t.lang), "",
		groupDifference.In(t.lang), columnGrade.In(t.lang))
	t.writeLine(layout, Pad(columnArea.In(t.lang), areaWidth), columnActual.In(t.lang),
		columnExpected.In(t.lang), columnInterval.In(t.lang), columnPct.In(t.lang),
		columnMillions.In(t.lang), columnGradeMore.In(t.lang))
	var found []candidate
	var others, posted []lang.Localized
	grade := benchmark.None
	for row := range t.report.Rows() {
		t.writeLine(layout, t.formatArea(&row), t.formatKr(row.Actual),
			t.formatKr(row.Expected.Level), t.formatInterval(row.Expected.Low, row.Expected.High),
			t.formatPct(row.Deviation.Pct),
			t.formatMillions(row.Difference.Kr, true), gradeWords[string(row.Grade)].In(t.lang))
		if row.Candidate {
			found = append(found, candidate{t.report.Summary(&row), t.report.Model(row.Area)})
		} else if sentence := t.report.Summary(&row); sentence != nil {
			others, grade = append(others, sentence), row.Grade
		}
		if row.Grade == benchmark.Posting || len(t.report.Models) == 1 {
			if sentence := t.report.ExplainPosting(&row); sentence != nil {
				posted = append(posted, sentence)
			}
		}
	}
	t.writeLine("")
	switch {
	case !t.hasModel():
		t.writeParagraph(nothingCompared.With())
	case !t.report.Tested():
		t.writeParagraph(untested.With())
	case len(found) > 0:
		t.writeParagraph(candidates.With())
		for _, c := range found {
			t.writeBullet(c.summary)
			t.writeFirstQuestion(c.model)
		}
	case len(t.report.Models) > 1:
		t.writeParagraph(noCandidates.With())
	default:
		t.writeNotCandidate(others, grade)
	}
	if len(posted) > 0 {
		head := postings
		if len(t.report.Models) == 1 {
			head = postingsOfOne
		}
		t.writeParagraph(head.With())
		for _, sentence := range posted {
			t.writeBullet(sentence)
		}
	}
	t.writeMarks()
	t.writePerHead()
	t.writeOverall()
	t.writeEvidence()
	t.writeHeadroom()
	t.writeSensitivity()
}

// writePerHead says of the one area asked for what is spent per head of those whom it is for.
func (t *table) writePerHead() {
	if len(t.report.Models) != 1 {
		return
	}
	for row := range t.report.Rows() {
		if row.PerHead != nil {
			t.writeParagraph(sentence.With(row.PerHead))
		}
	}
}

// writeOverall says how much of all service spending the compared areas make up, and what
// their differences add up to.
func (t *table) writeOverall() {
	o := t.report.Overall()
	if o == nil || !o.Difference.Known() {
		return
	}
	for _, m := range o.Sentences() {
		t.writeParagraph(m)
	}
}

// candidate is a candidate's numbers in a sentence, and the model of its area.
type candidate struct {
	summary lang.Localized
	model   *benchmark.Model
}

// writeFirstQuestion adds below a candidate, on one line, the first of the plan's questions
// about the area. If only this area was asked for, all questions are listed further down.
func (t *table) writeFirstQuestion(m *benchmark.Model) {
	if len(t.report.Models) > 1 && len(m.Questions) > 0 {
		t.writeLine("  %s", cutText("→ "+removeControls(m.Questions[0]), Width-2))
	}
}

// writeNotCandidate says that the only area asked for is no candidate, and what its numbers
// are.
func (t *table) writeNotCandidate(sentences []lang.Localized, grade benchmark.Grade) {
	switch {
	case grade.Above(): // and no candidate
		t.writeParagraph(isWhole.With())
	case grade == benchmark.Low:
		t.writeParagraph(belowExpected.With())
	case grade == benchmark.Posting:
		t.writeParagraph(isPosting.With())
	default:
		t.writeParagraph(notSure.With())
	}
	for _, sentence := range sentences {
		t.writeBullet(sentence)
	}
}

func (t *table) writeStrongest() {
	t.writeTitle(allMunicipalities.In(t.lang))
	rows, total := t.report.Strongest(strongest)
	if total == 0 {
		nothing := noCandidates
		switch {
		case !t.hasModel():
			nothing = nothingCompared
		case !t.report.Tested():
			nothing = untested
		}
		t.writeParagraph(nothing.With())
		return
	}
	const layout = "%s %s %7s %7s %6s %7s %s"
	const nameWidth = 15
	t.writeLine("%s %s %15s %14s %s", Pad("", nameWidth), Pad("", areaWidth), groupUnit.In(t.lang),
		groupDifference.In(t.lang), columnGrade.In(t.lang))
	t.writeLine(layout, Pad(columnMunicipality.In(t.lang),
		nameWidth), Pad(columnArea.In(t.lang), areaWidth), columnActual.In(t.lang),
		columnExpected.In(t.lang), columnPct.In(t.lang), columnMillions.In(t.lang),
		columnGradeMore.In(t.lang))
	for _, row := range rows {
		t.writeLine(layout, Pad(row.Name, nameWidth), t.formatArea(&row), t.formatKr(row.Actual),
			t.formatKr(row.Expected.Level), t.formatPct(row.Deviation.Pct),
			t.formatMillions(row.Difference.Kr, true), gradeWords[string(row.Grade)].In(t.lang))
	}
	t.writeLine("")
	t.writeParagraph(strongestOf.With(len(rows), total, len(t.report.Models)))
	if t.report.Plan.Family == "municipality" {
		t.writeParagraph(perMunicipality.With())
	}
	t.writeMarks()
}

// hasModel says whether any area has an expected level.
func (t *table) hasModel() bool {
	return slices.ContainsFunc(t.report.Models, func(m benchmark.Model) bool { return m.Fitted() })
}

// writeFoundation says what the figures are based on. It does so in a few lines, or in full
// if one area was asked for.
func (t *table) writeFoundation() {
	r := t.report
	t.writeLine("")
	t.writeParagraph(t.describeUnits())
	if len(r.Models) == 1 {
		t.writeParagraph(method.With(r.MethodIn(t.lang), t.describeCounts()))
		t.writeGrading()
		t.writeData()
		t.writeParagraph(caveat.With())
		return
	}
	t.writeParagraph(expectedIs.With(r.Estimator, t.describeCounts()))
	t.writeGrading()
	if r.Tested() && r.Municipality != "" {
		if n := t.countTested(); n >= 10 {
			t.writeParagraph(chance.With(n, lang.Number{Value: 0.05 * float64(n)}))
		}
	}
	t.writeData()
	t.writeParagraph(shortCaveat.With())
}

// countTested returns how many areas have an interval that the municipality's figure can fall
// outside of.
func (t *table) countTested() (n int) {
	for row := range t.report.PlainRowsFrom(0, t.report.RowCount()) {
		if !math.IsNaN(row.Actual - row.Expected.Low) {
			n++
		}
	}
	return n
}

// writeGrading says what the grades mean.
func (t *table) writeGrading() {
	if t.report.Tested() {
		t.writeParagraph(grading.With(t.report.Plan.Family.In(t.lang),
			lang.Number{Value: *t.report.Plan.Materiality / 1e6, Decimals: 2}))
	}
}

// describeCounts says how many municipalities are in the models, and how many of them form
// the expected level.
func (t *table) describeCounts() lang.Message {
	type reach struct{ least, most int }
	all, kept := reach{math.MaxInt, 0}, reach{math.MaxInt, 0}
	to := func(r *reach, n int) { r.least, r.most = min(r.least, n), max(r.most, n) }
	for _, m := range t.report.Models {
		if m.Fitted() {
			to(&all, m.N)
			to(&kept, m.Kept)
		}
	}
	say := func(r reach) string {
		if r.least == r.most {
			return strconv.Itoa(r.most)
		}
		return strconv.Itoa(r.least) + "-" + strconv.Itoa(r.most)
	}
	switch {
	case all.most == 0:
		return nNone.With()
	case all == kept:
		return nAll.With(say(kept))
	}
	return nKept.With(say(all), say(kept))
}

// describeUnits names the unit of most figures, and the other units with their areas.
func (t *table) describeUnits() lang.Message {
	areas := map[string][]string{}
	var order []string
	for i := range t.report.Models {
		m := &t.report.Models[i]
		unit := m.Unit
		if unit == "" {
			unit = groupUnit.In(t.lang)
		}
		if areas[unit] == nil {
			order = append(order, unit)
		}
		areas[unit] = append(areas[unit], m.Name)
	}
	slices.SortStableFunc(order, func(a, b string) int { return len(areas[b]) - len(areas[a]) })
	if len(order) == 1 {
		return units.With(order[0], t.describePrices())
	}
	var others []string
	for _, unit := range order[1:] {
		others = append(others, unitOf.With(lang.List(areas[unit]), unit).In(t.lang))
	}
	return unitsBut.With(order[0], t.describePrices(), strings.Join(others, "; "))
}

// describePrices says what prices the amounts are in.
func (t *table) describePrices() lang.Message {
	r := t.report
	switch {
	case r.Year == 0:
		return pricesUnknown.With()
	case r.Prices.Year != 0:
		return pricesOfYear.With(r.Prices.Year, r.Prices.Source)
	case len(r.Years) > 1:
		return pricesMixed.With()
	}
	return pricesCurrent.With(r.Year)
}

// writeData names the files and the publishers.
func (t *table) writeData() {
	count := map[string]map[string]int{} // how many indicators, by file and publisher
	var files []string
	others := map[string]bool{} // the years of drivers other than those compared
	for _, s := range t.report.Sources {
		for _, year := range s.Years {
			if year != t.report.Year && !slices.Contains(t.report.Years, year) {
				others[strconv.Itoa(year)] = true
			}
		}
		publisher, _, _ := strings.Cut(s.Publisher, ",")
		for _, file := range s.Files {
			if count[file] == nil {
				files = append(files, file)
				count[file] = map[string]int{}
			}
			if publisher != "" {
				count[file][publisher]++
			}
		}
	}
	for i, f := range files {
		names := slices.SortedFunc(maps.Keys(count[f]), func(a, b string) int {
			return cmp.Or(count[f][b]-count[f][a], cmp.Compare(a, b))
		})
		if len(names) > 0 {
			files[i] = publishers.With(f, strings.Join(names, "; ")).In(t.lang)
		}
	}
	year := t.describePeriod()
	if len(others) > 0 {
		year = driversOf.With(year, lang.List(slices.Sorted(maps.Keys(others)))).In(t.lang)
	}
	if len(files) == 0 {
		files = []string{fromProgram.In(t.lang)}
	}
	t.writeParagraph(dataLine.With(lang.List(files), year))
}

// formatArea returns an area's name as it stands in its column. A part of another area is
// indented, and a mark follows if the row has a reservation.
func (t *table) formatArea(row *benchmark.Row) string {
	mark := " "
	for _, code := range row.Reservations {
		switch {
		case code == benchmark.Extrapolation, code == benchmark.NegativeExpected:
			mark = farMark
		case code == benchmark.ExplainsNothing && mark == " ":
			mark = weakMark
		}
	}
	t.marked[mark] = true
	always := func(string) bool { return true }
	return Pad(t.indentPart(row.Area, always), areaWidth-1) + mark
}

// The marks of rows that should be read with a reservation.
const (
	farMark  = "!"
	weakMark = "~"
)

// writeMarks explains the marks that occur in the table.
func (t *table) writeMarks() {
	if t.marked[farMark] {
		t.writeParagraph(farExplained.With())
	}
	if t.marked[weakMark] {
		t.writeParagraph(weakExplained.With())
	}
	if t.marked[millionMark] || t.marked[milliardMark] {
		t.writeParagraph(largeExplained.With())
	}
}

// formatWithin writes a number so that it fits into a column. If it is too wide, it is
// written in millions or milliards, with a letter that [table.writeMarks] explains.
func (t *table) formatWithin(v float64, decimals int, signed bool, width int) string {
	text := lang.Format(t.lang, v, decimals, signed)
	if len(text) <= width {
		return text
	}
	for _, unit := range []struct {
		mark string
		kr   float64
	}{{"", 1}, {millionMark, 1e6}, {milliardMark, 1e9}} {
		for d := decimals; d >= 0; d-- {
			if unit.kr > 1 && d == 0 && math.Abs(v) < unit.kr {
				break
			}
			if text = lang.Format(t.lang, v/unit.kr, d, signed) + unit.mark; len(text) <= width {
				t.noteMark(unit.mark)
				return text
			}
		}
	}
	t.noteMark(milliardMark)
	return text
}

// The letters after numbers that were too wide for their column.
const (
	millionMark  = "M"
	milliardMark = "G"
)

// noteMark notes that a number has a mark, so that a line below the table explains it.
func (t *table) noteMark(mark string) {
	if t.marked == nil {
		t.marked = map[string]bool{}
	}
	t.marked[mark] = true
}

// formatKr writes kroner in a column of the usual width.
func (t *table) formatKr(v float64) string { return t.formatKrWithin(v, 7) }

// formatKrWithin writes kroner in a column of a width.
func (t *table) formatKrWithin(v float64, width int) string {
	return t.formatWithin(v, 0, false, width)
}

// formatPct writes per cent with a sign and one decimal.
func (t *table) formatPct(v float64) string {
	if math.Abs(v) >= 9999 { // it is wider than its column, and no longer of interest
		return lang.Format(t.lang, v, 0, true)
	}
	return lang.Format(t.lang, v, 1, true)
}

// formatMillions writes kr. in millions. An amount that is too wide is written in whole
// millions, or in milliards.
func (t *table) formatMillions(kr float64, signed bool) string {
	const width = 7
	for decimals := 1; decimals >= 0; decimals-- {
		if text := lang.Format(t.lang, kr/1e6, decimals, signed); len(text) <= width {
			return text
		}
	}
	t.noteMark(milliardMark)
	return lang.Format(t.lang, kr/1e9, 0, signed) + milliardMark
}

// formatInterval writes an interval in kroner. Its ends stand close together, unless the
// lower one is negative.
func (t *table) formatInterval(low, high float64) string {
	if math.IsNaN(low) {
		return lang.Missing
	}
	if low < 0 { // a minus beside the dash is hard to read
		return t.formatKrWithin(low, 6) + " – " + t.formatKrWithin(high, 6)
	}
	return t.formatKr(low) + "–" + t.formatKr(high)
}
