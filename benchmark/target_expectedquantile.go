package benchmark

import (
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/lang"
)

// expectedQuantile is the expected level times the quantile of actual over
// expected among the others: with 0.25, as far below what is expected as the
// best quarter of the others. The others are those in the fit, each against
// what is expected of it without itself, which is what the level is too.
type expectedQuantile float64

const defaultQuantile = 0.25

func parseExpectedQuantile(parameter string) (TargetRule, bool) {
	if parameter == "" {
		return expectedQuantile(defaultQuantile), true
	}
	q, ok := parseShare(parameter)
	return expectedQuantile(q), ok
}

func (q expectedQuantile) String() string { return "expected-quantile:" + writeShare(float64(q)) }

func (q expectedQuantile) In(l lang.Language) string {
	return ruleExpectedQuantile.With(percent(float64(q))).In(l)
}

func (q expectedQuantile) on(_ context.Context, c *comparison) finder {
	if c.fitted == nil {
		return func(int) level { return none(NoExpected) }
	}
	ratio := func(m int, expected float64) float64 {
		if c.position[m] < 0 || !(expected > 0) {
			return math.NaN()
		}
		return c.now.unit[m] / expected
	}
	var sorted []float64
	for _, m := range c.rows {
		if r := ratio(int(m), c.expect(int(m)).expected); !math.IsNaN(r) {
			sorted = append(sorted, r)
		}
	}
	slices.Sort(sorted)
	return func(m int) level {
		expected := c.expect(m).expected
		own := ratio(m, expected)
		n := len(sorted)
		if !math.IsNaN(own) {
			n--
		}
		if n < 1 || !(expected > 0) {
			return none(NoExpected)
		}
		return level{kr: expected * quantileWithout(sorted, own, float64(q)), n: n}
	}
}

// quantileWithout is the quantile of sorted values but for one of them, and of
// all where that is NaN.
func quantileWithout(sorted []float64, without, q float64) float64 {
	if math.IsNaN(without) {
		return quantile(sorted, q)
	}
	out, _ := slices.BinarySearch(sorted, without)
	return quantileOf(len(sorted)-1, q, func(i int) float64 {
		if i >= out {
			i++
		}
		return sorted[i]
	})
}
