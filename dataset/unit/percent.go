package unit

import (
	"slices"
	"strings"
)

// CutPercent takes the per cent sign off a number's text. It reports false if there is no
// sign, or no number.
func CutPercent(text string) (number string, ok bool) {
	for _, sign := range []string{"%", "pct.", "pct"} {
		number, cut := strings.CutSuffix(text, sign)
		if number = strings.TrimRight(number, " \u00a0\u202f"); cut && number != "" &&
			IsDigit(number[len(number)-1]) {
			return number, true
		}
	}
	return text, false
}

// takesPercent says whether figures in a unit, which must be folded, may be shown as per
// cent.
func takesPercent(unit string) bool {
	return !IsUnit(unit) || slices.ContainsFunc([]string{"pct", "%", "procent", "percent"},
		func(word string) bool { return strings.Contains(unit, word) })
}
