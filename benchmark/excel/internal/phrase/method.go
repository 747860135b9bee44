package phrase

import "github.com/raaderum/raaderum/lang"

// What the sheets of models and method say.
var (
	ColumnKept = lang.Phrase{
		DA: "Heraf danner det forventede",
		EN: "Of them form the expected",
	}
	ColumnGamma = lang.Phrase{
		DA: "Gamma",
		EN: "Gamma",
	}

	AllAreas = lang.Phrase{
		DA: "Alle områder",
		EN: "All areas",
	}
	ColumnCandidates = lang.Phrase{
		DA: "Rammevilkår, der varieres i andre modeller",
		EN: "Drivers that are varied in other models",
	}

	HeadDiagnostics = lang.Phrase{
		DA: "Hvad tallene betyder",
		EN: "What the numbers mean",
	}
	TailShort = lang.Phrase{
		DA: "Haler: residualernes haler er ikke målt, eller ikke længere end normalfordelingens; " +
			"prøvningerne har modellernes egne frihedsgrader.",
		EN: "Tails: the residuals' tails were not measured, or are no longer than the normal " +
			"distribution's; tests have the models' own degrees of freedom.",
	}
	TailLong = lang.Phrase{
		DA: "Haler: store udsving er almindeligere end i normalfordelingen. Prøvningerne har " +
			"derfor højst %d frihedsgrader, så der skal mere til, før en forskel kaldes sikker.",
		EN: "Tails: large swings are more common than in the normal distribution. Tests " +
			"therefore have at most %d degrees of freedom, so that it takes more before a " +
			"difference is called certain.",
	}

	HeadDefinitions = lang.Phrase{
		DA: "Ordene",
		EN: "The words",
	}
	HeadCite = lang.Phrase{
		DA: "Sådan henvises til projektmappen",
		EN: "How to cite the workbook",
	}
	CiteIntro = lang.Phrase{
		DA: "Nævn altid år, målestok og usikkerhed sammen med et tal.",
		EN: "Always give the year, the yardstick and the uncertainty together with a figure.",
	}
	Cite = lang.Phrase{
		DA: "%s, %s. Beregnet med %s på de kilder, der står ovenfor.",
		EN: "%s, %s. Computed with %s on the sources above.",
	}
	HeadMade = lang.Phrase{
		DA: "Sådan er projektmappen lavet",
		EN: "How the workbook was made",
	}
	EntryVersion = lang.Phrase{
		DA: "Program",
		EN: "Program",
	}
	EntryAuthor = lang.Phrase{
		DA: "Ansvarlig",
		EN: "Author",
	}
	EntryCommand = lang.Phrase{
		DA: "Kommando",
		EN: "Command",
	}
	HeadPlanText = lang.Phrase{
		DA: "Planens tekst",
		EN: "The plan's text",
	}
	PlanTextNote = lang.Phrase{
		DA: "Planen, som den blev læst; den udskrives ikke. Det, kommandoen siger, går forud " +
			"for den.",
		EN: "The plan as it was read; it is not printed. What the command says goes before " +
			"it.",
	}
)

