package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// section reads Danish files as the command does, with a section of the plan.
func section(m ...dataset.Mapping) dataset.Options {
	opt := danish
	opt.Mappings = m
	return opt
}

func wanting(ids ...string) dataset.Options {
	opt := danish
	opt.Wanted = ids
	return opt
}

const accountsHeader = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n"

// TestMapping holds what is made of made-up tables, and what is said of it.
func TestMapping(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name, text string
		opt        dataset.Options
		want       []known
		kinds      []dataset.Kind // of all problems
		says       string         // a part of what is said
	}{
		{
			name: "LOBM and INDL are the same in two units, and never added up",
			text: accountsHeader + "791;32201;1;TOT;LOBM;2022;700\n791;32201;1;TOT;INDL;2022;7400\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01", 7400}},
			kinds: []dataset.Kind{dataset.ChosenValue}, says: "'INDL' is used, and the rest is left out: LOBM.",
		},
		{
			name: "thousands are brought to kroner, and are no figure per inhabitant",
			text: accountsHeader + "791;32201;1;TOT;LOBM;2022;700,5\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01[PRISENHED=LOBM]", 700500}, {"791", 2022, "regk31.3.22.01", nan}},
		},
		{
			name: "another kind of posting is never taken for operation",
			text: accountsHeader + "791;32201;3;TOT;INDL;2022;12\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01[DRANST=3]", 12}, {"791", 2022, "regk31.3.22.01", nan}},
		},
		{
			name: "operation is chosen among kinds of posting, and said",
			text: accountsHeader + "791;32201;3;TOT;INDL;2022;12\n791;32201;1;TOT;INDL;2022;7400\n791;32201;2;TOT;INDL;2022;-5\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01", 7400}},
			kinds: []dataset.Kind{dataset.ChosenValue}, says: `pick = ["DRANST=3"]`,
		},
		{
			name: "net of the state's refund, as the plan says",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;7400\n791;32201;2;TOT;INDL;2022;-5\n791;2201;1;TOT;INDL;2022;3\n791;2201;2;TOT;INDL;2022;-\n",
			opt:  section(dataset.Mapping{Pick: []string{"DRANST=1,2"}, Sum: []string{"DRANST"}, Indicator: "netto.{FUNKTION}"}),
			want: []known{{"791", 2022, "netto.32201", 7395}, {"791", 2022, "netto.2201", 3}},
		},
		{
			name: "a sum lacks what a part lacks",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;7400\n791;32201;2;TOT;INDL;2022;..\n461;32201;1;TOT;INDL;2022;1\n",
			opt:  section(dataset.Mapping{Sum: []string{"DRANST"}, Indicator: "netto"}),
			want: []known{{"791", 2022, "netto", nan}, {"461", 2022, "netto", nan}}, kinds: []dataset.Kind{dataset.IncompleteSum}, says: "is missing where not all of its 2 parts",
		},
		{
			name: "a part that stands twice is not added up twice",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;5\n791;32201;1;TOT;INDL;2022;5\n461;32201;1;TOT;INDL;2022;1\n461;32201;2;TOT;INDL;2022;1\n",
			opt:  section(dataset.Mapping{Sum: []string{"DRANST"}, Indicator: "netto"}),
			want: []known{{"791", 2022, "netto", nan}, {"461", 2022, "netto", 2}}, kinds: []dataset.Kind{dataset.ConflictingCell}, says: "stands twice",
		},
		{
			name: "the total is never added to its parts",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;5\n791;32201;1;UE;INDL;2022;7\n",
			opt:  section(dataset.Mapping{Pick: []string{"ART=TOT,UE"}, Sum: []string{"ART"}}), kinds: []dataset.Kind{dataset.BadMapping}, says: "is the total of the others",
		},
		{
			name: "prices are never added up",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;5\n791;32201;1;TOT;LOBM;2022;7\n",
			opt:  section(dataset.Mapping{Sum: []string{"PRISENHED"}}), kinds: []dataset.Kind{dataset.BadMapping}, says: "cannot be added up",
		},
		{
			name: "a variable and a value that are not there",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;5\n",
			opt:  section(dataset.Mapping{Pick: []string{"FUNKTON=32201"}}), kinds: []dataset.Kind{dataset.BadMapping}, says: "Did you mean 'FUNKTION'?",
		},
		{
			name: "a value that is not there",
			text: accountsHeader + "791;32201;1;TOT;INDL;2022;5\n",
			opt:  section(dataset.Mapping{Pick: []string{"FUNKTION=32202"}}), kinds: []dataset.Kind{dataset.BadMapping}, says: "Did you mean '32201'?",
		},
		{
			name: "ages are added up as the plan asks, and the sexes where there is no total",
			text: "OMRÅDE;KØN;ALDER;TID;INDHOLD\n791;1;6;2022K1;10\n791;2;6;2022K1;20\n791;1;7;2022K1;1\n791;2;7;2022K1;2\n791;1;IALT;2022K1;100\n791;2;IALT;2022K1;200\n791;1;6;2022K3;11\n791;2;6;2022K3;22\n791;1;7;2022K3;3\n791;2;7;2022K3;4\n791;1;IALT;2022K3;101\n791;2;IALT;2022K3;202\n",
			opt:  wanting("folketal", "folketal.6_7", "folketal.7", "folketal.80+"),
			want: []known{{"791", 2022, "folketal", 300}, {"791", 2022, "folketal.6_7", 33}, {"791", 2022, "folketal.7", 3}, {"791", 2022, "folketal.80+", nan}},
			// the quarter, and the ages of 80 that are not there
			kinds: []dataset.Kind{dataset.ChosenValue, dataset.IncompleteSum}, says: "the age 80 is not in the file",
		},
		{
			name: "the third quarter, as the plan says",
			text: "OMRÅDE;CIVILSTAND;TID;INDHOLD\n791;TOT;2022K1;100\n791;TOT;2022K3;300\n791;U;2022K3;1\n",
			opt:  section(dataset.Mapping{Quarter: 3}), want: []known{{"791", 2022, "folketal", 300}}, kinds: []dataset.Kind{dataset.ChosenValue},
		},
		{
			name: "one sex alone is not the population",
			text: "OMRÅDE;KØN;CIVILSTAND;TID;INDHOLD\n791;2;TOT;2022K1;100\n",
			opt:  danish, want: []known{{"791", 2022, "folketal[KØN=2]", 100}, {"791", 2022, "folketal", nan}},
		},
		{
			name: "regions, groups and Christiansø are no municipalities",
			text: accountsHeader + "000;32201;1;TOT;INDL;2022;1\n081;32201;1;TOT;INDL;2022;1\n411;32201;1;TOT;INDL;2022;1\n910;32201;1;TOT;INDL;2022;1\n960;32201;1;TOT;INDL;2022;1\n791;32201;1;TOT;INDL;2022;5\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01", 5}}, kinds: []dataset.Kind{dataset.TotalRow}, says: "000, 081, 411, 910 and 960",
		},
		{
			name: "an unknown municipality gets the nearest, and one from before 2007 an explanation",
			text: accountsHeader + "Vibrog;32201;1;TOT;INDL;2022;1\n861 Aars;32201;1;TOT;INDL;2022;1\n791;32201;1;TOT;INDL;2022;5\n",
			opt:  danish, want: []known{{"791", 2022, "regk31.3.22.01", 5}},
			kinds: []dataset.Kind{dataset.UnknownMunicipal, dataset.UnknownMunicipal}, says: "before the reform of 2007",
		},
		{
			name: "a break in time",
			text: accountsHeader + "791;53026;1;TOT;INDL;2019;1\n791;53201;1;TOT;INDL;2016;1\n791;53201;1;TOT;INDL;2017;1\n",
			opt:  danish, want: []known{{"791", 2019, "regk31.5.30.26", 1}, {"791", 2016, "regk31.5.32.01", 1}},
			kinds: []dataset.Kind{dataset.TimeBreak}, says: "before and after 2018",
		},
		{
			name: "a last line that has no end, as of a file cut off",
			text: "OMRÅDE;TID;INDHOLD\nViborg;2024;1\nOdense;2024;2",
			opt:  section(dataset.Mapping{Indicator: "x"}), want: []known{{"461", 2024, "x", 2}}, kinds: []dataset.Kind{dataset.OpenEnd}, says: "the last line has no end",
		},
		{
			name: "one side of a break is no break",
			text: accountsHeader + "791;53026;1;TOT;INDL;2019;1\n791;53026;1;TOT;INDL;2018;1\n",
			opt:  danish, want: []known{{"791", 2019, "regk31.5.30.26", 1}},
		},
		{
			name: "an account that was not yet in the chart, and one that was no more",
			text: accountsHeader + "791;53026;1;TOT;INDL;2017;1\n791;53026;1;TOT;INDL;2019;1\n791;53201;1;TOT;INDL;2019;1\n791;53845;1;TOT;INDL;2017;-\n791;53845;1;TOT;INDL;2019;2\n",
			opt:  danish, want: []known{{"791", 2017, "regk31.5.30.26", 1}},
			kinds: []dataset.Kind{dataset.TimeBreak, dataset.TimeBreak, dataset.TimeBreak}, says: "there was no such account before 2018, and there are figures from before in regk31.5.30.26",
		},
		{
			name: "a break of a year that is not verified",
			text: accountsHeader + "791;52514;1;TOT;INDL;2010;1\n791;52514;1;TOT;INDL;2024;1\n791;52512;1;TOT;INDL;2010;1\n",
			opt:  danish, want: []known{{"791", 2010, "regk31.5.25.14", 1}},
			kinds: []dataset.Kind{dataset.TimeBreak}, says: "before 2021 may be of something else than those since in regk31.5.25.14 and regk31.5.25.12",
		},
		{
			name: "a budget, with its own name for the municipality",
			text: "REGI07A;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791;32201;1;TOT;INDL;2025;5\n",
			opt:  danish, want: []known{{"791", 2025, "budk32.3.22.01", 5}},
		},
		{
			name: "main accounts",
			text: "OMRÅDE;FUNK1;DRANST;ART;PRISENHED;TID;INDHOLD\n791;3;1;TOT;INDL;2024;5\n",
			opt:  danish, want: []known{{"791", 2024, "regk11.3", 5}},
		},
		{
			name: "key figures",
			text: "OMRÅDE;BNØGLE;BRUTNETUDG;PRISENHED;TID;INDHOLD\n791;ÆLD;NET;AARPRIS;2024;5\n791;ÆLD;BRUT;AARPRIS;2024;6\n791;ÆLD;NET;08PRIS;2024;4\n791;SER;NET;AARPRIS;2024;7\n",
			opt:  danish, want: []known{{"791", 2024, "nglk.ÆLD", 5}, {"791", 2024, "nglk.SER", 7}}, kinds: []dataset.Kind{dataset.ChosenValue, dataset.ChosenValue},
		},
		{
			name: "key figures by their labels",
			text: "område;nøgletal;brutto-/nettoudgifter;prisenhed;tid;INDHOLD\nViborg;Ældreudgifter pr. ældre;Nettoudgifter;Løbende priser;2024;5\nViborg;Ældreudgifter pr. ældre;Nettoudgifter;Faste priser;2024;4\n",
			opt:  section(dataset.Mapping{Table: "NGLK"}), want: []known{{"791", 2024, "nglk.ÆLD", 5}}, kinds: []dataset.Kind{dataset.ChosenValue},
		},
		{
			name: "key figures are of different heads, and never added up",
			text: "OMRÅDE;BNØGLE;TID;INDHOLD\n791;ÆLD;2024;5\n791;SER;2024;7\n",
			opt:  section(dataset.Mapping{Table: "NGLK", Sum: []string{"BNØGLE"}}), kinds: []dataset.Kind{dataset.BadMapping, dataset.ChosenValue, dataset.ChosenValue}, says: "cannot be added up",
		},
		{
			name: "the total of the main accounts is not added to them",
			text: "OMRÅDE;FUNK1;DRANST;ART;PRISENHED;TID;INDHOLD\n791;3;1;TOT;INDL;2024;5\n791;X;1;TOT;INDL;2024;9\n",
			opt:  section(dataset.Mapping{Sum: []string{"FUNK1"}, Indicator: "drift"}), want: []known{{"791", 2024, "drift", 9}},
		},
		{
			name: "population by its English labels",
			text: "REGION;SEX;AGE;MARITAL STATUS;TIME;CONTENT\nAll Denmark;Total;Age, total;Total;2024Q1;9\nViborg;Total;Age, total;Total;2024Q1;5\nViborg;Total;3 years;Total;2024Q1;1\nViborg;Total;4 years;Total;2024Q1;2\n",
			opt:  wanting("folketal", "folketal.3_4"), want: []known{{"791", 2024, "folketal", 5}, {"791", 2024, "folketal.3_4", 3}}, kinds: []dataset.Kind{dataset.TotalRow},
		},
		{
			name: "population by month: January stands for the year",
			text: "OMRÅDE;KØN;ALDER;TID;INDHOLD\n791;TOT;IALT;2024M01;5\n791;TOT;IALT;2024M07;6\n791;TOT;3;2024M01;1\n",
			opt:  section(dataset.Mapping{Table: "FOLK1AM"}), want: []known{{"791", 2024, "folketal", 5}}, kinds: []dataset.Kind{dataset.ChosenValue},
		},
		{
			name: "a table of another country says so once",
			text: "region;år;INDHOLD\n0181 Södertälje;2022;1\n0163 Sollentuna;2022;1\n1081 Ronneby;2022;1\n",
			opt:  danish, kinds: []dataset.Kind{dataset.NoData}, says: "(found: 0181 Södertälje",
		},
		{
			name: "a table that nobody knows",
			text: "OMRÅDE;TYPE;TID;INDHOLD\nViborg;Udlån;2024;5\nViborg;I alt;2024;7\n",
			opt:  section(dataset.Mapping{Table: "BIB1", Rename: []string{"BIB1[TYPE=Udlån] = udlaan"}, Unit: "mio. kr."}),
			want: []known{{"791", 2024, "udlaan", 5e6}, {"791", 2024, "BIB1[TYPE=I alt]", 7e6}},
		},
		{
			name: "a file in columns, with its unit, another name and a year",
			text: "kommune;Skoler\nViborg;1,5\n",
			opt:  section(dataset.Mapping{Rename: []string{"Skoler = skoler"}, Unit: "1.000 kr.", Year: 2023}),
			want: []known{{"791", 2023, "skoler", 1500}},
		},
		{
			name: "numbers written in many ways",
			text: "OMRÅDE;X;TID;INDHOLD\nViborg;a;2024;1.234.567,89\nViborg;b;2024;−5\nViborg;c;2024;-\nViborg;d;2024;1 234,5\n",
			opt:  section(dataset.Mapping{Indicator: "{X}"}),
			want: []known{{"791", 2024, "a", 1234567.89}, {"791", 2024, "b", -5}, {"791", 2024, "c", 0}, {"791", 2024, "d", 1234.5}},
		},
		{
			name: "numbers that are none",
			text: "OMRÅDE;X;TID;INDHOLD\nViborg;a;2024;(5)\nViborg;b;2024;1e400\nViborg;c;2024;1\n",
			opt:  section(dataset.Mapping{Indicator: "{X}"}),
			want: []known{{"791", 2024, "c", 1}}, kinds: []dataset.Kind{dataset.NotNumber, dataset.Infinite}, says: "line 2, column 'INDHOLD': '(5)' is not a number",
		},
		{
			name: "rows too short and too long",
			text: "OMRÅDE;TID;INDHOLD\nViborg;2024\nViborg;2024;1;2\nViborg;2024;1;;\n",
			opt:  section(dataset.Mapping{Indicator: "x"}), want: []known{{"791", 2024, "x", 1}}, kinds: []dataset.Kind{dataset.RaggedRow, dataset.RaggedRow},
		},
		{
			name: "no year but in the file's name",
			text: "OMRÅDE;INDHOLD\nViborg;1\n",
			opt:  section(dataset.Mapping{Indicator: "x"}), want: []known{{"791", 0, "x", 1}}, kinds: []dataset.Kind{dataset.DatedByName},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, errs, warnings := readAll(t, c.opt, dataset.Bytes("fil.csv", []byte(c.text)))
			agree(t, d, c.want)
			all := append(append(dataset.Problems{}, errs...), warnings...)
			var kinds []dataset.Kind
			for _, p := range all {
				kinds = append(kinds, p.Kind)
			}
			if len(kinds) != len(c.kinds) {
				t.Fatalf("the problems are\n%v\nwant the kinds %v", all, c.kinds)
			}
			for i, k := range kinds {
				if k != c.kinds[i] {
					t.Errorf("problem %d is of kind %d, want %d: %v", i, k, c.kinds[i], all[i])
				}
			}
			if !strings.Contains(all.Error(), c.says) {
				t.Errorf("said is\n%v\nwant %q in it", all, c.says)
			}
		})
	}
}

