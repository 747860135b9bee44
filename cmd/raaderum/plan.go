package main

import (
	"fmt"
	"strings"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/urfave/cli/v2"
)

var planCommand = command{
	name:    "plan",
	usage:   usagePlanCommand,
	more:    morePlan,
	flags:   []option{{name: "full", danish: "fuld", usage: usageFull}, langFlag},
	example: "raaderum plan > minplan.toml",
	action: func(p *program, c *cli.Context) error {
		text := danmark.PlanText
		if c.Bool("full") {
			text = danmark.FullPlanText
		}
		_, err := p.stdout.Write(text(p.lang))
		return err
	},
}

var areasCommand = command{
	name:    "areas",
	usage:   usageAreas,
	more:    moreAreas,
	flags:   []option{planFlag, langFlag},
	example: "raaderum areas --plan minplan.toml",
	action:  (*program).runAreas,
}

// runAreas lists the areas of a plan, and what each consists of.
func (p *program) runAreas(c *cli.Context) error {
	plan, err := p.readPlan(c)
	if err != nil {
		return err
	}
	for _, a := range plan.Areas {
		name := a.Name
		if name == "" {
			name = a.ID
		}
		head := text.Pad(a.ID, 24) + " " + text.Pad(name, 26) + " " + a.Unit
		fmt.Fprintln(p.stdout, strings.TrimRight(head, " "))
		parts := madeOf.With(lang.List(a.Spending), describeDrivers(&plan, &a))
		for _, line := range text.Wrap(parts.In(p.lang), text.Width-4) {
			fmt.Fprintln(p.stdout, "    "+strings.TrimLeft(line, " "))
		}
	}
	return nil
}

// describeDrivers says which drivers an area has, or may choose among.
func describeDrivers(plan *plan.Plan, a *plan.Area) lang.Localized {
	if a.Choose == "" && plan.Choose == "" {
		if len(a.Drivers) == 0 {
			return lang.List(plan.Drivers)
		}
		return lang.List(a.Drivers)
	}
	candidates := a.Candidates
	if len(candidates) == 0 {
		candidates = plan.Candidates
	}
	return chosenAmong.With(lang.List(a.Drivers), lang.List(candidates))
}
