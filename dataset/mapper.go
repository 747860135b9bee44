package dataset

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset/internal/text"
	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// mapper turns the cells of a table into figures of municipalities, years and indicators.
// First it finds the roles of the variables (prepare), then it reads the cells (readCells),
// and last it stores the figures that were added up (setSums).
type mapper struct {
	sink   *sink
	finder *places
	table  *table.Table
	pass   *pass
	file   string           // the name of the file that the table is in
	known  *KnownTable      // what the catalogue knows of the table; nil: nothing
	again  bool             // another section has been read from the same file before
	shown  map[shownAs]bool // the formats of numbers that were reported
	// percent is the text of the cell being read, if the cell is shown as per cent.
	percent string
	// ofAccounts says whether the table is of accounts; nil: it is not yet found out.
	ofAccounts *bool
	accounts   map[string]bool // the indicators that are accounts, as they are called before renaming
	asked      bool            // it was reported that nothing states the figures' unit
	net        *net            // spending and income that are taken together; nil: none are

	// filling is on while the zeros are read that a sparse file leaves out. A zero is then
	// no reason for a new indicator.
	filling bool

	axes
	dims []dim

	targets map[uint64]*target
	units   map[int]unit.Unit // of each indicator so far, by position
	lastKey uint64
	last    *target
	sums    *int // how many cells are being added up, in the whole source
}

// axes are the variables of municipality and time.
type axes struct {
	geography, time int   // the variables' positions; -1: there is none
	places          []int // the municipality of each value of geography; -1: left out
	years           []int // the year's position of each value of time; -1: left out
	undated         int
	// These three are set where parts of a year are added up. For each value of time, joined
	// is the first value of its year. For that first value, partsOf is how many parts the
	// year has, and partSigns is the sum of their marks.
	joined    []int
	partsOf   []int
	partSigns []uint64
}

// dim is a variable that is part of the indicator.
type dim struct {
	variable int
	groups   []group
	of       [][]int32 // the groups that each value belongs to; none: the value is left out
}

// group is one value of a variable, or several values that are added up and count as one.
type group struct {
	value   table.Value
	members []int
	sum     bool // several values were added up
}

// target is the indicator that a combination of groups leads to.
type target struct {
	indicator int
	unit.Unit
	parts int    // how many cells make one figure
	sign  uint64 // the sum of the marks of those parts
	sums  []partial
}

// mapTable maps a table once for every section of the plan that applies to it.
func (r *reader) mapTable(ctx context.Context, c *table.Table) error {
	sums := 0
	for i, p := range r.makePasses() {
		m := &mapper{
			sink: r.sink, file: r.file, finder: r.places, table: c, pass: p, again: i > 0,
			targets: map[uint64]*target{}, sums: &sums,
		}
		r.sink.table.Sections = append(r.sink.table.Sections, p.listNumbers()...)
		if !m.prepare() {
			return ctx.Err()
		}
		if err := m.readCells(ctx); err != nil {
			return err
		}
		if c.Plain {
			p.tellUnnamed(r.sink, m.accounts)
		}
	}
	r.sink.tellPercents()
	return nil
}

// readCells reads the cells.
func (m *mapper) readCells(ctx context.Context) error {
	var stopped bool
	before := countCells(m.sink.table)
	n := 0
	m.table.Cells(func(c *table.Cell) bool {
		if n++; n%8192 == 0 && ctx.Err() != nil {
			stopped = true
			return false
		}
		m.sink.table.Rows++
		return m.readCell(c)
	})
	if m.table.Zeros != nil && !stopped {
		counted := m.sink.table // how many numbers stand in the file
		m.filling = true
		m.table.Zeros(func(c *table.Cell) bool {
			n++
			return (n%8192 != 0 || ctx.Err() == nil) && m.readCell(c)
		})
		m.sink.table = counted
	}
	if stopped || ctx.Err() != nil {
		return ctx.Err()
	}
	m.setSums()
	if m.sink.table.Figures+m.sink.table.Missing == before {
		m.tellNothing()
	}
	return nil
}

