package dataset

import (
	"regexp"
	"strings"
)

// Units lists the units that figures may be said to be in, as people write them.
// Each may be followed by "pr." and what it is of: "kr. pr. elev".
var Units = []string{
	"kr.", "1.000 kr.", "t.kr.", "mio. kr.", "mia. kr.", "pct.", "promille", "antal", "personer", "indbyggere", "børn", "elever",
	"årsværk", "timer", "dage", "år", "km", "km²", "m²", "ha", "stk.", "point", "indeks", "pr. 1.000 indbyggere",
}

// counted are the words of units that are no amounts, in small letters.
var counted = wordSet(`
	% pct. pct procent percent promille ‰ antal number personer person persons borgere indbyggere inhabitants
	børn children ældre elever pupils studerende brugere modtagere pladser klasser skoler boliger husstande sager besøg udlån
	årsværk fuldtidsstillinger fuldtidspersoner helårspersoner helårselever timer hours dage days uger måneder år years
	km km2 km² m2 m² m3 m³ ha kwh mwh ton stk stk. styk point points indeks index karakter`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

const (
	amountPattern = `(?:(?:1[.,]?000|tusinde?|t\.|t|mio\.?|mill\.?|m\.|millioner|mia\.?|mrd\.?|milliarder)\s?)?(?:kr\.|kr|kroner|dkk)|dkk\s(?:1[.,]?000|thousand|million|billion)|kr\.\s?1\.?000`
	perPattern    = `(?:\s?(?:pr\.?|per|/)\s?[^,;()]{1,40})?`
)

var (
	wholeAmount = regexp.MustCompile(`^(?:i |in )?(?:` + amountPattern + `)` + perPattern + `(?:, (?:årets priser|løbende priser|faste priser|netto|brutto)){0,2}$`)
	// endsInAmount is a text with an amount at its end and a word before.
	endsInAmount = regexp.MustCompile(`^(.*?\S)[\s,]\s?((?:` + amountPattern + `)` + perPattern + `)$`)
	endsInShare  = regexp.MustCompile(`^(.*\S) (?:i )(%|pct\.?|procent|promille|‰)$`)
	inBrackets   = regexp.MustCompile(`[(\[]([^()\[\]]{1,60})[)\]]`)
	perOf        = regexp.MustCompile(`\b(?:pr\.|per) [^,;()]{1,40}`)
	limits       = regexp.MustCompile(`(?:^|\s)(?:pr\.|per|over|under|mindst|højst|til|af|mellem|fra|-|–|\S*[0-9])$`)
	yearAtEnd    = regexp.MustCompile(`(?:^|\s)(?:19|20)[0-9]{2}$`)
)

// spelled brings a text to the form that those are compared with.
func spelled(text string) string {
	return strings.ReplaceAll(fold(text), "1 000", "1.000") // fold makes every space one of the same
}

// isUnit says whether a text is a unit and nothing else.
func isUnit(text string) bool {
	text = spelled(text)
	if wholeAmount.MatchString(text) {
		return true
	}
	text = strings.TrimPrefix(strings.TrimPrefix(text, "i "), "in ")
	base, of, divided := strings.Cut(text, " pr. ")
	if !divided {
		base, of, divided = strings.Cut(text, " per ")
	}
	if !divided { // pct. af personalet
		base, of, divided = strings.Cut(text, " af ")
	}
	if rest, ok := strings.CutPrefix(text, "pr. "); ok { // pr. 1.000 indbyggere
		return rest != "" && len(rest) <= 40
	}
	base = strings.TrimPrefix(base, "antal ")
	return counted[base] && (!divided || of != "" && len(of) <= 40)
}

// statedUnit returns the unit that a heading or a label certainly states of its
// figures, and the rest of the text: "Musikskole (1.000 kr.)", "Musikskole, mio.
// kr.", "Udgift i kr. pr. elev". Empty where it states none.
func statedUnit(text string) (unit, rest string) {
	text = strings.Join(strings.Fields(text), " ")
	if isUnit(text) && !bareWord(text) {
		return text, ""
	}
	for _, at := range inBrackets.FindAllStringSubmatchIndex(text, -1) {
		if inside := text[at[2]:at[3]]; isUnit(inside) {
			rest = strings.Join(strings.Fields(text[:at[0]]+" "+text[at[1]:]), " ")
			return of(inside, rest), rest
		}
	}
	if i := strings.LastIndex(text, ", "); i > 0 {
		if tail := text[i+2:]; isUnit(tail) && !bareWord(tail) {
			return of(tail, text[:i]), text[:i]
		}
	}
	folded := spelled(text)
	if m := endsInAmount.FindStringSubmatch(folded); m != nil {
		head := strings.TrimRight(m[1], " ,")
		if yearAtEnd.MatchString(head) || !limits.MatchString(head) {
			head = strings.TrimSuffix(strings.TrimSuffix(head, " i"), " in")
			return m[2], cutTo(text, head)
		}
	}
	if m := endsInShare.FindStringSubmatch(folded); m != nil {
		return m[2], cutTo(text, m[1])
	}
	return "", text
}

// bareWord says whether a text is a word that is a unit only where it stands as
// one, in brackets or a column of units: a heading "Elever" or "Børn, antal" is
// a name.
func bareWord(text string) bool {
	text = spelled(text)
	return counted[text] && text != "%" && text != "pct." && text != "pct" && text != "procent"
}

// cutTo returns the beginning of a text that a folded one is made of.
func cutTo(text, folded string) string {
	runes := []rune(text)
	return strings.TrimRight(string(runes[:min(len(runes), len([]rune(folded)))]), " ,")
}

// of adds what a unit of kroner is divided by where the text beside it says so:
// "Udgift pr. elev (kr.)".
func of(unit, text string) string {
	per := perOf.FindString(spelled(text))
	if per == "" || strings.Contains(unit, "pr.") || parseUnit(unit).text != unit && parseUnit(unit).text != kroner || !wholeAmount.MatchString(spelled(unit)) {
		return unit
	}
	return unit + " " + strings.Replace(per, "per ", "pr. ", 1)
}

// mentionsScale returns the amounts in thousands or millions that a text speaks
// of somewhere; empty where it does not.
func mentionsScale(text string) string {
	for _, at := range scaleAnywhere.FindAllStringSubmatchIndex(spelled(text), -1) {
		folded := spelled(text)
		head := strings.TrimRight(folded[:at[2]], " ")
		if !limits.MatchString(head) || yearAtEnd.MatchString(head) {
			return folded[at[2]:at[3]]
		}
	}
	return ""
}

var scaleAnywhere = regexp.MustCompile(`(?:^|[\s(,])((?:1[.,]?000|tusinde?|t\.|mio\.?|mill\.?|millioner|mia\.?|mrd\.?|milliarder)\s?(?:kr\.|kr|kroner|dkk))(?:[\s),]|$)`)
