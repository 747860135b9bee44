package benchmark_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// TestMixedYears: a driver that many have of the year compared, and the others of the year
// before, is told with how many; one municipality's own is its own alone.
func TestMixedYears(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "", 18: "18 municipalities have figures of 2024, and 42 have figures of 2023"} {
		s := country(60, 6)
		var b dataset.Builder
		for i, m := range s.municipalities {
			b.AddMunicipality(m)
			for id, column := range s.columns {
				if id == "age" {
					b.Set(m.Code, year-1, id, column[i])
				}
				if id != "age" || i < n {
					b.Set(m.Code, year, id, column[i]*(1+0.001*float64(i%3)))
				}
			}
		}
		d, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		r := run(t, d, testPlan())
		i := slices.IndexFunc(r.Warnings, func(w benchmark.Warning) bool { return w.Code == benchmark.MixedYears })
		if (i >= 0) != (want != "") || i >= 0 && !strings.Contains(r.Warnings[i].Error(), want) {
			t.Errorf("%d: %v", n, r.Warnings)
		}
	}
}
