package unit

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// List returns the units that figures may be in, as people write them. Each may be
// followed by "pr." and what it is divided by: "kr. pr. elev".
func List() []string {
	return []string{
		"kr.", "1.000 kr.", "t.kr.", "mio. kr.", "mia. kr.", "pct.", "promille", "antal",
		"personer", "indbyggere", "børn", "elever", "årsværk", "timer", "dage", "år", "km", "km²",
		"m²", "ha", "stk.", "point", "indeks", "pr. 1.000 indbyggere",
	}
}

// counted are the words for units other than amounts, in small letters.
var counted = makeWordSet(`
	% pct. pct procent percent promille ‰ antal number personer person persons borgere indbyggere inhabitants
	børn children ældre elever pupils studerende brugere modtagere pladser klasser skoler boliger husstande sager besøg udlån
	årsværk fuldtidsstillinger fuldtidspersoner helårspersoner helårselever timer hours dage days uger måneder år years
	km km2 km² m2 m² m3 m³ ha kwh mwh ton stk stk. styk point points indeks index karakter`)

func makeWordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

var (
	endsInShare = regexp.MustCompile(`^(.*\S) (?:i )(%|pct\.?|procent|promille|‰)$`)
	inBrackets  = regexp.MustCompile(`[(\[]([^()\[\]]{1,60})[)\]]`)
	perOf       = regexp.MustCompile(`\b(?:pr\.|per) [^,;()\[\]]{1,40}`)
)

// IsUnit says whether a text is a unit and nothing else.
func IsUnit(text string) bool {
	text = Fold(text)
	if isAmount(text) {
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

// FindStated returns the unit that a heading or a label clearly states for its figures, and
// the rest of the text: "Musikskole (1.000 kr.)", "Musikskole, mio. kr.", "Udgift i kr. pr.
// elev". The unit is empty if the text states none or two.
func FindStated(text string) (unit, rest string) {
	text = strings.Join(strings.Fields(text), " ")
	unit, rest = cutStated(text)
	u := Parse(unit)
	if !u.Amount {
		return unit, rest
	}
	for _, s := range findScales(Fold(rest)) {
		if s.Factor != u.Factor {
			return "", text
		}
	}
	return addDivisor(unit, rest), rest
}

// cutStated splits a text into its unit, if one stands where units do, and the rest.
func cutStated(text string) (unit, rest string) {
	if IsUnit(text) && !isBareWord(text) {
		return text, ""
	}
	for _, at := range inBrackets.FindAllStringSubmatchIndex(text, -1) {
		if inside := text[at[2]:at[3]]; IsUnit(inside) {
			return inside, strings.Join(strings.Fields(text[:at[0]]+" "+text[at[1]:]), " ")
		}
	}
	if i := strings.LastIndex(text, ", "); i > 0 {
		if tail := text[i+2:]; IsUnit(tail) && !isBareWord(tail) {
			return tail, text[:i]
		}
	}
	folded := Fold(text)
	if mayHaveCurrency(folded) {
		if m := endsInAmount.FindStringSubmatch(folded); m != nil && isAmount(m[2]) &&
			!isBound(strings.TrimRight(m[1], " ,")) {
			return m[2], cutTo(text, strings.TrimRight(m[1], " ,:-–"))
		}
	}
	if m := endsInShare.FindStringSubmatch(folded); m != nil {
		return m[2], cutTo(text, m[1])
	}
	return "", text
}

// isBareWord says whether a text is a unit only in brackets or in a column of units.
// Elsewhere it is a name, as in the heading "Elever".
func isBareWord(text string) bool {
	text = Fold(text)
	return counted[text] && text != "%" && text != "pct." && text != "pct" && text != "procent"
}

// cutTo returns the beginning of a text that corresponds to the beginning of its folded
// form.
func cutTo(text, folded string) string {
	runes := []rune(text)
	return strings.TrimRight(string(runes[:min(len(runes), len([]rune(folded)))]), " ,")
}

// addDivisor adds to kroner what they are divided by, if the text beside the unit says so:
// "Udgift pr. elev (kr.)".
func addDivisor(unit, text string) string {
	_, per, _ := findSoleAmount(Fold(unit))
	beside := perOf.FindString(Fold(text))
	if beside == "" || per != "" || !isAmount(Fold(unit)) {
		return unit
	}
	return unit + " pr. " + divisor.ReplaceAllString(beside, "")
}

// FindScale returns the first scale that a text states, of kroner or of anything else. It
// is empty if there is none.
func FindScale(text string) string {
	for _, s := range findScales(Fold(text)) {
		return s.Text
	}
	return ""
}

// AreUnits says whether the texts of a column are units, and not departments, for example.
// strange is a text that is no unit in a column that surely has units.
func AreUnits(texts map[string]bool) (are bool, strange string) {
	all, sure := len(texts) > 0, false
	for text := range texts {
		switch {
		case !IsUnit(text):
			if all = false; strange == "" || text < strange {
				strange = text
			}
		case !isBareWord(text): // "Børn" may be a department
			sure = true
		}
	}
	if !sure {
		return all, ""
	}
	return true, strange
}

// Fold returns a text in the form in which texts are compared: composed Unicode, small
// letters, single spaces.
func Fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(name))), " ")
}

// AreAmounts says whether some texts, at least one, are all units of money.
func AreAmounts(texts []string) bool {
	for _, text := range texts {
		if !isAmount(Fold(text)) {
			return false
		}
	}
	return len(texts) > 0
}
