package px

import "github.com/raaderum/raaderum/lang"

var (
	noValuesOf = lang.Phrase{
		DA: "variablen '%s' har ingen værdier. Hent filen igen, med mindst én værdi valgt.",
		EN: "the variable '%s' has no values. Get the file again, with at least one value " +
			"chosen.",
	}
	codesMisfit = lang.Phrase{
		DA: "variablen '%s' har ikke en kode til hver værdi (koder: %d, værdier: %d). Hent " +
			"filen igen.",
		EN: "the variable '%s' does not have a code for each value (codes: %d, values: %d). " +
			"Get the file again.",
	}
	entryBroken = lang.Phrase{
		DA: "'%s' er ikke skrevet til ende: et anførselstegn, en parentes eller et semikolon " +
			"mangler. Hent filen igen.",
		EN: "'%s' is not written to its end: a quotation mark, a parenthesis or a semicolon " +
			"is lacking. Get the file again.",
	}
	strayText = lang.Phrase{
		DA: "teksten %s står for sig selv efter %s. Sæt et komma og ikke et semikolon foran " +
			"den, eller hent filen igen.",
		EN: "the text %s stands by itself after %s. Put a comma and not a semicolon before " +
			"it, or get the file again.",
	}
	decimalComma = lang.Phrase{
		DA: "antallet af celler er %d, og variablerne giver %.0f. Tallene har decimalkomma, " +
			"og i PX skiller et komma to celler. Skriv punktum i tallene, eller hent filen igen.",
		EN: "the number of cells is %d, and the variables make %.0f. The numbers have a " +
			"decimal comma, and in PX a comma divides two cells. Write a point in the " +
			"numbers, or get the file again.",
	}
	entryTwice = lang.Phrase{
		DA: "%s står to gange og siger to ting. Hent filen igen, eller fjern den ene.",
		EN: "%s stands twice and says two things. Get the file again, or remove one of them.",
	}
	noData = lang.Phrase{
		DA: "filen har ingen DATA. Hent den igen.",
		EN: "the file has no DATA. Get it again.",
	}
	noVariables = lang.Phrase{
		DA: "filen nævner ingen variabler i STUB og HEADING. Hent den igen.",
		EN: "the file names no variables in STUB and HEADING. Get it again.",
	}
	badKey = lang.Phrase{
		DA: "'%s' er ikke en værdi af '%s'. Hent filen igen.",
		EN: "'%s' is not a value of '%s'. Get the file again.",
	}
	cutOff = lang.Phrase{
		DA: "filen slutter ikke med et semikolon og er skåret over. Hent den igen.",
		EN: "the file does not end in a semicolon: it is cut off. Get it again.",
	}
	keysMisfit = lang.Phrase{
		DA: "KEYS mangler for '%s', som står foran rækkerne. Hent filen igen.",
		EN: "KEYS is lacking for '%s', which stands before the rows. Get the file again.",
	}
	rowShort = lang.Phrase{
		DA: "antallet af felter er %d i den sidste række og %d i de andre. Hent filen igen.",
		EN: "the number of fields is %d in the last row and %d in the others. Get the file " +
			"again.",
	}
	tooSparse = lang.Phrase{
		DA: "filen udelader rækker, der kun har nuller, og de er for mange til at læses som " +
			"nul. De mangler. Tag færre værdier med.",
		EN: "the file leaves out rows that have nothing but zeros, too many to read them as " +
			"zero. They are missing. Take fewer values.",
	}
	zerosLeftOut = lang.Phrase{
		DA: "filen udelader rækker, der kun har nuller (antal: %d). De er læst som nul.",
		EN: "the file leaves out rows that have nothing but zeros (number: %d). They are " +
			"read as zero.",
	}
)
