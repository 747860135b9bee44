package benchmark_test

import (
	"context"
	"math"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// TestBySize: the areas stand by spending, every one once, its parts right
// below it; and the totals are the sums of those that are no parts.
func TestBySize(t *testing.T) {
	plan, err := benchmark.ParsePlan(danmark.PlanName, danmark.Plan)
	if err != nil {
		t.Fatal(err)
	}
	plan.Curve = nil
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), plan)
	if err != nil {
		t.Fatal(err)
	}
	lolland, _ := r.Only("Lolland")
	rows := lolland.RowsBySize()
	seen := map[string]bool{}
	last, lastPart, whole := math.Inf(1), 0.0, ""
	net, positive, areas := 0.0, 0.0, 0
	for _, row := range rows {
		if seen[row.Area] || row.Name != "Lolland" {
			t.Errorf("%s of %s is there twice, or is another's", row.Area, row.Name)
		}
		seen[row.Area] = true
		size := row.Actual * row.Volume
		if part := r.Model(row.Area).PartOf; part != "" {
			if part != whole || size > lastPart {
				t.Errorf("%s stands below %s, %.0f kr. after %.0f", row.Area, whole, size, lastPart)
			}
			lastPart = size
			continue
		}
		if size > last {
			t.Errorf("%s is larger than what stands above it", row.Area)
		}
		last, whole, lastPart = size, row.Area, math.Inf(1)
		areas++
		net += row.DifferenceKr
		positive += max(0, row.DifferenceKr)
	}
	if len(rows) != len(r.Models) {
		t.Errorf("%d rows for %d areas", len(rows), len(r.Models))
	}
	total := lolland.Totals()
	if math.Abs(total.NetKr-net) > 1 || math.Abs(total.PositiveKr-positive) > 1 || total.Areas != areas || !(total.PositiveKr > total.NetKr) {
		t.Errorf("totals are %+v, want %.0f net and %.0f positive of %d areas", total, net, positive, areas)
	}
}
