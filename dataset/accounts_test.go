package dataset_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/raaderum/raaderum/dataset"
)

// people is a file of the population that amounts are divided by.
func people() dataset.Source {
	return dataset.Bytes("folketal.csv", []byte("kommune;år;folketal\nHorsens;2024;1000\nVejle;2024;2000\nHorsens;2025;1000\n"))
}

// sheets returns a table both as a workbook and as separated text.
func bothWays(t *testing.T, rows [][]any) []dataset.Source {
	var text strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				text.WriteByte(';')
			}
			switch v := cell.(type) {
			case string:
				text.WriteString(v)
			case int:
				text.WriteString(itoa(v))
			}
		}
		text.WriteByte('\n')
	}
	return []dataset.Source{dataset.Bytes("a.xlsx", book(t, rows, nil)), dataset.Bytes("a.csv", []byte(text.String()))}
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	digits := ""
	for ; n > 9; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return string(rune('0'+n)) + digits
}

// Accounts are understood in a column and in headings, however they are written, and are
// never figures.
func TestAccountsInEveryLayout(t *testing.T) {
	want := []known{{"615", 2024, "regk31.3.22.01", 50}, {"615", 2024, "regk31.5.25.14", 60}, {"630", 2024, "regk31.3.22.01", 35}}
	for name, rows := range map[string][][]any{
		"digits":          {{"Kommune", "År", "Funktion", "Regnskab (1.000 kr.)"}, {"Horsens", 2024, 32201, 50}, {"Horsens", 2024, 52514, 60}, {"Vejle", 2024, 32201, 70}},
		"six digits":      {{"Kommune", "År", "Funktion", "Beløb i 1.000 kr."}, {"Horsens", 2024, "032201", 50}, {"Horsens", 2024, "052514", 60}, {"Vejle", 2024, "032201", 70}},
		"points":          {{"Kommune", "År", "Konto", "Nettoudgift (1.000 kr.)"}, {"Horsens", 2024, "3.22.01", 50}, {"Horsens", 2024, "5.25.14", 60}, {"Vejle", 2024, "3.22.01", 70}},
		"leading zero":    {{"Kommune", "År", "Funktion", "Forbrug (1.000 kr.)"}, {"Horsens", 2024, "03.22.01", 50}, {"Horsens", 2024, "05.25.14", 60}, {"Vejle", 2024, "03.22.01", 70}},
		"with a name":     {{"Kommune", "År", "Funktion", "Regnskab (1.000 kr.)"}, {"Horsens", 2024, "3.22.01 Folkeskoler", 50}, {"Horsens", 2024, "5.25.14 Daginstitutioner", 60}, {"Vejle", 2024, "3.22.01 Folkeskoler", 70}},
		"its parts":       {{"Kommune", "År", "Hovedkonto", "Funktion", "Tekst", "Regnskab (1.000 kr.)"}, {"Horsens", 2024, 3, "3.22.01", "Folkeskoler", 50}, {"Horsens", 2024, 5, "5.25.14", "Dagtilbud", 60}, {"Vejle", 2024, 3, "3.22.01", "Folkeskoler", 70}},
		"years across":    {{"Kommune", "Funktion", "2024 (1.000 kr.)"}, {"Horsens", "32201", 50}, {"Horsens", "52514", 60}, {"Vejle", "32201", 70}},
		"headings":        {{"Kommune", "År", "3.22.01 Folkeskoler (1.000 kr.)", "5.25.14 Daginstitutioner (1.000 kr.)"}, {"Horsens", 2024, 50, 60}, {"Vejle", 2024, 70, 80}},
		"bare headings":   {{"Kommune", "År", "03.22.01 (1.000 kr.)", "5.25.14 (1.000 kr.)", "Lærere"}, {"Horsens", 2024, 50, 60, 1}, {"Vejle", 2024, 70, 80, 2}},
		"a budget too":    {{"Kommune", "År", "Funktion", "Budget (1.000 kr.)", "Regnskab (1.000 kr.)"}, {"Horsens", 2024, 32201, 1, 50}, {"Horsens", 2024, 52514, 2, 60}, {"Vejle", 2024, 32201, 3, 70}},
		"half a year too": {{"Kommune", "År", "Funktion", "Halvårsregnskab (1.000 kr.)", "Regnskab (1.000 kr.)"}, {"Horsens", 2024, 32201, 1, 50}, {"Horsens", 2024, 52514, 2, 60}, {"Vejle", 2024, 32201, 3, 70}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, source := range bothWays(t, rows) {
				d, errs, _ := readAll(t, danish, people(), source)
				if len(errs) > 0 {
					t.Errorf("%s: the errors are %v", source.Name, errs)
				}
				agree(t, d, want)
				for _, ind := range d.Indicators() {
					if strings.HasPrefix(ind.ID, "Funktion") || strings.HasPrefix(ind.ID, "Konto") {
						t.Errorf("%s: accounts are the indicator %q", source.Name, ind.ID)
					}
				}
			}
		})
	}
}

