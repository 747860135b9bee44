package dataset

import (
	"github.com/raaderum/raaderum/lang"
)

// The phrases of this package. The others have files of their own.
var (
	lineWord = lang.Phrase{
		DA: "linje %d",
		EN: "line %d",
	}
	rowWord = lang.Phrase{
		DA: "række %d",
		EN: "row %d",
	}
	cellWord = lang.Phrase{
		DA: "cellen %s",
		EN: "cell %s",
	}
	columnWord = lang.Phrase{
		DA: "kolonnen '%s'",
		EN: "column '%s'",
	}
	moreRows = lang.Phrase{
		DA: "(Det samme i %d linjer mere.)",
		EN: "(The same in %d more lines.)",
	}
	oneMoreRow = lang.Phrase{
		DA: "(Det samme i én linje mere.)",
		EN: "(The same in one more line.)",
	}

	andMoreFiles = lang.Phrase{
		DA: "%s og %d filer mere",
		EN: "%s and %d more files",
	}

	moreAlike = lang.Phrase{
		DA: "(Og %d af samme slags mere.)",
		EN: "(And %d more of the kind.)",
	}
	moreAlikeAt = lang.Phrase{
		DA: "(Og %d af samme slags mere, først %s.)",
		EN: "(And %d more of the kind, first %s.)",
	}

	notInData = lang.Phrase{
		DA: "'%s' findes ikke i dataene.",
		EN: "'%s' is not in the data.",
	}
	badSeparator = lang.Phrase{
		DA: "skilletegnet '%s' kan ikke bruges. Vælg semikolon, komma, tabulator eller '|'.",
		EN: "the separator '%s' cannot be used. Choose semicolon, comma, tab or '|'.",
	}
	badDecimalMark = lang.Phrase{
		DA: "decimaltegnet '%s' kan ikke bruges. Vælg ',' eller '.'.",
		EN: "the decimal mark '%s' cannot be used. Choose ',' or '.'.",
	}
	noSources = lang.Phrase{
		DA: "Der er ikke nævnt nogen fil at læse.",
		EN: "No file to read was named.",
	}

	tableTooLarge = lang.Phrase{
		DA: "tabellen er over grænsen på %d mio. celler. Tag færre år eller indikatorer med.",
		EN: "the table is over the bound of %d million cells. Take fewer years or indicators.",
	}
	manyIndicators = lang.Phrase{
		DA: "der er over %d indikatorer. Tag færre værdier eller år med, eller vælg eller " +
			"læg sammen med pick og sum i planens [[source]].",
		EN: "there are more than %d indicators. Take fewer values or years, or choose or add " +
			"up by pick and sum in the plan's [[source]].",
	}
	sameMeaning = lang.Phrase{
		DA: "kolonnerne '%s' og '%s' betyder det samme. Fjern eller omdøb den ene.",
		EN: "the columns '%s' and '%s' mean the same. Remove or rename one of them.",
	}
	nameTooLong = lang.Phrase{
		DA: "indikatorens navn '%s' er over grænsen på %d tegn. Giv den et kortere.",
		EN: "the indicator's name '%s' is over the bound of %d characters. Give it a shorter " +
			"one.",
	}

	perhapsPrices = lang.Phrase{
		DA: "der er ingen kommuner (fandt: %s). Er det et prisindeks, så nævn filen med " +
			"--prices: en linje for hvert år, som 2024;104,3, og kilden øverst efter #.",
		EN: "there are no municipalities (found: %s). If it is a price index, name the file " +
			"by --prices: a line for each year, such as 2024;104.3, and the source at the " +
			"top after #.",
	}
	unknownOwner = lang.Phrase{
		DA: "overskriften har ingen kolonne med kommuner (fandt: %s). Er det én kommunes eget " +
			"ark, så nævn den med --municipality. Ellers sæt en kolonne 'kommune' på.",
		EN: "the header has no column of municipalities (found: %s). If it is one municipality's " +
			"own sheet, name it by --municipality. Otherwise add a column 'municipality'.",
	}
	unknownLayout = lang.Phrase{
		DA: "overskriften har ingen kolonne med kommuner (fandt: %s). Sæt den på, eller kald " +
			"den 'kommunekode' eller 'kommune'.",
		EN: "the header has no column of municipalities (found: %s). Add it, or call it " +
			"'municipality_code' or 'municipality'.",
	}
	unknownPlaces = lang.Phrase{
		DA: "overskriften har ingen kolonne med kommuner (fandt: %s). Nævn den med geography i " +
			"planens [[source]], eller kald den 'kommune'.",
		EN: "the header has no column of municipalities (found: %s). Name it by geography in " +
			"the plan's [[source]], or call it 'municipality'.",
	}
	placesAcross = lang.Phrase{
		DA: "kommunerne står hen over tabellen (%s). Vend den, så hver kommune har sin række: " +
			"i Excel kopiér og indsæt speciel, transponer.",
		EN: "the municipalities stand across the table (%s). Turn it, so that each " +
			"municipality has a row: in Excel copy and paste special, transpose.",
	}
	noValues = lang.Phrase{
		DA: "overskriften har en kolonne '%s' men ingen med tallene. Kald den 'værdi'.",
		EN: "the header has a column '%s' but none with the figures' value. Call it 'value'.",
	}
	yearColumns = lang.Phrase{
		DA: "kolonnerne hedder årstal (%s). Skriv en række for hvert år, med kolonnerne " +
			"kommune, år, indikator og værdi.",
		EN: "the columns are called years (%s). Write a row for each year, with the columns " +
			"municipality, year, indicator and value.",
	}
	noIndicators = lang.Phrase{
		DA: "overskriften har ingen kolonne med tal (fandt: %s). Sæt en kolonne på for hver " +
			"indikator.",
		EN: "the header has no column of figures (found: %s). Add a column for each " +
			"indicator.",
	}
	headerTwice = lang.Phrase{
		DA: "kolonnen står to gange i overskriften. Fjern eller omdøb den ene.",
		EN: "the column stands twice in the header. Remove or rename one of them.",
	}
	headerEmpty = lang.Phrase{
		DA: "kolonne nr. %d har tal men intet navn. Giv den et navn i overskriften.",
		EN: "column no. %d has figures but no name. Name it in the header.",
	}

	otherCountry = lang.Phrase{
		DA: "ingen af stederne er en af registrets kommuner (fandt: %s). Er tallene fra et " +
			"andet land, så skriv register = \"none\" i planen.",
		EN: "none of the places is one of the register's municipalities (found: %s). If the " +
			"figures are of another country, write register = \"none\" in the plan.",
	}
	noMunicipality = lang.Phrase{
		DA: "rækken nævner ingen kommune. Skriv dens kode eller navn, eller fjern rækken.",
		EN: "the row names no municipality. Write its code or name, or remove the row.",
	}
	unknownMunicipality = lang.Phrase{
		DA: "'%s' er ikke en af kommunerne.%s Ret navnet, eller fjern rækken.",
		EN: "'%s' is not one of the municipalities.%s Correct the name, or remove the row.",
	}
	tooManyPlaces = lang.Phrase{
		DA: "kolonnen har over %d forskellige kommuner. Resten er ikke læst. Se efter, om " +
			"det er den rigtige kolonne, og kald den med kommuner 'kommune'.",
		EN: "the column has more than %d different municipalities. The rest is not read. See " +
			"whether it is the right column, and call that of municipalities 'municipality'.",
	}
	moreStrangers = lang.Phrase{
		DA: "heller ikke kommuner (antal: %d): %s. Ret dem, eller fjern rækkerne.",
		EN: "not municipalities either (number: %d): %s. Correct them, or remove the rows.",
	}
	contradiction = lang.Phrase{
		DA: "koden '%s' og navnet '%s' hører ikke sammen. Ret det ene.",
		EN: "the code '%s' and the name '%s' do not belong together. Correct one of them.",
	}
	contradictionOf = lang.Phrase{
		DA: "koden '%s' er %s, og navnet '%s' har koden %s. Ret koden eller navnet.",
		EN: "the code '%s' is %s, and the name '%s' has the code %s. Correct the code or the " +
			"name.",
	}
	renamed = lang.Phrase{
		DA: "koden '%s' hedder her '%s' men tidligere '%s'. Det første navn er brugt.",
		EN: "the code '%s' is here called '%s' but earlier '%s'. The first name is used.",
	}
	totalRow = lang.Phrase{
		DA: "'%s' er ikke en kommune men en sum eller et område. Rækken er udeladt.",
		EN: "'%s' is not a municipality but a total or an area. The row is left out.",
	}
	notesLeftOut = lang.Phrase{
		DA: "linjer, der er noter (%s), er udeladt.",
		EN: "lines that are notes (%s) are left out.",
	}
	noIndicator = lang.Phrase{
		DA: "rækken nævner ingen indikator. Skriv dens id, eller fjern rækken.",
		EN: "the row names no indicator. Write its ID, or remove the row.",
	}
	badYear = lang.Phrase{
		DA: "'%s' er ikke et årstal. Skriv det med fire cifre.",
		EN: "'%s' is not a year. Write it with four digits.",
	}
	monthOrYears = lang.Phrase{
		DA: "'%s' kan være en måned eller et skoleår. Skriv %s for skoleåret, eller %s for " +
			"året.",
		EN: "'%s' may be a month or a school year. Write %s for the school year, or %s for " +
			"the year.",
	}
	yearsLeftOut = lang.Phrase{
		DA: "%s: %s",
		EN: "%s: %s",
	}
	acrossYears = lang.Phrase{
		DA: "et skoleår eller andet, der går over to år, er sat til det år, det begynder i: " +
			"%s. Skriv årstallet med fire cifre, hvis tallene skal bruges i det andet.",
		EN: "a school year, or other that spans two years, is set to the year it begins in: " +
			"%s. Write the year with four digits if the figures are to be used in the other.",
	}
	datedByFile = lang.Phrase{
		DA: "filen har ingen kolonne med år. Tallene er sat til %d efter filens navn.",
		EN: "the file has no column of years. The figures are set to %d after the file's " +
			"name.",
	}
	datedByFiles = lang.Phrase{
		DA: "filerne har ingen kolonne med år. Tallene er sat til årene efter filernes " +
			"navne: %s.",
		EN: "the files have no column of years. The figures are set to the years after the " +
			"files' names: %s.",
	}
	datedBySheet = lang.Phrase{
		DA: "arket har ingen kolonne med år. Tallene er sat til %d efter arkets navn.",
		EN: "the sheet has no column of years. The figures are set to %d after the sheet's " +
			"name.",
	}
	undated = lang.Phrase{
		DA: "filen har ingen kolonne med år. Tallene står uden år. Skriv year = 2024, eller " +
			"hvilket det er, i planens [[source]], eller årstallet i filens navn.",
		EN: "the file has no column of years. The figures stand without a year. Write year = " +
			"2024, or whichever it is, in the plan's [[source]], or the year in the file's " +
			"name.",
	}

	notNumber = lang.Phrase{
		DA: "'%s' er ikke et tal. Skriv et tal uden enhed, eller '..' hvor det mangler.",
		EN: "'%s' is not a number. Write a number without a unit, or '..' where it is " +
			"missing.",
	}
	minusElsewhere = lang.Phrase{
		DA: "'%s' er ikke et tal. Er det negativt, så skriv minus foran: %s.",
		EN: "'%s' is not a number. If it is negative, write the minus before it: %s.",
	}
	errorInSheet = lang.Phrase{
		DA: "'%s' er en fejl i regnearket. Ret formlen, eller skriv '..' hvor tallet mangler.",
		EN: "'%s' is an error in the sheet. Correct the formula, or write '..' where the " +
			"number is missing.",
	}
	unusedFigure = lang.Phrase{
		DA: "'%s' er ikke et tal. Planen bruger det ikke, og det mangler.",
		EN: "'%s' is not a number. The plan has no use for it, and it is missing.",
	}
	markMismatch = lang.Phrase{
		DA: "'%s' er ikke et tal, når decimaltegnet er '%s' som i resten af filen. Ret " +
			"tallet.",
		EN: "'%s' is not a number when the decimal mark is '%s' as in the rest of the file. " +
			"Correct it.",
	}
	infinite = lang.Phrase{
		DA: "'%s' er uendeligt eller for stort til at være et tal. Ret det, eller skriv '..' " +
			"hvor tallet mangler.",
		EN: "'%s' is infinite or too large for a number. Correct it, or write '..' where the " +
			"number is missing.",
	}
	conflicting = lang.Phrase{
		DA: "%s, %s, %s står to gange med forskellige værdier: %s her og %s i %s. Fjern den " +
			"ene.",
		EN: "%s, %s, %s stands twice with different values: %s here and %s in %s. Remove one " +
			"of them.",
	}
	repeated = lang.Phrase{
		DA: "%s, %s, %s står også i %s med samme værdi. Den ene er brugt.",
		EN: "%s, %s, %s also stands in %s with the same value. One is used.",
	}
	repeatedEmpty = lang.Phrase{
		DA: "%s, %s, %s står også i %s, og kun det ene sted med et tal. Tallet er brugt.",
		EN: "%s, %s, %s also stands in %s, and with a number in only one of the places. The " +
			"number is used.",
	}
	placeInProgram = lang.Phrase{
		DA: "en tidligere værdi",
		EN: "an earlier value",
	}
	placeInFile = lang.Phrase{
		DA: "%s, %s",
		EN: "%s, %s",
	}
	noYearWord = lang.Phrase{
		DA: "uden år",
		EN: "no year",
	}

	notAmount = lang.Phrase{
		DA: "'%s' er ikke et beløb. Skriv et tal i kr. uden enhed, som -1500000 eller " +
			"-1.500.000,00.",
		EN: "'%s' is not an amount. Write a number in kr. without a unit, as -1500000 or " +
			"-1,500,000.00.",
	}
	ambiguousAmount = lang.Phrase{
		DA: "'%s' kan læses på to måder, for decimaltegnet er '%s' i resten af kolonnen. " +
			"Skriv beløbet uden tusindtalstegn.",
		EN: "'%s' can be read in two ways, for the decimal mark is '%s' in the rest of the " +
			"column. Write the amount without a thousands mark.",
	}

	tooManyErrors = lang.Phrase{
		DA: "flere fejl er ikke vist (antal: %d). Ret de første og læs igen.",
		EN: "more errors are not shown (number: %d). Correct the first ones and read again.",
	}
	tooManyWarnings = lang.Phrase{
		DA: "flere advarsler er ikke vist (antal: %d).",
		EN: "more warnings are not shown (number: %d).",
	}
)

