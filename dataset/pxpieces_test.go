package dataset_test

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
)

// fencesPX is a PC-Axis file of two municipalities and two years, with other entries among
// those that describe it.
func fencesPX(more, data string) string {
	return "CHARSET=\"ANSI\";\nCODEPAGE=\"utf-8\";\nMATRIX=\"HEGN\";\n" + more +
		"STUB=\"kommune\";\nHEADING=\"år\";\nVALUES(\"kommune\")=\"Randers\",\"Favrskov\";\n" +
		"VALUES(\"år\")=\"2022\",\"2023\";\nTIMEVAL(\"år\")=TLIST(A1),\"2022\",\"2023\";\n" +
		"DATA=\n" + data + ";\n"
}

// A note in pieces, each with a semicolon of its own, is passed over, as other programs
// do. A piece after what says what the cells are may be a lost value, and is an error that
// quotes the file as it is written.
func TestPXInPieces(t *testing.T) {
	want := []known{{"730", 2022, "HEGN", 7}, {"710", 2023, "HEGN", 10}}
	for name, more := range map[string]string{
		"note":         "NOTE=\"Et\";\n\"To; tre\";\n\"Fire\";\n",
		"remarks":      "NOTEX=\"A\" \"B\";\"C\";\nSOURCE=\"Egne tal\";\n \"og andres\";\n",
		"of a value":   "VALUENOTE(\"kommune\",\"Randers\")=\"Et\"\n\"to\";\n\"tre\"\n\"fire\";\n",
		"contact":      "CONTACT=\"En, to\";\n\"STUB=\";\n",
		"small letter": "note=\"Et\";\n\"to\";\nunits=\"stk.\";\n",
	} {
		d, errs, _ := readAll(t, danish, dataset.Bytes("a.px", []byte(fencesPX(more, "7 8 9 10"))))
		if len(errs) > 0 {
			t.Errorf("%s: the errors are %v", name, errs)
		}
		agree(t, d, want)
	}
	for text, want := range map[string]string{
		strings.Replace(fencesPX("", "7 8 9 10"), `"Randers",`, `"Randers"; `, 1):       "a.px, line 6: the text \"Favrskov\"; stands by itself after VALUES. Put a comma",
		strings.Replace(fencesPX("", "7 8 9 10"), "\"kommune\";\n", "\"kommune\"\n", 1): "'STUB' is not written to its end: a quotation mark, a parenthesis or a semicolon",
		fencesPX("Note=\"Et\"\nUNITS=\"stk.\";\n", "7 8 9 10"):                          "'Note' is not written to its end",
	} {
		_, errs, _ := readAll(t, danish, dataset.Bytes("a.px", []byte(text)))
		if len(errs) != 1 || !strings.Contains(errs.Error(), want) {
			t.Errorf("the errors are %v, want %q", errs, want)
		}
	}
}

// Decimal commas make two cells of one. That is an error which says so, and how many cells
// there are.
func TestPXDecimalCommas(t *testing.T) {
	for data, want := range map[string]string{
		"7,5 8,5\n9,5 10,5":   "column 'DATA': the number of cells is 8, and the variables make 4. The numbers have a decimal comma",
		"7,5 8 9 10":          "the number of cells is 5, and the variables make 4. The numbers have a decimal comma",
		"7,5\t8,25\t..\t10,5": "the number of cells is 7, and the variables make 4. The numbers have a decimal comma",
		"7 8 9 10 11 12":      "the number of cells is 6, and the variables make 4. Get the file again.",
		"7,8,9,10,11":         "the number of cells is 5, and the variables make 4. Get the file again.",
	} {
		_, errs, _ := readAll(t, danish, dataset.Bytes("a.px", []byte(fencesPX("", data))))
		if len(errs) != 1 || !strings.Contains(errs.Error(), want) {
			t.Errorf("%q: the errors are %v, want %q", data, errs, want)
		}
	}
	for _, data := range []string{"7,8,9,10", "7, 8, 9, 10", "7;8;9;10"} { // commas between cells
		d, errs, _ := readAll(t, danish, dataset.Bytes("a.px", []byte(fencesPX("", data))))
		if len(errs) > 0 {
			t.Errorf("%q: the errors are %v", data, errs)
		}
		agree(t, d, []known{{"730", 2022, "HEGN", 7}, {"710", 2023, "HEGN", 10}})
	}
}

// A multiplier in words is a power of ten; and where the plan says the unit, it goes
// before one that cannot be read.
func TestMultiplierInWords(t *testing.T) {
	text := func(unit string) []byte {
		return []byte(`{"class":"dataset","id":["region","m","year"],"size":[2,1,2],"dimension":{` +
			statPlaces + `,` + statYears + `,"m":{"category":{"index":["a"],"unit":{"a":` + unit +
			`}}}},"value":[1,2,3,4]}`)
	}
	for unit, want := range map[string]float64{
		`{"base":"kr.","multiplier":"Units"}`:                         1,
		`{"base":"kr.","multiplier":"units"}`:                         1,
		`{"base":"kr.","multiplier":""}`:                              1,
		`{"base":"kr.","multiplier":"Thousands"}`:                     1000,
		`{"base":"DKK","multiplier":" thousand "}`:                    1000,
		`{"base":"kr.","multiplier":"tusinder"}`:                      1000,
		`{"base":"kr.","multiplier":"Millions"}`:                      1e6,
		`{"label":"1.000 kr.","base":"kr.","multiplier":"Thousands"}`: 1000,
	} {
		d, errs, _ := readAll(t, danish, dataset.Bytes("fil", text(unit)))
		if len(errs) > 0 {
			t.Errorf("%s: the errors are %v", unit, errs)
		}
		agree(t, d, []known{{"791", 2021, "fil[m=a]", want}, {"461", 2022, "fil[m=a]", 4 * want}})
	}
	_, errs, _ := readAll(t, danish, dataset.Bytes("fil",
		text(`{"label":"mio. kr.","base":"kr.","multiplier":"Thousands"}`)))
	if !strings.Contains(errs.Error(), "do not say the same") {
		t.Errorf("the errors are %v", errs)
	}
	opt := danish
	opt.Mappings = []dataset.Mapping{{Unit: "1.000 kr."}}
	d, errs, _ := readAll(t, opt, dataset.Bytes("fil", text(`{"base":"kr.","multiplier":"mange"}`)))
	if len(errs) > 0 {
		t.Errorf("the errors are %v", errs)
	}
	agree(t, d, []known{{"791", 2021, "fil[m=a]", 1000}})
}
