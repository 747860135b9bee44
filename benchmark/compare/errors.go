package compare

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// ErrNoChanges is returned by outputs that are given no changes to write. [lang.Of] returns
// its words in a language.
var ErrNoChanges error = noChanges.With()

// Error says why a file cannot be read as a saved report.
type Error struct {
	File string
	Line int // counted from 1; 0 if the error is about the file as a whole

	message lang.Message
}

// In returns the error in a language.
func (e *Error) In(l lang.Language) string {
	where := e.File
	if e.Line > 0 {
		where += ", " + lang.Line(e.Line).In(l)
	}
	return where + ": " + e.message.In(l)
}

// Error returns the error in English.
func (e *Error) Error() string { return e.In(lang.English) }

// refuse refuses the file as a whole.
func (r *reader) refuse(message lang.Message) error { return r.refuseLine(0, message) }

// refuseHere refuses the file at the line that the decoder has come to.
func (r *reader) refuseHere(message lang.Message) error {
	return r.refuseLine(r.findLine(), message)
}

// refuseLine refuses the file at a line.
func (r *reader) refuseLine(line int, message lang.Message) error {
	return &Error{File: r.saved.File, Line: line, message: message}
}

// findLine returns the line of the value that the decoder comes to next, or that it has just
// failed to read. The decoder does not count lines, and it reads ahead. So findLine takes
// the lines that were read from the file, and subtracts those that the decoder has not come
// to yet.
func (r *reader) findLine() int {
	r.ahead.Reset()
	r.ahead.ReadFrom(r.dec.Buffered())
	value := bytes.TrimLeft(r.ahead.Bytes(), " \t\r\n,:")
	return 1 + r.in.breaks - bytes.Count(value, []byte("\n"))
}

// explainError turns an error of the decoder into an [Error]. An error of the disk stays as
// it is.
func (r *reader) explainError(err error) error {
	var refused *Error
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &refused):
		return err
	case errors.Is(err, errTooLarge):
		return r.refuse(savedTooLarge.With(maxSavedBytes >> 30))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return r.refuseLine(1+r.in.breaks, savedTruncated.With())
	case errors.As(err, &syntax) && strings.Contains(syntax.Error(), "max depth"):
		return r.refuseHere(savedTooDeep.With())
	case errors.As(err, &syntax):
		return r.refuseHere(savedSyntax.With())
	case errors.As(err, &wrongType):
		where := r.key
		if wrongType.Field != "" {
			where += "." + strings.ToLower(wrongType.Field)
		}
		kind, _, _ := strings.Cut(wrongType.Value, " ")
		return r.refuseHere(savedType.With(where, jsonKinds[kind]))
	}
	return err
}

// jsonKinds has the words for kinds of values, by what the decoder calls them.
var jsonKinds = map[string]lang.Phrase{
	"string": {
		DA: "en tekst",
		EN: "a text",
	},
	"number": {
		DA: "et tal, der ikke kan være her",
		EN: "a number that cannot be here",
	},
	"bool": {
		DA: "sandt eller falsk",
		EN: "true or false",
	},
	"array": {
		DA: "en liste",
		EN: "a list",
	},
	"object": {
		DA: "et objekt",
		EN: "an object",
	},
}
