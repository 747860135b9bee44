package benchmark

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

var nan = math.NaN()

// equal compares numbers to rounding, and NaN with NaN.
var equal = cmp.Options{cmpopts.EquateNaNs(), cmpopts.EquateApprox(1e-13, 0), cmpopts.EquateEmpty()}

func TestRanks(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   []int32
	}{
		{[]float64{30, 10, 20}, []int32{3, 1, 2}},
		{[]float64{20, 10, 20, 30, 20}, []int32{2, 1, 2, 5, 2}},
		{[]float64{nan, 2, nan, 1}, []int32{0, 2, 0, 1}},
		{[]float64{-1, 0, -5}, []int32{2, 3, 1}},
		{[]float64{nan}, []int32{0}},
		{nil, nil},
	} {
		if diff := cmp.Diff(test.want, rankValues(test.values), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("ranks of %v (-want +got):\n%s", test.values, diff)
		}
	}
}

func TestGrade(t *testing.T) {
	const limit = 250_000
	for _, test := range []struct {
		kr, q, qLow float64
		materiality float64
		want        Grade
	}{
		{1e6, 0.01, 1, limit, Marked},
		{1e6, math.Nextafter(0.01, 1), 1, limit, Clear},
		{1e6, 0.05, 1, limit, Clear},
		{1e6, math.Nextafter(0.05, 1), 1, limit, Possible},
		{1e6, 0.10, 1, limit, Possible},
		{1e6, math.Nextafter(0.10, 1), 1, limit, None},
		{limit, 0.001, 1, limit, Marked},
		{limit - 0.01, 0.001, 1, limit, None},
		{-limit, 1, 0.10, limit, Low},
		{-limit, 1, 0.0001, limit, Low},
		{-limit, 1, math.Nextafter(0.10, 1), limit, None},
		{-limit + 0.01, 1, 0.001, limit, None},
		{1e6, 1, 0.001, limit, None},  // above, and only below is rare
		{-1e6, 0.001, 1, limit, None}, // below, and only above is rare
		{0, 0.001, 0.001, 0, None},    // no difference is no candidate
		{1, 0.001, 1, 0, Marked},
		{-1, 1, 0.001, 0, Low},
		{nan, 0.001, 0.001, limit, None},
		{1e6, nan, nan, limit, None},
	} {
		if got := gradeDifference(test.kr, test.q, test.qLow, test.materiality); got != test.want {
			t.Errorf("grade(%v kr., q %v, q low %v, limit %v) is %q, want %q", test.kr, test.q, test.qLow, test.materiality, got, test.want)
		}
	}
	for g, want := range map[Grade]bool{Marked: true, Clear: true, Possible: true, Low: false, None: false} {
		if g.Above() != want {
			t.Errorf("%q is above: %v", g, g.Above())
		}
	}
}

