package dataset

import (
	"cmp"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// prepare decides what every variable and every value is used for. It reports false, with a
// problem, if the table cannot be used.
func (m *mapper) prepare() bool {
	for i := range m.table.Variables {
		if v := &m.table.Variables[i]; len(v.Values) > table.MaxValues {
			m.sink.tellProblem(TooLarge, m.table.LineOf(i, table.MaxValues), v.Name(), "",
				table.TooManyValues(v.Name()))
			return false
		}
	}
	m.identifyTable()
	if !m.findRoles() {
		return false
	}
	if !m.checkSection() {
		return false
	}
	if !m.again {
		m.sink.table.Uses = nil
	}
	m.tellLacking()
	if !m.findYears() || !m.findGroups() || !m.checkTemplate() {
		return false
	}
	return m.findPlaces()
}

// identifyTable asks the catalogue which table this is, and names unnamed variables after
// their values.
func (m *mapper) identifyTable() {
	c := m.table
	if m.pass.Table != "" {
		m.sink.table.Table = m.pass.Table
	} else {
		m.sink.table.Table = c.Name
	}
	if m.sink.options.Catalogue == nil {
		return
	}
	for i := range c.Variables {
		if v := &c.Variables[i]; v.Code == "" && v.Label == "" {
			v.Code = m.sink.options.Catalogue.Variable(v.Values)
		}
	}
	m.known = m.sink.options.Catalogue.Table(Header{File: m.sink.table.Source,
		Table: m.sink.table.Table, Variables: c.Variables})
	if m.known == nil {
		return
	}
	m.sink.table.Table = m.known.Table
	for i := range c.Variables {
		v := &c.Variables[i]
		if code, ok := m.known.Labels[unit.Fold(v.Name())]; ok && (v.Code == "" || v.Label == "" ||
			v.Code == v.Label) {
			v.Code, v.Label = code, v.Name()
		}
	}
	for _, d := range m.known.Defaults {
		for i := range c.Variables {
			v := &c.Variables[i]
			if at := table.FindValue(v.Values, d.Total); at >= 0 && v.Called(d.Variable) {
				v.Values[at].Total = true
			}
		}
	}
}

// findRoles finds the variables of municipality and time. It goes by the section, then by
// role, then by name, and last by the variables' values.
func (m *mapper) findRoles() bool {
	vs := m.table.Variables
	m.geography, m.time = -1, -1
	for i := range vs {
		switch {
		case vs[i].Called(m.pass.Geography):
			m.geography = i
		case vs[i].Called(m.pass.Time):
			m.time = i
		}
	}
	if m.pass.Geography != "" && unit.Fold(m.pass.Geography) == unit.Fold(m.pass.Time) {
		m.sink.tellProblem(BadMapping, 0, "", m.pass.Time, bothRoles.With(m.pass.Time))
		return false
	}
	var names []string
	for i := range vs {
		names = append(names, vs[i].Name())
	}
	for _, asked := range []struct {
		name string
		at   int
	}{{m.pass.Geography, m.geography}, {m.pass.Time, m.time}} {
		if asked.name != "" && asked.at < 0 {
			m.sink.tellProblem(BadMapping, 0, "", asked.name, noSuchVariable.With(asked.name,
				table.ListFirst(names, fewNames), lang.Suggest(asked.name, names)))
			return false
		}
	}
	// What the file says counts before what a variable is called.
	for _, said := range []bool{true, false} {
		for i := range vs {
			role := vs[i].Role
			if !said {
				role = table.FindRole(&vs[i])
			}
			switch {
			case role == table.Geography && m.geography < 0 && i != m.time && !m.sink.hasRegister():
				m.geography = i
			case role == table.Time && m.time < 0 && i != m.geography:
				m.time = i
			}
		}
	}
	if m.time < 0 {
		isPeriod := func(v table.Value) bool {
			_, ok := table.ReadPeriod(v)
			return ok
		}
		m.time = m.findByContent(isPeriod, 1)
	}
	if m.geography < 0 && m.sink.hasRegister() {
		m.findGeography()
	}
	if m.geography < 0 {
		found := table.Shorten(strings.Join(names, ", "))
		message := noGeography.With(table.ListFirst(names, fewNames))
		prices := speaksOfPrices(names)
		for i := range vs {
			prices = prices || speaksOfPrices(listTexts(vs[i].Values,
				listPositions(min(20, len(vs[i].Values)))))
		}
		if prices {
			message = perhapsPrices.With(table.ListFirst(names, fewNames))
		}
		m.sink.tellProblem(UnknownLayout, 0, "", found, message)
		return false
	}
	return true
}

// findGeography chooses the variable of municipalities. If a table has several places,
// such as home and work, the one with a fitting name wins; otherwise the one with most
// values that the register knows.
func (m *mapper) findGeography() {
	knows := func(v table.Value) bool {
		_, verdict := m.lookUp(v)
		return verdict == Known || verdict == Total || verdict == Contradicts
	}
	best := -1.0
	for i := range m.table.Variables {
		v := &m.table.Variables[i]
		if i == m.time {
			continue
		}
		known, sure := 0, false
		for k, value := range v.Values {
			if k == 2000 {
				break
			}
			if knows(value) {
				known++
			}
			_, verdict := m.lookUp(value)
			sure = sure || verdict == Known
		}
		share := float64(known) / float64(max(1, min(2000, len(v.Values))))
		role := table.FindRole(v)
		score := share
		switch {
		case role == table.Geography && v.Role == table.Geography:
			score += 4
		case role == table.Geography:
			score += 2
		case role != table.NoRole || share < 0.5 || !sure:
			continue
		}
		if score > best {
			best, m.geography = score, i
		}
	}
}

// findByContent returns a variable of whose values at least a given share satisfies a
// condition, or -1.
func (m *mapper) findByContent(is func(table.Value) bool, share float64) int {
	for i := range m.table.Variables {
		v := &m.table.Variables[i]
		n := 0
		for _, value := range v.Values {
			if is(value) {
				n++
			}
		}
		if i != m.geography && n > 0 && float64(n) >= share*float64(len(v.Values)) &&
			table.FindRole(v) == table.NoRole {
			return i
		}
	}
	return -1
}

// lookUp asks the register what a value of the geography variable means.
func (m *mapper) lookUp(v table.Value) (Municipality, Verdict) {
	v.Code, v.Label = dropInvisible(v.Code), dropInvisible(v.Label)
	if v.Label == "" || v.Label == v.Code || v.Code == "" {
		return m.sink.register.Find(cmp.Or(v.Code, v.Label), "")
	}
	// A code that is a mere position, or of another kind, says nothing. The label then
	// counts.
	municipality, verdict := m.sink.register.Find(v.Code, v.Label)
	if verdict == Known || verdict == Contradicts && len(v.Code) >= 3 || verdict == Total &&
		len(v.Code) >= 2 {
		return municipality, verdict
	}
	return m.sink.register.Find("", v.Label)
}

// findPlaces finds the municipality of each value of the geography variable. Other values
// are left out and reported together.
func (m *mapper) findPlaces() bool {
	if m.geography < 0 {
		return true
	}
	v := &m.table.Variables[m.geography]
	m.places = make([]int, len(v.Values))
	var totals []string
	var strangers []int
	found := 0
	for i, value := range v.Values {
		m.places[i] = -1
		municipality, verdict := m.lookUp(value)
		switch verdict {
		case Total:
			totals = append(totals, value.String())
		case Known:
			p := m.finder.adoptMunicipality(municipality, value.String())
			m.places[i] = p.municipality
			found++
			if p.kind == RenamedMunicipality {
				m.sink.tellProblem(p.kind, m.table.LineOf(m.geography, i), v.Name(), p.text,
					p.message)
			}
		default:
			strangers = append(strangers, i)
		}
	}
	m.finder.strangers += len(strangers)
	if m.again {
		return true
	}
	m.sink.table.Uses = append(m.sink.table.Uses, Use{Variable: v.Name(), As: "municipality",
		LeftOut: totals})
	if m.tellStrangers(strangers, found == 0); found == 0 && len(strangers) > 0 &&
		m.sink.hasRegister() {
		return true
	}
	if len(totals) > 0 {
		m.sink.tellProblem(TotalRow, 0, v.Name(), strings.Join(totals, ", "),
			totalsLeftOut.With(table.ListSome(totals)))
	}
	return true
}

// tellStrangers reports the values that are not municipalities, the first few one by one.
// If no value is a municipality, the table is from another country or from before a
// reform, and one message says so.
func (m *mapper) tellStrangers(strangers []int, all bool) {
	const most = 10
	v := &m.table.Variables[m.geography]
	places := make([]place, 0, most)
	explained := !m.sink.hasRegister()
	for _, i := range strangers[:min(most, len(strangers))] {
		value := v.Values[i]
		if value.Label == value.Code {
			value.Label = ""
		}
		p, why := m.finder.explainPlace(value.Code, value.Label)
		_, named := m.sink.register.Find("", value.Label)
		// If one of them can be explained, the table is not from another country.
		explained = explained || why || named == Known && value.Label != ""
		places = append(places, p)
	}
	if all && len(strangers) > 0 && !explained {
		m.sink.tellProblem(NoData, 0, v.Name(), "",
			otherCountry.With(table.ListSome(listTexts(v.Values, strangers))))
		return
	}
	for k, p := range places {
		m.sink.tellProblem(p.kind, m.table.LineOf(m.geography, strangers[k]), v.Name(), p.text,
			p.message)
	}
	if len(strangers) > most {
		rest := table.ListSome(listTexts(v.Values, strangers[most:]))
		m.sink.tellProblem(UnknownMunicipal, 0, v.Name(), "",
			moreStrangers.With(len(strangers)-most, rest))
	}
}
