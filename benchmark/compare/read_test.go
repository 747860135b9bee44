package compare_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
)

// TestSavedRoundTrip: a report read back has the figures that it was written
// with, and compared with itself nothing changes.
func TestSavedRoundTrip(t *testing.T) {
	p := danmark.DefaultPlan(lang.Danish)
	if !longtest.Wanted() {
		p.Areas = slices.DeleteFunc(p.Areas, func(a plan.Area) bool {
			return !slices.Contains([]string{"skole", "folkeskole", "administration"}, a.ID)
		})
	}
	p.Corrections = []plan.Correction{{Municipality: "791", Area: "administration", Year: 2024, AmountKr: 5, Reason: "Posted elsewhere", By: "Ann Example"}}
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var saved bytes.Buffer
	if err := r.WriteJSON(t.Context(), &saved); err != nil {
		t.Fatal(err)
	}
	s, err := compare.Read("r.json", &saved)
	if err != nil {
		t.Fatal(err)
	}
	if s.Title != r.Title || s.Year != 2024 || s.Corrections != 1 || len(s.Models) != len(r.Models) || len(s.Models[0].Drivers) != len(r.Models[0].Drivers) {
		t.Errorf("read as %+v", s)
	}
	rows := map[string]benchmark.Row{}
	for row := range r.Rows() {
		rows[row.Area+" "+row.Municipality] = row
	}
	for i, m := range s.Models {
		if m.Area != r.Models[i].Area || m.PartOf != r.Models[i].PartOf || m.Unit != r.Models[i].Unit {
			t.Errorf("%+v is read as %+v", r.Models[i], m)
		}
	}
	for _, row := range s.Rows {
		want := rows[row.Area+" "+row.Municipality]
		got := []float64{row.Actual, row.Expected, row.Volume}
		if diff := cmp.Diff([]float64{want.Actual, want.Expected.Level, want.Volume}, got, cmpopts.EquateNaNs()); diff != "" || row.Grade != want.Grade || row.Candidate != want.Candidate || row.Name != want.Name {
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
	changes := compare.Between(s, s)
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
	if s, err := compare.Read("r.json", strings.NewReader("\ufeff"+smallReport)); err != nil || len(s.Rows) != 2 || !math.IsNaN(s.Rows[0].Expected) || s.PriceLevel != 2024 || s.PriceSource != "KL" || len(s.Notes) != 1 || s.Notes[0].EN != "of 2023." {
		t.Fatalf("%+v, %v", s, err)
	}
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "r.json: the file is empty"},
		{"white space", " \n ", "r.json: the file is empty"},
		{"text", "Viborg, 2024\n", "r.json: the file is not JSON"},
		{"CSV", "\ufeffarea;municipality\n", "not JSON"},
		{"a list", "[1]", "the file is JSON but no report"},
		{"an empty list", "[]\n", "the file is JSON but no report"},
		{"null", "null", "the file is JSON but no report"},
		{"a list of objects", `[{"a":[1]}]`, "the file is JSON but no report"},
		{"a list cut short", `[{"a":[1]}`, "not JSON"},
		{"CSV of figures", "101;2024;1\n", "not JSON"},
		{"figures on lines", "1\n2\n", "not JSON"},
		{"Excel", "PK\x03\x04", "not JSON"},
		{"UTF-16", "\xff\xfe{\x00", "UTF-16"},
		{"another's JSON", `{"type":"FeatureCollection","features":[]}`, "'title' is missing"},
		{"without rows", `{"title":"","estimator":"ols","models":[]}`, "'rows' is missing"},
		{"cut", smallReport[:300], "r.json, line 3: the file ends in the middle"},
		{"cut in a key", `{"tit`, "r.json, line 1: the file ends"},
		{"cut before the end", strings.TrimSpace(smallReport)[:len(smallReport)-2], "the file ends"},
		{"two reports", smallReport + smallReport, "line 6: there is more after"},
		{"bad syntax", edit(`"actual":2`, `"actual":2x`), "r.json, line 4: the file is not valid JSON here. Make"},
		{"a text for a number", edit(`"actual":2`, `"actual":"2"`), "'rows.actual' has a value of another kind than a report has (a text)"},
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
		{"deep", `{"title":` + strings.Repeat("[", 100_000), "nested too deep"},
		{"deep in what is passed over", `{"x":` + strings.Repeat("[", 100_000), "nested too deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := compare.Read("r.json", strings.NewReader(c.text))
			refused, ok := err.(*compare.Error)
			if !ok || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("want %q, got %v", c.want, err)
			}
			wordstest.Check(t, c.name, refused)
		})
	}
}

// The words of the decoder are in neither language.
func TestReadSaysNothingOfTheDecoder(t *testing.T) {
	for text, want := range map[string][2]string{
		`{"title":"T" x}`: {"r.json, linje 1: filen er ikke gyldig JSON her. Lav den igen", "r.json, line 1: the file is not valid JSON here. Make it again"},
		`{"title":[]}`:    {"'title' har en værdi af en anden slags, end en rapport har (en liste)", "'title' has a value of another kind than a report has (a list)"},
		`{"year":1e999}`:  {"(et tal, der ikke kan være her)", "(a number that cannot be here)"},
		`[]`:              {"filen er JSON, men ikke en rapport. Gem", "the file is JSON but no report. Save"},
	} {
		_, err := compare.Read("r.json", strings.NewReader(text))
		for l, words := range want {
			if said := lang.Of(err, lang.Language(l)); !strings.Contains(said, words) {
				t.Errorf("%s: %q, want %q", text, said, words)
			}
		}
	}
}

func FuzzReadSaved(f *testing.F) {
	for _, s := range []string{smallReport, smallReport[:200], "\ufeff" + smallReport, `{"rows":[{}]}`, `{"title":1}`, "{}", "[", "\xff\xfe", `{"corrections":[1,{}],"rows":[],"models":[],"title":"","estimator":""}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := compare.Read("fuzz.json", bytes.NewReader(text))
		if err != nil {
			refused, ok := err.(*compare.Error)
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
		changes := compare.Between(s, s)
		if len(changes.Rows) != len(s.Rows) {
			t.Fatalf("%d of %d rows", len(changes.Rows), len(s.Rows))
		}
		var b bytes.Buffer
		if err := changes.WriteJSON(&b); err != nil || !json.Valid(b.Bytes()) {
			t.Fatalf("%v: %s", err, &b)
		}
	})
}

// TestReadSavedCandidate: a report says which rows are candidates. In an older one, that does
// not, all are that stand out above.
func TestReadSavedCandidate(t *testing.T) {
	for says, want := range map[string]bool{
		`"grade":"clear"`:                     true,
		`"grade":"clear","candidate":true`:    true,
		`"grade":"clear","candidate":false`:   false,
		`"grade":"clear","candidate":null`:    true,
		`"grade":"low"`:                       false,
		`"grade":"posting","candidate":false`: false,
	} {
		s, err := compare.Read("r.json", strings.NewReader(strings.Replace(smallReport, `"grade":"clear"`, says, 1)))
		if err != nil || s.Rows[1].Candidate != want {
			t.Errorf("%s: %+v, %v", says, s, err)
		}
	}
}
