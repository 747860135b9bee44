package dataset_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

func TestReadRecords(t *testing.T) {
	want := &dataset.Records{
		Source: "r.csv", Header: []string{"Navn", "Beløb"}, Line: 1,
		Rows: []dataset.Record{{Line: 2, Fields: []string{"Å; b", "1.500"}}, {Line: 4, Fields: []string{"", "2"}}},
	}
	for name, text := range map[string]string{
		"UTF-8":        "Navn;Beløb\n\"Å; b\"; 1.500 \n\n;2;\n",
		"mark":         "\ufeffNavn;Beløb\r\n\"Å; b\";1.500\r\n;\r\n;2\r\n",
		"decomposed":   "Navn;Beløb\n\"A\u030a; b\";1.500\n\n;2\n",
		"Windows-1252": "Navn;Bel\xf8b\n\"\xc5; b\";1.500\n\n;2\n",
		"tabs":         "Navn\tBeløb\nÅ; b\t1.500\n\n\t2\n",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := dataset.ReadRecords("r.csv", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(dataset.Records{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			amounts, problems := got.Amounts(1)
			if diff := cmp.Diff([]float64{1500, 2}, amounts); diff != "" || len(problems) > 0 {
				t.Errorf("amounts (-want +got):\n%s%v", diff, problems)
			}
		})
	}
}

func TestReadRecordsProblems(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "r.csv: the file is empty. Get or save it again.",
		"a;b\n1\n":               "r.csv, line 2: the number of fields is 1 in the row and 2 in the header. Correct the row.",
		"a;a\n1;2\n":             "r.csv, line 1, column 'a': the column stands twice in the header. Remove or rename one of them.",
		"a;b\n":                  "r.csv: there are no rows with figures. Get the file again, or name another.",
		"a\n1\n":                 "r.csv, line 1: the header 'a' is not divided into columns. Separate them by semicolon, comma or tab, and remove lines above the header.",
		"a;b\n1;2\n\"x;3\n4;5\n": "r.csv, line 3: a quotation mark is not closed or stands inside a text. Correct the quotation marks.",
	} {
		records, err := dataset.ReadRecords("r.csv", []byte(text))
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
		if records == nil {
			t.Errorf("%q: no records", text)
		}
	}
	records, err := dataset.ReadRecords("r.csv", []byte("a;b\n1;x\n2;\n3;1,5\n"))
	if err != nil {
		t.Fatal(err)
	}
	amounts, problems := records.Amounts(1)
	if len(problems) != 1 || problems[0].Row != 2 || problems[0].Column != "b" || problems[0].What().In(lang.Danish) == "" || amounts[2] != 1.5 {
		t.Errorf("%v, %v", amounts, problems)
	}
}
