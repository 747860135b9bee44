package ooxml

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Names gives sheets, tables and ranges names that are legal and that differ from each
// other in more than case.
type Names struct{ taken map[string]bool }

func NewNames(taken ...string) *Names {
	n := &Names{map[string]bool{}}
	for _, name := range taken {
		n.taken[strings.ToLower(name)] = true
	}
	return n
}

// mostInSheetName is how many UTF-16 units a sheet's name may have.
const mostInSheetName = 31

// Sheet returns a name for a sheet, as near to the words as possible.
func (n *Names) Sheet(words string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`,
			r), unicode.IsControl(r), unplaced(r), r == unicode.ReplacementChar:
			return '-'
		}
		return r
	}, words)
	clean = strings.Trim(strings.Join(strings.Fields(codeOfLetter.ReplaceAllString(clean, "-$1")),
		" "), " '")
	if clean == "" || strings.EqualFold(clean, "history") { // Excel reserves that name
		clean += "-"
	}
	return n.findFree(clean, func(name, suffix string) string {
		return strings.TrimRight(cut(name, mostInSheetName-len(suffix)), " '") + suffix
	}, " (", ")")
}

// codeOfLetter matches the code by which the file format writes a letter that it cannot
// write otherwise. In a name it would be read as that letter.
var codeOfLetter = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// mostInRangeName keeps the names of ranges short enough to read.
const mostInRangeName = 60

// Range returns a name for a range or table: letters, digits and underscores.
func (n *Names) Range(prefix, words string) string {
	plain := danish.Replace(words)
	plain = strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '_'
	}, plain)
	return n.findFree(prefix+plain,
		func(name, suffix string) string { return cut(name, mostInRangeName-len(suffix)) + suffix },
		"_", "")
}

var danish = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")

// findFree returns the first free name among name, name 2, name 3 …
func (n *Names) findFree(name string, with func(name, suffix string) string, before,
	after string) string {
	for i := 1; ; i++ {
		suffix := ""
		if i > 1 {
			suffix = before + strconv.Itoa(i) + after
		}
		if one := with(name, suffix); !n.taken[strings.ToLower(one)] {
			n.taken[strings.ToLower(one)] = true
			return one
		}
	}
}