func countCells(t Table) int { return t.Figures + t.Missing }

// readCell reads one cell. It reports false where reading must end.
func (m *mapper) readCell(c *table.Cell) bool {
	at := c.At
	place, year := 0, m.undated
	if m.geography >= 0 {
		if place = m.places[at[m.geography]]; place < 0 {
			m.sink.table.Skipped++
			return true
		}
	}
	if m.time >= 0 {
		if year = m.years[at[m.time]]; year < 0 {
			if year == noYear {
				m.tellBadYear(at[m.time], c.Line)
			}
			m.sink.table.Skipped++
			return true
		}
	}
	key, sign, several := uint64(0), uint64(0), false
	for i := range m.dims {
		d := &m.dims[i]
		v := at[d.variable]
		of := d.of[v]
		if len(of) == 0 {
			m.sink.table.Skipped++
			return true
		}
		several = several || len(of) > 1
		key = key*uint64(len(d.groups)) + uint64(of[0])
		sign = sign*31 + mixBits(uint64(v)+1)
	}
	v, verdict := c.Value, c.Verdict
	if !c.Parsed {
		v, verdict = m.table.Marks.Parse(c.Text)
	}
	if (verdict == unit.Number || verdict == unit.Percent) && math.Abs(v) > unit.Largest {
		verdict = unit.Infinite
	}
	m.percent = ""
	switch verdict {
	case unit.Percent:
		m.sink.table.Figures++
		m.percent = c.Text
	case unit.Number:
		m.sink.table.Figures++
	case unit.Missing:
		m.sink.table.Missing++
		v = math.NaN()
	default:
		read := text.Figure{Value: v, Verdict: verdict}
		v, verdict = m.sink.checkFigure(read, c.Text, m.table.Marks, m.findPlace(c),
			m.findIndicator(key, several))
		if verdict != unit.Missing {
			return true
		}
		m.sink.table.Missing++
	}
	if n := m.net; n != nil && verdict != unit.Missing && n.positive &&
		n.income[at[n.variable]] {
		v = -v
	}
	if m.isBlankSide(c) {
		return true
	}
	sign = mixBits(sign)
	if !several {
		return m.addFigure(key, c, place, year, v, sign)
	}
	return m.spreadCell(0, 0, c, place, year, v, sign)
}

// isBlankSide says whether an empty cell is of spending or income, of which the other has the
// account's amount.
func (m *mapper) isBlankSide(c *table.Cell) bool {
	return m.net != nil && m.table.Parts && c.Text == "" &&
		(m.net.gross[c.At[m.net.variable]] || m.net.income[c.At[m.net.variable]])
}

// spreadCell adds a cell to every combination of groups that its values belong to.
func (m *mapper) spreadCell(i int, key uint64, c *table.Cell, place, year int, v float64,
	sign uint64) bool {
	if i == len(m.dims) {
		return m.addFigure(key, c, place, year, v, sign)
	}
	d := &m.dims[i]
	for _, g := range d.of[c.At[d.variable]] {
		if !m.spreadCell(i+1, key*uint64(len(d.groups))+uint64(g), c, place, year, v, sign) {
			return false
		}
	}
	return true
}

