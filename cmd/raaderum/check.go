package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var checkCommand = command{
	name:  "check",
	usage: usageCheck,
	more:  moreCheck,
	flags: []option{dataFlag, planFlag, correctionsFlag,
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
	data, err := read(c.Context, c.StringSlice("data"), plan)
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
		p.table(t)
	}
	p.coverage(data)
	p.showLedger(plan.Corrections)
	for _, w := range data.Warnings() {
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
	fmt.Fprintln(p.stdout, checkPassed.With(len(data.Warnings())).In(p.lang))
	return nil
}

func (p *program) say(m lang.Message) {
	for _, line := range text.Wrap(m.In(p.lang), text.Width) {
		fmt.Fprintln(p.stderr, line)
	}
}

// layoutWords say what a source was taken for.
var layoutWords = map[string]lang.Phrase{
	"tidy":      {DA: "ét tal pr. række", EN: "one figure a row"},
	"wide":      {DA: "en kolonne pr. indikator", EN: "a column an indicator"},
	"statbank":  {DA: "CSV fra Statistikbanken", EN: "a CSV of StatBank"},
	"web":       {DA: "CSV uden overskrift fra statistikbanken.dk", EN: "a CSV without a header from statbank.dk"},
	"px":        {DA: "PC-Axis", EN: "PC-Axis"},
	"json-stat": {DA: "JSON-stat", EN: "JSON-stat"},
	"sheet":     {DA: "et regneark", EN: "a sheet"},
	"columns":   {DA: "en tabel i kolonner", EN: "a table in columns"},
	"blocks":    {DA: "blokke fra noegletal.dk", EN: "blocks of noegletal.dk"},
}

// table shows what a source was taken for.
func (p *program) table(t dataset.Table) {
	count := func(n int) lang.Number { return lang.Number{Value: float64(n)} }
	layout := lang.Message{Phrase: layoutWords[t.Layout]}
	if t.Table != "" {
		layout = tableCalled.With(layout, t.Table)
	}
	if t.Separator != 0 {
		layout = layoutMarks.With(layout, t.Encoding, visibleMark(t.Separator), visibleMark(t.DecimalMark))
	} else if t.Encoding != "" {
		layout = layoutEncoding.With(layout, t.Encoding)
	}
	m := tableRead.With(t.Source, layout, count(t.Rows), count(t.Figures), count(t.Missing), count(t.Skipped))
	if t.Layout == "" {
		m = tableUnread.With(t.Source)
	}
	p.lines(m.In(p.lang), 0)
	for _, u := range t.Uses {
		p.lines(useOf(u).In(p.lang), 2)
	}
}

// lines prints a text within the screen's width, indented.
func (p *program) lines(words string, indent int) {
	for _, line := range text.Wrap(words, text.Width-indent) {
		fmt.Fprintln(p.stdout, strings.Repeat(" ", indent)+line)
	}
}

// useOf says what a variable of a table was taken for.
func useOf(u dataset.Use) lang.Message {
	as := map[string]lang.Phrase{"municipality": useMunicipality, "year": useYear}[u.As]
	if as == (lang.Phrase{}) {
		as = useIndicator
	}
	name := lang.Localized(lang.Message{Phrase: namelessVariable})
	if u.Variable != "" {
		name = lang.List{u.Variable}
	}
	m := as.With(name)
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
	fmt.Fprintf(p.stdout, "\n%s\n", coverageHead.With(len(data.Municipalities()), len(data.Indicators())).In(p.lang))
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
			fmt.Fprint(p.stdout, text.Pad(ind.ID, idWidth))
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
