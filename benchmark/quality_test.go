package benchmark_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestQuality finds rank and cheaper municipalities as good in another way:
// by going through all pairs.
func TestQuality(t *testing.T) {
	s := country(60, 6)
	s.columns["joy"] = s.each(func(i int) float64 { return math.Round(s.columns["income"][i] / 1e4) }) // with ties
	s.columns["joy"][7] = nan
	s.earlier["joy"] = year - 1
	d := s.dataset(t)
	for _, better := range plan.Betters() {
		p := testPlan()
		p.Exclude = []string{"105"}
		p.Areas[0].Quality = []plan.Quality{{Indicator: "joy", Better: better}}
		r := run(t, d, p)
		rows := slices.SortedFunc(r.Rows(), func(a, b benchmark.Row) int { return cmp.Compare(a.Municipality, b.Municipality) })
		joy := func(i int) float64 {
			if better == "low" {
				return -s.columns["joy"][i]
			}
			return s.columns["joy"][i]
		}
		z := func(values []float64) []float64 { // in standard deviations of those in the fit
			mean, sd := 0.0, 0.0
			for i, v := range values {
				if i != 4 {
					mean += v / 59
				}
			}
			for i, v := range values {
				if i != 4 {
					sd += (v - mean) * (v - mean) / 59
				}
			}
			out := make([]float64, len(values))
			for i, v := range values {
				out[i] = (v - mean) / math.Sqrt(sd)
			}
			return out
		}
		age, density := z(s.columns["age"]), z(s.each(func(i int) float64 { return math.Log(s.columns["density"][i]) }))
		some := 0
		for i, row := range rows {
			got := row.Quality[0]
			rank := 1
			for j := range rows {
				if joy(j) > joy(i) {
					rank++
				}
			}
			want := benchmark.QualityRow{Indicator: "joy", Name: "joy", Better: better, Value: s.columns["joy"][i], Year: year - 1, Rank: rank, Ranked: 59}
			if i == 7 {
				want.Rank = 0
			}
			var near []int
			for j := range rows {
				if j != i && j != 4 {
					near = append(near, j)
				}
			}
			slices.SortFunc(near, func(a, b int) int {
				return cmp.Compare(math.Hypot(age[a]-age[i], density[a]-density[i]), math.Hypot(age[b]-age[i], density[b]-density[i]))
			})
			for _, j := range near[:10] {
				if rows[j].Actual < row.Actual && joy(j) >= joy(i) {
					want.CheaperAsGood = append(want.CheaperAsGood, rows[j].Municipality)
				}
			}
			some += len(want.CheaperAsGood)
			if diff := gocmp.Diff(want, got, cmpopts.EquateNaNs()); diff != "" {
				t.Errorf("%s, %s is better (-want +got):\n%s", row.Name, better, diff)
			}
		}
		if some < 20 {
			t.Errorf("only %d cheaper as good", some)
		}
		p.Areas[0].Quality = nil
		for key, row := range rowsOf(run(t, d, p)) {
			with := rowOf(t, r, row.Area, row.Municipality)
			if row.Quality != nil || with.Target.HeadroomKr != row.Target.HeadroomKr || with.Test.Q != row.Test.Q || with.Rank.Place != row.Rank.Place {
				t.Errorf("%s: quality moves the figures", key)
			}
		}
	}
}

// TestQualityBundled: school and day care have measures in the default plan.
func TestQualityBundled(t *testing.T) {
	r := bundled(t)
	for area, measures := range map[string]int{"skole": 3, "folkeskole": 3, "dagtilbud": 1, "sfo": 0} {
		row := rowOf(t, r, area, "791")
		if len(row.Quality) != measures {
			t.Errorf("%s has %d measures, want %d", area, len(row.Quality), measures)
		}
		for _, q := range row.Quality {
			if q.Rank < 1 || q.Rank > q.Ranked || q.Ranked != 98 || q.Name == q.Indicator || q.Year != 2024 {
				t.Errorf("%s: %+v", area, q)
			}
		}
	}
}
