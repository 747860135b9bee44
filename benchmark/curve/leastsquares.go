package curve

import (
	"context"
	"errors"
	"math"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
)

// leastSquares fits the models of all subsets of an area's candidates by least squares, on
// one scale. The models expect what the report's own models would. Their diagnostics are
// left out, because they take most of the time.
type leastSquares struct {
	curve *Curve
	fit   *Fit
	model *model         // what the model that was fitted last says
	visit func(set uint) // is called after each model, with its subset

	response []float64 // by municipality: the figure, or its logarithm
	order    []int     // municipalities, of which the first n are in the fit
	n        int

	// These are by place in order.
	expected []float64
	sd       []float64
	smearing []float64
}

// fitAll fits the models of all subsets.
func (l *leastSquares) fitAll(ctx context.Context) error {
	c := l.curve
	l.response = c.area.Unit
	if l.fit.Method.Log {
		l.response = make([]float64, len(c.area.Unit))
		for m, u := range c.area.Unit {
			if l.response[m] = math.NaN(); u > 0 {
				l.response[m] = math.Log(u)
			}
		}
	}
	// The subsets share their work as a tree (see package subset). All models of a tree are
	// fitted on the same municipalities. A candidate that some municipalities lack changes
	// who is in the fit, so it is in every model of a tree or in none. There is one tree for
	// each subset of such candidates.
	l.setOrder(c.forced)
	var everywhere, holed []int
	for k, d := range c.candidates {
		if l.lacksFigure(d) {
			holed = append(holed, k)
		} else {
			everywhere = append(everywhere, k)
		}
	}
	for some := range uint(1) << len(holed) {
		forced, base := c.forced[:len(c.forced):len(c.forced)], uint(0)
		for i, k := range holed {
			if some&(1<<i) != 0 {
				forced, base = append(forced, c.candidates[k]), base|1<<k
			}
		}
		if err := l.fitTree(ctx, forced, base, everywhere); err != nil {
			return err
		}
	}
	return nil
}

// setOrder puts the municipalities that have the drivers and a weight in order. The first
// are those in the fit: they have a figure and are not excluded. The rest only get an
// expected level.
func (l *leastSquares) setOrder(drivers []expected.Driver) {
	l.order = l.order[:0]
	var outside []int
	for m, y := range l.response {
		complete := l.fit.Weights == nil || l.fit.Weights[m] > 0
		for _, d := range drivers {
			complete = complete && !math.IsNaN(d.Values[m])
		}
		switch {
		case !complete:
		case math.IsNaN(y) || l.curve.area.Excluded[m]:
			outside = append(outside, m)
		default:
			l.order = append(l.order, m)
		}
	}
	l.n = len(l.order)
	l.order = append(l.order, outside...)
}

// lacksFigure says whether any municipality in the fit has no figure of a driver.
func (l *leastSquares) lacksFigure(d expected.Driver) bool {
	for _, m := range l.order[:l.n] {
		if math.IsNaN(d.Values[m]) {
			return true
		}
	}
	return false
}

// pickValues returns the values of the municipalities in order.
func (l *leastSquares) pickValues(values []float64) []float64 {
	picked := make([]float64, len(l.order))
	for i, m := range l.order {
		picked[i] = values[m]
	}
	return picked
}

// fitTree fits the models that have the forced drivers and any subset of the candidates.
// The forced drivers are those that every model of the curve has, and the subset base.
func (l *leastSquares) fitTree(
	ctx context.Context, forced []expected.Driver, base uint, candidates []int,
) error {
	l.setOrder(forced)
	if l.refusesColumns(len(forced) + 1) {
		return nil
	}
	response := l.pickValues(l.response)[:l.n]
	if regress.IsConstant(response) {
		return nil
	}
	models := &subset.Models{Response: response, Rows: len(l.order)}
	for _, d := range forced {
		models.Forced = append(models.Forced, l.pickValues(d.Values))
	}
	for _, k := range candidates {
		models.Candidates = append(models.Candidates, l.pickValues(l.curve.candidates[k].Values))
	}
	if l.fit.Weights != nil {
		models.Weights = l.pickValues(l.fit.Weights)
	}
	l.expected = make([]float64, len(l.order))
	l.sd = make([]float64, len(l.order))
	l.smearing = make([]float64, len(l.order))
	err := models.Each(ctx, func(f *subset.Fit) error {
		set := base
		for _, k := range f.Columns {
			set |= 1 << candidates[k]
		}
		_, asked := l.curve.place[set]
		if !asked || l.refusesColumns(l.n-f.DF) || f.Unexplained < 1e-15 {
			return nil
		}
		l.noteFit(f)
		l.visit(set)
		return nil
	})
	var dependent *regress.RankError
	var value *regress.ValueError
	if errors.As(err, &dependent) || errors.As(err, &value) {
		return nil // the forced drivers cannot be fitted, and so no model of the tree can
	}
	return err
}

// refusesColumns says whether there are too few municipalities to estimate so many
// coefficients. The limits are those of an area's own model.
func (l *leastSquares) refusesColumns(columns int) bool {
	method := l.fit.Method
	return l.n < max(method.MinN, 1) || l.n < method.Needed(columns)
}

// noteFit notes in l.model what a fit expects of every municipality.
func (l *leastSquares) noteFit(f *subset.Fit) {
	for m := range l.model.expected {
		l.model.setDeviation(l.curve, m, math.NaN(), 0, 0)
	}
	f.Expected(l.expected, l.sd)
	if l.fit.Method.Log {
		f.Smearing(expected.ExactSmearing(l.n), l.smearing)
	}
	for i, m := range l.order {
		level, t, df := l.expected[i], (l.response[m]-l.expected[i])/l.sd[i], f.DF
		if i < l.n { // it is left out of the model that it is compared with
			df--
		}
		if l.fit.Method.Log {
			level = math.Exp(level) * l.smearing[i]
		}
		l.model.setDeviation(l.curve, m, level, t, df)
	}
}
