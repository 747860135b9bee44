package benchmark

import (
	"context"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
	"github.com/raaderum/raaderum/lang"
)

// runnersUp is how many of the best choices of drivers a report has.
const runnersUp = 10

// chooseDrivers chooses the subset of an area's candidates that is best by the plan's
// criterion, and makes it the area's drivers. It must run before the area's model is made.
// If no choice can be made, it warns and returns the reason. It returns nil if the choice
// was made, or if the plan asks for none.
func (r *run) chooseDrivers(
	ctx context.Context, c *comparison, numbers expected.Area, method expected.Method,
) (*expected.Refusal, error) {
	a := c.area
	if a.Choose == "" {
		return nil, nil
	}
	choice, err := expected.Choose(ctx, numbers, method, expected.Candidates{
		Forced: r.drivers.listDrivers(a.Drivers), Free: r.drivers.listDrivers(a.Candidates),
		Criterion: subset.Criterion(a.Choose), BySize: r.plan.Variance == plan.VarianceBySize,
		Keep: runnersUp,
	})
	if err != nil {
		return nil, err
	}
	if refused := choice.Refusal; refused != nil {
		switch refused.Why {
		case expected.TooFew:
			c.warn(RefusedTooFew, chooseTooFew.With(refused.N, refused.Needed))
		case expected.Dependent:
			c.warn(RefusedRank, chooseRank.With())
		default:
			c.warn(RefusedNotFitted, refusedNotFitted.With())
		}
		return refused, nil
	}
	forced := len(a.Drivers)
	for _, s := range choice.Subsets {
		subset := Subset{
			Drivers: a.Drivers[:forced:forced],
			PRESS:   s.PRESS, AICc: s.AICc, BIC: s.BIC, AdjR2: s.AdjR2,
		}
		for _, k := range s.Columns {
			subset.Drivers = append(subset.Drivers, a.Candidates[k])
		}
		c.model.Subsets = append(c.model.Subsets, subset)
	}
	a.Drivers = c.model.Subsets[0].Drivers
	var names lang.List
	for _, id := range a.Drivers {
		names = append(names, r.drivers.findDriver(id).name)
	}
	chosen := lang.Localized(names)
	if len(names) == 0 {
		chosen = noneChosen.With()
	}
	c.warn(ChosenDrivers,
		chosenDrivers.With(len(a.Candidates), string(a.Choose), choice.Rows, chosen))
	return nil, nil
}
