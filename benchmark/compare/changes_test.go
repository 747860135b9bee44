package compare_test

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

// savedWith is a saved report of area "a" and municipality "1", 1,000 units.
func savedWith(file string, year int, actual, expected float64, grade benchmark.Grade) *compare.Saved {
	return &compare.Saved{
		File: file, Title: "Test", Year: year, Years: []int{year}, Estimator: "ols",
		Models: []compare.Model{{Area: "a", Name: "A", Unit: "kr.", Estimator: "ols", Scale: "level"}},
		Rows:   []compare.Row{{Area: "a", Municipality: "1", Name: "One", Actual: actual, Expected: expected, Volume: 1000, Grade: grade, Candidate: grade.Above()}},
	}
}

// TestCompare: changes by hand. A figure of 100 kr. per unit more for 1,000
// units is 100,000 kr. more.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name                           string
		actual, expected               [2]float64
		wantActual, wantExpected, want float64
		cause                          compare.Cause
	}{
		{"itself spends more", [2]float64{500, 600}, [2]float64{400, 410}, 100, 10, 90, compare.OwnSpending},
		{"the others spend more", [2]float64{500, 510}, [2]float64{400, 460}, 10, 60, -50, compare.OthersLevel},
		{"both the same way", [2]float64{500, 450}, [2]float64{400, 430}, -50, 30, -80, compare.BothMoved},
		{"the smaller just half", [2]float64{500, 460}, [2]float64{400, 420}, -40, 20, -60, compare.BothMoved},
		{"the smaller less than half", [2]float64{500, 460}, [2]float64{400, 419}, -40, 19, -59, compare.OwnSpending},
		{"both up as much", [2]float64{500, 550}, [2]float64{400, 450}, 50, 50, 0, compare.Unchanged},
		{"nothing", [2]float64{500, 500}, [2]float64{400, 400}, 0, 0, 0, compare.Unchanged},
		{"missing before", [2]float64{500, 510}, [2]float64{nan, 400}, 10, nan, nan, compare.Unchanged},
	} {
		t.Run(c.name, func(t *testing.T) {
			changes := compare.Between(savedWith("f", 2023, c.actual[0], c.expected[0], ""), savedWith("t", 2024, c.actual[1], c.expected[1], ""))
			k := changes.Rows[0]
			got := []float64{k.Actual, k.Expected, k.Difference, k.ActualKr, k.ExpectedKr, k.DifferenceKr}
			want := []float64{c.wantActual, c.wantExpected, c.want, 1000 * c.wantActual, 1000 * c.wantExpected, 1000 * c.want}
			if diff := cmp.Diff(want, got, cmpopts.EquateNaNs()); diff != "" || k.Cause != c.cause {
				t.Errorf("cause %q, want %q; changes (-want +got):\n%s", k.Cause, c.cause, diff)
			}
		})
	}
}

// TestCompareVolume: 500 − 400 kr. for 1,000 units are 100,000 kr., and the
// same for 1,200 units 120,000: kr. follow the volume, the cause does not.
func TestCompareVolume(t *testing.T) {
	from, to := savedWith("f", 2023, 500, 400, ""), savedWith("t", 2024, 500, 400, "")
	to.Rows[0].Volume = 1200
	k := compare.Between(from, to).Rows[0]
	if k.ActualKr != 100_000 || k.ExpectedKr != 80_000 || k.DifferenceKr != 20_000 || k.Difference != 0 || k.Cause != compare.Unchanged {
		t.Errorf("%+v", k)
	}
}

