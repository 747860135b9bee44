package target

import (
	"context"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/lang"
)

// quantileOfAll is an unweighted quantile of all municipalities' figures. The one compared
// is among them, so that all municipalities have the same target.
type quantileOfAll float64

func parseQuantile(parameter string) (Rule, bool) {
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
	return ruleQuantile.With(toPercent(float64(q))).In(l)
}

func (q quantileOfAll) prepare(_ context.Context, a Area) (Finder, error) {
	unit, _ := a.Figures()
	sorted := vector.Pick(unit, a.Lowest())
	level := newLevel(vector.Quantile(sorted, float64(q)), len(sorted))
	if len(sorted) == 0 {
		level = newMissingLevel(NobodyElse)
	}
	return func(int) Level { return level }, nil
}
