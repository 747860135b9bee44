package excel_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
	"github.com/xuri/excelize/v2"
)

// liveSheets are the live sheet's names.
var liveSheets = map[lang.Language]string{lang.Danish: "Råderum", lang.English: "Headroom"}

const firstLive = 12 // the row of the first area

// liveWords are what the live sheet says beside the figures.
type liveWords struct {
	title, actual, expected, pct                string
	grades                                      map[benchmark.Grade]string
	both, nothing, parts, whole, more, sum, not string
	below, out, part, byParts, uncertain, none  string
}

var wordsOf = map[lang.Language]liveWords{
	lang.Danish: {
		"Muligt råderum: ", "Faktisk ", "Forventet ", "Forskel, pct., ",
		map[benchmark.Grade]string{"marked": "▲▲▲ markant", "clear": "▲▲ tydelig", "possible": "▲ mulig", "low": "▽ lavt", "posting": "↔ kontering?"},
		"kun beløbet gælder", "råderummet mangler", "dele er ikke lagt til", "kun det samlede gælder", "mere end råderummet", "ja", "nej",
		"målet er ikke over nul", "ikke med i summen", "nej, del", "nej, dele", "○ ikke sikker", "intet råderum",
	},
	lang.English: {
		"Possible headroom: ", "Actual ", "Expected ", "Difference, per cent, ",
		map[benchmark.Grade]string{"marked": "▲▲▲ marked", "clear": "▲▲ clear", "possible": "▲ possible", "low": "▽ low", "posting": "↔ posting?"},
		"only the amount counts", "headroom is missing", "parts are not added", "only the whole counts", "more than the headroom", "yes", "no",
		"target is not above zero", "not in the sum", "no, part", "no, parts", "○ not certain", "no headroom",
	},
}

// choice is what somebody chooses and writes on the live sheet.
type choice struct {
	municipality string // its name
	rule         string // as it is written; empty: each area's own
	year         int    // 0: the one compared
	goal         float64
	decideKr     map[int]float64 // kr. million, by the number of the area on the sheet
	decidePct    map[int]float64
	counted      map[int]bool // in the sum, where it is chosen; otherwise those of service that are no parts
}

