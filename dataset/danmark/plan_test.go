package danmark_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestNothingHandedOutIsShared: a caller that changes what it got changes nothing
// for the next.
func TestNothingHandedOutIsShared(t *testing.T) {
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		text := string(danmark.PlanText(l))
		clear(danmark.PlanText(l))
		if string(danmark.PlanText(l)) != text {
			t.Errorf("%v: the text of the plan has changed", l)
		}
		p := danmark.DefaultPlan(l)
		p.Areas[0].Spending[0], p.Exclude[0], p.Definitions[0].Of[0] = "x", "x", "x"
		want, err := plan.Parse(danmark.PlanName, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		again := danmark.DefaultPlan(l)
		if diff := cmp.Diff(want, again, cmpopts.IgnoreUnexported(plan.Plan{})); diff != "" {
			t.Errorf("%v: the plan has changed (-want +got):\n%s", l, diff)
		}
	}
	danmark.SmallIslands()[0] = "x"
	if danmark.SmallIslands()[0] != "492" {
		t.Error("the small islands have changed")
	}
}
