package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// A school year is the year it begins in, whatever the layout, and that is said.
func TestSchoolYears(t *testing.T) {
	for name, text := range map[string]string{
		"wide":                  "kommune;år;x\nViborg;2022/23;5\nViborg;2023/24;6\n",
		"wide, in full":         "kommune;år;x\nViborg;2022/2023;5\nViborg;2023-2024;6\n",
		"wide, with a hyphen":   "kommune;år;x\nViborg;2022-23;5\nViborg;2023-24;6\n",
		"tidy":                  "kommune;år;indikator;værdi\nViborg;2022/23;x;5\nViborg;2023/24;x;6\n",
		"long":                  "OMRÅDE;TID;INDHOLD\nViborg;2022/23;5\nViborg;2023/24;6\n",
		"headings":              "kommune;x 2022/23;x 2023/24\nViborg;5;6\n",
		"headings, year first":  "kommune;2022/23 x;2023/24 x\nViborg;5;6\n",
		"headings and a hyphen": "kommune;x 2022-23;x 2023-24\nViborg;5;6\n",
		"a column of them":      "kommune;skoleår;x\nViborg;2022/23;5\nViborg;2023/24;6\n",
	} {
		t.Run(name, func(t *testing.T) {
			d, errs, warnings := readAll(t, danish, dataset.Bytes("x.csv", []byte(text)))
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			agree(t, d, []known{{"791", 2022, "x", 5}, {"791", 2023, "x", 6}})
			n := 0
			for _, w := range warnings {
				if w.Kind == dataset.AcrossYears && strings.Contains(w.Error(), " → 2022 and 202") && strings.Contains(w.Error(), " → 2023. Write the year with four digits") {
					n++
				}
			}
			if n != 1 {
				t.Errorf("the warnings are %v, want one of 2022 and 2023", warnings)
			}
		})
	}
}

// 2009-10 alone may be October; with others that all end in the next year it is a
// school year, and in a column of whole years it is refused.
func TestSchoolYearOrMonth(t *testing.T) {
	d, errs, _ := readAll(t, danish, dataset.Bytes("x.csv", []byte("kommune;2009-10;2010-11;2011-12\nViborg;5;6;7\n")))
	agree(t, d, []known{{"791", 2009, "x", 5}, {"791", 2010, "x", 6}, {"791", 2011, "x", 7}})
	if len(errs) > 0 {
		t.Error(errs)
	}
	d, errs, warnings := readAll(t, danish, dataset.Bytes("x.csv", []byte("kommune;2009-10;2009-01\nViborg;5;6\n")))
	agree(t, d, []known{{"791", 2009, "x", 6}})
	if len(errs) > 0 || !strings.Contains(warnings.Error(), "January stands for the year") {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("x.csv", []byte("kommune;år;x\nViborg;2009-10;5\n")))
	if want := "x.csv, line 2, column 'år': '2009-10' may be a month or a school year. Write 2009/10 for the school year, or 2009 for the year."; len(errs) == 0 || !strings.HasPrefix(errs.Error(), want) {
		t.Errorf("the errors are %v, want %q", errs, want)
	}
	for _, text := range []string{"2022/24", "2022-24", "2022/2024", "22/23", "2022X1"} {
		_, errs, _ = readAll(t, danish, dataset.Bytes("x.csv", []byte("kommune;år;x\nViborg;"+text+";5\n")))
		if want := "'" + text + "' is not a year. Write it with four digits."; len(errs) == 0 || !strings.Contains(errs.Error(), want) {
			t.Errorf("%s: the errors are %v, want %q", text, errs, want)
		}
	}
}

// TestPartsInAColumn: parts of years in a column of years are read by the rule for parts in
// any other layout, and said.
func TestPartsInAColumn(t *testing.T) {
	for _, text := range []string{
		"kommune;år;x\nViborg;2022K1;5\nViborg;2022K2;6\n",
		"kommune;år;indikator;værdi\nViborg;2022K1;x;5\nViborg;2022K2;x;6\n",
		"kommune;år;x\nViborg;2022M01;5\nViborg;2022M07;6\n",
	} {
		d, errs, warnings := readAll(t, danish, dataset.Bytes("x.csv", []byte(text)))
		if len(errs) > 0 || !strings.Contains(warnings.Error(), "stands for the year, and the rest is left out (1)") {
			t.Errorf("%q: errors %v, warnings %v", text, errs, warnings)
			continue
		}
		agree(t, d, []known{{"791", 2022, "x", 5}})
	}
}
