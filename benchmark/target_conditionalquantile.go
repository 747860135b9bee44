package benchmark

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// conditionalQuantile is the quantile given the background conditions, by
// quantile regression of the area's model without the municipality itself
// ([regress.Quantile]). On the logarithmic scale it is taken back by the
// exponential alone, without Duan's factor: a quantile of the logarithm is the
// logarithm of the quantile (Koenker 2005, §2.2.3), as a mean is not.
type conditionalQuantile float64

func parseConditionalQuantile(parameter string) (TargetRule, bool) {
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
	return ruleConditionalQuantile.With(percent(float64(q))).In(l)
}

func (q conditionalQuantile) on(ctx context.Context, c *comparison) finder {
	if c.fitted == nil {
		return func(int) level { return none(NoExpected) }
	}
	fit, err := regress.Quantile{Tau: float64(q)}.Fit(ctx, c.factor, pick(c.response, c.rows))
	if err != nil {
		return func(int) level { return none(NoExpected) }
	}
	return func(m int) level {
		l := level{n: fit.N}
		if i := c.position[m]; i >= 0 {
			l.kr, l.n = fit.LeaveOneOut[i], fit.N-1
		} else if x, complete := c.row(m); complete {
			l.kr, _, _ = fit.Predict(x, 1)
		} else {
			return none(NoExpected)
		}
		if c.log {
			l.kr = math.Exp(l.kr)
		}
		if math.IsNaN(l.kr) { // the municipality alone decides a coefficient
			return none(NoExpected)
		}
		return l
	}
}
