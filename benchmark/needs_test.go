package benchmark_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
)

func TestIndicatorsOfAPlan(t *testing.T) {
	plan, err := benchmark.ParsePlan("p.toml", []byte(`
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
