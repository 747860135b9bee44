package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/xuri/excelize/v2"
)

// TestSectionsOfThePlan holds what a [[source]] is for, and that one that is of no
// use says so.
func TestSectionsOfThePlan(t *testing.T) {
	const wide = "kommune;år;Udgift;Elever\nViborg;2024;2;3\n"
	const table = "OMRÅDE;TYPE;TID;INDHOLD\nViborg;A;2024;5\nViborg;B;2024;7\n"
	one := func(m dataset.Mapping) []dataset.Mapping { return []dataset.Mapping{m} }
	for _, c := range []struct {
		name, text string
		plan       []dataset.Mapping
		want       []known
		says       string // the one error
	}{
		{"a unit is of the indicators that it names", wide, one(dataset.Mapping{Unit: "1.000 kr.", Of: []string{"Udgift"}}), []known{{"791", 2024, "Udgift", 2000}, {"791", 2024, "Elever", 3}}, ""},
		{"which must be said where there are several", wide, one(dataset.Mapping{Unit: "1.000 kr."}), nil, `[[source]] no. 1 says a unit, but the file has several indicators: Udgift and Elever. Write which it is of: of = ["Udgift"]`},
		{"in a tidy file too", "kommune;år;indikator;værdi\nViborg;2024;Udgift;1\nViborg;2024;Elever;2\n", one(dataset.Mapping{Unit: "1.000 kr."}), nil, "several indicators: Udgift and Elever"},
		{"several, each with its own", wide, []dataset.Mapping{{Unit: "1.000 kr.", Of: []string{"Udgift"}}, {Unit: "elever", Of: []string{"Elever"}}}, []known{{"791", 2024, "Udgift", 2000}, {"791", 2024, "Elever", 3}}, ""},
		{"a star is all that say nothing themselves", "kommune;år;Udgift A;Udgift B (kr.);Elever\nViborg;2024;2;3;4\n", one(dataset.Mapping{Unit: "1.000 kr.", Of: []string{"Udgift*"}}), []known{{"791", 2024, "Udgift A", 2000}, {"791", 2024, "Udgift B (kr.)", 3}, {"791", 2024, "Elever", 4}}, ""},
		{"the plan goes before the file", "kommune;år;Udgift (kr.);Elever\nViborg;2024;2;3\n", one(dataset.Mapping{Unit: "1.000 kr.", Of: []string{"Udgift (kr.)"}}), []known{{"791", 2024, "Udgift (kr.)", 2000}}, ""},
		{"a name that is not there", wide, one(dataset.Mapping{Unit: "1.000 kr.", Of: []string{"Udgifter"}}), nil, "names 'Udgifter' in of, but no indicator is called so in the files that the section is for. Did you mean 'Udgift'?"},
		{"a table with variables is in one unit", table, one(dataset.Mapping{Table: "BIB1", Unit: "1.000 kr."}), []known{{"791", 2024, "BIB1[TYPE=A]", 5000}, {"791", 2024, "BIB1[TYPE=B]", 7000}}, ""},
		{"quarter", wide, one(dataset.Mapping{Quarter: 2}), nil, "[[source]] no. 1: quarter cannot be used here: the figures are not for parts of the year."},
		{"sheet", wide, one(dataset.Mapping{Sheet: "Ark1"}), nil, "sheet cannot be used here"},
		{"year", wide, one(dataset.Mapping{Year: 2020}), nil, "year cannot be used here: the figures have years themselves."},
		{"rename", wide, one(dataset.Mapping{Rename: []string{"Udgfit = x"}}), nil, "rename cannot be used here"},
		{"indicator, of several", wide, one(dataset.Mapping{Indicator: "x"}), nil, "indicator cannot be used here: the file has several columns of figures"},
		{"indicator, of one", "kommune;år;Udgift\nViborg;2024;2\n", one(dataset.Mapping{Indicator: "x"}), []known{{"791", 2024, "x", 2}}, ""},
		{"pick", wide, one(dataset.Mapping{Pick: []string{"A=1"}}), nil, "no variables to choose in"},
		{"header, of a table with variables", table, one(dataset.Mapping{Indicator: "{TYPE}", Header: 2}), nil, "header cannot be used here"},
		{"the columns of municipality and time, by name", "a;Hvor;Hvornår;Udgift\n1;Viborg;2024;2\n2;Odense;2024;3\n", one(dataset.Mapping{Geography: "hvor", Time: "Hvornår"}), []known{{"791", 2024, "Udgift", 2}}, ""},
		{"a name that several values would have", table, one(dataset.Mapping{Indicator: "laan"}), nil, `indicator = "laan" is the same for 2 values of TYPE. Write "laan.{TYPE}"`},
		{"a variable in a name that is not there", table, one(dataset.Mapping{Indicator: "laan.{TYP}"}), nil, "the table has no variable 'TYP' (it has: TYPE). Did you mean 'TYPE'?"},
		{"a variable in a name, in other letters", table, one(dataset.Mapping{Indicator: "laan.{type}"}), []known{{"791", 2024, "laan.A", 5}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, errs, _ := readAll(t, section(c.plan...), dataset.Bytes("fil.csv", []byte(c.text)))
			agree(t, d, c.want)
			if c.says == "" && len(errs) > 0 || c.says != "" && len(errs) != 1 || !strings.Contains(errs.Error(), c.says) {
				t.Errorf("the errors are\n%v\nwant one with %q", errs, c.says)
			}
		})
	}
}

