package dataset_test

import (
	"context"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"golang.org/x/text/encoding/charmap"
)

// withRegister reads with the Danish register and finds the rest out.
var withRegister = dataset.Options{Register: danmark.Register()}

// figure is one known figure of a data set.
type figure struct {
	Municipality string // code
	Year         int
	Indicator    string
}

// figures returns all known figures.
func figures(d *dataset.Dataset) map[figure]float64 {
	all := map[figure]float64{}
	for _, m := range d.Municipalities() {
		for _, y := range d.Years() {
			for _, ind := range d.Indicators() {
				if v := d.Value(m.Code, y, ind.ID); !math.IsNaN(v) {
					all[figure{m.Code, y, ind.ID}] = v
				}
			}
		}
	}
	return all
}

func bytesOf(name, text string) dataset.Source { return dataset.Bytes(name, []byte(text)) }

// read reads one text and fails the test on an error.
func read(t *testing.T, name, text string, opt dataset.Options) *dataset.Dataset {
	t.Helper()
	d, err := dataset.Read(context.Background(), []dataset.Source{bytesOf(name, text)}, opt)
	if err != nil {
		t.Fatalf("reading %q: %v", text, err)
	}
	return d
}

// wantFigures compares all figures of a data set.
func wantFigures(t *testing.T, d *dataset.Dataset, want map[figure]float64) {
	t.Helper()
	if diff := cmp.Diff(want, figures(d)); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

// twoByTwo is what most of the files below hold.
var twoByTwo = map[figure]float64{
	{"101", 2024, "a"}: 1.5,
	{"101", 2024, "b"}: 200,
	{"751", 2024, "a"}: 2.5,
	{"751", 2024, "b"}: 300,
}

func TestReadTidyUnderstandsManyWritings(t *testing.T) {
	latin1 := func(s string) string {
		out, err := charmap.Windows1252.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	const danish = "kommunekode;kommune;år;indikator;værdi\n101;København;2024;a;1,5\n101;København;2024;b;200\n751;Aarhus;2024;a;2,5\n751;Aarhus;2024;b;300\n"
	semicolonsAs := func(separator string) string {
		return strings.ReplaceAll(strings.ReplaceAll(danish, ",", "."), ";", separator)
	}
	for _, c := range []struct{ name, text string }{
		{"Danish column names", danish},
		{"English column names", "municipality_code,municipality,year,indicator,value\n101,København,2024,a,1.5\n101,København,2024,b,200\n751,Aarhus,2024,a,2.5\n751,Aarhus,2024,b,300\n"},
		{"column names in capitals", strings.Replace(danish, "kommunekode;kommune;år;indikator;værdi", "KOMMUNEKODE;KOMMUNE;ÅR;INDIKATOR;VÆRDI", 1)},
		{"ASCII column names", strings.Replace(danish, "år;indikator;værdi", "aar;indikator;vaerdi", 1)},
		{"decomposed column names", strings.Replace(danish, "år;", "a\u030ar;", 1)},
		{"spaces round column names", strings.Replace(danish, "år;indikator", " år ; indikator ", 1)},
		{"codes alone", "kode;year;indicator;value\n101;2024;a;1,5\n101;2024;b;200\n751;2024;a;2,5\n751;2024;b;300\n"},
		{"names alone", "navn;år;indikator;værdi\nKøbenhavn;2024;a;1,5\nKøbenhavn;2024;b;200\nÅrhus;2024;a;2,5\nAarhus Kommune;2024;b;300\n"},
		{"codes padded with zeros", strings.NewReplacer("101;", "0101;", "751;", "0751;").Replace(danish)},
		{"another order of columns", "værdi;indikator;kommune;år;kommunekode\n1,5;a;København;2024;101\n200;b;København;2024;101\n2,5;a;Aarhus;2024;751\n300;b;Aarhus;2024;751\n"},
		{"other columns", "kommunekode;bemærkning;år;indikator;enhed;værdi\n101;x;2024;a;kr.;1,5\n101;;2024;b;kr.;200\n751;9;2024;a;kr.;2,5\n751;-;2024;b;kr.;300\n"},
		{"commas", semicolonsAs(",")},
		{"tabs", semicolonsAs("\t")},
		{"bars", semicolonsAs("|")},
		{"tabs and decimal commas", strings.ReplaceAll(danish, ";", "\t")},
		{"semicolons and decimal points", strings.ReplaceAll(danish, ",", ".")},
		{"commas and quoted decimal commas", "kode,år,indikator,værdi\n101,2024,a,\"1,5\"\n101,2024,b,200\n751,2024,a,\"2,5\"\n751,2024,b,300\n"},
		{"the separator in the first line", "sep=;\n" + danish},
		{"the separator in the first line, CRLF", "sep=|\r\n" + strings.ReplaceAll(semicolonsAs("|"), "\n", "\r\n")},
		{"a byte-order mark", "\ufeff" + danish},
		{"a byte-order mark and the separator", "\ufeffsep=;\n" + danish},
		{"Windows-1252", latin1(danish)},
		{"CRLF", strings.ReplaceAll(danish, "\n", "\r\n")},
		{"no end of the last line", strings.TrimSuffix(danish, "\n")},
		{"separators at the end of rows", strings.ReplaceAll(danish, "\n", ";;\n")},
		{"separators at the end of rows but the header", strings.ReplaceAll(danish, "00\n", "00;;;\n")},
		{"empty lines", strings.ReplaceAll(danish, "\n", "\n\n")},
		{"empty lines before the header", "\n\r\n" + danish},
		{"rows of separators alone", strings.ReplaceAll(danish, "00\n", "00\n;;;;\n")},
		{"rows of blanks and separators alone", strings.ReplaceAll(danish, "00\n", "00\n ; ;;;\n")},
		{"rows of too few separators alone", strings.ReplaceAll(danish, "00\n", "00\n;;\n")},
		{"lines of blanks", strings.ReplaceAll(danish, "00\n", "00\n  \n")},
		{"quoted fields", "\"kode\";\"år\";\"indikator\";\"værdi\";\"note\"\n\"101\";\"2024\";\"a\";\"1,5\";\"en; to\"\n101;2024;b;200;\"sagde \"\"nej\"\"\"\n751;2024;a;2,5;\"to\nlinjer\"\n751;2024;b;\"300\";\n"},
		{"spaces round fields", strings.ReplaceAll(danish, ";", " ; ")},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, "tal.csv", c.text, withRegister)
			wantFigures(t, d, twoByTwo)
			table := d.Tables()[0]
			if table.Layout != "tidy" || table.Rows != 4 || table.Figures != 4 || table.Missing != 0 || table.Skipped != 0 {
				t.Errorf("taken for %+v; want tidy, 4 rows, 4 figures and nothing else", table)
			}
			for _, w := range d.Warnings() {
				t.Errorf("warning: %v", w)
			}
		})
	}
}

