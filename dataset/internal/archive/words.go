package archive

import "github.com/raaderum/raaderum/lang"

var (
	elementTooLarge = lang.Phrase{
		DA: "et element i %s er over grænsen på %d MB. Gem den igen fra %s.",
		EN: "an element of %s is over the bound of %d MB. Save it again from %s.",
	}
	nestedTooDeep = lang.Phrase{
		DA: "%s er over grænsen på %d lag af elementer i hinanden. Gem den igen fra %s.",
		EN: "%s is over the bound of %d layers of elements in each other. Save it again from " +
			"%s.",
	}
	partTooLarge = lang.Phrase{
		DA: "delen '%s' af %s er over grænsen på %d MB. Gem arket som CSV.",
		EN: "the part '%s' of %s is over the bound of %d MB. Save the sheet as CSV.",
	}
	bomb = lang.Phrase{
		DA: "%s fylder mere end %d gange så meget, når den pakkes ud, og læses ikke. Åbn den " +
			"i %s, slet tomme rækker og kolonner under og ved siden af tabellen, og gem den " +
			"som en ny fil eller som CSV.",
		EN: "%s grows more than %d times when it is unpacked, and is not read. Open it in " +
			"%s, delete empty rows and columns below and beside the table, and save it as a " +
			"new file or as CSV.",
	}
)
