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
	Indicators []string // IDs of what it holds
}

// Selection names values of one of a table's variables by their codes.
type Selection struct {
	Variable string   // empty: the variable whose values these are, whatever it is called
	Values   []string // ">=80" stands for all numbers from 80
}

// Extracts returns where in the StatBank the indicators with some IDs are. What
// it does not know a place for comes back as others, described by [Indicators]
// where that knows it.
//
//	regk31.3.22.01          REGK31, the account function 3.22.01 (FUNKTION 32201),
//	                        net operating expenditure in kr. per inhabitant
//	budk32.3.22.01          BUDK32, the same of the budgets
//	regk11.3, budk1.3       REGK11 and BUDK1, the main account 3; X is all of them
//	nglk.ÆLD                NGLK, the key figure ÆLD, net, in the prices of each year
//	folketal                FOLK1A, 1 January
//	folketal.6_16           FOLK1A, 1 January, those from 6 to 16 years
//	folketal.80+            FOLK1A, 1 January, those from 80 years
func Extracts(ids []string) (extracts []Extract, others []dataset.Indicator) {
	known := map[string]dataset.Indicator{}
	for _, ind := range Indicators() {
		known[ind.ID] = ind
	}
	tables := fetchable()
next:
	for _, id := range ids {
		for i := range tables {
			t := &tables[i]
			if codes, ok := t.codes(id); ok {
				values := &t.extract.Select[t.of].Values
				*values = appendNew(*values, codes...)
				t.extract.Indicators = append(t.extract.Indicators, id)
				continue next
			}
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
		}
	}
	return extracts, others
}

// source is a table that indicators are asked for of.
type source struct {
	extract Extract
	of      int                              // the selection that the indicators are values of
	codes   func(id string) ([]string, bool) // that an indicator is the sum of
}

// fetchable are the tables, in the order they are asked for.
func fetchable() []source {
	municipalities := Selection{Values: municipalityCodes()}
	accounts := func(table, variable string, id *regexp.Regexp) source {
		return source{
			extract: Extract{Table: table, Select: []Selection{
				municipalities,
				{Variable: variable},
				{Variable: "DRANST", Values: []string{"1"}},       // operation, without state refunds and capital
				{Variable: "ART", Values: []string{"TOT"}},        // net: expenditure less income
				{Variable: "PRISENHED", Values: []string{"INDL"}}, // kr. per inhabitant; with LOBM beside it, sums would count twice
			}},
			of:    1,
			codes: func(text string) ([]string, bool) { return functionCode(text, id) },
		}
	}
	population := source{
		extract: Extract{Table: "FOLK1A", Period: "K1", Select: []Selection{
			municipalities,
			{Variable: "KØN", Values: []string{"TOT"}},
			{Variable: "ALDER"},
			{Variable: "CIVILSTAND", Values: []string{"TOT"}},
		}},
		of:    2,
		codes: ageCodes,
	}
	keyFigures := source{
		extract: Extract{Table: "NGLK", Select: []Selection{
			municipalities,
			{Variable: "BNØGLE"},
			{Variable: "BRUTNETUDG", Values: []string{"NET"}},
			{Variable: "PRISENHED", Values: []string{"AARPRIS"}},
		}},
		of: 1,
		codes: func(id string) ([]string, bool) {
			code, ok := strings.CutPrefix(id, "nglk.")
			_, isFigure := keyFigureCodes[code]
			return []string{code}, ok && isFigure
		},
	}
	return []source{
		accounts("REGK31", "FUNKTION", regexp.MustCompile(`^regk31\.(\d)\.(\d\d)\.(\d\d)$`)),
		accounts("REGK11", "FUNK1", regexp.MustCompile(`^regk11\.([0-8X])$`)),
		accounts("BUDK32", "FUNKTION", regexp.MustCompile(`^budk32\.(\d)\.(\d\d)\.(\d\d)$`)),
		accounts("BUDK1", "FUNK1", regexp.MustCompile(`^budk1\.([0-8X])$`)),
		keyFigures,
		population,
	}
}

// functionCode returns the code of an account as Statistics Denmark writes it:
// the digits joined, of a function without the 0 of hovedkonto 0.
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

// ageCodes returns the codes of ALDER that a population is the sum of.
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
