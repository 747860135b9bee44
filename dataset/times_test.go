package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// ofTimes is a PC-Axis file of one municipality and some times, whose figures count up.
func ofTimes(values, timeval, data string) string {
	return "CHARSET=\"ANSI\";\nCODEPAGE=\"utf-8\";\nMATRIX=\"BOEDER\";\nSTUB=\"kommune\";\n" +
		"HEADING=\"periode\";\nVALUES(\"kommune\")=\"Horsens\";\nVALUES(\"periode\")=" + values +
		";\nTIMEVAL(\"periode\")=" + timeval + ";\nDATA=\n" + data + ";\n"
}

// What stands for the year is found by one rule in every format, and said.
func TestWhatStandsForTheYear(t *testing.T) {
	nan := math.NaN()
	long := func(times ...string) string {
		text := "OMRÅDE;TID;INDHOLD\n"
		for i, time := range times {
			text += "Horsens;" + time + ";" + string(rune('1'+i)) + "\n"
		}
		return text
	}
	sums := []dataset.Mapping{{Sum: []string{"TID"}}}
	for name, c := range map[string]struct {
		file, text string
		plan       []dataset.Mapping
		id         string
		want       map[int]float64
		says       string // a warning
		fails      string // an error
	}{
		"halves by TIMEVAL": {file: "a.px", id: "BOEDER",
			text: ofTimes(`"2022 foraar","2022 efteraar","2023 foraar"`, `TLIST(H1),"20221","20222","20231"`, "1 2 3"),
			want: map[int]float64{2022: 1, 2023: 3}, says: "Half 1 stands for the year, and the rest is left out (1)"},
		"quarters by TIMEVAL": {file: "a.px", id: "BOEDER", plan: []dataset.Mapping{{Quarter: 2}},
			text: ofTimes(`"forår","sommer"`, `TLIST(Q1),"20221","20222"`, "1 2"),
			want: map[int]float64{2022: 2}, says: "Quarter 2 stands for the year"},
		"months by TIMEVAL": {file: "a.px", id: "BOEDER",
			text: ofTimes(`"A","B"`, `TLIST(M1),"202201","202202"`, "1 2"),
			want: map[int]float64{2022: 1}, says: "January stands for the year"},
		"years by TIMEVAL": {file: "a.px", id: "BOEDER",
			text: ofTimes(`"første","andet"`, `TLIST(A1),"2022","2023"`, "1 2"),
			want: map[int]float64{2022: 1, 2023: 2}},
		"second half by its quarter": {file: "a.csv", text: long("2022H1", "2022H2"), id: "a",
			plan: []dataset.Mapping{{Quarter: 3}}, want: map[int]float64{2022: 2}, says: "Half 2 stands"},
		"halves in words": {file: "a.csv", text: long("1. halvår 2022", "2. halvår 2022"), id: "a",
			want: map[int]float64{2022: 1}, says: "Half 1 stands"},
		"months in words": {file: "a.csv", text: long("januar 2022", "februar 2022"), id: "a",
			want: map[int]float64{2022: 1}, says: "January stands"},
		"one quarter": {file: "a.csv", text: long("2022K4", "2023K4"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2}, says: "not for the whole year. Quarter 4 stands"},
		"one month": {file: "a.csv", text: long("2022M06"), id: "a",
			want: map[int]float64{2022: 1}, says: "June stands"},
		"a quarter beside years": {file: "a.csv", text: long("2022", "2023", "2024K1"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2, 2024: nan}, says: "among whole years and are left out: 2024K1"},
		"halves beside their year": {file: "a.csv", text: long("2022", "2022H1", "2022H2"), id: "a",
			want: map[int]float64{2022: 1}, says: "left out: 2022H1 and 2022H2"},
		"five years": {file: "a.csv", text: long("2018:2022", "2019:2023"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2}, says: "2018:2022 → 2022 and 2019:2023 → 2023"},
		"three years with a dash": {file: "a.csv", text: long("2020-2022", "2021–2023"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2}, says: "is set to its last year"},
		"two years with a colon": {file: "a.csv", text: long("2021:2022"), id: "a",
			want: map[int]float64{2022: 1}, says: "is set to its last year"},
		"several years beside one": {file: "a.csv", text: long("2018:2022", "2022"), id: "a",
			want: map[int]float64{2022: 2}, says: "their last year stands by itself too: 2018:2022"},
		"quarters added up": {file: "a.csv", text: long("2022K1", "2022K2", "2022K3", "2022K4", "2023K1"),
			id: "a", plan: sums, want: map[int]float64{2022: 10, 2023: nan},
			says: "not added up and are left out: 2023K1"},
		"halves added up": {file: "a.csv", text: long("2022H1", "2022H2", "2023H1", "2023H2"),
			id: "a", plan: sums, want: map[int]float64{2022: 3, 2023: 7}},
		"quarters and a year": {file: "a.csv", text: long("2022K1", "2022K2", "2022K3", "2022K4", "2023"),
			id: "a", plan: sums, want: map[int]float64{2022: 10, 2023: 5}},
		"added up by TIMEVAL": {file: "a.px", id: "BOEDER", plan: []dataset.Mapping{{Sum: []string{"periode"}}},
			text: ofTimes(`"A","B"`, `TLIST(H1),"20221","20222"`, "5 6"), want: map[int]float64{2022: 11}},
		"a quarter twice": {file: "a.csv", text: long("2022K1", "2022K2", "2022K3", "2022K4", "2022Q4"),
			id: "a", plan: sums, fails: "cannot be added up where a part stands twice"},
		"weeks": {file: "a.csv", text: long("2022U01", "2022U02"), id: "a", plan: sums,
			fails: "are weeks or of different lengths"},
		"quarters and halves": {file: "a.csv", text: long("2022K1", "2022H2"), id: "a", plan: sums,
			fails: "are weeks or of different lengths"},
		"Danish dates": {file: "a.csv", text: "kommune;dato;x\nHorsens;31-12-2022;1\nHorsens;31-12-2023;2\n",
			id: "x", want: map[int]float64{2022: 1, 2023: 2}},
		"dates in a column of years": {file: "a.csv", text: "kommune;år;x\nHorsens;31.12.2022;1\nHorsens;31.12.2023;2\n",
			id: "x", want: map[int]float64{2022: 1, 2023: 2}},
		"dates with one figure a row": {file: "a.csv", text: "kommune;år;indikator;værdi\nHorsens;31/12/2022;x;1\nHorsens;31/12/2023;x;2\n",
			id: "x", want: map[int]float64{2022: 1, 2023: 2}},
		"dates in words": {file: "a.csv", text: long("31. december 2022", "31. december 2023"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2}},
		"no date": {file: "a.csv", text: long("12/31/2022"), id: "a", fails: "'12/31/2022' is not a year"},
		"years with decimals": {file: "a.csv", text: "kommune;år;x\nHorsens;2022.0;1.5\nHorsens;2023.0;2.5\n",
			id: "x", want: map[int]float64{2022: 1.5, 2023: 2.5}},
		"one a row with decimals": {file: "a.csv", text: "kommune;år;indikator;værdi\nHorsens;2022,00;x;1\n",
			id: "x", want: map[int]float64{2022: 1}},
		"headings with decimals": {file: "a.csv", text: "kommune,2022.0,2023.0\nHorsens,1.5,2.5\n",
			id: "a", want: map[int]float64{2022: 1.5, 2023: 2.5}},
		"long with decimals": {file: "a.csv", text: long("2022.0", "2023.0"), id: "a",
			want: map[int]float64{2022: 1, 2023: 2}},
		"no whole year": {file: "a.csv", text: long("2022.5"), id: "a", fails: "'2022.5' is not a year"},
	} {
		t.Run(name, func(t *testing.T) {
			opt := danish
			opt.Mappings = c.plan
			d, errs, warnings := readAll(t, opt, dataset.Bytes(c.file, []byte(c.text)))
			if c.fails != "" || len(errs) > 0 {
				if c.fails == "" || !strings.Contains(errs.Error(), c.fails) {
					t.Errorf("the errors are %v, want %q", errs, c.fails)
				}
				return
			}
			if !strings.Contains(warnings.Error(), c.says) || c.says == "" && len(warnings) > 0 {
				t.Errorf("the warnings are %v, want %q", warnings, c.says)
			}
			for year, want := range c.want {
				agree(t, d, []known{{"615", year, c.id, want}})
			}
		})
	}
}

