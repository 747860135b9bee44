package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

func TestDefaultPlan(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	if err := p.Check(danmark.Accounts()); err != nil {
		t.Error(err)
	}
	if p.Title == "" || len(p.Areas) < 10 || len(p.Definitions) < 5 || len(p.Exclude) != len(danmark.SmallIslands()) {
		t.Errorf("%q with %d areas, %d drivers and %d excluded", p.Title, len(p.Areas), len(p.Definitions), len(p.Exclude))
	}
	// Each account that the bundled data have is somewhere in the plan.
	for _, ind := range danmark.Accounts().Indicators() {
		if !strings.HasPrefix(ind.ID, "regk31.") {
			continue
		}
		if !slices.ContainsFunc(p.Areas, func(a plan.Area) bool { return slices.Contains(a.Spending, ind.ID) }) {
			t.Errorf("no area has the account %s", ind.ID)
		}
	}
}