// A key that one file has a use for is none to complain of.
func TestKeysOfNoUseInEveryFile(t *testing.T) {
	_, errs, _ := readAll(t, section(dataset.Mapping{Year: 2024}),
		dataset.Bytes("a.csv", []byte("kommune;år;x\nViborg;2024;1\n")), dataset.Bytes("b.csv", []byte("kommune;y\nViborg;1\n")))
	if len(errs) > 0 {
		t.Errorf("the errors are %v", errs)
	}
}

// Each section with a sheet is for that sheet alone.
func TestSectionsOfSheets(t *testing.T) {
	text := book(t, [][]any{{"Kommune", "Udgift"}, {"Viborg", 1}, {"Odense", 2}}, func(f *excelize.File) {
		f.NewSheet("Vilkår")
		for i, row := range [][]any{{"Kommune", "Afstand"}, {"Viborg", 3}, {"Odense", 4}} {
			if err := f.SetSheetRow("Vilkår", []string{"A1", "A2", "A3"}[i], &row); err != nil {
				t.Fatal(err)
			}
		}
	})
	first := dataset.Mapping{File: "a.xlsx", Sheet: "Sheet1", Unit: "1.000 kr.", Year: 2023}
	d, errs, _ := readAll(t, section(first, dataset.Mapping{File: "a.xlsx", Sheet: "vilkår", Year: 2024}), dataset.Bytes("a.xlsx", text))
	agree(t, d, []known{{"791", 2023, "Udgift", 1000}, {"791", 2024, "Afstand", 3}})
	if len(errs) > 0 || len(d.Indicators()) != 2 {
		t.Errorf("errors %v, indicators %v", errs, d.Indicators())
	}
	var used [][]int
	for _, table := range d.Tables() {
		used = append(used, table.Sections)
	}
	if len(used) != 2 || len(used[0]) != 1 || used[0][0] != 1 || used[1][0] != 2 {
		t.Errorf("the sections used are %v", used)
	}
	_, errs, _ = readAll(t, section(dataset.Mapping{Sheet: "Vilkaar"}), dataset.Bytes("a.xlsx", text))
	if len(errs) != 1 || !strings.Contains(errs.Error(), "a.xlsx: the file has no sheet 'Vilkaar' (it has: Sheet1 and Vilkår)") {
		t.Errorf("the errors are %v", errs)
	}
}

func TestUnitsThatNobodyKnows(t *testing.T) {
	for _, text := range []string{"bananer", "1.000", "11000 kr"} {
		if _, wrong := (dataset.Mapping{Unit: text}).Check()["unit"]; !wrong {
			t.Errorf("%q is taken for a unit", text)
		}
	}
	for _, text := range append(unit.List(), "kr. pr. elev", "1.000 kr. pr. indbygger", "DKK million", "Løbende priser (1.000 kr.)", "pct. af personalet") {
		if message, wrong := (dataset.Mapping{Unit: text}).Check()["unit"]; wrong {
			t.Errorf("%q: %v", text, message)
		}
	}
}

