package ooxml

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// MostInCell is how many UTF-16 units a cell can have.
const MostInCell = 32767

// Tidy takes out of a text what the file format has no place for.
func Tidy(s string) string {
	if !strings.ContainsFunc(s, unplaced) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unplaced(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func unplaced(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == 0xFFFE || r == 0xFFFF
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

// Shorten keeps at most so many UTF-16 units of a text, and marks it where it
// was cut.
func Shorten(s string, most int) string {
	if short := cut(s, most); len(short) < len(s) {
		return cut(s, most-1) + cutMark
	}
	return s
}

// Quote is a sheet's name as references have it.
func Quote(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// Span is a range of cells, columns and rows from 0, both ends included.
func Span(sheet string, left, top, right, bottom int) string {
	return Quote(sheet) + "!$" + ColumnName(left) + "$" + strconv.Itoa(top+1) + ":$" +
		ColumnName(right) + "$" + strconv.Itoa(bottom+1)
}

// ColumnName is a column's letters; its number is from 0.
func ColumnName(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return "XFD" // the last: a sheet with more columns is refused before it is written
	}
	return name
}
