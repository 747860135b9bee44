package excel_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// TestCorrectionsSheet: every correction stands with what it did, and what
// people wrote is text and no formula.
func TestCorrectionsSheet(t *testing.T) {
	t.Parallel()
	p := danmark.DefaultPlan(lang.Danish)
	keepAreas(&p, "skole", "folkeskole", "administration")
	const formula = "=HYPERLINK(\"http://x\";\"y\")"
	p.Corrections = []plan.Correction{
		{Municipality: "Viborg", Account: "regk31.3.22.01", Year: 2024, AmountKr: -1e6, Reason: formula, By: "@SUM(1)", Date: "01-05-2026"},
		{Municipality: "791", Area: "administration", Year: 2024, AmountKr: 2e6, Reason: "Posted elsewhere", By: "B"},
	}
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book := workbook(t, r, "791", lang.Danish)
	all := sheets(t, book)
	rows := all["Rettelser"]
	const first = 4 // rows above the corrections
	line := first
	for _, k := range r.Corrections {
		for i, e := range k.Effects {
			cells := rows[line]
			if cells[0] != "Viborg" || cells[4] != e.Name || cells[8] != k.Reason || cells[9] != k.By || cells[10] != k.Date.In(lang.Danish) || cells[11] != k.Area+k.Account {
				t.Errorf("row %d is %q, want %+v", line, cells, k)
			}
			if first := k.Area == "" && i == 0; first || e.Area == k.Area {
				cell(t, "amount", cells[3], k.AmountKr, 0)
			} else if cells[3] != "" {
				t.Errorf("row %d has the amount %s again", line, cells[3])
			}
			cell(t, "before", cells[6], e.Before, 0)
			cell(t, "after", cells[7], e.After, 0)
			line++
		}
	}
	if len(rows) != line || line != first+3 { // the account is in two areas
		t.Errorf("%d rows, want %d", len(rows), line)
	}
	for sheet, want := range map[string]string{"Råderum": "rettet", "Nøgletal": "rettet", "Udvikling": "Et r ved et tal", "Overblik": "rettet", "Data": "Rettelser er ikke med her"} {
		said := false
		for _, row := range all[sheet] {
			said = said || strings.Contains(strings.Join(row, " "), want)
		}
		if !said {
			t.Errorf("%s does not say %q", sheet, want)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, at := range []string{"I5", "J5"} {
		kind, err := f.GetCellType("Rettelser", at)
		if err != nil {
			t.Fatal(err)
		}
		if formula, _ := f.GetCellFormula("Rettelser", at); formula != "" || kind == excelize.CellTypeFormula {
			t.Errorf("%s is a formula: %q", at, formula)
		}
	}
	method := ""
	for _, row := range all["Metode"] {
		method += strings.Join(row, " ") + "\n"
	}
	if !strings.Contains(method, "Tallene er rettet") {
		t.Error("the sheet of the method does not say that figures are corrected")
	}
	if _, found := officialSheets(t, "791", lang.English)["Corrections"]; found {
		t.Error("a workbook without corrections has a sheet of them")
	}
}
