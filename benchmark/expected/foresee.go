package expected

import (
	"context"
	"math"
	"slices"
)

// Foresee returns what the others lead one to expect of a municipality that has another
// figure and other drivers than in the model, such as those of a later year. The model is
// fitted anew without the municipality, so that nothing of it is in its own yardstick. It
// keeps the weights and the tails that were found with it. The drivers are in the model's
// order. The error is the context's.
func (m *Model) Foresee(
	ctx context.Context, municipality int, unit float64, drivers []float64,
) (Expectation, error) {
	if m.Fitted == nil {
		return newMissingExpectation(), nil
	}
	area := m.Area
	area.Unit, area.Excluded = slices.Clone(area.Unit), slices.Clone(area.Excluded)
	area.Unit[municipality], area.Excluded[municipality] = unit, true
	area.Drivers = slices.Clone(area.Drivers)
	for k := range area.Drivers {
		values := slices.Clone(area.Drivers[k].Values)
		values[municipality] = drivers[k]
		area.Drivers[k].Values = values
	}
	method := m.Method
	method.Options.Refit = false // nobody asks for what is expected of the others
	others := New(area, method)
	others.Refusals = nil // they are as many as the model could do with, but for one
	others.tailDF, others.start = m.tailDF, m.start
	if err := others.FitAlone(ctx); err != nil {
		return newMissingExpectation(), err
	}
	if others.Fitted == nil {
		return newMissingExpectation(), nil
	}
	others.setHalfWidths()
	e := others.Expect(municipality)
	if math.IsNaN(e.Level) {
		return newMissingExpectation(), nil
	}
	return e, nil
}
