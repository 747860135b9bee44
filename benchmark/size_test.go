package benchmark_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
)

// TestBySize: the areas stand by spending, every one once, its parts right
// below it; and the totals are the sums of those that are no parts.
func TestBySize(t *testing.T) {
	r := bundled(t)
	lolland, _ := r.Only("Lolland")
	rows := lolland.RowsBySize()
	seen := map[string]bool{}
	last, lastPart, whole := math.Inf(1), 0.0, ""
	var want benchmark.Totals
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
		if r.Model(row.Area).Whole {
			continue
		}
		of := &want.Service
		if r.Model(row.Area).NotService {
			of = &want.NotService
		}
		of.Areas++
		of.NetKr += row.Difference.Kr
		if row.Difference.Kr > 0 {
			of.Positive++
			of.PositiveKr += row.Difference.Kr
		}
	}
	if len(rows) != len(r.Models) {
		t.Errorf("%d rows for %d areas", len(rows), len(r.Models))
	}
	if want.Service.Areas == 0 || want.NotService.Areas != 5 {
		t.Fatalf("the areas are %+v", want)
	}
	if diff := cmp.Diff(want, lolland.Totals(), cmpopts.EquateApprox(1e-12, 1)); diff != "" {
		t.Errorf("totals (-want +got):\n%s", diff)
	}
}
