package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/dataset/statbank"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// fetching is a fetch under way.
type fetching struct {
	*program
	c           *cli.Context
	plan        plan.Plan
	years       []int
	folder      string
	client      *statbank.Client
	line        *progress
	failed      failures
	offline     bool // there is no connection to the server
	interrupted bool
}

func (p *program) newFetching(c *cli.Context, plan plan.Plan, years []int) *fetching {
	f := &fetching{program: p, c: c, plan: plan, years: years, folder: c.String("out")}
	f.client = newClient()
	f.client.Base = c.String("base")
	f.line = newProgress(p.line, p.lang)
	f.line.said = p.writeMessage
	f.client.Progress = f.line.showRequest
	return f
}

// sourceFolder returns the folder of the tables that indicators are computed from. It lies
// inside the other folder, where --data does not look for files.
func (f *fetching) sourceFolder() string { return filepath.Join(f.folder, "tabeller") }

// computedPath returns the path of the file of computed indicators.
func (f *fetching) computedPath() string {
	return filepath.Join(f.folder, statbank.FileName(danmark.ComputedTable, f.years))
}

// keepInputs refuses to write files that are read, or their records.
func (f *fetching) keepInputs(extracts []danmark.Extract, recipes []danmark.Recipe) error {
	var paths []string
	for _, e := range extracts {
		paths = append(paths, filepath.Join(f.folder, statbank.FileName(e.Table, f.years)))
	}
	for _, e := range danmark.Sources(recipes) {
		for _, name := range listTables(e) {
			paths = append(paths, filepath.Join(f.sourceFolder(), statbank.FileName(name, f.years)))
		}
	}
	for _, path := range append(paths, f.computedPath()) {
		for _, output := range []string{path, path + ".json"} { // the file and its record
			if err := keepInputs(f.c, output); err != nil {
				return err
			}
		}
	}
	return nil
}

// listTables returns the names that the table of an extract may have, the newest first. A
// table that is renamed each year has the name of this year or of the last.
func listTables(e danmark.Extract) []string {
	if !e.Renamed {
		return []string{e.Table}
	}
	year := time.Now().Year()
	return []string{
		fmt.Sprintf("%s%02d", e.Table, year%100), fmt.Sprintf("%s%02d", e.Table, (year-1)%100),
	}
}

// fetchAll fetches extracts into a folder, and returns the files by their tables. If a table
// cannot be fetched, the others still are.
func (f *fetching) fetchAll(
	extracts []danmark.Extract, years []int, folder string,
) map[string]statbank.File {
	files := map[string]statbank.File{}
	for i, e := range extracts {
		if f.offline || f.interrupted {
			break
		}
		file, err := f.fetchOne(e, years, folder)
		f.line.clearLine()
		switch {
		case errors.Is(err, context.Canceled):
			f.interrupted = true
		case err != nil:
			f.failed = append(f.failed, err)
			f.offline = isOffline(err)           // the others are at the same address
			if f.offline && folder == f.folder { // files that are read as they are
				left := lang.List(listTableNames(extracts[i:]))
				f.failed = append(f.failed, offline.With(left))
			}
		default:
			files[e.Table] = file
			f.sayFetched(file)
		}
	}
	return files
}

// fetchOne fetches an extract from the first of its tables that the server has.
func (f *fetching) fetchOne(
	e danmark.Extract, years []int, folder string,
) (file statbank.File, err error) {
	for _, table := range listTables(e) {
		r := statbank.Request{
			Table: table, Years: years, Period: e.Period, LeaveOut: e.LeaveOut, Latest: e.Latest,
		}
		for _, s := range e.Select {
			s.MayLack = s.MayLack && f.plan.SkipLacking
			r.Select = append(r.Select, statbank.Selection(s))
		}
		if q := findQuarter(f.plan, table, years); q > 0 && r.Period != "" {
			r.Period = "K" + strconv.Itoa(q)
		}
		file, err = f.client.Fetch(f.c.Context, folder, r, f.c.Bool("force"))
		var e *statbank.Error
		if !errors.As(err, &e) || e.Kind != statbank.UnknownTable {
			break
		}
	}
	return file, err
}

// computeIndicators fetches the tables of recipes, and writes the indicators that they make
// to a file. It says how each was computed, and from which years.
func (f *fetching) computeIndicators(recipes []danmark.Recipe) {
	files := f.fetchAll(danmark.Sources(recipes), f.years, f.sourceFolder())
	recipes = slices.DeleteFunc(slices.Clone(recipes), func(r danmark.Recipe) bool {
		return files[r.Table].Path == ""
	})
	figures := map[string]*statbank.Figures{}
	f.readFigures(files, figures)
	made := map[string]statbank.Yearly{}
	var years []int // of what is divided
	for _, r := range recipes {
		if from := figures[r.Table]; from != nil {
			made[r.Indicator] = from.Sum(listSelections(r.Of))
			if r.PerTable != "" && r.PerTable != r.Table {
				years = append(years, made[r.Indicator].Years()...)
			}
		}
	}
	others := map[string]*statbank.Figures{}
	if len(years) > 0 {
		f.readFigures(f.fetchAll(danmark.Divisors(recipes), years, f.sourceFolder()), others)
	}
	file := newComputedFile()
	for _, r := range recipes {
		per := figures[r.PerTable]
		if r.PerTable != r.Table {
			per = others[r.PerTable]
		}
		if made[r.Indicator] == nil || r.PerTable != "" && per == nil {
			continue
		}
		var by statbank.Yearly
		if r.PerTable != "" {
			by = per.Sum(listSelections(r.Per))
		}
		computed := made[r.Indicator].Divide(by, r.Factor)
		rows := formatRows(r.Indicator, computed)
		if len(rows) == 0 {
			f.failed = append(f.failed, nothingComputed.With(r.Indicator, r.String()))
			continue
		}
		file.add(r.Indicator, f.sayRecipe(r, computed.Years()), rows)
	}
	f.saveComputed(file)
}

