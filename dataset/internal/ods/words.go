package ods

import "github.com/raaderum/raaderum/lang"

var (
	brokenBook = lang.Phrase{
		DA: "ODS-filen kan ikke læses (%s). Gem den igen fra LibreOffice, eller fjern adgangskoden.",
		EN: "the ODS file cannot be read (%s). Save it again from LibreOffice, or remove the password.",
	}
	manySheets = lang.Phrase{
		DA: "ODS-filen er over grænsen på %d ark. Del den op.",
		EN: "the ODS file is over the bound of %d sheets. Split it.",
	}
	manyStyles = lang.Phrase{
		DA: "ODS-filen er over grænsen på %d formater. Gem arket som CSV.",
		EN: "the ODS file is over the bound of %d formats. Save the sheet as CSV.",
	}
	notCount = lang.Phrase{
		DA: "%s='%s' er ikke et antal. Filen er i stykker; gem den igen fra LibreOffice.",
		EN: "%s='%s' is no number of times. The file is broken; save it again from LibreOffice.",
	}
	otherDocument = lang.Phrase{
		DA: "et OpenDocument-dokument uden regneark",
		EN: "an OpenDocument file without a spreadsheet",
	}
)
