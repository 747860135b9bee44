package danmark

import (
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
)

// Catalogue knows the tables of Statistics Denmark that the bundled figures
// are of, and those beside them: the accounts by function (REGK31) and main
// account (REGK11), the budgets (BUDK32, BUDK1), the key figures (NGLK) and the
// population (FOLK1A). Variables and codes are those of
// https://api.statbank.dk/v1/tableinfo.
var Catalogue dataset.Catalogue = catalogue{}

// Population is the ID of the indicator that figures per inhabitant are
// divided by.
const Population = "folketal"

type catalogue struct{}

const publisher = "Danmarks Statistik, "

// tables are the tables by name: what is known of each.
var tables = map[string]func() *dataset.KnownTable{
	"REGK31": func() *dataset.KnownTable { return accountTable("REGK31") },
	"REGK11": func() *dataset.KnownTable { return accountTable("REGK11") },
	"BUDK32": func() *dataset.KnownTable { return accountTable("BUDK32") },
	"BUDK1":  func() *dataset.KnownTable { return accountTable("BUDK1") },
	"NGLK":   keyFigures,
	"FOLK1A": population,
}

// Table returns what is known of a table. What the file says it is goes before
// the file's name, and that before what its variables look like.
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
	for _, table := range []string{"REGK31", "REGK11", "NGLK", "FOLK1A"} {
		if looksLike(table, h.Variables) {
			if has(h.Variables, "REGI07A") { // the budgets call the municipality so
				table = map[string]string{"REGK31": "BUDK32", "REGK11": "BUDK1"}[table]
			}
			if known, ok := tables[table]; ok {
				return known()
			}
		}
	}
	return nil
}

// fits says whether a table may have such variables: a file's name alone may
// be of anything.
func fits(table string, variables []dataset.Variable) bool {
	switch table {
	case "FOLK1A":
		return !has(variables, "FUNKTION") && !has(variables, "FUNK1")
	case "NGLK":
		return has(variables, "BNØGLE") || has(variables, "nøgletal")
	}
	return has(variables, "FUNKTION") || has(variables, "FUNK1") || has(variables, "hovedkonto")
}

// looksLike says whether variables are those of a table, or some of them.
func looksLike(table string, variables []dataset.Variable) bool {
	switch table {
	case "REGK31":
		return has(variables, "FUNKTION") && (has(variables, "DRANST") || has(variables, "ART") || has(variables, "PRISENHED"))
	case "REGK11":
		return has(variables, "FUNK1") && (has(variables, "DRANST") || has(variables, "ART") || has(variables, "PRISENHED"))
	case "NGLK":
		return has(variables, "BNØGLE") && has(variables, "BRUTNETUDG")
	}
	only := !slices.ContainsFunc(variables, func(v dataset.Variable) bool {
		return !isOne(v, "OMRÅDE", "KØN", "ALDER", "CIVILSTAND", "TID", "ContentsCode")
	})
	quarterly := slices.ContainsFunc(variables, func(v dataset.Variable) bool {
		return isOne(v, "TID") && len(v.Values) > 0 && quarter.MatchString(v.Values[0].Code)
	})
	singleYears := slices.ContainsFunc(variables, func(v dataset.Variable) bool {
		return isOne(v, "ALDER") && !slices.ContainsFunc(v.Values, func(v dataset.Value) bool { return !singleYear.MatchString(strings.TrimSpace(v.Code)) })
	})
	return only && quarterly && (singleYears || has(variables, "CIVILSTAND"))
}

var (
	quarter    = regexp.MustCompile(`^\d{4}[KQ][1-4]`)
	singleYear = regexp.MustCompile(`(?i)^(\d{1,3}( (år|years?))?|ialt|i alt|tot|total|.*\bi alt|age, total)$`)
)

func has(variables []dataset.Variable, name string) bool {
	return slices.ContainsFunc(variables, func(v dataset.Variable) bool { return isOne(v, name) })
}

func isOne(v dataset.Variable, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.EqualFold(v.Code, name) || strings.EqualFold(v.Label, name)
	})
}

// The texts that values are known by: codes, and labels in Danish and English.
var (
	net          = []string{"TOT", "I alt (netto)", "Total (net)", "I alt"}
	operating    = []string{"1", "1 Driftskonti", "Driftskonti", "1 Operating accounts"}
	perHead      = []string{"INDL", "Pr. indbygger, løbende priser (kr.)", "Per capita, current prices (DKK)"}
	thousands    = []string{"LOBM", "Løbende priser (1.000 kr.)", "Current prices (DKK 1,000)"}
	netSpending  = []string{"N", "Nettoudgifter", "Net expenditure"}
	sexes        = [][]string{{"1", "M", "Mænd", "Men"}, {"2", "K", "Kvinder", "Women"}}
	maritalTypes = [][]string{{"U", "Ugift", "Never married"}, {"G", "Gift/separeret", "Married/separated"}, {"E", "Enke/enkemand", "Widowed"}, {"F", "Fraskilt", "Divorced"}}
	totals       = []string{"TOT", "IALT", "I alt", "Total"}
)

