package dataset_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// What several files have alike is said once, with the files' names.
func TestProblemsOfSeveralFilesAreOne(t *testing.T) {
	var sources []dataset.Source
	for _, year := range []int{2021, 2022, 2023, 2024} {
		sources = append(sources, dataset.Bytes(fmt.Sprintf("%d.csv", year), []byte("kommune;x\nViborg;5\nHele landet;7\n")))
	}
	sources = append(sources, dataset.Bytes("a.csv", []byte("kommune;år;y\nViborg;2024;5\nOdense;2024;7\nHele landet;2024;7\n")))
	d, errs, warnings := readAll(t, danish, sources...)
	if len(errs) > 0 || len(warnings) != 9 {
		t.Fatalf("errors %v, warnings %v", errs, warnings)
	}
	want := map[lang.Language][]string{
		lang.English: {
			"2021.csv, 2022.csv, 2023.csv and 2024.csv: the files have no column of years. The figures are set to the years after the files' names: 2021, 2022, 2023 and 2024.",
			"2021.csv, 2022.csv, 2023.csv and 2024.csv, line 3, column 'kommune': 'Hele landet' is not a municipality but a total or an area. The row is left out.",
			"a.csv, line 4, column 'kommune': 'Hele landet' is not a municipality but a total or an area. The row is left out.",
		},
		lang.Danish: {
			"2021.csv, 2022.csv, 2023.csv og 2024.csv: filerne har ingen kolonne med år. Tallene er sat til årene efter filernes navne: 2021, 2022, 2023 og 2024.",
			"2021.csv, 2022.csv, 2023.csv og 2024.csv, linje 3, kolonnen 'kommune': 'Hele landet' er ikke en kommune men en sum eller et område. Rækken er udeladt.",
			"a.csv, linje 4, kolonnen 'kommune': 'Hele landet' er ikke en kommune men en sum eller et område. Rækken er udeladt.",
		},
	}
	for l, want := range want {
		var got []string
		for _, g := range d.Warnings().Grouped() {
			got = append(got, g.In(l))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// Of many files the first are named.
func TestProblemsOfManyFiles(t *testing.T) {
	var sources []dataset.Source
	for i := range 9 {
		sources = append(sources, dataset.Bytes(fmt.Sprintf("%d.csv", i), []byte(fmt.Sprintf("kommune;år;x%d;note\nViborg;2024;5;a\n", i))))
	}
	d, _, _ := readAll(t, danish, sources...)
	groups := d.Warnings().Grouped()
	if want := "0.csv, 1.csv, 2.csv, 3.csv, 4.csv, 5.csv and 3 more files, line 1, column 'note': the column holds no numbers"; len(groups) != 1 || !strings.HasPrefix(groups[0].In(lang.English), want) {
		t.Errorf("the warnings are %v, want %q", groups, want)
	}
}

// A number that bookkeepers write negative is told how to be written, and what is in a
// sheet is told by its row.
func TestWordsOfFigures(t *testing.T) {
	_, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;x\nViborg;2024;83-\nOdense;2024;(83)\nRanders;2024;5.000\nHorsens;2024;(note)\n")))
	want := []string{
		"a.csv, line 2, column 'x': '83-' is not a number. If it is negative, write the minus before it: -83.",
		"a.csv, line 3, column 'x': '(83)' is not a number. If it is negative, write the minus before it: -83.",
		"a.csv, line 5, column 'x': '(note)' is not a number. Write a number without a unit, or '..' where it is missing.",
	}
	if diff := cmp.Diff(want, strings.Split(errs.Error(), "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("a.xlsx", sheetOf(t, "kommune;år;x\nViborg;2024;5\nOdense;2024;6\n;2024;7\nOdense;2024;8\n")))
	want = []string{
		"a.xlsx, row 4, column 'kommune': the row names no municipality. Write its code or name, or remove the row.",
		"a.xlsx, row 5: Odense, 2024, x stands twice with different values: 8 here and 6 in a.xlsx, row 3. Remove one of them.",
	}
	if diff := cmp.Diff(want, strings.Split(errs.Error(), "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