func (m *mapper) addFigure(key uint64, c *table.Cell, place, year int, v float64,
	sign uint64) bool {
	at, line := c.At, c.Line
	t := m.last
	if t == nil || key != m.lastKey {
		var ok bool
		if t, ok = m.targets[key]; !ok {
			if m.filling {
				return true
			}
			t = m.makeTarget(key)
			m.targets[key] = t
		}
		m.lastKey, m.last = key, t
	}
	if m.percent != "" && !m.sink.notePercent(t.indicator, &t.Unit, m.percent, plain(v),
		m.findPlace(c)) {
		return true
	}
	if isKnown(v) {
		if f := c.Shown; f != nil {
			var ok bool
			if v, ok = m.applyFormat(f, v, t, m.findPlace(c)); !ok {
				return true
			}
		}
		m.sink.countFigure(t.indicator)
	}
	v *= t.Factor
	if t.parts == 1 && m.joined == nil && !m.table.Parts {
		return m.sink.builder.setFigure(place, year, t.indicator, v,
			origin{m.sink.source, uint32(line)}, m.table.Column)
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
		if *m.sums += size; *m.sums > maxCells {
			m.sink.tellProblem(TooLarge, line, "", "", tableTooLarge.With(maxCells/1_000_000))
			return false
		}
		t.sums = make([]partial, size)
	}
	i := 0
	if m.geography >= 0 {
		i = int(at[m.geography]) * years
	}
	switch {
	case m.joined != nil:
		i += m.joined[at[m.time]]
		sign += markTime(at[m.time])
	case m.time >= 0:
		i += int(at[m.time])
	}
	p := &t.sums[i]
	if t.parts == 1 && m.joined == nil && p.n > 0 && p.line == uint32(line) && m.net == nil &&
		p.column != int32(c.Column) {
		m.tellSameRow(t, c)
		return true
	}
	if p.n == 0 || p.line != uint32(line) {
		p.rows++
	}
	p.column = int32(c.Column)
	p.value += v
	p.n++
	p.sign += sign
	p.line = uint32(line)
	return true
}

// checkUnits reports an indicator whose figures are in different units in different years,
// or have a unit in only some of them. Where each row states a unit, tellUnitsOf reports
// them instead.
func (m *mapper) checkUnits(t *target, ind *Indicator) {
	if !m.table.Plain || m.table.Units != nil {
		return
	}
	before, seen := m.units[t.indicator]
	switch {
	case !seen:
		if m.units == nil {
			m.units = map[int]unit.Unit{}
		}
		m.units[t.indicator] = t.Unit
	case unit.Fold(before.Base) == unit.Fold(t.Base):
	case before.Base != "" && t.Base != "":
		m.sink.tellProblem(BadUnit, 0, ind.ID, t.Text, twoUnits.With(table.Shorten(ind.ID),
			table.Shorten(before.Text), table.Shorten(t.Text)))
	case before.Factor != 1 || t.Factor != 1:
		m.sink.tellProblem(BadUnit, 0, ind.ID, t.Text, unitOfSome.With(table.Shorten(ind.ID)))
	}
}

// makeTarget finds the indicator that a combination of groups leads to, and how to convert
// its figures to the indicator's unit.
func (m *mapper) makeTarget(key uint64) *target {
	t := &target{parts: 1}
	groups := make([]*group, len(m.dims))
	for i := len(m.dims) - 1; i >= 0; i-- {
		n := uint64(len(m.dims[i].groups))
		groups[i] = &m.dims[i].groups[key%n]
		key /= n
	}
	chosen := make([]Chosen, len(groups))
	for i, g := range groups {
		chosen[i] = Chosen{Variable: m.table.Variables[m.dims[i].variable].Name(), Value: g.value}
		if m.net != nil && m.net.variable == m.dims[i].variable { // net amounts need no word
			chosen[i].Variable = ""
		}
		if !m.table.Parts { // their rows are added up, however many there are
			t.parts *= len(g.members)
		}
	}
	if t.parts > 1 || m.joined != nil {
		t.sign = m.sumSigns(groups)
	}
	ind, planned := m.describeTarget(chosen)
	ind.ID, ind.Name = m.sink.boundName(ind.ID), lang.Brief(ind.Name, maxName)
	t.Unit = m.sink.bringToUnit(&ind)
	ind.Source = m.sink.table.Source
	t.indicator = m.sink.builder.ensureIndicator(ind.ID)
	m.checkUnits(t, &ind)
	m.sink.builder.describeIndicator(t.indicator, ind)
	if !planned {
		m.tellUnitsOf(chosen, t.indicator)
	}
	if known, _ := m.findKnown(chosen); known != nil && known.PerHead != nil && m.pass.Per == "" {
		if of, ok := known.PerHead(ind); ok {
			if m.sink.builder.perHeads == nil {
				m.sink.builder.perHeads = map[int]perHead{}
			}
			of.UnitGiven = ""
			m.sink.builder.perHeads[t.indicator] = perHead{t.indicator, of, m.table.Plain}
		}
	}
	return t
}

