package phrase

import (
	"github.com/raaderum/raaderum/benchmark"
	"github.com/raaderum/raaderum/lang"
)

// The names of sheets, and the titles and column headings that several sheets share.
var (
	SheetOverview = lang.Phrase{
		DA: "Overblik",
		EN: "Overview",
	}
	SheetMunicipalities = lang.Phrase{
		DA: "Kommuner",
		EN: "Municipalities",
	}
	SheetModel = lang.Phrase{
		DA: "Model",
		EN: "Model",
	}
	SheetMethod = lang.Phrase{
		DA: "Metode",
		EN: "Method",
	}
	SheetData = lang.Phrase{
		DA: "Data",
		EN: "Data",
	}
	SheetPreliminary = lang.Phrase{
		DA: "Foreløbigt regnskab",
		EN: "Preliminary accounts",
	}
	SheetCorrections = lang.Phrase{
		DA: "Rettelser",
		EN: "Corrections",
	}

	UnknownSheets = lang.Phrase{
		DA: "valget Sheets er %q, og det findes ikke: giv %q for alle områder, eller ingenting " +
			"for kandidaterne",
		EN: "the option Sheets is %q, and there is none such: pass %q for all areas, or " +
			"nothing for the candidates",
	}
	UnknownLanguage = lang.Phrase{
		DA: "sproget %d findes ikke: giv lang.Danish eller lang.English",
		EN: "there is no language %d: pass lang.Danish or lang.English",
	}
	NoMunicipality = lang.Phrase{
		DA: "rapporten har ingen kommune %q: giv koden eller navnet på en, den har, " +
			"eller ingenting for alle kommuner",
		EN: "the report has no municipality %q: pass the code or the name of one that it has, " +
			"or nothing for all municipalities",
	}
	AllMunicipalities = lang.Phrase{
		DA: "alle kommuner",
		EN: "all municipalities",
	}
	NoYear = lang.Phrase{
		DA: "uden år",
		EN: "undated",
	}
	LeadAll = lang.Phrase{
		DA: "Viste kandidater til råderum: %d, de stærkeste af %d. En forskel er et spørgsmål og " +
			"ikke et svar; se arket Metode.",
		EN: "Candidates for headroom shown: %d, the strongest of %d. A difference is a question, " +
			"not an answer; see the sheet Method.",
	}
	TitleMunicipalities = lang.Phrase{
		DA: "Forskel fra det forventede i procent, %s",
		EN: "Difference from the expected level in per cent, %s",
	}
	LeadMunicipalities = lang.Phrase{
		DA: "Orange er over det forventede, blå under; farven er fuld ved 50 pct. ▲ er en " +
			"kandidat til råderum, ▽ skiller sig ud under det forventede; de andre forskelle " +
			"kan være tilfældige.",
		EN: "Orange is above the expected level, blue below; the colour is full at 50 per " +
			"cent. ▲ is a candidate for headroom, ▽ stands out below the expected level; the " +
			"other differences may be chance.",
	}
	TitleModel = lang.Phrase{
		DA: "Modeller af det forventede niveau, %s",
		EN: "Models of the expected level, %s",
	}
	LeadModel = lang.Phrase{
		DA: "R² uden kommunen selv siger, hvor stor en del af forskellene de øvrige kommuner " +
			"kan forudsige. Under 0,1 rammer det forventede næsten ikke bedre end " +
			"gennemsnittet af kommunerne. Breusch-Pagan under 0,01: spredningen følger " +
			"rammevilkårene. RESET under 0,01: sammenhængen er ikke en ret linje.",
		EN: "Leave-one-out R² says how much of the differences the other municipalities " +
			"predict. Below 0.1 the expected level is hardly closer to a municipality than " +
			"the mean of them all. Breusch-Pagan below 0.01: the variance follows the " +
			"drivers. RESET below 0.01: the relation is not a straight line.",
	}
	TitleTests = lang.Phrase{
		DA: "Diagnostik",
		EN: "Diagnostics",
	}
	TitleCoefficients = lang.Phrase{
		DA: "Koefficienter",
		EN: "Coefficients",
	}
	TitleMethod = lang.Phrase{
		DA: "Sådan læses tallene",
		EN: "How to read the figures",
	}
	OfYear = lang.Phrase{
		DA: "%s, %d",
		EN: "%s, %d",
	}
	LeadData = lang.Phrase{
		DA: "Hvert tal, der er brugt, som det blev læst. De små ord er dem, en plan skriver; " +
			"arket Metode har kilderne.",
		EN: "Every figure used, as it was read. The small words are those that a plan " +
			"writes; the sheet Method has the sources.",
	}
	TitleData = lang.Phrase{
		DA: "Tallene bag",
		EN: "The figures behind",
	}

	ColumnArea = lang.Phrase{
		DA: "Område",
		EN: "Area",
	}
	ColumnMunicipality = lang.Phrase{
		DA: "Kommune",
		EN: "Municipality",
	}
	ColumnCode = lang.Phrase{
		DA: "Kode",
		EN: "Code",
	}
	AnyUnit = lang.Phrase{
		DA: "kr. pr. enhed",
		EN: "kr. per unit",
	}
	ColumnUnit = lang.Phrase{
		DA: "Enhed",
		EN: "Unit",
	}
	ColumnActual = lang.Phrase{
		DA: "Faktisk",
		EN: "Actual",
	}
	ColumnExpected = lang.Phrase{
		DA: "Forventet",
		EN: "Expected",
	}
	ColumnLow = lang.Phrase{
		DA: "Forventet, 95 pct. fra",
		EN: "Expected, 95% from",
	}
	ColumnHigh = lang.Phrase{
		DA: "Forventet, 95 pct. til",
		EN: "Expected, 95% to",
	}
	ColumnDeviation = lang.Phrase{
		DA: "Forskel pr. enhed",
		EN: "Difference per unit",
	}
	ColumnPct = lang.Phrase{
		DA: "Forskel, pct.",
		EN: "Difference, per cent",
	}
	ColumnMillions = lang.Phrase{
		DA: "Forskel, mio. kr.",
		EN: "Difference, kr. million",
	}
	ColumnMillionsLow = lang.Phrase{
		DA: "Mio. kr., 95 pct. fra",
		EN: "Kr. million, 95% from",
	}
	ColumnMillionsHigh = lang.Phrase{
		DA: "Mio. kr., 95 pct. til",
		EN: "Kr. million, 95% to",
	}
	ColumnGrade = lang.Phrase{
		DA: "Skiller sig ud",
		EN: "Stands out",
	}
	ColumnReservations = lang.Phrase{
		DA: "Forbehold",
		EN: "Reservations",
	}
	ColumnTarget = lang.Phrase{
		DA: "Målniveau",
		EN: "Target level",
	}
	ColumnRule = lang.Phrase{
		DA: "Målregel",
		EN: "Target rule",
	}
	ColumnHeadroom = lang.Phrase{
		DA: "Råderum, mio. kr.",
		EN: "Headroom, kr. million",
	}
	ColumnRank = lang.Phrase{
		DA: "Rang (1 er lavest)",
		EN: "Rank (1 is lowest)",
	}
	ColumnRanked = lang.Phrase{
		DA: "Rang af",
		EN: "Rank of",
	}
	ColumnRankChange = lang.Phrase{
		DA: "Rang, fra året før",
		EN: "Rank, from the year before",
	}
	ColumnValueChange = lang.Phrase{
		DA: "Faktisk, fra året før",
		EN: "Actual, from the year before",
	}
	ColumnLooR2 = lang.Phrase{
		DA: "R² uden kommunen selv",
		EN: "Leave-one-out R²",
	}
	ColumnTargetGroup = lang.Phrase{
		DA: "Målgruppe: pr.",
		EN: "Target group: per",
	}
	ColumnPerHead = lang.Phrase{
		DA: "Kr. pr. person i den",
		EN: "Kr. per head of it",
	}
	ColumnPerHeadExpected = lang.Phrase{
		DA: "Forventet pr. person",
		EN: "Expected per head",
	}
	ColumnPerHeadOthers = lang.Phrase{
		DA: "De øvrige pr. person",
		EN: "The others per head",
	}
	ColumnEstimator = lang.Phrase{
		DA: "Estimator",
		EN: "Estimator",
	}
	ColumnN = lang.Phrase{
		DA: "Kommuner i beregningen",
		EN: "Municipalities in the calculation",
	}
	ColumnDF = lang.Phrase{
		DA: "Frihedsgrader",
		EN: "Degrees of freedom",
	}
	ColumnSigma = lang.Phrase{
		DA: "Residualspredning",
		EN: "Residual standard error",
	}
	ColumnR2 = lang.Phrase{
		DA: "R²",
		EN: "R²",
	}
	ColumnAdjR2 = lang.Phrase{
		DA: "Justeret R²",
		EN: "Adjusted R²",
	}
	TitleSubsets = lang.Phrase{
		DA: "Valg af rammevilkår: det første er taget",
		EN: "Choice of drivers: the first was taken",
	}
	ColumnChosen = lang.Phrase{
		DA: "Rammevilkår",
		EN: "Drivers",
	}
	ColumnChoice = lang.Phrase{
		DA: "Nr.",
		EN: "No.",
	}
	ColumnPRESS = lang.Phrase{
		DA: "PRESS",
		EN: "PRESS",
	}
	ColumnAICc = lang.Phrase{
		DA: "AICc",
		EN: "AICc",
	}
	ColumnBIC = lang.Phrase{
		DA: "BIC",
		EN: "BIC",
	}
	ColumnCondition = lang.Phrase{
		DA: "Konditionstal",
		EN: "Condition number",
	}
	ColumnBP = lang.Phrase{
		DA: "Breusch-Pagan, p",
		EN: "Breusch-Pagan, p",
	}
	ColumnRESET = lang.Phrase{
		DA: "RESET, p",
		EN: "RESET, p",
	}
	ColumnOutlier = lang.Phrase{
		DA: "Afviger mest",
		EN: "Largest outlier",
	}
	ColumnOutlierP = lang.Phrase{
		DA: "Dens p (Bonferroni)",
		EN: "Its p (Bonferroni)",
	}
	ColumnT = lang.Phrase{
		DA: "t",
		EN: "t",
	}
	ColumnP = lang.Phrase{
		DA: "p",
		EN: "p",
	}
	ColumnVIF = lang.Phrase{
		DA: "VIF",
		EN: "VIF",
	}
	ColumnDriver = lang.Phrase{
		DA: "Rammevilkår",
		EN: "Driver",
	}
	ColumnEstimate = lang.Phrase{
		DA: "Koefficient",
		EN: "Coefficient",
	}
	ColumnSE = lang.Phrase{
		DA: "Standardfejl",
		EN: "Standard error",
	}
	ColumnHC3 = lang.Phrase{
		DA: "Robust standardfejl (HC3)",
		EN: "Robust standard error (HC3)",
	}
	ColumnIndicator = lang.Phrase{
		DA: "Indikator",
		EN: "Indicator",
	}
	ColumnName = lang.Phrase{
		DA: "Navn",
		EN: "Name",
	}
	ColumnPublisher = lang.Phrase{
		DA: "Udgiver",
		EN: "Publisher",
	}
	ColumnYear = lang.Phrase{
		DA: "År",
		EN: "Year",
	}
	ColumnYears = lang.Phrase{
		DA: "År",
		EN: "Years",
	}
	ColumnNote = lang.Phrase{
		DA: "Bemærkning",
		EN: "Note",
	}
	ColumnFile = lang.Phrase{
		DA: "Fil",
		EN: "File",
	}
	TitleCorrections = lang.Phrase{
		DA: "Rettelser af tallene",
		EN: "Corrections of the figures",
	}
	LeadCorrections = lang.Phrase{
		DA: "Beløbene er lagt til udgiften, før noget er regnet ud. Hver række er et område, " +
			"som rettelsen indgår i, og beløbet står ved det, der er rettet; rettelser af " +
			"samme tal bygger på hinanden. Arket Data har tallene, som de blev læst. En " +
			"rettelse flytter også, hvad der forventes af andre, og kan flytte vurderinger " +
			"på andre områder, for spredning og sikkerhed skønnes på tværs.",
		EN: "The amounts are added to spending before anything is computed. Each row is an " +
			"area that the correction enters, and the amount stands at the one corrected; " +
			"corrections of the same figure build on each other. The sheet Data has the " +
			"figures as they were read. A correction also moves what is expected of others, " +
			"and can move grades in other areas, for spread and certainty are judged across " +
			"areas.",
	}
	ColumnCorrected = lang.Phrase{
		DA: "Rettet",
		EN: "Corrected",
	}
	ColumnCorrectedID = lang.Phrase{
		DA: "Områdets eller kontoens id",
		EN: "ID of the area or account",
	}
	ColumnAmount = lang.Phrase{
		DA: "Beløb, kr.",
		EN: "Amount, kr.",
	}
	ColumnReason = lang.Phrase{
		DA: "Begrundelse",
		EN: "Reason",
	}
	ColumnBy = lang.Phrase{
		DA: "Af",
		EN: "By",
	}
	ColumnDate = lang.Phrase{
		DA: "Dato",
		EN: "Date",
	}
	ColumnBefore = lang.Phrase{
		DA: "Før, kr. pr. enhed",
		EN: "Before, kr. per unit",
	}
	ColumnAfter = lang.Phrase{
		DA: "Efter, kr. pr. enhed",
		EN: "After, kr. per unit",
	}
	CorrectedMark = lang.Phrase{
		DA: "rettet",
		EN: "corrected",
	}
	AsRead = lang.Phrase{
		DA: "Rettelser er ikke med her: de står i arket Rettelser.",
		EN: "Corrections are not in these: they are in the sheet Corrections.",
	}
	InterceptWord = lang.Phrase{
		DA: "Konstant",
		EN: "Intercept",
	}

	EstimatorOn = lang.Phrase{
		DA: "%s på %s",
		EN: "%s on %s",
	}

	HeadHow = lang.Phrase{
		DA: "Metode",
		EN: "Method",
	}
	HeadPlan = lang.Phrase{
		DA: "Planen",
		EN: "The plan",
	}
	HeadTargets = lang.Phrase{
		DA: "Målregler for råderum",
		EN: "Target rules for headroom",
	}
	HeadCaveats = lang.Phrase{
		DA: "Forbehold",
		EN: "Caveats",
	}
	HeadWarnings = lang.Phrase{
		DA: "Advarsler",
		EN: "Warnings",
	}
	HeadDriverYears = lang.Phrase{
		DA: "Rammevilkårenes år",
		EN: "The drivers' years",
	}
	LeadDriverYears = lang.Phrase{
		DA: "Hvert rammevilkår er fra året, der sammenlignes, eller fra det nærmeste, der har tal.",
		EN: "Each driver is of the year compared, or of the nearest that has figures.",
	}
	ColumnOfYear = lang.Phrase{
		DA: "Fra",
		EN: "Of",
	}
	ColumnYearsAvailable = lang.Phrase{
		DA: "Har tal for",
		EN: "Has figures of",
	}
	ColumnOtherYear = lang.Phrase{
		DA: "Andet år",
		EN: "Other year",
	}
	OtherYear = lang.Phrase{
		DA: "ja",
		EN: "yes",
	}
	HeadSources = lang.Phrase{
		DA: "Kilder",
		EN: "Sources",
	}

	EntryYear = lang.Phrase{
		DA: "År",
		EN: "Year",
	}
	EntryEstimator = lang.Phrase{
		DA: "Estimator, skala, spredning",
		EN: "Estimator, scale, variance",
	}
	EntryExclude = lang.Phrase{
		DA: "Ikke med i modellerne",
		EN: "Not in the models",
	}
	EntryFamily = lang.Phrase{
		DA: "Falske fund holdt nede inden for",
		EN: "False discoveries controlled within",
	}
	EntryMateriality = lang.Phrase{
		DA: "Mindste forskel",
		EN: "Materiality",
	}
)

