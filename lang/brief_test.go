package lang_test

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

func TestBriefNeverCutsALetter(t *testing.T) {
	for _, c := range []struct {
		text    string
		letters int
		want    string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc…"},
		{"æøå", 3, "æøå"},
		{"æøåæ", 3, "æøå…"},
		{"a\nb\t c", 6, "a b c"},
		{"A\u030arhus", 1, "A\u030a…"},    // a ring set on the A is a part of it
		{"A\u030arhus", 5, "A\u030arhus"}, // which has five letters and not six
		{"blå\u0301 x", 3, "blå\u0301…"},
		{"x" + strings.Repeat("\u0301", 1000), 2, "x" + strings.Repeat("\u0301", 9) + "…"},
		{"ab\xff", 2, "ab…"},
		{"a\xffbc", 2, "a�…"},
	} {
		if got := lang.Brief(c.text, c.letters); got != c.want {
			t.Errorf("Brief(%q, %d) = %q, want %q", c.text, c.letters, got, c.want)
		}
	}
}

// TestBriefIsOfTheText: what is left is valid, on one line, and the beginning of
// the text.
func TestBriefIsOfTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		letters := rapid.IntRange(1, 20).Draw(t, "letters")
		got := lang.Brief(text, letters)
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\r\n\t") {
			t.Fatalf("%q", got)
		}
		begun, cut := strings.CutSuffix(got, "…")
		whole := strings.Join(strings.Fields(text), " ")
		if cut && !strings.HasSuffix(text, "…") && !strings.HasPrefix(whole, begun) ||
			!cut && got != whole {
			t.Fatalf("%q of %q", got, text)
		}
		if n := utf8.RuneCountInString(got); n > 5*letters+1 {
			t.Fatalf("%d runes of %d letters", n, letters)
		}
	})
}

// TestBriefReadsNoMoreThanItRepeats: a long text costs no copy of it.
func TestBriefReadsNoMoreThanItRepeats(t *testing.T) {
	text := strings.Repeat("a", 10<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	lang.Brief(text, 60)
	runtime.ReadMemStats(&after)
	if bytes := after.TotalAlloc - before.TotalAlloc; bytes > 1<<20 {
		t.Errorf("%d bytes for a brief text", bytes)
	}
}
