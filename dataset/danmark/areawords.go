package danmark

import (
	"slices"
	"strings"
)

// areaWords are what people call areas of the default plan, beside their names and accounts.
var areaWords = map[string][]string{
	"aeldre_frit_valg":   {"hjemmepleje", "hjemmehjælp", "fritvalg", "home care", "home help"},
	"aeldre":             {"ældrepleje", "ældreområdet", "elder care", "plejehjem"},
	"hjemmesygepleje":    {"sygepleje", "home nursing"},
	"dagtilbud":          {"børnehave", "vuggestue", "dagpasning", "nursery", "kindergarten"},
	"sfo":                {"fritidshjem", "after-school", "sfo"},
	"tandpleje":          {"tandlæge", "dental"},
	"vej":                {"vejvedligehold", "roads"},
	"administration":     {"administration", "rådhus", "town hall"},
	"kontanthjaelp":      {"bistand", "cash benefit"},
	"foertidspension":    {"pension"},
	"kommunalbestyrelse": {"byråd", "politikere", "council"},
}

// IsAlsoCalled says whether people call an area of the default plan by a word that is not
// among its names.
func IsAlsoCalled(area, word string) bool {
	return slices.Contains(areaWords[area], strings.ToLower(strings.TrimSpace(word)))
}
