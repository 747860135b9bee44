// Command drivers prints, for each area of the default plan, how well the plan's drivers
// predict the spending of a municipality that the model has not seen. Beside it stands how
// well the plan's earlier drivers did. It also prints how well the areas would fit with
// drivers that were refused. The tables stand in docs/drivere.md, which says what to make
// of them.
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
)

// extra are drivers that the default plan does not use.
var extra = []plan.Driver{
	{ID: "alder", Of: []string{"gennemsnitsalder"}},
	{ID: "andel_0_5", Of: []string{"folketal.0_5"}, Per: []string{"folketal"}},
}

// before are the earlier drivers of areas, from before there were age groups, where they
// differ.
var before = map[string][]string{
	"skole":             {"indbyggere_log", "taethed_log", "boernefattigdom", "smaaboern"},
	"folkeskole":        {"indbyggere_log", "taethed_log", "boernefattigdom", "smaaboern"},
	"specialskole":      {"indbyggere_log", "taethed_log", "boernefattigdom", "smaaboern"},
	"privatskole":       {"indbyggere_log", "taethed_log", "alder"},
	"tandpleje":         {"indbyggere_log", "alder", "uddannelse"},
	"boern_unge":        {"boernefattigdom", "uddannelse"},
	"forebyggelse_unge": {"taethed_log", "boernefattigdom", "uddannelse"},
	"plejefamilier":     {"taethed_log", "uddannelse", "beskaeftigelse"},
	"aeldre":            {"taethed_log", "alder", "lavindkomst", "tomme_boliger"},
	"aeldre_frit_valg":  {"taethed_log", "alder", "lavindkomst", "tomme_boliger"},
	"aeldre_pleje":      {"taethed_log", "alder", "lavindkomst", "tomme_boliger"},
	"hjemmesygepleje":   {"alder", "beskaeftigelse"},
	"stofmisbrug":       {"taethed_log", "indkomst_log", "lavindkomst"},
	"bibliotek":         {"taethed_log", "alder"},
	"bus":               {"taethed_log", "beskaeftigelse"},
	"medfinansiering":   {"taethed_log", "alder", "lavindkomst"},
	"foertidspension":   {"alder", "lavindkomst", "indkomst_log"},
	"kontanthjaelp":     {"taethed_log", "lavindkomst"},
	"dagpenge":          {"taethed_log", "lavindkomst", "uddannelse"},
}

// refused are drivers that were tried beside an area's own and not taken into the plan.
var refused = []struct{ area, driver string }{
	{"kontanthjaelp", "oprindelse"},
	{"specialskole", "andel_0_5"},
	{"administration", "etpersonshusstande"},
	{"foertidspension", "foertidspension"},
}

func main() {
	text, err := writeTables(context.Background(), danmark.DefaultPlan(lang.Danish))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
}

// writeTables returns the tables of docs/drivere.md for the areas of a plan: for the plan's
// own year, for three years pooled, and for the drivers that were refused.
func writeTables(ctx context.Context, p plan.Plan) (string, error) {
	// whatever the plan's own settings are
	p.Estimator, p.Variance, p.Curve = "ols", "constant", nil
	p.Definitions = slices.Concat(p.Definitions, extra)
	p.Areas = slices.Clone(p.Areas)
	for i := range p.Areas {
		p.Areas[i].Activity, p.Areas[i].Quality = nil, nil
	}
	var b strings.Builder
	for _, p.Pool = range []int{1, 3} {
		if err := writeTable(ctx, &b, p); err != nil {
			return "", err
		}
		b.WriteByte('\n')
	}
	p.Pool = 1
	err := writeRefused(ctx, &b, p)
	return b.String(), err
}

// withDrivers returns the plan with other drivers for some of its areas.
func withDrivers(p plan.Plan, drivers map[string][]string) plan.Plan {
	p.Areas = slices.Clone(p.Areas)
	for i, a := range p.Areas {
		if list, ok := drivers[a.ID]; ok {
			p.Areas[i].Drivers = list
		}
	}
	return p
}

// writeTable writes the results of the plan's drivers beside those of the earlier ones, and
// the mean of both.
func writeTable(ctx context.Context, b *strings.Builder, p plan.Plan) error {
	now, err := benchmark.Run(ctx, danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		return err
	}
	then, err := benchmark.Run(ctx, danmark.Accounts(), withDrivers(p, before), benchmark.Options{})
	if err != nil {
		return err
	}
	years := fmt.Sprint(now.Year)
	if last := len(now.Years) - 1; last > 0 {
		years = fmt.Sprintf("%d-%d", now.Years[0], now.Years[last])
	}
	writeRow(b, "Område, "+years, "Rammevilkår før", "R²", "Planens rammevilkår", "R²", "n")
	writeRow(b, "---", "---", "--:", "---", "--:", "--:")
	var sumThen, sumNow float64
	for i, m := range now.Models {
		old := &then.Models[i]
		writeRow(b, m.Name, listDrivers(old), formatShare(old.LooR2), listDrivers(&m),
			formatShare(m.LooR2), fmt.Sprint(m.N))
		sumThen += old.LooR2
		sumNow += m.LooR2
	}
	n := float64(len(now.Models))
	writeRow(b, "Gennemsnit", "", formatThree(sumThen/n), "", formatThree(sumNow/n), "")
	return nil
}

// writeRefused writes how well the areas fit with drivers that were refused, and in which
// direction they pull.
func writeRefused(ctx context.Context, b *strings.Builder, p plan.Plan) error {
	writeRow(b, "Område", "Afvist rammevilkår", "R² uden", "R² med", "Det trækker")
	writeRow(b, "---", "---", "--:", "--:", "---")
	for _, r := range refused {
		i := slices.IndexFunc(p.Areas, func(a plan.Area) bool { return a.ID == r.area })
		if i < 0 {
			continue
		}
		alone := p
		alone.Areas = p.Areas[i : i+1]
		without, err := benchmark.Run(ctx, danmark.Accounts(), alone, benchmark.Options{})
		if err != nil {
			return err
		}
		more := append(slices.Clone(p.Areas[i].Drivers), r.driver)
		with, err := benchmark.Run(ctx, danmark.Accounts(),
			withDrivers(alone, map[string][]string{r.area: more}), benchmark.Options{})
		if err != nil {
			return err
		}
		m := &with.Models[0]
		direction := "op"
		if m.Coefficients[len(m.Coefficients)-1].Estimate < 0 {
			direction = "ned"
		}
		writeRow(b, m.Name, r.driver, formatShare(without.Models[0].LooR2), formatShare(m.LooR2),
			direction)
	}
	return nil
}

func writeRow(b *strings.Builder, cells ...string) {
	fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
}

func listDrivers(m *benchmark.Model) string {
	var list []string
	for _, d := range m.Drivers {
		list = append(list, d.ID)
	}
	return strings.Join(list, ", ")
}

// formatShare writes a number with two decimals, and no sign on zero.
func formatShare(v float64) string {
	return lang.Number{Value: math.Round(100*v)/100 + 0, Decimals: 2}.In(lang.Danish)
}

// formatThree writes a number with three decimals, because means differ less.
func formatThree(v float64) string { return lang.Number{Value: v, Decimals: 3}.In(lang.Danish) }
