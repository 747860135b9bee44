package ooxml

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// TestSheetNames: whatever an area is called, its sheet has a legal name, unlike
// the others'.
func TestSheetNames(t *testing.T) {
	n := NewNames("Data", "Overblik")
	seen := map[string]bool{"data": true, "overblik": true}
	for in, want := range map[string]string{
		"Plejefamilier": "Plejefamilier", "DATA": "DATA (2)", "a/b\\c[d]:e*f?": "a-b-c-d--e-f-", "'citat'": "citat", "  ": "-", "History": "History-",
		strings.Repeat("å", 40): strings.Repeat("å", 31), strings.Repeat("Å", 40): strings.Repeat("Å", 27) + " (2)",
		strings.Repeat("𝄞", 20): strings.Repeat("𝄞", 15), "a\x00\x01b": "a--b", "a\uFFFEb": "a-b", "' 'x": "x", "_x0041_": "-x0041_",
	} {
		if strings.HasPrefix(in, "å") || strings.HasPrefix(in, "Å") {
			continue // which of the two comes first is chance here: below
		}
		got := n.Sheet(in)
		if got != want {
			t.Errorf("%q is called %q, want %q", in, got, want)
		}
		if key := strings.ToLower(got); seen[key] || len(utf16.Encode([]rune(got))) > 31 {
			t.Errorf("%q is taken, or too long", got)
		} else {
			seen[key] = true
		}
	}
	if a, b := n.Sheet(strings.Repeat("å", 40)), n.Sheet(strings.Repeat("Å", 40)); a != strings.Repeat("å", 31) || b != strings.Repeat("Å", 27)+" (2)" {
		t.Errorf("%q and %q", a, b)
	}
	if a, b := n.Range("Raaderum_", "Ældre & sygepleje"), n.Range("Raaderum_", "ældre + sygepleje"); a != "Raaderum_Aeldre___sygepleje" || b != "Raaderum_aeldre___sygepleje_2" {
		t.Errorf("ranges are called %q and %q", a, b)
	}
}

// TestShortened: a text is cut with a mark where the format has a limit, and
// never within a character.
func TestShortened(t *testing.T) {
	if got := Shorten(strings.Repeat("x", 40000), MostInCell); len(got) != MostInCell-1+len(cutMark) || !strings.HasSuffix(got, cutMark) {
		t.Errorf("%d characters", len(got))
	}
	if got := Shorten("a𝄞𝄞", 4); got != "a𝄞"+cutMark {
		t.Errorf("%q", got)
	}
	if got := Shorten("abc", 3); got != "abc" {
		t.Errorf("%q", got)
	}
	if got := Tidy("a\x00b\tc\nd\uFFFE"); got != "a\uFFFDb\tc\nd\uFFFD" {
		t.Errorf("%q", got)
	}
}

// TestRound: an axis has round bounds around what is drawn.
func TestRound(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		low, high float64
	}{
		{[]float64{-83, 102}, -100, 150},
		{[]float64{0, 7.1}, 0, 8},
		{[]float64{95, 2545}, 0, 3000},
	} {
		var a Axis
		if a.Round(c.values); a.Min != c.low || a.Max != c.high || !a.Bounded {
			t.Errorf("%v lie from %v to %v, want %v to %v", c.values, a.Min, a.Max, c.low, c.high)
		}
	}
	var a Axis
	if a.Round(nil); a.Bounded {
		t.Error("nothing has bounds")
	}
}
