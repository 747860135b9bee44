package unit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/internal/longtest"
)

// What the words count in Danish, English, Swedish and Norwegian, written out here
// and not made from the patterns. Billion is left out, being 10⁹ in English and
// 10¹² in the others.
var countedIn = map[string]float64{
	"1.000": 1e3, "1,000": 1e3, "1000": 1e3, "1 000": 1e3, "1\u00a0000": 1e3, "t.": 1e3, "t": 1e3, "T": 1e3,
	"tusind": 1e3, "tusinde": 1e3, "tusinder": 1e3, "tusen": 1e3, "tusental": 1e3, "thousand": 1e3, "thousands": 1e3, "Tusinde": 1e3,
	"mio.": 1e6, "mio": 1e6, "Mio.": 1e6, "mill.": 1e6, "mill": 1e6, "mil.": 1e6, "m.": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "milj.": 1e6,
	"million": 1e6, "millions": 1e6, "millioner": 1e6, "miljoner": 1e6, "1.000.000": 1e6, "1,000,000": 1e6, "1000000": 1e6,
	"mia.": 1e9, "mia": 1e9, "mrd.": 1e9, "mrd": 1e9, "bn": 1e9, "milliard": 1e9, "milliarder": 1e9, "miljarder": 1e9,
	"": 1,
}

// Everything that is taken for an amount of money has the factor that its words
// have; and what is written in the usual order is taken for one.
func TestAmountsAndTheirFactors(t *testing.T) {
	currencies, ins := []string{"kr."}, []string{"", "i "}
	if longtest.Wanted() {
		currencies, ins = []string{"kr.", "kr", "DKK", "kroner"}, []string{"", "i ", "In "}
	}
	for scale, counted := range countedIn {
		for _, currency := range currencies {
			for _, in := range ins {
				for per, of := range map[string]float64{"": 1, "/elev": 1, " pr. 1.000 indbyggere": 1000} {
					factor := counted / of // a figure of a thousand is brought to one of each
					for _, usual := range []bool{true, false} {
						text := scale + " " + currency
						if !usual {
							text = currency + " " + scale
						}
						text = in + strings.TrimSpace(text) + per
						u := Parse(text)
						switch {
						case !IsUnit(text) && usual:
							t.Errorf("%q is not taken for a unit", text)
						case !IsUnit(text): // "kr. t.", "kr. m."
						case !u.Amount || u.Factor != factor:
							t.Errorf("%q is taken for a unit with a factor of %v (amount: %v), want %v", text, u.Factor, u.Amount, factor)
						}
						for _, heading := range []string{"Musik [%s]", "Musik, %s", "Musik - %s", "Musik: %s", "Musik %s"} {
							heading = fmt.Sprintf(heading, text)
							stated, rest := FindStated(heading)
							if u := Parse(stated); stated != "" && (u.Factor != factor || rest != "Musik") {
								t.Errorf("%q is divided into %q and %q, with a factor of %v, want %v", heading, rest, stated, u.Factor, factor)
							}
							if stated == "" && FindScale(heading) == "" && factor != 1 && usual {
								t.Errorf("%q states no unit, and nothing is said of it", heading)
							}
						}
					}
				}
			}
		}
	}
}

// What is no certain amount has no factor, and is told where it speaks of a scale.
func TestUncertainAmounts(t *testing.T) {
	for text, mention := range map[string]string{
		"billion kr.":              "billion kr.",
		"1.000 kr. mio.":           "1.000 kr. mio.",
		"Udgift (mio.)":            "mio.",
		"Udgift (tusinde)":         "tusinde",
		"Udgift (1000)":            "1000",
		"Beløb i 1.000":            "1.000",
		"Beløb, 1.000":             "1.000",
		"Beløb i tusinder":         "tusinder",
		"Udgift mio.":              "mio.",
		"Udgift (1.000 SEK)":       "1.000",
		"Udgift (SEK thousand)":    "thousand",
		"Udgift (1.000 mio. kr.)":  "1.000",
		"Udgift (100.000 kr.)":     "100.000 kr.",
		"Udgift (100 kr.)":         "100 kr.",
		"Udgift (billioner kr.)":   "billioner",
		"Udgift i kr. (1.000)":     "1.000",
		"Udgift i mio. (kr.)":      "mio.",
		"Udgift mio. kr. (t.kr.)":  "mio. kr.",
		"Borgere (1.000 personer)": "1.000",
		"Mio. kr. brugt på skoler": "mio. kr.",
		// bounds, rates and names
		"Lån over 1.000 kr.":               "",
		"Lån mellem 5 og 10 mio. kr.":      "",
		"Sager pr. 1.000 indbyggere":       "",
		"Sager (pr. 1.000 indbyggere)":     "",
		"Fradrag pr. 1.000 kr.":            "",
		"Indtægt 10.000-20.000 kr.":        "",
		"Kommuner, 10.000-20.000 i bebyg.": "",
		"Elever i 10. klasse":              "",
		"Amtskommunale opgaver":            "",
		"Udgift, 2024-kr.":                 "",
	} {
		stated, _ := FindStated(text)
		if u := Parse(stated); u.Factor != 1 {
			t.Errorf("%q states %q, with a factor of %v", text, stated, u.Factor)
		}
		if got := FindScale(text); got != mention {
			t.Errorf("%q speaks of %q, want %q", text, got, mention)
		}
	}
}

// What is looked for to save time is in all that the patterns find.
func TestBeginningsOfScales(t *testing.T) {
	for word := range scaleWords {
		if (beginsWithScale.MatchString(word) || scaleAlone.MatchString(word)) && !mayHaveScale(word) {
			t.Errorf("%q is passed over", word)
		}
	}
}
