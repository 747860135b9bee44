package expected

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

var nan = math.NaN()

// equal compares numbers to rounding, and NaN with NaN.
var equal = cmp.Options{cmpopts.EquateNaNs(), cmpopts.EquateApprox(1e-13, 0), cmpopts.EquateEmpty()}

// readAdjusted reads p-values and what R 4.2.2 makes of them: p.adjust(p, "BH").
func readAdjusted(t *testing.T) []struct{ P, Q []float64 } {
	t.Helper()
	text, err := os.ReadFile("../testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var r struct{ Adjusted []struct{ P, Q []float64 } }
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	return r.Adjusted
}

func TestBenjaminiHochberg(t *testing.T) {
	families := readAdjusted(t)
	if len(families) < 7 {
		t.Fatalf("%d families, want 7", len(families))
	}
	for _, f := range families {
		if diff := cmp.Diff(f.Q, benjaminiHochberg(f.P), equal); diff != "" {
			t.Errorf("p = %v (-R +got):\n%s", f.P, diff)
		}
	}
	if q := benjaminiHochberg(nil); len(q) != 0 {
		t.Errorf("no tests give %v", q)
	}
}

// TestBenjaminiHochbergByDefinition: q ≤ α exactly for the tests that the
// step-up procedure rejects at α.
func TestBenjaminiHochbergByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 0.001, 0.004, 0.01, 0.02, 0.03, 0.2, 0.5, 1}), 1, 30).Draw(t, "p")
		const alpha = 0.0501 // no p·k/j is that, so that rounding decides nothing
		sorted := slices.Sorted(slices.Values(p))
		limit := -1.0 // the largest p₍ⱼ₎ with p₍ⱼ₎ ≤ α·j/k
		for j, v := range sorted {
			if v <= alpha*float64(j+1)/float64(len(p)) {
				limit = v
			}
		}
		for i, q := range benjaminiHochberg(p) {
			if q <= alpha != (p[i] <= limit) {
				t.Errorf("p = %v of %v: q = %v, rejected at %v: %v", p[i], p, q, alpha, p[i] <= limit)
			}
			if q < p[i] || q > 1 {
				t.Errorf("q = %v of p = %v", q, p[i])
			}
		}
	})
}

// benjaminiHochberg returns the adjusted p-values of a family.
func benjaminiHochberg(p []float64) []float64 {
	m := &Model{}
	for _, v := range p {
		tail := v
		if v > 0.5 {
			tail = math.Copysign(1-v, -1)
		}
		m.Tail = append(m.Tail, tail)
	}
	SetRates([]*Model{m}, OfArea)
	return m.Q
}

func TestFamilies(t *testing.T) {
	for _, test := range []struct {
		family  Family
		members [2][3][]float64 // for each area and municipality, the p-values of its family
	}{
		{OfMunicipality, [2][3][]float64{{{0.01, 0.2}, {0.03, 0.04}, nil}, {{0.01, 0.2}, {0.03, 0.04}, {0.5}}}},
		{OfArea, [2][3][]float64{{{0.01, 0.03}, {0.01, 0.03}, nil}, {{0.2, 0.04, 0.5}, {0.2, 0.04, 0.5}, {0.2, 0.04, 0.5}}}},
		{OfAll, [2][3][]float64{{{0.01, 0.03, 0.2, 0.04, 0.5}, {0.01, 0.03, 0.2, 0.04, 0.5}, nil}, {{0.01, 0.03, 0.2, 0.04, 0.5}, {0.01, 0.03, 0.2, 0.04, 0.5}, {0.01, 0.03, 0.2, 0.04, 0.5}}}},
	} {
		p := [2][]float64{{0.01, 0.03, nan}, {0.2, 0.04, 0.5}}
		list := []*Model{{Tail: p[0]}, {Tail: p[1]}}
		SetRates(list, test.family)
		for a, c := range list {
			for m, members := range test.members[a] {
				want, wantLow := nan, nan
				if members != nil {
					low := make([]float64, len(members))
					for i, v := range members {
						low[i] = 1 - v
					}
					i := slices.Index(members, p[a][m])
					want, wantLow = benjaminiHochberg(members)[i], benjaminiHochberg(low)[i]
				}
				if !cmp.Equal(want, c.Q[m], equal) || !cmp.Equal(wantLow, c.QLow[m], equal) {
					t.Errorf("family %d, area %d, municipality %d: q %v and %v, want %v and %v", test.family, a, m, c.Q[m], c.QLow[m], want, wantLow)
				}
			}
		}
	}
	SetRates(nil, OfAll) // no areas: nothing to do
}
