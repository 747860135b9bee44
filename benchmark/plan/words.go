package plan

import "github.com/raaderum/raaderum/lang"

// Everything that this package says to people.
var (
	noPlan = lang.Phrase{
		DA: "der er ingen plan. Giv den, som plan.Parse eller danmark.DefaultPlan returnerer.",
		EN: "there is no plan. Pass the one that plan.Parse or danmark.DefaultPlan returns.",
	}
	noData = lang.Phrase{
		DA: "der er intet datasæt at sammenligne kommunerne i.",
		EN: "there is no data set to compare the municipalities of.",
	}
	planWord = lang.Phrase{
		DA: "planen",
		EN: "the plan",
	}
	keyWord = lang.Phrase{
		DA: "nøglen '%s'",
		EN: "key '%s'",
	}
	oneMorePlace = lang.Phrase{
		DA: "(Det samme ét sted mere.)",
		EN: "(The same in one more place.)",
	}
	morePlaces = lang.Phrase{
		DA: "(Det samme %d steder mere.)",
		EN: "(The same in %d more places.)",
	}
	commaInTOML = lang.Phrase{
		DA: "'%s' er ikke et tal i TOML. Skriv %s, med punktum.",
		EN: "'%s' is not a number in TOML. Write %s, with a point.",
	}
	badTOML = lang.Phrase{
		DA: "filen er ikke gyldig TOML (%s).",
		EN: "the file is not valid TOML (%s).",
	}
	badTOMLLine = lang.Phrase{
		DA: "filen er ikke gyldig TOML ved '%s'. Skriv nøgle = værdi, tekster i \"…\" på én " +
			"linje, lister i [ ] og hver nøgle én gang.",
		EN: "the file is not valid TOML at '%s'. Write key = value, texts in \"…\" on one " +
			"line, lists in [ ] and each key once.",
	}
	openBracket = lang.Phrase{
		DA: "listen i '%s' bliver ikke lukket. Skriv ] efter dens sidste værdi.",
		EN: "the list in '%s' is not closed. Write ] after its last value.",
	}
	hugeInTOML = lang.Phrase{
		DA: "tallet i '%s' er for stort. Ret det.",
		EN: "the number in '%s' is too large. Correct it.",
	}
	planTooLarge = lang.Phrase{
		DA: "filen er over grænsen på %d kB for en plan.",
		EN: "the file is over the bound of %d kB for a plan.",
	}
	planNotUTF8 = lang.Phrase{
		DA: "filen er ikke UTF-8. Gem den som UTF-8.",
		EN: "the file is not UTF-8. Save it as UTF-8.",
	}
	unknownKey = lang.Phrase{
		DA: "'%s' er ikke en nøgle i en plan.%s",
		EN: "'%s' is not a key of a plan.%s",
	}
	wrongType = lang.Phrase{
		DA: "her skal stå %s, og der står %s.",
		EN: "this must be %s, and is %s.",
	}
	isText = lang.Phrase{
		DA: "teksten %s",
		EN: "the text %s",
	}
	isNumber = lang.Phrase{
		DA: "tallet %s",
		EN: "the number %s",
	}
	isBool = lang.Phrase{
		DA: "ordet %s",
		EN: "the word %s",
	}
	isDate = lang.Phrase{
		DA: "datoen %s",
		EN: "the date %s",
	}
	isList = lang.Phrase{
		DA: "listen %s",
		EN: "the list %s",
	}
	isTable = lang.Phrase{
		DA: "tabellen %s",
		EN: "the table %s",
	}
	wrongTable = lang.Phrase{
		DA: "skriv hver som en tabel under [[%[1]s]].",
		EN: "write each as a table under [[%[1]s]].",
	}
	notTable = lang.Phrase{
		DA: "skriv det som en tabel under [%s].",
		EN: "write it as a table under [%s].",
	}
	typeText = lang.Phrase{
		DA: "en tekst i anførselstegn",
		EN: "a text in quotation marks",
	}
	typeWhole = lang.Phrase{
		DA: "et helt tal",
		EN: "a whole number",
	}
	typeNumber = lang.Phrase{
		DA: "et tal",
		EN: "a number",
	}
	typeTable = lang.Phrase{
		DA: "en tabel, { navn = 1.5 }",
		EN: "a table, { name = 1.5 }",
	}
	typeList = lang.Phrase{
		DA: "en liste af tekster, [\"a\", \"b\"]",
		EN: "a list of texts, [\"a\", \"b\"]",
	}
	absurdFactor = lang.Phrase{
		DA: "%s er ikke en faktor mellem enheder. Skriv for eksempel 1000, hvis tallene er i " +
			"1.000 kr.",
		EN: "%s is not a factor between units. Write for example 1000 if the figures are in " +
			"kr. 1,000.",
	}
	tooSmall = lang.Phrase{
		DA: "tallet skal være mindst %d.",
		EN: "the number must be at least %d.",
	}
	weightsTwice = lang.Phrase{
		DA: "variance = \"size\" giver selv vægtene; fjern weights = \"%s\".",
		EN: "variance = \"size\" makes the weights itself; remove weights = \"%s\".",
	}
	notQuantile = lang.Phrase{
		DA: "fraktilen skal være over 0 og under 1.",
		EN: "the quantile must be above 0 and below 1.",
	}
	tooManyCandidates = lang.Phrase{
		DA: "der kan højst vælges mellem %d rammevilkår.",
		EN: "there can be at most %d drivers to choose among.",
	}
	noCandidates = lang.Phrase{
		DA: "der er intet at vælge mellem. Skriv candidates i planen eller i hvert område.",
		EN: "there is nothing to choose among. Write candidates in the plan or in every area.",
	}
	tooManyForCurve = lang.Phrase{
		DA: "der kan højst være %d rammevilkår at variere i en specifikationskurve. Nævn de " +
			"vigtigste som candidates under [curve].",
		EN: "there can be at most %d drivers to vary in a specification curve. Name the most " +
			"important as candidates under [curve].",
	}
	tooLong = lang.Phrase{
		DA: "teksten er for lang (højst %d tegn).",
		EN: "the text is too long (at most %d characters).",
	}
	tooManyErrors = lang.Phrase{
		DA: "flere fejl er ikke vist (antal: %d). Ret de første og læs igen.",
		EN: "more errors are not shown (number: %d). Correct the first ones and read again.",
	}
	tooLarge = lang.Phrase{
		DA: "tallet må højst være %d.",
		EN: "the number must be at most %d.",
	}
	notYear = lang.Phrase{
		DA: "%d er ikke et årstal.",
		EN: "%d is not a year.",
	}
	notOneOf = lang.Phrase{
		DA: "'%s' er ikke en af: %s.%s",
		EN: "'%s' is not one of: %s.%s",
	}
	mayNotBeEmpty = lang.Phrase{
		DA: "må ikke mangle eller være tom.",
		EN: "must not be missing or empty.",
	}
	namedTwice = lang.Phrase{
		DA: "'%s' er nævnt to gange. Fjern eller omdøb den ene.",
		EN: "'%s' is named twice. Remove or rename one of them.",
	}
	noAreas = lang.Phrase{
		DA: "planen har ingen områder. Skriv mindst ét under [[area]].",
		EN: "the plan has no areas. Write at least one under [[area]].",
	}
	unknownIndicator = lang.Phrase{
		DA: "indikatoren '%s' findes ikke i dataene.%s",
		EN: "the indicator '%s' is not in the data.%s",
	}
	unknownDriver = lang.Phrase{
		DA: "'%s' er hverken en [[driver]] i planen eller en indikator i dataene.%s",
		EN: "'%s' is neither a [[driver]] of the plan nor an indicator in the data.%s",
	}
	unknownMunicipality = lang.Phrase{
		DA: "kommunen '%s' findes ikke i dataene.%s",
		EN: "the municipality '%s' is not in the data.%s",
	}
	poolUndated = lang.Phrase{
		DA: "tal uden år kan ikke lægges sammen over flere år. Sæt pool = 1, eller giv tallene år.",
		EN: "figures without a year cannot be pooled over years. Set pool = 1, or date the " +
			"figures.",
	}
	noSuchYear = lang.Phrase{
		DA: "dataene har ikke året %d. De har %s.",
		EN: "the data do not have the year %d. They have %s.",
	}
	factorTwice = lang.Phrase{
		DA: "tallene '%s' er givet i '%s' og allerede bragt til '%s'. Fjern spending_factor.",
		EN: "the figures '%s' are given in '%s' and already brought to '%s'. Remove " +
			"spending_factor.",
	}
	typeYears = lang.Phrase{
		DA: "en tabel med et tal for hvert år, { 2023 = 100, 2024 = 103.5 }",
		EN: "a table with a number for each year, { 2023 = 100, 2024 = 103.5 }",
	}
	notIndex = lang.Phrase{
		DA: "indekset for %d skal være over 0.",
		EN: "the index of %d must be above 0.",
	}
	absurdIndex = lang.Phrase{
		DA: "indekset går fra %s i %d til %s i %d. Et prisindeks stiger lidt hvert år, fx 100; " +
			"102,4; 106,6. Er tallene væksten i procent, så regn dem om til et indeks. Se også " +
			"efter, om et decimaltegn mangler, eller om et nyt basisår begynder. Er indekset " +
			"rigtigt, så skriv accept = [\"prices.index\"] øverst i planen.",
		EN: "the index goes from %s in %d to %s in %d. A price index rises a little each year, " +
			"as 100, 102.4, 106.6. If the figures are growth in per cent, make an index of " +
			"them. See also whether a decimal mark is missing, or a new base year begins. If " +
			"the index is right, write accept = [\"prices.index\"] at the top of the plan.",
	}
	smallIndex = lang.Phrase{
		DA: "indekset er højst %s. Et prisindeks er omkring 100, fx 100; 102,4; 106,6. Er " +
			"tallene væksten i procent, så regn dem om til et indeks; er basisåret 1, så gang " +
			"med 100.",
		EN: "the index is %s at most. A price index is about 100, as 100, 102.4, 106.6. If the " +
			"figures are growth in per cent, make an index of them; if the base year is 1, " +
			"multiply by 100.",
	}
	noIndex = lang.Phrase{
		DA: "indekset har ikke %d, som skal lægges sammen med de andre år. Skriv det, eller " +
			"sænk pool.",
		EN: "the index does not have %d, which is to be pooled with the other years. Write it, " +
			"or lower pool.",
	}
	columnWord = lang.Phrase{
		DA: "kolonnen '%s'",
		EN: "column '%s'",
	}
	correctionsTooLarge = lang.Phrase{
		DA: "filen er over grænsen på %d MB for rettelser.",
		EN: "the file is over the bound of %d MB for corrections.",
	}
	tooManyCorrections = lang.Phrase{
		DA: "der er %d rettelser, og grænsen er %d. Læg dem sammen pr. område og år.",
		EN: "there are %d corrections, and the bound is %d. Add them up by area and year.",
	}
	unknownCorrectionKey = lang.Phrase{
		DA: "'%s' er ikke en nøgle i en liste over rettelser.%s",
		EN: "'%s' is not a key of a list of corrections.%s",
	}
	noCorrections = lang.Phrase{
		DA: "filen har ingen rettelser. Skriv hver som en tabel under [[correction]].",
		EN: "the file has no corrections. Write each as a table under [[correction]].",
	}
	noColumn = lang.Phrase{
		DA: "overskriften har ingen kolonne '%s' (fandt: %s).",
		EN: "the header has no column '%s' (found: %s).",
	}
	noAreaColumn = lang.Phrase{
		DA: "overskriften har hverken en kolonne 'område' eller 'konto' (fandt: %s).",
		EN: "the header has neither a column 'area' nor 'account' (found: %s).",
	}
	columnsAlike = lang.Phrase{
		DA: "kolonnerne '%s' og '%s' betyder det samme. Fjern eller omdøb den ene.",
		EN: "the columns '%s' and '%s' mean the same. Remove or rename one of them.",
	}
	misspeltColumn = lang.Phrase{
		DA: "kolonnen kendes ikke.%s Ret navnet, eller kald den noget helt andet.",
		EN: "the column is not known.%s Correct the name, or call it something else altogether.",
	}
	noMunicipality = lang.Phrase{
		DA: "rettelsen nævner ingen kommune. Skriv kode eller navn.",
		EN: "the correction names no municipality. Write a code or a name.",
	}
	areaAndAccount = lang.Phrase{
		DA: "rettelsen nævner både et område og en konto. Behold det ene.",
		EN: "the correction names both an area and an account. Keep one of them.",
	}
	neitherAreaNorAccount = lang.Phrase{
		DA: "rettelsen nævner hverken et område eller en konto. Skriv det ene.",
		EN: "the correction names neither an area nor an account. Write one of them.",
	}
	badCorrectionYear = lang.Phrase{
		DA: "'%s' er ikke et årstal. Skriv det med fire cifre.",
		EN: "'%s' is not a year. Write it with four digits.",
	}
	noAmount = lang.Phrase{
		DA: "rettelsens beløb mangler eller er 0. Skriv de kr., der lægges til, eller med " +
			"minus trækkes fra.",
		EN: "the correction's amount is missing or 0. Write the kr. to add, or with a minus to " +
			"take away.",
	}
	absurdAmount = lang.Phrase{
		DA: "beløbet er over %s kr. Ret det; det skal være i kr.",
		EN: "the amount is over kr. %s. Correct it; it is to be in kr.",
	}
	noReason = lang.Phrase{
		DA: "rettelsen har ingen begrundelse. Skriv, hvorfor tallet rettes.",
		EN: "the correction has no reason. Write why the figure is corrected.",
	}
	noName = lang.Phrase{
		DA: "rettelsen har intet navn. Skriv, hvem der står inde for den.",
		EN: "the correction has no name. Write who answers for it.",
	}
	notDate = lang.Phrase{
		DA: "'%s' er ikke en dato. Skriv den som 2026-05-01 eller 01-05-2026.",
		EN: "'%s' is not a date. Write it as 2026-05-01 or 01-05-2026.",
	}
	unknownCorrectedArea = lang.Phrase{
		DA: "planen har intet område med id '%s'.%s",
		EN: "the plan has no area with the ID '%s'.%s",
	}
	unknownAccount = lang.Phrase{
		DA: "kontoen '%s' er ikke en indikator i dataene.%s",
		EN: "the account '%s' is not an indicator in the data.%s",
	}
	noYearGiven = lang.Phrase{
		DA: "rettelsen mangler et årstal. '%s' har tal for %s.",
		EN: "the correction lacks a year. '%s' has figures for %s.",
	}
	noFiguresThen = lang.Phrase{
		DA: "'%s' har ingen tal for %d. Der er tal for %s.",
		EN: "'%s' has no figures for %d. There are for %s.",
	}
	noFiguresUndated = lang.Phrase{
		DA: "'%s' har tal uden år, så rettelsen skal stå uden år.",
		EN: "'%s' has figures without a year, so the correction is to stand without one.",
	}
	noFiguresEver = lang.Phrase{
		DA: "'%s' har ingen tal at rette.",
		EN: "'%s' has no figures to correct.",
	}
	correctedTwice = lang.Phrase{
		DA: "den samme rettelse står også i %s. Fjern den ene, eller skriv i begrundelsen, " +
			"hvad der skiller dem.",
		EN: "the very same correction also stands in %s. Remove one of them, or write in the " +
			"reason what sets them apart.",
	}
)