// made builds a data set from figures by indicator and year, one for each
// municipality; NaN is left out.
func made(t testing.TB, years map[int]map[string][]float64) *dataset.Dataset {
	t.Helper()
	var b dataset.Builder
	for year, columns := range years {
		for id, values := range columns {
			for m, v := range values {
				b.AddMunicipality(dataset.Municipality{Code: string(rune('A' + m))})
				if !math.IsNaN(v) {
					b.Set(string(rune('A'+m)), year, id, v)
				}
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// inOrder is a run on data whose municipalities are A, B, C, … in that order.
func inOrder(t testing.TB, years map[int]map[string][]float64) *run {
	t.Helper()
	d := made(t, years)
	for m, who := range d.Municipalities() {
		if who.Code != string(rune('A'+m)) {
			t.Fatalf("municipality %d is %s", m, who.Code)
		}
	}
	return &run{data: d, drivers: newDriverTable(d, &plan.Plan{}, 0)}
}

func TestIndicator(t *testing.T) {
	r := inOrder(t, map[int]map[string][]float64{
		2023: {
			"teaching": {100, 200, 300, nan, 50},
			"special":  {10, 20, 30, 40, 50},
			"people":   {1000, 2000, 3000, 4000, 0},
			"pupils":   {100, 100, nan, 400, 10},
		},
		2024: {
			"teaching": {110, 210, 310, 410, 50},
			"special":  {10, nan, 30, 40, 50},
			"people":   {1100, 2100, 3100, 4100, 0},
			"pupils":   {110, 100, 300, 400, 0},
		},
	})
	for _, test := range []struct {
		name         string
		area         plan.Area
		years        []int
		unit, volume []float64
	}{
		{
			"totals", plan.Area{Spending: []string{"teaching", "special"}}, []int{2023},
			[]float64{110, 220, 330, nan, 100}, []float64{1, 1, 1, 1, 1},
		},
		{
			"totals in 1,000 kr.", plan.Area{Spending: []string{"teaching"}, SpendingFactor: 1000}, []int{2023},
			[]float64{100_000, 200_000, 300_000, nan, 50_000}, []float64{1, 1, 1, 1, 1},
		},
		{
			"totals per pupil", plan.Area{Spending: []string{"teaching"}, Per: []string{"pupils"}}, []int{2024},
			[]float64{1, 2.1, 310.0 / 300, 410.0 / 400, nan}, []float64{110, 100, 300, 400, 0},
		},
		{
			"per inhabitant as it stands", plan.Area{Spending: []string{"teaching"}, SpendingPer: "people"}, []int{2024},
			[]float64{110, 210, 310, 410, nan}, []float64{1100, 2100, 3100, 4100, 0},
		},
		{
			"the same volume named twice", plan.Area{Spending: []string{"teaching"}, SpendingPer: "people", Per: []string{"people"}}, []int{2024},
			[]float64{110, 210, 310, 410, nan}, []float64{1100, 2100, 3100, 4100, 0},
		},
		{
			// kr. per inhabitant × inhabitants ÷ pupils
			"per inhabitant to per pupil", plan.Area{Spending: []string{"teaching"}, SpendingPer: "people", Per: []string{"pupils"}}, []int{2024},
			[]float64{110 * 1100.0 / 110, 210 * 2100.0 / 100, 310 * 3100.0 / 300, 410 * 4100.0 / 400, nan}, []float64{110, 100, 300, 400, 0},
		},
		{
			"two volumes", plan.Area{Spending: []string{"special"}, Per: []string{"pupils", "people"}}, []int{2023},
			[]float64{10.0 / 1100, 20.0 / 2100, nan, 40.0 / 4400, 5}, []float64{1100, 2100, nan, 4400, 10},
		},
		{
			// Σ spending ÷ Σ volume; volume a year is the mean of the two.
			"two years", plan.Area{Spending: []string{"teaching"}, Per: []string{"pupils"}}, []int{2023, 2024},
			[]float64{210.0 / 210, 410.0 / 200, nan, nan, 10}, []float64{105, 100, nan, 400, 5},
		},
		{
			"two years per inhabitant", plan.Area{Spending: []string{"teaching"}, SpendingPer: "people"}, []int{2023, 2024},
			[]float64{(100*1000 + 110*1100) / 2100.0, (200*2000 + 210*2100) / 4100.0, (300*3000 + 310*3100) / 6100.0, nan, nan},
			[]float64{1050, 2050, 3050, 4050, 0},
		},
		{
			"two years of totals are a year's mean", plan.Area{Spending: []string{"teaching"}}, []int{2023, 2024},
			[]float64{105, 205, 305, nan, 50}, []float64{1, 1, 1, 1, 1},
		},
		{
			"a year without figures", plan.Area{Spending: []string{"teaching"}, Per: []string{"pupils"}}, []int{2022, 2023},
			[]float64{nan, nan, nan, nan, nan}, []float64{nan, nan, nan, nan, nan},
		},
		{
			"an indicator without figures", plan.Area{Spending: []string{"teaching", "unknown"}}, []int{2023},
			[]float64{nan, nan, nan, nan, nan}, []float64{1, 1, 1, 1, 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.area.SpendingFactor == 0 {
				test.area.SpendingFactor = 1
			}
			got := r.computeFigures(&test.area, test.years)
			if diff := cmp.Diff(test.unit, got.unit, equal); diff != "" {
				t.Errorf("kr. per unit (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.volume, got.volume, equal); diff != "" {
				t.Errorf("volume (-want +got):\n%s", diff)
			}
		})
	}
}

// TestIndicatorLeavesTheDataAlone: columns of a data set are shared.
func TestIndicatorLeavesTheDataAlone(t *testing.T) {
	r := inOrder(t, map[int]map[string][]float64{2024: {"kr": {1, 2, 3}, "people": {10, 20, 30}}})
	for _, a := range []plan.Area{
		{Spending: []string{"kr"}, SpendingFactor: 1000},
		{Spending: []string{"kr"}, SpendingFactor: 1000, SpendingPer: "people", Per: []string{"kr"}},
	} {
		f := r.computeFigures(&a, []int{2024})
		scaleValues(f.volume, 7)
		total, _ := r.drivers.sumIndicators([]string{"kr"})
		total[0] = -1
	}
	if diff := cmp.Diff([]float64{1, 2, 3}, r.data.Column("kr", 2024)); diff != "" {
		t.Errorf("the data changed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{10, 20, 30}, r.data.Column("people", 2024)); diff != "" {
		t.Errorf("the data changed (-want +got):\n%s", diff)
	}
}

func TestNearestYear(t *testing.T) {
	d := made(t, map[int]map[string][]float64{
		2019: {"early": {1}, "both": {1}},
		2021: {"both": {1}, "other": {1}},
		2024: {"other": {1}},
	})
	for _, test := range []struct {
		id     string
		wanted int
		want   int
		found  bool
	}{
		{"early", 2024, 2019, true},
		{"early", 2000, 2019, true},
		{"both", 2021, 2021, true},
		{"both", 2020, 2019, true}, // as near as 2021: the earlier
		{"both", 2030, 2021, true},
		{"other", 2022, 2021, true},
		{"other", 2023, 2024, true},
		{"none", 2024, 0, false},
	} {
		if got, found := findNearestYear(d, test.id, test.wanted); got != test.want || found != test.found {
			t.Errorf("the year of %s nearest to %d: %d, %v, want %d, %v", test.id, test.wanted, got, found, test.want, test.found)
		}
	}
}

func TestDriver(t *testing.T) {
	r := inOrder(t, map[int]map[string][]float64{
		2020: {"area": {2, 4, 5, 0, 8}},
		2024: {"people": {8, 100, nan, 6, 0}, "young": {1, 2, 3, 4, -5}},
	})
	drivers := newDriverTable(r.data, &plan.Plan{Definitions: []plan.Driver{
		{ID: "density", Name: "Density", Of: []string{"people"}, Per: []string{"area"}},
		{ID: "log", Name: "Logarithm", Of: []string{"people"}, Transform: "log"},
		{ID: "sqrt", Name: "Root", Of: []string{"young"}, Transform: "sqrt"},
		{ID: "sum", Of: []string{"young", "area"}, Transform: "none"},
		{ID: "share", Of: []string{"young"}, Per: []string{"people", "area"}},
	}}, 2024)
	for id, want := range map[string][]float64{
		"density": {4, 25, nan, nan, 0}, // 6 people on 0 km² has no quotient
		"log":     {math.Log(8), math.Log(100), nan, math.Log(6), nan},
		"sqrt":    {1, math.Sqrt2, math.Sqrt(3), 2, nan},
		"sum":     {3, 6, 8, 4, 3},
		"share":   {0.1, 2.0 / 104, nan, 4.0 / 6, -5.0 / 8},
		"people":  {8, 100, nan, 6, 0}, // an indicator as it stands
	} {
		if diff := cmp.Diff(want, drivers.findDriver(id).values, equal); diff != "" {
			t.Errorf("driver %s (-want +got):\n%s", id, diff)
		}
	}
	if diff := cmp.Diff(map[string]int{"area": 2020}, drivers.substituted); diff != "" {
		t.Errorf("years taken instead (-want +got):\n%s", diff)
	}
	// Named are those whose figures there are: D has no density, E no
	// logarithm and no root.
	undefined := map[string]string{}
	for _, w := range drivers.warnings {
		if w.Code != DriverUndefined {
			t.Errorf("warning %q", w.Code)
		}
		text := w.Error()
		undefined[strings.Split(text, "'")[1]] = text
	}
	for name, who := range map[string]string{"Density": " D,", "Logarithm": " E,", "Root": " E,"} {
		if !strings.Contains(undefined[name], who) {
			t.Errorf("the warning of %s, %q, does not name%s", name, undefined[name], who)
		}
	}
}
