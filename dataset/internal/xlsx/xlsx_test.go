package xlsx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// A formula without its value stands in the cell, cut off, and never in half a letter.
func TestFormulasAreCutBetweenLetters(t *testing.T) {
	for shift := range 4 {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range map[string]string{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="Ark1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="sheet1.xml"/></Relationships>`,
			"xl/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1"><f>` + strings.Repeat("x", shift) +
				strings.Repeat("æ€", 100) + `</f></c></row></sheetData></worksheet>`,
		} {
			w, err := z.Create(name)
			if err == nil {
				_, err = w.Write([]byte(text))
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
		sheets, fault := Read(t.Context(), r)
		if fault != nil {
			t.Fatal(fault)
		}
		text := sheets[0].Cells[0][0].Text
		if !utf8.ValidString(text) || !strings.HasPrefix(text, "=") || len(text) > 101 || len(text) < 95 {
			t.Errorf("the cell holds %q, of %d bytes", text, len(text))
		}
	}
}
