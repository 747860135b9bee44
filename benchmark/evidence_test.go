package benchmark_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// TestNothingAboveZero: a candidate whose expected level is not above zero has a
// difference in kr. and none in per cent, and every output says so.
func TestNothingAboveZero(t *testing.T) {
	s := country(40, 6)
	s.columns["kr"] = s.each(func(i int) float64 { return -5e6 + 1e5*float64(i%7) })
	s.columns["kr"][4] += 4e6
	p := testPlan()
	p.Areas[0].Per, p.Family, p.Materiality = nil, "area", new(0.0)
	r := run(t, s.dataset(t), p)
	row := rowOf(t, r, r.Models[0].Area, s.municipalities[4].Code)
	if !row.Candidate || !math.IsNaN(row.Deviation.Pct) || r.Summary(&row) == nil {
		t.Fatalf("%+v is not the case to test", row)
	}
	var text bytes.Buffer
	if err := r.WriteJSON(t.Context(), &text); err != nil || !json.Valid(text.Bytes()) {
		t.Errorf("not JSON (%v)", err)
	}
}

// TestCorrectedPrices: a correction is in its year's kroner, whether spending is
// stated in kr. or divided already.
func TestCorrectedPrices(t *testing.T) {
	var before [2]float64
	for k, per := range []bool{false, true} {
		var b dataset.Builder
		for _, m := range country(40, 7).municipalities {
			b.AddMunicipality(m)
			for y, kr := range map[int]float64{2023: 1000, 2024: 1100} {
				b.Set(m.Code, y, "people", 20_000)
				if per {
					b.Set(m.Code, y, "cost", kr)
				} else {
					b.Set(m.Code, y, "cost", kr*20_000)
				}
			}
		}
		d, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		area := plan.Area{ID: "a", Spending: []string{"cost"}, Per: []string{"people"}}
		if per {
			area.SpendingPer, area.Per = "people", nil
		}
		r := run(t, d, plan.Plan{
			Areas: []plan.Area{area}, Year: 2024, Register: "none",
			Accept:      []string{"prices.index"},
			Prices:      plan.Prices{Source: "made up", Index: map[int]float64{2023: 50, 2024: 100}},
			Corrections: []plan.Correction{{Municipality: "105", Area: "a", Year: 2023, AmountKr: 2e6, Reason: "r", By: "b"}},
		})
		row := rowOf(t, r, "a", "105")
		before[k] = row.Actual - row.ValueChange
	}
	if want := 2 * (1000 + 2e6/20_000.0); before[0] != want || before[1] != want {
		t.Errorf("the year before, corrected and at the year's prices, is %g and %g, want %g", before[0], before[1], want)
	}
}
