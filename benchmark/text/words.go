package text

import "github.com/raaderum/raaderum/lang"

// The phrases of this package. Others have files of their own.
var (
	columnArea = lang.Phrase{
		DA: "Område",
		EN: "Area",
	}
	columnMunicipality = lang.Phrase{
		DA: "Kommune",
		EN: "Municipality",
	}
	columnActual = lang.Phrase{
		DA: "Faktisk",
		EN: "Actual",
	}
	columnExpected = lang.Phrase{
		DA: "Forv.",
		EN: "Expect.",
	}
	columnInterval = lang.Phrase{
		DA: "95 %-interval",
		EN: "95% interval",
	}
	columnPct = lang.Phrase{
		DA: "Pct.",
		EN: "Pct.",
	}
	columnMillions = lang.Phrase{
		DA: "Mio.kr.",
		EN: "Kr. mio",
	}
	columnGrade = lang.Phrase{
		DA: "Skiller",
		EN: "Stands",
	}
	columnGradeMore = lang.Phrase{
		DA: "sig ud",
		EN: "out",
	}
	groupUnit = lang.Phrase{
		DA: "kr. pr. enhed",
		EN: "kr. per unit",
	}
	groupDifference = lang.Phrase{
		DA: "forskel",
		EN: "difference",
	}

	allMunicipalities = lang.Phrase{
		DA: "alle kommuner",
		EN: "all municipalities",
	}
	noYear = lang.Phrase{
		DA: "uden år",
		EN: "undated",
	}

	strongestOf = lang.Phrase{
		DA: "Viste kandidater: %d, de stærkeste af %d. Områder: %d.",
		EN: "Candidates shown: %d, the strongest of %d. Areas: %d.",
	}
	perMunicipality = lang.Phrase{
		DA: "Falske fund er holdt nede inden for hver kommune; i en liste over alle er nogle " +
			"derfor tilfældige. Til listen som helhed: family = \"all\" i planen.",
		EN: "False finds are held down within each municipality; in a list of all some are " +
			"therefore chance. For the list as a whole: family = \"all\" in the plan.",
	}
	nothingCompared = lang.Phrase{
		DA: "Intet kunne sammenlignes: intet område har et forventet niveau. Se advarslerne.",
		EN: "Nothing could be compared: no area has an expected level. See the warnings.",
	}
	farExplained = lang.Phrase{
		DA: "! med forbehold: kommunens rammevilkår er langt fra de andres, eller det forventede " +
			"er ikke over nul.",
		EN: "! with reservation: the municipality's drivers are far from the others', or the " +
			"expected level is not above zero.",
	}
	largeExplained = lang.Phrase{
		DA: "M og G: tallet er i millioner kr. og i milliarder kr., fordi det ellers er for bredt.",
		EN: "M and G: the number is in kr. million and in kr. thousand million, for it is too " +
			"wide otherwise.",
	}
	weakExplained = lang.Phrase{
		DA: "~ rammevilkårene forklarer næsten intet: det forventede rammer næsten ikke bedre " +
			"end gennemsnittet.",
		EN: "~ the drivers explain next to nothing: the expected level is hardly better a guess " +
			"than the mean.",
	}
	firstWord       = lang.Phrase{DA: "NB: %s", EN: "Note: %s"}
	outsideInterval = lang.Phrase{
		DA: "Uden for 95 %%-intervallet: %s.",
		EN: "Outside the 95%% interval: %s.",
	}
	noneOutside = lang.Phrase{
		DA: "Intet område ligger uden for 95 %-intervallet.",
		EN: "No area lies outside the 95% interval.",
	}
	chance = lang.Phrase{
		DA: "Af %d områder falder omkring %s uden for 95 %%-intervallet ved et tilfælde.",
		EN: "Of %d areas about %s fall outside the 95%% interval by chance.",
	}
	driversOf = lang.Phrase{
		DA: "%s; rammevilkår også fra %s",
		EN: "%s; drivers also of %s",
	}
	fromProgram = lang.Phrase{
		DA: "tal fra et program",
		EN: "figures of a program",
	}
	untested = lang.Phrase{
		DA: "Forskelle fra en fraktil er ikke testet: intet område er kandidat, og intet er " +
			"frikendt.",
		EN: "Differences from a quantile are not tested: no area is a candidate, and none is " +
			"cleared.",
	}
	noCandidates = lang.Phrase{
		DA: "Intet område skiller sig sikkert ud over det forventede.",
		EN: "No area stands out above the expected level with any certainty.",
	}
	notSure = lang.Phrase{
		DA: "Området skiller sig ikke sikkert ud. Tallene er:",
		EN: "The area does not stand out with any certainty. The figures are:",
	}
	postings = lang.Phrase{
		DA: "Sandsynligvis kontering (kont.?), og derfor ikke kandidater:",
		EN: "Probably posting, and so no candidates:",
	}
	sentence = lang.Phrase{
		DA: "%s.",
		EN: "%s.",
	}
	isWhole = lang.Phrase{
		DA: "Kommunen skiller sig ud. Forskellen er i de områder, som tallet består af, og er " +
			"ikke selv en kandidat. Tallene er:",
		EN: "The municipality stands out. The difference is in the areas that the figure is made " +
			"of, and is no candidate itself. The figures are:",
	}
	postingsOfOne = lang.Phrase{
		DA: "Sandsynligvis kontering:",
		EN: "Probably posting:",
	}
	isPosting = lang.Phrase{
		DA: "Området skiller sig ud, men det er sandsynligvis kontering, og det er ikke en " +
			"kandidat. Tallene er:",
		EN: "The area stands out, but that is probably posting, and it is no candidate. The " +
			"figures are:",
	}
	belowExpected = lang.Phrase{
		DA: "Området skiller sig ud, men nedad, og er ikke en kandidat. Tallene er:",
		EN: "The area stands out, but below, and is no candidate. The figures are:",
	}
	candidates = lang.Phrase{
		DA: "Kandidater til råderum:",
		EN: "Candidates for headroom:",
	}

	units = lang.Phrase{
		DA: "Tal i %s, %s.",
		EN: "Figures in %s, %s.",
	}
	unitsBut = lang.Phrase{
		DA: "Tal i %s, %s, undtagen %s.",
		EN: "Figures in %s, %s, except %s.",
	}
	unitOf = lang.Phrase{
		DA: "%s (%s)",
		EN: "%s (%s)",
	}
	method = lang.Phrase{
		DA: "Metode: %s; %s. Forventet er, hvad de øvrige kommuner fører til, så kommunen aldrig " +
			"er med i sin egen målestok. Forskellen er mod det forventede.",
		EN: "Method: %s; %s. Expected is what the other municipalities lead to, so that a " +
			"municipality is never part of its own yardstick. The difference is against the " +
			"expected level.",
	}
	nKept = lang.Phrase{
		DA: "%s kommuner er i beregningen, og %s af dem danner det forventede; de andre skiller " +
			"sig selv ud",
		EN: "%s municipalities are in the calculation, and %s of them form the expected level; " +
			"the others stand out themselves",
	}
	nAll = lang.Phrase{
		DA: "%s kommuner er i beregningen og danner det forventede",
		EN: "%s municipalities are in the calculation and form the expected level",
	}
	nNone = lang.Phrase{
		DA: "ingen model",
		EN: "no model",
	}

	expectedIs = lang.Phrase{
		DA: "Forventet er, hvad de øvrige kommuner og egne rammevilkår lader forvente (%s; %s).",
		EN: "Expected is what the others and the municipality's own conditions lead one to " +
			"expect (%s; %s).",
	}
	shortCaveat = lang.Phrase{
		DA: "En forskel er et spørgsmål og ikke et svar, og forskelle på områder, der kan " +
			"erstatte hinanden, eller på et område og dets dele lægges ikke sammen. Metode og " +
			"grunde, område for område: --area.",
		EN: "A difference is a question, not an answer, and those of areas that can replace each " +
			"other, or of an area and its parts, are not to be added. Method and reasons, area " +
			"by area: --area.",
	}
	pricesCurrent = lang.Phrase{
		DA: "i %d-priser",
		EN: "in prices of %d",
	}
	pricesOfYear = lang.Phrase{
		DA: "omregnet til %d-priser (%s)",
		EN: "brought to prices of %d (%s)",
	}
	pricesMixed = lang.Phrase{
		DA: "hvert år i egne priser",
		EN: "each year in its own prices",
	}
	pricesUnknown = lang.Phrase{
		DA: "i prisniveauet, som tallene har",
		EN: "in the prices that the figures have",
	}
	grading = lang.Phrase{
		DA: "Markant, tydelig, mulig og lavt: højst 1, 5, 10 og 10 pct. falske fund blandt %s og " +
			"mindst %s mio. kr.",
		EN: "Marked, clear, possible and low: at most 1, 5, 10 and 10 per cent false finds among " +
			"%s, and at least kr. %s million.",
	}
	dataLine = lang.Phrase{
		DA: "Data: %s, %s.",
		EN: "Data: %s, %s.",
	}
	publishers = lang.Phrase{
		DA: "%s (%s)",
		EN: "%s (%s)",
	}
	caveat = lang.Phrase{
		DA: "En forskel er et spørgsmål og ikke et svar: den kan skyldes serviceniveau, vilkår " +
			"uden for modellen, kontering eller produktivitet. Forskelle på områder, der kan " +
			"erstatte hinanden, eller på et område og dets dele lægges ikke sammen.",
		EN: "A difference is a question, not an answer: it may come from service level, " +
			"conditions outside the model, posting practice or productivity. Differences on " +
			"areas that can replace each other, or on an area and its parts, are not to be added.",
	}

	correctionsHead = lang.Phrase{
		DA: "Rettelser, lagt til udgiften før alt andet (kr.; tal før → efter):",
		EN: "Corrections, added to spending before all else (kr.; before → after):",
	}
	correctionOf = lang.Phrase{
		DA: "%s: %s. %s (%s)",
		EN: "%s: %s. %s (%s)",
	}
	correctionEffect = lang.Phrase{
		DA: "- %s: %s → %s %s",
		EN: "- %s: %s → %s %s",
	}
	correctionsMore = lang.Phrase{
		DA: "Flere rettelser: %d. Se dem i JSON eller i projektmappens ark Rettelser.",
		EN: "More corrections: %d. See them in JSON or in the workbook's sheet Corrections.",
	}
	correctionsOfOthers = lang.Phrase{
		DA: "Rettelser af andre kommuner eller områder: %d. De flytter også det forventede niveau.",
		EN: "Corrections of other municipalities or areas: %d. They move the expected level too.",
	}

	warningWord = lang.Phrase{
		DA: "Advarsel: %s",
		EN: "Warning: %s",
	}
	noteWord = lang.Phrase{
		DA: "Bemærk: %s",
		EN: "Note: %s",
	}
	remarksMore = lang.Phrase{
		DA: "%s, der ikke er vist: --warnings.",
		EN: "%s not shown: --warnings.",
	}
	oneRemark = lang.Phrase{
		DA: "1 bemærkning",
		EN: "1 remark",
	}
	someRemarks = lang.Phrase{
		DA: "%d bemærkninger",
		EN: "%d remarks",
	}
)

var gradeWords = map[string]lang.Phrase{
	"": {},
	"marked": {
		DA: "markant",
		EN: "marked",
	},
	"clear": {
		DA: "tydelig",
		EN: "clear",
	},
	"possible": {
		DA: "mulig",
		EN: "possible",
	},
	"low": {
		DA: "lavt",
		EN: "low",
	},
	"posting": {
		DA: "kont.?",
		EN: "posting",
	},
}
