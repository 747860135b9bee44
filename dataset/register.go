package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Register knows the municipalities of a country, so that codes and names in
// files can be checked and mended. Package dataset/danmark has Denmark's.
type Register interface {
	// Find returns the municipality that a code, a name or both mean. Either
	// may be empty, and either text may hold what the other is called after,
	// as in "101 København".
	Find(code, name string) (Municipality, Verdict)
	// Names returns the municipalities' names, to suggest from.
	Names() []string
}

// Explainer is a [Register] that can say why a code and a name, of which it
// knows no municipality, are none, such as one that has been merged.
type Explainer interface {
	Explain(code, name string) (why lang.Message, ok bool)
}

// Beginning is a [Register] whose municipalities began in a year. Figures of
// years before are of other areas, though some names are the same.
type Beginning interface {
	// Began returns the first year, and why those before are left out.
	Began() (year int, why lang.Message)
}

// Verdict is what a [Register] makes of a code and a name.
type Verdict int

// The verdicts.
const (
	Unknown Verdict = iota // no municipality is called so
	Known                  // a municipality
	// a country, region or group: the sum of municipalities, not one of them
	Total
	Contradicts // code and name are of two different municipalities
)

// unregistered does without a register: codes and names are as the data have
// them, and only rows that call themselves totals are known as such.
type unregistered struct{}

var totalNames = map[string]bool{
	"hele landet": true, "i alt": true, "ialt": true, "total": true, "danmark": true,
	"riket": true, "hela riket": true, "whole country": true, "all": true, "sum": true,
}

func (unregistered) Find(code, name string) (Municipality, Verdict) {
	if code == "" {
		code = name
	}
	if name == "" {
		name = code
	}
	switch {
	case code == "":
		return Municipality{}, Unknown
	case strings.Trim(code, "0") == "", totalNames[strings.ToLower(name)]:
		return Municipality{Code: code, Name: name}, Total
	}
	return Municipality{Code: code, Name: name}, Known
}

func (unregistered) Names() []string { return nil }

// Catalogue knows the tables of a country's statistics office, so that a file
// of one need not be explained. Package dataset/danmark has Denmark's.
type Catalogue interface {
	// Table returns what is known of a table, by its name, its file's name or
	// its variables; nil where nothing is.
	Table(h Header) *KnownTable
	// Variable returns the code of the variable that has such values, for files
	// that do not name their variables; empty where it is not known.
	Variable(values []table.Value) string
	// Breaks returns the breaks in time that an indicator is part of.
	Breaks(id string) []Break
}

// Header is what a file says of its table.
type Header struct {
	File      string // the file's name
	Table     string // the table's name, "REGK31"; empty where the file does not say
	Variables []table.Variable
}

// AccountCatalogue is a [Catalogue] that knows the accounts of a public chart, wherever
// somebody writes one.
type AccountCatalogue interface {
	// Account returns the table that an account is of, and the account as a value of a
	// variable of it. The text may be a heading, where heading is empty, or stand in a
	// column with that heading. The table is nil where it is no account.
	Account(heading, text string) (known *KnownTable, account Chosen)
	// Kept says whether figures under a heading are of the accounts of a whole year; if
	// not, why says what they are: a budget, or half a year.
	Kept(heading string) (why lang.Message, kept bool)
	// PartOfYear says whether a title or a name says that figures are of a part of a year.
	PartOfYear(text string) (why lang.Message, is bool)
}

// KnownTable is what a [Catalogue] knows of a table.
type KnownTable struct {
	Table    string // "REGK31"
	Defaults []Default
	// Labels are the codes of the variables by what files without codes call
	// them, in small letters: "sex" is KØN.
	Labels map[string]string
	// Ages is the code of a variable of ages. The ages that [Options].Wanted
	// asks for are added up: Indicators of the base "folketal" are called
	// folketal.6_16 and folketal.80+.
	Ages, Base string
	// Name returns the indicator of some values, one of every variable that is
	// not summed over: its ID, and what is known of it. Its unit is as the file
	// gives it.
	Name func(chosen []Chosen) Indicator
	// PerHead returns what an indicator of amounts is when it is divided by the
	// population, where that has an ID of its own; nil: none has.
	PerHead func(total Indicator) (Indicator, bool)
}

// Default says what to take of a variable where nobody does.
type Default struct {
	Variable string // code
	// Prefer is what is taken, each by what it may be called; the first that is
	// there is, and no other.
	Prefer [][]string
	// Parts are values that together are the whole, each by what it may be
	// called. Where the total is not among the values, and all parts are, they
	// are added up.
	Parts [][]string
	// Total is what the total of the values is called, where its own words do
	// not say so.
	Total []string
	// PerHead and InAll are the values that a file without the variable is of,
	// told by the unit that the file or the plan states: of amounts per inhabitant,
	// and of those in all. The figures of a file without the variable and the unit
	// cannot be told apart, and are refused.
	PerHead, InAll table.Value
	// Never says that the values are never to be added up, for they overlap or
	// are the same figure in other units.
	Never bool
}

// Chosen is a value of a variable that figures are taken of.
type Chosen struct {
	Variable string      // its code, or else its label
	Value    table.Value // Total: the sum of all
}

// Break says that an indicator's figures from a year on are not comparable
// with those before.
type Break struct {
	Year int // the first after it
	// Latest says that the year is not known, but is no later.
	Latest bool
	// Began says that the indicator is of something that there was only from
	// then on; otherwise there was nothing of it any more.
	Began bool
	Note  lang.Phrase // what was changed
}
