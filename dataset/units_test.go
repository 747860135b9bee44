package dataset_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
)

// TestUnitsInTheFile holds what is made of units where people write them, and
// what is left alone because it is not certain.
func TestUnitsInTheFile(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		id               string
		want             float64 // Viborg, 2024
		unit, given      string
		title            string // the indicator's name
		says             string
	}{
		{name: "a column of units", text: "kommune;år;indikator;enhed;værdi\nViborg;2024;museer;1.000 kr.;19,5\n", id: "museer", want: 19500, unit: "kr.", given: "1.000 kr.", title: "museer"},
		{name: "a unit for each year", text: "kommune;år;indikator;enhed;værdi\nViborg;2024;museer;mio. kr.;1,5\nViborg;2023;museer;kr.;5\n", id: "museer", want: 1.5e6, unit: "kr.", given: "mio. kr.", title: "museer"},
		{name: "brackets", text: "kommune;år;Musikskole (1.000 kr.);Elever\nViborg;2024;2;3\n", id: "Musikskole (1.000 kr.)", want: 2000, unit: "kr.", given: "1.000 kr.", title: "Musikskole"},
		{name: "and no other column", text: "kommune;år;Musikskole (1.000 kr.);Elever\nViborg;2024;2;3\n", id: "Elever", want: 3, title: "Elever"},
		{name: "after a comma", text: "kommune;år;Musikskole, mio. kr.\nViborg;2024;2\n", id: "Musikskole, mio. kr.", want: 2e6, unit: "kr.", given: "mio. kr.", title: "Musikskole"},
		{name: "at the end", text: "kommune;år;Udgift 1.000 kr.\nViborg;2024;2\n", id: "Udgift 1.000 kr.", want: 2000, unit: "kr.", given: "1.000 kr.", title: "Udgift"},
		{name: "with in", text: "kommune;år;Udgift i t.kr.\nViborg;2024;2\n", id: "Udgift i t.kr.", want: 2000, unit: "kr.", given: "t.kr.", title: "Udgift"},
		{name: "per", text: "kommune;år;Udgift i 1.000 kr. pr. elev\nViborg;2024;2\n", id: "Udgift i 1.000 kr. pr. elev", want: 2000, unit: "kr. pr. elev", given: "1.000 kr. pr. elev", title: "Udgift"},
		{name: "kroner as they are", text: "kommune;år;Udgift pr. elev (kr.)\nViborg;2024;2\n", id: "Udgift pr. elev (kr.)", want: 2, unit: "kr. pr. elev", title: "Udgift pr. elev (kr.)"},
		{name: "per cent", text: "kommune;år;Andel uden bil (pct.)\nViborg;2024;2\n", id: "Andel uden bil (pct.)", want: 2, unit: "pct.", title: "Andel uden bil (pct.)"},
		{name: "rows in one unit", text: "kommune;år;enhed;Musikskole\nViborg;2024;1.000 kr.;2\nOdense;2024;1.000 kr.;3\n", id: "Musikskole", want: 2000, unit: "kr.", given: "1.000 kr.", title: "Musikskole"},
		{name: "units that are departments", text: "kommune;år;enhed;Musikskole\nViborg;2024;Kultur;2\n", id: "Musikskole", want: 2, title: "Musikskole"},
		{name: "a sum over an amount is no unit", text: "kommune;år;Lån over 1.000 kr.\nViborg;2024;2\n", id: "Lån over 1.000 kr.", want: 2, title: "Lån over 1.000 kr."},
		{name: "nor is what it is per", text: "kommune;år;Fradrag pr. 1.000 kr.\nViborg;2024;2\n", id: "Fradrag pr. 1.000 kr.", want: 2, title: "Fradrag pr. 1.000 kr."},
		{name: "what may be is said", text: "kommune;år;Mio. kr. brugt på skoler\nViborg;2024;2\n", id: "Mio. kr. brugt på skoler", want: 2, title: "Mio. kr. brugt på skoler", says: "speaks of 'mio. kr.'"},
		{name: "a label", file: "a.json", text: `{"version":"2.0","class":"dataset","id":["område","enhed","tid"],"size":[1,2,1],"extension":{"px":{"tableid":"MUSIK1"}},"dimension":{"område":{"category":{"index":["791"]}},"enhed":{"category":{"index":["A","P"],"label":{"A":"1.000 kr.","P":"Kr. pr. indbygger"}}},"tid":{"category":{"index":["2024"]}}},"value":[2,3]}`,
			id: "MUSIK1[enhed=A]", want: 2000, unit: "kr.", given: "1.000 kr.", title: "1.000 kr."},
		{name: "the title, of one column", text: "Udgifter, 1.000 kr.;;\n;;\nKommune;2023;2024\nViborg;1;2\nOdense;1;2\n", id: "Udgifter, 1.000 kr.", want: 2000, unit: "kr.", given: "1.000 kr.", title: "Udgifter"},
		{name: "the title, of several", text: "Udgifter og elever, 1.000 kr.;;\n;;\nKommune;Årstal;Udgift;Elever\nViborg;2024;1;2\nOdense;2024;1;2\n", id: "Elever", want: 2, title: "Elever", says: "speaks of '1.000 kr.'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, errs, warnings := readAll(t, danish, dataset.Bytes(cmp.Or(c.file, "a.csv"), []byte(c.text)))
			ind, ok := d.Indicator(c.id)
			if !ok || len(errs) > 0 {
				t.Fatalf("no %q among %v (%v)", c.id, d.Indicators(), errs)
			}
			if got := d.Value("791", 2024, c.id); got != c.want || ind.Unit != c.unit || ind.UnitGiven != c.given || ind.Name != c.title {
				t.Errorf("%v %q, given in %q, called %q, want %v %q, %q, %q", got, ind.Unit, ind.UnitGiven, ind.Name, c.want, c.unit, c.given, c.title)
			}
			if !strings.Contains(warnings.Error(), c.says) {
				t.Errorf("said is %v, want %q in it", warnings, c.says)
			}
		})
	}
}

