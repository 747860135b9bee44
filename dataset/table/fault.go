package table

import (
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Fault is something wrong with a file, or worth knowing about it. It is plain data. The
// caller decides what to do about it.
type Fault struct {
	Kind    Kind
	Place   Place
	Sheet   string       // the sheet of a workbook; empty: the file, or the sheet being read
	Text    string       // what stands there
	Message lang.Message // what is wrong, and what to do; empty if the kind says it all
}

// Error returns the fault in English, without its place.
func (f *Fault) Error() string { return f.Message.Error() }

// Kind says what sort of fault it is.
type Kind int

// The kinds of faults.
const (
	Broken        Kind = iota // what the file says of itself is not true
	Unreadable                // the bytes cannot be read
	TooLarge                  // a bound is exceeded
	Empty                     // there is nothing in it
	NotText                   // the bytes are no text in a known encoding
	NoTable                   // no table was found in it
	NoData                    // there is a table, but not a figure
	BadHeader                 // the header is not that of a table
	BadQuote                  // a quotation mark is not closed, or stands inside a text
	Ragged                    // a row has more or fewer fields than the header
	NotNumber                 // a figure is not a number
	BadUnit                   // a unit is not known
	StrayTitle                // one text stands alone among rows of figures
	Lacking                   // a part that the file refers to is not in it
	PassedOver                // a title that names no indicator was passed over
	TextColumn                // a column without a number was left out
	AmbiguousMark             // a mark may be for decimals or thousands
	OpenEnd                   // the last line has no end
	ReadHidden                // hidden rows or columns were read
	MayBeUnit                 // a text may be the figures' unit
)

// Place says where in a file something stands.
type Place struct {
	Row    int    // the line or row, from 1
	Column string // the column's heading
	Cell   string // its name in a sheet, "F2"; empty elsewhere
}

// CellName returns the name of a cell, such as F2, given its row and column from 0.
func CellName(row, column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name + strconv.Itoa(row+1)
}

// LineOf returns the line, from 1, on which a byte of a text stands.
func LineOf(text string, at int) int { return 1 + strings.Count(text[:at], "\n") }
