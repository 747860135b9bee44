package ooxml

import (
	"strings"
	"unicode/utf8"
)

// LineHeight is the height of a line of text, in points.
const LineHeight = 15

// mostLines is how many lines the highest row has that the format allows.
const mostLines = 27

// wide is how wide a character of a text is, in those that columns are measured
// in, which are digits. Letters are narrower in most fonts and wider in some.
const wide = 0.87

// CountLines is how many lines a text takes in so many characters across, broken
// between words, and within those that are longer than a line.
func CountLines(words string, across float64) int {
	most := max(1, int(across/wide))
	lines, used := 1, 0
	for _, word := range strings.Fields(words) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > most {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
		for ; used > most; used -= most {
			lines++
		}
		if lines >= mostLines {
			return mostLines
		}
	}
	return lines
}

// WordWidth is how wide a column is that has these words as its heading: at least
// so wide, and wide enough for the longest word.
func WordWidth(least float64, headings ...string) float64 {
	for _, heading := range headings {
		for _, word := range strings.Fields(heading) {
			least = max(least, min(BoldWidth*float64(utf8.RuneCountInString(word))+2,
				MostWordWidth))
		}
	}
	return least
}

// MostWordWidth is how wide a column gets for the sake of a word.
const MostWordWidth = 26

// BoldWidth is how much wider a bold character is.
const BoldWidth = 1.08
