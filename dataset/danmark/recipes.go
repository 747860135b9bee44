package danmark

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
)

// recipesFile says how indicators are made from tables of the StatBank: which values are
// added up (af), what the sum is divided by (pr) and multiplied with (gange), and which part
// of the year stands for it (periode; an asterisk: the mean of all). If the divisor is from
// another table, it begins with that. A question mark marks a variable that the table need
// not have. All recipes of a table name the same variables, for one file holds them. Codes
// are those of https://api.statbank.dk/v1/tableinfo.
//
//go:embed data/opskrifter.csv
var recipesFile []byte

// Recipe says how the figures of an indicator are made from those of a table.
type Recipe struct {
	Indicator string
	Table     string // "HFUDD11"
	Renamed   bool   // the table's name ends in two digits of the year it is published
	Of        []Selection
	PerTable  string      // the table of what the sum is divided by; empty: by nothing
	Per       []Selection // of that table
	Factor    float64
	Period    string // the part of each year, "K1"; "*": the mean of all; empty: the whole year
}

// String returns the recipe as a formula: "100 × HFUDD11[HFUDD=H10] / HFUDD11[HFUDD=TOT]".
func (r Recipe) String() string {
	text := formatPart(r.Table, r.Of)
	if r.PerTable != "" {
		text += " / " + formatPart(r.PerTable, r.Per)
	}
	if r.Factor != 1 {
		text = strconv.FormatFloat(r.Factor, 'f', -1, 64) + " × " + text
	}
	return text
}

// formatPart returns a table with the values that are added up, without those that stand
// for all and without totals.
func formatPart(name string, selections []Selection) string {
	var terms []string
	for _, s := range selections {
		if !slices.Contains([]string{"*", "TOT", "IALT"}, strings.Join(s.Values, "+")) {
			terms = append(terms, s.Variable+"="+strings.Join(s.Values, "+"))
		}
	}
	if len(terms) == 0 {
		return name
	}
	return name + "[" + strings.Join(terms, ", ") + "]"
}

// Recipes returns the recipes of some indicators, and the indicators that have none. It is
// for those that [Extracts] knows no place for. IDs and units are those of the bundled
// figures. "fremskrivning.6_16" is the forecast of an age group, "folketal.6_16" its count.
func Recipes(indicators []dataset.Indicator) (recipes []Recipe, others []dataset.Indicator) {
	for _, ind := range indicators {
		if r, ok := findRecipe(ind.ID); ok {
			recipes = append(recipes, r)
		} else {
			others = append(others, ind)
		}
	}
	return recipes, others
}

// findRecipe returns the recipe of an indicator.
func findRecipe(id string) (Recipe, bool) {
	for _, r := range listRecipes() {
		if r.Indicator == id {
			return r, true
		}
	}
	ages, isForecast := strings.CutPrefix(id, "fremskrivning.")
	codes, hasAges := ageCodes(Population + "." + ages)
	if !isForecast || !hasAges {
		return Recipe{}, false
	}
	return Recipe{
		Indicator: id, Table: "FRKM1", Renamed: true, Factor: 1,
		Of: []Selection{
			{Variable: "ALDER", Values: codes}, {Variable: "KØN", Values: []string{"*"}},
		},
	}, true
}

// listRecipes reads the recipes.
func listRecipes() (recipes []Recipe) {
	for _, row := range readEmbedded(recipesFile) {
		r := Recipe{Indicator: row[0], Table: row[1], Factor: 1, Period: row[5]}
		_, r.Of = parsePart(row[2])
		if row[3] != "" {
			r.PerTable, r.Per = parsePart(row[3])
			if r.PerTable == "" {
				r.PerTable = r.Table
			}
		}
		if row[4] != "" {
			r.Factor, _ = strconv.ParseFloat(row[4], 64)
		}
		recipes = append(recipes, r)
	}
	return recipes
}

