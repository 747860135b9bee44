package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var formats = []string{"text", "json", "csv"}

var benchmarkCommand = command{
	name:  "benchmark",
	usage: usageBenchmark,
	more:  moreBenchmark,
	flags: []option{dataFlag, planFlag, correctionsFlag,
		yearFlag, municipalityFlag, areaFlag,
		{name: "target", value: valueRule, usage: usageTarget, words: func() []string { return benchmark.TargetForms }},
		{name: "estimator", value: valueName, usage: usageEstimator, words: benchmark.Estimators},
		{name: "variance", value: valueName, usage: usageVariance, words: func() []string { return benchmark.Variances }},
		{name: "format", value: valueFormat, usage: usageFormat, words: func() []string { return formats }},
		{name: "out", value: valueWorkbook, usage: usageOut},
		{name: "sheets", value: valueSheets, usage: usageSheets, words: func() []string { return sheetChoices }},
		{name: "force", usage: usageForce},
		langFlag,
	},
	example: "raaderum benchmark --municipality Viborg --out viborg.xlsx",
	action:  (*program).benchmark,
}

var (
	dataFlag = option{name: "data", value: valueFile, many: true, usage: usageData}
	planFlag = option{name: "plan", value: valueFile, usage: usagePlan}
	yearFlag = option{name: "year", value: valueYear, usage: usageYear}
	areaFlag = option{name: "area", value: valueArea, usage: usageArea, words: areaIDs}

	municipalityFlag = option{name: "municipality", value: valueMunicipality, usage: usageMunicipality, words: municipalityNames}

	langFlag = option{name: "lang", value: valueLang, usage: usageLang, words: func() []string { return lang.Languages }}
)

func (p *program) benchmark(c *cli.Context) error {
	format, err := oneOf(c, "format", formats)
	if err != nil {
		return err
	}
	if err := checkOut(c.String("out"), c.IsSet("out"), c.Bool("force")); err != nil {
		return err
	}
	sheets, err := oneOf(c, "sheets", sheetChoices)
	if err != nil {
		return err
	}
	plan, err := p.readPlan(c)
	if err != nil {
		return err
	}
	if err := override(&plan, c); err != nil {
		return err
	}
	data, err := p.readData(c, plan)
	if err != nil {
		return err
	}
	if err := checkYear(c, data, plan.Year); err != nil {
		return err
	}
	if c.IsSet("target") { // the flag is at fault, and not the plan's areas that it is put into
		if err := benchmark.CheckTarget(c.String("target"), data); err != nil {
			return usageError{badRule.With(err)}
		}
	}
	if err := addCorrections(&plan, data, c); err != nil {
		return err
	}
	files, err := workbooks(c, data)
	if err != nil {
		return err
	}
	if err := checkFiles(files, c.Bool("force")); err != nil {
		return err
	}
	done := p.showProgress(&plan)
	report, err := benchmark.Run(c.Context, data, plan)
	done()
	if err != nil {
		return withHint(err, c)
	}
	asked, err := narrow(report, c, data)
	if err != nil {
		return err
	}
	if len(files) > 0 {
		writer := excel.NewWriter(report, p.lang, p.workbookOptions(sheets))
		if err := p.writeWorkbooks(c.Context, writer, files, c.Bool("force")); err != nil {
			return err
		}
	}
	if err := p.show(asked, format); err != nil {
		return err
	}
	if err := text.WriteWarnings(p.stderr, asked, p.lang); err != nil {
		return err
	}
	if asked.Municipality == "" && format == formats[0] {
		fmt.Fprintln(p.stderr, seeRest.In(p.lang))
	}
	p.sayWritten(c.String("out"), files)
	return nil
}

// readPlan reads the plan's file, or the default plan.
func (p *program) readPlan(c *cli.Context) (benchmark.Plan, error) {
	path := c.String("plan")
	if path == "" {
		p.planText = p.defaultPlan()
		return benchmark.ParsePlan(danmark.PlanName, p.planText)
	}
	f, err := os.Open(path)
	if err != nil {
		return benchmark.Plan{}, cannotRead(path, err)
	}
	defer f.Close()
	const most = 2 << 20 // the plan reader refuses less than this, and says why
	raw, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return benchmark.Plan{}, cannotRead(path, err)
	}
	p.planText = raw
	return benchmark.ParsePlan(path, raw)
}

// defaultPlan is the default plan in the user's language.
func (p *program) defaultPlan() []byte {
	if p.lang == lang.English {
		return danmark.PlanEnglish
	}
	return danmark.Plan
}

