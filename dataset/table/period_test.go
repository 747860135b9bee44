package table

import "testing"

func TestParseYearTakesFourDigits(t *testing.T) {
	for text, want := range map[string]int{"2024": 2024, "1800": 1800, "2200": 2200, "1799": 0, "2201": 0, "24": 0, "02024": 0, "+201": 0, "-999": 0, "2024.0": 0, "år": 0, "": 0, "2024K1": 0} {
		got, ok := ParseYear(text)
		if ok != (want != 0) || ok && got != want {
			t.Errorf("parseYear(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
}
