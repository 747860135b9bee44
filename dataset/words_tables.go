package dataset

import "github.com/raaderum/raaderum/lang"

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
