package benchmark

import (
	"context"
	"math"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// ActivitySplit splits a difference in spending into a part that comes from more activity
// and a part that comes from a higher unit cost. It also tells how surprising the activity
// itself is. The split rests on a product: spending per unit of volume, such as per
// inhabitant, is activity per unit of volume times spending per unit of activity.
type ActivitySplit struct {
	PerUnit float64 `key:"per_unit"` // activity per unit of volume
	// What the others lead one to expect of PerUnit, by the spending's model fitted to it.
	Expected float64 `key:"expected"`
	Low      float64 `key:"low"` // the interval around Expected, of the row's level
	High     float64 `key:"high"`
	// In percent of Expected; missing if that is not positive.
	DeviationPct float64 `key:"deviation_pct"`
	T            float64 `key:"t"` // studentised residual
	DF           int     `key:"df,null"`
	P            float64 `key:"p"` // one-sided for above expected
	// False discovery rate for above, over the activities of the plan's family.
	Q    float64 `key:"q"`
	QLow float64 `key:"q_low"` // and for below
	// Flag is a grade without a least amount: a high activity is not a
	// candidate by itself.
	Flag Grade `key:"flag"`

	UnitCost float64 `key:"unit_cost"` // spending per unit of activity, kr.
	// The expected spending over the expected activity.
	UnitCostExpected float64 `key:"unit_cost_expected"`

	// ActivityKr and UnitCostKr are the parts of the row's difference in kr. a year. They
	// add up to it. They are missing if there is no split. A reservation of the row then
	// says why.
	ActivityKr float64 `key:"activity_kr"`
	UnitCostKr float64 `key:"unit_cost_kr"`
	// UnitCostDeviationPct is how far the unit cost is from its expected level, in percent
	// of that. It does not add up with DeviationPct to the deviation of the spending: the
	// two multiply.
	UnitCostDeviationPct float64 `key:"unit_cost_deviation_pct"`
	// ActivityPct and UnitCostPct are the parts of the row's deviation in percent.
	ActivityPct float64 `key:"activity_pct"`
	UnitCostPct float64 `key:"unit_cost_pct"`
}

// nameActivity returns the name of an area's activity. If the plan gives none, it is the
// names of the indicators.
func (r *run) nameActivity(a *plan.Area) string {
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
	err := forEachArea(ctx, comparisons, func(ctx context.Context, i int) error {
		return r.fitActivity(ctx, comparisons[i])
	})
	if err != nil {
		return err
	}
	var activities []*expected.Model
	for _, c := range comparisons {
		if c.activity != nil {
			activities = append(activities, c.activity)
		}
	}
	if findTraits(r.plan.Estimator).Cuts {
		expected.SetTails(activities)
	}
	for _, a := range activities {
		a.Test()
	}
	expected.SetRates(activities, families[r.plan.Family])
	return nil
}

// fitActivity compares an area's activity in the way that its spending was compared. It uses
// the same drivers, municipalities and scale, and the weights that the spending's model
// ended with. So both models are the same linear function of their figures, and the unit
// cost, which is the one over the other, can be compared too.
func (r *run) fitActivity(ctx context.Context, c *comparison) error {
	if len(c.area.Activity) == 0 || c.numbers.Fitted == nil || r.lacksActivity(c) {
		return nil
	}
	a := c.numbers.With(r.findActivity(c))
	if n, needed := a.FiguresInFit(), a.Needed(); n < needed {
		c.warn(ActivityMissing, activityTooFew.With(n, needed))
		return nil
	}
	if a.IsConstant() {
		c.warn(ActivityConstant, activityConstant.With())
	}
	err := a.FitLike(ctx, c.numbers)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		c.warn(ActivityMissing, activityNotFitted.With())
		return nil
	}
	c.activity = a
	return nil
}

// lacksActivity says whether an area's activity has no figures in one of the years compared,
// and warns if so. Like spending, activity is never taken from another year.
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

