package dataset_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
)

// cellsOf is the XML of a sheet's rows: texts, and cells as they are.
func cellsOf(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<worksheet><sheetData>")
	for _, row := range rows {
		b.WriteString("<row>")
		for _, c := range row {
			if !strings.HasPrefix(c, "<") {
				c = `<c t="inlineStr"><is><t>` + c + `</t></is></c>`
			}
			b.WriteString(c)
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData></worksheet>"
}

// TestSheets holds what is made of sheets that people and programs make, and what
// is said of them.
func TestSheets(t *testing.T) {
	n := func(v float64) string { return fmt.Sprintf("<c><v>%v</v></c>", v) }
	const empty = "<c/>"
	for _, c := range []struct {
		name  string
		rows  [][]string
		file  string
		opt   dataset.Options
		want  []known
		kinds []dataset.Kind
		says  string
	}{
		{
			name: "the title is a municipality's name, and headings stand above the first of their years",
			rows: [][]string{{"Viborg Kommune"}, {"Udtræk 01-05-2024"}, {}, {"Kommune", "Folkeskole", empty, "Bibliotek", empty}, {empty, "2021", "2022", "2021", "2022"}, {"791 Viborg", "1.234,5", "2.000,0", "5,5", "6,5"}},
			opt:  danish, want: []known{{"791", 2021, "Folkeskole", 1234.5}, {"791", 2022, "Folkeskole", 2000}, {"791", 2022, "Bibliotek", 6.5}},
		},
		{
			name: "as StatBank writes them, with the unit above and labels that stand once",
			rows: [][]string{{"Regnskaber efter funktion, område og tid"}, {"Enhed: 1.000 kr."}, {}, {" ", " ", "2021", "2022"}, {"3.22.01 Folkeskoler", "Viborg", n(1), n(2)}, {empty, "Odense", n(3), n(4)}, {"3.22.08 Specialskoler", "Viborg", n(5), n(6)}, {empty, "Odense", n(7), ".."}, {"Bemærkning: tal i 1.000 kr."}},
			file: "REGK31.xlsx", opt: danish, kinds: []dataset.Kind{dataset.ChosenValue, dataset.ChosenValue}, says: "without the variable DRANST",
			want: []known{{"791", 2021, "regk31.3.22.01[PRISENHED=LOBM]", 1000}, {"461", 2022, "regk31.3.22.01[PRISENHED=LOBM]", 4000}, {"791", 2022, "regk31.3.22.08[PRISENHED=LOBM]", 6000}, {"461", 2021, "regk31.3.22.08[PRISENHED=LOBM]", 7000}},
		},
		{
			name: "ages below each municipality",
			rows: [][]string{{"Folketal"}, {}, {" ", " ", "2021K1", "2021K3"}, {"Viborg", "Alder i alt", n(9), n(10)}, {empty, "6 år", n(1), n(2)}, {empty, "7 år", n(3), n(4)}, {"Odense", "Alder i alt", n(19), n(20)}, {empty, "6 år", n(5), n(6)}, {empty, "7 år", n(7), n(8)}},
			file: "folk1a.xlsx", opt: wanting("folketal", "folketal.6_7"),
			want:  []known{{"791", 2021, "folketal", 9}, {"461", 2021, "folketal.6_7", 12}},
			kinds: []dataset.Kind{dataset.ChosenValue}, says: "Quarter 1 stands for the year",
		},
		{
			name: "what is no number: true, a fault, a formula without its result",
			rows: [][]string{{"kommune", "år", "x"}, {"Viborg", n(2021), `<c t="b"><v>1</v></c>`}, {"Odense", n(2021), `<c t="e"><v>#DIV/0!</v></c>`}, {"Randers", n(2021), "<c><f>B1+1</f></c>"}, {"Herning", n(2021), `<c t="str"><f>B1</f><v>7,5</v></c>`}, {"Horsens", n(2021), `<c t="str"><f>B1</f><v></v></c>`}},
			opt:  danish, want: []known{{"657", 2021, "x", 7.5}},
			kinds: []dataset.Kind{dataset.NotNumber, dataset.NotNumber, dataset.NotNumber}, says: "'=B1+1' is a formula that the file does not have the result of",
		},
		{
			name: "dates by the column's name, and as ISO 8601",
			rows: [][]string{{"kommune", "Dato", "x"}, {"Viborg", `<c t="d"><v>2021-01-01T00:00:00</v></c>`, n(1)}, {"Odense", `<c t="d"><v>2022-01-01</v></c>`, n(2)}},
			opt:  danish, want: []known{{"791", 2021, "x", 1}, {"461", 2022, "x", 2}},
		},
		{
			name: "some numbers are shown as per cent",
			rows: [][]string{{"kommune", "år", "x"}, {"Viborg", n(2021), "76,2 %"}, {"Odense", n(2021), n(0.5)}},
			opt:  danish, want: []known{{"791", 2021, "x", 76.2}, {"461", 2021, "x", 0.5}}, kinds: []dataset.Kind{dataset.ConvertedUnit}, says: "The others are read as they stand",
		},
		{
			name: "a year after the name, a column without one, and one of text",
			rows: [][]string{{"kommune", "Regnskab 2021", "Regnskab 2022", "Areal", "Note"}, {"Viborg", n(1), n(2), n(3), "a"}},
			opt:  danish, want: []known{{"791", 2021, "Regnskab", 1}, {"791", 2022, "Regnskab", 2}},
			kinds: []dataset.Kind{dataset.TextColumn, dataset.TextColumn}, says: "does not have a year, as the others have",
		},
		{
			name: "a figure in a merged cell is nobody's, and a label is of all",
			rows: [][]string{{"kommune", "år", "x"}, {"Viborg", n(2021), n(5)}, {"Odense", empty, "<c/></row></sheetData><mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/></mergeCells><sheetData><row>"}},
			opt:  danish, want: []known{{"791", 2021, "x", 5}, {"461", 2021, "x", math.NaN()}},
			kinds: []dataset.Kind{dataset.NotNumber}, says: "cell C3, column 'x': the number '5' stands in a merged cell",
		},
		{
			name: "a text that may be read in two ways beside a number",
			rows: [][]string{{"kommune", "år", "x"}, {"Viborg", n(2021), "1.234"}, {"Odense", n(2021), n(0.5)}},
			opt:  danish, want: []known{{"791", 2021, "x", 1234}, {"461", 2021, "x", 0.5}},
			kinds: []dataset.Kind{dataset.AmbiguousMark}, says: "'1.234' can be read in two ways",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := c.file
			if file == "" {
				file = "fil.xlsx"
			}
			d, errs, warnings := readAll(t, c.opt, dataset.Bytes(file, sheetBook(t, cellsOf(c.rows...))))
			agree(t, d, c.want)
			all := append(append(dataset.Problems{}, errs...), warnings...)
			var kinds []dataset.Kind
			for _, p := range all {
				kinds = append(kinds, p.Kind)
			}
			if fmt.Sprint(kinds) != fmt.Sprint(c.kinds) || !strings.Contains(all.Error(), c.says) {
				t.Errorf("problems of the kinds %v, want %v and %q:\n%v", kinds, c.kinds, c.says, all)
			}
		})
	}
}

// TestYearsInColumns holds the ways that a CSV may have its years.
func TestYearsInColumns(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []known
		says string
	}{
		"a column a year":                 {"kommune;2021;2022\nViborg;1,5;2\nOdense;3;..\n", []known{{"791", 2021, "fil", 1.5}, {"461", 2021, "fil", 3}}, ""},
		"below a title":                   {"Skoler;;\nkommune;2021;2022\nViborg;1,5;2\n", []known{{"791", 2022, "Skoler", 2}}, ""},
		"below titles without separators": {"Udtræk, 1. maj 2024\nViborg Kommune\n\nkommune;2021;2022\nViborg;1,5;2,5\nOdense;3,5;4,5\n", []known{{"791", 2022, "Udtræk, 1. maj 2024", 2.5}}, ""},
		"as a matrix, below a title":      {"\"Regnskaber efter funktion, område og tid\"\n\n;;2021;2022\n3.22.01 Folkeskoler;Viborg;1;2\n;Odense;3;4\n3.22.08 Specialskoler;Viborg;5;6\n;Odense;7;8\n", []known{{"461", 2022, "3.22.01 Folkeskoler", 4}, {"791", 2021, "3.22.08 Specialskoler", 5}}, ""},
		"columns below a title":           {"Egne tal\nkommune;år;skoler\nViborg;2021;1,5\nOdense;2021;2\n", []known{{"791", 2021, "skoler", 1.5}, {"461", 2021, "skoler", 2}}, ""},
		"with indicators":                 {"kode\tnavn\tindikator\t2021\t2022\n791\tViborg\ta\t1\t2\n791\tViborg\tb\t3\t4\n", []known{{"791", 2021, "a", 1}, {"791", 2022, "b", 4}}, ""},
		"with accounts":                   {"kommune,konto,2021,2022\nViborg,Skoler,1,2\n,Ældre,3,4\n", []known{{"791", 2021, "Skoler", 1}, {"791", 2022, "Ældre", 4}}, ""},
		"by another name":                 {"kommune;årstal;skoler\nViborg;2021;1,5\n", []known{{"791", 2021, "skoler", 1.5}}, ""},
		"of quarters":                     {"kommune;tid;folk\nViborg;2021K1;1\nViborg;2021K3;2\n", []known{{"791", 2021, "folk", 1}}, "Quarter 1 stands for the year"},
		"after a name":                    {"kommune;Udgift 2021;Udgift 2022\nViborg;1;2\n", []known{{"791", 2021, "Udgift", 1}, {"791", 2022, "Udgift", 2}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, errs, warnings := readAll(t, danish, dataset.Bytes("fil.csv", []byte(c.text)))
			agree(t, d, c.want)
			if said := warnings.Error(); len(errs) > 0 || !strings.Contains(said, c.says) || c.says == "" && said != "" {
				t.Errorf("errors %v, warnings %v, want %q", errs, warnings, c.says)
			}
		})
	}
}