// override puts the flags' values over the plan's.
func override(plan *benchmark.Plan, c *cli.Context) error {
	if c.IsSet("year") {
		word := c.String("year")
		year, err := strconv.Atoi(word)
		if err != nil || year < 1800 || year > 2200 {
			return usageError{badYear.With(word)}
		}
		plan.Year = year
	}
	if c.IsSet("estimator") {
		name, err := oneOf(c, "estimator", benchmark.Estimators())
		if err != nil {
			return err
		}
		if name != plan.Estimator { // it was the plan's estimator that the variance was chosen for
			plan.Estimator, plan.Variance = name, benchmark.Variances[0]
		}
	}
	if c.IsSet("variance") {
		name, err := oneOf(c, "variance", benchmark.Variances)
		if err != nil {
			return err
		}
		plan.Variance = name
	}
	if c.IsSet("target") {
		rule := c.String("target")
		if _, err := benchmark.ParseTarget(rule); err != nil {
			return usageError{badRule.With(err)}
		}
		for i := range plan.Areas {
			plan.Areas[i].Target = rule
		}
	}
	return nil
}

// checkYear says which years there are where the one asked for is not.
func checkYear(c *cli.Context, data *dataset.Dataset, year int) error {
	if !c.IsSet("year") || slices.Contains(data.Years(), year) {
		return nil
	}
	years := make([]string, len(data.Years()))
	for i, y := range data.Years() {
		years[i] = strconv.Itoa(y)
	}
	return usageError{noSuchYear.With(year, lang.List(years))}
}

// withHint shortens what is wrong with the default plan and data of one's own,
// which it was not made for, and says what to do.
func withHint(err error, c *cli.Context) error {
	var wrong benchmark.PlanErrors
	if c.IsSet("plan") || !errors.As(err, &wrong) {
		return err
	}
	const most = 5
	first := wrong[:min(most, len(wrong))]
	return defaultPlanMisfit.With(len(wrong), first)
}

// readData reads the files asked for, or the bundled accounts. Warnings are
// said; errors are all in the error.
func (p *program) readData(c *cli.Context, plan benchmark.Plan) (*dataset.Dataset, error) {
	data, err := read(c.Context, c.StringSlice("data"), plan)
	if data != nil {
		p.warnOfData(data)
	}
	return data, err
}

func read(ctx context.Context, files []string, plan benchmark.Plan) (*dataset.Dataset, error) {
	if len(files) == 0 {
		return danmark.Accounts(), nil
	}
	var sources []dataset.Source
	for i, path := range files {
		if path == stdinName {
			if slices.Index(files, path) != i {
				return nil, usageError{givenTwice.With("data " + stdinName)}
			}
			sources = append(sources, dataset.Source{Name: "stdin", Open: func() (io.ReadCloser, error) { return io.NopCloser(os.Stdin), nil }})
			continue
		}
		sources = append(sources, dataset.File(path))
	}
	opt := dataset.Options{Year: plan.Year, Mappings: plan.Sources, Wanted: plan.Wanted()}
	if plan.Register != "none" {
		opt.Register, opt.Catalogue, opt.Population = danmark.Register, danmark.Catalogue, danmark.Population
	}
	return dataset.Read(ctx, sources, opt)
}

// stdinName is what standard input is called in place of a file.
const stdinName = "-"

// warnOfData says the first warnings of the files, and how many there are.
func (p *program) warnOfData(data *dataset.Dataset) {
	const most = 10
	warnings := data.Warnings()
	for _, w := range warnings[:min(most, len(warnings))] {
		p.warn(w)
	}
	if n := len(warnings) - most; n > 0 {
		p.warn(moreWarnings.With(n))
	}
}

func (p *program) warn(what lang.Localized) {
	for _, line := range text.Wrap(warning.With(what).In(p.lang), text.Width) {
		fmt.Fprintln(p.stderr, line)
	}
}

// narrow returns the report of the municipality and area asked for.
func narrow(report *benchmark.Report, c *cli.Context, data *dataset.Dataset) (*benchmark.Report, error) {
	if c.IsSet("area") {
		id := c.String("area")
		one, ok := report.OnlyArea(id)
		if !ok {
			var ids []string
			for _, m := range report.Models {
				ids = append(ids, m.Area)
			}
			return nil, usageError{unknownArea.With(id, lang.Suggest(id, ids))}
		}
		report = one
	}
	everyones := c.String("municipality") == everyone && hasPlaceholder(c.String("out"))
	if c.IsSet("municipality") && !everyones {
		who := c.String("municipality")
		one, ok := report.Only(who)
		if !ok {
			return nil, usageError{unknownMunicipality.With(who, data.Suggest(who))}
		}
		report = one
	}
	return report, nil
}

func (p *program) show(report *benchmark.Report, format string) error {
	switch format {
	case "json":
		return report.WriteJSON(p.stdout)
	case "csv":
		return text.WriteCSV(p.stdout, report, p.lang)
	}
	return text.Write(p.stdout, report, p.lang)
}

// checkOut says early why a workbook could not be written.
func checkOut(path string, given, force bool) error {
	switch {
	case !given:
		return nil
	case !strings.EqualFold(filepath.Ext(path), ".xlsx"):
		return usageError{notXLSX.With(path)}
	case hasPlaceholder(filepath.Dir(path)):
		return usageError{placeInFolder.With(path)}
	case !force && exists(path) && !hasPlaceholder(path):
		return fileExists.With(path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return isFolder.With(path)
	}
	if folder := filepath.Dir(path); !exists(folder) {
		return noFolder.With(path, folder)
	}
	return nil
}
