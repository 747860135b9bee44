package benchmark

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// ActivitySplit splits a difference in spending into what comes of more
// activity and what comes of a higher unit cost, and measures the activity in
// its own right. Spending per unit of volume, such as per inhabitant, is
// activity per unit of volume times spending per unit of activity.
type ActivitySplit struct {
	PerUnit      float64 // activity per unit of volume
	Expected     float64 // what the others lead one to expect of it, by the spending's model fitted to it
	Low          float64 // the interval for Expected, of the row's level
	High         float64
	DeviationPct float64 // in percent of Expected; missing where that is not positive
	T            float64 // studentised residual
	DF           int
	P            float64 // one-sided for above expected
	Q            float64 // false discovery rate for above, over the activities of the plan's family
	QLow         float64 // and for below
	// Flag is a grade without a least amount: a high activity is not a
	// candidate by itself.
	Flag Grade

	UnitCost         float64 // spending per unit of activity, kr.
	UnitCostExpected float64 // the expected spending over the expected activity
	// UnitCostDeviationPct is the unit cost against that, in percent of it. With
	// DeviationPct it multiplies to the deviation of the spending, and does not add
	// up to it.
	UnitCostDeviationPct float64

	// The parts of the row's DifferenceKr, and of its DeviationPct; they add up
	// to it. Missing where there is no split: a reservation of the row says why.
	ActivityKr  float64
	UnitCostKr  float64
	ActivityPct float64
	UnitCostPct float64
}

// activityName is what an area's activity is called.
func (r *run) activityName(a *plan.Area) string {
	if a.ActivityName != "" {
		return a.ActivityName
	}
	var names []string
	for _, id := range a.Activity {
		ind, _ := r.data.Indicator(id)
		names = append(names, ind.Name)
	}
	return strings.Join(names, " + ")
}

// splitActivity fits the activity of every area that names one, and tests it.
func (r *run) splitActivity(ctx context.Context, comparisons []*comparison) error {
	if err := forEach(ctx, comparisons, func(ctx context.Context, i int) error { return r.fitActivity(ctx, comparisons[i]) }); err != nil {
		return err
	}
	var activities []*comparison
	for _, c := range comparisons {
		if c.activity != nil {
			activities = append(activities, c.activity)
		}
	}
	if r.plan.Estimator == plan.Clean {
		setTail(activities)
	}
	for _, a := range activities {
		a.test()
	}
	flag(activities, r.plan.Family)
	return nil
}

// fitActivity compares an area's activity as its spending was compared: by the
// same drivers and municipalities, on the same scale and with the weights that
// the spending's model ended with, so that the models of the two, and hence of
// the unit cost between them, are the same linear function of the figures.
func (r *run) fitActivity(ctx context.Context, c *comparison) error {
	if len(c.area.Activity) == 0 || c.fitted == nil || r.lacksActivity(c) {
		return nil
	}
	a := &comparison{
		area: c.area, log: c.log, untested: c.untested, names: c.names, codes: c.codes, drivers: c.drivers,
		now:     figures{unit: r.activityPerUnit(c), volume: c.now.volume},
		weights: c.weights, weightsKey: c.weightsKey, rows: c.rows, position: c.position, design: c.design, factor: c.factor,
		tailDF: math.MaxInt, smearAll: 1, model: Model{Tau: c.model.Tau},
	}
	a.setResponse()
	y, n := vector.Pick(a.response, a.rows), 0
	for _, v := range y {
		if !math.IsNaN(v) {
			n++
		}
	}
	if columns := len(c.drivers) + 1; n < max(r.plan.MinN, r.plan.MinNPerDriver*columns, columns+2) {
		c.warn(ActivityMissing, activityTooFew.With(n, max(r.plan.MinN, r.plan.MinNPerDriver*columns, columns+2)))
		return nil
	}
	if regress.IsConstant(slices.DeleteFunc(slices.Clone(y), math.IsNaN)) {
		c.warn(ActivityConstant, activityConstant.With())
	}
	fit, err := r.activityFit(ctx, c, a, y)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		c.warn(ActivityMissing, activityNotFitted.With())
		return nil
	}
	a.fitted = fit
	if a.log {
		a.smear()
	}
	c.activity = a
	return nil
}

// activityFit fits the activity with the weights of the spending's fit. A
// quantile has none, and is fitted to the rows that have an activity.
func (r *run) activityFit(ctx context.Context, c, a *comparison, y []float64) (*regress.Fit, error) {
	estimator := estimators[r.plan.Estimator](&r.plan, c.area)
	if _, is := estimator.(regress.Quantile); !is {
		return c.fitted.Again(ctx, c.factor, y)
	}
	if slices.ContainsFunc(y, math.IsNaN) {
		a.rows, a.position = nil, slices.Clone(c.position)
		for _, m := range c.rows {
			a.position[m] = -1
			if !math.IsNaN(a.response[m]) {
				a.position[m] = int32(len(a.rows))
				a.rows = append(a.rows, m)
			}
		}
		var err error
		if a.factor, err = newDesign(a).factor(); err != nil {
			return nil, err
		}
	}
	fit, err := estimator.Fit(ctx, a.factor, vector.Pick(a.response, a.rows))
	if err == nil && !fit.Converged {
		err = errors.New("benchmark: no proof of a minimum")
	}
	return fit, err
}

