package excel_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// TestSensitivityCells compares the sheet of targets with the report, in both
// languages; a workbook of nobody has neither it nor groups.
func TestSensitivityCells(t *testing.T) {
	t.Parallel()
	r := report(t)
	names := map[lang.Language]string{lang.Danish: "Følsomhed", lang.English: "Sensitivity"}
	for _, book := range bothLanguages {
		one, _ := r.Only(book.municipality)
		targets := sensitivity(t, one)
		rules := targets.Rules()
		l := book.language
		rows := officialSheets(t, book.municipality, l)[names[l]]
		block := len(r.Models) + 3      // with a heading, a header and an empty row
		if len(rows) != 3+4*block+2-1 { // and two lines before the last
			t.Fatalf("%d rows for %d areas", len(rows), len(r.Models))
		}
		i := 5
		for row := range one.Rows() {
			cells := rows[i]
			i++
			if cells[0] != r.Model(row.Area).Name {
				t.Errorf("row %d is of %q", i, cells[0])
			}
			cell(t, "actual", cells[2], row.Actual, 0)
			for k, target := range targets.Targets(&row) {
				where := row.Area + ", " + target.Rule
				if target.Rule != rules[k] || rows[4][3+k] != target.In(l) {
					t.Fatalf("%s stands under %q", where, rows[4][3+k])
				}
				cell(t, where+" headroom", cells[3+k], target.HeadroomKr/1e6, 0)
				cell(t, where+" level", rows[i-1+block][3+k], target.Level, 0)
				cell(t, where+" n", rows[i-1+2*block][3+k], float64(target.N), 0)
			}
		}
	}
	nobody := officialSheets(t, "", lang.English)
	if nobody["Sensitivity"] != nil || nobody["Comparison"] != nil {
		t.Error("a workbook of nobody has somebody's targets or group")
	}
}

// TestCurveCells: the sheet of sensitivity has the summaries of the specification
// curve as the report has them, and the verdict as a word beside candidates and a
// dash beside others; it has none where the plan asks for no curve.
func TestCurveCells(t *testing.T) {
	t.Parallel()
	r := report(t)
	lolland, _ := r.Only("360")
	words := map[benchmark.Verdict]string{"": missing, "robust": "● robust", "middling": "◐ nogenlunde", "fragile": "○ skrøbelig"}
	rows := officialSheets(t, "360", lang.Danish)["Følsomhed"]
	i := len(rows) - len(r.Models)
	header, seen := rows[i-1], map[string]bool{}
	for row := range lolland.Rows() {
		got, c := rows[i], row.Curve
		i++
		if c == nil {
			t.Fatalf("%s has no curve", row.Area)
		}
		if got[0] != r.Model(row.Area).Name || got[3] != strconv.Itoa(c.Models) || got[4] != strconv.Itoa(c.Failed) {
			t.Errorf("%s: %q", row.Area, got)
		}
		for column, want := range map[int]float64{2: row.Deviation.Pct / 100, 5: c.ShareAbove, 6: c.ShareFlagged, 7: c.MedianPct / 100, 8: c.LowPct / 100, 9: c.HighPct / 100} {
			cell(t, row.Area+", "+header[column], got[column], want, 0)
		}
		verdict, want := "", words[c.Verdict]
		if len(got) > 10 {
			verdict = got[10]
		}
		if (want != missing) != row.Candidate {
			t.Errorf("%s: %q of %q", row.Area, want, row.Grade)
		}
		seen[want] = true
		if verdict != want {
			t.Errorf("%s: verdict %q, want %q", row.Area, verdict, want)
		}
	}
	if !seen["● robust"] || !seen[missing] {
		t.Errorf("only the verdicts %v", seen)
	}
	without := *r
	without.Plan.Curve = nil
	if shorter := sheets(t, workbook(t, &without, "360", lang.Danish))["Følsomhed"]; len(shorter) != len(rows)-len(r.Models)-5 {
		t.Errorf("%d rows without a curve, and %d with one", len(shorter), len(rows))
	}
}

