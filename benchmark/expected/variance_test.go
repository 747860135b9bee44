package expected

import (
	"math"
	"testing"
)

func TestShrink(t *testing.T) {
	close := func(got, want float64) bool { return math.Abs(got-want) < 1e-12 }

	alone := []spread{{0.4, 0.1}, {}}
	if shrinkSpreads(alone); !close(alone[0].gamma, 0.4) || !close(alone[1].gamma, 0.4) {
		t.Errorf("one area with a γ: %v", alone)
	}

	// Alike within their errors: all get the weighted mean,
	// (0.3/0.01 + 0.4/0.04)/(1/0.01 + 1/0.04) = 0.32.
	alike := []spread{{0.3, 0.1}, {0.4, 0.2}}
	if shrinkSpreads(alike); !close(alike[0].gamma, 0.32) || !close(alike[1].gamma, 0.32) {
		t.Errorf("areas that are alike: %v, want 0.32", alike)
	}

	// Far apart for their errors: Q = 2·(0.3/0.1)² = 18, c = 200 − 20000/200 =
	// 100, so that the variance between is (18 − 1)/100 = 0.17 and each keeps
	// 0.17/0.18 of its distance from the mean 0.5.
	apart := []spread{{0.2, 0.1}, {0.8, 0.1}}
	shrinkSpreads(apart)
	if want := 0.5 - 0.3*0.17/0.18; !close(apart[0].gamma, want) || !close(apart[1].gamma, 1-want) {
		t.Errorf("areas that are apart: %v, want %v and %v", apart, want, 1-want)
	}

	bounded := []spread{{-0.5, 0.1}}
	if shrinkSpreads(bounded); bounded[0].gamma != 0 {
		t.Errorf("a spread that grows with size: %v", bounded)
	}
	none := []spread{{}, {}}
	if shrinkSpreads(none); none[0].gamma != 0 {
		t.Errorf("no area with a γ: %v", none)
	}
}
