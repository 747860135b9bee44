package ods

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/internal/sheet"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// packed returns an OpenDocument file with some content.
func packed(t testing.TB, content, styles string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}, {"styles.xml", styles},
	} {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// document is the XML of a spreadsheet.
func document(styles, sheets string) string {
	return `<?xml version="1.0"?><office:document-content><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:spreadsheet>` + sheets + `</office:spreadsheet></office:body></office:document-content>`
}

// inSheet is the XML of a sheet of some rows.
func inSheet(rows string) string {
	return document("", `<table:table table:name="Ark1">`+rows+`</table:table>`)
}

const someStyles = `
	<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
	<number:number-style style:name="N1"><number:number number:display-factor="1000"/></number:number-style>
	<number:currency-style style:name="N2"><number:number/><number:text> mio. kr.</number:text></number:currency-style>
	<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
	<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>
	<style:style style:name="ce3" style:family="table-cell" style:data-style-name="N2"/>`

func TestReadTellsWhatStandsInCells(t *testing.T) {
	row := func(cells string) string { return "<table:table-row>" + cells + "</table:table-row>" }
	text := func(s string) string {
		return `<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
	}
	for name, c := range map[string]struct {
		rows string
		want [][]sheet.Cell
	}{
		"the types of values": {
			row(`<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1.234,50</text:p></table:table-cell>` +
				`<table:table-cell office:value-type="percentage" office:value="0.762"><text:p>76,2 %</text:p></table:table-cell>` +
				`<table:table-cell office:value-type="currency" office:currency="DKK" office:value="-3"><text:p>-3 kr.</text:p></table:table-cell>` +
				`<table:table-cell office:value-type="date" office:date-value="2024-12-31T10:00:00"><text:p>31-12-24</text:p></table:table-cell>` +
				`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>SAND</text:p></table:table-cell>` +
				`<table:table-cell calcext:value-type="string" office:value-type="string" office:string-value="0101"><text:p>101</text:p></table:table-cell>` +
				`<table:table-cell office:value-type="time" office:time-value="PT1H"><text:p>01:00</text:p></table:table-cell>`),
			[][]sheet.Cell{{{Text: "1234.5", Number: true}, {Text: "76.2", Number: true, Percent: true}, {Text: "-3", Number: true},
				{Text: "2024-12-31"}, {Text: "TRUE"}, {Text: "0101"}, {Text: "01:00"}}},
		},
		"texts in pieces, without comments and drawings": {
			row(`<table:table-cell office:value-type="string"><office:annotation><dc:creator>x</dc:creator><text:p>99</text:p></office:annotation>` +
				`<text:p>År<text:s text:c="2"/><text:span>20</text:span>24</text:p><text:p>kr.<draw:frame><text:p>7</text:p></draw:frame></text:p></table:table-cell>` +
				text("a &amp; b")),
			[][]sheet.Cell{{{Text: "År  2024\nkr."}, {Text: "a & b"}}},
		},
		"the results of formulas": {
			row(`<table:table-cell table:formula="of:=[.A1]*2" office:value-type="float" office:value="8"><text:p>8</text:p></table:table-cell>` +
				`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>` +
				`<table:table-cell table:formula="of:=SUM([.A1:.A2])"/>`),
			[][]sheet.Cell{{{Text: "8", Number: true}, {Text: "#DIV/0!"}, {Text: "=SUM([.A1:.A2])"}}},
		},
		"cells and rows that stand several times": {
			`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>` +
				`<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/></table:table-row>` +
				`<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
			[][]sheet.Cell{{{}, {}, {Text: "1", Number: true}, {Text: "1", Number: true}}, {{}, {}, {Text: "1", Number: true}, {Text: "1", Number: true}}},
		},
		"merged cells": {
			row(`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>2024</text:p></table:table-cell>` +
				`<table:covered-table-cell office:value-type="float" office:value="9"/>` + text("x")),
			[][]sheet.Cell{{{Text: "2024"}, {Text: "2024", Merged: true}, {Text: "x"}}},
		},
		"groups of rows, and hidden ones": {
			`<table:table-header-rows>` + row(text("a")) + `</table:table-header-rows><table:table-row-group table:display="false">` +
				`<table:table-row table:visibility="collapse">` + text("b") + `</table:table-row></table:table-row-group>` +
				`<table:shapes><draw:frame><table:table><table:table-row>` + text("c") + `</table:table-row></table:table></draw:frame></table:shapes>`,
			[][]sheet.Cell{{{Text: "a"}}, {{Text: "b"}}},
		},
		"styles of cells, of columns and of rows": {
			`<table:table-column table:default-cell-style-name="ce2"/><table:table-column table:number-columns-repeated="9"/>` +
				row(`<table:table-cell office:value-type="float" office:value="1234"/><table:table-cell table:style-name="ce3" office:value-type="float" office:value="5"/><table:table-cell office:value-type="float" office:value="6"/>`) +
				`<table:table-row table:default-cell-style-name="ce3"><table:table-cell office:value-type="float" office:value="7"/></table:table-row>`,
			[][]sheet.Cell{{{Text: "1.234", Number: true, Format: 1}, {Text: "5", Number: true, Format: 2}, {Text: "6", Number: true}}, {{Text: "7", Number: true, Format: 2}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			sheets, fault := Read(t.Context(), packed(t, document(someStyles, `<table:table table:name="Ark1">`+c.rows+`</table:table>`), ""))
			if fault != nil {
				t.Fatal(fault)
			}
			if diff := cmp.Diff(c.want, sheets[0].Cells); diff != "" {
				t.Errorf("the cells differ (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadTellsHiddenSheetsAndFormats(t *testing.T) {
	changed := `<table:tracked-changes><table:deletion><table:table-cell office:value-type="float" office:value="1"/></table:deletion></table:tracked-changes>`
	content := document("", changed+`<table:table table:name="Tal"/><table:table table:name="Gemt" table:style-name="ta2"/>`)
	sheets, fault := Read(t.Context(), packed(t, content, "<office:document-styles>"+someStyles+"</office:document-styles>"))
	if fault != nil {
		t.Fatal(fault)
	}
	if len(sheets) != 2 || sheets[0].Name != "Tal" || sheets[0].Hidden || sheets[1].Name != "Gemt" || !sheets[1].Hidden {
		t.Errorf("the sheets are %+v", sheets)
	}
	formats := sheets[0].Formats
	if len(formats) != 2 || formats[0].Thousands != 1 || formats[1].Scale.Factor != 1e6 {
		t.Errorf("the formats are %+v, want thousands and millions of kroner", formats)
	}
}

func TestReadRefusesWhatIsHostileOrBroken(t *testing.T) {
	longtest.SkipAlone(t)
	one := `<table:table-cell office:value-type="float" office:value="1"/>`
	for name, c := range map[string]struct {
		content string
		kind    table.Kind
		says    string
	}{
		"rows repeated":     {inSheet(`<table:table-row table:number-rows-repeated="1000000000">` + one + `</table:table-row>`), table.TooLarge, "LibreOffice"},
		"columns repeated":  {inSheet(`<table:table-row><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000000000"/></table:table-row>`), table.TooLarge, "16384 columns"},
		"both":              {inSheet(strings.Repeat(`<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16000"/></table:table-row>`, 2)), table.TooLarge, "cells"},
		"far away":          {inSheet(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row><table:table-row>` + one + `</table:table-row>`), table.TooLarge, "1048576 rows"},
		"merged many times": {inSheet(strings.Repeat(`<table:table-row>`+strings.Repeat(`<table:table-cell table:number-columns-spanned="16000" table:number-rows-spanned="1000000" office:value-type="float" office:value="1"/>`, 2000)+`</table:table-row>`, 3)), table.TooLarge, "cells"},
		"no number":         {inSheet(`<table:table-row table:number-rows-repeated="-1">` + one + `</table:table-row>`), table.Broken, "number-rows-repeated='-1'"},
		"too deep":          {inSheet(strings.Repeat("<a>", 10_000)), table.TooLarge, "layers"},
		"a large element":   {inSheet(`<table:table-row><table:table-cell><text:p>` + randomText(3<<20) + `</text:p></table:table-cell></table:table-row>`), table.TooLarge, "element"},
		"a long text":       {inSheet(`<table:table-row><table:table-cell><text:p>` + randomText(40_000) + `</text:p></table:table-cell></table:table-row>`), table.TooLarge, "32768 characters"},
		"many sheets":       {document("", strings.Repeat(`<table:table/>`, 501)), table.TooLarge, "501"[:2]},
		"cut off":           {inSheet(`<table:table-row>`)[:200], table.Unreadable, "LibreOffice"},
		"a text document":   {`<office:document-content><office:body><office:text><table:table/></office:text></office:body></office:document-content>`, table.NoTable, "OpenDocument"},
		"a bomb":            {inSheet(strings.Repeat(" ", 20<<20)), table.TooLarge, "more than 100 times"},
	} {
		t.Run(name, func(t *testing.T) {
			_, fault := Read(t.Context(), packed(t, c.content, ""))
			if fault == nil {
				t.Fatal("it was read")
			}
			if said := fault.Message.In(lang.English); fault.Kind != c.kind || !strings.Contains(said, c.says) {
				t.Errorf("the fault is of kind %d and says %q, want %d with %q", fault.Kind, said, c.kind, c.says)
			}
		})
	}
}

// randomText is text that hardly packs.
func randomText(n int) string {
	var b strings.Builder
	for x := uint64(1); b.Len() < n; x = x*6364136223846793005 + 1442695040888963407 {
		b.WriteString(strconv.FormatUint(x>>32, 16))
	}
	return b.String()[:n]
}

func TestReadEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if sheets, fault := Read(ctx, packed(t, inSheet(""), "")); fault == nil {
		t.Errorf("%d sheets were read though the context had ended", len(sheets))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(inSheet(`<table:table-row><table:table-cell office:value-type="percentage" office:value="0.5"/></table:table-row>`), someStyles)
	f.Add(inSheet(`<table:table-column table:default-cell-style-name="ce2"/><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-spanned="2"/><table:covered-table-cell/></table:table-row>`), someStyles)
	f.Add(document(someStyles, `<table:table><table:table-row><table:table-cell><text:p>a<text:s/>b</text:p></table:table-cell></table:table-row></table:table>`), "")
	f.Fuzz(func(t *testing.T, content, styles string) {
		sheets, fault := Read(t.Context(), packed(t, content, styles))
		if fault != nil {
			if fault.Message.In(lang.Danish) == "" {
				t.Errorf("the fault %+v says nothing", fault)
			}
			return
		}
		for _, s := range sheets {
			for _, row := range s.Cells {
				for _, c := range row {
					if c.Format < 0 || int(c.Format) > len(s.Formats) {
						t.Errorf("a cell has the format %d of %d", c.Format, len(s.Formats))
					}
					var v float64
					if _, err := fmt.Sscan(c.Text, &v); c.Number && (err != nil || math.IsInf(v, 0)) {
						t.Errorf("the number is %q", c.Text)
					}
				}
			}
		}
	})
}