// drawnSaved draws a report of up to 3 areas and 6 municipalities.
func drawnSaved(t *rapid.T, name string) *compare.Saved {
	s := &compare.Saved{File: name, Title: "T", Year: 2024, Years: []int{2024}, Estimator: "ols"}
	number := rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.Just(math.NaN()))
	for _, area := range []string{"a", "b", "c"} {
		if !rapid.Bool().Draw(t, name+" has "+area) {
			continue
		}
		s.Models = append(s.Models, compare.Model{Area: area, Name: area, Estimator: "ols", Scale: "level"})
		for _, code := range []string{"1", "2", "3", "4", "5", "6"} {
			if rapid.Bool().Draw(t, "row") {
				s.Rows = append(s.Rows, compare.Row{Area: area, Municipality: code, Name: "M" + code,
					Actual: number.Draw(t, "actual"), Expected: number.Draw(t, "expected"), Volume: rapid.Float64Range(0, 1e6).Draw(t, "volume"),
					Grade: rapid.SampledFrom([]benchmark.Grade{"", "possible", "clear", "low"}).Draw(t, "grade")})
			}
		}
	}
	return s
}

// TestCompareProperties: from A to B is the negative of from B to A; the parts
// are the whole to the last digit; nothing changes from A to A; and every row
// of either report is told of.
func TestCompareProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawnSaved(t, "a"), drawnSaved(t, "b")
		there, back := compare.Between(a, b), compare.Between(b, a)
		if len(there.Rows) != len(back.Rows) {
			t.Fatalf("%d rows there, %d back", len(there.Rows), len(back.Rows))
		}
		same := func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
		for _, k := range there.Rows {
			i := slices.IndexFunc(back.Rows, func(o compare.Change) bool { return o.Area == k.Area && o.Municipality == k.Municipality })
			o := back.Rows[i]
			for _, pair := range [][2]float64{{k.Actual, o.Actual}, {k.Expected, o.Expected}, {k.Difference, o.Difference},
				{k.ActualKr, o.ActualKr}, {k.ExpectedKr, o.ExpectedKr}, {k.DifferenceKr, o.DifferenceKr}} {
				if !same(pair[0], -pair[1]) {
					t.Fatalf("%v there and %v back", pair[0], pair[1])
				}
			}
			if k.Cause != o.Cause || k.GradeChanged() != o.GradeChanged() {
				t.Fatalf("%q there and %q back", k.Cause, o.Cause)
			}
			if !same(k.Actual-k.Expected, k.Difference) || !same(k.ActualKr-k.ExpectedKr, k.DifferenceKr) {
				t.Fatalf("the parts are not the whole: %+v", k)
			}
			before, after := (k.From.Actual-k.From.Expected)*k.From.Volume, (k.To.Actual-k.To.Expected)*k.To.Volume
			if math.Abs(after-before-k.DifferenceKr) > 1e-9*(math.Abs(k.ActualKr)+math.Abs(k.ExpectedKr)+1e12) {
				t.Fatalf("the difference changed by %v, the parts say %v", after-before, k.DifferenceKr)
			}
		}
		for i, k := range compare.Between(a, a).Rows {
			for _, v := range []float64{k.Actual, k.Expected, k.Difference, k.ActualKr, k.ExpectedKr, k.DifferenceKr} {
				if v != 0 && !math.IsNaN(v) || k.Cause != compare.Unchanged || k.GradeChanged() {
					t.Fatalf("row %d changes from a report to itself: %+v", i, k)
				}
			}
		}
		told := func(u compare.Unmatched, r compare.Row) bool {
			return slices.ContainsFunc(u.Areas, func(x compare.Area) bool { return x.Area == r.Area }) ||
				slices.ContainsFunc(u.Municipalities, func(m compare.Municipality) bool { return m.Code == r.Municipality }) ||
				slices.ContainsFunc(u.Rows, func(o compare.Row) bool { return o.Area == r.Area && o.Municipality == r.Municipality })
		}
		for _, r := range a.Rows {
			matched := slices.ContainsFunc(there.Rows, func(k compare.Change) bool { return k.Area == r.Area && k.Municipality == r.Municipality })
			if matched == told(there.OnlyFrom, r) {
				t.Fatalf("%s, %s is compared: %v, and told of as unmatched: %v", r.Area, r.Municipality, matched, !matched)
			}
		}
	})
}

