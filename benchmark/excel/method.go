package excel

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// method is the sheet that says how to read the others.
func (b *book) method() *sheet {
	st := b.style
	s := &sheet{frame: frame{titles: 1}}
	s.widths = []float64{46, 25, 30, 11, 40, 18, 24}
	s.rows = [][]any{{text(titleMethod.In(b.lang), st.title)}, nil}
	s.rows[1] = []any{b.back(s, 1)}
	s.paragraphs(b.cell, headHow, how...)
	s.paragraphs(b.cell, headDefinitions, definitions...)
	b.signs(s)
	b.forPrint(s)
	s.paragraphs(b.cell, headPlan)
	r := b.report
	s.entry(b.cell, entryYear, b.period())
	s.entry(b.cell, entryEstimator, r.MethodIn(b.lang))
	s.entry(b.cell, entryExclude, strings.Join(b.names(r.Excluded), ", "))
	s.entry(b.cell, entryFamily, r.Plan.Family.In(b.lang))
	s.entry(b.cell, entryMateriality, lang.Format(b.lang, *r.Plan.Materiality, 0, false)+" kr.")
	s.entry(b.cell, entryPrices, b.prices())
	s.paragraphs(b.cell, headTargets)
	for _, rule := range b.rules() {
		s.rows = append(s.rows, []any{text("• "+rule.In(b.lang), st.lead)})
	}
	s.paragraphs(b.cell, headCaveats, caveats...)
	s.paragraphs(b.cell, headWarnings)
	warned := r
	if b.one != nil {
		warned = b.one // of the others' there can be many
	}
	for _, notice := range warned.Notices() {
		s.wrapped(b.cell, "• "+capital(notice.In(b.lang)))
	}
	s.paragraphs(b.cell, headSources)
	s.begin(headSources, len(r.Sources), b.cell.header(columnName, columnUnit, columnPublisher, columnYears, columnNote, columnFile, columnIndicator))
	for _, source := range r.Sources {
		years := make([]string, len(source.Years))
		for i, y := range source.Years {
			years[i] = strconv.Itoa(y)
			if y == 0 {
				years[i] = noYear.In(b.lang)
			}
		}
		s.rows = append(s.rows, []any{
			text(source.Name, st.wrap), text(source.Unit, st.wrap), text(source.Publisher, st.wrap),
			text(strings.Join(years, ", "), st.wrap), text(source.Note, st.wrap), text(strings.Join(source.Files, ", "), st.wrap), text(source.Indicator, st.wrap),
		})
		s.fit(b.cell)
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
func (b *book) made(s *sheet) {
	o, st := &b.options, b.style
	program := "Raaderum"
	if o.Version != "" {
		program += " " + o.Version
	}
	title, author := b.about(), b.report.Plan.Author
	if author != "" {
		title = author + ": " + title
	}
	s.paragraphs(b.cell, headCite, citeIntro)
	s.wrapped(b.cell, cite.With(title, b.period(), program).In(b.lang))
	s.paragraphs(b.cell, headMade)
	s.entry(b.cell, entryVersion, program)
	if author != "" {
		s.entry(b.cell, entryAuthor, author)
	}
	if o.Command != "" {
		s.rows = append(s.rows, []any{b.cell.words(entryCommand, st.text), text(o.Command, st.code)})
	}
	if o.Plan == "" {
		return
	}
	s.printed, s.printedRows = len(s.widths), len(s.rows) // the plan is for programs and not for paper
	s.paragraphs(b.cell, headPlanText, planTextNote)
	for line := range strings.Lines(o.Plan) {
		s.rows = append(s.rows, []any{text(strings.TrimRight(line, "\r\n"), st.code)})
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
