package text

import "github.com/raaderum/raaderum/lang"

// What is said of a single area in full.
var (
	dashed = lang.Phrase{
		DA: "- %s",
		EN: "- %s",
	}
	noteLine = lang.Phrase{
		DA: "Om området: %s",
		EN: "About the area: %s",
	}
	questionsHead = lang.Phrase{
		DA: "Spørgsmål til mødet:",
		EN: "Questions for the meeting:",
	}
	contributionsHead = lang.Phrase{
		DA: "Hvorfor det forventede er, som det er (pr. enhed):",
		EN: "Why the expected level is what it is (per unit):",
	}
	othersMean = lang.Phrase{
		DA: "Gennemsnit af dem, der danner det forventede",
		EN: "Mean of those that form the expected level",
	}
	meansDiffer = lang.Phrase{
		DA: "Dette gennemsnit er vægtet som i modellen. Gennemsnittene blandt målene nedenfor er " +
			"af alle de øvrige kommuner.",
		EN: "This mean has the weights of the model. The means among the targets below are of " +
			"all other municipalities.",
	}
	columnExpectedLong = lang.Phrase{
		DA: "Forventet",
		EN: "Expected",
	}
	correctedYear = lang.Phrase{
		DA: "rettet",
		EN: "corrected",
	}
	unevenlyCorrected = lang.Phrase{
		DA: "Kun nogle af årene er rettet, så udviklingen og det varige blander rettede og " +
			"urettede tal.",
		EN: "Only some of the years are corrected, so that the development and what lasts mix " +
			"corrected and uncorrected figures.",
	}
	yearsHead = lang.Phrase{
		DA: "År for år, hvert i egne priser:",
		EN: "Year by year, each in its own prices:",
	}
	columnYear = lang.Phrase{
		DA: "År",
		EN: "Year",
	}
	apartExplained = lang.Phrase{
		DA: "* året er usædvanligt for kommunen og tæller ikke med i den varige forskel.",
		EN: "* a year that is unusual for the municipality and does not count in the lasting " +
			"difference.",
	}
	rise = lang.Phrase{
		DA: "I %d steg forskellen %s procentpoint fra året før, mere end den plejer at svinge.",
		EN: "In %d the difference rose by %s percentage points from the year before, more than " +
			"it usually swings.",
	}
	fall = lang.Phrase{
		DA: "I %d faldt forskellen %s procentpoint fra året før, mere end den plejer at svinge.",
		EN: "In %d the difference fell by %s percentage points from the year before, more than " +
			"it usually swings.",
	}
	noYears = lang.Phrase{
		DA: "Varig forskel: gives ikke, for tallene har ikke tre år, hvor området kan " +
			"sammenlignes.",
		EN: "Lasting difference: not given, for the data do not have three years in which the " +
			"area can be compared.",
	}
	notLasting = lang.Phrase{
		DA: "Varig forskel: gives ikke, for kun %d af årene kan bruges, og der skal mindst 3 " +
			"til; over forventet i %d af %d år.",
		EN: "Lasting difference: not given, for only %d of the years can be used, and it takes " +
			"at least 3; above expected in %d of %d years.",
	}
	steadiness = lang.Phrase{
		DA: "Intervallet hviler på, hvor meget forskelle typisk svinger fra år til år i alle " +
			"kommuner, ikke kun i denne. Hvor sikkert kommunen skiller sig ud, står i den " +
			"øverste tabel.",
		EN: "The interval rests on how much differences usually vary from year to year in all " +
			"municipalities, not in this one alone. How surely this one stands out is in the " +
			"table at the top.",
	}
	nearestDrivers = lang.Phrase{
		DA: "Rammevilkår uden tal for året er fra det nærmeste år, der har dem: %s.",
		EN: "Drivers without figures for the year are of the nearest that has them: %s.",
	}
	lasting = lang.Phrase{
		DA: "Varig forskel: %s pct. (95 %%-interval %s til %s); over forventet i %d af %d år.",
		EN: "Lasting difference: %s per cent (95%% interval %s to %s); above expected in %d of " +
			"%d years.",
	}
	splitHead = lang.Phrase{
		DA: "Forskellen delt i aktivitet og enhedsudgift. Aktivitet: %s, %s.",
		EN: "The difference split into activity and unit cost. Activity: %s, %s.",
	}
	splitRead = lang.Phrase{
		DA: "Afvigelsen er hver dels egen, faktisk mod forventet. Delene af forskellen er i " +
			"procentpoint af den forventede udgift og giver tilsammen forskellen.",
		EN: "The deviation is each part's own, actual against expected. The parts of the " +
			"difference are in percentage points of the expected spending and add up to the " +
			"difference.",
	}
	notSplit = lang.Phrase{
		DA: "Aktivitet: %s",
		EN: "Activity: %s",
	}
	columnDeviation = lang.Phrase{
		DA: "Afvigelse,",
		EN: "Deviation,",
	}
	columnDeviationPct = lang.Phrase{
		DA: "pct.",
		EN: "pct.",
	}
	groupPart = lang.Phrase{
		DA: "del af forskellen",
		EN: "part of difference",
	}
	columnPoints = lang.Phrase{
		DA: "Pct.-point",
		EN: "Pct. points",
	}
	rowActivity = lang.Phrase{
		DA: "Aktivitet pr. enhed",
		EN: "Activity per unit",
	}
	rowUnitCost = lang.Phrase{
		DA: "Kr. pr. aktivitet",
		EN: "Kr. per activity",
	}
	qualityHead = lang.Phrase{
		DA: "Kvalitet ved siden af udgiften (indgår ikke i forskellen; lige gode deler nummer):",
		EN: "Quality beside spending (no part of the difference; equally good ones share a " +
			"number):",
	}
	qualityOf = lang.Phrase{
		DA: "%s: %s, nr. %d af %d, hvor 1 er bedst.",
		EN: "%s: %s, no. %d of %d, where 1 is the best.",
	}
	qualityMissing = lang.Phrase{
		DA: "%s: intet tal for kommunen.",
		EN: "%s: no figure of the municipality.",
	}
	valueIn = lang.Phrase{
		DA: "%s (%d)",
		EN: "%s (%d)",
	}
	cheaperAsGood = lang.Phrase{
		DA: "Billigere og mindst lige så gode blandt de nærmeste: %s.",
		EN: "Cheaper and at least as good among the nearest: %s.",
	}
	curveOf = lang.Phrase{
		DA: "I andre rimelige modeller (%d): over forventet i %s pct.; median %s pct., de " +
			"midterste 80 pct. fra %s til %s. Så langt over, at det sjældent er tilfældigt " +
			"(ensidet p højst 0,05 i modellen selv): i %s pct.",
		EN: "In other reasonable models (%d): above expected in %s per cent; median %s per cent, " +
			"the middle 80 per cent from %s to %s. So far above that it is seldom chance " +
			"(one-sided p at most 0.05 in the model itself): in %s per cent.",
	}
	nearestOnes = lang.Phrase{
		DA: "De nærmeste kommuner efter områdets rammevilkår: %s. Se afstande og grunde med " +
			"raaderum peers.",
		EN: "The nearest municipalities by the area's drivers: %s. See distances and reasons " +
			"with raaderum peers.",
	}
)
