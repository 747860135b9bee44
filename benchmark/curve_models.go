package benchmark

import (
	"context"
	"math"
	"math/bits"
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
)

// curve is what an area's specification curve is made of, and what it says.
type curve struct {
	plan.CurveModels
	plan               *plan.Plan
	estimators         []plan.Estimator
	scales             []plan.Scale
	forced, candidates []*driver
	weights            map[plan.Estimator][]float64 // by estimator; nil: 1
	excluded           []bool                       // by municipality
	subsets            []uint                       // of the candidates, by size
	place              map[uint]int                 // of each in subsets
	summaries          []CurveSummary               // by municipality; nil before they are made
}

// prepareCurve settles which models an area's curve has, where the plan asks for
// one, and finds their drivers and weights.
func (r *run) prepareCurve(c *comparison) {
	if r.plan.Curve == nil {
		return
	}
	area := slices.IndexFunc(r.asked.Areas, func(a plan.Area) bool { return a.ID == c.area.ID })
	models, _ := r.asked.CurveModels(area)
	v := &curve{
		CurveModels: models, plan: &r.plan, excluded: r.excluded,
		estimators: r.plan.Curve.Estimators, scales: r.plan.Curve.Scales,
		weights: map[plan.Estimator][]float64{}, place: map[uint]int{},
	}
	drivers := func(ids []string) (list []*driver) {
		for _, id := range ids {
			d := r.driver(id)
			c.uses = append(c.uses, d.uses...)
			list = append(list, d)
		}
		return list
	}
	v.forced, v.candidates = drivers(v.Forced), drivers(v.CurveModels.Candidates)
	for _, e := range v.estimators {
		weights, _, uses := r.weightsFor(e, c)
		v.weights[e], c.uses = weights, append(c.uses, uses...)
	}
	all := uint(1) << len(v.candidates)
	least := min(2, len(v.candidates))
	for size := least; size <= len(v.candidates); size++ {
		for set := range all {
			if bits.OnesCount(set) == size {
				v.place[set] = len(v.subsets)
				v.subsets = append(v.subsets, set)
			}
		}
	}
	v.Models = len(v.subsets) * len(v.estimators) * len(v.scales)
	c.curve = v
}

// curveModel is what one model of a curve says, by municipality. It lasts until
// the next.
type curveModel struct {
	at       int       // position of the model among the curve's
	expected []float64 // kr. per unit; NaN: nothing above zero
	pct      []float64 // deviation in percent of it; NaN too where there is no figure
	flagged  []bool
}

// at is the position of a model among the curve's.
func (v *curve) at(set uint, estimator, scale int) int {
	return (v.place[set]*len(v.estimators)+estimator)*len(v.scales) + scale
}

// specification names the model at a position.
func (v *curve) specification(at int) Specification {
	set := v.subsets[at/len(v.scales)/len(v.estimators)]
	s := Specification{
		Drivers:   v.Forced[:len(v.Forced):len(v.Forced)],
		Estimator: v.estimators[at/len(v.scales)%len(v.estimators)],
		Scale:     v.scales[at%len(v.scales)],
	}
	for k, id := range v.CurveModels.Candidates {
		if set&(1<<k) != 0 {
			s.Drivers = append(s.Drivers, id)
		}
	}
	return s
}

// curveModels fits all models of the area's curve and visits those that could be
// fitted; tried is told how many have been.
func (c *comparison) curveModels(ctx context.Context, visit func(*curveModel), tried func(n int)) error {
	v, n := c.curve, len(c.now.unit)
	m := &curveModel{expected: make([]float64, n), pct: make([]float64, n), flagged: make([]bool, n)}
	for e, name := range v.estimators {
		for s, scale := range v.scales {
			if name == plan.OLS || name == plan.WLS {
				l := &curveLeastSquares{c: c, log: scale == plan.Log, weights: v.weights[name], model: m}
				l.visit = func(set uint) { m.at = v.at(set, e, s); visit(m) }
				if err := l.fit(ctx); err != nil {
					return err
				}
				tried(len(v.subsets))
				continue
			}
			for _, set := range v.subsets {
				fitted, err := c.curveFit(ctx, set, name, scale, m)
				if err != nil {
					return err
				}
				if fitted {
					m.at = v.at(set, e, s)
					visit(m)
				}
				tried(1)
			}
		}
	}
	return nil
}

// says notes what a model expects of a municipality, on the scale of kr., with
// t and its degrees of freedom.
func (m *curveModel) says(c *comparison, municipality int, expected, t float64, df int) {
	m.expected[municipality], m.pct[municipality], m.flagged[municipality] = math.NaN(), math.NaN(), false
	if !(expected > 0) {
		return
	}
	m.expected[municipality] = expected
	pct := 100 * (c.now.unit[municipality] - expected) / expected
	m.pct[municipality] = pct
	m.flagged[municipality] = pct > 0 && t >= curveCritical(df)
}

// curveFit fits one model as the report's own are fitted.
func (c *comparison) curveFit(ctx context.Context, set uint, estimator plan.Estimator, scale plan.Scale, m *curveModel) (fitted bool, err error) {
	v := c.curve
	p := *v.plan
	p.Estimator, p.Scale, p.LeaveOneOut = estimator, scale, plan.ByFormula
	one := &comparison{
		area: c.area, log: scale == plan.Log, names: c.names, codes: c.codes, now: c.now,
		position: make([]int32, len(c.position)), tailDF: math.MaxInt, smearAll: 1,
		weights: v.weights[estimator], drivers: v.forced[:len(v.forced):len(v.forced)],
	}
	if estimator == plan.Clean {
		one.tailDF = c.tailDF
	}
	for k, d := range v.candidates {
		if set&(1<<k) != 0 {
			one.drivers = append(one.drivers, d)
		}
	}
	one.setResponse()
	one.chooseRows(v.excluded)
	if one.guard(&p); one.refused() {
		return false, nil
	}
	one.design = newDesign(one)
	if err := one.fitModel(ctx, &p); err != nil {
		return false, ctx.Err() // otherwise of this model alone
	}
	if one.fitted == nil {
		return false, nil
	}
	for i := range m.expected {
		e := one.expect(i)
		m.says(c, i, e.expected, e.t, e.df)
	}
	return true, nil
}