// Phrases about tables with several variables, and about the sections of a plan that
// explain them.
var (
	badPattern = lang.Phrase{
		DA: "mønsteret '%s' kan ikke læses. Skriv et filnavn, eller et med * for hvad som " +
			"helst.",
		EN: "the pattern '%s' cannot be read. Write a file's name, or one with * for " +
			"anything.",
	}
	badPick = lang.Phrase{
		DA: "'%s' kan ikke læses. Skriv VARIABEL=værdi, som DRANST=1 eller ALDER=6-16.",
		EN: "'%s' cannot be read. Write VARIABLE=value, such as DRANST=1 or ALDER=6-16.",
	}
	badRename = lang.Phrase{
		DA: "'%s' kan ikke læses. Skriv \"gammelt = nyt\".",
		EN: "'%s' cannot be read. Write \"old = new\".",
	}
	badQuarter = lang.Phrase{
		DA: "%d er ikke et kvartal. Skriv 1, 2, 3 eller 4.",
		EN: "%d is not a quarter. Write 1, 2, 3 or 4.",
	}
	badHeaderRow = lang.Phrase{
		DA: "%d er ikke nummeret på en række. Den første er 1.",
		EN: "%d is not the number of a row. The first is 1.",
	}
	badTemplate = lang.Phrase{
		DA: "'%s' har en krøllet parentes uden den anden. Skriv {FUNKTION} for værdien af " +
			"FUNKTION.",
		EN: "'%s' has a brace without the other. Write {FUNKTION} for the value of FUNKTION.",
	}

	noSuchVariable = lang.Phrase{
		DA: "tabellen har ingen variabel '%s' (den har: %s).%s Ret [[source]] i planen.",
		EN: "the table has no variable '%s' (it has: %s).%s Correct [[source]] in the plan.",
	}
	rowsAdded = lang.Phrase{
		DA: "rækker med samme konto er lagt sammen: %s. Tag kun driften med, og ingen summer " +
			"med eget kontonummer.",
		EN: "rows of the same account are added up: %s. Take operation alone, and no sums that " +
			"have an account of their own.",
	}
	variableLacks = lang.Phrase{
		DA: "filen er %s uden variablen %s. Tallene er taget for %s=%s. Er de noget andet, " +
			"så hent tabellen med %s.",
		EN: "the file is %s without the variable %s. The figures are taken for %s=%s. If " +
			"they are something else, get the table with %s.",
	}
	unitUnknown = lang.Phrase{
		DA: "filen er %s uden variablen %s, og %s, så beløbene kan være i alt eller pr. " +
			"indbygger. Skriv unit = \"1.000 kr.\" eller per = \"folketal\" i planens " +
			"[[source]] med file = \"%s\", eller hent tabellen med %s.",
		EN: "the file is %s without the variable %s, and %s, so the amounts may be in all or " +
			"per inhabitant. Write unit = \"1.000 kr.\" or per = \"folketal\" in the plan's " +
			"[[source]] with file = \"%s\", or get the table with %s.",
	}
	takenFor = lang.Phrase{
		DA: "arket nævner ingen kommune. Tallene er taget for at være fra %s, som der er spurgt om.",
		EN: "the sheet names no municipality. The figures are taken for those of %s, which is " +
			"asked for.",
	}
	ownerIsAnother = lang.Phrase{
		DA: "arket har ingen kolonne med kommuner, og dets navn eller titel siger %s og ikke %s. " +
			"Spørg om %s, eller giv arket en kolonne 'Kommune' med %s i.",
		EN: "the sheet has no column of municipalities, and its name or title says %s and not " +
			"%s. Ask for %s, or give the sheet a column 'Kommune' with %s in it.",
	}
	ownUnitUnknown = lang.Phrase{
		DA: "arket siger ikke, om beløbene er i kr. eller 1.000 kr. Skriv det i overskriften " +
			"over dem, 'Forbrug (kr.)' eller 'Forbrug (1.000 kr.)', eller skriv unit = \"kr.\" " +
			"eller unit = \"1.000 kr.\" i planens [[source]] med file = \"%s\".",
		EN: "the sheet does not say whether the amounts are in kr. or kr. 1,000. Write it in the " +
			"heading above them, 'Forbrug (kr.)' or 'Forbrug (1.000 kr.)', or write unit = " +
			"\"kr.\" or unit = \"1.000 kr.\" in the plan's [[source]] with file = \"%s\".",
	}
	noUnitStated = lang.Phrase{
		DA: "den siger ingen enhed",
		EN: "it states no unit",
	}
	unitStated = lang.Phrase{
		DA: "den siger kun enheden '%s'",
		EN: "it states only the unit '%s'",
	}
	notDivided = lang.Phrase{
		DA: "%s kan ikke bruges på '%s', for det er tabellens kommuner eller år, og de læses " +
			"alle. Fjern den fra planens [[source]].",
		EN: "%s cannot be used on '%s', for that is the table's municipalities or years, and " +
			"all of them are read. Remove it from the plan's [[source]].",
	}
	bothRoles = lang.Phrase{
		DA: "geography og time er begge '%s', men en variabel er enten kommuner eller år. " +
			"Ret den ene i planens [[source]].",
		EN: "geography and time are both '%s', but a variable is either of municipalities or " +
			"of years. Correct one of them in the plan's [[source]].",
	}
	noSuchValue = lang.Phrase{
		DA: "'%s' er ikke en værdi af %s.%s Ret pick i planens [[source]].",
		EN: "'%s' is not a value of %s.%s Correct pick in the plan's [[source]].",
	}
	noGeography = lang.Phrase{
		DA: "ingen af variablerne er kommuner (fandt: %s). Nævn den med geography i planens " +
			"[[source]].",
		EN: "none of the variables is of municipalities (found: %s). Name it by geography in " +
			"the plan's [[source]].",
	}
	totalsLeftOut = lang.Phrase{
		DA: "summer og områder, der ikke er kommuner, er udeladt: %s.",
		EN: "totals and areas that are not municipalities are left out: %s.",
	}
	onlyTotals = lang.Phrase{
		DA: "der er kun summer og områder, ingen kommuner. Hent tabellen for kommunerne.",
		EN: "there are only totals and areas, no municipalities. Get the table for the " +
			"municipalities.",
	}
	quarterChosen = lang.Phrase{
		DA: "tallene er for dele af året. %d. kvartal står for året, og resten er udeladt " +
			"(%d). Vælg et andet med quarter i planens [[source]].",
		EN: "the figures are for parts of the year. Quarter %d stands for the year, and the " +
			"rest is left out (%d). Choose another by quarter in the plan's [[source]].",
	}
	dividedPerHead = lang.Phrase{
		DA: "beløbene er i kr. i alt. Pr. indbygger er de regnet ud med '%[2]s': %[1]s.",
		EN: "the amounts are in kr. in all. Per inhabitant they are computed with '%[2]s': " +
			"%[1]s.",
	}
	dividedPublished = lang.Phrase{
		DA: "beløbene er i kr. i alt. Pr. indbygger er de regnet ud med '%[2]s': %[1]s. Tag " +
			"PRISENHED=INDL med for at få dem, som de er offentliggjort.",
		EN: "the amounts are in kr. in all. Per inhabitant they are computed with '%[2]s': " +
			"%[1]s. Take PRISENHED=INDL to have them as they are published.",
	}
	valueChosen = lang.Phrase{
		DA: "'%s' er brugt, og resten er udeladt: %s. De er ikke lagt sammen. Vælg en anden " +
			"med pick = [\"%s=%s\"] i planens [[source]].",
		EN: "'%s' is used, and the rest is left out: %s. They are not added up. Choose " +
			"another by pick = [\"%s=%s\"] in the plan's [[source]].",
	}
	neverSummed = lang.Phrase{
		DA: "værdierne af %s overlapper eller er det samme i andre enheder og kan ikke " +
			"lægges sammen. Vælg én med pick.",
		EN: "the values of %s overlap or are the same in other units and cannot be added up. " +
			"Choose one by pick.",
	}
	totalWithParts = lang.Phrase{
		DA: "'%s' er summen af de andre og kan ikke lægges til dem. Tag den ud af pick, " +
			"eller brug den alene.",
		EN: "'%s' is the total of the others and cannot be added to them. Take it out of " +
			"pick, or use it alone.",
	}
	partsMissing = lang.Phrase{
		DA: "'%s' mangler, hvor ikke alle %d dele er der (antal steder: %d). De andre dele " +
			"er ikke lagt sammen.",
		EN: "'%s' is missing where not all of its %d parts are there (places: %d). The other " +
			"parts are not added up.",
	}
	partTwice = lang.Phrase{
		DA: "'%s' kan ikke lægges sammen, hvor en del står to gange (antal steder: %d). " +
			"Fjern den ene.",
		EN: "'%s' cannot be added up where a part stands twice (places: %d). Remove one of " +
			"them.",
	}
	ageMissing = lang.Phrase{
		DA: "'%s' kan ikke lægges sammen: alderen %d er ikke i filen.",
		EN: "'%s' cannot be added up: the age %d is not in the file.",
	}
	crossesBreak = lang.Phrase{
		DA: "tallene før og efter %s kan ikke sammenlignes i %s: %s.",
		EN: "the figures before and after %s are not comparable in %s: %s.",
	}
	crossesUnsure = lang.Phrase{
		DA: "tallene fra før %s kan være af noget andet end dem siden i %s: %s. Året er ikke " +
			"efterprøvet; se efter i tallene.",
		EN: "the figures from before %s may be of something else than those since in %s: %s. " +
			"The year has not been verified; look in the figures.",
	}
	beforeItBegan = lang.Phrase{
		DA: "kontoen fandtes først fra %s, og der er tal fra før i %s: %s. Se efter, om det " +
			"er de rigtige konti.",
		EN: "there was no such account before %s, and there are figures from before in %s: " +
			"%s. See whether these are the right accounts.",
	}
	afterItEnded = lang.Phrase{
		DA: "kontoen fandtes ikke mere fra %s, og der er tal fra efter i %s: %s. Se efter, " +
			"om det er de rigtige konti.",
		EN: "there was no such account from %s, and there are figures from after in %s: %s. " +
			"See whether these are the right accounts.",
	}

	isWebPage = lang.Phrase{
		DA: "filen er en webside eller XML og ikke tal. Hent tabellen som CSV, PX eller " +
			"JSON-stat.",
		EN: "the file is a web page or XML and no figures. Get the table as CSV, PX or " +
			"JSON-stat.",
	}
	noVariables = lang.Phrase{
		DA: "filen har sine tal i kolonner og ingen variabler at vælge i. Fjern pick og sum " +
			"fra planens [[source]].",
		EN: "the file has its figures in columns and no variables to choose in. Remove pick " +
			"and sum from the plan's [[source]].",
	}
	notInEncoding = lang.Phrase{
		DA: "'%s' kan ikke skrives i tegnsættet %s. Skriv i utf-8.",
		EN: "'%s' cannot be written in the encoding %s. Write in utf-8.",
	}
	undatedAmongYears = lang.Phrase{
		DA: "'%s' har tal uden år blandt tal med år. Giv dem et år med year i planens " +
			"[[source]].",
		EN: "'%s' has figures without a year among figures with one. Give them a year by " +
			"year in the plan's [[source]].",
	}
)

