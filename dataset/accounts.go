package dataset

import (
	"path"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
)

// findAccountCatalogue returns the catalogue of accounts. It is nil where the catalogue
// knows none, and for the tables of a statistics office, which say themselves what their
// figures are of.
func (m *mapper) findAccountCatalogue() AccountCatalogue {
	catalogue, ok := m.sink.options.Catalogue.(AccountCatalogue)
	if !ok || !m.table.Plain {
		return nil
	}
	return catalogue
}

// findKnown returns what is known of the table that some chosen values belong to. That is
// the table of the file, or the table of accounts if one of the headings is an account. The
// values are returned as that table names them.
func (m *mapper) findKnown(chosen []Chosen) (*KnownTable, []Chosen) {
	catalogue := m.findAccountCatalogue()
	if m.known != nil || catalogue == nil {
		return m.known, chosen
	}
	for i, c := range chosen {
		known, account := catalogue.Account(c.Variable, table.CutUnit(c.Value.String()))
		if known == nil || m.isNamedByPlan(c.Value.String()) {
			continue
		}
		named := slices.Clone(chosen)
		named[i] = account
		stated, _ := m.findStatedUnit(chosen)
		if stated == "" && !m.pass.hasUnit() && m.pass.Per == "" &&
			!slices.Contains(m.sink.options.Wanted, known.Name([]Chosen{account}).ID) {
			// The plan does not ask for it, so nobody has to say its unit.
			return nil, chosen
		}
		return known, named
	}
	return nil, chosen
}

// isNamedByPlan says whether the plan calls an indicator by its heading.
func (m *mapper) isNamedByPlan(heading string) bool {
	return slices.Contains(m.sink.options.Wanted, heading) ||
		slices.ContainsFunc(m.pass.Rename, func(r string) bool {
			old, _, ok := cutRename(r)
			return ok && old == heading
		})
}

// hasAccounts says whether the table that somebody made is of accounts.
func (m *mapper) hasAccounts() bool {
	if m.ofAccounts == nil {
		has := m.containsAccount()
		m.ofAccounts = &has
	}
	return *m.ofAccounts
}

// containsAccount says whether any value of the table is an account.
func (m *mapper) containsAccount() bool {
	catalogue := m.findAccountCatalogue()
	if catalogue == nil || m.known != nil {
		return false
	}
	for i := range m.table.Variables {
		v := &m.table.Variables[i]
		if i != m.geography && i != m.time && slices.ContainsFunc(v.Values, func(of table.Value) bool {
			known, _ := catalogue.Account(v.Name(), table.CutUnit(of.String()))
			return known != nil
		}) {
			return true
		}
	}
	return false
}

// isKept says whether a value's figures are the accounts of a whole year. It asks only in a
// table of accounts. It reports the values that it leaves out: budgets, and parts of a
// year.
func (m *mapper) isKept(v *table.Variable, value table.Value) bool {
	if !m.hasAccounts() || table.NamesAccounts(v.Name()) {
		return true
	}
	why, kept := m.findAccountCatalogue().Kept(value.String())
	if !kept && !m.again {
		m.sink.tellProblem(ChosenValue, 0, v.Name(), value.String(), why)
	}
	return kept
}

// checkWholeYear reports a table of accounts that covers a part of a year, as its title or
// the name of its sheet or file says. A half year's figures are never taken for a year's.
func (m *mapper) checkWholeYear() bool {
	if !m.hasAccounts() {
		return true
	}
	file := path.Base(strings.ReplaceAll(m.sink.table.Source, `\`, "/"))
	for _, text := range []string{m.table.Title, m.sink.sheet, file} {
		if why, is := m.findAccountCatalogue().PartOfYear(text); is {
			m.sink.tellProblem(NoData, 0, "", text, why)
			return false
		}
	}
	return true
}
