package dataset_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/xuri/excelize/v2"
)

// oneKind is a file of a kind that was once read wrongly, with its right answer.
type oneKind struct {
	name, text string
	opt        dataset.Options
	want       []known
	ids        string // of the indicators, sorted and joined by "|"; empty: not asked
	says       string // an error or a warning
	fails      bool
}

// sheetRows returns the fields of a text as the rows of a sheet, in which numbers are
// numbers.
func sheetRows(text string) [][]any {
	var rows [][]any
	for line := range strings.Lines(text) {
		var row []any
		for _, field := range strings.Split(strings.TrimSuffix(line, "\n"), ";") {
			var v any = field
			if n, ok := wholeNumber(field); ok {
				v = n
			}
			row = append(row, v)
		}
		rows = append(rows, row)
	}
	return rows
}

// nameSheet calls the sheet after the file.
func nameSheet(f *excelize.File) {
	if err := f.SetSheetName("Sheet1", "fil"); err != nil {
		panic(err)
	}
}

func wholeNumber(text string) (n int, ok bool) {
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, text != ""
}

// checkKind reads a file and holds it against its right answer.
func checkKind(t *testing.T, file string, content []byte, c *oneKind) {
	t.Helper()
	d, errs, warnings := readAll(t, c.opt, dataset.Bytes(file, content))
	agree(t, d, c.want)
	var ids []string
	for _, ind := range d.Indicators() {
		ids = append(ids, ind.ID)
	}
	slices.Sort(ids)
	if got := strings.Join(ids, "|"); c.ids != "" && got != c.ids {
		t.Errorf("the indicators are %s, want %s", got, c.ids)
	}
	all := append(append(dataset.Problems{}, errs...), warnings...)
	if !strings.Contains(all.Error(), c.says) || c.fails != (len(errs) > 0) {
		t.Errorf("want %q, an error %v:\n%v", c.says, c.fails, all)
	}
}

// runKinds reads files as text and, where their fields are without quotation, as a sheet.
func runKinds(t *testing.T, sheets bool, cases []oneKind) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { checkKind(t, "fil.csv", []byte(c.text), &c) })
		if sheets {
			t.Run(c.name+", in a sheet", func(t *testing.T) {
				checkKind(t, "fil.xlsx", book(t, sheetRows(c.text), nameSheet), &c)
			})
		}
	}
}

// A total, or a place whose name is spelt wrongly, may stand in the first row.
func TestFirstRowIsNoHeading(t *testing.T) {
	runKinds(t, true, []oneKind{
		{name: "a total over years", text: "Kommune;2021;2022\nHele landet;55001;56002\nViborg;100;110\nOdense;200;210\n",
			opt: danish, want: []known{{"791", 2021, "fil", 100}, {"461", 2022, "fil", 210}}, says: "Hele landet"},
		{name: "two totals over a column of years", text: "Område;År;Beløb\nHele landet;2022;9000\nRegion Midtjylland;2022;4000\nViborg;2022;100\nOdense;2022;200\n",
			opt: danish, want: []known{{"791", 2022, "Beløb", 100}, {"461", 2022, "Beløb", 200}}, ids: "Beløb", says: "Hele landet"},
		{name: "a total that looks like years", text: "Kommune;Skole;Ældre\nHele landet;2021;2022\nViborg;5;6\nOdense;7;8\n",
			opt: danish, want: []known{{"791", dataset.Undated, "Skole", 5}, {"461", dataset.Undated, "Ældre", 8}}, says: "Hele landet"},
		{name: "a misspelt name", text: "Kommune;2022\nOdnse;100\nViborg;101\nAarhus;102\n",
			opt: danish, want: []known{{"791", 2022, "fil", 101}}, ids: "fil", says: "Odense", fails: true},
		{name: "two misspelt names in a table of two figures", text: "Kommune;Skole;Ældre\nOdnse;100;1\nVibrog;101;2\nAarhus;102;3\n",
			opt: danish, want: []known{{"751", dataset.Undated, "Ældre", 3}}, ids: "Skole|Ældre", says: "'Vibrog' is not one of the municipalities", fails: true},
		{name: "a title and a total below a row that divides the columns", text: "Udgifter\n\nKommune;Skole;;Ældre;\n;2021;2022;2021;2022\nHele landet;70;71;72;73\nViborg;1;2;3;4\nOdense;5;6;7;8\n",
			opt: danish, want: []known{{"791", 2021, "Skole", 1}, {"461", 2022, "Ældre", 8}}, says: "Hele landet"},
	})
}

// Numbers of accounts may stand below their names.
func TestAccountsBelowTheirNames(t *testing.T) {
	rows := [][]any{{"Kommune", "Folkeskole", "SFO"}, {nil, 32201, 32205}, {"Viborg", 1, 2}, {"Odense", 3, 4}}
	checkKind(t, "fil.xlsx", book(t, rows, nil), &oneKind{opt: danish,
		want: []known{{"791", dataset.Undated, "Folkeskole, 32201", 1}}})
}

