package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
)

// describeTarget returns the indicator that some chosen values make. planned says whether
// its unit comes from the plan.
func (m *mapper) describeTarget(chosen []Chosen) (ind Indicator, planned bool) {
	ind, mention := m.nameTarget(chosen)
	if m.choosesAccount(chosen) {
		if m.accounts == nil {
			m.accounts = map[string]bool{}
		}
		m.accounts[ind.ID] = true
	}
	stated, per, planned := m.pass.describeUnit(ind.ID, m.pass.renameIndicator(ind.ID), ind.Unit)
	known, _ := m.findKnown(chosen)
	if d := m.findLackingUnit(known); d != nil {
		ind, _ = m.nameTarget(append(chosen, Chosen{d.Variable, m.chooseByUnit(known, d, stated,
			cmp.Or(per, ind.Per))}))
		stated = cmp.Or(stated, ind.Unit)
		if u := unit.Parse(stated); per != "" && u.Amount && u.Factor == 1 && !u.PerPerson {
			stated = ind.Unit // kroner, which the plan says are already divided
		}
	}
	if !planned {
		u := unit.Parse(stated)
		m.sink.tellMention(mention, u)
		if stated == "" || u.Amount {
			for _, text := range m.table.Spoken {
				m.sink.tellMention(text, u)
			}
		}
	}
	ind.ID = m.pass.renameIndicator(ind.ID)
	ind.Unit, ind.Per = stated, cmp.Or(per, ind.Per)
	return ind, planned
}

// nameTarget returns what is known of the indicator that some chosen values make, before
// the plan's unit and renaming. mention is a text that may mention its unit.
func (m *mapper) nameTarget(chosen []Chosen) (ind Indicator, mention string) {
	ind = Indicator{Unit: m.table.Unit, Publisher: m.table.Publisher}
	if known, accounts := m.findKnown(chosen); known != nil && known.Name != nil {
		of := known.Name(accounts)
		if of.Unit == "" {
			of.Unit = ind.Unit
		}
		if of.Publisher == "" {
			of.Publisher = ind.Publisher
		}
		ind = of
	} else {
		ind.ID, ind.Name = m.nameByTable(chosen)
	}
	if ind.Unit == m.table.Unit { // the catalogue knew no better
		ind.Unit, mention = m.findStatedUnit(chosen)
	}
	if m.table.Plain && unit.Parse(ind.Unit).Factor != 1 {
		ind.Name = m.nameWithoutUnit(chosen)
	}
	if id := m.findWantedID(ind.ID, chosen); id != "" {
		ind.ID = id
	}
	if m.pass.Indicator != "" {
		ind.ID = m.pass.Indicator
		for i, c := range chosen[:len(m.dims)] {
			v := &m.table.Variables[m.dims[i].variable]
			ind.ID = templateVariable.ReplaceAllStringFunc(ind.ID, func(braced string) string {
				if v.Called(strings.Trim(braced, "{}")) {
					return cmp.Or(c.Value.Code, c.Value.Label)
				}
				return braced
			})
		}
	}
	return ind, mention
}

// nameByTable names an indicator that nobody knows after its table and the values of its
// variables: REGK31[FUNKTION=32201,ART=TOT].
func (m *mapper) nameByTable(chosen []Chosen) (id, name string) {
	if m.table.Plain {
		return m.nameByValues(chosen)
	}
	id = m.nameTable()
	var terms, names []string
	for _, c := range chosen {
		terms = append(terms, formatTerm(c.Variable, c.Value))
		if label := c.Value.Label; label != "" && !table.IsTotal(c.Value) {
			names = append(names, label)
		}
	}
	if len(terms) > 0 {
		id += "[" + strings.Join(terms, ",") + "]"
	}
	name = strings.Join(names, ", ")
	if name == "" {
		name = m.table.Title
	}
	return id, name
}

// nameByValues names an indicator after its values alone. They are names already.
func (m *mapper) nameByValues(chosen []Chosen) (id, name string) {
	var names []string
	for _, c := range chosen {
		if text := c.Value.String(); text != "" {
			names = append(names, text)
		}
	}
	if len(names) == 0 {
		names = append(names, cmp.Or(m.table.Title, m.nameTable()))
	}
	id = strings.Join(names, ", ")
	return id, id
}

// nameTable returns the table's name, or failing that the file's.
func (m *mapper) nameTable() string {
	if m.sink.table.Table != "" {
		return m.sink.table.Table
	}
	name := m.sink.table.Source
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name, _, _ = strings.Cut(name, ".")
	return name
}

// describeIndicator adds what a source says of an indicator to what is known already.
func (b *Builder) describeIndicator(i int, of Indicator) {
	ind := &b.indicators[i]
	if ind.Source == "" {
		ind.Source = of.Source
	}
	if ind.Name == ind.ID && of.Name != "" {
		ind.Name = strings.Clone(of.Name)
	}
	for _, f := range []struct{ to, from *string }{
		{&ind.Unit, &of.Unit}, {&ind.UnitGiven, &of.UnitGiven}, {&ind.Per, &of.Per},
		{&ind.Publisher, &of.Publisher}, {&ind.Note, &of.Note},
	} {
		if *f.to == "" {
			*f.to = strings.Clone(*f.from)
		}
	}
}

// findPlace returns where a cell stands: in its column, or in a table without columns at
// its values.
func (m *mapper) findPlace(c *table.Cell) table.Place {
	if m.table.Place != nil {
		return m.table.Place(c)
	}
	if m.table.Column != "" {
		return table.Place{Row: c.Line, Column: m.table.Column}
	}
	var names []string
	for i, v := range c.At {
		if value := m.table.Variables[i].Values[v]; value.Label != "" {
			names = append(names, value.Label)
		} else {
			names = append(names, value.Code)
		}
	}
	return table.Place{Row: c.Line, Column: strings.Join(names, ", ")}
}

