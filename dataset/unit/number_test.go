package unit

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	danishMarks  = Marks{Decimal: ',', Thousands: '.'}
	englishMarks = Marks{Decimal: '.', Thousands: ','}
)

func TestParseTellsNumbersFromWhatIsNone(t *testing.T) {
	const (
		nbsp   = "\u00a0"
		narrow = "\u202f"
	)
	for _, c := range []struct {
		text  string
		marks Marks
		want  Verdict
		value float64 // where it is a number
	}{
		// Plain numbers are the same under either mark.
		{"0", danishMarks, Number, 0},
		{"0", englishMarks, Number, 0},
		{"1234", danishMarks, Number, 1234},
		{"1234", englishMarks, Number, 1234},
		{"  42 ", danishMarks, Number, 42},
		{nbsp + "42" + nbsp, danishMarks, Number, 42},
		{"007", danishMarks, Number, 7},
		{"-5", danishMarks, Number, -5},
		{"-5", englishMarks, Number, -5},
		{"+5", danishMarks, Number, 5},
		{"−5", danishMarks, Number, -5}, // the minus of typography
		{"−1.234,5", danishMarks, Number, -1234.5},
		{"-", danishMarks, Number, 0}, // Statistics Denmark: nothing
		{" - ", englishMarks, Number, 0},

		// A ledger's negative amounts; shorter ones may be marks of notes.
		{"55.000.000-", danishMarks, Number, -55000000},
		{"(55.000.000)", danishMarks, Number, -55000000},
		{"(1.234,50)", danishMarks, Number, -1234.5},
		{"1,234.50-", englishMarks, Number, -1234.5},
		{"(1234)", englishMarks, Number, -1234},
		{"(12)", danishMarks, NotNumber, 0},
		{"-1234-", danishMarks, NotNumber, 0},
		{"(1234-1236)", danishMarks, NotNumber, 0},

		// Decimals.
		{"1,5", danishMarks, Number, 1.5},
		{"1.5", englishMarks, Number, 1.5},
		{"-0,25", danishMarks, Number, -0.25},
		{"0,500", danishMarks, Number, 0.5},
		{"0.500", englishMarks, Number, 0.5},
		{"1,234", danishMarks, Number, 1.234},
		{"1.234", englishMarks, Number, 1.234},
		{"1.5", danishMarks, OtherMark, 0},
		{"1,5", englishMarks, OtherMark, 0},
		{"1234.567", danishMarks, OtherMark, 0},
		{"1234,567", englishMarks, OtherMark, 0},

		// Thousands.
		{"1.234", danishMarks, Number, 1234},
		{"1,234", englishMarks, Number, 1234},
		{"1.234.567", danishMarks, Number, 1234567},
		{"1,234,567", englishMarks, Number, 1234567},
		{"12.345,67", danishMarks, Number, 12345.67},
		{"12,345.67", englishMarks, Number, 12345.67},
		{"1.234,5", englishMarks, OtherMark, 0},
		{"1,234.5", danishMarks, OtherMark, 0},
		{"1.234.567", englishMarks, OtherMark, 0},
		{"1,234,567", danishMarks, OtherMark, 0},
		{"1 234", danishMarks, Number, 1234},
		{"1" + nbsp + "234" + nbsp + "567,5", danishMarks, Number, 1234567.5},
		{"1" + narrow + "234.5", englishMarks, Number, 1234.5},
		{"-1 234 567", englishMarks, Number, -1234567},

		// A group of thousands does not begin with a zero.
		{"0.500", danishMarks, OtherMark, 0},
		{"0,500", englishMarks, OtherMark, 0},
		{"-0.125", danishMarks, OtherMark, 0},
		// Two kinds of thousands marks in one number are no grouping.
		{"1 234,567", englishMarks, OtherMark, 0},
		{"1" + nbsp + "234.567", danishMarks, OtherMark, 0},

		// Wrongly grouped.
		{"12.34.567", danishMarks, NotNumber, 0},
		{"12.34.567", englishMarks, NotNumber, 0},
		{"1,2,3", danishMarks, NotNumber, 0},
		{"1,2,3", englishMarks, NotNumber, 0},
		{"1234.567,8", danishMarks, NotNumber, 0},
		{"1..234", danishMarks, NotNumber, 0},
		{"1.234.", danishMarks, NotNumber, 0},
		{".234.567", danishMarks, NotNumber, 0},
		{"1,234,5", danishMarks, NotNumber, 0},
		{"1,5.000", englishMarks, NotNumber, 0},
		{"1  234", danishMarks, NotNumber, 0},

		// Exponents, as programs write them.
		{"1e5", englishMarks, Number, 100000},
		{"1E5", danishMarks, Number, 100000},
		{"1,5e-3", danishMarks, Number, 0.0015},
		{"2.5E+2", englishMarks, Number, 250},
		{"1e", danishMarks, NotNumber, 0},
		{"e5", danishMarks, NotNumber, 0},
		{"1e+-5", englishMarks, NotNumber, 0},
		{"1e5,5", danishMarks, NotNumber, 0},
		{"1e5e5", englishMarks, NotNumber, 0},

		// Not finite, or beyond what a float64 holds.
		{"1e999", englishMarks, Infinite, 0},
		{"-1e999", danishMarks, Infinite, 0},
		{strings.Repeat("9", 400), danishMarks, Infinite, 0},
		{"inf", danishMarks, Infinite, 0},
		{"+Inf", englishMarks, Infinite, 0},
		{"-Infinity", englishMarks, Infinite, 0},
		{"−∞", danishMarks, Infinite, 0},

		// Missing.
		{"", danishMarks, Missing, 0},
		{"   ", danishMarks, Missing, 0},
		{".", danishMarks, Missing, 0},
		{".", englishMarks, Missing, 0},
		{"..", englishMarks, Missing, 0},
		{" .. ", danishMarks, Missing, 0},
		{"...", danishMarks, Missing, 0},
		{"M", danishMarks, Missing, 0},
		{"U", danishMarks, Missing, 0},
		{"NA", danishMarks, Missing, 0},
		{"NaN", danishMarks, Missing, 0},
		{"nan", englishMarks, Missing, 0},

		// What Go would read as a number and a person would not.
		{"0x1F", englishMarks, NotNumber, 0},
		{"0x1p-2", englishMarks, NotNumber, 0},
		{"0b101", englishMarks, NotNumber, 0},
		{"1_000", englishMarks, NotNumber, 0},
		{"nan(1)", englishMarks, NotNumber, 0},

		// Texts.
		{"....", danishMarks, NotNumber, 0},
		{"--", danishMarks, NotNumber, 0},
		{"-.", englishMarks, NotNumber, 0},
		{"+", danishMarks, NotNumber, 0},
		{"−", danishMarks, NotNumber, 0},
		{"+-5", danishMarks, NotNumber, 0},
		{"--5", englishMarks, NotNumber, 0},
		{"5-", danishMarks, NotNumber, 0},
		{"5-3", englishMarks, NotNumber, 0},
		{"- 5", danishMarks, NotNumber, 0},
		{"(5)", danishMarks, NotNumber, 0},
		{"12 %", danishMarks, Percent, 12},
		{"-1.234,5%", danishMarks, Percent, -1234.5},
		{"5 pct.", englishMarks, Percent, 5},
		{"5\u00a0pct", englishMarks, Percent, 5},
		{"1.25%", danishMarks, OtherMark, 0},
		{"%", danishMarks, NotNumber, 0},
		{"-%", danishMarks, NotNumber, 0},
		{"..%", danishMarks, NotNumber, 0},
		{"5%%", danishMarks, NotNumber, 0},
		{"5% pct.", danishMarks, NotNumber, 0},
		{"pct.", danishMarks, NotNumber, 0},
		{"kr. 5", danishMarks, NotNumber, 0},
		{"½", danishMarks, NotNumber, 0},
		{"١٢", danishMarks, NotNumber, 0}, // digits of another script
		{"n/a", danishMarks, NotNumber, 0},
		{"m", danishMarks, NotNumber, 0},
		{"nul", danishMarks, NotNumber, 0},
	} {
		got, verdict := c.marks.Parse(c.text)
		if verdict != c.want {
			t.Errorf("%q with decimal %q: verdict %d, want %d", c.text, c.marks.Decimal, verdict, c.want)
			continue
		}
		switch c.want {
		case Number:
			if got != c.value {
				t.Errorf("%q with decimal %q = %v, want %v", c.text, c.marks.Decimal, got, c.value)
			}
		case Missing:
			if !math.IsNaN(got) {
				t.Errorf("%q with decimal %q = %v, want NaN", c.text, c.marks.Decimal, got)
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
		v, danish := danishMarks.Parse(text)
		w, english := englishMarks.Parse(swapMarks.Replace(text))
		if danish != english || danish == Number && v != w {
			t.Fatalf("%q is %v (%d) with a decimal comma; with the marks swapped it is %v (%d)", text, v, danish, w, english)
		}
	})
}

func TestParseNeverGivesTwoMeaningsToOneMark(t *testing.T) {
	// A number that both marks can read differs only by the one mark that can
	// be for thousands or decimals, and then the factor is 1,000.
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`-?[0-9 ]{1,8}([.,][0-9]{1,4}){0,3}`).Draw(t, "text")
		v, danish := danishMarks.Parse(text)
		w, english := englishMarks.Parse(text)
		if danish != Number || english != Number || v == w {
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
	for text, want := range map[string]Evidence{
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
		"1,234":       {EitherComma: 1, Example: "1,234"},
		"123.456":     {EitherPoint: 1, Example: "123.456"},
		"-1.234":      {EitherPoint: 1, Example: "1.234"},
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
		var got Evidence
		got.Look(text)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Evidence{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestSettleFindsTheMarks(t *testing.T) {
	for _, c := range []struct {
		name      string
		numbers   string // separated by blanks
		separator rune
		want      Marks
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
			var e Evidence
			for _, text := range strings.Fields(c.numbers) {
				e.Look(text)
			}
			got, open := e.Settle(c.separator)
			if got != c.want || open != c.open {
				t.Errorf("settled on decimal %q, open %v; want %q, open %v", got.Decimal, open, c.want.Decimal, c.open)
			}
		})
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"", "-", "..", "1,5", "1.234.567,8", "1\u00a0234", "−5", "1e999", "inf", "0x1F", "1_000", "12.34.567", "+1.e5", "-.", "0,500", "NaN", ",0%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range []Marks{danishMarks, englishMarks} {
			v, verdict := m.Parse(text)
			if math.IsInf(v, 0) {
				t.Errorf("%q is %v", text, v)
			}
			if math.IsNaN(v) != (verdict == Missing) {
				t.Errorf("%q is %v with verdict %d", text, v, verdict)
			}
			if verdict == Number && strings.TrimSpace(text) != "-" && !strings.ContainsAny(text, "0123456789") {
				t.Errorf("%q without a digit is the number %v", text, v)
			}
			if verdict == Number && strings.ContainsFunc(strings.TrimSpace(text), func(r rune) bool {
				return !strings.ContainsRune("0123456789+-−.,eE \u00a0\u202f", r)
			}) {
				t.Errorf("%q is the number %v", text, v)
			}
			if other := (Marks{m.Thousands, m.Decimal}); verdict == OtherMark {
				if _, v := other.Parse(text); v != Number && v != Percent {
					t.Errorf("%q is said to be a number with decimal %q, and is not (%d)", text, other.Decimal, v)
				}
			}
		}
		var e Evidence
		e.Look(text)
	})
}