// A file in an archive that is no table is passed over where others are tables,
// and is an error where none is.
func TestFilesInAnArchiveThatAreNoTables(t *testing.T) {
	const readme, pdf = "Tallene er opfundet.\n", "%PDF-1.7"
	d, errs, warnings := readAll(t, danish, dataset.Bytes("a.zip", []byte(zipped(t, "a.csv", tidyText, "læsmig.txt", readme, "a.pdf", pdf))))
	agree(t, d, []known{{"791", 2022, "regk31.3.22.01", 7400}})
	if len(errs) > 0 || len(warnings) != 2 || warnings[0].Source != "a.zip/læsmig.txt" || warnings[0].Kind != dataset.NotThere {
		t.Errorf("errors %v, warnings %v, want two files passed over", errs, warnings)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("a.zip", []byte(zipped(t, "læsmig.txt", readme))))
	if len(errs) != 1 || errs[0].Kind != dataset.UnknownLayout {
		t.Errorf("errors %v, want that it is no table", errs)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("a.zip", []byte(zipped(t, "a.csv", tidyText, "b.csv", "kommune;år;x\nViborg;2024;ukendt\n"))))
	if len(errs) != 1 || errs[0].Source != "a.zip/b.csv" {
		t.Errorf("errors %v, want the one of the wrong file", errs)
	}
}

