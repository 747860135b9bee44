package benchmark

import "github.com/raaderum/raaderum/lang"

// What is said of years, prices, activity and quality.
var (
	currentChange = lang.Phrase{
		DA: "ændringen fra året før er i årets priser, uden omregning til samme prisniveau. " +
			"Nævn et prisindeks med %d (--prices, eller [prices] i planen).",
		EN: "the change from the year before is in current prices, not deflated. Name a price " +
			"index with %d (--prices, or [prices] in the plan).",
	}
	noChange = lang.Phrase{
		DA: "ændringen fra årene før vises ikke: prisindekset har ikke %d. Føj det til (--prices, " +
			"eller [prices] i planen).",
		EN: "the change from the years before is not shown: the price index does not have %d. " +
			"Add it (--prices, or [prices] in the plan).",
	}

	laterOfFew = lang.Phrase{
		DA: "%[1]d kan ikke sammenlignes for alle: kun %[2]s har tal for året. Rapporten er for " +
			"%[3]d, og tallene for %[1]d vises for sig som foreløbigt regnskab, når der spørges " +
			"til den ene kommune, og i JSON.",
		EN: "%[1]d cannot be compared for all: the only figures are of %[2]s. The report is of " +
			"%[3]d, and the figures of %[1]d are shown apart as preliminary accounts where one " +
			"municipality is asked for, and in JSON.",
	}
	laterOfNone = lang.Phrase{
		DA: "for få kommuner har tal for %[1]d til at sammenligne året, og ingen har alle dele " +
			"af et område. Rapporten er for %[2]d.",
		EN: "too few municipalities have figures of %[1]d to compare it, and none has all parts " +
			"of an area. The report is of %[2]d.",
	}
	preliminaryTitle = lang.Phrase{
		DA: "%s, foreløbigt regnskab %d mod det forventede efter modellen for %d, i %d-priser",
		EN: "%s, preliminary accounts %d against what the model of %d leads one to expect, in " +
			"%d prices",
	}
	preliminaryNominal = lang.Phrase{
		DA: "%[1]s, foreløbigt regnskab %[2]d mod det forventede efter modellen for %[3]d, i " +
			"%[3]d-priser",
		EN: "%[1]s, preliminary accounts %[2]d against what the model of %[3]d leads one to " +
			"expect, in %[3]d prices",
	}
	preliminaryAssumed = lang.Phrase{
		DA: "%s nævner ingen kommune. Tallene er taget for at være fra %s, som der er spurgt om.",
		EN: "%s names no municipality. The figures are taken for those of %s, which is asked for.",
	}
	preliminaryChanged = lang.Phrase{
		DA: "%s: %s pct. mod %d i samme priser. Se efter, om arket er sammenligneligt (netto, " +
			"de samme konti).",
		EN: "%s: %s per cent from %d in the same prices. See whether the sheet is comparable " +
			"(net, the same accounts).",
	}
	preliminaryAreas = lang.Phrase{
		DA: "%d af %d områder har tal for %d (%s). De andre mangler et eller flere af deres " +
			"konti.",
		EN: "%d of %d areas have figures of %d (%s). The others lack one or more of their " +
			"accounts.",
	}
	preliminaryFiles = lang.Phrase{
		DA: "Tallene for %d er fra %s.",
		EN: "The figures of %d are from %s.",
	}
	preliminaryPrices = lang.Phrase{
		DA: "Det forventede er fremskrevet fra %d- til %d-priser med %s pct.: %s.",
		EN: "What is expected is brought from %d to %d prices by %s per cent: %s.",
	}
	preliminaryNoPrices = lang.Phrase{
		DA: "Det forventede er i %d-priser og regnskabet i %d-priser, så forskellen er for høj " +
			"med det, priser og løn er steget. Giv et prisindeks, der har begge år: --prices FIL.",
		EN: "What is expected is in %d prices and the accounts are in %d prices, so the " +
			"difference is too high by what prices and wages have risen. Give a price index " +
			"that has both years: --prices FILE.",
	}
	preliminaryOlder = lang.Phrase{
		DA: "Rammevilkår og mængder uden tal for %d er dem, modellen for %s har: %s.",
		EN: "Conditions and volumes without figures of %d are those that the model of %s has: %s.",
	}
	preliminaryCaveat = lang.Phrase{
		DA: "De andre kommuners regnskab for %[1]d er ikke med: er alle blevet dyrere eller " +
			"billigere end priserne, ses det som en forskel her. Det er et foreløbigt svar, " +
			"indtil %[1]d er fælles.",
		EN: "The other municipalities' accounts of %[1]d are not here: if all of them cost more " +
			"or less than prices alone would say, it shows as a difference here. The answer is " +
			"preliminary until all have %[1]d.",
	}
	fewAreas = lang.Phrase{
		DA: "kun %[1]d af %[2]d områder har tal for %[3]d: %[4]s. Det seneste år, som alle " +
			"områder har tal for, er %[5]d: --year %[5]d.",
		EN: "only %[1]d of %[2]d areas have figures of %[3]d: %[4]s. The latest year that all " +
			"areas have figures of is %[5]d: --year %[5]d.",
	}
	fewAreasEver = lang.Phrase{
		DA: "kun %d af %d områder har tal for %d: %s. Intet år har tal for dem alle.",
		EN: "only %d of %d areas have figures of %d: %s. No year has figures of them all.",
	}

	activityMissing = lang.Phrase{
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift: '%s' har ingen tal for %s.",
		EN: "the difference is not split into activity and unit cost: '%s' has no figures for %s.",
	}
	activityTooFew = lang.Phrase{
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift: kommuner med tal for " +
			"aktiviteten: %d; der skal være mindst %d.",
		EN: "the difference is not split into activity and unit cost: municipalities with " +
			"figures of the activity: %d; there must be at least %d.",
	}
	activityNotFitted = lang.Phrase{
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift: kommunerne med tal for " +
			"aktiviteten er for ens til en model.",
		EN: "the difference is not split into activity and unit cost: the municipalities with " +
			"figures of the activity are too alike for a model.",
	}
	activityConstant = lang.Phrase{
		DA: "aktiviteten pr. enhed af mængden er ens i alle kommuner, så hele forskellen er " +
			"enhedsudgift. Sæt per til en bredere gruppe end dem, aktiviteten tæller.",
		EN: "the activity per unit of volume is the same in all municipalities, so that the " +
			"whole difference is unit cost. Set per to a wider group than those that the " +
			"activity counts.",
	}
	noActivityOf = lang.Phrase{
		DA: "%s har på %s intet tal for aktiviteten, så forskellen er ikke delt i aktivitet og " +
			"enhedsudgift.",
		EN: "%s has on %s no figure of the activity, so the difference is not split into " +
			"activity and unit cost.",
	}
	zeroActivityOf = lang.Phrase{
		DA: "%s har på %s ingen aktivitet, så forskellen er ikke delt i aktivitet og enhedsudgift.",
		EN: "%s has on %s no activity, so the difference is not split into activity and unit cost.",
	}
	notSplitOf = lang.Phrase{
		DA: "%s har på %s en udgift eller et forventet niveau, der ikke er over nul, så " +
			"forskellen er ikke delt i aktivitet og enhedsudgift.",
		EN: "%s has on %s spending or an expected level that is not above zero, so the " +
			"difference is not split into activity and unit cost.",
	}
)
