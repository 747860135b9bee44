package benchmark_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/dataset"
)

// TestUnitsThatCannotBe: the figures of 40 municipalities with 1,000 inhabitants
// each, of about kr. 20,000 per inhabitant, in other units than the plan says.
func TestUnitsThatCannotBe(t *testing.T) {
	s := country(40, 1)
	perHead, inAll := []string(nil), []string{"people"}
	for _, c := range []struct {
		name, unit, given string
		times             float64 // kr. per inhabitant
		spendingPer       string
		per               []string
		want              []benchmark.WarningCode
	}{
		{"per inhabitant", "kr. pr. indbygger", "", 1, "people", perHead, nil},
		{"in all", "kr.", "", 1000, "", inAll, nil},
		{"in all, converted", "kr.", "1.000 kr.", 1000, "", inAll, nil},
		{"per inhabitant, converted", "kr. pr. indbygger", "1.000 kr. pr. indbygger", 1, "people", perHead, nil},
		{"kr. million taken for kr.", "", "", 1e-3, "", inAll, []benchmark.WarningCode{benchmark.ImplausibleUnit}},
		{"per inhabitant divided again", "", "", 1, "", inAll, nil}, // kr. 20 for each is not beyond belief
		{"in all taken for per inhabitant", "", "", 1000, "people", perHead, []benchmark.WarningCode{benchmark.ImplausibleUnit}},
		{"in all by its unit", "kr.", "1.000 kr.", 100, "people", perHead, []benchmark.WarningCode{benchmark.AlreadyDivided}},
		{"no money", "hektar", "", 1, "people", perHead, []benchmark.WarningCode{benchmark.NotKroner}},
		{"a percentage", "pct.", "", 1e-3, "", inAll, []benchmark.WarningCode{benchmark.ImplausibleUnit, benchmark.NotKroner}},
		{"another country's", "SEK per invånare", "", 1, "people", perHead, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b dataset.Builder
			b.AddIndicator(dataset.Indicator{ID: "kr", Unit: c.unit, UnitGiven: c.given})
			for i, m := range s.municipalities {
				b.AddMunicipality(m)
				kr := s.columns["kr"][i] / s.columns["people"][i] * c.times
				if i < 15 && c.times == 1 {
					kr = 0 // many have none of it
				}
				for id, v := range map[string]float64{"kr": kr, "people": 1000, "age": s.columns["age"][i], "density": s.columns["density"][i]} {
					b.Set(m.Code, year, id, v)
				}
			}
			d, err := b.Build()
			if err != nil {
				t.Fatal(err)
			}
			p := testPlan()
			p.Areas[0].SpendingPer, p.Areas[0].Per = c.spendingPer, c.per
			_, err = benchmark.Run(t.Context(), d, p, benchmark.Options{})
			if stops := slices.Contains(c.want, benchmark.ImplausibleUnit); stops != (err != nil) ||
				stops && !strings.Contains(err.Error(), `accept = ["kr"]`) {
				t.Errorf("an error %v, want one: %v", err, stops)
			}
			p.Accept = []string{"kr"}
			r := run(t, d, p)
			var got []benchmark.WarningCode
			for _, code := range codes(r.Models[0].Warnings) {
				if slices.Contains([]benchmark.WarningCode{benchmark.ImplausibleUnit, benchmark.AlreadyDivided, benchmark.NotKroner}, code) {
					got = append(got, code)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("warnings (-want +got):\n%s\n%v", diff, r.Models[0].Warnings)
			}
		})
	}
}