// Phrases about packed files and workbooks.
var (
	strayFile = lang.Phrase{
		DA: "filen er udeladt: den har ingen tabel.",
		EN: "the file is left out: it has no table.",
	}
	noSuchSheet = lang.Phrase{
		DA: "filen har intet ark '%s' (den har: %s).%s Ret sheet i planens [[source]].",
		EN: "the file has no sheet '%s' (it has: %s).%s Correct sheet in the plan's " +
			"[[source]].",
	}
	noTableFound = lang.Phrase{
		DA: "der er ingen tabel med kommuner. Sæt en overskrift over kolonnerne, eller nævn " +
			"arket og overskriftens række med sheet og header i planens [[source]].",
		EN: "there is no table of municipalities. Put a header above the columns, or name " +
			"the sheet and the header's row by sheet and header in the plan's [[source]].",
	}
	noPlacesFound = lang.Phrase{
		DA: "der er ingen tabel med kommuner. Nævn deres kolonne med geography i planens " +
			"[[source]], og arket og overskriftens række med sheet og header.",
		EN: "there is no table of municipalities. Name their column by geography in the plan's " +
			"[[source]], and the sheet and the header's row by sheet and header.",
	}
	hiddenSheet = lang.Phrase{
		DA: "arket '%s' er skjult og udeladt. Skal det læses, så nævn det med sheet i planens " +
			"[[source]].",
		EN: "the sheet '%s' is hidden and left out. To have it read, name it by sheet in the " +
			"plan's [[source]].",
	}
	noFigures = lang.Phrase{
		DA: "arket '%s' har kommuner, men ingen kolonne med tal. Sæt en på for hver " +
			"indikator, eller nævn overskriftens række med header i planens [[source]].",
		EN: "the sheet '%s' has municipalities, but no column of figures. Add one for each " +
			"indicator, or name the header's row by header in the plan's [[source]].",
	}
	noFiguresButText = lang.Phrase{
		DA: "arket '%s' har kommuner, men ingen kolonne med tal: '%s' er ikke et tal. Skriv " +
			"tal i cellerne, eller '..' hvor de mangler.",
		EN: "the sheet '%s' has municipalities, but no column of figures: '%s' is not a " +
			"number. Write numbers in the cells, or '..' where they are missing.",
	}
	noTableOnSheet = lang.Phrase{
		DA: "arket '%s' har ingen tabel med kommuner. Nævn overskriftens række med header i " +
			"planens [[source]], eller ret sheet.",
		EN: "the sheet '%s' has no table of municipalities. Name the header's row by header " +
			"in the plan's [[source]], or correct sheet.",
	}
	sheetSkipped = lang.Phrase{
		DA: "arket '%s' er udeladt: det har ingen tabel med kommuner.",
		EN: "the sheet '%s' is left out: it has no table of municipalities.",
	}
	percentGiven = lang.Phrase{
		DA: "tallene vises i procent og er læst, som de vises: %[1]s for %[1]s %%.",
		EN: "the figures are shown as per cent and are read as shown: %[1]s for %[1]s %%.",
	}
	percentMixed = lang.Phrase{
		DA: "nogle af tallene vises i procent og er læst, som de vises: %[1]s for %[1]s %%. " +
			"De andre er læst, som de står. Ret det, hvis de ikke også er procent.",
		EN: "some of the figures are shown as per cent and are read as shown: %[1]s for " +
			"%[1]s %%. The others are read as they stand. Correct that if they are not per " +
			"cent too.",
	}
	percentInUnit = lang.Phrase{
		DA: "'%s' er procent, men tallene er i '%s'. Ret tallet eller enheden, eller giv dem " +
			"hver sin kolonne.",
		EN: "'%s' is per cent, but the figures are in '%s'. Correct the figure or the unit, " +
			"or give each a column of its own.",
	}
	shownDivided = lang.Phrase{
		DA: "tallet vises delt med %s, siger cellens talformat, og er læst, som det vises: " +
			"%s for %s. Skriv unit i planens [[source]], hvis filen ikke siger, hvad tallene " +
			"er i, eller vælg et andet talformat.",
		EN: "the number is shown divided by %s, by the cell's number format, and is read as " +
			"shown: %s for %s. Write unit in the plan's [[source]] if the file does not say " +
			"what the figures are in, or choose another number format.",
	}
	shownScaled = lang.Phrase{
		DA: "tallet vises med '%s', siger cellens talformat, og er læst sådan: %s.",
		EN: "the number is shown with '%s', by the cell's number format, and is read so: %s.",
	}
	formatBySize = lang.Phrase{
		DA: "cellens talformat viser nogle tal delt med mere end andre, så det ikke er til " +
			"at se, hvad tallet er i. Vælg et andet talformat.",
		EN: "the cell's number format shows some numbers divided by more than others, so " +
			"what the number is in cannot be seen. Choose another number format.",
	}
	formatInUnit = lang.Phrase{
		DA: "tallet vises med '%s', siger cellens talformat, men tallene er i '%s'. Ret " +
			"talformatet eller enheden.",
		EN: "the number is shown with '%s', by the cell's number format, but the figures are " +
			"in '%s'. Correct the number format or the unit.",
	}
	noSavedValue = lang.Phrase{
		DA: "'%s' er en formel, som filen ikke har resultatet af. Åbn filen i Excel, og gem " +
			"den.",
		EN: "'%s' is a formula that the file does not have the result of. Open the file in " +
			"Excel, and save it.",
	}
)

