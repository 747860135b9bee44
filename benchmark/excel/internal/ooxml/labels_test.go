package ooxml

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLabels: what a list offers is taken for the text that it is, found again,
// and each the only one.
func TestLabels(t *testing.T) {
	long := strings.Repeat("x", 300)
	got := Labels([]string{"Viborg", "viborg", "=1+1", "2024", "1. maj", "Sand", "a*b?~|c", " \tLæsø\n", "", "-2", "'x", "TRUE", long, long, "25 pct.-fraktilen af alle kommuner", "= a b c d e", "Høje-Taastrup"}, "Kommune")
	want := []string{"Viborg", "viborg (2)", "Kommune =1+1", "Kommune 2024", "Kommune 1. maj", "Kommune Sand", "a·b···c", "Læsø", "Kommune ", "Kommune -2", "Kommune 'x", "Kommune TRUE",
		strings.Repeat("x", 99) + "…", strings.Repeat("x", 99) + "… (2)", "25 pct.-fraktilen af alle kommuner", "Kommune = a b c d e", "Høje-Taastrup"}
	want[8] = "Kommune" // nothing
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for _, label := range got {
		if utf8.RuneCountInString(label) > mostLabel+10 || strings.TrimSpace(label) != label {
			t.Errorf("%q", label)
		}
	}
}
