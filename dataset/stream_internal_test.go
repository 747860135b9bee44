package dataset

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestStreamIsTheSame reads files in small pieces and at once: figures, counts
// and problems are the same.
func TestStreamIsTheSame(t *testing.T) {
	var b strings.Builder
	b.WriteString("OMRÅDE;KØN;TID;INDHOLD\n")
	for i := range 300 {
		fmt.Fprintf(&b, "Område %d;%s;%d;%d,%d\n", i%7, []string{"Mænd", "Kvinder"}[i/7%2], 2000+i/14, i, i%10)
	}
	plain := b.String()
	latin, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"utf-8": plain, "with a mark and CRLF": utf8Mark + strings.ReplaceAll(plain, "\n", "\r\n"), "windows-1252": latin,
		"without an end": strings.TrimSuffix(plain, "\n"),
		"quoted":         strings.ReplaceAll(strings.ReplaceAll(plain, "Område 3", `"Område; ""3"""`), "Område 4", "\"Område\n4\""),
		"bad rows":       strings.Replace(strings.Replace(plain, ";42,2", "", 1), ";77,7", ";x;y", 1),
		"bad figures":    strings.Replace(plain, ";142,2", ";ukendt", 1),
		"NUL":            strings.Replace(plain, ";142,2", ";\x00", 1),
		"a lone quote":   strings.Replace(plain, ";142,2", ";\"14", 1),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.csv")
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			read := func(large int64, piece int) (*Dataset, string) {
				defer func(l int64, p int) { largeFile, pieceSize = l, p }(largeFile, pieceSize)
				largeFile, pieceSize = large, piece
				d, err := Read(context.Background(), []Source{File(path)}, Options{})
				words := d.Warnings().Error()
				if err != nil {
					words += err.Error()
				}
				return d, words
			}
			whole, said := read(1<<40, 1)
			for _, piece := range []int{50, 64, 333, 1 << 20} {
				d, words := read(0, piece)
				if words != said && name != "a lone quote" {
					t.Errorf("in pieces of %d said is\n%s\nwant\n%s", piece, words, said)
				}
				if a, b := fmt.Sprintf("%+v", d.Tables()), fmt.Sprintf("%+v", whole.Tables()); a != b && name != "a lone quote" && name != "NUL" {
					t.Errorf("in pieces of %d taken for\n%s\nwant\n%s", piece, a, b)
				}
				n := 0
				for _, ind := range whole.Indicators() {
					for _, y := range whole.Years() {
						for _, m := range whole.Municipalities() {
							x, y := whole.Value(m.Code, y, ind.ID), d.Value(m.Code, y, ind.ID)
							if x != y && !(math.IsNaN(x) && math.IsNaN(y)) && name != "a lone quote" {
								t.Fatalf("in pieces of %d, %s, %s is %v, want %v", piece, m.Name, ind.ID, y, x)
							}
							n++
						}
					}
				}
				if n == 0 && name != "NUL" {
					t.Error("nothing is compared")
				}
				if name == "a lone quote" && words == "" {
					t.Error("nothing is said of the quote")
				}
			}
		})
	}
}
