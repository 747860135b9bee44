package dataset

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
	"golang.org/x/text/encoding/charmap"
)

// streamed are texts of 300 figures in every layout that is read in pieces.
func streamed() map[string]string {
	rows := map[string]func(i int) string{
		"OMRÅDE;KØN;TID;INDHOLD\n":         func(i int) string { return fmt.Sprintf("%s;%d", sex(i), 2000+i/14) },
		"kommune;indikator;år;værdi\n":     func(i int) string { return fmt.Sprintf("%s;%d", sex(i), 2000+i/14) },
		"kommune;år;note;folketal, mænd\n": func(i int) string { return fmt.Sprintf("%d;x", 2000+i/7) },
		"Område 9;Mænd;1999;1\n":           func(i int) string { return fmt.Sprintf("%s;%d", sex(i), 2000+i/14) },
	}
	texts := map[string]string{}
	for head, row := range rows {
		var b strings.Builder
		b.WriteString(head)
		for i := range 300 {
			fmt.Fprintf(&b, "Område %d;%s;%d,%d\n", i%7, row(i), i, i%10)
		}
		texts[strings.TrimSpace(head)] = b.String()
	}
	return texts
}

// areas is a register of the texts' areas.
type areas struct{ unregistered }

func (areas) Find(code, name string) (Municipality, Verdict) {
	if text := code + name; strings.HasPrefix(text, "Område") {
		return Municipality{Code: text, Name: text}, Known
	}
	return Municipality{}, Unknown
}

func sex(i int) string { return []string{"Mænd", "Kvinder"}[i/7%2] }

// TestStreamIsTheSame reads files in small pieces and at once: figures, counts
// and problems are the same.
func TestStreamIsTheSame(t *testing.T) {
	for layout, plain := range streamed() {
		latin, err := charmap.Windows1252.NewEncoder().String(plain)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{
			"utf-8": plain, "with a mark and CRLF": "\ufeff" + strings.ReplaceAll(plain, "\n", "\r\n"), "windows-1252": latin,
			"without an end": strings.TrimSuffix(plain, "\n"),
			"quoted":         strings.ReplaceAll(strings.ReplaceAll(plain, "Område 3", `"Område; ""3"""`), "Område 4", "\"Område\n4\""),
			"bad rows":       strings.Replace(strings.Replace(plain, ";42,2", "", 1), ";77,7", ";x;y", 1),
			"bad figures":    strings.Replace(plain, ";142,2", ";ukendt", 1),
			"no such byte":   strings.Replace(latin, ";142,2", ";\x81", 1),
			"NUL":            strings.Replace(plain, ";142,2", ";\x00", 1),
			"a lone quote":   strings.Replace(plain, ";142,2", ";\"14", 1),
		} {
			t.Run(layout+" "+name, func(t *testing.T) { sameInPieces(t, name, text) })
		}
	}
}

func sameInPieces(t *testing.T, name, text string) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	read := func(large int64, piece int) (*Dataset, string) {
		defer func(l int64, p int) { largeFile, pieceSize = l, p }(largeFile, pieceSize)
		largeFile, pieceSize = large, piece
		d, err := Read(context.Background(), []Source{File(path)}, Options{Register: areas{}})
		words := d.Warnings().Error()
		if err != nil {
			words += err.Error()
		}
		return d, words
	}
	refused := name == "NUL" || name == "no such byte"
	whole, said := read(1<<40, 1)
	pieces := []int{50, 333}
	if longtest.Wanted() {
		pieces = append(pieces, 64, 1<<20)
	}
	for _, piece := range pieces {
		d, words := read(0, piece)
		if words != said && name != "a lone quote" {
			t.Errorf("in pieces of %d said is\n%s\nwant\n%s", piece, words, said)
		}
		if a, b := fmt.Sprintf("%+v", d.Tables()), fmt.Sprintf("%+v", whole.Tables()); a != b && name != "a lone quote" && !refused {
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
		if n == 0 && !refused {
			t.Error("nothing is compared")
		}
		if (refused || name == "a lone quote") && words == "" {
			t.Errorf("nothing is said of %s", name)
		}
	}
}

// A file that changes between the two readings is an error.
func TestStreamThatChanges(t *testing.T) {
	defer func(l int64) { largeFile = l }(largeFile)
	largeFile = 0
	for layout, text := range streamed() {
		path := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		opened := 0
		source := Source{Name: "a.csv", Open: func() (io.ReadCloser, error) {
			if opened++; opened == 3 { // once for its beginning, once for what it is
				if err := os.WriteFile(path, []byte(text[:len(text)/2]), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			return os.Open(path)
		}}
		_, err := Read(context.Background(), []Source{source}, Options{Register: areas{}})
		var problems Problems
		if !errors.As(err, &problems) || !slices.ContainsFunc(problems, func(p *Problem) bool { return p.Kind == Unreadable }) {
			t.Errorf("%s: the error is %v, want that it grew shorter", layout, err)
		}
	}
}

// TestLargeFollowsTheRules: a table that says by its columns what its figures are about, or
// has dates, is read from a large file as from a small one, or not at all.
func TestLargeFollowsTheRules(t *testing.T) {
	defer func(l int64) { largeFile = l }(largeFile)
	texts := map[string]string{
		"categories": "kommune;år;alder;antal\n", "dates": "kommune;dato;antal\n",
		"accounts": "kommune;år;funktion;udgift (1.000 kr.)\n", "plain": "kommune;år;antal\n",
		"quarters": "kommune;2024K1;2024K2\n",
	}
	for i := range 300 {
		place := fmt.Sprintf("Område %d", i%150)
		texts["categories"] += fmt.Sprintf("%s;2024;%s;%d\n", place, []string{"0-5 år", "6-16 år"}[i/150], 10+i)
		texts["dates"] += fmt.Sprintf("%s;%s;%d\n", place, []string{"2024-01-01", "2024-07-01"}[i/150], 10+i)
		texts["accounts"] += fmt.Sprintf("%s;2024;%s;%d\n", place, []string{"3.22.01", "5.25.14"}[i/150], 10+i)
		texts["plain"] += fmt.Sprintf("%s;%d;%d\n", place, 2023+i/150, 10+i)
		if i < 150 {
			texts["quarters"] += fmt.Sprintf("%s;%d;%d\n", place, 10+i, 20+i)
		}
	}
	for name, text := range texts {
		largeFile = 64 << 20
		opt := Options{Register: areas{}}
		small, err := Read(context.Background(), []Source{Bytes("a.csv", []byte(text))}, opt)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		largeFile = 0
		file := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		large, err := Read(context.Background(), []Source{File(file)}, opt)
		if name == "plain" && err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			if !strings.Contains(err.Error(), "over the bound") {
				t.Errorf("%s: another error: %v", name, err)
			}
			continue
		}
		for _, ind := range small.Indicators() {
			if got, want := large.Column(ind.ID, 2024), small.Column(ind.ID, 2024); !slices.Equal(got, want) {
				t.Errorf("%s: %s is %v, want %v", name, ind.ID, got, want)
			}
		}
	}
}
