package danmark

import "regexp"

// areaNames are the folded names of regions and parts of the country, as they stand without
// the word for it. Bornholm is not among them, because it is also a municipality.
var areaNames = map[string]bool{
	"hovedstaden": true, "sjaelland": true, "syddanmark": true, "midtjylland": true, "nordjylland": true,
	"byenkoebenhavn": true, "koebenhavnsby": true, "koebenhavnsomegn": true, "nordsjaelland": true, "oestsjaelland": true,
	"vestogsydsjaelland": true, "fyn": true, "sydjylland": true, "oestjylland": true, "vestjylland": true, "jylland": true,
	"kommunegennemsnit": true, "kommunergennemsnit": true, "landstal": true, "kommuneneialt": true, "kommunerialt": true, "kommunernesgennemsnit": true,
	"regionsgennemsnit": true, "median": true, "minimum": true, "maksimum": true, "sum": true, "gns": true, "average": true, "countryaverage": true,
}

// abbreviations maps short names, folded, to the municipality's code.
var abbreviations = map[string]string{"kbh": "101", "kbhvn": "101", "frb": "147", "frberg": "147"}

// footnote matches a mark after a name that refers to a note: "Viborg *", "Vejle 1)".
var footnote = regexp.MustCompile(`(?:\s*(?:\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?|\([0-9*]\))|\s+[0-9]\)|\s*[0-9]\))$`)

// cutFootnote takes such marks off a name.
func cutFootnote(name string) string {
	for {
		at := footnote.FindStringIndex(name)
		if at == nil || at[0] == 0 {
			return name
		}
		name = name[:at[0]]
	}
}
