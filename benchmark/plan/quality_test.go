package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestQualityPlan: what can be wrong with it.
func TestQualityPlan(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"kr\"]\n"
	for text, want := range map[string][]found{
		"quality = [\"joy\"]":                                                                           {{4, "area.quality", "[joy]"}},
		"quality = [{ indicator = \"joy\" }]":                                                           {{4, "area.quality.better", ""}},
		"quality = [{ better = \"high\" }]":                                                             {{4, "area.quality.indicator", ""}},
		"quality = [{ indicator = \"joy\", better = \"more\" }]":                                        {{4, "area.quality.better", "more"}},
		"quality = [{ indicator = \"joy\", better = \"low\", weight = 2 }]":                             {{4, "area.quality.weight", "weight"}},
		"quality = [{ indicator = \"j\", better = \"low\" }, { indicator = \"j\", better = \"high\" }]": {{4, "area.quality.indicator", "j"}},
		"activity_factor = -1":                                                                          {{4, "area.activity_factor", "-1"}},
		"activity = [\"x\", \"y\", \"x\"]":                                                              {{4, "area.activity", "x"}},
	} {
		_, err := plan.Parse("p.toml", []byte(area+text+"\n"))
		if diff := cmp.Diff(want, listErrors(t, err, "p.toml")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
	p := testPlan()
	p.Areas[0].Quality = []plan.Quality{{Indicator: "joy", Better: "high"}}
	p.Areas[0].ActivityPer = "nobody"
	if diff := cmp.Diff([]found{{0, "area.activity_per", "nobody"}, {0, "area.quality.indicator", "joy"}}, listErrors(t, p.Check(towns(t, 40, year)), "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
