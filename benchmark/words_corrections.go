package benchmark

import "github.com/raaderum/raaderum/lang"

// What is said of corrections.
var (
	corrected = lang.Phrase{
		DA: "tallene er rettet, før noget er regnet ud. Rettelser: %d, i kommuner: %d. De står " +
			"i tabellens liste, i JSON og i arket Rettelser, med tallet før og efter. De " +
			"flytter også, hvad der forventes af andre, og kan flytte vurderinger på andre " +
			"områder: raaderum compare viser alt, der er flyttet.",
		EN: "the figures are corrected before anything is computed. Corrections: %d, in " +
			"municipalities: %d. They are listed below the table, in JSON and in the sheet " +
			"Corrections, with the figure before and after. They also move what is expected of " +
			"others, and can move grades in other areas: raaderum compare shows all that has " +
			"moved.",
	}
	correctedOtherYear = lang.Phrase{
		DA: "rettelser for år, der ikke sammenlignes (%s), ændrer kun de års tal og ændringen " +
			"fra dem.",
		EN: "corrections of years that are not compared (%s) change only those years' figures " +
			"and the change from them.",
	}
	correctedNowhere = lang.Phrase{
		DA: "rettelser af konti, som intet område i planen har, er uden virkning: %s. Tag " +
			"kontoen med i et område, eller ret området.",
		EN: "corrections of accounts that no area of the plan has are without effect: %s. Add " +
			"the account to an area, or correct the area.",
	}
	correctedMissing = lang.Phrase{
		DA: "%s har intet tal på %s for %s, så rettelsen er uden virkning dér. Et manglende " +
			"tal bliver ved at mangle.",
		EN: "%s has no figure on %s for %s, so the correction is without effect there. A " +
			"missing figure stays missing.",
	}
	correctedMuch = lang.Phrase{
		DA: "en rettelse flytter %s på %s fra %s til %s kr. pr. enhed, mere end %s pct. af " +
			"tallet selv. Se efter, om beløbet er i kr., og om fortegnet er rigtigt.",
		EN: "a correction moves %s on %s from %s to %s kr. per unit, more than %s per cent of " +
			"the figure itself. See whether the amount is in kr. and has the right sign.",
	}
	correctedMuchAll = lang.Phrase{
		DA: "rettelser flytter tal med mere end en fjerdedel. Se efter, om beløbene er i kr., " +
			"og om fortegnene er rigtige. Det gælder: %s.",
		EN: "corrections move figures by more than a quarter. See whether the amounts are in " +
			"kr. and have the right signs. This concerns: %s.",
	}
	correctedMissingAll = lang.Phrase{
		DA: "rettelser er uden virkning, hvor tallet mangler: det bliver ved at mangle. Det " +
			"gælder: %s.",
		EN: "corrections are without effect where the figure is missing: it stays missing. " +
			"This concerns: %s.",
	}
	correctedSomeYears = lang.Phrase{
		DA: "%s, %s: tallene er rettet for %s og ikke for %s. Udviklingen og den varige " +
			"forskel blander de to: ret de andre år med, eller læs dem med forbehold.",
		EN: "%s, %s: the figures are corrected for %s and not for %s. The development and what " +
			"lasts mix the two: correct the other years as well, or read them with reservation.",
	}
	correctedSomeYearsAll = lang.Phrase{
		DA: "tallene er rettet i nogle år og ikke i andre, og udviklingen og den varige " +
			"forskel blander de to. Ret de andre år med, eller læs dem med forbehold. Det " +
			"gælder: %s.",
		EN: "the figures are corrected in some years and not in others, and the development " +
			"and what lasts mix the two. Correct the other years as well, or read them with " +
			"reservation. This concerns: %s.",
	}
	undatedWord = lang.Phrase{DA: "tallet uden år", EN: "the undated figure"}
)
