package phrase

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// What the sheet of the method says about words and signs that stand alone in cells.
var (
	HeadSigns = lang.Phrase{
		DA: "Ord og tegn",
		EN: "Words and signs",
	}
	SignIs = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
)

// Signs explain the signs of every workbook, in a paragraph each.
var Signs = []lang.Phrase{
	{
		DA: "▲▲▲ markant, ▲▲ tydelig, ▲ mulig, ▽ lavt, ○ ikke sikker: hvor sikkert forskellen " +
			"skiller sig ud. I Kommuner står ▲ ved alle kandidater.",
		EN: "▲▲▲ marked, ▲▲ clear, ▲ possible, ▽ low, ○ not certain: how surely the difference " +
			"stands out. In Municipalities ▲ stands beside every candidate.",
	},
	{
		DA: "↔ kontering?: en del, der skiller sig ud, mens en anden del af samme område har " +
			"tilsvarende lidt, og området under ét ikke skiller sig ud. Det er sandsynligvis " +
			"kontering, og delen er ikke en kandidat.",
		EN: "↔ posting?: a part that stands out while another part of the same area has as much " +
			"less, and the area as a whole does not stand out. It is probably posting, and the " +
			"part is no candidate.",
	},
	{
		DA: "● robust, ◐ nogenlunde, ○ skrøbelig: om en kandidats forskel holder i andre " +
			"modeller. Ved andre end kandidater står –.",
		EN: "● robust, ◐ middling, ○ fragile: whether a candidate's difference holds in other " +
			"models. Beside others than candidates stands –.",
	},
	{
		DA: "– i en kolonne af tal: tallet mangler eller kan ikke regnes ud.",
		EN: "– in a column of figures: the figure is missing or cannot be computed.",
	},
	{
		DA: "1 af 4 (år over det forventede): udgiften var over det forventede i 1 af de 4 " +
			"brugbare år. Et år uden tal, eller hvor det forventede ikke er over nul, kan ikke " +
			"bruges, så der kan stå 1 af 1.",
		EN: "1 of 4 (years above expected): spending was above the expected level in 1 of the 4 " +
			"usable years. A year without a figure, or whose expected level is not above zero, " +
			"cannot be used, so that it can say 1 of 1.",
	},
	{
		DA: "2023* (Udvikling): et år, der er usædvanligt for kommunen, og som den varige " +
			"forskel ikke regner med.",
		EN: "2023* (Development): a year that is unusual for the municipality, and that the " +
			"lasting difference leaves out.",
	},
	{
		DA: "95 pct. fra og til: enderne af 95 pct.-intervallet. Det rækker lige langt til begge " +
			"sider og kan nå under nul kr. og under -100 pct.; læs det da som ned til nul. " +
			"Fraktil: 25 pct.-fraktilen er det tal, som en fjerdedel ligger under.",
		EN: "95% from and to: the ends of the 95% interval. It reaches equally far to both " +
			"sides, and can go below kr. zero and below -100 per cent: read that as down to " +
			"zero. Quantile: the 25 per cent quantile is the figure that a quarter lies below.",
	},
}

