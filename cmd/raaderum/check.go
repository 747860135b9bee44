package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var checkCommand = command{
	name:  "check",
	usage: usageCheck,
	more:  moreCheck,
	flags: []option{dataFlag, planFlag, correctionsFlag, pricesFlag,
		{name: "format", value: valueCheckFormat, usage: usageCheckFormat, words: func() []string { return checkFormats }},
		langFlag,
	},
	example: "raaderum check --data regnskab.csv --data rammevilkaar.csv",
	action:  (*program).check,
}

// check shows what was read, and every problem of the data and of the plan
// with the data. Nothing is computed.
func (p *program) check(c *cli.Context) error {
	format, err := oneOf(c, "format", checkFormats)
	if err != nil {
		return err
	}
	plan, err := p.readPlan(c)
	if err != nil {
		return err
	}
	if err := addPrices(&plan, c); err != nil {
		return err
	}
	data, err := p.read(c.Context, c.StringSlice("data"), plan, c.IsSet("plan"))
	var problems dataset.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	// Without a plan of its own, a file is checked for itself.
	planErr := addCorrections(&plan, data, c)
	if planErr == nil && (c.IsSet("plan") || !c.IsSet("data")) {
		planErr = plan.Check(data)
	}
	if format == "json" {
		if err := p.writeCheck(data, problems, planErr); err != nil {
			return err
		}
		if len(problems) > 0 || planErr != nil {
			return checkFailed.With()
		}
		return nil
	}
	for _, t := range data.Tables() {
		p.table(t, data)
	}
	p.coverage(data)
	p.units(data)
	p.lacking(data)
	p.showLedger(plan.Corrections)
	warnings := data.Warnings().Grouped()
	for _, w := range warnings {
		p.warn(w)
	}
	for _, problem := range problems {
		p.say(errorWord.With(problem))
	}
	if planErr != nil {
		for line := range strings.Lines(lang.Of(planErr, p.lang)) {
			p.say(errorWord.With(strings.TrimSpace(line)))
		}
	}
	if len(problems) > 0 || planErr != nil {
		return checkFailed.With()
	}
	fmt.Fprintln(p.stdout, checkPassed.With(len(warnings)).In(p.lang))
	return nil
}

func (p *program) say(m lang.Message) {
	for _, line := range text.Wrap(m.In(p.lang), text.Width) {
		fmt.Fprintln(p.stderr, line)
	}
}

// layoutWords say what a source was taken for.
var layoutWords = map[string]lang.Phrase{
	"tidy":      {DA: "ét tal pr. række", EN: "one figure per row"},
	"wide":      {DA: "en kolonne pr. indikator", EN: "one column per indicator"},
	"statbank":  {DA: "CSV fra Statistikbanken", EN: "a CSV of StatBank"},
	"web":       {DA: "CSV uden overskrift fra statistikbanken.dk", EN: "a CSV without a header from statbank.dk"},
	"px":        {DA: "PC-Axis", EN: "PC-Axis"},
	"json-stat": {DA: "JSON-stat", EN: "JSON-stat"},
	"sheet":     {DA: "et regneark", EN: "a sheet"},
	"columns":   {DA: "en tabel i kolonner", EN: "a table in columns"},
	"blocks":    {DA: "blokke fra noegletal.dk", EN: "blocks of noegletal.dk"},
}

// table shows what a source was taken for.
func (p *program) table(t dataset.Table, data *dataset.Dataset) {
	count := func(n int) lang.Number { return lang.Number{Value: float64(n)} }
	layout := lang.Message{Phrase: layoutWords[t.Layout]}
	if t.Table != "" {
		layout = tableCalled.With(layout, t.Table)
	}
	if t.Separator != 0 && t.DecimalMark != 0 {
		layout = layoutMarks.With(layout, t.Encoding, visibleMark(t.Separator), visibleMark(t.DecimalMark))
	} else if t.Encoding != "" {
		layout = layoutEncoding.With(layout, t.Encoding)
	}
	read := tableRead
	rows := t.Layout == "tidy" || t.Layout == "wide"
	if !rows && len(t.Uses) > 0 { // it has a cell for every combination of its variables
		read = tableOfCells
	}
	m := read.With(t.Source, layout, count(t.Rows), count(t.Figures), count(t.Missing), count(t.Skipped))
	if t.Layout == "" || t.Figures+t.Missing+t.Skipped == 0 {
		m = tableUnread.With(t.Source)
	}
	p.lines(m.In(p.lang), 0)
	for _, n := range t.Sections {
		p.lines(sectionUsed.With(n).In(p.lang), 2)
	}
	if rows {
		p.columns(t.Uses)
		return
	}
	for _, u := range t.Uses {
		p.lines(useOf(u, t.Layout).In(p.lang), 2)
	}
}

