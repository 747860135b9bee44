package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

func TestIndicatorsOfAPlan(t *testing.T) {
	plan, err := plan.Parse("p.toml", []byte(`
weights = "w"
drivers = ["density", "plain"]
choose = "press"
candidates = ["candidate"]
[[driver]]
id = "density"
of = ["people"]
per = ["area"]
[[driver]]
id = "unused"
of = ["nothing"]
[[area]]
id = "a"
spending = ["cost", "more"]
spending_per = "people"
per = ["pupils"]
activity = ["hours"]
[[area]]
id = "b"
spending = ["cost"]
drivers = ["own"]
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"cost", "more", "people", "pupils", "hours", "w", "area", "plain", "candidate", "own"}
	if diff := cmp.Diff(want, plan.Indicators()); diff != "" {
		t.Error(diff)
	}
}

// TestIndicatorsOfEveryPart: no part of a plan that names an ID is forgotten, by
// whoever reads the data, fetches them or checks the plan against them.
func TestIndicatorsOfEveryPart(t *testing.T) {
	text := []byte(`
weights = "id1"
drivers = ["id2", "made"]
candidates = ["id3"]
[[driver]]
id = "made"
of = ["id4"]
per = ["id5"]
[curve]
candidates = ["id6", "curved"]
[[driver]]
id = "curved"
of = ["id7"]
[peers]
drivers = ["id8"]
weights = { id9 = 2.0, weighed = 1.0 }
[[driver]]
id = "weighed"
of = ["id10"]
[[area]]
id = "a"
spending = ["id11"]
spending_per = "id12"
per = ["id13"]
activity = ["id14"]
activity_per = "id15"
drivers = ["id16"]
candidates = ["id17"]
[[area.quality]]
indicator = "id18"
better = "high"
`)
	p, err := plan.Parse("p.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	got := p.Indicators()
	var b dataset.Builder
	b.AddMunicipality(dataset.Municipality{Code: "1", Name: "A"})
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	missing := p.Check(d).Error()
	for i := range 18 {
		id := fmt.Sprintf("id%d", i+1)
		if !slices.Contains(got, id) {
			t.Errorf("%s is not asked for", id)
		}
		if !strings.Contains(missing, "'"+id+"'") {
			t.Errorf("%s is not missed in data without it", id)
		}
	}
	if len(got) != 18 {
		t.Errorf("%q, want 18", got)
	}
}
