package excel_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"html"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

func report(t *testing.T) *benchmark.Report {
	t.Helper()
	plan, err := benchmark.ParsePlan(danmark.PlanName, danmark.Plan)
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), danmark.Accounts(), plan)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func workbook(t *testing.T, r *benchmark.Report, municipality string, l lang.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := excel.Write(&b, r, municipality, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheets returns the cells of every sheet, as the file has them.
func sheets(t *testing.T, book []byte) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if all[name], err = f.GetRows(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// cell compares a cell with a number of the report, to the given relative
// distance: 0 for the file itself, and what a program keeps of it otherwise.
func cell(t *testing.T, where, got string, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(want) {
		if got != lang.Missing {
			t.Errorf("%s: %q, want it missing", where, got)
		}
		return
	}
	digits, percent := strings.CutSuffix(got, "%") // as LibreOffice writes a share
	v, err := strconv.ParseFloat(digits, 64)
	if percent {
		v /= 100
	}
	if err != nil || math.Abs(v-want) > tolerance*math.Abs(want) {
		t.Errorf("%s: %q, want %v", where, got, want)
	}
}

// checkOverview compares the overview's cells with the rows of a report.
func checkOverview(t *testing.T, rows [][]string, r *benchmark.Report, tolerance float64) {
	t.Helper()
	const first = 4 // rows above the areas
	n := 0
	for row := range r.Rows() {
		cells := rows[first+n]
		n++
		if cells[0] != r.Model(row.Area).Name || cells[1] != r.Model(row.Area).Unit {
			t.Errorf("row %d is of %q in %q, want %q", first+n, cells[0], cells[1], row.Area)
		}
		for i, want := range map[int]float64{
			2: row.Actual, 3: row.Expected, 4: row.Low, 5: row.High, 6: row.Deviation, 7: row.DeviationPct / 100,
			8: row.DifferenceKr / 1e6, 9: row.DifferenceLowKr / 1e6, 10: row.DifferenceHighKr / 1e6,
			14: row.Target, 15: row.HeadroomKr / 1e6, 16: float64(row.Rank), 18: row.RankChange, 19: row.ValueChange,
			20: r.Model(row.Area).LooR2,
		} {
			cell(t, row.Area+", "+rows[first-1][i], cells[i], want, tolerance)
		}
		if marked := cells[11] != ""; marked != (row.Grade != benchmark.None) {
			t.Errorf("%s: grade %q is shown as %q", row.Area, row.Grade, cells[11])
		}
	}
	if n != len(r.Models) || len(rows) < first+n+3 || rows[first+n+1][0] != "Advarsler" {
		t.Errorf("%d rows for %d areas and the warnings", len(rows), n)
	}
}

// checkMunicipalities compares the cells of all municipalities' percentages.
func checkMunicipalities(t *testing.T, rows [][]string, r *benchmark.Report, tolerance float64) {
	t.Helper()
	line, column := map[string]int{}, map[string]int{}
	for i, cells := range rows[3:] {
		line[cells[0]] = 3 + i
	}
	for i, name := range rows[2] {
		column[name] = i
	}
	for row := range r.Rows() {
		got := rows[line[row.Municipality]][column[r.Model(row.Area).Name]]
		cell(t, row.Name+", "+row.Area, got, row.DeviationPct/100, tolerance)
	}
}

func TestCells(t *testing.T) {
	r := report(t)
	lolland, _ := r.Only("Lolland")
	all := sheets(t, workbook(t, r, "360", lang.Danish))
	for name, least := range map[string]int{"Overblik": 20, "Udvikling": 20, "Aktivitet": 9, "Kvalitet": 11, "Kommuner": 20, "Model": 20, "Metode": 20, "Data": 20} {
		if len(all[name]) < least {
			t.Errorf("the sheet %s has %d rows", name, len(all[name]))
		}
	}
	checkOverview(t, all["Overblik"], lolland, 0)
	checkMunicipalities(t, all["Kommuner"], r, 0)
	checkEvidence(t, all, lolland, 0)

	// Data: the figure of each source, year and municipality.
	data := all["Data"]
	column := 2
	for source, figures := range r.Figures() {
		if data[5][column] != source.Indicator || data[4][column] != strconv.Itoa(figures.Year) || data[3][column] != source.Publisher {
			t.Errorf("column %d is %q of %q by %q, want %q of %d by %q", column, data[5][column], data[4][column], data[3][column], source.Indicator, figures.Year, source.Publisher)
		}
		for i, m := range r.AllMunicipalities() {
			if data[6+i][0] != m.Code {
				t.Fatalf("row %d is of %q, want %q", 7+i, data[6+i][0], m.Code)
			}
			cell(t, source.Indicator+", "+m.Name, data[6+i][column], figures.Values[i], 0)
		}
		column++
	}

	// Model: fit and coefficients.
	models := all["Model"]
	line := 3
	for _, m := range r.Models {
		cells := models[line]
		line++
		cell(t, m.Area+" n", cells[3], float64(m.N), 0)
		cell(t, m.Area+" sigma", cells[5], m.Sigma, 0)
		cell(t, m.Area+" R²", cells[6], m.R2, 0)
		cell(t, m.Area+" leave-one-out R²", cells[8], m.LooR2, 0)
	}
	line += 3
	for _, m := range r.Models {
		for _, c := range m.Coefficients {
			cells := models[line]
			line++
			cell(t, m.Area+" "+c.Name, cells[2], c.Estimate, 0)
			cell(t, m.Area+" "+c.Name+" se", cells[3], c.SE, 0)
			cell(t, m.Area+" "+c.Name+" HC3", cells[4], c.HC3, 0)
		}
	}
}

// TestNoOne writes the workbook of no municipality: the strongest candidates.
func TestNoOne(t *testing.T) {
	r := report(t)
	rows := sheets(t, workbook(t, r, "", lang.English))["Overview"]
	strongest, total := r.Strongest(3)
	if len(rows) != 4+total {
		t.Errorf("%d rows for %d candidates", len(rows), total)
	}
	for i, row := range strongest {
		if rows[4+i][0] != row.Name || rows[4+i][1] != r.Model(row.Area).Name {
			t.Errorf("row %d is %q, %q; want %q, %q", 5+i, rows[4+i][0], rows[4+i][1], row.Name, row.Area)
		}
	}
	if err := excel.Write(io.Discard, r, "000", lang.Danish); err == nil {
		t.Error("a municipality that is not in the report is no error")
	}
}

// TestSame shows that the same report is the same file, byte for byte.
func TestSame(t *testing.T) {
	r := report(t)
	if !bytes.Equal(workbook(t, r, "791", lang.Danish), workbook(t, r, "791", lang.Danish)) {
		t.Error("two workbooks of one report differ")
	}
}

// hostile is a report whose every text tries to be a formula or to break the
// file.
func hostile(t *testing.T) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	evil := []string{"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<script>&\"'", "a\x00\x01\x1fb", "]]>", "\t=1", strings.Repeat("x", 40000)}
	for i := range 60 {
		code := evil[i%len(evil)] + strconv.Itoa(i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: evil[i%len(evil)] + strconv.Itoa(i), Region: "=1", Group: "=1"})
		b.Set(code, 2024, "=spending", float64(1000+i*i%7))
		b.Set(code, 2024, "=people", float64(100+i))
	}
	b.AddIndicator(dataset.Indicator{ID: "=spending", Name: "=1+1", Unit: "=1+1", Publisher: "=1+1", Note: "=1+1", Source: "=1+1"})
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), d, benchmark.Plan{
		Title:       "=HYPERLINK(\"http://example.com\")",
		Definitions: []benchmark.Driver{{ID: "=people", Name: "=1+1", Of: []string{"=people"}}},
		Drivers:     []string{"=people"},
		Areas:       []benchmark.Area{{ID: "=1+1", Name: "=1+1", Unit: "=1+1", Spending: []string{"=spending"}, Per: []string{"=people"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestNoFormulas shows that no text from data or plan becomes a formula, and
// that none breaks the file.
func TestNoFormulas(t *testing.T) {
	book := workbook(t, hostile(t), "=1+10", lang.Danish)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") {
			continue
		}
		sheets++
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		formulas := formula.FindAllString(html.UnescapeString(string(text)), -1)
		if live := part.Name == "xl/worksheets/sheet2.xml"; live != (len(formulas) > 0) {
			t.Errorf("%s has %d formulas", part.Name, len(formulas))
		}
		for _, f := range formulas {
			for _, evil := range []string{"1+1", "cmd", "HYPERLINK", "script", "@", "xxx", "]]", "[", "http"} {
				if strings.Contains(f, evil) {
					t.Errorf("%s has the formula %s", part.Name, f)
				}
			}
		}
		if bytes.ContainsAny(text, "\x00\x01\x1f") {
			t.Errorf("%s has control characters", part.Name)
		}
	}
	if sheets != 12 {
		t.Errorf("%d sheets", sheets)
	}
	// Names, and through them the lists, refer to sheets of the workbook itself.
	f := opened(t, book)
	names := f.GetSheetList()
	for _, n := range f.GetDefinedName() {
		sheet, cells, _ := strings.Cut(strings.TrimPrefix(n.RefersTo, "'"), "'!")
		if !slices.Contains(names, sheet) || strings.ContainsAny(cells, "!'[") {
			t.Errorf("%s refers to %s", n.Name, n.RefersTo)
		}
	}
}

// formula is a formula in a sheet's part.
var formula = regexp.MustCompile(`<f[ >].*?</f>`)

// TestSheetNames: the names of sheets and ranges are legal, and each the only
// one of its kind, in both languages.
func TestSheetNames(t *testing.T) {
	r := report(t)
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		f := opened(t, workbook(t, r, "360", l))
		seen := map[string]bool{}
		for _, name := range f.GetSheetList() {
			if utf8.RuneCountInString(name) > 31 || strings.ContainsAny(name, `[]:*?/\`) || strings.Trim(name, "' ") != name || seen[strings.ToLower(name)] {
				t.Errorf("the sheet %q", name)
			}
			seen[strings.ToLower(name)] = true
		}
		named := map[string]bool{}
		for _, n := range f.GetDefinedName() {
			if n.Scope != "Workbook" {
				continue
			}
			if named[strings.ToLower(n.Name)] || !rangeName.MatchString(n.Name) {
				t.Errorf("the range %q", n.Name)
			}
			named[strings.ToLower(n.Name)] = true
		}
		if len(named) < 15 {
			t.Errorf("%d names", len(named))
		}
	}
}

// rangeName is a name that cannot be taken for a cell.
var rangeName = regexp.MustCompile(`^\pL+_[\pL_]+$`)

// TestSpreadsheetProgram opens the workbook in LibreOffice Calc, where it is
// installed, and compares the cells that it shows with the report.
func TestSpreadsheetProgram(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice Calc is not installed")
	}
	dir := t.TempDir()
	convert := func(book []byte, to string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "book.xlsx"), book, 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", to, "--outdir", dir, filepath.Join(dir, "book.xlsx"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	// All sheets, comma, quotation marks, UTF-8, and the cells' own values
	// rather than what is shown of them.
	const toCSV = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1`
	read := func(sheet string) [][]string {
		t.Helper()
		f, err := os.Open(filepath.Join(dir, "book-"+sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		c := csv.NewReader(f)
		c.FieldsPerRecord = -1
		rows, err := c.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}

	r := report(t)
	convert(workbook(t, r, "360", lang.Danish), toCSV)
	lolland, _ := r.Only("Lolland")
	overview := read("Overblik")
	// The program writes 15 digits.
	checkOverview(t, overview, lolland, 1e-13)
	checkMunicipalities(t, read("Kommuner"), r, 1e-13)
	checkEvidence(t, map[string][][]string{"Udvikling": read("Udvikling"), "Aktivitet": read("Aktivitet"), "Kvalitet": read("Kvalitet")}, lolland, 1e-13)

	convert(workbook(t, r, "360", lang.Danish), "pdf")
	pdf, err := os.ReadFile(filepath.Join(dir, "book.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("no PDF: %v", err)
	}

	convert(workbook(t, hostile(t), "=1+10", lang.Danish), toCSV)
	if rows := read("Overblik"); rows[4][0] != "=1+1" {
		t.Errorf("a text that begins with = is shown as %q", rows[4][0])
	}
}
