package dataset_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// readFuzzed reads made-up bytes in several ways and checks what must hold of
// anything that is read.
func readFuzzed(t *testing.T, text []byte) {
	t.Helper()
	for _, opt := range []dataset.Options{
		{}, danish, wanting("folketal", "folketal.6_16", "folketal.80+"),
		section(dataset.Mapping{Sum: []string{"KØN"}, Pick: []string{"ART=TOT"}, Indicator: "x"}),
		{Mappings: []dataset.Mapping{{Geography: "a", Time: "b", Header: 2, Sheet: "*"}}, MaxBytes: 1 << 20},
	} {
		d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("fuzz", text)}, opt)
		errs, ok := err.(dataset.Problems)
		if err != nil && (!ok || len(errs) == 0) {
			t.Fatalf("the error is a %T, want Problems: %v", err, err)
		}
		if d == nil {
			t.Fatal("no data set")
		}
		figures := 0
		for _, ind := range d.Indicators() {
			for _, y := range d.Years() {
				for _, v := range d.Column(ind.ID, y) {
					if math.IsInf(v, 0) {
						t.Fatalf("%s, %d has %v", ind.ID, y, v)
					}
					if !math.IsNaN(v) {
						figures++
					}
				}
			}
		}
		said := len(errs) + len(d.Warnings())
		for _, table := range d.Tables() {
			figures += table.Figures + table.Missing
			if table.Skipped > table.Rows || table.Rows < 0 {
				t.Fatalf("counted as %+v", table)
			}
		}
		if figures == 0 && said == 0 {
			t.Fatalf("nothing was read and nothing said of it: %+v", d.Tables())
		}
	}
}

// seedTables adds the made-up tables of a kind, cut off here and there.
func seedTables(f *testing.F, contains string) {
	for _, text := range sameTables(f) {
		if !bytes.Contains([]byte(text), []byte(contains)) {
			continue
		}
		f.Add([]byte(text))
		f.Add([]byte(text[:len(text)*2/3]))
	}
}

func FuzzStatBank(f *testing.F) {
	seedTables(f, "INDHOLD")
	seedTables(f, "Pr. indbygger")
	seedTables(f, "Kom.nr")
	f.Add([]byte("Titel\nkommune;2021;2022;Areal;Note\nViborg;1,5;..;5;x\n;2;3;;\n"))
	f.Add([]byte("kommune;tid;Udgift 2021;Udgift 2022\nViborg;2021K1;1,5;=A1\nOdense;2021-01-01;50 %;#N/A\n"))
	f.Add([]byte("\xff\xfek\x00o\x00m\x00m\x00u\x00n\x00e\x00;\x00x\x00\n\x00"))
	f.Add([]byte("OMRÅDE;ALDER;KØN;TID;INDHOLD\n791;80+;1;2020K3;1\n\"791\";\"8\"\"0\";1;2020;\n"))
	f.Fuzz(func(t *testing.T, text []byte) { readFuzzed(t, text) })
}

func FuzzPX(f *testing.F) {
	seedTables(f, "STUB")
	f.Add([]byte("CHARSET=\"ANSI\";STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"Viborg\";VALUES(\"b\")=\"2020\";DATA=1;"))
	f.Fuzz(func(t *testing.T, text []byte) { readFuzzed(t, append([]byte("AXIS-VERSION=\"2013\";"), text...)) })
}

func FuzzJSONStat(f *testing.F) {
	seedTables(f, `"dimension"`)
	f.Fuzz(func(t *testing.T, text []byte) { readFuzzed(t, text) })
}

// FuzzWorkbook takes the XML of the parts, so that what is made up is not lost
// in a broken archive.
func FuzzWorkbook(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>kommune</v></c><c r="B1" s="1"><v>45292</v></c></row><row><c t="s"><v>0</v></c><c s="2"><v>0.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
		`<sst><si><t>Viborg</t><rPh><t>x</t></rPh></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`)
	f.Fuzz(func(t *testing.T, sheet, shared, styles string) {
		readFuzzed(t, []byte(zipped(t, "xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML,
			"xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", shared, "xl/styles.xml", styles)))
	})
}

func FuzzPacked(f *testing.F) {
	seedTables(f, "PK\x03\x04")
	seedTables(f, "\x1f\x8b")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) < 1<<16 {
			readFuzzed(t, raw)
		}
	})
}

func FuzzPriceIndex(f *testing.F) {
	f.Add([]byte("# Kilde: x\når;indeks\n2023;100,0\n2024,\"104.3\"\n"))
	f.Add([]byte("\xff\xfe#\x00x\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		index, err := dataset.ReadPriceIndex("fuzz", text)
		if problems, ok := err.(dataset.Problems); err != nil && (!ok || len(problems) == 0) {
			t.Fatalf("the error is a %T, want Problems: %v", err, err)
		}
		for year, v := range index.Years {
			if year < 1800 || year > 2200 || !(v > 0) || math.IsInf(v, 0) {
				t.Errorf("%d has %v", year, v)
			}
		}
		if err == nil && (index.Source == "" || len(index.Years) == 0) {
			t.Errorf("read as %+v", index)
		}
	})
}
