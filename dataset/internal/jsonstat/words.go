package jsonstat

import "github.com/raaderum/raaderum/lang"

var (
	brokenJSON = lang.Phrase{
		DA: "filen er ikke gyldig JSON (%s). Hent den igen.",
		EN: "the file is not valid JSON (%s). Get it again.",
	}
	keyTwice = lang.Phrase{
		DA: "'%s' står to gange i det samme objekt. Hent filen igen, eller fjern den ene.",
		EN: "'%s' stands twice in the same object. Get the file again, or remove one of them.",
	}
	notJSONStat = lang.Phrase{
		DA: "filen er JSON, men ikke JSON-stat. Hent tabellen som JSON-stat, PX eller CSV.",
		EN: "the file is JSON, but not JSON-stat. Get the table as JSON-stat, PX or CSV.",
	}
	elsewhereOnly = lang.Phrase{
		DA: "samlingen nævner kun, hvor tabellerne ligger: %s. Hent dem, og nævn filerne.",
		EN: "the collection only says where the tables are: %s. Get them, and name the files.",
	}
	noOrder = lang.Phrase{
		DA: "variablernes rækkefølge og størrelse passer ikke: %d i id, %d i size. Hent " +
			"filen igen.",
		EN: "the order and the sizes of the variables do not fit: %d in id, %d in size. Get " +
			"the file again.",
	}
	sizeMisfit = lang.Phrase{
		DA: "antallet af værdier af variablen '%s' er %d, men size siger %s. Hent filen " +
			"igen, eller ret size.",
		EN: "the number of values of the variable '%s' is %d, but size says %s. Get the file " +
			"again, or correct size.",
	}
	outsideTable = lang.Phrase{
		DA: "cellen nr. '%s' er uden for tabellen, der har %.0f, talt fra 0. Hent filen igen.",
		EN: "cell no. '%s' is outside the table, which has %.0f, counted from 0. Get the " +
			"file again.",
	}
	noDimension = lang.Phrase{
		DA: "variablen '%s' er nævnt i id, men ikke beskrevet i dimension. Hent filen igen.",
		EN: "the variable '%s' is named in id, but not described in dimension. Get the file " +
			"again.",
	}
	noIndex = lang.Phrase{
		DA: "værdierne af variablen '%s' har ingen rækkefølge (category.index mangler eller " +
			"passer ikke). Hent filen igen.",
		EN: "the values of the variable '%s' have no order (category.index is lacking or " +
			"does not fit). Get the file again.",
	}
	noValue = lang.Phrase{
		DA: "filen har ingen tal (value mangler). Hent den igen.",
		EN: "the file has no figures (value is lacking). Get it again.",
	}
	valueTwice = lang.Phrase{
		DA: "værdien '%s' af '%s' står to gange. Hent filen igen, eller giv den ene en anden " +
			"kode.",
		EN: "the value '%s' of '%s' stands twice. Get the file again, or give one of them " +
			"another code.",
	}
	badMultiplier = lang.Phrase{
		DA: "multiplier er '%s', men skal være et helt tal, som 3 for tusinder, eller et ord, " +
			"som Thousands. Ret unit i filen, eller skriv unit i planens [[source]].",
		EN: "the multiplier is '%s', but should be a whole number, such as 3 for thousands, " +
			"or a word, such as Thousands. Correct unit in the file, or write unit in the " +
			"plan's [[source]].",
	}
	twoScales = lang.Phrase{
		DA: "enheden '%s' og dens multiplier %d siger ikke det samme om, hvad tallene er " +
			"talt i. Ret unit i filen.",
		EN: "the unit '%s' and its multiplier %d do not say the same of what the figures are " +
			"counted in. Correct unit in the file.",
	}
)