// lacksActivity says of an area, and warns, that its activity has no figures in
// a year compared. Like spending it is never taken from another year.
func (r *run) lacksActivity(c *comparison) bool {
	for _, year := range r.years {
		for _, id := range c.area.ActivityIDs() {
			if r.data.Column(id, year) == nil {
				ind, _ := r.data.Indicator(id)
				c.warn(ActivityMissing, activityMissing.With(ind.Name, strconv.Itoa(year)))
				return true
			}
		}
	}
	return false
}

// activityPerUnit is the activity of the years over their volume.
func (r *run) activityPerUnit(c *comparison) []float64 {
	total := make([]float64, len(c.position))
	for _, year := range r.years {
		done := scaled(r.sum(c.area.Activity, year), c.area.ActivityFactor)
		var per []float64
		if c.area.ActivityPer != "" {
			per = r.data.Column(c.area.ActivityPer, year)
		}
		for m, v := range done {
			if per != nil {
				v *= per[m]
			}
			total[m] += v
		}
		for _, id := range c.area.ActivityIDs() {
			c.uses = append(c.uses, use{id, year})
		}
	}
	for m, v := range c.now.volume {
		total[m] /= v * float64(len(r.years))
		if !(v > 0) {
			total[m] = math.NaN()
		}
	}
	return total
}

// splitOf lays out a municipality's activity and the split of its difference:
// with δ = ln A − ln Â and S = A·U,
//
//	ln S − ln Ŝ = (ln A − ln Â) + (ln U − ln Û),  Û = Ŝ/Â,
//
// and in kr. by the logarithmic mean L of S and Ŝ, for which L·(ln S − ln Ŝ) is
// S − Ŝ (the logarithmic mean Divisia index; Ang 2004). Nil where the
// municipality has no figure of activity.
func (c *comparison) splitOf(row *Row, m int) *ActivitySplit {
	if c.activity == nil || math.IsNaN(c.activity.now.unit[m]) {
		return nil
	}
	a, nan := c.activity, math.NaN()
	e := a.expect(m)
	s := &ActivitySplit{
		PerUnit: a.now.unit[m], Expected: e.expected, Low: e.low, High: e.high, DeviationPct: nan,
		T: e.t, DF: e.df, P: a.p(m), Q: a.q[m], QLow: a.qLow[m],
		UnitCost: nan, UnitCostExpected: nan, UnitCostDeviationPct: nan, ActivityKr: nan, UnitCostKr: nan, ActivityPct: nan, UnitCostPct: nan,
	}
	if e.expected > 0 {
		s.DeviationPct = 100 * (s.PerUnit - e.expected) / e.expected
		s.UnitCostExpected = row.Expected / e.expected
	}
	s.Flag = grade(s.PerUnit-e.expected, s.Q, s.QLow, 0)
	if s.PerUnit > 0 {
		s.UnitCost = row.Actual / s.PerUnit
	}
	if s.UnitCostExpected > 0 {
		s.UnitCostDeviationPct = 100 * (s.UnitCost - s.UnitCostExpected) / s.UnitCostExpected
	}
	if !(row.Actual > 0 && row.Expected > 0 && s.PerUnit > 0 && e.expected > 0) {
		return s
	}
	mean := logarithmicMean(row.Actual, row.Expected)
	s.ActivityKr = mean * logRatio(s.PerUnit, e.expected) * row.Volume
	s.UnitCostKr = mean * logRatio(s.UnitCost, s.UnitCostExpected) * row.Volume
	s.ActivityPct = 100 * s.ActivityKr / (row.Expected * row.Volume)
	s.UnitCostPct = 100 * s.UnitCostKr / (row.Expected * row.Volume)
	return s
}

// logRatio is ln(a/b), with all its digits where a is near b.
func logRatio(a, b float64) float64 { return math.Log1p((a - b) / b) }

// activityReservations say why a municipality's difference is not split.
func (c *comparison) activityReservations(row *Row, m int) []WarningCode {
	switch {
	case c.activity == nil || math.IsNaN(row.Actual) || math.IsNaN(row.Expected):
		return nil
	case row.Activity == nil:
		return []WarningCode{ActivityMissing}
	case row.Activity.PerUnit <= 0:
		return []WarningCode{ActivityZero}
	case math.IsNaN(row.Activity.ActivityKr):
		return []WarningCode{NotSplit}
	}
	return nil
}

// warnOfActivity names the municipalities whose difference is not split.
func (r *Report) warnOfActivity(c *comparison) {
	if c.activity == nil {
		return
	}
	reasons := map[WarningCode]lang.Phrase{ActivityMissing: noActivityOf, ActivityZero: zeroActivityOf, NotSplit: notSplitOf}
	for m, who := range r.data.Municipalities() {
		row := Row{Actual: c.now.unit[m], Expected: c.expect(m).expected, Volume: c.now.volume[m]}
		row.Activity = c.splitOf(&row, m)
		for _, code := range c.activityReservations(&row, m) {
			r.Warnings = append(r.Warnings, Warning{Code: code, Area: c.area.ID, Municipality: who.Code, message: reasons[code].With(who.Name, c.area.Name)})
		}
	}
}
