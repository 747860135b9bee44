package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// Everything this package says to people.
var (
	// Warnings on a model.
	refusedNoFigures = lang.Phrase{
		DA: "intet forventet niveau: '%s' har ingen tal for %s (kun for %s). Vælg et andet år, " +
			"eller en anden mængde i planen.",
		EN: "no expected level: '%s' has no figures for %s (only for %s). Choose another year, " +
			"or another volume in the plan.",
	}
	refusedNothing = lang.Phrase{
		DA: "intet forventet niveau: '%s' har ingen tal.",
		EN: "no expected level: '%s' has no figures.",
	}
	refusedTooFew = lang.Phrase{
		DA: "intet forventet niveau: kommuner med tal og rammevilkår: %d; planen kræver %d. " +
			"Skaf flere tal, eller sænk min_n i planen.",
		EN: "no expected level: municipalities with figures and drivers: %d; the plan asks for " +
			"%d. Find more figures, or lower min_n in the plan.",
	}
	refusedPerDriver = lang.Phrase{
		DA: "intet forventet niveau: for få kommuner (%d) til så mange koefficienter (%d); der " +
			"skal være mindst %d. Brug færre rammevilkår, eller sænk min_n_per_driver i planen.",
		EN: "no expected level: too few municipalities (%d) for so many coefficients (%d); " +
			"there must be at least %d. Use fewer drivers, or lower min_n_per_driver in the " +
			"plan.",
	}
	nearlyConstant = lang.Phrase{
		DA: "intet forventet niveau: rammevilkåret '%s' er så godt som ens i alle kommuner. " +
			"Tag det ud.",
		EN: "no expected level: the driver '%s' is as good as the same in all municipalities. " +
			"Take it out.",
	}
	interceptWord = lang.Phrase{DA: "konstanten", EN: "the intercept"}
	refusedRank   = lang.Phrase{
		DA: "intet forventet niveau: '%s' er en kombination af %s og siger intet nyt. Tag et " +
			"af dem ud.",
		EN: "no expected level: '%s' is a combination of %s and says nothing new. Take one of " +
			"them out.",
	}
	driverConstant = lang.Phrase{
		DA: "intet forventet niveau: rammevilkåret '%s' er ens i alle kommuner. Tag det ud.",
		EN: "no expected level: the driver '%s' is the same in all municipalities. Take it out.",
	}
	spendingConstant = lang.Phrase{
		DA: "intet forventet niveau: udgiften er ens i alle kommuner. Se tallene efter.",
		EN: "no expected level: the spending is the same in all municipalities. Check the figures.",
	}
	refusedPerfect = lang.Phrase{
		DA: "intet forventet niveau: rammevilkårene giver udgiften nøjagtigt, som om de var " +
			"regnet ud af den. Tag dem ud.",
		EN: "no expected level: the drivers give the spending exactly, as if computed from it. " +
			"Take them out.",
	}
	refusedNoSpread = lang.Phrase{
		DA: "intet forventet niveau: mindst halvdelen af kommunerne har nøjagtig det samme, " +
			"givet rammevilkårene, så der er intet at måle de andre med. Se tallene efter, " +
			"eller brug estimator = \"ols\".",
		EN: "no expected level: half of the municipalities or more have exactly the same, " +
			"given the drivers, so that there is nothing to measure the others with. Check the " +
			"figures, or use estimator = \"ols\".",
	}
	refusedNotFitted = lang.Phrase{
		DA: "intet forventet niveau: de kommuner, der ikke stikker ud, kan ikke bestemme alle " +
			"rammevilkårenes betydning. Brug estimator = \"ols\", eller tag rammevilkår ud, som " +
			"kun få kommuner har.",
		EN: "no expected level: the municipalities that do not stand out cannot decide what " +
			"every driver means. Use estimator = \"ols\", or take out drivers that only a few " +
			"municipalities have.",
	}
	highVIF = lang.Phrase{
		DA: "'%s' siger næsten det samme som de andre rammevilkår (VIF %s), så koefficienterne " +
			"kan ikke læses hver for sig. Tag et af dem ud.",
		EN: "'%s' says nearly the same as the other drivers (VIF %s), so the coefficients " +
			"cannot be read one by one. Take one of them out.",
	}
	unequalVariance = lang.Phrase{
		DA: "spredningen følger rammevilkårene (Breusch-Pagan, p %s), så intervallerne er for " +
			"brede for nogle og for smalle for andre. %s",
		EN: "the variance follows the drivers (Breusch-Pagan, p %s), so that intervals are too " +
			"wide for some and too narrow for others. %s",
	}
	bentModel = lang.Phrase{
		DA: "sammenhængen er ikke en ret linje (RESET, p %s). %s",
		EN: "the relation is not a straight line (RESET, p %s). %s",
	}
	notConverged = lang.Phrase{
		DA: "estimatoren nåede ikke i mål på %d trin, så niveauet er usikkert. Brug estimator " +
			"= \"ols\", eller færre rammevilkår.",
		EN: "the estimator did not converge in %d steps, so the level is uncertain. Use " +
			"estimator = \"ols\", or fewer drivers.",
	}
	noTest = lang.Phrase{
		DA: "det forventede er %s pct.-fraktilen, givet rammevilkårene: forskelle fra den har " +
			"intet interval og er ikke testet. Brug tau = 0.5 til det.",
		EN: "the expected level is the %s per cent quantile, given the drivers: differences " +
			"from it have no interval and are not tested. Use tau = 0.5 for that.",
	}
	chosenDrivers = lang.Phrase{
		DA: "rammevilkårene er valgt blandt %d efter %s, på %d kommuner: %s. Standardfejl, " +
			"intervaller og p-værdier tager ikke hensyn til valget og er for optimistiske.",
		EN: "the drivers were chosen among %d by %s, on %d municipalities: %s. Standard " +
			"errors, intervals and p-values take no account of the choice and are too " +
			"optimistic.",
	}
	chooseTooFew = lang.Phrase{
		DA: "intet forventet niveau: kommuner med tal for alle kandidater: %d; valget kræver " +
			"%d. Tag de kandidater ud, der mangler mest.",
		EN: "no expected level: municipalities with figures for every candidate: %d; a choice " +
			"takes %d. Take out the candidates that most lack.",
	}
	chooseRank = lang.Phrase{
		DA: "intet forventet niveau: de rammevilkår, der altid er med, er en kombination af " +
			"hinanden. Tag et af dem ud.",
		EN: "no expected level: the drivers that are always in are a combination of each " +
			"other. Take one of them out.",
	}
	curveFailed = lang.Phrase{
		DA: "%d af specifikationskurvens %d modeller kan ikke beregnes: for få kommuner til så " +
			"mange rammevilkår, eller rammevilkår, der er kombinationer af hinanden. Nævn færre " +
			"eller andre candidates under [curve].",
		EN: "%d of the %d models of the specification curve cannot be fitted: too few " +
			"municipalities for so many drivers, or drivers that are combinations of each " +
			"other. Name fewer or other candidates under [curve].",
	}
	noneChosen      = lang.Phrase{DA: "ingen", EN: "none"}
	explainsNothing = lang.Phrase{
		DA: "rammevilkårene forklarer næsten intet (R² uden kommunen selv %s): det forventede " +
			"rammer næsten ikke bedre end gennemsnittet af kommunerne. Læs forskellen med " +
			"forbehold.",
		EN: "the drivers explain next to nothing (leave-one-out R² %s): the expected level is " +
			"hardly closer to a municipality than the mean of them all. Read the difference " +
			"with reservation.",
	}
	notPositive = lang.Phrase{
		DA: "tal, der ikke er over nul, har ingen logaritme og er ikke med i modellen: %s. " +
			"Brug scale = \"level\".",
		EN: "figures that are not above zero have no logarithm and are not in the model: %s. " +
			"Use scale = \"level\".",
	}
	missingFigure = lang.Phrase{
		DA: "uden for modellen, fordi tal eller rammevilkår mangler (antal kommuner: %d): %s.",
		EN: "not in the model, for lack of a figure or a driver (municipalities: %d): %s.",
	}
	notFiniteFigure = lang.Phrase{
		DA: "udgiften delt med mængden er intet tal, der kan regnes med, i %s, som derfor " +
			"intet tal får. Se mængden efter.",
		EN: "the spending over the volume is no number that can be computed with in %s, which " +
			"therefore get no figure. Check the volume.",
	}
	emptyVolume = lang.Phrase{
		DA: "mængden er ikke over nul i %s, som derfor intet tal får.",
		EN: "the volume is not above zero in %s, which therefore get no figure.",
	}
	noVolume = lang.Phrase{
		DA: "området har ingen mængde, så kommunernes samlede udgifter sammenlignes. Sæt " +
			"spending_per eller per i planen.",
		EN: "the area has no volume, so the municipalities' totals are compared. Set " +
			"spending_per or per in the plan.",
	}
	notDivided = lang.Phrase{
		DA: "tallene '%s' er givet i '%s', altså i alt, men planen siger, at de er pr. '%s'. " +
			"Fjern spending_per, og sæt per = [\"%s\"].",
		EN: "the figures '%s' are given in '%s', that is in all, but the plan says that they " +
			"are per '%s'. Remove spending_per, and set per = [\"%s\"].",
	}
	notKroner = lang.Phrase{
		DA: "tallene '%s' er i '%s' og ikke i kr., så beløb i kr. giver ingen mening. Vælg en " +
			"udgift som spending.",
		EN: "the figures '%s' are in '%s' and not in kr., so that amounts in kr. make no " +
			"sense. Choose an expenditure for spending.",
	}
	implausibleUnit = lang.Phrase{
		DA: "kommunernes udgift er typisk %s kr. pr. enhed. Se efter, om tallene er i kr. " +
			"(spending_factor, eller unit under [[source]]), og om de er pr. enhed " +
			"(spending_per) eller i alt (per).",
		EN: "the municipalities typically spend kr. %s a unit. See whether the figures are in " +
			"kr. (spending_factor, or unit under [[source]]), and whether they are per unit " +
			"(spending_per) or in all (per).",
	}
	alreadyDivided = lang.Phrase{
		DA: "tallene '%s' er pr. '%s', men planen siger noget andet. Sæt spending_per = \"%s\".",
		EN: "the figures '%s' are per '%s', but the plan says otherwise. Set spending_per = " +
			"\"%s\".",
	}

	// Warnings on the whole.
	extrapolation = lang.Phrase{
		DA: "%s har rammevilkår så langt fra de andres på %s (leverage %s, grænse %s), at det " +
			"forventede er regnet ud over, hvad tallene viser. Læs forskellen med forbehold.",
		EN: "%s has drivers so far from the others' on %s (leverage %s, limit %s) that its " +
			"expected level is drawn out beyond the data. Read the difference with reservation.",
	}
	negativeExpected = lang.Phrase{
		DA: "%s får på %s et forventet niveau, der ikke er over nul: modellen passer ikke dér. " +
			"Se bort fra forskellen, eller brug scale = \"log\".",
		EN: "%s gets on %s an expected level that is not above zero: the model does not fit " +
			"there. Disregard the difference, or use scale = \"log\".",
	}
	dataNote = lang.Phrase{
		DA: "kilden til '%s' har bemærkningen: %s.",
		EN: "the source of '%s' has the remark: %s.",
	}
	loweredLimits = lang.Phrase{
		DA: "planen har sænket kravene til %d kommuner og %d pr. koefficient (normalt %d og " +
			"%d). Modellerne er mindre sikre.",
		EN: "the plan has lowered the limits to %d municipalities and %d for each coefficient " +
			"(normally %d and %d). The models are less certain.",
	}
	weightsNotUsed = lang.Phrase{
		DA: "planens vægte '%s' bruges ikke af '%s'. Sæt estimator = \"wls\", eller fjern dem.",
		EN: "the plan's weights '%s' are not used by '%s'. Set estimator = \"wls\", or remove " +
			"them.",
	}
	sharedAccounts = lang.Phrase{
		DA: "%s og %s har konti til fælles (%s), så %[1]s er ikke lagt til i summerne.",
		EN: "%s and %s have accounts in common (%s), so that %[1]s is not added to the sums.",
	}
	currentPrices = lang.Phrase{
		DA: "flere år er lagt sammen i årets priser, uden omregning til samme prisniveau. Nævn " +
			"et prisindeks (--prices, eller [prices] i planen).",
		EN: "several years are pooled in current prices, not deflated. Name a price index " +
			"(--prices, or [prices] in the plan).",
	}
	nearestYearUsed = lang.Phrase{
		DA: "rammevilkår uden tal for %d er taget fra det nærmeste år: %s.",
		EN: "drivers without figures for %d are taken from the nearest year: %s.",
	}
	namesOfYear = lang.Phrase{
		DA: "%d (%s)",
		EN: "%d (%s)",
	}
	undatedUsed = lang.Phrase{
		DA: "rammevilkår er uden år: %s. Skriv year i planen, eller årstallet i filens navn.",
		EN: "drivers are without a year: %s. Write year in the plan, or the year in the file's " +
			"name.",
	}
	driverUndefined = lang.Phrase{
		DA: "rammevilkåret '%s' kan ikke regnes ud for %s, som derfor intet forventet niveau " +
			"får. Vælg en anden transform.",
		EN: "the driver '%s' cannot be computed for %s, which therefore get no expected level. " +
			"Choose another transform.",
	}
)

