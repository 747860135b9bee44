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

// NameOf returns the name of an area by its ID; the ID where the plan has no such area, or the
// area no name.
func (p *Plan) NameOf(id string) string {
	for _, a := range p.Areas {
		if a.ID == id && a.Name != "" {
			return a.Name
		}
	}
	return id
}

// WholeOf returns the ID of the area that another is a part of. It is the smallest area whose
// spending has all of the part's indicators and more, and the first of several. It is empty if
// there is none.
func (p *Plan) WholeOf(part *Area) string {
	if whole := p.findWhole(part); whole != nil {
		return whole.ID
	}
	return ""
}

// findWhole returns the area that another is a part of; nil if there is none.
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

// orderAreas returns the areas in the plan's order, but the parts of an area right below it.
// A part is smaller than its whole, so that no area is below itself.
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

// IsWhole says whether an area is all service spending: the spending of the plan's [Whole].
// The others are its parts, and it is not added to them.
func (p *Plan) IsWhole(a *Area) bool {
	return p.Whole != nil && slices.ContainsFunc(a.Spending, func(id string) bool {
		return slices.Contains(p.Whole.Spending, id)
	})
}

// SharedWith returns the ID of the area that another has accounts in common with, though
// neither is a part of the other, and the accounts. Then only one of them can be added up: the
// one with most accounts, and the first of several. It is empty for that one, for a part of
// another area, and for an area that shares no account.
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
