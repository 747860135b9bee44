package dataset

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// mapper turns the cells of a cube into figures of municipalities, years and
// indicators.
type mapper struct {
	*reader
	cube  *cube
	use   *Mapping
	known *KnownTable // nil: nothing is known of the table
	again bool        // the file was gone through before, for another section

	geography, time int   // the variables' positions; -1: there is none
	places          []int // the municipality of each value of geography; -1: left out
	years           []int // the year's position of each value of time; -1: left out
	undated         int
	dims            []dim

	targets map[uint64]*target
	lastKey uint64
	last    *target
}

// dim is a variable that is part of the indicator.
type dim struct {
	variable int
	groups   []group
	of       [][]int32 // the groups that each value belongs to; none: it is left out
}

// group is what is taken as one of a variable: a value, or several added up.
type group struct {
	value   Value
	members []int
	sum     bool // it was made by adding up
}

// target is the indicator that a combination of groups leads to.
type target struct {
	indicator int
	factor    float64
	parts     int    // how many cells make one figure
	sign      uint64 // of the parts together
	sums      []partial
}

// partial is a figure on the way to be added up.
type partial struct {
	value float64
	n     int32 // of parts so far
	line  uint32
	sign  uint64 // which parts they are
}

// readCube maps a cube by every section of the plan that is for it.
func (r *reader) readCube(ctx context.Context, c *cube) error {
	sections := r.sections()
	for i := range sections {
		m := &mapper{reader: r, cube: c, use: &sections[i], again: i > 0, targets: map[uint64]*target{}}
		if !m.prepare() {
			return ctx.Err()
		}
		if err := m.run(ctx); err != nil {
			return err
		}
	}
	return nil
}

// run reads the cells.
func (m *mapper) run(ctx context.Context) error {
	var stopped bool
	before := r0(m.table)
	n := 0
	m.cube.cells(func(at []int32, text string, line int) bool {
		if n++; n%8192 == 0 && ctx.Err() != nil {
			stopped = true
			return false
		}
		m.table.Rows++
		return m.cell(at, text, line)
	})
	if stopped || ctx.Err() != nil {
		return ctx.Err()
	}
	m.finish()
	if m.table.Figures+m.table.Missing == before {
		m.nothing()
	}
	return nil
}

func r0(t Table) int { return t.Figures + t.Missing }

// cell reads one cell. It reports false where reading must end.
func (m *mapper) cell(at []int32, text string, line int) bool {
	place, year := 0, m.undated
	if m.geography >= 0 {
		if place = m.places[at[m.geography]]; place < 0 {
			m.table.Skipped++
			return true
		}
	}
	if m.time >= 0 {
		if year = m.years[at[m.time]]; year < 0 {
			m.table.Skipped++
			return true
		}
	}
	key, sign, several := uint64(0), uint64(0), false
	for i := range m.dims {
		d := &m.dims[i]
		v := at[d.variable]
		of := d.of[v]
		if len(of) == 0 {
			m.table.Skipped++
			return true
		}
		several = several || len(of) > 1
		key = key*uint64(len(d.groups)) + uint64(of[0])
		sign = sign*31 + mix(uint64(v)+1)
	}
	v, verdict := m.cube.marks.parse(text)
	if verdict == isNumber && math.Abs(v) > largest {
		verdict = isInfinite
	}
	switch verdict {
	case isNumber:
		m.table.Figures++
	case isMissingMark:
		m.table.Missing++
		v = math.NaN()
	default:
		m.figure(text, m.cube.marks, line, m.nameOf(at))
		return true
	}
	sign = mix(sign)
	if !several {
		return m.add(key, at, place, year, v, sign, line)
	}
	return m.spread(0, 0, at, place, year, v, sign, line)
}

// spread adds a cell to every combination of groups that it belongs to.
func (m *mapper) spread(i int, key uint64, at []int32, place, year int, v float64, sign uint64, line int) bool {
	if i == len(m.dims) {
		return m.add(key, at, place, year, v, sign, line)
	}
	d := &m.dims[i]
	for _, g := range d.of[at[d.variable]] {
		if !m.spread(i+1, key*uint64(len(d.groups))+uint64(g), at, place, year, v, sign, line) {
			return false
		}
	}
	return true
}

