package benchmark_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset/danmark"
)

func defaultPlan(t *testing.T, text []byte) benchmark.Plan {
	t.Helper()
	p, err := benchmark.ParsePlan(danmark.PlanName, text)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(danmark.Accounts()); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDefaultPlans shows that the Danish and the English default plan are one
// plan but for the words.
func TestDefaultPlans(t *testing.T) {
	danish, english := defaultPlan(t, danmark.Plan), defaultPlan(t, danmark.PlanEnglish)
	words := cmp.Options{
		cmpopts.IgnoreUnexported(benchmark.Plan{}),
		cmpopts.IgnoreFields(benchmark.Plan{}, "Title"),
		cmpopts.IgnoreFields(benchmark.Area{}, "Name", "Unit"),
		cmpopts.IgnoreFields(benchmark.Driver{}, "Name"),
	}
	if diff := cmp.Diff(danish, english, words); diff != "" {
		t.Errorf("the plans differ (-Danish +English):\n%s", diff)
	}
	for i := range danish.Areas {
		if danish.Areas[i].Name == english.Areas[i].Name && danish.Areas[i].ID != "administration" {
			t.Errorf("the area %s is not translated", danish.Areas[i].ID)
		}
	}
}

// TestDefaultPlanCovers shows that the default plan compares every function of
// the bundled accounts, has a model for every area, and uses no driver that is
// in the municipality's own hands.
func TestDefaultPlanCovers(t *testing.T) {
	p := defaultPlan(t, danmark.Plan)
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
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Models {
		if !m.Fitted() {
			t.Errorf("%s has no model: %v", m.Area, m.Warnings)
		}
	}
}