func TestReadWideUnderstandsManyWritings(t *testing.T) {
	for _, c := range []struct{ name, file, text string }{
		{"Danish", "tal.csv", "kommunekode;kommune;år;a;b\n101;København;2024;1,5;200\n751;Aarhus;2024;2,5;300\n"},
		{"English", "tal.csv", "code,name,year,a,b\n101,København,2024,1.5,200\n751,Aarhus,2024,2.5,300\n"},
		{"another order", "tal.csv", "b;år;kommune;a\n200;2024;København;1,5\n300;2024;Aarhus;2,5\n"},
		{"separators at the end", "tal.csv", "kommune;år;a;b;\nKøbenhavn;2024;1,5;200;\nAarhus;2024;2,5;300;\n"},
		{"a last column without name or figures", "tal.csv", "kommune;år;a;b;;\nKøbenhavn;2024;1,5;200;;\nAarhus;2024;2,5;300;..;\n"},
		{"tabs and decimal commas", "tal.csv", "kommune\tår\ta\tb\nKøbenhavn\t2024\t1,5\t200\nAarhus\t2024\t2,5\t300\n"},
		{"bars", "tal.csv", "kommune|år|a|b\nKøbenhavn|2024|1.5|200\nAarhus|2024|2.5|300\n"},
		{"CRLF and a byte-order mark", "tal.csv", "\ufeffkommune;år;a;b\r\nKøbenhavn;2024;1,5;200\r\nAarhus;2024;2,5;300\r\n"},
		{"regions and groups", "tal.csv", "kommune;region;gruppe;år;a;b\nKøbenhavn;R;G;2024;1,5;200\nAarhus;R;G;2024;2,5;300\n"},
		{"a quoted header over two lines", "tal.csv", "\"kommune\";\"år\";\"a\";\"b\"\nKøbenhavn;2024;1,5;200\nAarhus;2024;2,5;300\n"},
		{"decimals under Windows-1252", "tal.csv", "kommune;\xe5r;a;b\nK\xf8benhavn;2024;1,5;200\n\xc5rhus;2024;2,5;300\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.file, c.text, withRegister)
			wantFigures(t, d, twoByTwo)
			table := d.Tables()[0]
			if table.Layout != "wide" || table.Rows != 2 || table.Figures != 4 || table.Skipped != 0 {
				t.Errorf("taken for %+v; want wide, 2 rows and 4 figures", table)
			}
			for _, w := range d.Warnings() {
				t.Errorf("warning: %v", w)
			}
		})
	}
}

