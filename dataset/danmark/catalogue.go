package danmark

import (
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Catalogue returns what is known of Statistics Denmark's tables: those that the bundled
// figures come from, and a few beside them. They are the accounts by function (REGK31) and
// main account (REGK11), the budgets (BUDK32, BUDK1), the key figures (NGLK) and the
// population (FOLK1A). Variables and codes are those of
// https://api.statbank.dk/v1/tableinfo.
//
// What the catalogue itself says of indicators is in the language l. Names that a file
// gives stay as they are.
func Catalogue(l lang.Language) dataset.Catalogue {
	if l == lang.English {
		return english{catalogue{}}
	}
	return catalogue{}
}

type catalogue struct{}

const publisher = "Danmarks Statistik, "

// tables maps a table's name to what is known of it.
var tables = map[string]func() *dataset.KnownTable{
	"REGK31":  func() *dataset.KnownTable { return describeAccountTable("REGK31") },
	"REGK11":  func() *dataset.KnownTable { return describeAccountTable("REGK11") },
	"BUDK32":  func() *dataset.KnownTable { return describeAccountTable("BUDK32") },
	"BUDK1":   func() *dataset.KnownTable { return describeAccountTable("BUDK1") },
	"NGLK":    describeKeyFigures,
	"FOLK1A":  func() *dataset.KnownTable { return describePopulation("FOLK1A") },
	"FOLK1AM": func() *dataset.KnownTable { return describePopulation("FOLK1AM") },

	ComputedTable: computed,
}

// Table returns what is known of a table. What the file says of itself counts before the
// file's name, and the name counts before what its variables look like.
func (catalogue) Table(h dataset.Header) *dataset.KnownTable {
	if h.Table != "" {
		if known, ok := tables[strings.ToUpper(h.Table)]; ok {
			return known()
		}
	}
	name := strings.ToUpper(h.File)
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	for _, word := range strings.FieldsFunc(name, func(c rune) bool { return !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') }) {
		if known, ok := tables[word]; ok && fits(word, h.Variables) {
			return known()
		}
	}
	if h.Table != "" {
		return nil
	}
	for _, name := range []string{"REGK31", "REGK11", "NGLK", "FOLK1A"} {
		if looksLike(name, h.Variables) {
			// the name that the budgets give the variable of municipalities
			if has(h.Variables, "REGI07A") {
				name = map[string]string{"REGK31": "BUDK32", "REGK11": "BUDK1"}[name]
			}
			if known, ok := tables[name]; ok {
				return known()
			}
		}
	}
	return nil
}

// fits says whether a table may have such variables. A file's name alone may belong to
// anything.
func fits(name string, variables []table.Variable) bool {
	switch name {
	case "FOLK1A", "FOLK1AM":
		return !has(variables, "FUNKTION") && !has(variables, "FUNK1")
	case "NGLK":
		return has(variables, "BNØGLE")
	case ComputedTable:
		return has(variables, ComputedVariable)
	}
	return has(variables, "FUNKTION") || has(variables, "FUNK1")
}

// looksLike says whether variables are those of a table, or some of those.
func looksLike(name string, variables []table.Variable) bool {
	switch name {
	case "REGK31":
		return has(variables, "FUNKTION") && (has(variables, "DRANST") || has(variables, "ART") || has(variables, "PRISENHED"))
	case "REGK11":
		return has(variables, "FUNK1") && (has(variables, "DRANST") || has(variables, "ART") || has(variables, "PRISENHED"))
	case "NGLK":
		return has(variables, "BNØGLE") && has(variables, "BRUTNETUDG")
	}
	only := !slices.ContainsFunc(variables, func(v table.Variable) bool {
		return !isOne(v, "OMRÅDE", "REGION", "KØN", "ALDER", "CIVILSTAND", "TID", "TIME",
			"ContentsCode")
	})
	quarterly := slices.ContainsFunc(variables, func(v table.Variable) bool {
		return isOne(v, "TID", "TIME") && len(v.Values) > 0 && quarter.MatchString(v.Values[0].Code)
	})
	singleYears := slices.ContainsFunc(variables, func(v table.Variable) bool {
		return isOne(v, "ALDER") && !slices.ContainsFunc(v.Values, func(v table.Value) bool { return !singleYear.MatchString(strings.TrimSpace(v.Code)) })
	})
	return only && quarterly && (singleYears || has(variables, "CIVILSTAND"))
}

var (
	quarter    = regexp.MustCompile(`^\d{4}[KQ][1-4]`)
	singleYear = regexp.MustCompile(`(?i)^(\d{1,3}( (år|years?))?|ialt|i alt|tot|total|.*\bi alt|age, total)$`)
)

// labels maps what variables are called, in Danish and English, to their codes.
var labels = map[string]string{
	"funktion": "FUNKTION", "function": "FUNKTION", "hovedkonto": "FUNK1", "main account": "FUNK1", "main accounts": "FUNK1",
	"art": "ART", "kind": "ART", "prisenhed": "PRISENHED", "price unit": "PRISENHED", "dranst": "DRANST",
	"nøgletal": "BNØGLE", "key figures": "BNØGLE", "brutto-/nettoudgifter": "BRUTNETUDG",
	"køn": "KØN", "sex": "KØN", "alder": "ALDER", "age": "ALDER", "civilstand": "CIVILSTAND", "marital status": "CIVILSTAND",
}

func has(variables []table.Variable, name string) bool {
	return slices.ContainsFunc(variables, func(v table.Variable) bool { return isOne(v, name) })
}

func isOne(v table.Variable, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.EqualFold(v.Code, name) || strings.EqualFold(v.Label, name) || labels[strings.ToLower(v.Name())] == name
	})
}

