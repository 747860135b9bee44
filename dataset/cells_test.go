package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
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

// So is per cent with one figure a row: the unit of the indicators whose figures are
// all shown so.
func TestPercentOneFigureARow(t *testing.T) {
	d, errs, warnings := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;indikator;værdi\nViborg;2024;andel;12,3 %\nOdense;2024;andel;4%\nViborg;2024;udgift;7\nViborg;2024;blandet;5 %\nOdense;2024;blandet;6\n")))
	agree(t, d, []known{{"791", 2024, "andel", 12.3}, {"461", 2024, "andel", 4}, {"791", 2024, "udgift", 7}, {"791", 2024, "blandet", 5}, {"461", 2024, "blandet", 6}})
	for id, unit := range map[string]string{"andel": "pct.", "udgift": "", "blandet": ""} {
		if ind, _ := d.Indicator(id); ind.Unit != unit {
			t.Errorf("%s is in %q, want %q", id, ind.Unit, unit)
		}
	}
	if text := warnings.Error(); len(errs) > 0 || len(warnings) != 2 || !strings.Contains(text, "'andel': the figures are shown as per cent and are read as shown: 12,3 for 12,3 %.") || !strings.Contains(text, "'blandet': some of") {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
}

// A cell that no spreadsheet program writes so is no empty cell: the file is broken,
// and where is told.
func TestBrokenCells(t *testing.T) {
	row := func(cell string) []string { return []string{"Viborg", "<c><v>1</v></c>", cell} }
	for cell, want := range map[string]string{
		`<c t="s"><v>3</v></c>`:                                    "a.xlsx, a, cell C2: the cell is text no. 3 of the Excel file's list, which has 0. The file is broken; save it again from Excel.",
		`<c t="s"><v>-1</v></c>`:                                   "a.xlsx, a, cell C2: the cell is text no. -1 of",
		`<c t="b"><v>2</v></c>`:                                    "a.xlsx, a, cell C2: the cell should be true or false (1 or 0) and is '2'.",
		`<c r="C2000000"><v>2</v></c>`:                             "a.xlsx, a: 'C2000000' is no cell within Excel's bound of 1048576 rows and 16384 columns.",
		`<c r="XFE2"><v>2</v></c>`:                                 "a.xlsx, a: 'XFE2' is no cell within",
		`<c t="b"><v>1</v></c>`:                                    "a.xlsx, cell C2, column 'Kvote': 'TRUE' is not a number.",
		`<c><v>1E400</v></c>`:                                      "a.xlsx, cell C2, column 'Kvote': '1E400' is infinite or too large",
		`</row><row r="1048577"><c/>`:                              "a.xlsx, a: the row '1048577' is no number from 1 to Excel's bound of 1048576 rows.",
		`<c><v>5</v><v>6</v></c>`:                                  "a.xlsx, a, cell C2: the cell has more values than one. The file is broken; save it again from Excel.",
		`<c><v>5</v><is><t>6</t></is></c>`:                         "a.xlsx, a, cell C2: the cell has more values than one.",
		`<c r="C2"><v>5</v></c><c r="C2"><v>6</v></c>`:             "a.xlsx, a, cell C2: the cell stands twice, with '5' and '6'. The file is broken; save it again from Excel.",
		`<c r="C1"><v>7</v></c>`:                                   "a.xlsx, a, cell C1: the cell stands twice, with 'Kvote' and '7'.",
		`</row><row r="2"><c r="C2"><v>7</v></c>`:                  "a.xlsx, a: the row 2 stands after one that should follow it, or stands twice.",
		`</row><row r="9"><c r="C9"/></row><row r="4"><c r="C4"/>`: "a.xlsx, a: the row 4 stands after one that should follow it, or stands twice.",
		`</row><row r="7"><c r="C1"><v>7</v></c>`:                  "a.xlsx, a, cell C1: the cell stands in row 7, where it does not belong.",
		`<c r="C2" t="e"><v>#N/A</v></c>`:                          "a.xlsx, cell C2, column 'Kvote': '#N/A' is an error in the sheet.",
	} {
		sheet := cellsOf([]string{"Kommune", "Udgift", "Kvote"}, row(cell), []string{"Odense", "<c><v>2</v></c>", "<c><v>2</v></c>"}, []string{"Randers", "<c><v>2</v></c>", "<c><v>2</v></c>"})
		opt := danish
		opt.Year = 2024
		if _, errs, _ := readAll(t, opt, dataset.Bytes("a.xlsx", sheetBook(t, sheet))); len(errs) != 1 || !strings.HasPrefix(errs.Error(), want) {
			t.Errorf("%s: the errors are %v, want %q", cell, errs, want)
		}
	}
}

// A sheet with municipalities and no figures is told by what stands in their
// place.
func TestSheetWithoutFigures(t *testing.T) {
	for cell, want := range map[string]string{
		`<c t="b"><v>1</v></c>`:       "a.xlsx, cell B2, column 'Udgift': the sheet 'a' has municipalities, but no column of figures: 'TRUE' is not a number.",
		`<c t="str"><v>mange</v></c>`: "a.xlsx, cell B2, column 'Udgift': the sheet 'a' has municipalities, but no column of figures: 'mange' is not a number.",
		`791`:                         "a.xlsx, row 1: the sheet 'a' has municipalities, but no column of figures. Add one",
		`<c><v>1E400</v></c>`:         "a.xlsx: there are no rows with figures.",
	} {
		sheet := cellsOf([]string{"Kommune", "Udgift"}, []string{"Viborg", cell}, []string{"Viborg", cell})
		opt := danish
		opt.Year = 2024
		if _, errs, _ := readAll(t, opt, dataset.Bytes("a.xlsx", sheetBook(t, sheet))); len(errs) == 0 || !strings.HasPrefix(errs.Error(), want) {
			t.Errorf("%s: the errors are %v, want %q", cell, errs, want)
		}
	}
}

// R2023 and B2025 are years of accounts and budgets, and not indicators.
func TestColumnsOfAccountsAndBudgets(t *testing.T) {
	d, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte("Kommune;R2023;R2024;B2025\nViborg;1;2;3\nOdense;4;5;6\n")))
	agree(t, d, []known{{"791", 2023, "Regnskab", 1}, {"791", 2024, "Regnskab", 2}, {"791", 2025, "Budget", 3}})
	if len(errs) > 0 || len(d.Indicators()) != 2 {
		t.Errorf("errors %v, indicators %v", errs, d.Indicators())
	}
}