func TestReadTellsWhatItTookASourceFor(t *testing.T) {
	uses := func(words ...string) (list []dataset.Use) {
		for i := 0; i < len(words); i += 2 {
			list = append(list, dataset.Use{Variable: words[i], As: words[i+1]})
		}
		return list
	}
	oneIndicator := uses("kommune", "municipality", "år", "year", "a", "indicator")
	for _, c := range []struct {
		name, text string
		want       dataset.Table
	}{
		{"tidy, UTF-8", "kommune;år;indikator;værdi\nOdense;2024;a;1,5\nOdense;2024;b;..\nHele landet;2024;a;3\n",
			dataset.Table{Layout: "tidy", Encoding: "utf-8", Separator: ';', DecimalMark: ',', Rows: 3, Figures: 1, Missing: 1, Skipped: 1, Uses: uses("kommune", "municipality", "år", "year", "indikator", "indicator", "værdi", "value")}},
		{"wide, Windows-1252", "kommune,\xe5r,a,b\nOdense,2024,1.5,\nRanders,2024,-,M\n",
			dataset.Table{Layout: "wide", Encoding: "windows-1252", Separator: ',', DecimalMark: '.', Rows: 2, Figures: 2, Missing: 2, Uses: append(slices.Clone(oneIndicator), uses("b", "indicator")...)}},
		{"no mark in the numbers, semicolons", "kommune;år;a\nOdense;2024;1\n",
			dataset.Table{Layout: "wide", Encoding: "utf-8", Separator: ';', DecimalMark: ',', Rows: 1, Figures: 1, Uses: oneIndicator}},
		{"columns of every use", "kommunekode;kommune;region;gruppe;år;note;a;enhed;\n461;Odense;R;G;2024;x;1;kr.;\n",
			dataset.Table{Layout: "wide", Encoding: "utf-8", Separator: ';', DecimalMark: ',', Rows: 1, Figures: 1, Uses: uses("kommunekode", "code", "kommune", "municipality", "region", "region", "gruppe", "group", "år", "year", "note", "left out", "a", "indicator", "enhed", "unit")}},
		{"no mark in the numbers, tabs", "kommune\tår\ta\nOdense\t2024\t1\n",
			dataset.Table{Layout: "wide", Encoding: "utf-8", Separator: '\t', DecimalMark: '.', Rows: 1, Figures: 1, Uses: oneIndicator}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Source = "tal.csv"
			d := read(t, "tal.csv", c.text, withRegister)
			if diff := cmp.Diff([]dataset.Table{c.want}, d.Tables()); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadTellsZeroFromMissing(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
	}{
		{"-", 0}, {"0", 0}, {"0,0", 0},
		{"", math.NaN()}, {".", math.NaN()}, {"..", math.NaN()}, {"...", math.NaN()},
		{"M", math.NaN()}, {"U", math.NaN()}, {"NA", math.NaN()}, {"NaN", math.NaN()},
	} {
		tidy := read(t, "tal.csv", "kommune;år;indikator;værdi\nOdense;2024;a;"+c.text+"\nOdense;2024;b;7\n", withRegister)
		wide := read(t, "tal.csv", "kommune;år;a;b\nOdense;2024;"+c.text+";7\n", withRegister)
		for _, d := range []*dataset.Dataset{tidy, wide} {
			layout := d.Tables()[0].Layout
			if got := d.Value("461", 2024, "a"); !cmp.Equal(got, c.want, cmpopts.EquateNaNs()) {
				t.Errorf("%s: %q is read as %v, want %v", layout, c.text, got, c.want)
			}
			if got := d.Value("461", 2024, "b"); got != 7 {
				t.Errorf("%s: the figure beside %q is %v, want 7", layout, c.text, got)
			}
			want := dataset.Table{Figures: 2}
			if math.IsNaN(c.want) {
				want = dataset.Table{Figures: 1, Missing: 1}
			}
			if got := d.Tables()[0]; got.Figures != want.Figures || got.Missing != want.Missing {
				t.Errorf("%s: %q counts as %d figures and %d missing, want %d and %d", layout, c.text, got.Figures, got.Missing, want.Figures, want.Missing)
			}
		}
	}
}

func TestReadFindsTheMarksOfNumbers(t *testing.T) {
	for _, c := range []struct {
		name, separator string
		numbers         []string
		want            []float64
		mark            rune
	}{
		{"Danish thousands", ";", []string{"1.234,5", "12.345", "1.234.567"}, []float64{1234.5, 12345, 1234567}, ','},
		{"English thousands", ";", []string{"1,234.5", "12,345", "1,234,567"}, []float64{1234.5, 12345, 1234567}, '.'},
		{"three decimals beside two, Danish", ";", []string{"1,234", "1,25"}, []float64{1.234, 1.25}, ','},
		{"three decimals beside two, English", ";", []string{"1.234", "1.25"}, []float64{1.234, 1.25}, '.'},
		{"no-break spaces for thousands", ";", []string{"1\u00a0234,5", "12\u00a0345"}, []float64{1234.5, 12345}, ','},
		{"spaces for thousands between tabs", "\t", []string{"1 234,5", "12 345"}, []float64{1234.5, 12345}, ','},
		{"spaces and three decimals between tabs", "\t", []string{"1 234,567", "12 345,125"}, []float64{1234.567, 12345.125}, ','},
		{"a point below one, Danish", ";", []string{"0,125", "0,250"}, []float64{.125, .25}, ','},
		{"a point below one, English", ";", []string{"0.125", "0.250"}, []float64{.125, .25}, '.'},
		{"typographic minus", ";", []string{"−1,5", "-2,5"}, []float64{-1.5, -2.5}, ','},
		{"exponents", ";", []string{"1.5e3", "2E-1", "0.25"}, []float64{1500, .2, .25}, '.'},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Join([]string{"kommune", "år", "indikator", "værdi"}, c.separator) + "\n"
			for i, n := range c.numbers {
				text += strings.Join([]string{"Odense", "2024", strconv.Itoa(i), n}, c.separator) + "\n"
			}
			d := read(t, "tal.csv", text, withRegister)
			for i, want := range c.want {
				if got := d.Value("461", 2024, strconv.Itoa(i)); got != want {
					t.Errorf("%q is read as %v, want %v", c.numbers[i], got, want)
				}
			}
			if got := d.Tables()[0].DecimalMark; got != c.mark {
				t.Errorf("the decimal mark is %q, want %q", got, c.mark)
			}
		})
	}
}

