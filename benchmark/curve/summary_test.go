package curve

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// drawn is the curve of an area with four candidates, by two fits. Some municipalities
// lack a figure or a driver.
func drawn() *Curve {
	rng := rand.New(rand.NewPCG(1, 2))
	const n = 60
	area := expected.Area{Unit: make([]float64, n), Volume: make([]float64, n), Excluded: make([]bool, n)}
	drivers := make([]expected.Driver, 4)
	for k := range drivers {
		drivers[k] = expected.Driver{ID: string(rune('a' + k)), Values: make([]float64, n)}
		for m := range n {
			drivers[k].Values[m] = rng.NormFloat64()
		}
	}
	for m := range n {
		area.Unit[m] = 1000 + 100*drivers[0].Values[m] + 50*rng.NormFloat64()
		area.Volume[m] = 100
	}
	area.Unit[3], drivers[2].Values[5], area.Excluded[7] = math.NaN(), math.NaN(), true
	method := expected.Method{Estimator: regress.OLS{}, MinN: 30, MinNPerDriver: 5}
	huber := method
	huber.Estimator = regress.Huber{}
	return New(area, nil, drivers, []Fit{{Method: method}, {Method: huber}})
}

// TestBlocks: however few deviations are held at a time, the curve says the same, and
// its models are counted once.
func TestBlocks(t *testing.T) {
	c := drawn()
	sum := func(held int) ([]Summary, int, int) {
		tried := 0
		summaries, failed, err := c.summarise(t.Context(), held, func(n int) { tried += n })
		if err != nil {
			t.Fatal(err)
		}
		return summaries, failed, tried
	}
	whole, failed, tried := sum(heldBytes)
	if tried != c.Models() || c.Models() != 22 || len(whole) != 60 {
		t.Fatalf("%d of %d models tried, %d municipalities", tried, c.Models(), len(whole))
	}
	for _, held := range []int{1, 8 * 22, 8 * 22 * 7, 8 * 22 * 60} {
		part, partFailed, partTried := sum(held)
		if diff := cmp.Diff(whole, part, cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("%d bytes held (-all +some):\n%s", held, diff)
		}
		if partFailed != failed || partTried != tried {
			t.Errorf("%d bytes held: %d failed of %d, want %d of %d", held, partFailed, partTried, failed, tried)
		}
	}
}

// TestFind: the models that are found for a municipality are those that its summary
// is made of, in order.
func TestFind(t *testing.T) {
	c := drawn()
	summaries, _, err := c.Summarise(t.Context(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []int{0, 3, 5, 7, 59} {
		points, err := c.Find(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		above, before := 0, math.Inf(-1)
		for _, p := range points {
			if p.Pct < before {
				t.Errorf("municipality %d: %v after %v", m, p.Pct, before)
			}
			if before = p.Pct; p.Pct > 0 {
				above++
			}
		}
		s := summaries[m]
		if s.Models != len(points) || s.Models > 0 && s.ShareAbove != float64(above)/float64(len(points)) {
			t.Errorf("municipality %d: %+v of %d models, %d above", m, s, len(points), above)
		}
	}
}