// An amount has its factor wherever a unit may stand, however it is written.
func TestScalesOfAmounts(t *testing.T) {
	px := "CHARSET=\"ANSI\";\nMATRIX=\"X1\";\nUNITS=\"%s\";\nSTUB=\"kommune\";\nHEADING=\"tid\";\nVALUES(\"kommune\")=\"Viborg\";\nVALUES(\"tid\")=\"2024\";\nDATA=\n5;\n"
	stat := `{"version":"2.0","class":"dataset","id":["kommune","m","tid"],"size":[1,1,1],"role":{"metric":["m"]},"dimension":{"kommune":{"category":{"index":["791"]}},"m":{"category":{"index":["x"],"unit":{"x":{"label":"%s"}}}},"tid":{"category":{"index":["2024"]}}},"value":[5]}`
	for unit, want := range map[string]float64{
		"i 1.000 kr.": 5e3, "i t.kr.": 5e3, "i mio. kr.": 5e6, "i kr. 1.000": 5e3, "in DKK 1,000": 5e3, "in DKK million": 5e6, "i tusinde kr.": 5e3,
		"mia. DKK": 5e9, "mill. DKK": 5e6, "t. DKK": 5e3, "tusinde DKK": 5e3, "millioner DKK": 5e6, "kr.": 5, "DKK billion": 5e9,
	} {
		for where, text := range map[string]string{
			"in brackets":             "kommune;år;Musikskole (%s)\nViborg;2024;5\n",
			"after a comma":           "kommune;år;Musikskole, %s\nViborg;2024;5\n",
			"at the end":              "kommune;år;Musikskole %s\nViborg;2024;5\n",
			"a column, wide":          "kommune;år;Musikskole;enhed\nViborg;2024;5;%s\n",
			"a column, tidy":          "kommune;år;indikator;værdi;enhed\nViborg;2024;Musikskole;5;%s\n",
			"a column, years beside":  "kommune;enhed;2023;2024\nViborg;%s;4;5\nOdense;%[1]s;4;5\n",
			"a title":                 "Musikskole (%s);;\n;;\nKommune;2023;2024\nViborg;1;5\nOdense;1;2\n",
			"a title that is no more": "%s;;\n;;\nKommune;2023;2024\nViborg;1;5\nOdense;1;2\n",
			"the unit of a title":     "Enhed: %s;;\n;;\nKommune;2023;2024\nViborg;1;5\nOdense;1;2\n",
			"PC-Axis":                 px,
			"JSON-stat":               stat,
		} {
			d, errs, warnings := readAll(t, danish, dataset.Bytes("a", []byte(strings.ReplaceAll(strings.ReplaceAll(text, "%s", unit), "%[1]s", unit))))
			if len(errs) > 0 || strings.Contains(warnings.Error(), "[[source]]") {
				t.Errorf("%s, %s: errors %v, warnings %v", unit, where, errs, warnings)
			}
			for _, ind := range d.Indicators() {
				if got := d.Value("791", 2024, ind.ID); got != want {
					t.Errorf("%s, %s: %s is %v, want %v", unit, where, ind.ID, got, want)
				}
			}
		}
		opt := danish
		opt.Mappings = []dataset.Mapping{{Unit: unit}}
		d, errs, _ := readAll(t, opt, dataset.Bytes("a.csv", []byte("kommune;år;Musikskole\nViborg;2024;5\n")))
		if _, wrong := opt.Mappings[0].Check()["unit"]; wrong || len(errs) > 0 {
			t.Errorf("the plan's %q is refused (%v)", unit, errs)
		}
		agree(t, d, []known{{"791", 2024, "Musikskole", want}})
	}
}

