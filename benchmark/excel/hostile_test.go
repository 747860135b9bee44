package excel_test

import (
	"archive/zip"
	"bytes"
	"context"
	"html"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// short cuts a text to what a plan takes.
func short(s string) string { return s[:min(len(s), 200)] }

// hostile is a report whose every text tries to be a formula or to break the
// file.
func hostile(t *testing.T) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	evil := []string{"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "<script>&\"'", "a\x00\x01\x1fb", "]]>", "\t=1", strings.Repeat("x", 40000)}
	codeOf := func(i int) string { // one is longer than a cell takes
		text := evil[i%len(evil)]
		if i >= len(evil) {
			text = short(text)
		}
		return text + strconv.Itoa(i)
	}
	for i := range 60 {
		code := codeOf(i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: code, Region: "=1", Group: "=1"})
		b.Set(code, 2024, "=spending", float64(1000+i*i%7))
		b.Set(code, 2024, "=people", float64(100+i))
	}
	for i, v := range evil { // in every text that a source has
		id := "=other" + strconv.Itoa(i)
		b.AddIndicator(dataset.Indicator{ID: id, Name: v, Unit: v, Publisher: v, Note: v, Source: v})
		for k := range 60 {
			b.Set(codeOf(k), 2024, id, float64(1000+k*k%11+i))
		}
	}
	b.AddIndicator(dataset.Indicator{ID: "=spending", Name: "=1+1", Unit: "=1+1", Publisher: "=1+1", Note: "=1+1", Source: "=1+1"})
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	areas := []plan.Area{{ID: "=1+1", Name: "=1+1", Unit: "=1+1", Spending: []string{"=spending"}, Per: []string{"=people"}}}
	for i, v := range evil {
		areas = append(areas, plan.Area{ID: "a" + strconv.Itoa(i), Name: short(v), Unit: short(v), Spending: []string{"=other" + strconv.Itoa(i)}, Per: []string{"=people"}})
	}
	r, err := benchmark.Run(context.Background(), d, plan.Plan{
		Author:      "=1+1",
		Title:       "=HYPERLINK(\"http://example.com\")",
		Definitions: []plan.Driver{{ID: "=people", Name: "=1+1", Of: []string{"=people"}}},
		Drivers:     []string{"=people"},
		Areas:       areas,
	}, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestNoFormulas shows that no text from data or plan becomes a formula, and
// that none breaks the file.
func TestNoFormulas(t *testing.T) {
	t.Parallel()
	book := workbook(t, hostile(t), "=1+10", lang.Danish)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	for _, part := range z.File {
		if path.Dir(part.Name) != "xl/worksheets" {
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
	if sheets != 13 {
		t.Errorf("%d sheets", sheets)
	}
	// Names, and through them the lists, refer to sheets of the workbook itself.
	f := opened(t, book)
	names := f.GetSheetList()
	for _, n := range f.GetDefinedName() {
		for _, to := range strings.Split(n.RefersTo, ",'") {
			sheet, cells, _ := strings.Cut(strings.TrimPrefix(to, "'"), "'!")
			if !slices.Contains(names, sheet) || strings.ContainsAny(cells, "![") {
				t.Errorf("%s refers to %s", n.Name, n.RefersTo)
			}
		}
	}
}

// formula is a formula in a sheet's part.
var formula = regexp.MustCompile(`<f[ >].*?</f>`)

// TestSheetNames: the names of sheets and ranges are legal, and each the only
// one of its kind, in both languages.
func TestSheetNames(t *testing.T) {
	t.Parallel()
	for _, book := range bothLanguages {
		f := opened(t, officialWorkbook(t, book.municipality, book.language))
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
