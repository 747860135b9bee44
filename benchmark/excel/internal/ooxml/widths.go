package ooxml

import (
	"strings"
	"unicode/utf8"
)

// LineHeight is the height of a line of text, in points.
const LineHeight = 15

// mostLines is how many lines a row may have at the greatest height that the format allows.
const mostLines = 27

// wide is how wide an average character of a text is. Columns are measured in digits.
// Letters are narrower in most fonts and wider in some.
const wide = 0.87

// CountLines returns how many lines a text takes if a line has so many characters. Lines
// are broken between words, and within words that are longer than a line.
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

// WordWidth returns how wide a column with such headings is: at least so wide, and wide
// enough for the longest word.
func WordWidth(least float64, headings ...string) float64 {
	for _, heading := range headings {
		for _, word := range strings.Fields(heading) {
			least = max(least, min(BoldWidth*float64(utf8.RuneCountInString(word))+2,
				MostWordWidth))
		}
	}
	return least
}

// MostWordWidth is how wide a column may get for the sake of a word.
const MostWordWidth = 26

// BoldWidth is how much wider bold characters are than others.
const BoldWidth = 1.08
