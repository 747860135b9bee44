package main

import (
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var fetchCommand = command{
	name:  "fetch",
	usage: usageFetch,
	more:  moreFetch,
	flags: []option{
		{
			name: "year", danish: "år", value: valueYears, usage: usageFetchYear,
			needed: fetchNeeds.With(),
		},
		{name: "out", danish: "ud", value: valueFolder, usage: usageFetchOut, needed: fetchNeeds.With()},
		planFlag,
		{name: "table", danish: "tabel", value: valueTables, usage: usageTable, words: listFetchedTables},
		{name: "base", danish: "adresse", value: valueAddress, usage: usageBase},
		{name: "force", danish: "overskriv", usage: usageFetchForce},
		langFlag,
	},
	example: "raaderum fetch --year 2021..2024 --out data",
	action:  (*program).runFetch,
}

// newClient returns the client that asks Statistics Denmark. Tests put their own in its
// place.
var newClient = func() *statbank.Client {
	agent := "raaderum/" + findVersion() + " (+https://github.com/raaderum/raaderum)"
	return &statbank.Client{UserAgent: agent}
}

// runFetch fetches what the plan needs, with a file for each table. If one table cannot be
// fetched, the others still are.
func (p *program) runFetch(c *cli.Context) error {
	years, err := parseYears(c.String("year"))
	if err != nil {
		return err
	}
	if err := statbank.CheckBase(c.String("base")); err != nil {
		return usageError{flagIs.With("base", err)}
	}
	plan, err := p.readPlan(c)
	if err != nil {
		return err
	}
	extracts, others, err := danmark.Extracts(plan.Indicators())
	if err != nil {
		return err
	}
	recipes, others := danmark.Recipes(others)
	if extracts, recipes, err = keepTables(extracts, recipes, c); err != nil {
		return err
	}
	f := p.newFetching(c, plan, years)
	if err := f.keepInputs(extracts, recipes); err != nil {
		return err
	}
	defer f.line.clearLine()
	f.fetchAll(extracts, years, f.folder)
	f.computeIndicators(recipes)
	if f.interrupted {
		return halfway{fetchInterrupted.With()}
	}
	if !c.IsSet("table") {
		p.sayNotFetched(others)
	}
	if len(f.failed) > 0 {
		return f.failed
	}
	folder := f.folder
	if strings.ContainsAny(folder, " '\"") {
		folder = strconv.Quote(folder)
	}
	p.writeMessage(fetchedNext.With(folder))
	return nil
}

// isOffline says whether there is no connection to the server.
func isOffline(err error) bool {
	var e *statbank.Error
	return errors.As(err, &e) && e.Kind == statbank.Unreachable
}

// listTableNames returns the names of the tables of extracts.
func listTableNames(extracts []danmark.Extract) (names []string) {
	for _, e := range extracts {
		names = append(names, e.Table)
	}
	return names
}

// findQuarter returns the quarter that stands for the year in the file of a table, if a
// section of the plan says so, or 0.
func findQuarter(plan plan.Plan, table string, years []int) int {
	for _, m := range plan.Sources {
		isFile, _ := path.Match(m.File, statbank.FileName(table, years))
		isTable := strings.EqualFold(m.Table, table)
		if m.Quarter > 0 && (m.File == "" || isFile) && (m.Table == "" || isTable) {
			return m.Quarter
		}
	}
	return 0
}

// keepTables keeps the extracts and recipes of the tables that --table names.
func keepTables(
	extracts []danmark.Extract, recipes []danmark.Recipe, c *cli.Context,
) ([]danmark.Extract, []danmark.Recipe, error) {
	names := listTableNames(append(slices.Clip(extracts), danmark.Sources(recipes)...))
	if len(names) == 0 {
		return nil, nil, nothingToFetch.With()
	}
	if !c.IsSet("table") {
		return extracts, recipes, nil
	}
	kept := map[string]bool{}
	for word := range strings.SplitSeq(c.String("table"), ",") {
		name := strings.ToUpper(strings.TrimSpace(word))
		if !slices.Contains(names, name) {
			all := strings.Join(names, ", ")
			wrong := notOneOf.With("table", word, all, lang.Suggest(word, names))
			return nil, nil, usageError{wrong}
		}
		kept[name] = true
	}
	extracts = slices.DeleteFunc(extracts, func(e danmark.Extract) bool { return !kept[e.Table] })
	recipes = slices.DeleteFunc(recipes, func(r danmark.Recipe) bool { return !kept[r.Table] })
	return extracts, recipes, nil
}

// listFetchedTables returns the tables of the default plan, for completion.
func listFetchedTables() []string {
	plan := danmark.DefaultPlan(lang.Danish)
	extracts, others, _ := danmark.Extracts(plan.Indicators())
	recipes, _ := danmark.Recipes(others)
	return listTableNames(append(extracts, danmark.Sources(recipes)...))
}

// parseYears reads years such as 2024, 2021,2023 or 2021..2024, and returns them
// in order, each once.
func parseYears(text string) ([]int, error) {
	var years []int
	year := func(word string) (int, bool) {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		return n, err == nil && n >= 1900 && n <= 2100
	}
	for _, part := range strings.Split(text, ",") {
		from, to, isRange := strings.Cut(part, "..")
		if !isRange {
			to = from
		}
		first, ok := year(from)
		last, ok2 := year(to)
		if !ok || !ok2 || last < first {
			return nil, usageError{badYears.With(text)}
		}
		for y := first; y <= last; y++ {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return slices.Compact(years), nil
}

// sayFetched says what happened to a table.
func (p *program) sayFetched(f statbank.File) {
	what := fileFetched
	switch {
	case f.Kept:
		what = fileKept
	case f.Replaced:
		what = fileRenewed
	}
	updated, _, _ := strings.Cut(f.Updated, "T")
	m := what.With(f.Path, lang.Number{Value: float64(f.Rows)}, size(f.Bytes), updated)
	for _, line := range text.Wrap(m.In(p.lang), text.Width) {
		fmt.Fprintln(p.stdout, line)
	}
	for _, lacks := range f.Lacks {
		p.writeWarning(accountsLacking.With(f.Table, lacks.Code, lang.List(lacks.Values)))
	}
	if n := f.Missing(); n > 0 {
		missing := lang.Number{Value: float64(n)}
		asked := lang.Number{Value: float64(f.Request.Cells())}
		p.writeWarning(figuresMissing.With(f.Path, missing, asked))
	}
}

// sayNotFetched names the indicators that the plan uses and that were not fetched, by who
// publishes them.
func (p *program) sayNotFetched(others []dataset.Indicator) {
	if len(others) == 0 {
		return
	}
	addresses := map[string]string{}
	named := others
	if p.lang == lang.English {
		named = danmark.InEnglish(others)
	}
	for i, ind := range named {
		addresses[ind.Publisher] = danmark.FindAddress(others[i].Publisher)
	}
	others = named
	var publishers []string
	ids := map[string][]string{}
	for _, ind := range others {
		if ids[ind.Publisher] == nil {
			publishers = append(publishers, ind.Publisher)
		}
		ids[ind.Publisher] = append(ids[ind.Publisher], ind.ID)
	}
	for i, publisher := range publishers {
		publishers[i] = strings.Join(ids[publisher], ", ")
		if address := addresses[publisher]; address != "" {
			publishers[i] += " (" + publisher + ", " + address + ")"
		} else if publisher != "" {
			publishers[i] += " (" + publisher + ")"
		}
	}
	p.writeMessage(othersNotFetched.With(strings.Join(publishers, "; ")))
}

// size is a number of bytes that can say itself in words.
type size int64

// In returns the size in a language.
func (s size) In(l lang.Language) string {
	if s < 1e6 {
		return lang.Format(l, math.Ceil(float64(s)/1e3), 0, false) + " kB"
	}
	return lang.Format(l, float64(s)/1e6, 1, false) + " MB"
}

// failures are the errors of several tables, told one after the other.
type failures []error

// In returns the errors in words.
func (fs failures) In(l lang.Language) string {
	lines := make([]string, len(fs))
	for i, err := range fs {
		lines[i] = lang.Of(err, l)
	}
	return strings.Join(lines, "\n")
}

func (fs failures) Error() string { return fs.In(lang.English) }

func (fs failures) Unwrap() []error { return fs }
