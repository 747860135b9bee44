package lang_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/raaderum/raaderum/lang"
)

func TestParseReadsLanguageCodes(t *testing.T) {
	for _, code := range lang.Languages() {
		l, ok := lang.Parse(code)
		if !ok || l.String() != code {
			t.Errorf("Parse(%q) = %v, %v", code, l, ok)
		}
	}
	if l, ok := lang.Parse("en"); !ok || l != lang.English {
		t.Errorf("Parse(en) = %v, %v", l, ok)
	}
	for _, code := range []string{"", "DA", "sv", "dansk"} {
		if l, ok := lang.Parse(code); ok || l != lang.Danish {
			t.Errorf("Parse(%q) = %v, %v; want Danish and false", code, l, ok)
		}
	}
	var zero lang.Language
	if zero != lang.Danish {
		t.Error("the zero language is not Danish")
	}
}

func TestMessageSaysItsFactsInItsLanguage(t *testing.T) {
	inner := lang.Phrase{DA: "to linjer", EN: "two lines"}
	figures := lang.Phrase{DA: "%s kr. i %s", EN: "DKK %s in %s"}
	for _, c := range []struct {
		name    string
		message lang.Message
		da, en  string
	}{
		{"no facts, so a percent sign is one", lang.Phrase{DA: "100 %", EN: "100%"}.With(), "100 %", "100%"},
		{"plain facts", lang.Phrase{DA: "linje %d: '%s'", EN: "line %d: '%s'"}.With(3, "x"), "linje 3: 'x'", "line 3: 'x'"},
		{"another order", lang.Phrase{DA: "%[2]s af %[1]s", EN: "%[1]s has %[2]s"}.With("A", "b"), "b af A", "A has b"},
		{"a phrase", lang.Phrase{DA: "fandt %s", EN: "found %s"}.With(inner), "fandt to linjer", "found two lines"},
		{"a message in a message", lang.Phrase{DA: "fordi %s.", EN: "because of %s."}.With(
			figures.With(lang.Number{Value: 1234.5, Decimals: 1}, lang.List{"A", "B"})),
			"fordi 1.234,5 kr. i A og B.", "because of DKK 1,234.5 in A and B."},
		{"an error that speaks", lang.Phrase{DA: "fejl: %s", EN: "error: %s"}.With(error(inner.With())), "fejl: to linjer", "error: two lines"},
		{"an error that wraps one that speaks", lang.Phrase{DA: "fejl: %s", EN: "error: %s"}.With(fmt.Errorf("w: %w", inner.With())), "fejl: to linjer", "error: two lines"},
		{"any error", lang.Phrase{DA: "fejl: %s", EN: "error: %s"}.With(io.EOF), "fejl: EOF", "error: EOF"},
		{"a text with a verb in it", lang.Phrase{DA: "'%s'", EN: "'%s'"}.With("100 %d"), "'100 %d'", "'100 %d'"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.message.In(lang.Danish); got != c.da {
				t.Errorf("in Danish %q, want %q", got, c.da)
			}
			if got := c.message.In(lang.English); got != c.en {
				t.Errorf("in English %q, want %q", got, c.en)
			}
			if got := c.message.Error(); got != c.en {
				t.Errorf("as an error %q, want the English %q", got, c.en)
			}
		})
	}
}

func TestMessageKeepsItsFacts(t *testing.T) {
	m := lang.Phrase{DA: "%s", EN: "%s"}.With(lang.Phrase{DA: "a", EN: "b"})
	for range 2 { // saying it in one language does not change it
		if diff := cmp.Diff([]string{"a", "b"}, []string{m.In(lang.Danish), m.In(lang.English)}); diff != "" {
			t.Errorf("said (-want +got):\n%s", diff)
		}
	}
}

func TestOfFindsTheWordsOfAnError(t *testing.T) {
	said := lang.Phrase{DA: "filen mangler", EN: "no file"}.With()
	for _, c := range []struct {
		name   string
		err    error
		da, en string
	}{
		{"a message", said, "filen mangler", "no file"},
		{"wrapped", fmt.Errorf("at start: %w", said), "filen mangler", "no file"},
		{"wrapped twice", fmt.Errorf("a: %w", fmt.Errorf("b: %w", said)), "filen mangler", "no file"},
		{"joined to one without words", errors.Join(io.EOF, said), "filen mangler", "no file"},
		{"without words", io.ErrUnexpectedEOF, "unexpected EOF", "unexpected EOF"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lang.Of(c.err, lang.Danish); got != c.da {
				t.Errorf("in Danish %q, want %q", got, c.da)
			}
			if got := lang.Of(c.err, lang.English); got != c.en {
				t.Errorf("in English %q, want %q", got, c.en)
			}
		})
	}
}