// Where the plan asks for an account and nobody says its unit, it is asked for; and the plan
// may call it by its heading.
func TestAccountWithoutUnit(t *testing.T) {
	rows := [][]any{{"Kommune", "År", "3.22.01 Folkeskoler"}, {"Horsens", 2024, 50}, {"Vejle", 2024, 70}}
	opt := danish
	opt.Wanted = []string{"regk31.3.22.01"}
	for _, source := range bothWays(t, rows) {
		if _, errs, _ := readAll(t, opt, people(), source); !strings.Contains(errs.Error(), `Write unit = "1.000 kr."`) {
			t.Errorf("the errors are %v", errs)
		}
	}
	opt.Wanted = []string{"3.22.01 Folkeskoler"}
	for _, source := range bothWays(t, rows) {
		d, errs, _ := readAll(t, opt, people(), source)
		agree(t, d, []known{{"615", 2024, "3.22.01 Folkeskoler", 50}})
		if len(errs) > 0 {
			t.Errorf("the errors are %v", errs)
		}
	}
}

// A finance system's own sheet has no column of municipalities: the options say whose it is.
// The accounts are taken, and a budget or half a year is not taken for them, and said.
func TestOwnSheet(t *testing.T) {
	want := []known{{"615", 2025, "regk31.3.22.01", 500}, {"615", 2025, "regk31.5.25.14", 70}}
	for name, c := range map[string]struct {
		rows        [][]any
		says, fails string
	}{
		"budget and spending": {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Budget 2025 (kr.)", "Forbrug 2025 (kr.)"},
			{3, "3.22.01", "Folkeskoler", 600000, 500000}, {5, "5.25.14", "Daginstitutioner", 80000, 70000}}, "is a budget or an estimate", ""},
		"accounts and sums": {[][]any{{"Økonomirapport"}, {"Enhed: kr."}, {"Hovedkonto", "Funktion", "Tekst", "Budget", "Regnskab", "Afvigelse"},
			{3, 32201, "Folkeskoler", 600000, 500000, 100000}, {"Undervisning i alt", nil, nil, 600000, 500000, 100000}, {5, 52514, "Daginstitutioner", 80000, 70000, 10000}}, "'Afvigelse' is computed", ""},
		"thousands": {[][]any{{"Funktion", "Tekst", "Korrigeret budget (1.000 kr.)", "Årets forbrug (1.000 kr.)"},
			{"03.22.01", "Folkeskoler", 600, 500}, {"05.25.14", "Daginstitutioner", 80, 70}}, "is a budget or an estimate", ""},
		"no unit": {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Forbrug"}, {3, "3.22.01", "Folkeskoler", 500000}}, "", `the heading above them, 'Forbrug (kr.)'`},
		"several rows of an account": {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Forbrug (kr.)"},
			{3, "3.22.01", "Lærerløn", 400000}, {3, "3.22.01", "Skolebøger", 120000}, {3, "3.22.01", "Skolebøger", -20000}, {5, "5.25.14", "Daginstitutioner", 70000}}, "are added up: regk31.3.22.01 (3)", ""},
		"subtotals": {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Forbrug (kr.)"},
			{3, "3.22.01", "Folkeskoler", 500000}, {3, nil, "Hovedkonto 3 i alt", 500000}, {5, "5.25.14", "Daginstitutioner", 70000}, {nil, nil, "I alt", 570000}}, "taken for sums and are left out: 2 (row 3 and 5)", ""},
		"kinds of entries": {[][]any{{"Funktion", "Dranst", "Art", "Forbrug (kr.)"},
			{"3.22.01", 1, 1, 400000}, {"3.22.01", 1, 4, 100000}, {"3.22.01", 3, 4, 9000000}, {"5.25.14", 1, 1, 70000}, {"5.25.14", 2, 9, -5000}}, "'1' is used", ""},
		"a budget alone":           {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Budget (kr.)"}, {3, "3.22.01", "Folkeskoler", 500000}}, "'Budget (kr.)' is a budget", "If 'Budget (kr.)' is, write 'Regnskab 2025'"},
		"half a year":              {[][]any{{"Hovedkonto", "Funktion", "Tekst", "Forbrug pr. 30. juni (kr.)"}, {3, "3.22.01", "Folkeskoler", 500000}}, "is for a part of the year", "no column is taken for the accounts of a whole year"},
		"half a year by its title": {[][]any{{"Halvårsregnskab"}, {"Hovedkonto", "Funktion", "Tekst", "Forbrug (kr.)"}, {3, "3.22.01", "Folkeskoler", 500000}}, "", "the title 'Halvårsregnskab' says that the amounts are a part of the year"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, source := range bothWays(t, c.rows) {
				for _, whose := range []string{"Horsens", "615"} {
					opt := danish
					opt.Municipality, opt.Year, opt.Wanted = whose, 2025, []string{"regk31.3.22.01", "regk31.5.25.14"}
					d, errs, warnings := readAll(t, opt, people(), source)
					if !strings.Contains(warnings.Error(), c.says) {
						t.Errorf("%s: the warnings are %v, want %q", source.Name, warnings, c.says)
					}
					if c.fails != "" || len(errs) > 0 {
						if c.fails == "" || !strings.Contains(errs.Error(), c.fails) {
							t.Errorf("%s: the errors are %v, want %q", source.Name, errs, c.fails)
						}
						continue
					}
					agree(t, d, want)
				}
			}
		})
	}
}

