package dataset_test

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

func FuzzRead(f *testing.F) {
	for _, c := range problemCases {
		if r, err := c.source.Open(); err == nil {
			var b bytes.Buffer
			if _, err := b.ReadFrom(r); err == nil && b.Len() < 1<<12 {
				f.Add(b.Bytes())
			}
			r.Close()
		}
	}
	for _, s := range []string{
		"sep=;\nkommune;år;a\nOdense;2024;1,5\n",
		"sep=\"\nkommune\"år\n",
		"\ufeffkode\tyear\tindicator\tvalue\r\n0101\t2024\t\"a\"\"b\"\t1 234,5\r\n",
		"kommune;\xe5r;a\nK\xf8benhavn;2024;-\n",
		"kommune;\"Udgift\n(kr.)\"\nOdense;x\n", // a column's name in two lines
		"kommune,a,a\n", "kommune;;\n;;\n", "kommune;\"\n\"\n", "kommune|x\nA|∞\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		lines := 1 + bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) // at most
		for _, opt := range []dataset.Options{{}, withRegister, {Encoding: "windows-1252", DecimalMark: ',', Year: 2024}} {
			d, err := dataset.Read(context.Background(), []dataset.Source{dataset.Bytes("fuzz.csv", text)}, opt)
			errs, ok := err.(dataset.Problems)
			if err != nil && (!ok || len(errs) == 0) {
				t.Fatalf("the error is a %T of %d problems, want Problems: %v", err, len(errs), err)
			}
			if d == nil {
				t.Fatal("no data set")
			}
			wellFormed(t, errs, false, lines)
			wellFormed(t, d.Warnings(), true, lines)
			for _, ind := range d.Indicators() {
				for _, y := range d.Years() {
					c := d.Column(ind.ID, y)
					if c != nil && len(c) != len(d.Municipalities()) {
						t.Fatalf("a column of %d for %d municipalities", len(c), len(d.Municipalities()))
					}
					for _, v := range c {
						if math.IsInf(v, 0) {
							t.Fatalf("%s, %d has %v", ind.ID, y, v)
						}
					}
				}
			}
			table := d.Tables()[0]
			byLine := table.Layout == "" || table.Layout == "tidy" || table.Layout == "wide"
			if table.Skipped > table.Rows || byLine && table.Rows > lines || table.Figures < 0 {
				t.Fatalf("%d lines are counted as %+v", lines, table)
			}
			if table.Figures == 0 && table.Missing == 0 && len(errs)+len(d.Warnings()) == 0 {
				t.Fatalf("nothing was read and nothing said of it: %+v", table)
			}
		}
	})
}

// wellFormed checks what every problem must have.
func wellFormed(t *testing.T, ps dataset.Problems, warnings bool, lines int) {
	t.Helper()
	for _, p := range ps {
		if p.Kind.Warning() != warnings {
			t.Fatalf("a problem of kind %d on the wrong list", p.Kind)
		}
		if p.Kind == dataset.TooManyErrors || p.Kind == dataset.TooManyWarnings {
			continue
		}
		if p.Source != "fuzz.csv" || p.Row < 0 || p.Row > lines || p.More < 0 {
			t.Fatalf("a problem at %q, line %d of %d, %d more", p.Source, p.Row, lines, p.More)
		}
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			said := p.In(l)
			if !strings.HasPrefix(said, "fuzz.csv") || strings.ContainsAny(said, "\n\r\x00") {
				t.Fatalf("said as %q", said)
			}
		}
	}
}