// How explains the method, in a paragraph for each step.
var How = []lang.Phrase{
	{
		DA: "Faktisk er udgiften lagt sammen over områdets konti og delt med mængden, i kroner " +
			"pr. enhed. Mangler en del, mangler tallet; det er aldrig nul.",
		EN: "Actual is spending summed over the area's accounts and divided by the volume, in " +
			"kroner per unit. Where a part is missing, the figure is missing; it is never zero.",
	},
	{
		DA: "Forventet er det niveau, de øvrige kommuner fører til: en regressionsmodel af " +
			"udgiften på rammevilkårene, beregnet uden kommunen selv. Kommunens eget tal er " +
			"derfor aldrig en del af dens målestok; kun hvem der stikker ud, og hvordan " +
			"spredningen følger størrelsen, er fundet med alle kommuner med.",
		EN: "Expected is the level that the other municipalities lead to: a regression of " +
			"spending on the drivers, computed without the municipality itself. Its own figure " +
			"is therefore never part of its yardstick; only who stands out, and how the variance " +
			"follows size, are found with every municipality in.",
	},
	{
		DA: "95 pct.-intervallet er det spænd, en kommune med samme rammevilkår ville ligge " +
			"inden for i 95 af 100 tilfælde, hvis modellen holder. Blandt mange områder falder " +
			"nogle udenfor ved et tilfælde; det er andelen af falske fund, der afgør, hvad der " +
			"skiller sig ud.",
		EN: "The 95% interval is the range in which a municipality with the same conditions " +
			"would lie in 95 of 100 cases, if the model holds. Among many areas some fall " +
			"outside by chance; it is the false discovery rate that decides what stands out.",
	},
	{
		DA: "Markant, tydelig og mulig er forskelle over det forventede, hvor andelen af falske " +
			"fund (Benjamini-Hochberg) er højst 1, 5 og 10 pct., og beløbet mindst planens " +
			"mindste forskel. Lavt er det samme under det forventede, ved 10 pct.",
		EN: "Marked, clear and possible are differences above the expected level at a false " +
			"discovery rate (Benjamini-Hochberg) of at most 1, 5 and 10 per cent, and of at " +
			"least the plan's materiality. Low is the same below the expected level, at 10 per " +
			"cent.",
	},
	{
		DA: "Forskel i mio. kr. er forskellen pr. enhed gange mængden. Råderum er det, der er " +
			"over målniveauet, gange mængden, og aldrig under nul; det gælder kun sammen med sin " +
			"målregel.",
		EN: "Difference in kr. million is the difference per unit times the volume. Headroom is " +
			"what lies above the target level times the volume, and never below zero; it holds " +
			"only together with its target rule.",
	},
	{
		DA: "Rang 1 er den laveste udgift pr. enhed, og samme udgift deler rang. Rang og udgift " +
			"er to kolonner: udgiften kan falde, mens rangen stiger.",
		EN: "Rank 1 is the lowest spending per unit, and the same spending shares a rank. Rank " +
			"and spending are two columns: spending can fall while the rank rises.",
	},
}