// The year of one column of accounts is that of its heading, also where it stands beside a
// budget of the same year or of another.
func TestYearOfAccountsInHeading(t *testing.T) {
	for name, heading := range map[string][2]string{
		"same year": {"Budget 2025 (kr.)", "Forbrug 2025 (kr.)"}, "another year": {"Budget 2024 (kr.)", "Regnskab 2025 (kr.)"},
	} {
		opt := danish
		opt.Municipality = "Horsens"
		for _, source := range bothWays(t, [][]any{{"Funktion", "Tekst", heading[0], heading[1]}, {"3.22.01", "Folkeskoler", 6000, 5000}, {"5.25.14", "Daginstitutioner", 800, 700}}) {
			d, errs, _ := readAll(t, opt, people(), source)
			if len(errs) > 0 {
				t.Errorf("%s: the errors are %v", name, errs)
			}
			agree(t, d, []known{{"615", 2025, "regk31.3.22.01", 5}})
		}
	}
}

// TestBudgetsAndPartsOfAYear: what a heading, a title, a sheet's or a file's name says by one
// rule keeps a budget and a part of a year from being taken for a year's accounts.
func TestBudgetsAndPartsOfAYear(t *testing.T) {
	plain := [][]any{{"Funktion", "Tekst", "Beløb (kr.)"}, {"3.22.01", "Folkeskoler", 500000}, {"5.25.14", "Daginstitutioner", 70000}}
	wide := func(said string) [][]any {
		return [][]any{{"Kommune", "År", "3.22.01" + said + " (1.000 kr.)", "5.25.14" + said + " (1.000 kr.)"}, {"Horsens", 2025, 500, 70}, {"Vejle", 2025, 5, 7}}
	}
	titled := func(titles ...string) (rows [][]any) {
		for _, title := range titles {
			rows = append(rows, []any{title})
		}
		return append(rows, plain...)
	}
	for name, c := range map[string]struct {
		file, sheet string
		rows        [][]any
		fails       string
	}{
		"budget in each heading":    {"a", "A", wide(" Budget 2025"), "no column is taken"},
		"forecast in each":          {"a", "A", wide(" forventet"), "no column is taken"},
		"accounts in each":          {"a", "A", wide(" Regnskab 2025"), ""},
		"half a year in each":       {"a", "A", wide(" 1. halvår"), "no column is taken"},
		"title of a budget":         {"a", "A", titled("Vedtaget budget 2025"), "the title 'Vedtaget budget 2025'"},
		"title of a version":        {"a", "A", titled("Version: Oprindeligt budget"), "the title 'Version: Oprindeligt budget'"},
		"title further up":          {"a", "A", titled("Budget 2025", "Horsens Kommune"), "the title 'Budget 2025'"},
		"title of a quarter":        {"a", "A", titled("3. kvt. 2025"), "the title '3. kvt. 2025'"},
		"title of the accounts":     {"a", "A", titled("Regnskab 2025, udskrevet 12. februar 2026"), ""},
		"title of a whole period":   {"a", "A", titled("Periode: 01-01-2025 - 31-12-2025"), ""},
		"title of eight months":     {"a", "A", titled("Periode: 01-01-2025 - 31-08-2025"), "the title 'Periode"},
		"sheet of a budget":         {"a", "Budget 2025", plain, "the sheet's name 'Budget 2025'"},
		"sheet of a month":          {"a", "Juni", plain, "the sheet's name 'Juni'"},
		"sheet of accounts":         {"a", "Budget og regnskab", plain, ""},
		"file of half a year":       {"horsens_halvaar_2025", "A", plain, "the file's name 'horsens_halvaar_2025'"},
		"file of a quarter":         {"horsens_3kvt_2025", "A", plain, "the file's name 'horsens_3kvt_2025'"},
		"file of a month":           {"horsens_2025-06", "A", plain, "the file's name 'horsens_2025-06'"},
		"file of a named month":     {"horsens_2025_juni", "A", plain, "the file's name"},
		"file of a date":            {"oekonomi_20250630", "A", plain, "the file's name"},
		"file of a budget":          {"budget_2025", "A", plain, "the file's name 'budget_2025' says that the amounts are a budget or an estimate, and they are not taken for a year's accounts. If they are the accounts of the whole year, write 'Regnskab 2025' there instead."},
		"file of the year's end":    {"regnskab_20251231", "A", plain, ""},
		"file written later":        {"regnskab_2025_20260215", "A", plain, ""},
		"file of a budget beside":   {"budget_2025", "A", [][]any{{"Funktion", "Tekst", "Budget (kr.)", "Regnskab (kr.)"}, {"3.22.01", "Folkeskoler", 1, 500000}, {"5.25.14", "Dag", 1, 70000}}, ""},
		"a place called by a month": {"majbo", "Augustenborg", plain, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for i, source := range bothWays(t, c.rows) {
				ending := []string{".xlsx", ".csv"}[i]
				if c.sheet != "A" {
					if ending == ".csv" {
						continue
					}
					source = dataset.Bytes("", book(t, c.rows, func(b *excelize.File) { _ = b.SetSheetName(b.GetSheetName(0), c.sheet) }))
				}
				source.Name = c.file + ending
				checkOwnSheet(t, source, c.fails)
			}
		})
	}
}