func (m *mapper) add(key uint64, at []int32, place, year int, v float64, sign uint64, line int) bool {
	t := m.last
	if t == nil || key != m.lastKey {
		var ok bool
		if t, ok = m.targets[key]; !ok {
			t = m.target(key)
			m.targets[key] = t
		}
		m.lastKey, m.last = key, t
	}
	v *= t.factor
	if t.parts == 1 {
		return m.set(place, year, t.indicator, v, origin{m.source, uint32(line)}, m.cube.column)
	}
	years := 1
	if m.time >= 0 {
		years = len(m.years)
	}
	if t.sums == nil {
		size := years
		if m.geography >= 0 {
			size *= len(m.places)
		}
		if m.sumCells += size; m.sumCells > maxCells {
			m.problem(TooLarge, line, "", "", tableTooLarge.With(maxCells/1_000_000))
			return false
		}
		t.sums = make([]partial, size)
	}
	i := 0
	if m.geography >= 0 {
		i = int(at[m.geography]) * years
	}
	if m.time >= 0 {
		i += int(at[m.time])
	}
	p := &t.sums[i]
	p.value += v
	p.n++
	p.sign += sign
	p.line = uint32(line)
	return true
}

// finish sets the figures that were added up, where every part was there.
func (m *mapper) finish() {
	for _, key := range sortedKeys(m.targets) {
		t := m.targets[key]
		years := max(1, len(m.years))
		short, doubled, line := 0, 0, 0
		for i, p := range t.sums {
			if p.n == 0 {
				continue
			}
			place, year := 0, m.undated
			if m.geography >= 0 {
				place = m.places[i/years]
			}
			if m.time >= 0 {
				year = m.years[i%years]
			}
			switch {
			case int(p.n) < t.parts:
				short++
				line = int(p.line)
				p.value = math.NaN()
			case int(p.n) > t.parts || p.sign != t.sign:
				doubled++
				line = int(p.line)
				continue
			}
			if !m.set(place, year, t.indicator, p.value, origin{m.source, p.line}, m.cube.column) {
				return
			}
		}
		id := m.indicators[t.indicator].ID
		if doubled > 0 {
			m.problem(ConflictingCell, line, m.cube.column, id, partTwice.With(shorten(id), doubled))
		}
		if short > 0 {
			m.problem(IncompleteSum, line, m.cube.column, id, partsMissing.With(shorten(id), t.parts, short))
		}
	}
}

// target returns what a combination of groups is called, and how its figures
// are brought to their unit.
func (m *mapper) target(key uint64) *target {
	t := &target{factor: 1, parts: 1}
	groups := make([]*group, len(m.dims))
	for i := len(m.dims) - 1; i >= 0; i-- {
		n := uint64(len(m.dims[i].groups))
		groups[i] = &m.dims[i].groups[key%n]
		key /= n
	}
	chosen := make([]Chosen, len(groups))
	for i, g := range groups {
		chosen[i] = Chosen{Variable: m.cube.variables[m.dims[i].variable].Name(), Value: g.value}
		t.parts *= len(g.members)
	}
	if t.parts > 1 {
		t.sign = m.signOf(groups)
	}
	ind := m.describeTarget(chosen)
	u := parseUnit(ind.Unit)
	t.factor, ind.Unit, ind.UnitGiven = u.factor, u.text, u.given
	if ind.Per == "" && u.perPerson && m.opt.Population != "" {
		ind.Per = m.opt.Population
	}
	ind.Source = m.table.Source
	t.indicator = m.reader.indicator(ind.ID)
	m.learn(t.indicator, ind)
	return t
}

// describeTarget returns the indicator of some chosen values.
func (m *mapper) describeTarget(chosen []Chosen) Indicator {
	ind := Indicator{Unit: m.cube.unit, Publisher: m.cube.publisher}
	if m.known != nil && m.known.Name != nil {
		of := m.known.Name(chosen)
		if of.Unit == "" {
			of.Unit = ind.Unit
		}
		if of.Publisher == "" {
			of.Publisher = ind.Publisher
		}
		ind = of
	} else {
		ind.ID, ind.Name = m.generic(chosen)
	}
	for _, c := range chosen {
		if c.Value.Unit != "" && ind.Unit == m.cube.unit {
			ind.Unit = c.Value.Unit
		}
	}
	if m.use.Indicator != "" {
		ind.ID = m.use.Indicator
		for _, c := range chosen {
			ind.ID = strings.ReplaceAll(ind.ID, "{"+c.Variable+"}", c.Value.Code)
		}
	}
	ind.ID = m.use.renamed(ind.ID)
	if m.use.Unit != "" {
		ind.Unit = m.use.Unit
	}
	if m.use.Per != "" {
		ind.Per = m.use.Per
	}
	return ind
}

