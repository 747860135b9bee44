package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

// readInputs reads what a comparison is made of, the plan with the flags' values and
// the data, and checks the flags against them.
func (p *program) readInputs(c *cli.Context) (plan.Plan, *dataset.Dataset, error) {
	plan, err := p.readPlan(c)
	if err != nil {
		return plan, nil, err
	}
	if err := overridePlan(&plan, c); err != nil {
		return plan, nil, err
	}
	data, err := p.readData(c, plan)
	if err != nil {
		return plan, nil, err
	}
	if err := checkYear(c, data, plan.Year); err != nil {
		return plan, nil, err
	}
	if c.IsSet("target") { // the flag is at fault, and not the plan's areas that it is put into
		if err := target.CheckText(c.String("target"), data); err != nil {
			return plan, nil, usageError{badRule.With(err)}
		}
	}
	return plan, data, nil
}

// readPlan reads the plan's file, or the default plan.
func (p *program) readPlan(c *cli.Context) (plan.Plan, error) {
	path := c.String("plan")
	if path == "" {
		p.planText = danmark.PlanText(p.lang)
		return danmark.DefaultPlan(p.lang), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return plan.Plan{}, cannotRead(path, err)
	}
	defer f.Close()
	const most = 2 << 20 // the plan reader refuses less than this, and says why
	raw, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return plan.Plan{}, cannotRead(path, err)
	}
	p.planText = raw
	return plan.Parse(path, raw)
}

// overridePlan puts the flags' values over the plan's.
func overridePlan(p *plan.Plan, c *cli.Context) error {
	if c.IsSet("year") {
		word := c.String("year")
		year, err := strconv.Atoi(word)
		if err != nil || year < 1800 || year > 2200 {
			return usageError{badYear.With(word)}
		}
		p.Year = year
	}
	if c.IsSet("estimator") {
		name, err := parseChoice(c, "estimator", plan.Estimators())
		if err != nil {
			return err
		}
		if name != p.Estimator { // it was the plan's estimator that the variance was chosen for
			p.Estimator, p.Variance = name, plan.Variances()[0]
		}
	}
	if c.IsSet("variance") {
		name, err := parseChoice(c, "variance", plan.Variances())
		if err != nil {
			return err
		}
		p.Variance = name
	}
	if c.IsSet("target") {
		rule := c.String("target")
		if _, err := target.Parse(rule); err != nil {
			return usageError{badRule.With(err)}
		}
		for i := range p.Areas {
			p.Areas[i].Target = rule
		}
	}
	return addPrices(p, c)
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

// addHint shortens what is wrong with the default plan where the data are the
// user's own, which the plan was not made for, and says what to do.
func addHint(err error, c *cli.Context) error {
	var wrong plan.Errors
	if c.IsSet("plan") || !errors.As(err, &wrong) {
		return err
	}
	const most = 5
	first := wrong[:min(most, len(wrong))]
	return defaultPlanMisfit.With(len(wrong), first)
}

// readData reads the files asked for, or the bundled accounts. It says the
// warnings, and returns all errors as one.
func (p *program) readData(c *cli.Context, plan plan.Plan) (*dataset.Dataset, error) {
	data, err := p.readFiles(c.Context, c.StringSlice("data"), plan, true)
	if data != nil {
		p.warnOfData(data)
	}
	return data, err
}

// readFiles reads files, or returns the bundled accounts. Where the plan is for them,
// what is wrong in figures that it does not use is a warning.
func (p *program) readFiles(
	ctx context.Context, files []string, plan plan.Plan, forThem bool,
) (*dataset.Dataset, error) {
	if len(files) == 0 {
		if n := len(plan.Sources); n > 0 {
			return nil, usageError{sectionsAlone.With(n)}
		}
		return p.loadAccounts(), nil
	}
	country := danmark.Country(p.lang)
	options := plan.Reading(country)
	options.OnlyWanted = forThem
	var sources []dataset.Source
	for i, path := range files {
		if path == stdinName {
			if slices.Index(files, path) != i {
				return nil, usageError{givenTwice.With("data " + stdinName)}
			}
			open := func() (io.ReadCloser, error) { return io.NopCloser(os.Stdin), nil }
			sources = append(sources, dataset.Source{Name: "stdin", Open: open})
			continue
		}
		sources = append(sources, dataset.File(path))
		if isAccounts(path) {
			options.Indicators = country.Indicators
		}
	}
	return dataset.Read(ctx, sources, options)
}

// isAccounts says whether a file is that of the bundled accounts.
func isAccounts(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false // what is read only once, such as a pipe
	}
	f, err := os.Open(path)
	if err != nil {
		return false // reading it will say why
	}
	defer f.Close()
	return danmark.IsAccounts(f)
}

// loadAccounts returns the bundled accounts, described in the user's language.
func (p *program) loadAccounts() *dataset.Dataset {
	if p.lang == lang.English {
		return danmark.AccountsEnglish()
	}
	return danmark.Accounts()
}

// stdinName is what standard input is called in place of a file.
const stdinName = "-"

// warnOfData says the first warnings of the files, and how many there are.
func (p *program) warnOfData(data *dataset.Dataset) {
	const most = 10
	warnings := data.Warnings().Grouped()
	for _, w := range warnings[:min(most, len(warnings))] {
		p.writeWarning(w)
	}
	if n := len(warnings) - most; n > 0 {
		p.writeWarning(moreWarnings.With(n))
	}
}

var pricesFlag = option{name: "prices", value: valueFile, usage: usagePrices}

// addPrices puts the price index of the file asked for in place of the plan's.
func addPrices(p *plan.Plan, c *cli.Context) error {
	if !c.IsSet("prices") {
		return nil
	}
	path := c.String("prices")
	text, _, err := readWholeFile(path)
	if err != nil {
		return err
	}
	index, err := dataset.ReadPriceIndex(path, text)
	if err != nil {
		return err
	}
	p.Prices = plan.Prices{Source: index.Source, Index: index.Years}
	return nil
}

// inputFlags are the flags whose files commands read.
var inputFlags = []option{dataFlag, planFlag, correctionsFlag, pricesFlag}

// keepInputs refuses to write a file that the command also reads, because it
// would then be gone. The file counts and not its path, which may be a link.
func keepInputs(c *cli.Context, output string) error {
	written, err := os.Stat(output)
	if err != nil {
		return nil // there is none
	}
	for _, flag := range inputFlags {
		paths := c.StringSlice(flag.name)
		if !flag.many {
			paths = []string{c.String(flag.name)}
		}
		for _, path := range paths {
			read, err := os.Stat(path)
			if path == stdinName {
				read, err = os.Stdin.Stat()
			}
			if err == nil && os.SameFile(written, read) {
				return usageError{outputIsInput.With(output, flag.name, path)}
			}
		}
	}
	return nil
}