// A formula whose result is an empty element has none; one that makes a text may.
func TestFormulasWithoutResult(t *testing.T) {
	sheet := cellsOf([]string{"Kommune", "Udgift", "Kvote"}, []string{"Viborg", "<c><v>1</v></c>", "<c><f>B2*2</f><v/></c>"}, []string{"Odense", "<c><v>2</v></c>", `<c t="str"><f>""</f><v></v></c>`})
	opt := danish
	opt.Year = 2024
	_, errs, _ := readAll(t, opt, dataset.Bytes("a.xlsx", sheetBook(t, sheet)))
	if len(errs) != 1 || errs[0].Cell != "C2" || !strings.Contains(errs.Error(), "'=B2*2' is a formula that the file does not have the result of") {
		t.Errorf("the errors are %v", errs)
	}
}

// A year in a sheet's name is said to be from there, and a price index is told
// where it belongs.
func TestWordsOfYearsAndIndexes(t *testing.T) {
	text := book(t, [][]any{{"Kommune", "Udgift"}, {"Viborg", 1}, {"Odense", 2}}, func(f *excelize.File) { f.SetSheetName("Sheet1", "2023") })
	d, _, warnings := readAll(t, danish, dataset.Bytes("a.xlsx", text))
	agree(t, d, []known{{"791", 2023, "Udgift", 1}})
	if !strings.Contains(warnings.Error(), "set to 2023 after the sheet's name") {
		t.Errorf("the warnings are %v", warnings)
	}
	for _, text := range []string{"år;indeks\n2021;100,0\n", "VAREGR;ENHED;TID;INDHOLD\n00 Forbrugerprisindeks;100 Indeks;2021;104,4\n"} {
		_, errs, _ := readAll(t, danish, dataset.Bytes("p.csv", []byte(text)))
		if len(errs) != 1 || !strings.Contains(errs.Error(), "name the file by --prices") {
			t.Errorf("%q: %v", text, errs)
		}
	}
}

