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

// The bounds of a file of corrections, in bytes. The one for TOML is lower, because TOML
// takes more memory and more time to read.
const (
	maxCorrectionBytes     = 8 << 20
	maxCorrectionTOMLBytes = 1 << 20
)

// ParseCorrections reads corrections from the text of a file. Errors call the file by
// name. If the name ends in .toml, the file is TOML with a table [[correction]] for each
// correction. Otherwise it is CSV with the columns kommune, område or konto, år, beløb,
// begrundelse, af and dato, or in English municipality, area, account, year, amount,
// reason, by and date. The separator, the encoding and the decimal mark are found as for
// figures.
//
// ParseCorrections reports everything that is wrong at once, as [Errors]. Beside the
// errors it returns the corrections that it could read, so that [Plan.Check] can say what
// else is wrong with them.
func ParseCorrections(name string, text []byte) ([]Correction, error) {
	read, most := parseCSVCorrections, maxCorrectionBytes
	if strings.EqualFold(filepath.Ext(name), ".toml") {
		read, most = parseTOMLCorrections, maxCorrectionTOMLBytes
	}
	if len(text) > most {
		return nil, Errors{{File: name, message: correctionsTooLarge.With(most >> 20)}}
	}
	list, errs := read(name, text)
	if len(errs) > 0 {
		slices.SortStableFunc(errs, func(a, b *Error) int { return a.Line - b.Line })
		return list, errs
	}
	return list, nil
}

// correctionFile is a TOML file of corrections.
type correctionFile struct {
	Corrections []Correction `toml:"correction"`
}

// parseTOMLCorrections reads the tables [[correction]] of a TOML file.
func parseTOMLCorrections(name string, text []byte) ([]Correction, Errors) {
	r := fileReader{
		source: source{file: name, lines: map[string]int{}}, unknown: unknownCorrectionKey,
	}
	tree, text := r.parse(text, maxCorrectionTOMLBytes)
	if tree == nil {
		return nil, r.errs
	}
	r.checkTable(tree, reflect.TypeFor[correctionFile](), "")
	if len(r.errs) > 0 {
		return nil, r.errs
	}
	var file correctionFile
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

// correctionColumns lists the names that each column of a CSV file may have. The key is
// its English name, and the first of names its Danish one.
var correctionColumns = []struct {
	key   string
	names []string
	// required says that every file must have the column. Besides, a file needs one of area
	// and account, and a year if the figures have years.
	required bool
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

// parseCSVCorrections reads the rows of a CSV file.
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
	at, columns, wrong := findCorrectionColumns(name, records)
	if len(wrong) > 0 {
		return nil, append(errs, wrong...)
	}
	amounts, problems := records.Amounts(at["amount"])
	tell(problems)
	noNumber := map[int]bool{} // by line: the amount could not be read, and that is reported
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
				year = shorten(year)
				errs.put(where.newError("year", year, badCorrectionYear.With(year)))
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

// unreadYear is the year of a correction whose own could not be read. No figures have it.
const unreadYear = math.MinInt32

// findCorrectionColumns finds the column of every key. It returns the columns' positions
// and what the file calls them, both by key.
func findCorrectionColumns(
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
		for _, c := range correctionColumns {
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
	for _, c := range correctionColumns {
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
	// A file may have columns of its own. But if a column is called nearly what a missing
	// one should be, it is probably misspelt, and its values must not be lost.
	for _, h := range strange {
		if near := lang.Suggest(h, missing); len([]rune(h)) > 3 && len(near) > 0 {
			wrong(h, misspeltColumn.With(near))
		}
	}
	return at, columns, errs
}