// partial is a figure whose parts are still being added up.
type partial struct {
	value float64
	n     int32 // how many parts were added so far
	rows  int32 // and of how many rows, where they follow each other
	line  uint32
	// column is the last part's. Parts of one figure stand in different rows, never in
	// columns beside each other.
	column int32
	sign   uint64 // the sum of their marks, which tells which parts they are
}

// tellSameRow reports a row with two figures of the same account and year.
func (m *mapper) tellSameRow(t *target, c *table.Cell) {
	id := m.sink.builder.indicators[t.indicator].ID
	place := m.findPlace(c)
	m.sink.tellProblem(ConflictingCell, c.Line, place.Column, c.Text,
		sameRow.With(table.Shorten(c.Text), table.Shorten(place.Column), table.Shorten(id)))
}

var sameRow = lang.Phrase{
	DA: "'%s' i kolonnen '%s' er den samme rækkes andet tal for %s. Kolonner lægges aldrig " +
		"sammen. Slet den, der ikke er regnskabet, eller skriv år og indhold over hver kolonne.",
	EN: "'%s' in the column '%s' is the same row's second figure for %s. Columns are never " +
		"added up. Delete the one that is not the accounts, or write the year and what it is " +
		"above each column.",
}

// setSums stores the figures that were added up. A sum that lacks a part is missing.
func (m *mapper) setSums() {
	var added []string // indicators with figures of several rows
	for _, key := range slices.Sorted(maps.Keys(m.targets)) {
		t := m.targets[key]
		years := max(1, len(m.years))
		short, doubled, line, most := 0, 0, 0, t.parts
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
			parts, sign := t.parts, t.sign
			if m.joined != nil {
				n := m.partsOf[i%years]
				parts, sign = t.parts*n, t.sign*uint64(n)+m.partSigns[i%years]*uint64(t.parts)
			}
			most = max(most, parts)
			switch {
			case m.table.Parts && parts == 1:
				if p.rows > 1 {
					id, _, _ := strings.Cut(m.sink.builder.indicators[t.indicator].ID, "[")
					added = append(added, fmt.Sprintf("%s (%d)", id, p.rows))
				}
			case int(p.n) < parts:
				short++
				line = int(p.line)
				p.value = math.NaN()
			case int(p.n) > parts || p.sign != sign:
				doubled++
				line = int(p.line)
				continue
			}
			if !m.sink.builder.setFigure(place, year, t.indicator, p.value,
				origin{m.sink.source, p.line}, m.table.Column) {
				return
			}
		}
		id := m.sink.builder.indicators[t.indicator].ID
		if doubled > 0 {
			m.sink.tellProblem(ConflictingCell, line, m.table.Column, id,
				partTwice.With(table.Shorten(id), doubled))
		}
		if short > 0 {
			m.sink.tellProblem(IncompleteSum, line, m.table.Column, id,
				partsMissing.With(table.Shorten(id), most, short))
		}
	}
	if len(added) > 0 {
		m.sink.tellProblem(ChosenValue, 0, "", added[0], rowsAdded.With(table.ListSome(added)))
	}
}

// mixBits spreads the bits of a number, so that sums of different sets of numbers
// differ (the finaliser of SplitMix64).
func mixBits(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// sumSigns returns the sum of the marks of every combination of the groups' members. A
// figure whose own sum of marks equals it has each part exactly once.
func (m *mapper) sumSigns(groups []*group) uint64 {
	var sum uint64
	var walk func(i int, sign uint64)
	walk = func(i int, sign uint64) {
		if i == len(groups) {
			sum += mixBits(sign)
			return
		}
		for _, v := range groups[i].members {
			walk(i+1, sign*31+mixBits(uint64(v)+1))
		}
	}
	walk(0, 0)
	return sum
}
