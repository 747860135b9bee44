package lang

import (
	"math"
	"strconv"
	"strings"
)

// Missing is how a missing number is shown, in every language: Statistics
// Denmark's mark for a figure that does not exist.
const Missing = ".."

// Number is a number with a fixed count of decimals, said with the decimal
// mark and the thousands mark of the language: 1.234,5 in Danish, 1,234.5 in
// English. What is not finite is said as [Missing].
type Number struct {
	Value    float64
	Decimals int
	Signed   bool // say the + of a positive number
}

// In returns the number in a language.
func (n Number) In(l Language) string { return Format(l, n.Value, n.Decimals, n.Signed) }

// Format returns what [Number] says.
func Format(l Language, value float64, decimals int, signed bool) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return Missing
	}
	digits := strconv.FormatFloat(math.Abs(value), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	decimalMark, thousandsMark := byte(','), byte('.')
	if l == English {
		decimalMark, thousandsMark = '.', ','
	}
	var b strings.Builder
	switch {
	case strings.Trim(digits, "0.") == "": // no sign on a number that shows as zero
	case value < 0:
		b.WriteByte('-')
	case signed:
		b.WriteByte('+')
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(thousandsMark)
		}
		b.WriteByte(whole[i])
	}
	if fraction != "" {
		b.WriteByte(decimalMark)
		b.WriteString(fraction)
	}
	return b.String()
}

// List is a list of words said as "a, b og c".
type List []string

// In returns the list in a language.
func (list List) In(l Language) string {
	and := " og "
	if l == English {
		and = " and "
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + and + list[len(list)-1]
}