// Phrases about a price index.
var (
	badIndex = lang.Phrase{
		DA: "'%s' er ikke et indeks. Skriv et tal over nul, som 104,3.",
		EN: "'%s' is not an index. Write a number above zero, such as 104.3.",
	}
	yearTwice = lang.Phrase{
		DA: "%d står to gange. Fjern den ene.",
		EN: "%d stands twice. Remove one of them.",
	}
	noIndexSource = lang.Phrase{
		DA: "filen nævner ingen kilde. Skriv den øverst efter #.",
		EN: "the file names no source. Write it at the top after #.",
	}
)

// Phrases about units, and about the sections of a plan.
var (
	ofNothing = lang.Phrase{
		DA: "of nævner, hvad unit og per gælder, men ingen af dem er der. Skriv unit, eller " +
			"fjern of.",
		EN: "of names what unit and per are of, but there is neither. Write unit, or remove " +
			"of.",
	}
	unitOfWhich = lang.Phrase{
		DA: "[[source]] nr. %d siger en enhed, men filen har flere indikatorer: %s. Skriv, " +
			"hvilke den gælder: of = [\"%s\"], eller of = [\"*\"] for alle, som filen ikke " +
			"selv siger enheden af.",
		EN: "[[source]] no. %d says a unit, but the file has several indicators: %s. Write " +
			"which it is of: of = [\"%s\"], or of = [\"*\"] for all whose unit the file " +
			"itself does not state.",
	}
	unitsOfRows = lang.Phrase{
		DA: "rækkerne er i forskellige enheder (%s), og der er en kolonne for hver " +
			"indikator. Skriv ét tal pr. række, med kolonnerne kommune, år, indikator, enhed " +
			"og værdi.",
		EN: "the rows are in different units (%s), and there is a column for each indicator. " +
			"Write one figure a row, with the columns municipality, year, indicator, unit " +
			"and value.",
	}
	rowLacksUnit = lang.Phrase{
		DA: "rækken siger ingen enhed, men linje %d siger '%s'. Skriv enheden i hver række, " +
			"eller skriv unit i planens [[source]].",
		EN: "the row states no unit, but line %d states '%s'. Write the unit in every row, " +
			"or write unit in the plan's [[source]].",
	}
	headingAndRows = lang.Phrase{
		DA: "overskriften siger '%s', men rækkerne siger '%s'. Ret den ene, eller skriv unit " +
			"i planens [[source]].",
		EN: "the heading states '%s', but the rows state '%s'. Correct one of them, or write " +
			"unit in the plan's [[source]].",
	}
	rowInOtherUnit = lang.Phrase{
		DA: "rækken er i '%s', men linje %d er i '%s'. Giv dem hver sit navn, eller ret " +
			"enheden.",
		EN: "the row is in '%s', but line %d is in '%s'. Give each a name of its own, or " +
			"correct the unit.",
	}
	unitMentioned = lang.Phrase{
		DA: "'%s' nævner '%s', men ikke sikkert som tallenes enhed. Tallene er ikke regnet " +
			"om. Skriv unit (og of) i planens [[source]], hvis det er enheden.",
		EN: "'%s' speaks of '%s', but not certainly as the figures' unit. The figures are " +
			"not converted. Write unit (and of) in the plan's [[source]] if it is the unit.",
	}
	scaleMentioned = lang.Phrase{
		DA: "'%s' nævner '%s' uden kr. Tallene er ikke regnet om. Er de beløb, så skriv unit " +
			"(og of) i planens [[source]], som unit = \"1.000 kr.\"; er de andet, så skriv " +
			"dem fuldt ud i filen.",
		EN: "'%s' speaks of '%s' without kr. The figures are not converted. If they are " +
			"amounts, write unit (and of) in the plan's [[source]], such as unit = \"1.000 " +
			"kr.\"; if not, write them in full in the file.",
	}
	twoUnits = lang.Phrase{
		DA: "'%s' står både i '%s' og i '%s'. Giv dem hver sit navn, eller ret enheden.",
		EN: "'%s' stands both in '%s' and in '%s'. Give each a name of its own, or correct " +
			"the unit.",
	}
	unitOfSome = lang.Phrase{
		DA: "'%s' har sin enhed i overskriften til nogle år og ingen i andre. Skriv den i " +
			"overskriften til hvert år, eller skriv unit i planens [[source]].",
		EN: "'%s' has its unit in the heading of some years and none in others. Write it in " +
			"the heading of every year, or write unit in the plan's [[source]].",
	}

	sectionUnused = lang.Phrase{
		DA: "[[source]] nr. %d i planen gælder '%s', men ingen af filerne passer (der er: " +
			"%s).%s Afsnittet er ikke brugt.",
		EN: "[[source]] no. %d in the plan is for '%s', but none of the files fits (there " +
			"are: %s).%s The section is not used.",
	}
	keyUnused = lang.Phrase{
		DA: "[[source]] nr. %d: %s kan ikke bruges her: %s",
		EN: "[[source]] no. %d: %s cannot be used here: %s",
	}
	noSuchIndicator = lang.Phrase{
		DA: "[[source]] nr. %d nævner '%s' i of, men ingen indikator hedder det i de filer, " +
			"som afsnittet gælder.%s Ret of.",
		EN: "[[source]] no. %d names '%s' in of, but no indicator is called so in the files " +
			"that the section is for.%s Correct of.",
	}
	severalColumns = lang.Phrase{
		DA: "filen har flere kolonner med tal, som hver er en indikator. Brug rename.",
		EN: "the file has several columns of figures, each of which is an indicator. Use " +
			"rename.",
	}
	nothingRenamed = lang.Phrase{
		DA: "ingen indikator hedder det, som skal have et andet navn. Se navnene med " +
			"raaderum check.",
		EN: "no indicator is called what is to be renamed. See the names with raaderum check.",
	}
	notRenamed = lang.Phrase{
		DA: "[[source]] nr. %d giver '%s' et andet navn med rename, men ingen indikator " +
			"hedder det i de filer, som afsnittet gælder.%s Ret rename.",
		EN: "[[source]] no. %d renames '%s', but no indicator is called so in the files that " +
			"the section is for.%s Correct rename.",
	}
	renamedTwice = lang.Phrase{
		DA: "'%s' får et andet navn to gange. Fjern den ene.",
		EN: "'%s' is renamed twice. Remove one of them.",
	}
	noSuchPer = lang.Phrase{
		DA: "[[source]] nr. %d siger per = \"%s\", men ingen indikator hedder det.%s Ret per.",
		EN: "[[source]] no. %d says per = \"%s\", but no indicator is called so.%s Correct " +
			"per.",
	}
	noParts = lang.Phrase{
		DA: "tallene er ikke for dele af året. Fjern quarter.",
		EN: "the figures are not for parts of the year. Remove quarter.",
	}
	hasYears = lang.Phrase{
		DA: "tallene har selv år. Fjern year.",
		EN: "the figures have years themselves. Remove year.",
	}
	noSheets = lang.Phrase{
		DA: "filen er ikke en projektmappe og har ingen ark. Fjern sheet.",
		EN: "the file is no workbook and has no sheets. Remove sheet.",
	}
	onlyTables = lang.Phrase{
		DA: "filen har en række med overskrifter øverst, og kolonnerne er fundet efter dem. " +
			"Fjern nøglen.",
		EN: "the file has a row of headings at the top, and the columns are found by those. " +
			"Remove the key.",
	}
	notInTable = lang.Phrase{
		DA: "det gælder kun regneark og tabeller i kolonner. Fjern nøglen.",
		EN: "it is for sheets and tables in columns alone. Remove the key.",
	}
	templateLacks = lang.Phrase{
		DA: "indicator = \"%s\" er det samme for %d værdier af %s. Skriv \"%s.{%s}\", vælg " +
			"en værdi med pick, eller læg dem sammen med sum.",
		EN: "indicator = \"%s\" is the same for %d values of %s. Write \"%s.{%s}\", choose a " +
			"value by pick, or add them up by sum.",
	}
)
