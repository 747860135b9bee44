package target

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/lang"
)

// conditionalQuantile is a quantile of what municipalities with the same background
// conditions would spend. It is found by quantile regression: the area's model is fitted
// without the municipality itself.
type conditionalQuantile float64

func parseConditionalQuantile(parameter string) (Rule, bool) {
	if parameter == "" {
		return conditionalQuantile(defaultQuantile), true
	}
	q, ok := parseShare(parameter)
	return conditionalQuantile(q), ok && q > 0 && q < 1
}

func (q conditionalQuantile) String() string {
	return "conditional-quantile:" + writeShare(float64(q))
}

func (q conditionalQuantile) In(l lang.Language) string {
	return ruleConditionalQuantile.With(toPercent(float64(q))).In(l)
}

func (q conditionalQuantile) prepare(ctx context.Context, a Area) (Finder, error) {
	find, err := a.ConditionalQuantile(ctx, float64(q))
	if err != nil {
		return nil, err
	}
	return func(m int) Level {
		if find == nil {
			return newMissingLevel(NoExpected)
		}
		kr, others := find(m)
		if math.IsNaN(kr) { // the municipality lacks a driver, or decides a coefficient alone
			return newMissingLevel(NoExpected)
		}
		return newLevel(kr, others)
	}, nil
}
