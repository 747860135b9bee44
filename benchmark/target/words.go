package target

import "github.com/raaderum/raaderum/lang"

// Everything that the package says to people.
var (
	// What is wrong with a rule.
	unknownRule = lang.Phrase{
		DA: "'%s' er ikke en regel for målniveauet. Reglerne er: %s.%s",
		EN: "'%s' is not a target rule. The rules are: %s.%s",
	}
	badRule = lang.Phrase{
		DA: "reglen '%s' er skrevet forkert: %s. Skriv for eksempel %s.",
		EN: "the rule '%s' is written wrongly: %s. Write for example %s.",
	}
	moreThanOthers = lang.Phrase{
		DA: "reglen '%s' beder om flere kommuner, end der er. Skriv højst %d, de øvrige " +
			"kommuner i dataene.",
		EN: "the rule '%s' asks for more municipalities than there are. Write at most %d, the " +
			"other municipalities in the data.",
	}
	noOthers = lang.Phrase{
		DA: "reglen '%s' kan ikke bruges: dataene har ingen kommune at sammenligne med.",
		EN: "the rule '%s' cannot be used: the data have no municipality to compare with.",
	}
	noRegions = lang.Phrase{
		DA: "reglen 'region' kan ikke bruges: dataene siger ikke, hvilken region kommunerne er " +
			"i. Brug register = \"danmark\", eller en anden regel, for eksempel list med " +
			"kommunernes navne.",
		EN: "the rule 'region' cannot be used: the data do not say which region municipalities " +
			"are in. Use register = \"danmark\", or another rule, for example list with the " +
			"municipalities' names.",
	}
	unknownInList = lang.Phrase{
		DA: "listens kommune '%s' findes ikke i dataene.%s Skriv navne eller koder med komma " +
			"imellem.",
		EN: "the list's municipality '%s' is not in the data.%s Write names or codes with " +
			"commas between.",
	}
	twiceInList = lang.Phrase{
		DA: "%s er nævnt to gange i listen. Fjern den ene.",
		EN: "%s is named twice in the list. Remove one of them.",
	}

	// What stands after a rule's colon.
	needsNothing = lang.Phrase{
		DA: "der må ikke stå noget efter reglens navn",
		EN: "nothing may follow the rule's name",
	}
	needsNames = lang.Phrase{
		DA: "der skal stå kommuner, ved navn eller kode, med komma imellem",
		EN: "it takes municipalities, by name or code, with commas between",
	}
	needsCount = lang.Phrase{
		DA: "antallet skal være et helt tal fra 1 til de øvrige kommuners antal",
		EN: "the number must be a whole number from 1 to that of the other municipalities",
	}
	needsTwoCounts = lang.Phrase{
		DA: "der skal stå, hvor mange af de billigste og af hvor mange nærmeste, to hele tal " +
			"på mindst 1, det første højst så stort som det andet",
		EN: "it takes how many of the cheapest and of how many nearest, two whole numbers of " +
			"at least 1, the first no larger than the second",
	}
	needsQuantile = lang.Phrase{
		DA: "fraktilen skal være et tal fra 0 til 1, med decimalpunktum",
		EN: "the quantile must be a number from 0 to 1, with a decimal point",
	}
	needsInnerQuantile = lang.Phrase{
		DA: "fraktilen skal være et tal over 0 og under 1, med decimalpunktum",
		EN: "the quantile must be a number above 0 and below 1, with a decimal point",
	}
	needsKr = lang.Phrase{
		DA: "niveauet skal være et tal i kr. pr. enhed, uden tusindtalspunktum",
		EN: "the level must be a number in kr. per unit, without a thousands mark",
	}

	// The rules.
	ruleExpected = lang.Phrase{
		DA: "det forventede niveau",
		EN: "the expected level",
	}
	ruleCountry = lang.Phrase{
		DA: "de øvrige kommuners gennemsnit, vægtet med mængden",
		EN: "the mean of the other municipalities, weighted by volume",
	}
	ruleMean = lang.Phrase{
		DA: "de øvrige kommuners gennemsnit, uvægtet",
		EN: "the mean of the other municipalities, unweighted",
	}
	ruleRegion = lang.Phrase{
		DA: "regionens øvrige kommuners gennemsnit, uvægtet",
		EN: "the mean of the other municipalities of the region, unweighted",
	}
	ruleList = lang.Phrase{
		DA: "gennemsnittet af %s, uvægtet og uden kommunen selv",
		EN: "the mean of %s, unweighted and without the municipality itself",
	}
	ruleNearest = lang.Phrase{
		DA: "gennemsnittet af de %d nærmeste kommuner, uvægtet",
		EN: "the mean of the %d nearest municipalities, unweighted",
	}
	ruleNearestOne = lang.Phrase{
		DA: "den nærmeste kommune",
		EN: "the nearest municipality",
	}
	ruleCheapest = lang.Phrase{
		DA: "gennemsnittet af de %d billigste af de %d nærmeste kommuner, uvægtet",
		EN: "the mean of the %d cheapest of the %d nearest municipalities, unweighted",
	}
	ruleCheapestOne = lang.Phrase{
		DA: "den billigste af de %d nærmeste kommuner",
		EN: "the cheapest of the %d nearest municipalities",
	}
	ruleMedian = lang.Phrase{
		DA: "medianen af alle kommuner, uvægtet",
		EN: "the median of all municipalities, unweighted",
	}
	ruleBestQuartile = lang.Phrase{
		DA: "grænsen til den billigste fjerdedel af alle kommuner, uvægtet",
		EN: "the limit of the cheapest quarter of all municipalities, unweighted",
	}
	ruleQuantile = lang.Phrase{
		DA: "%s pct.-fraktilen af alle kommuner, uvægtet",
		EN: "the %s per cent quantile of all municipalities, unweighted",
	}
	ruleLowest = lang.Phrase{
		DA: "gennemsnittet af de %d laveste af de øvrige kommuner, uvægtet",
		EN: "the mean of the %d lowest of the other municipalities, unweighted",
	}
	ruleMinimum = lang.Phrase{
		DA: "den laveste af de øvrige kommuner",
		EN: "the lowest of the other municipalities",
	}
	ruleExpectedQuantile = lang.Phrase{
		DA: "det forventede gange %s pct.-fraktilen af forholdet faktisk/forventet i de øvrige " +
			"kommuner",
		EN: "the expected level times the %s per cent quantile of the ratio actual/expected " +
			"among the others",
	}
	ruleConditionalQuantile = lang.Phrase{
		DA: "%s pct.-fraktilen givet rammevilkårene, ved fraktilregression uden kommunen selv",
		EN: "the %s per cent quantile given the drivers, by quantile regression without the " +
			"municipality itself",
	}
	ruleValue = lang.Phrase{
		DA: "et valgt niveau på %s kr. pr. enhed",
		EN: "a chosen level of kr. %s per unit",
	}
)

// missingWords say why a municipality has no target.
var missingWords = map[Missing]lang.Phrase{
	"": {},
	NobodyElse: {
		DA: "ingen anden kommune, som reglen gælder, har et tal",
		EN: "no other municipality that the rule asks for has a figure",
	},
	NoRegion: {
		DA: "kommunens region kendes ikke; brug register = \"danmark\"",
		EN: "the municipality's region is not known; use register = \"danmark\"",
	},
	NoExpected: {
		DA: "kommunen har intet forventet niveau over nul; se advarslerne",
		EN: "the municipality has no expected level above zero; see the warnings",
	},
	NoDrivers: {
		DA: "kommunen kan ikke sammenlignes på rammevilkårene: den mangler et, eller ingen " +
			"skiller kommunerne ad; se drivers og weights under [peers] i planen",
		EN: "the municipality cannot be compared by the drivers: it lacks one, or none tells " +
			"municipalities apart; see drivers and weights under [peers] in the plan",
	},
	TooMany: {
		DA: "der er over 2.000 kommuner, for mange til at finde de nærmeste til hver; brug en " +
			"anden regel",
		EN: "there are more than 2,000 municipalities, too many to find the nearest of each; " +
			"use another rule",
	},
}
