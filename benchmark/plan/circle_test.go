package plan_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// TestCircle checks that spending is no driver of itself, directly or as a part, and that the
// plan and the data agree on what spending is divided by.
func TestCircle(t *testing.T) {
	var b dataset.Builder
	b.AddIndicator(dataset.Indicator{ID: "each", Per: "people"})
	for m := range 40 {
		for _, id := range []string{"kr", "more", "each", "people", "pupils", "age"} {
			b.Set(string(rune('a'+m)), 2024, id, float64(100+m*m+len(id)))
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		p    plan.Plan
		want string // in the error; empty: none
	}{
		"neither":   {plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}, Drivers: []string{"age"}}}}, ""},
		"a driver":  {plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"kr", "more"}, Drivers: []string{"more"}}}}, "more is both"},
		"of all":    {plan.Plan{Drivers: []string{"kr"}, Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}}}}, "kr is both"},
		"a part":    {plan.Plan{Definitions: []plan.Driver{{ID: "d", Of: []string{"kr"}, Per: []string{"people"}}}, Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}, Drivers: []string{"d"}}}}, "kr is both"},
		"accepted":  {plan.Plan{Accept: []string{"kr"}, Drivers: []string{"kr"}, Areas: []plan.Area{{ID: "a", Spending: []string{"kr"}}}}, ""},
		"divided":   {plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"each"}, SpendingPer: "people"}}}, ""},
		"otherwise": {plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"each"}, SpendingPer: "pupils"}}}, `spending_per = "people"`},
	} {
		err := test.p.Check(d)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	p := plan.Plan{Areas: []plan.Area{{ID: "a", Spending: []string{"each"}}, {ID: "b", Spending: []string{"each", "kr"}}}}
	if q := p.WithData(d); q.Areas[0].SpendingPer != "people" || q.Areas[1].SpendingPer != "" || p.Areas[0].SpendingPer != "" {
		t.Errorf("divided by %q and %q", q.Areas[0].SpendingPer, q.Areas[1].SpendingPer)
	}
}
