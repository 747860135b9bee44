package excel_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// mixed is a report of areas with rules of their own and parts of parts, with
// figures that are missing, and names that a list could trip over.
func mixed(t *testing.T) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	for i := range 40 {
		code := fmt.Sprint(101 + i)
		name := []string{"Same", "=1+1", "2024", "a*b?", "Sand", "Øster ~ By | ø"}[i%6]
		if i > 5 {
			name = "Town " + string(rune('A'+i%20)) + string(rune('A'+i/20))
		}
		if i == 6 {
			name = "same" // but for case the same as the first
		}
		b.AddMunicipality(dataset.Municipality{Code: code, Name: name})
		for y := range 4 {
			b.Set(code, 2021+y, "people", float64(1000+50*i))
			b.Set(code, 2021+y, "x", float64(i%7)+0.1*float64(y))
			for k, id := range []string{"u1", "u2", "u3", "u4"} {
				if k == 3 && (i == 3 || y == 0) {
					continue // missing, and never zero
				}
				b.Set(code, 2021+y, id, 100+20*math.Sin(float64(i*(k+2)+y))+3*float64(i%7))
			}
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	area := func(id, target string, spending ...string) plan.Area {
		return plan.Area{ID: id, Name: id, Spending: spending, SpendingPer: "people", Drivers: []string{"x"}, Target: target}
	}
	r, err := benchmark.Run(context.Background(), d, plan.Plan{Register: "none", Areas: []plan.Area{
		area("part", "value:120", "u2"), area("other", "", "u4"), area("whole", "lowest:3", "u1", "u2", "u3"), area("middle", "list:101,102", "u1", "u2"), area("=last", "", "u3", "u4"),
	}}, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestLiveRecalculated has LibreOffice Calc, where it is installed, compute
// every formula anew for several municipalities under every rule, each in a
// copy of the sheet, and compares all with the report; and every formula of the
// sheet as it was written with the value beside it.
func TestLiveRecalculated(t *testing.T) {
	longtest.Skip(t)
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	dir := t.TempDir()
	settings := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(settings, 0o777); err != nil {
		t.Fatal(err)
	}
	// Workbooks are computed anew when they are opened: 0 is always.
	const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`
	if err := os.WriteFile(filepath.Join(settings, "registrymodifications.xcu"), []byte(always), 0o666); err != nil {
		t.Fatal(err)
	}
	type book struct {
		name, sheet, lists string
		lang               lang.Language
		report             *benchmark.Report
		file               *excelize.File
		choices            []choice
	}
	ours, own := report(t), mixed(t)
	books := []*book{
		{name: "official", sheet: "Råderum", lists: "Lister", lang: lang.Danish, report: ours, file: opened(t, officialWorkbook(t, "791", lang.Danish))},
		{name: "own", sheet: "Headroom", lists: "Lists", lang: lang.English, report: own, file: opened(t, workbook(t, own, "101", lang.English))},
	}
	years := []int{0, 2023, 2022, 2021}
	for _, who := range []string{"Viborg", "København", "Læsø", "Lolland"} {
		for k, rule := range sensitivity(t, ours).Rules() {
			c := choice{municipality: who, rule: rule, year: years[k%len(years)], goal: float64(40 * (k % 2))}
			c.decideKr = map[int]float64{k: 1.5, 7: 3}
			c.decidePct = map[int]float64{(k + 3) % 28: 0.25, 9: 0.5}
			if k%2 == 0 { // the first is taken out, and a transfer in
				c.counted = map[int]bool{0: false, 24: true}
			}
			if k%3 == 0 { // both: the amount counts
				c.decidePct[k] = 0.1
			}
			books[0].choices = append(books[0].choices, c)
		}
	}
	for _, who := range []string{"101", "102", "103", "104", "107", "137"} {
		for k, rule := range append([]string{""}, sensitivity(t, own).Rules()...) {
			books[1].choices = append(books[1].choices, choice{municipality: who, rule: rule, year: years[k%len(years)], decideKr: map[int]float64{k % 5: 0.01}, decidePct: map[int]float64{(k + 2) % 5: 0.5}})
		}
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "computed"))
	for _, b := range books {
		from, err := b.file.GetSheetIndex(b.sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range b.choices {
			to, err := b.file.NewSheet(fmt.Sprint("copy ", i))
			if err != nil {
				t.Fatal(err)
			}
			if err := b.file.CopySheet(from, to); err != nil {
				t.Fatal(err)
			}
			listed := c
			listed.municipality = listedName(t, b.report, c.municipality, b.file, b.lists)
			choose(t, b.file, fmt.Sprint("copy ", i), b.lists, listed)
		}
		path := filepath.Join(dir, b.name+".xlsx")
		if err := b.file.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		cmd.Args = append(cmd.Args, path)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, b := range books {
		f, err := excelize.OpenFile(filepath.Join(dir, "computed", b.name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		checkCached(t, b.file, f, b.sheet)
		for i, c := range b.choices {
			sheet := fmt.Sprint("copy ", i)
			checkLive(t, fmt.Sprintf("%s, %s, %s, %d", b.name, c.municipality, c.rule, c.year), b.report, b.lang, c, 1e-9, func(at string) string { return value(t, f, sheet, at) })
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if k := slices.IndexFunc(row, func(v string) bool { return len(v) > 1 && v[0] == '#' || len(v) > 4 && v[:4] == "Err:" }); k >= 0 {
					t.Errorf("%s of %s: %q in column %d of %q", sheet, b.name, row[k], k, row[0])
				}
			}
		}
	}
}

// checkCached compares the values beside a sheet's formulas with those that a
// program has computed.
func checkCached(t *testing.T, written, computed *excelize.File, sheet string) {
	t.Helper()
	rows, err := written.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	formulas := 0
	for line := range rows {
		for column := 1; column <= 16; column++ {
			at, err := excelize.CoordinatesToCellName(column, line+1)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := written.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			if formula == "" {
				continue
			}
			formulas++
			got, want := value(t, computed, sheet, at), value(t, written, sheet, at)
			if v, err := strconv.ParseFloat(want, 64); err == nil {
				cell(t, at, got, v, 1e-9)
			} else if got != want {
				t.Errorf("%s of %s is %q, and %q when it is computed: %s", at, sheet, want, got, formula)
			}
		}
	}
	if formulas < 60 {
		t.Errorf("%s has %d formulas", sheet, formulas)
	}
}

// listedName is what a municipality is called in the list.
func listedName(t *testing.T, r *benchmark.Report, who string, f *excelize.File, lists string) string {
	t.Helper()
	one, ok := r.Only(who)
	if !ok {
		t.Fatalf("no %s", who)
	}
	sheet := map[string]string{"Lister": "Vurderinger", "Lists": "Grades"}[lists]
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[4:] {
		if row[1] == one.Municipalities()[0].Code {
			return row[0]
		}
	}
	t.Fatalf("%s is not in the list", who)
	return ""
}