// ReservationMeanings explain the words in ReservationWords, in the order in which they are
// shown.
var ReservationMeanings = []struct {
	Code    benchmark.WarningCode
	Meaning lang.Phrase
}{
	{benchmark.ExplainsNothing, lang.Phrase{
		DA: "rammevilkårene forklarer næsten intet, så det forventede rammer næsten ikke bedre " +
			"end gennemsnittet af kommunerne.",
		EN: "the background conditions explain next to nothing, so that the expected level is " +
			"hardly closer to a municipality than the mean of them all.",
	}},
	{benchmark.Extrapolation, lang.Phrase{
		DA: "kommunens rammevilkår er så ulig de øvriges, at det forventede er regnet ud over, " +
			"hvad tallene viser.",
		EN: "the municipality's conditions are so unlike the others' that the expected level is " +
			"drawn out beyond the data.",
	}},
	{benchmark.NegativeExpected, lang.Phrase{
		DA: "modellen rækker ikke til kommunens rammevilkår. Brug ikke forskellen og råderummet.",
		EN: "the model does not reach the municipality's conditions. Do not use the difference " +
			"and the headroom.",
	}},
	{benchmark.TargetBelowZero, lang.Phrase{
		DA: "målniveauet er ikke over nul, så råderummet er mindst hele udgiften. Vælg en anden " +
			"målregel.",
		EN: "the target level is not above zero, so that the headroom is all of the spending or " +
			"more. Choose another target rule.",
	}},
	{benchmark.Corrected, lang.Phrase{
		DA: "udgiften er rettet før sammenligningen: se arket Rettelser.",
		EN: "spending was corrected before it was compared: see the sheet Corrections.",
	}},
	{benchmark.CorrectedSomeYears, lang.Phrase{
		DA: "nogle af årene er rettet og andre ikke, så udviklingen kan skyldes rettelsen.",
		EN: "some of the years are corrected and others not, so that the development may come " +
			"from the correction.",
	}},
	{benchmark.ActivityMissing, lang.Phrase{
		DA: "forskellen kan ikke deles i aktivitet og enhedsudgift, for aktivitetens tal mangler.",
		EN: "the difference cannot be split into activity and unit cost, for the activity's " +
			"figure is missing.",
	}},
	{benchmark.ActivityZero, lang.Phrase{
		DA: "kommunen har ingen aktivitet på området, så forskellen kan ikke deles.",
		EN: "the municipality has no activity in the area, so that the difference cannot be split.",
	}},
	{benchmark.NotSplit, lang.Phrase{
		DA: "forskellen kan ikke deles i aktivitet og enhedsudgift, for udgiften eller et " +
			"forventet niveau er ikke over nul.",
		EN: "the difference cannot be split into activity and unit cost, for spending or an " +
			"expected level is not above zero.",
	}},
}

// Abbreviations are those that the names of areas may contain.
var Abbreviations = []struct{ Short, Long lang.Phrase }{
	{lang.Phrase{
		DA: "(overf.)",
		EN: "(transf.)",
	}, lang.Phrase{
		DA: "overførsler, udgifter, der mest følger af lov og konjunktur og kun lidt af " +
			"kommunens egne valg.",
		EN: "transfers, spending that mostly follows from law and the business cycle and little " +
			"from the municipality's own choices.",
	}},
	{lang.Phrase{
		DA: "Medfinans.",
		EN: "Health co-f.",
	}, lang.Phrase{
		DA: "kommunens aktivitetsbestemte medfinansiering af sundhedsvæsenet.",
		EN: "the municipality's co-financing of the health service.",
	}},
	{lang.Phrase{
		DA: "alm.",
		EN: "ord.",
	}, lang.Phrase{
		DA: "almindelig, folkeskolens egne klasser.",
		EN: "ordinary, the primary schools' own classes.",
	}},
	{lang.Phrase{
		DA: "contrib.",
		EN: "contrib.",
	}, lang.Phrase{
		DA: "bidrag.",
		EN: "contributions.",
	}},
	{lang.Phrase{
		DA: "Disability p.",
		EN: "Disability p.",
	}, lang.Phrase{
		DA: "førtidspension.",
		EN: "disability pension.",
	}},
	{lang.Phrase{
		DA: "Unempl. ins.",
		EN: "Unempl. ins.",
	}, lang.Phrase{
		DA: "arbejdsløshedsdagpenge.",
		EN: "unemployment insurance.",
	}},
}

// What the pages on paper say.
var (
	HeadPrint = lang.Phrase{
		DA: "Hvad der udskrives til mødet",
		EN: "What to print for the meeting",
	}
	PrintThis = lang.Phrase{
		DA: "Til mødet: %s, og arkene for de områder, der skal drøftes (omkring fire sider " +
			"hvert). Marker fanerne med Ctrl og klik, og vælg 'Udskriv aktive ark'.",
		EN: "For the meeting: %s, and the sheets of the areas to be discussed (about four pages " +
			"each). Mark their tabs with Ctrl and click, and choose 'Print active sheets'.",
	}
	PrintNot = lang.Phrase{
		DA: "Til bilag, hvor nogen spørger: %s. Ark med tal for alle kommuner er til skærmen, og " +
			"kun deres titel udskrives. Skal et af dem på papir, så ryd udskriftsområdet.",
		EN: "As appendices, where somebody asks: %s. Sheets of figures for all municipalities " +
			"are for the screen, and only their titles are printed. Clear the print area of one " +
			"that is wanted on paper.",
	}
)
