package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
)

// checked are files of each kind, with what people's files have in them; the
// figures are made up.
func checked(t *testing.T) map[string]string {
	t.Helper()
	latin := func(text string) string {
		out, err := charmap.Windows1252.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"Viborg Kommune"}, {"Udtræk af økonomisystemet"}, {"", "Skoler", "", "Biblioteker", ""}, {"Kommune", 2023, 2024, 2023, 2024}, {"Viborg", "1.234,5", 2000, 55, 56}, {"Odense", 1300, 1400, "", "#N/A"}, {"I alt", 1, 2, 3, 4}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	f.NewSheet("Noter")
	f.SetSheetRow("Noter", "A1", &[]any{"Kilde: egne tal"})
	var book, packed bytes.Buffer
	if err := f.Write(&book); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&packed)
	for _, file := range [][2]string{{"a_2023.csv", "kommune;skoler\nViborg;1\nOdense;2\n"}, {"a_2024.csv", "kommune;skoler\nViborg;1\nOdense;..\n"}, {"læsmig.txt", "Tallene er opfundet.\n"}} {
		w, err := z.Create(file[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, file[1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"regk31.csv":    latin("OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n000;32201;1;TOT;INDL;2017;7000\n791;32201;1;TOT;INDL;2017;7400\n791;32201;1;TOT;INDL;2018;7500\n791;32201;3;TOT;INDL;2018;12\n791;32201;1;TOT;LOBM;2018;700000\n791;53201;1;TOT;INDL;2017;9000\n791;53026;1;TOT;INDL;2018;4000\nVibrog;32201;1;TOT;INDL;2018;7000\n751;32201;1;TOT;INDL;2018;..\n"),
		"budget.csv":    "REGI07A;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791 Viborg;32201 3.22.01 Folkeskoler;1 1 Driftskonti;TOT I alt (netto);LOBM Løbende priser (1.000 kr.);2025;700\n",
		"2024.csv":      latin("\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"Viborg\",7400\r\n\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"Hele landet\",7000\r\n"),
		"folk1a.px":     latin("CHARSET=\"ANSI\";\nMATRIX=\"FOLK1A\";\nUNITS=\"antal\";\nSTUB=\"område\",\"alder\";\nHEADING=\"tid\";\nVALUES(\"område\")=\"Viborg\",\"Odense\";\nVALUES(\"alder\")=\"Alder i alt\",\"6 år\",\"7 år\";\nVALUES(\"tid\")=\"2024K1\",\"2024K3\";\nDATA=\n10 11\n1 2\n3 4\n20 21\n5 6\n7 \"..\";\n"),
		"nøgletal.json": `{"skoler":{"dimension":{"id":["kommune","år"],"size":[2,1],"kommune":{"category":{"index":{"791":0,"461":1},"label":{"791":"Viborg","461":"Odense"}}},"år":{"category":{"label":{"2024":"2024"}}}},"value":[1,null]},"ældre":{"dimension":{"id":["kommune","år"],"size":[2,1],"kommune":{"category":{"index":["791","461"]}},"år":{"category":{"label":{"2024":"2024"}}}},"value":{"0":5}}}`,
		"blokke.csv":    latin("Nøgletal;;;\n;Kom.nr;2023;2024\nKlassekvotient;;;\nViborg Kommune;791;21,2;M\nOdense Kommune;461;20,9;21,0\nAndel på SFO;;;\nViborg Kommune;791;80;81\n"),
		"egne.xlsx":     book.String(),
		"år.csv":        "kommune;areal;2023;2024\nViborg;1409;1,5;2\nOdense;304;3;..\n",
		"alt.zip":       packed.String(),
	}
}

// TestCheckedFiles holds what check says of each kind of file, in both languages
// and within 80 columns.
func TestCheckedFiles(t *testing.T) {
	files, dir := checked(t), here(t)
	t.Chdir(t.TempDir())
	var names []string
	for name, text := range files {
		names = append(names, name)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(names)
	var b strings.Builder
	for i, name := range names {
		language := []string{"da", "en"}[i%2]
		stdout, stderr, code := raaderum("check", "--data", name, "--lang", language)
		within80(t, stdout)
		within80(t, stderr)
		if strings.Contains(stdout+stderr, "%!") {
			t.Errorf("%s: a phrase lacks a fact", name)
		}
		fmt.Fprintf(&b, "$ raaderum check --data %s --lang %s  (exit code %d)\n%s-- standard error --\n%s\n", name, language, code, stdout, stderr)
	}
	golden(t, dir, b.String())
}

// A plan or a price index that cannot be read is told in JSON, too.
func TestCheckJSONOfABadPlan(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"p.toml": "title = \"x\nyear = 2024\n", "q.toml": "year = 24\n" + oneArea, "p.csv": "år;indeks\n2024;x\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"--plan p.toml":                    "p.toml, linje 1: filen er ikke gyldig TOML",
		"--plan p.toml --data none.csv":    "p.toml, linje 1: filen er ikke gyldig TOML",
		"--plan q.toml":                    "q.toml, linje 1, nøglen 'year': 24 er ikke et årstal",
		"--plan none.toml":                 "'none.toml' kan ikke læses: den findes ikke",
		"--prices p.csv":                   "p.csv",
		"--prices none.csv --plan q2.toml": "'q2.toml' kan ikke læses: den findes ikke",
	} {
		stdout, stderr, code := raaderum(append([]string{"check", "--format", "json"}, strings.Fields(args)...)...)
		var found checkJSON
		if err := json.Unmarshal([]byte(stdout), &found); err != nil || code != 1 {
			t.Errorf("%s: exit code %d, %v: %s%s", args, code, err, stdout, stderr)
			continue
		}
		if len(found.Plan) == 0 || !strings.Contains(found.Plan[0], want) || len(found.Files) > 0 {
			t.Errorf("%s: %+v", args, found)
		}
		if stderr != "raaderum: der er fejl, se ovenfor.\n" {
			t.Errorf("%s: %s", args, stderr)
		}
	}
}
