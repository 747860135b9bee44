package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// printCheck shows what was found as text. What was read goes to standard output, and what
// is wrong to standard error.
func (p *program) printCheck(found checkResult) {
	data := found.data
	for _, t := range data.Tables() {
		p.printTable(t)
	}
	p.printCoverage(data)
	p.printUnits(data)
	p.printLacking(data)
	p.printDriverYears(found)
	p.printCorrections(found.plan.Corrections)
	warnings := data.Warnings().Grouped()
	for _, w := range warnings {
		p.writeWarning(w)
	}
	for _, one := range found.unusual {
		p.writeWarning(one)
	}
	for _, problem := range found.problems {
		p.writeMessage(errorWord.With(problem))
	}
	if found.planErr != nil {
		for line := range strings.Lines(lang.Of(found.planErr, p.lang)) {
			p.writeMessage(errorWord.With(strings.TrimSpace(line)))
		}
	}
	if len(found.problems) == 0 && found.planErr == nil {
		fmt.Fprintln(p.stdout, checkPassed.With(len(warnings)+len(found.unusual)).In(p.lang))
	}
}

// writeMessage writes a message on standard error, within the screen's width.
func (p *program) writeMessage(m lang.Message) {
	for _, line := range text.Wrap(m.In(p.lang), text.Width) {
		fmt.Fprintln(p.stderr, line)
	}
}

// writeWarning writes a warning on standard error.
func (p *program) writeWarning(what lang.Localized) { p.writeMessage(warning.With(what)) }

// printLines writes a text on standard output, within the screen's width and
// indented.
func (p *program) printLines(what lang.Localized, indent int) {
	for _, line := range text.Wrap(what.In(p.lang), text.Width-indent) {
		fmt.Fprintln(p.stdout, strings.Repeat(" ", indent)+line)
	}
}

// layoutWords names what a source may be taken for.
var layoutWords = map[string]lang.Phrase{
	"tidy":      layoutTidy,
	"wide":      layoutWide,
	"statbank":  layoutStatBank,
	"web":       layoutWeb,
	"px":        layoutPX,
	"json-stat": layoutJSONStat,
	"sheet":     layoutSheet,
	"columns":   layoutColumns,
	"blocks":    layoutBlocks,
}

// printTable shows what a source was taken for.
func (p *program) printTable(t dataset.Table) {
	count := func(n int) lang.Number { return lang.Number{Value: float64(n)} }
	layout := lang.Message{Phrase: layoutWords[t.Layout]}
	if t.Table != "" {
		layout = tableCalled.With(layout, t.Table)
	}
	if t.Separator != 0 && t.DecimalMark != 0 {
		separator, decimal := markName(t.Separator), markName(t.DecimalMark)
		layout = layoutMarks.With(layout, t.Encoding, separator, decimal)
	} else if t.Encoding != "" {
		layout = layoutEncoding.With(layout, t.Encoding)
	}
	read := tableRead
	rows := t.Layout == "tidy" || t.Layout == "wide"
	if !rows && len(t.Uses) > 0 { // a table with variables has cells and no rows
		read = tableOfCells
	}
	m := read.With(t.Source, layout,
		count(t.Rows), count(t.Figures), count(t.Missing), count(t.Skipped))
	if t.Layout == "" || t.Figures+t.Missing+t.Skipped == 0 {
		m = tableUnread.With(t.Source)
	}
	p.printLines(m, 0)
	for _, n := range t.Sections {
		p.printLines(sectionUsed.With(n), 2)
	}
	if rows {
		p.printColumns(t.Uses)
		return
	}
	for _, u := range t.Uses {
		p.printLines(describeUse(u, t.Layout), 2)
	}
}

// useWords names what a variable or a column may be taken for.
var useWords = map[string]lang.Phrase{
	"municipality": useMunicipality,
	"code":         useCode,
	"year":         useYear,
	"indicator":    useIndicator,
	"value":        useValue,
	"unit":         useUnit,
	"region":       useRegion,
	"group":        useGroup,
	"left out":     useNothing,
}

// printColumns shows what the columns of a file were taken for. Columns of the same kind
// stand together.
func (p *program) printColumns(uses []dataset.Use) {
	var order []string
	columns := map[string][]string{} // the columns by what they were taken for
	for _, u := range uses {
		if columns[u.As] == nil {
			order = append(order, u.As)
		}
		columns[u.As] = append(columns[u.As], u.Variable)
	}
	for _, as := range order {
		p.printLines(useWords[as].With(nameFirst(columns[as])), 2)
	}
}

// describeUse says what a variable of a table was taken for.
func describeUse(u dataset.Use, layout string) lang.Message {
	name := lang.Localized(lang.Message{Phrase: namelessVariable})
	switch {
	case u.As == "year" && u.Variable == "år" && isInColumns(layout):
		name = headings
	case u.Variable != "":
		name = lang.List{u.Variable}
	case isInColumns(layout):
		name = headings
	}
	m := useWords[u.As].With(name)
	if len(u.Taken) > 0 {
		m = useTaken.With(m, nameFirst(u.Taken))
	}
	if u.Summed {
		m = useSummed.With(m)
	}
	if len(u.LeftOut) > 0 {
		m = useLeftOut.With(m, nameFirst(u.LeftOut))
	}
	return m
}

// isInColumns says whether files of a layout have a heading above each column.
func isInColumns(layout string) bool {
	return layout == "sheet" || layout == "columns" || layout == "blocks"
}

