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
