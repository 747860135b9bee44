package plan

import (
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// checkDividedBy reports an area whose spending is divided by one thing as the data say, and by
// another as the plan says.
func (c *checker) checkDividedBy(path string, a Area, d *dataset.Dataset) {
	for _, id := range a.Spending {
		ind, _ := d.Indicator(id)
		if a.SpendingPer != "" && ind.Per != "" && ind.Per != a.SpendingPer && !c.accepts(id) {
			c.add(path, a.SpendingPer, dividedOtherwise.With(id, ind.Per, ind.Per))
		}
	}
}

// checkCircle reports an area whose spending is also a driver of it, or a part of one: it
// would explain itself.
func (c *checker) checkCircle(path string, a Area) {
	ids := slices.Concat(a.Drivers, a.Candidates)
	if len(a.Drivers) == 0 {
		ids = append(ids, c.plan.Drivers...)
	}
	if len(a.Candidates) == 0 {
		ids = append(ids, c.plan.Candidates...)
	}
	for _, id := range ids {
		parts := []string{id}
		if def, ok := c.plan.Definition(id); ok {
			parts = def.Of
		}
		for _, part := range parts {
			if slices.Contains(a.Spending, part) && !c.accepts(part) {
				c.add(path, id, explainsItself.With(part))
			}
		}
	}
}

// accepts says whether the plan says that an indicator is right as it is.
func (c *checker) accepts(id string) bool { return slices.Contains(c.plan.Accept, id) }

// dividedBy returns what the area's spending is divided by: as the plan says, or else as the
// data say of all of it.
func (a *Area) dividedBy(d *dataset.Dataset) string {
	if a.SpendingPer != "" || len(a.Spending) == 0 {
		return a.SpendingPer
	}
	first, _ := d.Indicator(a.Spending[0])
	for _, id := range a.Spending[1:] {
		if ind, _ := d.Indicator(id); ind.Per != first.Per {
			return ""
		}
	}
	if _, ok := d.Indicator(first.Per); !ok {
		return ""
	}
	return first.Per
}

// WithData returns the plan with what it leaves to the data to say: what the spending of
// each area is divided by.
func (p Plan) WithData(d *dataset.Dataset) Plan {
	p.Areas = slices.Clone(p.Areas)
	for i := range p.Areas {
		p.Areas[i].SpendingPer = p.Areas[i].dividedBy(d)
	}
	return p
}
