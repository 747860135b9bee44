package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

// TestJSONKeys holds the keys of the report's JSON and the types of their
// values, over all municipalities, so that a change to them is seen.
func TestJSONKeys(t *testing.T) {
	longtest.Skip(t)
	stdout, _, code := raaderum("benchmark", "--format", "json")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	var report any
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatal(err)
	}
	types := map[string]map[string]bool{}
	keys(report, "report", types)
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "%s: %s\n", path, strings.Join(slices.Sorted(maps.Keys(types[path])), " or "))
	}
	golden(t, ".", b.String())
}

// TestJSONKeysOfArea holds the keys of one area's JSON against those that
// TestJSONKeys finds over all areas.
func TestJSONKeysOfArea(t *testing.T) {
	stdout, _, code := raaderum("benchmark", "--area", "folkeskole", "--format", "json")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	var report any
	if err := json.Unmarshal([]byte(stdout), &report); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/TestJSONKeys.golden")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		path, types, _ := strings.Cut(strings.TrimSpace(line), ": ")
		known[path] = strings.Split(types, " or ")
	}
	types := map[string]map[string]bool{}
	keys(report, "report", types)
	for path, of := range types {
		for name := range of {
			if !slices.Contains(known[path], name) {
				t.Errorf("%s is of type %s, and over all areas %q", path, name, known[path])
			}
		}
	}
}

// keys notes the type of every value below v.
func keys(v any, path string, types map[string]map[string]bool) {
	note := func(name string) {
		if types[path] == nil {
			types[path] = map[string]bool{}
		}
		types[path][name] = true
	}
	switch v := v.(type) {
	case nil:
		note("null")
	case bool:
		note("bool")
	case float64:
		note("number")
	case string:
		note("text")
	case []any:
		note("list")
		for _, item := range v {
			keys(item, path+"[]", types)
		}
	case map[string]any:
		note("object")
		for key, item := range v {
			keys(item, path+"."+key, types)
		}
	}
}

// TestJSON holds the whole report of a municipality in one area, numbers
// rounded to nine digits, for the last ones differ between processors.
func TestJSON(t *testing.T) {
	stdout, _, code := raaderum("benchmark", "--municipality", "Viborg", "--area", "administration", "--target", "country", "--format", "json")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	d := json.NewDecoder(strings.NewReader(stdout))
	d.UseNumber()
	var report any
	if err := d.Decode(&report); err != nil {
		t.Fatal(err)
	}
	rounded, err := json.MarshalIndent(round(t, report), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, ".", string(rounded)+"\n")
}

// TestPeersJSON holds a comparison group.
func TestPeersJSON(t *testing.T) {
	stdout, _, code := raaderum("peers", "--municipality", "Viborg", "--k", "3", "--format", "json")
	if code != 0 {
		t.Fatalf("exit code %d", code)
	}
	d := json.NewDecoder(strings.NewReader(stdout))
	d.UseNumber()
	var group any
	if err := d.Decode(&group); err != nil {
		t.Fatal(err)
	}
	rounded, err := json.MarshalIndent(round(t, group), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, ".", string(rounded)+"\n")
}

func round(t *testing.T, v any) any {
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			t.Fatal(err)
		}
		return json.Number(strconv.FormatFloat(f, 'g', 9, 64))
	case []any:
		for i := range v {
			v[i] = round(t, v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = round(t, v[key])
		}
	}
	return v
}

// TestFormats shows that the formats tell of the same rows, and that the
// answer alone is on standard output.
func TestFormats(t *testing.T) {
	args := append([]string{"benchmark", "--municipality", "Aarhus"}, askQuickly(t)...)
	jsonOut, _, _ := raaderum(append(args, "--format", "json")...)
	var report struct {
		Rows []struct {
			Area, Municipality string
			Expected           *float64
		}
	}
	if err := json.Unmarshal([]byte(jsonOut), &report); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"da", "en"} {
		out, stderr, code := raaderum(append(args, "--format", "csv", "--lang", language)...)
		if code != 0 || strings.Contains(out, "Advarsel") || !strings.Contains(stderr, ":") {
			t.Errorf("%s: exit code %d, warnings %q", language, code, stderr)
		}
		separator, decimal := ";", ","
		if language == "en" {
			separator, decimal = ",", "."
		}
		lines := strings.Split(strings.TrimSpace(strings.TrimPrefix(out, "\ufeff")), "\n")
		if len(lines) != len(report.Rows)+1 {
			t.Fatalf("%s: %d lines for %d rows", language, len(lines), len(report.Rows))
		}
		for i, row := range report.Rows {
			fields := strings.Split(lines[i+1], separator)
			expected := strings.Replace(strconv.FormatFloat(*row.Expected, 'f', -1, 64), ".", decimal, 1)
			if fields[0] != row.Area || fields[1] != row.Municipality || fields[6] != expected {
				t.Fatalf("%s: line %d is %q, want %s, %s, %s", language, i+2, lines[i+1], row.Area, row.Municipality, expected)
			}
		}
	}
}
