package dataset

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	danishMarks  = marks{decimal: ',', thousands: '.'}
	englishMarks = marks{decimal: '.', thousands: ','}
)

func TestParseTellsNumbersFromWhatIsNone(t *testing.T) {
	const (
		nbsp   = "\u00a0"
		narrow = "\u202f"
	)
	for _, c := range []struct {
		text  string
		marks marks
		want  verdict
		value float64 // where it is a number
	}{
		// Plain numbers are the same under either mark.
		{"0", danishMarks, isNumber, 0},
		{"0", englishMarks, isNumber, 0},
		{"1234", danishMarks, isNumber, 1234},
		{"1234", englishMarks, isNumber, 1234},
		{"  42 ", danishMarks, isNumber, 42},
		{nbsp + "42" + nbsp, danishMarks, isNumber, 42},
		{"007", danishMarks, isNumber, 7},
		{"-5", danishMarks, isNumber, -5},
		{"-5", englishMarks, isNumber, -5},
		{"+5", danishMarks, isNumber, 5},
		{"−5", danishMarks, isNumber, -5}, // the minus of typography
		{"−1.234,5", danishMarks, isNumber, -1234.5},
		{"-", danishMarks, isNumber, 0}, // Statistics Denmark: nothing
		{" - ", englishMarks, isNumber, 0},

		// Decimals.
		{"1,5", danishMarks, isNumber, 1.5},
		{"1.5", englishMarks, isNumber, 1.5},
		{"-0,25", danishMarks, isNumber, -0.25},
		{"0,500", danishMarks, isNumber, 0.5},
		{"0.500", englishMarks, isNumber, 0.5},
		{"1,234", danishMarks, isNumber, 1.234},
		{"1.234", englishMarks, isNumber, 1.234},
		{"1.5", danishMarks, isOtherMark, 0},
		{"1,5", englishMarks, isOtherMark, 0},
		{"1234.567", danishMarks, isOtherMark, 0},
		{"1234,567", englishMarks, isOtherMark, 0},

		// Thousands.
		{"1.234", danishMarks, isNumber, 1234},
		{"1,234", englishMarks, isNumber, 1234},
		{"1.234.567", danishMarks, isNumber, 1234567},
		{"1,234,567", englishMarks, isNumber, 1234567},
		{"12.345,67", danishMarks, isNumber, 12345.67},
		{"12,345.67", englishMarks, isNumber, 12345.67},
		{"1.234,5", englishMarks, isOtherMark, 0},
		{"1,234.5", danishMarks, isOtherMark, 0},
		{"1.234.567", englishMarks, isOtherMark, 0},
		{"1,234,567", danishMarks, isOtherMark, 0},
		{"1 234", danishMarks, isNumber, 1234},
		{"1" + nbsp + "234" + nbsp + "567,5", danishMarks, isNumber, 1234567.5},
		{"1" + narrow + "234.5", englishMarks, isNumber, 1234.5},
		{"-1 234 567", englishMarks, isNumber, -1234567},

		// A group of thousands does not begin with a zero.
		{"0.500", danishMarks, isOtherMark, 0},
		{"0,500", englishMarks, isOtherMark, 0},
		{"-0.125", danishMarks, isOtherMark, 0},
		// Two kinds of thousands marks in one number are no grouping.
		{"1 234,567", englishMarks, isOtherMark, 0},
		{"1" + nbsp + "234.567", danishMarks, isOtherMark, 0},

		// Wrongly grouped.
		{"12.34.567", danishMarks, isNotNumber, 0},
		{"12.34.567", englishMarks, isNotNumber, 0},
		{"1,2,3", danishMarks, isNotNumber, 0},
		{"1,2,3", englishMarks, isNotNumber, 0},
		{"1234.567,8", danishMarks, isNotNumber, 0},
		{"1..234", danishMarks, isNotNumber, 0},
		{"1.234.", danishMarks, isNotNumber, 0},
		{".234.567", danishMarks, isNotNumber, 0},
		{"1,234,5", danishMarks, isNotNumber, 0},
		{"1,5.000", englishMarks, isNotNumber, 0},
		{"1  234", danishMarks, isNotNumber, 0},

		// Exponents, as programs write them.
		{"1e5", englishMarks, isNumber, 100000},
		{"1E5", danishMarks, isNumber, 100000},
		{"1,5e-3", danishMarks, isNumber, 0.0015},
		{"2.5E+2", englishMarks, isNumber, 250},
		{"1e", danishMarks, isNotNumber, 0},
		{"e5", danishMarks, isNotNumber, 0},
		{"1e+-5", englishMarks, isNotNumber, 0},
		{"1e5,5", danishMarks, isNotNumber, 0},
		{"1e5e5", englishMarks, isNotNumber, 0},

		// Not finite, or beyond what a float64 holds.
		{"1e999", englishMarks, isInfinite, 0},
		{"-1e999", danishMarks, isInfinite, 0},
		{strings.Repeat("9", 400), danishMarks, isInfinite, 0},
		{"inf", danishMarks, isInfinite, 0},
		{"+Inf", englishMarks, isInfinite, 0},
		{"-Infinity", englishMarks, isInfinite, 0},
		{"−∞", danishMarks, isInfinite, 0},

		// Missing.
		{"", danishMarks, isMissingMark, 0},
		{"   ", danishMarks, isMissingMark, 0},
		{".", danishMarks, isMissingMark, 0},
		{".", englishMarks, isMissingMark, 0},
		{"..", englishMarks, isMissingMark, 0},
		{" .. ", danishMarks, isMissingMark, 0},
		{"...", danishMarks, isMissingMark, 0},
		{"M", danishMarks, isMissingMark, 0},
		{"U", danishMarks, isMissingMark, 0},
		{"NA", danishMarks, isMissingMark, 0},
		{"NaN", danishMarks, isMissingMark, 0},
		{"nan", englishMarks, isMissingMark, 0},

		// What Go would read as a number and a person would not.
		{"0x1F", englishMarks, isNotNumber, 0},
		{"0x1p-2", englishMarks, isNotNumber, 0},
		{"0b101", englishMarks, isNotNumber, 0},
		{"1_000", englishMarks, isNotNumber, 0},
		{"nan(1)", englishMarks, isNotNumber, 0},

		// Texts.
		{"....", danishMarks, isNotNumber, 0},
		{"--", danishMarks, isNotNumber, 0},
		{"-.", englishMarks, isNotNumber, 0},
		{"+", danishMarks, isNotNumber, 0},
		{"−", danishMarks, isNotNumber, 0},
		{"+-5", danishMarks, isNotNumber, 0},
		{"--5", englishMarks, isNotNumber, 0},
		{"5-", danishMarks, isNotNumber, 0},
		{"5-3", englishMarks, isNotNumber, 0},
		{"- 5", danishMarks, isNotNumber, 0},
		{"(5)", danishMarks, isNotNumber, 0},
		{"12 %", danishMarks, isPercent, 12},
		{"-1.234,5%", danishMarks, isPercent, -1234.5},
		{"5 pct.", englishMarks, isPercent, 5},
		{"5\u00a0pct", englishMarks, isPercent, 5},
		{"1.25%", danishMarks, isOtherMark, 0},
		{"%", danishMarks, isNotNumber, 0},
		{"-%", danishMarks, isNotNumber, 0},
		{"..%", danishMarks, isNotNumber, 0},
		{"5%%", danishMarks, isNotNumber, 0},
		{"5% pct.", danishMarks, isNotNumber, 0},
		{"pct.", danishMarks, isNotNumber, 0},
		{"kr. 5", danishMarks, isNotNumber, 0},
		{"½", danishMarks, isNotNumber, 0},
		{"١٢", danishMarks, isNotNumber, 0}, // digits of another script
		{"n/a", danishMarks, isNotNumber, 0},
		{"m", danishMarks, isNotNumber, 0},
		{"nul", danishMarks, isNotNumber, 0},
	} {
		got, verdict := c.marks.parse(c.text)
		if verdict != c.want {
			t.Errorf("%q with decimal %q: verdict %d, want %d", c.text, c.marks.decimal, verdict, c.want)
			continue
		}
		switch c.want {
		case isNumber:
			if got != c.value {
				t.Errorf("%q with decimal %q = %v, want %v", c.text, c.marks.decimal, got, c.value)
			}
		case isMissingMark:
			if !math.IsNaN(got) {
				t.Errorf("%q with decimal %q = %v, want NaN", c.text, c.marks.decimal, got)
			}
		}
	}
}