// findIndicator returns the position of the indicator that a cell belongs to. It returns
// noIndicatorYet if the cell is part of several indicators.
func (m *mapper) findIndicator(key uint64, several bool) int {
	if several || m.filling {
		return noIndicatorYet
	}
	t, ok := m.targets[key]
	if !ok {
		t = m.makeTarget(key)
		m.targets[key] = t
	}
	return t.indicator
}

// tellNothing reports why no cell led to a figure.
func (m *mapper) tellNothing() {
	switch {
	case slices.ContainsFunc(m.places, func(p int) bool { return p >= 0 }) || m.geography < 0:
		m.sink.tellProblem(NoData, 0, "", "", table.NoFigures())
	case m.finder.strangers == 0:
		m.sink.tellProblem(NoData, 0, "", "", onlyTotals.With())
	}
}

// Use is what a variable of a table, or a column of a file, was taken for.
type Use struct {
	Variable string
	// "municipality", "code", "year", "indicator", "value", "unit", "region", "group" or "left
	// out"
	As      string
	Taken   []string // the values that were taken or added up; nil: every one
	LeftOut []string // the values left out
	Summed  bool
}

// listTexts returns values as people write them.
func listTexts(values []table.Value, positions []int) []string {
	var list []string
	for _, p := range positions {
		list = append(list, values[p].String())
	}
	return list
}

// fewNames is how many names of variables or sheets a message lists. No table of the
// statistics office has more variables.
const fewNames = 20

// CutID splits an ID that is named after a table's variables, such as BIB1[TYPE=1,ART=2],
// into the part before the brackets and the terms inside them. It reports false for any
// other ID.
func CutID(id string) (base string, terms []string, ok bool) {
	base, inner, found := strings.Cut(id, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	if base == "" || !found || !closed {
		return id, nil, false
	}
	terms = strings.Split(inner, ",")
	for _, term := range terms {
		variable, value, isTerm := strings.Cut(term, "=")
		if !isTerm || variable == "" || value == "" {
			return id, nil, false
		}
	}
	return base, terms, true
}

// isWanted says whether the plan asks for a value by an ID with that value in brackets, such
// as regk31.3.22.01[DRANST=3].
func (m *mapper) isWanted(v *table.Variable, value table.Value) bool {
	text := unit.Fold(formatTerm(v.Name(), value))
	return slices.ContainsFunc(m.sink.options.Wanted, func(id string) bool {
		_, terms, _ := CutID(id)
		return slices.ContainsFunc(terms, func(term string) bool { return unit.Fold(term) == text })
	})
}

// findWantedID returns the ID that the plan uses for an indicator with an ID of its own,
// or nothing. Terms may stand in any order and in small letters. The term of a variable
// with nothing but a total may be left out.
func (m *mapper) findWantedID(id string, chosen []Chosen) string {
	if slices.Contains(m.sink.options.Wanted, id) {
		return ""
	}
	name := unit.Fold(m.nameTable())
	fetched, _, _ := strings.Cut(name, "_") // fetch names its files so: bib1_2021-2024
	for _, wanted := range m.sink.options.Wanted {
		base, terms, ok := CutID(wanted)
		switch base = unit.Fold(base); {
		case !ok:
		case m.known != nil && m.known.Name != nil:
			if m.known.NormalID(wanted) == m.known.NormalID(id) {
				return wanted
			}
		case (base == name || base == fetched) && nameAllChosen(terms, chosen):
			return wanted
		}
	}
	return ""
}

// nameAllChosen says whether terms name every chosen value, apart from totals.
func nameAllChosen(terms []string, chosen []Chosen) bool {
	named := 0
	for _, c := range chosen {
		text := unit.Fold(formatTerm(c.Variable, c.Value))
		if slices.ContainsFunc(terms, func(term string) bool { return unit.Fold(term) == text }) {
			named++
		} else if !table.IsTotal(c.Value) {
			return false
		}
	}
	return named == len(terms)
}

// NormalID returns a form that is the same for two IDs that mean the same:
// REGK31[ART=TOT,FUNKTION=32201] becomes regk31.3.22.01, and terms are sorted and in
// small letters. An ID that names a variable both before and in the brackets has no such
// form and equals only itself.
func (k *KnownTable) NormalID(id string) string {
	base, terms, ok := CutID(id)
	if !ok || k.Name == nil {
		return unit.Fold(id)
	}
	var chosen []Chosen
	for _, term := range terms {
		variable, code, _ := strings.Cut(term, "=")
		value := table.Value{Code: code}
		value.Total = table.IsTotal(value)
		chosen = append(chosen, Chosen{variable, value})
	}
	plain := k.Name(nil).ID
	named, terms, _ := CutID(k.Name(chosen).ID)
	switch {
	case strings.EqualFold(base, k.Table):
		base = named
	case named != plain:
		return unit.Fold(id)
	}
	if len(terms) == 0 {
		return unit.Fold(base)
	}
	for i := range terms {
		terms[i] = unit.Fold(terms[i])
	}
	slices.Sort(terms)
	return unit.Fold(base) + "[" + strings.Join(terms, ",") + "]"
}

// formatTerm writes a value as a term of an indicator's ID.
func formatTerm(variable string, v table.Value) string {
	if variable != "" {
		variable += "="
	}
	return variable + cmp.Or(v.Code, v.Label)
}
