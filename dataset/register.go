package dataset

import (
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Register knows the municipalities of a country, so that codes and names in
// files can be checked and mended. Package dataset/danmark has Denmark's.
type Register interface {
	// Find returns the municipality that a code, a name or both mean. Either
	// may be empty, and either text may hold what the other is called after,
	// as in "101 København".
	Find(code, name string) (Municipality, Verdict)
	// Names returns the municipalities' names, to suggest from.
	Names() []string
}

// Explainer is a [Register] that can say why a code and a name, of which it
// knows no municipality, are none, such as one that has been merged.
type Explainer interface {
	Explain(code, name string) (why lang.Message, ok bool)
}

// Beginning is a [Register] whose municipalities began in a year. Figures of
// years before are of other areas, though some names are the same.
type Beginning interface {
	// Began returns the first year, and why those before are left out.
	Began() (year int, why lang.Message)
}

// Verdict is what a [Register] makes of a code and a name.
type Verdict int

// The verdicts.
const (
	Unknown     Verdict = iota // no municipality is called so
	Known                      // a municipality
	Total                      // a country, region or group: the sum of municipalities, not one of them
	Contradicts                // code and name are of two different municipalities
)

// unregistered does without a register: codes and names are as the data have
// them, and only rows that call themselves totals are known as such.
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
