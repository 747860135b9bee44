package unit

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An amount of money is written as a currency. Before or after it may stand what it is
// counted in: "1.000 kr.", "mio. DKK", "kr. 1.000", "DKK million". The patterns below
// define what counts as an amount.

// scaleWords are the words for a thousand, a million and so on in Danish, English,
// Swedish and Norwegian, in full or abbreviated.
var scaleWords = map[string]float64{
	"t": 1e3, "tus": 1e3, "tusind": 1e3, "tusinde": 1e3, "tusinder": 1e3, "tusen": 1e3, "tusental": 1e3, "tusentals": 1e3, "thousand": 1e3, "thousands": 1e3,
	"m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "mill": 1e6, "milj": 1e6, "million": 1e6, "millions": 1e6, "millioner": 1e6, "miljon": 1e6, "miljoner": 1e6,
	"bn": 1e9, "mia": 1e9, "mrd": 1e9, "milliard": 1e9, "milliarder": 1e9, "miljard": 1e9, "miljarder": 1e9, "billion": 1e9, "billions": 1e9,
}

var (
	scaleNumber   = `1(?:[., ]?000){1,3}|['’´]000`
	currency      = `kroner|kronor|krone|kkr\.?|kdkk\.?|kr\.?|dkk\.?|dkr\.?`
	amountPattern = `(?:(` + scaleNumber + `|` + matchAny(scaleWords) + `)\.?\s?)?(` + currency + `)(?:\s?(?:in?\s)?(` + scaleNumber + `|` + matchAny(scaleWords, "t", "m", "mil") + `)\.?)?`
	// perPattern matches what an amount is divided by.
	perPattern = `((?:\s?(?:pr\.|/)\s?|\s(?:pr|per)\s)[^,;()\[\]]{1,40})?`
	pricesOf   = `(?:,? (?:i )?(?:årets priser|løbende priser|faste priser|current prices|fixed prices|[0-9]{4}[- ]?(?:priser|pl|p/l)|netto|brutto|net|gross)){0,2}`

	// amountAnywhere finds an amount in a text. The others match a text that is one, and a
	// text that ends in one.
	amountAnywhere = regexp.MustCompile(amountPattern)
	perAfter       = regexp.MustCompile(`^` + perPattern)
	wholeAmount    = regexp.MustCompile(`^(?:in? )?` + amountPattern + perPattern + pricesOf + `$`)
	// In other units, "m." is another word.
	dkkMillion   = regexp.MustCompile(`^(?:in? )?dkk ?m\.?` + perPattern + pricesOf + `$`)
	endsInAmount = regexp.MustCompile(`^(.*?\S)[\s,:]\s?(?:in? )?(` + amountPattern + perPattern + `)$`)
	// beginsWithScale matches a text that says in what something is counted, or begins so,
	// whether or not it is kroner.
	beginsWithScale = regexp.MustCompile(`^(?:in? )?(` + scaleNumber + `|10{1,2}(?:[., ]?000)*\s?(?:` + currency + `)|10\^[0-9]+|(?:` + matchAny(scaleWords, "t", "m", "mil", "mn", "milj") + `|hundrede?|hundreds?|billioner|kkr|kdkk)\.?)($|\s[\pL(]|\s?(?:` + currency + `)|[),.])`)
	// scaleAlone matches such a word in the middle of a text.
	scaleAlone = regexp.MustCompile(`(?:^|[\s(,/-])((?:` + matchAny(scaleWords, "t", "m", "mil", "mn",
		"milj", "tus", "bn") + `|billioner)\.?)(?:[\s),:/-]|$)`)
)

