package benchmark_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// The keys, as the comment of WriteJSON has them.
var (
	topKeys         = strings.Fields("title estimator tail_df excluded year years price_level price_source municipality models target_rules rows warnings sources corrections overall preliminary")
	modelKeys       = strings.Fields("area name unit estimator scale part_of not_service whole shared_with activity note questions n kept df sigma r2 adj_r2 loo_r2 aicc bic press condition tau gamma robust_scale iterations converged sigma_u sigma_e bp reset outlier coefficients drivers subsets curve warnings")
	coefficientKeys = strings.Fields("name estimate se t p vif hc0 hc1 hc2 hc3 hc4")
	driverKeys      = strings.Fields("id name")
	warningKeys     = strings.Fields("code area municipality da en")
	rowKeys         = strings.Fields(`area candidate municipality name actual expected fitted low high level deviation deviation_pct
		volume difference_kr difference_low_kr difference_high_kr headroom_kr target target_rule t df p q q_low grade
		leverage cook in_fit robust_weight rank ranked rank_change value_change curve contributions reservations target_n target_weighted target_missing gap_kr targets persistence activity quality per_head postings summary posting questions`)
	targetRuleKeys   = strings.Fields("rule weighted by_conditions da en")
	contributionKeys = strings.Fields("name value")
	sourceKeys       = strings.Fields("indicator name unit publisher note files years persistence_years")
)

// object is a JSON object with its values unread.
type object map[string]json.RawMessage

func (o object) list(t *testing.T, key string) (items []object) {
	t.Helper()
	if err := json.Unmarshal(o[key], &items); err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	return items
}

func (o object) is(t *testing.T, key string, want any) {
	t.Helper()
	got := reflect.New(reflect.TypeOf(want))
	if err := json.Unmarshal(o[key], got.Interface()); err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	if diff := cmp.Diff(want, got.Elem().Interface(), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", key, diff)
	}
}

// number checks that a number is the very same, and null where it is missing.
func (o object) number(t *testing.T, key string, want float64) {
	t.Helper()
	var got *float64
	if err := json.Unmarshal(o[key], &got); err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	switch {
	case math.IsNaN(want) != (got == nil):
		t.Errorf("%s: %s, want %v", key, o[key], want)
	case got != nil && *got != want:
		t.Errorf("%s: %v, want %v", key, *got, want)
	}
}

// orNull checks a text that is null where it is empty.
func (o object) orNull(t *testing.T, key, want string) {
	t.Helper()
	if want == "" {
		if string(o[key]) != "null" {
			t.Errorf("%s: %s, want null", key, o[key])
		}
		return
	}
	o.is(t, key, want)
}

func (o object) keys(t *testing.T, what string, want []string) {
	t.Helper()
	if diff := cmp.Diff(slices.Sorted(slices.Values(want)), slices.Sorted(maps.Keys(o))); diff != "" {
		t.Errorf("keys of %s (-documented +written):\n%s", what, diff)
	}
}

