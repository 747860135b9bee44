package dataset_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset"
	"golang.org/x/text/encoding/unicode"
)

// The index is made up.
const pricesText = "\ufeff# Kilde: opfundet til prøven\når;indeks\n2022;80\n2023;100,0\n\n2024;110.5\n"

func TestPriceIndex(t *testing.T) {
	index, err := dataset.ReadPriceIndex("pris.csv", []byte(pricesText))
	if err != nil {
		t.Fatal(err)
	}
	if index.Source != "Kilde: opfundet til prøven" || len(index.Years) != 3 || index.Years[2024] != 110.5 {
		t.Errorf("read as %+v", index)
	}
}

// The same index as others write it.
func TestPriceIndexOfOtherPrograms(t *testing.T) {
	for name, text := range map[string]string{
		"windows-1252": latin1(t, pricesText), "utf-16": utf16Of(t, strings.TrimPrefix(pricesText, "\ufeff"), unicode.LittleEndian),
		"commas": "# Kilde: opfundet til prøven\nyear,index\n2022,80\n2023,\"100\"\n2024,110.5\n", "tabs and CRLF": "# Kilde: opfundet til prøven\r\n2022\t80\r\n2023\t100\r\n2024\t110,5\tforeløbig\r\n",
	} {
		index, err := dataset.ReadPriceIndex("pris.csv", []byte(text))
		want := dataset.PriceIndex{Source: "Kilde: opfundet til prøven", Years: map[int]float64{2022: 80, 2023: 100, 2024: 110.5}}
		if diff := cmp.Diff(want, index); diff != "" || err != nil {
			t.Errorf("%s (-want +got):\n%s%v", name, diff, err)
		}
	}
}

func TestBadPriceIndex(t *testing.T) {
	for text, says := range map[string]string{
		"2022;80\n":                  "names no source",
		"# x\når;indeks\n2022;nul\n": "'nul' is not an index",
		"# x\når;indeks\n2022;-1\n":  "'-1' is not an index",
		"# x\n2022;1\n2022;2\n":      "2022 stands twice",
		"# x\n2022;1\n22;2\n":        "line 3: '22' is not a year",
		"# x\når;indeks\n":           "no rows",
		"":                           "the file is empty",
		"PK\x03\x04":                 "an Excel or zip file",
	} {
		if _, err := dataset.ReadPriceIndex("pris.csv", []byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: the error is %v, want %q", text, err, says)
		}
	}
}
