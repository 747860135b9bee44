package benchmark_test

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// TestDefaultPlans shows that the Danish and the English default plan are one
// plan but for the words.
func TestDefaultPlans(t *testing.T) {
	danish, english := danmark.DefaultPlan(lang.Danish), danmark.DefaultPlan(lang.English)
	for _, p := range []plan.Plan{danish, english} {
		if err := p.Check(danmark.Accounts()); err != nil {
			t.Fatal(err)
		}
	}
	words := cmp.Options{
		cmpopts.IgnoreUnexported(plan.Plan{}),
		cmpopts.IgnoreFields(plan.Plan{}, "Title"),
		cmpopts.IgnoreFields(plan.Area{}, "Name", "Unit", "ActivityName", "TargetGroupName", "Note", "Questions"),
		cmpopts.IgnoreFields(plan.Quality{}, "Name"),
		cmpopts.IgnoreFields(plan.Driver{}, "Name"),
	}
	if diff := cmp.Diff(danish, english, words); diff != "" {
		t.Errorf("the plans differ (-Danish +English):\n%s", diff)
	}
	for i := range danish.Areas {
		if danish.Areas[i].Name == english.Areas[i].Name && danish.Areas[i].ID != "administration" {
			t.Errorf("the area %s is not translated", danish.Areas[i].ID)
		}
		one, other := danish.Areas[i], english.Areas[i]
		if one.Note == "" || other.Note == "" || one.Note == other.Note || len(one.Questions) == 0 ||
			len(one.Questions) != len(other.Questions) {
			t.Errorf("the note and questions of %s are not in both languages", one.ID)
		}
		const most = 76 // columns: the first question is asked on one line of the screen
		for _, q := range []string{one.Questions[0], other.Questions[0]} {
			if utf8.RuneCountInString(q) > most {
				t.Errorf("%s asks on more than a line: %s", one.ID, q)
			}
		}
		if a := english.Areas[i]; len(a.Activity) > 0 && a.ActivityName == "" {
			t.Errorf("the activity of %s is not translated", a.ID)
		}
		for _, q := range english.Areas[i].Quality {
			if q.Name == "" {
				t.Errorf("%s of %s is not translated", q.Indicator, english.Areas[i].ID)
			}
		}
	}
}

// TestDefaultPlanCovers shows that the default plan compares every function of
// the bundled accounts, has a model for every area, and uses no driver that is
// in the municipality's own hands.
func TestDefaultPlanCovers(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	compared := map[string]bool{}
	for _, a := range p.Areas {
		for _, id := range a.Spending {
			compared[id] = true
		}
	}
	for _, ind := range danmark.Indicators() {
		if strings.HasPrefix(ind.ID, "regk31.") && !compared[ind.ID] {
			t.Errorf("no area compares %s", ind.ID)
		}
	}
	for _, d := range p.Definitions {
		for _, id := range d.Of {
			switch id {
			case "klassekvotient", "skolestoerrelse", "elevfravaer", "paedagogandel", "udsatte_boern", "hjemmesygepleje", "trivsel", "karaktersnit":
				t.Errorf("the driver %s is in the municipality's own hands", d.ID)
			}
		}
	}
	for _, m := range bundled(t).Models {
		if !m.Fitted() {
			t.Errorf("%s has no model: %v", m.Area, m.Warnings)
		}
	}
}

// TestChoose lets the figures choose the drivers of the council's costs, for
// which the number of members matters, and compares the choice with the fits
// of all that it passed over.
func TestChoose(t *testing.T) {
	const areas = `
choose = "press"
candidates = ["size", "gennemsnitsalder", "gini", "lavindkomst"]

[[driver]]
id = "size"
of = ["folketal"]
transform = "log"

[[area]]
id = "chosen"
spending = ["regk31.6.42.41"]
spending_per = "folketal"

[[area]]
id = "forced"
spending = ["regk31.6.42.41"]
spending_per = "folketal"
choose = "bic"
drivers = ["size"]
candidates = ["beskaeftigelse", "tomme_boliger"]
`
	p, err := plan.Parse("plan.toml", []byte(areas))
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chosen := r.Model("chosen")
	if len(chosen.Subsets) != 10 {
		t.Fatalf("%d choices are reported, want 10", len(chosen.Subsets))
	}
	for i, s := range chosen.Subsets {
		if i > 0 && s.PRESS < chosen.Subsets[i-1].PRESS {
			t.Error("the choices are not in order")
		}
		// A plan with these drivers has the same figures.
		q := p
		q.Choose, q.Drivers, q.Candidates = "", s.Drivers, nil
		q.Areas = []plan.Area{{ID: "fixed", Spending: p.Areas[0].Spending, SpendingPer: "folketal"}}
		fixed, err := benchmark.Run(context.Background(), danmark.Accounts(), q, benchmark.Options{})
		if err != nil {
			t.Fatal(err)
		}
		m := fixed.Model("fixed")
		if diff := cmp.Diff([]float64{s.PRESS, s.AICc, s.BIC, s.AdjR2}, []float64{m.PRESS, m.AICc, m.BIC, m.AdjR2}, cmpopts.EquateApprox(1e-9, 0)); diff != "" {
			t.Errorf("%v (-choice +fit):\n%s", s.Drivers, diff)
		}
		if i == 0 && cmp.Diff(m.Coefficients, chosen.Coefficients) != "" {
			t.Error("the first choice is not the one taken")
		}
	}
	if chosen.Subsets[0].Drivers[0] != "size" {
		t.Errorf("the size of the municipality was not chosen: %v", chosen.Subsets[0].Drivers)
	}
	for _, s := range r.Model("forced").Subsets {
		if s.Drivers[0] != "size" {
			t.Errorf("a choice without the forced driver: %v", s.Drivers)
		}
	}
	for _, m := range r.Models {
		found := false
		for _, w := range m.Warnings {
			found = found || w.Code == benchmark.ChosenDrivers
		}
		if !found {
			t.Errorf("%s does not warn of inference after choice", m.Area)
		}
	}
}

// TestChooseSize has no more drivers chosen than there are municipalities for,
// so that the model chosen is never refused.
func TestChooseSize(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Choose, p.Areas = "aicc", slices.Clone(p.Areas[:3])
	for i := range p.Areas {
		p.Areas[i].Drivers = nil
	}
	p.Candidates = []string{"indbyggere_log", "taethed_log", "andel_65", "boernefattigdom", "lavindkomst", "indkomst_log", "uddannelse"}
	for most, perDriver := range map[int]int{0: 90, 1: 47, 2: 30, 3: 23} {
		p.MinNPerDriver = perDriver
		r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range r.Models {
			if !m.Fitted() {
				t.Errorf("%s, %d for each coefficient: %v", m.Area, perDriver, m.Warnings)
			}
			for _, s := range m.Subsets {
				if len(s.Drivers) > most {
					t.Errorf("%s: %d drivers, more than %d", m.Area, len(s.Drivers), most)
				}
			}
		}
	}
}

// TestProcessors shows that every estimator gives the very same report on one
// and on several processors. Each has one variance, and all have each in the long tests.
func TestProcessors(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 2)
	write := func(processors int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := r.WriteJSON(t.Context(), &b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	variances := plan.Variances()
	for i, estimator := range plan.Estimators() {
		p.Estimator = estimator
		for k, variance := range variances {
			p.Variance = variance
			if k != i%len(variances) && !longtest.Wanted() {
				continue
			}
			if one := write(1); one != write(4) || longtest.Wanted() && one != write(2) {
				t.Errorf("%s, variance %s: the report differs with the number of processors", p.Estimator, p.Variance)
			}
		}
	}
}