// A percentage is no amount, whatever says the unit: an error, and a warning in a
// figure that nobody uses. Nothing but a sign, or two, is no number, and told as it
// stands.
func TestPercentWhereItCannotBe(t *testing.T) {
	share := book(t, [][]any{{"Kommune", "År", "x (mio. kr.)"}, {"Viborg", 2024, 0.05}, {"Odense", 2024, 7}}, func(f *excelize.File) {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 9})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", "C2", "C2", style); err != nil {
			t.Fatal(err)
		}
	})
	for name, c := range map[string]struct{ text, says string }{
		"a heading":         {"kommune;år;x (mio. kr.)\nViborg;2024;5%\n", "line 2, column 'x (mio. kr.)': '5%' is per cent, but the figures are in 'mio. kr.'."},
		"tidy":              {"kommune;år;indikator;værdi;enhed\nViborg;2024;x;5 %;1.000 kr.\n", "line 2, column 'værdi': '5 %' is per cent, but the figures are in '1.000 kr.'."},
		"kroner":            {"kommune;år;x (kr.)\nViborg;2024;5 pct.\n", "'5 pct.' is per cent, but the figures are in 'kr.'."},
		"per mille":         {"kommune;år;x (promille)\nViborg;2024;5%\n", "'5%' is per cent, but the figures are in 'promille'."},
		"years":             {"kommune;enhed;2023;2024\nViborg;1.000 kr.;4;5%\nOdense;1.000 kr.;4;5\n", "line 2, column '2024': '5%' is per cent, but the figures are in '1.000 kr.'."},
		"a sheet":           {string(share), "cell C2, column 'x (mio. kr.)': '5%' is per cent, but the figures are in 'mio. kr.'."},
		"two signs":         {"kommune;år;x\nViborg;2024;5%%\nOdense;2024;5\n", "line 2, column 'x': '5%%' is not a number."},
		"a sign":            {"kommune;år;x\nViborg;2024;%\nOdense;2024;5\n", "line 2, column 'x': '%' is not a number."},
		"a sign, tidy":      {"kommune;år;indikator;værdi\nViborg;2024;x;%\n", "line 2, column 'værdi': '%' is not a number."},
		"a sign, years":     {"kommune;2023;2024\nViborg;4;%\nOdense;4;5\n", "line 2, column '2024': '%' is not a number."},
		"two signs, years":  {"kommune;2023;2024\nViborg;4;5%%\nOdense;4;5\n", "line 2, column '2024': '5%%' is not a number."},
		"a sign, long":      {"OMRÅDE;TYPE;TID;INDHOLD\n791;1;2024;%\n461;1;2024;5\n", "line 2, column 'INDHOLD': '%' is not a number."},
		"a sign of missing": {"kommune;år;x\nViborg;2024;..%\nOdense;2024;5\n", "'..%' is not a number."},
	} {
		_, errs, warnings := readAll(t, danish, dataset.Bytes("a", []byte(c.text)))
		if len(errs) != 1 || len(warnings) != 0 || !strings.Contains(errs.Error(), c.says) {
			t.Errorf("%s: errors %v, warnings %v, want %q", name, errs, warnings, c.says)
		}
		opt := danish
		opt.OnlyWanted = true
		d, errs, warnings := readAll(t, opt, dataset.Bytes("a", []byte(c.text)))
		if len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.UnusedFigure || !math.IsNaN(d.Value("791", 2024, d.Indicators()[0].ID)) {
			t.Errorf("%s, where nobody uses it: errors %v, warnings %v", name, errs, warnings)
		}
	}
}

// Per cent is read alike in every layout, and told once for an indicator.
func TestPercentInEveryLayout(t *testing.T) {
	px := "CHARSET=\"ANSI\";\nMATRIX=\"X1\";\nSTUB=\"kommune\";\nHEADING=\"tid\";\nVALUES(\"kommune\")=\"Viborg\";\nVALUES(\"tid\")=\"2024\";\nDATA=\n\"5%\";\n"
	for name, text := range map[string]string{
		"wide": "kommune;år;x\nViborg;2024;5%\n", "pct.": "kommune;år;x\nViborg;2024;5 pct.\n",
		"tidy": "kommune;år;indikator;værdi\nViborg;2024;x;5%\n", "pct., tidy": "kommune;år;indikator;værdi\nViborg;2024;x;5 pct.\n",
		"in two ways": "kommune;år;indikator;værdi;enhed\nViborg;2024;x;5%;pct.\nOdense;2024;x;6%;procent\n",
		"a heading":   "kommune;år;x (pct.)\nViborg;2024;5%\n",
		"years":       "kommune;2023;2024\nViborg;4%;5%\nOdense;4%;5%\n",
		"long":        "OMRÅDE;TYPE;TID;INDHOLD\n791;1;2024;5%\n461;1;2024;6 pct.\n",
		"web":         "Viborg;Type;2024;5%\nOdense;Type;2024;6%\n",
		"PC-Axis":     px,
		"JSON-stat":   `{"version":"2.0","class":"dataset","id":["kommune","tid"],"size":[1,1],"dimension":{"kommune":{"category":{"index":["791"]}},"tid":{"category":{"index":["2024"]}}},"value":["5%"]}`,
	} {
		d, errs, warnings := readAll(t, danish, dataset.Bytes("a", []byte(text)))
		if len(d.Indicators()) != 1 || len(errs) > 0 {
			t.Errorf("%s: the indicators are %v, and the errors %v", name, d.Indicators(), errs)
			continue
		}
		ind := d.Indicators()[0]
		if got := d.Value("791", 2024, ind.ID); got != 5 || ind.Unit != "pct." {
			t.Errorf("%s: read as %v %s", name, got, ind.Unit)
		}
		if len(warnings) != 1 || warnings[0].Kind != dataset.ConvertedUnit || !strings.Contains(warnings.Error(), "the figures are shown as per cent and are read as shown") {
			t.Errorf("%s: the warnings are %v", name, warnings)
		}
	}
}
