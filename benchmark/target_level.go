package benchmark

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"github.com/raaderum/raaderum/lang"
)

// TargetLevel is a municipality's target in an area under one rule, with what
// stands behind it and what it is worth.
type TargetLevel struct {
	Rule     string        // as [ParseTarget] reads it
	Level    float64       // kr. per unit
	N        int           // municipalities that the level is made of; 0 for a chosen figure
	Weighted bool          // a mean weighted by volume; other means are unweighted
	Missing  MissingTarget // why there is no level; empty: there is one

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
func (t TargetLevel) In(l lang.Language) string { return TargetIn(t.Rule, l) }

// TargetIn returns a rule in words, and as it is written where it is none.
func TargetIn(rule string, l lang.Language) string {
	parsed, err := ParseTarget(rule)
	if err != nil {
		return rule
	}
	return parsed.In(l)
}

// MissingTarget says why a municipality has no target, the same in every
// language.
type MissingTarget string

// Why there is no target.
const (
	NobodyElse MissingTarget = "nobody_else" // no other municipality that the rule asks for has a figure
	NoRegion   MissingTarget = "no_region"   // the municipality's region is not known
	NoExpected MissingTarget = "no_expected" // there is no model, or no expected level above zero
	NoDrivers  MissingTarget = "no_drivers"  // the municipality lacks a driver, or nobody can be compared with it
	TooMany    MissingTarget = "too_many"    // the data have more municipalities than are compared in pairs
)

// In returns the reason in words.
func (m MissingTarget) In(l lang.Language) string { return missingTargets[m].In(l) }

// namedFinder is a rule with its name, written once for all rows.
type namedFinder struct {
	name     string
	weighted bool
	find     finder
}

// lazyTargets finds an area's targets under every rule when they are first asked
// for.
type lazyTargets struct {
	all     sync.Once
	finders []namedFinder

	sortOnce sync.Once
	order    []int32
	figures  []float64
}

// byFigure are the municipalities with a figure, the lowest first.
func (c *comparison) byFigure() []int32 {
	c.lazy.sortOnce.Do(func() {
		for m, u := range c.now.unit {
			if !math.IsNaN(u) {
				c.lazy.order = append(c.lazy.order, int32(m))
			}
		}
		slices.SortStableFunc(c.lazy.order, func(a, b int32) int { return cmp.Compare(c.now.unit[a], c.now.unit[b]) })
		c.lazy.figures = pick(c.now.unit, c.lazy.order)
	})
	return c.lazy.order
}

// sorted are the area's figures in ascending order.
func (c *comparison) sorted() []float64 {
	c.byFigure()
	return c.lazy.figures
}

// finders are the rules of the sensitivity table: all that stand in it, and the
// area's own where that is another.
func (c *comparison) finders() []namedFinder {
	c.lazy.all.Do(func() {
		own := false
		for _, r := range targetRules {
			if !r.tabled {
				continue
			}
			rule, err := ParseTarget(r.form)
			if err != nil {
				panic(err) // the forms are our own
			}
			if rule == c.rule {
				own = true
				c.lazy.finders = append(c.lazy.finders, c.own)
				continue
			}
			// Whoever asks for a row's targets waits for them: there is no context.
			c.lazy.finders = append(c.lazy.finders, namedFinder{rule.String(), isWeighted(rule), rule.on(context.Background(), c)})
		}
		if !own {
			c.lazy.finders = append(c.lazy.finders, c.own)
		}
	})
	return c.lazy.finders
}

// Targets returns a row's targets under every rule, with their usual numbers:
// how sensitive the headroom is to the rule that it is computed by. The area's
// own rule is among them. Nil for a row that the report does not have.
func (r *Report) Targets(row *Row) []TargetLevel {
	i := slices.IndexFunc(r.Models, func(m Model) bool { return m.Area == row.Area })
	m, found := r.data.Find(row.Municipality)
	if i < 0 || !found {
		return nil
	}
	c := r.comparisons[i]
	list := make([]TargetLevel, len(c.finders()))
	for k, f := range c.finders() {
		list[k] = c.worth(f, m)
	}
	return list
}

// TargetRules returns the rules that rows of the report have targets under, as
// they are written: the columns of the sensitivity table.
func (r *Report) TargetRules() (rules []string) {
	for _, c := range r.comparisons {
		for _, f := range c.finders() {
			if !slices.Contains(rules, f.name) {
				rules = append(rules, f.name)
			}
		}
	}
	return rules
}

// worth says what a municipality's target under a rule is, and is worth in kr.
func (c *comparison) worth(rule namedFinder, m int) TargetLevel {
	l := rule.find(m)
	gap := c.now.unit[m] - l.kr
	t := TargetLevel{
		Rule: rule.name, Level: l.kr, N: l.n, Weighted: rule.weighted && l.missing == "", Missing: l.missing,
		GapKr: gap * c.now.volume[m], HeadroomKr: max(0, gap) * c.now.volume[m],
	}
	if l.decidedBy > 0 {
		t.DecidedBy = c.codes(int(l.decidedBy) - 1)
	}
	for _, other := range l.notPositive {
		t.NotPositive = append(t.NotPositive, c.codes(int(other)))
	}
	return t
}

// prepareTargets makes ready, on all processors, what every row's targets need.
func (r *Report) prepareTargets(ctx context.Context) error {
	return forEach(ctx, r.comparisons, func(_ context.Context, i int) error {
		r.comparisons[i].finders()
		return nil
	})
}
