package dataset_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/lang"
)

// readAll reads sources and returns errors and warnings apart.
func readAll(t *testing.T, opt dataset.Options, sources ...dataset.Source) (d *dataset.Dataset, errs, warnings dataset.Problems) {
	t.Helper()
	d, err := dataset.Read(context.Background(), sources, opt)
	if err != nil {
		var ok bool
		if errs, ok = err.(dataset.Problems); !ok {
			t.Fatalf("the error is a %T, want Problems: %v", err, err)
		}
	}
	if d == nil {
		t.Fatal("no data set beside the problems")
	}
	return d, errs, d.Warnings()
}

// factsOnly compares problems by their exported fields.
var factsOnly = cmpopts.IgnoreUnexported(dataset.Problem{})

// wide and tidy are the beginnings of files in the tests below.
const (
	wideHeader = "kommune;år;a\n"
	tidyHeader = "kommune;år;indikator;værdi\n"
)

// problemCases holds an input for every kind of problem, with all the
// problems that it gives and the words of the first.
var problemCases = []struct {
	name   string
	opt    dataset.Options
	source dataset.Source
	want   dataset.Problems
	en, da string // words of the first problem; empty: not looked at
}{
	{
		name:   "no such file",
		source: dataset.File(filepath.Join("testdata", "findes-ikke.csv")),
		want:   dataset.Problems{{Kind: dataset.Unreadable, Source: filepath.Join("testdata", "findes-ikke.csv")}},
		en:     filepath.Join("testdata", "findes-ikke.csv") + ": there is no such file. Correct the name or the path.",
		da:     filepath.Join("testdata", "findes-ikke.csv") + ": filen findes ikke. Ret navnet eller stien.",
	},
	{
		name:   "a folder",
		source: dataset.Source{Name: "mappe", Open: func() (io.ReadCloser, error) { return os.Open(".") }},
		want:   dataset.Problems{{Kind: dataset.Unreadable, Source: "mappe"}},
		en:     "mappe: this is a folder. Name the files in it, one by one.",
		da:     "mappe: det er en mappe. Nævn filerne i den, en ad gangen.",
	},
	{
		name: "no permission",
		source: dataset.Source{Name: "a.csv", Open: func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "a.csv", Err: fs.ErrPermission}
		}},
		want: dataset.Problems{{Kind: dataset.Unreadable, Source: "a.csv"}},
		en:   "a.csv: there is no permission to read the file. Give yourself permission, or name a copy.",
		da:   "a.csv: der er ikke adgang til at læse filen. Giv dig selv adgang, eller nævn en kopi.",
	},
	{
		name: "an error while reading",
		source: dataset.Source{Name: "a.csv", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(strings.NewReader(wideHeader+"Odense;2024;1\n"), iotest.ErrReader(errors.New("disk gone")))), nil
		}},
		want: dataset.Problems{{Kind: dataset.Unreadable, Source: "a.csv"}},
		en:   "a.csv: the file cannot be read (the system answered: disk gone).",
		da:   "a.csv: filen kan ikke læses (systemet svarede: disk gone).",
	},
	{
		name: "a disk that fails",
		source: dataset.Source{Name: "a.csv", Open: func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "a.csv", Err: syscall.EIO}
		}},
		want: dataset.Problems{{Kind: dataset.Unreadable, Source: "a.csv"}},
		en:   "a.csv: the file cannot be read (the disk or drive has a fault).",
		da:   "a.csv: filen kan ikke læses (disken eller drevet har en fejl).",
	},
	{
		name:   "an Excel file",
		source: bytesOf("a.xlsx", "PK\x03\x04\x14\x00"),
		want:   dataset.Problems{{Kind: dataset.Unreadable, Source: "a.xlsx"}},
		en:     "a.xlsx: the file is packed and broken. Get it again, or unpack it first.",
		da:     "a.xlsx: filen er pakket og i stykker. Hent den igen, eller pak den ud først.",
	},
	{
		name:   "UTF-16 that is cut off",
		source: bytesOf("a.csv", "\xff\xfek\x00o"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv"}},
		en:     "a.csv: the file is UTF-16 text, and broken. Save it as CSV UTF-8.",
	},
	{
		name:   "a zero byte",
		source: bytesOf("a.csv", wideHeader+"Odense;\x002024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv", Row: 2}},
		en:     "a.csv, line 2: the file is not text. Save it as CSV.",
		da:     "a.csv, linje 2: filen er ikke tekst. Gem den som CSV.",
	},
	{
		name:   "a byte of no letter",
		source: bytesOf("a.csv", "kommune;\xe5r;a\nOdense;2024;1\nF\x81;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv", Row: 3, Text: "0x81"}},
		en:     "a.csv, line 3: the encoding is neither UTF-8 nor Windows-1252 (byte 0x81). Save the file as CSV UTF-8.",
		da:     "a.csv, linje 3: tegnsættet er hverken UTF-8 eller Windows-1252 (byte 0x81). Gem filen som CSV UTF-8.",
	},
	{
		name:   "a mark of UTF-8 before what is not",
		source: bytesOf("a.csv", "\ufeffkommune;year;a\nF\xe5borg;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv", Row: 2, Text: "0xE5"}},
	},
	{
		name:   "not UTF-8, though the option says so",
		opt:    dataset.Options{Encoding: "utf-8"},
		source: bytesOf("a.csv", "kommune;year;a\nF\xe5borg;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv", Row: 2, Text: "0xE5"}},
	},
	{
		name:   "an encoding that is not known",
		opt:    dataset.Options{Encoding: "ebcdic"},
		source: bytesOf("a.csv", wideHeader+"Odense;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownEncoding, Source: "a.csv", Text: "ebcdic"}},
		en:     "a.csv: the encoding 'ebcdic' is not known. Choose 'utf-8' or 'windows-1252'.",
		da:     "a.csv: tegnsættet 'ebcdic' kendes ikke. Vælg 'utf-8' eller 'windows-1252'.",
	},
	{
		name:   "nothing",
		source: bytesOf("a.csv", ""),
		want:   dataset.Problems{{Kind: dataset.EmptyFile, Source: "a.csv"}},
		en:     "a.csv: the file is empty. Get or save it again.",
		da:     "a.csv: filen er tom. Hent eller gem den igen.",
	},
	{
		name:   "a mark and blanks",
		source: bytesOf("a.csv", "\ufeff \r\n\t\n"),
		want:   dataset.Problems{{Kind: dataset.EmptyFile, Source: "a.csv"}},
	},
	{
		name:   "one column",
		source: bytesOf("a.csv", "Regnskab for kommunerne\n\nkommune;a\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownLayout, Source: "a.csv", Row: 1, Text: "Regnskab for kommunerne"}},
		en:     "a.csv, line 1: the header 'Regnskab for kommunerne' is not divided into columns. Separate them by semicolon, comma or tab, and remove lines above the header.",
	},
	{
		name:   "no column of municipalities",
		source: bytesOf("a.csv", "område;år;a\nKorsbæk;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownLayout, Source: "a.csv", Row: 1, Text: "område, år, a"}},
		en:     "a.csv, line 1: the header has no column of municipalities (found: område, år, a). Add it, or call it 'municipality_code' or 'municipality'.",
		da:     "a.csv, linje 1: overskriften har ingen kolonne med kommuner (fandt: område, år, a). Sæt den på, eller kald den 'kommunekode' eller 'kommune'.",
	},
	{
		name:   "indicators without values",
		source: bytesOf("a.csv", "kommune;år;indikator;tal\nOdense;2024;a;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownLayout, Source: "a.csv", Row: 1, Text: "kommune, år, indikator, tal"}},
		en:     "a.csv, line 1: the header has a column 'indikator' but none with the figures' value. Call it 'value'.",
	},
	{
		name:   "no column of numbers",
		source: bytesOf("a.csv", "kommune;år;note\nOdense;2024;x\n"),
		want: dataset.Problems{
			{Kind: dataset.UnknownLayout, Source: "a.csv", Row: 1, Text: "kommune, år, note"},
			{Kind: dataset.TextColumn, Source: "a.csv", Row: 1, Column: "note"},
		},
		en: "a.csv, line 1: the header has no column of figures (found: kommune, år, note). Add a column for each indicator.",
	},
	{
		name:   "a column twice",
		source: bytesOf("a.csv", "\nkommune;år;a;b; a\nOdense;2024;1;2;3\n"),
		want:   dataset.Problems{{Kind: dataset.BadHeader, Source: "a.csv", Row: 2, Column: "a", Text: "a"}},
		en:     "a.csv, line 2, column 'a': the column stands twice in the header. Remove or rename one of them.",
		da:     "a.csv, linje 2, kolonnen 'a': kolonnen står to gange i overskriften. Fjern eller omdøb den ene.",
	},
	{
		name:   "a column of numbers without a name",
		source: bytesOf("a.csv", "kommune;år;a;;b\nOdense;2024;1;2;3\n"),
		want:   dataset.Problems{{Kind: dataset.BadHeader, Source: "a.csv", Row: 1}},
		en:     "a.csv, line 1: column no. 4 has figures but no name. Name it in the header.",
		da:     "a.csv, linje 1: kolonne nr. 4 har tal men intet navn. Giv den et navn i overskriften.",
	},
	{
		name:   "a quotation mark inside a text",
		source: bytesOf("a.csv", wideHeader+"Od\"ense;2024;1\nRanders;2024;2\n"),
		want:   dataset.Problems{{Kind: dataset.BadQuote, Source: "a.csv", Row: 2}},
		en:     "a.csv, line 2: a quotation mark is not closed or stands inside a text. Correct the quotation marks.",
		da:     "a.csv, linje 2: et anførselstegn er ikke lukket eller står midt i en tekst. Ret anførselstegnene.",
	},
	{
		name:   "a quotation mark that is not closed is told where it opens",
		source: bytesOf("a.csv", wideHeader+"Odense;2024;1\nRanders;2024;\"2\nAarhus;2024;3\nViborg;2024;4\n"),
		want:   dataset.Problems{{Kind: dataset.BadQuote, Source: "a.csv", Row: 3}},
	},
	{
		name:   "a quotation mark in the header",
		source: bytesOf("a.csv", "kommune;\"år;a\nOdense;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.BadQuote, Source: "a.csv", Row: 1}},
	},
	{
		name:   "too few and too many fields",
		source: bytesOf("a.csv", wideHeader+"Odense;2024\nRanders;2024;1;2\nAarhus;2024;3\n"),
		want: dataset.Problems{
			{Kind: dataset.RaggedRow, Source: "a.csv", Row: 2, Text: "Odense;2024"},
			{Kind: dataset.RaggedRow, Source: "a.csv", Row: 3, Text: "Randers;2024;1;2"},
		},
		en: "a.csv, line 2: the number of fields is 2 in the row and 3 in the header. Correct the row.",
		da: "a.csv, linje 2: antallet af felter er 2 i rækken og 3 i overskriften. Ret rækken.",
	},
	{
		name:   "a header alone",
		source: bytesOf("a.csv", tidyHeader),
		want:   dataset.Problems{{Kind: dataset.NoData, Source: "a.csv"}},
		en:     "a.csv: there are no rows with figures. Get the file again, or name another.",
		da:     "a.csv: der er ingen rækker med tal. Hent filen igen, eller nævn en anden.",
	},
	{
		name:   "municipalities of another country",
		source: bytesOf("a.csv", "kommune;år;a\nMalmö;2024;1\nLund;2024;2\nMalmö;2023;1\nI alt;2024;3\n"),
		want: dataset.Problems{
			{Kind: dataset.NoData, Source: "a.csv"},
			{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: "Malmö", More: 1},
			{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 3, Column: "kommune", Text: "Lund"},
			{Kind: dataset.TotalRow, Source: "a.csv", Row: 5, Column: "kommune", Text: "I alt"},
		},
		en: `a.csv: none of the places is one of the register's municipalities (found: Malmö and Lund). If the figures are of another country, write register = "none" in the plan.`,
		da: `a.csv: ingen af stederne er en af registrets kommuner (fandt: Malmö og Lund). Er tallene fra et andet land, så skriv register = "none" i planen.`,
	},
	{
		name:   "no municipality",
		source: bytesOf("a.csv", tidyHeader+";2024;a;1\nOdense;2024;a;1\n"),
		want:   dataset.Problems{{Kind: dataset.NoMunicipality, Source: "a.csv", Row: 2, Column: "kommune"}},
		en:     "a.csv, line 2, column 'kommune': the row names no municipality. Write its code or name, or remove the row.",
		da:     "a.csv, linje 2, kolonnen 'kommune': rækken nævner ingen kommune. Skriv dens kode eller navn, eller fjern rækken.",
	},
	{
		name:   "an unknown municipality, with a suggestion",
		source: bytesOf("a.csv", tidyHeader+"Vibrog;2024;a;1\nOdense;2024;a;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: "Vibrog"}},
		en:     "a.csv, line 2, column 'kommune': 'Vibrog' is not one of the municipalities. Did you mean 'Viborg'? Correct the name, or remove the row.",
		da:     "a.csv, linje 2, kolonnen 'kommune': 'Vibrog' er ikke en af kommunerne. Mente du 'Viborg'? Ret navnet, eller fjern rækken.",
	},
	{
		name:   "an unknown municipality many times is told once",
		source: bytesOf("a.csv", tidyHeader+"Korsbæk;2024;a;1\nKorsbæk;2024;b;1\nOdense;2024;a;1\nKorsbæk;2024;c;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: "Korsbæk", More: 2}},
		en:     "a.csv, line 2, column 'kommune': 'Korsbæk' is not one of the municipalities. Correct the name, or remove the row. (The same in 2 more lines.)",
		da:     "a.csv, linje 2, kolonnen 'kommune': 'Korsbæk' er ikke en af kommunerne. Ret navnet, eller fjern rækken. (Det samme i 2 linjer mere.)",
	},
	{
		name:   "an unknown code",
		source: bytesOf("a.csv", "kode;år;a\n102;2024;1\n461;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kode", Text: "102"}},
	},
	{
		name:   "code of one, name of another",
		source: bytesOf("a.csv", "kode;navn;år;a\n101;Aarhus;2024;1\n461;Odense;2024;1\n101;Aarhus;2023;1\n"),
		want:   dataset.Problems{{Kind: dataset.Contradiction, Source: "a.csv", Row: 2, Column: "kode", Text: "101 Aarhus", More: 1}},
		en:     "a.csv, line 2, column 'kode': the code '101' is København, and the name 'Aarhus' has the code 751. Correct the code or the name. (The same in one more line.)",
		da:     "a.csv, linje 2, kolonnen 'kode': koden '101' er København, og navnet 'Aarhus' har koden 751. Ret koden eller navnet. (Det samme i én linje mere.)",
	},
	{
		name:   "code of one and name of another in one column",
		source: bytesOf("a.csv", wideHeader+"751 Odense;2024;1\n461;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.Contradiction, Source: "a.csv", Row: 2, Column: "kommune", Text: "751 Odense"}},
	},
	{
		name:   "not a year",
		source: bytesOf("a.csv", tidyHeader+"Odense;2024X1;a;1\nOdense;;a;1\nOdense;2024;a;1\n"),
		want: dataset.Problems{
			{Kind: dataset.BadYear, Source: "a.csv", Row: 2, Column: "år", Text: "2024X1"},
			{Kind: dataset.BadYear, Source: "a.csv", Row: 3, Column: "år"},
		},
		en: "a.csv, line 2, column 'år': '2024X1' is not a year. Write it with four digits.",
		da: "a.csv, linje 2, kolonnen 'år': '2024X1' er ikke et årstal. Skriv det med fire cifre.",
	},
	{
		name:   "not a year in the wide layout",
		source: bytesOf("a.csv", wideHeader+"Odense;24;1\nOdense;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.BadYear, Source: "a.csv", Row: 2, Column: "år", Text: "24"}},
	},
	{
		name:   "no indicator",
		source: bytesOf("a.csv", tidyHeader+"Odense;2024; ;1\nOdense;2024;a;1\n"),
		want:   dataset.Problems{{Kind: dataset.NoIndicator, Source: "a.csv", Row: 2, Column: "indikator"}},
		en:     "a.csv, line 2, column 'indikator': the row names no indicator. Write its ID, or remove the row.",
		da:     "a.csv, linje 2, kolonnen 'indikator': rækken nævner ingen indikator. Skriv dens id, eller fjern rækken.",
	},
	{
		name:   "not a number",
		source: bytesOf("a.csv", wideHeader+"Odense;2024;n/a\nRanders;2024;12,5\n"),
		want:   dataset.Problems{{Kind: dataset.NotNumber, Source: "a.csv", Row: 2, Column: "a", Text: "n/a"}},
		en:     "a.csv, line 2, column 'a': 'n/a' is not a number. Write a number without a unit, or '..' where it is missing.",
		da:     "a.csv, linje 2, kolonnen 'a': 'n/a' er ikke et tal. Skriv et tal uden enhed, eller '..' hvor det mangler.",
	},
	{
		name:   "a number with the other decimal mark",
		source: bytesOf("a.csv", tidyHeader+"Odense;2024;a;1,5\nRanders;2024;a;2,5\nAarhus;2024;a;3.5\n"),
		want:   dataset.Problems{{Kind: dataset.NotNumber, Source: "a.csv", Row: 4, Column: "værdi", Text: "3.5"}},
		en:     "a.csv, line 4, column 'værdi': '3.5' is not a number when the decimal mark is ',' as in the rest of the file. Correct it.",
		da:     "a.csv, linje 4, kolonnen 'værdi': '3.5' er ikke et tal, når decimaltegnet er ',' som i resten af filen. Ret tallet.",
	},
	{
		name:   "infinite",
		source: bytesOf("a.csv", wideHeader+"Odense;2024;1e999\nRanders;2024;-Inf\nAarhus;2024;1\n"),
		want: dataset.Problems{
			{Kind: dataset.Infinite, Source: "a.csv", Row: 2, Column: "a", Text: "1e999"},
			{Kind: dataset.Infinite, Source: "a.csv", Row: 3, Column: "a", Text: "-Inf"},
		},
		en: "a.csv, line 2, column 'a': '1e999' is infinite or too large for a number. Correct it, or write '..' where the number is missing.",
		da: "a.csv, linje 2, kolonnen 'a': '1e999' er uendeligt eller for stort til at være et tal. Ret det, eller skriv '..' hvor tallet mangler.",
	},
	{
		name:   "a wide column of nothing but infinities is no text",
		source: bytesOf("a.csv", "kommune;år;a;b\nOdense;2024;1;inf\n"),
		want:   dataset.Problems{{Kind: dataset.Infinite, Source: "a.csv", Row: 2, Column: "b", Text: "inf"}},
	},
	{
		name:   "the decimal mark of most numbers is the file's",
		source: bytesOf("a.csv", tidyHeader+"Odense;2024;a;1,5\nOdense;2024;b;2.5\nOdense;2024;c;3.5\n"),
		want:   dataset.Problems{{Kind: dataset.NotNumber, Source: "a.csv", Row: 2, Column: "værdi", Text: "1,5"}},
	},
	{
		name:   "the same figure twice with different values",
		source: bytesOf("a.csv", tidyHeader+"Aarhus;2024;a;1,5\nÅrhus;2024;a;2,5\n"),
		want:   dataset.Problems{{Kind: dataset.ConflictingCell, Source: "a.csv", Row: 3, Column: "værdi", Text: "2.5"}},
		en:     "a.csv, line 3, column 'værdi': Aarhus, 2024, a stands twice with different values: 2.5 here and 1.5 in a.csv, line 2. Remove one of them.",
		da:     "a.csv, linje 3, kolonnen 'værdi': Aarhus, 2024, a står to gange med forskellige værdier: 2,5 her og 1,5 i a.csv, linje 2. Fjern den ene.",
	},
	{
		name:   "over the bound of bytes",
		opt:    dataset.Options{MaxBytes: 2 << 20},
		source: bytesOf("a.csv", wideHeader+strings.Repeat("Odense;2024;1\n", 160_000)), // 14 bytes a line: 2.14 MiB
		want:   dataset.Problems{{Kind: dataset.TooLarge, Source: "a.csv"}},
		en:     "a.csv: the file is over the bound of 2 MB. Split it.",
		da:     "a.csv: filen er over grænsen på 2 MB. Del den op.",
	},
	{
		name: "over the bound of bytes, all of them read at once",
		opt:  dataset.Options{MaxBytes: 20},
		source: dataset.Source{Name: "a.csv", Open: func() (io.ReadCloser, error) {
			f, err := fstest.MapFS{"a.csv": {Data: []byte(wideHeader + "Odense;2024;1\n")}}.Open("a.csv") // 28 bytes
			return eager{f}, err
		}},
		want: dataset.Problems{{Kind: dataset.TooLarge, Source: "a.csv"}},
	},
	{
		name:   "the row of a total",
		source: bytesOf("a.csv", wideHeader+"Hele landet;2024;9\nHele landet;2023;9\nOdense;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.TotalRow, Source: "a.csv", Row: 2, Column: "kommune", Text: "Hele landet", More: 1}},
		en:     "a.csv, line 2, column 'kommune': 'Hele landet' is not a municipality but a total or an area. The row is left out. (The same in one more line.)",
		da:     "a.csv, linje 2, kolonnen 'kommune': 'Hele landet' er ikke en kommune men en sum eller et område. Rækken er udeladt. (Det samme i én linje mere.)",
	},
	{
		name:   "the same figure twice",
		source: bytesOf("a.csv", tidyHeader+"Aarhus;2024;a;1,5\nÅrhus;2024;a;1,50\n"),
		want:   dataset.Problems{{Kind: dataset.RepeatedCell, Source: "a.csv", Row: 3, Column: "værdi", Text: "1.5"}},
		en:     "a.csv, line 3, column 'værdi': Aarhus, 2024, a also stands in a.csv, line 2 with the same value. One is used.",
		da:     "a.csv, linje 3, kolonnen 'værdi': Aarhus, 2024, a står også i a.csv, linje 2 med samme værdi. Den ene er brugt.",
	},
	{
		name:   "the same figure twice, once missing",
		source: bytesOf("a.csv", tidyHeader+"Aarhus;2024;a;..\nÅrhus;2024;a;1,5\nAarhus;2024;a;\n"),
		want: dataset.Problems{
			{Kind: dataset.RepeatedCell, Source: "a.csv", Row: 3, Column: "værdi", Text: "1.5"},
			{Kind: dataset.RepeatedCell, Source: "a.csv", Row: 4, Column: "værdi", Text: "NaN"},
		},
		en: "a.csv, line 3, column 'værdi': Aarhus, 2024, a also stands in a.csv, line 2, and with a number in only one of the places. The number is used.",
		da: "a.csv, linje 3, kolonnen 'værdi': Aarhus, 2024, a står også i a.csv, linje 2, og kun det ene sted med et tal. Tallet er brugt.",
	},
	{
		name:   "the same figure without a year twice",
		source: bytesOf("a.csv", "kommune;a\nAarhus;1\nÅrhus;1\n"),
		want: dataset.Problems{
			{Kind: dataset.DatedByName, Source: "a.csv"},
			{Kind: dataset.RepeatedCell, Source: "a.csv", Row: 3, Column: "a", Text: "1"},
		},
	},
	{
		name:   "a column of text",
		source: bytesOf("a.csv", "kommune;år;note;a\nOdense;2024;x;1\nRanders;2024;;1\n"),
		want:   dataset.Problems{{Kind: dataset.TextColumn, Source: "a.csv", Row: 1, Column: "note"}},
		en:     "a.csv, line 1, column 'note': the column holds no numbers and is left out.",
		da:     "a.csv, linje 1, kolonnen 'note': kolonnen indeholder ingen tal og er udeladt.",
	},
	{
		name:   "a year from the file's name",
		source: bytesOf("a2021.csv", "kommune;a\nOdense;1\n"),
		want:   dataset.Problems{{Kind: dataset.DatedByName, Source: "a2021.csv", Text: "2021"}},
		en:     "a2021.csv: the file has no column of years. The figures are set to 2021 after the file's name.",
		da:     "a2021.csv: filen har ingen kolonne med år. Tallene er sat til 2021 efter filens navn.",
	},
	{
		name:   "no year",
		source: bytesOf("a.csv", "kommune;a\nOdense;1\n"),
		want:   dataset.Problems{{Kind: dataset.DatedByName, Source: "a.csv"}},
		da:     "a.csv: filen har ingen kolonne med år. Tallene står uden år. Skriv year = 2024, eller hvilket det er, i planens [[source]], eller årstallet i filens navn.",
	},
	{
		name:   "a mark that may be both, for thousands",
		source: bytesOf("a.csv", wideHeader+"Odense;2024;1.234\nRanders;2024;5\n"),
		want:   dataset.Problems{{Kind: dataset.AmbiguousMark, Source: "a.csv", Text: "1.234"}},
		en:     "a.csv: '1.234' can be read in two ways. '.' is here read as a mark for thousands. Write one number with other decimals if that is wrong.",
		da:     "a.csv: '1.234' kan læses på to måder. '.' er her læst som tusindtalstegn. Skriv et tal med decimaler, hvis det er forkert.",
	},
	{
		name:   "a mark that may be both, for decimals",
		source: bytesOf("a.csv", "kommune,år,a\nOdense,2024,1.234\nRanders,2024,5\n"),
		want:   dataset.Problems{{Kind: dataset.AmbiguousMark, Source: "a.csv", Text: "1.234"}},
		en:     "a.csv: '1.234' can be read in two ways. '.' is here read as a mark for decimals. Write one number with other decimals if that is wrong.",
	},
	{
		name:   "one code with two names",
		opt:    dataset.Options{Register: unchecked{}},
		source: bytesOf("a.csv", "kode;navn;år;a\n1;Korsbæk;2023;1\n1;Nykorsbæk;2024;1\n1;Nykorsbæk;2025;1\n"),
		want:   dataset.Problems{{Kind: dataset.RenamedMunicipality, Source: "a.csv", Row: 3, Column: "kode", Text: "1 Nykorsbæk", More: 1}},
		en:     "a.csv, line 3, column 'kode': the code '1' is here called 'Nykorsbæk' but earlier 'Korsbæk'. The first name is used. (The same in one more line.)",
		da:     "a.csv, linje 3, kolonnen 'kode': koden '1' hedder her 'Nykorsbæk' men tidligere 'Korsbæk'. Det første navn er brugt. (Det samme i én linje mere.)",
	},
	{
		name:   "a figure that nobody uses",
		opt:    dataset.Options{OnlyWanted: true, Wanted: []string{"a"}},
		source: bytesOf("a.csv", "kommune;år;a;b\nOdense;2024;1;x\nRanders;2024;2;3\n"),
		want:   dataset.Problems{{Kind: dataset.UnusedFigure, Source: "a.csv", Row: 2, Column: "b", Text: "x"}},
		en:     "a.csv, line 2, column 'b': 'x' is not a number. The plan has no use for it, and it is missing.",
		da:     "a.csv, linje 2, kolonnen 'b': 'x' er ikke et tal. Planen bruger det ikke, og det mangler.",
	},
	{
		name:   "an amount in thousands that is perhaps the unit",
		source: bytesOf("a.csv", "kommune;år;Mio. kr. brugt på skoler\nOdense;2024;1\n"),
		want:   dataset.Problems{{Kind: dataset.UnitMentioned, Source: "a.csv", Text: "Mio. kr. brugt på skoler"}},
		en:     "a.csv: 'Mio. kr. brugt på skoler' speaks of 'mio. kr.', but not certainly as the figures' unit. The figures are not converted. Write unit (and of) in the plan's [[source]] if it is the unit.",
		da:     "a.csv: 'Mio. kr. brugt på skoler' nævner 'mio. kr.', men ikke sikkert som tallenes enhed. Tallene er ikke regnet om. Skriv unit (og of) i planens [[source]], hvis det er enheden.",
	},
	{
		name:   "a row without the unit that others state",
		source: bytesOf("a.csv", "kommune;år;a;enhed\nOdense;2024;1;kr.\nRanders;2024;2;\n"),
		want:   dataset.Problems{{Kind: dataset.BadUnit, Source: "a.csv", Row: 3, Column: "enhed"}},
		en:     "a.csv, line 3, column 'enhed': the row states no unit, but line 2 states 'kr.'. Write the unit in every row, or write unit in the plan's [[source]].",
		da:     "a.csv, linje 3, kolonnen 'enhed': rækken siger ingen enhed, men linje 2 siger 'kr.'. Skriv enheden i hver række, eller skriv unit i planens [[source]].",
	},
	{
		name:   "school years",
		source: bytesOf("a.csv", "Kommune;Skoleår;elever\nOdense;2022/23;5\nRanders;2022/23;6\n"),
		want:   dataset.Problems{{Kind: dataset.AcrossYears, Source: "a.csv", Column: "Skoleår", Text: "2022/23 → 2022"}},
		en:     "a.csv, column 'Skoleår': a school year, or other that spans two years, is set to the year it begins in: 2022/23 → 2022. Write the year with four digits if the figures are to be used in the other.",
		da:     "a.csv, kolonnen 'Skoleår': et skoleår eller andet, der går over to år, er sat til det år, det begynder i: 2022/23 → 2022. Skriv årstallet med fire cifre, hvis tallene skal bruges i det andet.",
	},
	{
		name:   "what is repeated from the file is one short line",
		source: bytesOf("a.csv", tidyHeader+"\"Kors\nbæk\";2024;a;1\n"+strings.Repeat("å", 70)+";2024;a;1\nOdense;2024;a;1\n"),
		want: dataset.Problems{
			{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: `Kors\nbæk`},
			{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 4, Column: "kommune", Text: strings.Repeat("å", 60) + "…"},
		},
		en: `a.csv, line 2, column 'kommune': 'Kors\nbæk' is not one of the municipalities. Correct the name, or remove the row.`,
	},
}

// eager is a file that tells its end together with its last bytes.
type eager struct{ fs.File }

func (e eager) Read(p []byte) (int, error) {
	n, err := io.ReadFull(e.File, p)
	if err == io.ErrUnexpectedEOF {
		err = io.EOF
	}
	return n, err
}

// unchecked is a register that takes every code and name for what it says.
type unchecked struct{}

func (unchecked) Find(code, name string) (dataset.Municipality, dataset.Verdict) {
	return dataset.Municipality{Code: code, Name: name}, dataset.Known
}

func (unchecked) Names() []string { return nil }

func TestEveryKindOfProblemSaysWhereAndWhat(t *testing.T) {
	seen := map[dataset.Kind]bool{}
	for _, c := range problemCases {
		t.Run(c.name, func(t *testing.T) {
			if c.opt.Register == nil {
				c.opt.Register = danmark.Register()
			}
			_, errs, warnings := readAll(t, c.opt, c.source)
			for _, p := range errs {
				if p.Kind.Warning() {
					t.Errorf("a warning among the errors: %v", p)
				}
			}
			for _, p := range warnings {
				if !p.Kind.Warning() {
					t.Errorf("an error among the warnings: %v", p)
				}
			}
			got := append(append(dataset.Problems{}, errs...), warnings...)
			if diff := cmp.Diff(c.want, got, factsOnly); diff != "" {
				t.Fatalf("problems (-want +got):\n%s", diff)
			}
			if c.en != "" && got[0].Error() != c.en {
				t.Errorf("in English\n%s\nwant\n%s", got[0].Error(), c.en)
			}
			if c.da != "" && got[0].In(lang.Danish) != c.da {
				t.Errorf("in Danish\n%s\nwant\n%s", got[0].In(lang.Danish), c.da)
			}
			for _, p := range got {
				seen[p.Kind] = true
			}
		})
	}
	seen[dataset.TooManyErrors], seen[dataset.TooManyWarnings] = true, true // TestReadBoundsWhatItTells
	for _, k := range []dataset.Kind{                                       // TestMapping and TestBadTables
		dataset.BadMapping, dataset.BadTable, dataset.ChosenValue, dataset.IncompleteSum, dataset.NotThere, dataset.TimeBreak, dataset.ConvertedUnit, dataset.OpenEnd,
		dataset.Differs,     // TestReadOver
		dataset.TakenFor,    // TestOwner
		dataset.IdleSection, // TestSections
	} {
		seen[k] = true
	}
	for k := dataset.Unreadable; k <= dataset.TooManyWarnings; k++ {
		if !seen[k] {
			t.Errorf("no input gives a problem of kind %d", k)
		}
	}
}

func TestKindTellsWarningsFromErrors(t *testing.T) {
	warnings := map[dataset.Kind]bool{
		dataset.TotalRow: true, dataset.RepeatedCell: true, dataset.TextColumn: true, dataset.DatedByName: true,
		dataset.AmbiguousMark: true, dataset.RenamedMunicipality: true, dataset.TooManyWarnings: true,
		dataset.ChosenValue: true, dataset.IncompleteSum: true, dataset.NotThere: true, dataset.TimeBreak: true, dataset.ConvertedUnit: true, dataset.OpenEnd: true, dataset.UnitMentioned: true, dataset.UnusedFigure: true, dataset.AcrossYears: true, dataset.Differs: true, dataset.TakenFor: true, dataset.IdleSection: true,
	}
	for k := dataset.Unreadable; k <= dataset.TooManyWarnings; k++ {
		if k.Warning() != warnings[k] {
			t.Errorf("kind %d is a warning: %v, want %v", k, k.Warning(), warnings[k])
		}
	}
}

func TestReadReportsAllProblemsAtOnce(t *testing.T) {
	d, errs, warnings := readAll(t, withRegister,
		bytesOf("a.csv", tidyHeader+"Korsbæk;2024;a;1\nOdense;24;a;1\nOdense;2024;a;x\nOdense;2024;;1\nHele landet;2024;a;1\nOdense;2024;b;1e999\nOdense;2024\nOdense;2024;c;7\n"),
		bytesOf("b.csv", ""),
		bytesOf("c.csv", "kommune;a;note\nRanders;7;x\n"),
	)
	wantErrs := dataset.Problems{
		{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: "Korsbæk"},
		{Kind: dataset.BadYear, Source: "a.csv", Row: 3, Column: "år", Text: "24"},
		{Kind: dataset.NotNumber, Source: "a.csv", Row: 4, Column: "værdi", Text: "x"},
		{Kind: dataset.NoIndicator, Source: "a.csv", Row: 5, Column: "indikator"},
		{Kind: dataset.Infinite, Source: "a.csv", Row: 7, Column: "værdi", Text: "1e999"},
		{Kind: dataset.RaggedRow, Source: "a.csv", Row: 8, Text: "Odense;2024"},
		{Kind: dataset.EmptyFile, Source: "b.csv"},
	}
	if diff := cmp.Diff(wantErrs, errs, factsOnly); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	wantWarnings := dataset.Problems{
		{Kind: dataset.TotalRow, Source: "a.csv", Row: 6, Column: "kommune", Text: "Hele landet"},
		{Kind: dataset.DatedByName, Source: "c.csv"},
		{Kind: dataset.TextColumn, Source: "c.csv", Row: 1, Column: "note"},
	}
	if diff := cmp.Diff(wantWarnings, warnings, factsOnly); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	// What could be read is there.
	wantFigures(t, d, map[figure]float64{{"461", 2024, "c"}: 7, {"730", dataset.Undated, "a"}: 7})
	if table := d.Tables()[0]; table.Rows != 8 || table.Skipped != 5 || table.Figures != 1 {
		t.Errorf("8 rows, 5 of them left out, and 1 figure are counted as %+v", table)
	}
	if diff := cmp.Diff(strings.Count(errs.Error(), "\n")+1, len(wantErrs)); diff != "" {
		t.Errorf("the errors are said in as many lines (-want +got):\n%s", diff)
	}
}

func TestReadReportsAllThatIsWrongWithOneRow(t *testing.T) {
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", "kommune;år;a;b\nOdense;2024;x;y\nRanders;2024;1;2\n"))
	want := dataset.Problems{
		{Kind: dataset.NotNumber, Source: "a.csv", Row: 2, Column: "a", Text: "x"},
		{Kind: dataset.NotNumber, Source: "a.csv", Row: 2, Column: "b", Text: "y"},
	}
	if diff := cmp.Diff(want, errs, factsOnly); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestReadMeetsTheSameFigureInTwoSources(t *testing.T) {
	one := bytesOf("et.csv", wideHeader+"Odense;2024;1\nAarhus;2024;2\nRanders;2024;..\n")
	two := bytesOf("to.csv", tidyHeader+"Odense;2024;a;1,0\nÅrhus;2024;a;3\nRanders;2024;a;4\n")
	d, errs, warnings := readAll(t, withRegister, one, two)
	wantErrs := dataset.Problems{{Kind: dataset.ConflictingCell, Source: "to.csv", Row: 3, Column: "værdi", Text: "3"}}
	if diff := cmp.Diff(wantErrs, errs, factsOnly); diff != "" {
		t.Fatalf("errors (-want +got):\n%s", diff)
	}
	if got, want := errs.In(lang.Danish), "to.csv, linje 3, kolonnen 'værdi': Aarhus, 2024, a står to gange med forskellige værdier: 3 her og 2 i et.csv, linje 3. Fjern den ene."; got != want {
		t.Errorf("in Danish\n%s\nwant\n%s", got, want)
	}
	wantWarnings := dataset.Problems{
		{Kind: dataset.RepeatedCell, Source: "to.csv", Row: 2, Column: "værdi", Text: "1"},
		{Kind: dataset.RepeatedCell, Source: "to.csv", Row: 4, Column: "værdi", Text: "4"},
	}
	if diff := cmp.Diff(wantWarnings, warnings, factsOnly); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	// The first value stands, and a number stands before a missing mark.
	wantFigures(t, d, map[figure]float64{{"461", 2024, "a"}: 1, {"751", 2024, "a"}: 2, {"730", 2024, "a"}: 4})
}

func TestProblemsAreErrorsAndHoldEachProblem(t *testing.T) {
	_, err := dataset.Read(context.Background(), []dataset.Source{bytesOf("a.csv", wideHeader+"Odense;24;1\nOdense;2024;x\n")}, withRegister)
	wrapped := fmt.Errorf("reading: %w", err)
	var p *dataset.Problem
	if !errors.As(wrapped, &p) || p.Kind != dataset.BadYear || p.Row != 2 {
		t.Errorf("errors.As finds %v, want the first problem", p)
	}
	var all dataset.Problems
	if !errors.As(wrapped, &all) || len(all) != 2 {
		t.Errorf("errors.As finds %d problems, want 2", len(all))
	}
	if want := "a.csv, linje 2, kolonnen 'år': '24' er ikke et årstal. Skriv det med fire cifre.\na.csv, linje 3, kolonnen 'a': 'x' er ikke et tal. Skriv et tal uden enhed, eller '..' hvor det mangler."; lang.Of(wrapped, lang.Danish) != want {
		t.Errorf("in Danish\n%s\nwant\n%s", lang.Of(wrapped, lang.Danish), want)
	}
}

// Each of 1,005 rows has a bad number, or a figure that stands twice: the first
// are told, and the others counted with the last of those.
// endless is a stream of one byte, as of a device, that counts what is read of it.
type endless struct {
	of   byte
	read *int
}

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e.of
	}
	*e.read += len(p)
	return len(p), nil
}

func (endless) Close() error { return nil }

// What has no end is given up early: at once where it is no text.
func TestReadEndsAnEndlessStream(t *testing.T) {
	for _, c := range []struct {
		of   byte
		most int
		says string
	}{{0, 1 << 17, "the file is not text"}, {'1', 65 << 20, "the bound of 64 MB"}} {
		read := 0
		_, errs, _ := readAll(t, withRegister, dataset.Source{Name: "stdin", Open: func() (io.ReadCloser, error) { return endless{c.of, &read}, nil }})
		if len(errs) != 1 || !strings.Contains(errs.Error(), c.says) || read > c.most {
			t.Errorf("of %q %d bytes were read, and the errors are %v; want at most %d and %q", c.of, read, errs, c.most, c.says)
		}
	}
}

func TestReadTellsTheFirstOfManyAlike(t *testing.T) {
	var errors, warnings strings.Builder
	errors.WriteString(wideHeader)
	warnings.WriteString(wideHeader)
	for year := 1000; year < 2005; year++ {
		fmt.Fprintf(&errors, "Odense;%d;x\n", 2007+year%190) // any year will do
		fmt.Fprintf(&warnings, "Odense;2024;1\n")
	}
	warnings.WriteString("Odense;2024;1\n")
	errors.WriteString("Odense;2024;1\n")
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", errors.String()))
	const said = "a.csv, line 4, column 'a': 'x' is not a number. Write a number without a unit, or '..' where it is missing. (And 1002 more of the kind, first line 5, column 'a'; line 6, column 'a'; line 7, column 'a'.)"
	if len(errs) != 3 || errs[2].Alike != 1002 || errs[2].Error() != said {
		t.Errorf("the errors are\n%v\nwant three, the last\n%s", errs, said)
	}
	_, errs, warned := readAll(t, withRegister, bytesOf("a.csv", warnings.String()))
	if len(errs) != 0 || len(warned) != 3 || warned[2].Alike != 1002 || !strings.HasSuffix(warned[2].In(lang.Danish), "(Og 1002 af samme slags mere, først linje 6, kolonnen 'a'; linje 7, kolonnen 'a'; linje 8, kolonnen 'a'.)") {
		t.Errorf("errors %v, warnings %v", errs, warned)
	}
}

// Of problems in very many files too, only so many are told.
func TestReadBoundsWhatItTells(t *testing.T) {
	var sources, undated []dataset.Source
	for i := range 205 {
		sources = append(sources, bytesOf(fmt.Sprintf("%03d.csv", i), ""))
		undated = append(undated, bytesOf(fmt.Sprintf("%03d.csv", i), fmt.Sprintf("kommune;a%d\nOdense;1\n", i)))
	}
	_, errs, _ := readAll(t, withRegister, sources...)
	if last := errs[len(errs)-1]; len(errs) != 201 || last.Kind != dataset.TooManyErrors || last.Error() != "more errors are not shown (number: 5). Correct the first ones and read again." {
		t.Errorf("%d errors, the last %v", len(errs), last)
	}
	_, _, warned := readAll(t, withRegister, undated...)
	if last := warned[len(warned)-1]; len(warned) != 201 || last.Kind != dataset.TooManyWarnings || last.In(lang.Danish) != "flere advarsler er ikke vist (antal: 5)." {
		t.Errorf("%d warnings, the last %v", len(warned), last)
	}
}

func TestReadCountsARepeatedMunicipalityApartFromTheBound(t *testing.T) {
	// 2,000 rows of one unknown municipality are one problem; the bad year
	// after them is told too.
	text := tidyHeader + strings.Repeat("Korsbæk;2024;a;1\n", 2000) + "Odense;24;a;1\nOdense;2024;a;1\n"
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", text))
	want := dataset.Problems{
		{Kind: dataset.UnknownMunicipal, Source: "a.csv", Row: 2, Column: "kommune", Text: "Korsbæk", More: 1999},
		{Kind: dataset.BadYear, Source: "a.csv", Row: 2002, Column: "år", Text: "24"},
	}
	if diff := cmp.Diff(want, errs, factsOnly); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

func TestReadQuotesNoEmptyTextWhereCodeAndNameAreOneText(t *testing.T) {
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", wideHeader+"751 Odense;2024;1\n461;2024;1\n"))
	if len(errs) != 1 || strings.Contains(errs[0].Error(), "''") {
		t.Errorf("the contradiction is told as %v", errs)
	}
}

func TestProblemIsOneLine(t *testing.T) {
	// A header over two lines, as Excel writes it.
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", "kommune;år;\"Udgift\n(kr.)\"\nOdense;2024;x\nRanders;2024;1\nRanders;2024;2\n"))
	if len(errs) != 2 {
		t.Fatalf("%d errors, want 2: %v", len(errs), errs)
	}
	for _, p := range errs {
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			if text := p.In(l); strings.ContainsAny(text, "\n\r") {
				t.Errorf("the problem is said in more than one line: %q", text)
			}
		}
	}
}

// A file of another country says so once, with the remedy, and not name by name.
func TestFileOfAnotherCountry(t *testing.T) {
	_, errs, _ := readAll(t, withRegister, bytesOf("a.csv", wideHeader+"Danderyd;2024;1\nUpplands Väsby;2024;1\nSolna;2024;1\nTäby;2024;1\nHele landet;2024;4\n"))
	if len(errs) != 1 || errs[0].Kind != dataset.NoData || !strings.Contains(errs.Error(), `(found: Danderyd, Upplands Väsby, Solna and Täby). If the figures are of another country, write register = "none" in the plan.`) {
		t.Errorf("the errors are %v", errs)
	}
}