// nameFirst names the first few of a list, and how many more there are.
func nameFirst(list []string) lang.Localized {
	const most = 8
	if len(list) <= most {
		return lang.List(list)
	}
	return andMore.With(strings.Join(list[:most], ", "), len(list)-most)
}

// markName names a separator or a decimal mark, so that it can be seen.
func markName(r rune) string {
	switch r {
	case 0:
		return "-"
	case '\t':
		return "tab"
	}
	return string(r)
}

// printCoverage shows for how many municipalities each indicator has a figure in each year.
// It puts as many years side by side as there is room for.
func (p *program) printCoverage(data *dataset.Dataset) {
	years := data.Years()
	if len(years) == 0 {
		return
	}
	fmt.Fprintln(p.stdout)
	indicators := data.Indicators()
	p.printLines(coverageHead.With(len(data.Municipalities()), len(indicators)), 0)
	const idWidth, yearWidth, most = 32, 8, 500
	if more := len(indicators) - most; more > 0 {
		indicators = indicators[:most]
		fmt.Fprintln(p.stdout, moreIndicators.With(more).In(p.lang))
	}
	years = years[max(0, len(years)-50):]
	for part := range slices.Chunk(years, (text.Width-idWidth)/yearWidth) {
		fmt.Fprintf(p.stdout, "\n%s", text.Pad(columnIndicator.In(p.lang), idWidth))
		for _, y := range part {
			word := strconv.Itoa(y)
			if y == dataset.Undated {
				word = noYear.In(p.lang)
			}
			fmt.Fprintf(p.stdout, " %7s", word)
		}
		fmt.Fprintln(p.stdout)
		for _, ind := range indicators {
			id := ind.ID
			// a long ID stands in full on a line of its own
			if utf8.RuneCountInString(id) > idWidth {
				p.printLines(lang.Phrase{DA: id, EN: id}, 0)
				id = ""
			}
			fmt.Fprint(p.stdout, text.Pad(id, idWidth))
			for _, y := range part {
				n := lang.Format(p.lang, float64(data.Coverage(ind.ID, y)), 0, false)
				if data.Column(ind.ID, y) == nil {
					n = "."
				}
				fmt.Fprintf(p.stdout, " %7s", n)
			}
			fmt.Fprintln(p.stdout)
		}
	}
	fmt.Fprintln(p.stdout)
}

// printLacking names the municipalities without a figure, if nearly all have one.
// Indicators and years that lack the same municipalities stand together.
func (p *program) printLacking(data *dataset.Dataset) {
	const few, most = 10, 20 // how many municipalities, and how many lines
	var order []string
	lacked := map[string][]string{} // the indicators and years, by who lacks them
	for _, ind := range data.Indicators() {
		years := map[string][]string{}
		var first []string
		for _, y := range data.Years() {
			column := data.Column(ind.ID, y)
			n := len(column) - data.Coverage(ind.ID, y)
			if column == nil || n == 0 || n > few || n*2 >= len(column) {
				continue
			}
			var names []string
			for i, v := range column {
				if math.IsNaN(v) {
					names = append(names, data.Municipalities()[i].Name)
				}
			}
			who := lang.List(names).In(p.lang)
			if years[who] == nil {
				first = append(first, who)
			}
			years[who] = append(years[who], strconv.Itoa(y))
		}
		for _, who := range first {
			if lacked[who] == nil {
				order = append(order, who)
			}
			what := ind.ID
			if word := strings.Join(years[who], ", "); word != strconv.Itoa(dataset.Undated) {
				what += " (" + word + ")"
			}
			lacked[who] = append(lacked[who], what)
		}
	}
	if len(order) == 0 {
		return
	}
	p.printLines(lackingHead, 0)
	for _, who := range order[:min(most, len(order))] {
		p.printLines(lackingOf.With(who, nameFirst(lacked[who])), 2)
	}
	if more := len(order) - most; more > 0 {
		p.printLines(moreLacking.With(more), 2)
	}
	fmt.Fprintln(p.stdout)
}

// printUnits shows the units of the indicators. Those in the same unit stand together, and
// those without a stated unit come last.
func (p *program) printUnits(data *dataset.Dataset) {
	type unit struct{ is, given string }
	var order []unit
	ids := map[unit][]string{}
	for _, ind := range data.Indicators() {
		if !hasFigures(data, ind.ID) {
			continue
		}
		u := unit{ind.Unit, ind.UnitGiven}
		if ids[u] == nil && u.is != "" {
			order = append(order, u)
		}
		ids[u] = append(ids[u], ind.ID)
	}
	if len(ids) == 0 {
		return
	}
	p.printLines(unitsHead, 0)
	for _, u := range order {
		name := lang.Localized(lang.List{u.is})
		if u.given != "" {
			name = unitsConverted.With(u.is, u.given)
		}
		p.printLines(unitOf.With(name, nameFirst(ids[u])), 2)
	}
	if unknown := ids[unit{}]; unknown != nil {
		p.printLines(unitOf.With(unitUnknown, nameFirst(unknown)), 2)
	}
	fmt.Fprintln(p.stdout)
}

// hasFigures says whether the data have a figure of an indicator in any year.
func hasFigures(data *dataset.Dataset, id string) bool {
	for _, y := range data.Years() {
		if data.Column(id, y) != nil {
			return true
		}
	}
	return false
}
