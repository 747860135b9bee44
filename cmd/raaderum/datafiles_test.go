package main

import (
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestJoinFiles checks which words are taken for files of one --data.
func TestJoinFiles(t *testing.T) {
	for text, want := range map[string]string{
		"check --data a b --lang en":         "check|--data|a+b|--lang|en",
		"check --data a --data b c":          "check|--data|a|--data|b+c",
		"check -data - x":                    "check|-data|-+x",
		"check --data=a b":                   "check|--data|a+b",
		"check --data":                       "check|--data",
		"benchmark --year 2024 --data a.csv": "benchmark|--year|2024|--data|a.csv",
	} {
		got := strings.ReplaceAll(strings.Join(joinFiles(strings.Fields(text)), "|"), togetherMark, "+")
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestFindDataFiles checks what files folders, patterns and lists of files name, and in what
// order they are believed.
func TestFindDataFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"d/b.csv", "d/a.px", "d/.hidden", "d/b.csv.json", "d/~$open.xlsx", "d/e/c.csv", "x1.csv", "x2.csv", "[odd].csv"} {
		if i := strings.LastIndexByte(name, '/'); i > 0 {
			os.MkdirAll(name[:i], 0o777)
		}
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		values  []string
		want    []dataFile
		bundled bool
	}{
		{[]string{"d"}, []dataFile{{"d/a.px", 0}, {"d/b.csv", 0}}, false},
		{[]string{"x1.csv", "x2.csv"}, []dataFile{{"x1.csv", 0}, {"x2.csv", 1}}, false},
		{[]string{"x?.csv"}, []dataFile{{"x1.csv", 0}, {"x2.csv", 0}}, false},
		{[]string{"x2.csv" + togetherMark + "x1.csv", "-"}, []dataFile{{"x2.csv", 0}, {"x1.csv", 0}, {"-", 1}}, false},
		{[]string{"[odd].csv"}, []dataFile{{"[odd].csv", 0}}, false},
		{[]string{"medfølgende", "bundled"}, nil, true},
		{[]string{"not-there.csv"}, []dataFile{{"not-there.csv", 0}}, false},
	} {
		files, bundled, err := findDataFiles(test.values)
		if err != nil || bundled != test.bundled {
			t.Errorf("%v: bundled %v, %v", test.values, bundled, err)
		}
		if diff := cmp.Diff(test.want, files, cmp.AllowUnexported(dataFile{})); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.values, diff)
		}
	}
	for _, values := range [][]string{{"x1.csv", "x?.csv"}, {"y*"}, {"-", "-"}} {
		if files, _, err := findDataFiles(values); err == nil {
			t.Errorf("%v: no error, and files %v", values, files)
		}
	}
}

// TestNewYear is the yearly job: this year's accounts and people from the statistics office,
// in an empty folder, over the bundled drivers and years.
func TestNewYear(t *testing.T) {
	t.Chdir(t.TempDir())
	accounts := "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n"
	people := "OMRÅDE;TID;INDHOLD\n"
	for i, name := range []string{"København", "Viborg", "Aarhus", "Odense"} {
		digits := []string{"9100", "10200", "9800", "9900"}[i]
		accounts += name + ";3.22.01 Folkeskoler;1 Driftskonti;I alt netto;INDL;2025;" + digits + "\n"
		people += name + ";2025K1;" + []string{"660000", "97500", "373000", "210000"}[i] + "\n"
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("regk31_2025.csv", accounts)
	write("folk1a_2025.csv", people)
	answer, warnings, code := raaderum("benchmark", "--data", "regk31_2025.csv", "--data", "folk1a_2025.csv", "--municipality", "Viborg")
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, warnings)
	}
	if !strings.Contains(answer, "Folkeskoler               10.200   7.5") || !strings.Contains(warnings, "2025 kan ikke sammenlignes for alle: kun København, Odense, Aarhus og") {
		t.Errorf("no figure of 2025:\n%s", answer)
	}
	_, warnings, code = raaderum("benchmark", "--data", "folk1a_2025.csv", "--municipality", "Viborg")
	if code == 0 || !strings.Contains(warnings, "2025") {
		t.Errorf("people of 2025 without accounts: exit code %d: %s", code, warnings)
	}
}

