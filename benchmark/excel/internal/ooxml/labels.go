package ooxml

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostLabel is how many UTF-16 units a label has at most: MATCH takes 255, and a
// key is made of several.
const mostLabel = 100

// Labels are texts of the data as a drop-down list can offer them. What is
// chosen in a list goes through the spreadsheet program as if somebody had typed
// it, and is then looked up by MATCH: it must not be taken for a formula, a
// number, a date or a truth value, has no wildcards, is short, and is the only
// one of its kind. prefix is the word that goes before one that could be taken
// for something else.
func Labels(texts []string, prefix string) []string {
	seen := map[string]bool{}
	list := make([]string, len(texts))
	for i, text := range texts {
		label := cleanLabel(text)
		if !isPlainWord(label) {
			label = strings.TrimSpace(prefix + " " + label)
		}
		label = Shorten(label, mostLabel)
		first := label
		for n := 2; seen[strings.ToLower(label)]; n++ { // MATCH takes a and A for the same
			label = first + " (" + strconv.Itoa(n) + ")"
		}
		seen[strings.ToLower(label)] = true
		list[i] = label
	}
	return list
}

// cleanLabel makes one line of a text, without what MATCH takes for wildcards and
// without the mark that stands between the parts of a key.
func cleanLabel(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("*?~|", r):
			return '·'
		case unicode.IsControl(r), unicode.IsSpace(r), r == unicode.ReplacementChar:
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// truths are what spreadsheet programs take for truth values.
var truths = []string{"true", "false", "sand", "sandt", "falsk"}

// manyWords are too many for a number or a date.
const manyWords = 5

// isPlainWord says whether a text cannot be taken for anything but a text: it
// begins with no sign, and is either long or has no digits.
func isPlainWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case len(strings.Fields(text)) >= manyWords:
		return unicode.IsLetter(first) || unicode.IsDigit(first)
	case slices.Contains(truths, strings.ToLower(text)):
		return false
	}
	return unicode.IsLetter(first) && !strings.ContainsFunc(text, unicode.IsDigit)
}
