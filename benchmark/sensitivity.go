package benchmark

import (
	"context"
	"slices"

	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/internal/given"
)

// Sensitivity has a report's targets under every rule, with the rules' usual numbers. It shows
// how much headroom depends on the choice of rule.
type Sensitivity struct {
	report *Report
	// rules are by area: the rules of the table, and the area's own if it is another.
	rules [][]namedFinder
}

// Sensitivity prepares the target rules of all areas. It uses all processors. The error is the
// context's.
func (r *Report) Sensitivity(ctx context.Context) (*Sensitivity, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
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

// Rules returns the rules under which rows have targets, as a plan writes them. They are the
// columns of a table of the targets.
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

// Targets returns a row's targets under every rule of its area, the area's own among them. It
// returns nil if the report does not have the row.
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
