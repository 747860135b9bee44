package dataset_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/xuri/excelize/v2"
)

// bombSize is how large a bomb grows. It is above the size that is allowed at any ratio.
const bombSize = 12 << 20

// zeros is a stream of so many bytes.
func fill(w io.Writer, unit string, n int) {
	block := []byte(strings.Repeat(unit, 1<<16/len(unit)))
	for ; n > 0; n -= len(block) {
		w.Write(block[:min(n, len(block))])
	}
}

// bomb is a zip file with one file in it that grows.
func bomb(name, head, unit, tail string, n int, others ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for i := 0; i < len(others); i += 2 {
		w, _ := z.Create(others[i])
		io.WriteString(w, others[i+1])
	}
	w, _ := z.Create(name)
	io.WriteString(w, head)
	fill(w, unit, n)
	io.WriteString(w, tail)
	z.Close()
	return b.Bytes()
}

const (
	bookXML = `<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`
	relsXML = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`
)

// sheetBook is a workbook of one sheet, as its XML is.
func sheetBook(t testing.TB, sheet string) []byte {
	return []byte(zipped(t, "xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML, "xl/worksheets/sheet1.xml", sheet))
}

// A file made to fill the memory or to take for ever is refused before it does,
// and says why.
func TestHostileFiles(t *testing.T) {
	longtest.SkipAlone(t)
	var gz bytes.Buffer
	w, _ := gzip.NewWriterLevel(&gz, gzip.BestSpeed)
	fill(w, "0", bombSize)
	w.Close()
	statLabels := make([]string, 1000)
	for i := range statLabels {
		statLabels[i] = fmt.Sprintf(`"%d"`, i)
	}
	dimension := `{"category":{"index":[` + strings.Join(statLabels, ",") + `]}}`
	for name, c := range map[string]struct {
		text []byte
		says string
	}{
		"a gzip bomb": {gz.Bytes(), "grows more than"},
		"a zip bomb":  {bomb("a.csv", "", "0;", "", bombSize), "grows more than"},
		"a workbook bomb": {bomb("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row>`, `<c/>`, `</row></sheetData></worksheet>`, bombSize,
			"xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML), "Open it in Excel, delete empty rows and columns below and beside the table, and save it as a new file or as CSV."},
		"many small files that are a bomb together": {[]byte(zipped(t, manyFiles(40, strings.Repeat("0;", 1<<18))...)), "grows more than"},
		"a workbook whose sheets are all one part": {[]byte(zipped(t, "xl/workbook.xml", strings.Replace(bookXML, `</sheets>`, strings.Repeat(`<sheet name="b" sheetId="2" r:id="r1"/>`, 400)+`</sheets>`, 1),
			"xl/_rels/workbook.xml.rels", relsXML, "xl/worksheets/sheet1.xml", "<worksheet/>")), "the sheet 'b' is the same as another one"},
		"a workbook of formats": {[]byte(zipped(t, "xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML, "xl/worksheets/sheet1.xml", "<worksheet/>",
			"xl/styles.xml", "<styleSheet><cellXfs>"+strings.Repeat("<xf/>", 1<<17)+"</cellXfs></styleSheet>")), "over the bound of 65536 formats"},
		"a text of the sheets over and over": {[]byte(zipped(t, "xl/workbook.xml", bookXML, "xl/_rels/workbook.xml.rels", relsXML, "xl/sharedStrings.xml", "<sst><si><t>"+strings.Repeat("x", 30_000)+"</t></si></sst>",
			"xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 60_000)+"</sheetData></worksheet>")), "over the bound of 64 MB"},
		"a cell longer than a cell can be":       {sheetBook(t, cellsOf([]string{"kommune", strings.Repeat("x", 1<<15+1)})), "fil, a, cell B1: the cell's text is over the bound of 32768 characters"},
		"half a million attributes":              {sheetBook(t, `<worksheet><sheetData><row`+manyAttributes(500_000)+`/></sheetData></worksheet>`), "fil, a: an element of the Excel file is over the bound of 1 MB"},
		"an indicator's name of half a megabyte": {[]byte("kommune;år;indikator;værdi\nViborg;2024;" + strings.Repeat("x", 1<<19) + ";1\n"), "is over the bound of 1000 characters"},
		"a table of fifteen thousand columns": {[]byte("a" + func() string {
			var b strings.Builder
			for i := range 15_000 {
				fmt.Fprintf(&b, ";b%d", i)
			}
			return b.String()
		}() + ";INDHOLD\n1" + strings.Repeat(";2", 15_000) + ";3\n"), "and 14981 more"},
		"a row of a million fields":        {[]byte("kommune;år;a\nViborg;2024" + strings.Repeat(";1", 1_000_000) + "\n"), "line 2: the line is over the bound of 1 MB"},
		"values without an end":            {valuesOf(30_000), "line 20002: the variable 'A' is over the bound of 20000 values"},
		"a PX variable of too many values": {[]byte(pxOf(1, 30_000, "1")), "the variable 'v0' is over the bound of 20000 values"},
		"four hundred thousand columns":    {[]byte("kommune;år" + strings.Repeat(";a", 400_000) + "\n"), "more than 16384 columns"},
		"a sparse PX cube past filling":    {[]byte(strings.Replace(pxOf(1, 10_000, `"Viborg","1" 5`), "DATA", "HEADING=\"x\",\"y\";\nVALUES(\"x\")=\"1\";\nVALUES(\"y\")=\"1\";\nKEYS(\"område\")=VALUES;\nDATA", 1)), "KEYS"},
		"a workbook of wide rows":          {sheetBook(t, `<worksheet><sheetData>`+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 300)+`</sheetData></worksheet>`), "cell XFD1: the cell stands twice"},
		"a workbook with the last cell of every row": {sheetBook(t, `<worksheet><sheetData>`+func() string {
			var b strings.Builder
			for i := range 1000 {
				fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
			}
			return b.String()
		}()+`</sheetData></worksheet>`), "over the bound of 2097152 cells"},
		"a workbook merged all over":    {sheetBook(t, `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c><c r="XFD1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`), "over the bound of 2097152 cells"},
		"a workbook of nested elements": {sheetBook(t, strings.Repeat("<a>", 10000)), "over the bound of 64 layers"},
		"gzip in gzip in gzip":          {[]byte(gzipped(t, gzipped(t, gzipped(t, gzipped(t, "x"))))), "packed in more layers"},
		"deep JSON":                     {[]byte(strings.Repeat(`{"a":`, 10001)), "not valid JSON"},
		"deep JSON lists":               {[]byte(`{"dimension":` + strings.Repeat(`[`, 9990) + strings.Repeat(`]`, 9990) + `}`), "not JSON-stat"},
		"a billion cells and no data":   {[]byte(`{"version":"2.0","class":"dataset","id":["OMRÅDE","b","c"],"size":[1000,1000,1000],"dimension":{"OMRÅDE":` + dimension + `,"b":` + dimension + `,"c":` + dimension + `},"value":{}}`), "municipalit"},
		"a billion cells in a list":     {[]byte(`{"version":"2.0","class":"dataset","id":["OMRÅDE","b","c"],"size":[1000,1000,1000],"dimension":{"OMRÅDE":` + dimension + `,"b":` + dimension + `,"c":` + dimension + `},"value":[1,2]}`), "the number of cells is 2, and the variables make 1000000000"},
		"a cell outside the table":      {[]byte(strings.Replace(statVersion2, `"2":7.5e3`, `"4":7`, 1)), "outside the table, which has 4"},
		"a negative cell":               {[]byte(strings.Replace(statVersion2, `"2":7.5e3`, `"-1":7`, 1)), "outside the table"},
		"a size that is not so":         {[]byte(strings.Replace(statVersion2, `"size":["2"`, `"size":["3"`, 1)), "size says"},
		"a variable twice":              {[]byte(strings.Replace(statVersion2, `"id":["TID","OMRÅDE"`, `"id":["OMRÅDE","OMRÅDE"`, 1)), "stands twice"},
		"a variable that is not there":  {[]byte(strings.Replace(statVersion2, `"TID":{"category"`, `"X":{"category"`, 1)), "not described"},
		"values without an order":       {[]byte(strings.Replace(statVersion2, `{"2023":1,"2022":0}`, `{"2023":1,"2022":1}`, 1)), "no order"},
		"ten million columns":           {[]byte(strings.Repeat("a;", 5_000_000) + "\n"), "over the bound of 1 MB"},
		"a PX cube of too many cells":   {[]byte(pxOf(1, 10_000, "1 2 3")), "the variables make"},
		"a PX cube past counting":       {[]byte(pxOf(5, 20_000, "1")), "more combinations"},
		"PX cells too few":              {[]byte(strings.Replace(pxDense, "7400 7500", "7400", 1)), "the number of cells is 3, and the variables make 4"},
		"PX cells too many":             {[]byte(strings.Replace(pxDense, "7400 7500", "7400 7500 7", 1)), "the number of cells is 5"},
		"PX with a lone quote":          {[]byte(strings.Replace(pxDense, `STUB="område"`, `STUB="område`, 1)), ""},
		"PX without DATA":               {[]byte(strings.Split(pxDense, "DATA=")[0] + "DAT"), ""},
		"PX codes and values":           {[]byte(strings.Replace(pxDense, `"791","461"`, `"791"`, 1)), "codes: 1, values: 2"},
		"PX with an unknown key":        {[]byte(strings.Replace(pxSparse, "\"461\",\"3.22.01 Folke", "\"462\",\"3.22.01 Folke", 1)), "'462' is not a value of 'område'"},
		"PX with a short row":           {[]byte(strings.Replace(pxSparse, `6900 "..."`, "6900", 1)), "the number of fields is 3 in the last row"},
		"NUL bytes":                     {[]byte("OMRÅDE;TID;INDHOLD\n\x00"), "not text"},
		"an old Excel file":             {[]byte("\xd0\xcf\x11\xe0xxxx"), "an old Excel file"},
		"an OpenDocument":               {[]byte(zipped(t, "mimetype", "x", "content.xml", "<a/>")), "OpenDocument"},
		"a Word document":               {[]byte(zipped(t, "word/document.xml", "<a/>")), "Word"},
		"an empty archive":              {[]byte(zipped(t, ".DS_Store", "x")), "empty"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, errs, warnings := readAll(t, danish, dataset.Bytes("fil", c.text))
			runtime.ReadMemStats(&after)
			if len(errs) == 0 || !strings.Contains(errs.Error(), c.says) {
				t.Errorf("the errors are %v (%v), want %q", errs, warnings, c.says)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 200 {
				t.Errorf("%d MB allocated for %d bytes", mb, len(c.text))
			}
			if len(errs.Error()) > 200_000 {
				t.Errorf("the errors are %d bytes long", len(errs.Error()))
			}
		})
	}
}

// valuesOf is a table of a row for each cell, with as many values of a variable.
func valuesOf(n int) []byte {
	var b strings.Builder
	b.WriteString("OMRÅDE;A;TID;INDHOLD\n")
	for i := range n {
		fmt.Fprintf(&b, "791;%d;2024;1\n", i)
	}
	return []byte(b.String())
}

// manyAttributes are those of one element, each of another name.
func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%d="1"`, i*7919%n)
	}
	return b.String()
}

// manyFiles are names and texts of files that are all alike.
func manyFiles(n int, text string) []string {
	var files []string
	for i := range n {
		files = append(files, fmt.Sprintf("%d.csv", i), text)
	}
	return files
}

func TestMoreIndicatorsThanThereAre(t *testing.T) {
	var b strings.Builder
	b.WriteString("kommune;år;indikator;værdi\n")
	for i := range 50_100 {
		fmt.Fprintf(&b, "Viborg;2024;%d;1\n", i)
	}
	_, errs, _ := readAll(t, danish, dataset.Bytes("fil", []byte(b.String())))
	if len(errs) != 1 || errs[0].Kind != dataset.TooLarge || errs[0].Row != 50_002 {
		t.Errorf("the errors are %v, want one in line 50,002", errs)
	}
}

// pxOf is a PC-Axis file of some variables of many values.
func pxOf(variables, values int, data string) string {
	var b strings.Builder
	b.WriteString("CHARSET=\"ANSI\";\nAXIS-VERSION=\"2010\";\nSTUB=\"område\"")
	for i := range variables {
		fmt.Fprintf(&b, ",\"v%d\"", i)
	}
	b.WriteString(";\nVALUES(\"område\")=\"Viborg\";\n")
	for i := range variables {
		fmt.Fprintf(&b, "VALUES(\"v%d\")=\"0\"", i)
		for k := 1; k < values; k++ {
			fmt.Fprintf(&b, ",\"%d\"", k)
		}
		b.WriteString(";\n")
	}
	b.WriteString("DATA=\n" + data + ";\n")
	return b.String()
}

func TestWorkbooks(t *testing.T) {
	percent := func(f *excelize.File) {
		style, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		f.SetCellStyle("Sheet1", "B2", "B3", style)
	}
	dates := func(f *excelize.File) {
		custom := "yyyy"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
		if err != nil {
			t.Fatal(err)
		}
		f.SetCellStyle("Sheet1", "B1", "C1", style)
	}
	sheets := func(f *excelize.File) {
		f.NewSheet("2023")
		f.SetSheetRow("2023", "A3", &[]any{"kommune", "skoler"})
		f.SetSheetRow("2023", "A4", &[]any{"Viborg", "1.234,5"})
		f.NewSheet("Noter")
		f.SetSheetRow("Noter", "A1", &[]any{"Kilde: egne tal"})
		f.NewSheet("Skjult")
		f.SetSheetRow("Skjult", "A1", &[]any{"kommune", "skoler"})
		f.SetSheetRow("Skjult", "A2", &[]any{"Viborg", 99})
		f.SetSheetVisible("Skjult", false)
	}
	for _, c := range []struct {
		name  string
		text  []byte
		opt   dataset.Options
		want  []known
		kinds []dataset.Kind
	}{
		{
			name: "per cent is read as shown",
			text: book(t, [][]any{{"kommune", "andel", "år"}, {"Viborg", 0.762, 2024}, {"Odense", 0.5, 2024}}, percent), opt: danish,
			want: []known{{"791", 2024, "andel", 76.2}, {"461", 2024, "andel", 50}}, kinds: []dataset.Kind{dataset.ConvertedUnit},
		},
		{
			name: "dates are years",
			text: book(t, [][]any{{"kommune", 45292, 44927}, {"Viborg", 5, 6}}, dates), opt: danish, // 1 January 2024 and 2023
			want: []known{{"791", 2024, "Sheet1", 5}, {"791", 2023, "Sheet1", 6}},
		},
		{
			name: "two levels of header and several sheets",
			text: book(t, [][]any{{"Udgifter", "", "", ""}, {"", "Skoler", "", "Ældre", ""}, {"Kommune", 2021, 2022, 2021, 2022}, {"Viborg", 1, 2, 3, 4}, {"I alt", 1, 2, 3, 4}}, func(f *excelize.File) {
				f.MergeCell("Sheet1", "B2", "C2")
				f.MergeCell("Sheet1", "D2", "E2")
				sheets(f)
			}), opt: danish,
			want:  []known{{"791", 2021, "Skoler", 1}, {"791", 2022, "Skoler", 2}, {"791", 2022, "Ældre", 4}, {"791", 2023, "skoler", 1234.5}},
			kinds: []dataset.Kind{dataset.NotThere, dataset.NotThere, dataset.TotalRow, dataset.DatedByName},
		},
		{
			name: "a sheet and a header that are named",
			text: book(t, [][]any{{"kommune", "skoler"}, {"Viborg", 1}}, sheets), opt: section(dataset.Mapping{Sheet: "skjult", Header: 1, Year: 2020}),
			want: []known{{"791", 2020, "skoler", 99}},
		},
		{
			name: "a sheet that is not there",
			text: book(t, [][]any{{"kommune", "skoler"}, {"Viborg", 1}}, nil), opt: section(dataset.Mapping{Sheet: "Ark1"}), kinds: []dataset.Kind{dataset.BadMapping},
		},
		{
			name: "accounts by row",
			text: book(t, [][]any{{"Kommune", "Konto", 2022, 2023}, {"Viborg", "Skoler", 1, 2}, {nil, "Ældre", 3, 4}, {"Odense", "Skoler", 5, 6}, {nil, "Ældre", 7, nil}}, nil), opt: danish,
			want: []known{{"791", 2022, "Skoler", 1}, {"791", 2023, "Ældre", 4}, {"461", 2023, "Skoler", 6}, {"461", 2022, "Ældre", 7}},
		},
		{
			name: "a text among the figures",
			text: book(t, [][]any{{"Kommune", "År", "x"}, {"Viborg", 2022, 1}, {"Odense", 2022, "ukendt"}, {"Randers", 2022, 3}}, nil), opt: danish,
			want: []known{{"791", 2022, "x", 1}}, kinds: []dataset.Kind{dataset.NotNumber},
		},
		{
			name: "of any country, by the header",
			text: book(t, [][]any{{"Title"}, {"municipality", "year", "x"}, {"Ystad", 2022, 1}}, nil),
			want: []known{{"Ystad", 2022, "x", 1}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, errs, warnings := readAll(t, c.opt, dataset.Bytes("fil.xlsx", c.text))
			agree(t, d, c.want)
			var kinds []dataset.Kind
			for _, p := range append(append(dataset.Problems{}, errs...), warnings...) {
				kinds = append(kinds, p.Kind)
			}
			if fmt.Sprint(kinds) != fmt.Sprint(c.kinds) {
				t.Errorf("problems of the kinds %v, want %v:\n%v\n%v", kinds, c.kinds, errs, warnings)
			}
			if t.Failed() {
				for _, ind := range d.Indicators() {
					t.Logf("%+v", ind)
				}
				t.Logf("%+v", d.Tables())
			}
		})
	}
}

// Names that are no municipality's are bounded, as the values of a variable are, and
// the figures of what is before the bound are read.
func TestTooManyPlaces(t *testing.T) {
	var b strings.Builder
	b.WriteString("kommune;år;x\nViborg;2024;7\n")
	for i := range 20_100 {
		fmt.Fprintf(&b, "K%d;2024;1\n", i)
	}
	d, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte(gzipped(t, b.String()))))
	agree(t, d, []known{{"791", 2024, "x", 7}})
	last := errs[len(errs)-1]
	const want = "a.csv, line 20002, column 'kommune': the column has more than 20000 different municipalities. The rest is not read. See whether it is the right column, and call that of municipalities 'municipality'."
	if last.Kind != dataset.TooLarge || last.Error() != want {
		t.Errorf("the last error is %v, want %q", last, want)
	}
	if table := d.Tables()[0]; table.Rows != 20_001 || table.Skipped != 20_000 {
		t.Errorf("%d rows read and %d left out, want 20,001 and 20,000", table.Rows, table.Skipped)
	}
	// Without a register there may be as many as there are.
	if d, errs, _ = readAll(t, dataset.Options{}, dataset.Bytes("a.csv", []byte(b.String()))); len(d.Municipalities()) != 20_101 {
		t.Errorf("%d municipalities, want 20,101 (%v)", len(d.Municipalities()), errs)
	}
}

// A name of several words may end in what municipalities are called.
func TestNearestMunicipality(t *testing.T) {
	_, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte("kommune;år;x\nViborgg Kommune;2024;7\nVibor;2024;7\nAarhus;2024;7\n")))
	if text := errs.Error(); len(errs) != 2 || !strings.Contains(text, "'Viborgg Kommune' is not one of the municipalities. Did you mean 'Viborg'? Correct") || !strings.Contains(text, "'Vibor' is not one of the municipalities. Did you mean 'Viborg'? Correct") {
		t.Errorf("the errors are %v", errs)
	}
}

// Long names that begin alike are not the same one.
func TestLongNamesThatBeginAlike(t *testing.T) {
	var b strings.Builder
	b.WriteString("kommune;år;x\nViborg;2024;7\n")
	for i := range 40 {
		fmt.Fprintf(&b, "%s%d;2024;1\n", strings.Repeat("A", 70), i/2)
	}
	_, errs, _ := readAll(t, danish, dataset.Bytes("a.csv", []byte(b.String())))
	if len(errs) != 10 || errs[0].More != 1 || errs[9].Alike != 20 {
		t.Errorf("the errors are %v, want ten, each of two lines, and 20 more of the kind", errs)
	}
}