func TestReadNeverTakesADecimalFigureForThousands(t *testing.T) {
	// The file is Danish; 0.500 can only be a half, written the English way.
	_, err := dataset.Read(context.Background(), []dataset.Source{bytesOf("tal.csv",
		"kommune;år;indikator;værdi\nOdense;2024;a;1,5\nOdense;2024;b;2,5\nOdense;2024;c;0.500\n")}, withRegister)
	var p *dataset.Problem
	if !errors.As(err, &p) || p.Kind != dataset.NotNumber || p.Row != 4 || p.Text != "0.500" {
		t.Errorf("0.500 in a Danish file gives %v, want the problem of that number", err)
	}
}

func TestReadTakesTheOptionsWord(t *testing.T) {
	for _, c := range []struct {
		name, text string
		opt        dataset.Options
		want       float64
	}{
		{"decimal comma", "kommune,år,a\nOdense,2024,\"1,234\"\n", dataset.Options{DecimalMark: ','}, 1.234},
		{"decimal point", "kommune;år;a\nOdense;2024;1.234\n", dataset.Options{DecimalMark: '.'}, 1.234},
		{"decimal comma, so the point is for thousands", "kommune,år,a\nOdense,2024,1.234\n", dataset.Options{DecimalMark: ','}, 1234},
		{"separator", "kommune|år|a;b;c;d\nOdense|2024|1,5\n", dataset.Options{Separator: '|'}, 1.5},
		{"UTF-8", "kommune;år;a\nOdense;2024;1,5\n", dataset.Options{Encoding: "UTF-8"}, 1.5},
		{"Windows-1252", "kommune;\xe5r;a\nOdense;2024;1,5\n", dataset.Options{Encoding: "Windows-1252"}, 1.5},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.opt.Register = danmark.Register()
			d := read(t, "tal.csv", c.text, c.opt)
			id := d.Indicators()[0].ID
			if got := d.Value("461", 2024, id); got != c.want {
				t.Errorf("the figure is %v, want %v", got, c.want)
			}
			for _, w := range d.Warnings() {
				t.Errorf("warning, though the options say it: %v", w)
			}
		})
	}
}

