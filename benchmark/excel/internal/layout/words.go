package layout

import "github.com/raaderum/raaderum/lang"

// Locale is the language of the file's texts, as programs name it.
var Locale = lang.Phrase{DA: "da-DK", EN: "en-GB"}

var (
	tooLarge = lang.Phrase{
		DA: "arket '%s' har %d rækker og %d kolonner, og en projektmappe har plads til %d og %d",
		EN: "the sheet '%s' has %d rows and %d columns, and a workbook has room for %d and %d",
	}
	printedWord = lang.Phrase{DA: "; udskrevet", EN: "; printed"}
	pageWord    = lang.Phrase{DA: "Side", EN: "Page"}
	ofWord      = lang.Phrase{DA: "af", EN: "of"}
	chartName   = lang.Phrase{DA: "Diagram %d", EN: "Chart %d"}
	MissingNote = lang.Phrase{
		DA: "– betyder, at tallet mangler eller ikke kan regnes ud; det er aldrig nul.",
		EN: "– means that the figure is missing or cannot be computed; it is never zero.",
	}
)
