package excel_test

import (
	"testing"

	"github.com/raaderum/raaderum/benchmark/excel/internal/phrase"
)

// TestReservationMeanings: every word that a row is reserved with is explained.
func TestReservationMeanings(t *testing.T) {
	meant := map[string]bool{}
	for _, r := range phrase.ReservationMeanings {
		said := phrase.ReservationWords[r.Code].DA != "" && r.Meaning.DA != "" && r.Meaning.EN != ""
		if !said || meant[string(r.Code)] {
			t.Errorf("%s has no word, no meaning, or two", r.Code)
		}
		meant[string(r.Code)] = true
	}
	for code := range phrase.ReservationWords {
		if !meant[string(code)] {
			t.Errorf("%s is not explained", code)
		}
	}
}