// A row with more fields than the header is shifted.
func TestLongRowsAreErrors(t *testing.T) {
	const tooMany = "the number of fields is"
	runKinds(t, false, []oneKind{
		{name: "a decimal comma between commas", text: "region,year,value\n791 Viborg,2022,6,9\n461 Odense,2022,7,5\n", opt: danish, says: "4 in the row and 3 in the header. A decimal comma", fails: true},
		{name: "the same in columns of years", text: "kommune,2021,2022\nViborg,6,9,7,5\nOdense,8,5,9,5\n", opt: danish, says: "5 in the row and 3", fails: true},
		{name: "one row with semicolons", text: "område;år;tal\nViborg;2022;5\nOdense;2022;6;7\n", opt: danish, want: []known{{"791", 2022, "tal", 5}}, ids: "tal", says: "line 3: " + tooMany, fails: true},
		{name: "one row below a title", text: "Udgifter\n\nkommune;2021;2022\nViborg;5;6\nOdense;5;6;7\n", opt: danish, want: []known{{"791", 2022, "Udgifter", 6}}, says: "line 5: " + tooMany, fails: true},
		{name: "empty fields at the end are none", text: "kommune;2021;2022\nViborg;5;6;;\nOdense;7;8\n", opt: danish, want: []known{{"791", 2022, "fil", 6}}},
	})
}

// Two tables stand beside each other, and a table may have two places.
func TestTwoColumnsOfPlaces(t *testing.T) {
	named := danish
	named.Mappings = []dataset.Mapping{{Geography: "bopæl"}}
	runKinds(t, true, []oneKind{
		{name: "two tables", text: "Kommune;Skole;;Kommune;Ældre\nViborg;1;;Odense;2\nOdense;3;;Viborg;4\n", opt: danish, says: "stand in two columns", fails: true},
		{name: "two columns in one", text: "Område;Skole;Kommune;Ældre\nViborg;1;Aarhus;2\nAarhus;3;Viborg;4\n", opt: danish, says: "stand in two columns", fails: true},
		{name: "codes", text: "kommunekode;Skole;kommunenr;Ældre\n791;1;461;2\n461;3;791;4\n", opt: danish, says: "", fails: true},
		{name: "home and work", text: "bopæl;arbejdssted;år;antal\nViborg;Viborg;2022;1\nViborg;Odense;2022;2\nOdense;Odense;2022;3\nOdense;Viborg;2022;4\n", opt: danish, says: "stand in two columns", fails: true},
		{name: "home and work, told by the plan", text: "bopæl;arbejdssted;år;antal\nViborg;Viborg;2022;1\nViborg;Odense;2022;2\nOdense;Odense;2022;3\nOdense;Viborg;2022;4\n", opt: named,
			want: []known{{"791", 2022, "Odense, antal", 2}, {"461", 2022, "Viborg, antal", 4}}},
		{name: "the same places twice", text: "Kommune;Navn;Skole\nViborg;Viborg Kommune;1\nOdense;Odense Kommune;3\n", opt: danish, want: []known{{"791", dataset.Undated, "Skole", 1}}},
	})
}

