package curve

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// Summary sums up what the models of a curve say of one municipality.
type Summary struct {
	Models       int     // how many models expect something above zero of the municipality
	Failed       int     // how many could not be fitted, or expect nothing above zero of it
	ShareAbove   float64 // share of Models in which the figure is above what is expected
	ShareFlagged float64 // share of Models in which it also has a one-sided p ≤ [Level]
	// The median deviation in percent of expected, and the quantiles at 10 and 90 per cent.
	MedianPct, LowPct, HighPct float64
}

// heldBytes bounds the memory for deviations. A quantile needs the deviations of a
// municipality in all models. If the deviations of all municipalities are too many to hold,
// they are found for some municipalities at a time, and the models are fitted anew for the
// next ones.
const heldBytes = 64 << 20

// Summarise fits the models and sums up what they say of each municipality. It also returns
// how many models could not be fitted at all. It calls tried as it goes on, with the number
// of models that it has come through since the last call. In all there are [Curve.Models].
// The error is the context's.
func (c *Curve) Summarise(
	ctx context.Context, tried func(n int),
) (summaries []Summary, failed int, err error) {
	return c.summarise(ctx, heldBytes, tried)
}

// summarise is Summarise with another bound on the memory, so that tests can try it.
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
		tried = func(int) {} // all models are counted now
	}
	return summaries, failed, nil
}

// summariseBlock fills in summaries for the municipalities that begin with the first.
func (c *Curve) summariseBlock(
	ctx context.Context, first int, summaries []Summary, tried func(n int),
) (failed int, err error) {
	n, models := len(summaries), c.Models()
	pct := vector.Missing(models * n) // by model, then municipality
	flagged := make([]int, n)         // by municipality: how many models flag it
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

// summariseDeviations sums up a municipality's deviations. It sorts them.
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
	At       int // position of the model: see [Curve.Specification]
	Expected float64
	Pct      float64 // deviation in percent of expected
	Flagged  bool    // whether the figure is above expected with a one-sided p ≤ [Level]
}

// Find fits the models again, and returns what those say that expect something of a
// municipality. The points are sorted by deviation, the lowest first. The error is the
// context's.
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
