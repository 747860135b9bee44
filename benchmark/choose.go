package benchmark

import (
	"context"
	"errors"
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// runnersUp is how many of the best choices of drivers the report has.
const runnersUp = 10

// choose takes for an area the subset of its candidates that is best by the
// plan's criterion, among the municipalities that have a figure and every
// candidate, and no larger than they are enough for. It comes before the area's
// model is made.
func (r *run) choose(ctx context.Context, c *comparison) error {
	a := c.area
	if a.Choose == "" {
		return nil
	}
	ids := append(a.Drivers[:len(a.Drivers):len(a.Drivers)], a.Candidates...)
	var rows []int32
	columns := make([][]float64, len(ids))
	for m, y := range c.response {
		complete := !math.IsNaN(y) && (c.weights == nil || c.weights[m] > 0) && !r.excluded[m]
		for _, id := range ids {
			complete = complete && !math.IsNaN(r.driver(id).values[m])
		}
		if complete {
			rows = append(rows, int32(m))
		}
	}
	if least := max(r.plan.MinN, len(a.Drivers)+3); len(rows) < least {
		c.warn(RefusedTooFew, chooseTooFew.With(len(rows), least))
		return nil
	}
	for k, id := range ids {
		columns[k] = vector.Pick(r.driver(id).values, rows)
	}
	weights, err := r.choiceWeights(ctx, c, ids, columns, rows)
	if err != nil {
		return err
	}
	forced := len(a.Drivers)
	most := max(len(rows)/r.plan.MinNPerDriver-1-forced, 0) // more, and the guard refuses the model
	best, err := regress.BestSubsets(ctx, columns[:forced], columns[forced:], weights, [][]float64{vector.Pick(c.response, rows)}, regress.Criterion(a.Choose), most, runnersUp)
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		c.warn(RefusedRank, chooseRank.With())
		return nil
	}
	if err != nil {
		return err
	}
	for _, s := range best[0] {
		subset := Subset{Drivers: a.Drivers[:forced:forced], PRESS: s.PRESS, AICc: s.AICc, BIC: s.BIC, AdjR2: s.AdjR2}
		for _, k := range s.Columns {
			subset.Drivers = append(subset.Drivers, a.Candidates[k])
		}
		c.model.Subsets = append(c.model.Subsets, subset)
	}
	a.Drivers = c.model.Subsets[0].Drivers
	var names lang.List
	for _, id := range a.Drivers {
		names = append(names, r.driver(id).name)
	}
	chosen := lang.Localized(names)
	if len(names) == 0 {
		chosen = noneChosen.With()
	}
	c.warn(ChosenDrivers, chosenDrivers.With(len(a.Candidates), a.Choose, len(rows), chosen))
	return nil
}

// choiceWeights are the weights that subsets are compared by. With variance by
// size they are those of the area's own γ, found with every candidate; the model's
// is then drawn towards that of all areas.
func (r *run) choiceWeights(ctx context.Context, c *comparison, names []string, columns [][]float64, rows []int32) ([]float64, error) {
	switch {
	case c.weights == nil:
		return nil, nil
	case r.plan.Variance != plan.VarianceBySize:
		return vector.Pick(c.weights, rows), nil
	}
	volume := vector.Pick(c.now.volume, rows)
	found, err := spreadBySize(ctx, regress.MM{Seed: seed(&r.plan, c.area)}, names, columns, vector.Pick(c.response, rows), volume)
	if err != nil {
		return nil, err
	}
	gamma := min(1, max(0, found.gamma))
	for i, v := range volume {
		volume[i] = math.Pow(v, 2*gamma)
	}
	return volume, nil
}