// Two sections make two things of one file.
func TestTwoSectionsOfOneFile(t *testing.T) {
	text := accountsHeader + "000;32201;1;TOT;INDL;2022;9\n791;32201;1;TOT;INDL;2022;7400\n791;32201;3;TOT;INDL;2022;12\n"
	d, errs, warnings := readAll(t, section(
		dataset.Mapping{File: "*.csv", Pick: []string{"DRANST=1"}},
		dataset.Mapping{File: "fil.csv", Pick: []string{"DRANST=3"}, Indicator: "anlæg.{FUNKTION}"},
	), dataset.Bytes("fil.csv", []byte(text)))
	agree(t, d, []known{{"791", 2022, "regk31.3.22.01", 7400}, {"791", 2022, "anlæg.32201", 12}})
	if len(errs) > 0 || len(warnings) != 1 {
		t.Errorf("errors %v, warnings %v, want one warning of the country", errs, warnings)
	}
}

// The same indicator from two files: equal figures pass, others are an error
// that names both places.
func TestTheSameIndicatorFromTwoFiles(t *testing.T) {
	one := dataset.Bytes("a.csv", []byte(statbankCodes))
	_, errs, _ := readAll(t, danish, one, dataset.Bytes("b.px", []byte(pxDense)))
	if len(errs) > 0 {
		t.Errorf("equal figures are refused: %v", errs)
	}
	_, errs, _ = readAll(t, danish, one, dataset.Bytes("c.px", []byte(strings.Replace(pxDense, "7400", "7401", 1))))
	if len(errs) != 1 || !strings.Contains(errs.Error(), "c.px") || !strings.Contains(errs.Error(), "a.csv, line 3") {
		t.Errorf("the errors are %v, want one that names both places", errs)
	}
}

