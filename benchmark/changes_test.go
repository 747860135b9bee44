package benchmark_test

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
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

// savedWith is a saved report of area "a" and municipality "1", 1,000 units.
func savedWith(file string, year int, actual, expected float64, grade benchmark.Grade) *benchmark.Saved {
	return &benchmark.Saved{
		File: file, Title: "Test", Year: year, Years: []int{year}, Estimator: "ols",
		Models: []benchmark.SavedModel{{Area: "a", Name: "A", Unit: "kr.", Estimator: "ols", Scale: "level"}},
		Rows:   []benchmark.SavedRow{{Area: "a", Municipality: "1", Name: "One", Actual: actual, Expected: expected, Volume: 1000, Grade: grade}},
	}
}

// TestCompare: changes by hand. A figure of 100 kr. per unit more for 1,000
// units is 100,000 kr. more.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name                           string
		actual, expected               [2]float64
		wantActual, wantExpected, want float64
		cause                          benchmark.Cause
	}{
		{"itself spends more", [2]float64{500, 600}, [2]float64{400, 410}, 100, 10, 90, benchmark.OwnSpending},
		{"the others spend more", [2]float64{500, 510}, [2]float64{400, 460}, 10, 60, -50, benchmark.OthersLevel},
		{"both the same way", [2]float64{500, 450}, [2]float64{400, 430}, -50, 30, -80, benchmark.BothMoved},
		{"the smaller just half", [2]float64{500, 460}, [2]float64{400, 420}, -40, 20, -60, benchmark.BothMoved},
		{"the smaller less than half", [2]float64{500, 460}, [2]float64{400, 419}, -40, 19, -59, benchmark.OwnSpending},
		{"both up as much", [2]float64{500, 550}, [2]float64{400, 450}, 50, 50, 0, benchmark.Unchanged},
		{"nothing", [2]float64{500, 500}, [2]float64{400, 400}, 0, 0, 0, benchmark.Unchanged},
		{"missing before", [2]float64{500, 510}, [2]float64{nan, 400}, 10, nan, nan, benchmark.Unchanged},
	} {
		t.Run(c.name, func(t *testing.T) {
			changes := benchmark.Compare(savedWith("f", 2023, c.actual[0], c.expected[0], ""), savedWith("t", 2024, c.actual[1], c.expected[1], ""))
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
	k := benchmark.Compare(from, to).Rows[0]
	if k.ActualKr != 100_000 || k.ExpectedKr != 80_000 || k.DifferenceKr != 20_000 || k.Difference != 0 || k.Cause != benchmark.Unchanged {
		t.Errorf("%+v", k)
	}
}

// drawnSaved draws a report of up to 3 areas and 6 municipalities.
func drawnSaved(t *rapid.T, name string) *benchmark.Saved {
	s := &benchmark.Saved{File: name, Title: "T", Year: 2024, Years: []int{2024}, Estimator: "ols"}
	number := rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.Just(math.NaN()))
	for _, area := range []string{"a", "b", "c"} {
		if !rapid.Bool().Draw(t, name+" has "+area) {
			continue
		}
		s.Models = append(s.Models, benchmark.SavedModel{Area: area, Name: area, Estimator: "ols", Scale: "level"})
		for _, code := range []string{"1", "2", "3", "4", "5", "6"} {
			if rapid.Bool().Draw(t, "row") {
				s.Rows = append(s.Rows, benchmark.SavedRow{Area: area, Municipality: code, Name: "M" + code,
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
		there, back := benchmark.Compare(a, b), benchmark.Compare(b, a)
		if len(there.Rows) != len(back.Rows) {
			t.Fatalf("%d rows there, %d back", len(there.Rows), len(back.Rows))
		}
		same := func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
		for _, k := range there.Rows {
			i := slices.IndexFunc(back.Rows, func(o benchmark.Change) bool { return o.Area == k.Area && o.Municipality == k.Municipality })
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
		for i, k := range benchmark.Compare(a, a).Rows {
			for _, v := range []float64{k.Actual, k.Expected, k.Difference, k.ActualKr, k.ExpectedKr, k.DifferenceKr} {
				if v != 0 && !math.IsNaN(v) || k.Cause != benchmark.Unchanged || k.GradeChanged() {
					t.Fatalf("row %d changes from a report to itself: %+v", i, k)
				}
			}
		}
		told := func(u benchmark.Unmatched, r benchmark.SavedRow) bool {
			return slices.ContainsFunc(u.Areas, func(x benchmark.ChangedArea) bool { return x.Area == r.Area }) ||
				slices.ContainsFunc(u.Municipalities, func(m benchmark.ChangedMunicipality) bool { return m.Code == r.Municipality }) ||
				slices.ContainsFunc(u.Rows, func(o benchmark.SavedRow) bool { return o.Area == r.Area && o.Municipality == r.Municipality })
		}
		for _, r := range a.Rows {
			matched := slices.ContainsFunc(there.Rows, func(k benchmark.Change) bool { return k.Area == r.Area && k.Municipality == r.Municipality })
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
	to.Models[0].Unit, to.Models[0].Scale, to.Models[0].Drivers = "kr. per pupil", "log", []string{"age"}
	to.Models = append(to.Models, benchmark.SavedModel{Area: "b", Name: "B", Estimator: "mm"})
	from.Models = append(from.Models, benchmark.SavedModel{Area: "b", Name: "B", Estimator: "ols"})
	from.Rows = append(from.Rows, benchmark.SavedRow{Area: "b", Municipality: "1", Name: "One", Actual: 1, Expected: nan, Volume: 1})
	to.Rows = append(to.Rows, benchmark.SavedRow{Area: "b", Municipality: "1", Name: "One", Actual: 1, Expected: 1, Volume: 1})
	changes := benchmark.Compare(from, to)
	want := []benchmark.WarningCode{benchmark.ChangedCorrections, benchmark.ChangedDrivers, benchmark.ChangedEstimator, benchmark.ChangedOrder,
		benchmark.ChangedPool, benchmark.ChangedScale, benchmark.ChangedTitle, benchmark.ChangedUnit, benchmark.ChangedUnknown}
	if diff := cmp.Diff(want, codes(changes.Warnings)); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	for _, n := range changes.Notices() {
		checkWords(t, "a notice", n)
	}
	if !changes.Rows[0].GradeChanged() || changes.Rows[1].GradeChanged() {
		t.Error("which grades changed")
	}
	to.Estimator, from.Models[0].Estimator = "ols", "wls"
	if found := codes(benchmark.Compare(from, to).Warnings); !slices.Contains(found, benchmark.ChangedModel) {
		t.Errorf("no warning of a model of another estimator: %v", found)
	}
	if w := benchmark.Compare(savedWith("f", 2023, 1, 1, ""), savedWith("t", 2024, 2, 1, "")).Warnings; len(w) > 0 {
		t.Errorf("warnings without need: %v", w)
	}
}

// TestComparePrices: what prices the amounts are in is said, and warned of where an
// index makes it differ. Drivers of another year are told of each report.
func TestComparePrices(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(from, to *benchmark.Saved)
		da     string
		want   []benchmark.WarningCode
	}{
		{"a year each", func(_, _ *benchmark.Saved) {}, "Beløb er i 2023-priser og i 2024-priser: en del af ændringen er prisstigning.", nil},
		{"the same year", func(from, _ *benchmark.Saved) { from.Year, from.Years = 2024, []int{2024} }, "Beløb er i 2024-priser.", nil},
		{"deflated or not", func(from, to *benchmark.Saved) {
			from.Years, to.Years = []int{2022, 2023}, []int{2023, 2024}
			to.PriceLevel, to.PriceSource = 2024, "KL"
		}, "Beløb er i flere års priser uden omregning og i 2024-priser (KL): en del af ændringen er prisstigning.", []benchmark.WarningCode{benchmark.ChangedPrices}},
		{"by another index", func(from, to *benchmark.Saved) {
			from.PriceLevel, from.PriceSource, to.PriceLevel, to.PriceSource = 2024, "A", 2024, "B"
		}, "Beløb er i 2024-priser (A) og i 2024-priser (B): en del af ændringen er prisstigning.", []benchmark.WarningCode{benchmark.ChangedPrices}},
		{"drivers of another year", func(from, _ *benchmark.Saved) {
			from.Notes = []benchmark.SavedNote{{DA: "fra 2024.", EN: "of 2024."}}
		}, "Beløb er i 2023-priser og i 2024-priser: en del af ændringen er prisstigning.", []benchmark.WarningCode{benchmark.ChangedNearest}},
	} {
		from, to := savedWith("f.json", 2023, 1, 1, ""), savedWith("t.json", 2024, 1, 1, "")
		c.change(from, to)
		changes := benchmark.Compare(from, to)
		if got := changes.PricesIn(lang.Danish); got != c.da {
			t.Errorf("%s: %s", c.name, got)
		}
		if diff := cmp.Diff(c.want, codes(changes.Warnings), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: warnings (-want +got):\n%s", c.name, diff)
		}
		for _, n := range changes.Notices() {
			checkWords(t, "a notice", n)
		}
	}
}

// TestCompareOnly narrows to a municipality by code or name.
func TestCompareOnly(t *testing.T) {
	from, to := savedWith("f", 2023, 1, 1, ""), savedWith("t", 2024, 2, 1, "")
	from.Rows = append(from.Rows, benchmark.SavedRow{Area: "a", Municipality: "2", Name: "Ærø"}, benchmark.SavedRow{Area: "a", Municipality: "3", Name: "Twin"})
	to.Rows = append(to.Rows, benchmark.SavedRow{Area: "a", Municipality: "4", Name: "Twin"})
	changes := benchmark.Compare(from, to)
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

// TestSavedRoundTrip: a report read back has the figures that it was written
// with, and compared with itself nothing changes.
func TestSavedRoundTrip(t *testing.T) {
	p := ledgerPlan()
	p.Corrections = []benchmark.Correction{correction("a", 5), correction("b", 5)}
	r := run(t, ledgerData(t), p)
	s, err := benchmark.ReadSaved("r.json", bytes.NewReader(written(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	if s.Title != r.Title || s.Year != 2024 || s.Corrections != 2 || len(s.Models) != len(r.Models) || s.Models[1].PartOf != "whole" || len(s.Models[0].Drivers) != 2 {
		t.Errorf("read as %+v", s)
	}
	rows := rowsOf(r)
	for _, row := range s.Rows {
		want := rows[row.Area+" "+row.Municipality]
		got := []float64{row.Actual, row.Expected, row.Volume}
		if diff := cmp.Diff([]float64{want.Actual, want.Expected, want.Volume}, got, cmpopts.EquateNaNs()); diff != "" || row.Grade != want.Grade || row.Name != want.Name {
			t.Errorf("%s, %s (-want +got):\n%s", row.Area, row.Municipality, diff)
		}
		delete(rows, row.Area+" "+row.Municipality)
	}
	if len(rows) > 0 {
		t.Errorf("%d rows are lost", len(rows))
	}
	if s.PriceLevel != r.Prices.Year || s.PriceSource != r.Prices.Source {
		t.Errorf("prices of %d by %s", s.PriceLevel, s.PriceSource)
	}
	changes := benchmark.Compare(s, s)
	if len(changes.Largest(10)) != 0 || len(changes.Warnings) != 0 {
		t.Errorf("a report differs from itself: %+v", changes)
	}
}

const smallReport = `{"title":"T","year":2024,"years":[2024],"municipality":null,"estimator":"ols","models":[
{"area":"a","name":"A","unit":"kr.","part_of":null,"estimator":"ols","scale":"level","drivers":[{"id":"x","name":"X"}],"new":{"deep":[1,[2]]}}],"rows":[
{"area":"a","municipality":"1","name":"One","actual":1.5,"expected":null,"volume":10,"grade":""},
{"area":"a","municipality":"2","name":"Two","actual":2,"expected":1,"volume":10,"grade":"clear","more":null}],"later":[{"a":[]}],"price_level":2024,"price_source":"KL","warnings":[
{"code":"nearest_year","area":null,"da":"fra 2023.","en":"of 2023."},{"code":"data_note","da":"x","en":"y"}]}
`

// TestReadSavedRefuses says what is wrong, where, and what to do.
func TestReadSavedRefuses(t *testing.T) {
	edit := func(old, new string) string {
		if !strings.Contains(smallReport, old) {
			t.Fatalf("no %s", old)
		}
		return strings.Replace(smallReport, old, new, 1)
	}
	if s, err := benchmark.ReadSaved("r.json", strings.NewReader("\ufeff"+smallReport)); err != nil || len(s.Rows) != 2 || !math.IsNaN(s.Rows[0].Expected) || s.PriceLevel != 2024 || s.PriceSource != "KL" || len(s.Notes) != 1 || s.Notes[0].EN != "of 2023." {
		t.Fatalf("%+v, %v", s, err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "r.json: the file is empty"},
		{"white space", " \n ", "r.json: the file is empty"},
		{"text", "Viborg, 2024\n", "r.json: the file is not JSON"},
		{"CSV", "\ufeffarea;municipality\n", "not JSON"},
		{"a list", "[1]", "not JSON"},
		{"Excel", "PK\x03\x04", "not JSON"},
		{"UTF-16", "\xff\xfe{\x00", "UTF-16"},
		{"another's JSON", `{"type":"FeatureCollection","features":[]}`, "'title' is missing"},
		{"without rows", `{"title":"","estimator":"ols","models":[]}`, "'rows' is missing"},
		{"cut", smallReport[:300], "r.json, line 3: the file ends in the middle"},
		{"cut in a key", `{"tit`, "r.json, line 1: the file ends"},
		{"cut before the end", strings.TrimSpace(smallReport)[:len(smallReport)-2], "the file ends"},
		{"two reports", smallReport + smallReport, "line 6: there is more after"},
		{"bad syntax", edit(`"actual":2`, `"actual":2x`), "r.json, line 4: the file is not valid JSON here"},
		{"a text for a number", edit(`"actual":2`, `"actual":"2"`), "'rows.actual' has a value of another kind"},
		{"a number too large", edit(`"actual":2`, `"actual":1e999`), "line 4: 'rows.actual'"},
		{"a year that is a text", edit(`"year":2024`, `"year":"2024"`), "line 1: 'year' has a value"},
		{"rows that are no list", edit(`"rows":[`, `"rows":{}, "x":[`), "'rows' is not a list"},
		{"a row that is no object", edit(`"rows":[`, `"rows":[7,`), "'rows' has a value"},
		{"a row of no area", edit(`{"area":"a","municipality":"2"`, `{"municipality":"2"`), "line 4: one of 'rows' lacks 'area'"},
		{"a row of no municipality", edit(`"municipality":"2"`, `"x":"2"`), "lacks 'municipality'"},
		{"a row twice", edit(`"municipality":"2"`, `"municipality":"1"`), "line 4: 'a, 1' stands twice"},
		{"an area twice", edit(`"models":[`, `"models":[{"area":"a"},`), "'a' stands twice"},
		{"a model of no area", edit(`"models":[`, `"models":[{},`), "one of 'models' lacks 'area'"},
		{"a row of another area", edit(`{"area":"a","municipality":"2"`, `{"area":"b","municipality":"2"`), "rows of the area 'b'"},
		{"a grade of another world", edit(`"grade":"clear"`, `"grade":"huge"`), "'huge' is not a grade"},
		{"a key twice", edit(`"later"`, `"title":"","later"`), "'title' stands twice"},
		{"deep", `{"title":` + strings.Repeat("[", 100_000), "exceeded max depth"},
		{"deep in what is passed over", `{"x":` + strings.Repeat("[", 100_000), "nested too deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := benchmark.ReadSaved("r.json", strings.NewReader(c.text))
			refused, ok := err.(*benchmark.SavedError)
			if !ok || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("want %q, got %v", c.want, err)
			}
			checkWords(t, c.name, refused)
		})
	}
}

// TestChangesJSON holds the keys that are documented.
func TestChangesJSON(t *testing.T) {
	from, to := savedWith("f", 2023, 500, 400, ""), savedWith("t", 2024, 520, nan, "clear")
	from.Rows = append(from.Rows, benchmark.SavedRow{Area: "a", Municipality: "2", Name: "Two"})
	to.Models = append(to.Models, benchmark.SavedModel{Area: "b", Name: "B"})
	var b bytes.Buffer
	if err := benchmark.Compare(from, to).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var top object
	if err := json.Unmarshal(b.Bytes(), &top); err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	top.keys(t, "the changes", strings.Fields("municipality from to prices areas rows only_from only_to warnings"))
	row := top.list(t, "rows")[0]
	row.keys(t, "a row", strings.Fields(`area municipality name actual_from actual_to actual_change expected_from expected_to expected_change
		difference_from difference_to difference_change volume_from volume_to actual_change_kr expected_change_kr difference_change_kr grade_from grade_to cause`))
	row.number(t, "actual_change", 20)
	row.number(t, "expected_change", nan)
	row.number(t, "actual_change_kr", 20_000)
	row.is(t, "grade_to", "clear")
	var only object
	if err := json.Unmarshal(top["only_from"], &only); err != nil {
		t.Fatal(err)
	}
	only.keys(t, "what only one has", strings.Fields("areas municipalities rows"))
	only.list(t, "municipalities")[0].is(t, "name", "Two")
	if err := json.Unmarshal(top["only_to"], &only); err != nil {
		t.Fatal(err)
	}
	only.list(t, "areas")[0].keys(t, "an area", strings.Fields("area name unit part_of"))
}

func FuzzReadSaved(f *testing.F) {
	for _, s := range []string{smallReport, smallReport[:200], "\ufeff" + smallReport, `{"rows":[{}]}`, `{"title":1}`, "{}", "[", "\xff\xfe", `{"corrections":[1,{}],"rows":[],"models":[],"title":"","estimator":""}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := benchmark.ReadSaved("fuzz.json", bytes.NewReader(text))
		if err != nil {
			refused, ok := err.(*benchmark.SavedError)
			if !ok || refused.Line < 0 || refused.Line > 1+bytes.Count(text, []byte("\n")) {
				t.Fatalf("%T: %v", err, err)
			}
			for _, l := range []lang.Language{lang.Danish, lang.English} {
				if said := refused.In(l); !strings.HasPrefix(said, "fuzz.json") || strings.Contains(said, "%!") {
					t.Fatalf("said as %q", said)
				}
			}
			return
		}
		changes := benchmark.Compare(s, s)
		if len(changes.Rows) != len(s.Rows) {
			t.Fatalf("%d of %d rows", len(changes.Rows), len(s.Rows))
		}
		var b bytes.Buffer
		if err := changes.WriteJSON(&b); err != nil || !json.Valid(b.Bytes()) {
			t.Fatalf("%v: %s", err, &b)
		}
	})
}
