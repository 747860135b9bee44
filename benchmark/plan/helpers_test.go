package plan_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/wordstest"
	"github.com/raaderum/raaderum/lang"
)

var nan = math.NaN()

const year = 2024

// towns returns data of n made-up municipalities, which have a figure of each
// indicator in each of the years.
func towns(t testing.TB, n int, years ...int) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	for i := range n {
		code := fmt.Sprint(101 + i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: "Town " + code})
		for _, y := range years {
			for _, id := range []string{"kr", "other", "a", "b", "c", "people", "pupils", "age", "density", "income"} {
				b.Set(code, y, id, float64(1000+i))
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// testPlan compares "kr" per inhabitant by age and density.
func testPlan() plan.Plan {
	return plan.Plan{
		Title:       "Test",
		Exclude:     []string{},
		Definitions: []plan.Driver{{ID: "ldensity", Name: "Density (log)", Of: []string{"density"}, Transform: "log"}},
		Drivers:     []string{"age", "ldensity"},
		Areas:       []plan.Area{{ID: "all", Name: "Everything", Spending: []string{"kr"}, Per: []string{"people"}, Unit: "kr. per inhabitant"}},
	}
}

// found is what an error says, without its words.
type found struct {
	Line int
	Key  string
	Text string
}

// listErrors returns what an error of a plan says, of which every part has the
// file and words in both languages.
func listErrors(t *testing.T, err error, file string) (list []found) {
	t.Helper()
	var errs plan.Errors
	if !errors.As(err, &errs) {
		t.Fatalf("%v, want plan.Errors", err)
	}
	for _, e := range errs {
		if e.File != file {
			t.Errorf("file %q, want %q", e.File, file)
		}
		list = append(list, found{e.Line, e.Key, e.Text})
		wordstest.Check(t, "error", e)
		if text := e.Error(); file != "" && e.Line > 0 && !strings.HasPrefix(text, fmt.Sprintf("%s, line %d", file, e.Line)) || !strings.Contains(text, e.Key) {
			t.Errorf("%q does not say where", text)
		}
		if !strings.Contains(err.Error(), e.Error()) || !strings.Contains(lang.Of(err, lang.Danish), e.In(lang.Danish)) {
			t.Errorf("the errors together do not say %q", e.Error())
		}
	}
	var one *plan.Error
	if !errors.As(err, &one) {
		t.Error("errors.As finds no *plan.Error")
	}
	return list
}