// useWords say what a variable or a column was taken for.
var useWords = map[string]lang.Phrase{
	"municipality": useMunicipality, "code": useCode, "year": useYear, "indicator": useIndicator, "value": useValue,
	"unit": useUnit, "region": useRegion, "group": useGroup, "left out": useNothing,
}

// columns shows what the columns of a file were taken for, those of one kind
// together.
func (p *program) columns(uses []dataset.Use) {
	var order []string
	of := map[string][]string{}
	for _, u := range uses {
		if of[u.As] == nil {
			order = append(order, u.As)
		}
		of[u.As] = append(of[u.As], u.Variable)
	}
	for _, as := range order {
		p.lines(useWords[as].With(firstOf(of[as])).In(p.lang), 2)
	}
}

// lines prints a text within the screen's width, indented.
func (p *program) lines(words string, indent int) {
	for _, line := range text.Wrap(words, text.Width-indent) {
		fmt.Fprintln(p.stdout, strings.Repeat(" ", indent)+line)
	}
}

// useOf says what a variable of a table was taken for.
func useOf(u dataset.Use, layout string) lang.Message {
	name := lang.Localized(lang.Message{Phrase: namelessVariable})
	switch {
	case u.As == "year" && u.Variable == "år" && inColumns(layout): // of the columns, or so called
		name = headings
	case u.Variable != "":
		name = lang.List{u.Variable}
	case inColumns(layout):
		name = headings
	}
	m := useWords[u.As].With(name)
	if len(u.Taken) > 0 {
		m = useTaken.With(m, firstOf(u.Taken))
	}
	if u.Summed {
		m = useSummed.With(m)
	}
	if len(u.LeftOut) > 0 {
		m = useLeftOut.With(m, firstOf(u.LeftOut))
	}
	return m
}

// inColumns says whether a layout has its headings above columns.
func inColumns(layout string) bool {
	return layout == "sheet" || layout == "columns" || layout == "blocks"
}

// firstOf names the first of a list, and how many more there are.
func firstOf(list []string) lang.Localized {
	const most = 8
	if len(list) <= most {
		return lang.List(list)
	}
	return andMore.With(strings.Join(list[:most], ", "), len(list)-most)
}

func visibleMark(r rune) string {
	switch r {
	case 0:
		return "-"
	case '\t':
		return "tab"
	}
	return string(r)
}

// coverage shows for how many municipalities each indicator has a figure in
// each year, as many years beside each other as there is room for.
func (p *program) coverage(data *dataset.Dataset) {
	years := data.Years()
	if len(years) == 0 {
		return
	}
	fmt.Fprintln(p.stdout)
	p.lines(coverageHead.With(len(data.Municipalities()), len(data.Indicators())).In(p.lang), 0)
	const idWidth, yearWidth, most = 32, 8, 500
	indicators := data.Indicators()
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
			if utf8.RuneCountInString(id) > idWidth { // in full, on lines of its own
				p.lines(id, 0)
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

// lacking names the municipalities without a figure where nearly all have one:
// the indicators and years that lack the same together.
func (p *program) lacking(data *dataset.Dataset) {
	const few, most = 10, 20 // municipalities; lines
	var order []string
	of := map[string][]string{} // indicators and years by who lacks them
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
			if of[who] == nil {
				order = append(order, who)
			}
			what := ind.ID
			if word := strings.Join(years[who], ", "); word != strconv.Itoa(dataset.Undated) {
				what += " (" + word + ")"
			}
			of[who] = append(of[who], what)
		}
	}
	if len(order) == 0 {
		return
	}
	p.lines(lackingHead.In(p.lang), 0)
	for _, who := range order[:min(most, len(order))] {
		p.lines(lackingOf.With(who, firstOf(of[who])).In(p.lang), 2)
	}
	if more := len(order) - most; more > 0 {
		p.lines(moreLacking.With(more).In(p.lang), 2)
	}
	fmt.Fprintln(p.stdout)
}
