package excel

import "testing"

// TestReservationMeanings: every word that a row is reserved with is explained.
func TestReservationMeanings(t *testing.T) {
	meant := map[string]bool{}
	for _, r := range reservationMeanings {
		if reservationWords[r.code].DA == "" || r.meaning.DA == "" || r.meaning.EN == "" || meant[string(r.code)] {
			t.Errorf("%s has no word, no meaning, or two", r.code)
		}
		meant[string(r.code)] = true
	}
	for code := range reservationWords {
		if !meant[string(code)] {
			t.Errorf("%s is not explained", code)
		}
	}
}
