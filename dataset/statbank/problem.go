package statbank

import (
	"errors"
	"strings"
	"time"

	"github.com/raaderum/raaderum/internal/sysreason"
	"github.com/raaderum/raaderum/lang"
)

// Kind says what went wrong.
type Kind int

// The kinds of errors.
const (
	BadBase         Kind = iota // the address cannot be used
	Unreachable                 // there is no connection to the server
	Broken                      // the reply ended too early, or was damaged
	TimedOut                    // the server was silent or too slow
	Busy                        // the server asks to come back later
	ServerFails                 // the server has an error
	Refused                     // the server refuses the request
	Redirected                  // the server redirects to another
	WrongReply                  // the reply is not what was asked for
	TooLarge                    // the reply is larger than what was asked for can be
	UnknownTable                // there is no such table
	UnknownVariable             // the table lacks a variable
	UnknownValue                // a variable lacks a value
	UnknownYear                 // the table lacks a year
	FileInTheWay                // there is a file that was not fetched, or was changed since
	Disk                        // a file cannot be written or read
)

// Error says what went wrong with a table. In words it says where, and what to do.
type Error struct {
	Kind     Kind
	Table    string // the table's ID
	URL      string // the address asked; empty where nothing was asked
	Variable string // for UnknownVariable, UnknownValue and UnknownYear
	Status   int    // the reply's HTTP status; 0 where there was none
	Code     string // the errorTypeCode of the interface; empty where it gave none
	Err      error  // the underlying error; may be nil

	message lang.Message
	again   bool          // another attempt may succeed
	nowhere bool          // nothing answers at the address, and one more attempt is enough
	wait    time.Duration // how long the server asks to wait before that
}

// In returns the error in words.
func (e *Error) In(l lang.Language) string {
	var where []string
	if e.Table != "" {
		where = append(where, sysreason.Printable(e.Table, 40))
	}
	if e.URL != "" {
		where = append(where, e.URL)
	}
	if len(where) == 0 {
		return e.message.In(l)
	}
	return strings.Join(where, ", ") + ": " + e.message.In(l)
}

// Error returns the error in English.
func (e *Error) Error() string { return e.In(lang.English) }

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// Errors is a list of errors. As an error it says every one of them, a line
// each.
type Errors []*Error

// In returns the errors in words.
func (es Errors) In(l lang.Language) string { return lang.JoinLines(es, l) }

// Error returns the errors in English.
func (es Errors) Error() string { return es.In(lang.English) }

// Unwrap returns the errors, so that [errors.As] finds an *Error.
func (es Errors) Unwrap() []error { return lang.ListErrors(es) }

// diskError returns the error of a file that cannot be read or written. The phrase is
// filled in with the file's path and the reason.
func diskError(what lang.Phrase, path string, err error) *Error {
	return &Error{Kind: Disk, Err: err, message: what.With(path, sysreason.Describe(err))}
}

// nameTable adds the table to an error.
func nameTable(table string, err error) error {
	var e *Error
	if errors.As(err, &e) {
		e.Table = table
	}
	return err
}
