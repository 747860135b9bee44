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
	name:    "check",
	usage:   usageCheck,
	more:    moreCheck,
	flags:   []option{dataFlag, planFlag, correctionsFlag, langFlag},
	example: "raaderum check --data regnskab.csv --data rammevilkaar.csv",
	action:  (*program).check,
}

// check shows what was read, and every problem of the data and of the plan
// with the data. Nothing is computed.
func (p *program) check(c *cli.Context) error {
	plan, err := p.readPlan(c)
	if err != nil {
		return err
	}
	data, err := read(c.Context, c.StringSlice("data"), plan)
	var problems dataset.Problems
	if err != nil && !errors.As(err, &problems) {
		return err
	}
	for _, t := range data.Tables() {
		p.table(t)
	}
	p.coverage(data)
	for _, w := range data.Warnings() {
		p.warn(w)
	}
	for _, problem := range problems {
		p.say(errorWord.With(problem))
	}
	// Without a plan of its own, a file is checked for itself.
	planErr := addCorrections(&plan, data, c)
	if planErr == nil && (c.IsSet("plan") || !c.IsSet("data")) {
		planErr = plan.Check(data)
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

// table shows what a source was taken for.
func (p *program) table(t dataset.Table) {
	layout := layoutTidy
	if t.Layout == "wide" {
		layout = layoutWide
	}
	count := func(n int) lang.Number { return lang.Number{Value: float64(n)} }
	m := tableRead.With(t.Source, lang.Message{Phrase: layout}, t.Encoding, visibleMark(t.Separator), visibleMark(t.DecimalMark), count(t.Rows), count(t.Figures), count(t.Missing), count(t.Skipped))
	if t.Layout == "" {
		m = tableUnread.With(t.Source)
	}
	for _, line := range text.Wrap(m.In(p.lang), text.Width) {
		fmt.Fprintln(p.stdout, line)
	}
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
