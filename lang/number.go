package lang

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Missing is how a missing number is shown in every language. It is Statistics Denmark's
// mark for a figure that does not exist.
const Missing = ".."

// Number is a number written with a fixed count of decimals and with the language's marks:
// 1.234,5 in Danish, 1,234.5 in English. A half is rounded away from zero. A number that is
// not finite is written as [Missing].
type Number struct {
	Value    float64
	Decimals int
	Signed   bool // a positive number has a +
}

// In returns the number in a language.
func (n Number) In(l Language) string { return Format(l, n.Value, n.Decimals, n.Signed) }

// significant is how many digits of a number count, as in spreadsheet programs.
const significant = 15

// round writes a number of at least zero with so many decimals. It rounds a half away from
// zero, as people and spreadsheets do: 0.5 becomes 1. So 2.675 becomes 2.68, although the
// nearest binary number is a little less. To that end the number is first written with 15
// digits, and those are rounded.
func round(value float64, decimals int) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(value, 'e', significant-1, 64), "e")
	power, _ := strconv.Atoi(exponent)
	keep := power + 1 + decimals // how many digits stand before the cut
	if keep >= significant || keep < 0 {
		return strconv.FormatFloat(value, 'f', decimals, 64)
	}
	digits := strings.Replace(mantissa, ".", "", 1)
	up := digits[keep] >= '5'
	whole := new(big.Int)
	whole.SetString("0"+digits[:keep], 10)
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	text := whole.String()
	if decimals == 0 {
		return text
	}
	if missing := decimals + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	return text[:len(text)-decimals] + "." + text[len(text)-decimals:]
}

// Format returns a number as [Number] writes it.
func Format(l Language, value float64, decimals int, signed bool) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return Missing
	}
	digits := round(math.Abs(value), decimals)
	whole, fraction, _ := strings.Cut(digits, ".")
	decimalMark, thousandsMark := byte(','), byte('.')
	if l == English {
		decimalMark, thousandsMark = '.', ','
	}
	var b strings.Builder
	switch {
	case strings.Trim(digits, "0.") == "": // a number that shows as zero has no sign
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

// Exact returns a number with as many decimals as it needs, at most six.
func Exact(v float64) Number {
	text := strings.TrimRight(strconv.FormatFloat(v, 'f', 6, 64), "0")
	_, decimals, _ := strings.Cut(text, ".")
	return Number{Value: v, Decimals: len(decimals)}
}

// List is a list of words, written as "a, b og c".
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