// parsePart reads a part of a recipe: "FOLK1A ALDER=IALT".
func parsePart(text string) (name string, selections []Selection) {
	for _, word := range strings.Fields(text) {
		variable, values, ok := strings.Cut(word, "=")
		if !ok {
			name = word
			continue
		}
		s := Selection{Values: strings.Split(values, ",")}
		s.Variable, s.Optional = strings.CutSuffix(variable, "?")
		selections = append(selections, s)
	}
	return name, selections
}

// Sources returns the extracts that recipes need, one for each table. Those of divisors from
// other tables are not among them: [Divisors] returns them.
func Sources(recipes []Recipe) (extracts []Extract) {
	for _, r := range recipes {
		e := ensureExtract(&extracts, r.Table, strings.TrimPrefix(r.Period, "*"))
		e.Latest, e.Renamed = !r.Renamed, r.Renamed
		e.Indicators = appendNew(e.Indicators, r.Indicator)
		e.add(r.Of)
		if r.PerTable == r.Table {
			e.add(r.Per)
		}
	}
	return extracts
}

// Divisors returns the extracts of the other tables that recipes divide by. Their figures
// are of 1 January.
func Divisors(recipes []Recipe) (extracts []Extract) {
	for _, r := range recipes {
		if r.PerTable != "" && r.PerTable != r.Table {
			e := ensureExtract(&extracts, r.PerTable, "K1")
			e.Indicators = appendNew(e.Indicators, r.Indicator)
			e.add(r.Per)
		}
	}
	return extracts
}

// ensureExtract returns the extract of a table, and adds it if it is not there.
func ensureExtract(extracts *[]Extract, name, period string) *Extract {
	for i := range *extracts {
		if (*extracts)[i].Table == name {
			return &(*extracts)[i]
		}
	}
	municipalities := Selection{Values: municipalityCodes()}
	*extracts = append(*extracts, Extract{
		Table: name, Period: period, Select: []Selection{municipalities},
	})
	return &(*extracts)[len(*extracts)-1]
}

// add adds selections to those of an extract.
func (e *Extract) add(selections []Selection) {
	for _, s := range selections {
		isKnown := func(known Selection) bool { return known.Variable == s.Variable }
		i := slices.IndexFunc(e.Select, isKnown)
		if i < 0 {
			e.Select = append(e.Select, Selection{Variable: s.Variable, Optional: s.Optional})
			i = len(e.Select) - 1
		}
		e.Select[i].Values = appendNew(e.Select[i].Values, s.Values...)
	}
}

// FindAddress returns the website where a publisher has its figures, or "" if it is not
// known. The publisher is named as in the Danish descriptions.
func FindAddress(publisher string) string {
	for _, known := range [][2]string{
		{"Børne- og Undervisningsministeriet", "uddannelsesstatistik.dk"},
		{"Danmarks Statistik", "statistikbanken.dk"},
	} {
		if strings.HasPrefix(publisher, known[0]) && !strings.Contains(publisher, known[1]) {
			return known[1]
		}
	}
	return ""
}

// The names of the table of computed indicators, and of its variable of indicators. They
// stand where tables of the StatBank have theirs.
const (
	ComputedTable    = "RAMMEVILKAAR"
	ComputedVariable = "INDIKATOR"
)

// computed is the table of figures that were computed by recipes. Their publisher is that
// of the recipe's table.
func computed() *dataset.KnownTable {
	return &dataset.KnownTable{
		Table: ComputedTable,
		Name: func(chosen []dataset.Chosen) (ind dataset.Indicator) {
			for _, c := range chosen {
				ind.ID = findCode(c.Value)
			}
			for _, known := range Indicators() {
				if known.ID == ind.ID {
					ind.Name, ind.Unit = known.Name, known.Unit
				}
			}
			if r, ok := findRecipe(ind.ID); ok {
				ind.Publisher, ind.Note = publisher+r.Table, r.String()
			}
			return ind
		},
	}
}
