package benchmark

import (
	"context"
	"slices"

	"github.com/raaderum/raaderum/benchmark/target"
)

// Sensitivity is a report's targets under every rule, with their usual numbers. It
// says how much the headroom owes to the rule that it is computed by.
type Sensitivity struct {
	report *Report
	rules  [][]namedFinder // by area: the rules of the table, and its own where that is another
}

// Sensitivity prepares the targets of the report's areas under every rule, on all
// processors. The error is the context's.
func (r *Report) Sensitivity(ctx context.Context) (*Sensitivity, error) {
	if r == nil {
		return nil, ErrNoReport
	}
	s := &Sensitivity{report: r, rules: make([][]namedFinder, len(r.comparisons))}
	err := forEachArea(ctx, r.comparisons, func(ctx context.Context, i int) (err error) {
		s.rules[i], err = r.comparisons[i].prepareFinders(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// prepareFinders prepares the rules of an area's table.
func (c *comparison) prepareFinders(ctx context.Context) ([]namedFinder, error) {
	var finders []namedFinder
	own := false
	for _, rule := range target.Tabled() {
		if rule == c.rule {
			own = true
			finders = append(finders, c.own)
			continue
		}
		f, err := newFinder(ctx, rule, c)
		if err != nil {
			return nil, err
		}
		finders = append(finders, f)
	}
	if !own {
		finders = append(finders, c.own)
	}
	return finders, nil
}

// Rules returns the rules that rows have targets under, as they are written: the
// columns of the table.
func (s *Sensitivity) Rules() (rules []string) {
	if s == nil {
		return nil
	}
	for _, finders := range s.rules {
		for _, f := range finders {
			if !slices.Contains(rules, f.name) {
				rules = append(rules, f.name)
			}
		}
	}
	return rules
}

// Targets returns a row's targets under every rule of its area, the area's own
// among them. Nil for a row that the report does not have.
func (s *Sensitivity) Targets(row *Row) []Target {
	if s == nil || s.report == nil || row == nil {
		return nil
	}
	i := slices.IndexFunc(s.report.Models, func(m Model) bool { return m.Area == row.Area })
	m, found := s.report.data.Find(row.Municipality)
	if i < 0 || !found {
		return nil
	}
	list := make([]Target, len(s.rules[i]))
	for k, f := range s.rules[i] {
		list[k] = s.report.comparisons[i].findTarget(f, m)
	}
	return list
}
