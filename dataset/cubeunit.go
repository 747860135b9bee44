package dataset

import (
	"slices"
	"strings"
)

// statedOf returns the unit that the file states of the figures of some values:
// the unit of a value, or one that its text states; failing that the unit of the
// whole table, and the one that its title states where there is nothing in the
// table that it might not be of. mention is a text that else may speak of it.
func (m *mapper) statedOf(chosen []Chosen) (unit, mention string) {
	for _, c := range chosen { // of several the last: the column's own heading
		text := or(c.Value.Label, c.Value.Code)
		stated := c.Value.Unit
		if stated == "" {
			stated, _ = statedUnit(text)
		}
		if stated != "" {
			unit = stated
		}
		if c.Value.Unit != "" || stated == "" && mentionsScale(text) != "" {
			mention = text
		}
	}
	if unit == "" {
		unit = m.cube.unit
	}
	if stated, _ := statedUnit(m.cube.title); unit == "" && stated != "" && (!m.cube.plain || m.single()) {
		unit = stated
	}
	if unit == "" {
		mention = or(mention, m.cube.title)
	}
	return unit, mention
}

// tellUnitsOf reports, once, rows of an indicator whose unit is not that of the
// others.
func (m *mapper) tellUnitsOf(chosen []Chosen, indicator int) {
	of := []string{""}
	for _, c := range chosen {
		of = append(of, c.Value.Code)
		if stated, _ := statedUnit(c.Value.Code); m.cube.units[""] != nil && m.cube.unit != "" {
			m.tellContradiction(c.Value.Code, or(c.Value.Unit, stated), m.cube.unit, indicator)
		}
	}
	for _, name := range of {
		if u := m.cube.units[name]; u != nil {
			m.tellUnits(u, m.cube.unitColumn, indicator)
			*u = unitRows{} // told
		}
	}
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

// tellMention warns, once for each text, of a scale that may be the figures', and
// is not that of the unit that they are taken in.
func (r *reader) tellMention(text string, u unit) {
	scales := scalesIn(spelled(text))
	at := slices.IndexFunc(scales, func(s scale) bool { return s.factor != u.factor })
	if at < 0 || r.mentioned[text] {
		return
	}
	if r.mentioned == nil {
		r.mentioned = map[string]bool{}
	}
	r.mentioned[text] = true
	message := unitMentioned
	if !scales[at].kroner {
		message = scaleMentioned
	}
	r.problem(UnitMentioned, 0, "", text, message.With(shorten(text), scales[at].text))
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