// TestCompareWarns: of everything that makes two reports hard to compare.
func TestCompareWarns(t *testing.T) {
	from, to := savedWith("f", 2024, 1, 1, ""), savedWith("t", 2023, 1, 1, "clear")
	to.Title, to.Estimator, to.Years, to.Corrections = "Other", "mm", []int{2022, 2023}, 2
	to.Models[0].Unit, to.Models[0].Scale, to.Models[0].Drivers = "kr. per pupil", "log", []compare.Driver{{ID: "age"}}
	to.Models = append(to.Models, compare.Model{Area: "b", Name: "B", Estimator: "mm"})
	from.Models = append(from.Models, compare.Model{Area: "b", Name: "B", Estimator: "ols"})
	from.Rows = append(from.Rows, compare.Row{Area: "b", Municipality: "1", Name: "One", Actual: 1, Expected: nan, Volume: 1})
	to.Rows = append(to.Rows, compare.Row{Area: "b", Municipality: "1", Name: "One", Actual: 1, Expected: 1, Volume: 1})
	changes := compare.Between(from, to)
	want := []compare.WarningCode{compare.ChangedCorrections, compare.ChangedDrivers, compare.ChangedEstimator, compare.ChangedOrder,
		compare.ChangedPool, compare.ChangedScale, compare.ChangedTitle, compare.ChangedUnit, compare.ChangedUnknown}
	if diff := cmp.Diff(want, codes(changes.Warnings)); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	for _, n := range changes.Notices() {
		wordstest.Check(t, "a notice", n)
	}
	if !changes.Rows[0].GradeChanged() || changes.Rows[1].GradeChanged() {
		t.Error("which grades changed")
	}
	to.Estimator, from.Models[0].Estimator = "ols", "wls"
	if found := codes(compare.Between(from, to).Warnings); !slices.Contains(found, compare.ChangedModel) {
		t.Errorf("no warning of a model of another estimator: %v", found)
	}
	if w := compare.Between(savedWith("f", 2023, 1, 1, ""), savedWith("t", 2024, 2, 1, "")).Warnings; len(w) > 0 {
		t.Errorf("warnings without need: %v", w)
	}
}

// TestComparePrices: what prices the amounts are in is said, and warned of where an
// index makes it differ. Drivers of another year are told of each report.
func TestComparePrices(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(from, to *compare.Saved)
		da     string
		want   []compare.WarningCode
	}{
		{"a year each", func(_, _ *compare.Saved) {}, "Beløb er i 2023-priser og i 2024-priser: en del af ændringen er prisstigning.", nil},
		{"the same year", func(from, _ *compare.Saved) { from.Year, from.Years = 2024, []int{2024} }, "Beløb er i 2024-priser.", nil},
		{"deflated or not", func(from, to *compare.Saved) {
			from.Years, to.Years = []int{2022, 2023}, []int{2023, 2024}
			to.PriceLevel, to.PriceSource = 2024, "KL"
		}, "Beløb er i flere års priser uden omregning og i 2024-priser (KL): en del af ændringen er prisstigning.", []compare.WarningCode{compare.ChangedPrices}},
		{"by another index", func(from, to *compare.Saved) {
			from.PriceLevel, from.PriceSource, to.PriceLevel, to.PriceSource = 2024, "A", 2024, "B"
		}, "Beløb er i 2024-priser (A) og i 2024-priser (B): en del af ændringen er prisstigning.", []compare.WarningCode{compare.ChangedPrices}},
		{"drivers of another year", func(from, _ *compare.Saved) {
			from.Notes = []compare.Note{{DA: "fra 2024.", EN: "of 2024."}}
		}, "Beløb er i 2023-priser og i 2024-priser: en del af ændringen er prisstigning.", []compare.WarningCode{compare.ChangedNearest}},
	} {
		from, to := savedWith("f.json", 2023, 1, 1, ""), savedWith("t.json", 2024, 1, 1, "")
		c.change(from, to)
		changes := compare.Between(from, to)
		if got := changes.PricesIn(lang.Danish); got != c.da {
			t.Errorf("%s: %s", c.name, got)
		}
		if diff := cmp.Diff(c.want, codes(changes.Warnings), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: warnings (-want +got):\n%s", c.name, diff)
		}
		for _, n := range changes.Notices() {
			wordstest.Check(t, "a notice", n)
		}
	}
}

