package danmark

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
)

// Extract is the part of a table in Statistics Denmark's StatBank that holds
// some indicators.
type Extract struct {
	Table      string
	Period     string // the part of each year, "K1" for 1 January; empty: the table has years
	Select     []Selection
	LeaveOut   bool     // leave out the other variables where the table allows that
	Latest     bool     // if the table lacks the last year, take the latest before it
	Renamed    bool     // the table's name ends in two digits of the year it is published
	Indicators []string // the IDs of the indicators that it holds
}

// Selection names values of one of a table's variables by their codes.
type Selection struct {
	Variable string   // empty: the variable that has these values, whatever it is called
	Values   []string // codes; ">=80" stands for all numbers from 80, "*" for the total or all
	Optional bool     // the table need not have the variable
	MayLack  bool     // the values are accounts, and the plan may say that some can be lacking
}

// Extracts returns where in the StatBank the indicators with some IDs are found. IDs that
// it knows no place for come back as others, described as far as [Indicators] knows them.
//
//	regk31.3.22.01          REGK31, the account function 3.22.01 (FUNKTION 32201),
//	                        net operating expenditure in kr. per inhabitant
//	budk32.3.22.01          BUDK32, the same of the budgets
//	regk11.3, budk1.3       REGK11 and BUDK1, the main account 3; X is all of them
//	nglk.ÆLD                NGLK, the key figure ÆLD, net, in the prices of each year
//	folketal                FOLK1A, 1 January
//	folketal.6_16           FOLK1A, 1 January, those from 6 to 16 years
//	folketal.80+            FOLK1A, 1 January, those from 80 years
//
// Brackets choose another value of a variable: regk31.3.22.01[DRANST=3] is capital
// expenditure. An ID whose brackets name every variable may begin with any table of the
// StatBank, such as BIB1[TYPE=1].
//
// Some IDs would be of no use when the figures have come: those that name a variable twice,
// that mean the same as another ID, or that name other variables of a table than another ID
// does. They come back as [IDErrors] and are in no extract.
func Extracts(ids []string) (extracts []Extract, others []dataset.Indicator, err error) {
	known := map[string]dataset.Indicator{}
	for _, ind := range Indicators() {
		known[ind.ID] = ind
	}
	tables := fetchable()
	var wrong IDErrors
	for _, id := range ids {
		if m, ok := sayTwice(id, tables); ok {
			wrong = append(wrong, m)
			continue
		}
		tables = append(tables, ofAnyTable(id, tables)...)
		if slices.ContainsFunc(tables, func(t *source) bool { return t.take(id) }) {
			continue
		}
		ind, ok := known[id]
		if !ok {
			ind = dataset.Indicator{ID: id, Name: id}
		}
		others = append(others, ind)
	}
	for _, t := range tables {
		if len(t.extract.Indicators) > 0 {
			extracts = append(extracts, t.extract)
			wrong = append(wrong, t.unlike()...)
		}
	}
	if len(wrong) > 0 {
		return extracts, others, wrong
	}
	return extracts, others, nil
}

// source is a table that indicators may be asked for.
type source struct {
	extract Extract
	of      string // the variable that the indicators are values of
	// codes returns the values that an indicator is the sum of
	codes func(id string) ([]string, bool)
	usual []Selection // the values of the other variables that a plain ID stands for
}

// take adds what an indicator needs to the table's extract. It reports false if the
// indicator does not belong to the table.
func (t *source) take(id string) bool {
	base, terms, bracketed := dataset.CutID(id)
	codes, ok := t.codes(base)
	if !ok && !(bracketed && strings.EqualFold(base, t.extract.Table)) {
		return false
	}
	said := map[string]bool{}
	for _, term := range terms {
		variable, code, _ := strings.Cut(term, "=")
		t.selects(variable, code)
		said[strings.ToUpper(variable)] = true
	}
	if len(codes) > 0 {
		t.selects(t.of, codes...)
	}
	for _, s := range t.usual {
		if !said[s.Variable] {
			t.selects(s.Variable, s.Values...)
		}
	}
	t.extract.Indicators = appendNew(t.extract.Indicators, id)
	return true
}

// selects adds values of a variable to the extract.
func (t *source) selects(variable string, codes ...string) {
	i := slices.IndexFunc(t.extract.Select, func(s Selection) bool { return strings.EqualFold(s.Variable, variable) })
	if i < 0 {
		i = len(t.extract.Select)
		t.extract.Select = append(t.extract.Select, Selection{Variable: variable})
	}
	values := &t.extract.Select[i].Values
	*values = appendNew(*values, codes...)
}

// tableID matches the name of a table of the StatBank. Nearly all have a number. In small
// letters only a name with a number counts, since files have names too.
var tableID = regexp.MustCompile(`^([A-ZÆØÅ]{2,12}[0-9]{0,4}|[A-Za-zÆØÅæøå]{2,12}[0-9]{1,4})[A-Za-zÆØÅæøå]{0,4}$`)

