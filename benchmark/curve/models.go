package curve

import (
	"context"
	"math"
	"math/bits"

	"github.com/raaderum/raaderum/benchmark/expected"
)

// MaxCandidates is how many candidates a curve takes: the models double with each.
const MaxCandidates = 8

// Level is the level of the one-sided test that flags in one model. A false
// discovery rate over a municipality's areas is not defined here, since areas have
// different models.
const Level = 0.05

// Fit is a way to fit the subsets of the candidates: an estimator on a scale.
type Fit struct {
	Method  expected.Method
	Weights []float64 // precision of each figure; nil: 1

	tails *expected.Model // see LimitTails
}

// Curve is an area's specification curve.
type Curve struct {
	area               expected.Area // its drivers and weights are not used
	forced, candidates []expected.Driver
	fits               []Fit
	subsets            []uint       // of the candidates, by size
	place              map[uint]int // of each in subsets
}

// New lays out the models of an area's curve: all subsets of at least two of the
// candidates, each with the forced drivers, by every fit.
func New(area expected.Area, forced, candidates []expected.Driver, fits []Fit) *Curve {
	c := &Curve{
		area: area, forced: forced, candidates: candidates, fits: fits, place: map[uint]int{},
	}
	all := uint(1) << len(candidates)
	least := min(2, len(candidates))
	for size := least; size <= len(candidates); size++ {
		for set := range all {
			if bits.OnesCount(set) == size {
				c.place[set] = len(c.subsets)
				c.subsets = append(c.subsets, set)
			}
		}
	}
	return c
}

// LimitTails gives the tests of one of the fits at most as many degrees of freedom as
// those of a model have.
func (c *Curve) LimitTails(fit int, like *expected.Model) { c.fits[fit].tails = like }

// Models returns how many models the curve has.
func (c *Curve) Models() int { return len(c.subsets) * len(c.fits) }

// model is what one model of a curve says of the municipalities. It lasts until the
// next is fitted.
type model struct {
	at       int       // position of the model among the curve's
	expected []float64 // NaN: nothing above zero
	pct      []float64 // deviation in percent of it; NaN too where there is no figure
	flagged  []bool
}

// findPosition returns where a model stands among the curve's.
func (c *Curve) findPosition(set uint, fit int) int { return c.place[set]*len(c.fits) + fit }

// Specification returns the free candidates of the model at a position, by
// position, and its fit.
func (c *Curve) Specification(at int) (candidates []int, fit int) {
	set := c.subsets[at/len(c.fits)]
	for k := range c.candidates {
		if set&(1<<k) != 0 {
			candidates = append(candidates, k)
		}
	}
	return candidates, at % len(c.fits)
}

// forEachModel fits all models of the curve and visits those that could be fitted;
// tried is told how many have been. The error is the context's.
func (c *Curve) forEachModel(ctx context.Context, visit func(*model), tried func(n int)) error {
	n := len(c.area.Unit)
	m := &model{expected: make([]float64, n), pct: make([]float64, n), flagged: make([]bool, n)}
	for i := range c.fits {
		f := &c.fits[i]
		if f.Method.Estimator.Traits().LeastSquares { // the subsets share their work
			l := &leastSquares{curve: c, fit: f, model: m}
			l.visit = func(set uint) { m.at = c.findPosition(set, i); visit(m) }
			if err := l.fitAll(ctx); err != nil {
				return err
			}
			tried(len(c.subsets))
			continue
		}
		for _, set := range c.subsets {
			fitted, err := c.fitOne(ctx, set, f, m)
			if err != nil {
				return err
			}
			if fitted {
				m.at = c.findPosition(set, i)
				visit(m)
			}
			tried(1)
		}
	}
	return nil
}

// setDeviation notes what a model expects of a municipality, with t and its degrees of
// freedom.
func (m *model) setDeviation(c *Curve, municipality int, level, t float64, df int) {
	m.expected[municipality] = math.NaN()
	m.pct[municipality] = math.NaN()
	m.flagged[municipality] = false
	if !(level > 0) {
		return
	}
	m.expected[municipality] = level
	pct := 100 * (c.area.Unit[municipality] - level) / level
	m.pct[municipality] = pct
	m.flagged[municipality] = pct > 0 && t >= expected.QuantileT(1-Level, df)
}

// fitOne fits one model as an area's own is fitted.
func (c *Curve) fitOne(ctx context.Context, set uint, f *Fit, m *model) (fitted bool, err error) {
	area := c.area
	area.Drivers = c.forced[:len(c.forced):len(c.forced)]
	for k, d := range c.candidates {
		if set&(1<<k) != 0 {
			area.Drivers = append(area.Drivers, d)
		}
	}
	area.Weights = f.Weights
	one := expected.New(area, f.Method)
	if f.tails != nil {
		one.LimitTails(f.tails)
	}
	if err := one.FitAlone(ctx); err != nil {
		return false, err
	}
	if one.Refused() {
		return false, nil
	}
	for i := range m.expected {
		e := one.Expect(i)
		m.setDeviation(c, i, e.Level, e.T, e.DF)
	}
	return true, nil
}
