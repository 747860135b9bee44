package dataset

import (
	"regexp"
	"strings"
)

// kroner is what amounts are brought to.
const kroner = "kr."

// unit is what a text says of the figures' unit.
type unit struct {
	text      string  // the unit that they are brought to
	base      string  // the same, however it is written
	given     string  // as it was given, where that is another
	factor    float64 // that brings them there
	amount    bool    // it is of money
	percent   bool    // they may be shown as per cent
	perPerson bool    // they are per inhabitant
}

// parseUnit reads the text of a unit. Amounts in thousands and millions of
// kroner are to be brought to kroner; of other units nothing is known but
// their text.
func parseUnit(text string) unit {
	text = strings.TrimSpace(text)
	u := unit{text: text, base: text, factor: 1}
	spelt := spelled(text)
	factor, per, ok := soleAmount(spelt)
	if !ok {
		u.percent = takesPercent(spelt)
		if percentWords[spelt] {
			u.base = "pct."
		}
		return u
	}
	u.amount, u.factor, u.base = true, factor, kroner
	for _, word := range []string{"indbygger", "indb.", "innbygger", "invånare", "per capita", "per inhabitant", "pr. inhabitant", "kr/inv", "kr/innb"} {
		u.perPerson = u.perPerson || strings.Contains(spelt, word)
	}
	if u.perPerson {
		u.base = "kr. pr. indbygger"
	} else if per = or(per, perOf.FindString(spelt)); per != "" {
		u.base = kroner + " pr. " + divisor.ReplaceAllString(per, "")
	}
	if factor != 1 {
		u.given, u.text = text, u.base
	}
	return u
}

// percentWords are the ways to write per cent.
var percentWords = wordSet("% pct. pct procent percent")

// divisor is what stands before what an amount is divided by.
var divisor = regexp.MustCompile(`^\s?(?:pr\.?|per|/)\s?`)
