package target

import (
	gocmp "cmp"
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

var (
	nan   = math.NaN()
	equal = cmpopts.EquateNaNs()
)

// testArea is an area with figures and municipalities alone. It has no model and
// no drivers.
type testArea struct {
	unit, volume []float64
	data         *dataset.Dataset
}

func (a testArea) Figures() (unit, volume []float64) { return a.unit, a.volume }

func (a testArea) Lowest() []int32 {
	var order []int32
	for m, u := range a.unit {
		if !math.IsNaN(u) {
			order = append(order, int32(m))
		}
	}
	slices.SortStableFunc(order, func(x, y int32) int { return gocmp.Compare(a.unit[x], a.unit[y]) })
	return order
}

func (a testArea) Expected(int) Expected { return Expected{Level: nan} }

func (a testArea) ConditionalQuantile(context.Context, float64) (func(int) (float64, int), error) {
	return nil, nil
}

func (a testArea) Nearest(int, int) ([]int32, Missing) { return nil, NoDrivers }

func (a testArea) Register() Register { return a.data }

// find finds the levels of a rule, how many municipalities each is made of and
// whether they are weighted.
func find(t *testing.T, text string, a testArea) (levels []float64, ns []int, weighted []bool) {
	t.Helper()
	rule, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := Find(context.Background(), rule, a)
	if err != nil {
		t.Fatal(err)
	}
	for m := range a.unit {
		l := finder(m)
		if math.IsNaN(l.Kr) != (l.Missing != "") || l.Missing != "" && l.N != 0 {
			t.Errorf("%s: level %v of %d, missing %q", text, l.Kr, l.N, l.Missing)
		}
		levels, ns = append(levels, l.Kr), append(ns, l.N)
		weighted = append(weighted, Weighted(rule) && l.Missing == "")
	}
	return levels, ns, weighted
}

// findOne finds one municipality's level.
func findOne(t *testing.T, text string, a testArea, m int) Level {
	t.Helper()
	rule, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := Find(context.Background(), rule, a)
	if err != nil {
		t.Fatal(err)
	}
	return finder(m)
}

// TestTargetsOfTheLowest: a rule made of the lowest says whose figures are not
// above zero, never its own, and who decides it where one does.
func TestTargetsOfTheLowest(t *testing.T) {
	unit := []float64{10, -5, 0, nan, 30, 10}
	volume := []float64{1, 1, 1, 1, 1, 1}
	for _, test := range []struct {
		rule        string
		m           int
		kr          float64
		decidedBy   int32 // -1: no single one
		notPositive []int32
	}{
		{"minimum", 0, -5, 1, []int32{1}},
		{"minimum", 1, 0, 2, []int32{2}}, // itself the lowest
		{"minimum", 3, -5, 1, []int32{1}},
		{"lowest:1", 4, -5, 1, []int32{1}},
		{"lowest:3", 4, 5.0 / 3, -1, []int32{1, 2}},
		{"lowest:3", 2, 5, -1, []int32{1}},
		{"lowest:2", 1, 5, -1, []int32{2}},
	} {
		l := findOne(t, test.rule, testArea{unit: unit, volume: volume}, test.m)
		if l.Kr != test.kr || l.DecidedBy != test.decidedBy || !slices.Equal(l.NotPositive, test.notPositive) {
			t.Errorf("%s for %d: %+v, want %+v", test.rule, test.m, l, test)
		}
	}
	l := findOne(t, "minimum", testArea{unit: []float64{3, 8, 8}, volume: volume[:3]}, 0)
	if l.Kr != 8 || l.DecidedBy != 1 || l.NotPositive != nil {
		t.Errorf("of two with the same the first: %+v", l)
	}
}

// TestTargets holds every rule that is of figures alone against what it is by
// hand, for A to E. D has no figure and E no volume.
func TestTargets(t *testing.T) {
	unit := []float64{10, 20, 40, nan, 30}
	volume := []float64{100, 50, 10, 70, nan}
	var b dataset.Builder
	for i, region := range []string{"East", "East", "West", "West", ""} {
		b.AddMunicipality(dataset.Municipality{Code: string(rune('1' + i)), Name: string(rune('A' + i)), Region: region})
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		rule string
		want []float64
		n    []int
	}{
		// Of A, B and C, which have both: 1000 + 1000 + 400 kr. of 160 units.
		{"country", []float64{1400.0 / 60, 1400.0 / 110, 2000.0 / 150, 2400.0 / 160, 2400.0 / 160}, []int{2, 2, 2, 3, 3}},
		// Of the others of 10, 20, 40 and 30, whoever has a volume.
		{"mean", []float64{30, 80.0 / 3, 20, 25, 70.0 / 3}, []int{3, 3, 3, 4, 3}},
		// A and B are each other's region, C is alone with a figure, D has C, E none.
		{"region", []float64{20, 10, nan, 40, nan}, []int{1, 1, 0, 1, 0}},
		{"list:A,3", []float64{40, 25, 10, 25, 25}, []int{1, 2, 1, 2, 2}},
		{"list:D", []float64{nan, nan, nan, nan, nan}, []int{0, 0, 0, 0, 0}},
		{"list:B", []float64{20, nan, 20, 20, 20}, []int{1, 0, 1, 1, 1}},
		// Of 10, 20, 30 and 40, the own figure among them.
		{"median", []float64{25, 25, 25, 25, 25}, []int{4, 4, 4, 4, 4}},
		{"best-quartile", []float64{17.5, 17.5, 17.5, 17.5, 17.5}, []int{4, 4, 4, 4, 4}},
		{"quantile:0.9", []float64{37, 37, 37, 37, 37}, []int{4, 4, 4, 4, 4}},
		{"quantile:0", []float64{10, 10, 10, 10, 10}, []int{4, 4, 4, 4, 4}},
		{"quantile:1", []float64{40, 40, 40, 40, 40}, []int{4, 4, 4, 4, 4}},
		{"lowest:1", []float64{20, 10, 10, 10, 10}, []int{1, 1, 1, 1, 1}},
		{"lowest:2", []float64{25, 20, 15, 15, 15}, []int{2, 2, 2, 2, 2}},
		{"lowest:3", []float64{30, 80.0 / 3, 20, 20, 70.0 / 3}, []int{3, 3, 3, 3, 3}},
		{"lowest", []float64{30, 80.0 / 3, 20, 25, 70.0 / 3}, []int{3, 3, 3, 4, 3}}, // ten are not there
		{"minimum", []float64{20, 10, 10, 10, 10}, []int{1, 1, 1, 1, 1}},
		{"value:15.5", []float64{15.5, 15.5, 15.5, 15.5, 15.5}, []int{0, 0, 0, 0, 0}},
		// There is no model.
		{"expected", []float64{nan, nan, nan, nan, nan}, []int{0, 0, 0, 0, 0}},
		{"expected-quantile", []float64{nan, nan, nan, nan, nan}, []int{0, 0, 0, 0, 0}},
		{"conditional-quantile", []float64{nan, nan, nan, nan, nan}, []int{0, 0, 0, 0, 0}},
	} {
		levels, ns, weighted := find(t, test.rule, testArea{unit, volume, d})
		if diff := cmp.Diff(test.want, levels, equal); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.rule, diff)
		}
		if diff := cmp.Diff(test.n, ns); diff != "" {
			t.Errorf("%s, n (-want +got):\n%s", test.rule, diff)
		}
		if slices.Contains(weighted, test.rule != "country") {
			t.Errorf("%s: weighted %v", test.rule, weighted)
		}
	}
}

