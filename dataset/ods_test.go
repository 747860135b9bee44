package dataset_test

import (
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// contentOf is the XML of an OpenDocument spreadsheet with one sheet.
func contentOf(rows ...[]string) string {
	xml := `<office:document-content><office:body><office:spreadsheet><table:table table:name="Udgifter 2024">`
	for _, row := range rows {
		xml += "<table:table-row>"
		for _, c := range row {
			xml += c
		}
		xml += "</table:table-row>"
	}
	return xml + "</table:table></office:spreadsheet></office:body></office:document-content>"
}

// A sheet of LibreOffice is read as one of Excel is: titles above the header, numbers,
// per cent, and the year of the sheet's name.
func TestOpenDocumentSheets(t *testing.T) {
	text := func(s string) string {
		return `<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
	}
	value := func(kind, v string) string {
		return `<table:table-cell office:value-type="` + kind + `" office:value="` + v + `"><text:p>som det vises</text:p></table:table-cell>`
	}
	file := zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", contentOf(
		[]string{text("Nøgletal")}, nil,
		[]string{text("Kommune"), text("Udgift (1.000 kr.)"), text("Andel")},
		[]string{text("Viborg"), value("float", "12.5"), value("percentage", "0.25")},
		[]string{text("Odense"), value("currency", "7"), value("percentage", "0.5")},
	))
	d, errs, _ := readAll(t, danish, dataset.Bytes("a.ods", []byte(file)))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, want := range []known{{"791", 2024, "Udgift (1.000 kr.)", 12500}, {"461", 2024, "Udgift (1.000 kr.)", 7000}, {"461", 2024, "Andel", 50}} {
		if got := d.Value(want.code, want.year, want.id); got != want.want {
			t.Errorf("%s, %s is %v, want %v", want.code, want.id, got, want.want)
		}
	}
	if table := d.Tables()[0]; table.Layout != "sheet" {
		t.Errorf("the file is taken for %+v", table)
	}
}