// Where rows state a unit, one with a figure and no unit is an error, in every
// layout; one without a figure is none.
func TestRowsWithoutAUnit(t *testing.T) {
	sheet := func(rows ...[]any) string { return string(book(t, rows, nil)) }
	for name, c := range map[string]struct {
		text string
		says []string
	}{
		"tidy":                   {"kommune;år;indikator;værdi;enhed\nViborg;2024;x;5;1.000 kr.\nSilkeborg;2024;x;6;\n", []string{"line 3, column 'enhed': the row states no unit, but line 2 states '1.000 kr.'."}},
		"tidy, the first":        {"kommune;år;indikator;værdi;enhed\nViborg;2024;x;5;\nOdense;2024;x;5;\nSilkeborg;2024;x;6;t.kr.\n", []string{"line 2, column 'enhed': the row states no unit, but line 4 states 't.kr.'.", "The same in one more line"}},
		"tidy, others":           {"kommune;år;indikator;værdi;enhed\nViborg;2024;x;5;1.000 kr.\nSilkeborg;2024;x;..;\nSilkeborg;2024;y;6;\nViborg;2024;y;6;\n", nil},
		"wide":                   {"kommune;år;x;enhed\nViborg;2024;5;1.000 kr.\nSilkeborg;2024;6;\n", []string{"line 3, column 'enhed': the row states no unit, but line 2 states '1.000 kr.'."}},
		"wide, the first":        {"kommune;år;x;enhed\nViborg;2024;5;\nSilkeborg;2024;6;1.000 kr.\n", []string{"line 2, column 'enhed': the row states no unit, but line 3 states '1.000 kr.'."}},
		"wide, without figures":  {"kommune;år;x;enhed\nViborg;2024;5;1.000 kr.\nSilkeborg;2024;..;\n", nil},
		"wide, late":             {"kommune;år;x;enhed\n" + strings.Repeat("Viborg;2024;5;1.000 kr.\n", 20_001) + "Silkeborg;2024;6;kr.\n", []string{"line 20003, column 'enhed': the row is in 'kr.', but line 2 is in '1.000 kr.'."}},
		"wide, strange":          {"kommune;år;x;enhed\nViborg;2024;5;1.000 kr.\nSilkeborg;2024;6;tusser\n", []string{"the unit 'tusser' is not known"}},
		"years":                  {"kommune;enhed;2023;2024\nViborg;1.000 kr.;4;5\nSilkeborg;;4;6\n", []string{"line 3, column 'enhed': the row states no unit, but line 2 states '1.000 kr.'."}},
		"years, without figures": {"kommune;enhed;2023;2024\nViborg;1.000 kr.;4;5\nSilkeborg;;;\n", nil},
		"years, two units":       {"kommune;enhed;2023;2024\nViborg;1.000 kr.;4;5\nViborg;pct.;4;5\nSilkeborg;1.000 kr.;4;6\nSilkeborg;;4;6\n", []string{"line 5, column 'enhed': the row states no unit, but line 2 states '1.000 kr.'."}},
		"years, strange":         {"kommune;enhed;2023;2024\nViborg;1.000 kr.;4;5\nSilkeborg;tusser;4;6\n", []string{"the unit 'tusser' is not known"}},
		"a sheet, tidy":          {sheet([]any{"Kommune", "År", "Indikator", "Enhed", "Værdi"}, []any{"Viborg", 2024, "x", "mio. kr.", 5}, []any{"Silkeborg", 2024, "x", "", 6}), []string{"line 3, column 'Enhed': the row states no unit, but line 2 states 'mio. kr.'."}},
		"a sheet, in two units":  {sheet([]any{"Kommune", "År", "Indikator", "Enhed", "Værdi"}, []any{"Viborg", 2024, "x", "mio. kr.", 5}, []any{"Silkeborg", 2024, "x", "pct.", 6}), []string{"line 3, column 'Enhed': the row is in 'pct.', but line 2 is in 'mio. kr.'."}},
		"a sheet, wide":          {sheet([]any{"Kommune", "År", "Enhed", "x"}, []any{"Viborg", 2024, "mio. kr.", 5}, []any{"Silkeborg", 2024, "", 6}), []string{"line 3, column 'Enhed': the row states no unit, but line 2 states 'mio. kr.'."}},
		"a sheet, with a total":  {sheet([]any{"Kommune", "År", "Enhed", "x"}, []any{"Viborg", 2024, "mio. kr.", 5}, []any{"Hele landet", 2024, "", 6}), nil},
	} {
		d, errs, _ := readAll(t, danish, dataset.Bytes("a", []byte(c.text)))
		if len(c.says) == 0 && (len(errs) > 0 || d.Value("791", 2024, d.Indicators()[0].ID) < 5000) {
			t.Errorf("%s: the errors are %v", name, errs)
		}
		for _, says := range c.says {
			if len(errs) != 1 || errs[0].Kind != dataset.BadUnit || !strings.Contains(errs.Error(), says) {
				t.Errorf("%s: the errors are %v, want %q", name, errs, says)
			}
		}
		opt := danish // the plan's unit goes before the file's
		opt.Mappings = []dataset.Mapping{{Unit: "t.kr.", Of: []string{"x"}}}
		if _, errs, _ := readAll(t, opt, dataset.Bytes("a", []byte(c.text))); strings.Contains(errs.Error(), "states no unit") && !strings.HasPrefix(name, "years") {
			t.Errorf("%s, with the plan's unit: %v", name, errs)
		}
	}
}

