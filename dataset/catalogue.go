package dataset

import (
	"github.com/raaderum/raaderum/lang"

	"github.com/raaderum/raaderum/dataset/table"
)

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
