package plan_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestPlanOfPeers reads the table, and tells what is wrong in it with its line.
func TestPlanOfPeers(t *testing.T) {
	const area = "[[area]]\nid = \"a\"\nspending = [\"kr\"]\n"
	p, err := plan.Parse("my.toml", []byte("[peers]\nk = 7\ndrivers = [\"age\"]\nexclude = [\"101\"]\n[peers.weights]\nage = 2\n\"d.x\" = 0.5\n"+area))
	want := plan.Peers{K: 7, Drivers: []string{"age"}, Exclude: []string{"101"}, Weights: map[string]float64{"age": 2, "d.x": 0.5}}
	if diff := cmp.Diff(want, p.Peers); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for text, want := range map[string]found{
		"[peers]\nk = 0\n":                                 {2, "peers.k", "0"},
		"[peers]\nk = -3\n":                                {2, "peers.k", "-3"},
		"[peers]\nk = \"ten\"\n":                           {2, "peers.k", "ten"},
		"[peers]\nkk = 3\n":                                {2, "peers.kk", "kk"},
		"peers = 5\n":                                      {1, "peers", "5"},
		"[peers]\ndrivers = [\"age\", \"age\"]\n":          {2, "peers.drivers", "age"},
		"[peers]\nweights = 2\n":                           {2, "peers.weights", "2"},
		"[peers]\nweights = { age = -1 }\n":                {2, "peers.weights.age", "age"},
		"[peers]\nweights = { age = nan }\n":               {2, "peers.weights.age", "NaN"},
		"[peers]\n[peers.weights]\nage = \"2\"\n":          {3, "peers.weights.age", "2"},
		"[peers]\nweights = { age = 1e9 }\n":               {2, "peers.weights.age", "age"},
		"[peers]\nexclude = \"101\"\n":                     {2, "peers.exclude", "101"},
		"[peers]\nk = 3\n[peers.weights]\n[peers.other]\n": {4, "peers.other", "other"},
	} {
		_, err := plan.Parse("my.toml", []byte(text+area))
		if err == nil {
			t.Errorf("%q is no error", text)
			continue
		}
		list := listErrors(t, err, "my.toml")
		if !slices.Contains(list, want) {
			t.Errorf("%q: %v, want %v", text, list, want)
		}
	}
	d := towns(t, 45, year)
	for key, change := range map[string]func(*plan.Plan){
		"peers.k":            func(p *plan.Plan) { p.Peers.K = 45 },
		"peers.drivers":      func(p *plan.Plan) { p.Peers.Drivers = []string{"agee"} },
		"peers.weights.agee": func(p *plan.Plan) { p.Peers.Weights = map[string]float64{"agee": 1} },
		"peers.weights.age":  func(p *plan.Plan) { p.Peers.Weights = map[string]float64{"age": math.Inf(1)} },
		"peers.exclude":      func(p *plan.Plan) { p.Peers.Exclude = []string{"Oslo"} },
	} {
		p := testPlan()
		change(&p)
		err := p.Check(d)
		if err == nil {
			t.Errorf("%s is no error", key)
			continue
		}
		for _, e := range listErrors(t, err, "") {
			if e.Key != key {
				t.Errorf("%s: an error at %s", key, e.Key)
			}
		}
	}
}
