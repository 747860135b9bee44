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
	if per = or(per, perOf.FindString(spelt)); per != "" {
		per = strings.TrimSpace(divisor.ReplaceAllString(per, ""))
		u.base = kroner + " pr. " + per
	}
	if m := inhabitants.FindStringSubmatch(per); m != nil {
		u.perPerson, u.base = true, "kr. pr. indbygger"
		if m[1] != "" { // of so many
			u.factor /= scaleOf(m[1])
		}
	}
	if u.factor != 1 {
		u.given, u.text = text, u.base
	}
	return u
}

// percentWords are the ways to write per cent.
var percentWords = wordSet("% pct. pct procent percent")

// inhabitants are those that an amount is divided by, or so many of them. Of an
// age or a group they are others.
var inhabitants = regexp.MustCompile(`^(1[., ]?0{2,3}(?:[., ]?000)?)?\s?(?:indbyggere?|indb|innbyggere?|innb|invånare|inv|capita|inhabitants?)\.?(?:[, ]+(?:i |in )?(?:årets priser|løbende priser|faste priser|current prices|fixed prices|[0-9]{4}[- ]?(?:priser|pl|p/l)|netto|brutto|net|gross))*$`)

// divisor is what stands before what an amount is divided by.
var divisor = regexp.MustCompile(`^\s?(?:pr\.?|per|/)\s?`)
