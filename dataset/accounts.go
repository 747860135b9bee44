package dataset

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
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
	if catalogue == nil {
		return false
	}
	for i := range m.table.Variables {
		v := &m.table.Variables[i]
		if i != m.geography && i != m.time && slices.ContainsFunc(v.Values, func(of table.Value) bool {
			known, _ := catalogue.Account(v.Name(), table.CutUnit(of.String()))
			return known != nil && (m.known == nil || m.known.Table == known.Table)
		}) {
			return true
		}
	}
	return false
}

// isHeading says whether a variable's values are headings or titles, and no column of the
// table.
func isHeading(v *table.Variable) bool { return v.Label == "" }

// isKept says whether a value's figures are the accounts of a whole year. It asks only in a
// table of accounts, and not of the names of the accounts in a column. It reports the
// values that it leaves out: budgets, and parts of a year.
func (m *mapper) isKept(v *table.Variable, value table.Value) bool {
	if !m.hasAccounts() || table.NamesAccounts(v.Name()) && !isHeading(v) {
		return true
	}
	why, kept := m.findAccountCatalogue().Kept(value.String())
	if !kept && !m.again {
		m.sink.tellProblem(ChosenValue, 0, v.Name(), value.String(), why)
	}
	return kept
}

// checkKept reports a table of accounts of which no heading is left.
func (m *mapper) checkKept(d *dim, v *table.Variable) bool {
	if len(d.groups) > 0 || len(v.Values) == 0 || !m.hasAccounts() {
		return true
	}
	heading := v.Values[0].String()
	m.sink.tellProblem(NoData, 0, v.Name(), heading,
		noneKept.With(table.Shorten(heading), m.saysYear()))
	return false
}

// saysYear returns the latest year of the figures as a text, or an example.
func (m *mapper) saysYear() string {
	if y := m.findLatest(); y > 0 {
		return strconv.Itoa(y)
	}
	return "2025"
}

// findLatest returns the latest year of the figures, or 0.
func (m *mapper) findLatest() int {
	positions := m.years
	if m.time < 0 {
		positions = []int{m.undated}
	}
	latest := 0
	for _, at := range positions {
		if at >= 0 && at < len(m.sink.builder.years) {
			latest = max(latest, m.sink.builder.years[at])
		}
	}
	return latest
}

// checkWholeYear reports a table of accounts that is of a budget or covers a part of a year,
// as its title or the name of its sheet or file says. Neither is taken for a year's
// accounts.
func (m *mapper) checkWholeYear() bool {
	if !m.hasAccounts() {
		return true
	}
	catalogue := m.findAccountCatalogue()
	headed := false
	for i := range m.table.Variables {
		if v := &m.table.Variables[i]; i != m.geography && !table.NamesAccounts(v.Label) {
			headed = headed || slices.ContainsFunc(v.Values, func(of table.Value) bool {
				_, kept := catalogue.Kept(of.String())
				return kept && catalogue.SaysAccounts(of.String())
			})
		}
	}
	type said struct {
		where lang.Phrase
		text  string
	}
	texts := []said{{titleOf, m.table.Title}}
	for _, text := range m.table.Titles {
		texts = append(texts, said{titleOf, text})
	}
	file := path.Base(strings.ReplaceAll(m.sink.table.Source, `\`, "/"))
	texts = append(texts, said{sheetOf, m.sink.sheet},
		said{fileOf, strings.TrimSuffix(file, path.Ext(file))})
	if m.table.Title == m.sink.sheet {
		texts = texts[1:]
	}
	for _, of := range texts {
		if what, is := catalogue.WholeYear(of.text, m.findLatest(), headed); !is {
			m.sink.tellProblem(NoData, 0, "", of.text, notAccounts.With(of.where.With(),
				table.Shorten(of.text), what, "Regnskab "+m.saysYear()))
			return false
		}
	}
	return true
}

var (
	titleOf = lang.Phrase{
		DA: "titlen",
		EN: "the title",
	}
	sheetOf = lang.Phrase{
		DA: "arkets navn",
		EN: "the sheet's name",
	}
	fileOf = lang.Phrase{
		DA: "filens navn",
		EN: "the file's name",
	}
	notAccounts = lang.Phrase{
		DA: "%s '%s' siger, at beløbene er %s, og de er ikke taget for et års regnskab. Er " +
			"de regnskabet for hele året, så skriv '%s' der i stedet.",
		EN: "%s '%s' says that the amounts are %s, and they are not taken for a year's " +
			"accounts. If they are the accounts of the whole year, write '%s' there instead.",
	}
	noneKept = lang.Phrase{
		DA: "ingen kolonne er taget for regnskabet af et helt år. Er '%s' det, så skriv " +
			"'Regnskab %s' i overskriften i stedet.",
		EN: "no column is taken for the accounts of a whole year. If '%s' is, write " +
			"'Regnskab %s' in its heading instead.",
	}
)
