package plan

import "slices"

// checkCircle reports an area whose spending is also one of its drivers, or a part of one.
// Such spending would explain itself: the model would fit perfectly and say nothing.
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
			if slices.Contains(a.Spending, part) && !c.isAccepted(part) {
				c.add(path, id, explainsItself.With(part))
			}
		}
	}
}

// isAccepted says whether the plan accepts an indicator as it is: see [Plan.Accept].
func (c *checker) isAccepted(id string) bool { return slices.Contains(c.plan.Accept, id) }
