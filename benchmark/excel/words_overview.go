package excel

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/benchmark/excel/internal/layout"
	"github.com/raaderum/raaderum/lang"
)

// sheetNames are the names of the sheets that are not of an area, which no
// area's sheet may have.
var sheetNames = []lang.Phrase{
	sheetOverview, sheetKeyFigures, sheetMunicipalities, sheetPeers, sheetSensitivity, sheetYears, sheetActivity, sheetQuality,
	sheetModel, sheetMethod, sheetData, sheetCorrections, sheetHeadroom, sheetLevels, sheetFigures, sheetGrades, sheetLists,
}

// What the overview says, and what all sheets share.
var (
	sheetKeyFigures = lang.Phrase{DA: "Nøgletal", EN: "Key figures"}

	subject     = lang.Phrase{DA: "Forskelle mellem faktiske og forventede udgifter", EN: "Differences between actual and expected spending"}
	description = lang.Phrase{DA: "En forskel er et spørgsmål og ikke et svar; se arket Metode.", EN: "A difference is a question, not an answer; see the sheet Method."}

	keyBenchmark = lang.Phrase{DA: "benchmarking; kommuner; råderum", EN: "benchmarking; municipalities; headroom"}
	dataOf       = lang.Phrase{DA: "Tal for %s", EN: "Figures of %s"}
	backWord     = lang.Phrase{DA: "← Overblik", EN: "← Overview"}

	overviewLead = lang.Phrase{
		DA: "%d områder i %d kommuner. Udgifterne er sammenlignet med det niveau, de øvrige kommuner og kommunens egne rammevilkår lader forvente, beregnet ved regression. En forskel er et spørgsmål og ikke et svar; se arket Metode.",
		EN: "%d areas in %d municipalities. Spending is compared with the level that the other municipalities and own background conditions lead one to expect, by regression. A difference is a question, not an answer; see the sheet Method.",
	}
	overviewOrder = lang.Phrase{
		DA: "Områderne med de største samlede udgifter står øverst, og dele under det, de er en del af.",
		EN: "The areas with the largest total spending stand on top, and parts below what they are a part of.",
	}
	overviewSheets    = lang.Phrase{DA: "Navne med link fører til områdets eget ark.", EN: "Names with a link lead to the area's own sheet."}
	overviewNoSheets  = lang.Phrase{DA: "Intet område er en kandidat og har sit eget ark; --sheets all giver dem alle et.", EN: "No area is a candidate with a sheet of its own; --sheets all gives each of them one."}
	toHeadroom        = lang.Phrase{DA: "Andre mål, og hvad der besluttes: arket Råderum →", EN: "Other targets, and what is decided: the sheet Headroom →"}
	columnAboveModels = lang.Phrase{DA: "Over forventet, andel af modeller", EN: "Above expected, share of models"}
	columnRobust      = lang.Phrase{DA: "Holder det i andre modeller?", EN: "Does it hold in other models?"}
	chartCandidates   = lang.Phrase{DA: "Til diagrammet: kandidater, mio. kr.", EN: "For the chart: candidates, kr. million"}
	chartOthers       = lang.Phrase{DA: "Til diagrammet: øvrige, mio. kr.", EN: "For the chart: others, kr. million"}
	chartDown         = lang.Phrase{DA: "Til diagrammet: interval ned, mio. kr.", EN: "For the chart: interval down, kr. million"}
	chartUp           = lang.Phrase{DA: "Til diagrammet: interval op, mio. kr.", EN: "For the chart: interval up, kr. million"}

	gradeNone = lang.Phrase{DA: "○ ikke sikker", EN: "○ not certain"}

	headStrongest   = lang.Phrase{DA: "De stærkeste kandidater", EN: "The strongest candidates"}
	headStrongestOf = lang.Phrase{DA: "De stærkeste kandidater: %d af %d, efter sikkerhed og beløb", EN: "The strongest candidates: %d of %d, by certainty and amount"}
	noCandidates    = lang.Phrase{DA: "Intet område ligger med nogen sikkerhed over det forventede.", EN: "No area stands out above the expected level with any certainty."}
	headTotals      = lang.Phrase{DA: "I alt, uden dele af andre områder", EN: "In all, without parts of other areas"}
	totalNet        = lang.Phrase{DA: "Netto, alle områder (%d), mio. kr.", EN: "Net, all areas (%d), kr. million"}
	totalPositive   = lang.Phrase{DA: "Kun områder over det forventede (%d), mio. kr.", EN: "Only areas above expected (%d), kr. million"}
	serviceNet      = lang.Phrase{DA: "Service (%d områder), netto, mio. kr.", EN: "Service (%d areas), net, kr. million"}
	servicePositive = lang.Phrase{DA: "Service, kun over det forventede (%d), mio. kr.", EN: "Service, only above expected (%d), kr. million"}
	otherNet        = lang.Phrase{DA: "Overførsler m.v. (%d områder), netto, mio. kr.", EN: "Transfers etc. (%d areas), net, kr. million"}
	otherPositive   = lang.Phrase{DA: "Overførsler m.v., kun over det forventede (%d), mio. kr.", EN: "Transfers etc., only above expected (%d), kr. million"}
	totalWarning    = lang.Phrase{
		DA: "Summen af de positive er ikke et råderum: tilfældigheder alene gør den positiv, og områder kan erstatte hinanden, så en høj udgift ét sted kan være en lav et andet.",
		EN: "The sum of the positive ones is not a headroom: chance alone makes it positive, and areas can replace each other, so that high spending in one place can be low spending in another.",
	}
	caveatCorrected = lang.Phrase{DA: "Udgifter er rettet før sammenligningen: se arket Rettelser.", EN: "Spending was corrected before it was compared: see the sheet Corrections."}
	caveatExcluded  = lang.Phrase{DA: "Forbehold: %s er så ulig de andre, at den ikke er med i modellerne; hvad der forventes af den selv, er derfor usikkert.", EN: "Reservation: %s is so unlike the others that it is in no model; what is expected of it is therefore uncertain."}

	caveatLine = lang.Phrase{
		DA: "Forskelle kan skyldes serviceniveau, vilkår uden for modellen, struktur, kontering eller produktivitet; ét år kan være tilfældigt.",
		EN: "Differences may come from the level of service, conditions the model does not know, structure, posting practice or productivity; one year may be chance.",
	}

	chartDifferences = lang.Phrase{DA: "Forskel fra det forventede, mio. kr., med 95 pct.-interval", EN: "Difference from the expected level, kr. million, with 95% interval"}
	altDifferences   = lang.Phrase{
		DA: "Søjlediagram: %s, %s. Forskellen fra det forventede i mio. kr. for %d områder, det største område øverst, med en streg for 95 pct.-intervallet. Tallene står i tabellen ovenover.",
		EN: "Bar chart: %s, %s. The difference from the expected level in kr. million of %d areas, the largest area on top, with a line for the 95% interval. The figures are in the table above.",
	}
	seriesCandidates = lang.Phrase{DA: "Kandidater (▲)", EN: "Candidates (▲)"}
	seriesOthers     = lang.Phrase{DA: "Øvrige områder", EN: "Other areas"}

	titleKeyFigures = lang.Phrase{DA: "Alle nøgletal: %s, %s", EN: "All key figures: %s, %s"}
	leadKeyFigures  = lang.Phrase{
		DA: "Udgifter mod det niveau, de øvrige kommuner og egne rammevilkår lader forvente, råderummet mod planens målregel, rang og ændring fra året før. Råderum gælder kun sammen med sin målregel.",
		EN: "Spending against the level that the other municipalities and own background conditions lead one to expect, the headroom against the plan's target rule, rank, and change from the year before. Headroom holds only together with its target rule.",
	}
)

// verdictMarks are a symbol and a word for each verdict.
var verdictMarks = map[benchmark.Verdict]lang.Phrase{
	"":                 {DA: layout.Missing, EN: layout.Missing}, // no candidate
	benchmark.Robust:   {DA: "● robust", EN: "● robust"},
	benchmark.Middling: {DA: "◐ nogenlunde", EN: "◐ middling"},
	benchmark.Fragile:  {DA: "○ skrøbelig", EN: "○ fragile"},
}
