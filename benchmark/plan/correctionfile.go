package plan

import (
	"errors"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// A file of corrections is bounded; TOML takes more room in memory and more
// time.
const (
	maxLedgerBytes = 8 << 20
	maxLedgerTOML  = 1 << 20
)

// ParseCorrections reads corrections from the text of a file. Errors call the file by
// name. If the name ends in .toml, the file is TOML with a table [[correction]] for each.
// Otherwise it is CSV with the columns kommune, område or konto, år, beløb, begrundelse,
// af and dato, or in English municipality, area, account, year, amount, reason, by and
// date. The separator, the encoding and the decimal mark are found as for figures.
//
// Everything that is wrong is reported at once, as [Errors]. The corrections that could be
// read are returned beside the errors, so that [Plan.Check] can say what else is wrong
// with them.
func ParseCorrections(name string, text []byte) ([]Correction, error) {
	read, most := parseCSVCorrections, maxLedgerBytes
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		read, most = parseTOMLCorrections, maxLedgerTOML
	}
	if len(text) > most {
		return nil, Errors{{File: name, message: ledgerTooLarge.With(most >> 20)}}
	}
	list, errs := read(name, text)
	if len(errs) > 0 {
		slices.SortStableFunc(errs, func(a, b *Error) int { return a.Line - b.Line })
		return list, errs
	}
	return list, nil
}

// ledgerFile is a TOML file of corrections.
type ledgerFile struct {
	Corrections []Correction `toml:"correction"`
}

func parseTOMLCorrections(name string, text []byte) ([]Correction, Errors) {
	r := fileReader{source: source{file: name, lines: map[string]int{}}, unknown: unknownLedgerKey}
	tree, text := r.parse(text, maxLedgerTOML)
	if tree == nil {
		return nil, r.errs
	}
	r.checkTable(tree, reflect.TypeFor[ledgerFile](), "")
	if len(r.errs) > 0 {
		return nil, r.errs
	}
	var file ledgerFile
	if err := decodeTOML(text, &file); err != nil {
		return nil, Errors{{File: name, message: explainTOML(nil, err)}}
	}
	if len(file.Corrections) == 0 {
		return nil, Errors{{File: name, message: noCorrections.With()}}
	}
	placeCorrections(file.Corrections, r.source)
	for i := range file.Corrections {
		k := &file.Corrections[i]
		k.reportProblems(func(key, text string, message lang.Message) {
			r.errs.put(k.at.newError(key, text, message))
		})
	}
	return file.Corrections, r.errs
}

// ledgerColumns are what the columns of a CSV file may be called, beside the
// key itself, which is the English name; the first is the Danish one.
var ledgerColumns = []struct {
	key      string
	names    []string
	required bool // one of area and account is, and a year where the figures have one
}{
	{"municipality", []string{"kommune", "kommunekode", "municipality_code"}, true},
	{"area", []string{"område", "omraade"}, false},
	{"account", []string{"konto"}, false},
	{"year", []string{"år", "aar"}, false},
	{"amount", []string{"beløb", "beloeb", "beløb_kr", "amount_kr"}, true},
	{"reason", []string{"begrundelse"}, true},
	{"by", []string{"af"}, true},
	{"date", []string{"dato"}, false},
}

func parseCSVCorrections(name string, text []byte) ([]Correction, Errors) {
	var errs Errors
	records, err := dataset.ReadRecords(name, text)
	tell := func(ps dataset.Problems) {
		for _, p := range ps {
			errs.put(&Error{
				File: name, Line: p.Row, Column: p.Column, Text: p.Text, message: p.What(),
			})
		}
	}
	var problems dataset.Problems
	if errors.As(err, &problems) {
		tell(problems)
	}
	if records == nil || records.Header == nil {
		return nil, errs
	}
	at, columns, wrong := findLedgerColumns(name, records)
	if len(wrong) > 0 {
		return nil, append(errs, wrong...)
	}
	amounts, problems := records.Amounts(at["amount"])
	tell(problems)
	noNumber := map[int]bool{} // lines whose amount is told of already
	for _, p := range problems {
		noNumber[p.Row] = true
	}
	list := make([]Correction, len(records.Rows))
	for i, row := range records.Rows {
		field := func(key string) string {
			if column, ok := at[key]; ok {
				return row.Fields[column]
			}
			return ""
		}
		where := &place{line: row.Line, columns: columns, source: source{file: name}}
		k := Correction{
			Municipality: field("municipality"), Area: field("area"), Account: field("account"),
			AmountKr: amounts[i], Reason: field("reason"), By: field("by"),
			Date: Date(field("date")), at: where,
		}
		if year := field("year"); year != "" {
			if k.Year, err = strconv.Atoi(year); err != nil || len(year) != 4 {
				k.Year = unreadYear
				errs.put(where.newError("year", shorten(year), badLedgerYear.With(shorten(year))))
			}
		}
		k.reportProblems(func(key, text string, message lang.Message) {
			if key == "amount" && noNumber[row.Line] || key == "year" && k.Year == unreadYear {
				return
			}
			errs.put(where.newError(key, text, message))
		})
		list[i] = k
	}
	return list, errs
}

// unreadYear stands for a year that could not be read.
const unreadYear = math.MinInt32

// findLedgerColumns finds the position of every key's column, and what the
// file calls it.
func findLedgerColumns(
	name string, records *dataset.Records,
) (at map[string]int, columns map[string]string, errs Errors) {
	at, columns = map[string]int{}, map[string]string{}
	wrong := func(column string, message lang.Message) {
		errs.put(&Error{
			File: name, Line: records.Line, Column: shorten(column), Text: shorten(column),
			message: message,
		})
	}
	var strange []string
	for i, h := range records.Header {
		found := false
		for _, c := range ledgerColumns {
			if name := strings.ToLower(h); name != c.key && !slices.Contains(c.names, name) {
				continue
			}
			found = true
			if first, twice := columns[c.key]; twice {
				wrong(h, columnsAlike.With(shorten(first), shorten(h)))
				continue
			}
			at[c.key], columns[c.key] = i, h
		}
		if !found {
			strange = append(strange, h)
		}
	}
	header := shorten(strings.Join(records.Header, ", "))
	var missing []string
	for _, c := range ledgerColumns {
		if _, found := at[c.key]; found {
			continue
		}
		missing = append(append(missing, c.key), c.names...)
		if c.required {
			wrong("", noColumn.With(lang.Phrase{DA: c.names[0], EN: c.key}, header))
		}
	}
	_, area := at["area"]
	if _, account := at["account"]; !area && !account {
		wrong("", noAreaColumn.With(header))
	}
	// A file may have other columns. But one whose name is nearly that of a missing column is
	// probably misspelt, and its figures must not be lost.
	for _, h := range strange {
		if near := lang.Suggest(h, missing); len([]rune(h)) > 3 && len(near) > 0 {
			wrong(h, misspeltColumn.With(near))
		}
	}
	return at, columns, errs
}
