package plan

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
