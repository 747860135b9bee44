package dataset

import (
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"

	"github.com/raaderum/raaderum/dataset/unit"
)

// lacks says whether the table has no variable of that name.
func (m *mapper) lacks(name string) bool {
	for i := range m.cube.Variables {
		if m.cube.Variables[i].Called(name) {
			return false
		}
	}
	return true
}

// tellLacking warns of the variables that a known table has and the file does
// not, and says what its figures are taken for.
func (m *mapper) tellLacking() {
	if m.known == nil || m.again {
		return
	}
	for _, d := range m.known.Defaults {
		if len(d.Prefer) == 0 || len(d.Parts) > 0 || d.PerHead != (table.Value{}) || !m.lacks(d.Variable) {
			continue
		}
		taken := d.Prefer[0][0]
		if len(d.Prefer[0]) > 1 {
			taken += " (" + d.Prefer[0][1] + ")"
		}
		m.sink.problem(ChosenValue, 0, "", d.Variable, variableLacks.With(m.known.Table, d.Variable, d.Variable, taken, d.Variable))
	}
}

// lackingUnit returns the variable that would tell the figures' unit, where the
// file does not have it; nil where it has, or there is none.
func (m *mapper) lackingUnit() *Default {
	if m.known == nil {
		return nil
	}
	for i := range m.known.Defaults {
		if d := &m.known.Defaults[i]; d.PerHead != (table.Value{}) && m.lacks(d.Variable) {
			return d
		}
	}
	return nil
}

// valueByUnit returns the value that figures in a unit are of, and reports, once,
// where nothing tells it. Kroner alone may be either; where the plan says so, they
// are in all.
func (m *mapper) valueByUnit(d *Default, stated, per string) table.Value {
	u := unit.Parse(stated)
	switch {
	case per != "" || u.PerPerson:
		return d.PerHead
	case u.Factor != 1 || stated != "" && m.use.hasUnit():
		return d.InAll
	}
	if !m.asked {
		m.asked = true
		found := lang.Localized(noUnitStated.With())
		if stated != "" {
			found = unitStated.With(table.Shorten(stated))
		}
		m.sink.problem(BadMapping, 0, "", d.Variable, unitUnknown.With(m.known.Table, d.Variable, found, d.Variable))
	}
	return d.PerHead
}
