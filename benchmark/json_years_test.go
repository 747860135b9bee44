package benchmark_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// The keys, as the comment of WriteJSON has them.
var (
	persistenceKeys = strings.Fields("years mean_pct persistent_pct se_pct low_pct high_pct years_above years_n years_counted jump_year jump_pct")
	yearKeys        = strings.Fields("year actual expected deviation_pct counts nearest_drivers corrected")
	activityKeys    = strings.Fields("per_unit expected low high deviation_pct t df p q q_low flag unit_cost unit_cost_expected unit_cost_deviation_pct activity_kr unit_cost_kr activity_pct unit_cost_pct")
	qualityKeys     = strings.Fields("indicator name better value year rank ranked cheaper_as_good")
)

// TestJSONEvidence compares what JSON has of years, activity and quality with
// the report's rows.
func TestJSONEvidence(t *testing.T) {
	p := firstAreas(danmark.DefaultPlan(lang.Danish), 14) // home nursing is the last with an activity
	p.Prices = plan.Prices{Source: "KL", Index: map[int]float64{2023: 100, 2024: 103}}
	r, _ := run(t, danmark.Accounts(), p).Only("Viborg")
	var top object
	if err := json.Unmarshal(written(t, r), &top); err != nil {
		t.Fatal(err)
	}
	top.is(t, "price_level", 2024)
	top.is(t, "price_source", "KL")
	for i, o := range top.list(t, "models") {
		o.number(t, "sigma_u", r.Models[i].SigmaU)
		o.number(t, "sigma_e", r.Models[i].SigmaE)
	}
	for i, o := range top.list(t, "sources") {
		o.is(t, "persistence_years", r.Sources[i].Followed)
	}
	rows, i, activities, qualities := top.list(t, "rows"), 0, 0, 0
	inner := func(o object, key string) (in object) {
		if err := json.Unmarshal(o[key], &in); err != nil {
			t.Fatal(err)
		}
		return in
	}
	for row := range r.Rows() {
		o := rows[i]
		i++
		persistence := inner(o, "persistence")
		persistence.keys(t, "persistence", persistenceKeys)
		for key, want := range map[string]float64{
			"mean_pct": row.Persistence.MeanPct, "persistent_pct": row.Persistence.PersistentPct, "se_pct": row.Persistence.SEPct,
			"low_pct": row.Persistence.LowPct, "high_pct": row.Persistence.HighPct,
		} {
			persistence.number(t, key, want)
		}
		persistence.is(t, "years_above", row.Persistence.YearsAbove)
		persistence.is(t, "years_n", row.Persistence.N)
		persistence.is(t, "years_counted", row.Persistence.Counted)
		persistence.number(t, "jump_pct", row.Persistence.JumpPct)
		if year := row.Persistence.JumpYear; year != 0 {
			persistence.is(t, "jump_year", year)
		} else {
			persistence.number(t, "jump_year", nan)
		}
		for k, y := range persistence.list(t, "years") {
			want := row.Persistence.Years[k]
			y.keys(t, "a year", yearKeys)
			y.is(t, "year", want.Year)
			y.is(t, "counts", want.Counts)
			y.is(t, "nearest_drivers", want.NearestDrivers)
			y.is(t, "corrected", want.Corrected)
			y.number(t, "actual", want.Actual)
			y.number(t, "expected", want.Expected)
			y.number(t, "deviation_pct", want.DeviationPct)
		}
		if row.Activity == nil {
			o.number(t, "activity", nan)
		} else {
			activities++
			a, got := row.Activity, inner(o, "activity")
			got.keys(t, "an activity", activityKeys)
			for key, want := range map[string]float64{
				"per_unit": a.PerUnit, "expected": a.Expected, "low": a.Low, "high": a.High, "deviation_pct": a.DeviationPct, "t": a.T, "p": a.P,
				"q": a.Q, "q_low": a.QLow, "unit_cost": a.UnitCost, "unit_cost_expected": a.UnitCostExpected, "activity_kr": a.ActivityKr,
				"unit_cost_kr": a.UnitCostKr, "activity_pct": a.ActivityPct, "unit_cost_pct": a.UnitCostPct, "unit_cost_deviation_pct": a.UnitCostDeviationPct,
			} {
				got.number(t, key, want)
			}
			got.is(t, "df", a.DF)
			got.is(t, "flag", string(a.Flag))
		}
		for k, got := range o.list(t, "quality") {
			qualities++
			q := row.Quality[k]
			got.keys(t, "a quality", qualityKeys)
			got.is(t, "indicator", q.Indicator)
			got.is(t, "name", q.Name)
			got.is(t, "better", q.Better)
			got.number(t, "value", q.Value)
			got.is(t, "year", q.Year)
			got.is(t, "rank", q.Rank)
			got.is(t, "ranked", q.Ranked)
			got.is(t, "cheaper_as_good", q.CheaperAsGood)
		}
	}
	if activities != 5 || qualities != 7 {
		t.Errorf("%d activities and %d measures of quality", activities, qualities)
	}
}
