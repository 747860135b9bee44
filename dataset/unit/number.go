package unit

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Marks are the marks with which a source writes numbers.
type Marks struct{ Decimal, Thousands byte }

// DanishMarks returns the marks of 1.234,5.
func DanishMarks() Marks { return Marks{Decimal: ',', Thousands: '.'} }

// EnglishMarks returns the marks of 1,234.5.
func EnglishMarks() Marks { return Marks{Decimal: '.', Thousands: ','} }

// Verdict says what the text of a cell is.
type Verdict int

const (
	NotNumber Verdict = iota
	Number
	Missing
	Infinite
	OtherMark // it would be a number, or per cent, with the other decimal mark
	Percent   // a number with a per cent sign
)

// Parse reads the text of a cell. A lone '-' is zero, because Statistics Denmark writes
// "nothing" so, and so are the dashes that programs put in its place. Empty, '.', '..',
// '...', ':', 'M', 'U', 'NA' and 'NaN' are missing. An amount may end in ,- in place of
// øre. A negative amount may have its minus at the end, or stand in parentheses.
func (m Marks) Parse(text string) (float64, Verdict) {
	text = strings.TrimSpace(text)
	if v, ok := m.parseSimple(text); ok {
		return v, Number
	}
	switch text {
	case "-", "–", "—", "‒", "‐", "‑", "―", "﹣", "－":
		return 0, Number
	case "", ".", "..", "...", "…", ":", "M", "U", "NA":
		return math.NaN(), Missing
	}
	if strings.EqualFold(text, "NaN") {
		return math.NaN(), Missing
	}
	if unsigned := strings.TrimLeft(text, signs); strings.EqualFold(unsigned, "inf") ||
		strings.EqualFold(unsigned, "infinity") || unsigned == "∞" {
		return 0, Infinite
	}
	text = moveMinus(text)
	if kroner, ok := cutNoOre(text); ok {
		if m.Decimal != ',' {
			return 0, OtherMark
		}
		text = kroner
	}
	plain, ok := m.toPlain(text)
	if !ok {
		if number, ok := CutPercent(text); ok {
			switch v, verdict := m.Parse(number); verdict {
			case Number:
				return v, Percent
			case OtherMark:
				return 0, OtherMark
			}
			return 0, NotNumber
		}
		other := Marks{Decimal: m.Thousands, Thousands: m.Decimal}
		if plain, ok := other.toPlain(text); ok {
			if _, err := strconv.ParseFloat(plain, 64); err == nil {
				return 0, OtherMark
			}
		}
		return 0, NotNumber
	}
	v, err := strconv.ParseFloat(plain, 64)
	switch {
	case math.IsInf(v, 0):
		return 0, Infinite
	case err != nil:
		return 0, NotNumber
	}
	return v, Number
}

// moveMinus writes a negative amount of a ledger as others do: 5500- and (5500) as -5500.
// Shorter ones may be marks that refer to a note, as in (5), or spans, and stay.
func moveMinus(text string) string {
	inner, ok := strings.CutPrefix(text, "(")
	if inner, closed := strings.CutSuffix(inner, ")"); ok && closed {
		if inner = strings.TrimSpace(inner); inner != "" && IsDigit(inner[0]) &&
			isLong(inner) && IsDigit(inner[len(inner)-1]) {
			return "-" + inner
		}
		return text
	}
	for _, minus := range []string{"-", "−"} {
		number, ok := strings.CutSuffix(text, minus)
		number = strings.TrimSpace(number)
		if ok && number != "" && IsDigit(number[0]) && IsDigit(number[len(number)-1]) &&
			isLong(number) {
			return "-" + number
		}
	}
	return text
}

// isLong says whether a text has at least four digits.
func isLong(text string) bool {
	n := 0
	for i := range len(text) {
		if IsDigit(text[i]) {
			n++
		}
	}
	return n >= 4
}

// cutNoOre cuts off the mark and stroke that stand for no øre: 1.234,-.
func cutNoOre(text string) (string, bool) {
	kroner, ok := strings.CutSuffix(text, ",-")
	return kroner, ok && kroner != "" && IsDigit(kroner[len(kroner)-1])
}

