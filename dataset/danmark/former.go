package danmark

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// formerFile lists the municipalities that the reform of 1 January 2007 ended,
// with the codes they had, and those that were gone before it on Bornholm.
//
//go:embed data/kommuner_foer_2007.csv
var formerFile []byte

var former = sync.OnceValue(func() (t struct{ byCode, byName map[string]string }) {
	t.byCode, t.byName = map[string]string{}, map[string]string{}
	for _, row := range readEmbedded(formerFile) {
		t.byCode[row[0]], t.byName[fold(row[1])] = row[1], row[1]
	}
	return t
})

var endedIn2007 = lang.Phrase{
	DA: "'%s' er en kommune fra før kommunalreformen 2007 og ikke en af de 98 nu. " +
		"Tal fra før kan ikke sammenlignes med dem efter. Tag kun år fra 2007 med.",
	EN: "'%s' is a municipality from before the reform of 2007, and not one of the 98 now. " +
		"Figures from before it do not compare with those after. Take only years from 2007.",
}

var before2007 = lang.Phrase{
	DA: "tal fra før kommunalreformen 2007 er af andre kommuner, selv om nogle har samme navn, " +
		"og er udeladt. Tag kun år fra 2007 med.",
	EN: "figures from before the reform of 2007 are of other municipalities, though some have " +
		"the same name, and are left out. Take only years from 2007.",
}

// Began returns the year in which the 98 municipalities began.
func (register) Began() (year int, why lang.Message) { return 2007, before2007.With() }

// Explain says whether a code and a name mean a municipality from before 2007. It is asked
// about those that the register does not know, or that do not belong together.
func (register) Explain(code, name string) (why lang.Message, ok bool) {
	for _, text := range []string{name, code} {
		text = strings.TrimSpace(text)
		rest := strings.TrimLeft(text, "0123456789")
		digits := strings.TrimLeft(text[:len(text)-len(rest)], "0")
		rest = strings.Trim(rest, " \u00a0.:-–")
		if full, isFormer := former().byName[fold(rest)]; isFormer && rest != "" {
			// a larger municipality kept some of the names
			if _, verdict := identifyName(rest); verdict != dataset.Known {
				return endedIn2007.With(full), true
			}
		}
		full, isFormer := former().byCode[digits]
		if _, isNow := lists().byCode[digits]; isFormer && !isNow && rest == "" && (name == "" || name == text) {
			return endedIn2007.With(digits + " " + full), true
		}
	}
	return lang.Message{}, false
}
