package compare_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/benchmark/compare"
	"github.com/raaderum/raaderum/lang"
)

var nan = math.NaN()

func codes(warnings []compare.Warning) []compare.WarningCode {
	found := map[compare.WarningCode]bool{}
	for _, w := range warnings {
		found[w.Code] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// checkWords fails where a text is empty in a language or lacks a fact.
func checkWords(t testing.TB, what string, words lang.Localized) {
	t.Helper()
	for _, l := range []lang.Language{lang.Danish, lang.English} {
		if text := words.In(l); text == "" || strings.Contains(text, "%!") {
			t.Errorf("%s in %s: %q", what, l, text)
		}
	}
}
