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
//	folketal                FOLK1A, 1 January
//	folketal.6_16           FOLK1A, 1 January, those from 6 to 16 years
//	folketal.80+            FOLK1A, 1 January, those from 80 years
func Extracts(ids []string) (extracts []Extract, others []dataset.Indicator) {
	known := map[string]dataset.Indicator{}
	for _, ind := range Indicators() {
		known[ind.ID] = ind
	}
	municipalities := Selection{Values: municipalityCodes()}
	accounts := Extract{Table: "REGK31", Select: []Selection{
		municipalities,
		{Variable: "FUNKTION"},
		{Variable: "DRANST", Values: []string{"1"}},       // operation, without state refunds and capital
		{Variable: "ART", Values: []string{"TOT"}},        // net: expenditure less income
		{Variable: "PRISENHED", Values: []string{"INDL"}}, // kr. per inhabitant; with LOBM beside it, sums would count twice
	}}
	functions := &accounts.Select[1].Values
	population := Extract{Table: "FOLK1A", Period: "K1", Select: []Selection{
		municipalities,
		{Variable: "KØN", Values: []string{"TOT"}},
		{Variable: "ALDER"},
		{Variable: "CIVILSTAND", Values: []string{"TOT"}},
	}}
	ages := &population.Select[2].Values
	for _, id := range ids {
		if code, ok := functionCode(id); ok {
			*functions = appendNew(*functions, code)
			accounts.Indicators = append(accounts.Indicators, id)
		} else if codes, ok := ageCodes(id); ok {
			*ages = appendNew(*ages, codes...)
			population.Indicators = append(population.Indicators, id)
		} else if ind, ok := known[id]; ok {
			others = append(others, ind)
		} else {
			others = append(others, dataset.Indicator{ID: id, Name: id})
		}
	}
	for _, e := range []Extract{accounts, population} {
		if len(e.Indicators) > 0 {
			extracts = append(extracts, e)
		}
	}
	return extracts, others
}

var accountID = regexp.MustCompile(`^regk31\.(\d)\.(\d\d)\.(\d\d)$`)

// functionCode returns the code of an account function as Statistics Denmark
// writes it: the digits joined, without the 0 of hovedkonto 0.
func functionCode(id string) (string, bool) {
	m := accountID.FindStringSubmatch(id)
	if m == nil {
		return "", false
	}
	return strings.TrimPrefix(m[1], "0") + m[2] + m[3], true
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
