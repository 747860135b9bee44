package benchmark_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// TestSummary says what a row's numbers are, and no more.
func TestSummary(t *testing.T) {
	r := run(t, country(60, 1).dataset(t), testPlan())
	row := rowOf(t, r, r.Models[0].Area, "105")
	row.Name, row.Deviation.Pct, row.Difference.Kr = "Viborg", 9.44, 12_345_678
	row.Actual, row.Expected.Level, row.Expected.Low, row.Expected.High = 109.44, 100, 92, 107
	row.Grade, row.Reservations, row.Persistence, row.Curve, row.Activity = benchmark.Clear, nil, nil, nil, nil
	name := r.Models[0].Name
	says := func(want string, l lang.Language) {
		t.Helper()
		if got := r.Summary(&row).In(l); got != want {
			t.Errorf("says %q,\nwant %q", got, want)
		}
	}
	says("Viborg bruger 9,4 pct. (12,3 mio. kr.) mere end forventet på "+name+", 95 pct.-interval 2,4 til 17,4 pct.", lang.Danish)

	row.Persistence = &benchmark.Persistence{N: 4, YearsAbove: 4}
	row.Curve = &benchmark.CurveSummary{Models: 50, ShareAbove: 0.96, Verdict: benchmark.Robust}
	row.Activity = &benchmark.ActivitySplit{ActivityKr: 8.1e6, UnitCostKr: 4.245678e6}
	row.Persistence.JumpYear, row.Persistence.JumpPct = 2024, -20
	says("Viborg spends 9.4 per cent (kr. 12.3 million) more than expected on "+name+", 95 per cent interval 2.4 to 17.4 per cent; "+
		"above expected in 4 of 4 years and in 96 per cent of the models; the difference fell by 20.0 percentage points in 2024; kr. 8.1 million of the difference is activity and kr. 4.2 million unit cost.", lang.English)

	row.Deviation.Pct, row.Difference.Kr, row.Expected.Low, row.Expected.High = -3, -2e6, math.NaN(), math.NaN()
	row.Persistence, row.Curve, row.Activity = nil, nil, nil
	row.Reservations = []benchmark.WarningCode{benchmark.Extrapolation}
	says("Viborg spends 3.0 per cent (kr. 2.0 million) less than expected on "+name+"; with reservation, for the conditions are far from the others'.", lang.English)

	row.Deviation.Pct, row.Reservations = math.NaN(), nil
	says("Viborg er -2,0 mio. kr. fra det forventede på "+name+", som ikke er over nul.", lang.Danish)
	row.Difference.Kr = math.NaN()
	if s := r.Summary(&row); s != nil {
		t.Errorf("without an expected level it says %q", s.In(lang.Danish))
	}
}

// TestQuestions: what is asked follows from the numbers.
func TestQuestions(t *testing.T) {
	r := run(t, country(60, 1).dataset(t), testPlan())
	plain := rowOf(t, r, r.Models[0].Area, "105")
	plain.Grade, plain.Candidate, plain.Reservations = benchmark.Marked, true, nil
	plain.Persistence, plain.Curve, plain.Activity, plain.Quality = nil, nil, nil, nil
	for name, test := range map[string]struct {
		change func(*benchmark.Row)
		want   []string // in the English questions, in order
	}{
		"nothing special": {func(*benchmark.Row) {}, []string{"posted", "level of service"}},
		"no candidate":    {func(r *benchmark.Row) { r.Grade, r.Candidate = benchmark.Low, false }, nil},
		"activity":        {func(r *benchmark.Row) { r.Activity = &benchmark.ActivitySplit{ActivityKr: 2, UnitCostKr: 1} }, []string{"is activity", "posted", "level of service"}},
		"price":           {func(r *benchmark.Row) { r.Activity = &benchmark.ActivitySplit{ActivityKr: -1, UnitCostKr: 1} }, []string{"unit cost", "posted", "level of service"}},
		"lasting":         {func(r *benchmark.Row) { r.Persistence = &benchmark.Persistence{N: 4, YearsAbove: 4} }, []string{"all 4 years", "posted", "level of service"}},
		"new":             {func(r *benchmark.Row) { r.Persistence = &benchmark.Persistence{N: 4, YearsAbove: 1} }, []string{"new in 2024", "posted", "level of service"}},
		"a leap": {func(r *benchmark.Row) {
			r.Persistence = &benchmark.Persistence{N: 4, YearsAbove: 4, JumpYear: 2023, JumpPct: 41.75}
		}, []string{"rose by 41.8 percentage points in 2023", "posted", "level of service"}},
		"a leap of no candidate": {func(r *benchmark.Row) {
			r.Candidate, r.Persistence = false, &benchmark.Persistence{N: 4, JumpYear: 2023, JumpPct: -41}
		}, []string{"fell by 41.0 percentage points in 2023"}},
		"fragile": {func(r *benchmark.Row) {
			r.Curve = &benchmark.CurveSummary{Models: 10, ShareAbove: 0.4, Verdict: benchmark.Fragile}
		}, []string{"only 40 per cent", "posted", "level of service"}},
		"far and weak": {func(r *benchmark.Row) {
			r.Reservations = []benchmark.WarningCode{benchmark.Extrapolation, benchmark.ExplainsNothing}
		}, []string{"next to nothing", "with whom", "posted"}},
		"quality": {func(r *benchmark.Row) {
			r.Quality = []benchmark.QualityRow{{Name: "well-being", CheaperAsGood: []string{"107", "110"}}}
		}, []string{"Town 107 and Town 110 are cheaper and at least as good by 'well-being'", "posted", "level of service"}},
	} {
		row := plain
		test.change(&row)
		var got []string
		for _, q := range r.Questions(&row) {
			got = append(got, q.In(lang.English))
			if da := q.In(lang.Danish); da == "" || strings.Contains(da, "%!") {
				t.Errorf("%s: in Danish %q", name, da)
			}
		}
		if !slices.EqualFunc(got, test.want, strings.Contains) {
			t.Errorf("%s: asks %q, want %q", name, got, test.want)
		}
	}
}
