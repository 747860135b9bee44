package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

const (
	tidyHeader = "kommunekode;kommune;år;indikator;værdi\n"
	okData     = tidyHeader + "101;København;2024;x;1,5\n"
	head       = "register = \"danmark\"\n"
	oneArea    = "[[area]]\nid = \"a\"\nspending = [\"x\"]\n"
)

// badCase is something wrong: files, and the arguments of a command.
type badCase struct {
	name  string
	files map[string]string
	args  string
}

// bad is what people do wrong, with what each of them sees in the golden file.
// Every case is to fail; the file shows the command, the exit code and the
// exact words.
var bad = []badCase{
	// Flags.
	{"unknown command", nil, "benchmrk"},
	{"unknown command in English", nil, "compare-all --lang en"},
	{"unknown flag", nil, "benchmark --munincipality Viborg"},
	{"unknown flag of another command", nil, "check --out x.xlsx"},
	{"flag before the command", nil, "--year 2024 benchmark"},
	{"flag without its value", nil, "benchmark --municipality"},
	{"leftover word", nil, "benchmark Viborg"},
	{"leftover word after a flag", nil, "benchmark --municipality Viborg 2024"},
	{"flags after a leftover word are not lost", nil, "benchmark Viborg --year 2023"},
	{"leftover word for another command", nil, "plan minplan.toml"},
	{"misspelt municipality", nil, "benchmark --municipality Vibrog"},
	{"unknown municipality code", nil, "benchmark --municipality 999"},
	{"empty municipality", nil, "benchmark --municipality ''"},
	{"a part of an area's name", nil, "benchmark --area 5.30"},
	{"several municipalities in one workbook", nil, "benchmark --kommune Viborg,Lolland --out a.xlsx"},
	{"misspelt area", nil, "benchmark --area folkeskolle"},
	{"year that is no year", nil, "benchmark --year i-år"},
	{"year that is not in the data", nil, "benchmark --year 2019"},
	{"misspelt target", nil, "benchmark --target expekted"},
	{"target without its parameter", nil, "benchmark --target quantile"},
	{"target with a bad parameter", nil, "benchmark --target quantile:1,5"},
	{"a target with a thousands mark", nil, "benchmark --target value:65.000"},
	{"none of the nearest", nil, "benchmark --target nearest:0"},
	{"a number of nearest that is none", nil, "benchmark --target nearest:x"},
	{"more nearest than there are", nil, "benchmark --target nearest:500"},
	{"far more nearest than there are", nil, "benchmark --target nearest:99999999999999999999"},
	{"more of the cheapest than of the nearest", nil, "benchmark --target cheapest-of-nearest:10/5"},
	{"a half of the nearest", nil, "benchmark --target cheapest-of-nearest:5 --lang en"},
	{"an empty list", nil, "benchmark --target list:"},
	{"a misspelt municipality in a list", nil, "benchmark --target list:Viborg,Arhuss"},
	{"a municipality twice in a list", nil, "benchmark --target list:Viborg,791 --lang en"},
	{"a quantile that is no number", nil, "benchmark --target expected-quantile:NaN"},
	{"a conditional quantile at the end", nil, "benchmark --target conditional-quantile:1"},
	{"none of the lowest", nil, "benchmark --target lowest:0"},
	{"a parameter too many", nil, "benchmark --target minimum:3"},
	{"regions that the data do not have", map[string]string{"d.csv": tidyHeader + "1;A;2024;x;1\n2;B;2024;x;2\n", "p.toml": "register = \"none\"\n" + oneArea + "target = \"region\"\n"}, "benchmark --data d.csv --plan p.toml"},
	{"peers of nobody", nil, "peers"},
	{"peers of a misspelt municipality", nil, "peers --municipality Vibrog"},
	{"peers of a misspelt area", nil, "peers --municipality Viborg --area folkeskolle"},
	{"no peers", nil, "peers --municipality Viborg --k 0"},
	{"a number of peers that is none", nil, "peers --municipality Viborg --k ti"},
	{"more peers than there are", nil, "peers --municipality Viborg --k 98 --lang en"},
	{"peers in a format that is not", nil, "peers --municipality Viborg --format csv"},
	{"no plan at all", nil, "benchmark --plan ''"},
	{"a topic of help", nil, "benchmark --help extra"},
	{"misspelt variance", nil, "benchmark --variance sizes"},
	{"misspelt estimator", nil, "benchmark --estimator olss"},
	{"misspelt format", nil, "benchmark --format jsn"},
	{"a flag twice", nil, "benchmark --year 2024 --year=2023"},
	{"unknown language", nil, "benchmark --lang dk"},
	{"unknown shell", nil, "completion --shell powershell"},
	{"workbook that is no .xlsx", nil, "benchmark --out viborg.xls"},
	{"workbook without a name", nil, "benchmark --out ''"},
	{"workbook that exists", map[string]string{"v.xlsx": "old"}, "benchmark --out v.xlsx"},
	{"workbook in a folder that does not exist", nil, "benchmark --out budget/v.xlsx"},
	{"all without a file for each", nil, "benchmark --municipality all --out alle.xlsx"},
	{"all without any file", nil, "benchmark --municipality all --lang en"},
	{"a file for each of nobody", nil, "benchmark --out {kommune}.xlsx"},
	{"a file for each of a misspelt one", nil, "benchmark --municipality Vibrog --out {kommune}.xlsx"},
	{"a folder for each", nil, "benchmark --municipality all --out {kommune}/r.xlsx"},
	{"a file for each in a folder that does not exist", nil, "benchmark --municipality all --out budget/{kommune}.xlsx"},
	{"files for each of which some exist", map[string]string{"Viborg.xlsx": "old", "Aarhus.xlsx": "old"}, "benchmark --municipality all --out {municipality}.xlsx --lang en"},
	{"files for each of which one is a folder", map[string]string{"Viborg.xlsx/inside": ""}, "benchmark --municipality all --out {kommune}.xlsx --force"},
	{"workbook that is a folder", map[string]string{"v.xlsx/inside": ""}, "benchmark --out v.xlsx --force"},

	// Files.
	{"no such file", nil, "benchmark --data regnskb.csv"},
	{"a folder without files", map[string]string{"tal/.skjult.csv": okData}, "check --data tal"},
	{"a pattern of no file", map[string]string{"a.csv": okData}, "check --data *.px"},
	{"bundled and without", nil, "benchmark --data bundled --without-bundled"},
	{"empty file", map[string]string{"d.csv": ""}, "check --data d.csv"},
	{"only white space", map[string]string{"d.csv": "\n \n\t\n"}, "check --data d.csv"},
	{"header alone", map[string]string{"d.csv": tidyHeader}, "check --data d.csv"},
	{"an Excel file", map[string]string{"d.xlsx": "PK\x03\x04…"}, "check --data d.xlsx"},
	{"UTF-16 cut off", map[string]string{"d.csv": "\xff\xfek\x00o"}, "check --data d.csv"},
	{"an old Excel file", map[string]string{"d.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"}, "check --data d.xls"},
	{"a packed file cut off", map[string]string{"d.csv.gz": "\x1f\x8b\x08\x00"}, "check --data d.csv.gz"},
	{"PC-Axis cut off", map[string]string{"d.px": "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nSTUB=\"kommune\";\nHEADING=\"år\";\nVALUES(\"kommune\")=\"Viborg\",\"Odense\";\nVALUES(\"år\")=\"2023\",\"2024\";\nDATA=\n1 2\n3"}, "check --data d.px"},
	{"PC-Axis cut off in its keywords", map[string]string{"d.px": "CHARSET=\"ANSI\";\nMATRIX=\"A\";\nSTUB=\"kommune\";\nHEADING=\"år\";\nVALUES(\"kommune\")=\"Viborg\",\"Oden DATA"}, "check --data d.px"},
	{"JSON that is not JSON-stat", map[string]string{"d.json": `{"columns":[{"code":"Region"}],"data":[]}`}, "check --data d.json"},
	{"JSON-stat with a cell outside", map[string]string{"d.json": `{"class":"dataset","id":["kommune"],"size":[1],"dimension":{"kommune":{"category":{"index":["791"]}}},"value":{"1":5}}`}, "check --data d.json"},
	{"a table of another country", map[string]string{"d.csv": "region;år;INDHOLD\n0180 Stockholm;2022;1\n0181 Södertälje;2022;1\n"}, "check --data d.csv"},
	{"a variable that the section names and the table does not have", map[string]string{"d.csv": "OMRÅDE;FUNKTION;TID;INDHOLD\n791;32201;2024;1\n", "p.toml": "[[source]]\npick = [\"FUNKTON=32201\"]\n" + oneArea}, "check --data d.csv --plan p.toml"},
	{"a price index without a source", map[string]string{"p.csv": "år;indeks\n2023;100\n2024;103,5\n2024;x\n"}, "check --prices p.csv"},
	{"a price index that is not there", nil, "benchmark --prices indeks.csv"},
	{"bytes of no encoding", map[string]string{"d.csv": tidyHeader + "101;K\xf8benhavn;2024;x\x81;1\n"}, "check --data d.csv"},
	{"zero bytes", map[string]string{"d.csv": okData + "101;\x00;2024;y;1\n"}, "check --data d.csv"},
	{"one column", map[string]string{"d.csv": "kommune\nViborg\n"}, "check --data d.csv"},
	{"no column of municipalities", map[string]string{"d.csv": "sted;år;indikator;værdi\nKorsbæk;2024;x;1\n"}, "check --data d.csv"},
	{"no column of values", map[string]string{"d.csv": "kommune;år;indikator;beløb\nViborg;2024;x;1\n"}, "check --data d.csv"},
	{"no column of figures", map[string]string{"d.csv": "kommune;borgmester\nViborg;A\n"}, "check --data d.csv"},
	{"a column twice", map[string]string{"d.csv": "kommune;x;x\nViborg;1;2\n"}, "check --data d.csv"},
	{"a column without a name", map[string]string{"d.csv": "kommune;x;\nViborg;1;2\n"}, "check --data d.csv"},
	{"not a number", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;ca. 5\n147;Frederiksberg;2024;x;1\n151;Ballerup;2024;x;12x\n"}, "check --data d.csv"},
	{"the other decimal mark", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;1,5\n147;Frederiksberg;2024;x;2,25\n151;Ballerup;2024;x;3.1\n"}, "check --data d.csv"},
	{"infinite", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;Inf\n147;Frederiksberg;2024;x;1e999\n"}, "check --data d.csv"},
	{"hexadecimal", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;0x1F\n"}, "check --data d.csv"},
	{"unknown municipality in a file", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;1\n;Vibrog;2024;x;2\n;Vibrog;2024;y;2\n"}, "check --data d.csv"},
	{"code and name disagree", map[string]string{"d.csv": tidyHeader + "791;Aalborg;2024;x;1\n"}, "check --data d.csv"},
	{"no municipality in a row", map[string]string{"d.csv": tidyHeader + ";;2024;x;1\n"}, "check --data d.csv"},
	{"no indicator in a row", map[string]string{"d.csv": tidyHeader + "101;København;2024;;1\n"}, "check --data d.csv"},
	{"not a year", map[string]string{"d.csv": tidyHeader + "101;København;24;x;1\n101;København;2024K1;x;1\n"}, "check --data d.csv"},
	{"a figure twice", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;1,5\n101;Oslo;2024;y;3\n0101;;2024;x;2,5\n"}, "check --data d.csv"},
	{"a figure in two files", map[string]string{"a.csv": okData, "b.csv": "kommune;år;x\nKøbenhavn;2024;1.75\n"}, "check --data a.csv b.csv"},
	{"ragged rows", map[string]string{"d.csv": okData + "147;Frederiksberg;2024;x\n151;Ballerup;2024;x;1;2\n"}, "check --data d.csv"},
	{"an open quotation mark", map[string]string{"d.csv": okData + "147;\"Frederiksberg;2024;x;1\n"}, "check --data d.csv"},
	{"two columns of one meaning", map[string]string{"d.csv": "kommune;municipality;år;x\nViborg;Aalborg;2024;1\n"}, "check --data d.csv"},
	{"a figure too large to be one", map[string]string{"d.csv": tidyHeader + "101;København;2024;x;1e300\n"}, "check --data d.csv"},
	{"a line too long", map[string]string{"d.csv": "kommune;x\n" + strings.Repeat(";", 9<<20)}, "check --data d.csv"},
	{"a name that two share", map[string]string{"d.csv": "kode;kommune;år;x\n1;Våler;2024;1\n2;Våler;2024;2\n", "p.toml": "register = \"none\"\n" + oneArea}, "benchmark --data d.csv --plan p.toml --municipality Våler"},
	{"several files, several problems", map[string]string{"a.csv": okData + "147;Frederiksberg;2024;x;?\n", "b.csv": ""}, "check --data a.csv --data b.csv --data c.csv"},
	{"a bad file stops the benchmark", map[string]string{"d.csv": okData + "147;Frederiksberg;2024;x;?\n"}, "benchmark --data d.csv"},
	{"a bad file in English", map[string]string{"d.csv": okData + "147;Frederiksberg;2024;x;?\n"}, "check --data d.csv --lang en"},

	// Plans.
	{"no such plan", nil, "benchmark --plan minplan.toml"},
	{"a plan that is no TOML", map[string]string{"p.toml": "title = \"x\nyear = 2024\n"}, "areas --plan p.toml"},
	{"an empty plan", map[string]string{"p.toml": ""}, "areas --plan p.toml"},
	{"a plan in another encoding", map[string]string{"p.toml": "title = \"R\xe5derum\"\n"}, "areas --plan p.toml"},
	{"unknown keys", map[string]string{"p.toml": head + "estimater = \"ols\"\n" + oneArea + "spendng_per = \"y\"\nfoo = 1\n"}, "areas --plan p.toml"},
	{"wrong types", map[string]string{"p.toml": "year = \"2024\"\nmin_n = 3.5\ntitle = 5\nexclude = \"Ærø\"\nmateriality = \"mange\"\narea = \"a\"\n"}, "areas --plan p.toml"},
	{"wrong types in an area", map[string]string{"p.toml": oneArea + "drivers = [1, 2]\nspending_factor = \"1000\"\nper = \"folketal\"\n"}, "areas --plan p.toml"},
	{"numbers out of bounds", map[string]string{"p.toml": "year = 24\npool = 0\nmin_n = -1\nmateriality = -5\n" + oneArea}, "areas --plan p.toml"},
	{"words that mean nothing", map[string]string{"p.toml": "register = \"dk\"\nestimator = \"lasso\"\nscale = \"logs\"\nfamily = \"kommune\"\n" + oneArea + "target = \"gennemsnit\"\n"}, "areas --plan p.toml"},
	{"targets written wrongly", map[string]string{"p.toml": oneArea + "target = \"nearest:0\"\n[[area]]\nid = \"b\"\nspending = [\"x\"]\ntarget = \"cheapest-of-nearest:10/5\"\n[[area]]\nid = \"c\"\nspending = [\"x\"]\ntarget = \"list:\"\n"}, "areas --plan p.toml"},
	{"targets that the data do not have", map[string]string{"p.toml": "[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\ntarget = \"list:Viborg,Arhuss\"\n[[area]]\nid = \"b\"\nspending = [\"regk31.3.22.01\"]\ntarget = \"nearest:98\"\n"}, "benchmark --plan p.toml"},
	{"a table of peers written wrongly", map[string]string{"p.toml": oneArea + "[peers]\nk = 0\ndrivers = \"a\"\nweight = { a = 1 }\nweights = { a = -1, b = \"x\" }\n"}, "areas --plan p.toml"},
	{"peers that the data do not have", map[string]string{"p.toml": "[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\n[peers]\nk = 98\ndrivers = [\"gennemsnitalder\"]\nexclude = [\"Anholt\"]\n[peers.weights]\nalder = 2\n"}, "peers --municipality Viborg --plan p.toml"},
	{"a plan of errors without end", map[string]string{"p.toml": manyKeys()}, "areas --plan p.toml"},
	{"a title without end", map[string]string{"p.toml": "title = \"" + strings.Repeat("x", 300) + "\"\n" + oneArea}, "areas --plan p.toml"},
	{"a choice among nothing", map[string]string{"p.toml": "choose = \"press\"\n" + oneArea}, "areas --plan p.toml"},
	{"a choice of a kind that is not", map[string]string{"p.toml": "choose = \"aic\"\ncandidates = [\"a\"]\n" + oneArea}, "areas --plan p.toml"},
	{"a choice among too many", map[string]string{"p.toml": "choose = \"bic\"\ncandidates = [\"" + strings.Join(strings.Split("abcdefghijklmnopq", ""), "\", \"") + "\"]\n" + oneArea}, "areas --plan p.toml"},
	{"a plan without areas", map[string]string{"p.toml": head}, "areas --plan p.toml"},
	{"an area without id and spending", map[string]string{"p.toml": "[[area]]\nname = \"A\"\n"}, "areas --plan p.toml"},
	{"two areas with one id", map[string]string{"p.toml": oneArea + oneArea}, "areas --plan p.toml"},
	{"a driver without indicators", map[string]string{"p.toml": "[[driver]]\nid = \"d\"\ntransform = \"ln\"\n" + oneArea}, "areas --plan p.toml"},
	{"unknown indicators", map[string]string{"p.toml": "weights = \"folketall\"\n[[driver]]\nid = \"d\"\nof = [\"folkeetal\"]\nper = [\"areall\"]\n[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.1\"]\nspending_per = \"indbyggere\"\nper = [\"elever\"]\nactivity = [\"timer\"]\n"}, "benchmark --plan p.toml"},
	{"unknown drivers", map[string]string{"p.toml": "drivers = [\"aldr\", \"gennemsnitsalder\"]\n[[driver]]\nid = \"alder\"\nof = [\"gennemsnitsalder\"]\n[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\ndrivers = [\"folketal_log\"]\n"}, "benchmark --plan p.toml"},
	{"unknown municipality to exclude", map[string]string{"p.toml": "exclude = [\"Samso\", \"Anholt\"]\n[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\n"}, "benchmark --plan p.toml"},
	{"a pool of too many years", map[string]string{"p.toml": "pool = 1000\n" + oneArea}, "areas --plan p.toml"},
	{"a year in the plan that the data lack", map[string]string{"p.toml": "year = 2030\n[[area]]\nid = \"a\"\nspending = [\"regk31.3.22.01\"]\n"}, "check --plan p.toml"},
	{"own data without what the default plan asks for", map[string]string{"d.csv": okData}, "benchmark --data d.csv --lang en"},
}

func manyKeys() string {
	var b strings.Builder
	for i := range 2_000 {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	return b.String()
}

// TestBad holds what a person sees who does something wrong.
func TestBad(t *testing.T) {
	if len(bad) < 40 {
		t.Errorf("only %d cases", len(bad))
	}
	showBad(t, bad)
}

func showBad(t *testing.T, cases []badCase) {
	dir := here(t)
	var b strings.Builder
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for name, text := range c.files {
				if folder, _, nested := strings.Cut(name, "/"); nested {
					if err := os.MkdirAll(folder, 0o777); err != nil {
						t.Fatal(err)
					}
				}
				if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			args := strings.Fields(c.args)
			for i, a := range args {
				args[i] = strings.Trim(a, "'")
			}
			_, stderr, code := raaderum(args...)
			if code == 0 {
				t.Error("exit code 0")
			}
			if lines := strings.SplitAfter(stderr, "\n"); len(lines) > 30 {
				stderr = strings.Join(lines[:5], "") + "[…]\n" + strings.Join(lines[len(lines)-3:], "")
			}
			fmt.Fprintf(&b, "== %s\n$ raaderum %s  (exit code %d)\n%s\n", c.name, c.args, code, stderr)
		})
	}
	golden(t, dir, b.String())
}
