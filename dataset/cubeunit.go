package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// statedOf returns the unit that the file states of the figures of some values:
// the unit of a value, or one that its text states; failing that the unit of the
// whole table, and the one that its title states where there is nothing in the
// table that it might not be of. mention is a text that else may speak of it.
func (m *mapper) statedOf(chosen []Chosen) (whole, mention string) {
	for _, c := range chosen { // of several the last: the column's own heading
		text := cmp.Or(c.Value.Label, c.Value.Code)
		stated := c.Value.Unit
		if stated == "" {
			stated, _ = unit.FindStated(text)
		}
		if stated != "" {
			whole = stated
		}
		if c.Value.Unit != "" || stated == "" && unit.FindScale(text) != "" {
			mention = text
		}
	}
	if whole == "" {
		whole = m.cube.Unit
	}
	if stated, _ := unit.FindStated(m.cube.Title); whole == "" && stated != "" && (!m.cube.Plain || m.single()) {
		whole = stated
	}
	if whole == "" {
		mention = cmp.Or(mention, m.cube.Title)
	}
	return whole, mention
}

// tellUnitsOf reports, once, rows of an indicator whose unit is not that of the
// others.
func (m *mapper) tellUnitsOf(chosen []Chosen, indicator int) {
	of := []string{""}
	for _, c := range chosen {
		of = append(of, c.Value.Code)
		if stated, _ := unit.FindStated(c.Value.Code); m.cube.Units[""] != nil && m.cube.Unit != "" {
			m.sink.tellContradiction(c.Value.Code, cmp.Or(c.Value.Unit, stated), m.cube.Unit, indicator)
		}
	}
	for _, name := range of {
		if u := m.cube.Units[name]; u != nil {
			m.sink.tellUnits(u, m.cube.UnitColumn, indicator)
			*u = table.UnitRows{} // told
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
		if _, rest := unit.FindStated(c.Value.String()); rest != "" {
			names = append(names, rest)
		}
	}
	if len(names) == 0 {
		_, rest := unit.FindStated(cmp.Or(m.cube.Title, m.tableName()))
		return cmp.Or(rest, m.tableName())
	}
	return strings.Join(names, ", ")
}

// tellMention warns, once for each text, of a scale that may be the figures', and
// is not that of the unit that they are taken in.
func (s *sink) tellMention(text string, u unit.Unit) {
	scales := unit.FindScales(text)
	at := slices.IndexFunc(scales, func(s unit.Scale) bool { return s.Factor != u.Factor })
	if at < 0 || s.mentioned[text] {
		return
	}
	if s.mentioned == nil {
		s.mentioned = map[string]bool{}
	}
	s.mentioned[text] = true
	message := unitMentioned
	if !scales[at].Kroner {
		message = scaleMentioned
	}
	s.problem(UnitMentioned, 0, "", text, message.With(table.Shorten(text), scales[at].Text))
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
