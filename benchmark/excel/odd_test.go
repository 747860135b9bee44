package excel_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// oddNames are names that the file format writes otherwise, or has no letters
// for: some are the same but for those.
var oddNames = []string{"B\uFFFDrn", "Brn", "a\uFFFEb", "a\uFFFFb", "_x0041_", "A", "' 'x", "a\u0001", "'", "_x000D_x"}

// odd is a report whose areas and indicators have odd names, and no units.
func odd(t *testing.T) *benchmark.Report {
	t.Helper()
	var b dataset.Builder
	for i := range 45 {
		code := strconv.Itoa(100 + i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: "M" + code})
		b.Set(code, 2024, "people", float64(1000+i*i%13))
		b.Set(code, 2024, "age", float64(40+i*i%7))
		for k := range oddNames {
			b.Set(code, 2024, "kr"+strconv.Itoa(k), float64(10_000+i*(k+7)*(k+7)%91))
		}
	}
	p := plan.Plan{Title: "T", Drivers: []string{"age"}, Definitions: []plan.Driver{{ID: "age", Name: oddNames[0], Of: []string{"age"}}}}
	for k, name := range oddNames {
		id := strconv.Itoa(k)
		b.AddIndicator(dataset.Indicator{ID: "kr" + id, Name: name})
		p.Areas = append(p.Areas, plan.Area{ID: "a" + id, Name: name, Spending: []string{"kr" + id}, Per: []string{"people"}})
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r, err := benchmark.Run(context.Background(), d, p, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOddNames: sheets are told apart as spreadsheet programs read their names,
// charts refer to sheets that are there, and an area without a unit has one in
// words.
func TestOddNames(t *testing.T) {
	t.Parallel()
	all := parts(t, full(t, odd(t), "101", lang.Danish))
	book, err := readNode(all["xl/workbook.xml"])
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range book.find("sheet") {
		name := s.attr("name")
		if slices.ContainsFunc(names, func(other string) bool { return strings.EqualFold(name, other) }) || strings.Trim(name, "' ") != name || letterCode.MatchString(name) {
			t.Errorf("the sheet %q among %q", name, names)
		}
		names = append(names, name)
	}
	charts := 0
	for part, content := range all {
		if strings.Contains(string(content), "Tallene er i ,") {
			t.Errorf("%s: figures in nothing", part)
		}
		if !strings.HasPrefix(part, "xl/charts/") {
			continue
		}
		charts++
		n, err := readNode(content)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range n.find("f") {
			sheet, _, _ := strings.Cut(strings.TrimPrefix(f.Text, "'"), "'!")
			if !slices.Contains(names, strings.ReplaceAll(sheet, "''", "'")) {
				t.Errorf("%s refers to %s", part, f.Text)
			}
		}
	}
	if charts < len(oddNames) {
		t.Errorf("%d charts", charts)
	}
}

// TestColumnsInOrder: of their widths, which some programs otherwise lose.
func TestColumnsInOrder(t *testing.T) {
	t.Parallel()
	for part, n := range officialNodes(t, "360", lang.Danish) {
		if !strings.HasPrefix(part, "xl/worksheets/sheet") {
			continue
		}
		last := 0
		for _, c := range n.find("col") {
			first, _ := strconv.Atoi(c.attr("min"))
			if first <= last {
				t.Errorf("%s: column %d after %d", part, first, last)
			}
			last, _ = strconv.Atoi(c.attr("max"))
		}
	}
}
