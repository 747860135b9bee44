package dataset

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// marks are the marks that a source writes numbers with.
type marks struct{ decimal, thousands byte }

// verdict is what a cell's text is.
type verdict int

const (
	isNotNumber verdict = iota
	isNumber
	isMissingMark
	isInfinite
	isOtherMark // a number, or per cent, were the decimal mark the other one
	isPercent   // a number with the sign of per cent
)

// parse reads the text of a cell. A '-' alone is zero, as Statistics Denmark
// writes "nothing"; empty, '.', '..', '...', 'M', 'U', 'NA' and 'NaN' are
// missing.
func (m marks) parse(text string) (float64, verdict) {
	text = strings.TrimSpace(text)
	if v, ok := m.simple(text); ok {
		return v, isNumber
	}
	switch text {
	case "-":
		return 0, isNumber
	case "", ".", "..", "...", "M", "U", "NA":
		return math.NaN(), isMissingMark
	}
	if strings.EqualFold(text, "NaN") {
		return math.NaN(), isMissingMark
	}
	if unsigned := strings.TrimLeft(text, "+-−"); strings.EqualFold(unsigned, "inf") || strings.EqualFold(unsigned, "infinity") || unsigned == "∞" {
		return 0, isInfinite
	}
	plain, ok := m.plain(text)
	if !ok {
		if number, ok := cutPercent(text); ok {
			switch v, verdict := m.parse(number); verdict {
			case isNumber:
				return v, isPercent
			case isOtherMark:
				return 0, isOtherMark
			}
			return 0, isNotNumber
		}
		other := marks{m.thousands, m.decimal}
		if plain, ok := other.plain(text); ok {
			if _, err := strconv.ParseFloat(plain, 64); err == nil {
				return 0, isOtherMark
			}
		}
		return 0, isNotNumber
	}
	v, err := strconv.ParseFloat(plain, 64)
	switch {
	case math.IsInf(v, 0):
		return 0, isInfinite
	case err != nil:
		return 0, isNotNumber
	}
	return v, isNumber
}

// simple reads what most numbers are: digits with at most one decimal mark
// between them, and a minus.
func (m marks) simple(text string) (float64, bool) {
	var point [40]byte
	if len(text) > len(point) {
		return 0, false
	}
	digits, mark := 0, -1
	for i := range len(text) {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == m.decimal && mark < 0 && digits > 0:
			c, mark = '.', i
		case c == '-' && i == 0:
		default:
			return 0, false
		}
		point[i] = c
	}
	if digits == 0 || mark == len(text)-1 {
		return 0, false
	}
	v, err := strconv.ParseFloat(string(point[:len(text)]), 64)
	return v, err == nil
}

// plain brings a number's text to the form that strconv reads: no thousands
// marks, a decimal point. It reports false for anything but digits, an
// optional sign, marks at their places and an exponent.
func (m marks) plain(text string) (string, bool) {
	text = strings.Replace(text, "−", "-", 1)
	sign := ""
	if text != "" && (text[0] == '-' || text[0] == '+') {
		sign, text = text[:1], text[1:]
	}
	exponent := ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		exponent, text = text[i:], text[:i]
		digits := strings.TrimLeft(exponent[1:], "+-")
		if len(exponent)-len(digits) > 2 || !allDigits(digits) {
			return "", false
		}
	}
	whole, fraction, hasMark := strings.Cut(text, string(m.decimal))
	if hasMark && !allDigits(fraction) {
		return "", false
	}
	if !allDigits(whole) && (whole != "" || !hasMark) {
		var ok bool
		if whole, ok = m.ungroup(whole); !ok {
			return "", false
		}
	}
	if hasMark {
		fraction = "." + fraction
	}
	return sign + whole + fraction + exponent, true
}

// ungroup takes the thousands marks, or spaces, out of 1.234.567. All are
// the same, and the first group does not begin with a zero: 0.500 is a half.
func (m marks) ungroup(whole string) (string, bool) {
	at := strings.IndexFunc(whole, func(c rune) bool { return c < '0' || c > '9' })
	if at < 1 || at > 3 || whole[0] == '0' {
		return "", false
	}
	mark, _ := utf8.DecodeRuneInString(whole[at:])
	if mark != rune(m.thousands) && !isSpace(mark) {
		return "", false
	}
	groups := strings.Split(whole, string(mark))
	for _, g := range groups[1:] {
		if len(g) != 3 || !allDigits(g) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// isSpace says whether a rune is a space that people group digits with.
func isSpace(c rune) bool { return c == ' ' || c == '\u00a0' || c == '\u202f' }

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// largest is the most that a figure may be: a thousand times the world's yearly
// product in kroner. What is larger is a mistake, and would drown the others.
const largest = 1e18

// evidence counts what the numbers of a source say of its marks.
type evidence struct {
	decimalComma, decimalPoint     int // 1,5 · 1.50
	thousandsComma, thousandsPoint int // 1,234,567 · 1.234.567
	eitherComma, eitherPoint       int // 1,234 · 1.234: may be both
	example                        string
}

// look weighs one cell.
func (e *evidence) look(text string) {
	text, _ = cutPercent(strings.TrimLeft(strings.TrimSpace(text), "+-−"))
	if text == "" || text[0] < '0' || text[0] > '9' {
		return
	}
	spaced := strings.ContainsFunc(text, isSpace) // then the mark is for decimals
	if spaced {
		text = strings.Map(func(c rune) rune {
			if isSpace(c) {
				return -1
			}
			return c
		}, text)
	}
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(text), "e")
	if scientific { // then the mark, of which there is one at most, is for decimals
		if strings.Count(mantissa, ",")+strings.Count(mantissa, ".") > 1 || !allDigits(strings.TrimLeft(exponent, "+-")) {
			return
		}
		text = mantissa
	}
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			return
		}
	}
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas == 0 && points == 0:
	case commas > 0 && points > 0:
		if strings.LastIndexByte(text, ',') > strings.LastIndexByte(text, '.') {
			e.decimalComma++
		} else {
			e.decimalPoint++
		}
	case commas > 1:
		e.thousandsComma++
	case points > 1:
		e.thousandsPoint++
	default:
		at := strings.IndexAny(text, ",.")
		either := !spaced && !scientific && len(text)-at == 4 && at <= 3 && text[0] != '0'
		switch {
		case either && commas == 1:
			e.eitherComma++
			e.example = text
		case either:
			e.eitherPoint++
			e.example = text
		case commas == 1:
			e.decimalComma++
		default:
			e.decimalPoint++
		}
	}
}

// settle returns the marks that fit, and whether the numbers leave it open.
// Then a file separated by semicolons is taken to be Danish, 1.234,5, and
// others to be English.
func (e *evidence) settle(separator rune) (m marks, open bool) {
	danish, english := marks{',', '.'}, marks{'.', ','}
	switch {
	case e.decimalComma > e.decimalPoint:
		return danish, false
	case e.decimalPoint > 0:
		return english, false
	case e.thousandsPoint > e.thousandsComma:
		return danish, false
	case e.thousandsComma > 0:
		return english, false
	}
	m = english
	if separator == ';' {
		m = danish
	}
	return m, e.eitherComma+e.eitherPoint > 0
}
