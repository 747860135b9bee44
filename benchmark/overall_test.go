package benchmark_test

import (
	"math"
	"slices"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestOverall holds the whole of a municipality against its rows, its totals and the figure
// of all its service, and the intervals against where municipalities lie.
func TestOverall(t *testing.T) {
	all := bundled(t)
	outside, ranked, narrower := 0, 0, 0
	for _, o := range all.Overalls() {
		one, _ := all.Only(o.Municipality)
		net := one.Totals().Service
		if math.Abs(o.Difference.Kr-net.NetKr) > 1 || o.Areas != net.Areas {
			t.Errorf("%s: %v of %d areas, and the total is %v of %d", o.Municipality, o.Difference.Kr, o.Areas, net.NetKr, net.Areas)
		}
		cost, square := 0.0, 0.0
		for row := range one.Rows() {
			m := one.Model(row.Area)
			if m.NotService || m.Whole || m.PartOf != "" || !row.Difference.Known() || row.Expected.Level <= 0 {
				continue
			}
			cost += row.Actual // all are per inhabitant
			square += math.Pow(row.Difference.HighKr-row.Difference.Kr, 2)
		}
		want := danmark.Accounts().Value(o.Municipality, 2024, "nglk.SER")
		if math.Abs(o.ComparedPerUnit-cost) > 1e-6 || o.WholePerUnit != want || math.Abs(o.SharePct-100*cost/want) > 1e-9 {
			t.Errorf("%s: %v of %v, want %v of %v", o.Municipality, o.ComparedPerUnit, o.WholePerUnit, cost, want)
		}
		if o.Difference.HighKr-o.Difference.Kr < math.Sqrt(square) {
			narrower++
		}
		if o.Rank.Place > 0 {
			ranked++
			if o.Difference.LowKr > 0 || o.Difference.HighKr < 0 {
				outside++
			}
		}
		if got := one.Overall(); got.Difference != o.Difference || len(got.Sentences()) != len(o.Sentences()) {
			t.Errorf("%s alone is %+v", o.Municipality, got)
		}
	}
	if ranked < 95 || outside < 1 || outside > 12 {
		t.Errorf("%d of %d lie outside their 95%% intervals", outside, ranked)
	}
	if narrower > ranked/2 {
		t.Errorf("the intervals of %d are narrower than if areas were independent", narrower)
	}
}

// TestOverallOfNothing: one area is no whole, and a plan that names none has no share.
func TestOverallOfNothing(t *testing.T) {
	one, _ := bundled(t).OnlyAreas("skole")
	if one.Overall() != nil || one.Overalls() != nil || (*benchmark.Report)(nil).Overall() != nil {
		t.Error("one area has a whole")
	}
	p := danmark.DefaultPlan(lang.Danish)
	p.Whole, p.Curve = nil, nil
	p.Areas = slices.DeleteFunc(p.Areas, func(a plan.Area) bool { return a.ID == "service" })
	if o := run(t, danmark.Accounts(), p).Overall(); o == nil || !math.IsNaN(o.SharePct) || !o.Difference.Known() {
		t.Errorf("without a whole: %+v", o)
	}
}