// TestPeersCells compares the sheet of comparison groups with the report's.
func TestPeersCells(t *testing.T) {
	t.Parallel()
	r := report(t)
	names := map[lang.Language]string{lang.Danish: "Sammenligning", lang.English: "Comparison"}
	for _, book := range bothLanguages {
		rows := officialSheets(t, book.municipality, book.language)[names[book.language]]
		header, i := rows[3], 4
		areas := []string{""}
		for _, m := range r.Models {
			areas = append(areas, m.Area)
		}
		for _, area := range areas {
			g, ok := r.Peers(book.municipality, area, 0)
			if !ok {
				t.Fatal("no group")
			}
			for k, p := range g.Peers {
				cells := rows[i]
				i++
				largest := "" // of those with the very same drivers there is none
				if d := p.Largest(); d >= 0 {
					largest = g.Drivers[d].Name
				}
				if area != "" && cells[0] != g.AreaName || cells[1] != strconv.Itoa(k+1) || cells[2] != p.Name || cells[5] != largest {
					t.Errorf("row %d is %q, want number %d of %q, %s", i, cells, k+1, g.AreaName, p.Name)
				}
				cell(t, p.Name+" distance", cells[3], p.Distance, 0)
				cell(t, p.Name+" lists", cells[4], float64(p.OnLists), 0)
				shown := 0
				for column := 6; column < len(cells); column++ {
					for d, driver := range g.Drivers {
						if header[column] == driver.Name {
							cell(t, p.Name+" "+driver.ID, cells[column], p.Shares[d], 0)
							shown++
						}
					}
				}
				if shown != len(g.Drivers) {
					t.Errorf("%d of %d shares of %s", shown, len(g.Drivers), p.Name)
				}
			}
		}
		if i != len(rows) {
			t.Errorf("%d rows, want %d", len(rows), i)
		}
	}
}

// TestQuartile holds the quantiles of all against what LibreOffice Calc's
// QUARTILE.INC and PERCENTILE.INC say of the same figures, where it is
// installed.
func TestQuartile(t *testing.T) {
	longtest.Skip(t)
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	r := report(t)
	formulas := map[string]string{
		"quantile:0.25": "=QUARTILE.INC(%s,1)", "quantile:0.5": "=QUARTILE.INC(%s,2)",
	}
	dir := t.TempDir()
	f := excelize.NewFile()
	defer f.Close()
	put := func(column, line int, v any) {
		t.Helper()
		at, err := excelize.CoordinatesToCellName(column, line)
		if err != nil {
			t.Fatal(err)
		}
		if formula, is := v.(string); is {
			err = f.SetCellFormula("Sheet1", at, formula)
		} else {
			err = f.SetCellValue("Sheet1", at, v)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const lines = 98
	want := map[string][]float64{}
	for i, m := range r.Models {
		area, _ := r.OnlyAreas(m.Area)
		line := 0
		for row := range area.Rows() {
			line++
			if !math.IsNaN(row.Actual) {
				put(i+1, line, row.Actual)
			}
			if line > 1 {
				continue
			}
			for _, target := range sensitivity(t, area).Targets(&row) {
				if formulas[target.Rule] != "" {
					want[target.Rule] = append(want[target.Rule], target.Level)
				}
			}
		}
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		figures := fmt.Sprintf("%[1]s1:%[1]s%[2]d", column, lines)
		put(i+1, lines+1, fmt.Sprintf("_xlfn."+formulas["quantile:0.25"][1:], figures))
		put(i+1, lines+2, fmt.Sprintf("_xlfn."+formulas["quantile:0.5"][1:], figures))
	}
	book := filepath.Join(dir, "quartiles.xlsx")
	if err := f.SaveAs(book); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to",
		`csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1`, "--outdir", dir, book)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	file, err := os.Open(filepath.Join(dir, "quartiles-Sheet1.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range r.Models {
		cell(t, m.Area+" quartile", rows[lines][i], want["quantile:0.25"][i], 1e-13) // the program writes 15 digits
		cell(t, m.Area+" median", rows[lines+1][i], want["quantile:0.5"][i], 1e-13)
	}
	if target.InWords("quantile:0.25", lang.English) != target.InWords("best-quartile", lang.English) {
		t.Error("the best quartile is not the first quartile")
	}
}