// TestSidesOfAccounts: spending is never taken for accounts where income stands beside it,
// and not alone either. Accounts are compared net.
func TestSidesOfAccounts(t *testing.T) {
	own := func(headings []any, rows ...[]any) [][]any {
		return append([][]any{append([]any{"Funktion", "Tekst"}, headings...)}, rows...)
	}
	for name, c := range map[string]struct {
		rows        [][]any
		says, fails string
	}{
		"income with a minus":  {own([]any{"Udgifter (kr.)", "Indtægter (kr.)"}, []any{"3.22.01", "F", 600000, -100000}, []any{"5.25.14", "D", 70000, 0}), "'Udgifter (kr.)' plus 'Indtægter (kr.)'", ""},
		"income without":       {own([]any{"Udgift (kr.)", "Indtægt (kr.)"}, []any{"3.22.01", "F", 600000, 100000}, []any{"5.25.14", "D", 70000, nil}), "'Udgift (kr.)' minus 'Indtægt (kr.)'", ""},
		"in several rows":      {own([]any{"Bruttoudgifter (kr.)", "Bruttoindtægter (kr.)"}, []any{"3.22.01", "F", 600000, nil}, []any{"3.22.01", "F", nil, -100000}, []any{"5.25.14", "D", 70000, nil}), "plus", ""},
		"letters":              {own([]any{"U (kr.)", "I (kr.)"}, []any{"3.22.01", "F", 600000, -100000}, []any{"5.25.14", "D", 70000, 0}), "plus", ""},
		"net beside them":      {own([]any{"Udgifter (kr.)", "Indtægter (kr.)", "Regnskab (kr.)"}, []any{"3.22.01", "F", 600000, -100000, 500000}, []any{"5.25.14", "D", 70000, 0, 70000}), "spending and income by themselves are left out", ""},
		"rows of each":         {own([]any{"U/I", "Regnskab (kr.)"}, []any{"3.22.01", "F", "Udg.", 600000}, []any{"3.22.01", "F", "Indt.", -100000}, []any{"5.25.14", "D", "Udg.", 70000}), "'Udg.' plus 'Indt.'", ""},
		"rows without a minus": {own([]any{"Type", "Regnskab (kr.)"}, []any{"3.22.01", "F", "Udgifter", 600000}, []any{"3.22.01", "F", "Indtægter", 100000}, []any{"5.25.14", "D", "Udgifter", 70000}), "'Udgifter' minus 'Indtægter'", ""},
		"of all municipalities": {[][]any{{"Kommune", "År", "Funktion", "Udgifter (1.000 kr.)", "Indtægter (1.000 kr.)"},
			{"Horsens", 2025, "3.22.01", 600, -100}, {"Horsens", 2025, "5.25.14", 80, -10}, {"Vejle", 2024, "3.22.01", 6, -1}, {"Vejle", 2024, "5.25.14", 8, -1}}, "plus", ""},
		"spending alone":   {own([]any{"Udgifter (kr.)"}, []any{"3.22.01", "F", 600000}), "", "only one side of the accounts: Udgifter (kr.)"},
		"gross alone":      {own([]any{"Bruttoudgift (kr.)"}, []any{"3.22.01", "F", 600000}), "", "write 'Net expenditure' in the heading"},
		"gross of all":     {[][]any{{"Kommune", "År", "Funktion", "Udgift (1.000 kr.)"}, {"Horsens", 2025, "3.22.01", 600}}, "", "only one side"},
		"gross by heading": {[][]any{{"Kommune", "År", "3.22.01 Udgifter (1.000 kr.)", "5.25.14 Udgifter (1.000 kr.)"}, {"Horsens", 2025, 600, 70}}, "", "only one side"},
		"two units":        {own([]any{"Udgifter (1.000 kr.)", "Indtægter (kr.)"}, []any{"3.22.01", "F", 600, -100000}), "", "not in the same unit"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, source := range bothWays(t, c.rows) {
				opt := danish
				opt.Municipality, opt.Year, opt.Wanted = "Horsens", 2025, []string{"regk31.3.22.01", "regk31.5.25.14"}
				d, errs, warnings := readAll(t, opt, people(), source)
				if !strings.Contains(warnings.Error(), c.says) {
					t.Errorf("%s: the warnings are %v, want %q", source.Name, warnings, c.says)
				}
				if c.fails != "" || len(errs) > 0 {
					if c.fails == "" || !strings.Contains(errs.Error(), c.fails) {
						t.Errorf("%s: the errors are %v, want %q", source.Name, errs, c.fails)
					}
					continue
				}
				agree(t, d, []known{{"615", 2025, "regk31.3.22.01", 500}, {"615", 2025, "regk31.5.25.14", 70}})
			}
		})
	}
}