// What is said of files that the plan does not use, and of files of another year than the
// one compared.
var (
	unusedFile = lang.Phrase{
		DA: "%s: planen bruger ingen af filens %d slags tal (%s).%s",
		EN: "%s: the plan uses none of the file's %d kinds of figures (%s).%s",
	}
	overruledFile = lang.Phrase{
		DA: "%s: filens beløb er af de samme konti (%s, %s) som tallene pr. indbygger i %s, der " +
			"er nævnt senere og er brugt. Nævn filen sidst, hvis dens tal skal bruges.",
		EN: "%s: the file's amounts are of the same accounts (%s, %s) as the figures per " +
			"inhabitant in %s, which is named later and is used. Name the file last to have its " +
			"figures used.",
	}
	misspelt = lang.Phrase{
		DA: "%s: planen bruger ikke filens '%s', men har noget, der ligner. For '%s':%s",
		EN: "%s: the plan does not use the file's '%s', but has something like it. For '%s':%s",
	}
	otherYears = lang.Phrase{
		DA: "%s: tallene (%s) er for %s, og der sammenlignes %s. De er ikke brugt.",
		EN: "%s: the figures (%s) are of %s, and %s is compared. They are not used.",
	}
	withoutYear     = lang.Phrase{DA: "intet år", EN: "no year"}
	unusedFileOfOne = lang.Phrase{
		DA: "%s: planen bruger ikke filens %d slags tal (%s).%s",
		EN: "%s: the plan does not use the file's %d kind of figures (%s).%s",
	}
	meantFor = lang.Phrase{
		DA: " For '%s':%s",
		EN: " For '%s':%s",
	}
	noSpendingYet = lang.Phrase{
		DA: "de nyeste af jeres tal er for %s (%s), men der er ingen udgifter for det år: " +
			"%s ville blive sammenlignet. Tilføj regnskabet for året, eller vælg året med --year.",
		EN: "the newest of your figures are of %s (%s), but there is no spending of that year: " +
			"%s would be compared. Add the accounts of the year, or choose the year by --year.",
	}
	olderSpending = lang.Phrase{
		DA: "de nyeste af jeres tal er udgifter for %s (%s), men de medfølgende går til %s, " +
			"som så ville blive sammenlignet. Vælg året med --year.",
		EN: "the newest of your figures are spending of %s (%s), but the bundled ones go to " +
			"%s, which would be compared. Choose the year by --year.",
	}
)

// What is said of figures that can hardly be right.
var (
	implausible = lang.Phrase{
		DA: "tallene kan næppe være rigtige:\n%s\nRet dem. Er de rigtige, så skriv accept = " +
			"[\"%s\"] øverst i planen, med hver indikator, det gælder.",
		EN: "the figures can hardly be right:\n%s\nMend them. If they are right, write accept " +
			"= [\"%s\"] at the top of the plan, with each indicator that it is so of.",
	}
	dividedOtherwise = lang.Phrase{
		DA: "%s er allerede divideret med %s, siger filen. Skriv spending_per = \"%s\".",
		EN: "%s is already divided by %s, as its file says. Write spending_per = \"%s\".",
	}
	explainsItself = lang.Phrase{
		DA: "%s er både områdets udgift og et rammevilkår for den. Udgiften ville forklare " +
			"sig selv. Fjern rammevilkåret.",
		EN: "%s is both the area's spending and a driver of it. The spending would explain " +
			"itself. Remove the driver.",
	}
)
