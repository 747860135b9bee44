package text

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/internal/jsonwriter"
)

// TestCSVColumns: the columns are what a row has in JSON, in that order, but for the
// lists and what stands beside the numbers.
func TestCSVColumns(t *testing.T) {
	want := slices.DeleteFunc(jsonwriter.Keys(reflect.TypeFor[benchmark.Row]()), func(key string) bool {
		beside := []string{"contributions", "curve", "reservations", "persistence", "activity", "quality", "per_head"}
		return slices.Contains(beside, key) || slices.Contains(csvTexts, key)
	})
	var got []string
	for _, c := range csvColumns {
		got = append(got, c.name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns (-JSON +CSV):\n%s", diff)
	}
}

// TestCSVTexts: what a spreadsheet or a reader of CSV would take for something else
// is quoted or has an apostrophe.
func TestCSVTexts(t *testing.T) {
	table := &csvTable{comma: ';', decimal: ','}
	for text, want := range map[string]string{
		"":              "",
		"Viborg":        "Viborg",
		"Høje-Taastrup": "Høje-Taastrup",
		"=1+1":          "'=1+1",
		"-5":            "'-5",
		"a;b":           `"a;b"`,
		"a;=b":          `"a;'=b"`,
		`say "no"`:      `"say ""no"""`,
		" lead":         `" lead"`,
		"two\nlines":    "\"two\nlines\"",
		`\.`:            `"\."`,
		"a b":           "a b",
	} {
		var lines csvLines
		if table.appendText(&lines, text); string(lines.text) != want {
			t.Errorf("%q stands as %s, want %s", text, lines.text, want)
		}
	}
}
