package benchmark

import (
	"context"
	"math"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// newModel returns what is reported of an area's model before it is fitted. All numbers are
// missing.
func newModel(p *plan.Plan, a *plan.Area) Model {
	nan := math.NaN()
	shared, _ := p.SharedWith(a)
	return Model{
		Area: a.ID, Name: a.Name, Unit: a.Unit, NotService: a.NotService, PartOf: p.WholeOf(a),
		Whole: p.IsWhole(a), SharedWith: shared,
		Note: a.Note, Questions: a.Questions,
		Estimator: p.Estimator, Scale: p.Scale,
		SigmaU: nan, SigmaE: nan, Sigma: nan, R2: nan, AdjR2: nan, LooR2: nan, AICc: nan, BIC: nan,
		PRESS: nan, Condition: nan, RobustScale: nan, Tau: nan, Gamma: nan,
		BreuschPagan: ChiSquareTest{Stat: nan, P: nan}, RESET: FTest{Stat: nan, P: nan},
		Outlier: Outlier{T: nan, P: nan},
	}
}

// fitAreas fits the models of all areas, and notes what is reported of them.
func (r *run) fitAreas(ctx context.Context, comparisons []*comparison) error {
	if err := expected.Fit(ctx, listModels(comparisons)); err != nil {
		return err
	}
	return forEachArea(ctx, comparisons, func(ctx context.Context, i int) error {
		comparisons[i].reportFit(&r.plan)
		return ctx.Err()
	})
}

// listModels returns the models of the spending of some areas.
func listModels(comparisons []*comparison) []*expected.Model {
	list := make([]*expected.Model, len(comparisons))
	for i, c := range comparisons {
		list[i] = c.numbers
	}
	return list
}

// reportFit notes what is reported of a model: its numbers, and warnings about it. If the
// model could not be fitted, reportFit says why.
func (c *comparison) reportFit(p *plan.Plan) {
	c.model.Gamma = c.numbers.Gamma
	if c.numbers.Fitted == nil {
		c.reportRefusal()
		return
	}
	fit, factor := c.numbers.Fitted, c.numbers.Factor
	m := &c.model
	m.DF, m.Sigma, m.R2, m.AdjR2, m.LooR2 = fit.DF, fit.Sigma, fit.R2, fit.AdjR2, fit.LooR2
	m.Coefficients = layOutCoefficients(fit.Coefficients)
	m.PRESS, m.Condition = fit.PRESS, factor.Condition()
	m.Iterations, m.Converged, m.Kept = fit.Iterations, fit.Converged, c.numbers.Kept()
	c.reportDiagnostics(fit)
	if !fit.Converged {
		c.warn(NotConverged, notConverged.With(fit.Iterations))
	}
	c.warnOfTests(p)
	for k, vif := range factor.VIF() {
		if k > 0 && vif > 10 {
			c.warn(HighVIF, highVIF.With(c.drivers[k-1].name, lang.Number{Value: vif}))
		}
	}
	if c.numbers.ExplainsNothing() {
		c.warn(ExplainsNothing, explainsNothing.With(lang.Number{Value: fit.LooR2, Decimals: 2}))
	}
}

// reportRefusal says why a model was given up while it was fitted. If it was refused before
// that, [comparison.refuse] has said why.
func (c *comparison) reportRefusal() {
	if c.hasRefusal() {
		return
	}
	for _, r := range c.numbers.Refusals {
		c.warnOfRefusal(r)
	}
}

// hasRefusal says whether one of the model's warnings says why it was refused.
func (c *comparison) hasRefusal() bool {
	for _, w := range c.model.Warnings {
		if w.Refused() {
			return true
		}
	}
	return false
}

// reportDiagnostics notes what an estimator has beside coefficients. Only least squares has
// information criteria and tests of the model. An estimator that leaves municipalities out
// is least squares on the rest, so the rest are tested.
func (c *comparison) reportDiagnostics(fit *regress.Fit) {
	m := &c.model
	traits := fit.Estimator.Traits()
	switch {
	case traits.LeastSquares:
		m.AICc, m.BIC = fit.AICc(), fit.BIC()
		m.setTests(fit)
		return
	case traits.Cuts:
		m.setTests(fit.FitKept(c.numbers.ResponseInFit()))
	case traits.Tau > 0:
		m.Tau = traits.Tau
	}
	m.RobustScale = fit.Scale // every estimator but least squares has one
}

// setTests notes the tests of a fit by least squares.
func (m *Model) setTests(fit *regress.Fit) {
	bp, reset := fit.BreuschPagan(), fit.RESET()
	m.BreuschPagan = ChiSquareTest{Stat: bp.Stat, DF: bp.DF1, P: bp.P}
	m.RESET = FTest{Stat: reset.Stat, DF1: reset.DF1, DF2: reset.DF2, P: reset.P}
}

// significance is the level of the tests of a model. A lower p-value is a warning.
const significance = 0.01

// warnOfTests warns if a test of the model finds that its assumptions do not hold.
func (c *comparison) warnOfTests(p *plan.Plan) {
	if t := c.model.BreuschPagan; t.P < significance {
		c.warn(UnequalVariance,
			unequalVariance.With(formatProbability(t.P), remedies[UnequalVariance](p)))
	}
	if t := c.model.RESET; t.P < significance {
		c.warn(BentModel, bentModel.With(formatProbability(t.P), remedies[BentModel](p)))
	}
}

// formatProbability returns a p-value with four decimals, or says that it is smaller than
// they can show.
func formatProbability(p float64) lang.Localized {
	if p < 0.0001 {
		return lang.Phrase{DA: "under 0,0001", EN: "below 0.0001"}
	}
	return lang.Number{Value: p, Decimals: 4}
}
