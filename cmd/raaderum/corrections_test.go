package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

// sampleCorrections is the ledger of the README.
const sampleCorrections = "testdata/rettelser.csv"

// TestCorrections holds what a person sees of corrections: of the municipality
// corrected, of another in English, and of all.
func TestCorrections(t *testing.T) {
	dir := here(t)
	for name, args := range map[string][]string{
		"viborg":    {"benchmark", "--municipality", "Viborg", "--corrections", sampleCorrections},
		"area":      {"benchmark", "--municipality", "Viborg", "--area", "specialskole", "--corrections", sampleCorrections},
		"aarhus-en": {"benchmark", "--municipality", "Aarhus", "--corrections", sampleCorrections, "--lang", "en"},
		"all":       {"benchmark", "--area", "administration", "--corrections", sampleCorrections},
	} {
		t.Run(name, func(t *testing.T) {
			if name != "viborg" {
				longtest.Skip(t)
			}
			t.Chdir("../..")
			stdout, stderr, code := raaderum(args...)
			if code != 0 {
				t.Errorf("exit code %d: %s", code, stderr)
			}
			within80(t, stdout)
			within80(t, stderr)
			golden(t, dir, fmt.Sprintf("$ raaderum %s\n%s-- standard error --\n%s", strings.Join(args, " "), stdout, stderr))
		})
	}
}

// TestCorrectionsJSON holds the ledger's keys and the types of their values.
func TestCorrectionsJSON(t *testing.T) {
	dir := here(t)
	t.Chdir("../..")
	stdout, _, code := raaderum("benchmark", "--municipality", "Viborg", "--corrections", sampleCorrections, "--format", "json")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	var report map[string]any
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatal(err)
	}
	golden(t, dir, keyTypes(report["corrections"], "corrections"))
	if !longtest.Wanted() {
		return
	}
	if _, stderr, _ := raaderum("benchmark", "--municipality", "Viborg", "--corrections", sampleCorrections, "--format", "csv"); !strings.Contains(stderr, "Rettelser: 4") {
		t.Errorf("CSV says nothing of the corrections: %s", stderr)
	}
}

// keyTypes lists the keys below a value and their types.
func keyTypes(v any, name string) string {
	types := map[string]map[string]bool{}
	keys(v, name, types)
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "%s: %s\n", path, strings.Join(slices.Sorted(maps.Keys(types[path])), " or "))
	}
	return b.String()
}

// TestCheckCorrections holds what check shows of a ledger that is in order.
func TestCheckCorrections(t *testing.T) {
	dir := here(t)
	t.Chdir("../..")
	stdout, stderr, code := raaderum("check", "--corrections", sampleCorrections)
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	within80(t, stdout)
	_, ledger, _ := strings.Cut(stdout, "Rettelser:")
	golden(t, dir, "Rettelser:"+ledger)
}

