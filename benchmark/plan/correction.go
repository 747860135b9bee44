package plan

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Correction is an amount that is added to a municipality's spending before anything is
// computed. A usual reason is a cost that the municipality posts elsewhere than the others
// do. Every correction has a reason and a name, and every output lists the corrections.
//
// A correction of an account changes every area that has the account in its spending. A
// correction of an area changes that area, and every other area whose spending has all of
// its accounts, such as the whole that the area is a part of.
type Correction struct {
	Municipality string  `toml:"municipality"` // code or name
	Area         string  `toml:"area"`         // an area's ID; empty if an account is corrected
	Account      string  `toml:"account"`      // an indicator's ID; empty if an area is corrected
	Year         int     `toml:"year"`         // [dataset.Undated] for figures without a year
	AmountKr     float64 `toml:"amount"`       // in kr.; a negative amount is taken away
	Reason       string  `toml:"reason"`
	By           string  `toml:"by"`   // who answers for it
	Date         Date    `toml:"date"` // when it was made; empty if nobody says

	at *place // where it stands in a file; nil if a program made it
}

// Date is a date as a person writes it: 2026-05-01 or 01-05-2026.
type Date string

// UnmarshalTOML reads a date of a TOML file, with or without quotation marks.
func (d *Date) UnmarshalTOML(text []byte) error {
	*d = Date(strings.Trim(string(text), `"'`))
	return nil
}

// firstDateYear is the first year that a correction can be dated in. Nobody who makes
// corrections today was at work before it.
const firstDateYear = 1900

// ISO returns the date as 2026-05-01, and false if the text is not a date.
func (d Date) ISO() (string, bool) {
	for _, layout := range []string{time.DateOnly, "2-1-2006"} {
		day, err := time.Parse(layout, strings.TrimSpace(string(d)))
		if err == nil && day.Year() >= firstDateYear && day.Year() <= lastYear {
			return day.Format(time.DateOnly), true
		}
	}
	return "", false
}

// In returns the date as people of a language write it: 01-05-2026 in Danish.
func (d Date) In(l lang.Language) string {
	iso, ok := d.ISO()
	if !ok {
		return string(d)
	}
	if l == lang.Danish {
		return iso[8:] + "-" + iso[5:7] + "-" + iso[:4]
	}
	return iso
}

const (
	// maxCorrections is the most corrections of a plan. A person writes each of them.
	maxCorrections = 20_000
	// maxAmountKr is the largest amount. No country spends so much in a year.
	maxAmountKr = 1e15
	// maxReason is the most characters of a reason. Every output shows all of it.
	maxReason = 1000
)

// place is where a correction stands. It is a row of a CSV file or a table of a TOML file.
type place struct {
	line    int               // of a row
	columns map[string]string // by key: what the CSV file calls the column
	table   string            // such as "correction[2]"; empty for a row
	source  source
}

// newError returns an error about one of a correction's keys.
func (p *place) newError(key, text string, message lang.Message) *Error {
	if p.table != "" {
		path := strings.TrimSuffix(p.table+"."+key, ".")
		if p.source.lines == nil { // a program made it, so it has a number and no line
			return &Error{Key: path, Text: text, message: message}
		}
		return p.source.newError(path, text, message)
	}
	return &Error{
		File: p.source.file, Line: p.line, Column: p.columns[key], Text: text, message: message,
	}
}

// In names the file, or the plan, and the line.
func (p *place) In(l lang.Language) string {
	line := p.line
	if p.table != "" {
		line = p.source.lines[p.table]
	}
	if p.source.file == "" {
		return planWord.In(l) + ", " + p.table
	}
	return p.source.file + ", " + lang.Line(line).In(l)
}

// findPlace returns where the plan's i-th correction stands.
func (p *Plan) findPlace(i int) *place {
	if at := p.Corrections[i].at; at != nil {
		return at
	}
	return &place{table: fmt.Sprintf("correction[%d]", i)}
}

// placeCorrections notes, in each correction of a TOML file, where it stands.
func placeCorrections(list []Correction, source source) {
	for i := range list {
		list[i].at = &place{table: fmt.Sprintf("correction[%d]", i), source: source}
	}
}

// reportProblems reports everything that can be seen to be wrong with a correction without
// the plan and the data.
func (k *Correction) reportProblems(report func(key, text string, message lang.Message)) {
	checkText := func(key, text string, missing lang.Phrase, most int) {
		switch {
		case !strings.ContainsFunc(text, unicode.IsGraphic) || strings.TrimSpace(text) == "":
			report(key, text, missing.With())
		case len([]rune(text)) > most:
			report(key, string([]rune(text)[:20])+"…", tooLong.With(most))
		}
	}
	checkText("municipality", k.Municipality, noMunicipality, maxText)
	switch {
	case k.Area != "" && k.Account != "":
		report("account", k.Account, areaAndAccount.With())
	case k.Area == "" && k.Account == "":
		report("area", "", neitherAreaNorAccount.With())
	default:
		checkText("account", k.Area+k.Account, neitherAreaNorAccount, maxText)
	}
	if k.Year != dataset.Undated && !isYear(k.Year) {
		report("year", fmt.Sprint(k.Year), notYear.With(k.Year))
	}
	switch {
	case math.IsNaN(k.AmountKr) || k.AmountKr == 0:
		report("amount", fmt.Sprint(k.AmountKr), noAmount.With())
	case math.Abs(k.AmountKr) > maxAmountKr:
		report("amount", fmt.Sprint(k.AmountKr), absurdAmount.With(lang.Number{Value: maxAmountKr}))
	}
	checkText("reason", k.Reason, noReason, maxReason)
	checkText("by", k.By, noName, maxText)
	if _, ok := k.Date.ISO(); k.Date != "" && !ok {
		report("date", shorten(string(k.Date)), notDate.With(shorten(string(k.Date))))
	}
}

// tidy brings a correction without problems to the form that outputs show.
func (k *Correction) tidy() {
	k.Municipality = strings.TrimSpace(k.Municipality)
	k.Reason = strings.TrimSpace(k.Reason)
	k.By = strings.TrimSpace(k.By)
	if iso, ok := k.Date.ISO(); ok {
		k.Date = Date(iso)
	}
}

// tidyCorrections returns tidied copies of some corrections.
func tidyCorrections(list []Correction) []Correction {
	list = slices.Clone(list)
	for i := range list {
		list[i].tidy()
	}
	return list
}

// shorten cuts a text from a file to a length that an error can quote.
func shorten(text string) string { return lang.Brief(text, 60) }
