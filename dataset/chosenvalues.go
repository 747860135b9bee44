package dataset

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/lang"
)

// maxParts bounds how many cells are added up to one figure.
const maxParts = 1_000_000

// checkSection reports variables that the section names and the table does not have.
func (m *mapper) checkSection() bool {
	var names []string
	for i := range m.table.Variables {
		if i != m.geography && i != m.time {
			names = append(names, m.table.Variables[i].Name())
		}
	}
	ok := true
	check := func(key, name string) {
		for i := range m.table.Variables {
			if !m.table.Variables[i].Called(name) {
				continue
			}
			if (i == m.geography || i == m.time && key != "sum") && key != "indicator" {
				ok = false
				m.sink.tellProblem(BadMapping, 0, "", name, notDivided.With(key, name))
			}
			return
		}
		ok = false
		m.sink.tellProblem(BadMapping, 0, "", name,
			noSuchVariable.With(name, table.ListFirst(names, fewNames), lang.Suggest(name, names)))
	}
	for _, p := range m.pass.Pick {
		if name, _, isPick := cutPick(p); isPick {
			check("pick", name)
		}
	}
	for _, name := range m.pass.Sum {
		check("sum", name)
	}
	for _, found := range templateVariable.FindAllStringSubmatch(m.pass.Indicator, -1) {
		check("indicator", found[1])
	}
	m.useKeys()
	return ok
}

var templateVariable = regexp.MustCompile(`\{([^{}]*)\}`)

// useKeys notes which keys of the section are of use for the table.
func (m *mapper) useKeys() {
	p := m.pass
	p.noteKeys("table", "pick", "sum", "indicator", "geography", "time", "unit", "per", "of")
	p.noteUselessKeys(m.sink, "rename", nothingRenamed.With())
	// findYears notes the quarter as of use, if the table has parts of a year.
	p.noteUselessKeys(m.sink, "quarter", noParts.With())
	if m.time < 0 {
		p.noteKeys("year")
	}
	p.noteUselessKeys(m.sink, "year", hasYears.With())
	if m.sink.sheet != "" {
		p.noteKeys("sheet")
	}
	p.noteUselessKeys(m.sink, "sheet", noSheets.With())
	if m.table.Plain {
		p.noteKeys("header")
	}
	p.noteUselessKeys(m.sink, "header", notInTable.With())
}

// checkTemplate reports a template for names that would give several values of a variable
// the same name.
func (m *mapper) checkTemplate() bool {
	if m.pass.Indicator == "" {
		return true
	}
	for i := range m.dims {
		d := &m.dims[i]
		v := &m.table.Variables[d.variable]
		named := false
		for _, found := range templateVariable.FindAllStringSubmatch(m.pass.Indicator, -1) {
			named = named || v.Called(found[1])
		}
		if n := len(d.groups); n > 1 && !named {
			m.sink.tellProblem(BadMapping, 0, v.Name(), m.pass.Indicator,
				templateLacks.With(m.pass.Indicator, n, v.Name(), m.pass.Indicator, v.Name()))
			return false
		}
	}
	return true
}

// findGroups decides, for each variable that is part of the indicator, which values to
// take.
func (m *mapper) findGroups() bool {
	all, parts := 1.0, 1.0
	for i := range m.table.Variables {
		if i == m.geography || i == m.time {
			continue
		}
		d := dim{variable: i}
		if !m.chooseGroups(&d) {
			return false
		}
		v := &m.table.Variables[i]
		d.of = make([][]int32, len(v.Values))
		most := 1
		for g, group := range d.groups {
			for _, value := range group.members {
				d.of[value] = append(d.of[value], int32(g))
			}
			most = max(most, len(group.members))
		}
		all *= float64(max(1, len(d.groups)))
		parts *= float64(most)
		m.dims = append(m.dims, d)
		m.noteVariable(&d)
	}
	if !m.checkWholeYear() {
		return false
	}
	if all > math.MaxInt64/2 || parts > maxParts {
		m.sink.tellProblem(TooLarge, 0, "", "", table.TooManyCombinations())
		return false
	}
	return true
}

