package excel

import (
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// method is the sheet that says how to read the others.
func (b *book) method() *sheet {
	st := &b.style
	s := &sheet{name: sheetMethod, common: true, portrait: true, heights: map[int]float64{}}
	s.widths = []float64{32, 46, 28, 30, 12, 42, 16}
	s.rows = [][]any{{text(titleMethod.In(b.lang), st.title)}}
	s.paragraphs(b, headHow, how...)
	s.paragraphs(b, headPlan)
	r := b.report
	s.entry(b, entryYear, b.period())
	s.entry(b, entryEstimator, r.MethodIn(b.lang))
	s.entry(b, entryExclude, strings.Join(b.names(r.Excluded), ", "))
	s.entry(b, entryFamily, benchmark.FamilyName(r.Plan.Family).In(b.lang))
	s.entry(b, entryMateriality, lang.Format(b.lang, *r.Plan.Materiality, 0, false)+" kr.")
	s.entry(b, entryPrices, b.prices())
	s.paragraphs(b, headTargets)
	for _, rule := range b.rules() {
		s.rows = append(s.rows, []any{text(rule.String(), st.text), text(rule.In(b.lang), st.text)})
	}
	s.paragraphs(b, headCaveats, caveats...)
	s.paragraphs(b, headWarnings)
	for _, notice := range r.Notices() {
		s.wrapped(b, notice.In(b.lang))
	}
	s.paragraphs(b, headSources)
	s.rows = append(s.rows, b.header(columnIndicator, columnName, columnUnit, columnPublisher, columnYears, columnNote, columnFile))
	for _, source := range r.Sources {
		years := make([]string, len(source.Years))
		for i, y := range source.Years {
			years[i] = strconv.Itoa(y)
			if y == 0 {
				years[i] = noYear.In(b.lang)
			}
		}
		s.rows = append(s.rows, []any{
			text(source.Indicator, st.wrap), text(source.Name, st.wrap), text(source.Unit, st.wrap), text(source.Publisher, st.wrap),
			text(strings.Join(years, ", "), st.wrap), text(source.Note, st.wrap), text(source.File, st.wrap),
		})
		s.fit(b)
	}
	return s
}

// paragraphs adds a heading and paragraphs below it.
func (s *sheet) paragraphs(b *book, head lang.Phrase, paragraphs ...lang.Phrase) {
	s.rows = append(s.rows, nil, []any{text(head.In(b.lang), b.style.head)})
	for _, p := range paragraphs {
		s.wrapped(b, p.In(b.lang))
	}
}

// lineWidth is how many characters of text fit across the page.
const lineWidth = 150

// wrapped adds a text as so many rows as it takes across the page: a cell
// that runs on over its neighbours cannot break its own lines.
func (s *sheet) wrapped(b *book, words string) {
	line := ""
	for _, word := range strings.Fields(words) {
		if len([]rune(line))+1+len([]rune(word)) > lineWidth {
			s.rows = append(s.rows, []any{text(line, b.style.text)})
			line = "   "
		}
		if line != "" && line != "   " {
			line += " "
		}
		line += word
	}
	s.rows = append(s.rows, []any{text(line, b.style.text)})
}

func (s *sheet) entry(b *book, name lang.Phrase, value string) {
	s.rows = append(s.rows, []any{b.words(name, b.style.text), text(value, b.style.text)})
}

// rules are the target rules that the report uses, each once.
func (b *book) rules() (rules []benchmark.TargetRule) {
	seen := map[string]bool{}
	for _, a := range b.report.Plan.Areas {
		rule, err := benchmark.ParseTarget(a.Target)
		if err == nil && !seen[rule.String()] {
			seen[rule.String()] = true
			rules = append(rules, rule)
		}
	}
	return rules
}