// Figures of which some happen to be codes are no municipalities, though the column
// that has them was cut away: the header is the file's first line, and is named.
func TestMissingMunicipalities(t *testing.T) {
	var b strings.Builder
	b.WriteString("funktion;år;beløb\n")
	for i := range 300 {
		fmt.Fprintf(&b, "3.22.01;%d;%d\n", 2021+i%4, 97*i%1000)
		fmt.Fprintf(&b, "5.25.14;%d;12.%03d\n", 2021+i%4, i)
	}
	for _, text := range []string{b.String(), strings.ReplaceAll(b.String(), ";", ",")} {
		_, errs, _ := readAll(t, danish, dataset.Bytes("fin.csv", []byte(text)))
		const want = "fin.csv, line 1: the header has no column of municipalities (found: funktion, år, beløb). If it is one municipality's own sheet, name it by --municipality. Otherwise add a column 'municipality'."
		if errs.Error() != want {
			t.Errorf("the errors are %v, want %q", errs, want)
		}
	}
	_, errs, _ := readAll(t, danish, dataset.Bytes("fin.xlsx", sheetOf(t, b.String())))
	if text := errs.Error(); !strings.HasPrefix(text, "fin.xlsx: there is no table of municipalities.") {
		t.Errorf("the errors are %v", errs)
	}
}

