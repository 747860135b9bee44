package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// names says whether a section's unit is of an indicator: it names it, or, with
// a star at the end of a name, all that begin so and for which the file itself
// states no unit.
func (s *section) names(id, stated string) bool {
	for _, name := range s.Of {
		begin, open := strings.CutSuffix(name, "*")
		switch {
		case unit.Fold(name) == unit.Fold(id):
		case open && stated == "" && strings.HasPrefix(unit.Fold(id), unit.Fold(begin)):
		case open && strings.HasPrefix(unit.Fold(id), unit.Fold(begin)):
			s.found[name] = true
			continue
		default:
			continue
		}
		s.found[name] = true
		return true
	}
	return false
}

// describe returns the unit of an indicator, and what it is already divided by:
// as the plan says where it names the indicator, or names none, and otherwise as
// the file states. The ID may be the file's or that after a renaming.
func (p *pass) describe(id, renamed, stated string) (unit, per string, planned bool) {
	unit = stated
	for _, s := range p.of {
		s.seen[id] = true
		if s.Unit == "" && s.Per == "" {
			continue
		}
		if len(s.Of) == 0 {
			if s.Unit != "" && !slices.Contains(p.taken[s], id) {
				p.taken[s] = append(p.taken[s], id)
			}
		} else if !s.names(id, stated) && (renamed == id || !s.names(renamed, stated)) {
			continue
		}
		if s.Unit != "" {
			unit, planned = s.Unit, true
		}
		per = cmp.Or(per, s.Per)
	}
	return unit, per, planned
}

// needNames reports the sections whose unit several indicators took that have
// names: which of them it is of must be said.
func (p *pass) needNames(s *sink) {
	for _, of := range p.of {
		if taken := p.taken[of]; len(taken) > 1 {
			s.problem(BadMapping, 0, "", of.Unit, unitOfWhich.With(of.number, table.ListSome(taken), table.Shorten(taken[0])))
		}
	}
}

// maxName bounds what an indicator is called: it is said again wherever its figures
// are.
const maxName = 1000

// bounded returns what an indicator is called, and reports what is no name.
func (s *sink) bounded(id string) string {
	if len(id) <= maxName {
		return id
	}
	s.problem(TooLarge, 0, "", id, nameTooLong.With(table.Shorten(id), maxName))
	return table.Shorten(id)
}

// bring puts an indicator's unit in the form that its figures are brought to,
// and returns what brings them there.
func (s *sink) bring(ind *Indicator) unit.Unit {
	u := unit.Parse(ind.Unit)
	s.tellMention(ind.Unit, u)
	ind.Unit, ind.UnitGiven = u.Text, u.Given
	if ind.Per == "" && u.PerPerson {
		ind.Per = s.options.Population
	}
	return u
}
