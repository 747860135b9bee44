package ooxml

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostLabel is how many UTF-16 units a label may have. MATCH takes 255, and a key is made
// of several labels.
const mostLabel = 100

// Labels returns texts of the data as a drop-down list can offer them. A spreadsheet
// program treats what is chosen from a list as if somebody had typed it, and MATCH then
// looks it up. So a label must not look like a formula, a number, a date or a truth value.
// It has no wildcards, it is short, and no other label is the same. prefix is the word that
// is put before a label that could be taken for something else.
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
		for n := 2; seen[strings.ToLower(label)]; n++ { // MATCH does not tell a from A
			label = first + " (" + strconv.Itoa(n) + ")"
		}
		seen[strings.ToLower(label)] = true
		list[i] = label
	}
	return list
}

// cleanLabel makes a text a single line. It takes out MATCH's wildcards, and the mark that
// stands between the parts of a key.
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

// manyWords is more words than a number or a date has.
const manyWords = 5

// isPlainWord says whether a text can be taken for nothing but a text. It begins with no
// sign, and is long or has no digits.
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
