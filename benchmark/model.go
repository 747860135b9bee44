package benchmark

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// design is a factor that areas with the same drivers, weights and
// municipalities share, made by the first that asks.
type design struct {
	factor func() (*regress.Factor, error)
}

// designKey is the same for areas that can share a factor.
func (c *comparison) designKey() string {
	var b strings.Builder
	for _, d := range c.drivers {
		fmt.Fprintf(&b, "%q ", d.id)
	}
	fmt.Fprintf(&b, "%q ", c.weightsKey)
	bits := make([]byte, (len(c.position)+7)/8)
	for _, m := range c.rows {
		bits[m/8] |= 1 << (m % 8)
	}
	b.Write(bits)
	return b.String()
}

// columns are the drivers of the rows in the fit, and their IDs.
func (c *comparison) columns() (names []string, columns [][]float64) {
	for _, d := range c.drivers {
		names, columns = append(names, d.id), append(columns, vector.Pick(d.values, c.rows))
	}
	return names, columns
}

func newDesign(c *comparison) *design {
	return &design{factor: sync.OnceValues(func() (*regress.Factor, error) {
		names, columns := c.columns()
		var weights []float64
		if c.weights != nil {
			weights = vector.Pick(c.weights, c.rows)
		}
		return regress.Factorize(regress.NewDesign(len(c.rows), names, columns), weights)
	})}
}

// fitModel fits the area's model. What the data do not allow becomes a
// warning.
func (c *comparison) fitModel(ctx context.Context, p *plan.Plan) error {
	e := estimators[p.Estimator](p, c.area)
	factor, err := c.design.factor()
	var dependent *regress.RankError
	if errors.As(err, &dependent) {
		c.warnOfRank(dependent)
		return nil
	}
	var fit *regress.Fit
	if err == nil {
		fit, err = e.Fit(ctx, factor, vector.Pick(c.response, c.rows))
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		c.warn(RefusedNotFitted, refusedNotFitted.With())
		return nil
	case c.noSpread(fit):
		c.warn(RefusedNoSpread, refusedNoSpread.With())
		return nil
	}
	if fit.R2 > 1-1e-15 {
		c.warn(RefusedPerfect, refusedPerfect.With())
		return nil
	}
	c.fitted, c.factor = fit, factor
	m := &c.model
	m.DF, m.Sigma, m.R2, m.AdjR2, m.LooR2 = fit.DF, fit.Sigma, fit.R2, fit.AdjR2, fit.LooR2
	m.Coefficients = fit.Coefficients
	m.PRESS, m.Condition = fit.PRESS, factor.Condition()
	m.Iterations, m.Converged, m.Kept = fit.Iterations, fit.Converged, fit.DF+len(fit.Coefficients)
	switch quantile, is := e.(regress.Quantile); {
	case is:
		m.Tau, m.RobustScale = quantile.Tau, fit.Scale
	case fit.Estimator == "clean":
		m.RobustScale = fit.Scale
		if clean, err := fit.OfClean(vector.Pick(c.response, c.rows)); err == nil {
			m.BreuschPagan, m.RESET = clean.BreuschPagan(), clean.RESET()
		}
	case fit.Robustness != nil:
		m.RobustScale = fit.Scale
	default: // these are of least squares
		m.AICc, m.BIC = fit.AICc(), fit.BIC()
		m.BreuschPagan, m.RESET = fit.BreuschPagan(), fit.RESET()
	}
	if !fit.Converged {
		c.warn(NotConverged, notConverged.With(fit.Iterations))
	}
	c.warnOfTests(p)
	if c.log {
		c.smear()
	}
	for k, vif := range factor.VIF() {
		if k > 0 && vif > 10 {
			c.warn(HighVIF, highVIF.With(c.drivers[k-1].name, lang.Number{Value: vif}))
		}
	}
	if c.explainsNothing() {
		c.warn(ExplainsNothing, explainsNothing.With(lang.Number{Value: fit.LooR2, Decimals: 2}))
	}
	return nil
}

// noSpread says whether half of the residuals or more are but rounding, though
// not all are: a robust scale is then none.
func (c *comparison) noSpread(fit *regress.Fit) bool {
	if fit.Scale == 0 && fit.Robustness == nil { // least squares has a spread
		return false
	}
	largest, exact, far := 0.0, 0, false
	for _, m := range c.rows {
		largest = max(largest, math.Abs(c.response[m]))
	}
	for _, e := range fit.Residuals {
		if math.Abs(e) <= 1e-12*largest {
			exact++
		} else {
			far = true
		}
	}
	return far && 2*exact >= len(fit.Residuals)
}

// significance is the level of the tests of a model that warn.
const significance = 0.01

// warnOfTests warns where a test says that the model does not hold.
func (c *comparison) warnOfTests(p *plan.Plan) {
	if t := c.model.BreuschPagan; t.P < significance {
		c.warn(UnequalVariance, unequalVariance.With(probability(t.P), remedies[UnequalVariance](p)))
	}
	if t := c.model.RESET; t.P < significance {
		c.warn(BentModel, bentModel.With(probability(t.P), remedies[BentModel](p)))
	}
}

// probability is a p-value with as many decimals as say something.
func probability(p float64) lang.Localized {
	if p < 0.0001 {
		return lang.Phrase{DA: "under 0,0001", EN: "below 0.0001"}
	}
	return lang.Number{Value: p, Decimals: 4}
}

// warnOfRank says which driver is a combination of which others. One that is
// so of the intercept alone does not vary.
func (c *comparison) warnOfRank(e *regress.RankError) {
	var drivers []string
	others := lang.List{}
	constant := ""
	for _, id := range append([]string{e.Column}, e.Of...) {
		if id == regress.InterceptName {
			constant = id
			continue
		}
		for _, d := range c.drivers {
			if d.id == id {
				drivers = append(drivers, d.name)
			}
		}
	}
	others = append(others, drivers[1:]...)
	switch {
	case len(others) == 0:
		c.warn(RefusedRank, nearlyConstant.With(drivers[0]))
	case constant == "":
		c.warn(RefusedRank, refusedRank.With(drivers[0], others))
	default:
		c.warn(RefusedRank, refusedRank.With(drivers[0], withIntercept{others}))
	}
}

// withIntercept is a list of drivers and the intercept.
type withIntercept struct{ drivers lang.List }

func (w withIntercept) In(l lang.Language) string {
	return append(w.drivers[:len(w.drivers):len(w.drivers)], interceptWord.In(l)).In(l)
}
