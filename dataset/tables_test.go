package dataset_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// The small tables below are made up. All say of Viborg and Odense, in 2022 and
// 2023: schools 7400, 7500, 6900 and a missing figure.
const (
	statbankCodes  = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n000;32201;1;TOT;INDL;2022;7000\n791;32201;1;TOT;INDL;2022;7400\n791;32201;1;TOT;INDL;2023;7500\n461;32201;1;TOT;INDL;2022;6900\n461;32201;1;TOT;INDL;2023;..\n"
	statbankLabels = "\ufeffTID;OMRÅDE;FUNKTION;PRISENHED;DRANST;ART;INDHOLD\r\n2022;Hele landet;3.22.01 Folkeskoler;Pr. indbygger, løbende priser (kr.);1 Driftskonti;I alt (netto);7000\r\n2022;Viborg;3.22.01 Folkeskoler;Pr. indbygger, løbende priser (kr.);1 Driftskonti;I alt (netto);7400\r\n2023;Viborg;3.22.01 Folkeskoler;Pr. indbygger, løbende priser (kr.);1 Driftskonti;I alt (netto);7500\r\n2022;Odense;3.22.01 Folkeskoler;Pr. indbygger, løbende priser (kr.);1 Driftskonti;I alt (netto);6900\r\n2023;Odense;3.22.01 Folkeskoler;Pr. indbygger, løbende priser (kr.);1 Driftskonti;I alt (netto);..\r\n"
	statbankBoth   = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\n791 Viborg;32201 3.22.01 Folkeskoler;1 1 Driftskonti;TOT I alt (netto);INDL Pr. indbygger, løbende priser (kr.);2022 2022;7400\n791 Viborg;32201 3.22.01 Folkeskoler;1 1 Driftskonti;TOT I alt (netto);INDL Pr. indbygger, løbende priser (kr.);2023 2023;7500\n461 Odense;32201 3.22.01 Folkeskoler;1 1 Driftskonti;TOT I alt (netto);INDL Pr. indbygger, løbende priser (kr.);2022 2022;6900\n461 Odense;32201 3.22.01 Folkeskoler;1 1 Driftskonti;TOT I alt (netto);INDL Pr. indbygger, løbende priser (kr.);2023 2023;..\n"
	statbankTurned = "OMRÅDE;FUNKTION;DRANST;ART;PRISENHED;TID;INDHOLD\nViborg 791;3.22.01 Folkeskoler 32201;1 Driftskonti 1;I alt (netto) TOT;Pr. indbygger, løbende priser (kr.) INDL;2022 2022;7400\nViborg 791;3.22.01 Folkeskoler 32201;1 Driftskonti 1;I alt (netto) TOT;Pr. indbygger, løbende priser (kr.) INDL;2023 2023;7500\nOdense 461;3.22.01 Folkeskoler 32201;1 Driftskonti 1;I alt (netto) TOT;Pr. indbygger, løbende priser (kr.) INDL;2022 2022;6900\nOdense 461;3.22.01 Folkeskoler 32201;1 Driftskonti 1;I alt (netto) TOT;Pr. indbygger, løbende priser (kr.) INDL;2023 2023;..\n"
	pxDense        = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nLANGUAGE=\"da\";\nLANGUAGES=\"da\",\"en\";\nMATRIX=\"REGK31\";\nTITLE=\"Kommunernes regnskaber; på \"\n\"funktioner\";\nDECIMALS=0;\nUNITS=\"Kr.\";\nSTUB=\"område\",\"funktion\";\nSTUB[en]=\"region\",\"function\";\nHEADING=\"dranst\",\"art\",\"prisenhed\",\"tid\";\nVALUES(\"område\")=\"Viborg\",\n\"Odense\";\nVALUES[en](\"region\")=\"Viborg\",\"Odense\";\nVALUES(\"funktion\")=\"3.22.01 Folke\"\n\"skoler\";\nVALUES(\"dranst\")=\"1 Driftskonti\";\nVALUES(\"art\")=\"I alt (netto)\";\nVALUES(\"prisenhed\")=\"Pr. indbygger, løbende priser (kr.)\";\nVALUES(\"tid\")=\"2022\",\"2023\";\nTIMEVAL(\"tid\")=TLIST(A1),\"2022\",\"2023\";\nCODES(\"område\")=\"791\",\"461\";\nCODES(\"funktion\")=\"32201\";\nCODES(\"dranst\")=\"1\";\nCODES(\"art\")=\"TOT\";\nCODES(\"prisenhed\")=\"INDL\";\nCODES(\"tid\")=\"2022\",\"2023\";\nNOTE=\"En \"\"\"\n\"note.\";\nDATA=\n7400 7500\n6900 \"..\"\n;\n"
	pxSparse       = "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2013\";\nMATRIX=\"REGK31\";\nSTUB=\"område\",\"funktion\";\nHEADING=\"dranst\",\"art\",\"prisenhed\",\"tid\";\nVALUES(\"område\")=\"Viborg\",\"Odense\",\"Aarhus\";\nVALUES(\"funktion\")=\"3.22.01 Folkeskoler\";\nVALUES(\"dranst\")=\"1 Driftskonti\";\nVALUES(\"art\")=\"I alt (netto)\";\nVALUES(\"prisenhed\")=\"Pr. indbygger, løbende priser (kr.)\";\nVALUES(\"tid\")=\"2022\",\"2023\";\nTIMEVAL(\"tid\")=TLIST(A1,\"2022\"-\"2023\");\nCODES(\"område\")=\"791\",\"461\",\"751\";\nCODES(\"funktion\")=\"32201\";\nKEYS(\"område\")=CODES;\nKEYS(\"funktion\")=VALUES;\nDATA=\n\"791\",\"3.22.01 Folkeskoler\",7400 7500\n\"461\",\"3.22.01 Folkeskoler\",6900 \"...\";\n"
	pxStub         = "CHARSET=\"ANSI\";\nMATRIX=\"x\";\nSTUB=\"tid\",\"kommune\",\"funktion\",\"dranst\",\"art\",\"prisenhed\";\nVALUES(\"tid\")=\"2022\",\"2023\";\nVALUES(\"kommune\")=\"Viborg\",\"Odense\";\nVALUES(\"funktion\")=\"3.22.01 Folkeskoler\";\nVALUES(\"dranst\")=\"1 Driftskonti\";\nVALUES(\"art\")=\"I alt (netto)\";\nVALUES(\"prisenhed\")=\"Pr. indbygger, løbende priser (kr.)\";\nTABLEID=\"REGK31\";\nDATA=7400 6900 7500 ..;"
	statVersion1   = `{"dataset":{"dimension":{"OMRÅDE":{"label":"område","category":{"index":{"791":0,"461":1},"label":{"791":"Viborg","461":"Odense"}}},"FUNKTION":{"label":"funktion","category":{"label":{"32201":"3.22.01 Folkeskoler"}}},"DRANST":{"label":"dranst","category":{"index":["1"]}},"ART":{"label":"art","category":{"index":["TOT"],"label":{"TOT":"I alt (netto)"}}},"PRISENHED":{"label":"prisenhed","category":{"index":{"INDL":0}}},"ContentsCode":{"label":"Indhold","category":{"index":{"REGK31":0},"label":{"REGK31":"Regnskaber"},"unit":{"REGK31":{"base":"-","decimals":0}}}},"Tid":{"label":"tid","category":{"index":{"2022":0,"2023":1}}},"id":["OMRÅDE","FUNKTION","DRANST","ART","PRISENHED","ContentsCode","Tid"],"size":[2,1,1,1,1,1,2],"role":{"metric":["ContentsCode"],"time":["Tid"]}},"label":"Regnskaber","source":"Danmarks Statistik","value":[7400,7500,6900,null],"status":{"3":".."}}}`
	statVersion2   = `{"version":"2.0","class":"dataset","label":"REGK31","extension":{"px":{"tableid":"REGK31"}},"role":{"geo":["OMRÅDE"],"time":["TID"]},"id":["TID","OMRÅDE","FUNKTION","DRANST","ART","PRISENHED"],"size":["2",2,1,1,1,1],"dimension":{"OMRÅDE":{"category":{"index":["791","461"]}},"FUNKTION":{"category":{"label":{"32201":"3.22.01 Folkeskoler"}}},"DRANST":{"category":{"index":["1"]}},"ART":{"category":{"index":["TOT"]}},"PRISENHED":{"category":{"index":["INDL"]}},"TID":{"category":{"index":{"2023":1,"2022":0}}}},"value":{"0":7400,"1":6900,"2":7.5e3},"status":{"3":":"}}`
	statCollection = `{"version":"2.0","class":"collection","link":{"item":[` + statVersion2 + `,{"class":"dataset","href":"https://example.org/other"}]}}`
	tidyText       = "kommunekode;år;indikator;værdi\n791;2022;regk31.3.22.01;7400\n791;2023;regk31.3.22.01;7500\n461;2022;regk31.3.22.01;6900\n461;2023;regk31.3.22.01;..\n"
	wideText       = "kommune\tår\tregk31.3.22.01\nViborg\t2022\t7400\nViborg\t2023\t7500\nOdense\t2022\t6900\nOdense\t2023\t..\n"
	webText        = "\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"2022\",\"Viborg\",7400\r\n\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"2023\",\"Viborg\",7500\r\n\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"2022\",\"Odense\",6900\r\n\"Pr. indbygger, løbende priser (kr.)\",\"I alt (netto)\",\"3.22.01 Folkeskoler\",\"2023\",\"Odense\",..\r\n"
	blocksText     = "Nøgletal;;;\n;;;\n;Kom.nr;2022;2023\n;;;\nregk31.3.22.01;;;\nViborg Kommune;791;7.400;7.500\nOdense Kommune;461;6.900;M\n;;;\nTegnforklaring:;;;\nM  mangler;;;\n"
)

