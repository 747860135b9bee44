package main

import (
	"errors"
	"slices"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var checkFormats = []string{formatText, formatJSON}

var checkCommand = command{
	name:  "check",
	usage: usageCheck,
	more:  moreCheck,
	flags: []option{
		dataFlag, withoutFlag, planFlag, correctionsFlag, pricesFlag,
		municipalityFlag.withUsage(usageOwner),
		newChoiceFlag("format", usageTextOrJSON, checkFormats),
		langFlag,
	},
	example: "raaderum check --data regnskab.csv --data rammevilkaar.csv",
	action:  (*program).runCheck,
}

// checkResult is what there is to say about files and a plan.
type checkResult struct {
	plan     plan.Plan
	data     *dataset.Dataset // nil: the plan cannot be read, and so the files were not
	problems dataset.Problems // why the files cannot be used
	planErr  error            // what is wrong with the plan, by itself or with the data

	asPlanned bool                       // the files are checked as the plan would use them
	unusual   dataset.ImplausibleFigures // what should be looked at
}

// runCheck shows what was read, and every problem of the data, and of the plan with the
// data. It computes nothing.
func (p *program) runCheck(c *cli.Context) error {
	format, err := parseChoice(c, "format", checkFormats)
	if err != nil {
		return err
	}
	var found checkResult
	found.plan, err = p.readPlan(c)
	onlyReads := plan.LacksAreas(err)
	if onlyReads { // a plan without areas says only how to read the files, which can be checked
		err = nil
	}
	if err == nil {
		err = addPrices(&found.plan, c)
	}
	switch {
	case err != nil && format == formatJSON:
		found.planErr = err
		return p.showCheck(found, format)
	case err != nil:
		return err
	}
	found.data, err = p.readFiles(c, found.plan, c.IsSet("plan"))
	if err != nil && !errors.As(err, &found.problems) {
		return err
	}
	found.planErr = addCorrections(&found.plan, found.data, c)
	// Without a plan of its own, a file is checkResult for itself.
	found.asPlanned = !onlyReads && (c.IsSet("plan") || !c.IsSet("data"))
	if found.planErr == nil && found.asPlanned {
		found.planErr = found.plan.Check(found.data)
		if found.planErr == nil {
			found.planErr = benchmark.CheckFigures(c.Context, found.data, found.plan)
		}
		if found.planErr == nil && c.IsSet("data") {
			found.planErr = p.checkUse(&found.plan, found.data)
			found.unusual = found.plan.FindUnusual(found.data, listAsked(c, found.data)...)
		}
	} else if found.planErr == nil {
		found.unusual, found.planErr = checkAlone(found.data, found.plan.Accept)
	}
	return p.showCheck(found, format)
}

// checkAlone looks for figures that can hardly be right in files without a plan, and for
// those that should be looked at, but for those accepted. Amounts are taken for spending.
func checkAlone(data *dataset.Dataset, accept []string) (dataset.ImplausibleFigures, error) {
	scope := dataset.Scope{
		Sizes: []string{danmark.Country(lang.Danish).Population}, Accepted: accept,
	}
	for _, ind := range data.Indicators() {
		if slices.Contains(accept, ind.ID) {
			continue
		}
		scope.Indicators = append(scope.Indicators, ind.ID)
		if ind.IsAmount() {
			scope.Changing = append(scope.Changing, ind.ID)
		}
	}
	found, unusual := data.FindImplausible(scope)
	if len(found) > 0 {
		return unusual, found
	}
	return unusual, nil
}

// showCheck shows what was found. The error says that something is wrong.
func (p *program) showCheck(found checkResult, format string) error {
	failed := len(found.problems) > 0 || found.planErr != nil
	if format == formatJSON {
		if err := p.writeCheck(found); err != nil {
			return err
		}
	} else {
		p.printCheck(found)
	}
	if failed {
		return checkFailed.With()
	}
	return nil
}
