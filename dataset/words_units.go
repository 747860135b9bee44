package dataset

import "github.com/raaderum/raaderum/lang"

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
