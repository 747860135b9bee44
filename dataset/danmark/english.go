package danmark

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/dataset"
)

//go:embed data/indikatorer.en.csv
var indicatorsEnglishFile []byte

// AccountsEnglish returns the bundled data with the indicators' names, units,
// publishers and notes in English. The figures and IDs are those of [Accounts].
func AccountsEnglish() *dataset.Dataset { return accountsEnglish() }

var accountsEnglish = sync.OnceValue(func() *dataset.Dataset {
	return readAccounts(IndicatorsEnglish())
})

// IndicatorsEnglish describes the indicators of the bundled accounts in English.
func IndicatorsEnglish() []dataset.Indicator { return describeIndicators(indicatorsEnglishFile) }

// InEnglish returns indicators in which the bundled ones are described in English.
func InEnglish(indicators []dataset.Indicator) []dataset.Indicator {
	known := map[string]dataset.Indicator{}
	for _, ind := range IndicatorsEnglish() {
		known[ind.ID] = ind
	}
	list := slices.Clone(indicators)
	for i, ind := range list {
		if translated, ok := known[ind.ID]; ok {
			list[i] = translated
		}
	}
	return list
}

// english is the catalogue with what it says of indicators in English.
type english struct{ catalogue }

func (e english) Table(h dataset.Header) *dataset.KnownTable {
	return translate(e.catalogue.Table(h))
}

// Account returns the table of accounts, with what it says in English.
func (e english) Account(heading, text string) (*dataset.KnownTable, dataset.Chosen) {
	known, account := e.catalogue.Account(heading, text)
	return translate(known), account
}

// translate returns a known table, with what it says of indicators in English.
func translate(known *dataset.KnownTable) *dataset.KnownTable {
	if known == nil {
		return nil
	}
	translated := *known
	translated.Name = func(chosen []dataset.Chosen) dataset.Indicator { return translateIndicator(known.Name(chosen)) }
	if known.PerHead != nil {
		translated.PerHead = func(total dataset.Indicator) (dataset.Indicator, bool) {
			ind, ok := known.PerHead(total)
			return translateIndicator(ind), ok
		}
	}
	return &translated
}

// translateIndicator translates what the catalogue says of an indicator.
func translateIndicator(ind dataset.Indicator) dataset.Indicator {
	ind.Publisher = strings.Replace(ind.Publisher, publisher, "Statistics Denmark, ", 1)
	for _, text := range []*string{&ind.Name, &ind.Unit, &ind.Note} {
		if words, ok := englishWords()[*text]; ok {
			*text = words
		}
	}
	if ages, ok := strings.CutPrefix(ind.Name, "Folketal, "); ok {
		ind.Name = "Population, aged " + strings.TrimSuffix(ages, " år")
	}
	if of, ok := strings.CutPrefix(ind.Unit, "kr. pr. "); ok {
		ind.Unit = "kr. per " + of
		if words, ok := headsInEnglish[of]; ok {
			ind.Unit = "kr. per " + words
		}
	}
	return ind
}

// headsInEnglish translates whose heads the key figures of NGLK are divided by.
var headsInEnglish = map[string]string{
	"indbygger": "inhabitant", "ældre": "elderly person", "folkeskoleelev": "primary-school pupil", "0-10-årig": "person aged 0-10", "16-64-årig": "person aged 16-64",
}

// englishWords maps the Danish texts of the catalogue, and of the bundled accounts, to
// English ones.
var englishWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{
		"Folketal": "Population", "personer": "persons", perHeadUnit: "kr. per inhabitant, current prices, net",
		"Kommunale driftsudgifter": "Municipal operating expenditure", "Ældreudgifter": "Expenditure on the elderly",
		"Folkeskoleudgifter": "Expenditure on primary schools", "Dagtilbudsudgifter": "Expenditure on day care",
		"Sundhedsudgifter": "Expenditure on health", "Kulturudgifter": "Expenditure on culture",
		"Transport- og infrastrukturudgifter":   "Expenditure on transport and infrastructure",
		"Arbejdsmarkedsforanstaltningsudgifter": "Expenditure on labour market measures",
		"Udlignings- og tilskudsbeløb":          "Equalisation and grants", "Langfristet gæld": "Long-term debt",
		"Serviceudgifter": "Service expenditure", "Anlægsudgifter": "Capital expenditure",
		"divideret med folketallet i 3. kvartal": "divided by the population of the 3rd quarter",
	}
	translated := IndicatorsEnglish()
	for i, ind := range Indicators() {
		words[ind.Name], words[ind.Unit] = translated[i].Name, translated[i].Unit
	}
	return words
})