// swapMarks changes commas to points and points to commas.
var swapMarks = strings.NewReplacer(",", ".", ".", ",")

func TestParseTreatsBothDecimalMarksAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[-+]?[0-9]{0,4}([.,][0-9]{0,4}){0,3}([eE][-+]?[0-9]{1,2})?`).Draw(t, "text")
		if strings.Trim(text, ".,") == "" {
			return // '.' and '..' are missing, ',' is not
		}
		v, danish := danishMarks.parse(text)
		w, english := englishMarks.parse(swapMarks.Replace(text))
		if danish != english || danish == isNumber && v != w {
			t.Fatalf("%q is %v (%d) with a decimal comma; with the marks swapped it is %v (%d)", text, v, danish, w, english)
		}
	})
}

func TestParseNeverGivesTwoMeaningsToOneMark(t *testing.T) {
	// A number that both marks can read differs only by the one mark that can
	// be for thousands or decimals, and then the factor is 1,000.
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9 ]{1,8}([.,][0-9]{1,4}){0,3}`).Draw(t, "text")
		v, danish := danishMarks.parse(text)
		w, english := englishMarks.parse(text)
		if danish != isNumber || english != isNumber || v == w {
			return
		}
		if strings.Count(text, ".")+strings.Count(text, ",") != 1 {
			t.Fatalf("%q is %v or %v", text, v, w)
		}
		big, small := max(math.Abs(v), math.Abs(w)), min(math.Abs(v), math.Abs(w))
		if math.Abs(big-1000*small) > 1e-9*big {
			t.Fatalf("%q is %v or %v, which is not a factor of 1,000", text, v, w)
		}
	})
}

