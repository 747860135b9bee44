package dataset

import (
	"strings"
)

// kroner is what amounts are brought to.
const kroner = "kr."

// scales are the ways that amounts are counted in, and how many kroner each
// is. They are compared without spaces and in small letters; the longest that
// fits counts.
var scales = []struct {
	text   string
	factor float64
}{
	{"1.000kr", 1e3}, {"1000kr", 1e3}, {"1,000kr", 1e3}, {"tkr", 1e3}, {"t.kr", 1e3}, {"tusindkr", 1e3}, {"tusindekroner", 1e3}, {"tusenkr", 1e3}, {"tusentalskronor", 1e3},
	{"kr.1.000", 1e3}, {"1000kroner", 1e3}, {"1.000kroner", 1e3}, {"1,000dkk", 1e3}, {"dkk1,000", 1e3}, {"1.000dkk", 1e3}, {"dkk1.000", 1e3}, {"1000dkk", 1e3}, {"dkk1000", 1e3}, {"dkkthousand", 1e3}, {"thousanddkk", 1e3},
	{"mio.kr", 1e6}, {"miokr", 1e6}, {"mill.kr", 1e6}, {"millkr", 1e6}, {"mkr", 1e6}, {"m.kr", 1e6}, {"kr.mio", 1e6}, {"millionerkr", 1e6}, {"millionerkroner", 1e6}, {"miljonerkronor", 1e6}, {"dkkmillion", 1e6}, {"milliondkk", 1e6}, {"mio.dkk", 1e6}, {"dkkmio", 1e6}, {"dkkm", 1e6},
	{"mia.kr", 1e9}, {"miakr", 1e9}, {"mrd.kr", 1e9}, {"milliarderkr", 1e9}, {"kr.mia", 1e9}, {"dkkbillion", 1e9},
	{"kr", 1}, {"kroner", 1}, {"kronor", 1}, {"dkk", 1},
}

// unit is what a text says of the figures' unit.
type unit struct {
	text      string  // the unit that they are brought to
	given     string  // as it was given, where that is another
	factor    float64 // that brings them there
	perPerson bool    // they are per inhabitant
}

// parseUnit reads the text of a unit. Amounts in thousands and millions of
// kroner are to be brought to kroner; of other units nothing is known but
// their text.
func parseUnit(text string) unit {
	text = strings.TrimSpace(text)
	u, flat := unit{text: text, factor: 1}, flat(text)
	for _, word := range []string{"indbygger", "indb.", "innbygger", "invånare", "percapita", "perinhabitant", "pr.inhabitant", "kr/inv", "kr/innb"} {
		u.perPerson = u.perPerson || strings.Contains(flat, word)
	}
	best := 0
	for _, s := range scales {
		if len(s.text) > best && hasWord(flat, s.text) {
			best, u.factor = len(s.text), s.factor
		}
	}
	u.perPerson = u.perPerson && best > 0
	if u.factor == 1 {
		return u
	}
	u.given, u.text = text, kroner
	if u.perPerson {
		u.text = "kr. pr. indbygger"
	} else if per := perOf.FindString(fold(text)); per != "" {
		u.text = kroner + " " + strings.Replace(per, "per ", "pr. ", 1)
	}
	return u
}

// flat is a text without spaces and capitals.
func flat(text string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(strings.ToLower(text))
}

// hasWord says whether a text has another in it that is not a part of a longer
// word or number.
func hasWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, after := byte(' '), byte(' ')
		if i > 0 {
			before = text[i-1]
		}
		if i+len(word) < len(text) {
			after = text[i+len(word)]
		}
		if !isWordByte(before) && !isWordByte(after) {
			return true
		}
		from = i + 1
	}
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}