// save saves reports as a person does, and goes to where they are.
func save(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, args := range map[string][]string{
		"2022.json":   {"--year", "2022"},
		"2024.json":   {"--year", "2024"},
		"ols.json":    {"--year", "2024", "--estimator", "ols"},
		"viborg.json": {"--year", "2024", "--municipality", "Viborg"},
		"admin.json":  {"--year", "2024", "--area", "administration"},
	} {
		if !longtest.Wanted() {
			if name != "2022.json" && name != "2024.json" {
				continue
			}
			args = append(args, "--municipality", "Lolland") // a smaller file to read
		}
		stdout, stderr, code := raaderum(slices.Concat([]string{"benchmark", "--format", "json"}, args)...)
		if code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		if err := os.WriteFile(name, []byte(stdout), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCompare holds what a person sees of the changes between two reports.
func TestCompare(t *testing.T) {
	dir := here(t)
	save(t)
	for name, args := range map[string][]string{
		"lolland":   {"--from", "2022.json", "--to", "2024.json", "--municipality", "Lolland"},
		"aarhus-en": {"--from", "2022.json", "--to", "2024.json", "--municipality", "Århus", "--lang", "en"},
		"all":       {"--from", "2022.json", "--to", "2024.json"},
		"method-en": {"--from", "2024.json", "--to", "ols.json", "--municipality", "Lolland", "--lang", "en"},
		"less":      {"--from", "viborg.json", "--to", "admin.json"},
		"back":      {"--from", "2024.json", "--to", "2022.json", "--municipality", "360"},
		"help":      {"--help"},
	} {
		t.Run(name, func(t *testing.T) {
			if name != "lolland" && name != "help" {
				longtest.Skip(t)
			}
			args = append([]string{"compare"}, args...)
			stdout, stderr, code := raaderum(args...)
			if code != 0 {
				t.Errorf("exit code %d: %s", code, stderr)
			}
			within80(t, stdout)
			within80(t, stderr)
			golden(t, dir, fmt.Sprintf("$ raaderum %s\n%s-- standard error --\n%s", strings.Join(args, " "), stdout, stderr))
		})
	}
	t.Run("json", func(t *testing.T) {
		longtest.Skip(t)
		stdout, _, code := raaderum("compare", "--from", "viborg.json", "--to", "2024.json", "--format", "json")
		if code != 0 {
			t.Errorf("exit code %d", code)
		}
		var changes any
		if err := json.Unmarshal([]byte(stdout), &changes); err != nil {
			t.Fatal(err)
		}
		golden(t, dir, keyTypes(changes, "changes"))
	})
}

const (
	correctionsHead = "kommune;område;konto;år;beløb;begrundelse;af;dato\n"
	savedReport     = `{"title":"T","year":2024,"years":[2024],"municipality":null,"estimator":"ols","models":[{"area":"a","name":"A"}],"rows":[` + "\n" +
		`{"area":"a","municipality":"791","name":"Viborg","actual":1,"expected":1,"volume":1,"grade":""}]}` + "\n"
)

// badCorrections is what people do wrong with corrections and saved reports.
var badCorrections = []badCase{
	{"no such ledger", nil, "benchmark --corrections rettelsr.csv"},
	{"a ledger that is a folder", map[string]string{"l/x.csv": ""}, "benchmark --corrections l"},
	{"a ledger twice", map[string]string{"l.csv": correctionsHead}, "benchmark --corrections l.csv --corrections ./l.csv"},
	{"an empty ledger", map[string]string{"l.csv": ""}, "benchmark --corrections l.csv"},
	{"an Excel file for a ledger", map[string]string{"l.xlsx": "PK\x03\x04"}, "benchmark --corrections l.xlsx"},
	{"columns missing", map[string]string{"l.csv": "kommune;år;beløb;begrundels\nViborg;2024;1;x\n"}, "benchmark --corrections l.csv"},
	{"an area's name for its id", map[string]string{"l.csv": correctionsHead + "Viborg;Daginstitutioner;;2024;1000;Flyttet;Bo;2026-05-01\nViborg;Specialskole;;2024;1000;Flyttet;Bo;2026-05-01\n"}, "benchmark --corrections l.csv"},
	{"everything wrong at once", map[string]string{"l.csv": correctionsHead +
		"Vibrog;administration;;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administraton;;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;;3.22.01;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;regk31.3.22.01;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;;;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;;2019;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;;;1000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;;2024;1 mio.;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;;2024;2000000000000000;Flyttet;Bo;2026-05-01\n" +
		"Viborg;administration;;2024;1000;;Bo;2026-05-01\n" +
		"Viborg;administration;;2024;1000;Flyttet;;2026-05-01\n" +
		"Viborg;administration;;2024;1000;Flyttet;Bo;i maj\n" +
		"Viborg;administration;;2024;1000;Flyttet;Bo;2026-05-01\n" +
		"0791;administration;;2024;1.000;Flyttet;Bo;01-05-2026\n"}, "benchmark --corrections l.csv"},
	{"wrong in two files, in English", map[string]string{
		"a.csv":  "municipality,account,year,amount,reason,by\nViborg,regk31.3.22.01,2024,1.5,,Bo\n",
		"b.toml": "[[correction]]\nmunicipality = \"Viborg\"\naccount = \"regk31.3.22.02\"\nyear = 2024\namount = 5\nreason = \"x\"\nby = \"y\"\n"}, "benchmark --corrections a.csv --corrections b.toml --lang en"},
	{"a ledger checked", map[string]string{"l.csv": correctionsHead + "Viborg;administration;;2024;1000;;Bo;\n"}, "check --corrections l.csv"},
	{"corrections that cannot be read, checked", map[string]string{"l.csv": correctionsHead + "Viborg;administration;;2024-2025;5;Flyttet;Bo;\nViborg;skole;regk31.3.22.01;2024;5;Flyttet;Bo;\nViborg;administration;;2024;0;Flyttet;Bo;\nViborg;administration;;2024;x;Flyttet;Bo;\n"}, "check --corrections l.csv"},
	{"a correction that cannot be read, checked in English", map[string]string{"l.csv": correctionsHead + "Viborg;administration;;2024-2025;5;Flyttet;Bo;\nViborg;administration;;2024;5;Flyttet;Bo;\n"}, "check --corrections l.csv --lang en"},
	{"wrong in a plan", map[string]string{"p.toml": oneArea + "[[correction]]\nmunicipality = \"Viborg\"\naccount = \"x\"\narea = \"a\"\namount = \"5\"\n"}, "areas --plan p.toml"},

	{"compare without files", nil, "compare"},
	{"compare with one file", map[string]string{"a.json": savedReport}, "compare --from a.json"},
	{"no such report", map[string]string{"a.json": savedReport}, "compare --from a.json --to b.json"},
	{"the same file twice", map[string]string{"a.json": savedReport}, "compare --from a.json --to ./a.json"},
	{"a report that is a folder", map[string]string{"a.json": savedReport, "b/x": ""}, "compare --from a.json --to b"},
	{"an empty report", map[string]string{"a.json": savedReport, "b.json": ""}, "compare --from a.json --to b.json"},
	{"a report cut short", map[string]string{"a.json": savedReport, "b.json": savedReport[:200]}, "compare --from a.json --to b.json"},
	{"a report cut short, in English", map[string]string{"a.json": savedReport, "b.json": savedReport[:200]}, "compare --from a.json --to b.json --lang en"},
	{"a table for a report", map[string]string{"a.json": savedReport, "b.csv": "area;municipality\n"}, "compare --from a.json --to b.csv"},
	{"other JSON", map[string]string{"a.json": savedReport, "b.json": "{\"type\": \"Topology\"}"}, "compare --from a.json --to b.json"},
	{"a municipality that neither has", map[string]string{"a.json": savedReport, "b.json": savedReport}, "compare --from a.json --to b.json --municipality Vibrog"},
	{"a format that is none", map[string]string{"a.json": savedReport, "b.json": savedReport}, "compare --from a.json --to b.json --format csv"},
	{"a word left over", map[string]string{"a.json": savedReport, "b.json": savedReport}, "compare a.json b.json"},
}

// TestBadCorrections holds what a person sees who does something wrong with them.
func TestBadCorrections(t *testing.T) { showBad(t, badCorrections) }

// Of corrections that cannot be read the errors tell, and what they would be is
// not made up.
func TestCheckUnreadCorrections(t *testing.T) {
	t.Chdir(t.TempDir())
	text := correctionsHead + "Viborg;administration;;2024-2025;5;Flyttet;Bo;\nViborg;skole;regk31.3.22.01;2024;5;Flyttet;Bo;\nViborg;administration;;2024;x;Flyttet;Bo;\nViborg;administration;;2024;7;Flyttet;Bo;\n"
	if err := os.WriteFile("l.csv", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	for l, want := range map[string]string{
		"da": "Rettelser: 1; lagt til 7 kr. og trukket fra 0 kr.\n  Viborg, administration, 2024: +7 kr.\n",
		"en": "Corrections: 1; added kr. 7 and taken away kr. 0.\n  Viborg, administration, 2024: kr. +7\n",
	} {
		stdout, stderr, code := raaderum("check", "--corrections", "l.csv", "--lang", l)
		if code != 1 || !strings.Contains(stdout, want) || strings.Contains(stdout+stderr, "-2147483648") || strings.Contains(stdout+stderr, "skoleregk31") {
			t.Errorf("exit code %d: %s%s", code, stdout[max(0, len(stdout)-300):], stderr)
		}
	}
}

// TestWorkbookOfCorrections: the same report makes the same file, and the
// ledger makes it another.
func TestWorkbookOfCorrections(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("../..", sampleCorrections))
	if err != nil {
		t.Fatal(err)
	}
	quickly := askQuickly(t)
	if quickly != nil { // only the correction of the one area's account
		lines := strings.SplitAfter(string(text), "\n")
		text = []byte(lines[0] + lines[3])
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("ledger.csv", text, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"--out", "a.xlsx"}, {"--out", "b.xlsx", "--corrections", "ledger.csv"}} {
		if _, stderr, code := raaderum(slices.Concat([]string{"benchmark", "--municipality", "Viborg"}, args, quickly)...); code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
	}
	a, err := os.Stat("a.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.Stat("b.xlsx")
	if err != nil || a.Size() >= b.Size() {
		t.Errorf("the workbook with a ledger is no larger: %v", err)
	}
}