func TestReadTakesBytesForWhatTheOptionSays(t *testing.T) {
	// The bytes of UTF-8 are also letters of Windows-1252.
	d := read(t, "tal.csv", "kommune;year;a\nFanø;2024;1\n", dataset.Options{Encoding: "windows-1252"})
	if got, want := d.Municipalities()[0].Name, "FanÃ¸"; got != want {
		t.Errorf("read as Windows-1252 the name is %q, want %q", got, want)
	}
}

func TestReadReadsWindows1252Letters(t *testing.T) {
	// Windows-1252 has letters where Latin-1 has none: 0x80 is €, 0x96 an en
	// dash, 0x9C œ.
	d := read(t, "tal.csv", "kommune;year;a\n\x80\x96\x9c\xc6\xd8\xc5\xe6\xf8\xe5\xe9;2024;1\n", dataset.Options{})
	if got, want := d.Municipalities()[0].Name, "€–œÆØÅæøåé"; got != want {
		t.Errorf("the name is %q, want %q", got, want)
	}
}

func TestReadDatesFigures(t *testing.T) {
	const text = "kommune;indikator;værdi\nOdense;a;1\n"
	for _, c := range []struct {
		name, file string
		opt        dataset.Options
		year       int
		warned     string
	}{
		{"from the option", "regnskab-2021.csv", dataset.Options{Year: 2019}, 2019, ""},
		{"from the file's name", "regnskab-2021.csv", dataset.Options{}, 2021, "the file has no column of years. The figures are set to 2021 after the file's name."},
		{"from the file's name and not its folder", "/data/2019/regnskab_2021.csv", dataset.Options{}, 2021, "the file has no column of years. The figures are set to 2021 after the file's name."},
		{"not from its folder", `C:\data\2019\regnskab.csv`, dataset.Options{}, dataset.Undated, "the file has no column of years. The figures stand without a year. Write year = 2024, or whichever it is, in the plan's [[source]], or the year in the file's name."},
		{"not from a longer number", "regnskab20210.csv", dataset.Options{}, dataset.Undated, "the file has no column of years. The figures stand without a year. Write year = 2024, or whichever it is, in the plan's [[source]], or the year in the file's name."},
		{"nowhere", "regnskab.csv", dataset.Options{}, dataset.Undated, "the file has no column of years. The figures stand without a year. Write year = 2024, or whichever it is, in the plan's [[source]], or the year in the file's name."},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.opt.Register = danmark.Register()
			for _, text := range []string{text, "kommune;a\nOdense;1\n"} {
				d := read(t, c.file, text, c.opt)
				wantFigures(t, d, map[figure]float64{{"461", c.year, "a"}: 1})
				var got []string
				for _, w := range d.Warnings() {
					if w.Kind != dataset.DatedByName {
						t.Errorf("a warning of kind %d: %v", w.Kind, w)
					}
					got = append(got, w.Error())
				}
				var want []string
				if c.warned != "" {
					want = []string{c.file + ": " + c.warned}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("warnings (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestReadKeepsYearsOfTheFileBeforeTheOption(t *testing.T) {
	d := read(t, "tal.csv", "kommune;år;a\nOdense;2024;1\n", dataset.Options{Year: 2019})
	if diff := cmp.Diff([]int{2024}, d.Years()); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
}

func TestReadMergesSources(t *testing.T) {
	d, err := dataset.Read(context.Background(), []dataset.Source{
		bytesOf("tidy.csv", "kommune;år;indikator;værdi\nAarhus;2024;a;2,5\n"),
		bytesOf("wide.csv", "code,name,year,b\n101,København,2024,200\n751,Århus,2024,300\n"),
		bytesOf("mere.csv", "kode\tår\ta\n0101\t2024\t1.5\n0101\t2023\t1.25\n"),
	}, withRegister)
	if err != nil {
		t.Fatal(err)
	}
	want := map[figure]float64{{"101", 2023, "a"}: 1.25}
	for k, v := range twoByTwo {
		want[k] = v
	}
	wantFigures(t, d, want)
	if diff := cmp.Diff([]int{2023, 2024}, d.Years()); diff != "" {
		t.Errorf("years (-want +got):\n%s", diff)
	}
	var names []string
	for _, table := range d.Tables() {
		names = append(names, table.Source)
	}
	if diff := cmp.Diff([]string{"tidy.csv", "wide.csv", "mere.csv"}, names); diff != "" {
		t.Errorf("tables (-want +got):\n%s", diff)
	}
	for id, source := range map[string]string{"a": "tidy.csv", "b": "wide.csv"} {
		if ind, _ := d.Indicator(id); ind.Source != source {
			t.Errorf("indicator %s is said to be from %q, want %q", id, ind.Source, source)
		}
	}
	if got := len(d.Municipalities()); got != 2 {
		t.Errorf("%d municipalities, want 2: %v", got, d.Municipalities())
	}
}

func TestReadDescribesMunicipalities(t *testing.T) {
	const text = "kommunekode;kommune;region;kommunegruppe;år;indikator;værdi\n" +
		"1;Korsbæk;Øst;By;2024;a;1\n1;Korsbæk;Vest;Land;2024;b;1\n2;Ødeby;;;2024;a;1\n2;Ødeby;Syd;;2024;b;1\n3;;;;2024;a;1\n"
	want := []dataset.Municipality{
		{Code: "1", Name: "Korsbæk", Region: "Øst", Group: "By"},
		{Code: "2", Name: "Ødeby", Region: "Syd"},
		{Code: "3", Name: "3"},
	}
	d := read(t, "tal.csv", text, dataset.Options{})
	if diff := cmp.Diff(want, d.Municipalities()); diff != "" {
		t.Errorf("without a register (-want +got):\n%s", diff)
	}

	// What the register knows stands.
	d = read(t, "tal.csv", "kommunekode;region;gruppe;år;indikator;værdi\n492;Øst;By;2024;a;1\n", withRegister)
	want = []dataset.Municipality{{Code: "492", Name: "Ærø", Region: "Region Syddanmark", Group: d.Municipalities()[0].Group, Atypical: true}}
	if diff := cmp.Diff(want, d.Municipalities()); diff != "" || want[0].Group == "By" {
		t.Errorf("with a register (-want +got):\n%s", diff)
	}
}

func TestReadDescribesIndicators(t *testing.T) {
	described := dataset.Indicator{ID: "a", Name: "Antal", Unit: "stk.", Per: "folketal", Publisher: "Danmarks Statistik", Note: "n"}
	unused := dataset.Indicator{ID: "z"}
	d := read(t, "tal.csv", "kommune;år;indikator;værdi\nOdense;2024;b;2\nOdense;2024;a;1\n",
		dataset.Options{Indicators: []dataset.Indicator{described, unused}})
	described.Source = "tal.csv"
	want := []dataset.Indicator{described, {ID: "z", Name: "z"}, {ID: "b", Name: "b", Source: "tal.csv"}}
	if diff := cmp.Diff(want, d.Indicators()); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
	if c := d.Column("z", 2024); c != nil {
		t.Errorf("a described indicator without figures has the column %v, want none", c)
	}
}

func TestReadLearnsANameThatComesAfterItsCode(t *testing.T) {
	d, err := dataset.Read(context.Background(), []dataset.Source{
		bytesOf("koder.csv", "kode;år;a\n12;2024;1\n"),
		bytesOf("navne.csv", "kode;navn;år;b\n12;Korsbæk;2024;2\n"),
		bytesOf("igen.csv", "kode;år;c\n12;2024;3\n"),
	}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]dataset.Municipality{{Code: "12", Name: "Korsbæk"}}, d.Municipalities()); diff != "" {
		t.Errorf("municipalities (-want +got):\n%s", diff)
	}
	if i, ok := d.Find("korsbæk"); !ok || i != 0 {
		t.Errorf("Find of the name gives %d, %v", i, ok)
	}
	if w := d.Warnings(); len(w) > 0 {
		t.Errorf("warnings: %v", w)
	}
}

func TestReadLeavesOutTotalsWithoutARegister(t *testing.T) {
	d := read(t, "tal.csv", "kode;navn;år;a\n000;Hele landet;2024;9\n0;;2024;9\n99;I alt;2024;9\n1;Korsbæk;2024;1\n", dataset.Options{})
	wantFigures(t, d, map[figure]float64{{"1", 2024, "a"}: 1})
	if table := d.Tables()[0]; table.Rows != 4 || table.Skipped != 3 {
		t.Errorf("%d rows of which %d left out, want 4 and 3", table.Rows, table.Skipped)
	}
	for _, w := range d.Warnings() {
		if w.Kind != dataset.TotalRow {
			t.Errorf("warning %v, want only those of totals", w)
		}
	}
	if got := len(d.Warnings()); got != 3 {
		t.Errorf("%d warnings, want one for each of the 3 totals", got)
	}
}

func TestReadWideKeepsAColumnOfMissingMarks(t *testing.T) {
	d := read(t, "tal.csv", "kommune;år;a;b\nOdense;2024;1;..\nRanders;2024;2;M\n", withRegister)
	if _, ok := d.Indicator("b"); !ok {
		t.Fatal("a column of missing marks alone is not an indicator")
	}
	if c := d.Column("b", 2024); c != nil {
		t.Errorf("its column is %v, want nil", c)
	}
	if got := d.Coverage("b", 2024); got != 0 {
		t.Errorf("its coverage is %d, want 0", got)
	}
}

func TestReadListsOnlyYearsWithFigures(t *testing.T) {
	for _, text := range []string{
		"kommune;år;indikator;værdi\nOdense;2023;a;1\nOdense;2024;a;..\n",
		"kommune;år;a\nOdense;2023;1\nOdense;2024;..\n",
	} {
		d := read(t, "tal.csv", text, withRegister)
		if diff := cmp.Diff([]int{2023}, d.Years()); diff != "" {
			t.Errorf("%q: years (-want +got):\n%s", text, diff)
		}
	}
}

func TestReadOpensFiles(t *testing.T) {
	const text = "kommune;år;a\nOdense;2024;1,5\n"
	want := map[figure]float64{{"461", 2024, "a"}: 1.5}
	path := filepath.Join(t.TempDir(), "tal.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	slow := dataset.Source{Name: "slow", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(iotest.OneByteReader(strings.NewReader(text))), nil
	}}
	for _, s := range []dataset.Source{
		dataset.File(path),
		dataset.FileIn(fstest.MapFS{"mappe/tal.csv": {Data: []byte(text)}}, "mappe/tal.csv"),
		dataset.Bytes("tal.csv", []byte(text)),
		slow,
	} {
		d, err := dataset.Read(context.Background(), []dataset.Source{s}, withRegister)
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		wantFigures(t, d, want)
	}
}

func TestReadStopsWhenItsContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d, err := dataset.Read(ctx, []dataset.Source{bytesOf("tal.csv", "kommune;år;a\nOdense;2024;1\n")}, withRegister)
	if !errors.Is(err, context.Canceled) || d != nil {
		t.Errorf("an ended context gives %v and %v, want no data and context.Canceled", d, err)
	}
	_, err = dataset.Read(ctx, []dataset.Source{dataset.FileIn(fstest.MapFS{}, "ingen.csv")}, withRegister)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context and a file that is not there give %v, want context.Canceled", err)
	}
}

