package table

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/raaderum/raaderum/lang"
)

var andMore = lang.Phrase{DA: "%s og %s til", EN: "%s and %s more"}

// ListSome names the first few of a list, and how many there are more.
func ListSome(list []string) lang.Localized { return ListFirst(list, 6) }

// ListFirst names the first of a list, and how many there are more.
func ListFirst(list []string, most int) lang.Localized {
	quoted := make([]string, 0, most)
	for _, s := range list[:min(most, len(list))] {
		quoted = append(quoted, Shorten(s))
	}
	if more := len(list) - most; more > 0 {
		return andMore.With(strings.Join(quoted, ", "), strconv.Itoa(more))
	}
	return lang.List(quoted)
}

// Shorten bounds what is repeated from a file, and makes it one visible line.
func Shorten(text string) string {
	const most = 60
	if len(text) > 4*(most+1) { // not the whole of a long text, and never half a letter
		text = strings.ToValidUTF8(text[:4*(most+1)], "")
	}
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }) {
		text = fmt.Sprintf("%q", text)
		text = text[1 : len(text)-1]
	}
	return text
}
