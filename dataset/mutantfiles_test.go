package dataset_test

import (
	"fmt"
	"github.com/raaderum/raaderum/internal/longtest"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// goodFile is a file whose figures are right, in one format and layout, as rows of fields
// that can be changed before they are written.
type goodFile struct {
	name    string
	rows    [][]string // the first is the header
	refs    []figureAt // where the figures stand
	places  []int      // the columns of codes and names
	text    bool       // fields have separators between them
	ext     string
	write   func(rows [][]string) []byte
	options dataset.Options
	plan    *plan.Plan        // that it is for; nil: it is looked at by itself
	alias   map[string]string // what indicators are called when they are read
}

// figureAt is where a figure stands, and what it is of.
type figureAt struct {
	row, column    int
	name, year, id string
}

// mutantNames are the names that indicators get in some files.
var mutantNames = map[string]map[string]string{
	"CSV with categories":   {"folketal.0_5": "0_5, antal", "folketal.80+": "80+, antal"},
	"xlsx years in columns": {"skole": "a"},
	"ods years in columns":  {"skole": "Udgifter 2024"},
	"PC-Axis":               {"skole": "SKOLE"},
}

// mutantYears are the years of good files.
var mutantYears = []int{2022, 2023, 2024}

// goodFigure returns a figure of a good file: people, spending per inhabitant, spending in
// kr., and a share in per cent. All are real figures.
func goodFigure(d *dataset.Dataset, m dataset.Municipality, year int, id string) float64 {
	switch id {
	case "skole":
		return d.Value(m.Code, year, "regk31.3.22.01")
	case "udgift":
		return d.Value(m.Code, year, "regk31.3.22.01") * d.Value(m.Code, year, "folketal")
	}
	return d.Value(m.Code, year, id)
}

// writeNumber writes a figure as Danes do, without rounding.
func writeNumber(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

// makeGoodFiles makes a good file of every format and layout. The long tests have all
// municipalities, and the others half of them.
func makeGoodFiles(t testing.TB) []goodFile {
	d := danmark.Accounts()
	var towns []dataset.Municipality
	for i, m := range d.Municipalities() {
		if !m.Atypical && (i%2 == 0 || longtest.Wanted()) {
			towns = append(towns, m)
		}
	}
	ids := []string{"folketal", "skole", "ledighed"}
	year := strconv.Itoa
	// long has a row for each figure, by the fields that say what it is of.
	long := func(header []string, ids []string, fields func(m dataset.Municipality, year, id string) []string) (rows [][]string, refs []figureAt) {
		rows = append(rows, header)
		for _, id := range ids {
			for _, y := range mutantYears {
				for _, m := range towns {
					row := append(fields(m, year(y), id), writeNumber(goodFigure(d, m, y, id)))
					refs = append(refs, figureAt{len(rows), len(row) - 1, m.Name, year(y), id})
					rows = append(rows, row)
				}
			}
		}
		return rows, refs
	}
	var files []goodFile
	add := func(name, ext string, write func([][]string) []byte, places []int, rows [][]string, refs []figureAt) {
		files = append(files, goodFile{name: name, rows: rows, refs: refs, places: places, ext: ext, alias: mutantNames[name],
			text: ext == "csv", write: write, options: danish})
	}
	rows, refs := long([]string{"kommunekode", "kommune", "år", "indikator", "værdi"}, ids, func(m dataset.Municipality, year, id string) []string { return []string{m.Code, m.Name, year, id} })
	add("tidy CSV", "csv", writeSeparated, []int{0, 1}, rows, refs)
	rows, refs = long([]string{"kommune", "år", "aldersgruppe", "antal"}, []string{"folketal.0_5", "folketal.80+"}, func(m dataset.Municipality, year, id string) []string {
		return []string{m.Name, year, strings.TrimPrefix(id, "folketal.")}
	})
	add("CSV with categories", "csv", writeSeparated, []int{0}, rows, refs)
	rows, refs = long([]string{"OMRÅDE", "ART", "TID", "INDHOLD"}, ids, func(m dataset.Municipality, year, id string) []string { return []string{m.Name, id, year} })
	add("StatBank CSV", "csv", writeSeparated, []int{0}, rows, refs)
	rows, refs = long([]string{"OMRÅDE", "FUNKTION", "DRANST", "ART", "PRISENHED", "TID", "INDHOLD"}, []string{"regk31.3.22.01", "regk31.5.30.27"}, func(m dataset.Municipality, year, id string) []string {
		return []string{m.Code, strings.ReplaceAll(strings.TrimPrefix(id, "regk31."), ".", ""), "1", "TOT", "INDL", year}
	})
	add("StatBank BULK", "csv", writeSeparated, []int{0}, rows, refs)

	wide := [][]string{{"kommune", "år", "folketal", "skole", "ledighed", "udgift (1.000 kr.)"}}
	var wideRefs []figureAt
	for _, m := range towns {
		for _, y := range mutantYears {
			row := []string{m.Name, year(y)}
			for _, id := range append(ids, "udgift") {
				v := goodFigure(d, m, y, id)
				if id == "udgift" {
					v = math.Round(v / 1000)
				}
				wideRefs = append(wideRefs, figureAt{len(wide), len(row), m.Name, year(y), id})
				row = append(row, writeNumber(v))
			}
			wide = append(wide, row)
		}
	}
	add("wide CSV", "csv", writeSeparated, []int{0}, wide, wideRefs)
	add("wide xlsx", "xlsx", func(rows [][]string) []byte { return writeBook(t, rows) }, []int{0}, wide, wideRefs)

	years := [][]string{{"kommune", "2022", "2023", "2024"}}
	var yearRefs []figureAt
	for _, m := range towns {
		row := []string{m.Name}
		for _, y := range mutantYears {
			yearRefs = append(yearRefs, figureAt{len(years), len(row), m.Name, year(y), "skole"})
			row = append(row, writeNumber(goodFigure(d, m, y, "skole")))
		}
		years = append(years, row)
	}
	add("CSV years in columns", "csv", writeSeparated, []int{0}, years, yearRefs)
	add("xlsx years in columns", "xlsx", func(rows [][]string) []byte { return writeBook(t, rows) }, []int{0}, years, yearRefs)
	add("ods years in columns", "ods", func(rows [][]string) []byte { return writeODS(t, rows) }, []int{0}, years, yearRefs)
	add("PC-Axis", "px", writePX, []int{0}, years, yearRefs)
	add("JSON-stat", "json", writeStat, []int{0}, years, yearRefs)

	return append(files, makePlannedFiles(d)...)
}

// makePlannedFiles makes good files of a new year, which are laid over the years before and
// compared by a plan.
func makePlannedFiles(d *dataset.Dataset) []goodFile {
	country := danmark.Country(lang.Danish)
	accounts := []string{"regk31.3.22.01", "regk31.5.30.27", "regk31.5.28.21", "regk31.6.45.51", "regk31.2.28.11"}
	p := &plan.Plan{Drivers: []string{"folketal", "ledighed"}}
	for _, id := range accounts {
		p.Areas = append(p.Areas, plan.Area{ID: id, Spending: []string{id}, SpendingPer: "folketal"})
	}
	before := func(last int) dataset.Options {
		options := p.Reading(country)
		beneath, err := d.Subset(dataset.Selection{Years: []int{last - 2, last - 1, last}, Indicators: p.Indicators()})
		if err != nil {
			panic(err)
		}
		options.Beneath, options.Known = beneath, nil
		return options
	}
	var files []goodFile
	tidy, wide := [][]string{{"kommune", "år", "indikator", "værdi"}}, [][]string{{"kommune", "år"}}
	var tidyRefs, wideRefs []figureAt
	ids := append([]string{"folketal", "ledighed"}, accounts...)
	wide[0] = append(wide[0], ids...)
	for _, m := range d.Municipalities() {
		row := []string{m.Name, "2024"}
		for _, id := range ids {
			v := writeNumber(d.Value(m.Code, 2024, id))
			tidyRefs = append(tidyRefs, figureAt{len(tidy), 3, m.Name, "2024", id})
			tidy = append(tidy, []string{m.Name, "2024", id, v})
			wideRefs = append(wideRefs, figureAt{len(wide), len(row), m.Name, "2024", id})
			row = append(row, v)
		}
		wide = append(wide, row)
	}
	files = append(files,
		goodFile{name: "a new year, tidy CSV", rows: tidy, refs: tidyRefs, places: []int{0}, ext: "csv", text: true, write: writeSeparated, options: before(2023), plan: p},
		goodFile{name: "a new year, wide CSV", rows: wide, refs: wideRefs, places: []int{0}, ext: "csv", text: true, write: writeSeparated, options: before(2023), plan: p})

	town, _ := d.Find("Køge")
	m := d.Municipalities()[town]
	sheet := [][]string{{"Funktion", "Tekst", "Regnskab 2025 (kr.)"}}
	var refs []figureAt
	for _, id := range accounts {
		ind, _ := d.Indicator(id)
		v := math.Round(1.02 * d.Value(m.Code, 2024, id) * d.Value(m.Code, 2025, "folketal"))
		refs = append(refs, figureAt{len(sheet), 2, m.Name, "2025", id})
		sheet = append(sheet, []string{strings.TrimPrefix(id, "regk31."), ind.Name, writeNumber(v)})
	}
	options := before(2025)
	options.Municipality = "Køge"
	return append(files, goodFile{name: "finance sheet", rows: sheet, refs: refs, ext: "csv", text: true, write: writeSeparated, options: options, plan: p})
}

// writeSeparated writes rows of text.
func writeSeparated(rows [][]string) []byte {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, ";"))
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

// asNumber returns a field as programs write numbers.
func asNumber(field string) (number string, ok bool) {
	number = strings.Replace(field, ",", ".", 1)
	_, err := strconv.ParseFloat(number, 64)
	return number, err == nil
}

// writeBook writes an Excel file.
func writeBook(t testing.TB, rows [][]string) []byte {
	var sheet [][]string
	for _, row := range rows {
		cells := slices.Clone(row)
		for c, field := range row {
			if number, ok := asNumber(field); ok {
				cells[c] = "<c><v>" + number + "</v></c>"
			} else if field == "" {
				cells[c] = "<c/>"
			}
		}
		sheet = append(sheet, cells)
	}
	return sheetBook(t, cellsOf(sheet...))
}

// writeODS writes a file of LibreOffice.
func writeODS(t testing.TB, rows [][]string) []byte {
	var sheet [][]string
	for _, row := range rows {
		cells := make([]string, len(row))
		for c, field := range row {
			if number, ok := asNumber(field); ok {
				cells[c] = `<table:table-cell office:value-type="float" office:value="` + number + `"><text:p>x</text:p></table:table-cell>`
			} else if field == "" {
				cells[c] = "<table:table-cell/>"
			} else {
				cells[c] = `<table:table-cell office:value-type="string"><text:p>` + field + `</text:p></table:table-cell>`
			}
		}
		sheet = append(sheet, cells)
	}
	return []byte(zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", contentOf(sheet...)))
}

// listLabels returns what stands above the columns of figures and before the rows.
func listLabels(rows [][]string) (across, down []string) {
	if len(rows) > 0 && len(rows[0]) > 0 {
		across = rows[0][1:]
		for _, row := range rows[1:] {
			if len(row) > 0 {
				down = append(down, row[0])
			}
		}
	}
	return across, down
}

// writePX writes a PC-Axis file of a table with a row for each municipality.
func writePX(rows [][]string) []byte {
	across, down := listLabels(rows)
	quote := func(list []string) string { return `"` + strings.Join(list, `","`) + `"` }
	var b strings.Builder
	fmt.Fprintf(&b, "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nCODEPAGE=\"utf-8\";\nMATRIX=\"SKOLE\";\nCONTENTS=\"skole\";\nUNITS=\"kr. pr. indbygger\";\nSTUB=\"område\";\nHEADING=\"tid\";\n"+
		"VALUES(\"område\")=%s;\nVALUES(\"tid\")=%s;\nDATA=\n", quote(down), quote(across))
	for _, row := range rows[1:] {
		for _, field := range row[min(1, len(row)):] {
			if number, ok := asNumber(field); ok {
				b.WriteString(number + " ")
			} else if field == "" {
				b.WriteString("\"..\" ")
			} else {
				b.WriteString(field + " ")
			}
		}
		b.WriteByte('\n')
	}
	return []byte(b.String() + ";\n")
}

// writeStat writes a JSON-stat file of a table with a row for each municipality.
func writeStat(rows [][]string) []byte {
	across, down := listLabels(rows)
	quote := func(list []string) string { return `["` + strings.Join(list, `","`) + `"]` }
	var values []string
	for _, row := range rows[1:] {
		for _, field := range row[min(1, len(row)):] {
			number, ok := asNumber(field)
			if !ok {
				number = "null"
				if field != "" {
					number = `"` + field + `"`
				}
			}
			values = append(values, number)
		}
	}
	return fmt.Appendf(nil, `{"version":"2.0","class":"dataset","label":"skole","id":["område","tid"],"size":[%d,%d],"role":{"time":["tid"],"geo":["område"]},`+
		`"dimension":{"område":{"category":{"index":%s}},"tid":{"category":{"index":%s}}},"value":[%s]}`, len(down), len(across), quote(down), quote(across), strings.Join(values, ","))
}
