package target

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/lang"
)

// expectedQuantile is the expected level times a quantile, among the others, of what they
// spend over what is expected of them. With 0.25 the target is as far below the expected
// level as the best quarter of the others are below theirs. The others are the
// municipalities in the fit. What is expected of each comes from a model without it.
type expectedQuantile float64

// defaultQuantile is the best quarter.
const defaultQuantile = 0.25

func parseExpectedQuantile(parameter string) (Rule, bool) {
	if parameter == "" {
		return expectedQuantile(defaultQuantile), true
	}
	q, ok := parseShare(parameter)
	return expectedQuantile(q), ok
}

func (q expectedQuantile) String() string { return "expected-quantile:" + writeShare(float64(q)) }

func (q expectedQuantile) In(l lang.Language) string {
	return ruleExpectedQuantile.With(toPercent(float64(q))).In(l)
}

func (q expectedQuantile) prepare(_ context.Context, a Area) (Finder, error) {
	unit, _ := a.Figures()
	ratio := func(m int, e Expected) float64 {
		if !e.InFit || !(e.Level > 0) {
			return math.NaN()
		}
		return unit[m] / e.Level
	}
	var sorted []float64
	for m := range unit {
		if r := ratio(m, a.Expected(m)); !math.IsNaN(r) {
			sorted = append(sorted, r)
		}
	}
	slices.Sort(sorted)
	return func(m int) Level {
		e := a.Expected(m)
		own := ratio(m, e)
		n := len(sorted)
		if !math.IsNaN(own) {
			n--
		}
		if n < 1 || !(e.Level > 0) {
			return newMissingLevel(NoExpected)
		}
		return newLevel(e.Level*findQuantileWithout(sorted, own, float64(q)), n)
	}, nil
}

// findQuantileWithout returns a quantile of sorted values, of which one is left out. If the
// one is NaN, none is left out.
func findQuantileWithout(sorted []float64, without, q float64) float64 {
	if math.IsNaN(without) {
		return vector.Quantile(sorted, q)
	}
	out, _ := slices.BinarySearch(sorted, without)
	return vector.QuantileOf(len(sorted)-1, q, func(i int) float64 {
		if i >= out {
			i++
		}
		return sorted[i]
	})
}