// TestTargetsOfFew: with nobody else there is no mean of the others, and ties
// are no matter.
func TestTargetsOfFew(t *testing.T) {
	one := []float64{10, nan}
	for _, rule := range []string{"country", "mean", "lowest:1", "minimum"} {
		levels, _, _ := find(t, rule, testArea{unit: one, volume: []float64{7, 7}})
		if diff := cmp.Diff([]float64{nan, 10}, levels, equal); diff != "" {
			t.Errorf("%s of one (-want +got):\n%s", rule, diff)
		}
	}
	for rule, want := range map[string][]float64{
		"minimum": {5, 5, 5, 5}, "lowest:1": {5, 5, 5, 5}, "lowest:2": {6, 6, 5, 5}, "lowest:3": {7, 7, 17.0 / 3, 19.0 / 3},
	} {
		levels, _, _ := find(t, rule, testArea{unit: []float64{5, 5, 9, 7}, volume: []float64{1, 1, 1, 1}})
		if diff := cmp.Diff(want, levels, equal); diff != "" {
			t.Errorf("%s with ties (-want +got):\n%s", rule, diff)
		}
	}
	nothing := []float64{nan, nan}
	for _, rule := range []string{"country", "mean", "median", "lowest", "minimum"} {
		levels, _, _ := find(t, rule, testArea{unit: nothing, volume: nothing})
		if diff := cmp.Diff(nothing, levels, equal); diff != "" {
			t.Errorf("%s of nothing (-want +got):\n%s", rule, diff)
		}
	}
}