// The texts that values go by: codes, and labels in Danish and English.
var (
	net          = []string{"TOT", "I alt (netto)", "Total (net)", "I alt"}
	operating    = []string{"1", "1 Driftskonti", "Driftskonti", "1 Operating accounts"}
	perHead      = []string{"INDL", "Pr. indbygger, løbende priser (kr.)", "Per capita, current prices (DKK)"}
	thousands    = []string{"LOBM", "Løbende priser (1.000 kr.)", "Current prices (DKK 1,000)"}
	netSpending  = []string{"NET", "Nettoudgifter", "Net expenditure"}
	current      = []string{"AARPRIS", "Løbende priser", "Current prices"}
	allAccounts  = []string{"X", "I alt hovedkonto 0-8"}
	sexes        = [][]string{{"1", "M", "Mænd", "Men"}, {"2", "K", "Kvinder", "Women"}}
	maritalTypes = [][]string{{"U", "Ugift", "Never married"}, {"G", "Gift/separeret", "Married/separated"}, {"E", "Enke/enkemand", "Widowed"}, {"F", "Fraskilt", "Divorced"}}
	totals       = []string{"TOT", "IALT", "I alt", "Total"}
)

// describeAccountTable describes a table of accounts or budgets. The plain ID of an account means
// its net operating expenditure per inhabitant. Amounts that are not per inhabitant have
// another ID, since the two are never the same figure.
func describeAccountTable(name string) *dataset.KnownTable {
	base := strings.ToLower(name)
	return &dataset.KnownTable{
		Table:  name,
		Labels: labels,
		Defaults: []dataset.Default{
			{Variable: "FUNK1", Total: allAccounts},
			{Variable: "DRANST", Prefer: [][]string{operating}},
			{Variable: "ART", Prefer: [][]string{net}, Never: true},
			{
				Variable: "PRISENHED", Prefer: [][]string{perHead, thousands}, Never: true,
				PerHead: table.Value{Code: perHead[0]}, InAll: table.Value{Code: thousands[0]},
			},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: base, Publisher: publisher + name}
			var apart []string
			for _, c := range chosen {
				switch {
				// the variable was added up
				case is(c, "FUNKTION", "FUNK1") && c.Value == (table.Value{Total: true}):
					apart = append(apart, c.Variable+"=TOT")
				case is(c, "FUNKTION", "FUNK1"):
					account, name := splitAccount(c.Value)
					ind.ID += "." + account
					ind.Name = name
				case is(c, "PRISENHED"):
					switch {
					case matches(c.Value, perHead):
						ind.Unit, ind.Per = perHeadUnit, Population
					case matches(c.Value, thousands):
						ind.Unit = "1.000 kr."
						apart = append(apart, totalsTerm)
					default:
						apart = append(apart, formatTerm(c))
					}
				case c.Variable == "" && (catalogue{}).OfAmounts(findLabel(c.Value)):
				case is(c, "DRANST") && matches(c.Value, operating), is(c, "ART") && (c.Value.Total || matches(c.Value, net)):
				default:
					apart = append(apart, formatTerm(c))
				}
			}
			ind.ID += formatBrackets(apart)
			return ind
		},
		PerHead: func(total dataset.Indicator) (dataset.Indicator, bool) {
			id, isTotal := strings.CutSuffix(total.ID, formatBrackets([]string{totalsTerm}))
			total.ID, total.Unit, total.Per = id, perHeadUnit, Population
			return total, isTotal
		},
	}
}

const (
	perHeadUnit = "kr. pr. indbygger, årets priser, netto"
	totalsTerm  = "PRISENHED=LOBM" // stands in the ID of amounts that are not per inhabitant
)

// keyFigure is a key figure of NGLK: its name, and whose heads it is divided by.
type keyFigure struct{ name, per string }

