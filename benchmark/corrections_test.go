package benchmark_test

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/wordstest"
	"pgregory.net/rapid"
)

// correctedData has 40 municipalities, 101 to 140, of 1,000 inhabitants and 100
// pupils each, in three years. Municipality 101 spends in 2022, 2023 and 2024
// 1, 2 and 3 mio. kr. on "a", 4, 5 and 6 on "b" and 7 on "c"; the others spend
// what a drawn country does.
func correctedData(t testing.TB) *dataset.Dataset {
	t.Helper()
	s := country(40, 3)
	var b dataset.Builder
	for y := 2022; y <= 2024; y++ {
		for i, m := range s.municipalities {
			b.AddMunicipality(m)
			v := map[string]float64{
				"people": 1000, "pupils": 100, "age": s.columns["age"][i], "density": s.columns["density"][i],
				"a": s.columns["kr"][i] / 1000, "b": s.columns["other"][i] / 1000, "c": s.columns["kr"][i] / 2000,
			}
			if i == 0 {
				v["a"], v["b"], v["c"] = 1e6*float64(y-2021), 1e6*float64(y-2018), 7e6
			}
			if i == 1 && y == 2024 {
				delete(v, "b")
			}
			for id, figure := range v {
				b.Set(m.Code, y, id, figure)
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// correctedPlan has two areas that share "a", of which "part" is a part of
// "whole", and one of another account.
func correctedPlan() plan.Plan {
	p := testPlan()
	p.Accept = []string{"c"} // the same in all years
	p.Areas = []plan.Area{
		{ID: "whole", Name: "Whole", Spending: []string{"a", "b"}, Per: []string{"people"}},
		{ID: "part", Name: "Part", Spending: []string{"a"}, Per: []string{"pupils"}, Unit: "kr. per pupil"},
		{ID: "alone", Name: "Alone", Spending: []string{"c"}, Per: []string{"people"}},
	}
	return p
}

func correction(of string, kr float64) plan.Correction {
	k := plan.Correction{Municipality: "101", Year: 2024, AmountKr: kr, Reason: "Posted elsewhere", By: "Ann Example", Date: "01-05-2026"}
	if len(of) == 1 {
		k.Account = of
	} else {
		k.Area = of
	}
	return k
}

type effect struct {
	area          string
	before, after float64
}

func effectsOf(k benchmark.AppliedCorrection) (list []effect) {
	for _, e := range k.Effects {
		list = append(list, effect{e.Area, e.Before, e.After})
	}
	return list
}

// TestCorrections: before and after by hand. In 2024 municipality 101 spends 3
// mio. kr. on "a" and 6 on "b": 9,000 kr. per inhabitant on the whole, 30,000
// per pupil on the part, and 7,000 per inhabitant on "alone".
func TestCorrections(t *testing.T) {
	for _, c := range []struct {
		name string
		list []plan.Correction
		want [][]effect
	}{
		{"an account that two areas share", []plan.Correction{correction("a", 500_000)},
			[][]effect{{{"whole", 9000, 9500}, {"part", 30_000, 35_000}}}},
		{"an account of one", []plan.Correction{correction("b", -1e6)},
			[][]effect{{{"whole", 9000, 8000}}}},
		{"a part reaches the whole", []plan.Correction{correction("part", 200_000)},
			[][]effect{{{"whole", 9000, 9200}, {"part", 30_000, 32_000}}}},
		{"the whole does not reach its part", []plan.Correction{correction("whole", 200_000)},
			[][]effect{{{"whole", 9000, 9200}}}},
		{"one after the other", []plan.Correction{correction("alone", 1e6), correction("a", 100_000), correction("part", -300_000)},
			[][]effect{{{"alone", 7000, 8000}}, {{"whole", 9000, 9100}, {"part", 30_000, 31_000}}, {{"whole", 9100, 8800}, {"part", 31_000, 28_000}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := correctedPlan()
			p.Corrections = c.list
			r := run(t, correctedData(t), p)
			last := map[string]float64{}
			for i, k := range r.Corrections {
				if diff := cmp.Diff(c.want[i], effectsOf(k), cmp.AllowUnexported(effect{}), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
					t.Errorf("correction %d (-want +got):\n%s", i, diff)
				}
				if k.Municipality != "101" || k.Name != "Town 101" || k.Date != "2026-05-01" || k.Of == "" {
					t.Errorf("correction %d is told as %+v", i, k)
				}
				for _, e := range k.Effects {
					last[e.Area] = e.After
				}
			}
			for area, after := range last {
				if row := rowOf(t, r, area, "101"); row.Actual != after {
					t.Errorf("%s: the last correction ends at %v, and %v is compared", area, after, row.Actual)
				}
			}
			if !slices.Contains(codes(r.Warnings), benchmark.Corrected) {
				t.Error("no warning says that the figures are corrected")
			}
		})
	}
}

// TestCorrectionPerInhabitant: spending stated per inhabitant is corrected by
// the amount divided by the inhabitants, 50,000 / 1,000 = 50 kr., also where
// the volume is another: 7,000 kr. × 1,000 inhabitants are 70,000 kr. per
// pupil, and 50,000 kr. are 500 more.
func TestCorrectionPerInhabitant(t *testing.T) {
	p := correctedPlan()
	p.Areas = []plan.Area{
		{ID: "direct", Spending: []string{"c"}, SpendingPer: "people", SpendingFactor: 1e-3},
		{ID: "other", Spending: []string{"c"}, SpendingPer: "people", SpendingFactor: 1e-3, Per: []string{"pupils"}},
		{ID: "total", Spending: []string{"c"}},
	}
	p.Corrections = []plan.Correction{correction("c", 50_000)}
	r := run(t, correctedData(t), p)
	want := []effect{{"direct", 7000, 7050}, {"other", 70_000, 70_500}, {"total", 7e6, 7.05e6}}
	if diff := cmp.Diff(want, effectsOf(r.Corrections[0]), cmp.AllowUnexported(effect{}), cmpopts.EquateApprox(1e-12, 0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCorrectionPooled: of 2023 and 2024 together 101 spends 2 + 3 mio. kr. on
// "a" for twice 100 pupils, 25,000 kr. each; 400,000 kr. more make 27,000. A
// year outside is its own: 1 mio. kr. in 2022.
func TestCorrectionPooled(t *testing.T) {
	p := correctedPlan()
	p.Year, p.Pool = 2024, 2
	p.Corrections = []plan.Correction{correction("part", 400_000), correction("part", 300_000)}
	p.Corrections[0].Year, p.Corrections[1].Year = 2023, 2022
	r := run(t, correctedData(t), p)
	compare(t, "pooled before", r.Corrections[0].Effects[1].Before, 25_000, 1e-12)
	compare(t, "pooled after", r.Corrections[0].Effects[1].After, 27_000, 1e-12)
	compare(t, "2022 before", r.Corrections[1].Effects[1].Before, 10_000, 1e-12)
	compare(t, "2022 after", r.Corrections[1].Effects[1].After, 13_000, 1e-12)
	if diff := cmp.Diff([][]int{{2023, 2024}, {2022}}, [][]int{r.Corrections[0].Effects[1].Years, r.Corrections[1].Effects[1].Years}); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
	if !slices.Contains(codes(r.Warnings), benchmark.CorrectedOtherYear) {
		t.Error("no warning of the year that is not compared")
	}
	before := run(t, correctedData(t), func() plan.Plan { q := p; q.Corrections = nil; return q }())
	if got, want := rowOf(t, r, "alone", "101"), rowOf(t, before, "alone", "101"); got.Actual != want.Actual {
		t.Error("an area without a correction has changed")
	}
}

// TestCorrectionOfTheYearBefore moves the change since then, and nothing else
// of the municipality: 2 mio. kr. in 2023 are 20,000 kr. per pupil, and 100,000
// kr. make 21,000, so that the change to 30,000 is 9,000.
func TestCorrectionOfTheYearBefore(t *testing.T) {
	p := correctedPlan()
	p.Corrections = []plan.Correction{correction("part", 100_000)}
	p.Corrections[0].Year = 2023
	row := rowOf(t, run(t, correctedData(t), p), "part", "101")
	compare(t, "change", row.ValueChange, 9000, 1e-12)
	compare(t, "actual", row.Actual, 30_000, 1e-12)
}

// TestCorrectionOfAMissingFigure: it stays missing, and a warning says so.
func TestCorrectionOfAMissingFigure(t *testing.T) {
	p := correctedPlan()
	p.Corrections = []plan.Correction{correction("b", 1e6), correction("c", 1e6)}
	p.Corrections[0].Municipality, p.Corrections[1].Municipality = "Town 102", "102"
	p.Areas = p.Areas[:2] // none has "c"
	r := run(t, correctedData(t), p)
	e := r.Corrections[0].Effects
	if len(e) != 1 || !math.IsNaN(e[0].Before) || !math.IsNaN(e[0].After) || !math.IsNaN(rowOf(t, r, "whole", "102").Actual) {
		t.Errorf("a missing figure was corrected: %+v", e)
	}
	if len(r.Corrections[1].Effects) != 0 {
		t.Errorf("an account that no area has did something: %+v", r.Corrections[1].Effects)
	}
	found := codes(r.Warnings)
	for _, code := range []benchmark.WarningCode{benchmark.CorrectionMissing, benchmark.CorrectionNotInPlan} {
		if !slices.Contains(found, code) {
			t.Errorf("no warning %s among %v", code, found)
		}
	}
	for _, n := range r.Notices() {
		wordstest.Check(t, "a notice", n)
	}
}

// TestCorrectionTakenBack: the report is the very same but for the ledger.
func TestCorrectionTakenBack(t *testing.T) {
	d := correctedData(t)
	for _, p := range []plan.Plan{correctedPlan(), func() plan.Plan { p := correctedPlan(); p.Pool = 2; return p }()} {
		plain := strip(t, run(t, d, p))
		k := correction("a", 123_456.78)
		back := k
		back.AmountKr = -k.AmountKr
		p.Corrections = []plan.Correction{k, correction("b", 9), back, correction("b", -9)}
		if got := strip(t, run(t, d, p)); !bytes.Equal(got, plain) {
			t.Errorf("the report is another:\n%s", cmp.Diff(string(plain), string(got)))
		}
	}
}

// strip is a report as JSON without its ledger.
func strip(t *testing.T, r *benchmark.Report) []byte {
	t.Helper()
	var report map[string]any
	if err := json.Unmarshal(written(t, r), &report); err != nil {
		t.Fatal(err)
	}
	delete(report, "corrections")
	report["warnings"] = slices.DeleteFunc(report["warnings"].([]any), func(w any) bool {
		return w.(map[string]any)["code"] == string(benchmark.Corrected)
	})
	text, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestCorrectingEverybody: amounts in the ledger are the same as in the data.
func TestCorrectingEverybody(t *testing.T) {
	check(t, func(rt *rapid.T) (_, _ map[string]benchmark.Row) {
		s, p := draw(rt)
		amounts := s.each(func(int) float64 { return rapid.Float64Range(0, 1e6).Draw(rt, "kr") })
		added := s.copied()
		added.columns["kr"] = s.each(func(i int) float64 { return s.columns["kr"][i] + amounts[i] })
		want := rowsOf(run(t, added.dataset(t), p))
		for i, m := range s.municipalities {
			if amounts[i] != 0 {
				p.Corrections = append(p.Corrections, plan.Correction{Municipality: m.Name, Account: "kr", Year: year, AmountKr: amounts[i], Reason: "r", By: "b"})
			}
		}
		got := rowsOf(run(t, s.dataset(t), p))
		for key, row := range got { // which says, as it should, that it is corrected
			row.Reservations = slices.DeleteFunc(row.Reservations, func(c benchmark.WarningCode) bool { return c == benchmark.Corrected })
			got[key] = row
		}
		return got, want
	})
}

// TestLargeCorrection: a correction that moves a figure by more than a quarter of
// itself is warned of, by area and municipality, and one of a quarter is not.
func TestLargeCorrection(t *testing.T) {
	s := country(45, 2)
	d := s.dataset(t)
	p := testPlan()
	row := rowOf(t, run(t, d, p), "all", "107")
	quarter := row.Actual * row.Volume / 4
	for amount, want := range map[float64]bool{0.99 * quarter: false, 1.01 * quarter: true, -1.01 * quarter: true, -0.5 * quarter: false} {
		p.Corrections = []plan.Correction{{Municipality: "107", Area: "all", Year: year, AmountKr: amount, Reason: "moved", By: "Bo"}}
		r := run(t, d, p)
		i := slices.IndexFunc(r.Warnings, func(w benchmark.Warning) bool { return w.Code == benchmark.CorrectionLarge })
		if (i >= 0) != want || want && (r.Warnings[i].Area != "all" || r.Warnings[i].Municipality != "107") {
			t.Errorf("%.0f kr. of %.0f: %v", amount, 4*quarter, codes(r.Warnings))
		}
		if i >= 0 {
			wordstest.Check(t, "a large correction", r.Warnings[i])
		}
	}
}