// A heading and rows that state two units contradict each other.
func TestHeadingAndRowsInTwoUnits(t *testing.T) {
	for name, text := range map[string]string{
		"wide":    "kommune;år;x (1.000 kr.);enhed\nViborg;2024;5;mio. kr.\n",
		"a sheet": string(book(t, [][]any{{"Kommune", "År", "Enhed", "x (1.000 kr.)"}, {"Viborg", 2024, "mio. kr.", 5}, {"Odense", 2024, "mio. kr.", 5}}, nil)),
	} {
		_, errs, _ := readAll(t, danish, dataset.Bytes("a", []byte(text)))
		if len(errs) != 1 || errs[0].Kind != dataset.BadUnit || !strings.Contains(errs.Error(), "column 'x (1.000 kr.)': the heading states '1.000 kr.', but the rows state 'mio. kr.'.") {
			t.Errorf("%s: the errors are %v", name, errs)
		}
		opt := danish
		opt.Mappings = []dataset.Mapping{{Unit: "mio. kr."}}
		d, errs, _ := readAll(t, opt, dataset.Bytes("a", []byte(text)))
		if agree(t, d, []known{{"791", 2024, "x (1.000 kr.)", 5e6}}); len(errs) > 0 {
			t.Errorf("%s, with the plan's unit: %v", name, errs)
		}
	}
	_, errs, _ := readAll(t, danish, dataset.Bytes("a", []byte("kommune;enhed;Udgift 2023 (1.000 kr.);Udgift 2024 (1.000 kr.)\nViborg;mio. kr.;5;6\nOdense;mio. kr.;5;6\n")))
	if len(errs) != 1 || !strings.Contains(errs.Error(), "the heading states '1.000 kr.', but the rows state 'mio. kr.'.") {
		t.Errorf("headings with years: %v", errs)
	}
	for name, text := range map[string]string{
		"tidy":          "kommune;år;indikator;værdi;enhed\nViborg;2024;x (1.000 kr.);5;kr.\n",
		"a sheet, tidy": string(book(t, [][]any{{"Kommune", "År", "Indikator", "Enhed", "Værdi"}, {"Viborg", 2024, "x (1.000 kr.)", "kr.", 5}, {"Odense", 2024, "x (1.000 kr.)", "kr.", 5}}, nil)),
	} {
		d, errs, warnings := readAll(t, danish, dataset.Bytes("a", []byte(text)))
		if agree(t, d, []known{{"791", 2024, "x (1.000 kr.)", 5}}); len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.UnitMentioned {
			t.Errorf("%s: errors %v, warnings %v", name, errs, warnings)
		}
	}
}

