package excel_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel"
	"github.com/raaderum/raaderum/internal/longtest"
	"github.com/raaderum/raaderum/lang"
)

// TestNarrowed: a report that was narrowed to a municipality makes the same
// workbook as the whole, of any municipality; one that was narrowed to an area
// makes the workbook of the area. The order of narrowing does not matter.
func TestNarrowed(t *testing.T) {
	longtest.SkipAlone(t)
	t.Parallel()
	whole := small(t)
	only := func(r *benchmark.Report, who string) *benchmark.Report {
		one, ok := r.Only(who)
		if !ok {
			t.Fatalf("no municipality %q", who)
		}
		return one
	}
	onlyArea := func(r *benchmark.Report) *benchmark.Report {
		one, ok := r.OnlyAreas("visits")
		if !ok {
			t.Fatal("no area")
		}
		return one
	}
	area := onlyArea(whole)
	whose := []string{"108", ""} // who was left out, and nobody
	if longtest.Wanted() {
		whose = append(whose, "105")
	}
	want := map[*benchmark.Report]map[string][]byte{whole: {}, area: {}}
	for r, books := range want {
		for _, municipality := range whose {
			books[municipality] = workbook(t, r, municipality, lang.Danish)
		}
	}
	for name, reports := range map[string][2]*benchmark.Report{
		"Only":               {only(whole, "By 105"), whole},
		"OnlyAreas":          {area, area},
		"Only and OnlyAreas": {onlyArea(only(whole, "105")), area},
		"OnlyAreas and Only": {only(area, "105"), area},
		"Only and then Only": {only(only(whole, "105"), "105"), whole},
	} {
		for _, municipality := range whose {
			got := workbook(t, reports[0], municipality, lang.Danish)
			if !bytes.Equal(got, want[reports[1]][municipality]) {
				t.Errorf("%s: another workbook of %q", name, municipality)
			}
		}
	}
	byName := workbook(t, whole, "By 108", lang.Danish)
	if !bytes.Equal(byName, want[whole]["108"]) {
		t.Error("a name makes another workbook than its code")
	}
}

// TestNothingToWrite: what there is no workbook of is an error in words.
func TestNothingToWrite(t *testing.T) {
	for words, write := range map[string]func() error{
		`no municipality "999": pass the code`: func() error {
			return excel.Write(t.Context(), io.Discard, small(t), "999", lang.Danish, excel.Options{})
		},
		"there is no report. Pass the one": func() error {
			return excel.Write(t.Context(), io.Discard, nil, "101", lang.Danish, excel.Options{})
		},
		"no report. Pass the one": func() error { return new(excel.Writer).Write(t.Context(), io.Discard, "101") },
		`the option Sheets is "every"`: func() error {
			return excel.Write(t.Context(), io.Discard, small(t), "", lang.Danish, excel.Options{Sheets: "every"})
		},
		"there is no language 7": func() error {
			return excel.Write(t.Context(), io.Discard, small(t), "", 7, excel.Options{})
		},
	} {
		if err := write(); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%v, want %q", err, words)
		}
	}
}

// taking takes so many bytes, and says nothing of the rest.
type taking int

func (t *taking) Write(p []byte) (int, error) {
	n := min(len(p), int(*t))
	*t -= taking(n)
	return n, nil
}

// TestLost: what a writer loses is an error, and an ended context too, whether it ended
// before the workbook was begun or in the middle.
func TestLost(t *testing.T) {
	w, err := excel.NewWriter(t.Context(), small(t), lang.Danish, excel.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var none context.Context
	_, noContext := excel.NewWriter(none, small(t), lang.Danish, excel.Options{})
	for what, err := range map[string]error{
		"a new writer without a context": noContext, "no context": w.Write(none, io.Discard, "108"),
		"no writer": w.Write(t.Context(), nil, "108"),
	} {
		if err == nil || lang.Of(err, lang.Danish) == lang.Of(err, lang.English) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, room := range []taking{0, 1, 10_000} {
		if err := w.Write(t.Context(), &room, "108"); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("a short write: %v", err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	if err := w.Write(ctx, ending(cancel), "108"); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that ends in the middle: %v", err)
	}
	var b bytes.Buffer
	if err := w.Write(ctx, &b, "108"); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("an ended context: %v, and %d bytes are written", err, b.Len())
	}
}

// ending is a writer that ends a context when it is first written to.
type ending context.CancelFunc

func (e ending) Write(p []byte) (int, error) {
	e()
	return len(p), nil
}
