package plan

import (
	"math"

	"github.com/raaderum/raaderum/lang"
)

// Error is one thing that is wrong in a plan or a file of corrections, and where it is.
type Error struct {
	File   string // empty for a plan made by a program
	Line   int    // counted from 1; 0 if not known
	Key    string // such as "area.spending"
	Column string // of a CSV file of corrections
	Text   string // what stands there
	More   int    // how many later places have the very same error

	message lang.Message
}

// In returns the error in a language.
func (e *Error) In(l lang.Language) string {
	where := e.File
	if where == "" {
		where = planWord.In(l)
	}
	if e.message.Phrase == tooManyErrors {
		return where + ": " + e.message.In(l)
	}
	if e.Line > 0 {
		where += ", " + lang.Line(e.Line).In(l)
	}
	if e.Key != "" {
		where += ", " + keyWord.With(e.Key).In(l)
	}
	if e.Column != "" {
		where += ", " + columnWord.With(e.Column).In(l)
	}
	text := where + ": " + e.message.In(l)
	switch {
	case e.More == 1:
		text += " " + oneMorePlace.In(l)
	case e.More > 1:
		text += " " + morePlaces.With(e.More).In(l)
	}
	return text
}

// Error returns the error in English.
func (e *Error) Error() string { return e.In(lang.English) }

// maxErrors is how many errors are told one by one. The rest are counted.
const maxErrors = 200

// add adds an error about a key of a source.
func (es *Errors) add(s *source, path, text string, message lang.Message) {
	es.put(s.newError(path, text, message))
}

// put adds an error. If the list is full, put only counts the error, in a last one that
// says how many more there are.
func (es *Errors) put(e *Error) {
	if len(*es) < maxErrors {
		*es = append(*es, e)
		return
	}
	if last := (*es)[len(*es)-1]; last.message.Phrase == tooManyErrors {
		last.More++
		last.message = tooManyErrors.With(last.More)
		return
	}
	// The line puts it last when errors are sorted.
	*es = append(*es,
		&Error{File: e.File, Line: math.MaxInt, More: 1, message: tooManyErrors.With(1)})
}

// Errors lists everything that is wrong in a plan.
type Errors []*Error

// In returns all errors in a language, a line each.
func (es Errors) In(l lang.Language) string { return lang.JoinLines(es, l) }

// Error returns all errors in English, a line each.
func (es Errors) Error() string { return es.In(lang.English) }

// Unwrap returns the errors, so that [errors.As] finds an *Error.
func (es Errors) Unwrap() []error { return lang.ListErrors(es) }
