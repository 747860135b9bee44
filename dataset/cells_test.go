package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// An error in a cell is told by the cell's name; in a column that the plan does
// not use it is a warning.
func TestErrorsInCells(t *testing.T) {
	text := book(t, [][]any{{"Kode", "Kommune", "Udgift", "Kvote"}, {791, "Viborg", 1, "#DIV/0!"}, {461, "Odense", 2, 3}}, nil)
	opt := danish
	opt.Year = 2024
	_, errs, _ := readAll(t, opt, dataset.Bytes("a.xlsx", text))
	if len(errs) != 1 || errs[0].Cell != "D2" || !strings.HasPrefix(errs.Error(), "a.xlsx, cell D2, column 'Kvote': '#DIV/0!' is an error in the sheet. Correct the formula") {
		t.Errorf("the errors are %v", errs)
	}
	opt.OnlyWanted, opt.Wanted = true, []string{"Udgift"}
	d, errs, warnings := readAll(t, opt, dataset.Bytes("a.xlsx", text))
	agree(t, d, []known{{"791", 2024, "Udgift", 1}, {"791", 2024, "Kvote", math.NaN()}, {"461", 2024, "Kvote", 3}})
	if len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.UnusedFigure {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
	opt.Wanted = []string{"Kvote"}
	if _, errs, _ = readAll(t, opt, dataset.Bytes("a.xlsx", text)); len(errs) != 1 {
		t.Errorf("the errors are %v", errs)
	}
}

// Per cent in a CSV is as shown, and the unit; a column with some of it says so.
func TestPercentInCSV(t *testing.T) {
	d, errs, warnings := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;andel;blandet;x\nViborg;2024;12,3 %;5 %;1\nOdense;2024;4%;6;2\n")))
	agree(t, d, []known{{"791", 2024, "andel", 12.3}, {"461", 2024, "andel", 4}, {"791", 2024, "blandet", 5}, {"461", 2024, "blandet", 6}})
	one, _ := d.Indicator("andel")
	two, _ := d.Indicator("blandet")
	if len(errs) > 0 || one.Unit != "pct." || two.Unit != "" {
		t.Errorf("the units are %q and %q (%v)", one.Unit, two.Unit, errs)
	}
	if text := warnings.Error(); len(warnings) != 2 || !strings.Contains(text, "'andel': the figures are shown as per cent and are read as shown: 12,3 for 12,3 %.") || !strings.Contains(text, "'blandet': some of") {
		t.Errorf("the warnings are %v", warnings)
	}
}
