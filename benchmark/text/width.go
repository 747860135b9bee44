package text

import (
	"unicode"

	"golang.org/x/text/width"
)

// countColumns returns how many columns of a screen a text takes. The wide letters of
// East Asia take two. A mark that is set on the letter before it takes none.
func countColumns(text string) (n int) {
	for _, r := range text {
		n += countRuneColumns(r)
	}
	return n
}

// countRuneColumns returns how many columns of a screen a letter takes.
func countRuneColumns(r rune) int {
	if r < 0x300 { // nearly all letters
		return 1
	}
	switch kind := width.LookupRune(r).Kind(); {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// cutText returns the beginning of a text that takes at most so many columns.
func cutText(text string, columns int) string {
	taken := 0
	for i, r := range text {
		if taken += countRuneColumns(r); taken > columns {
			return text[:i]
		}
	}
	return text
}