// keyFigureCodes are the values of BNØGLE.
var keyFigureCodes = map[string]keyFigure{
	"DRI": {"Kommunale driftsudgifter", "indbygger"},
	"ÆLD": {"Ældreudgifter", "ældre"},
	"FOL": {"Folkeskoleudgifter", "folkeskoleelev"},
	"DAG": {"Dagtilbudsudgifter", "0-10-årig"},
	"SUN": {"Sundhedsudgifter", "indbygger"},
	"KUL": {"Kulturudgifter", "indbygger"},
	"TRA": {"Transport- og infrastrukturudgifter", "indbygger"},
	"ARB": {"Arbejdsmarkedsforanstaltningsudgifter", "16-64-årig"},
	"UDL": {"Udlignings- og tilskudsbeløb", "indbygger"},
	"LAN": {"Langfristet gæld", "indbygger"},
	"SER": {"Serviceudgifter", "indbygger"},
	"ANL": {"Anlægsudgifter", "indbygger"},
}

// describeKeyFigures describes NGLK. Its figures are net, in the prices of each year. They are per
// head of different groups, and are never added up.
func describeKeyFigures() *dataset.KnownTable {
	return &dataset.KnownTable{
		Table:  "NGLK",
		Labels: labels,
		Defaults: []dataset.Default{
			{Variable: "BNØGLE", Never: true},
			{Variable: "BRUTNETUDG", Prefer: [][]string{netSpending}, Never: true},
			{Variable: "PRISENHED", Prefer: [][]string{current}, Never: true},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: "nglk", Unit: "kr.", Publisher: publisher + "NGLK"}
			var apart []string
			for _, c := range chosen {
				switch {
				case is(c, "BNØGLE"):
					code, figure := findKeyFigure(c.Value)
					ind.ID += "." + code
					ind.Name = figure.name
					if figure.per != "" {
						ind.Unit = "kr. pr. " + figure.per
					}
					if figure.per == "indbygger" {
						ind.Note = "divideret med folketallet i 3. kvartal"
					}
				case is(c, "BRUTNETUDG") && matches(c.Value, netSpending), is(c, "PRISENHED") && matches(c.Value, current):
				default:
					apart = append(apart, formatTerm(c))
				}
			}
			ind.ID += formatBrackets(apart)
			return ind
		},
	}
}

// findKeyFigure returns the code of a key figure. A file may have its name only.
func findKeyFigure(v table.Value) (code string, figure keyFigure) {
	for _, text := range []string{v.Code, v.Label} {
		word, _, _ := strings.Cut(text, " ") // "DRI Kommunale driftsudgifter pr. indbygger"
		if figure, ok := keyFigureCodes[strings.ToUpper(word)]; ok {
			return strings.ToUpper(word), figure
		}
		for code, figure := range keyFigureCodes {
			if name, _, found := strings.Cut(text, " pr. "); found && strings.EqualFold(name, figure.name) {
				return code, figure
			}
		}
	}
	return findCode(v), keyFigure{name: findLabel(v)}
}

// describePopulation describes FOLK1A, which has quarters, or FOLK1AM, which has months.
func describePopulation(name string) *dataset.KnownTable {
	return &dataset.KnownTable{
		Table:  name,
		Labels: labels,
		Ages:   "ALDER",
		Base:   Population,
		Defaults: []dataset.Default{
			{Variable: "KØN", Prefer: [][]string{totals}, Parts: sexes},
			{Variable: "CIVILSTAND", Prefer: [][]string{totals}, Parts: maritalTypes},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: Population, Name: "Folketal", Unit: "personer", Publisher: publisher + name}
			var apart []string
			for _, c := range chosen {
				switch {
				case c.Value.Total, is(c, "ContentsCode"):
				case is(c, "ALDER"):
					ages := strings.TrimSuffix(strings.TrimSuffix(c.Value.Code, " år"), " years")
					ind.ID += "." + ages
					ind.Name += ", " + strings.ReplaceAll(ages, "_", "-") + " år"
				default:
					apart = append(apart, formatTerm(c))
				}
			}
			ind.ID += formatBrackets(apart)
			return ind
		},
	}
}

func is(c dataset.Chosen, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(c.Variable, name) })
}

// matches says whether a value goes by one of some texts.
func matches(v table.Value, texts []string) bool {
	return slices.ContainsFunc(texts, func(t string) bool {
		code, label := strings.ToLower(v.Code), strings.ToLower(v.Label)
		t = strings.ToLower(t)
		return code == t || label == t || strings.HasPrefix(code, t+" ") || strings.HasSuffix(code, " "+t)
	})
}

// formatTerm writes a value as a term of an indicator's ID, if the plain ID stands for another
// value.
func formatTerm(c dataset.Chosen) string {
	variable := c.Variable
	if variable != "" {
		variable += "="
	}
	return variable + findCode(c.Value)
}

func formatBrackets(terms []string) string {
	if len(terms) == 0 {
		return ""
	}
	return "[" + strings.Join(terms, ",") + "]"
}

func findCode(v table.Value) string {
	if v.Code == "" {
		return v.Label
	}
	return v.Code
}

func findLabel(v table.Value) string {
	if v.Label == "" {
		return v.Code
	}
	return v.Label
}
