// Command drivers prints, for each area of the default plan, how well the
// plan's drivers foretell the spending of a municipality that the model has not
// seen, and how well the four that fit best would. The tables stand in
// docs/drivere.md, which says what to make of them.
package main

import (
	"context"
	"fmt"
	"log"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"golang.org/x/sync/errgroup"
)

// perCoefficient municipalities for each coefficient leave a model of 94 an
// intercept and four drivers.
const perCoefficient = 18

// extra are structural drivers that the default plan has no use for.
var extra = []plan.Driver{
	{ID: "gini", Of: []string{"gini"}},
	{ID: "elever", Of: []string{"elever_folkeskole", "elever_privatskole"}, Per: []string{"folketal"}},
}

// consequences are the drivers that what an area pays for itself decides.
var consequences = map[string]string{
	"privatskole":            "elever",
	"skole":                  "elever",
	"folkeskole":             "elever",
	"specialskole":           "elever",
	"beskaeftigelsesindsats": "beskaeftigelse",
	"foertidspension":        "beskaeftigelse",
	"kontanthjaelp":          "beskaeftigelse",
	"dagpenge":               "beskaeftigelse",
	"fleksjob":               "beskaeftigelse",
}

func main() {
	text, err := tables(context.Background(), danmark.DefaultPlan(lang.Danish))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
}

// tables returns the tables of docs/drivere.md for the areas of a plan: the
// plan's own year, and three years pooled.
func tables(ctx context.Context, plan plan.Plan) (string, error) {
	plan.Estimator, plan.Variance, plan.Curve = "ols", "constant", nil // whatever the plan's own are
	var b strings.Builder
	if err := table(ctx, &b, plan); err != nil {
		return "", err
	}
	b.WriteByte('\n')
	plan.Pool = 3
	err := table(ctx, &b, plan)
	return b.String(), err
}

// table writes the plan's models beside those of the best at most four drivers.
func table(ctx context.Context, b *strings.Builder, plan plan.Plan) error {
	planned, err := benchmark.Run(ctx, danmark.Accounts(), plan, benchmark.Options{})
	if err != nil {
		return err
	}
	search := searching(plan)
	searched, err := benchmark.Run(ctx, danmark.Accounts(), search, benchmark.Options{})
	if err != nil {
		return err
	}
	years := fmt.Sprint(planned.Year)
	var anew []float64 // of one year only: it takes 94 searches
	if last := len(planned.Years) - 1; last > 0 {
		years = fmt.Sprintf("%d-%d", planned.Years[0], planned.Years[last])
	} else if anew, err = searchAnew(ctx, search, searched); err != nil {
		return err
	}
	row := func(cells ...string) { fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | ")) }
	row("Område, "+years, "Planens rammevilkår", "R²", "De bedste, højst fire", "R²", "Søgt uden", "n")
	row("---", "---", "--:", "---", "--:", "--:", "--:")
	for i, m := range planned.Models {
		best, without := searched.Models[i], "–"
		if anew != nil {
			without = share(anew[i])
		}
		row(m.Name, ids(m), share(m.LooR2), ids(best), share(best.LooR2), without, fmt.Sprint(best.N))
	}
	return nil
}

// searching is a plan that has the figures choose each area's drivers among
// those that are outside what the area pays for and is divided by, and looks at
// neither activity nor quality. The bend of
// the curve of size is Copenhagen's alone, and only where the plan has a reason.
func searching(plan plan.Plan) plan.Plan {
	plan.Choose, plan.MinNPerDriver = "press", perCoefficient
	plan.Definitions = slices.Concat(plan.Definitions, extra)
	plan.Areas = slices.Clone(plan.Areas)
	for i := range plan.Areas {
		a := &plan.Areas[i]
		a.Candidates, a.Activity, a.Quality = nil, nil, nil
		for _, d := range plan.Definitions {
			divisor := slices.ContainsFunc(d.Of, func(id string) bool { return slices.Contains(a.Per, id) })
			bend := d.ID == "indbyggere" && !slices.Contains(a.Drivers, d.ID)
			if !divisor && !bend && consequences[a.ID] != d.ID {
				a.Candidates = append(a.Candidates, d.ID)
			}
		}
		a.Drivers = nil
	}
	return plan
}

// searchAnew takes each municipality out in turn before the search and
// foretells it, and returns for each area the share of the variance foretold:
// the leave-one-out R² of choosing and fitting together.
func searchAnew(ctx context.Context, search plan.Plan, all *benchmark.Report) ([]float64, error) {
	errors := make([][]float64, len(all.Municipalities())) // by municipality and area
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(4)
	for i, m := range all.Municipalities() {
		if m.Atypical {
			continue
		}
		g.Go(func() error {
			plan := search
			plan.Exclude = append(slices.Clone(search.Exclude), m.Code)
			report, err := benchmark.Run(ctx, danmark.Accounts(), plan, benchmark.Options{})
			if err != nil {
				return err
			}
			report, _ = report.Only(m.Code)
			for row := range report.Rows() {
				errors[i] = append(errors[i], row.Actual-row.Expected.Level)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	shares := make([]float64, len(all.Models))
	for k, m := range all.Models {
		press := 0.0
		for _, e := range errors {
			if e != nil {
				press += e[k] * e[k]
			}
		}
		shares[k] = 1 - press/m.PRESS*(1-m.LooR2)
	}
	return shares, nil
}

func ids(m benchmark.Model) string {
	var list []string
	for _, d := range m.Drivers {
		list = append(list, d.ID)
	}
	return strings.Join(list, ", ")
}

// share is a number with two decimals, and no sign on zero.
func share(v float64) string {
	return lang.Number{Value: math.Round(100*v)/100 + 0, Decimals: 2}.In(lang.Danish)
}