// remedies say what to do about a warning. That depends on what the plan does already.
var remedies = map[WarningCode]func(*plan.Plan) lang.Phrase{
	UnequalVariance: func(p *plan.Plan) lang.Phrase {
		switch {
		case p.Variance != plan.VarianceBySize:
			return lang.Phrase{DA: "Prøv variance = \"size\".", EN: "Try variance = \"size\"."}
		case p.Scale != plan.Log:
			return lang.Phrase{DA: "Prøv scale = \"log\".", EN: "Try scale = \"log\"."}
		}
		return lang.Phrase{DA: "Læs dem med forbehold.", EN: "Read them with reservation."}
	},
	BentModel: func(p *plan.Plan) lang.Phrase {
		if p.Scale != plan.Log {
			return lang.Phrase{
				DA: "Prøv scale = \"log\", eller giv et rammevilkår en transform.",
				EN: "Try scale = \"log\", or give a driver a transform.",
			}
		}
		return lang.Phrase{
			DA: "Giv et rammevilkår en transform.",
			EN: "Give a driver a transform.",
		}
	},
}

// warningSummaries has the words for warnings that areas or municipalities often share, by
// code. They have a place for the names of those that do.
var warningSummaries = map[WarningCode]lang.Phrase{
	RefusedNoFigures: {
		DA: "intet forventet niveau, for der mangler udgifter eller mængder for året: %s. " +
			"Tilføj dem, eller vælg et andet år.",
		EN: "no expected level, since spending or volume of the year is missing: %s. Add it, " +
			"or choose another year.",
	},
	RefusedTooFew: {
		DA: "intet forventet niveau, for få kommuner har tal og rammevilkår (min_n i planen): %s.",
		EN: "no expected level, too few municipalities have figures and drivers (min_n in the " +
			"plan): %s.",
	},
	RefusedPerDriver: {
		DA: "intet forventet niveau, for få kommuner til så mange rammevilkår " +
			"(min_n_per_driver i planen): %s.",
		EN: "no expected level, too few municipalities for so many drivers (min_n_per_driver " +
			"in the plan): %s.",
	},
	RefusedRank: {
		DA: "intet forventet niveau, et rammevilkår er en kombination af andre, tag det ud: %s.",
		EN: "no expected level, a driver is a combination of others, take it out: %s.",
	},
	RefusedConstant: {
		DA: "intet forventet niveau, et rammevilkår eller udgiften er ens i alle kommuner: %s.",
		EN: "no expected level, a driver or the spending is the same in all municipalities: %s.",
	},
	RefusedPerfect: {
		DA: "intet forventet niveau, rammevilkårene giver udgiften nøjagtigt, som om de var " +
			"regnet ud af den: %s.",
		EN: "no expected level, the drivers give the spending exactly, as if computed from it: %s.",
	},
	RefusedNoSpread: {
		DA: "intet forventet niveau, mindst halvdelen af kommunerne har nøjagtig det samme: %s.",
		EN: "no expected level, half of the municipalities or more have exactly the same: %s.",
	},
	RefusedNotFitted: {
		DA: "intet forventet niveau, de kommuner, der ikke stikker ud, kan ikke bestemme alle " +
			"rammevilkårenes betydning: %s.",
		EN: "no expected level, the municipalities that do not stand out cannot decide what " +
			"every driver means: %s.",
	},
	HighVIF: {
		DA: "nogle rammevilkår siger næsten det samme (VIF over 10), så koefficienterne ikke " +
			"kan læses hver for sig. Tag et af dem ud. Det gælder: %s.",
		EN: "some drivers say nearly the same (VIF above 10), so the coefficients cannot be " +
			"read one by one. Take one of them out. This concerns: %s.",
	},
	UnequalVariance: {
		DA: "spredningen følger rammevilkårene (Breusch-Pagan under 0,01), så intervallerne er " +
			"for brede for nogle og for smalle for andre. %s Det gælder: %s.",
		EN: "the variance follows the drivers (Breusch-Pagan below 0.01), so that intervals " +
			"are too wide for some and too narrow for others. %s This concerns: %s.",
	},
	BentModel: {
		DA: "sammenhængen er ikke en ret linje (RESET under 0,01). %s Det gælder: %s.",
		EN: "the relation is not a straight line (RESET below 0.01). %s This concerns: %s.",
	},
	ChosenDrivers: {
		DA: "rammevilkårene er valgt efter tallene selv. Standardfejl, intervaller og " +
			"p-værdier tager ikke hensyn til valget og er for optimistiske. Det gælder: %s.",
		EN: "the drivers were chosen by the figures themselves. Standard errors, intervals and " +
			"p-values take no account of the choice and are too optimistic. This concerns: %s.",
	},
	CurveFailed: {
		DA: "nogle af specifikationskurvens modeller kan ikke beregnes: for få kommuner til så " +
			"mange rammevilkår, eller rammevilkår, der er kombinationer af hinanden. Nævn færre " +
			"eller andre candidates under [curve]. Det gælder: %s.",
		EN: "some models of the specification curve cannot be fitted: too few municipalities " +
			"for so many drivers, or drivers that are combinations of each other. Name fewer or " +
			"other candidates under [curve]. This concerns: %s.",
	},
	ExplainsNothing: {
		DA: "rammevilkårene forklarer næsten intet (R² uden kommunen selv under 0,1): det " +
			"forventede rammer næsten ikke bedre end gennemsnittet af kommunerne. Læs " +
			"forskellen med forbehold. Det gælder: %s.",
		EN: "the drivers explain next to nothing (leave-one-out R² below 0.1): the expected " +
			"level is hardly closer to a municipality than the mean of them all. Read the " +
			"difference with reservation. This concerns: %s.",
	},
	Extrapolation: {
		DA: "det forventede er regnet ud over, hvad tallene viser, hvor kommunens rammevilkår " +
			"er langt fra de andres (høj leverage). Læs forskellen med forbehold. Det gælder: " +
			"%s.",
		EN: "the expected level is drawn out beyond the data where the municipality's drivers " +
			"are far from the others' (high leverage). Read the difference with reservation. " +
			"This concerns: %s.",
	},
	NegativeExpected: {
		DA: "det forventede er ikke over nul: modellen passer ikke dér. Se bort fra " +
			"forskellen, eller brug scale = \"log\". Det gælder: %s.",
		EN: "the expected level is not above zero: the model does not fit there. Disregard the " +
			"difference, or use scale = \"log\". This concerns: %s.",
	},
	MissingFigure: {
		DA: "nogle kommuner mangler tal eller rammevilkår og er ikke med i modellen. Det " +
			"gælder: %s.",
		EN: "some municipalities lack a figure or a driver and are not in the model. This " +
			"concerns: %s.",
	},
	NotPositive: {
		DA: "tal, der ikke er over nul, har ingen logaritme og er ikke med i modellen. Brug " +
			"scale = \"level\". Det gælder: %s.",
		EN: "figures that are not above zero have no logarithm and are not in the model. Use " +
			"scale = \"level\". This concerns: %s.",
	},
	NotFinite: {
		DA: "udgiften delt med mængden er intet tal, der kan regnes med, i nogle kommuner, som " +
			"derfor intet tal får. Se mængden efter. Det gælder: %s.",
		EN: "the spending over the volume is no number that can be computed with in some " +
			"municipalities, which therefore get no figure. Check the volume. This concerns: " +
			"%s.",
	},
	EmptyVolume: {
		DA: "mængden er ikke over nul i nogle kommuner, som derfor intet tal får. Det gælder: %s.",
		EN: "the volume is not above zero in some municipalities, which therefore get no " +
			"figure. This concerns: %s.",
	},
	NoVolume: {
		DA: "områder uden mængde, så kommunernes samlede udgifter sammenlignes. Sæt " +
			"spending_per eller per i planen. Det gælder: %s.",
		EN: "areas without a volume, so the municipalities' totals are compared. Set " +
			"spending_per or per in the plan. This concerns: %s.",
	},
	ActivityMissing: {
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift, for der mangler tal for " +
			"aktiviteten: %s.",
		EN: "the difference is not split into activity and unit cost, for figures of the " +
			"activity are missing: %s.",
	},
	ActivityZero: {
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift, hvor der ingen aktivitet er: %s.",
		EN: "the difference is not split into activity and unit cost where there is no " +
			"activity: %s.",
	},
	ActivityConstant: {
		DA: "aktiviteten pr. enhed af mængden er ens i alle kommuner, så hele forskellen er " +
			"enhedsudgift. Sæt per til en bredere gruppe. Det gælder: %s.",
		EN: "the activity per unit of volume is the same in all municipalities, so that the " +
			"whole difference is unit cost. Set per to a wider group. This concerns: %s.",
	},
	NotSplit: {
		DA: "forskellen er ikke delt i aktivitet og enhedsudgift, hvor udgiften eller et " +
			"forventet niveau ikke er over nul: %s.",
		EN: "the difference is not split into activity and unit cost where spending or an " +
			"expected level is not above zero: %s.",
	},
	AlreadyDivided: {
		DA: "planen og dataene er uenige om, hvad tallene er delt med. Ret spending_per. Det " +
			"gælder: %s.",
		EN: "the plan and the data disagree on what the figures are divided by. Correct " +
			"spending_per. This concerns: %s.",
	},

	NotKroner: {
		DA: "tallene er i en enhed, der ikke er penge, så beløb i kr. giver ingen mening. Vælg " +
			"en udgift som spending. Det gælder: %s.",
		EN: "the figures are in a unit that is no money, so that amounts in kr. make no sense. " +
			"Choose an expenditure for spending. This concerns: %s.",
	},
	ImplausibleUnit: {
		DA: "kommunernes udgift er typisk under 1 eller over 3 mio. kr. pr. enhed. Se efter, " +
			"om tallene er i kr. (spending_factor, eller unit under [[source]]), og om de er " +
			"pr. enhed (spending_per) eller i alt (per). Det gælder: %s.",
		EN: "the municipalities typically spend below kr. 1 or above kr. 3 million a unit. See " +
			"whether the figures are in kr. (spending_factor, or unit under [[source]]), and " +
			"whether they are per unit (spending_per) or in all (per). This concerns: %s.",
	},
	CorrectionMissing:  correctedMissingAll,
	CorrectionLarge:    correctedMuchAll,
	CorrectedSomeYears: correctedSomeYearsAll,
	TargetNotPositive:  targetNotPositiveAll,
}