// matchAny returns a pattern that matches any of some words, apart from a few, trying the
// longest first.
func matchAny(list map[string]float64, but ...string) string {
	some := slices.DeleteFunc(slices.Sorted(maps.Keys(list)),
		func(w string) bool { return slices.Contains(but, w) })
	slices.SortStableFunc(some, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(some, "|")
}

// findFactor returns how many kroner a currency stands for, given what stands before and
// after it. It reports false if both state a scale. It also reports false for the word
// billion with another currency than DKK, which is 10⁹ in English and 10¹² in the other
// languages.
func findFactor(before, currency, after string) (factor float64, ok bool) {
	scale := before + after
	if strings.HasPrefix(currency, "kkr") || strings.HasPrefix(currency, "kdkk") {
		return 1000, scale == ""
	}
	switch {
	case before != "" && after != "", strings.HasPrefix(scale, "billion") &&
		!strings.HasPrefix(currency, "dkk"):
		return 1, false
	case scale == "":
		return 1, true
	}
	return readScale(scale), true
}

// readScale returns what a number or word stands for, or 0 if it is not known.
func readScale(scale string) float64 {
	if scale == "" || scale[0] != '1' && !strings.HasSuffix(scale, "000") {
		return scaleWords[strings.TrimSuffix(scale, ".")]
	}
	factor := 1.0
	for range strings.Count(scale, "0") {
		factor *= 10
	}
	return factor
}

// amount is an amount in a text.
type amount struct {
	from, to int
	factor   float64
	sure     bool // it states a single factor
}

// findAmounts returns the amounts in a text, which must be folded. It passes over bounds
// and rates, such as "over 1.000 kr.".
func findAmounts(text string) (list []amount) {
	if !mayHaveCurrency(text) {
		return nil
	}
	for from := 0; from < len(text); {
		at := amountAnywhere.FindStringSubmatchIndex(text[from:])
		if at == nil {
			break
		}
		a := amount{from: from + at[0], to: from + at[1]}
		if !standsAlone(text, a.from, a.to) {
			_, size := utf8.DecodeRuneInString(text[a.from:])
			from = a.from + size
			continue
		}
		a.factor, a.sure = findFactor(findGroup(text[from:], at, 1), findGroup(text[from:], at, 2),
			findGroup(text[from:], at, 3))
		if !isBound(text[:a.from]) {
			list = append(list, a)
		}
		from = a.to
	}
	return list
}

// mayHaveCurrency says whether a text may hold an amount. Most texts do not, and matching
// patterns takes time.
func mayHaveCurrency(text string) bool {
	return strings.Contains(text, "kr") || strings.Contains(text, "dkk")
}

// mayHaveScale says whether a text may state a scale. It may if it has the beginning of
// such a word or number.
func mayHaveScale(text string) bool {
	return slices.ContainsFunc(scaleBeginnings,
		func(begin string) bool { return strings.Contains(text, begin) })
}

var scaleBeginnings = []string{"'000", "’000", "´000", "10", "1.000", "1,000", "1 000", "tus", "thous", "mi", "mln",
	"mrd", "bn", "bill", "hund", "kkr", "kdkk"}

// findGroup returns what a group of a pattern matched.
func findGroup(text string, at []int, n int) string {
	if at[2*n] < 0 {
		return ""
	}
	return text[at[2*n]:at[2*n+1]]
}

// standsAlone says whether a part of a text is not part of a longer word or number.
func standsAlone(text string, from, to int) bool {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	before, size := utf8.DecodeLastRuneInString(text[:from])
	if before == '.' || before == ',' { // it is part of 11.000
		before, _ = utf8.DecodeLastRuneInString(text[:from-size])
		if isWord(before) && !unicode.IsDigit(before) {
			before = ' '
		}
	}
	after, size := utf8.DecodeRuneInString(text[to:])
	switch last := text[to-1]; {
	case last == '.' && unicode.IsLetter(after): // kr.pr.
		after = ' '
	case (after == '.' || after == ',') && IsDigit(last):
		if after, _ = utf8.DecodeRuneInString(text[to+size:]); !unicode.IsDigit(after) {
			after = ' '
		}
	}
	return !isWord(before) && !isWord(after)
}

var (
	bounds    = regexp.MustCompile(`(?:^|\s)(?:pr\.?|per|over|under|mindst|højst|maks\.?|til|af|på|mellem|fra|op til|\S*[0-9]|[0-9.,]+\s?(?:kr\.?|dkk)?\s?[-–])$|/$`)
	yearAtEnd = regexp.MustCompile(`(?:^|\s)(?:19|20)[0-9]{2}$`)
)

// isBound says whether an amount after this text is a bound or a rate, and not a unit.
func isBound(head string) bool {
	head = strings.TrimRight(head, " ")
	return bounds.MatchString(head) && !yearAtEnd.MatchString(head)
}

// Scale is a scale that a text states, such as thousands or millions.
type Scale struct {
	Text   string
	Factor float64 // 0: not known
	Kroner bool    // it counts kroner
}

// segments matches the beginnings of parts of a text that may be a unit.
var segments = regexp.MustCompile(`^|[(\[,:]\s?|\s(?:in?|[-–])\s`)

// FindScales returns the scales that a text states, of kroner or of anything else.
func FindScales(text string) []Scale { return findScales(Fold(text)) }

// findScales does the work of FindScales on a folded text.
func findScales(text string) (list []Scale) {
	for _, a := range findAmounts(text) {
		if !a.sure {
			list = append(list, Scale{text[a.from:a.to], 0, true})
		} else if a.factor != 1 {
			list = append(list, Scale{text[a.from:a.to], a.factor, true})
		}
	}
	if !mayHaveScale(text) {
		return list
	}
	add := func(said string) { list = append(list, Scale{said, readScale(said), false}) }
	for _, at := range segments.FindAllStringIndex(text, -1) {
		if m := beginsWithScale.FindStringSubmatch(text[at[1]:]); m != nil {
			add(m[1])
		}
	}
	for _, at := range scaleAlone.FindAllStringSubmatchIndex(text, -1) {
		if !isBound(text[:at[2]]) {
			add(text[at[2]:at[3]])
		}
	}
	return list
}

// findSoleAmount returns the factor of the only amount in the text of a unit, which must
// be folded, and what it is divided by. It reports false if there is no amount, or if the
// text contradicts itself.
func findSoleAmount(text string) (factor float64, per string, ok bool) {
	if !mayHaveCurrency(text) {
		return 1, "", false
	}
	if m := dkkMillion.FindStringSubmatch(text); m != nil {
		return 1e6, m[1], true
	}
	if m := wholeAmount.FindStringSubmatch(text); m != nil {
		factor, ok = findFactor(m[1], m[2], m[3])
		return factor, m[4], ok && len(findAmounts(m[4])) == 0
	}
	list := findAmounts(text)
	if len(list) == 0 || !list[0].sure {
		return 1, "", false
	}
	factor = list[0].factor
	for _, s := range findScales(text) {
		if s.Factor != factor {
			return 1, "", false
		}
	}
	return factor, perAfter.FindString(text[list[0].to:]), true
}

// isAmount says whether a folded text is an amount and nothing else.
func isAmount(text string) bool {
	_, _, ok := findSoleAmount(text)
	return ok && (wholeAmount.MatchString(text) || dkkMillion.MatchString(text))
}
