package benchmark_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// TestPerHead holds spending per person of 80 and over against the accounts.
func TestPerHead(t *testing.T) {
	one, _ := bundled(t).OnlyAreas("aeldre")
	accounts := danmark.Accounts()
	kr, old := map[string]float64{}, map[string]float64{}
	allKr, allOld := 0.0, 0.0
	for _, m := range accounts.Municipalities() {
		per := 0.0
		for _, id := range []string{"regk31.5.30.26", "regk31.5.30.27", "regk31.5.30.28"} {
			per += accounts.Value(m.Code, 2024, id)
		}
		kr[m.Code] = per * accounts.Value(m.Code, 2024, "folketal")
		old[m.Code] = accounts.Value(m.Code, 2024, "folketal.80+")
		allKr += kr[m.Code]
		allOld += old[m.Code]
	}
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Abs(b) }
	for row := range one.Rows() {
		p, code := row.PerHead, row.Municipality
		others := (allKr - kr[code]) / (allOld - old[code])
		if p == nil || !near(p.Actual, kr[code]/old[code]) || !near(p.Others, others) || p.Heads != old[code] {
			t.Fatalf("%s: %+v, want %v of %v, and %v", row.Name, p, kr[code]/old[code], old[code], others)
		}
		if got := 100 * (p.Actual/p.Expected - 1); !near(got, row.Deviation.Pct) {
			t.Errorf("%s: %v per cent per head, and %v per unit", row.Name, got, row.Deviation.Pct)
		}
		if said := p.In(lang.Danish); !strings.Contains(said, "80-årig") {
			t.Error(said)
		}
	}
	roads, _ := bundled(t).OnlyAreas("veje")
	for row := range roads.Rows() {
		if row.PerHead != nil {
			t.Fatalf("roads are for %+v", row.PerHead)
		}
	}
}

// TestPerHeadOfNobody: nobody in the group is nothing per head, and years pooled count the mean.
func TestPerHeadOfNobody(t *testing.T) {
	s := country(40, 3)
	s.columns["pupils"][0] = 0
	p := testPlan()
	p.Areas = []plan.Area{{ID: "a", Spending: []string{"kr"}, Per: []string{"people"}, TargetGroup: []string{"pupils"}}}
	r := run(t, s.dataset(t), p)
	for row := range r.Rows() {
		if (row.PerHead == nil) != (row.Municipality == "101") {
			t.Errorf("%s: %+v", row.Municipality, row.PerHead)
		}
		if row.PerHead != nil && math.IsInf(row.PerHead.Others, 0) {
			t.Errorf("%s: %+v", row.Municipality, row.PerHead)
		}
	}
}

// TestWholeArea: all service is compared as an area is, and is no part of a sum, no candidate
// and no reason to compare another year.
func TestWholeArea(t *testing.T) {
	r := bundled(t)
	if r.Year != 2024 {
		t.Errorf("the year is %d", r.Year)
	}
	m := r.Model("service")
	if m == nil || !m.Whole || !m.Fitted() || m.LooR2 < 0.5 || m.PartOf != "" {
		t.Fatalf("%+v", m)
	}
	strongest, _ := r.Strongest(math.MaxInt)
	for _, row := range strongest {
		if row.Area == "service" {
			t.Errorf("all service of %s is a candidate", row.Name)
		}
	}
	stands := 0
	for row := range r.Rows() {
		if row.Area == "service" && row.Grade != benchmark.None {
			stands++
		}
	}
	if stands == 0 || stands > 20 {
		t.Errorf("%d municipalities stand out", stands)
	}
	p := danmark.DefaultPlan(lang.Danish)
	for i, a := range p.Areas {
		if a.ID == "service" {
			p.Areas, p.Curve = p.Areas[i:i+1], nil
			break
		}
	}
	if got := run(t, danmark.Accounts(), p).Year; got != 2025 {
		t.Errorf("alone it is compared in %d, and its figures go to 2025", got)
	}
}
