package benchmark_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// A driver is of the year compared, or of the nearest with figures of each of its indicators.
func TestDriverYears(t *testing.T) {
	var b dataset.Builder
	b.AddIndicator(dataset.Indicator{ID: "poor", Name: "Poor", Note: "counted in March"})
	for _, code := range []string{"1", "2"} {
		b.AddMunicipality(dataset.Municipality{Code: code, Name: "Town " + code})
		b.Set(code, 2024, "kr", 1)
		for _, year := range []int{2021, 2022, 2026} {
			b.Set(code, year, "poor", 2)
		}
		for _, year := range []int{2022, 2023, 2024} {
			b.Set(code, year, "people", 3)
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{
		Register:    "none",
		Drivers:     []string{"share", "people"},
		Definitions: []plan.Driver{{ID: "share", Name: "Poor of all", Of: []string{"poor"}, Per: []string{"people"}}},
		Areas:       []plan.Area{{ID: "a", Spending: []string{"kr"}}, {ID: "b", Spending: []string{"kr"}, Drivers: []string{"gone", "share"}}},
	}
	want := []benchmark.DriverYear{
		{ID: "share", Name: "Poor of all", Years: []int{2022, 2024}, Available: []int{2022}, Notes: []string{"counted in March"}},
		{ID: "people", Name: "people", Years: []int{2024}, Available: []int{2022, 2023, 2024}},
		{ID: "gone"},
	}
	if diff := cmp.Diff(want, benchmark.DriverYears(d, p)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What check says before is what a report is made of.
func TestDriverYearsOfAReport(t *testing.T) {
	r := bundled(t)
	before := benchmark.DriverYears(danmark.Accounts(), danmark.DefaultPlan(lang.Danish))
	if diff := cmp.Diff(before, r.DriverYears()); diff != "" {
		t.Errorf("(-before +in the report):\n%s", diff)
	}
	for _, d := range before { // and as the sources have it
		if i := slices.IndexFunc(r.Sources, func(s benchmark.Source) bool { return s.Indicator == d.ID }); i >= 0 {
			if s := r.Sources[i]; !slices.Contains(s.Years, d.Years[0]) {
				t.Errorf("%s is of %v, and its source of %v", d.ID, d.Years, s.Years)
			}
		}
	}
}
