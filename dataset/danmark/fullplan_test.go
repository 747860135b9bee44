package danmark_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestFullPlan holds the extended plan against the list of functions: every one that is
// service is in exactly one area that is no part of another, and so are the bundled accounts.
func TestFullPlan(t *testing.T) {
	accounts := map[string]bool{}
	for _, f := range danmark.Functions() {
		id := "regk31." + f.Number
		if accounts[id] || f.Service != (f.Family != "") || f.Source == "" || f.Name.DA == "" || f.Name.EN == "" {
			t.Errorf("%+v", f)
		}
		accounts[id] = true
	}
	for _, ind := range danmark.Indicators() {
		if strings.HasPrefix(ind.ID, "regk31.") && !accounts[ind.ID] {
			t.Errorf("%s is bundled and no function", ind.ID)
		}
	}
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		p, err := plan.Parse("full.toml", danmark.FullPlanText(l))
		if err != nil {
			t.Fatal(err)
		}
		in := map[string][]string{}
		for i := range p.Areas {
			a := &p.Areas[i]
			if len([]rune(a.Name)) > 23 {
				t.Errorf("the name %q is wider than its column", a.Name)
			}
			if p.WholeOf(a) == "" && !p.IsWhole(a) && !a.NotService {
				for _, id := range a.Spending {
					in[id] = append(in[id], a.ID)
				}
			}
			for _, d := range a.Drivers {
				if _, ok := p.Definition(d); !ok {
					t.Errorf("%s has the driver %s", a.ID, d)
				}
			}
		}
		for _, f := range danmark.Functions() {
			if n := len(in["regk31."+f.Number]); f.Service != (n == 1) || n > 1 {
				t.Errorf("%s is in %v", f.Number, in["regk31."+f.Number])
			}
			delete(in, "regk31."+f.Number)
		}
		if len(in) > 0 {
			t.Errorf("no functions: %v", in)
		}
		for _, a := range danmark.DefaultPlan(l).Areas {
			if !slices.ContainsFunc(p.Areas, func(b plan.Area) bool { return a.ID == b.ID }) {
				t.Errorf("%s of the default plan is lacking", a.ID)
			}
		}
		if err := p.Check(danmark.Accounts()); err != nil {
			t.Error(err)
		}
	}
}
