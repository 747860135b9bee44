package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/xuri/excelize/v2"
)

// accountsAs returns the bundled school and library accounts of 2024 as files
// of several formats, by their names.
func accountsAs(t *testing.T) map[string]string {
	t.Helper()
	d := danmark.Accounts()
	ids := []string{"regk31.3.22.01", "regk31.3.32.50"}
	labels := []string{"3.22.01 Folkeskoler", "3.32.50 Folkebiblioteker"}
	codes := []string{"32201", "33250"}
	list := d.Municipalities()
	quoted := func(texts func(i int) string, n int, separator string) string {
		var all []string
		for i := range n {
			all = append(all, `"`+texts(i)+`"`)
		}
		return strings.Join(all, separator)
	}
	var statbank, web, values, px, tidy strings.Builder
	statbank.WriteString("FUNKTION;OMRÅDE;PRISENHED;DRANST;ART;TID;INDHOLD\n")
	tidy.WriteString("kommunekode;år;indikator;værdi\n")
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetRow("Sheet1", "A1", &[]any{"Regnskab 2024"})
	f.SetSheetRow("Sheet1", "A3", &[]any{"Kommune", ids[0], ids[1]})
	for i, m := range list {
		row := []any{m.Name + " Kommune"}
		for k, id := range ids {
			v := d.Value(m.Code, 2024, id)
			fmt.Fprintf(&statbank, "%s;0%s;INDL;1;TOT;2024;%v\n", codes[k], m.Code, v)
			fmt.Fprintf(&web, "\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"%s\",\"%s\",%v\n", labels[k], m.Name, v)
			fmt.Fprintf(&tidy, "%s;2024;%s;%v\n", m.Code, id, v)
			if values.Len() > 0 {
				values.WriteString(",")
			}
			fmt.Fprint(&values, v)
			fmt.Fprintf(&px, "%v ", v)
			row = append(row, v)
		}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", 4+i), &row); err != nil {
			t.Fatal(err)
		}
	}
	book, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	places := quoted(func(i int) string { return list[i].Code }, len(list), ",")
	return map[string]string{
		"a_2024.csv":       tidy.String(),
		"regk31.csv":       statbank.String(),
		"2024.csv":         web.String(),
		"regk31.json":      `{"version":"2.0","class":"dataset","label":"x","id":["OMRÅDE","FUNKTION","DRANST","ART","PRISENHED","TID"],"size":[98,2,1,1,1,1],"role":{"time":["TID"]},"dimension":{"OMRÅDE":{"category":{"index":[` + places + `]}},"FUNKTION":{"category":{"index":["32201","33250"]}},"DRANST":{"category":{"index":["1"]}},"ART":{"category":{"index":["TOT"]}},"PRISENHED":{"category":{"index":["INDL"]}},"TID":{"category":{"index":["2024"]}}},"value":[` + values.String() + `]}`,
		"tal.px":           "CHARSET=\"ANSI\";\nMATRIX=\"REGK31\";\nSTUB=\"område\",\"funktion\";\nHEADING=\"dranst\",\"art\",\"prisenhed\",\"tid\";\nVALUES(\"område\")=" + quoted(func(i int) string { return list[i].Name }, len(list), ",\n") + ";\nVALUES(\"funktion\")=\"3.22.01 Folkeskoler\",\"3.32.50 Folkebiblioteker\";\nVALUES(\"dranst\")=\"1 Driftskonti\";\nVALUES(\"art\")=\"I alt (netto)\";\nVALUES(\"prisenhed\")=\"Pr. indbygger, løbende priser (kr.)\";\nVALUES(\"tid\")=\"2024\";\nDATA=\n" + px.String() + ";\n",
		"regnskab 24.xlsx": book.String(),
	}
}

const formatsPlan = `
year = 2024
[[source]]
file = "*.xlsx"
year = 2024
per = "folketal"
[[area]]
id = "skole"
spending = ["regk31.3.22.01"]
spending_per = "folketal"
per = ["folketal"]
drivers = ["gennemsnitsalder", "gini"]
[[area]]
id = "bibliotek"
spending = ["regk31.3.32.50"]
spending_per = "folketal"
per = ["folketal"]
drivers = ["gennemsnitsalder"]
`

// TestTheSameReportFromEveryFormat compares what is computed of the same
// figures in every format.
func TestTheSameReportFromEveryFormat(t *testing.T) {
	root := here(t)
	all, err := os.ReadFile(filepath.Join(root, "..", "..", "dataset", "danmark", "data", "regnskab.csv"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var drivers []string
	for line := range strings.Lines(string(all)) {
		if !strings.Contains(line, ";regk31.") {
			drivers = append(drivers, line)
		}
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("rammevilkaar.csv", strings.Join(drivers, ""))
	write("plan.toml", formatsPlan)
	reports := map[string]string{}
	for name, text := range accountsAs(t) {
		write(name, text)
		stdout, stderr, code := raaderum("benchmark", "--data", name, "--data", "rammevilkaar.csv", "--plan", "plan.toml", "--format", "json")
		if code != 0 {
			t.Fatalf("%s: exit code %d: %s", name, code, stderr)
		}
		var report map[string]any
		if err := json.Unmarshal([]byte(stdout), &report); err != nil {
			t.Fatal(err)
		}
		rows, err := json.Marshal(report["rows"])
		if err != nil || len(rows) < 1000 {
			t.Fatalf("%s: the rows are %.200s (%v)", name, rows, err)
		}
		reports[name] = string(rows)
	}
	for name, rows := range reports {
		if rows != reports["a_2024.csv"] {
			t.Errorf("%s gives another report than the tidy file", name)
		}
	}
}

// TestCheckAsJSON holds the form that check has for programs.
func TestCheckAsJSON(t *testing.T) {
	files, root := accountsAs(t), here(t)
	t.Chdir(t.TempDir())
	text := "OMRÅDE;KØN;ALDER;TID;INDHOLD\n000;1;IALT;2024K1;5\n791;1;IALT;2024K1;100\n791;2;IALT;2024K1;200\n791;1;IALT;2024K2;1\nVibrog;1;IALT;2024K1;3\n461;1;IALT;2024K1;3\n"
	for name, text := range map[string]string{"folk1a.csv": text, "regk31.csv": strings.Join(strings.SplitAfter(files["regk31.csv"], "\n")[:4], "")} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	stdout, _, code := raaderum("check", "--data", "folk1a.csv", "--data", "regk31.csv", "--format", "json")
	if code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
	golden(t, root, stdout)
}
