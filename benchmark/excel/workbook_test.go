package excel_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// official is the report of the bundled accounts by the default plan. The long
// tests have all of its areas. The others have some of every kind: parts of
// others, with activity and quality and without, a transfer, and an expected
// level below zero.
var official = sync.OnceValues(func() (*benchmark.Report, error) {
	p := danmark.DefaultPlan(lang.Danish)
	keepAreas(&p, "dagtilbud", "skole", "folkeskole", "sfo", "hjemmesygepleje", "idraet", "kontanthjaelp")
	return benchmark.Run(context.Background(), danmark.Accounts(), p, benchmark.Options{})
})

// keepAreas drops a plan's other areas, but for the long tests.
func keepAreas(p *plan.Plan, ids ...string) {
	if !longtest.Wanted() {
		p.Areas = slices.DeleteFunc(p.Areas, func(a plan.Area) bool { return !slices.Contains(ids, a.ID) })
	}
}

func report(t *testing.T) *benchmark.Report {
	t.Helper()
	r, err := official()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func workbook(t *testing.T, r *benchmark.Report, municipality string, l lang.Language) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := excel.Write(t.Context(), &b, r, municipality, l, excel.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// officialBook is a workbook of the official report, by whom it is of and in
// what language.
type officialBook struct {
	municipality string
	language     lang.Language
	options      *excel.Options
}

// A sharedBook is a workbook that several tests read and none changes.
type sharedBook struct {
	write func() ([]byte, error)
	read  func() (map[string][][]string, error) // the cells of every sheet
	parse func() (map[string]*node, error)      // its parts
}

func TestMain(m *testing.M) {
	longtest.CollectSeldom()
	m.Run()
}

// sharedBooks has a *sharedBook for each officialBook that a test has asked for.
var sharedBooks sync.Map

// share finds a workbook of the official report. It is written once for all tests.
func share(municipality string, l lang.Language, options *excel.Options) *sharedBook {
	write := sync.OnceValues(func() ([]byte, error) {
		r, err := official()
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = excel.Write(context.Background(), &b, r, municipality, l, *options)
		return b.Bytes(), err
	})
	read := sync.OnceValues(func() (map[string][][]string, error) {
		book, err := write()
		if err != nil {
			return nil, err
		}
		return readSheets(book)
	})
	parse := sync.OnceValues(func() (map[string]*node, error) {
		book, err := write()
		if err != nil {
			return nil, err
		}
		return readNodes(book)
	})
	book, _ := sharedBooks.LoadOrStore(officialBook{municipality, l, options}, &sharedBook{write, read, parse})
	return book.(*sharedBook)
}

// plain and everything are the options of the workbooks that tests share.
var (
	plain      = &excel.Options{}
	everything = &excel.Options{Sheets: excel.AllSheets, Command: "raaderum benchmark", Version: "v1", Plan: "title = \"T\"\n"}
)

// bothLanguages has a workbook in each language, of two municipalities. Tests of
// both languages read these, so that few workbooks are written.
var bothLanguages = []officialBook{
	{"360", lang.Danish, plain},
	{"791", lang.English, plain},
}

// officialWorkbook returns the file of the official report's workbook.
func officialWorkbook(t *testing.T, municipality string, l lang.Language) []byte {
	t.Helper()
	return sharedFile(t, municipality, l, plain)
}

// officialFull returns the file of the official report's workbook with a sheet
// for every area.
func officialFull(t *testing.T, municipality string, l lang.Language) []byte {
	t.Helper()
	return sharedFile(t, municipality, l, everything)
}

func sharedFile(t *testing.T, municipality string, l lang.Language, options *excel.Options) []byte {
	t.Helper()
	book, err := share(municipality, l, options).write()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// officialSheets returns the cells of the official report's workbook by sheet.
func officialSheets(t *testing.T, municipality string, l lang.Language) map[string][][]string {
	t.Helper()
	cells, err := share(municipality, l, plain).read()
	if err != nil {
		t.Fatal(err)
	}
	return cells
}

// officialNodes returns the parts of the official report's workbook with a
// sheet for every area.
func officialNodes(t *testing.T, municipality string, l lang.Language) map[string]*node {
	t.Helper()
	nodes, err := share(municipality, l, everything).parse()
	if err != nil {
		t.Fatal(err)
	}
	return nodes
}

// sheets returns the cells of every sheet, as the file has them.
func sheets(t *testing.T, book []byte) map[string][][]string {
	t.Helper()
	all, err := readSheets(book)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readSheets(book []byte) (map[string][][]string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if all[name], err = f.GetRows(name); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// missing is how the workbook shows a missing number.
const missing = "–"

// cell compares a cell with a number of the report, to the given relative
// distance: 0 for the file itself, and what a program keeps of it otherwise.
func cell(t *testing.T, where, got string, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(want) {
		if got != missing {
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

// checkOverview compares the cells of the overview, and of the key figures, with
// the rows of a report.
func checkOverview(t *testing.T, all map[string][][]string, r *benchmark.Report, tolerance float64) {
	t.Helper()
	const first = 4 // rows above the areas
	rows := r.RowsBySize()
	for i := range rows {
		row := &rows[i]
		overview, figures := all["Overblik"][first+i], all["Nøgletal"][first+i]
		for _, cells := range [][]string{overview, figures} {
			if cells[0] != r.Model(row.Area).Name || cells[1] != r.Model(row.Area).Unit {
				t.Errorf("row %d is of %q in %q, want %q", first+i, cells[0], cells[1], row.Area)
			}
		}
		compare := func(cells, header []string, want map[int]float64) {
			t.Helper()
			for k, v := range want {
				cell(t, row.Area+", "+header[k], cells[k], v, tolerance)
			}
		}
		compare(overview, all["Overblik"][first-1], map[int]float64{
			2: row.Actual, 3: row.Expected.Level, 4: row.Expected.Low, 5: row.Expected.High, 6: row.Deviation.Pct / 100, 7: row.Difference.Kr / 1e6,
			9: float64(row.Persistence.YearsAbove), 10: row.Curve.ShareAbove,
			17: (row.Difference.Kr - row.Difference.LowKr) / 1e6, 18: (row.Difference.HighKr - row.Difference.Kr) / 1e6,
		})
		bar, other := 15, 16
		if !row.Candidate {
			bar, other = other, bar
		}
		compare(overview, all["Overblik"][first-1], map[int]float64{bar: row.Difference.Kr / 1e6})
		if overview[other] != "" {
			t.Errorf("%s is a bar of both series", row.Area)
		}
		if a := row.Activity; a != nil {
			compare(overview, all["Overblik"][first-1], map[int]float64{12: a.ActivityKr / 1e6, 13: a.UnitCostKr / 1e6})
		}
		if certain := !strings.HasPrefix(overview[8], "○"); certain != (row.Grade != benchmark.None) {
			t.Errorf("%s: grade %q is shown as %q", row.Area, row.Grade, overview[8])
		}
		compare(figures, all["Nøgletal"][first-1], map[int]float64{
			2: row.Actual, 3: row.Expected.Level, 4: row.Expected.Low, 5: row.Expected.High, 6: row.Deviation.PerUnit, 7: row.Deviation.Pct / 100,
			8: row.Difference.Kr / 1e6, 9: row.Difference.LowKr / 1e6, 10: row.Difference.HighKr / 1e6,
			14: row.Target.Level, 15: row.Target.HeadroomKr / 1e6, 16: float64(row.Rank.Place), 18: row.Rank.Change, 19: row.ValueChange,
			20: r.Model(row.Area).LooR2,
		})
		if figures[11] != overview[8] {
			t.Errorf("%s: grade %q is shown as %q, and in the overview as %q", row.Area, row.Grade, figures[11], overview[8])
		}
	}
	if len(rows) != len(r.Models) {
		t.Errorf("%d rows for %d areas", len(rows), len(r.Models))
	}
	below := ""
	for _, cells := range all["Overblik"][first+len(rows):] {
		below += strings.Join(cells, " ") + "\n"
	}
	strongest, _ := r.Strongest(3)
	for i := range strongest {
		if sentence := r.Summary(&strongest[i]).In(lang.Danish); !strings.Contains(below, sentence) {
			t.Errorf("the overview does not say %q", sentence)
		}
	}
}

// checkMunicipalities compares the cells of all municipalities' percentages.
func checkMunicipalities(t *testing.T, rows [][]string, r *benchmark.Report, tolerance float64) {
	t.Helper()
	line, column := map[string]int{}, map[string]int{}
	for i, cells := range rows[4:] {
		line[cells[0]] = 4 + i
	}
	for i, name := range rows[3] {
		column[name] = i
	}
	for row := range r.Rows() {
		got := rows[line[row.Name]][column[r.Model(row.Area).Name]]
		cell(t, row.Name+", "+row.Area, got, row.Deviation.Pct/100, tolerance)
	}
}

func TestCells(t *testing.T) {
	t.Parallel()
	r := report(t)
	lolland, _ := r.Only("Lolland")
	all := officialSheets(t, "360", lang.Danish)
	areas := 4 + len(r.Models)
	for name, least := range map[string]int{"Overblik": areas, "Udvikling": areas, "Aktivitet": 9, "Kvalitet": 11, "Kommuner": 20, "Model": 20, "Metode": 20, "Data": 20} {
		if len(all[name]) < least {
			t.Errorf("the sheet %s has %d rows", name, len(all[name]))
		}
	}
	checkOverview(t, all, lolland, 0)
	checkMunicipalities(t, all["Kommuner"], r, 0)
	checkEvidence(t, all, lolland, 0)

	// Data: the figure of each source, year and municipality.
	data := all["Data"]
	column := 2
	for source, figures := range r.Figures() {
		for i, want := range []string{source.Unit, source.Publisher, strconv.Itoa(figures.Year), source.Indicator} {
			if data[3+i][column] != want {
				t.Errorf("column %d has the heading %q, want %q", column, data[3+i][column], want)
			}
		}
		if !strings.HasPrefix(data[7][column], source.Name[:min(20, len(source.Name))]) {
			t.Errorf("column %d is called %q, want %q", column, data[7][column], source.Name)
		}
		for i, m := range r.AllMunicipalities() {
			if data[8+i][0] != m.Code {
				t.Fatalf("row %d is of %q, want %q", 9+i, data[8+i][0], m.Code)
			}
			cell(t, source.Indicator+", "+m.Name, data[8+i][column], figures.Values[i], 0)
		}
		column++
	}

	// Model: fit and coefficients.
	models := all["Model"]
	line := 4
	for _, m := range r.Models {
		cells := models[line]
		line++
		cell(t, m.Area+" n", cells[2], float64(m.N), 0)
		cell(t, m.Area+" kept", cells[3], float64(m.Kept), 0)
		cell(t, m.Area+" sigma", cells[5], m.Sigma, 0)
		cell(t, m.Area+" R²", cells[6], m.R2, 0)
		cell(t, m.Area+" leave-one-out R²", cells[8], m.LooR2, 0)
	}
	line = 2 + slices.IndexFunc(models, func(cells []string) bool { return len(cells) > 0 && cells[0] == "Koefficienter" })
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
	t.Parallel()
	r := report(t)
	rows := officialSheets(t, "", lang.English)["Overview"]
	strongest, total := r.Strongest(3)
	if len(rows) != 4+total {
		t.Errorf("%d rows for %d candidates", len(rows), total)
	}
	for i, row := range strongest {
		if rows[4+i][0] != row.Name || rows[4+i][1] != r.Model(row.Area).Name {
			t.Errorf("row %d is %q, %q; want %q, %q", 5+i, rows[4+i][0], rows[4+i][1], row.Name, row.Area)
		}
	}
	if err := excel.Write(t.Context(), io.Discard, r, "000", lang.Danish, excel.Options{}); err == nil {
		t.Error("a municipality that is not in the report is no error")
	}
}

// TestSame shows that the same report is the same file, byte for byte.
func TestSame(t *testing.T) {
	t.Parallel()
	again := workbook(t, report(t), "360", lang.Danish)
	if !bytes.Equal(again, officialWorkbook(t, "360", lang.Danish)) {
		t.Error("two workbooks of one report differ")
	}
}

// TestSpreadsheetProgram opens the workbook in LibreOffice Calc, where it is
// installed, and compares the cells that it shows with the report.
func TestSpreadsheetProgram(t *testing.T) {
	longtest.Skip(t)
	t.Parallel()
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
	convert(officialWorkbook(t, "360", lang.Danish), toCSV)
	lolland, _ := r.Only("Lolland")
	// The program writes 15 digits.
	checkOverview(t, map[string][][]string{"Overblik": read("Overblik"), "Nøgletal": read("Nøgletal")}, lolland, 1e-13)
	checkMunicipalities(t, read("Kommuner"), r, 1e-13)
	checkEvidence(t, map[string][][]string{"Udvikling": read("Udvikling"), "Aktivitet": read("Aktivitet"), "Kvalitet": read("Kvalitet")}, lolland, 1e-13)

	convert(officialWorkbook(t, "360", lang.Danish), "pdf")
	pdf, err := os.ReadFile(filepath.Join(dir, "book.pdf"))
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF")) {
		t.Errorf("no PDF: %v", err)
	}

	convert(workbook(t, hostile(t), "=1+10", lang.Danish), toCSV)
	if rows := read("Overblik"); !slices.ContainsFunc(rows, func(cells []string) bool { return cells[0] == "=1+1" }) {
		t.Error("a text that begins with = is not shown as it is")
	}
}

// sensitivity is a report's targets under every rule.
func sensitivity(t testing.TB, r *benchmark.Report) *benchmark.Sensitivity {
	t.Helper()
	s, err := r.Sensitivity(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}
