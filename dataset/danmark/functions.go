package danmark

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// chartFile says from which year to which an account was in the chart of
// accounts; a year with a question mark is the latest that it can be.
//
//go:embed data/kontoplan.csv
var chartFile []byte

var (
	dotted = regexp.MustCompile(`(?:^|\s)0?(\d)\.(\d\d)(?:\.(\d\d))?(?:\s|$)`)
	joined = regexp.MustCompile(`^(\d{4,6})(?:\s|$)`)
	priced = regexp.MustCompile(`(?i)\b(priser|prices)\b`)
	kinds  = regexp.MustCompile(`(?i)^(i alt \(netto\)|bruttoudgifter|indtægter|total \(net\)|[0-9](\.[0-9])? .+)$`)
	drifts = regexp.MustCompile(`(?i)^[1-7] (driftskonti|statsrefusion|anlægskonti|renter|finansforskydninger|afdrag på lån|finansiering)$`)
)

// splitAccount returns the number of an account, such as 3.22.01, and its name. Statistics
// Denmark joins the digits and drops a leading main account 0: 32201, 2201.
func splitAccount(v table.Value) (number, name string) {
	name = findLabel(v)
	for _, text := range []string{v.Code, v.Label} {
		if found := dotted.FindStringSubmatch(text); found != nil {
			number = found[1] + "." + found[2]
			if found[3] != "" {
				number += "." + found[3]
			}
			if _, rest, ok := strings.Cut(text, " "); ok && joined.MatchString(text) { // "32201 3.22.01 Folkeskoler"
				name = rest
			}
			return number, name
		}
	}
	if found := joined.FindStringSubmatch(v.Code); found != nil &&
		(len(found[1]) < 6 || found[1][0] == '0') {
		digits := "0" + found[1]
		digits = digits[len(digits)-5:]
		number = digits[:1] + "." + digits[1:3] + "." + digits[3:]
		if name == found[1] { // the file has no name for it
			name = nameAccount(number)
		}
		return number, name
	}
	return findCode(v), name
}

// nameAccount returns what the bundled accounts call an account, or else its number.
func nameAccount(number string) string {
	if name, ok := accountNames()[number]; ok {
		return name
	}
	return number
}

var accountNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range readEmbedded(indicatorsFile) {
		if number, ok := strings.CutPrefix(row[0], "regk31."); ok {
			names[number] = row[1]
		}
	}
	return names
})

// Variable returns the code of the variable that has such values, if they are accounts or
// ages. The files of Statistics Denmark's web page do not name their variables.
func (catalogue) Variable(values []table.Value) string {
	all := func(is func(string) bool) bool {
		for _, v := range values {
			if !is(v.Code) {
				return false
			}
		}
		return len(values) > 0
	}
	switch {
	case all(dotted.MatchString):
		return "FUNKTION"
	case all(drifts.MatchString):
		return "DRANST"
	case all(priced.MatchString):
		return "PRISENHED"
	case all(kinds.MatchString):
		return "ART"
	case all(singleYear.MatchString) && !all(isDigits): // plain numbers may be anything
		return "ALDER"
	}
	return ""
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// breaks are the breaks in the chart of accounts, by account.
var breaks = sync.OnceValue(func() map[string][]dataset.Break {
	of := map[string][]dataset.Break{}
	for _, row := range readEmbedded(chartFile) {
		brk := dataset.Break{Began: row[1] != "", Note: lang.Phrase{DA: row[4], EN: row[5]}}
		text, unsure := strings.CutSuffix(row[1]+row[2], "?")
		year, err := strconv.Atoi(text)
		if err != nil || row[1] != "" && row[2] != "" {
			panic("kontoplan.csv: " + row[0]) // the file is part of the program
		}
		if !brk.Began { // the year in the file is the account's last
			year++
		}
		brk.Year, brk.Latest = year, unsure
		of[row[0]] = append(of[row[0]], brk)
	}
	return of
})

// Breaks returns the breaks in the time series of an account.
func (catalogue) Breaks(id string) []dataset.Break {
	name, account, ok := strings.Cut(id, ".")
	if _, isTable := tables[strings.ToUpper(name)]; !ok || !isTable {
		return nil
	}
	account, _, _ = strings.Cut(account, "[")
	for account != "" {
		if found, ok := breaks()[account]; ok {
			return found
		}
		account = account[:max(0, strings.LastIndexByte(account, '.'))]
	}
	return nil
}
