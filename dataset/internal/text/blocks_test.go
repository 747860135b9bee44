package text

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/dataset/unit"
)

// asked is what was made of a row.
type asked struct {
	Fields  []string
	Line    int
	Fault   string
	Figures []Figure
}

// readAll returns the rows of a text, at most so many.
func readAll(t *testing.T, text string, most int) (rows []asked) {
	t.Helper()
	f, fault := Open(text, nil, Options{})
	if fault != nil {
		t.Fatal(fault)
	}
	fault = f.Each(context.Background(), []int{1}, unit.DanishMarks(), func(row *Row) bool {
		a := asked{Fields: append([]string(nil), row.Fields...), Line: row.Line, Figures: append([]Figure(nil), row.Figures...)}
		if row.Fault != nil {
			a.Fault = row.Fault.Error()
		}
		rows = append(rows, a)
		return len(rows) < most
	})
	if fault != nil {
		t.Fatal(fault)
	}
	return rows
}

// Rows that all processors read are those that one would, in their order and with their
// lines: with and without quotations over several lines, blank lines and bad rows.
func TestRowsOfLongTextAreThoseOfItsParts(t *testing.T) {
	for name, makeRow := range map[string]func(i int) string{
		"plain":       func(i int) string { return fmt.Sprintf("Viborg %d;%d,5;x\n", i, i) },
		"line ends":   func(i int) string { return fmt.Sprintf("Viborg %d;%d,5;x\r\n", i, i) },
		"quoted":      func(i int) string { return fmt.Sprintf("\"Viborg\n%d\";\"%d,5\";\"x\"\"\"\n", i, i) },
		"blank lines": func(i int) string { return fmt.Sprintf("Viborg %d;%d,5;x\n%s", i, i, strings.Repeat("\n;;\n", i%3)) },
		"bad rows":    func(i int) string { return fmt.Sprintf("Viborg %d;%d,5;x%s\n", i, i, strings.Repeat(";y", i%2)) },
		"long rows":   func(i int) string { return fmt.Sprintf("Viborg %d;%d,5;%s\n", i, i, strings.Repeat("x", i%7*50_000)) },
	} {
		t.Run(name, func(t *testing.T) {
			var all strings.Builder
			var want []asked
			all.WriteString("a;b;c\n")
			line := 2
			for i := 0; all.Len() < blockBytes*3/2; i++ {
				row := makeRow(i)
				all.WriteString(row)
				for _, r := range readAll(t, "a;b;c\n"+row, 10) {
					r.Line += line - 2
					want = append(want, r)
				}
				line += strings.Count(row, "\n")
			}
			for _, text := range []string{all.String(), strings.TrimSuffix(all.String(), "\n")} {
				checkRows(t, want, readAll(t, text, len(want)+1))
			}
			checkRows(t, want[:len(want)/2], readAll(t, all.String(), len(want)/2))
		})
	}
}

// checkRows compares rows, and shows the first that differs.
func checkRows(t *testing.T, want, got []asked) {
	t.Helper()
	for i := range min(len(want), len(got)) {
		if !reflect.DeepEqual(want[i], got[i]) {
			t.Fatalf("row %d differs (-want +got):\n%.2000s", i, cmp.Diff(want[i], got[i]))
		}
	}
	if len(want) != len(got) {
		t.Fatalf("there are %d rows, want %d", len(got), len(want))
	}
}

func TestOpenRefusesWhatIsTooWide(t *testing.T) {
	if _, fault := Open(strings.Repeat(";", 1<<15)+"\n", nil, Options{}); fault == nil {
		t.Error("a header of so many columns is read")
	}
}
