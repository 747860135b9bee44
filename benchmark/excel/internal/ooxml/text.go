package ooxml

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// MostInCell is how many UTF-16 units a cell may have.
const MostInCell = 32767

// Tidy removes from a text the characters that the file format cannot hold.
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

// cut returns the beginning of a text, at most so many UTF-16 units.
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

// Shorten returns at most so many UTF-16 units of a text. If it cuts the text, it marks the
// place.
func Shorten(s string, most int) string {
	if short := cut(s, most); len(short) < len(s) {
		return cut(s, most-1) + cutMark
	}
	return s
}

// Quote returns a sheet's name as references write it.
func Quote(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// Span returns a range of cells. Columns and rows are counted from 0, and both ends are
// included.
func Span(sheet string, left, top, right, bottom int) string {
	return Quote(sheet) + "!$" + ColumnName(left) + "$" + strconv.Itoa(top+1) + ":$" +
		ColumnName(right) + "$" + strconv.Itoa(bottom+1)
}

// ColumnName returns a column's letters. Its number is counted from 0.
func ColumnName(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		// the last one, since a sheet with more columns is refused before it is written
		return "XFD"
	}
	return name
}
