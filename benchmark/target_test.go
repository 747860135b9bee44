package benchmark_test

import (
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
)

// line is a country of twelve on one driver, with spending u per inhabitant.
func line(t *testing.T) (*dataset.Dataset, plan.Plan) {
	t.Helper()
	u := []float64{21.3, 18.7, 25.1, 19.9, 30.4, 22.8, 17.5, 26.6, 24.0, 20.2, 28.9, 23.3}
	x := []float64{1.0, 0.4, 2.2, 0.9, 3.6, 1.5, 0.2, 2.0, 2.1, 1.1, 2.9, 1.3}
	var b dataset.Builder
	for i := range u {
		code := string(rune('A' + i))
		b.Set(code, year, "u", u[i])
		b.Set(code, year, "x", x[i])
		b.Set(code, year, "people", float64(1000+100*i))
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d, plan.Plan{MinN: 10, MinNPerDriver: 5, Areas: []plan.Area{{
		ID: "a", Spending: []string{"u"}, SpendingPer: "people", Drivers: []string{"x"},
	}}}
}

// TestTargetsGivenConditions holds the rules that rest on the model against R
// 4.2 with quantreg, every municipality left out in turn:
//
//	u <- c(21.3, 18.7, 25.1, 19.9, 30.4, 22.8, 17.5, 26.6, 24.0, 20.2, 28.9, 23.3)
//	x <- c(1.0, 0.4, 2.2, 0.9, 3.6, 1.5, 0.2, 2.0, 2.1, 1.1, 2.9, 1.3)
//	d <- data.frame(u, x); n <- nrow(d)
//	e <- sapply(1:n, function(i) predict(lm(u ~ x, d[-i, ]), d[i, ]))
//	q <- sapply(1:n, function(i) e[i] * vector.Quantile((u / e)[-i], 0.25))
//	r <- sapply(1:n, function(i) predict(rq(u ~ x, 0.25, d[-i, ]), d[i, ]))
//	l <- sapply(1:n, function(i) exp(predict(rq(log(u) ~ x, 0.25, d[-i, ]), d[i, ])))
//	el <- sapply(1:n, function(i) { f <- lm(log(u) ~ x, d[-i, ]); exp(predict(f, d[i, ])) * mean(exp(residuals(f))) })
//	ql <- sapply(1:n, function(i) el[i] * vector.Quantile((u / el)[-i], 0.25))
func TestTargetsGivenConditions(t *testing.T) {
	d, p := line(t)
	for _, test := range []struct {
		scale, rule string
		want        []float64
	}{
		{"level", "expected-quantile", []float64{20.12414593389, 17.88217018776, 24.74575534690, 20.01437553910, 30.64386685027, 22.05901619360, 17.26233674059, 23.74522491819, 24.62305880268, 20.82564271197, 27.13550505494, 21.18310189816}},
		{"level", "conditional-quantile", []float64{20.28888888889, 17.95555555556, 24.95555555556, 20.15588235294, 30.70000000000, 22.23333333333, 17.17777777778, 24.17777777778, 24.70882352941, 20.91470588235, 27.67777777778, 21.45555555556}},
		{"log", "expected-quantile:0.25", []float64{19.78009621822, 18.00010437052, 24.22502685937, 19.59529749515, 31.98821837275, 21.53435738861, 17.79855267658, 23.19525083875, 24.04217983228, 20.47958214290, 27.02035725920, 20.71356748753}},
		{"log", "conditional-quantile:0.25", []float64{19.92828562938, 18.07781848066, 24.21685687894, 19.60721689075, 32.30864113289, 21.61423509226, 17.82970082787, 23.44281727549, 23.82669408037, 20.53450437478, 27.13286658501, 20.92338268134}},
	} {
		p.Scale, p.Areas[0].Target = plan.Scale(test.scale), test.rule
		i := 0
		for row := range run(t, d, p).Rows() {
			compare(t, test.scale+" "+test.rule+" of "+row.Municipality, row.Target.Level, test.want[i], 1e-11)
			if row.Target.N != 11 || row.Target.Weighted || row.Target.Missing != "" {
				t.Errorf("%s of %s: of %d, weighted %v, missing %q", test.rule, row.Municipality, row.Target.N, row.Target.Weighted, row.Target.Missing)
			}
			i++
		}
	}
}

// TestTargetsOfNearest: by hand, the nearest of A (1.0) on the line are D
// (0.9), J (1.1), L (1.3) and F (1.5), D before J by code for they are as near.
func TestTargetsOfNearest(t *testing.T) {
	d, p := line(t)
	for rule, want := range map[string]float64{
		"nearest:1": 19.9, "nearest:2": (19.9 + 20.2) / 2, "nearest:4": (19.9 + 20.2 + 23.3 + 22.8) / 4,
		"cheapest-of-nearest:1/3": 19.9, "cheapest-of-nearest:2/4": (19.9 + 20.2) / 2, "cheapest-of-nearest:3/4": (19.9 + 20.2 + 22.8) / 3,
	} {
		p.Areas[0].Target = rule
		row := rowOf(t, run(t, d, p), "a", "A")
		compare(t, rule, row.Target.Level, want, 1e-14)
		compare(t, rule+" gap", row.Target.GapKr, (21.3-want)*1000, 1e-12)
		compare(t, rule+" headroom", row.Target.HeadroomKr, max(0, 21.3-want)*1000, 1e-12)
	}
}

// TestTargetWithoutFigure: a neighbour without a figure is a neighbour all the
// same, and the mean is then of fewer.
func TestTargetWithoutFigure(t *testing.T) {
	s := country(45, 3)
	s.columns["kr"][7] = nan
	p := testPlan()
	p.Areas[0].Target = "nearest:44"
	r := run(t, s.dataset(t), p)
	if row := rowOf(t, r, "all", "101"); row.Target.N != 43 {
		t.Errorf("of %d municipalities, want 43", row.Target.N)
	}
	// Without a driver there is no neighbour.
	s.columns["age"][7] = nan
	row := rowOf(t, run(t, s.dataset(t), p), "all", "108")
	if row.Target.Missing != target.NoDrivers || !math.IsNaN(row.Target.Level) || !math.IsNaN(row.Target.GapKr) || !math.IsNaN(row.Target.HeadroomKr) {
		t.Errorf("target %v, gap %v, missing %q", row.Target.Level, row.Target.GapKr, row.Target.Missing)
	}
}

// TestSensitivity: the table of a row has every rule once, each as if it were
// the area's own, and what it is worth.
func TestSensitivity(t *testing.T) {
	s := country(45, 4)
	for i := range s.municipalities {
		s.municipalities[i].Region = []string{"East", "West"}[i%2]
	}
	d := s.dataset(t)
	p := testPlan()
	p.Areas[0].Target = "list:101,102"
	r := run(t, d, p)
	rules := strings.Fields(`expected country mean region nearest:10 cheapest-of-nearest:5/10 quantile:0.5 quantile:0.25
		lowest:10 minimum expected-quantile:0.25 conditional-quantile:0.25 list:101,102`)
	targets := sensitivity(t, r)
	if diff := cmp.Diff(rules, targets.Rules()); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	for k, rule := range rules {
		p.Areas[0].Target = rule
		own := run(t, d, p)
		for row := range r.Rows() {
			got, want := targets.Targets(&row)[k], rowOf(t, own, "all", row.Municipality)
			if diff := cmp.Diff(benchmark.Target{
				Rule: want.Target.Rule, Level: want.Target.Level, N: want.Target.N, Weighted: want.Target.Weighted, Missing: want.Target.Missing,
				GapKr: want.Target.GapKr, HeadroomKr: want.Target.HeadroomKr, DecidedBy: got.DecidedBy,
			}, got); diff != "" {
				t.Fatalf("%s of %s (-own +in the table):\n%s", rule, row.Municipality, diff)
			}
			compare(t, rule+" gap", got.GapKr, (row.Actual-got.Level)*row.Volume, 1e-12)
			if got.HeadroomKr != max(0, got.GapKr) {
				t.Errorf("%s of %s: gap %v, headroom %v", rule, row.Municipality, got.GapKr, got.HeadroomKr)
			}
			wordstest.Check(t, rule, got)
		}
	}
	p.Areas[0].Target = "median" // stands in the table already
	if got := sensitivity(t, run(t, d, p)).Rules(); len(got) != 12 {
		t.Errorf("rules %v", got)
	}
	if got := targets.Targets(&benchmark.Row{Area: "none", Municipality: "101"}); got != nil {
		t.Errorf("targets of an area that is not: %v", got)
	}
}

// TestMissingTargets: a level that cannot be found has a reason in words.
func TestMissingTargets(t *testing.T) {
	s := country(45, 5)
	s.columns["age"][3] = nan
	p := testPlan()
	p.Areas = append(p.Areas, plan.Area{ID: "refused", Spending: []string{"kr"}, Per: []string{"people"}, Drivers: []string{"age", "ldensity", "income", "people", "pupils"}})
	r := run(t, s.dataset(t), p)
	seen := map[target.Missing]bool{}
	for row := range r.Rows() {
		for _, level := range sensitivity(t, r).Targets(&row) {
			if (level.Missing == "") == math.IsNaN(level.Level) {
				t.Errorf("%s: level %v, missing %q", level.Rule, level.Level, level.Missing)
			}
			seen[level.Missing] = true
			if level.Missing != "" {
				wordstest.Check(t, string(level.Missing), level.Missing)
			}
		}
	}
	for _, why := range []target.Missing{"", target.NoRegion, target.NoExpected, target.NoDrivers} {
		if !seen[why] {
			t.Errorf("no level is missing for %q", why)
		}
	}
}

// TestTooManyForNearest: of more than two thousand nobody's nearest are found,
// and the row says why.
func TestTooManyForNearest(t *testing.T) {
	p := testPlan()
	p.Areas[0].Target = "nearest"
	r := run(t, country(2001, 7).dataset(t), p)
	one, _ := r.Only("101")
	for row := range one.Rows() {
		if row.Target.Missing != target.TooMany || !math.IsNaN(row.Target.Level) {
			t.Errorf("target %v, missing %q", row.Target.Level, row.Target.Missing)
		}
	}
	g, ok := r.Peers("101", "all", 0) // of one alone there are not too many
	if !ok || len(g.Peers) != 10 || g.OnLists != -1 || g.Peers[0].OnLists != -1 {
		t.Errorf("%+v", g)
	}
}

// TestTargetsTogether: any number of goroutines may ask for targets and groups,
// and all get the same.
func TestTargetsTogether(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 4)
	for i := range p.Areas {
		p.Areas[i].Target = "cheapest-of-nearest:3/7"
	}
	r := run(t, danmark.Accounts(), p)
	texts := make([]string, 4)
	var all sync.WaitGroup
	for i := range texts {
		all.Go(func() {
			if g, ok := r.Peers("791", p.Areas[i].ID, 7); !ok || len(g.Peers) != 7 {
				t.Error("no group")
			}
			texts[i] = string(written(t, r))
		})
	}
	all.Wait()
	for _, text := range texts[1:] {
		if text != texts[0] {
			t.Error("the reports differ")
		}
	}
}