// Diagnostics say what the numbers of the models mean, in a paragraph each.
var Diagnostics = []lang.Phrase{
	{
		DA: "Kommuner i beregningen, og hvor mange af dem der danner det forventede: mindste " +
			"kvadrater uden afvigende kommuner lader dem, der selv stikker ud, være ude af " +
			"målestokken.",
		EN: "Municipalities in the calculation, and how many of them form the expected level: " +
			"least squares without outlying municipalities leaves those that stand out " +
			"themselves out of the yardstick.",
	},
	{
		DA: "Residualspredning er, hvor langt kommunerne typisk ligger fra det forventede, i " +
			"kroner pr. enhed eller i logaritmer.",
		EN: "The residual standard error is how far municipalities typically lie from the " +
			"expected level, in kroner per unit or in logarithms.",
	},
	{
		DA: "R² er den del af forskellene mellem kommunerne, som rammevilkårene beskriver; uden " +
			"kommunen selv er den del, som de øvrige kan forudsige. Den sidste er den ærlige. Er " +
			"den lav, rammer det forventede næsten ikke bedre end gennemsnittet af kommunerne, " +
			"og forskellen siger ikke meget mere end afstanden til det.",
		EN: "R² is the part of the differences between municipalities that the background " +
			"conditions describe; leave-one-out is the part that the others can predict. The " +
			"latter is the honest one. Where it is low, the expected level is hardly closer to a " +
			"municipality than the mean of them all, and a difference says little more than the " +
			"distance to that.",
	},
	{
		DA: "AICc, BIC og PRESS vejer tilpasning mod antal rammevilkår og kan kun sammenlignes " +
			"inden for et område; lavere er bedre. Estimatorer, der ikke har dem, har en streg.",
		EN: "AICc, BIC and PRESS weigh fit against the number of drivers and can be compared " +
			"within one area only; lower is better. Estimators that do not have them have a dash.",
	},
	{
		DA: "Konditionstal og VIF viser, om rammevilkår siger næsten det samme. VIF over 10: " +
			"koefficienterne kan ikke læses hver for sig, men det forventede niveau er uskadt.",
		EN: "The condition number and VIF show whether drivers say nearly the same. VIF above " +
			"10: coefficients cannot be read one by one, but the expected level is unharmed.",
	},
	{
		DA: "Breusch-Pagan under 0,01: usikkerheden er større for nogle kommuner end modellen " +
			"siger. RESET under 0,01: sammenhængen bøjer, så det forventede er skævt i " +
			"yderkanterne.",
		EN: "Breusch-Pagan below 0.01: the uncertainty is larger for some municipalities than " +
			"the model says. RESET below 0.01: the relation bends, so that the expected level is " +
			"off at the ends.",
	},
	{
		DA: "Gamma er, hvor hurtigt udsvingene falder med kommunens størrelse: 0 er ens for " +
			"alle, 0,5 er som tilfældige udsving blandt indbyggerne.",
		EN: "Gamma is how fast swings fall with the municipality's size: 0 is the same for all, " +
			"0.5 is as chance among inhabitants would have it.",
	},
	{
		DA: "Robuste standardfejl (HC3) tåler, at udsvingene er ulige store. Er de meget større " +
			"end de almindelige, er koefficienten mindre sikker, end den ser ud.",
		EN: "Robust standard errors (HC3) bear that swings are unequal. Where they are much " +
			"larger than the ordinary ones, a coefficient is less certain than it looks.",
	},
}

// Definitions explain the words that the sheets use, in a paragraph each.
var Definitions = []lang.Phrase{
	{
		DA: "Forskel: faktisk minus forventet. Den er ikke et råderum, før nogen har fundet ud " +
			"af, hvad den skyldes.",
		EN: "Difference: actual minus expected. It is no headroom until somebody has found out " +
			"what it comes from.",
	},
	{
		DA: "Kandidat: et område, hvor forskellen opad er markant, tydelig eller mulig, og " +
			"mindst så stor som planens mindste forskel.",
		EN: "Candidate: an area where the difference upward is marked, clear or possible, and at " +
			"least the plan's materiality.",
	},
	{
		DA: "Råderum: det, der ligger over et målniveau, ganget med mængden. Det følger af " +
			"målreglen.",
		EN: "Headroom: what lies above a target level, times the volume. It follows from the " +
			"target rule.",
	},
	{
		DA: "Sammenligningsgruppe: de kommuner, hvis rammevilkår ligger nærmest. Udgifter indgår " +
			"ikke i valget.",
		EN: "Comparison group: the municipalities with the nearest background conditions. " +
			"Spending is no part of the choice.",
	},
	{
		DA: "Robust, nogenlunde, skrøbelig: forskellen opad findes i mindst 90 pct., i 60 til 90 " +
			"pct. eller i under 60 pct. af de modeller, der ville have været lige så rimelige.",
		EN: "Robust, middling, fragile: the difference upward is there in at least 90 per cent, " +
			"in 60 to 90 per cent or in less than 60 per cent of the models that would have been " +
			"as reasonable.",
	},
	{
		DA: "Aktivitet og enhedsudgift: hvor meget der gøres pr. indbygger, og hvad hver enhed " +
			"af det koster. De to dele giver tilsammen forskellen.",
		EN: "Activity and unit cost: how much is done per inhabitant, and what each unit of it " +
			"costs. The two parts add up to the difference.",
	},
}
