package expected

import (
	"math"
	"testing"
)

func TestLogarithmicMean(t *testing.T) {
	for _, test := range []struct{ a, b, want float64 }{
		{1, 1, 1},
		{7.5, 7.5, 7.5},
		{math.E, 1, math.E - 1},
		{100, 50, 50 / math.Ln2},
		{50, 100, 50 / math.Ln2},
		{1, 1e-6, (1 - 1e-6) / (6 * math.Ln10)},
	} {
		if got := LogarithmicMean(test.a, test.b); math.Abs(got/test.want-1) > 1e-14 {
			t.Errorf("LogarithmicMean(%v, %v) is %v, want %v", test.a, test.b, got, test.want)
		}
	}
	for _, ratio := range []float64{1e-3, 0.1, 0.9, 1.5, 1000} {
		if a, b := LogarithmicMean(7, 7*ratio), LogarithmicMean(7*ratio, 7); math.Abs(a/b-1) > 1e-12 {
			t.Errorf("logarithmicMean of 7 and %v times that: %v one way, %v the other", ratio, a, b)
		}
	}
	// Near to equal, L = a·(1 + d/2 − d²/12 + …) with b = a(1 + d).
	for _, d := range []float64{1e-12, 1e-10, 0.9e-9, 1.1e-9, 1e-8, 1e-7, 1e-6, 1e-5} {
		b := 1000 * (1 + d)
		exact := b/1000 - 1 // d as it is after rounding
		want := 1000 * (1 + exact/2 - exact*exact/12 + exact*exact*exact/24)
		if got := LogarithmicMean(1000, b); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("LogarithmicMean(1000, 1000·(1 + %v)) is %.17g, want %.17g", d, got, want)
		}
	}
}