// TestColumnsOfOneRow: a heading that is merged over several columns stands in each of them,
// and columns of one row are never added up.
func TestColumnsOfOneRow(t *testing.T) {
	for name, c := range map[string]struct {
		rows  [][]any
		merge [][2]string
		fails string
	}{
		"years above":    {[][]any{{"Funktion", "Tekst", 2025, nil, 2024, nil}, {nil, nil, "Budget (kr.)", "Regnskab (kr.)", "Budget (kr.)", "Regnskab (kr.)"}, {"3.22.01", "F", 1, 500000, 2, 400000}, {"5.25.14", "D", 1, 70000, 2, 60000}}, [][2]string{{"C1", "D1"}, {"E1", "F1"}}, ""},
		"years below":    {[][]any{{"Funktion", "Tekst", "Regnskab", nil, "Budget", nil}, {nil, nil, "2024 (kr.)", "2025 (kr.)", "2025 (kr.)", "2026 (kr.)"}, {"3.22.01", "F", 400000, 500000, 1, 2}, {"5.25.14", "D", 60000, 70000, 1, 2}}, [][2]string{{"C1", "D1"}, {"E1", "F1"}, {"A1", "A2"}, {"B1", "B2"}}, ""},
		"above the keys": {[][]any{{nil, nil, 2025, nil, 2024, nil}, {"Funktion", "Tekst", "Budget (kr.)", "Regnskab (kr.)", "Budget (kr.)", "Regnskab (kr.)"}, {"3.22.01", "F", 1, 500000, 2, 400000}, {"5.25.14", "D", 1, 70000, 2, 60000}}, [][2]string{{"C1", "D1"}, {"E1", "F1"}}, ""},
		"all of them": {[][]any{{"Kommune", "Funktion", 2025, nil, 2024, nil}, {nil, nil, "Budget (1.000 kr.)", "Regnskab (1.000 kr.)", "Budget (1.000 kr.)", "Regnskab (1.000 kr.)"},
			{"Horsens", "3.22.01", 1, 500, 2, 400}, {"Horsens", "5.25.14", 1, 70, 2, 60}, {"Vejle", "3.22.01", 1, 5, 2, 4}}, [][2]string{{"C1", "D1"}, {"E1", "F1"}}, ""},
		"two accounts": {[][]any{{"Funktion", "Tekst", "Regnskab (kr.)", "Regnskab (kr.)"}, {"3.22.01", "F", 500000, 1}, {"5.25.14", "D", 70000, 1}}, nil, "Columns are never added up"},
		"two words":    {[][]any{{"Funktion", "Tekst", "Regnskab (kr.)", "Forbrug (kr.)"}, {"3.22.01", "F", 500000, 1}, {"5.25.14", "D", 70000, 1}}, nil, "stands twice with different values"},
	} {
		t.Run(name, func(t *testing.T) {
			sources := bothWays(t, c.rows)
			sources[0] = dataset.Bytes("a.xlsx", book(t, c.rows, func(b *excelize.File) {
				for _, m := range c.merge {
					_ = b.MergeCell(b.GetSheetName(0), m[0], m[1])
				}
			}))
			for _, source := range sources {
				opt := danish
				opt.Municipality, opt.Wanted = "Horsens", []string{"regk31.3.22.01", "regk31.5.25.14"}
				if c.fails != "" {
					opt.Year = 2025
				}
				people := dataset.Bytes("folketal.csv", []byte("kommune;år;folketal\nHorsens;2024;1000\nVejle;2024;2000\nHorsens;2025;1000\nVejle;2025;2000\n"))
				d, errs, warnings := readAll(t, opt, people, source)
				if name == "all of them" && source.Name == "a.csv" { // text has no merged cells
					if !strings.Contains(errs.Error(), "stands twice with different values") {
						t.Errorf("%s: the errors are %v", source.Name, errs)
					}
					continue
				}
				if c.fails != "" || len(errs) > 0 {
					if c.fails == "" || !strings.Contains(errs.Error(), c.fails) {
						t.Errorf("%s: the errors are %v, want %q", source.Name, errs, c.fails)
					}
					continue
				}
				if !strings.Contains(warnings.Error(), "is a budget or an estimate") {
					t.Errorf("%s: the warnings are %v", source.Name, warnings)
				}
				agree(t, d, []known{{"615", 2025, "regk31.3.22.01", 500}, {"615", 2025, "regk31.5.25.14", 70}, {"615", 2024, "regk31.3.22.01", 400}, {"615", 2024, "regk31.5.25.14", 60}})
			}
		})
	}
}

