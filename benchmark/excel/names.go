package excel

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

// nameBook gives sheets, tables and ranges names that are legal and unlike all
// others, whatever their case.
type nameBook struct{ taken map[string]bool }

func newNameBook(taken ...string) *nameBook {
	n := &nameBook{map[string]bool{}}
	for _, name := range taken {
		n.taken[strings.ToLower(name)] = true
	}
	return n
}

// mostInSheetName is how many UTF-16 units a sheet's name can have.
const mostInSheetName = 31

// sheet returns a name for a sheet, as near to the words as it can be.
func (n *nameBook) sheet(words string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r), unicode.IsControl(r), unplaced(r), r == unicode.ReplacementChar:
			return '-'
		}
		return r
	}, words)
	clean = strings.Trim(strings.Join(strings.Fields(codeOfLetter.ReplaceAllString(clean, "-$1")), " "), " '")
	if clean == "" || strings.EqualFold(clean, "history") { // Excel keeps that name for itself
		clean += "-"
	}
	return n.unlike(clean, func(name, suffix string) string {
		return strings.TrimRight(cut(name, mostInSheetName-len(suffix)), " '") + suffix
	}, " (", ")")
}

// codeOfLetter is how the file format writes a letter that it has no other way
// to write: in a name it would be read as that letter.
var codeOfLetter = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// mostInRangeName keeps names of ranges short enough to be read.
const mostInRangeName = 60

// named returns a name for a range or table: letters, digits and underscores.
func (n *nameBook) named(prefix, words string) string {
	plain := danish.Replace(words)
	plain = strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '_'
	}, plain)
	return n.unlike(prefix+plain, func(name, suffix string) string { return cut(name, mostInRangeName-len(suffix)) + suffix }, "_", "")
}

var danish = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")

// unlike takes the first name of name, name 2, name 3 … that is free.
func (n *nameBook) unlike(name string, with func(name, suffix string) string, before, after string) string {
	for i := 1; ; i++ {
		suffix := ""
		if i > 1 {
			suffix = before + whole(i) + after
		}
		if one := with(name, suffix); !n.taken[strings.ToLower(one)] {
			n.taken[strings.ToLower(one)] = true
			return one
		}
	}
}

// cut keeps at most so many UTF-16 units of a text.
func cut(s string, most int) string {
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > most {
			return s[:i]
		}
	}
	return s
}

// cutMark ends a text that was cut.
const cutMark = "…"

// shortened keeps at most so many UTF-16 units of a text, and marks it where it
// was cut.
func shortened(s string, most int) string {
	if short := cut(s, most); len(short) < len(s) {
		return cut(s, most-1) + cutMark
	}
	return s
}

// quoted is a sheet's name as references have it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
