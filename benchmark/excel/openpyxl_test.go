package excel_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// readAll reads a workbook by openpyxl as people do who work on it in Python,
// and says what is wrong.
const readAll = `
import sys
import openpyxl
for only in (False, True):
    book = openpyxl.load_workbook(sys.argv[1], read_only=only)
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows())
        if sheet.max_row != len(rows):
            print(sheet.title, "has", sheet.max_row, "rows and", len(rows))
        if not only and sheet.max_column != max(len(row) for row in rows) or sheet.max_column < 2:
            print(sheet.title, "has", sheet.max_column, "columns")
        if not only and not (sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9):
            print(sheet.title, "is not fitted to pages of A4")
        if sheet.sheet_state != "visible" or not only and sheet.protection.sheet:
            print(sheet.title, "is hidden or protected")
        for row in rows:
            for cell in row:
                if cell.data_type == "e" or cell.data_type == "f" and sheet.title != "Råderum":
                    print(sheet.title, cell.coordinate, "is", cell.value)
book = openpyxl.load_workbook(sys.argv[1])
first = book["Overblik"]
if type(first["C5"].value) not in (int, float) or first["G5"].number_format.find("%") < 0:
    print("C5 is", first["C5"].value, "and G5 is shown as", first["G5"].number_format)
if len(first.tables) != 1 or len(first._charts) != 1 or first.page_setup.orientation != "landscape" or int(first.page_setup.paperSize) != 9:
    print("the overview has", first.tables, first._charts, first.page_setup.orientation)
live = book["Råderum"]
values = openpyxl.load_workbook(sys.argv[1], data_only=True)["Råderum"]
if live["G12"].data_type != "f" or type(values["G12"].value) not in (int, float) or live["G12"].number_format != "#,##0.0":
    print("G12 of the live sheet is", live["G12"].value, values["G12"].value, live["G12"].number_format)
lists = {str(v.sqref): (v.type, v.formula1) for v in live.data_validations.dataValidation}
if lists.get("B4") != ("list", "Liste_kommuner") or lists.get("B5") != ("list", "Liste_målregler") or lists.get("B6") != ("list", "Liste_år"):
    print("the lists are", lists)
for name in ("Liste_kommuner", "Liste_målregler", "Liste_år"):
    sheet, cells = next(book.defined_names[name].destinations)
    if any(not cell[0].value for cell in book[sheet][cells]):
        print(name, "has empty cells")
if book.properties.language != "da-DK" or not book.properties.title or not book.properties.keywords or not book.properties.creator:
    print("the properties are", book.properties)
`

// TestOpenpyxl reads the workbook in openpyxl's normal and read-only mode, where
// it is installed.
func TestOpenpyxl(t *testing.T) {
	longtest.Skip(t)
	t.Parallel()
	python := ""
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			python = name
			break
		}
	}
	if python == "" {
		t.Skip("openpyxl is not installed")
	}
	book := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(book, officialFull(t, "360", lang.Danish), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", readAll, book).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "" {
		t.Errorf("%v\n%s", err, out)
	}
}
