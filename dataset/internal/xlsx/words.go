package xlsx

import "github.com/raaderum/raaderum/lang"

var (
	manyFormats = lang.Phrase{
		DA: "Excel-filen er over grænsen på %d formater. Gem arket som CSV.",
		EN: "the Excel file is over the bound of %d formats. Save the sheet as CSV.",
	}
	manySheets = lang.Phrase{
		DA: "Excel-filen er over grænsen på %d ark. Del den op.",
		EN: "the Excel file is over the bound of %d sheets. Split it.",
	}
	sheetTwice = lang.Phrase{
		DA: "arket '%s' er det samme som et andet ark i Excel-filen, der er i stykker. Gem " +
			"den igen fra Excel.",
		EN: "the sheet '%s' is the same as another one of the Excel file, which is broken. " +
			"Save it again from Excel.",
	}
	twoValues = lang.Phrase{
		DA: "cellen har flere værdier end én. Filen er i stykker; gem den igen fra Excel.",
		EN: "the cell has more values than one. The file is broken; save it again from Excel.",
	}
	cellElsewhere = lang.Phrase{
		DA: "cellen står i række %d, hvor den ikke hører til. Filen er i stykker; gem den " +
			"igen fra Excel.",
		EN: "the cell stands in row %d, where it does not belong. The file is broken; save " +
			"it again from Excel.",
	}
	cellOutside = lang.Phrase{
		DA: "'%s' er ikke en celle inden for Excels grænse på %d rækker og %d kolonner. Gem " +
			"filen igen fra Excel.",
		EN: "'%s' is no cell within Excel's bound of %d rows and %d columns. Save the file " +
			"again from Excel.",
	}
	cellTwice = lang.Phrase{
		DA: "cellen står to gange, med '%s' og '%s'. Filen er i stykker; gem den igen fra " +
			"Excel.",
		EN: "the cell stands twice, with '%s' and '%s'. The file is broken; save it again " +
			"from Excel.",
	}
	noSharedText = lang.Phrase{
		DA: "cellen er tekst nr. %s i Excel-filens liste, der har %d. Filen er i stykker; " +
			"gem den igen fra Excel.",
		EN: "the cell is text no. %s of the Excel file's list, which has %d. The file is " +
			"broken; save it again from Excel.",
	}
	notBoolean = lang.Phrase{
		DA: "cellen skulle være sand eller falsk (1 eller 0) og er '%s'. Filen er i stykker; " +
			"gem den igen fra Excel.",
		EN: "the cell should be true or false (1 or 0) and is '%s'. The file is broken; save " +
			"it again from Excel.",
	}
	rowAgain = lang.Phrase{
		DA: "rækken %d står efter en, der skulle komme før den, eller står to gange. Filen " +
			"er i stykker; gem den igen fra Excel.",
		EN: "the row %d stands after one that should follow it, or stands twice. The file is " +
			"broken; save it again from Excel.",
	}
	rowOutside = lang.Phrase{
		DA: "rækken '%s' er ikke et tal fra 1 til Excels grænse på %d rækker. Gem filen igen " +
			"fra Excel.",
		EN: "the row '%s' is no number from 1 to Excel's bound of %d rows. Save the file " +
			"again from Excel.",
	}
	brokenBook = lang.Phrase{
		DA: "Excel-filen kan ikke læses (%s). Gem den igen fra Excel.",
		EN: "the Excel file cannot be read (%s). Save it again from Excel.",
	}
)

// binaryWorkbook names another kind of file that Excel can write, and that is not read.
var binaryWorkbook = lang.Phrase{
	DA: "en binær Excel-fil (.xlsb)",
	EN: "a binary Excel file (.xlsb)",
}
