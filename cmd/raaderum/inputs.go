package main

import (
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

// readInputs reads what a comparison is made of: the plan, with the flags' values in it,
// and the data. It checks the flags against both.
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
	if err := checkYear(c, plan.SpendingYears(data), plan.Year); err != nil {
		return plan, nil, err
	}
	if err := plan.CheckYear(data); err != nil {
		return plan, nil, err
	}
	// the flag is wrong, and not the plan's areas that its value was put into
	if c.IsSet("target") {
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
	const most = 2 << 20 // the reader of plans refuses less than this, and says why
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
		if name != p.Estimator { // the variance was chosen for the plan's own estimator
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

// checkYear says which years there are if the one asked for is missing.
func checkYear(c *cli.Context, has []int, year int) error {
	if !c.IsSet("year") || slices.Contains(has, year) {
		return nil
	}
	years := make([]string, len(has))
	for i, y := range has {
		years[i] = strconv.Itoa(y)
	}
	return usageError{noSuchYear.With(year, lang.List(years))}
}

// addHint shortens what is wrong with the default plan if the data are the user's own, and
// says what to do. The plan was not made for such data.
func addHint(err error, c *cli.Context) error {
	var wrong plan.Errors
	if c.IsSet("plan") || !errors.As(err, &wrong) {
		return err
	}
	const most = 5
	first := wrong[:min(most, len(wrong))]
	return defaultPlanMisfit.With(len(wrong), first)
}

// readData reads the files asked for, over the bundled accounts. It writes the warnings,
// and returns all errors as one.
func (p *program) readData(c *cli.Context, plan plan.Plan) (*dataset.Dataset, error) {
	data, err := p.readFiles(c, plan, true)
	if data == nil {
		return nil, err
	}
	if !c.IsSet(dataFlag.name) {
		return data, err
	}
	p.tellGuesses(data)
	if err == nil {
		err = p.tellUnused(&plan, data)
		p.tellUnusual(&plan, data, listAsked(c, data))
	}
	p.warnOfData(data, c.Bool(warningsFlag.name))
	return data, err
}

// tellGuesses warns, before all else, of what was guessed or passed over of whole files.
func (p *program) tellGuesses(data *dataset.Dataset) {
	for _, w := range data.Warnings() {
		if isGuess(w) {
			p.writeWarning(w)
		}
	}
}

// isGuess says whether a warning is of whose a sheet was taken to be, or of a section of the
// plan that is for none of the files.
func isGuess(w *dataset.Problem) bool {
	return w.Kind == dataset.TakenFor || w.Kind == dataset.IdleSection
}

// tellUnused warns of files that the plan does not use. If it uses none of them, that is
// the error.
func (p *program) tellUnused(plan *plan.Plan, data *dataset.Dataset) error {
	unused := plan.FindUnused(data)
	if len(unused) > 0 && len(unused) == countFiles(data) {
		return usageError{nothingUsed.With(lang.JoinLines(unused, p.lang))}
	}
	unused = append(unused, plan.FindMisspelt(data, danmark.KnowsIndicator)...)
	for _, one := range unused {
		p.writeWarning(one)
	}
	return nil
}

// listAsked returns the codes of the municipalities asked for. If one is unknown, the question
// says so later.
func listAsked(c *cli.Context, data *dataset.Dataset) []string {
	codes, _ := findMunicipalities(c, data)
	return codes
}

// tellUnusual tells of figures that should be looked at: all of the asked municipalities, then
// the first of the others, and how many more there are.
func (p *program) tellUnusual(plan *plan.Plan, data *dataset.Dataset, asked []string) {
	most := 3
	unusual := plan.FindUnusual(data, asked...)
	if others := slices.IndexFunc(unusual, func(one dataset.Implausible) bool {
		return !slices.Contains(asked, one.Municipality)
	}); others > 0 {
		most += others
	} else if others < 0 {
		most = len(unusual)
	}
	for _, one := range unusual[:min(most, len(unusual))] {
		p.writeWarning(one)
	}
	if n := len(unusual) - most; n > 0 {
		p.writeWarning(moreUnusual.With(n))
	}
}

// checkUse warns of files that the plan does not use. It returns an error if a comparison
// would not be of the files at all.
func (p *program) checkUse(plan *plan.Plan, data *dataset.Dataset) error {
	if err := p.tellUnused(plan, data); err != nil {
		return err
	}
	return plan.CheckYear(data)
}

// countFiles returns how many of the files that were read have figures.
func countFiles(data *dataset.Dataset) (n int) {
	for _, t := range data.Tables() {
		if t.Figures > 0 {
			n++
		}
	}
	return n
}

// readFiles reads files over the bundled accounts, or returns those if there are no files.
// If the plan is not meant for the files, they are read by themselves, and anything wrong
// in any figure is an error.
func (p *program) readFiles(
	c *cli.Context, plan plan.Plan, forThem bool,
) (*dataset.Dataset, error) {
	files, bundled, err := findDataFiles(c.StringSlice(dataFlag.name))
	if err != nil {
		return nil, err
	}
	without := c.Bool(withoutFlag.name)
	switch {
	case without && bundled:
		return nil, usageError{withAndWithout.With()}
	case bundled && len(files) > 0 && plan.Reading(danmark.Country(p.lang)).Beneath == nil:
		return nil, usageError{bundledElsewhere.With()}
	case len(files) == 0 && without:
		return nil, usageError{withoutAny.With()}
	case len(files) == 0 && len(plan.Sources) > 0:
		return nil, usageError{sectionsAlone.With(len(plan.Sources))}
	case len(files) == 0:
		return danmark.Country(p.lang).Bundled, nil
	}
	options := plan.Reading(danmark.Country(p.lang))
	options.OnlyWanted = forThem
	anyOne := func(string) bool { return false }
	who := splitWords(c.StringSlice(municipalityFlag.name), anyOne)
	if len(who) == 1 && who[0] != everyone { // the files may be this municipality's own sheets
		options.Municipality = who[0]
	}
	if !without && !forThem { // the files by themselves, with what is needed to divide them
		options.People = options.Beneath
	}
	if without || !forThem {
		options.Beneath = nil
	}
	return dataset.Read(c.Context, makeSources(files), options)
}

// warnOfData says the warnings of the files. Unless all are wanted, it says the first of
// them, and how many there are.
func (p *program) warnOfData(data *dataset.Dataset, all bool) {
	warnings := slices.DeleteFunc(slices.Clone(data.Warnings()), isGuess).Grouped()
	most := 10
	if all {
		most = len(warnings)
	}
	for _, w := range warnings[:min(most, len(warnings))] {
		p.writeWarning(w)
	}
	if n := len(warnings) - most; n > 0 {
		p.writeWarning(moreWarnings.With(n))
	}
}

var pricesFlag = option{
	name: "prices", danish: "priser", value: valueFile, usage: usagePrices,
}

// addPrices replaces the plan's price index by that of the file asked for.
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

// inputFlags are the flags that name files to read.
var inputFlags = []option{dataFlag, planFlag, correctionsFlag, pricesFlag}

// keepInputs refuses to write over a file that the command also reads, because it would
// then be gone. The file itself counts and not its path, which may be a link.
func keepInputs(c *cli.Context, output string) error {
	written, err := os.Stat(output)
	if err != nil {
		return nil // there is no such file
	}
	for _, flag := range inputFlags {
		paths := []string{c.String(flag.name)}
		if flag.many {
			paths = paths[:0]
			// reading them will say what is wrong
			files, _, _ := findDataFiles(c.StringSlice(flag.name))
			for _, f := range files {
				paths = append(paths, f.path)
			}
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