// ofAnyTable returns the table that an indicator's ID begins with, if it is none of the
// known ones.
func ofAnyTable(id string, tables []*source) []*source {
	base, _, ok := dataset.CutID(id)
	if !ok || !tableID.MatchString(base) || slices.ContainsFunc(tables, func(t *source) bool {
		_, known := t.codes(base)
		return known || strings.EqualFold(t.extract.Table, base)
	}) {
		return nil
	}
	return []*source{{
		extract: Extract{Table: strings.ToUpper(base), LeaveOut: true, Select: []Selection{{Values: municipalityCodes()}}},
		codes:   func(string) ([]string, bool) { return nil, false },
	}}
}

// fetchable returns the known tables, in the order in which they are asked for.
func fetchable() []*source {
	municipalities := Selection{Values: municipalityCodes()}
	accounts := func(table, variable string, id *regexp.Regexp) *source {
		return &source{
			extract: Extract{Table: table, Select: []Selection{municipalities, {Variable: variable, MayLack: true}}},
			of:      variable,
			codes:   func(text string) ([]string, bool) { return functionCode(text, id) },
			usual: []Selection{
				{Variable: "DRANST", Values: []string{"1"}}, // operation, without state refunds and capital
				{Variable: "ART", Values: []string{"TOT"}},  // net: expenditure less income
				// kr. per inhabitant; with LOBM beside it, sums would count twice
				{Variable: "PRISENHED", Values: []string{"INDL"}},
			},
		}
	}
	population := &source{
		extract: Extract{Table: "FOLK1A", Period: "K1", Select: []Selection{municipalities, {Variable: "KØN"}, {Variable: "ALDER"}}},
		of:      "ALDER",
		codes:   ageCodes,
		usual: []Selection{
			{Variable: "KØN", Values: []string{"TOT"}},
			{Variable: "CIVILSTAND", Values: []string{"TOT"}},
		},
	}
	keyFigures := &source{
		extract: Extract{Table: "NGLK", Select: []Selection{municipalities, {Variable: "BNØGLE"}}},
		of:      "BNØGLE",
		codes: func(id string) ([]string, bool) {
			code, ok := strings.CutPrefix(id, "nglk.")
			_, isFigure := keyFigureCodes[code]
			return []string{code}, ok && isFigure
		},
		usual: []Selection{
			{Variable: "BRUTNETUDG", Values: []string{"NET"}},
			{Variable: "PRISENHED", Values: []string{"AARPRIS"}},
		},
	}
	return []*source{
		accounts("REGK31", "FUNKTION", regexp.MustCompile(`^regk31\.(\d)\.(\d\d)\.(\d\d)$`)),
		accounts("REGK11", "FUNK1", regexp.MustCompile(`^regk11\.([0-8X])$`)),
		accounts("BUDK32", "FUNKTION", regexp.MustCompile(`^budk32\.(\d)\.(\d\d)\.(\d\d)$`)),
		accounts("BUDK1", "FUNK1", regexp.MustCompile(`^budk1\.([0-8X])$`)),
		keyFigures,
		population,
	}
}

// functionCode returns the code of an account as Statistics Denmark writes it: the digits
// joined, without a leading 0 of main account 0.
func functionCode(id string, pattern *regexp.Regexp) ([]string, bool) {
	found := pattern.FindStringSubmatch(id)
	if found == nil {
		return nil, false
	}
	code := strings.Join(found[1:], "")
	if len(code) > 1 {
		code = strings.TrimPrefix(code, "0")
	}
	return []string{code}, true
}

var ageID = regexp.MustCompile(`^folketal(?:\.(\d{1,3})(?:_(\d{1,3})|(\+))?)?$`)

// oldest is the highest single year of age in FOLK1A.
const oldest = 125

// ageCodes returns the codes of ALDER that make up a population.
func ageCodes(id string) ([]string, bool) {
	m := ageID.FindStringSubmatch(id)
	switch {
	case m == nil:
		return nil, false
	case m[1] == "":
		return []string{"IALT"}, true
	case m[3] != "":
		return []string{">=" + m[1]}, true
	case m[2] == "":
		m[2] = m[1]
	}
	from, _ := strconv.Atoi(m[1])
	to, _ := strconv.Atoi(m[2])
	var codes []string
	for age := from; age <= min(to, oldest); age++ {
		codes = append(codes, strconv.Itoa(age))
	}
	return codes, len(codes) > 0
}

func municipalityCodes() []string {
	var codes []string
	for _, m := range Municipalities() {
		codes = append(codes, m.Code)
	}
	return codes
}

func appendNew(list []string, more ...string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