// A population is counted on a day. A quarter of it stands for the year without a word, and
// its quarters are never added up.
func TestPopulationIsNotAddedUp(t *testing.T) {
	text := []byte("OMRÅDE;KØN;ALDER;CIVILSTAND;TID;INDHOLD\n615;TOT;IALT;TOT;2024K1;96000\n")
	d, errs, warnings := readAll(t, danish, dataset.Bytes("folk1a.csv", text))
	agree(t, d, []known{{"615", 2024, "folketal", 96000}})
	if len(errs)+len(warnings) > 0 {
		t.Errorf("errors %v, warnings %v", errs, warnings)
	}
	opt := danish
	opt.Mappings = []dataset.Mapping{{Sum: []string{"TID"}}}
	_, errs, _ = readAll(t, opt, dataset.Bytes("folk1a.csv", text))
	if !strings.Contains(errs.Error(), "are counted on a day") {
		t.Errorf("the errors are %v", errs)
	}
}

// Ways of writing that spreadsheets and word processors leave behind are read as they are
// meant, in every layout.
func TestWaysOfWriting(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		text string
		id   string
		want []known
	}{
		"dashes": {"kommune;år;x\nHorsens;2024;–\nVejle;2024;—\nOdense;2024;5\n", "x",
			[]known{{"615", 2024, "x", 0}, {"630", 2024, "x", 0}, {"461", 2024, "x", 5}}},
		"dashes in a row for each cell": {"OMRÅDE;TID;INDHOLD\nHorsens;2024;–\nVejle;2024;–7\n", "a",
			[]known{{"615", 2024, "a", 0}, {"630", 2024, "a", -7}}},
		"dashes in columns of years": {"kommune;2023;2024\nHorsens;–1,5;—\nVejle;2;–3\n", "a",
			[]known{{"615", 2023, "a", -1.5}, {"615", 2024, "a", 0}, {"630", 2024, "a", -3}}},
		"colons": {"kommune;år;x;y\nHorsens;2024;:;1\nVejle;2024;6;:\n", "x",
			[]known{{"615", 2024, "x", nan}, {"630", 2024, "x", 6}, {"630", 2024, "y", nan}}},
		"colons in a row for each cell": {"OMRÅDE;TID;INDHOLD\nHorsens;2024;:\nVejle;2024;7\n", "a",
			[]known{{"615", 2024, "a", nan}, {"630", 2024, "a", 7}}},
		"codes as formulas": {"kode;år;x\n=\"0615\";2024;1\n=\"0630\";2024;2\n", "x",
			[]known{{"615", 2024, "x", 1}, {"630", 2024, "x", 2}}},
		"quoted formulas": {"kode;år;x\n\"=\"\"0615\"\"\";\"=\"\"2024\"\"\";1\n\"=\"\"0630\"\"\";\"=\"\"2024\"\"\";2\n", "x",
			[]known{{"615", 2024, "x", 1}, {"630", 2024, "x", 2}}},
		"formulas in a row for each cell": {"OMRÅDE,TID,INDHOLD\n=\"0615\",=\"2024\",5\n", "a",
			[]known{{"615", 2024, "a", 5}}},
		"a heading over two lines": {"kommune;år;\"gebyr\n(1.000 kr.)\"\nHorsens;2024;3\n", "gebyr (1.000 kr.)",
			[]known{{"615", 2024, "gebyr (1.000 kr.)", 3000}}},
		"headings over three lines": {"\"kom-\r\nmune\";kommune;år;\"løn,\r\nmio.\r\nkr.\"\n1;Horsens;2024;3\n", "løn, mio. kr.",
			[]known{{"615", 2024, "løn, mio. kr.", 3e6}}},
	} {
		t.Run(name, func(t *testing.T) {
			d, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte(c.text)))
			if len(errs) > 0 {
				t.Errorf("the errors are %v", errs)
			}
			agree(t, d, c.want)
		})
	}
}