// accountTable is a table of accounts or budgets: net operating expenditure
// per inhabitant of an account is what its plain ID stands for.
func accountTable(table string) *dataset.KnownTable {
	base := strings.ToLower(table)
	return &dataset.KnownTable{
		Table: table,
		Defaults: []dataset.Default{
			{Variable: "DRANST", Prefer: [][]string{operating}},
			{Variable: "ART", Prefer: [][]string{net}, Never: true},
			{Variable: "PRISENHED", Prefer: [][]string{perHead, thousands}, Never: true},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: base, Publisher: publisher + table}
			var apart []string
			for _, c := range chosen {
				switch {
				case is(c, "FUNKTION", "FUNK1"):
					account, name := accountOf(c.Value)
					ind.ID += "." + account
					ind.Name = name
				case is(c, "PRISENHED"):
					switch {
					case matches(c.Value, perHead):
						ind.Unit, ind.Per = "kr. pr. indbygger, årets priser, netto", Population
					case matches(c.Value, thousands):
						ind.Unit = "1.000 kr."
					default:
						apart = append(apart, term(c))
					}
				case is(c, "DRANST") && matches(c.Value, operating), is(c, "ART") && (c.Value.Total || matches(c.Value, net)):
				default:
					apart = append(apart, term(c))
				}
			}
			ind.ID += brackets(apart)
			return ind
		},
	}
}

// keyFigures is NGLK.
func keyFigures() *dataset.KnownTable {
	return &dataset.KnownTable{
		Table: "NGLK",
		Defaults: []dataset.Default{
			{Variable: "BRUTNETUDG", Prefer: [][]string{netSpending, {"NETTO"}}, Never: true},
			{Variable: "PRISENHED", Prefer: [][]string{perHead}, Never: true},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: "nglk", Publisher: publisher + "NGLK"}
			var apart []string
			for _, c := range chosen {
				switch {
				case is(c, "BNØGLE"):
					ind.ID += "." + codeOf(c.Value)
					ind.Name = labelOf(c.Value)
				case is(c, "BRUTNETUDG") && (matches(c.Value, netSpending) || strings.EqualFold(c.Value.Code, "NETTO")):
				case is(c, "PRISENHED"):
					ind.Unit = labelOf(c.Value)
				default:
					apart = append(apart, term(c))
				}
			}
			ind.ID += brackets(apart)
			return ind
		},
	}
}

// population is FOLK1A.
func population() *dataset.KnownTable {
	return &dataset.KnownTable{
		Table: "FOLK1A",
		Ages:  "ALDER",
		Base:  Population,
		Defaults: []dataset.Default{
			{Variable: "KØN", Prefer: [][]string{totals}, Parts: sexes},
			{Variable: "CIVILSTAND", Prefer: [][]string{totals}, Parts: maritalTypes},
		},
		Name: func(chosen []dataset.Chosen) dataset.Indicator {
			ind := dataset.Indicator{ID: Population, Name: "Folketal", Unit: "personer", Publisher: publisher + "FOLK1A"}
			var apart []string
			for _, c := range chosen {
				switch {
				case c.Value.Total, is(c, "ContentsCode"):
				case is(c, "ALDER"):
					ages := strings.TrimSuffix(strings.TrimSuffix(c.Value.Code, " år"), " years")
					ind.ID += "." + ages
					ind.Name += ", " + strings.ReplaceAll(ages, "_", "-") + " år"
				default:
					apart = append(apart, term(c))
				}
			}
			ind.ID += brackets(apart)
			return ind
		},
	}
}

func is(c dataset.Chosen, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(c.Variable, name) }) ||
		slices.Contains(names, "FUNKTION") && (strings.EqualFold(c.Variable, "funktion") || strings.EqualFold(c.Variable, "hovedkonto"))
}

// matches says whether a value is called one of some texts.
func matches(v dataset.Value, texts []string) bool {
	return slices.ContainsFunc(texts, func(t string) bool {
		code, label := strings.ToLower(v.Code), strings.ToLower(v.Label)
		t = strings.ToLower(t)
		return code == t || label == t || strings.HasPrefix(code, t+" ") || strings.HasSuffix(code, " "+t)
	})
}

// term is a value that the plain ID does not stand for.
func term(c dataset.Chosen) string {
	variable := c.Variable
	if variable != "" {
		variable += "="
	}
	return variable + codeOf(c.Value)
}

func brackets(terms []string) string {
	if len(terms) == 0 {
		return ""
	}
	return "[" + strings.Join(terms, ",") + "]"
}

func codeOf(v dataset.Value) string {
	if v.Code == "" {
		return v.Label
	}
	return v.Code
}

func labelOf(v dataset.Value) string {
	if v.Label == "" {
		return v.Code
	}
	return v.Label
}
