package lang

import "strings"

// Line is a line of a file, by its number.
var Line = Phrase{DA: "linje %d", EN: "line %d"}

// Brief bounds a text from a file that is said again, to so many letters on one
// line.
func Brief(text string, letters int) string {
	if all := []rune(text); len(all) > letters {
		text = string(all[:letters]) + "…"
	}
	return strings.Join(strings.Fields(text), " ")
}
