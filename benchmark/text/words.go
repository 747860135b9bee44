package text

import "github.com/raaderum/raaderum/lang"

// Everything this package says to people.
var (
	columnArea         = lang.Phrase{DA: "Område", EN: "Area"}
	columnMunicipality = lang.Phrase{DA: "Kommune", EN: "Municipality"}
	columnActual       = lang.Phrase{DA: "Faktisk", EN: "Actual"}
	columnExpected     = lang.Phrase{DA: "Forv.", EN: "Expect."}
	columnInterval     = lang.Phrase{DA: "95 %-interval", EN: "95% interval"}
	columnPct          = lang.Phrase{DA: "Pct.", EN: "Pct."}
	columnMillions     = lang.Phrase{DA: "Mio.kr.", EN: "Kr. mio"}
	columnGrade        = lang.Phrase{DA: "Skiller", EN: "Stands"}
	columnGradeMore    = lang.Phrase{DA: "sig ud", EN: "out"}
	columnTarget       = lang.Phrase{DA: "Mål", EN: "Target"}
	columnHeadroom     = lang.Phrase{DA: "Råderum, mio.kr.", EN: "Headroom, kr. mio"}
	groupUnit          = lang.Phrase{DA: "kr. pr. enhed", EN: "kr. per unit"}
	groupDifference    = lang.Phrase{DA: "forskel", EN: "difference"}

	allMunicipalities = lang.Phrase{DA: "alle kommuner", EN: "all municipalities"}
	noYear            = lang.Phrase{DA: "uden år", EN: "undated"}

	strongestOf  = lang.Phrase{DA: "De %d stærkeste af %d kandidater i %d kommuner på %d områder.", EN: "The %d strongest of %d candidates in %d municipalities on %d areas."}
	allStrongest = lang.Phrase{DA: "%d kandidater i %d kommuner på %d områder.", EN: "%d candidates in %d municipalities on %d areas."}
	seeRest      = lang.Phrase{DA: "Alle rækker: --format csv. Én kommune: --municipality NAVN.", EN: "Every row: --format csv. One municipality: --municipality NAME."}
	noCandidates = lang.Phrase{DA: "Ingen områder skiller sig sikkert ud over det forventede.", EN: "No area stands out above the expected level with any certainty."}
	candidates   = lang.Phrase{DA: "Kandidater til råderum: %s.", EN: "Candidates for headroom: %s."}
	candidate    = lang.Phrase{DA: "%s (%s mio. kr. over forventet, 95 pct.-interval %s til %s)", EN: "%s (kr. %s million above expected, 95 per cent interval %s to %s)"}

	units      = lang.Phrase{DA: "Tal i %s.", EN: "Figures in %s."}
	unitsBut   = lang.Phrase{DA: "Tal i %s, undtagen %s.", EN: "Figures in %s, except %s."}
	unitOf     = lang.Phrase{DA: "%s (%s)", EN: "%s (%s)"}
	method     = lang.Phrase{DA: "Metode: %s på %s, %s; forventet er, hvad de øvrige kommuner fører til, så kommunen aldrig er med i sin egen målestok. Forskellen er mod det forventede.", EN: "Method: %s on %s, %s; expected is what the other municipalities lead to, so that a municipality is never part of its own yardstick. The difference is against the expected level."}
	onLevel    = lang.Phrase{DA: "kroner", EN: "kroner"}
	onLog      = lang.Phrase{DA: "logaritmen af kroner (tilbageregnet med Duans faktor)", EN: "the logarithm of kroner (taken back with Duan's factor)"}
	nRange     = lang.Phrase{DA: "%d-%d kommuner i modellerne", EN: "%d-%d municipalities in the models"}
	nOne       = lang.Phrase{DA: "%d kommuner i modellerne", EN: "%d municipalities in the models"}
	nNone      = lang.Phrase{DA: "ingen model", EN: "no model"}
	grading    = lang.Phrase{DA: "Markant, tydelig, mulig og lavt: højst 1, 5, 10 og 10 pct. falske fund blandt %s og mindst %s mio. kr.", EN: "Marked, clear, possible and low: at most 1, 5, 10 and 10 per cent false finds among %s, and at least kr. %s million."}
	dataLine   = lang.Phrase{DA: "Data: %s, %s.", EN: "Data: %s, %s."}
	publishers = lang.Phrase{DA: "%s (%s)", EN: "%s (%s)"}
	caveat     = lang.Phrase{DA: "En forskel er et spørgsmål og ikke et svar: den kan skyldes serviceniveau, vilkår uden for modellen, kontering eller produktivitet. Forskelle på områder, der kan erstatte hinanden, lægges ikke sammen.", EN: "A difference is a question, not an answer: it may come from service level, conditions outside the model, posting practice or productivity. Differences on areas that can replace each other are not to be added."}

	headroomAgainst = lang.Phrase{DA: "Råderum mod %s (%s):", EN: "Headroom against %s (%s):"}

	warningWord = lang.Phrase{DA: "Advarsel: %s", EN: "Warning: %s"}
)

var gradeWords = map[string]lang.Phrase{
	"":         {},
	"marked":   {DA: "markant", EN: "marked"},
	"clear":    {DA: "tydelig", EN: "clear"},
	"possible": {DA: "mulig", EN: "possible"},
	"low":      {DA: "lavt", EN: "low"},
}

var estimatorWords = map[string]lang.Phrase{
	"ols": {DA: "mindste kvadrater", EN: "least squares"},
	"wls": {DA: "vægtede mindste kvadrater", EN: "weighted least squares"},
}

var familyWords = map[string]lang.Phrase{
	"municipality": {DA: "kommunens områder", EN: "a municipality's areas"},
	"area":         {DA: "områdets kommuner", EN: "an area's municipalities"},
	"all":          {DA: "alle kommuners områder", EN: "all municipalities' areas"},
}
