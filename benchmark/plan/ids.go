package plan

import (
	"fmt"
	"maps"
	"slices"
)

// use is what a plan uses an ID for.
type use int

// The uses.
const (
	asIndicator use = iota // the ID of an indicator
	asDriver               // the ID of a driver that the plan defines, or of an indicator
	asPart                 // the ID of an indicator that a defined driver is made of
	asWhole                // the ID of an indicator of all service, which the data may lack
)

// reference is one place in a plan where an ID stands.
type reference struct {
	id   string
	use  use
	path string // of the key, such as "area[2].spending"
	at   int    // the position of the key's area or defined driver; -1 for the plan's own keys
}

// eachReference calls visit for every ID in the plan. All code that needs the IDs of a
// plan uses this one walk, so that it forgets no part of the plan.
func (p *Plan) eachReference(visit func(reference)) {
	walk := func(use use, at int, path string, ids ...string) {
		for _, id := range ids {
			visit(reference{id, use, path, at})
		}
	}
	one := func(at int, path, id string) { // for a key that may be left out
		if id != "" {
			walk(asIndicator, at, path, id)
		}
	}
	one(-1, "weights", p.Weights)
	walk(asDriver, -1, "drivers", p.Drivers...)
	walk(asDriver, -1, "candidates", p.Candidates...)
	if p.Curve != nil {
		walk(asDriver, -1, "curve.candidates", p.Curve.Candidates...)
	}
	for i, def := range p.Definitions {
		walk(asPart, i, fmt.Sprintf("driver[%d].of", i), def.Of...)
		walk(asPart, i, fmt.Sprintf("driver[%d].per", i), def.Per...)
	}
	for i, a := range p.Areas {
		at := fmt.Sprintf("area[%d].", i)
		walk(asIndicator, i, at+"spending", a.Spending...)
		one(i, at+"spending_per", a.SpendingPer)
		walk(asIndicator, i, at+"per", a.Per...)
		walk(asIndicator, i, at+"activity", a.Activity...)
		one(i, at+"activity_per", a.ActivityPer)
		walk(asIndicator, i, at+"target_group", a.TargetGroup...)
		for k, q := range a.Quality {
			one(i, fmt.Sprintf("%squality[%d].indicator", at, k), q.Indicator)
		}
		walk(asDriver, i, at+"drivers", a.Drivers...)
		walk(asDriver, i, at+"candidates", a.Candidates...)
	}
	if p.Whole != nil {
		walk(asWhole, -1, "whole.spending", p.Whole.Spending...)
		if p.Whole.SpendingPer != "" {
			walk(asWhole, -1, "whole.spending_per", p.Whole.SpendingPer)
		}
	}
	walk(asDriver, -1, "peers.drivers", p.Peers.Drivers...)
	for _, id := range slices.Sorted(maps.Keys(p.Peers.Weights)) {
		walk(asDriver, -1, "peers.weights."+id, id)
	}
}

// Indicators returns the IDs of the indicators that the plan uses, each once. Those of the
// areas come first. Then come those that the drivers are made of: the drivers of the
// models, of the curve and of the comparison groups. The parts of a driver that nothing
// uses are left out, and so is a corrected account that no area has.
func (p *Plan) Indicators() []string {
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
	p.eachReference(func(r reference) {
		if r.at >= 0 && r.use == asIndicator {
			add(r.id)
		}
	})
	p.eachReference(func(r reference) {
		def, defined := p.Definition(r.id)
		switch {
		case r.use == asPart: // it is added with its driver, if something uses the driver
		case r.use == asDriver && defined:
			add(def.Of...)
			add(def.Per...)
		default:
			add(r.id)
		}
	})
	return ids
}

// usesDriver says whether anything in the plan uses a driver.
func (p *Plan) usesDriver(id string) (used bool) {
	p.eachReference(func(r reference) { used = used || r.use == asDriver && r.id == id })
	return used
}
