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
	given     string  // as it was given, where that is another
	factor    float64 // that brings them there
	amount    bool    // it is of money
	perPerson bool    // they are per inhabitant
}

// parseUnit reads the text of a unit. Amounts in thousands and millions of
// kroner are to be brought to kroner; of other units nothing is known but
// their text.
func parseUnit(text string) unit {
	text = strings.TrimSpace(text)
	u := unit{text: text, factor: 1}
	spelt := spelled(text)
	factor, per, ok := soleAmount(spelt)
	if !ok {
		return u
	}
	u.amount, u.factor = true, factor
	for _, word := range []string{"indbygger", "indb.", "innbygger", "invånare", "per capita", "per inhabitant", "pr. inhabitant", "kr/inv", "kr/innb"} {
		u.perPerson = u.perPerson || strings.Contains(spelt, word)
	}
	if factor == 1 {
		return u
	}
	u.given, u.text = text, kroner
	if u.perPerson {
		u.text = "kr. pr. indbygger"
	} else if per = or(per, perOf.FindString(spelt)); per != "" {
		u.text = kroner + " pr. " + divisor.ReplaceAllString(per, "")
	}
	return u
}

// divisor is what stands before what an amount is divided by.
var divisor = regexp.MustCompile(`^\s?(?:pr\.?|per|/)\s?`)