// A scale without a currency is not converted, and it is said what to do.
func TestScalesWithoutACurrency(t *testing.T) {
	for _, heading := range []string{"Udgift (mio.)", "Udgift (tusinde)", "Udgift (1000)", "Beløb i 1.000", "Udgift (SEK thousand)", "Borgere (1.000 personer)"} {
		text := "kommune;år;" + heading + "\nViborg;2024;5\n"
		d, errs, warnings := readAll(t, danish, dataset.Bytes("a.csv", []byte(text)))
		agree(t, d, []known{{"791", 2024, heading, 5}})
		if len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.UnitMentioned || !strings.Contains(warnings.Error(), "[[source]]") {
			t.Errorf("%q: errors %v, warnings %v", heading, errs, warnings)
		}
		opt := danish
		opt.Mappings = []dataset.Mapping{{Unit: "1.000 kr."}}
		d, errs, warnings = readAll(t, opt, dataset.Bytes("a.csv", []byte(text)))
		if agree(t, d, []known{{"791", 2024, heading, 5000}}); len(errs)+len(warnings) > 0 {
			t.Errorf("%q: with the plan's unit: errors %v, warnings %v", heading, errs, warnings)
		}
	}
	// The plan's unit of one column says nothing of another.
	opt := danish
	opt.Mappings = []dataset.Mapping{{Unit: "1.000 kr.", Of: []string{"Udgift"}}}
	_, errs, warnings := readAll(t, opt, dataset.Bytes("a.csv", []byte("kommune;år;Udgift;Løn (mio.)\nViborg;2024;5;6\n")))
	if len(errs) > 0 || len(warnings) != 1 || !strings.Contains(warnings.Error(), "'Løn (mio.)' speaks of 'mio.'") {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
	// In the tidy layout the unit is as it stands.
	d, errs, warnings := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;indikator;værdi;enhed\nViborg;2024;x;5;mio.\n")))
	if agree(t, d, []known{{"791", 2024, "x", 5}}); len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.UnitMentioned {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
}

// The heading merged over several columns states the unit of those, and is a part
// of their names.
func TestUnitOfAMergedHeading(t *testing.T) {
	text := book(t, [][]any{{"Kode", "Kommune", "Kultur (1.000 kr.)", "Kultur (1.000 kr.)", "Aktivitet"}, {"Kode", "Kommune", "Musikskole", "Museum (mio. kr.)", "Elever"}, {791, "Viborg", 1, 2, 3}, {461, "Odense", 4, 5, 6}}, nil)
	opt := danish
	opt.Year = 2024
	d, errs, _ := readAll(t, opt, dataset.Bytes("a.xlsx", text))
	agree(t, d, []known{{"791", 2024, "Kultur (1.000 kr.), Musikskole", 1000}, {"791", 2024, "Kultur (1.000 kr.), Museum (mio. kr.)", 2e6}, {"791", 2024, "Aktivitet, Elever", 3}})
	if ind, _ := d.Indicator("Kultur (1.000 kr.), Musikskole"); len(errs) > 0 || ind.Name != "Kultur, Musikskole" {
		t.Errorf("it is called %q (%v)", ind.Name, errs)
	}
}

func TestIndicatorInTwoUnits(t *testing.T) {
	_, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;indikator;enhed;værdi\nViborg;2024;museer;1.000 kr.;1\nViborg;2023;museer;pct.;5\n")))
	if len(errs) != 1 || !strings.Contains(errs.Error(), "line 3, column 'enhed': the row is in 'pct.', but line 2 is in '1.000 kr.'.") {
		t.Errorf("the errors are %v", errs)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;enhed;museer\nViborg;2024;1.000 kr.;1\nViborg;2023;kr.;5\n")))
	if len(errs) != 1 || !strings.Contains(errs.Error(), "different units (1.000 kr. and kr.)") {
		t.Errorf("the errors are %v", errs)
	}
}

// Titles between the rows that name a region head its municipalities, and are no
// part of the indicator.
func TestRegionsAboveTheirMunicipalities(t *testing.T) {
	text := book(t, [][]any{{"Kommune", "Udgift"}, {"Region Midtjylland"}, {"Viborg", 1}, {"Region Syddanmark"}, {"Odense", 2}}, nil)
	opt := danish
	opt.Year = 2024
	d, errs, warnings := readAll(t, opt, dataset.Bytes("a.xlsx", text))
	agree(t, d, []known{{"791", 2024, "Udgift", 1}, {"461", 2024, "Udgift", 2}})
	if len(errs) > 0 || len(warnings) != 1 || !strings.Contains(warnings.Error(), "Region Midtjylland and Region Syddanmark") {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
}

// TestPerInhabitant: what is taken for kroner per inhabitant is divided by all of
// them, or by so many; a group of them is another volume.
func TestPerInhabitant(t *testing.T) {
	for _, c := range []struct {
		unit, want, per string
		figure          float64 // of 5
	}{
		{"kr. pr. indbygger", "kr. pr. indbygger", "folketal", 5},
		{"1.000 kr. pr. indbygger", "kr. pr. indbygger", "folketal", 5000},
		{"kr. pr. indb.", "kr. pr. indb.", "folketal", 5},
		{"kr. pr. indbygger i 2024-priser", "kr. pr. indbygger i 2024-priser", "folketal", 5},
		{"DKK per capita", "DKK per capita", "folketal", 5},
		{"kr. pr. 1.000 indbyggere", "kr. pr. indbygger", "folketal", 0.005},
		{"kr. pr. 100 indb.", "kr. pr. indbygger", "folketal", 0.05},
		{"1.000 kr. pr. 1.000 indb.", "1.000 kr. pr. 1.000 indb.", "folketal", 5},
		{"kr. pr. indbygger 65+ år", "kr. pr. indbygger 65+ år", "", 5},
		{"kr. pr. indb. 7-16 år", "kr. pr. indb. 7-16 år", "", 5},
		{"kr. pr. 65+ årig indbygger", "kr. pr. 65+ årig indbygger", "", 5},
		{"kr. pr. elev", "kr. pr. elev", "", 5},
	} {
		text := "kommune;år;indikator;enhed;værdi\n101;2024;x;" + c.unit + ";5\n"
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, dataset.Options{Population: "folketal"})
		if err != nil {
			t.Errorf("%s: %v", c.unit, err)
			continue
		}
		ind, _ := d.Indicator("x")
		if got := d.Value("101", 2024, "x"); got != c.figure || ind.Unit != c.want || ind.Per != c.per {
			t.Errorf("%s: %v in %q, per %q; want %v in %q, per %q", c.unit, got, ind.Unit, ind.Per, c.figure, c.want, c.per)
		}
	}
}

// TestUnitsAroundTheTable: a unit that stands around a table, and is not taken for
// that of all its figures, is told.
func TestUnitsAroundTheTable(t *testing.T) {
	const rows = "Viborg;5;6\nOdense;7;8\n"
	for name, text := range map[string]string{
		"above another title": "Beløb i 1.000 kr.;;\nNettodriftsudgifter;;\nKommune;2023;2024\n" + rows,
		"beside the title":    "Nettodriftsudgifter;;Mio. kr.\nKommune;2023;2024\n" + rows,
		"in the corner":       "Kommune (1.000 kr.);2023;2024\n" + rows,
		"below":               "Kommune;2023;2024\n" + rows + ";;\nNote: Beløb i mio. kr.;;\n",
		"against the heading": "Beløb i 1.000 kr.;;\nKommune;Udgift i 2023 (kr.);Antal\n" + rows,
		"above some columns":  ";;1.000 kr.;;Antal;\nKommune;År;Udgift;Indtægt;Elever;Skoler\nViborg;2024;5;6;7;8\nOdense;2024;5;6;7;8\n",
	} {
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, dataset.Options{Register: danmark.Register()})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		told := slices.ContainsFunc(d.Warnings(), func(w *dataset.Problem) bool { return w.Kind == dataset.UnitMentioned })
		if !told {
			t.Errorf("%s: read without a word: %v", name, d.Warnings())
		}
	}
	// Where all figures are taken in it, there is nothing to tell.
	text := "Enhed: 1.000 kr.;;\nOmråde: Skole;;\nKommune;2023;2024\n" + rows
	d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, dataset.Options{Register: danmark.Register()})
	if err != nil {
		t.Fatal(err)
	}
	if id := d.Indicators()[0].ID; d.Value("791", 2024, id) != 6000 || len(d.Indicators()) != 1 {
		t.Errorf("%s is %v", id, d.Value("791", 2024, id))
	}
	for _, w := range d.Warnings() {
		if w.Kind == dataset.UnitMentioned {
			t.Errorf("told of a unit that is taken: %v", w)
		}
	}
}
