package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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
	var statbank, both, web, values, px, sparse, tidy, wide, years, blocks strings.Builder
	both.WriteString("OMRÅDE;FUNKTION;PRISENHED;DRANST;ART;TID;INDHOLD\n")
	wide.WriteString("kommune," + strings.Join(ids, ",") + ",år\n")
	years.WriteString("kommune\tindikator\t2023\t2024\n")
	blocks.WriteString("Nøgletal;;\n;Kom.nr;2024\n")
	for _, id := range ids {
		fmt.Fprintf(&blocks, "%s;;\n", id)
		for _, m := range list {
			fmt.Fprintf(&blocks, "%s Kommune;%s;%v\n", m.Name, m.Code, d.Value(m.Code, 2024, id))
		}
	}
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
			fmt.Fprintf(&both, "%s %s;%s %s;INDL Pr. indbygger, løbende priser (kr.);1 1 Driftskonti;TOT I alt (netto);2024 2024;%v\n", m.Code, m.Name, codes[k], labels[k], v)
			fmt.Fprintf(&years, "%s\t%s\t..\t%v\n", m.Name, id, v)
			if v != 0 { // rows of nothing but zeros are left out
				fmt.Fprintf(&sparse, "%q,%q %v\n", m.Name, labels[k], v)
			}
			if values.Len() > 0 {
				values.WriteString(",")
			}
			fmt.Fprint(&values, v)
			fmt.Fprintf(&px, "%v ", v)
			row = append(row, v)
		}
		fmt.Fprintf(&wide, "%s,%v,%v,2024\n", strings.ToUpper(m.Name), row[1], row[2])
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", 4+i), &row); err != nil {
			t.Fatal(err)
		}
	}
	book, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	places := quoted(func(i int) string { return list[i].Code }, len(list), ",")
	names := quoted(func(i int) string { return list[i].Name }, len(list), ",\n")
	packed := func(z io.Closer, w io.Writer, to *bytes.Buffer, text string) string {
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return to.String()
	}
	var gz, archive bytes.Buffer
	g := gzip.NewWriter(&gz)
	z := zip.NewWriter(&archive)
	inside, err := z.Create("regk31.csv")
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(wide.String())
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String(both.String())
	if err != nil {
		t.Fatal(err)
	}
	pxHead := "CHARSET=\"ANSI\";\nMATRIX=\"REGK31\";\nSTUB=\"område\",\"funktion\";\nHEADING=\"dranst\",\"art\",\"prisenhed\",\"tid\";\nVALUES(\"område\")=" + names + ";\nVALUES(\"funktion\")=\"3.22.01 Folkeskoler\",\"3.32.50 Folkebiblioteker\";\nVALUES(\"dranst\")=\"1 Driftskonti\";\nVALUES(\"art\")=\"I alt (netto)\";\nVALUES(\"prisenhed\")=\"Pr. indbygger, løbende priser (kr.)\";\nVALUES(\"tid\")=\"2024\";\n"
	dimensions := `"OMRÅDE":{"category":{"index":[` + places + `]}},"FUNKTION":{"category":{"index":{"32201":0,"33250":1}}},"DRANST":{"category":{"label":{"1":"Driftskonti"}}},"ART":{"category":{"index":["TOT"]}},"PRISENHED":{"category":{"index":["INDL"]}},"TID":{"category":{"index":["2024"]}}`
	return map[string]string{
		"a_2024.csv":       tidy.String(),
		"regk31.csv":       statbank.String(),
		"bulk.csv":         latin,
		"regk31.csv.gz":    packed(g, g, &gz, statbank.String()),
		"regnskab.zip":     packed(z, inside, &archive, statbank.String()),
		"2024.csv":         web.String(),
		"wide.txt":         utf16,
		"years.tsv":        years.String(),
		"blokke.csv":       blocks.String(),
		"regk31.json":      `{"version":"2.0","class":"dataset","label":"x","id":["OMRÅDE","FUNKTION","DRANST","ART","PRISENHED","TID"],"size":[98,2,1,1,1,1],"role":{"time":["TID"]},"dimension":{` + dimensions + `},"value":[` + values.String() + `]}`,
		"regk31_1.json":    `{"dataset":{"dimension":{"id":["OMRÅDE","FUNKTION","DRANST","ART","PRISENHED","TID"],"size":[98,2,1,1,1,1],"role":{"time":["TID"]},` + dimensions + `},"value":[` + values.String() + `]}}`,
		"tal.px":           pxHead + "DATA=\n" + px.String() + ";\n",
		"sparse.px":        pxHead + "KEYS(\"område\")=VALUES;\nKEYS(\"funktion\")=VALUES;\nDATA=\n" + sparse.String() + ";\n",
		"regnskab 24.xlsx": book.String(),
	}
}

// formatsSource is for the format that says neither the year nor what its
// figures are divided by.
const formatsSource = `
[[source]]
file = "*.xlsx"
year = 2024
per = "folketal"
`

const formatsPlan = `
year = 2024
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
		fields := strings.Split(line, ";")
		account := strings.HasPrefix(fields[3], "regk31.")
		used := fields[2] == "2024" && strings.Contains(formatsPlan, `"`+fields[3]+`"`)
		if !account && (used || fields[2] == "år" || longtest.Wanted()) {
			drivers = append(drivers, line)
		}
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("rammevilkaar.csv", strings.Join(drivers, ""))
	reports := map[string]string{}
	for name, text := range accountsAs(t) {
		write(name, text)
		plan := formatsPlan
		if strings.HasSuffix(name, ".xlsx") {
			plan += formatsSource
		}
		write("plan.toml", plan)
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

// TestNotesFollowFigures: what is known of the bundled figures is said of them in whatever
// file they stand, with a line more, cut off or packed, and not of other figures.
func TestNotesFollowFigures(t *testing.T) {
	bundled, err := os.ReadFile("../../dataset/danmark/data/regnskab.csv")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	zip.Write(bundled)
	zip.Close()
	const note = "180 af 1.398"
	for _, c := range []struct {
		name string
		file []byte
	}{
		{"as it is", bundled},
		{"with a line more", append(bytes.Clone(bundled), "791;Viborg;2024;eget;5\n"...)},
		{"cut off", bundled[:len(bundled)-len("\n")]},
		{"packed", packed.Bytes()},
	} {
		for _, more := range [][]string{nil, {"--without-bundled"}} {
			if more != nil && c.name != "as it is" && !longtest.Wanted() {
				continue
			}
			path := filepath.Join(t.TempDir(), "egen.csv")
			if err := os.WriteFile(path, c.file, 0o666); err != nil {
				t.Fatal(err)
			}
			args := append([]string{"benchmark", "--municipality", "Viborg", "--warnings", "--data", path}, more...)
			answer, warnings, code := raaderum(append(args, askQuickly(t)...)...)
			if code != 0 {
				t.Fatalf("%s: %s", c.name, warnings)
			}
			if !strings.Contains(warnings, note) {
				t.Errorf("%s %v: the note on the pupils is not said\n%s", c.name, more, warnings)
			}
			if !strings.Contains(answer, "inisteriet") {
				t.Errorf("%s %v: the publishers are not named", c.name, more)
			}
		}
	}
}