func TestReadWantsASource(t *testing.T) {
	if d, err := dataset.Read(context.Background(), nil, dataset.Options{}); err == nil || d != nil {
		t.Errorf("no source gives %v, %v; want an error", d, err)
	}
}

func TestReadClosesWhatItOpens(t *testing.T) {
	for _, text := range []string{"kommune;år;a\nOdense;2024;1\n", "", "PK\x03\x04"} {
		c := &closing{Reader: strings.NewReader(text)}
		dataset.Read(context.Background(), []dataset.Source{{Name: "x", Open: func() (io.ReadCloser, error) { return c, nil }}}, dataset.Options{})
		if c.closed != 1 {
			t.Errorf("a source of %q is closed %d times, want once", text, c.closed)
		}
	}
}

type closing struct {
	io.Reader
	closed int
}

func (c *closing) Close() error { c.closed++; return nil }

// TestReadTakesLooseNamesLast reads a tidy file whose column 'navn' is the
// indicator's name and not the municipality's.
func TestReadTakesLooseNamesLast(t *testing.T) {
	text := "kommunekode;kommune;år;indikator;navn;kode;værdi\n101;København;2024;a;Antal;x1;5\n"
	d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", []byte(text))}, dataset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if m := d.Municipalities()[0]; m.Code != "101" || m.Name != "København" || d.Value("101", 2024, "a") != 5 {
		t.Errorf("read %+v and %v", m, d.Value("101", 2024, "a"))
	}
}
