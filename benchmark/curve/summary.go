package curve

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// Summary is what the models of a curve say of one municipality.
type Summary struct {
	Models       int     // that expect something above zero of the municipality
	Failed       int     // that could not be fitted, or expect nothing of it
	ShareAbove   float64 // of Models: the figure is above what is expected
	ShareFlagged float64 // of Models: above, with a one-sided p ≤ [Level] in that model
	// The median deviation in percent of expected, and the range from the 10 to the
	// 90 per cent quantile.
	MedianPct, LowPct, HighPct float64
}

// heldBytes bounds the deviations that are held at a time. A quantile needs all
// models' deviations of a municipality, so where there are too many municipalities to
// hold, the models are fitted once more for the next ones.
const heldBytes = 64 << 20

// Summarise fits the models and sums up what they say of each municipality. failed
// is how many models could not be fitted at all. tried is told how many models have
// been fitted, as a part of [Curve.Models] in all. The error is the context's.
func (c *Curve) Summarise(
	ctx context.Context, tried func(n int),
) (summaries []Summary, failed int, err error) {
	return c.summarise(ctx, heldBytes, tried)
}

func (c *Curve) summarise(
	ctx context.Context, held int, tried func(n int),
) (summaries []Summary, failed int, err error) {
	n := len(c.area.Unit)
	summaries = make([]Summary, n)
	block := max(1, held/8/max(1, c.Models()))
	for first := 0; first < n; first += block {
		part := summaries[first:min(first+block, n)]
		if failed, err = c.summariseBlock(ctx, first, part, tried); err != nil {
			return nil, 0, err
		}
		tried = func(int) {} // they were counted
	}
	return summaries, failed, nil
}

// summariseBlock sums up what the models say of the municipalities from one on.
func (c *Curve) summariseBlock(
	ctx context.Context, first int, summaries []Summary, tried func(n int),
) (failed int, err error) {
	n, models := len(summaries), c.Models()
	pct := vector.Missing(models * n)
	flagged := make([]int, n)
	fitted := 0
	err = c.forEachModel(ctx, func(m *model) {
		fitted++
		copy(pct[m.at*n:(m.at+1)*n], m.pct[first:])
		for i, f := range m.flagged[first : first+n] {
			if f {
				flagged[i]++
			}
		}
	}, tried)
	if err != nil {
		return 0, err
	}
	one := make([]float64, 0, models)
	for i := range summaries {
		one = one[:0]
		for at := range models {
			if d := pct[at*n+i]; !math.IsNaN(d) {
				one = append(one, d)
			}
		}
		summaries[i] = summariseDeviations(one, models, flagged[i])
	}
	return models - fitted, nil
}

// summariseDeviations sums up a municipality's deviations, which it sorts.
func summariseDeviations(pct []float64, models, flagged int) Summary {
	s := Summary{Models: len(pct), Failed: models - len(pct)}
	slices.Sort(pct)
	notAbove, _ := slices.BinarySearchFunc(pct, 0, func(d, zero float64) int {
		if d <= zero {
			return -1
		}
		return 1
	})
	n := float64(len(pct))
	s.ShareAbove, s.ShareFlagged = float64(len(pct)-notAbove)/n, float64(flagged)/n
	s.LowPct = vector.Quantile(pct, 0.1)
	s.MedianPct = vector.Quantile(pct, 0.5)
	s.HighPct = vector.Quantile(pct, 0.9)
	return s
}

// Point is what one model says of one municipality.
type Point struct {
	At       int // position of the model; see [Curve.Specification]
	Expected float64
	Pct      float64 // deviation in percent of expected
	Flagged  bool    // above, with a one-sided p ≤ [Level]
}

// Find fits the models again and returns those that expect something of a
// municipality, by the deviation, the lowest first. The error is the context's.
func (c *Curve) Find(ctx context.Context, municipality int) ([]Point, error) {
	var found []Point
	err := c.forEachModel(ctx, func(m *model) {
		if pct := m.pct[municipality]; !math.IsNaN(pct) {
			found = append(found,
				Point{m.at, m.expected[municipality], pct, m.flagged[municipality]})
		}
	}, func(int) {})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b Point) int {
		return cmp.Or(cmp.Compare(a.Pct, b.Pct), cmp.Compare(a.At, b.At))
	})
	return found, nil
}