func written(t testing.TB, r *benchmark.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jsonReport is a report that has of everything: an area refused, figures and
// drivers missing, an excluded municipality, warnings, and texts that JSON
// must quote.
func jsonReport(t *testing.T) *benchmark.Report {
	s := country(45, 20)
	s.columns["kr"][2], s.columns["age"][3] = nan, nan
	s.columns["kr"][9] *= 1.6
	s.columns["density"][8] *= 1e5
	s.municipalities[5].Name = "A \"quoted\" <name> & \\ æøå\u2028 \t"
	s.columns["tiny"] = s.each(func(i int) float64 { return 1e-9 * s.columns["kr"][i] })
	s.columns["huge"] = s.each(func(i int) float64 { return 1e8 * s.columns["kr"][i] })
	p := testPlan()
	p.Title, p.Exclude = "Title with \"quotes\"", []string{"105"}
	p.Accept = []string{"density", "tiny", "huge"}
	p.Areas = append(p.Areas,
		plan.Area{ID: "part", Spending: []string{"other"}, Target: "median"},
		plan.Area{ID: "whole", Spending: []string{"kr", "other"}, Per: []string{"people"}},
		plan.Area{ID: "refused", Spending: []string{"kr"}, Drivers: []string{"age", "ldensity", "income", "people", "pupils"}},
		plan.Area{ID: "tiny", Spending: []string{"tiny"}, Per: []string{"people"}},
		plan.Area{ID: "huge", Spending: []string{"huge"}, SpendingFactor: 1e14, Per: []string{"people"}})
	return run(t, s.dataset(t), p)
}

func TestJSON(t *testing.T) {
	r := jsonReport(t)
	one, _ := r.Only("107")
	for name, r := range map[string]*benchmark.Report{"all": r, "one": one} {
		t.Run(name, func(t *testing.T) {
			text := written(t, r)
			if !json.Valid(text) || !bytes.HasSuffix(text, []byte("}\n")) {
				t.Fatalf("not JSON on lines: …%q", text[max(0, len(text)-60):])
			}
			var top object
			if err := json.Unmarshal(text, &top); err != nil {
				t.Fatal(err)
			}
			top.keys(t, "the report", topKeys)
			top.is(t, "title", r.Title)
			top.is(t, "year", r.Year)
			top.is(t, "years", r.Years)
			top.orNull(t, "municipality", r.Municipality)
			top.is(t, "estimator", r.Estimator)
			checkJSONModels(t, top, r)
			checkJSONRows(t, top, r)
			checkJSONRules(t, top, r)
			checkJSONWarnings(t, top, r.Warnings)
			sources := top.list(t, "sources")
			if len(sources) != len(r.Sources) {
				t.Fatalf("%d sources, want %d", len(sources), len(r.Sources))
			}
			for i, o := range sources {
				o.keys(t, "a source", sourceKeys)
				for key, want := range map[string]string{
					"indicator": r.Sources[i].Indicator, "name": r.Sources[i].Name, "unit": r.Sources[i].Unit,
					"publisher": r.Sources[i].Publisher, "note": r.Sources[i].Note,
				} {
					o.is(t, key, want)
				}
				o.is(t, "years", r.Sources[i].Years)
				o.is(t, "files", r.Sources[i].Files)
			}
		})
	}
}

func checkJSONModels(t *testing.T, top object, r *benchmark.Report) {
	models := top.list(t, "models")
	if len(models) != len(r.Models) {
		t.Fatalf("%d models, want %d", len(models), len(r.Models))
	}
	refused := 0
	for i, o := range models {
		m := r.Models[i]
		o.keys(t, "a model", modelKeys)
		for key, want := range map[string]string{"area": m.Area, "name": m.Name, "unit": m.Unit, "estimator": string(m.Estimator), "scale": string(m.Scale)} {
			o.is(t, key, want)
		}
		o.orNull(t, "part_of", m.PartOf)
		o.is(t, "n", m.N)
		if m.DF == 0 {
			refused++
			o.number(t, "df", nan)
		} else {
			o.is(t, "df", m.DF)
		}
		for key, want := range map[string]float64{"sigma": m.Sigma, "r2": m.R2, "adj_r2": m.AdjR2, "loo_r2": m.LooR2, "aicc": m.AICc, "bic": m.BIC, "press": m.PRESS, "condition": m.Condition} {
			o.number(t, key, want)
		}
		for key, want := range map[string]map[string]float64{
			"bp":      {"stat": m.BreuschPagan.Stat, "p": m.BreuschPagan.P},
			"reset":   {"stat": m.RESET.Stat, "p": m.RESET.P},
			"outlier": {"t": m.Outlier.T, "p_bonferroni": m.Outlier.P},
		} {
			var inner object
			if err := json.Unmarshal(o[key], &inner); err != nil {
				t.Fatal(err)
			}
			for name, v := range want {
				inner.number(t, name, v)
			}
		}
		coefficients := o.list(t, "coefficients")
		if len(coefficients) != len(m.Coefficients) {
			t.Fatalf("%d coefficients, want %d", len(coefficients), len(m.Coefficients))
		}
		for k, o := range coefficients {
			c := m.Coefficients[k]
			o.keys(t, "a coefficient", coefficientKeys)
			o.is(t, "name", c.Name)
			if k == 0 && c.Name != regress.InterceptName {
				t.Errorf("the first coefficient is %s", c.Name)
			}
			o.number(t, "estimate", c.Estimate)
			o.number(t, "se", c.SE)
			for key, want := range map[string]float64{"t": c.T, "p": c.P, "vif": c.VIF, "hc0": c.HC0, "hc1": c.HC1, "hc2": c.HC2, "hc4": c.HC4} {
				o.number(t, key, want)
			}
			o.number(t, "hc3", c.HC3)
		}
		drivers := o.list(t, "drivers")
		for k, o := range drivers {
			o.keys(t, "a driver", driverKeys)
			o.is(t, "id", m.Drivers[k].ID)
			o.is(t, "name", m.Drivers[k].Name)
		}
		checkJSONWarnings(t, o, m.Warnings)
	}
	if refused != 1 {
		t.Errorf("%d models refused, want one to test with", refused)
	}
}

func checkJSONRows(t *testing.T, top object, r *benchmark.Report) {
	rows, i, targets := top.list(t, "rows"), 0, sensitivity(t, r)
	var nulls, candidates int
	for row := range r.Rows() {
		if i == len(rows) {
			t.Fatal("rows are missing")
		}
		o := rows[i]
		i++
		o.keys(t, "a row", rowKeys)
		for key, want := range map[string]any{"area": row.Area, "municipality": row.Municipality, "name": row.Name, "target_rule": row.Target.Rule, "grade": string(row.Grade), "candidate": row.Candidate} {
			o.is(t, key, want)
		}
		for key, want := range map[string]float64{
			"actual": row.Actual, "expected": row.Expected.Level, "fitted": row.Expected.Fitted, "low": row.Expected.Low, "high": row.Expected.High, "level": row.Expected.Confidence,
			"deviation": row.Deviation.PerUnit, "deviation_pct": row.Deviation.Pct, "volume": row.Volume, "difference_kr": row.Difference.Kr,
			"difference_low_kr": row.Difference.LowKr, "difference_high_kr": row.Difference.HighKr, "headroom_kr": row.Target.HeadroomKr, "gap_kr": row.Target.GapKr,
			"target": row.Target.Level, "t": row.Test.T, "p": row.Test.P, "q": row.Test.Q, "q_low": row.Test.QLow, "leverage": row.Influence.Leverage, "cook": row.Influence.Cook,
			"rank_change": row.Rank.Change, "value_change": row.ValueChange,
		} {
			o.number(t, key, want)
			if math.IsNaN(want) {
				nulls++
			}
		}
		// A whole number is 0 where there is none, and then null.
		for key, want := range map[string]int{"df": row.Test.DF, "rank": row.Rank.Place} {
			if want == 0 {
				o.number(t, key, nan)
			} else {
				o.is(t, key, want)
			}
		}
		o.is(t, "ranked", row.Rank.Of)
		o.is(t, "in_fit", row.Influence.InFit)
		contributions := o.list(t, "contributions")
		if contributions == nil || len(contributions) != len(row.Contributions) {
			t.Fatalf("contributions %s, want %v", o["contributions"], row.Contributions)
		}
		for k, o := range contributions {
			o.keys(t, "a contribution", contributionKeys)
			o.is(t, "name", row.Contributions[k].Name)
			o.number(t, "value", row.Contributions[k].Value)
		}
		o.is(t, "reservations", row.Reservations)
		checkJSONTargets(t, o, targets, &row)
		if row.Candidate {
			candidates++
		}
	}
	if i != len(rows) {
		t.Errorf("%d rows, want %d", len(rows), i)
	}
	if nulls == 0 || candidates == 0 && r.Municipality == "" {
		t.Errorf("%d nulls and %d candidates: the report tests little", nulls, candidates)
	}
}

func checkJSONWarnings(t *testing.T, o object, want []benchmark.Warning) {
	t.Helper()
	warnings := o.list(t, "warnings")
	if len(warnings) != len(want) {
		t.Fatalf("%d warnings, want %d", len(warnings), len(want))
	}
	for i, o := range warnings {
		o.keys(t, "a warning", warningKeys)
		o.is(t, "code", string(want[i].Code))
		o.orNull(t, "area", want[i].Area)
		o.orNull(t, "municipality", want[i].Municipality)
		o.is(t, "da", want[i].In(lang.Danish))
		o.is(t, "en", want[i].In(lang.English))
	}
}

// checkJSONTargets compares a row's targets under every rule.
func checkJSONTargets(t *testing.T, o object, s *benchmark.Sensitivity, row *benchmark.Row) {
	t.Helper()
	o.is(t, "target_n", row.Target.N)
	o.is(t, "target_weighted", row.Target.Weighted)
	o.is(t, "target_missing", string(row.Target.Missing))
	var targets []any
	if err := json.Unmarshal(o["targets"], &targets); err != nil {
		t.Fatal(err)
	}
	rules, want := s.Rules(), s.Targets(row)
	if len(targets) != len(rules) {
		t.Fatalf("%d targets of %d rules", len(targets), len(rules))
	}
	for i, rule := range rules {
		k := slices.IndexFunc(want, func(t benchmark.Target) bool { return t.Rule == rule })
		switch got := targets[i].(type) {
		case nil:
			if k >= 0 {
				t.Errorf("%s is null", rule)
			}
		case string:
			if got == "" || got != string(want[k].Missing) {
				t.Errorf("%s: missing %q, want %q", rule, got, want[k].Missing)
			}
		case []any:
			if w := want[k]; w.Missing != "" || got[0] != w.Level || got[1] != float64(w.N) || len(got) != 2 {
				if len(got) != 3 || w.DecidedBy == "" && w.NotPositive == nil {
					t.Fatalf("%s: %v, want %+v", rule, got, w)
				}
				more := got[2].(map[string]any)
				if by, _ := more["decided_by"].(string); by != w.DecidedBy || len(more["not_positive"].([]any)) != len(w.NotPositive) {
					t.Errorf("%s: %v, want %+v", rule, got, w)
				}
			}
			// What is left out is found by its definition.
			gap := (row.Actual - want[k].Level) * row.Volume
			if want[k].GapKr != gap && !math.IsNaN(gap) || want[k].HeadroomKr != max(0, gap) && !math.IsNaN(gap) {
				t.Errorf("%s: %+v", rule, want[k])
			}
		}
	}
}

// checkJSONRules compares the rules that rows have targets under.
func checkJSONRules(t *testing.T, top object, r *benchmark.Report) {
	t.Helper()
	rules, want := top.list(t, "target_rules"), sensitivity(t, r).Rules()
	if len(rules) != len(want) {
		t.Fatalf("%d rules, want %d", len(rules), len(want))
	}
	for i, o := range rules {
		text := want[i]
		rule, err := target.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		o.keys(t, "a rule", targetRuleKeys)
		o.is(t, "rule", text)
		o.is(t, "weighted", text == "country")
		o.is(t, "by_conditions", target.ByConditions(rule))
		o.is(t, "da", rule.In(lang.Danish))
		o.is(t, "en", rule.In(lang.English))
	}
}

// TestJSONUndated: without a year it is null.
func TestJSONUndated(t *testing.T) {
	s := country(45, 20)
	for id := range s.columns {
		s.earlier[id] = dataset.Undated
	}
	var top object
	if err := json.Unmarshal(written(t, run(t, s.dataset(t), testPlan())), &top); err != nil {
		t.Fatal(err)
	}
	if string(top["year"]) != "null" {
		t.Errorf("year: %s", top["year"])
	}
}

// TestDeterministic: the JSON is the same on any number of processors.
func TestDeterministic(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 3)
	weighted := p
	weighted.Estimator, weighted.Family, weighted.Scale = "wls", "all", "log"
	for _, p := range []plan.Plan{p, weighted} {
		var first []byte
		counts := []int{1, 4}
		if longtest.Wanted() {
			counts = []int{1, 2, 1, 2, 4}
		}
		for _, processors := range counts {
			before := runtime.GOMAXPROCS(processors)
			text := written(t, run(t, danmark.Accounts(), p))
			runtime.GOMAXPROCS(before)
			if first == nil {
				first = text
			}
			if !bytes.Equal(first, text) {
				t.Fatalf("the JSON differs with %d processors", processors)
			}
		}
		if !json.Valid(first) || len(first) < 40_000*len(p.Areas) {
			t.Errorf("%d bytes of JSON for %d areas of the whole country", len(first), len(p.Areas))
		}
	}
}

// failing writes no more than a number of bytes.
type failing int

var errFull = errors.New("the disk is full")

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestJSONWriteError: what could not be written is an error, early and late.
func TestJSONWriteError(t *testing.T) {
	r := jsonReport(t)
	whole := len(written(t, r))
	for _, most := range []int{0, whole / 2, whole - 1} {
		f := failing(most)
		if err := r.WriteJSON(t.Context(), &f); !errors.Is(err, errFull) {
			t.Errorf("room for %d of %d bytes: %v", most, whole, err)
		}
	}
}
