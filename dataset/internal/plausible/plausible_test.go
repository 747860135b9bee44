package plausible_test

import (
	"math"
	"testing"

	"github.com/raaderum/raaderum/dataset/internal/plausible"
)

// makeColumn returns figures that vary around a level.
func makeColumn(n int, level float64) []float64 {
	column := make([]float64, n)
	for i := range column {
		column[i] = level * (1 + 0.3*math.Sin(float64(i)))
	}
	return column
}

// TestPlanted plants one mistake of each kind in figures that have none.
func TestPlanted(t *testing.T) {
	t.Parallel()
	clean := makeColumn(40, 1000)
	if _, _, ok := plausible.FindHeaps(clean); ok {
		t.Error("there are no heaps")
	}
	if _, n := plausible.FindMark(clean); n != 0 {
		t.Error("there is no mark")
	}
	if _, ok := plausible.FindDrift(clean, makeColumn(40, 1100)); ok {
		t.Error("a tenth more is plausible")
	}
	if plausible.AreSame(clean, makeColumn(40, 1100)) {
		t.Error("the columns differ")
	}
	var years [][]float64
	for i := range 5 {
		years = append(years, makeColumn(40, 1000+20*float64(i)))
	}
	if slips := plausible.NewSeries(years).FindSlips(); len(slips) != 0 {
		t.Error("there are no slips:", slips)
	}

	heaps := makeColumn(40, 1000)
	for i := 0; i < 15; i++ {
		heaps[i] /= 1000
	}
	low, high, ok := plausible.FindHeaps(heaps)
	if !ok || math.Abs(math.Log10(high/low)-3) > 0.3 {
		t.Errorf("heaps at %v and %v, %v; they are a thousandfold apart", low, high, ok)
	}
	marked := makeColumn(40, 1000)
	marked[3], marked[8] = -9999, -9999
	if value, n := plausible.FindMark(marked); value != -9999 || n != 2 {
		t.Errorf("mark %v stands %d times", value, n)
	}
	factor, ok := plausible.FindDrift(clean, makeColumn(40, 1_000_000))
	if !ok || math.Abs(factor-1000) > 1e-6 {
		t.Errorf("drift by %v, %v", factor, ok)
	}
	years[1][7] *= 100
	slips := plausible.NewSeries(years).FindSlips()
	if len(slips) != 1 || slips[0].Municipality != 7 || slips[0].Year != 1 ||
		math.Abs(math.Pow(10, slips[0].By)-100) > 5 {
		t.Error("slips:", slips)
	}
	if !plausible.AreSame(clean, makeColumn(40, 1000)) {
		t.Error("the columns are the same")
	}
}
