package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark/plan"
)

// TestPricesPlan: the table [prices], and everything that can be wrong in it.
func TestPricesPlan(t *testing.T) {
	const area = "\n[[area]]\nid = \"a\"\nspending = [\"kr\"]\n"
	p, err := plan.Parse("p.toml", []byte("[prices]\nsource = \"KL\"\nindex = { 2021 = 100, 2022 = 103.1 }\n"+area))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plan.Prices{Source: "KL", Index: map[int]float64{2021: 100, 2022: 103.1}}, p.Prices); diff != "" {
		t.Error(diff)
	}
	accepted := "accept = [\"prices.index\"]\n[prices]\nsource = \"KL\"\nindex = { 2021 = 100, 2022 = 97 }\n"
	if _, err := plan.Parse("p.toml", []byte(accepted+area)); err != nil {
		t.Errorf("an index that falls and is accepted: %v", err)
	}
	if _, err := plan.Parse("p.toml", []byte("[prices]\nsource = \"KL\"\n[prices.index]\n2021 = 100\n"+area)); err != nil {
		t.Errorf("as a table of its own: %v", err)
	}
	for text, want := range map[string][]found{
		"prices = 3":                                                  {{1, "prices", "3"}},
		"[prices]\nfile = \"x\"":                                      {{2, "prices.file", "file"}},
		"[prices]\nsource = \"x\"\nindex = [1, 2]":                    {{3, "prices.index", "[1 2]"}},
		"[prices]\nsource = \"x\"\nindex = {a = 1}":                   {{3, "prices.index", "a"}},
		"[prices]\nsource = \"x\"\nindex = {21 = 1}":                  {{3, "prices.index", "21"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = \"1\"}":            {{3, "prices.index", "2021"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = nan}":              {{3, "prices.index", "2021"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 0}":                {{3, "prices.index", "0"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = -1}":               {{3, "prices.index", "-1"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 100, 2022 = 1031}": {{3, "prices.index", "1031"}},
		// Growth in per cent, a new base year, and an index around 1.
		"[prices]\nsource = \"x\"\nindex = {2022 = 2.4, 2023 = 4.1, 2024 = 3.1}": {
			{3, "prices.index", "4.1"}, {3, "prices.index", "3.1"}, {3, "prices.index", "4.1"},
		},
		"[prices]\nsource = \"x\"\nindex = {2022 = 126, 2023 = 128, 2024 = 100}": {{3, "prices.index", "100"}},
		"[prices]\nsource = \"x\"\nindex = {2022 = 100, 2023 = 97}":              {{3, "prices.index", "97"}},
		"[prices]\nsource = \"x\"\nindex = {2022 = 100, 2023 = 116}":             {{3, "prices.index", "116"}},
		"[prices]\nsource = \"x\"\nindex = {2022 = 1, 2023 = 1.02}":              {{3, "prices.index", "1.02"}},
		"[prices]\nsource = \"x\"\nindex = {2021 = 1, 2019 = 100}":               {{3, "prices.index", "1"}},
		"[prices]\nindex = {2021 = 100}":                                         {{1, "prices.source", ""}},
		"[prices]\nsource = \"x\"":                                               {{1, "prices.index", ""}},
	} {
		_, err := plan.Parse("p.toml", []byte(text+"\n"+area))
		if diff := cmp.Diff(want, listErrors(t, err, "p.toml")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