var areaPrefix = lang.Phrase{DA: "%s: %s", EN: "%s: %s"}

// Of figures that can hardly be right.
var (
	implausibleAreas = lang.Phrase{
		DA: "tallene kan næppe være rigtige:\n%s\nRet dem. Er de rigtige, så skriv accept = " +
			"[\"%s\"] øverst i planen, med hver indikator, det gælder.",
		EN: "the figures can hardly be right:\n%s\nMend them. If they are right, write accept " +
			"= [\"%s\"] at the top of the plan, with each indicator that it is so of.",
	}
	wrongUnit = lang.Phrase{
		DA: "%s: kommunernes udgift er typisk %s kr. pr. enhed. Se efter, om tallene er i kr. " +
			"(spending_factor, eller unit under [[source]]), og om de er pr. enhed " +
			"(spending_per) eller i alt (per).",
		EN: "%s: the municipalities typically spend kr. %s a unit. See whether the figures are " +
			"in kr. (spending_factor, or unit under [[source]]), and whether they are per unit " +
			"(spending_per) or in all (per).",
	}
	shareOver = lang.Phrase{
		DA: "de %d serviceområder koster tilsammen typisk %s pct. af al service, som de er dele " +
			"af. Størst er %s med %s pct. Er det i en anden enhed, er det ikke service " +
			"(not_service = true), eller er noget talt med to gange?",
		EN: "the %d areas of service cost together typically %s per cent of all service, which " +
			"they are parts of. The largest is %s with %s per cent. Is it in another unit, is " +
			"it no service (not_service = true), or is something counted twice?",
	}
	mixedYears = lang.Phrase{
		DA: "%s (%s) er blandet: %d kommuner har tal for %d, og %d har tal for %d. Tag det ene " +
			"år for alle.",
		EN: "%s (%s) is of mixed years: %d municipalities have figures of %d, and %d have " +
			"figures of %d. Take one year for all.",
	}
	partsNotAdded = lang.Phrase{
		DA: "%s Det gælder også de dele, den har med: %s.",
		EN: "%s Nor are the parts that it has: %s.",
	}
	smallMateriality = lang.Phrase{
		DA: "materiality er %s kr. om året. Er det rigtigt, eller er det 1.000 gange så meget? " +
			"I planen er punktum et decimaltegn: 250.000 er 250; skriv 250000.",
		EN: "materiality is kr. %s a year. Is that right, or is it 1,000 times as much? In the " +
			"plan a point is a decimal mark: 250.000 is 250; write 250000.",
	}
	nothingSpent = lang.Phrase{
		DA: "%s har 0 kr. i %d i områder, hvor næsten alle har en udgift, og kommunen selv har " +
			"det i andre år: %s. Mangler tallene, så lad cellerne være tomme.",
		EN: "%s has kr. 0 in %d in areas where nearly all spend something, and it does in other " +
			"years: %s. If the figures are missing, leave the cells empty.",
	}
	driverIsSpending = lang.Phrase{
		DA: "%s: driveren %s er næsten det samme som udgiften pr. enhed, så udgiften forklarer " +
			"sig selv.",
		EN: "%s: the driver %s is nearly the same as spending a unit, so that spending explains " +
			"itself.",
	}
)
