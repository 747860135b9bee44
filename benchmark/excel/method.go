package excel

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// method is the sheet that says how to read the others.
func (b *book) method() *layout.Sheet {
	st := b.style
	s := &layout.Sheet{Frame: layout.Frame{Titles: 1}}
	s.Widths = []float64{46, 25, 30, 11, 40, 18, 24}
	s.Rows = [][]any{{layout.Text(titleMethod.In(b.lang), st.Title)}, nil}
	s.Rows[1] = []any{b.back(s, 1)}
	s.Paragraphs(b.cell, headHow, how...)
	s.Paragraphs(b.cell, headDefinitions, definitions...)
	b.signs(s)
	b.forPrint(s)
	s.Paragraphs(b.cell, headPlan)
	r := b.report
	s.Entry(b.cell, entryYear, b.period())
	s.Entry(b.cell, entryEstimator, r.MethodIn(b.lang))
	s.Entry(b.cell, entryExclude, strings.Join(b.names(r.Excluded), ", "))
	s.Entry(b.cell, entryFamily, r.Plan.Family.In(b.lang))
	s.Entry(b.cell, entryMateriality, lang.Format(b.lang, *r.Plan.Materiality, 0, false)+" kr.")
	s.Entry(b.cell, entryPrices, b.prices())
	s.Paragraphs(b.cell, headTargets)
	for _, rule := range b.rules() {
		s.Rows = append(s.Rows, []any{layout.Text("• "+rule.In(b.lang), st.Lead)})
	}
	s.Paragraphs(b.cell, headCaveats, caveats...)
	s.Paragraphs(b.cell, headWarnings)
	warned := r
	if b.one != nil {
		warned = b.one // of the others' there can be many
	}
	for _, notice := range warned.Notices() {
		s.Wrapped(b.cell, "• "+capital(notice.In(b.lang)))
	}
	s.Paragraphs(b.cell, headSources)
	s.Begin(headSources, len(r.Sources), b.cell.Header(columnName, columnUnit, columnPublisher, columnYears, columnNote, columnFile, columnIndicator))
	for _, source := range r.Sources {
		years := make([]string, len(source.Years))
		for i, y := range source.Years {
			years[i] = strconv.Itoa(y)
			if y == 0 {
				years[i] = noYear.In(b.lang)
			}
		}
		s.Rows = append(s.Rows, []any{
			layout.Text(source.Name, st.Wrap), layout.Text(source.Unit, st.Wrap), layout.Text(source.Publisher, st.Wrap),
			layout.Text(strings.Join(years, ", "), st.Wrap), layout.Text(source.Note, st.Wrap), layout.Text(strings.Join(source.Files, ", "), st.Wrap), layout.Text(source.Indicator, st.Wrap),
		})
		s.Fit(b.cell)
	}
	b.made(s)
	return s
}

// capital begins a text with a capital letter.
func capital(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// made says how the workbook is cited, and what it was made by and of.
func (b *book) made(s *layout.Sheet) {
	o, st := &b.options, b.style
	program := "Raaderum"
	if o.Version != "" {
		program += " " + o.Version
	}
	title, author := b.about(), b.report.Plan.Author
	if author != "" {
		title = author + ": " + title
	}
	s.Paragraphs(b.cell, headCite, citeIntro)
	s.Wrapped(b.cell, cite.With(title, b.period(), program).In(b.lang))
	s.Paragraphs(b.cell, headMade)
	s.Entry(b.cell, entryVersion, program)
	if author != "" {
		s.Entry(b.cell, entryAuthor, author)
	}
	if o.Command != "" {
		s.Rows = append(s.Rows, []any{b.cell.Words(entryCommand, st.Text), layout.Text(o.Command, st.Code)})
	}
	if o.Plan == "" {
		return
	}
	s.Printed, s.PrintedRows = len(s.Widths), len(s.Rows) // the plan is for programs and not for paper
	s.Paragraphs(b.cell, headPlanText, planTextNote)
	for line := range strings.Lines(o.Plan) {
		s.Rows = append(s.Rows, []any{layout.Text(strings.TrimRight(line, "\r\n"), st.Code)})
	}
}

// rules are the target rules that the report uses, each once.
func (b *book) rules() (rules []target.Rule) {
	seen := map[string]bool{}
	for _, a := range b.report.Plan.Areas {
		rule, err := target.Parse(a.Target)
		if err == nil && !seen[rule.String()] {
			seen[rule.String()] = true
			rules = append(rules, rule)
		}
	}
	return rules
}
