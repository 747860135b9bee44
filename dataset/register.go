package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Register knows the municipalities of a country, so that codes and names in
// files can be checked and mended. Package dataset/danmark has Denmark's.
type Register interface {
	// Find returns the municipality that a code, a name or both mean. Either text may be
	// empty, and either may hold both the code and the name, as in "101 København".
	Find(code, name string) (Municipality, Verdict)
	// Names returns the municipalities' names, to make suggestions from.
	Names() []string
}

// Explainer is a [Register] that can also say why a code and a name mean no municipality,
// for example because it has been merged into another.
type Explainer interface {
	Explain(code, name string) (why lang.Message, ok bool)
}

// Beginning is a [Register] whose municipalities began in some year. Figures of earlier
// years belong to other areas, even if some of the names are the same.
type Beginning interface {
	// Began returns the first year, and the reason why earlier years are left out.
	Began() (year int, why lang.Message)
}

// Verdict is what a [Register] makes of a code and a name.
type Verdict int

// The verdicts.
const (
	Unknown Verdict = iota // no municipality has such a code or name
	Known                  // it is a municipality
	// it is a country, region or group: the sum of municipalities, and not one of them
	Total
	Contradicts // code and name mean two different municipalities
)

// unregistered stands in for a register where there is none. It takes codes and names as
// the data have them. It knows only rows that call themselves totals.
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

// Catalogue knows the tables of a country's statistics office, so that nobody has to
// explain a file that holds one of them. Package dataset/danmark has Denmark's.
type Catalogue interface {
	// Table returns what is known of a table, by the table's name, its file's name or its
	// variables. It is nil if nothing is known.
	Table(h Header) *KnownTable
	// Variable returns the code of the variable that has such values, for files that do not
	// name their variables. It is empty if no variable is known to.
	Variable(values []table.Value) string
	// Breaks returns the breaks in the time series of an indicator.
	Breaks(id string) []Break
}

// Header is what a file says of its table.
type Header struct {
	File      string // the file's name
	Table     string // the table's name, "REGK31"; empty where the file does not say
	Variables []table.Variable
}

// AccountCatalogue is a [Catalogue] that also knows a public chart of accounts, and
// recognises its accounts wherever somebody writes one.
type AccountCatalogue interface {
	// Account returns the table that an account belongs to, and the account as a value of
	// one of the table's variables. The text may be a heading itself, in which case heading
	// is empty, or stand in a column with that heading. The table is nil if the text is no
	// account.
	Account(heading, text string) (known *KnownTable, account Chosen)
	// Kept says whether the figures under a heading are the accounts of a whole year. If
	// not, why says what they are: a budget, or half a year.
	Kept(heading string) (why lang.Message, kept bool)
	// Side says which side of the accounts a heading says that its figures are of.
	Side(heading string) Side
	// SaysAccounts says whether a heading says that its figures are accounts.
	SaysAccounts(heading string) bool
	// WholeYear says whether a title or a name leaves it open that its figures are the
	// accounts of a whole year. If not, what says what they are. latest is the latest year
	// of the figures, or 0; a date after it is when somebody wrote the file. headed says
	// that the headings say accounts.
	WholeYear(text string, latest int, headed bool) (what lang.Message, is bool)
}

// Side is a side of accounts.
type Side int

// The sides.
const (
	NoSide Side = iota
	Gross       // spending alone
	Income      // income alone
	Net         // spending less income
)

// KnownTable is what a [Catalogue] knows of a table.
type KnownTable struct {
	Table    string // "REGK31"
	Defaults []Default
	// Labels give the codes of variables by what files without codes call them, in small
	// letters: "sex" is KØN.
	Labels map[string]string
	// Ages is the code of a variable of ages. The ages that [Options].Wanted asks for are
	// added up. Indicators of the base "folketal" are called folketal.6_16 and
	// folketal.80+.
	Ages, Base string
	// Name returns the indicator that some values make, one of every variable that is not
	// summed over: its ID, and what is known of it. Its unit is as the file gives it.
	Name func(chosen []Chosen) Indicator
	// PerHead returns the indicator that comes of dividing an indicator of amounts by the
	// population, if it has an ID of its own. nil: no indicator does.
	PerHead func(total Indicator) (Indicator, bool)
}

// Default says which values of a variable to take if nobody chooses.
type Default struct {
	Variable string // code
	// Prefer lists the values to take, each by the names it may have. Only the first that
	// the table has is taken.
	Prefer [][]string
	// Parts are values that make up the whole, each by the names it may have. They are
	// added up if the table has all of them and no total.
	Parts [][]string
	// Total lists the names of the total, where its own words do not say what it is.
	Total []string
	// PerHead and InAll are the values that apply to a file without the variable. The unit
	// that the file or the plan states tells which: amounts per inhabitant, or amounts in
	// all. If no unit is stated, nothing tells them apart, and the figures are refused.
	PerHead, InAll table.Value
	// Never says that the values must not be added up, because they overlap or give the
	// same figure in other units.
	Never bool
}

// Chosen is a value of a variable that figures are taken for.
type Chosen struct {
	Variable string      // the variable's code, or else its label
	Value    table.Value // Total means the sum of all values
}

// Break says that an indicator's figures from some year on are not comparable with earlier
// ones.
type Break struct {
	Year int // the first year after the break
	// Latest says that the year is not known exactly, but is no later than Year.
	Latest bool
	// Began says that the indicator's subject did not exist before the year. Otherwise it
	// no longer exists from then on.
	Began bool
	Note  lang.Phrase // what was changed
}