func TestSectionsAreChecked(t *testing.T) {
	wrong := dataset.Mapping{File: "[", Pick: []string{"DRANST"}, Rename: []string{"a"}, Quarter: 5, Year: 24, Header: -1, Indicator: "{X"}.Check()
	for _, key := range []string{"file", "pick", "rename", "quarter", "year", "header", "indicator"} {
		if _, ok := wrong[key]; !ok {
			t.Errorf("nothing is wrong with %s", key)
		}
	}
	if ok := (dataset.Mapping{File: "regk31*.csv", Pick: []string{"DRANST=1"}}).Check(); len(ok) > 0 {
		t.Errorf("a good section is wrong: %v", ok)
	}
}

func TestUnitsAreBroughtToKroner(t *testing.T) {
	for text, want := range map[string]struct {
		factor      float64
		unit, given string
	}{
		"1.000 kr.": {1e3, "kr.", "1.000 kr."}, "1000 kr": {1e3, "kr.", "1000 kr"}, "Løbende priser (1.000 kr.)": {1e3, "kr.", "Løbende priser (1.000 kr.)"},
		"mio. kr.": {1e6, "kr.", "mio. kr."}, "DKK million": {1e6, "kr.", "DKK million"}, "t.kr.": {1e3, "kr.", "t.kr."},
		"kr.": {1, "kr.", ""}, "kr. pr. indbygger": {1, "kr. pr. indbygger", ""}, "1.000 kr. pr. indbygger": {1e3, "kr. pr. indbygger", "1.000 kr. pr. indbygger"},
		"personer": {1, "personer", ""}, "pct.": {1, "pct.", ""}, "11000 kr": {1, "11000 kr", ""},
	} {
		d, errs, _ := readAll(t, section(dataset.Mapping{Indicator: "x", Unit: text}), dataset.Bytes("a.csv", []byte("OMRÅDE;TID;INDHOLD\nViborg;2024;2\n")))
		ind, _ := d.Indicator("x")
		if got := d.Value("791", 2024, "x"); got != 2*want.factor || ind.Unit != want.unit || ind.UnitGiven != want.given || len(errs) > 0 {
			t.Errorf("%q: %v in %q, given in %q, want %v in %q, given in %q (%v)", text, got, ind.Unit, ind.UnitGiven, 2*want.factor, want.unit, want.given, errs)
		}
	}
}