// value is a cell's own value.
func value(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// checkLive compares the live sheet with the report, as it is to be for a
// choice. get returns a cell's value.
func checkLive(t *testing.T, where string, r *benchmark.Report, l lang.Language, c choice, tolerance float64, get func(cell string) string) {
	t.Helper()
	words := wordsOf[l]
	one, ok := r.Only(c.municipality)
	if !ok {
		t.Fatalf("no %s", c.municipality)
	}
	targets := sensitivity(t, one)
	byName := map[string]benchmark.Row{}
	for row := range one.Rows() {
		byName[r.Model(row.Area).Name] = row
	}
	year := r.Year
	if c.year != 0 {
		year = c.year
	}
	same := func(at, want string) {
		t.Helper()
		if got := get(at); got != want {
			t.Errorf("%s: %s says %q, want %q", where, at, got, want)
		}
	}
	same("A1", words.title+get("B4")+", "+strconv.Itoa(r.Year))
	for column, word := range map[string]string{"M": words.actual, "N": words.expected, "O": words.pct} {
		same(column+strconv.Itoa(firstLive-1), word+strconv.Itoa(year))
	}
	decided := map[string]float64{} // by area
	children, position := map[string][]int{}, map[string]int{}
	at := func(i int) (benchmark.Row, *benchmark.Model) {
		name := get("A" + strconv.Itoa(firstLive+i))
		row, ok := byName[name]
		if !ok {
			t.Fatalf("%s: row %d is of no area: %q", where, firstLive+i, name)
		}
		return row, r.Model(row.Area)
	}
	for i := range r.Models {
		_, m := at(i)
		children[m.PartOf], position[m.Area] = append(children[m.PartOf], i), i
	}
	level := func(row *benchmark.Row) benchmark.Target {
		if c.rule == "" {
			return benchmark.Target{Level: row.Target.Level, GapKr: row.Target.GapKr, HeadroomKr: row.Target.HeadroomKr}
		}
		for _, target := range targets.Targets(row) {
			if target.Rule == c.rule {
				return target
			}
		}
		nan := math.NaN()
		return benchmark.Target{Level: nan, GapKr: nan, HeadroomKr: nan}
	}
	var decide func(i int) float64
	decide = func(i int) float64 {
		row, _ := at(i)
		if kr, written := c.decideKr[i]; written {
			return kr
		}
		if pct, written := c.decidePct[i]; written {
			return pct * level(&row).HeadroomKr / 1e6
		}
		sum := 0.0
		for _, part := range children[row.Area] {
			if v := decide(part); !math.IsNaN(v) { // a share of nothing, which the row notes
				sum += v
			}
		}
		return sum
	}
	// standing is what the sheet says of an area that is not for anybody to choose: its whole
	// or its parts are in the sum instead.
	standing := func(m *benchmark.Model) string {
		for whole := r.Model(m.PartOf); whole != nil; whole = r.Model(whole.PartOf) {
			if whole.Fitted() {
				return words.part
			}
		}
		if m.Whole || !m.Fitted() && len(children[m.Area]) > 0 {
			return words.byParts
		}
		return ""
	}
	written := func(i int) bool {
		_, kr := c.decideKr[i]
		_, pct := c.decidePct[i]
		return kr || pct
	}
	counted := func(i int) bool {
		_, m := at(i)
		if in, chosen := c.counted[i]; chosen {
			return in
		}
		return standing(m) == "" && !m.NotService && r.Model(m.SharedWith) == nil
	}
	// remark is what to note of a decision, the first that holds.
	remark := func(i int) string {
		row, m := at(i)
		_, kr := c.decideKr[i]
		_, pct := c.decidePct[i]
		headroom, ofParts := level(&row).HeadroomKr/1e6, 0.0
		for _, part := range children[row.Area] {
			if v := decide(part); !math.IsNaN(v) {
				ofParts += v
			}
		}
		whole, hasWhole := position[m.PartOf]
		switch {
		case level(&row).Level <= 0:
			return words.below
		case decide(i) > headroom+0.00005:
			return words.more
		case !kr && pct && math.IsNaN(headroom):
			return words.nothing
		case !kr && c.decidePct[i] > 0 && headroom == 0:
			return words.none
		case kr && pct:
			return words.both
		case hasWhole && standing(m) == words.part && written(i) && written(whole):
			return words.whole
		case written(i) && ofParts > 0:
			return words.parts
		case standing(m) == "" && !counted(i) && decide(i) > 0,
			standing(m) == words.byParts && written(i) && decide(i) > 0:
			return words.out
		}
		return ""
	}
	var gap, headroom, all float64
	without, known := 0, false
	for i := range r.Models {
		row, m := at(i)
		line := strconv.Itoa(firstLive + i)
		target := level(&row)
		actual, expected, pct := row.Actual, row.Expected.Level, row.Deviation.Pct
		if c.year != 0 && c.year != r.Year {
			actual, expected, pct = math.NaN(), math.NaN(), math.NaN()
			if row.Persistence != nil {
				for _, y := range row.Persistence.Years {
					if y.Year == c.year {
						actual, expected, pct = y.Actual, y.Expected, y.DeviationPct
					}
				}
			}
		}
		decided[row.Area] = decide(i)
		for column, want := range map[string]float64{
			"C": row.Actual, "D": target.Level, "E": row.Volume, "F": target.GapKr / 1e6, "G": target.HeadroomKr / 1e6,
			"K": decided[row.Area], "M": actual, "N": expected, "O": pct / 100,
		} {
			cell(t, fmt.Sprintf("%s, %s, %s%s", where, row.Area, column, line), get(column+line), want, tolerance)
		}
		stands := words.grades[row.Grade]
		if row.Grade == benchmark.None {
			if stands = "–"; !math.IsNaN(row.Deviation.Pct) {
				stands = words.uncertain
			}
		}
		same("H"+line, stands)
		same("L"+line, remark(i))
		if says := standing(m); says != "" {
			same("P"+line, says)
			continue
		}
		if !counted(i) {
			same("P"+line, words.not)
			continue
		}
		same("P"+line, words.sum)
		if !math.IsNaN(decided[row.Area]) {
			all += decided[row.Area]
		}
		if math.IsNaN(target.HeadroomKr) {
			without++
			continue
		}
		known = true
		gap, headroom = gap+target.GapKr/1e6, headroom+target.HeadroomKr/1e6
	}
	sum := strconv.Itoa(firstLive + len(r.Models))
	if !known {
		gap, headroom = math.NaN(), math.NaN()
	}
	for name, want := range map[string]float64{
		"F" + sum: gap, "G" + sum: headroom, "K" + sum: all, "K4": headroom, "K5": gap, "K6": float64(without), "K7": all,
	} {
		if math.IsNaN(want) {
			cell(t, where+", "+name, get(name), want, 0)
			continue
		}
		// Sums of signed amounts lose digits.
		got, err := strconv.ParseFloat(get(name), 64)
		if err != nil || math.Abs(got-want) > 1e-9*(1+math.Abs(headroom)) {
			t.Errorf("%s, %s: %q, want %v", where, name, get(name), want)
		}
	}
	if c.goal > 0 {
		cell(t, where+", share", get("K8"), all/c.goal, 1e-9)
		cell(t, where+", to go", get("K9"), max(0, c.goal-all), 1e-9)
	} else if _, err := strconv.ParseFloat(get("K9"), 64); err == nil {
		t.Errorf("%s: %s is missing to no goal", where, get("K9"))
	}
}

// TestLiveCached shows that what the file has beside the formulas is the
// report's, in both languages, and for a workbook of nobody the first
// municipality's. The long tests have all of them in both languages.
func TestLiveCached(t *testing.T) {
	t.Parallel()
	r := report(t)
	books := append(slices.Clone(bothLanguages), officialBook{"", lang.English, plain})
	if longtest.Wanted() {
		books = append(books, officialBook{"360", lang.English, plain},
			officialBook{"791", lang.Danish, plain}, officialBook{"", lang.Danish, plain})
	}
	for _, book := range books {
		who, l, name := book.municipality, book.language, liveSheets[book.language]
		f := opened(t, officialWorkbook(t, who, l))
		c := choice{municipality: who, rule: "expected"}
		if who == "" {
			c.municipality = r.AllMunicipalities()[0].Code
		}
		get := func(at string) string { return value(t, f, name, at) }
		checkLive(t, name+" of "+who, r, l, c, 1e-13, get)
		first := "B" + strconv.Itoa(firstLive+len(r.Models)+10)
		for _, cellName := range []string{"G12", "K4", first} {
			kind, err := f.GetCellType(name, cellName)
			if err != nil || kind == excelize.CellTypeFormula ||
				kind == excelize.CellTypeInlineString {
				t.Errorf("%s is of type %v, not a number: %v", cellName, kind, err)
			}
		}
	}
}

// TestLiveUncomparedWhole: where an area has no expected level, its parts are in the sum, as
// they are on the screen.
func TestLiveUncomparedWhole(t *testing.T) {
	t.Parallel()
	var b dataset.Builder
	for i := range 40 {
		code := strconv.Itoa(101 + i)
		b.AddMunicipality(dataset.Municipality{Code: code, Name: "Town " + code})
		b.Set(code, 2024, "people", float64(1000+50*i))
		b.Set(code, 2024, "x", float64(i%7))
		for k, id := range []string{"u1", "u2", "u3", "u4"} {
			if id == "u3" && i > 2 {
				continue
			}
			b.Set(code, 2024, id, 100+20*math.Sin(float64(i*(k+2)))+3*float64(i%7))
		}
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	area := func(id string, spending ...string) plan.Area {
		return plan.Area{ID: id, Name: id, Spending: spending, SpendingPer: "people", Drivers: []string{"x"}}
	}
	r, err := benchmark.Run(t.Context(), d, plan.Plan{Register: "none", Areas: []plan.Area{
		area("family", "u1", "u2", "u3"), area("one", "u1"), area("two", "u2"), area("other", "u4"),
	}}, benchmark.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Model("family").Fitted() || !r.Model("one").Fitted() || !r.Model("two").Fitted() {
		t.Fatal("the family is to lack a model, and its parts are not")
	}
	f := opened(t, workbook(t, r, "105", lang.English))
	get := func(at string) string { return value(t, f, "Headroom", at) }
	checkLive(t, "as written", r, lang.English, choice{municipality: "105", rule: "expected"}, 1e-13, get)
	one, _ := r.Only("105")
	total := one.Totals().Service
	cell(t, "the screen's sum", get("K5"), total.NetKr/1e6, 1e-9)
	cell(t, "the screen's sum of those above", get("K4"), total.PositiveKr/1e6, 1e-9)
	for at, want := range map[string]string{"P12": "no, parts", "P13": "yes", "P14": "yes", "P15": "yes"} {
		if got := get(at); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
	c := choice{municipality: "110", rule: "expected", decideKr: map[int]float64{0: 0.5, 1: 0.25, 3: 0.125}}
	choose(t, f, "Headroom", "Lists", choice{municipality: listedName(t, r, "110", f, "Lists"), rule: c.rule, decideKr: c.decideKr})
	checkLive(t, "chosen", r, lang.English, c, 1e-9, func(at string) string {
		if formula, err := f.GetCellFormula("Headroom", at); err != nil || formula == "" {
			return get(at)
		}
		v, err := f.CalcCellValue("Headroom", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Errorf("%s: %v", at, err)
		}
		return v
	})
}

func opened(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// label is the text of a rule in the list, by how it is written.
func label(t *testing.T, f *excelize.File, sheet, rule string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[4:] {
		if len(row) > 1 && row[1] == rule {
			return row[0]
		}
	}
	t.Fatalf("no rule %q in the list", rule)
	return ""
}

// choose writes a choice into a sheet, as a person would.
func choose(t *testing.T, f *excelize.File, sheet, lists string, c choice) {
	t.Helper()
	set := func(cell string, v any) {
		t.Helper()
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	set("B4", c.municipality)
	set("B5", label(t, f, lists, c.rule))
	if c.year != 0 {
		set("B6", c.year)
	}
	if c.goal > 0 {
		set("B7", c.goal)
	}
	for i, v := range c.decideKr {
		set("I"+strconv.Itoa(firstLive+i), v)
	}
	for i, v := range c.decidePct {
		set("J"+strconv.Itoa(firstLive+i), v)
	}
	for i, in := range c.counted {
		words := wordsOf[lang.Danish]
		if lists == "Lists" {
			words = wordsOf[lang.English]
		}
		chosen := words.not
		if in {
			chosen = words.sum
		}
		set("P"+strconv.Itoa(firstLive+i), chosen)
	}
}

// TestLiveCalculated chooses another municipality, rule and year, and computes
// every formula of the sheet without a spreadsheet program.
func TestLiveCalculated(t *testing.T) {
	longtest.SkipAlone(t)
	t.Parallel()
	r := report(t)
	f := opened(t, officialWorkbook(t, "791", lang.English))
	c := choice{municipality: "Lolland", rule: "cheapest-of-nearest:5/10", year: 2022, goal: 40, decideKr: map[int]float64{0: 2}, decidePct: map[int]float64{2: 0.5, 5: 1}, counted: map[int]bool{0: false, len(r.Models) - 1: true}}
	choose(t, f, "Headroom", "Lists", c)
	checkLive(t, "calculated", r, lang.English, c, 1e-9, func(at string) string {
		formula, err := f.GetCellFormula("Headroom", at)
		if err != nil {
			t.Fatal(err)
		}
		if formula == "" {
			return value(t, f, "Headroom", at)
		}
		v, err := f.CalcCellValue("Headroom", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Errorf("%s: %v", at, err)
		}
		return v
	})
}

// runFew reports half of the municipalities in the default plan's first areas.
var runFew = sync.OnceValues(func() (*benchmark.Report, error) {
	p := danmark.DefaultPlan(lang.Danish)
	p.Areas = p.Areas[:4]
	half := []string{"101", "360", "751", "791", "825"}
	for i, m := range danmark.Accounts().Municipalities() {
		if i%2 == 0 && !slices.Contains(half, m.Code) {
			half = append(half, m.Code)
		}
	}
	data, err := danmark.Accounts().Subset(dataset.Selection{Municipalities: half})
	if err != nil {
		return nil, err
	}
	return benchmark.Run(context.Background(), data, p, benchmark.Options{})
})

// few returns the report of runFew, which tests share.
func few(t *testing.T) *benchmark.Report {
	t.Helper()
	r, err := runFew()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// restore takes back what was written into a cell, which had a text, a number or
// nothing.
func restore(t *testing.T, f *excelize.File, sheet, cell, before string) {
	t.Helper()
	var v any
	if n, err := strconv.ParseFloat(before, 64); err == nil {
		v = n
	} else if before != "" {
		v = before
	}
	if err := f.SetCellValue(sheet, cell, v); err != nil {
		t.Fatal(err)
	}
}

// TestLiveWritten writes what the cells do not take, as pasting does.
func TestLiveWritten(t *testing.T) {
	longtest.SkipAlone(t)
	t.Parallel()
	r := few(t)
	if longtest.Wanted() {
		r = report(t)
	}
	book := workbook(t, r, "791", lang.Danish)
	f := opened(t, book)
	last := strconv.Itoa(firstLive + len(r.Models)) // the sum
	for _, c := range []struct {
		name, at string
		value    any
		want     map[string]string
	}{
		{"50 for 50 per cent", "J12", 50, map[string]string{"K12": "–", "L12": "skriv 0 til 100 pct."}},
		{"a share in words", "J12", "det halve", map[string]string{"K12": "–", "L12": "skriv 0 til 100 pct."}},
		{"a negative amount", "I12", -3, map[string]string{"K12": "–", "L12": "skriv et tal, 0 eller mere"}},
		{"a text", "I12", "lidt", map[string]string{"K12": "–", "L12": "skriv et tal, 0 eller mere"}},
		{"a share of nothing", "J12", 0.5, map[string]string{"K12": "0", "L12": "intet råderum"}},
		{"more than there is", "I12", 999, map[string]string{"K12": "999", "L12": "mere end råderummet"}},
		{"a goal in words", "B7", "40 mio.", map[string]string{"C7": "skriv et tal i mio. kr., 0 eller mere", "K9": "–"}},
		{"a goal below zero", "B7", -40, map[string]string{"C7": "skriv et tal i mio. kr., 0 eller mere", "K8": "–", "K9": "–"}},
		{"a goal", "B7", 40, map[string]string{"C7": "mio. kr., for eksempel 40", "K9": "40"}},
		{"no such municipality", "B4", "Nowhere", map[string]string{
			"A1": "Kommunen findes ikke på listen: vælg en i det gule felt", "C12": "–", "G12": "–", "H12": "–", "G" + last: "–", "F" + last: "–", "K4": "–", "K5": "–",
		}},
		{"no such rule", "B5", "noget", map[string]string{"A1": "Målreglen findes ikke på listen: vælg en i det gule felt", "G12": "–", "C12": "3039"}},
		{"no such year", "B6", 1999, map[string]string{"C6": "året findes ikke på listen", "M12": "–", "O12": "–"}},
		{"a part taken in", "P14", "ja", map[string]string{"L14": "delen tælles to gange"}},
		{"perhaps in the sum", "P12", "måske", map[string]string{"L12": "skriv ja eller nej"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := value(t, f, "Råderum", c.at)
			if err := f.SetCellValue("Råderum", c.at, c.value); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { restore(t, f, "Råderum", c.at, before) })
			for at, want := range c.want {
				got, err := f.CalcCellValue("Råderum", at, excelize.Options{RawCellValue: true})
				if err != nil || got != want {
					t.Errorf("%s is %q (%v), want %q", at, got, err, want)
				}
			}
		})
	}
}

// TestLiveShared shows that a workbook is the same whether others were written
// before it, or at the same time, or not.
func TestLiveShared(t *testing.T) {
	t.Parallel()
	r := few(t)
	codes := []string{"791", "360", "", "101", "825", "751"}
	w, err := excel.NewWriter(t.Context(), r, lang.Danish, excel.Options{})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	together := make([]bytes.Buffer, len(codes))
	for i, code := range codes {
		go func() { done <- w.Write(t.Context(), &together[i], code) }()
	}
	for range codes {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	for i, code := range codes {
		if !bytes.Equal(together[i].Bytes(), workbook(t, r, code, lang.Danish)) {
			t.Errorf("the workbook of %q is not the same by itself", code)
		}
	}
}
