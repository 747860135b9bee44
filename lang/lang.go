package lang

import (
	"errors"
	"fmt"
)

// Language is a language the library speaks. The zero value is Danish, the
// language of its users.
type Language int

// The languages.
const (
	Danish Language = iota
	English
)

// Languages returns the codes that [Parse] accepts.
func Languages() []string { return []string{"da", "en"} }

// Parse reads a language code, "da" or "en".
func Parse(code string) (Language, bool) {
	switch code {
	case "da":
		return Danish, true
	case "en":
		return English, true
	}
	return Danish, false
}

// String returns the language's code.
func (l Language) String() string {
	if l == English {
		return "en"
	}
	return "da"
}

// Localized is anything that has words in each language.
type Localized interface{ In(Language) string }

// Phrase is one sentence in each language, with the verbs of package fmt for
// its facts. Both take the same facts; an index such as %[2]s lets a language
// order them its own way.
type Phrase struct{ DA, EN string }

// In returns the phrase as it stands, verbs included.
func (p Phrase) In(l Language) string {
	if l == English {
		return p.EN
	}
	return p.DA
}

// With fills in the facts.
func (p Phrase) With(args ...any) Message { return Message{p, args} }

// Message is a phrase with its facts. A fact that is Localized is worded in the
// message's language. Message is an error, whose Error method is English.
type Message struct {
	Phrase Phrase
	Args   []any
}

// In returns the message in a language.
func (m Message) In(l Language) string {
	format := m.Phrase.In(l)
	if len(m.Args) == 0 {
		return format
	}
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		if s, ok := a.(Localized); ok {
			a = s.In(l)
		} else if err, ok := a.(error); ok {
			a = Of(err, l)
		}
		args[i] = a
	}
	return fmt.Sprintf(format, args...)
}

// Error returns the message in English.
func (m Message) Error() string { return m.In(English) }

// Of returns what an error says in a language: its own words where it or an
// error it wraps has them, and its Error text otherwise.
func Of(err error, l Language) string {
	var s Localized
	if errors.As(err, &s) {
		return s.In(l)
	}
	return err.Error()
}
