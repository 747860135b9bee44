package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// Years down the side of a table are of the rows from theirs on, in a sheet and in
// separated text, in a column without a heading or alone in rows of their own.
func TestYearsDownTheSide(t *testing.T) {
	want := []known{{"615", 2022, "Løn", 5000}, {"630", 2022, "Løn", 6000}, {"615", 2023, "Løn", 7000},
		{"630", 2023, "Løn", 8000}, {"615", 2022, "Varer", 1000}, {"630", 2023, "Varer", 4000}}
	for name, rows := range map[string][][]any{
		"once": {{"Udgift efter tid, område og art"}, {"Enhed: 1.000 kr."}, {nil, nil, "Løn", "Varer"},
			{"2022", "Horsens", 5, 1}, {nil, "Vejle", 6, 2}, {"2023", "Horsens", 7, 3}, {nil, "Vejle", 8, 4}},
		"as numbers in every row": {{"Udgift"}, {"Enhed: 1.000 kr."}, {nil, nil, "Løn", "Varer"},
			{2022, "Horsens", 5, 1}, {2022, "Vejle", 6, 2}, {2023, "Horsens", 7, 3}, {2023, "Vejle", 8, 4}},
		"beside codes": {{"Udgift"}, {"Enhed: 1.000 kr."}, {nil, "Nr.", "Kommune", "Løn", "Varer"},
			{2022, 615, "Horsens", 5, 1}, {nil, 630, "Vejle", 6, 2}, {2023, 615, "Horsens", 7, 3}, {nil, 630, "Vejle", 8, 4}},
		"with a heading": {{"Udgift"}, {"Enhed: 1.000 kr."}, {"År", "Kommune", "Løn", "Varer"},
			{2022, "Horsens", 5, 1}, {nil, "Vejle", 6, 2}, {2023, "Horsens", 7, 3}, {nil, "Vejle", 8, 4}},
		"in rows of their own": {{"Udgift"}, {"Enhed: 1.000 kr."}, {"Kommune", "Løn", "Varer"},
			{2022}, {"Horsens", 5, 1}, {"Vejle", 6, 2}, {2023}, {"Horsens", 7, 3}, {"Vejle", 8, 4}},
		"in words in rows of their own": {{"Udgift"}, {"Enhed: 1.000 kr."}, {"Kommune", "Løn", "Varer"},
			{"År 2022"}, {"Horsens", 5, 1}, {"Vejle", 6, 2}, {"År 2023"}, {"Horsens", 7, 3}, {"Vejle", 8, 4}},
		"above the names, aside": {{"Udgift"}, {"Enhed: 1.000 kr."}, {nil, "Kommune", "Løn", "Varer"},
			{"2022"}, {nil, "Horsens", 5, 1}, {nil, "Vejle", 6, 2}, {"2023"}, {nil, "Horsens", 7, 3}, {nil, "Vejle", 8, 4}},
	} {
		t.Run(name, func(t *testing.T) {
			d, errs, warnings := readAll(t, danish, dataset.Bytes("a.xlsx", book(t, rows, nil)))
			if len(errs) > 0 || len(d.Indicators()) != 2 {
				t.Errorf("errors %v, warnings %v, indicators %v", errs, warnings, d.Indicators())
			}
			agree(t, d, want)
		})
	}
	for name, text := range map[string]string{
		"once":                 ";;Løn (1.000 kr.);Varer\n2022;Horsens;5;1\n;Vejle;6;2\n2023;Horsens;7;3\n;Vejle;8;4\n",
		"in rows of their own": "kommune;Løn (1.000 kr.);Varer\n2022;;\nHorsens;5;1\nVejle;6;2\n2023;;\nHorsens;7;3\nVejle;8;4\n",
	} {
		d, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte(text)))
		if strings.Contains(name, "own") && len(errs) > 0 {
			continue // it may be refused, but never without a word
		}
		if len(errs) > 0 {
			t.Errorf("%s: the errors are %v", name, errs)
		}
		agree(t, d, []known{{"615", 2022, "Løn (1.000 kr.)", 5000}, {"630", 2023, "Løn (1.000 kr.)", 8000}, {"630", 2022, "Varer", 2}})
	}
}