// TestDataReadsBack: the figures that are written are read back equal, in both languages, and
// own ones with them.
func TestDataReadsBack(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, l := range []string{"da", "en"} {
		if _, stderr, code := raaderum("data", "--out", "a.csv", "--lang", l, "--force"); code != 0 {
			t.Fatal(stderr)
		}
		if _, stderr, code := raaderum("data", "--tal", "a.csv", "--ud", "b.csv", "--sprog", l, "--force"); code != 0 {
			t.Fatal(stderr)
		}
		a, _ := os.ReadFile("a.csv")
		b, _ := os.ReadFile("b.csv")
		if len(a) < 100_000 || string(a) != string(b) {
			t.Errorf("%s: %d bytes are written, and %d after reading them", l, len(a), len(b))
		}
	}
	os.WriteFile("own.csv", []byte("kommunekode;år;indikator;værdi\n791;2024;eget;7\n"), 0o666)
	own, _, _ := raaderum("data", "--data", "own.csv")
	if lines := strings.Count(own, "\n"); lines != 2 {
		t.Errorf("%d lines of one figure:\n%s", lines, own)
	}
	both, _, _ := raaderum("data", "--data", "own.csv", "bundled")
	if !strings.Contains(both, ";eget;7") || len(both) < 100_000 {
		t.Errorf("own figures over the bundled ones: %d bytes", len(both))
	}
}

// TestDanishFlags: flags have Danish names too, and each name is one flag's.
func TestDanishFlags(t *testing.T) {
	seen := map[string]string{}
	for _, cmd := range listCommands() {
		for _, f := range cmd.flags {
			for _, name := range []string{f.name, f.danish} {
				if other, ok := seen[name]; ok && other != f.name && name != "" {
					t.Errorf("--%s is both --%s and --%s", name, other, f.name)
				}
				seen[name] = f.name
			}
		}
	}
	plan := askQuickly(t)
	english, _, _ := raaderum(append([]string{"benchmark", "--municipality", "Viborg", "--area", "folkeskole", "--year", "2024", "--lang", "da"}, plan...)...)
	danish, stderr, code := raaderum(append([]string{"benchmark", "--kommune=Viborg", "--område", "folkeskole", "--år", "2024", "--sprog", "da"}, plan...)...)
	if code != 0 || danish != english || len(danish) < 500 {
		t.Errorf("exit code %d, %d bytes and %d: %s", code, len(danish), len(english), stderr)
	}
}

// TestOwnFiguresThatAreNotCompared: no report is of the bundled figures alone where the user
// named files of their own, and check says so too.
func TestOwnFiguresThatAreNotCompared(t *testing.T) {
	t.Chdir(t.TempDir())
	const header = "kommunekode;kommune;år;indikator;værdi\n"
	many := func(year, id, value string) string {
		text := header
		for _, code := range []string{"101", "147", "751", "791"} {
			text += code + ";;" + year + ";" + id + ";" + value + "\n"
		}
		return text
	}
	os.WriteFile("p24.toml", append(danmark.PlanText(lang.Danish), 0x0a), 0o666)
	plan, _ := os.ReadFile("p24.toml")
	os.WriteFile("p24.toml", append([]byte("year = 2024\n"), plan...), 0o666)
	for name, test := range map[string]struct{ file, args, want string }{
		"another year than the plan's": {many("2025", "regk31.3.22.01", "9000"), "--plan p24.toml", "2025"},
		"another year than asked for":  {many("2025", "regk31.3.22.01", "9000"), "--year 2024", "2025"},
		"an older year's spending":     {many("2023", "regk31.3.22.01", "9000"), "", "--year"},
		"an ID of nothing":             {many("2024", "regk31.3.22.1", "9000"), "", "regk31.3.22.01"},
		"no year":                      {"kommunekode;regk31.3.22.01\n101;9000\n751;9001\n", "", "intet år"},
		"fixed prices":                 {"kommunekode;år;indikator;værdi;enhed\n101;2025;regk31.3.22.01;9000;kr. pr. indbygger, 2020-priser\n", "", "2020-priser"},
		"thousands without a unit":     {strings.ReplaceAll(manyTowns("2025", "regk31.3.22.01", 650_000), ",", ""), "", "gange så stort"},
	} {
		os.WriteFile("own.csv", []byte(test.file), 0o666)
		args := strings.Fields("benchmark --municipality Viborg --data own.csv " + test.args)
		stdout, stderr, code := raaderum(args...)
		if code == 0 || !strings.Contains(stderr, test.want) {
			t.Errorf("%s: exit code %d, without %q:\n%s%s", name, code, test.want, stderr, stdout)
		}
		if strings.Contains(test.args, "--year") {
			continue // check takes the plan's
		}
		if test.args == "" {
			os.WriteFile("p.toml", danmark.PlanText(lang.Danish), 0o666)
			test.args = "--plan p.toml"
		}
		_, stderr, code = raaderum(strings.Fields("check --data own.csv " + test.args)...)
		if code == 0 {
			t.Errorf("%s: check says nothing:\n%s", name, stderr)
		}
	}
}

// manyTowns has a figure for each municipality, that differ a little.
func manyTowns(year, id string, value int) string {
	text := "kommunekode;kommune;år;indikator;værdi\n"
	for i, m := range danmark.Accounts().Municipalities() {
		text += m.Code + ";" + m.Name + ";" + year + ";" + id + ";" + strconv.Itoa(value+37*i) + "\n"
	}
	return text
}
