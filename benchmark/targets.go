package benchmark

import (
	"context"

	"github.com/raaderum/raaderum/benchmark/peers"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/lang"
)

// Target is a municipality's target in an area under one rule. It also has what the target is
// made of, and what the municipality would save by reaching it.
type Target struct {
	HeadroomKr float64 `key:"headroom_kr"` // max(0, actual − level) × volume, kr. a year
	// Level is what headroom is computed against, in kr. per unit.
	Level float64 `key:"target"`
	Rule  string  `key:"target_rule"` // as [target.Parse] reads it
	// N is how many municipalities the level is made of. It is 0 for a level that the plan
	// sets.
	N int `key:"target_n"`
	// Weighted says that the level is a mean weighted by volume. Other means are unweighted.
	Weighted bool           `key:"target_weighted"`
	Missing  target.Missing `key:"target_missing"` // why there is no level; empty if there is one
	GapKr    float64        `key:"gap_kr"`         // (actual − level) × volume, kr. a year

	// DecidedBy is the code of the municipality that alone decides the level, under the rules
	// "minimum" and "lowest:1". It is empty under other rules.
	DecidedBy string `key:"-"`
	// NotPositive are the codes of municipalities whose figure is not above zero, among
	// those that a rule of the lowest figures is made of.
	NotPositive []string `key:"-"`
}

// In returns the rule in a language.
func (t Target) In(l lang.Language) string { return target.InWords(t.Rule, l) }

// namedFinder finds the targets of an area under one rule. It has what all of them share.
type namedFinder struct {
	name     string // of the rule, as a plan writes it
	weighted bool
	find     target.Finder
}

// newFinder prepares a rule for an area. The error is the context's.
func newFinder(ctx context.Context, rule target.Rule, c *comparison) (namedFinder, error) {
	find, err := target.Find(ctx, rule, targetArea{c})
	return namedFinder{rule.String(), target.Weighted(rule), find}, err
}

// targetArea shows an area to target rules. It implements [target.Area], where its methods
// are described.
type targetArea struct{ c *comparison }

func (a targetArea) Figures() (unit, volume []float64) { return a.c.unit(), a.c.volume() }

func (a targetArea) Lowest() []int32 { return a.c.sortByFigure() }

func (a targetArea) Register() target.Register { return a.c.data }

func (a targetArea) Expected(m int) target.Expected {
	e := a.c.numbers.Expect(m)
	return target.Expected{Level: e.Level, Others: a.c.numbers.Behind(m), InFit: e.InFit}
}

func (a targetArea) ConditionalQuantile(
	ctx context.Context, q float64,
) (func(m int) (kr float64, others int), error) {
	return a.c.numbers.ConditionalQuantile(ctx, q)
}

func (a targetArea) Nearest(m, k int) ([]int32, target.Missing) {
	if len(a.c.unit()) > peers.MostCompared {
		return nil, target.TooMany
	}
	near := a.c.peers().space.Nearest(m, k)
	if len(near) == 0 {
		return nil, target.NoDrivers
	}
	return near, ""
}

// findTarget returns a municipality's target under a rule.
func (c *comparison) findTarget(rule namedFinder, m int) Target {
	l := rule.find(m)
	gap := c.unit()[m] - l.Kr
	t := Target{
		Rule: rule.name, Level: l.Kr, N: l.N, Weighted: rule.weighted && l.Missing == "",
		Missing: l.Missing, GapKr: gap * c.volume()[m], HeadroomKr: max(0, gap) * c.volume()[m],
	}
	if l.DecidedBy >= 0 {
		t.DecidedBy = c.code(int(l.DecidedBy))
	}
	for _, other := range l.NotPositive {
		t.NotPositive = append(t.NotPositive, c.code(int(other)))
	}
	return t
}

// warnOfLowest warns if an area's target is made of the lowest figures and some of these are
// not above zero.
func (r *Report) warnOfLowest(c *comparison) {
	n, is := target.Lowest(c.rule)
	if !is {
		return
	}
	var names []string
	order := c.sortByFigure()
	// The target of one of the n lowest is made of the other n−1 and the next lowest.
	for _, m := range order[:min(n+1, len(order))] {
		if c.unit()[m] <= 0 {
			names = append(names, c.name(int(m)))
		}
	}
	if len(names) > 0 {
		r.Warnings = append(r.Warnings, Warning{
			Code: TargetNotPositive, Area: c.area.ID,
			message: targetNotPositive.With(c.rule.String(), c.area.Name, nameFew(names)),
		})
	}
}