// TestQuantileWithout holds the quantile without one value against that of the
// others, sorted anew.
func TestQuantileWithout(t *testing.T) {
	values := []float64{1, 2, 2, 2, 5, 9, 10}
	for i, v := range values {
		others := slices.Delete(slices.Clone(values), i, i+1)
		for _, q := range []float64{0, 0.1, 0.25, 0.5, 0.77, 1} {
			if got, want := findQuantileWithout(values, v, q), vector.Quantile(others, q); got != want {
				t.Errorf("quantile %v without %v: %v, want %v", q, v, got, want)
			}
		}
	}
	if got := findQuantileWithout(values, nan, 0.5); got != 2 {
		t.Errorf("the median of all is %v", got)
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"expected": "expected", "country": "country", "mean": "mean", "region": "region", "minimum": "minimum",
		"median": "quantile:0.5", "best-quartile": "quantile:0.25",
		"quantile:0.25": "quantile:0.25", "quantile:0": "quantile:0", "quantile:1": "quantile:1", "quantile:.125": "quantile:0.125",
		"quantile: 0.5": "quantile:0.5",
		"value:65000":   "value:65000", "value:0": "value:0", "value:12.5": "value:12.5",
		"nearest": "nearest:10", "nearest:3": "nearest:3", "nearest:1": "nearest:1",
		"cheapest-of-nearest": "cheapest-of-nearest:5/10", "cheapest-of-nearest:1/4": "cheapest-of-nearest:1/4", "cheapest-of-nearest:4/4": "cheapest-of-nearest:4/4",
		"lowest": "lowest:10", "lowest:1": "lowest:1",
		"expected-quantile": "expected-quantile:0.25", "expected-quantile:0": "expected-quantile:0", "expected-quantile:0.1": "expected-quantile:0.1",
		"conditional-quantile": "conditional-quantile:0.25", "conditional-quantile:0.5": "conditional-quantile:0.5",
		"list:Viborg": "list:Viborg", "list: Viborg , 751 Aarhus,Høje-Taastrup": "list:Viborg,751 Aarhus,Høje-Taastrup",
	} {
		rule, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if rule.String() != want {
			t.Errorf("%s is written %q, want %q", text, rule, want)
		}
		again, err := Parse(rule.String())
		if err != nil || again != rule {
			t.Errorf("%s, written and read, is %v, %v", text, again, err)
		}
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			if words := rule.In(l); words == "" || strings.Contains(words, "%!") {
				t.Errorf("%s in words: %q", text, words)
			}
		}
	}
	for _, text := range []string{
		"", "average", "Expected", "expected:1", "expected:", "country:x", "mean:", "region:Nord", "minimum:1", "median:0.5", "best-quartile:0.25",
		"quantile", "quantile:", "quantile:1.01", "quantile:-0.1", "quantile:NaN", "quantile:25%", "quantile:0,25", "quantile:1e-1", "quantile:0x1p-2", "quantile:2",
		"value", "value:", "value:-1", "value:NaN", "value:Inf", "value:1e300", "value:abc", "value:65.000", " expected",
		"nearest:0", "nearest:x", "nearest:-1", "nearest:", "nearest:1.5", "nearest:10000000", "nearest:5/10", "nearest:07", "nearest:+1",
		"cheapest-of-nearest:10/5", "cheapest-of-nearest:5", "cheapest-of-nearest:0/10", "cheapest-of-nearest:/10", "cheapest-of-nearest:5/", "cheapest-of-nearest:a/b", "cheapest-of-nearest:5/10/20", "cheapest-of-nearest:",
		"lowest:0", "lowest:x", "lowest:NaN", "lowest:", "list", "list:", "list:,", "list:Viborg,", "list: ",
		"expected-quantile:2", "expected-quantile:NaN", "expected-quantile:", "conditional-quantile:0", "conditional-quantile:1", "conditional-quantile:NaN", "conditional-quantile:x",
	} {
		rule, err := Parse(text)
		if err == nil {
			t.Errorf("%q is taken for %s", text, rule)
			continue
		}
		word, _, _ := strings.Cut(text, ":")
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			words := lang.Of(err, l)
			if strings.Contains(words, "%!") || !strings.Contains(words, "'"+text+"'") {
				t.Errorf("%q: the error is %q", text, words)
			}
			// A rule that is known is answered with how it is written, another
			// with all of them.
			if known := !strings.Contains(words, strings.Join(Forms(), ", ")); known != slices.Contains(ruleWords(), word) {
				t.Errorf("%q: the error %q does not say what to write", text, words)
			}
		}
	}
}

// ruleWords are the words that rules begin with.
func ruleWords() (words []string) {
	for _, r := range kinds {
		words = append(words, r.word)
	}
	return words
}

// TestTargetForms: what the documentation and errors show can be read, and the
// rules of the sensitivity table are those.
func TestForms(t *testing.T) {
	for i, form := range Forms() {
		rule, err := Parse(form)
		if err != nil {
			t.Fatal(err)
		}
		if want := kinds[i].byConditions; ByConditions(rule) != want && kinds[i].word != "median" {
			t.Errorf("%s: by conditions %v, want %v", form, !want, want)
		}
	}
	words := map[string]bool{}
	for _, k := range kinds {
		word, _, _ := strings.Cut(k.form, ":")
		if word != k.word || words[word] {
			t.Errorf("the form of %s is %s", k.word, k.form)
		}
		words[word] = true
	}
}
