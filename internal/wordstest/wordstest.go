// Package wordstest checks what is said to people.
package wordstest

import (
	"strings"
	"testing"

	"github.com/raaderum/raaderum/lang"
)

// Check fails the test if words are empty in a language, or if they lack a fact.
func Check(t testing.TB, what string, words lang.Localized) {
	t.Helper()
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		if text := words.In(l); text == "" || strings.Contains(text, "%!") {
			t.Errorf("%s in %s: %q", what, l, text)
		}
	}
}
