package compare

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Error is why a file is no saved report.
type Error struct {
	File string
	Line int // 0: the file as a whole

	message lang.Message
}

// In returns the error in words.
func (e *Error) In(l lang.Language) string {
	where := e.File
	if e.Line > 0 {
		where += ", " + lang.Line(e.Line).In(l)
	}
	return where + ": " + e.message.In(l)
}

// Error returns the error in English.
func (e *Error) Error() string { return e.In(lang.English) }

func (s *savedReader) refuse(message lang.Message) error {
	return &Error{File: s.saved.File, message: message}
}

// refuseHere refuses at the line that the decoder has come to.
func (s *savedReader) refuseHere(message lang.Message) error {
	return &Error{File: s.saved.File, Line: s.line(), message: message}
}

// line returns the line of the value that the decoder comes to next, or has
// just failed to read. 0: not known.
func (s *savedReader) line() int {
	line := s.lines.at(s.skipped + s.dec.InputOffset())
	if line == 0 {
		return 0
	}
	rest, ok := s.dec.Buffered().(io.ByteReader)
	for ok {
		c, err := rest.ReadByte()
		ok = err == nil && strings.IndexByte(" \t\r\n,:", c) >= 0
		if ok && c == '\n' {
			line++
		}
	}
	return line
}

// told turns what the decoder says into words.
func (s *savedReader) told(err error) error {
	var refused *Error
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &refused):
		return err
	case errors.Is(err, errTooLarge):
		return s.refuse(savedTooLarge.With(maxSavedBytes >> 30))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Error{File: s.saved.File, Line: s.lines.last(), message: savedTruncated.With()}
	case errors.As(err, &syntax) && strings.Contains(syntax.Error(), "max depth"):
		return s.refuseHere(savedTooDeep.With())
	case errors.As(err, &syntax):
		return s.refuseHere(savedSyntax.With())
	case errors.As(err, &wrongType):
		where := s.key
		if wrongType.Field != "" {
			where += "." + strings.ToLower(wrongType.Field)
		}
		kind, _, _ := strings.Cut(wrongType.Value, " ")
		return s.refuseHere(savedType.With(where, jsonKinds[kind]))
	}
	return err // the disk's
}

// jsonKinds are the kinds of values as the decoder calls them.
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