// A number that a sheet shows divided is read as shown, and one that it shows with
// a scale beside it too; it is said with the cell, and where the heading says
// another scale it is an error. A comma after the digits divides by 1,000
// (ECMA-376, part 1, 18.8.31).
func TestNumberFormatsThatScale(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		heading, format string
		stored, want    float64
		says            string // empty: nothing
	}{
		{"x (1.000 kr.)", "#,##0", 5000, 5e6, ""},
		{"x (1.000 kr.)", "#,##0,", 5e6, 5e6, "cell C2, column 'x (1.000 kr.)': the number is shown divided by 1000, by the cell's number format, and is read as shown: 5000 for 5000000."},
		{"x (mio. kr.)", "#,##0,,", 5e6, 5e6, "is shown divided by 1000000"},
		{"x (mio. kr.)", "#,##0.0,,_);(#,##0.0,,);\"-\"", 5123456, 5123456, "read as shown: 5.123456 for 5123456"},
		{"x", "0.00,", 5e6, 5e3, "is shown divided by 1000"},
		{"x", "#,##0 \"mio. kr.\"", 5, 5e6, "cell C2, column 'x': the number is shown with 'mio. kr.', by the cell's number format, and is read so: 5000000."},
		{"x", "#,##0\\ \\m\\i\\o\\.", 5, 5e6, "the number is shown with 'mio.'"},
		{"x (kr.)", "#,##0 \"t.kr.\"", 5, 5e3, "the number is shown with 't.kr.'"},
		{"x", "[$mio. kr.-406] #,##0", 5, 5e6, "the number is shown with 'mio. kr.'"},
		{"x (mio. kr.)", "#,##0 \"mio. kr.\"", 5, 5e6, ""},
		{"x (mio. kr.)", "#,##0,, \"mio. kr.\"", 5e6, 5e6, ""},
		{"x (kr.)", "0.0,,\"M\"", 5e6, 5e6, "the number is shown with 'm'"},
		{"x (1.000 kr.)", "#,##0 \"kr.\"", 5, 5e3, ""},
		{"x", "#,##0.00 \"km\"", 5, 5, ""},
		{"x (1.000 kr.)", "#,##0 \"mio. kr.\"", 5, nan, "cell C2, column 'x (1.000 kr.)': the number is shown with 'mio. kr.', by the cell's number format, but the figures are in '1.000 kr.'."},
		{"x", "[>=1000000]0.0,,;[>=1000]0.0,;0", 5, nan, "divided by more than others"},
		{"x", "0.0,,;-0", 5, nan, "divided by more than others"},
	} {
		text := book(t, [][]any{{"Kommune", "År", c.heading}, {"Viborg", 2024, c.stored}, {"Odense", 2024, 7}}, func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Sheet1", "C2", "C2", style); err != nil {
				t.Fatal(err)
			}
		})
		d, errs, warnings := readAll(t, danish, dataset.Bytes("a.xlsx", text))
		if got := d.Value("791", 2024, c.heading); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s, %s: %v is read as %v, want %v", c.heading, c.format, c.stored, got, c.want)
		}
		said, others := warnings, errs
		if math.IsNaN(c.want) {
			said, others = errs, warnings
		}
		if len(others) > 0 || len(said) > 1 || c.says == "" != (len(said) == 0) || !strings.Contains(said.Error(), c.says) {
			t.Errorf("%s, %s: errors %v, warnings %v, want %q", c.heading, c.format, errs, warnings, c.says)
		}
	}
}
