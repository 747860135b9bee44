package phrase

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// SheetNames are the names of the sheets that belong to no area. No area's sheet may have
// one of them.
var SheetNames = []lang.Phrase{
	SheetOverview, SheetKeyFigures, SheetMunicipalities, SheetPeers, SheetSensitivity, SheetYears,
	SheetActivity, SheetQuality,
	SheetModel, SheetMethod, SheetData, SheetCorrections, SheetHeadroom, SheetLevels, SheetFigures, SheetGrades,
	SheetLists,
}

// What the overview says, and what all sheets share.
var (
	SheetKeyFigures = lang.Phrase{
		DA: "Nøgletal",
		EN: "Key figures",
	}

	Subject = lang.Phrase{
		DA: "Forskelle mellem faktiske og forventede udgifter",
		EN: "Differences between actual and expected spending",
	}
	Description = lang.Phrase{
		DA: "En forskel er et spørgsmål og ikke et svar; se arket Metode.",
		EN: "A difference is a question, not an answer; see the sheet Method.",
	}

	KeyBenchmark = lang.Phrase{
		DA: "benchmarking; kommuner; råderum",
		EN: "benchmarking; municipalities; headroom",
	}
	DataOf = lang.Phrase{
		DA: "Tal for %s",
		EN: "Figures of %s",
	}
	BackWord = lang.Phrase{
		DA: "← Overblik",
		EN: "← Overview",
	}

	OverviewLead = lang.Phrase{
		DA: "%d områder i %d kommuner. Udgifterne er sammenlignet med det niveau, de øvrige " +
			"kommuner og kommunens egne rammevilkår lader forvente, beregnet ved regression. En " +
			"forskel er et spørgsmål og ikke et svar; se arket Metode.",
		EN: "%d areas in %d municipalities. Spending is compared with the level that the other " +
			"municipalities and own background conditions lead one to expect, by regression. A " +
			"difference is a question, not an answer; see the sheet Method.",
	}
	OverviewOrder = lang.Phrase{
		DA: "Områderne med de største samlede udgifter står øverst, og dele under det, de er en " +
			"del af.",
		EN: "The areas with the largest total spending stand on top, and parts below what they " +
			"are a part of.",
	}
	OverviewSheets = lang.Phrase{
		DA: "Navne med link fører til områdets eget ark.",
		EN: "Names with a link lead to the area's own sheet.",
	}
	OverviewNoSheets = lang.Phrase{
		DA: "Intet område er en kandidat og har sit eget ark; --sheets all giver dem alle et.",
		EN: "No area is a candidate with a sheet of its own; --sheets all gives each of them " +
			"one.",
	}
	ToHeadroom = lang.Phrase{
		DA: "Andre mål, og hvad der besluttes: arket Råderum →",
		EN: "Other targets, and what is decided: the sheet Headroom →",
	}
	ColumnAboveModels = lang.Phrase{
		DA: "Over forventet, andel af modeller",
		EN: "Above expected, share of models",
	}
	ColumnRobust = lang.Phrase{
		DA: "Holder det i andre modeller?",
		EN: "Does it hold in other models?",
	}
	ChartCandidates = lang.Phrase{
		DA: "Til diagrammet: kandidater, mio. kr.",
		EN: "For the chart: candidates, kr. million",
	}
	ChartOthers = lang.Phrase{
		DA: "Til diagrammet: øvrige, mio. kr.",
		EN: "For the chart: others, kr. million",
	}
	ChartDown = lang.Phrase{
		DA: "Til diagrammet: interval ned, mio. kr.",
		EN: "For the chart: interval down, kr. million",
	}
	ChartUp = lang.Phrase{
		DA: "Til diagrammet: interval op, mio. kr.",
		EN: "For the chart: interval up, kr. million",
	}

	GradeNone = lang.Phrase{
		DA: "○ ikke sikker",
		EN: "○ not certain",
	}

	HeadStrongest = lang.Phrase{
		DA: "De stærkeste kandidater",
		EN: "The strongest candidates",
	}
	HeadStrongestOf = lang.Phrase{
		DA: "De stærkeste kandidater: %d af %d, efter sikkerhed og beløb",
		EN: "The strongest candidates: %d of %d, by certainty and amount",
	}
	HeadPostings = lang.Phrase{
		DA: "Sandsynligvis kontering, og derfor ikke kandidater",
		EN: "Probably posting, and so no candidates",
	}
	Posting = lang.Phrase{
		DA: "Sandsynligvis kontering: %s",
		EN: "Probably posting: %s",
	}
	NoCandidates = lang.Phrase{
		DA: "Intet område ligger med nogen sikkerhed over det forventede.",
		EN: "No area stands out above the expected level with any certainty.",
	}
	HeadTotals = lang.Phrase{
		DA: "I alt, uden dele af andre områder",
		EN: "In all, without parts of other areas",
	}
	TotalNet = lang.Phrase{
		DA: "Netto, alle områder (%d), mio. kr.",
		EN: "Net, all areas (%d), kr. million",
	}
	TotalPositive = lang.Phrase{
		DA: "Kun områder over det forventede (%d), mio. kr.",
		EN: "Only areas above expected (%d), kr. million",
	}
	ServiceNet = lang.Phrase{
		DA: "Service (%d områder), netto, mio. kr.",
		EN: "Service (%d areas), net, kr. million",
	}
	ServicePositive = lang.Phrase{
		DA: "Service, kun over det forventede (%d), mio. kr.",
		EN: "Service, only above expected (%d), kr. million",
	}
	OtherNet = lang.Phrase{
		DA: "Overførsler m.v. (%d områder), netto, mio. kr.",
		EN: "Transfers etc. (%d areas), net, kr. million",
	}
	OtherPositive = lang.Phrase{
		DA: "Overførsler m.v., kun over det forventede (%d), mio. kr.",
		EN: "Transfers etc., only above expected (%d), kr. million",
	}
	TotalWarning = lang.Phrase{
		DA: "Summen af de positive er ikke et råderum: tilfældigheder alene gør den positiv, og " +
			"områder kan erstatte hinanden, så en høj udgift ét sted kan være en lav et andet.",
		EN: "The sum of the positive ones is not a headroom: chance alone makes it positive, and " +
			"areas can replace each other, so that high spending in one place can be low " +
			"spending in another.",
	}
	CaveatCorrected = lang.Phrase{
		DA: "Udgifter er rettet før sammenligningen: se arket Rettelser.",
		EN: "Spending was corrected before it was compared: see the sheet Corrections.",
	}
	CaveatExcluded = lang.Phrase{
		DA: "Forbehold: %s er så ulig de andre, at den ikke er med i modellerne; hvad der " +
			"forventes af den selv, er derfor usikkert.",
		EN: "Reservation: %s is so unlike the others that it is in no model; what is " +
			"expected of it is therefore uncertain.",
	}

	CaveatLine = lang.Phrase{
		DA: "Forskelle kan skyldes serviceniveau, vilkår uden for modellen, struktur, kontering " +
			"eller produktivitet; ét år kan være tilfældigt.",
		EN: "Differences may come from the level of service, conditions the model does not know, " +
			"structure, posting practice or productivity; one year may be chance.",
	}

	ChartDifferences = lang.Phrase{
		DA: "Forskel fra det forventede, mio. kr., med 95 pct.-interval",
		EN: "Difference from the expected level, kr. million, with 95% interval",
	}
	AltDifferences = lang.Phrase{
		DA: "Søjlediagram: %s, %s. Forskellen fra det forventede i mio. kr. for %d områder, det " +
			"største område øverst, med en streg for 95 pct.-intervallet. Tallene står i " +
			"tabellen ovenover.",
		EN: "Bar chart: %s, %s. The difference from the expected level in kr. million of %d " +
			"areas, the largest area on top, with a line for the 95% interval. The figures are " +
			"in the table above.",
	}
	SeriesCandidates = lang.Phrase{
		DA: "Kandidater (▲)",
		EN: "Candidates (▲)",
	}
	SeriesOthers = lang.Phrase{
		DA: "Øvrige områder",
		EN: "Other areas",
	}

	TitleKeyFigures = lang.Phrase{
		DA: "Alle nøgletal: %s, %s",
		EN: "All key figures: %s, %s",
	}
	LeadKeyFigures = lang.Phrase{
		DA: "Udgifter mod det niveau, de øvrige kommuner og egne rammevilkår lader forvente, " +
			"råderummet mod planens målregel, rang og ændring fra året før. Råderum gælder kun " +
			"sammen med sin målregel.",
		EN: "Spending against the level that the other municipalities and own background " +
			"conditions lead one to expect, the headroom against the plan's target rule, rank, " +
			"and change from the year before. Headroom holds only together with its target rule.",
	}
)

// VerdictMarks are a symbol and a word for each verdict.
var VerdictMarks = map[benchmark.Verdict]lang.Phrase{
	"":                 {DA: "–", EN: "–"}, // it is no candidate
	benchmark.Robust:   {DA: "● robust", EN: "● robust"},
	benchmark.Middling: {DA: "◐ nogenlunde", EN: "◐ middling"},
	benchmark.Fragile:  {DA: "○ skrøbelig", EN: "○ fragile"},
}