// TestCompareOnly narrows to a municipality by code or name.
func TestCompareOnly(t *testing.T) {
	from, to := savedWith("f", 2023, 1, 1, ""), savedWith("t", 2024, 2, 1, "")
	from.Rows = append(from.Rows, compare.Row{Area: "a", Municipality: "2", Name: "Ærø"}, compare.Row{Area: "a", Municipality: "3", Name: "Twin"})
	to.Rows = append(to.Rows, compare.Row{Area: "a", Municipality: "4", Name: "Twin"})
	changes := compare.Between(from, to)
	for _, c := range []struct {
		who  string
		code string // empty: none
	}{{"1", "1"}, {"ONE", "1"}, {"ærø", "2"}, {"æRØ", "2"}, {"twin", ""}, {"4", "4"}, {"five", ""}} {
		one, ok := changes.Only(c.who)
		if ok != (c.code != "") || ok && one.Municipality != c.code {
			t.Errorf("%s: %v, %+v", c.who, ok, one)
		}
	}
	one, _ := changes.Only("2")
	if len(one.Rows) != 0 || len(one.OnlyFrom.Municipalities) != 1 || one.MunicipalityName() != "Ærø" {
		t.Errorf("%+v", one)
	}
}

// TestChangesJSON: the whole text, every number by hand.
func TestChangesJSON(t *testing.T) {
	from, to := savedWith("f", 2023, 500, 400, ""), savedWith("t", 2024, 520, nan, "clear")
	from.Rows = append(from.Rows, compare.Row{Area: "a", Municipality: "2", Name: "Two"})
	to.Models = append(to.Models, compare.Model{Area: "b", Name: "B"})
	to.PriceLevel, to.PriceSource = 2024, "KL"
	var b bytes.Buffer
	if err := compare.Between(from, to).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	text, warnings, _ := strings.Cut(b.String(), `,"warnings":`)
	want := `{"municipality":null,"from":{"file":"f","title":"Test","year":2023,"years":[2023],"municipality":null,"estimator":"ols","corrections":0,"price_level":null,"price_source":null},"to":{"file":"t","title":"Test","year":2024,"years":[2024],"municipality":null,"estimator":"ols","corrections":0,"price_level":2024,"price_source":"KL"},"prices":"as_reported","areas":[
{"area":"a","name":"A","unit":"kr.","part_of":null}],"rows":[
{"area":"a","municipality":"1","name":"One","actual_from":500,"actual_to":520,"actual_change":20,"expected_from":400,"expected_to":null,"expected_change":null,"difference_from":100,"difference_to":null,"difference_change":null,"volume_from":1000,"volume_to":1000,"actual_change_kr":20000,"expected_change_kr":null,"difference_change_kr":null,"grade_from":"","grade_to":"clear","candidate_from":false,"candidate_to":true,"cause":""}],"only_from":{"areas":[],"municipalities":[
{"municipality":"2","name":"Two"}],"rows":[]},"only_to":{"areas":[
{"area":"b","name":"B","unit":"","part_of":null}],"municipalities":[],"rows":[]}`
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var list []struct{ Code, Area, DA, EN string }
	if err := json.Unmarshal([]byte(strings.TrimSuffix(warnings, "}\n")), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Code != string(compare.ChangedPrices) || list[1].Code != string(compare.ChangedUnknown) || list[1].Area != "a" || list[0].DA == "" || list[0].EN == list[0].DA {
		t.Errorf("warnings: %+v", list)
	}
}
