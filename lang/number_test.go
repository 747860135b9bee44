package lang_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/raaderum/raaderum/lang"
	"pgregory.net/rapid"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		value    float64
		decimals int
		signed   bool
		da, en   string
	}{
		{0, 0, false, "0", "0"},
		{0, 2, true, "0,00", "0.00"},
		{7, 0, true, "+7", "+7"},
		{-7, 0, true, "-7", "-7"},
		{999, 0, false, "999", "999"},
		{1000, 0, false, "1.000", "1,000"},
		{-1234.5, 1, false, "-1.234,5", "-1,234.5"},
		{1234567.891, 2, true, "+1.234.567,89", "+1,234,567.89"},
		{123456, 0, false, "123.456", "123,456"},
		{1e15, 0, false, "1.000.000.000.000.000", "1,000,000,000,000,000"},
		{999.96, 1, false, "1.000,0", "1,000.0"}, // rounded over a thousand
		{0.5, 0, false, "1", "1"},                // half away from zero
		{1.5, 0, false, "2", "2"},
		{2.5, 0, false, "3", "3"},
		{-2.5, 0, true, "-3", "-3"},
		{-0.5, 0, true, "-1", "-1"},
		{0.05, 1, true, "+0,1", "+0.1"},
		{2.675, 2, false, "2,68", "2.68"}, // nearest in binary is below it
		{1.005, 2, false, "1,01", "1.01"}, // as in a spreadsheet
		{0.1 + 0.2 - 0.05, 1, false, "0,3", "0.3"},
		{0.15, 1, false, "0,2", "0.2"},
		{99.995, 2, false, "100,00", "100.00"},
		{0.0049999999999999999, 2, false, "0,01", "0.01"},
		{0.00449, 2, false, "0,00", "0.00"},
		{123456789012345678, 0, false, "123.456.789.012.345.680", "123,456,789,012,345,680"},
		{-0.4, 0, true, "0", "0"}, // shows as zero, so it has no sign
		{-0.004, 2, true, "0,00", "0.00"},
		{0.04, 1, true, "0,0", "0.0"},
		{math.Copysign(0, -1), 0, true, "0", "0"},
		{-0.05, 2, false, "-0,05", "-0.05"},
		{math.NaN(), 1, true, lang.Missing, lang.Missing},
	} {
		for l, want := range map[lang.Language]string{lang.Danish: c.da, lang.English: c.en} {
			if got := lang.Format(l, c.value, c.decimals, c.signed); got != want {
				t.Errorf("Format(%v, %v, %d, %v) = %q, want %q", l, c.value, c.decimals, c.signed, got, want)
			}
			if got := (lang.Number{Value: c.value, Decimals: c.decimals, Signed: c.signed}).In(l); got != want {
				t.Errorf("Number of %v in %v is %q, want %q", c.value, l, got, want)
			}
		}
	}
}

func TestFormatPutsNoMarksInWhatHasNoDigits(t *testing.T) {
	for _, v := range []float64{math.Inf(1), math.Inf(-1), math.NaN()} {
		for _, l := range []lang.Language{lang.Danish, lang.English} {
			if got := lang.Format(l, v, 1, true); got != lang.Missing && strings.ContainsAny(got, ".,") {
				t.Errorf("Format(%v, %v) = %q", l, v, got)
			}
		}
	}
}

func TestFormatCanBeReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Float64Range(-1e12, 1e12).Draw(t, "value")
		decimals := rapid.IntRange(0, 6).Draw(t, "decimals")
		signed := rapid.Bool().Draw(t, "signed")
		english := lang.Format(lang.English, value, decimals, signed)
		danish := lang.Format(lang.Danish, value, decimals, signed)
		if got := strings.NewReplacer(",", ".", ".", ",").Replace(danish); got != english {
			t.Fatalf("%q in Danish and %q in English differ in more than the marks", danish, english)
		}
		got, err := strconv.ParseFloat(strings.ReplaceAll(english, ",", ""), 64)
		if err != nil {
			t.Fatal(err)
		}
		// It is within half of the last decimal, or of the fifteenth digit.
		half := 0.5*math.Pow10(-decimals) + math.Abs(value)*1e-14
		if math.Abs(got-value) > half*(1+1e-9) {
			t.Fatalf("%v is said as %q, which is %v", value, english, got)
		}
		whole, _, _ := strings.Cut(strings.TrimLeft(english, "+-"), ".")
		for i, group := range strings.Split(whole, ",") {
			if i > 0 && len(group) != 3 || i == 0 && (len(group) == 0 || len(group) > 3) {
				t.Fatalf("%q is wrongly grouped", english)
			}
		}
	})
}

func TestListSaysAnd(t *testing.T) {
	for _, c := range []struct {
		list   lang.List
		da, en string
	}{
		{nil, "", ""},
		{lang.List{"a"}, "a", "a"},
		{lang.List{"a", "b"}, "a og b", "a and b"},
		{lang.List{"a", "b", "c"}, "a, b og c", "a, b and c"},
	} {
		if got := c.list.In(lang.Danish); got != c.da {
			t.Errorf("%v in Danish is %q, want %q", []string(c.list), got, c.da)
		}
		if got := c.list.In(lang.English); got != c.en {
			t.Errorf("%v in English is %q, want %q", []string(c.list), got, c.en)
		}
	}
}
