package ooxml

import (
	"strings"
	"testing"
)

// TestLinesOf: a text breaks between words, and within those that are longer than
// a line.
func TestLinesOf(t *testing.T) {
	const ten = 10 * wide // room for ten characters
	for words, want := range map[string]int{
		"": 1, "a": 1, "abcde fghi": 1, "abcde fghij": 2, "a b c d e f": 2, "abcdefghijk": 2, "a abcdefghij b": 3, strings.Repeat("x", 35): 4,
		"æøå æøå æø": 1, strings.Repeat("ord ", 1000): mostLines,
	} {
		if got := CountLines(words, ten); got != want {
			t.Errorf("%.20q takes %d lines, want %d", words, got, want)
		}
	}
}