// generic is how an indicator is called that nobody knows: by its table and
// the values of its variables, REGK31[FUNKTION=32201,ART=TOT].
func (m *mapper) generic(chosen []Chosen) (id, name string) {
	if m.cube.plain {
		return m.plainName(chosen)
	}
	id = m.tableName()
	var terms, names []string
	for _, c := range chosen {
		code := c.Value.Code
		if code == "" {
			code = c.Value.Label
		}
		variable := c.Variable
		if variable != "" {
			variable += "="
		}
		terms = append(terms, variable+code)
		if label := c.Value.Label; label != "" && !isTotal(c.Value) {
			names = append(names, label)
		}
	}
	if len(terms) > 0 {
		id += "[" + strings.Join(terms, ",") + "]"
	}
	name = strings.Join(names, ", ")
	if name == "" {
		name = m.cube.title
	}
	return id, name
}

// plainName is how an indicator is called that has a name: by it.
func (m *mapper) plainName(chosen []Chosen) (id, name string) {
	var names []string
	for _, c := range chosen {
		if text := c.Value.String(); text != "" {
			names = append(names, text)
		}
	}
	if len(names) == 0 {
		names = append(names, m.cube.title)
	}
	id = strings.Join(names, ", ")
	return id, id
}

// tableName is the table's name, or else that of the file.
func (m *mapper) tableName() string {
	if m.table.Table != "" {
		return m.table.Table
	}
	name := m.table.Source
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name, _, _ = strings.Cut(name, ".")
	return name
}

// learn adds what is known of an indicator to what is.
func (b *Builder) learn(i int, of Indicator) {
	ind := &b.indicators[i]
	if ind.Source == "" {
		ind.Source = of.Source
	}
	if ind.Name == ind.ID && of.Name != "" {
		ind.Name = strings.Clone(of.Name)
	}
	for _, f := range []struct{ to, from *string }{
		{&ind.Unit, &of.Unit}, {&ind.UnitGiven, &of.UnitGiven}, {&ind.Per, &of.Per}, {&ind.Publisher, &of.Publisher}, {&ind.Note, &of.Note},
	} {
		if *f.to == "" {
			*f.to = strings.Clone(*f.from)
		}
	}
}

// nameOf names a cell, for problems: by its column, or else by its values.
func (m *mapper) nameOf(at []int32) string {
	if m.cube.column != "" {
		return m.cube.column
	}
	var names []string
	for i, v := range at {
		if value := m.cube.variables[i].Values[v]; value.Label != "" {
			names = append(names, value.Label)
		} else {
			names = append(names, value.Code)
		}
	}
	return strings.Join(names, ", ")
}

// nothing says why no cell led to a figure.
func (m *mapper) nothing() {
	switch {
	case slices.ContainsFunc(m.places, func(p int) bool { return p >= 0 }) || m.geography < 0:
		m.problem(NoData, 0, "", "", noData.With())
	case m.strangers == 0:
		m.problem(NoData, 0, "", "", onlyTotals.With())
	}
}

// mix spreads the bits of a number, so that sums of different sets of numbers
// differ (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// signOf returns the sum of the marks of all combinations of the groups'
// members.
func (m *mapper) signOf(groups []*group) uint64 {
	var sum uint64
	var walk func(i int, sign uint64)
	walk = func(i int, sign uint64) {
		if i == len(groups) {
			sum += mix(sign)
			return
		}
		for _, v := range groups[i].members {
			walk(i+1, sign*31+mix(uint64(v)+1))
		}
	}
	walk(0, 0)
	return sum
}

func sortedKeys[V any](m map[uint64]V) []uint64 {
	keys := make([]uint64, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Use is what a variable of a table was taken for.
type Use struct {
	Variable string
	As       string   // "municipality", "year" or "indicator"
	Taken    []string // the values taken, or that were added up; nil: every one
	LeftOut  []string // the values left out
	Summed   bool
}

// texts returns values as people know them.
func texts(values []Value, positions []int) []string {
	var list []string
	for _, p := range positions {
		list = append(list, values[p].String())
	}
	return list
}

// some names the first of a list, and how many there are more.
func some(list []string) lang.Localized {
	const most = 6
	quoted := make([]string, 0, most)
	for _, s := range list[:min(most, len(list))] {
		quoted = append(quoted, shorten(s))
	}
	if more := len(list) - most; more > 0 {
		return andMore.With(strings.Join(quoted, ", "), strconv.Itoa(more))
	}
	return lang.List(quoted)
}