// TestIdleSection: a section for files that are not there is told, and stops nothing.
func TestIdleSection(t *testing.T) {
	for file, says := range map[string]string{
		"fjl.csv":       "[[source]] no. 1 in the plan is for 'fjl.csv', but none of the files fits (there are: fil.csv). Did you mean 'fil.csv'?",
		"andre/fil.csv": "Did you mean 'fil.csv'?",
		"*.xlsx":        "is for '*.xlsx', but none of the files fits (there are: fil.csv). The section is not used.",
	} {
		d, errs, warnings := readAll(t, section(dataset.Mapping{File: file, Unit: "kr."}), bytesOf("fil.csv", "kommune;år;Udgift\nViborg;2024;2\n"))
		agree(t, d, []known{{"791", 2024, "Udgift", 2}})
		if errs != nil || len(warnings) != 1 || warnings[0].Kind != dataset.IdleSection || !strings.Contains(warnings.Error(), says) {
			t.Errorf("%s: %v, %v", file, errs, warnings)
		}
	}
}

// TestUnitInTitle: the unit in a title is that of the accounts below it, and the advice for
// those without one does as it says.
func TestUnitInTitle(t *testing.T) {
	const accounts = "Kommune;3.22.01 Folkeskoler;5.25.14 Daginstitutioner;Elever\nViborg;7;5;3\nOdense;6;4;2\n"
	const perHead, inAll = "regk31.3.22.01", "regk31.3.22.01[PRISENHED=LOBM]"
	titled := func(title string) string { return title + ";;;\n" + accounts }
	of := func(m dataset.Mapping) dataset.Options { m.File, m.Year = "r_2025.csv", 0; return section(m) }
	for _, c := range []struct {
		name, text string
		opt        dataset.Options
		id         string
		want       float64
	}{
		{"per inhabitant", titled("Regnskab 2025, kr. pr. indbygger"), danish, perHead, 7},
		{"thousands", titled("Regnskab 2025 (1.000 kr.)"), danish, inAll, 7000},
		{"the advice: unit", accounts, of(dataset.Mapping{Unit: "1.000 kr.", Of: []string{"regk31*"}}), inAll, 7000},
		{"the advice: per", strings.ReplaceAll(accounts, "Elever", "6.45.51"), of(dataset.Mapping{Per: "folketal"}), perHead, 7},
		{"the advice without of", strings.ReplaceAll(accounts, "Elever", "6.45.51"), of(dataset.Mapping{Unit: "1.000 kr."}), inAll, 7000},
		{"kroner that are divided", strings.ReplaceAll(accounts, "Elever", "6.45.51"), of(dataset.Mapping{Unit: "kr.", Per: "folketal"}), perHead, 7},
	} {
		for _, src := range []dataset.Source{bytesOf("r_2025.csv", c.text), dataset.Bytes("r_2025.xlsx", sheetOf(t, c.text))} {
			opt := c.opt
			if len(opt.Mappings) > 0 {
				m := opt.Mappings[0]
				m.File = src.Name
				opt.Mappings = []dataset.Mapping{m}
			}
			opt.Wanted = []string{"regk31.3.22.01"}
			d, errs, _ := readAll(t, opt, src)
			if got := d.Value("791", 2025, c.id); errs != nil || got != c.want {
				t.Errorf("%s, %s: %v, %v", c.name, src.Name, got, errs)
			}
			if got := d.Value("791", 2025, "Elever"); strings.Contains(c.text, "Elever") && got != 3 {
				t.Errorf("%s, %s: the pupils are %v", c.name, src.Name, got)
			}
		}
	}
}

// TestTotalsOnly: a file with the population in all says nothing of ages that it is not for.
func TestTotalsOnly(t *testing.T) {
	opt := danish
	opt.Wanted = []string{"folketal", "folketal.0_5", "folketal.6_16"}
	const head = "OMRÅDE;KØN;ALDER;TID;INDHOLD\n"
	_, errs, warnings := readAll(t, opt, bytesOf("folk1a.csv", head+"Viborg;I alt;I alt;2025K1;97000\n"))
	if errs != nil || len(warnings) != 0 {
		t.Errorf("%v, %v", errs, warnings)
	}
	_, _, warnings = readAll(t, opt, bytesOf("folk1a.csv", head+"Viborg;I alt;I alt;2025K1;97000\nViborg;I alt;7 år;2025K1;970\n"))
	if len(warnings) == 0 {
		t.Error("ages that are missing among others are not told")
	}
}
