package curve

import (
	"context"
	"math"
	"math/bits"

	"github.com/raaderum/raaderum/benchmark/expected"
)

// MaxCandidates is the most candidates of a curve. Each candidate doubles the number of
// models.
const MaxCandidates = 8

// Level is the level of the one-sided test by which one model flags a municipality. It is
// not a false discovery rate over the municipality's areas. That is not defined for one
// model of a curve, because each area has other models.
const Level = 0.05

// Fit is a way to fit the subsets of the candidates: an estimator on a scale.
type Fit struct {
	Method  expected.Method
	Weights []float64 // precision of each figure; nil means 1

	tails *expected.Model // see LimitTails
}

// Curve is an area's specification curve.
type Curve struct {
	area               expected.Area // its drivers and weights are not used
	forced, candidates []expected.Driver
	fits               []Fit
	subsets            []uint       // bit k is set if candidates[k] is in; smallest subsets first
	place              map[uint]int // of a subset in subsets
}

// New lists the models of an area's curve and fits none of them. The models have the forced
// drivers and any subset of at least two of the candidates, and each is fitted by every
// fit. If there is only one candidate, all models have it.
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

// LimitTails limits the degrees of freedom of the tests of one of the fits. They get at most
// as many as the tests of another model have.
func (c *Curve) LimitTails(fit int, like *expected.Model) { c.fits[fit].tails = like }

// Models returns how many models the curve has.
func (c *Curve) Models() int { return len(c.subsets) * len(c.fits) }

// model is what one model of a curve says of the municipalities. It is overwritten when the
// next model is fitted.
type model struct {
	at       int       // position of the model among the curve's
	expected []float64 // NaN if the model expects nothing above zero
	pct      []float64 // deviation in percent of expected; NaN too if there is no figure
	flagged  []bool
}

// findPosition returns where a model stands among the curve's.
func (c *Curve) findPosition(set uint, fit int) int { return c.place[set]*len(c.fits) + fit }

// Specification describes the model at a position. It returns the positions of the model's
// candidates and of its fit.
func (c *Curve) Specification(at int) (candidates []int, fit int) {
	set := c.subsets[at/len(c.fits)]
	for k := range c.candidates {
		if set&(1<<k) != 0 {
			candidates = append(candidates, k)
		}
	}
	return candidates, at % len(c.fits)
}

// forEachModel fits all models of the curve and calls visit for each that could be fitted.
// It calls tried with the number of models that it has come through since the last call.
// The error is the context's.
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

// setDeviation notes what a model expects of a municipality, and whether it flags it. The
// arguments t and df are the studentised residual and its degrees of freedom.
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

// fitOne fits one model in the way that an area's own model is fitted. It returns false if
// the model cannot be fitted.
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