// noteVariable notes for [Table.Uses] what a variable was taken for.
func (m *mapper) noteVariable(d *dim) {
	v := &m.table.Variables[d.variable]
	use := Use{Variable: v.Name(), As: "indicator"}
	var left []int
	for i := range v.Values {
		if len(d.of[i]) == 0 {
			left = append(left, i)
		}
	}
	use.LeftOut = listTexts(v.Values, left)
	for _, g := range d.groups {
		use.Summed = use.Summed || g.sum
		if len(left) > 0 || g.sum {
			text := g.value.String()
			if text == "" {
				text = strings.Join(listTexts(v.Values, g.members), " + ")
			}
			use.Taken = append(use.Taken, text)
		}
	}
	m.sink.table.Uses = append(m.sink.table.Uses, use)
}

// chooseGroups decides which values of a variable to take: those the section picks, or else
// those the catalogue prefers, or else every value by itself.
func (m *mapper) chooseGroups(d *dim) bool {
	v := &m.table.Variables[d.variable]
	known := m.findDefault(v)
	if picked := m.pass.findPicked(v); picked != nil {
		return m.takePicked(d, v, picked, known)
	}
	if m.pass.sumsVariable(v) {
		if total := slices.IndexFunc(v.Values, table.IsTotal); total >= 0 {
			d.groups = []group{{value: makeTotal(v.Values[total]), members: []int{total}}}
			return true
		}
		if known != nil && known.Never {
			m.sink.tellProblem(BadMapping, 0, v.Name(), "", neverSummed.With(v.Name()))
			return false
		}
		d.groups = []group{{value: table.Value{Total: true}, members: listPositions(len(v.Values)),
			sum: true}}
		return true
	}
	if m.table.Parts && v.Called("ART") && !slices.ContainsFunc(v.Values, table.IsTotal) {
		d.groups = []group{{value: table.Value{Total: true}, members: listPositions(len(v.Values)),
			sum: true}}
		return true
	}
	if m.known != nil && m.known.Ages != "" && v.Called(m.known.Ages) {
		m.takeAges(d, v)
		return true
	}
	if known != nil && m.takeDefault(d, v, known) {
		return true
	}
	for i, value := range v.Values {
		if !m.isKept(v, value) {
			continue
		}
		value.Total = value.Total || table.IsTotal(value)
		d.groups = append(d.groups, group{value: value, members: []int{i}})
	}
	return m.checkKept(d, v) && m.netSides(d, v)
}

