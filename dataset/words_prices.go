package dataset

import "github.com/raaderum/raaderum/lang"

// Phrases about a price index.
var (
	badIndex = lang.Phrase{
		DA: "'%s' er ikke et indeks. Skriv et tal over nul, som 104,3.",
		EN: "'%s' is not an index. Write a number above zero, such as 104.3.",
	}
	yearTwice = lang.Phrase{
		DA: "%d står to gange. Fjern den ene.",
		EN: "%d stands twice. Remove one of them.",
	}
	noIndexSource = lang.Phrase{
		DA: "filen nævner ingen kilde. Skriv den øverst efter #.",
		EN: "the file names no source. Write it at the top after #.",
	}
)
