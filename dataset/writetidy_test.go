package dataset_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/danmark"
	"github.com/raaderum/raaderum/internal/longtest"
)

// What is written is read back equal, in any separator, decimal mark and
// encoding.
func TestTidyRoundTrip(t *testing.T) {
	b := &dataset.Builder{}
	for i, v := range []float64{0, 1, -1, 1234.5, 1234567, 0.001, 1e-9, 123456789.125, 1e17, math.NaN(), 1.234, -0.5} {
		id := []string{"a", "b;c", `d "e"`, "æ,ø|å", "x y"}[i%5]
		b.AddMunicipality(dataset.Municipality{Code: fmt.Sprint(101 + i%3), Name: []string{"Århus", "Høje-Taastrup", "A;B"}[i%3]})
		b.Set(fmt.Sprint(101+i%3), 2020+i%4, id, v)
	}
	d, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	undated := &dataset.Builder{}
	undated.Set("791", dataset.Undated, "x", 2.5)
	u, err := undated.Build()
	if err != nil {
		t.Fatal(err)
	}
	accounts := danmark.Accounts()
	for _, from := range []*dataset.Dataset{d, u, accounts} {
		for _, separator := range []rune{0, ';', ',', '\t', '|'} {
			for _, mark := range []rune{0, ',', '.'} {
				for _, encoding := range []string{"", "utf-8", "windows-1252"} {
					plain := (separator == 0 || separator == ',') && mark == 0 && encoding == ""
					if from == accounts && !plain && !longtest.Wanted() {
						continue
					}
					opt := dataset.WriteOptions{Separator: separator, DecimalMark: mark, Encoding: encoding, English: separator == ','}
					var text bytes.Buffer
					if err := dataset.WriteTidy(&text, from, opt); err != nil {
						t.Fatal(err)
					}
					back, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("a.csv", text.Bytes())}, dataset.Options{DecimalMark: mark})
					if err != nil {
						t.Fatalf("%+v: %v\n%.300s", opt, err, text.String())
					}
					same(t, fmt.Sprintf("%+v", opt), from, back)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
	for _, opt := range []dataset.WriteOptions{{Separator: 'x'}, {DecimalMark: 'x'}, {Encoding: "utf-16"}} {
		if err := dataset.WriteTidy(&bytes.Buffer{}, d, opt); err == nil {
			t.Errorf("%+v is taken", opt)
		}
	}
	b = &dataset.Builder{}
	b.Set("791", 2020, "日本", 1)
	if d, err = b.Build(); err != nil {
		t.Fatal(err)
	}
	if err := dataset.WriteTidy(&bytes.Buffer{}, d, dataset.WriteOptions{Encoding: "windows-1252"}); err == nil || !strings.Contains(err.Error(), "utf-8") {
		t.Errorf("the error is %v, want one that says what to do", err)
	}
}

// same compares every figure of two data sets.
func same(t *testing.T, what string, a, b *dataset.Dataset) {
	t.Helper()
	n := 0
	for _, ind := range a.Indicators() {
		for _, y := range a.Years() {
			for _, m := range a.Municipalities() {
				x, y := a.Value(m.Code, y, ind.ID), b.Value(m.Code, y, ind.ID)
				if x != y && !(math.IsNaN(x) && math.IsNaN(y)) {
					if n++; n < 5 {
						t.Errorf("%s: %s, %s is %v, want %v", what, m.Name, ind.ID, y, x)
					}
				}
			}
		}
	}
}
