package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// findStatedUnit returns the unit that the file states for the figures of some values: the
// unit of a value or the unit in its text, or else the unit of the whole table. A unit in
// the title counts only if it can belong to nothing else. mention is a text that may
// otherwise mention the unit.
func (m *mapper) findStatedUnit(chosen []Chosen) (whole, mention string) {
	// Of several, the last one counts: the heading of the column itself.
	for _, c := range chosen {
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
		whole = m.table.Unit
	}
	if stated, _ := unit.FindStated(m.table.Title); whole == "" && stated != "" &&
		(!m.table.Plain || m.hasOneIndicator() || m.choosesAccount(chosen)) {
		whole = stated
	}
	if whole == "" {
		mention = cmp.Or(mention, m.table.Title)
	}
	return whole, mention
}

// choosesAccount says whether one of some values is an account. The unit in a title is that of
// the accounts, whatever else stands in columns beside them.
func (m *mapper) choosesAccount(chosen []Chosen) bool {
	catalogue := m.findAccountCatalogue()
	return catalogue != nil && slices.ContainsFunc(chosen, func(c Chosen) bool {
		known, _ := catalogue.Account(c.Variable, table.CutUnit(c.Value.String()))
		return known != nil && !m.isNamedByPlan(c.Value.String())
	})
}

// tellUnitsOf reports the rows of an indicator whose unit differs from the others'. It does
// so once.
func (m *mapper) tellUnitsOf(chosen []Chosen, indicator int) {
	of := []string{""}
	for _, c := range chosen {
		of = append(of, c.Value.Code)
		if m.table.Units[""] != nil && m.table.Unit != "" {
			stated, _ := unit.FindStated(c.Value.Code)
			m.sink.tellContradiction(c.Value.Code, cmp.Or(c.Value.Unit, stated), m.table.Unit,
				indicator)
		}
	}
	for _, name := range of {
		if u := m.table.Units[name]; u != nil {
			m.sink.tellUnits(u, m.table.UnitColumn, indicator)
			*u = table.UnitRows{} // so that it is reported once
		}
	}
}

// hasOneIndicator says whether the table has a single indicator.
func (m *mapper) hasOneIndicator() bool {
	for i := range m.dims {
		if len(m.dims[i].groups) > 1 {
			return false
		}
	}
	return true
}

// nameWithoutUnit names an indicator without the unit in its heading, because its figures
// have been converted from that unit.
func (m *mapper) nameWithoutUnit(chosen []Chosen) string {
	var names []string
	for _, c := range chosen {
		if _, rest := unit.FindStated(c.Value.String()); rest != "" {
			names = append(names, rest)
		}
	}
	if len(names) == 0 {
		_, rest := unit.FindStated(cmp.Or(m.table.Title, m.nameTable()))
		return cmp.Or(rest, m.nameTable())
	}
	return strings.Join(names, ", ")
}

// tellMention warns, once for each text, of a scale that a text mentions, that may apply to
// the figures, and that differs from the one in their unit.
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
	s.tellProblem(UnitMentioned, 0, "", text, message.With(table.Shorten(text), scales[at].Text))
}

// hasUnit says whether the plan states a unit for the file.
func (p *pass) hasUnit() bool {
	for _, s := range p.of {
		if s.Unit != "" {
			return true
		}
	}
	return false
}

// lacksVariable says whether the table has no variable with that name.
func (m *mapper) lacksVariable(name string) bool {
	for i := range m.table.Variables {
		if m.table.Variables[i].Called(name) {
			return false
		}
	}
	return true
}

// tellLacking warns of variables that the file lacks although the known table has them. It
// says what the figures are taken for.
func (m *mapper) tellLacking() {
	if m.known == nil || m.again {
		return
	}
	for _, d := range m.known.Defaults {
		if len(d.Prefer) == 0 || len(d.Parts) > 0 || d.PerHead != (table.Value{}) ||
			!m.lacksVariable(d.Variable) {
			continue
		}
		taken := d.Prefer[0][0]
		if len(d.Prefer[0]) > 1 {
			taken += " (" + d.Prefer[0][1] + ")"
		}
		m.sink.tellProblem(ChosenValue, 0, "", d.Variable,
			variableLacks.With(m.known.Table, d.Variable, d.Variable, taken, d.Variable))
	}
}