// readFigures reads fetched files.
func (f *fetching) readFigures(files map[string]statbank.File, to map[string]*statbank.Figures) {
	var places []string
	for _, m := range danmark.Municipalities() {
		places = append(places, m.Code)
	}
	for table, file := range files {
		figures, err := statbank.ReadFigures(file, places)
		if err != nil {
			f.failed = append(f.failed, err)
			continue
		}
		to[table] = figures
	}
}

// listSelections returns selections in the client's words.
func listSelections(selections []danmark.Selection) (list []statbank.Selection) {
	for _, s := range selections {
		list = append(list, statbank.Selection(s))
	}
	return list
}

// formatRows returns the figures of an indicator as rows of a table of the StatBank.
func formatRows(id string, figures statbank.Yearly) (rows []string) {
	for _, m := range danmark.Municipalities() {
		for _, year := range figures.Years() {
			if v, ok := figures[m.Code][year]; ok {
				number := strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
				rows = append(rows, fmt.Sprintf("%s;%s;%d;%s", m.Code, id, year, number))
			}
		}
	}
	return rows
}

// sayRecipe says how an indicator was computed, and which years it has if it lacks some of
// those asked for.
func (f *fetching) sayRecipe(r danmark.Recipe, years []int) string {
	said := recipeIs.With(r.Indicator, r.String())
	switch r.Period {
	case "K1":
		quarter := max(1, findQuarter(f.plan, r.Table, f.years))
		said = recipeOfQuarter.With(r.Indicator, r.String(), quarter)
	case "*":
		said = recipeOfMean.With(r.Indicator, r.String())
	}
	var lack []int
	for _, year := range f.years {
		if !slices.Contains(years, year) {
			lack = append(lack, year)
		}
	}
	words := said.In(f.lang)
	if len(lack) > 0 {
		words += recipeLacks.With(listYears(lack), listYears(years)).In(f.lang)
	}
	return words
}

// listYears returns years as a list.
func listYears(years []int) (list lang.List) {
	for _, year := range years {
		list = append(list, strconv.Itoa(year))
	}
	return list
}

// computedFile is what is to stand in the file of computed indicators.
type computedFile struct {
	ids  []string
	how  map[string]string // how each was computed
	rows map[string][]string
}

func newComputedFile() *computedFile {
	return &computedFile{how: map[string]string{}, rows: map[string][]string{}}
}

// add adds an indicator, unless it is there.
func (c *computedFile) add(id, how string, rows []string) {
	if c.rows[id] == nil {
		c.ids = append(c.ids, id)
		c.how[id] = how
	}
	c.rows[id] = append(c.rows[id], rows...)
}

// saveComputed writes computed figures to their file and says so. The file keeps indicators
// that were computed before and are not computed now.
func (f *fetching) saveComputed(made *computedFile) {
	if len(made.ids) == 0 || f.interrupted {
		return
	}
	said := slices.Clone(made.ids)
	before, record, _ := statbank.Saved(f.computedPath())
	for _, how := range record.Computed {
		id, _, _ := strings.Cut(how, ":")
		for row := range strings.Lines(before) {
			if strings.Contains(row, ";"+id+";") && !slices.Contains(said, id) {
				made.add(id, how, []string{strings.TrimSpace(row)})
			}
		}
	}
	rows := []string{"\ufeffOMRÅDE;" + danmark.ComputedVariable + ";TID;INDHOLD"}
	record = statbank.Record{Source: fromTables.In(f.lang), Table: danmark.ComputedTable}
	record.Base = cmp.Or(f.client.Base, statbank.DefaultBase)
	for _, id := range made.ids {
		rows = append(rows, made.rows[id]...)
		record.Computed = append(record.Computed, made.how[id])
	}
	record.Rows = int64(len(rows) - 1)
	all := strings.Join(rows, "\r\n") + "\r\n"
	file, err := statbank.Save(f.computedPath(), all, record, f.c.Bool("force"))
	if err != nil {
		f.failed = append(f.failed, err)
		return
	}
	n := lang.Number{Value: float64(record.Rows)}
	lines := []string{indicatorsComputed.With(file.Path, n, f.sourceFolder()).In(f.lang)}
	for _, id := range said {
		lines = append(lines, "- "+made.how[id])
	}
	for _, line := range lines {
		for _, part := range text.Wrap(line, text.Width) {
			fmt.Fprintln(f.stdout, part)
		}
	}
}
