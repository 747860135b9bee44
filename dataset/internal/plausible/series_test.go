package plausible

import (
	"math"
	"slices"
	"testing"
)

// TestMedianWithout compares with the median of the other values, written out.
func TestMedianWithout(t *testing.T) {
	for _, sorted := range [][]float64{{1}, {1, 2}, {1, 2, 2}, {1, 2, 3, 7}, {0, 1, 2, 3, 4}} {
		for _, one := range append([]float64{math.NaN()}, sorted...) {
			others := slices.Clone(sorted)
			if i := slices.Index(others, one); i >= 0 {
				others = slices.Delete(others, i, i+1)
			}
			want := math.NaN()
			if len(others) > 0 {
				want = takeMedian(others)
			}
			if got := takeMedianWithout(sorted, one); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Errorf("%v without %v: %v, want %v", sorted, one, got, want)
			}
		}
	}
}

// TestSlipOfThreeYears: one figure that is a hundred times too large is one slip, though it moves
// the median that the two other years are held against.
func TestSlipOfThreeYears(t *testing.T) {
	columns := make([][]float64, 3)
	for y := range columns {
		for m := range 20 {
			columns[y] = append(columns[y], 100+float64(3*m+y))
		}
	}
	columns[1][4] *= 100
	if got := NewSeries(columns).FindSlips(); len(got) != 1 || got[0].Municipality != 4 || got[0].Year != 1 {
		t.Errorf("%+v", got)
	}
}
