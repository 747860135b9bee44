package excel_test

import (
	"bytes"
	"context"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small is a report of 32 made-up municipalities in two areas, the second a part
// of the first. One figure is missing, and one municipality spends far too much.
func small(t *testing.T) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	for i := range 32 {
		code := strconv.Itoa(101 + i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: "By " + code, Region: "R" + strconv.Itoa(i%3)})
		people := float64(10_000 + 997*i)
		for year := 2021; year <= 2024; year++ {
			swing := float64((i*37+year*11)%23) - 11 // no pattern, and no chance either
			home, visits := people*(900+swing*9+float64(i)*3), people*(300+float64((i*17+year*5)%19))
			if i == 7 {
				visits *= 2
			}
			b.Set(code, year, "home", home)
			if i != 3 || year != 2024 {
				b.Set(code, year, "visits", visits)
			}
			b.Set(code, year, "people", people)
			b.Set(code, year, "hours", people*(20+swing/10))
			b.Set(code, year, "content", 60+float64((i*13)%17))
		}
	}
	for id, name := range map[string]string{"home": "Pleje i hjemmet", "visits": "Besøg", "people": "Borgere", "hours": "Timer", "content": "Tilfredshed"} {
		b.AddIndicator(dataset.Indicator{ID: id, Name: name, Unit: "kr.", Publisher: "Opdigtet", Source: "small.csv"})
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), d, plan.Plan{
		Title: "Prøve", Author: "Økonomi & Analyse", Register: "none",
		Definitions: []plan.Driver{{ID: "size", Name: "Borgere (log)", Of: []string{"people"}, Transform: "log"}},
		Drivers:     []string{"size"},
		Areas: []plan.Area{
			{ID: "all", Name: "Ældre i alt", Unit: "kr. pr. borger", Spending: []string{"home", "visits"}, Per: []string{"people"}},
			{ID: "visits", Name: "Besøg: hjemme/ude", Unit: "kr. pr. borger", Spending: []string{"visits"}, Per: []string{"people"},
				Activity: []string{"hours"}, Quality: []plan.Quality{{Indicator: "content", Better: "high"}}},
		},
	}, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestGolden holds the text of every cell of a small workbook, numbers to four
// digits, in both languages.
func TestGolden(t *testing.T) {
	t.Parallel()
	r := small(t)
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		t.Run(l.String(), func(t *testing.T) {
			var book bytes.Buffer
			o := excel.Options{Command: "raaderum benchmark --municipality 'By 108'", Version: "v1.2.3", Plan: "title = \"Prøve\"\n\n[[area]]\nid = \"all\"\n"}
			if err := excel.Write(t.Context(), &book, r, "108", l, o); err != nil {
				t.Fatal(err)
			}
			got := texts(t, book.Bytes())
			golden := filepath.Join("testdata", "TestGolden_"+l.String()+".golden")
			if *update {
				if err := os.MkdirAll("testdata", 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				if err := os.WriteFile(golden+".got", got, 0o666); err != nil {
					t.Fatal(err)
				}
				t.Errorf("the workbook has changed: see %s.got, or run the test with -update", golden)
			}
		})
	}
}

// longGolden is how many rows a sheet has of which not all are held, for they are
// like those before.
const longGolden = 160

// texts are all cells of a workbook, a line each, by sheet.
func texts(t *testing.T, book []byte) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	for _, name := range f.GetSheetList() {
		b.WriteString("== " + name + "\n")
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) > longGolden {
			rows = rows[:20]
		}
		for i, cells := range rows {
			for k, text := range cells {
				if text == "" {
					continue
				}
				if strings.Contains(text, "%!") {
					t.Errorf("a phrase got the wrong facts: %q", text)
				}
				at, err := excelize.CoordinatesToCellName(k+1, i+1)
				if err != nil {
					t.Fatal(err)
				}
				b.WriteString(at + "\t" + rounded(text) + "\n")
			}
		}
	}
	for _, n := range f.GetDefinedName() {
		b.WriteString("name " + n.Name + " " + n.Scope + " " + n.RefersTo + "\n")
	}
	return b.Bytes()
}

// rounded is a number to four digits, for the last ones differ between
// processors, and anything else as it is.
func rounded(text string) string {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.TrimLeft(text, "-0123456789") == "" {
		return text
	}
	if math.Abs(v) < 1e-9 {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}