// Without a catalogue and a register, everything is as the file has it.
func TestTablesOfAnyCountry(t *testing.T) {
	d, errs, _ := readAll(t, dataset.Options{}, dataset.Bytes("tabell.csv", []byte("region,kön,år,innehåll\n0114 Upplands Väsby,män,2022,5\n")))
	agree(t, d, []known{{"0114 Upplands Väsby", 2022, "tabell[kön=män]", 5}})
	if len(errs) > 0 {
		t.Error(errs)
	}
}

// A column of municipalities or years is found though it is called something
// else.
func TestColumnsAreFoundByWhatIsInThem(t *testing.T) {
	for _, text := range []string{
		"OMRÅDE;TID;skoler;Note\nViborg;2024;1,5;a\nOdense;2024;2;b\n",
		"Egne tal;;;\n;;;\nHvor;Årstal;skoler;Note\nViborg;2024;1,5;a\nOdense Kommune;2024;2;b\nI alt;;3,5;\n",
	} {
		d, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte(text)))
		agree(t, d, []known{{"791", 2024, "skoler", 1.5}, {"461", 2024, "skoler", 2}})
		if len(errs) > 0 {
			t.Errorf("%q: %v", text, errs)
		}
	}
}

// Amounts and the population make figures per inhabitant, where no file has them.
func TestAmountsAndThePopulation(t *testing.T) {
	amounts := dataset.Bytes("regk31.csv", []byte(accountsHeader+"791;32201;1;TOT;LOBM;2022;700\n791;32201;1;TOT;LOBM;2023;800\n461;32201;1;TOT;LOBM;2022;900\n461;2201;1;TOT;LOBM;2022;..\n"))
	people := dataset.Bytes("folk1a.csv", []byte("OMRÅDE;KØN;ALDER;TID;INDHOLD\n791;TOT;IALT;2022K1;100\n791;TOT;IALT;2023K1;200\n"))
	const id = "regk31.3.22.01"
	want := []known{{"791", 2022, id, 7000}, {"791", 2023, id, 4000}, {"461", 2022, id, math.NaN()}, {"791", 2022, id + "[PRISENHED=LOBM]", 700_000}}
	for _, sources := range [][]dataset.Source{{amounts, people}, {people, amounts}} {
		d, errs, warnings := readAll(t, danish, sources...)
		agree(t, d, want)
		if len(errs) > 0 || len(warnings) != 1 || warnings[0].Kind != dataset.ConvertedUnit || warnings[0].Source != "regk31.csv" {
			t.Errorf("errors %v, warnings %v, want one of the division", errs, warnings)
		}
		if ind, _ := d.Indicator(id); ind.Unit != "kr. pr. indbygger, årets priser, netto" || ind.Per != "folketal" || ind.Name != "3.22.01 Folkeskoler" {
			t.Errorf("described as %+v", ind)
		}
	}
	// What is published goes before what is computed, year by year.
	published := dataset.Bytes("indl.csv", []byte(accountsHeader+"791;32201;1;TOT;INDL;2022;7001\n"))
	d, errs, _ := readAll(t, danish, amounts, people, published)
	agree(t, d, []known{{"791", 2022, id, 7001}, {"791", 2023, id, 4000}})
	if len(errs) > 0 {
		t.Error(errs)
	}
}