// A figure may stand in each row, with columns that say what of.
func TestCategoryColumns(t *testing.T) {
	const ages = "kommune;aldersgruppe;år;antal\nViborg;0-5 år;2022;61\nViborg;6-16 år;2022;124\nOdense;0-5 år;2022;141\nOdense;6-16 år;2022;188\n"
	picked, template, summed := danish, danish, danish
	picked.Mappings = []dataset.Mapping{{Pick: []string{"aldersgruppe=6-16 år"}, Indicator: "elever"}}
	template.Mappings = []dataset.Mapping{{Indicator: "antal.{aldersgruppe}"}}
	summed.Mappings = []dataset.Mapping{{Sum: []string{"aldersgruppe"}, Indicator: "børn"}}
	unknown := danish
	unknown.Mappings = []dataset.Mapping{{Indicator: "antal.{type}"}}
	runKinds(t, true, []oneKind{
		{name: "words", text: ages, opt: danish, ids: "0-5 år, antal|6-16 år, antal", want: []known{{"791", 2022, "0-5 år, antal", 61}, {"461", 2022, "6-16 år, antal", 188}}},
		{name: "picked", text: ages, opt: picked, ids: "elever", want: []known{{"791", 2022, "elever", 124}}},
		{name: "named", text: ages, opt: template, ids: "antal.0-5 år|antal.6-16 år", want: []known{{"791", 2022, "antal.0-5 år", 61}}},
		{name: "summed", text: ages, opt: summed, ids: "børn", want: []known{{"791", 2022, "børn", 185}}},
		{name: "an unknown variable", text: "kommune;år;antal\nViborg;2022;1\nOdense;2022;2\n", opt: unknown, says: "no variable 'type'", fails: true},
		{name: "no row repeats another", text: "kommune;ejer;år;antal\nViborg;kommunal;2022;41\nAarhus;privat;2022;35\nOdense;kommunal;2022;50\n",
			opt: danish, ids: "kommunal, antal|privat, antal", want: []known{{"751", 2022, "privat, antal", 35}, {"751", 2022, "kommunal, antal", math.NaN()}}, says: "each of its texts (kommunal and privat)"},
		{name: "accounts", text: "kommune;funktion;år;beløb\nViborg;32201;2022;5\nViborg;32205;2022;6\nOdense;32201;2022;7\nOdense;32205;2022;8\n",
			opt: danish, ids: "32201, beløb|32205, beløb", want: []known{{"461", 2022, "32205, beløb", 8}}},
		{name: "numbers that tell rows apart", text: "kommune;år;gruppenr;beløb\nViborg;2022;1;5\nViborg;2022;2;6\nOdense;2022;1;7\nOdense;2022;2;8\n",
			opt: danish, ids: "1, beløb|2, beløb", want: []known{{"461", 2022, "2, beløb", 8}}},
		{name: "beside an indicator", text: "kommune;køn;år;indikator;værdi\nViborg;mænd;2022;ledige;5\nViborg;kvinder;2022;ledige;6\nOdense;mænd;2022;ledige;7\nOdense;kvinder;2022;ledige;8\n",
			opt: danish, ids: "ledige, kvinder|ledige, mænd", want: []known{{"461", 2022, "ledige, kvinder", 8}}},
		{name: "a column that describes the municipality", text: "kommune;del;køn;år;antal\nViborg;vest;m;2022;5\nViborg;vest;k;2022;6\nOdense;øst;m;2022;7\nOdense;øst;k;2022;8\n",
			opt: danish, ids: "k, antal|m, antal", want: []known{{"461", 2022, "k, antal", 8}}},
		{name: "the same row twice", text: "kommune;år;antal\nViborg;2022;5\nViborg;2022;6\n", opt: danish, says: "stands twice", fails: true},
	})
}

// The plan names the column of places of another country.
func TestPlacesOfAnotherCountry(t *testing.T) {
	opt := dataset.Options{Mappings: []dataset.Mapping{{Geography: "region"}}}
	fylke := dataset.Options{Mappings: []dataset.Mapping{{Geography: "Fylke", Header: 3}}}
	runKinds(t, true, []oneKind{
		{name: "by its name", text: "region;år;antal\nBerg;2022;10\nDal;2022;11\n", opt: opt, want: []known{{"Dal", 2022, "antal", 11}}},
		{name: "by the row of the header", text: "Tabell\n\nFylke;2021;2022\nBerg;10;12\nDal;11;13\n", opt: fylke, want: []known{{"Dal", 2022, "Tabell", 13}}},
		{name: "by a name that such columns have", text: "Kommun;År;Antal;Andel\nBerg;2022;10;1\nDal;2022;11;2\n", want: []known{{"Dal", 2022, "Andel", 2}}},
		{name: "by none", text: "Sted;Antal;Andel\nBerg;10;1\nDal;11;2\n", says: "geography", fails: true},
	})
}

// A sheet may have figures that no heading names, as when a row is moved to the right.
func TestFiguresWithoutAHeading(t *testing.T) {
	rows := [][]any{{"Kommune", "Skole", "Ældre"}, {"Viborg", 1, 2}, {"Odense", nil, 3, 4}}
	checkKind(t, "fil.xlsx", book(t, rows, nil), &oneKind{opt: danish, ids: "Skole|Ældre",
		want: []known{{"791", dataset.Undated, "Ældre", 2}}, says: "row 3: column D has figures but no heading"})
}

// What a sheet hides is said.
func TestHiddenPartsAreSaid(t *testing.T) {
	rows := [][]any{{"Kommune", "År", "Beløb", "Kladde"}, {"Viborg", 2022, 1, 2}, {"Odense", 2022, 3, 4}}
	content := book(t, rows, func(f *excelize.File) {
		old, err := f.NewSheet("Gammel")
		for _, e := range []error{err, f.SetSheetRow("Gammel", "A1", &[]any{"Kommune", "Beløb"}),
			f.SetSheetVisible("Gammel", false), f.SetColVisible("Sheet1", "D", false),
			f.SetRowVisible("Sheet1", 3, false)} {
			if e != nil {
				t.Fatal(old, e)
			}
		}
	})
	for _, says := range []string{"the sheet 'Gammel' is hidden and left out",
		"columns that are hidden in the sheet are read: Kladde (D)",
		"rows that are hidden in the sheet are read: 3"} {
		checkKind(t, "fil.xlsx", content, &oneKind{opt: danish, ids: "Beløb|Kladde",
			want: []known{{"461", 2022, "Kladde", 4}}, says: says})
	}
}