// Caveats are what the figures do not prove, in a paragraph each.
var Caveats = []lang.Phrase{
	{
		DA: "En forskel kan skyldes valgt serviceniveau, vilkår uden for modellen, struktur, " +
			"kontering eller produktivitet. Tallene siger ikke hvilken.",
		EN: "A difference may come from a chosen service level, conditions the model does not " +
			"know, structure, posting practice or productivity. The figures do not say which.",
	},
	{
		DA: "Læg ikke positive forskelle sammen på områder, der kan erstatte hinanden, som " +
			"forebyggelse og anbringelse, eller på et område og dets dele.",
		EN: "Do not add up positive differences on areas that can replace each other, such as " +
			"prevention and placement, or on an area and its parts.",
	},
	{
		DA: "Ét år kan være tilfældigt. Se flere år, før en forskel bliver til et forslag; arket " +
			"Udvikling har dem, hvor der er mindst tre.",
		EN: "One year may be chance. Look at several years before a difference becomes a " +
			"proposal; the sheet Development has them where there are at least three.",
	},
	{
		DA: "Kontering flytter mellem nabofunktioner. Se på det samlede område før dets dele.",
		EN: "Postings move between neighbouring functions. Look at the area as a whole before " +
			"its parts.",
	},
}

// ReservationWords say in few words with what reservation a row should be read.
var ReservationWords = map[benchmark.WarningCode]lang.Phrase{
	benchmark.Extrapolation:      {DA: "langt fra de andre", EN: "far from the others"},
	benchmark.NegativeExpected:   {DA: "forventet ikke over nul", EN: "expected not above zero"},
	benchmark.ExplainsNothing:    {DA: "svag model", EN: "weak model"},
	benchmark.Corrected:          CorrectedMark,
	benchmark.CorrectedSomeYears: {DA: "ikke alle år rettet", EN: "not all years corrected"},
	benchmark.TargetBelowZero:    {DA: "mål ikke over nul", EN: "target not above zero"},
	benchmark.ActivityMissing:    {DA: "uden tal for aktiviteten", EN: "no figure of the activity"},
	benchmark.ActivityZero:       {DA: "uden aktivitet", EN: "no activity"},
	benchmark.NotSplit:           {DA: "aktivitet ikke skilt ud", EN: "activity not split off"},
}

// GradeMarks are a symbol and a word for each grade.
var GradeMarks = map[string]lang.Phrase{
	"":         {},
	"marked":   {DA: "▲▲▲ markant", EN: "▲▲▲ marked"},
	"clear":    {DA: "▲▲ tydelig", EN: "▲▲ clear"},
	"possible": {DA: "▲ mulig", EN: "▲ possible"},
	"low":      {DA: "▽ lavt", EN: "▽ low"},
	"posting":  {DA: "↔ kontering?", EN: "↔ posting?"},
}
