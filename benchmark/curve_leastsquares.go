package benchmark

import (
	"context"
	"errors"
	"math"

	"github.com/raaderum/raaderum/benchmark/regress"
)

// curveLeastSquares fits the models of all subsets of an area's candidates on
// one scale by least squares. It expects what the report's own models would, and
// leaves out their diagnostics, which take most of the time.
type curveLeastSquares struct {
	c       *comparison
	log     bool
	weights []float64 // by municipality; nil: 1
	model   *curveModel
	visit   func(set uint) // with what the model of a subset says in model

	response []float64 // by municipality
	order    []int     // municipalities, those in the fit first
	n        int       // how many they are
	expected []float64 // by place in order, as the next ones
	sd       []float64
	smearing []float64
}

func (l *curveLeastSquares) fit(ctx context.Context) error {
	c, v := l.c, l.c.curve
	l.response = c.now.unit
	if l.log {
		l.response = make([]float64, len(c.now.unit))
		for m, u := range c.now.unit {
			if l.response[m] = math.NaN(); u > 0 {
				l.response[m] = math.Log(u)
			}
		}
	}
	// All models of a tree are fitted on the same municipalities, so a candidate
	// that some of them lack is in every model of a tree or in none.
	l.choose(v.forced)
	var everywhere, holed []int
	for k, d := range v.candidates {
		if l.lacks(d) {
			holed = append(holed, k)
		} else {
			everywhere = append(everywhere, k)
		}
	}
	for some := range uint(1) << len(holed) {
		forced, base := v.forced[:len(v.forced):len(v.forced)], uint(0)
		for i, k := range holed {
			if some&(1<<i) != 0 {
				forced, base = append(forced, v.candidates[k]), base|1<<k
			}
		}
		if err := l.tree(ctx, forced, base, everywhere); err != nil {
			return err
		}
	}
	return nil
}

// choose puts the municipalities that have the drivers and a weight in order:
// first those in the fit, which are not excluded and have a figure, and then
// those that get a prediction.
func (l *curveLeastSquares) choose(drivers []*driver) {
	l.order = l.order[:0]
	var outside []int
	for m, y := range l.response {
		complete := l.weights == nil || l.weights[m] > 0
		for _, d := range drivers {
			complete = complete && !math.IsNaN(d.values[m])
		}
		switch {
		case !complete:
		case math.IsNaN(y) || l.c.curve.excluded[m]:
			outside = append(outside, m)
		default:
			l.order = append(l.order, m)
		}
	}
	l.n = len(l.order)
	l.order = append(l.order, outside...)
}

// lacks says whether a municipality in the fit has no figure of a driver.
func (l *curveLeastSquares) lacks(d *driver) bool {
	for _, m := range l.order[:l.n] {
		if math.IsNaN(d.values[m]) {
			return true
		}
	}
	return false
}

func (l *curveLeastSquares) pick(values []float64) []float64 {
	picked := make([]float64, len(l.order))
	for i, m := range l.order {
		picked[i] = values[m]
	}
	return picked
}

// tree fits the models with the forced drivers, which are the subset base and
// those that every model has, and subsets of the candidates.
func (l *curveLeastSquares) tree(ctx context.Context, forced []*driver, base uint, candidates []int) error {
	l.choose(forced)
	if l.refuses(len(forced) + 1) {
		return nil
	}
	response := l.pick(l.response)[:l.n]
	if regress.IsConstant(response) {
		return nil
	}
	models := &regress.SubsetModels{Response: response, Rows: len(l.order)}
	for _, d := range forced {
		models.Forced = append(models.Forced, l.pick(d.values))
	}
	for _, k := range candidates {
		models.Candidates = append(models.Candidates, l.pick(l.c.curve.candidates[k].values))
	}
	if l.weights != nil {
		models.Weights = l.pick(l.weights)
	}
	l.expected, l.sd, l.smearing = make([]float64, len(l.order)), make([]float64, len(l.order)), make([]float64, len(l.order))
	err := models.Each(ctx, func(f *regress.SubsetFit) error {
		set := base
		for _, k := range f.Columns {
			set |= 1 << candidates[k]
		}
		_, asked := l.c.curve.place[set]
		if !asked || l.refuses(l.n-f.DF) || f.Unexplained < 1e-15 {
			return nil
		}
		l.says(f)
		l.visit(set)
		return nil
	})
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		return nil // none of these models can be fitted
	}
	return err
}

// refuses says whether there are too few municipalities for so many
// coefficients, as guard does of the report's own models.
func (l *curveLeastSquares) refuses(columns int) bool {
	p := l.c.curve.plan
	return l.n < max(p.MinN, 1) || l.n < max(p.MinNPerDriver*columns, columns+2)
}

// says notes what a fit expects of every municipality.
func (l *curveLeastSquares) says(f *regress.SubsetFit) {
	for m := range l.model.expected {
		l.model.says(l.c, m, math.NaN(), 0, 0)
	}
	f.Expected(l.expected, l.sd)
	if l.log {
		f.Smearing(l.n <= exactSmearing, l.smearing)
	}
	for i, m := range l.order {
		expected, t, df := l.expected[i], (l.response[m]-l.expected[i])/l.sd[i], f.DF
		if i < l.n {
			df--
		}
		if l.log {
			expected = math.Exp(expected) * l.smearing[i]
		}
		l.model.says(l.c, m, expected, t, df)
	}
}