// Municipalities may stand in the header.
func TestMunicipalitiesAcross(t *testing.T) {
	runKinds(t, true, []oneKind{
		{name: "years below", text: "År;Viborg;Odense\n2021;1;2\n2022;3;4\n", opt: danish, says: "municipalities stand across the table (Viborg and Odense)", fails: true},
		{name: "indicators below", text: "Tal;Viborg;Odense;Aarhus\nSkole;1;2;3\nÆldre;3;4;5\n", opt: danish, says: "municipalities stand across the table", fails: true},
	})
}

// A column of units may have any name, and units are written in several ways.
func TestUnitsByOtherNames(t *testing.T) {
	runKinds(t, true, []oneKind{
		{name: "a column called something else", text: "kommune;år;beløb;opgjort i\nViborg;2022;5;1.000 kr.\nOdense;2022;7;1.000 kr.\n", opt: danish, want: []known{{"791", 2022, "beløb", 5000}}},
		{name: "and in a tidy file", text: "kommune;år;indikator;værdi;valuta\nViborg;2022;skole;5;mio. kr.\nOdense;2022;skole;7;mio. kr.\n", opt: danish, want: []known{{"791", 2022, "skole", 5e6}}},
		{name: "an apostrophe", text: "kommune;år;beløb ('000 kr.)\nViborg;2022;5\nOdense;2022;7\n", opt: danish, want: []known{{"791", 2022, "beløb ('000 kr.)", 5000}}},
		{name: "the currency first", text: "kommune;år;beløb (DKK '000)\nViborg;2022;5\nOdense;2022;7\n", opt: danish, want: []known{{"791", 2022, "beløb (DKK '000)", 5000}}},
		{name: "DKKm", text: "kommune;år;beløb (DKKm)\nViborg;2022;5\nOdense;2022;7\n", opt: danish, want: []known{{"791", 2022, "beløb (DKKm)", 5e6}}},
		{name: "kkr", text: "kommune;år;beløb (kkr)\nViborg;2022;5\nOdense;2022;7\n", opt: danish, want: []known{{"791", 2022, "beløb (kkr)", 5000}}},
		{name: "t.kr.", text: "kommune;år;beløb, t.kr.\nViborg;2022;5\nOdense;2022;7\n", opt: danish, want: []known{{"791", 2022, "beløb, t.kr.", 5000}}},
	})
}

// Below a table may stand where it is from, and what its figures are in.
func TestNotesBelowATable(t *testing.T) {
	runKinds(t, false, []oneKind{
		{name: "as long as the rows", text: "kommune;år;beløb\nViborg;2022;5\nOdense;2022;7\nKilde: Danmarks Statistik;;\n", opt: danish, want: []known{{"461", 2022, "beløb", 7}}, says: "notes (Kilde: Danmarks Statistik) are left out"},
		{name: "alone on a line", text: "kommune;år;beløb\nViborg;2022;5\nOdense;2022;7\n\nTal i 1.000 kr.\n", opt: danish, want: []known{{"461", 2022, "beløb", 7}}, says: "'Tal i 1.000 kr.' speaks of"},
		{name: "what they say was done", text: "kommune;år;beløb (1.000 kr.)\nViborg;2022;5\nOdense;2022;7\nTal i 1.000 kr.;;\n", opt: danish, want: []known{{"461", 2022, "beløb (1.000 kr.)", 7000}}},
		{name: "below a tidy table", text: "kommune;år;indikator;værdi\nViborg;2022;a;5\nKilde: Viborg;;;\n", opt: danish, want: []known{{"791", 2022, "a", 5}}, says: "are left out"},
		{name: "a municipality without figures is none", text: "kommune;år;beløb\nViborg;2022;5\nOdnse;;\n", opt: danish, says: "'Odnse' is not one of the municipalities", fails: true},
	})
}

// Behind an amount may stand a stroke in place of øre.
func TestAmountsWithAStroke(t *testing.T) {
	runKinds(t, true, []oneKind{
		{name: "with thousands marks", text: "kommune;år;beløb\nViborg;2022;1.234,-\nOdense;2022;765,-\n", opt: danish, want: []known{{"791", 2022, "beløb", 1234}, {"461", 2022, "beløb", 765}}},
		{name: "in columns of years", text: "kommune;2021;2022\nViborg;1.234,-;5,-\nOdense;765,-;0,-\n", opt: danish, want: []known{{"791", 2021, "fil", 1234}, {"461", 2022, "fil", 0}}},
	})
}
