package plan

import "slices"

// ActivityIDs returns the IDs of all indicators that an area's activity is computed from:
// those that are summed, and the one that they are already divided by.
func (a *Area) ActivityIDs() []string {
	if len(a.Activity) == 0 || a.ActivityPer == "" {
		return a.Activity
	}
	return append(a.Activity[:len(a.Activity):len(a.Activity)], a.ActivityPer)
}

// VolumeIDs returns the IDs of the indicators that an area's volume is computed from, and
// of the one that its spending is already divided by.
func (a *Area) VolumeIDs() []string {
	ids := a.Per
	if a.SpendingPer != "" {
		ids = append(ids[:len(ids):len(ids)], a.SpendingPer)
	}
	return ids
}

// NameOf returns the name of the area with an ID. It returns the ID if the plan has no such
// area, or if the area has no name.
func (p *Plan) NameOf(id string) string {
	for _, a := range p.Areas {
		if a.ID == id && a.Name != "" {
			return a.Name
		}
	}
	return id
}

// WholeOf returns the ID of the area that another area is a part of. That is the smallest area
// whose spending has all of the part's indicators and more. Of several it is the first.
// WholeOf returns "" if there is none.
func (p *Plan) WholeOf(part *Area) string {
	if whole := p.findWhole(part); whole != nil {
		return whole.ID
	}
	return ""
}

// findWhole returns the area that another area is a part of, or nil if there is none.
func (p *Plan) findWhole(part *Area) *Area {
	var whole *Area
	for i := range p.Areas {
		a := &p.Areas[i]
		if len(a.Spending) <= len(part.Spending) ||
			whole != nil && len(whole.Spending) <= len(a.Spending) {
			continue
		}
		if !slices.ContainsFunc(part.Spending, func(id string) bool {
			return !slices.Contains(a.Spending, id)
		}) {
			whole = a
		}
	}
	return whole
}

// orderAreas returns the areas in the plan's order, except that the parts of an area stand
// right below it. A part is smaller than its whole, so no area is below itself.
func (p *Plan) orderAreas() []Area {
	parts := map[string][]*Area{}
	for i := range p.Areas {
		whole := p.WholeOf(&p.Areas[i])
		parts[whole] = append(parts[whole], &p.Areas[i])
	}
	ordered := make([]Area, 0, len(p.Areas))
	var add func(whole string)
	add = func(whole string) {
		for _, a := range parts[whole] {
			ordered = append(ordered, *a)
			add(a.ID)
		}
	}
	add("")
	return ordered
}

// IsWhole says whether an area is all service spending, as the plan's [Whole] is. The other
// areas are its parts, so it is never added to them.
func (p *Plan) IsWhole(a *Area) bool {
	return p.Whole != nil && slices.ContainsFunc(a.Spending, func(id string) bool {
		return slices.Contains(p.Whole.Spending, id)
	})
}

// SharedWith finds accounts that an area shares with another area, though neither is a part of
// the other. Only one of two such areas can be added up, or the accounts would be counted
// twice. It is the one with most accounts, and of several the first.
//
// SharedWith returns the ID of the area that is added up instead, and the shared accounts. It
// returns "" if the area is itself the one that is added up, if it is a part of another area,
// or if it shares no account.
func (p *Plan) SharedWith(a *Area) (other string, accounts []string) {
	var counted []*Area
	for i := range p.Areas {
		if one := &p.Areas[i]; p.findWhole(one) == nil && !p.IsWhole(one) {
			counted = append(counted, one)
		}
	}
	slices.SortStableFunc(counted, func(a, b *Area) int {
		return len(b.Spending) - len(a.Spending)
	})
	of := map[string]string{} // by account: the area that it is added up in
	for _, one := range counted {
		var shared []string
		with := ""
		for _, id := range one.Spending {
			if first, taken := of[id]; taken {
				shared = append(shared, id)
				if with == "" {
					with = first
				}
			}
		}
		if one.ID == a.ID {
			return with, shared
		}
		if len(shared) > 0 {
			continue
		}
		for _, id := range one.Spending {
			of[id] = one.ID
		}
	}
	return "", nil
}