func TestLookWeighsEachKindOfNumber(t *testing.T) {
	for text, want := range map[string]evidence{
		"1,5":         {decimalComma: 1},
		"1.50":        {decimalPoint: 1},
		"0,500":       {decimalComma: 1}, // no thousands begin with a zero
		"0.123":       {decimalPoint: 1},
		"1234,567":    {decimalComma: 1}, // four digits before the mark
		"1234.567":    {decimalPoint: 1},
		"12,3456":     {decimalComma: 1},
		"1.234,5":     {decimalComma: 1},
		"1,234.5":     {decimalPoint: 1},
		"1.234.567,8": {decimalComma: 1},
		"1.234.567":   {thousandsPoint: 1},
		"1,234,567":   {thousandsComma: 1},
		"1,234":       {eitherComma: 1, example: "1,234"},
		"123.456":     {eitherPoint: 1, example: "123.456"},
		"-1.234":      {eitherPoint: 1, example: "1.234"},
		"−1,5":        {decimalComma: 1},
		" 1,5 ":       {decimalComma: 1},
		"1 234,5":     {decimalComma: 1}, // grouped by spaces
		"1 234.5":     {decimalPoint: 1},
		"1234":        {},
		"":            {},
		"..":          {},
		"-":           {},
		"12,5 %":      {decimalComma: 1},
		"Aarhus":      {},
		",5":          {},
		"1.5E3":       {decimalPoint: 1},
		"1,234e+03":   {decimalComma: 1}, // thousands are never before an exponent
		"1.234E-3":    {decimalPoint: 1},
		"2E3":         {},
		"1.5E":        {},
		"1.2.3E4":     {},
	} {
		var got evidence
		got.look(text)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(evidence{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestSettleFindsTheMarks(t *testing.T) {
	for _, c := range []struct {
		name      string
		numbers   string // separated by blanks
		separator rune
		want      marks
		open      bool
	}{
		{"decimal commas", "1,5 2 3,25", ',', danishMarks, false},
		{"decimal points", "1.5 2 3.25", ';', englishMarks, false},
		{"decimal comma settles a point in doubt", "1.234 0,5", '\t', danishMarks, false},
		{"decimal point settles a comma in doubt", "1,234 0.5", ';', englishMarks, false},
		{"both marks in one number", "1.234,56", ',', danishMarks, false},
		{"thousands points alone", "1.234.567", ',', danishMarks, false},
		{"thousands commas alone", "1,234,567", ';', englishMarks, false},
		{"more commas than points", "1,5 2,5 3.5", ',', danishMarks, false},
		{"as many of each", "1,5 3.5", ';', englishMarks, false},
		{"an exponent settles it", "100 1.5E3", ';', englishMarks, false},
		{"no marks, semicolons", "1 2 3", ';', danishMarks, false},
		{"no marks, commas", "1 2 3", ',', englishMarks, false},
		{"nothing", "", ';', danishMarks, false},
		{"in doubt, semicolons", "1.234 5.678", ';', danishMarks, true},
		{"in doubt, semicolons and commas", "1,234", ';', danishMarks, true},
		{"in doubt, tabs", "1.234", '\t', englishMarks, true},
		{"in doubt, bars", "1,234", '|', englishMarks, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var e evidence
			for _, text := range strings.Fields(c.numbers) {
				e.look(text)
			}
			got, open := e.settle(c.separator)
			if got != c.want || open != c.open {
				t.Errorf("settled on decimal %q, open %v; want %q, open %v", got.decimal, open, c.want.decimal, c.open)
			}
		})
	}
}

func TestParseYearTakesFourDigits(t *testing.T) {
	for text, want := range map[string]int{"2024": 2024, "1800": 1800, "2200": 2200, "1799": 0, "2201": 0, "24": 0, "02024": 0, "+201": 0, "-999": 0, "2024.0": 0, "år": 0, "": 0, "2024K1": 0} {
		got, ok := parseYear(text)
		if ok != (want != 0) || ok && got != want {
			t.Errorf("parseYear(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"", "-", "..", "1,5", "1.234.567,8", "1\u00a0234", "−5", "1e999", "inf", "0x1F", "1_000", "12.34.567", "+1.e5", "-.", "0,500", "NaN", ",0%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range []marks{danishMarks, englishMarks} {
			v, verdict := m.parse(text)
			if math.IsInf(v, 0) {
				t.Errorf("%q is %v", text, v)
			}
			if math.IsNaN(v) != (verdict == isMissingMark) {
				t.Errorf("%q is %v with verdict %d", text, v, verdict)
			}
			if verdict == isNumber && strings.TrimSpace(text) != "-" && !strings.ContainsAny(text, "0123456789") {
				t.Errorf("%q without a digit is the number %v", text, v)
			}
			if verdict == isNumber && strings.ContainsFunc(strings.TrimSpace(text), func(r rune) bool {
				return !strings.ContainsRune("0123456789+-−.,eE \u00a0\u202f", r)
			}) {
				t.Errorf("%q is the number %v", text, v)
			}
			if other := (marks{m.thousands, m.decimal}); verdict == isOtherMark {
				if _, v := other.parse(text); v != isNumber && v != isPercent {
					t.Errorf("%q is said to be a number with decimal %q, and is not (%d)", text, other.decimal, v)
				}
			}
		}
		var e evidence
		e.look(text)
	})
}