// TestSumsAndSpoiltAccounts: a row that is the sum of its account's others is not added to
// them, works are no operation, and an account that a spreadsheet program changed is an
// error.
func TestSumsAndSpoiltAccounts(t *testing.T) {
	heads := []any{"Funktion", "Tekst", "Forbrug (kr.)"}
	day := []any{"5.25.14", "Daginstitutioner", 70000}
	for name, c := range map[string]struct {
		rows  [][]any
		fails string
	}{
		"i alt":          {[][]any{heads, {"3.22.01", "Skole A", 200000}, {"3.22.01", "Skole B", 300000}, {"3.22.01", "Folkeskoler i alt", 500000}, day}, ""},
		"sum without":    {[][]any{heads, {"3.22.01", "Skole A", 200000}, {"3.22.01", "Skole B", 300000}, {"3.22.01", nil, 500000}, day}, ""},
		"i alt alone":    {[][]any{heads, {"3.22.01", "Folkeskoler i alt", 500000}, day}, ""},
		"works":          {[][]any{heads, {"3.22.01", "Folkeskoler drift", 500000}, {"3.22.01", "Folkeskoler anlæg", 900000}, day}, ""},
		"works alone":    {[][]any{heads, {"3.22.01", "Grønne anlæg", 200000}, {"3.22.01", "Folkeskoler", 300000}, day}, ""},
		"minus at end":   {[][]any{heads, {"3.22.01", "SFO", 500000 + 100000}, {"3.22.01", "Betaling", "100.000-"}, day}, ""},
		"parentheses":    {[][]any{heads, {"3.22.01", "SFO", 500000 + 100000}, {"3.22.01", "Betaling", "(100.000)"}, day}, ""},
		"a date":         {[][]any{heads, {"2001-03-22", "Folkeskoler", 500000}, day}, "is a date and not an account"},
		"a zero cut off": {[][]any{heads, {"3.32.5", "Biblioteker", 500000}, day}, "Did you mean 3.32.50?"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, source := range bothWays(t, c.rows) {
				checkOwnSheet(t, source, c.fails)
			}
		})
	}
}

