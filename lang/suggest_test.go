package lang_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

func TestSuggestionAsks(t *testing.T) {
	for _, c := range []struct {
		words  lang.Suggestion
		da, en string
	}{
		{nil, "", ""},
		{lang.Suggestion{"Viborg"}, " Mente du 'Viborg'?", " Did you mean 'Viborg'?"},
		{lang.Suggestion{"Vejle", "Vejen"}, " Mente du 'Vejle' eller 'Vejen'?", " Did you mean 'Vejle' or 'Vejen'?"},
		{lang.Suggestion{"a", "b", "c"}, " Mente du 'a', 'b' eller 'c'?", " Did you mean 'a', 'b' or 'c'?"},
	} {
		if got := c.words.In(lang.Danish); got != c.da {
			t.Errorf("%v in Danish is %q, want %q", []string(c.words), got, c.da)
		}
		if got := c.words.In(lang.English); got != c.en {
			t.Errorf("%v in English is %q, want %q", []string(c.words), got, c.en)
		}
	}
}

func TestSuggestFindsTheNearest(t *testing.T) {
	towns := []string{"Vejle", "Vejen", "Viborg", "Vordingborg", "Aabenraa", "Aalborg", "Vesthimmerlands"}
	for _, c := range []struct {
		word  string
		known []string
		want  lang.Suggestion
	}{
		{"Viborg", towns, lang.Suggestion{"Viborg"}},
		{"viborg", towns, lang.Suggestion{"Viborg"}}, // case is no difference
		{"Vibrg", towns, lang.Suggestion{"Viborg"}},  // a letter left out
		{"Viiborg", towns, lang.Suggestion{"Viborg"}},
		{"Vibarg", towns, lang.Suggestion{"Viborg"}},
		{"Vejlen", towns, lang.Suggestion{"Vejle", "Vejen"}}, // as near, in the order given
		{"Vesthim", towns, lang.Suggestion{"Vesthimmerlands"}},
		{"Vesthimmerlands Kommune", towns, lang.Suggestion{"Vesthimmerlands"}}, // 8 letters off of 23
		{"Ve", towns, nil}, // too short to be a beginning
		{"Korsbæk", towns, nil},
		{"borg", towns, lang.Suggestion{"Viborg", "Vordingborg", "Aalborg"}}, // inside, in the order given
		{"gborg", towns, lang.Suggestion{"Viborg"}},                          // what is near goes before what has it inside
		{"", towns, nil},
		{strings.Repeat("a", 101), []string{strings.Repeat("a", 101)}, nil},                               // too long to compare
		{"æøå", []string{"æøa", "xyz"}, lang.Suggestion{"æøa"}},                                           // letters, not bytes
		{"aaaa", []string{"aaab", "aaac", "aaad", "aaae"}, lang.Suggestion{"aaab", "aaac", "aaad"}},       // at most three
		{"abcdef", []string{"abxyef", "abcdxx", "abcdeg"}, lang.Suggestion{"abcdeg", "abxyef", "abcdxx"}}, // best first
		{"abcdefghi", []string{"abcdefghi", "abcdefxyz"}, lang.Suggestion{"abcdefghi"}},                   // much worse than the best
		{"ccaac", []string{"aac", "cca"}, lang.Suggestion{"aac", "cca"}},                                  // one that the word begins with is no nearer for that
		{"abcdef", nil, nil},
	} {
		if diff := cmp.Diff(c.want, lang.Suggest(c.word, c.known)); diff != "" {
			t.Errorf("Suggest(%q) (-want +got):\n%s", c.word, diff)
		}
	}
}

func TestSuggestIsNeverFurtherOffThanAThird(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-c]{1,9}`).Draw(t, "word")
		known := rapid.SliceOfN(rapid.StringMatching(`[a-c]{1,9}`), 0, 8).Draw(t, "known")
		got := lang.Suggest(word, known)
		if len(got) > 3 {
			t.Fatalf("%d suggestions", len(got))
		}
		last := 0
		for _, g := range got {
			d := distance(word, g)
			begins := len(word) >= 3 && strings.HasPrefix(g, word)
			if !begins && d > max(1, (len(word)+1)/3) && isInside(word, got) {
				continue // none is near
			}
			if !begins && d > max(1, (len(word)+1)/3) {
				t.Fatalf("%q is suggested for %q, %d letters off", g, word, d)
			}
			if begins {
				d = min(d, 1)
			}
			if d < last {
				t.Fatalf("%v for %q is not best first", got, word)
			}
			last = d
		}
		// A known word at distance 1 is never passed over for nothing.
		for _, k := range known {
			if distance(word, k) <= 1 && len(got) == 0 {
				t.Fatalf("nothing is suggested for %q, though %q is known", word, k)
			}
		}
	})
}

// isInside says whether a word that may be suggested for is inside all suggestions, none of
// which is near.
func isInside(word string, got lang.Suggestion) bool {
	for _, g := range got {
		near := strings.HasPrefix(g, word) || distance(word, g) <= max(1, (len(word)+1)/3)
		if len(word) < 3 || !strings.Contains(g, word) || near {
			return false
		}
	}
	return true
}

// distance is the Levenshtein distance by its definition.
func distance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	}
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range b {
		d[0][j+1] = j + 1
	}
	for i := range a {
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			d[i+1][j+1] = min(d[i][j+1]+1, d[i+1][j]+1, d[i][j]+cost)
		}
	}
	return d[len(a)][len(b)]
}
