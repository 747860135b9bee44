package dataset

import "github.com/raaderum/raaderum/lang"

// Everything this package says to people.
var (
	lineWord   = lang.Phrase{DA: "linje %d", EN: "line %d"}
	rowWord    = lang.Phrase{DA: "række %d", EN: "row %d"}
	cellWord   = lang.Phrase{DA: "cellen %s", EN: "cell %s"}
	columnWord = lang.Phrase{DA: "kolonnen '%s'", EN: "column '%s'"}
	moreRows   = lang.Phrase{DA: "(Det samme i %d linjer mere.)", EN: "(The same in %d more lines.)"}
	oneMoreRow = lang.Phrase{DA: "(Det samme i én linje mere.)", EN: "(The same in one more line.)"}

	andMoreFiles = lang.Phrase{DA: "%s og %d filer mere", EN: "%s and %d more files"}

	moreAlike   = lang.Phrase{DA: "(Og %d af samme slags mere.)", EN: "(And %d more of the kind.)"}
	moreAlikeAt = lang.Phrase{DA: "(Og %d af samme slags mere, først %s.)", EN: "(And %d more of the kind, first %s.)"}

	notInData      = lang.Phrase{DA: "'%s' findes ikke i dataene.", EN: "'%s' is not in the data."}
	badSeparator   = lang.Phrase{DA: "skilletegnet '%s' kan ikke bruges. Vælg semikolon, komma, tabulator eller '|'.", EN: "the separator '%s' cannot be used. Choose semicolon, comma, tab or '|'."}
	badDecimalMark = lang.Phrase{DA: "decimaltegnet '%s' kan ikke bruges. Vælg ',' eller '.'.", EN: "the decimal mark '%s' cannot be used. Choose ',' or '.'."}
	noSources      = lang.Phrase{DA: "Der er ikke nævnt nogen fil at læse.", EN: "No file to read was named."}

	unreadable      = lang.Phrase{DA: "filen kan ikke læses (%s).", EN: "the file cannot be read (%s)."}
	isMissing       = lang.Phrase{DA: "filen findes ikke. Ret navnet eller stien.", EN: "there is no such file. Correct the name or the path."}
	isDirectory     = lang.Phrase{DA: "det er en mappe. Nævn filerne i den, en ad gangen.", EN: "this is a folder. Name the files in it, one by one."}
	noPermission    = lang.Phrase{DA: "der er ikke adgang til at læse filen. Giv dig selv adgang, eller nævn en kopi.", EN: "there is no permission to read the file. Give yourself permission, or name a copy."}
	fileTooLarge    = lang.Phrase{DA: "filen er over grænsen på %d MB. Del den op.", EN: "the file is over the bound of %d MB. Split it."}
	pipeTooLarge    = lang.Phrase{DA: "der kom mere end grænsen på %d MB gennem et rør. Gem det i en fil, og nævn den.", EN: "more came through a pipe than the bound of %d MB. Save it in a file, and name that."}
	tableTooLarge   = lang.Phrase{DA: "tabellen er over grænsen på %d mio. celler. Tag færre år eller indikatorer med.", EN: "the table is over the bound of %d million cells. Take fewer years or indicators."}
	shrunk          = lang.Phrase{DA: "filen blev kortere, mens den blev læst. Læs den igen.", EN: "the file grew shorter while it was read. Read it again."}
	lineTooLong     = lang.Phrase{DA: "linjen er over grænsen på %d MB. Skriv en række for hver indikator i stedet for en kolonne, eller ret linjeskiftene.", EN: "the line is over the bound of %d MB. Write a row for each indicator in place of a column, or correct the line breaks."}
	tooManyColumns  = lang.Phrase{DA: "der er over %d kolonner. Skriv en række for hver indikator, med kolonnerne kommune, år, indikator og værdi.", EN: "there are more than %d columns. Write a row for each indicator, with the columns municipality, year, indicator and value."}
	manyIndicators  = lang.Phrase{DA: "der er over %d indikatorer. Tag færre værdier eller år med, eller vælg eller læg sammen med pick og sum i planens [[source]].", EN: "there are more than %d indicators. Take fewer values or years, or choose or add up by pick and sum in the plan's [[source]]."}
	sameMeaning     = lang.Phrase{DA: "kolonnerne '%s' og '%s' betyder det samme. Fjern eller omdøb den ene.", EN: "the columns '%s' and '%s' mean the same. Remove or rename one of them."}
	nameTooLong     = lang.Phrase{DA: "indikatorens navn '%s' er over grænsen på %d tegn. Giv den et kortere.", EN: "the indicator's name '%s' is over the bound of %d characters. Give it a shorter one."}
	emptyFile       = lang.Phrase{DA: "filen er tom. Hent eller gem den igen.", EN: "the file is empty. Get or save it again."}
	notText         = lang.Phrase{DA: "filen er ikke tekst%s. Gem den som CSV.", EN: "the file is not text%s. Save it as CSV."}
	seemsToBe       = lang.Phrase{DA: " (den ser ud til at være %s)", EN: " (it seems to be %s)"}
	notTable        = lang.Phrase{DA: "filen ser ud til at være %s. Gem den som .xlsx eller CSV.", EN: "the file seems to be %s. Save it as .xlsx or CSV."}
	brokenUTF16     = lang.Phrase{DA: "filen er UTF-16-tekst og i stykker. Gem den som CSV UTF-8.", EN: "the file is UTF-16 text, and broken. Save it as CSV UTF-8."}
	unknownEncoding = lang.Phrase{DA: "tegnsættet er hverken UTF-8 eller Windows-1252 (byte %s). Gem filen som CSV UTF-8.", EN: "the encoding is neither UTF-8 nor Windows-1252 (byte %s). Save the file as CSV UTF-8."}
	mixedEncoding   = lang.Phrase{DA: "linjen er i Windows-1252, og linje %d er i UTF-8. Gem hele filen i ét tegnsæt, som CSV UTF-8, eller ret linjen.", EN: "the line is in Windows-1252, and line %d is in UTF-8. Save the whole file in one encoding, as CSV UTF-8, or correct the line."}
	badEncodingName = lang.Phrase{DA: "tegnsættet '%s' kendes ikke. Vælg 'utf-8' eller 'windows-1252'.", EN: "the encoding '%s' is not known. Choose 'utf-8' or 'windows-1252'."}

	noSeparator   = lang.Phrase{DA: "overskriften '%s' er ikke delt i kolonner. Skil dem med semikolon, komma eller tabulator, og fjern linjer over overskriften.", EN: "the header '%s' is not divided into columns. Separate them by semicolon, comma or tab, and remove lines above the header."}
	perhapsPrices = lang.Phrase{DA: "der er ingen kommuner (fandt: %s). Er det et prisindeks, så nævn filen med --prices: en linje for hvert år, som 2024;104,3, og kilden øverst efter #.", EN: "there are no municipalities (found: %s). If it is a price index, name the file by --prices: a line for each year, such as 2024;104.3, and the source at the top after #."}
	unknownLayout = lang.Phrase{DA: "overskriften har ingen kolonne med kommuner (fandt: %s). Sæt den på, eller kald den 'kommunekode' eller 'kommune'.", EN: "the header has no column of municipalities (found: %s). Add it, or call it 'municipality_code' or 'municipality'."}
	noValues      = lang.Phrase{DA: "overskriften har en kolonne '%s' men ingen med tallene. Kald den 'værdi'.", EN: "the header has a column '%s' but none with the figures' value. Call it 'value'."}
	yearColumns   = lang.Phrase{DA: "kolonnerne hedder årstal (%s). Skriv en række for hvert år, med kolonnerne kommune, år, indikator og værdi.", EN: "the columns are called years (%s). Write a row for each year, with the columns municipality, year, indicator and value."}
	noIndicators  = lang.Phrase{DA: "overskriften har ingen kolonne med tal (fandt: %s). Sæt en kolonne på for hver indikator.", EN: "the header has no column of figures (found: %s). Add a column for each indicator."}
	headerTwice   = lang.Phrase{DA: "kolonnen står to gange i overskriften. Fjern eller omdøb den ene.", EN: "the column stands twice in the header. Remove or rename one of them."}
	headerEmpty   = lang.Phrase{DA: "kolonne nr. %d har tal men intet navn. Giv den et navn i overskriften.", EN: "column no. %d has figures but no name. Name it in the header."}
	badQuote      = lang.Phrase{DA: "et anførselstegn er ikke lukket eller står midt i en tekst. Ret anførselstegnene.", EN: "a quotation mark is not closed or stands inside a text. Correct the quotation marks."}
	noData        = lang.Phrase{DA: "der er ingen rækker med tal. Hent filen igen, eller nævn en anden.", EN: "there are no rows with figures. Get the file again, or name another."}

	otherCountry        = lang.Phrase{DA: "ingen af stederne er en af registrets kommuner (fandt: %s). Er tallene fra et andet land, så skriv register = \"none\" i planen.", EN: "none of the places is one of the register's municipalities (found: %s). If the figures are of another country, write register = \"none\" in the plan."}
	noMunicipality      = lang.Phrase{DA: "rækken nævner ingen kommune. Skriv dens kode eller navn, eller fjern rækken.", EN: "the row names no municipality. Write its code or name, or remove the row."}
	unknownMunicipality = lang.Phrase{DA: "'%s' er ikke en af kommunerne.%s Ret navnet, eller fjern rækken.", EN: "'%s' is not one of the municipalities.%s Correct the name, or remove the row."}
	tooManyPlaces       = lang.Phrase{DA: "kolonnen har over %d forskellige kommuner. Resten er ikke læst. Se efter, om det er den rigtige kolonne, og kald den med kommuner 'kommune'.", EN: "the column has more than %d different municipalities. The rest is not read. See whether it is the right column, and call that of municipalities 'municipality'."}
	moreStrangers       = lang.Phrase{DA: "heller ikke kommuner (antal: %d): %s. Ret dem, eller fjern rækkerne.", EN: "not municipalities either (number: %d): %s. Correct them, or remove the rows."}
	contradiction       = lang.Phrase{DA: "koden '%s' og navnet '%s' hører ikke sammen. Ret det ene.", EN: "the code '%s' and the name '%s' do not belong together. Correct one of them."}
	contradictionOf     = lang.Phrase{DA: "koden '%s' er %s, og navnet '%s' har koden %s. Ret koden eller navnet.", EN: "the code '%s' is %s, and the name '%s' has the code %s. Correct the code or the name."}
	renamed             = lang.Phrase{DA: "koden '%s' hedder her '%s' men tidligere '%s'. Det første navn er brugt.", EN: "the code '%s' is here called '%s' but earlier '%s'. The first name is used."}
	totalRow            = lang.Phrase{DA: "'%s' er ikke en kommune men en sum eller et område. Rækken er udeladt.", EN: "'%s' is not a municipality but a total or an area. The row is left out."}
	noIndicator         = lang.Phrase{DA: "rækken nævner ingen indikator. Skriv dens id, eller fjern rækken.", EN: "the row names no indicator. Write its ID, or remove the row."}
	badYear             = lang.Phrase{DA: "'%s' er ikke et årstal. Skriv det med fire cifre.", EN: "'%s' is not a year. Write it with four digits."}
	monthOrYears        = lang.Phrase{DA: "'%s' kan være en måned eller et skoleår. Skriv %s for skoleåret, eller %s for året.", EN: "'%s' may be a month or a school year. Write %s for the school year, or %s for the year."}
	yearsLeftOut        = lang.Phrase{DA: "%s: %s", EN: "%s: %s"}
	acrossYears         = lang.Phrase{DA: "et skoleår eller andet, der går over to år, er sat til det år, det begynder i: %s. Skriv årstallet med fire cifre, hvis tallene skal bruges i det andet.", EN: "a school year, or other that spans two years, is set to the year it begins in: %s. Write the year with four digits if the figures are to be used in the other."}
	datedByFile         = lang.Phrase{DA: "filen har ingen kolonne med år. Tallene er sat til %d efter filens navn.", EN: "the file has no column of years. The figures are set to %d after the file's name."}
	datedByFiles        = lang.Phrase{DA: "filerne har ingen kolonne med år. Tallene er sat til årene efter filernes navne: %s.", EN: "the files have no column of years. The figures are set to the years after the files' names: %s."}
	datedBySheet        = lang.Phrase{DA: "arket har ingen kolonne med år. Tallene er sat til %d efter arkets navn.", EN: "the sheet has no column of years. The figures are set to %d after the sheet's name."}
	undated             = lang.Phrase{DA: "filen har ingen kolonne med år. Tallene står uden år. Skriv year = 2024, eller hvilket det er, i planens [[source]], eller årstallet i filens navn.", EN: "the file has no column of years. The figures stand without a year. Write year = 2024, or whichever it is, in the plan's [[source]], or the year in the file's name."}

	notNumber      = lang.Phrase{DA: "'%s' er ikke et tal. Skriv et tal uden enhed, eller '..' hvor det mangler.", EN: "'%s' is not a number. Write a number without a unit, or '..' where it is missing."}
	minusElsewhere = lang.Phrase{DA: "'%s' er ikke et tal. Er det negativt, så skriv minus foran: %s.", EN: "'%s' is not a number. If it is negative, write the minus before it: %s."}
	errorInSheet   = lang.Phrase{DA: "'%s' er en fejl i regnearket. Ret formlen, eller skriv '..' hvor tallet mangler.", EN: "'%s' is an error in the sheet. Correct the formula, or write '..' where the number is missing."}
	unusedFigure   = lang.Phrase{DA: "'%s' er ikke et tal. Planen bruger det ikke, og det mangler.", EN: "'%s' is not a number. The plan has no use for it, and it is missing."}
	markMismatch   = lang.Phrase{DA: "'%s' er ikke et tal, når decimaltegnet er '%s' som i resten af filen. Ret tallet.", EN: "'%s' is not a number when the decimal mark is '%s' as in the rest of the file. Correct it."}
	infinite       = lang.Phrase{DA: "'%s' er uendeligt eller for stort til at være et tal. Ret det, eller skriv '..' hvor tallet mangler.", EN: "'%s' is infinite or too large for a number. Correct it, or write '..' where the number is missing."}
	conflicting    = lang.Phrase{DA: "%s, %s, %s står to gange med forskellige værdier: %s her og %s i %s. Fjern den ene.", EN: "%s, %s, %s stands twice with different values: %s here and %s in %s. Remove one of them."}
	repeated       = lang.Phrase{DA: "%s, %s, %s står også i %s med samme værdi. Den ene er brugt.", EN: "%s, %s, %s also stands in %s with the same value. One is used."}
	repeatedEmpty  = lang.Phrase{DA: "%s, %s, %s står også i %s, og kun det ene sted med et tal. Tallet er brugt.", EN: "%s, %s, %s also stands in %s, and with a number in only one of the places. The number is used."}
	placeInProgram = lang.Phrase{DA: "en tidligere værdi", EN: "an earlier value"}
	placeInFile    = lang.Phrase{DA: "%s, %s", EN: "%s, %s"}
	noYearWord     = lang.Phrase{DA: "uden år", EN: "no year"}

	notAmount       = lang.Phrase{DA: "'%s' er ikke et beløb. Skriv et tal i kr. uden enhed, som -1500000 eller -1.500.000,00.", EN: "'%s' is not an amount. Write a number in kr. without a unit, as -1500000 or -1,500,000.00."}
	ambiguousAmount = lang.Phrase{DA: "'%s' kan læses på to måder, for decimaltegnet er '%s' i resten af kolonnen. Skriv beløbet uden tusindtalstegn.", EN: "'%s' can be read in two ways, for the decimal mark is '%s' in the rest of the column. Write the amount without a thousands mark."}

	tooManyErrors   = lang.Phrase{DA: "flere fejl er ikke vist (antal: %d). Ret de første og læs igen.", EN: "more errors are not shown (number: %d). Correct the first ones and read again."}
	tooManyWarnings = lang.Phrase{DA: "flere advarsler er ikke vist (antal: %d).", EN: "more warnings are not shown (number: %d)."}
)
