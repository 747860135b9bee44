package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestCurvePlanErrors: what is wrong with the curve of a plan, and where.
func TestCurvePlanErrors(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
	list := func(n int) string {
		var ids []string
		for i := range n {
			ids = append(ids, fmt.Sprintf("%q", fmt.Sprint("d", i)))
		}
		return "[" + strings.Join(ids, ", ") + "]"
	}
	for name, test := range map[string]struct {
		text string
		want []found
	}{
		"unknown key":            {"[curve]\nestimater = [\"ols\"]\n" + area, []found{{2, "curve.estimater", "estimater"}}},
		"no table":               {"curve = true\n" + area, []found{{1, "curve", "true"}}},
		"tables":                 {"[[curve]]\nscales = []\n" + area, []found{{1, "curve", "[map[scales:[]]]"}}},
		"text for a list":        {"[curve]\nestimators = \"ols\"\n" + area, []found{{2, "curve.estimators", "ols"}}},
		"unknown estimator":      {"[curve]\nestimators = [\"ols\", \"quantile\"]\n" + area, []found{{2, "curve.estimators", "quantile"}}},
		"estimator twice":        {"[curve]\nestimators = [\"ols\", \"ols\"]\n" + area, []found{{2, "curve.estimators", "ols"}}},
		"estimator of no name":   {"[curve]\nestimators = [\"\"]\n" + area, []found{{2, "curve.estimators", ""}}},
		"unknown scale":          {"[curve]\nscales = [\"logg\"]\n" + area, []found{{2, "curve.scales", "logg"}}},
		"candidate twice":        {"[curve]\ncandidates = [\"a\", \"a\"]\n" + area, []found{{2, "curve.candidates", "a"}}},
		"too many":               {"[curve]\nscales = []\ncandidates = " + list(9) + "\n" + area, []found{{3, "curve.candidates", "9"}}},
		"too many, told once":    {"candidates = " + list(9) + "\n[curve]\n" + area + strings.Replace(area, `"a"`, `"b"`, 1), []found{{1, "candidates", "9"}}},
		"too many of an area":    {"[curve]\n" + area + "candidates = " + list(9) + "\n", []found{{5, "area.candidates", "9"}}},
		"too many drivers":       {"[curve]\n" + area + "drivers = " + list(9) + "\n", []found{{5, "area.drivers", "9"}}},
		"too many of the plan's": {"drivers = " + list(9) + "\n[curve]\n" + area, []found{{1, "drivers", "9"}}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := plan.Parse("my.toml", []byte(test.text))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, listErrors(t, err, "my.toml")); diff != "" {
				t.Errorf("errors (-want +got):\n%s\n%v", diff, err)
			}
		})
	}
	for name, text := range map[string]string{
		"eight":                               "[curve]\ncandidates = " + list(8) + "\n" + area,
		"an area that chooses among more":     "[curve]\ncandidates = " + list(3) + "\n" + area + "choose = \"bic\"\ncandidates = " + list(15) + "\n",
		"nine of which one is always in":      "choose = \"bic\"\n[curve]\n" + area + "drivers = [\"d0\"]\ncandidates = " + list(9) + "\n",
		"more than eight where there is none": "candidates = " + list(9) + "\n" + area,
		"empty lists are the defaults":        "[curve]\nestimators = []\nscales = []\ncandidates = []\n" + area,
	} {
		if _, err := plan.Parse("my.toml", []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	p := testPlan()
	p.Curve = &plan.Curve{Candidates: []string{"age", "agee"}}
	err := p.Check(towns(t, 45, year))
	if diff := cmp.Diff([]found{{0, "curve.candidates", "agee"}}, listErrors(t, err, "")); diff != "" || !strings.Contains(err.Error(), "'age'") {
		t.Errorf("errors (-want +got):\n%s\n%v", diff, err)
	}
}
