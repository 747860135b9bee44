package excel

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// layOutMethod lays out the sheet that says how to read the others.
func (b *book) layOutMethod() *layout.Sheet {
	st := b.style
	s := &layout.Sheet{Frame: layout.Frame{Titles: 1}}
	s.Widths = []float64{46, 25, 30, 11, 40, 18, 24}
	s.Rows = [][]any{{layout.Text(phrase.TitleMethod.In(b.lang), st.Title)}, nil}
	s.Rows[1] = []any{b.makeBackLink(s, 1)}
	s.Paragraphs(b.cell, phrase.HeadHow, phrase.How...)
	s.Paragraphs(b.cell, phrase.HeadDefinitions, phrase.Definitions...)
	b.addSigns(s)
	b.addPrintAdvice(s)
	s.Paragraphs(b.cell, phrase.HeadPlan)
	r := b.report
	s.Entry(b.cell, phrase.EntryYear, b.describePeriod())
	s.Entry(b.cell, phrase.EntryEstimator, r.MethodIn(b.lang))
	s.Entry(b.cell, phrase.EntryExclude, strings.Join(b.listNames(r.Excluded), ", "))
	s.Entry(b.cell, phrase.EntryFamily, r.Plan.Family.In(b.lang))
	s.Entry(b.cell, phrase.EntryMateriality,
		lang.Format(b.lang, *r.Plan.Materiality, 0, false)+" kr.")
	s.Entry(b.cell, phrase.EntryPrices, b.describePrices())
	s.Paragraphs(b.cell, phrase.HeadTargets)
	for _, rule := range b.listRules() {
		s.Rows = append(s.Rows, []any{layout.Text("• "+rule.In(b.lang), st.Lead)})
	}
	s.Paragraphs(b.cell, phrase.HeadCaveats, phrase.Caveats...)
	s.Paragraphs(b.cell, phrase.HeadWarnings)
	warned := r
	if b.one != nil {
		warned = b.one // there may be many warnings of the others
	}
	for _, notice := range warned.Notices() {
		switch notice.Code {
		case benchmark.NearestYear, benchmark.DataNote: // the tables below say it of each
		default:
			s.Wrapped(b.cell, "• "+capitalize(notice.In(b.lang)))
		}
	}
	b.addDriverYears(s)
	s.Paragraphs(b.cell, phrase.HeadSources)
	s.Begin(phrase.HeadSources, len(r.Sources),
		b.cell.Header(phrase.ColumnName, phrase.ColumnUnit, phrase.ColumnPublisher,
			phrase.ColumnYears, phrase.ColumnNote, phrase.ColumnFile, phrase.ColumnIndicator))
	for _, source := range r.Sources {
		s.Rows = append(s.Rows, []any{
			layout.Text(source.Name, st.Wrap), layout.Text(source.Unit, st.Wrap),
			layout.Text(source.Publisher, st.Wrap),
			layout.Text(b.nameYears(source.Years), st.Wrap), layout.Text(source.Note, st.Wrap),
			layout.Text(strings.Join(source.Files, ", "), st.Wrap),
			layout.Text(source.Indicator, st.Wrap),
		})
		s.Fit(b.cell)
	}
	b.addProvenance(s)
	return s
}

// addDriverYears is the table of the drivers and the years that they are of.
func (b *book) addDriverYears(s *layout.Sheet) {
	st, drivers := b.style, b.report.DriverYears()
	if len(drivers) == 0 {
		return
	}
	s.Paragraphs(b.cell, phrase.HeadDriverYears, phrase.LeadDriverYears)
	s.Begin(phrase.HeadDriverYears, len(drivers),
		b.cell.Header(phrase.ColumnDriver, phrase.ColumnOfYear, phrase.ColumnYearsAvailable,
			phrase.ColumnOtherYear, phrase.ColumnNote))
	for _, d := range drivers {
		other := ""
		if slices.ContainsFunc(d.Years, func(y int) bool { return y != b.report.Year }) {
			other = phrase.OtherYear.In(b.lang)
		}
		s.Rows = append(s.Rows, []any{
			layout.Text(d.Name, st.Wrap), layout.Text(b.nameYears(d.Years), st.Wrap),
			layout.Text(b.nameYears(d.Available), st.Wrap), layout.Text(other, st.Wrap),
			layout.Text(strings.Join(d.Notes, "; "), st.Wrap),
		})
		s.Fit(b.cell)
	}
}

// nameYears writes years with commas.
func (b *book) nameYears(years []int) string {
	names := make([]string, len(years))
	for i, y := range years {
		names[i] = b.nameYear(y)
	}
	return strings.Join(names, ", ")
}

// nameYear writes a year.
func (b *book) nameYear(year int) string {
	if year == dataset.Undated {
		return phrase.NoYear.In(b.lang)
	}
	return strconv.Itoa(year)
}

// capitalize begins a text with a capital letter.
func capitalize(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[n:]
}

// addProvenance says how to cite the workbook, what it was made by, and of what.
func (b *book) addProvenance(s *layout.Sheet) {
	o, st := &b.options, b.style
	program := "Raaderum"
	if o.Version != "" {
		program += " " + o.Version
	}
	title, author := b.describeBook(), b.report.Plan.Author
	if author != "" {
		title = author + ": " + title
	}
	s.Paragraphs(b.cell, phrase.HeadCite, phrase.CiteIntro)
	s.Wrapped(b.cell, phrase.Cite.With(title, b.describePeriod(), program).In(b.lang))
	s.Paragraphs(b.cell, phrase.HeadMade)
	s.Entry(b.cell, phrase.EntryVersion, program)
	if author != "" {
		s.Entry(b.cell, phrase.EntryAuthor, author)
	}
	if o.Command != "" {
		s.Rows = append(s.Rows, []any{b.cell.Words(phrase.EntryCommand, st.Text),
			layout.Text(o.Command, st.Code)})
	}
	if o.Plan == "" {
		return
	}
	// The plan is for programs and not for paper.
	s.Printed, s.PrintedRows = len(s.Widths), len(s.Rows)
	s.Paragraphs(b.cell, phrase.HeadPlanText, phrase.PlanTextNote)
	for line := range strings.Lines(o.Plan) {
		s.Rows = append(s.Rows, []any{layout.Text(strings.TrimRight(line, "\r\n"), st.Code)})
	}
}

// listRules returns the target rules that the report uses, each once.
func (b *book) listRules() (rules []target.Rule) {
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
