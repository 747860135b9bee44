package benchmark

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// quantileOfAll is a quantile of all municipalities' figures, unweighted.
type quantileOfAll float64

func parseQuantile(parameter string) (TargetRule, bool) {
	q, err := strconv.ParseFloat(parameter, 64)
	return quantileOfAll(q), err == nil && q >= 0 && q <= 1
}

func (q quantileOfAll) String() string {
	return "quantile:" + strconv.FormatFloat(float64(q), 'f', -1, 64)
}

func (q quantileOfAll) In(l lang.Language) string {
	switch q {
	case 0.5:
		return ruleMedian.In(l)
	case 0.25:
		return ruleBestQuartile.In(l)
	}
	return ruleQuantile.With(lang.Number{Value: 100 * float64(q), Decimals: 0}).In(l)
}

func (q quantileOfAll) levels(c *comparison) []float64 {
	sorted := slices.DeleteFunc(slices.Clone(c.now.unit), math.IsNaN)
	slices.Sort(sorted)
	return slices.Repeat([]float64{quantile(sorted, float64(q))}, len(c.response))
}

// quantile returns a quantile of sorted values by linear interpolation
// between the order statistics at 1 + (n−1)q: definition 7 of Hyndman & Fan
// (1996), R's default and Excel's PERCENTILE.INC and QUARTILE.INC.
func quantile(sorted []float64, q float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	at := q * float64(len(sorted)-1)
	low := int(at)
	if low == len(sorted)-1 {
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}
