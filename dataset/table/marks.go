package table

import (
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
)

// SettleMarks returns the marks of numbers. Their decimal mark is the one asked for, or, if
// decimal is 0, the one that the file's numbers show. If the numbers leave it open, a fault
// says so.
func SettleMarks(e *unit.Evidence, decimal, separator rune) (unit.Marks, []Fault) {
	switch decimal {
	case ',':
		return unit.DanishMarks(), nil
	case '.':
		return unit.EnglishMarks(), nil
	}
	m, open := e.Settle(separator)
	if !open {
		return m, nil
	}
	mark, meaning := m.Decimal, forDecimals
	if strings.IndexByte(e.Example, m.Thousands) >= 0 {
		mark, meaning = m.Thousands, forThousands
	}
	message := ambiguousMark.With(e.Example, string(mark), meaning)
	return m, []Fault{{Kind: AmbiguousMark, Text: e.Example, Message: message}}
}