// book makes a workbook of rows, with what else is to be done to it.
func book(t testing.TB, rows [][]any, more func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zipped(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func latin1(t testing.TB, text string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(strings.TrimPrefix(text, "\ufeff"))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// utf16Of is a text in UTF-16, with its mark.
func utf16Of(t testing.TB, text string, endian unicode.Endianness) string {
	t.Helper()
	out, err := unicode.UTF16(endian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// dos is a PC-Axis file as it was before Windows.
func dos(t testing.TB, text string) string {
	t.Helper()
	out, err := charmap.CodePage850.NewEncoder().String(strings.Replace(text, "CHARSET=\"ANSI\";\n", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sameTables are the same figures in every format.
func sameTables(t testing.TB) map[string]string {
	years := [][]any{
		{"Regnskab, udtræk af økonomisystemet"}, {},
		{"Kommune", "Nr.", "regk31.3.22.01", nil},
		{"Kommune", "Nr.", 2022, 2023},
		{"Viborg", 791, 7400, "7.500,0"},
		{"Odense", "461", "6900", ".."},
	}
	return map[string]string{
		"statbank codes": statbankCodes, "statbank labels": statbankLabels, "statbank code and label": statbankBoth, "statbank label and code": statbankTurned,
		"statbank windows-1252": latin1(t, statbankLabels), "statbank with CR": strings.ReplaceAll(statbankCodes, "\n", "\r"),
		"px": latin1(t, pxDense), "px utf-8": pxDense, "px with CRLF": strings.ReplaceAll(pxDense, "\n", "\r\n"), "px sparse": pxSparse,
		"json-stat 1": statVersion1, "json-stat 2": statVersion2, "json-stat collection": statCollection,
		"px of DOS": dos(t, pxDense), "px without HEADING": pxStub, "px without STUB": strings.Replace(pxStub, "STUB", "HEADING", 1),
		"utf-16": utf16Of(t, tidyText, unicode.LittleEndian), "utf-16 big-endian": utf16Of(t, statbankLabels, unicode.BigEndian),
		"tidy": tidyText, "wide": wideText, "web": latin1(t, webText), "blocks": latin1(t, blocksText),
		"gzip": gzipped(t, statbankCodes), "gzip of gzip": gzipped(t, gzipped(t, pxDense)),
		"zip":         zipped(t, "__MACOSX/._a.csv", "x", "data/a.csv", statbankCodes, "data/", ""),
		"zip of two":  zipped(t, "a.csv", strings.Join(strings.Split(statbankCodes, "\n")[:4], "\n"), "b.px", pxDense),
		"xlsx wide":   string(book(t, [][]any{{"Titel"}, {"kommunekode", "kommune", "år", "regk31.3.22.01"}, {791, "Viborg", 2022, 7400}, {791, "Viborg", 2023, "7500"}, {461, "Odense", 2022, 6900.0}, {461, "Odense", 2023, ".."}}, nil)),
		"xlsx tidy":   string(book(t, [][]any{{"kommune", "år", "indikator", "værdi"}, {"Viborg", 2022, "regk31.3.22.01", 7400}, {"Viborg", 2023, "regk31.3.22.01", 7500}, {"Odense", 2022, "regk31.3.22.01", 6900}, {"Odense", 2023, "regk31.3.22.01", ".."}}, nil)),
		"xlsx years":  string(book(t, years, func(f *excelize.File) { f.MergeCell("Sheet1", "C3", "D3"); f.MergeCell("Sheet1", "A1", "D1") })),
		"xlsx blocks": string(book(t, [][]any{{"Nøgletal"}, {nil, "Kom.nr", 2022, 2023}, {"regk31.3.22.01"}, {"Viborg Kommune", 791, 7400, 7500}, {"Odense Kommune", 461, 6900, "M"}, {}, {"M: mangler"}}, nil)),
	}
}

func TestTheSameFiguresInEveryFormat(t *testing.T) {
	for name, text := range sameTables(t) {
		t.Run(name, func(t *testing.T) {
			d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("fil", []byte(text))}, danish)
			if err != nil {
				t.Fatalf("%v\n%+v", err, d.Tables())
			}
			const id = "regk31.3.22.01"
			agree(t, d, []known{{"791", 2022, id, 7400}, {"791", 2023, id, 7500}, {"461", 2022, id, 6900}, {"461", 2023, id, math.NaN()}})
			var ids []string
			for _, ind := range d.Indicators() {
				ids = append(ids, ind.ID)
			}
			if diff := cmp.Diff([]string{id}, ids); diff != "" {
				t.Errorf("indicators (-want +got):\n%s\n%+v", diff, d.Tables())
			}
			if n := len(d.Municipalities()); n != 2 && name != "px sparse" { // which speaks of a third
				t.Errorf("%d municipalities, want 2", n)
			}
		})
	}
}

// Cut off at any byte, a file is read or refused, and says so.
func TestFilesCutOff(t *testing.T) {
	places := 40
	if longtest.Wanted() {
		places = 400
	}
	for name, text := range sameTables(t) {
		step := 1 + len(text)/places
		for at := 0; at < len(text); at += step {
			d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("fil", []byte(text[:at]))}, danish)
			if d == nil {
				t.Fatalf("%s cut at %d: no data set: %v", name, at, err)
			}
			for _, ind := range d.Indicators() {
				for _, y := range d.Years() {
					for _, v := range d.Column(ind.ID, y) {
						if v > 7500 {
							t.Errorf("%s cut at %d has the figure %v", name, at, v)
						}
					}
				}
			}
		}
	}
}

// Rows of nothing but zeros are left out of a sparse PC-Axis file (the format's
// specification, "Data in the PX-file"). A file that is cut off has lost others.
func TestRowsLeftOutOfASparseFileAreZero(t *testing.T) {
	const id = "regk31.3.22.01"
	d, errs, warnings := readAll(t, danish, dataset.Bytes("a.px", []byte(pxSparse)))
	agree(t, d, []known{{"791", 2022, id, 7400}, {"751", 2022, id, 0}, {"751", 2023, id, 0}, {"461", 2023, id, math.NaN()}})
	if len(errs) > 0 || !strings.Contains(warnings.Error(), "leaves out rows that have nothing but zeros (number: 1)") {
		t.Errorf("errors %v, warnings %v, want that a row is left out", errs, warnings)
	}
	if table := d.Tables()[0]; table.Rows != 4 || table.Figures != 3 || table.Missing != 1 {
		t.Errorf("counted as %+v, want 4 cells, of which 1 is missing", table)
	}
	_, errs, _ = readAll(t, danish, dataset.Bytes("a.px", []byte(strings.TrimSuffix(pxSparse, ";\n"))))
	if !strings.Contains(errs.Error(), "cut off") {
		t.Errorf("the errors of a file that is cut off are %v", errs)
	}
	// An account that no municipality has is not there.
	two := strings.NewReplacer(`="3.22.01 Folkeskoler"`, `="3.22.01 Folkeskoler","3.22.08 Specialskoler"`, `"32201"`, `"32201","32208"`).Replace(pxSparse)
	d, errs, _ = readAll(t, danish, dataset.Bytes("a.px", []byte(two)))
	if n := len(d.Indicators()); n != 1 || len(errs) > 0 {
		t.Errorf("%d indicators, want 1 (%v)", n, errs)
	}
}