// findLackingUnit returns the variable that would tell the figures' unit, if the file lacks
// it, and otherwise nil.
func (m *mapper) findLackingUnit(known *KnownTable) *Default {
	if known == nil {
		return nil
	}
	for i := range known.Defaults {
		if d := &known.Defaults[i]; d.PerHead != (table.Value{}) && m.lacksVariable(d.Variable) {
			return d
		}
	}
	return nil
}

// chooseByUnit returns the value that figures in some unit belong to. If nothing tells, it
// reports that once. Kroner alone may be amounts in all or per inhabitant; if the plan says
// kroner, they are amounts in all.
func (m *mapper) chooseByUnit(known *KnownTable, d *Default, stated, per string) table.Value {
	u := unit.Parse(stated)
	switch {
	case per != "" || u.PerPerson:
		return d.PerHead
	case u.Factor != 1 || stated != "" && m.pass.hasUnit(),
		// the amounts of a finance system are in all
		u.Amount && (m.sink.options.Municipality != "" || m.isOfOnePlace()):
		return d.InAll
	}
	if !m.asked {
		m.asked = true
		found := lang.Localized(noUnitStated.With())
		if stated != "" {
			found = unitStated.With(table.Shorten(stated))
		}
		message := unitUnknown.With(known.Table, d.Variable, found, m.nameFile(), d.Variable)
		if m.table.Parts {
			message = ownUnitUnknown.With(m.nameFile())
		}
		m.sink.tellProblem(BadMapping, 0, "", d.Variable, message)
	}
	return d.PerHead
}

// nameFile returns the name by which the plan's [[source]] is for the file that is read.
func (m *mapper) nameFile() string {
	return stripFolders([]string{m.file})[0]
}

// isOfOnePlace says whether somebody made the table of one municipality's figures. Taken for
// amounts in all though they were per inhabitant, they would be told as far too small.
func (m *mapper) isOfOnePlace() bool {
	var places []int
	for _, p := range m.places {
		if p >= 0 && !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	return m.table.Plain && len(places) == 1
}

// applyFormat converts a number, as its format shows it, to the indicator's unit. It
// reports false, with a problem, if the format and the unit contradict each other.
func (m *mapper) applyFormat(f *unit.Format, v float64, t *target, at table.Place) (float64, bool) {
	switch {
	case f.BySize, f.Scale.Text != "" && f.Scale.Factor == 0:
		m.sink.tellWrongUnit(t.indicator, at, formatShortest(v), formatBySize.With())
		return v, false
	case f.Scale.Text == "":
		m.tellShown(t.indicator, f, at, v, shownDivided.With(plain(f.Divisor()), plain(v),
			plain(v*f.Divisor())))
		return v, true
	case t.Factor == f.Scale.Factor:
		return v, true
	case t.Factor != 1:
		m.sink.tellWrongUnit(t.indicator, at, formatShortest(v),
			formatInUnit.With(table.Shorten(f.Scale.Text), table.Shorten(t.Given)))
		return v, false
	}
	v *= f.Scale.Factor
	m.tellShown(t.indicator, f, at, v, shownScaled.With(table.Shorten(f.Scale.Text), plain(v)))
	return v, true
}

// shownAs identifies a format of an indicator's numbers that was reported.
type shownAs struct {
	indicator, thousands int
	scale                string
}

// tellShown reports the first number of an indicator that is shown in a format.
func (m *mapper) tellShown(indicator int, f *unit.Format, at table.Place, v float64,
	message lang.Message) {
	key := shownAs{indicator, f.Thousands, f.Scale.Text}
	if m.shown[key] {
		return
	}
	if m.shown == nil {
		m.shown = map[shownAs]bool{}
	}
	m.shown[key] = true
	m.sink.builder.problems.add(&Problem{Kind: ConvertedUnit, Source: m.sink.table.Source,
		Row: at.Row, Column: at.Column, Cell: at.Cell, Text: formatShortest(v), message: message})
}
