package benchmark_test

import (
	"slices"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestRegion holds the region's mean of the bundled accounts against that of
// the register's municipalities, summed here.
func TestRegion(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Areas = p.Areas[:1]
	p.Areas[0].Target = "region"
	r := run(t, danmark.Accounts(), p)
	rows := slices.Collect(r.Rows())
	regions := r.AllMunicipalities()
	count := map[string]int{}
	for i, row := range rows {
		sum, n := 0.0, 0
		for j, other := range rows {
			if i != j && regions[i].Region == regions[j].Region {
				sum, n = sum+other.Actual, n+1
			}
		}
		compare(t, row.Name, row.Target.Level, sum/float64(n), 1e-12)
		if row.Target.N != n {
			t.Errorf("%s: of %d, want %d", row.Name, row.Target.N, n)
		}
		count[regions[i].Region]++
	}
	if len(count) != 5 {
		t.Errorf("regions: %v", count)
	}
}
