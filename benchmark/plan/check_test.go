package plan_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
)

func TestCheck(t *testing.T) {
	d := towns(t, 45, year)
	const text = `year = 1999
weights = "poeple"
exclude = ["Town 101", "Town 1010"]
drivers = ["age", "ldensity", "agee"]
[[driver]]
id = "ldensity"
of = ["densitty"]
per = ["people", "km2"]
[[area]]
id = "a"
spending = ["kr", "krr"]
spending_per = "inhabitants"
per = ["pupils", "children"]
drivers = ["ldensity", "unknown"]
activity = ["hours"]
`
	p, err := plan.Parse("my.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	list := listErrors(t, p.Check(d), "my.toml")
	slices.SortStableFunc(list, func(a, b found) int { return a.Line - b.Line })
	want := []found{
		{1, "year", "1999"}, {2, "weights", "poeple"}, {3, "exclude", "Town 1010"}, {4, "drivers", "agee"},
		{7, "driver.of", "densitty"}, {8, "driver.per", "km2"},
		{11, "area.spending", "krr"}, {12, "area.spending_per", "inhabitants"}, {13, "area.per", "children"},
		{14, "area.drivers", "unknown"}, {15, "area.activity", "hours"},
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if text := p.Check(d).Error(); !strings.Contains(text, "'people'") || !strings.Contains(text, "'density'") || !strings.Contains(text, "2024") {
		t.Errorf("nothing is suggested:\n%s", text)
	}
}

// TestCheckOfProgram: a plan made by a program is checked for words too, and
// its errors name the key.
func TestCheckOfProgram(t *testing.T) {
	d := towns(t, 45, year)
	for key, change := range map[string]func(*plan.Plan){
		"estimator":            func(p *plan.Plan) { p.Estimator = "x" },
		"scale":                func(p *plan.Plan) { p.Scale = "x" },
		"family":               func(p *plan.Plan) { p.Family = "x" },
		"register":             func(p *plan.Plan) { p.Register = "x" },
		"pool":                 func(p *plan.Plan) { p.Pool = -1 },
		"min_n":                func(p *plan.Plan) { p.MinN = -1 },
		"min_n_per_driver":     func(p *plan.Plan) { p.MinNPerDriver = -1 },
		"materiality":          func(p *plan.Plan) { p.Materiality = new(nan) },
		"weights":              func(p *plan.Plan) { p.Weights = "x" },
		"exclude":              func(p *plan.Plan) { p.Exclude = []string{"x"} },
		"drivers":              func(p *plan.Plan) { p.Drivers = []string{"x"} },
		"driver.id":            func(p *plan.Plan) { p.Definitions[0].ID, p.Drivers = "", nil },
		"driver.of":            func(p *plan.Plan) { p.Definitions[0].Of = []string{"x"} },
		"driver.transform":     func(p *plan.Plan) { p.Definitions[0].Transform = "x" },
		"area":                 func(p *plan.Plan) { p.Areas = nil },
		"area.id":              func(p *plan.Plan) { p.Areas = append(p.Areas, p.Areas[0]) },
		"area.spending":        func(p *plan.Plan) { p.Areas[0].Spending = []string{""} },
		"area.spending_factor": func(p *plan.Plan) { p.Areas[0].SpendingFactor = nan },
		"area.per":             func(p *plan.Plan) { p.Areas[0].Per = []string{""} },
		"area.target":          func(p *plan.Plan) { p.Areas[0].Target = "x" },
	} {
		t.Run(key, func(t *testing.T) {
			p := testPlan()
			change(&p)
			err := p.Check(d)
			if err == nil {
				t.Fatal("no error")
			}
			for _, e := range listErrors(t, err, "") {
				if e.Key != key || e.Line != 0 {
					t.Errorf("error at %q, line %d", e.Key, e.Line)
				}
			}
		})
	}
}

// TestCheckTarget: what a rule asks of data that they do not have is an error of
// the plan, with what to write.
func TestCheckTarget(t *testing.T) {
	d := towns(t, 45, year)
	for rule, says := range map[string]string{
		"region": "register", "list:Town 101,Tovn 102": "'Town 102'", "list:101,Town 101": "twice", "list:Oslo": "Oslo",
		"nearest:45": "44", "cheapest-of-nearest:5/45": "44", "lowest:45": "44",
	} {
		p := testPlan()
		p.Areas[0].Target = rule
		err := p.Check(d)
		if err == nil {
			t.Errorf("%s is no error", rule)
			continue
		}
		for _, e := range listErrors(t, err, "") {
			if e.Key != "area.target" {
				t.Errorf("%s: an error at %s", rule, e.Key)
			}
		}
		if !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v does not say %s", rule, err, says)
		}
		if alone := target.CheckText(rule, d); alone == nil || !strings.HasSuffix(err.Error(), alone.Error()) {
			t.Errorf("%s by itself: %v", rule, alone)
		}
	}
	for _, rule := range []string{"nearest:44", "lowest:44", "list:101,102", "expected", ""} {
		p := testPlan()
		p.Areas[0].Target = rule
		if err := p.Check(d); err != nil {
			t.Errorf("%s: %v", rule, err)
		}
	}
	if err := target.CheckText("nearest:0", d); err == nil {
		t.Error("nearest:0 is no error")
	}
}

// TestPoolIsBounded: a pool of more years than the data have means nothing, and
// must not take memory for each of them.
func TestPoolIsBounded(t *testing.T) {
	p := testPlan()
	p.Pool = 1_000_000_000
	var errs plan.Errors
	if err := p.Check(towns(t, 45, year)); !errors.As(err, &errs) || errs[0].Key != "pool" {
		t.Errorf("a pool of %d years: %v", p.Pool, err)
	}
}

// TestUndatedPooled: without years there is nothing to pool, which is an error
// and not data without figures.
func TestUndatedPooled(t *testing.T) {
	p := testPlan()
	p.Pool = 2
	var errs plan.Errors
	if err := p.Check(towns(t, 45, dataset.Undated)); !errors.As(err, &errs) || errs[0].Key != "pool" {
		t.Errorf("pooling two years of data without years: %v", err)
	}
}

// TestPricesMissing: a year that is pooled and has no index is an error that
// names it.
func TestPricesMissing(t *testing.T) {
	d := towns(t, 60, 2021, 2022, 2023, 2024)
	p := testPlan()
	p.Pool, p.Prices = 3, plan.Prices{Source: "x", Index: map[int]float64{year - 2: 100, year: 104}}
	err := p.Check(d)
	if diff := cmp.Diff([]found{{0, "prices.index", "2023"}}, listErrors(t, err, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	p.Pool = 1
	if err := p.Check(d); err != nil {
		t.Errorf("one year alone: %v", err)
	}
	p.Pool, p.Year = 2, year-1 // 2022 and 2023
	if diff := cmp.Diff([]found{{0, "prices.index", "2023"}}, listErrors(t, p.Check(d), "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
