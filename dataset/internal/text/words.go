package text

import "github.com/raaderum/raaderum/lang"

var (
	tooManyRows = lang.Phrase{
		DA: "filen er over grænsen på %d rækker eller 64 MB for tabeller, hvor kolonner siger, " +
			"hvad tallene er om, eller hvor tiden ikke er et årstal. Del den, eller skriv den " +
			"med kolonnerne kommune, år, indikator og værdi.",
		EN: "the file is over the bound of %d rows or 64 MB for tables where columns say what " +
			"the figures are about, or where the time is no year. Divide it, or write it with " +
			"the columns municipality, year, indicator and value.",
	}
	badQuote = lang.Phrase{
		DA: "et anførselstegn er ikke lukket eller står midt i en tekst. Ret " +
			"anførselstegnene.",
		EN: "a quotation mark is not closed or stands inside a text. Correct the quotation " +
			"marks.",
	}
	tooManyColumns = lang.Phrase{
		DA: "der er over %d kolonner. Skriv en række for hver indikator, med kolonnerne " +
			"kommune, år, indikator og værdi.",
		EN: "there are more than %d columns. Write a row for each indicator, with the " +
			"columns municipality, year, indicator and value.",
	}
	noSeparator = lang.Phrase{
		DA: "overskriften '%s' er ikke delt i kolonner. Skil dem med semikolon, komma eller " +
			"tabulator, og fjern linjer over overskriften.",
		EN: "the header '%s' is not divided into columns. Separate them by semicolon, comma " +
			"or tab, and remove lines above the header.",
	}
	columnCount = lang.Phrase{
		DA: "antallet af felter er %d i rækken og %d i de andre. Ret rækken.",
		EN: "the number of fields is %d in the row and %d in the others. Correct the row.",
	}
	lastRowOpen = lang.Phrase{
		DA: "den sidste linje er ikke afsluttet. Er filen skåret over, så hent den igen; " +
			"ellers sæt et linjeskift efter den.",
		EN: "the last line has no end. If the file is cut off, get it again; otherwise put a " +
			"line break after it.",
	}
)
