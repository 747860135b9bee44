package benchmark

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// TargetLevel is a municipality's target in an area under one rule, with what
// stands behind it and what it is worth.
type TargetLevel struct {
	Rule     string         // as [target.Parse] reads it
	Level    float64        // kr. per unit
	N        int            // municipalities that the level is made of; 0 for a chosen figure
	Weighted bool           // a mean weighted by volume; other means are unweighted
	Missing  target.Missing // why there is no level; empty: there is one

	// DecidedBy is the code of the municipality that decides the level of a rule
	// that one alone decides, "minimum" and "lowest:1"; empty: another rule.
	DecidedBy string
	// NotPositive are the codes of those that a rule made of the lowest rests on,
	// whose figure is not above zero.
	NotPositive []string

	GapKr      float64 // (actual − level) × volume, kr. a year
	HeadroomKr float64 // max(0, actual − level) × volume, kr. a year
}

// In returns the rule in words.
func (t TargetLevel) In(l lang.Language) string { return target.InWords(t.Rule, l) }

// namedFinder is a rule with its name, written once for all rows.
type namedFinder struct {
	name     string
	weighted bool
	find     target.Finder
}

func newFinder(ctx context.Context, rule target.Rule, c *comparison) (namedFinder, error) {
	find, err := target.Find(ctx, rule, targetArea{c})
	return namedFinder{rule.String(), target.Weighted(rule), find}, err
}

// targetArea is an area as target rules see it.
type targetArea struct{ c *comparison }

func (a targetArea) Figures() (unit, volume []float64) { return a.c.now.unit, a.c.now.volume }

func (a targetArea) Lowest() []int32 { return a.c.byFigure() }

func (a targetArea) Register() target.Register { return a.c.data }

func (a targetArea) Expected(m int) target.Expected {
	e := a.c.expect(m)
	others := 0
	if a.c.fitted != nil {
		others = a.c.behindExpected(m)
	}
	return target.Expected{Level: e.expected, Others: others, InFit: e.inFit}
}

// ConditionalQuantile fits a quantile of the model. On the logarithmic scale it is
// taken back by the exponential alone, without Duan's factor: a quantile of the
// logarithm is the logarithm of the quantile (Koenker 2005, §2.2.3), as a mean is
// not.
func (a targetArea) ConditionalQuantile(ctx context.Context, q float64) (func(m int) (kr float64, others int), error) {
	c := a.c
	if c.fitted == nil {
		return nil, nil
	}
	fit, err := regress.Quantile{Tau: q}.Fit(ctx, c.factor, vector.Pick(c.response, c.rows))
	if err != nil {
		return nil, ctx.Err()
	}
	return func(m int) (kr float64, others int) {
		kr, others = math.NaN(), fit.N
		if i := c.position[m]; i >= 0 {
			kr, others = fit.LeaveOneOut[i], fit.N-1
		} else if x, complete := c.row(m); complete {
			kr, _, _ = fit.Predict(x, 1)
		}
		if c.log {
			kr = math.Exp(kr)
		}
		return kr, others
	}, nil
}

func (a targetArea) Nearest(m, k int) ([]int32, target.Missing) {
	if len(a.c.now.unit) > mostCompared {
		return nil, target.TooMany
	}
	near := a.c.space().nearest(m, k)
	if len(near) == 0 {
		return nil, target.NoDrivers
	}
	return near, ""
}

// behindExpected is how many others form what is expected of a municipality:
// those in the fit, but for those that "clean" leaves out.
func (c *comparison) behindExpected(m int) int {
	kept, i := c.model.Kept, c.position[m]
	if i < 0 || kept < c.fitted.N && c.fitted.Robustness[i] == 0 { // not one of them
		return kept
	}
	return kept - 1
}

// byFigure are the municipalities with a figure, the lowest first.
func (c *comparison) byFigure() []int32 {
	c.orderOnce.Do(func() {
		for m, u := range c.now.unit {
			if !math.IsNaN(u) {
				c.order = append(c.order, int32(m))
			}
		}
		slices.SortStableFunc(c.order, func(a, b int32) int { return cmp.Compare(c.now.unit[a], c.now.unit[b]) })
	})
	return c.order
}

// worth says what a municipality's target under a rule is, and is worth in kr.
func (c *comparison) worth(rule namedFinder, m int) TargetLevel {
	l := rule.find(m)
	gap := c.now.unit[m] - l.Kr
	t := TargetLevel{
		Rule: rule.name, Level: l.Kr, N: l.N, Weighted: rule.weighted && l.Missing == "", Missing: l.Missing,
		GapKr: gap * c.now.volume[m], HeadroomKr: max(0, gap) * c.now.volume[m],
	}
	if l.DecidedBy >= 0 {
		t.DecidedBy = c.codes(int(l.DecidedBy))
	}
	for _, other := range l.NotPositive {
		t.NotPositive = append(t.NotPositive, c.codes(int(other)))
	}
	return t
}

// warnOfLowest says whose figures are not above zero where an area's target is
// made of the lowest.
func (r *Report) warnOfLowest(c *comparison) {
	n, is := target.Lowest(c.rule)
	if !is {
		return
	}
	var names []string
	order := c.byFigure()
	for _, m := range order[:min(n+1, len(order))] { // and the next, who stands in for one of them
		if c.now.unit[m] <= 0 {
			names = append(names, c.names(int(m)))
		}
	}
	if len(names) > 0 {
		r.Warnings = append(r.Warnings, Warning{Code: TargetNotPositive, Area: c.area.ID, message: targetNotPositive.With(c.rule.String(), c.area.Name, few(names))})
	}
}