// TestAmountsWithoutAYear: amounts that have no year cannot be divided by a year's population.
func TestAmountsWithoutAYear(t *testing.T) {
	opt := danish
	opt.Municipality, opt.Wanted = "Horsens", []string{"regk31.3.22.01"}
	for _, source := range bothWays(t, [][]any{{"Funktion", "Tekst", "Forbrug (kr.)"}, {"3.22.01", "Folkeskoler", 500000}}) {
		_, errs, warnings := readAll(t, opt, people(), source)
		if said := errs.Error() + warnings.Error(); !strings.Contains(said, "since the amounts have no year") || strings.Contains(said, "for no year") {
			t.Errorf("%s: %s", source.Name, said)
		}
	}
}

// checkOwnSheet reads a municipality's own sheet. It has primary schools for 500 and day care for
// 70 per inhabitant, or an error with some words.
func checkOwnSheet(t *testing.T, source dataset.Source, fails string) {
	t.Helper()
	opt := danish
	opt.Municipality, opt.Year, opt.Wanted = "Horsens", 2025, []string{"regk31.3.22.01", "regk31.5.25.14"}
	d, errs, _ := readAll(t, opt, people(), source)
	if fails != "" || len(errs) > 0 {
		if fails == "" || !strings.Contains(errs.Error(), fails) {
			t.Errorf("%s: the errors are %v, want %q", source.Name, errs, fails)
		}
		return
	}
	agree(t, d, []known{{"615", 2025, "regk31.3.22.01", 500}, {"615", 2025, "regk31.5.25.14", 70}})
}
