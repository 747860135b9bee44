package text_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/benchmark/text"
	"github.com/raaderum/raaderum/lang"
)

// Areas that nothing can be said of, or that did not change, are counted and not shown.
func TestChangesShowWhatChanged(t *testing.T) {
	saved := func(year int, actual ...float64) *compare.Saved {
		s := &compare.Saved{Title: "Test", Year: year, Years: []int{year}, Estimator: "ols"}
		for i, kr := range actual {
			id := string(rune('A' + i))
			s.Models = append(s.Models, compare.Model{Area: id, Name: "Area " + id, Unit: "kr."})
			s.Rows = append(s.Rows, compare.Row{Area: id, Municipality: "1", Name: "One", Actual: kr, Expected: kr - 50, Volume: 1000})
		}
		return s
	}
	gone := math.NaN()
	for _, c := range []struct {
		now           []float64
		shown, hidden string
	}{
		{[]float64{100, gone, 300, 450}, "Area D +50 +50 0 0.0", "Areas not shown: 2 without figures in one of the reports, 1 without change."},
		{[]float64{100, 200, 300, 400}, "", "Areas not shown: 1 without figures in one of the reports, 3 without change."},
		{[]float64{110, 210, 310, 410}, "Area B +10 +10 0 0.0", "1 without figures in one of the reports, 0 without change."},
	} {
		changes, ok := compare.Between(saved(2023, 100, 200, gone, 400), saved(2024, c.now...)).Only("1")
		if !ok {
			t.Fatal("no municipality")
		}
		var b bytes.Buffer
		if err := text.WriteChanges(&b, changes, lang.English); err != nil {
			t.Fatal(err)
		}
		said := strings.Join(strings.Fields(b.String()), " ")
		if !strings.Contains(said, c.hidden) || !strings.Contains(said, c.shown) || strings.Contains(said, "..") {
			t.Errorf("%v:\n%s", c.now, b.String())
		}
		if strings.Contains(b.String(), "\n\n\n") || c.shown == "" && strings.Contains(said, "Area A") {
			t.Errorf("%v:\n%s", c.now, b.String())
		}
	}
}
