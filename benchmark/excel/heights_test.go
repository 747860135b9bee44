package excel

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
		if got := linesOf(words, ten); got != want {
			t.Errorf("%.20q takes %d lines, want %d", words, got, want)
		}
	}
}

// TestFitHeadings: no heading is broken within a word, but one that is very long,
// and the row is as high as the highest.
func TestFitHeadings(t *testing.T) {
	s := &sheet{widths: []float64{8, 30, 8}, rows: [][]any{{text("Beskæftigelsesindsats", 0), text("to ord", 0), text(strings.Repeat("x", 40), 0)}}}
	s.fitHeadings()
	if s.widths[0] < 21 || s.widths[1] != 30 || s.widths[2] != mostWordWidth {
		t.Errorf("widths %v", s.widths)
	}
	if s.heights[1] != 2*lineHeight {
		t.Errorf("height %v", s.heights[1])
	}
}

// TestSpreadPages: a table that fits is on one page, and a wide one on as many
// beside each other as it takes with its first columns on each.
func TestSpreadPages(t *testing.T) {
	for rest, want := range map[int]int{10: 1, 18: 1, 19: 2, 40: 3} {
		s := &sheet{frame: frame{columnTitles: 1}, widths: []float64{30}}
		for range rest {
			s.widths = append(s.widths, 10)
		}
		if s.spreadPages(); s.pagesWide != want {
			t.Errorf("%d columns are on %d pages, want %d", rest, s.pagesWide, want)
		}
	}
}
