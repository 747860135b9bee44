package dataset

import "strings"

// statedOf returns the unit that the file states of the figures of some values:
// the unit of a value, or one that its text states; failing that the unit of the
// whole table, and the one that its title states where there is nothing in the
// table that it might not be of.
func (m *mapper) statedOf(chosen []Chosen) string {
	unit, mention := "", ""
	for _, c := range chosen { // of several the last: the column's own heading
		text := or(c.Value.Label, c.Value.Code)
		stated := c.Value.Unit
		if stated == "" {
			stated, _ = statedUnit(text)
		}
		if stated != "" {
			unit = stated
		} else if said := mentionsScale(text); said != "" {
			mention = text
		}
	}
	if unit == "" {
		unit = m.cube.unit
	}
	if stated, _ := statedUnit(m.cube.title); unit == "" && stated != "" && (!m.cube.plain || m.single()) {
		unit = stated
	}
	if said := mentionsScale(m.cube.title); unit == "" && mention == "" && said != "" {
		mention = m.cube.title
	}
	if unit == "" && mention != "" {
		m.tellMention(mention)
	}
	return unit
}

// single says whether the table has one indicator.
func (m *mapper) single() bool {
	for i := range m.dims {
		if len(m.dims[i].groups) > 1 {
			return false
		}
	}
	return true
}

// unitless is what an indicator is called without the unit that its heading
// states, which its figures are no longer in.
func (m *mapper) unitless(chosen []Chosen) string {
	var names []string
	for _, c := range chosen {
		if _, rest := statedUnit(c.Value.String()); rest != "" {
			names = append(names, rest)
		}
	}
	if len(names) == 0 {
		_, rest := statedUnit(or(m.cube.title, m.tableName()))
		return or(rest, m.tableName())
	}
	return strings.Join(names, ", ")
}

// tellMention warns, once for each text, of an amount in thousands or millions
// that may be the figures' unit, or not.
func (r *reader) tellMention(text string) {
	if r.mentioned[text] || r.pass != nil && r.pass.hasUnit() {
		return
	}
	if r.mentioned == nil {
		r.mentioned = map[string]bool{}
	}
	r.mentioned[text] = true
	r.problem(UnitMentioned, 0, "", text, unitMentioned.With(shorten(text), mentionsScale(text)))
}

// hasUnit says whether the plan says a unit for the file.
func (p *pass) hasUnit() bool {
	for _, s := range p.of {
		if s.Unit != "" {
			return true
		}
	}
	return false
}
