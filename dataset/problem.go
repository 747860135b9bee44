package dataset

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// Kind says what sort of problem it is.
type Kind int

// The kinds of problems. Those from TotalRow on are warnings: the data could
// be read, and the reader should know what was done.
const (
	Unreadable       Kind = iota // the file cannot be opened or read
	UnknownEncoding              // the bytes are not text in a known encoding
	EmptyFile                    // there is nothing in it
	UnknownLayout                // the columns are not those of a known layout
	BadHeader                    // a column's name is missing or stands twice
	BadQuote                     // a quotation mark is not closed or stands inside a text
	RaggedRow                    // a row has more or fewer fields than the header
	NoData                       // there is no row with a figure
	NoMunicipality               // a row names no municipality
	UnknownMunicipal             // the register does not have the municipality
	Contradiction                // code and name mean different municipalities
	BadYear                      // a year is not a year
	NoIndicator                  // a row names no indicator
	NotNumber                    // a figure is not a number
	Infinite                     // a figure is infinite or too large for a number
	ConflictingCell              // the same figure stands twice with different values
	TooLarge                     // the source or the table is over the bound
	BadMapping                   // a section of the plan does not fit the table
	BadTable                     // a table's own description of itself does not hold
	BadUnit                      // no unit is stated, or the figures cannot be in the one that is
	TooManyErrors                // there are more problems than are told one by one
	TotalRow                     // warning: the row of a country, region or group was left out
	RepeatedCell                 // warning: the same figure stands twice with the same value
	TextColumn                   // warning: a column with no number was left out
	// warning: the year was taken from the file's name, or there is none
	DatedByName
	// warning: a mark may stand before decimals or thousands
	AmbiguousMark
	RenamedMunicipality // warning: one code has two names
	ChosenValue         // warning: one of several values of a variable was taken
	IncompleteSum       // warning: a sum lacks parts, and is missing
	NotThere            // warning: a part that the file speaks of is not in it
	TimeBreak           // warning: figures before and after a year are not comparable
	ConvertedUnit       // warning: figures were brought to another unit
	OpenEnd             // warning: the last line has no end, as of a file cut off
	// warning: a text may say another unit than the figures are taken in
	UnitMentioned
	UnusedFigure // warning: a figure that nobody uses is not a number
	// warning: a school year or the like counts as the year in which it begins
	AcrossYears
	// warning: a sheet without municipalities is taken for that of the one asked for
	TakenFor
	IdleSection     // warning: a section of the plan is for none of the files
	Differs         // warning: the data set beneath has other figures
	TooManyWarnings // warning: there are more warnings than are told one by one
)

// Warning says whether a problem of this kind is a warning and no error.
func (k Kind) Warning() bool { return k >= TotalRow }

// Problem is something wrong, or worth knowing, at a place in a source. It is
// an error that says where (file, line, column), what was found there and
// what to do.
type Problem struct {
	Kind   Kind
	Source string // the name of the file; empty for figures set by a program
	Row    int    // line in the file, counted from 1; 0: the file as a whole
	Column string // the column's name in the header; empty: the row as a whole
	Cell   string // its name in a sheet, "F2", where it is one
	Text   string // what was found
	More   int    // how many later rows have exactly the same problem
	Alike  int    // how many more problems of this kind the source has, beside those told

	sheet   bool // Row is a sheet's row and not a line
	message lang.Message
	others  Problems // the first of those that Alike counts
}

// In returns the problem in words.
func (p *Problem) In(l lang.Language) string {
	words := p.describeProblem(l)
	if p.Source == "" {
		return strings.TrimLeft(words, ":, ")
	}
	return p.Source + words
}

// describeProblem returns the problem without the source's name: where it is and what it is.
func (p *Problem) describeProblem(l lang.Language) string {
	text := ": " + p.message.In(l)
	for _, where := range slices.Backward(p.listPlace(l)) {
		text = ", " + where + text
	}
	switch {
	case p.More == 1:
		text += " " + oneMoreRow.In(l)
	case p.More > 1:
		text += " " + moreRows.With(p.More).In(l)
	}
	if p.Alike > 0 {
		text += " " + p.describeAlike(l)
	}
	return text
}

// listPlace says where in the source the problem is.
func (p *Problem) listPlace(l lang.Language) (where []string) {
	switch {
	case p.Cell != "":
		where = append(where, cellWord.With(p.Cell).In(l))
	case p.Row > 0:
		where = append(where, sayLine(p.Row, p.sheet).In(l))
	}
	if p.Column != "" {
		where = append(where, columnWord.With(table.Shorten(p.Column)).In(l))
	}
	return where
}

// sayLine names a row of a sheet or a line of a text.
func sayLine(n int, sheet bool) lang.Message {
	if sheet {
		return rowWord.With(n)
	}
	return lineWord.With(n)
}

// describeAlike says how many more problems of this kind there are, and where the first
// ones are.
func (p *Problem) describeAlike(l lang.Language) string {
	var places lang.List
	for _, o := range p.others {
		where := strings.Join(o.listPlace(l), ", ")
		if where != "" && !slices.Contains(places, where) {
			places = append(places, where)
		}
	}
	if len(places) == 0 {
		return moreAlike.With(p.Alike).In(l)
	}
	return moreAlikeAt.With(p.Alike, strings.Join(places, "; ")).In(l)
}

// What returns the message without the place.
func (p *Problem) What() lang.Message { return p.message }

// Error returns the problem in English.
func (p *Problem) Error() string { return p.In(lang.English) }

// Problems is a list of problems. As an error it says every one of them, a
// line each.
type Problems []*Problem

// In returns all problems in words, a line each.
func (ps Problems) In(l lang.Language) string { return lang.JoinLines(ps, l) }

// Error returns all problems in English, a line each.
func (ps Problems) Error() string { return ps.In(lang.English) }

// Unwrap returns the problems, so that [errors.As] finds a *Problem.
func (ps Problems) Unwrap() []error { return lang.ListErrors(ps) }