// findActivity returns the activity of the years compared, divided by their volume.
func (r *run) findActivity(c *comparison) []float64 {
	total := make([]float64, len(c.unit()))
	for _, year := range r.years {
		done := scaleValues(r.sumIndicators(c.area.Activity, year), c.area.ActivityFactor)
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
	for m, v := range c.volume() {
		total[m] /= v * float64(len(r.years))
		if !(v > 0) || math.Abs(total[m]) > mostKr {
			total[m] = math.NaN()
		}
	}
	return total
}

// splitDifference lays out a municipality's activity and splits its difference. Spending is
// activity times unit cost, S = A·U, so with Û = Ŝ/Â the logarithms add up:
//
//	ln S − ln Ŝ = (ln A − ln Â) + (ln U − ln Û)
//
// Multiplied by the logarithmic mean L of S and Ŝ, the terms are in kr., because
// L·(ln S − ln Ŝ) is S − Ŝ. This is the logarithmic mean Divisia index (Ang 2004).
//
// splitDifference returns nil if the municipality has no figure of activity.
func (c *comparison) splitDifference(row *Row, m int) *ActivitySplit {
	if c.activity == nil || math.IsNaN(c.activity.Area.Unit[m]) {
		return nil
	}
	a, nan := c.activity, math.NaN()
	e := a.Expect(m)
	s := &ActivitySplit{
		PerUnit: a.Area.Unit[m], Expected: e.Level, Low: e.Low, High: e.High, DeviationPct: nan,
		T: e.T, DF: e.DF, P: a.P(m), Q: a.Q[m], QLow: a.QLow[m],
		UnitCost: nan, UnitCostExpected: nan, UnitCostDeviationPct: nan, ActivityKr: nan,
		UnitCostKr: nan, ActivityPct: nan, UnitCostPct: nan,
	}
	if e.Level > 0 {
		s.DeviationPct = 100 * (s.PerUnit - e.Level) / e.Level
		s.UnitCostExpected = row.Expected.Level / e.Level
	}
	s.Flag = gradeDifference(s.PerUnit-e.Level, s.Q, s.QLow, 0)
	if s.PerUnit > 0 {
		s.UnitCost = row.Actual / s.PerUnit
	}
	if s.UnitCostExpected > 0 {
		s.UnitCostDeviationPct = 100 * (s.UnitCost - s.UnitCostExpected) / s.UnitCostExpected
	}
	if !(row.Actual > 0 && row.Expected.Level > 0 && s.PerUnit > 0 && e.Level > 0) {
		return s
	}
	mean := expected.LogarithmicMean(row.Actual, row.Expected.Level)
	s.ActivityKr = mean * computeLogRatio(s.PerUnit, e.Level) * row.Volume
	s.UnitCostKr = mean * computeLogRatio(s.UnitCost, s.UnitCostExpected) * row.Volume
	s.ActivityPct = 100 * s.ActivityKr / (row.Expected.Level * row.Volume)
	s.UnitCostPct = 100 * s.UnitCostKr / (row.Expected.Level * row.Volume)
	return s
}

// computeLogRatio returns ln(a/b) without losing digits if a is near b.
func computeLogRatio(a, b float64) float64 { return math.Log1p((a - b) / b) }

// listActivityReservations returns the code that says why a municipality's difference is not
// split. It returns nil if the difference is split, or if there is none.
func (c *comparison) listActivityReservations(row *Row, m int) []WarningCode {
	switch {
	case c.activity == nil || math.IsNaN(row.Actual) || math.IsNaN(row.Expected.Level):
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

// warnOfActivity warns of each municipality whose difference is not split.
func (r *Report) warnOfActivity(c *comparison) {
	if c.activity == nil {
		return
	}
	reasons := map[WarningCode]lang.Phrase{
		ActivityMissing: noActivityOf, ActivityZero: zeroActivityOf, NotSplit: notSplitOf,
	}
	for m, who := range r.data.Municipalities() {
		row := Row{Actual: c.unit()[m], Volume: c.volume()[m]}
		row.Expected.Level = c.numbers.Expect(m).Level
		row.Activity = c.splitDifference(&row, m)
		for _, code := range c.listActivityReservations(&row, m) {
			r.Warnings = append(r.Warnings, Warning{
				Code: code, Area: c.area.ID, Municipality: who.Code,
				message: reasons[code].With(who.Name, c.area.Name),
			})
		}
	}
}
