package benchmark

import "slices"

// Indicators returns the IDs of the indicators that the plan makes use of, each
// once, in the order that the plan comes to need them: those of the areas, and
// those that their drivers are made of.
func (p *Plan) Indicators() []string {
	var ids []string
	add := func(list ...string) {
		for _, id := range list {
			if id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	drivers := func(list []string) {
		for _, id := range list {
			if def, defined := p.definition(id); defined {
				add(def.Of...)
				add(def.Per...)
			} else {
				add(id)
			}
		}
	}
	for _, a := range p.Areas {
		add(a.Spending...)
		add(a.SpendingPer)
		add(a.Per...)
		add(a.Activity...)
	}
	add(p.Weights)
	drivers(p.Drivers)
	drivers(p.Candidates)
	for _, a := range p.Areas {
		drivers(a.Drivers)
		drivers(a.Candidates)
	}
	return ids
}
