package plan

// ActivityIDs returns the IDs of the indicators that an area's activity is made of.
func (a *Area) ActivityIDs() []string {
	if len(a.Activity) == 0 || a.ActivityPer == "" {
		return a.Activity
	}
	return append(a.Activity[:len(a.Activity):len(a.Activity)], a.ActivityPer)
}

// VolumeIDs returns the IDs of the indicators an area's totals and volume are made of.
func (a *Area) VolumeIDs() []string {
	ids := a.Per
	if a.SpendingPer != "" {
		ids = append(ids[:len(ids):len(ids)], a.SpendingPer)
	}
	return ids
}
