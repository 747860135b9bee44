package dataset

// applySection takes what a section of the plan says of a file that has its
// figures in columns and no variables: how they are called, their unit, their
// year.
func (r *reader) applySection() {
	sections := r.sections()
	s := &sections[0]
	r.section = s
	if s.Year != 0 {
		r.opt.Year = s.Year
	}
	if s.File != "" && len(s.Pick)+len(s.Sum) > 0 {
		r.problem(BadMapping, 0, "", s.File, noVariables.With())
	}
	if u := parseUnit(s.Unit); s.Unit != "" && u.factor != 1 {
		r.factor = u.factor
	}
}

// named returns the position of an indicator that the file calls so.
func (r *reader) named(id string) int {
	s := r.section
	if s == nil || s.Unit == "" && s.Per == "" && len(s.Rename) == 0 {
		return r.indicator(id)
	}
	i := r.indicator(s.renamed(id))
	u := parseUnit(s.Unit)
	r.learn(i, Indicator{Unit: u.text, UnitGiven: u.given, Per: s.Per})
	return i
}
