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