func listPositions(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func makeTotal(v table.Value) table.Value {
	v.Total = true
	return v
}

func (m *mapper) findDefault(v *table.Variable) *Default {
	if m.known == nil {
		return nil
	}
	for i := range m.known.Defaults {
		if v.Called(m.known.Defaults[i].Variable) {
			return &m.known.Defaults[i]
		}
	}
	return nil
}

// takeDefault takes the values that the catalogue prefers. It reports false if the table
// has none of them; every value then stands by itself.
func (m *mapper) takeDefault(d *dim, v *table.Variable, known *Default) bool {
	for _, names := range known.Prefer {
		at := table.FindValue(v.Values, names)
		if at < 0 {
			continue
		}
		value := v.Values[at]
		value.Total = value.Total || table.IsTotal(value)
		d.groups = []group{{value: value, members: []int{at}}}
		others := m.addWanted(d, v, at)
		if len(others) > 0 && !m.again && !value.Total {
			m.sink.tellProblem(ChosenValue, 0, v.Name(), value.String(),
				valueChosen.With(value.String(), table.ListSome(listTexts(v.Values, others)),
					v.Name(), v.Values[others[0]].Code))
		}
		return true
	}
	if len(known.Parts) == 0 || len(v.Values) < len(known.Parts) {
		return false
	}
	var members []int
	for _, texts := range known.Parts {
		at := table.FindValue(v.Values, texts)
		if at < 0 || slices.Contains(members, at) {
			return false
		}
		members = append(members, at)
	}
	slices.Sort(members)
	d.groups = []group{{value: table.Value{Total: true}, members: members, sum: true}}
	m.addWanted(d, v, -1)
	return true
}

// addWanted takes more values than the default one, if the plan asks for them. It returns
// the values left over.
func (m *mapper) addWanted(d *dim, v *table.Variable, taken int) (others []int) {
	for i, value := range v.Values {
		switch {
		case i == taken:
		case m.isWanted(v, value):
			d.groups = append(d.groups, group{value: value, members: []int{i}})
		default:
			others = append(others, i)
		}
	}
	return others
}

// takePicked takes the values that the section picks: each by itself, or their sum if the
// section says so.
func (m *mapper) takePicked(d *dim, v *table.Variable, picked []string, known *Default) bool {
	var names []string
	for _, value := range v.Values[:min(len(v.Values), 5000)] {
		names = append(names, value.Code, value.Label)
	}
	for _, text := range picked {
		if at := table.FindValue(v.Values, []string{text}); at >= 0 {
			value := v.Values[at]
			value.Total = value.Total || table.IsTotal(value)
			d.groups = append(d.groups, group{value: value, members: []int{at}})
			continue
		}
		if from, to, ok := table.ParseAges(text); ok {
			if members, gap := table.FindAges(v.Values, from, to); gap < 0 {
				code := strings.ReplaceAll(text, "-", "_")
				d.groups = append(d.groups,
					group{value: table.Value{Code: code}, members: members, sum: true})
				continue
			}
		}
		m.sink.tellProblem(BadMapping, 0, v.Name(), text, noSuchValue.With(text, v.Name(),
			lang.Suggest(text, names)))
		return false
	}
	if !m.pass.sumsVariable(v) {
		return true
	}
	var members []int
	for _, g := range d.groups {
		for _, i := range g.members {
			if slices.Contains(members, i) {
				continue
			}
			members = append(members, i)
		}
	}
	total := slices.IndexFunc(members, func(i int) bool { return table.IsTotal(v.Values[i]) })
	if len(members) > 1 && total >= 0 {
		m.sink.tellProblem(BadMapping, 0, v.Name(), v.Values[members[total]].String(),
			totalWithParts.With(v.Values[members[total]].String()))
		return false
	}
	if len(members) > 1 && known != nil && known.Never {
		m.sink.tellProblem(BadMapping, 0, v.Name(), "", neverSummed.With(v.Name()))
		return false
	}
	value := table.Value{Code: strings.Join(picked, "+")}
	slices.Sort(members)
	d.groups = []group{{value: value, members: members, sum: true}}
	return true
}

// takeAges takes the ages that the plan wants, and the total.
func (m *mapper) takeAges(d *dim, v *table.Variable) {
	if total := slices.IndexFunc(v.Values, table.IsTotal); total >= 0 {
		d.groups = append(d.groups, group{value: makeTotal(v.Values[total]), members: []int{total}})
	} else if members, gap := table.FindAges(v.Values, 0, table.OpenAge); gap < 0 {
		d.groups = append(d.groups,
			group{value: table.Value{Total: true}, members: members, sum: true})
	}
	asked := map[string]bool{}
	for _, id := range m.sink.options.Wanted {
		if id == m.known.Base && len(d.groups) == 0 && m.pass.Indicator == "" {
			_, gap := table.FindAges(v.Values, 0, table.OpenAge)
			m.sink.tellProblem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
		}
		// an ID such as folketal.6_16[KØN=1] asks for the same ages
		whole, _, _ := CutID(m.known.NormalID(id))
		text, ok := strings.CutPrefix(whole, m.known.Base+".")
		if from, to, isAges := table.ParseAges(text); ok && isAges && !asked[text] {
			asked[text] = true
			members, gap := table.FindAges(v.Values, from, to)
			if gap >= 0 && hasOnlyTotal(v) {
				continue // a file of totals is not meant for the ages
			}
			if gap >= 0 {
				m.sink.tellProblem(IncompleteSum, 0, v.Name(), id, ageMissing.With(id, gap))
				continue
			}
			d.groups = append(d.groups,
				group{value: table.Value{Code: text}, members: members, sum: true})
		}
	}
	// The plan asks for nothing that is here, so every age stands by itself.
	if len(d.groups) == 0 {
		for i, value := range v.Values {
			d.groups = append(d.groups, group{value: value, members: []int{i}})
		}
	}
}

// hasOnlyTotal says whether a variable has its total and nothing else.
func hasOnlyTotal(v *table.Variable) bool {
	return !slices.ContainsFunc(v.Values, func(value table.Value) bool { return !table.IsTotal(value) })
}
