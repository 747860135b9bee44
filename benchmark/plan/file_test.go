package plan_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

const wholePlan = `title = "Mine"
register = "none"
year = 2023
pool = 2
estimator = "wls"
scale = "log"
weights = "people"
exclude = ["Town 101", "102"]
family = "area"
materiality = 0
min_n = 20
min_n_per_driver = 5
drivers = ["d"]

[curve]
estimators = ["ols", "mm"]
scales = ["level"]
candidates = ["d", "age"]

[prices]
source = "s"
index = { 2022 = 100, 2023 = 102.5 }

[[driver]]
id = "d"
name = "Density"
of = ["people", "more"]
per = ["km2"]
transform = "sqrt"

[[area]]
id = "a"
name = "Area"
spending = ["x", "y"]
spending_per = "people"
spending_factor = 1000
per = ["pupils"]
unit = "kr."
drivers = ["d", "age"]
activity = ["hours"]
activity_per = "people"
activity_factor = 0.001
quality = [{ indicator = "joy", better = "high" }, { indicator = "wait", better = "low" }]
target = "quantile:0.25"
`

// TestParsePlan reads every key there is.
func TestParsePlan(t *testing.T) {
	want := plan.Plan{
		Title: "Mine", Register: "none", Year: 2023, Pool: 2, Estimator: "wls", Scale: "log", Weights: "people",
		Exclude: []string{"Town 101", "102"}, Family: "area", Materiality: new(0.0), MinN: 20, MinNPerDriver: 5, Drivers: []string{"d"},
		Curve:       &plan.Curve{Estimators: []plan.Estimator{"ols", "mm"}, Scales: []plan.Scale{"level"}, Candidates: []string{"d", "age"}},
		Prices:      plan.Prices{Source: "s", Index: map[int]float64{2022: 100, 2023: 102.5}},
		Definitions: []plan.Driver{{ID: "d", Name: "Density", Of: []string{"people", "more"}, Per: []string{"km2"}, Transform: "sqrt"}},
		Areas: []plan.Area{{
			ID: "a", Name: "Area", Spending: []string{"x", "y"}, SpendingPer: "people", SpendingFactor: 1000, Per: []string{"pupils"},
			Unit: "kr.", Drivers: []string{"d", "age"}, Activity: []string{"hours"}, ActivityPer: "people", ActivityFactor: 0.001,
			Quality: []plan.Quality{{Indicator: "joy", Better: "high"}, {Indicator: "wait", Better: "low"}}, Target: "quantile:0.25",
		}},
	}
	for name, text := range map[string]string{
		"as it is":             wholePlan,
		"with a mark":          "\ufeff" + wholePlan,
		"with Windows' breaks": strings.ReplaceAll(wholePlan, "\n", "\r\n"),
	} {
		got, err := plan.Parse("p.toml", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(plan.Plan{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestParsePlanExclude: an empty list is none, no list is the register's.
func TestParsePlanExclude(t *testing.T) {
	area := "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
	for text, isNil := range map[string]bool{area: true, "exclude = []\n" + area: false} {
		p, err := plan.Parse("", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if (p.Exclude == nil) != isNil || len(p.Exclude) > 0 {
			t.Errorf("exclude %#v of %q", p.Exclude, text)
		}
	}
}

func TestParsePlanErrors(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
	for _, test := range []struct {
		name, text string
		want       []found
	}{
		{"unknown key", "titel = \"x\"\n" + area, []found{{1, "titel", "titel"}}},
		{"unknown key in an area", area + "spendings = 1\n", []found{{4, "area.spendings", "spendings"}}},
		{"unknown key in the second area", area + "\n[[area]]\nid = \"b\"\nspending = [\"x\"]\nextra = 1\n", []found{{8, "area.extra", "extra"}}},
		{"unknown key in a driver", area + "[[driver]]\nid = \"d\"\nof = [\"x\"]\nlog = true\n", []found{{7, "driver.log", "log"}}},
		{"unknown table", area + "[options]\nx = 1\n", []found{{4, "options", "options"}}},
		{"number for text", "title = 3\n" + area, []found{{1, "title", "3"}}},
		{"list for text", "scale = [\"log\"]\n" + area, []found{{1, "scale", "[log]"}}},
		{"text for whole number", "year = \"2024\"\n" + area, []found{{1, "year", "2024"}}},
		{"fraction for whole number", "min_n = 30.5\n" + area, []found{{1, "min_n", "30.5"}}},
		{"too large a number", "pool = 99999999999\n" + area, []found{{1, "pool", "99999999999"}}},
		{"text for number", "materiality = \"1\"\n" + area, []found{{1, "materiality", "1"}}},
		{"infinite number", "materiality = inf\n" + area, []found{{1, "materiality", "+Inf"}}},
		{"no number", area + "spending_factor = nan\n", []found{{4, "area.spending_factor", "NaN"}}},
		{"text for list", "drivers = \"age\"\n" + area, []found{{1, "drivers", "age"}}},
		{"numbers in a list", "exclude = [101, 102]\n" + area, []found{{1, "exclude", "[101 102]"}}},
		{"value for table", "area = 7\n", []found{{1, "area", "7"}}},
		{"table for tables", "[area]\nid = \"a\"\nspending = [\"x\"]\n", []found{{1, "area", "map[id:a spending:[x]]"}}},
		{"no TOML", "title = \n" + area, []found{{1, "", ""}}},
		{"a list that is not closed", area + "per = [\"a\"\nunit = 1\n", []found{{4, "", ""}}},
		{"a list that is not closed, over lines", "drivers = [\n  \"a]\", # ]\n  'b'\n\n" + area, []found{{1, "", ""}}},
		{"a list that the file ends in", area + "per = [\n  \"a\",\n", []found{{4, "", ""}}},
		{"a list without a comma", "drivers = [\n  \"a\"\n  \"b\",\n]\n" + area, []found{{3, "", ""}}},
		{"a text that is not closed", "title = \"[\"\ndrivers = [\"a, \"b\"]\n" + area, []found{{2, "", ""}}},
		{"no TOML after a long text", "title = \"\"\"[\n[\"\"\"\nyear = x\n" + area, []found{{3, "", ""}}},
		{"key twice", "title = \"a\"\n" + area + "id = \"b\"\n", []found{{5, "", ""}}},

		{"unknown estimator", "estimator = \"lasso\"\n" + area, []found{{1, "estimator", "lasso"}}},
		{"unknown scale", "scale = \"logg\"\n" + area, []found{{1, "scale", "logg"}}},
		{"unknown family", "family = \"everyone\"\n" + area, []found{{1, "family", "everyone"}}},
		{"unknown register", "register = \"sverige\"\n" + area, []found{{1, "register", "sverige"}}},
		{"unknown target", area + "target = \"cheapest\"\n", []found{{4, "area.target", "cheapest"}}},
		{"bad target", area + "target = \"quantile:2\"\n", []found{{4, "area.target", "quantile:2"}}},
		{"unknown transform", area + "[[driver]]\nid = \"d\"\nof = [\"x\"]\ntransform = \"ln\"\n", []found{{7, "driver.transform", "ln"}}},
		{"area twice", area + area, []found{{5, "area.id", "a"}}},
		{"driver twice", area + "[[driver]]\nid = \"d\"\nof = [\"x\"]\n[[driver]]\nid = \"d\"\nof = [\"y\"]\n", []found{{8, "driver.id", "d"}}},
		{"spending twice", "[[area]]\nid = \"a\"\nspending = [\"x\", \"x\"]\n", []found{{3, "area.spending", "x"}}},
		{"drivers twice", "drivers = [\"a\", \"b\", \"a\"]\n" + area, []found{{1, "drivers", "a"}}},
		{"no id", "[[area]]\nspending = [\"x\"]\n", []found{{1, "area.id", ""}}},
		{"blank id", "[[area]]\nid = \" \"\nspending = [\"x\"]\n", []found{{2, "area.id", " "}}},
		{"no spending", "[[area]]\nid = \"a\"\n", []found{{1, "area.spending", ""}}},
		{"empty spending", "[[area]]\nid = \"a\"\nspending = []\n", []found{{3, "area.spending", ""}}},
		{"driver of nothing", area + "[[driver]]\nid = \"d\"\nof = []\n", []found{{6, "driver.of", ""}}},
		{"no areas", "title = \"x\"\n", []found{{0, "area", ""}}},
		{"nothing", "", []found{{0, "area", ""}}},
		{"negative factor", area + "spending_factor = -1\n", []found{{4, "area.spending_factor", "-1"}}},
		{"negative limit", "materiality = -1\n" + area, []found{{1, "materiality", "-1"}}},
		{"pool of none", "pool = 0\n" + area, []found{{1, "pool", "0"}}},
		{"min_n of none", "min_n = 0\n" + area, []found{{1, "min_n", "0"}}},
		{"no year", "year = 24\n" + area, []found{{1, "year", "24"}}},
		{"not UTF-8", "title = \"\xe6\"\n" + area, []found{{0, "", ""}}},
		{"too large", area + strings.Repeat("#", 1<<20), []found{{0, "", ""}}},

		{"several types and keys at once", "titel = \"x\"\nyear = \"y\"\n" + area + "per = 1\n[[area]]\nid = 2\nunknown = 3\n", []found{
			{1, "titel", "titel"}, {2, "year", "y"}, {6, "area.per", "1"}, {8, "area.id", "2"}, {9, "area.unknown", "unknown"},
		}},
		{"several words at once", "scale = \"x\"\nfamily = \"y\"\n" + area + "target = \"z\"\n[[area]]\nid = \"a\"\n", []found{
			{1, "scale", "x"}, {2, "family", "y"}, {6, "area.target", "z"}, {7, "area.spending", ""}, {8, "area.id", "a"},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := plan.Parse("my.toml", []byte(test.text))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, listErrors(t, err, "my.toml")); diff != "" {
				t.Errorf("errors (-want +got):\n%s\n%v", diff, err)
			}
		})
	}
}

// TestParsePlanTypes: a value of another type is told with what it is and what it must
// be.
func TestParsePlanTypes(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
	for text, want := range map[string]string{
		"drivers = \"a\"":          `this must be a list of texts, ["a", "b"], and is the text "a"`,
		"drivers = [1, \"a\"]":     `this must be a list of texts, ["a", "b"], and is the list [1, "a"]`,
		"title = [\"a\"]":          `this must be a text in quotation marks, and is the list ["a"]`,
		"title = true":             `a text in quotation marks, and is the word true`,
		"title = { a = 1.5 }":      `a text in quotation marks, and is the table { a = 1.5 }`,
		"year = 2024-01-01":        `a whole number, and is the date 2024-01-01`,
		"prices.index = { x = 1 }": `and is the table { x = 1 }`,
	} {
		_, err := plan.Parse("", []byte(text+"\n"+area))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestParsePlanSuggests: a word that is nearly right is answered with the
// right one.
func TestParsePlanSuggests(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
	for text, want := range map[string]string{
		"estimater = \"ols\"\n" + area:    "estimator",
		"register = \"denmark\"\n" + area: "danmark",
		"scale = \"levels\"\n" + area:     "level",
		area + "spending_pr = \"x\"\n":    "spending_per",
		area + "target = \"expeted\"\n":   "expected",
	} {
		_, err := plan.Parse("", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v does not suggest %s", text, err, want)
		}
	}
}

// TestInlineTables: areas can also be written on a line, and their errors have
// that line.
func TestInlineTables(t *testing.T) {
	p, err := plan.Parse("", []byte("title = \"x\"\narea = [{id = \"a\", spending = [\"x\"]}]\n"))
	if err != nil || len(p.Areas) != 1 || p.Areas[0].Spending[0] != "x" {
		t.Errorf("%+v, %v", p, err)
	}
	_, err = plan.Parse("my.toml", []byte("title = \"x\"\narea = [{id = \"a\", spending = []}]\n"))
	if diff := cmp.Diff([]found{{2, "area.spending", ""}}, listErrors(t, err, "my.toml")); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

// FuzzParsePlan: any text is a plan or has errors with their place.
func FuzzParsePlan(f *testing.F) {
	f.Add(danmark.PlanText(lang.Danish))
	f.Add([]byte(wholePlan))
	for _, text := range []string{
		"", "\ufeff", "area = [{id = 'a', spending = ['x']}]", "[area]\nid='a'", "[[area]]\nid='a'\nid='b'", "[[area.b]]\n[[driver]]",
		"title = \"\"\"\na\nb\"\"\"\nyear = 2024-01-01\n", "\"a.b\".c = 1\n[\"x\".y]\nz=1", "pool = 0x7fffffff\nmaterialit = 1e400", "exclude = [1, 'a', [2]]",
		"drivers = [\n# comment\n'a',\n]\r\n[[area]]\r\nid='x'", "area = [1, {}]", "driver.id = 3", "a.b.c = {d = [{e = 1}]}", "title = '%s %d %!'\nscale = '%v'",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := plan.Parse("f.toml", text)
		if err == nil {
			if len(p.Areas) == 0 {
				t.Error("a plan without areas")
			}
			for _, a := range p.Areas {
				if a.ID == "" || len(a.Spending) == 0 {
					t.Errorf("area %+v", a)
				}
			}
			return
		}
		var errs plan.Errors
		if !errors.As(err, &errs) || len(errs) == 0 {
			t.Fatalf("%T: %v", err, err)
		}
		lines := strings.Count(string(text), "\n") + 1
		last := 0
		for _, e := range errs {
			if e.File != "f.toml" || e.Line < 0 || e.Line > lines {
				t.Errorf("%v: file %q, line %d of %d", e, e.File, e.Line, lines)
			}
			if e.Line < last {
				t.Errorf("line %d after line %d", e.Line, last)
			}
			last = e.Line
			for _, l := range []lang.Language{lang.Danish, lang.English} {
				if words := e.In(l); words == "" || !strings.Contains(string(text), "%!") && strings.Contains(words, "%!") {
					t.Errorf("%q", words)
				}
			}
		}
	})
}
