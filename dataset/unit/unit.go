package unit

import (
	"cmp"
	"regexp"
	"strings"
)

// kroner is the unit that amounts are converted to.
const kroner = "kr."

// Unit is a unit of figures as a text states it.
type Unit struct {
	Text      string  // the unit that the figures are converted to
	Base      string  // the same for every way to write the unit
	Given     string  // as it was stated, if that differs
	Factor    float64 // converts the figures to that unit
	Amount    bool    // it is money
	Percent   bool    // the figures may be shown as per cent
	PerPerson bool    // the figures are per inhabitant
}

// Parse reads the text of a unit. Amounts in thousands or millions of kroner get the factor
// that converts them to kroner. Other units are known by their text alone.
func Parse(text string) Unit {
	text = strings.TrimSpace(text)
	u := Unit{Text: text, Base: text, Factor: 1}
	spelt := Fold(text)
	factor, per, ok := findSoleAmount(spelt)
	if !ok {
		u.Percent = takesPercent(spelt)
		if percentWords[spelt] {
			u.Base = "pct."
		}
		return u
	}
	u.Amount, u.Factor, u.Base = true, factor, kroner
	if per = cmp.Or(per, perOf.FindString(spelt)); per != "" {
		per = strings.TrimSpace(divisor.ReplaceAllString(per, ""))
		u.Base = kroner + " pr. " + per
	}
	if m := inhabitants.FindStringSubmatch(per); m != nil {
		u.PerPerson, u.Base = true, "kr. pr. indbygger"
		if m[1] != "" { // per so many inhabitants
			u.Factor /= readScale(m[1])
		}
	}
	if u.Factor != 1 {
		u.Given, u.Text = text, u.Base
	}
	return u
}

// percentWords are the ways to write per cent.
var percentWords = makeWordSet("% pct. pct procent percent")

// inhabitants matches inhabitants, or a number of them, that an amount is divided by.
// Inhabitants of some age or group do not match.
var inhabitants = regexp.MustCompile(`^(1[., ]?0{2,3}(?:[., ]?000)?)?\s?(?:indbyggere?|indb|innbyggere?|innb|invånare|inv|capita|inhabitants?)\.?(?:[, ]+(?:i |in )?(?:årets priser|løbende priser|faste priser|current prices|fixed prices|[0-9]{4}[- ]?(?:priser|pl|p/l)|netto|brutto|net|gross))*$`)

// divisor matches the word before the thing that an amount is divided by.
var divisor = regexp.MustCompile(`^\s?(?:pr\.?|per|/)\s?`)
