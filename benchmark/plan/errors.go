package plan

import (
	"math"

	"github.com/raaderum/raaderum/lang"
)

// Error is something wrong in a plan, with where it stands.
type Error struct {
	File   string // empty for a plan made by a program
	Line   int    // 0: not known
	Key    string // "area.spending"
	Column string // of a CSV file of corrections
	Text   string // what was found
	More   int    // how many later places have the very same error

	message lang.Message
}

// In returns the error in words.
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

// maxErrors is how many errors of a plan are told one by one.
const maxErrors = 200

// add adds an error at a key of a source.
func (es *Errors) add(s *source, path, text string, message lang.Message) {
	es.put(s.newError(path, text, message))
}

// put adds an error. If there are enough errors to show, it only counts it.
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
	*es = append(*es,
		&Error{File: e.File, Line: math.MaxInt, More: 1, message: tooManyErrors.With(1)})
}

// Errors is everything wrong in a plan.
type Errors []*Error

// In returns all errors in words, a line each.
func (es Errors) In(l lang.Language) string { return lang.JoinLines(es, l) }

// Error returns all errors in English, a line each.
func (es Errors) Error() string { return es.In(lang.English) }

// Unwrap returns the errors, so that [errors.As] finds an *Error.
func (es Errors) Unwrap() []error { return lang.ListErrors(es) }
