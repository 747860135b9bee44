package plan_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// TestCorrectionsRefused holds what each thing wrong is told as, and that all
// are told at once.
func TestCorrectionsRefused(t *testing.T) {
	d := towns(t, 40, 2022, 2023, 2024)
	correctedPlan := testPlan()
	correctedPlan.Areas = []plan.Area{
		{ID: "whole", Name: "Whole", Spending: []string{"a", "b"}, Per: []string{"people"}},
		{ID: "alone", Name: "Alone", Spending: []string{"c"}, Per: []string{"people"}},
	}
	good := plan.Correction{Municipality: "101", Account: "c", Year: 2024, AmountKr: 5, Reason: "Posted elsewhere", By: "Ann Example", Date: "01-05-2026"}
	for _, c := range []struct {
		change func(*plan.Correction)
		da, en string
	}{
		{func(k *plan.Correction) { k.Reason = " " }, "begrundelse", "no reason"},
		{func(k *plan.Correction) { k.By = "" }, "intet navn", "no name"},
		{func(k *plan.Correction) { k.Municipality = "Town 1011" }, "Mente du 'Town 101'", "Did you mean 'Town 101'"},
		{func(k *plan.Correction) { k.Municipality = "" }, "ingen kommune", "no municipality"},
		{func(k *plan.Correction) { k.Area = "hole" }, "Mente du 'whole'", "Did you mean 'whole'"},
		{func(k *plan.Correction) { k.Area, k.Account = "", "densty" }, "Mente du 'density'", "Did you mean 'density'"},
		{func(k *plan.Correction) { k.Account = "a" }, "både et område og en konto", "both an area and an account"},
		{func(k *plan.Correction) { k.Area = "" }, "hverken", "neither"},
		{func(k *plan.Correction) { k.Year = 2019 }, "2022, 2023 og 2024", "2022, 2023 and 2024"},
		{func(k *plan.Correction) { k.Year = 0 }, "mangler et årstal", "lacks a year"},
		{func(k *plan.Correction) { k.Year = 24 }, "24 er ikke et årstal", "24 is not a year"},
		{func(k *plan.Correction) { k.AmountKr = nan }, "beløb mangler eller er 0", "amount is missing or 0"},
		{func(k *plan.Correction) { k.AmountKr = 0 }, "beløb mangler eller er 0", "amount is missing or 0"},
		{func(k *plan.Correction) { k.AmountKr = -2e15 }, "1.000.000.000.000.000", "1,000,000,000,000,000"},
		{func(k *plan.Correction) { k.AmountKr = math.Inf(1) }, "1.000.000.000.000.000", "1,000,000,000,000,000"},
		{func(k *plan.Correction) { k.Date = "31-02-2026" }, "'31-02-2026' er ikke en dato", "'31-02-2026' is not a date"},
		{func(k *plan.Correction) { k.Date = "2026-13-01" }, "2026-05-01", "2026-05-01"},
		{func(k *plan.Correction) { k.Reason = strings.Repeat("x", 2000) }, "for lang", "too long"},
	} {
		p, k := correctedPlan, good
		k.Account, k.Area, k.AmountKr = "", "whole", 1
		c.change(&k)
		p.Corrections = []plan.Correction{good, k}
		err := p.Check(d)
		if err == nil || !strings.Contains(lang.Of(err, lang.Danish), c.da) || !strings.Contains(lang.Of(err, lang.English), c.en) ||
			!strings.Contains(lang.Of(err, lang.English), "correction[1]") {
			t.Errorf("want %q, got %v", c.en, err)
		}
	}
	p := correctedPlan
	p.Corrections = []plan.Correction{good, {Municipality: "x", Area: "y", Year: 1}, good}
	p.Corrections[2].Municipality, p.Corrections[2].Date = "Town 101", "2026-05-01" // the same, written otherwise
	err := p.Check(d)
	for _, want := range []string{"no reason", "no name", "municipality 'x'", "ID 'y'", "1 is not a year", "amount is missing or 0", "very same correction also stands in the plan, correction[0]"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s\n%v", want, err)
		}
	}
}
