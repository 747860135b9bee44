package benchmark

import (
	"fmt"
	"maps"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Wanted returns the IDs of the indicators that the plan asks for, each once,
// so that whoever reads the data can make them: see [dataset.Options].
func (p *Plan) Wanted() []string {
	var ids []string
	seen := map[string]bool{}
	add := func(list ...string) {
		for _, id := range list {
			if id != "" && !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	drivers := func(list []string) { // some are defined by the plan, of indicators
		for _, id := range list {
			if _, defined := p.definition(id); !defined {
				add(id)
			}
		}
	}
	for _, a := range p.Areas {
		add(a.Spending...)
		add(a.SpendingPer)
		add(a.Per...)
		add(a.Activity...)
		drivers(a.Drivers)
		drivers(a.Candidates)
	}
	for _, d := range p.Definitions {
		add(d.Of...)
		add(d.Per...)
	}
	drivers(p.Drivers)
	drivers(p.Candidates)
	add(p.Weights)
	return ids
}

// checkSources reports what is wrong in the plan's [[source]] sections.
func (c *planCheck) checkSources(sources []dataset.Mapping) {
	for i, s := range sources {
		wrong := s.Check()
		for _, key := range slices.Sorted(maps.Keys(wrong)) {
			c.add(fmt.Sprintf("source[%d].%s", i, key), key, wrong[key])
		}
	}
}