// parseSimple reads the form of most numbers: digits with at most one decimal mark between
// them, and perhaps a minus.
func (m Marks) parseSimple(text string) (float64, bool) {
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
		case c == m.Decimal && mark < 0 && digits > 0:
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

// minuses are the signs of a negative number other than the hyphen: a real minus, and the
// dashes that word processors make of a hyphen.
var minuses = []string{"−", "–", "‒", "‑", "‐", "﹣", "－"}

// signs are all characters that may stand before a number as its sign.
const signs = "+-−–‒‑‐﹣－"

// toPlain brings a number to the form that strconv reads: a decimal point, and no thousands
// marks. It reports false for anything but digits, a sign, marks in their places and an
// exponent.
func (m Marks) toPlain(text string) (string, bool) {
	for _, minus := range minuses {
		if rest, ok := strings.CutPrefix(text, minus); ok {
			text = "-" + rest
			break
		}
	}
	sign := ""
	if text != "" && (text[0] == '-' || text[0] == '+') {
		sign, text = text[:1], text[1:]
	}
	exponent := ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		exponent, text = text[i:], text[:i]
		digits := strings.TrimLeft(exponent[1:], "+-")
		if len(exponent)-len(digits) > 2 || !AllDigits(digits) {
			return "", false
		}
	}
	whole, fraction, hasMark := strings.Cut(text, string(m.Decimal))
	if hasMark && !AllDigits(fraction) {
		return "", false
	}
	if !AllDigits(whole) && (whole != "" || !hasMark) {
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

// ungroup removes the thousands marks or spaces from 1.234.567. They must all be the
// same, and the first group must not begin with a zero: 0.500 is a half.
func (m Marks) ungroup(whole string) (string, bool) {
	at := strings.IndexFunc(whole, func(c rune) bool { return c < '0' || c > '9' })
	if at < 1 || at > 3 || whole[0] == '0' {
		return "", false
	}
	mark, _ := utf8.DecodeRuneInString(whole[at:])
	if mark != rune(m.Thousands) && !isSpace(mark) {
		return "", false
	}
	groups := strings.Split(whole, string(mark))
	for _, g := range groups[1:] {
		if len(g) != 3 || !AllDigits(g) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// isSpace says whether a rune is a space that people group digits with.
func isSpace(c rune) bool { return c == ' ' || c == '\u00a0' || c == '\u202f' }

// AllDigits says whether a text consists of digits, at least one.
func AllDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Largest is the largest figure that is accepted, a thousand times the world's yearly
// product in kroner. Anything larger is a mistake that would drown the other figures.
const Largest = 1e18

// Evidence counts what the numbers of a source reveal about its marks.
type Evidence struct {
	decimalComma, decimalPoint     int // 1,5 · 1.50
	thousandsComma, thousandsPoint int // 1,234,567 · 1.234.567
	EitherComma, EitherPoint       int // 1,234 · 1.234, which may be either
	Example                        string
}

// Look weighs one cell.
func (e *Evidence) Look(text string) {
	text, _ = CutPercent(strings.TrimLeft(moveMinus(strings.TrimSpace(text)), signs))
	if text == "" || text[0] < '0' || text[0] > '9' {
		return
	}
	if _, ok := cutNoOre(text); ok {
		e.decimalComma++
		return
	}
	spaced := strings.ContainsFunc(text, isSpace) // a mark beside spaces is for decimals
	if spaced {
		text = strings.Map(func(c rune) rune {
			if isSpace(c) {
				return -1
			}
			return c
		}, text)
	}
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(text), "e")
	if scientific { // its only mark is for decimals
		if strings.Count(mantissa, ",")+strings.Count(mantissa, ".") > 1 ||
			!AllDigits(strings.TrimLeft(exponent, "+-")) {
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
			e.EitherComma++
			e.Example = text
		case either:
			e.EitherPoint++
			e.Example = text
		case commas == 1:
			e.decimalComma++
		default:
			e.decimalPoint++
		}
	}
}

// Settle returns the marks that fit the numbers. open says that the numbers leave it open.
// A file separated by semicolons then counts as Danish (1.234,5) and any other as English.
func (e *Evidence) Settle(separator rune) (m Marks, open bool) {
	danish, english := DanishMarks(), EnglishMarks()
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
	return m, e.EitherComma+e.EitherPoint > 0
}

// IsDigit says whether a byte is a digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// IsFigure says whether a text is a number with either decimal mark.
func IsFigure(text string) bool {
	_, danish := DanishMarks().Parse(text)
	_, english := EnglishMarks().Parse(text)
	return danish == Number || english == Number
}
