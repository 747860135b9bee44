package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/internal/atomicfile"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var benchmarkFormats = []string{formatText, formatJSON, formatCSV}

var benchmarkCommand = command{
	name:  "benchmark",
	usage: usageBenchmark,
	more:  moreBenchmark,
	flags: []option{
		dataFlag, withoutFlag, planFlag, correctionsFlag, pricesFlag, yearFlag,
		municipalityFlag, areaFlag,
		{name: "target", danish: "mål", value: valueRule, usage: usageTarget, words: target.Forms},
		{
			name: "estimator", value: valueName, usage: usageEstimator,
			words: func() []string { return makeStrings(plan.Estimators()) },
		},
		{
			name: "variance", danish: "varians", value: valueName, usage: usageVariance,
			words: func() []string { return makeStrings(plan.Variances()) },
		},
		newChoiceFlag("format", usageFormat, benchmarkFormats),
		{name: "out", danish: "ud", value: valueWorkbook, usage: usageOut},
		newChoiceFlag("sheets", usageSheets, sheetChoices).inDanish("ark"),
		{name: "force", danish: "overskriv", usage: usageForce},
		warningsFlag, langFlag,
	},
	example: "raaderum benchmark --municipality Viborg --out viborg.xlsx",
	action:  (*program).runBenchmark,
}

// The flags that several commands have.
var (
	dataFlag    = option{name: "data", danish: "tal", value: valueFile, many: true, usage: usageData}
	withoutFlag = option{name: "without-bundled", danish: "uden-medfølgende", usage: usageWithout}
	planFlag    = option{name: "plan", value: valueFile, usage: usagePlan}
	yearFlag    = option{name: "year", danish: "år", value: valueYear, usage: usageYear}
	areaFlag    = option{
		name: "area", danish: "område", value: valueArea, many: true, usage: usageArea,
		words: listAreaIDs,
	}
	langFlag = newChoiceFlag("lang", usageLang, lang.Languages()).inDanish("sprog")

	warningsFlag = option{name: "warnings", danish: "advarsler", usage: usageWarnings}

	municipalityFlag = option{
		name: "municipality", danish: "kommune", value: valueMunicipality, many: true,
		usage: usageMunicipality, words: listMunicipalityNames,
	}
)

// runBenchmark compares the municipalities, and shows the comparison or writes it as
// workbooks. It first looks at everything that could prevent that.
func (p *program) runBenchmark(c *cli.Context) error {
	format, err := parseChoice(c, "format", benchmarkFormats)
	if err != nil {
		return err
	}
	if err := keepInputs(c, c.String("out")); err != nil {
		return err
	}
	if err := checkOut(c.String("out"), c.IsSet("out"), c.Bool("force")); err != nil {
		return err
	}
	sheets, err := parseChoice(c, "sheets", sheetChoices)
	if err != nil {
		return err
	}
	plan, data, err := p.readInputs(c)
	if err != nil {
		return err
	}
	asked, err := readQuestion(c, &plan, data)
	if err != nil {
		return err
	}
	if err := addCorrections(&plan, data, c); err != nil {
		return err
	}
	files, err := planWorkbooks(c, data, asked.municipalities)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := keepInputs(c, f.path); err != nil {
			return err
		}
	}
	if err := checkFiles(files, c.Bool("force")); err != nil {
		return err
	}
	options, done := p.newRunOptions(&plan)
	report, err := benchmark.Run(c.Context, data, plan, options)
	done()
	if err != nil {
		return addHint(err, c)
	}
	if err := p.writeWorkbooks(c.Context, report, sheets, files, c.Bool("force")); err != nil {
		return err
	}
	if err := p.showReport(c.Context, report, asked, format); err != nil {
		return err
	}
	all := c.Bool(warningsFlag.name)
	if err := text.WriteWarnings(p.stderr, asked.narrow(report), p.lang, all); err != nil {
		return err
	}
	if asked.municipalities == nil && format == formatText {
		fmt.Fprintln(p.stderr, seeRest.In(p.lang))
	}
	p.sayWritten(c.String("out"), files)
	return nil
}

// showReport shows what was asked for. On the screen each municipality has a table of its
// own.
func (p *program) showReport(
	ctx context.Context, report *benchmark.Report, asked question, format string,
) error {
	narrowed := asked.narrow(report)
	switch format {
	case formatJSON:
		return narrowed.WriteJSON(ctx, p.stdout)
	case formatCSV:
		return text.WriteCSV(ctx, p.stdout, narrowed, p.lang)
	}
	if len(asked.municipalities) <= 1 {
		return text.Write(ctx, p.stdout, narrowed, p.lang)
	}
	for i, code := range asked.municipalities {
		if i > 0 {
			fmt.Fprintln(p.stdout)
		}
		one, _ := narrowed.Only(code) // which the data have
		if err := text.Write(ctx, p.stdout, one, p.lang); err != nil {
			return err
		}
	}
	return nil
}

// checkOut says early why a workbook cannot be written.
func checkOut(path string, given, force bool) error {
	switch {
	case !given:
		return nil
	case !strings.EqualFold(filepath.Ext(path), ".xlsx"):
		return usageError{notXLSX.With(path)}
	case hasPlaceholder(filepath.Dir(path)):
		return usageError{placeInFolder.With(path)}
	}
	if !hasPlaceholder(path) {
		if err := checkPlace(path); err != nil {
			return err
		}
		if !force && pathExists(path) {
			return fileExists.With(path)
		}
	}
	if folder := filepath.Dir(path); !pathExists(folder) {
		return noFolder.With(path, folder)
	}
	if hasPlaceholder(path) {
		return nil // the files are known only when the data are
	}
	if _, err := atomicfile.Prepare(path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}
