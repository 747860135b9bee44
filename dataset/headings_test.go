package dataset_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
)

// sheetOf is a sheet with the cells of a text in columns: numbers as numbers.
func sheetOf(t *testing.T, text string) []byte {
	t.Helper()
	var rows [][]string
	for line := range strings.Lines(text) {
		var row []string
		for field := range strings.SplitSeq(strings.TrimSpace(line), ";") {
			switch {
			case field == "":
				field = "<c/>"
			case strings.Trim(field, "0123456789") == "":
				field = "<c><v>" + field + "</v></c>"
			}
			row = append(row, field)
		}
		rows = append(rows, row)
	}
	return sheetBook(t, cellsOf(rows...))
}

// What stands beside the year in a heading is a unit, or names the indicator; and a
// title or a heading of rows that begins with a number is no part of the country. It
// is the same in a CSV and in a sheet.
func TestHeadings(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name, text string
		ids        string // without those called after the file or sheet, which are *
		want       []known
		says       string // an error, if any
	}{
		{name: "units in brackets", text: "kommune;2023 (mio. kr.);2024 (1.000 kr.)\nViborg;5;6\n", ids: "*", want: []known{{"791", 2023, "*", 5e6}, {"791", 2024, "*", 6000}}},
		{name: "units after the year", text: "kommune;2023 mio. kr.;2024, 1.000 kr.\nViborg;5;6\n", ids: "*", want: []known{{"791", 2023, "*", 5e6}, {"791", 2024, "*", 6000}}},
		{name: "per cent", text: "kommune;2023 %;2024 %\nViborg;5;6\n", ids: "*", want: []known{{"791", 2023, "*", 5}, {"791", 2024, "*", 6}}},
		{name: "a unit after name and year", text: "kommune;Skoler 2023 (mio. kr.);Skoler 2024 (1.000 kr.)\nViborg;5;6\n", ids: "Skoler", want: []known{{"791", 2023, "Skoler", 5e6}, {"791", 2024, "Skoler", 6000}}},
		{name: "a unit before the year", text: "kommune;Skoler (mio. kr.) 2023;Skoler (1.000 kr.) 2024\nViborg;5;6\n", ids: "Skoler", want: []known{{"791", 2023, "Skoler", 5e6}, {"791", 2024, "Skoler", 6000}}},
		{name: "told apart by the unit", text: "kommune;Elever (antal) 2023;Elever (pct.) 2023;Elever (antal) 2024\nViborg;5;6;7\n", ids: "Elever (antal), Elever (pct.)", want: []known{{"791", 2023, "Elever (antal)", 5}, {"791", 2023, "Elever (pct.)", 6}, {"791", 2024, "Elever (antal)", 7}}},
		{name: "a unit in one year only", text: "kommune;Skoler 2023;Skoler 2024 (1.000 kr.)\nViborg;5;6\n", says: "'Skoler' has its unit in the heading of some years and none in others. Write it in the heading of every year"},
		{name: "two units", text: "kommune;Skoler 2023 (kr.);Skoler 2024 (pct.)\nViborg;5;6\n", says: "'Skoler' stands both in 'kr.' and in 'pct.'."},
		{name: "accounts and a budget", text: "kommune;2023 Regnskab;2024 Budget\nViborg;5;6\n", ids: "Budget, Regnskab", want: []known{{"791", 2023, "Regnskab", 5}, {"791", 2024, "Budget", 6}, {"791", 2024, "Regnskab", nan}}},
		{name: "two of other years", text: "kommune;2023 Elever;2024 Lærere\nViborg;5;6\n", ids: "Elever, Lærere", want: []known{{"791", 2023, "Elever", 5}, {"791", 2024, "Lærere", 6}}},
		{name: "two of one year", text: "kommune;2024 Elever;2024 Lærere\nViborg;5;6\n", ids: "Elever, Lærere", want: []known{{"791", 2024, "Elever", 5}, {"791", 2024, "Lærere", 6}}},
		{name: "a remark is no name", text: "kommune;2023*;2024 (foreløbige tal)\nViborg;5;6\n", ids: "*", want: []known{{"791", 2023, "*", 5}, {"791", 2024, "*", 6}}},
		{name: "a unit as title", text: "1.000 kr.\nkommune;2023;2024\nViborg;5;6\n", ids: "1.000 kr.", want: []known{{"791", 2023, "1.000 kr.", 5000}, {"791", 2024, "1.000 kr.", 6000}}},
		{name: "an account as title", text: "5.32 Ældre (1.000 kr.)\nkommune;2023;2024\nViborg;5;6\n", ids: "5.32 Ældre (1.000 kr.)", want: []known{{"791", 2024, "5.32 Ældre (1.000 kr.)", 6000}}},
		{name: "a numbered title", text: "2. Skoler (1.000 kr.)\nkommune;2023;2024\nViborg;5;6\n", ids: "2. Skoler (1.000 kr.)", want: []known{{"791", 2024, "2. Skoler (1.000 kr.)", 6000}}},
		{name: "a title like a municipality's code", text: "400 pladser (1.000 kr.)\nkommune;2023;2024\nViborg;5;6\n", ids: "400 pladser (1.000 kr.)", want: []known{{"791", 2024, "400 pladser (1.000 kr.)", 6000}}},
		{name: "an account above its rows", text: "Nøgletal\nkommune;2023;2024\nDagpleje\nViborg;5;6\n5.25.14 Børnehave\nAarhus;7;8\n", ids: "5.25.14 Børnehave, Dagpleje", want: []known{{"791", 2023, "Dagpleje", 5}, {"751", 2024, "5.25.14 Børnehave", 8}, {"751", 2024, "Dagpleje", nan}}},
		{name: "a municipality without figures is no title", text: "Skoler\nkommune;2023;2024\nViborg;5;6\nAarhus;;\nOdense;7;8\n", ids: "Skoler", want: []known{{"791", 2023, "Skoler", 5}, {"751", 2023, "Skoler", nan}, {"461", 2024, "Skoler", 8}}},
		{name: "a misspelled municipality without figures", text: "Skoler\nkommune;2023;2024\nViborg;5;6\nAarhuus;;\nOdense;7;8\n", says: " 4, column 'kommune': 'Aarhuus' is not one of the municipalities. Did you mean 'Aarhus'? Correct the name, or remove the row."},
		{name: "notes below the table", text: "Skoler\nkommune;2023;2024\nViborg;5;6\nAarhuus;;\nKilde: egne tal;;\n", ids: "Skoler", want: []known{{"791", 2023, "Skoler", 5}}},
		{name: "a number alone is no title", text: "Skoler\nkommune;2023;2024\nViborg;5;6\n1;;\nOdense;7;8\n", ids: "Skoler", want: []known{{"791", 2023, "Skoler", 5}, {"461", 2024, "Skoler", 8}}},
		{name: "a quarter in two words", text: "kommune;kvartal;x\nViborg;2024 K1;5\nViborg;2024 K2;6\nOdense;2024 1. kvartal;7\n", ids: "x", want: []known{{"791", 2024, "x", 5}, {"461", 2024, "x", 7}}},
		{name: "a year with words", text: "kommune;kvartal;x\nViborg;2024 Regnskab;5\nViborg;2024K1;6\n", says: "column 'kvartal': '2024 Regnskab' is not a year."},
	} {
		for format, raw := range map[string][]byte{"fil.csv": []byte(c.text), "fil.xlsx": sheetOf(t, c.text)} {
			t.Run(c.name+" in "+format, func(t *testing.T) {
				if c.says != "" {
					_, errs, _ := readAll(t, danish, dataset.Bytes(format, raw))
					if len(errs) == 0 || !strings.Contains(errs.Error(), c.says) {
						t.Errorf("the errors are %v, want %q", errs, c.says)
					}
					return
				}
				d, errs, _ := readAll(t, danish, dataset.Bytes(format, raw))
				if len(errs) > 0 {
					t.Fatal(errs)
				}
				unnamed := map[string]string{"fil.csv": "fil", "fil.xlsx": "a"}[format]
				var ids []string
				for _, ind := range d.Indicators() {
					if ind.ID == unnamed {
						ind.ID = "*"
					}
					ids = append(ids, ind.ID)
				}
				if diff := cmp.Diff(c.ids, strings.Join(slices.Sorted(slices.Values(ids)), ", ")); diff != "" {
					t.Errorf("indicators (-want +got):\n%s", diff)
				}
				for _, f := range c.want {
					if f.id == "*" {
						f.id = unnamed
					}
					agree(t, d, []known{f})
				}
			})
		}
	}
}
