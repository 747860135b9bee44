package dataset_test

import (
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
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
	b := &dataset.Builder{}
	b.AddIndicator(dataset.Indicator{ID: "udgift", Unit: "kr. pr. indbygger"})
	b.AddIndicator(dataset.Indicator{ID: "folketal", Unit: "personer"})
	for year, v := range map[int]float64{2022: 80, 2023: 100, 2024: 221} {
		b.Set("791", year, "udgift", v)
		b.Set("791", year, "folketal", v)
	}
	b.Set("461", 2022, "udgift", math.NaN())
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := index.Deflate(d, 2023)
	if err != nil {
		t.Fatal(err)
	}
	agree(t, fixed, []known{{"791", 2022, "udgift", 100}, {"791", 2023, "udgift", 100}, {"791", 2024, "udgift", 200}, {"791", 2024, "folketal", 221}, {"461", 2022, "udgift", math.NaN()}})
	agree(t, d, []known{{"791", 2022, "udgift", 80}})
	if ind, _ := fixed.Indicator("udgift"); !strings.Contains(ind.Note, "opfundet") {
		t.Errorf("the note is %q, want the source in it", ind.Note)
	}
	for _, year := range []int{2019, 2025} {
		if _, err := index.Deflate(d, year); err == nil || !strings.Contains(err.Error(), "20") {
			t.Errorf("to %d the error is %v", year, err)
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
	} {
		if _, err := dataset.ReadPriceIndex("pris.csv", []byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: the error is %v, want %q", text, err, says)
		}
	}
}
