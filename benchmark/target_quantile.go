package benchmark

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// quantileOfAll is a quantile of all municipalities' figures, unweighted. The
// one compared is among them: a quantile of all is the same for all.
type quantileOfAll float64

func parseQuantile(parameter string) (TargetRule, bool) {
	q, ok := parseShare(parameter)
	return quantileOfAll(q), ok
}

func (q quantileOfAll) String() string { return "quantile:" + writeShare(float64(q)) }

func (q quantileOfAll) In(l lang.Language) string {
	switch q {
	case 0.5:
		return ruleMedian.In(l)
	case 0.25:
		return ruleBestQuartile.In(l)
	}
	return ruleQuantile.With(percent(float64(q))).In(l)
}

func (q quantileOfAll) on(_ context.Context, c *comparison) finder {
	sorted := c.sorted()
	found := level{kr: quantile(sorted, float64(q)), n: len(sorted)}
	if len(sorted) == 0 {
		found = none(NobodyElse)
	}
	return func(int) level { return found }
}

// quantile returns a quantile of sorted values, NaN of none.
func quantile(sorted []float64, q float64) float64 {
	return quantileOf(len(sorted), q, func(i int) float64 { return sorted[i] })
}

// quantileOf returns a quantile of n sorted values by linear interpolation
// between the order statistics at 1 + (n−1)q: definition 7 of Hyndman & Fan
// (1996), R's default and Excel's PERCENTILE.INC and QUARTILE.INC.
func quantileOf(n int, q float64, sorted func(i int) float64) float64 {
	if n == 0 {
		return math.NaN()
	}
	at := q * float64(n-1)
	low := int(at)
	if low == n-1 {
		return sorted(low)
	}
	return sorted(low) + (at-float64(low))*(sorted(low+1)-sorted(low))
}
