package lang

import (
	"strings"
	"unicode"
)

// Line names a line of a file by its number.
func Line(number int) Message { return line.With(number) }

var line = Phrase{
	DA: "linje %d",
	EN: "line %d",
}

// Brief returns a text from a file in the form in which messages repeat it: on one line,
// and at most so many letters long. A longer text ends with "…".
func Brief(text string, letters int) string {
	if end := endOfLetters(text, letters); end < len(text) {
		text = strings.ToValidUTF8(text[:end], "�") + "…"
	}
	return strings.Join(strings.Fields(text), " ")
}

// endOfLetters returns how many bytes the first letters of a text take. It reads no more
// than that, because a file may have a text of any length. Marks after a letter belong to
// it, such as the ring of a decomposed å. A letter may have a few of them; any beyond count
// as letters.
func endOfLetters(text string, letters int) int {
	const mostMarks = 4
	count, marks := 0, 0
	for i, r := range text {
		if i > 0 && unicode.Is(unicode.Mn, r) && marks < mostMarks {
			marks++
			continue
		}
		marks = 0
		if count++; count > letters {
			return i
		}
	}
	return len(text)
}
