package dataset

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Municipality is one of the compared authorities.
type Municipality struct {
	Code   string // the official code, "791"; where the data have none, the name
	Name   string
	Region string // empty where not known
	Group  string // the official group of municipalities; empty where not known

	// Atypical marks a municipality so unlike the others, such as a small
	// island, that it is by default not used to form the expected level of
	// the others. Only a [Register] says so.
	Atypical bool
}

// Indicator describes one row of figures, such as an account function or a
// population.
type Indicator struct {
	ID   string // how plans and files refer to it, "regk31.3.22.01"
	Name string // what a person calls it; the ID where nothing better is known
	Unit string // "kr. pr. indbygger"; empty where not known
	// UnitGiven is the unit that the source gave the figures in, "1.000 kr.". It is empty
	// unless they were converted to Unit.
	UnitGiven string
	// Per is the ID of the indicator that the figures are already divided by. It is empty
	// where they are not known to be divided.
	Per       string
	Publisher string // who published the figures
	Note      string // what a user of the figures should know
	Source    string // the file it was read from
}

// IsAmount says whether the figures are amounts of money, as far as their unit says.
func (i Indicator) IsAmount() bool { return unit.Parse(i.Unit).Amount }

// Undated is the year of figures that carry none.
const Undated = 0

// Dataset is a table of municipalities × years × indicators. It is built once, by [Read] or
// a [Builder], and never changes after that, so that any number of goroutines may read it.
// A nil data set answers as an empty one does.
type Dataset struct {
	municipalities []Municipality
	years          []int // ascending
	indicators     []Indicator
	columns        []column   // indicator × year; nil where nothing is known
	files          [][]string // where each column was read from
	beneath        []bool     // the columns that all come from beneath, see [Merge]; nil: none do

	byCode   map[string]int
	byName   map[string]int
	byID     map[string]int
	register Register
	warnings Problems
	tables   []Table
}

// orEmpty returns the data set, or an empty one in place of nil. All methods ask through
// it, so that a nil data set gives empty answers.
func (d *Dataset) orEmpty() *Dataset {
	if d == nil {
		return &Dataset{}
	}
	return d
}

// column holds the figures of one indicator in one year, one per
// municipality, NaN where missing.
type column []float64

// Municipalities returns the municipalities in the data set's order. The
// slice is shared and must not be changed.
func (d *Dataset) Municipalities() []Municipality { return slices.Clip(d.orEmpty().municipalities) }

// Years returns the years with figures, ascending. The slice is shared and
// must not be changed.
func (d *Dataset) Years() []int { return slices.Clip(d.orEmpty().years) }

// Indicators returns the indicators in the data set's order. The slice is
// shared and must not be changed.
func (d *Dataset) Indicators() []Indicator { return slices.Clip(d.orEmpty().indicators) }

// Indicator returns the indicator with an ID.
func (d *Dataset) Indicator(id string) (Indicator, bool) {
	i, ok := d.orEmpty().byID[id]
	if !ok {
		return Indicator{}, false
	}
	return d.indicators[i], true
}

// Column returns the figures of an indicator in a year, one for each of
// [Dataset.Municipalities] and NaN where missing. It is nil where the data
// hold no figure at all for that indicator and year. The slice is shared and
// must not be changed.
func (d *Dataset) Column(id string, year int) []float64 {
	if at, ok := d.findColumn(id, year); ok {
		return slices.Clip(d.columns[at])
	}
	return nil
}

// findColumn returns the position of the column of an indicator in a year.
func (d *Dataset) findColumn(id string, year int) (int, bool) {
	d = d.orEmpty()
	i, ok := d.byID[id]
	if !ok {
		return 0, false
	}
	t, ok := slices.BinarySearch(d.years, year)
	return i*len(d.years) + t, ok
}

// Files returns the names of the files that the figures of an indicator in a year were read
// from, in the order of reading. It is nil where a program gave the figures. The slice is
// shared and must not be changed.
func (d *Dataset) Files(id string, year int) []string {
	if at, ok := d.findColumn(id, year); ok {
		return slices.Clip(d.files[at])
	}
	return nil
}

// IsBeneath says whether all figures of an indicator in a year come from the data set that
// others were laid over. See [Merge].
func (d *Dataset) IsBeneath(id string, year int) bool {
	at, ok := d.findColumn(id, year)
	return ok && d.orEmpty().beneath != nil && d.beneath[at]
}

// Value returns one figure, NaN where it is missing.
func (d *Dataset) Value(code string, year int, id string) float64 {
	m, ok := d.orEmpty().byCode[code]
	if !ok {
		return math.NaN()
	}
	c := d.Column(id, year)
	if c == nil {
		return math.NaN()
	}
	return c[m]
}

// Coverage returns how many municipalities have a figure for an indicator in
// a year.
func (d *Dataset) Coverage(id string, year int) int {
	n := 0
	for _, v := range d.Column(id, year) {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

// Find returns the index in [Dataset.Municipalities] of the municipality that a code or a
// name means. If the data were read with a [Register], every spelling that the register
// knows is understood. A name that several municipalities share means none of them.
func (d *Dataset) Find(text string) (int, bool) {
	d = d.orEmpty()
	if m, ok := d.byCode[text]; ok {
		return m, true
	}
	if d.register != nil {
		if m, verdict := d.register.Find(text, ""); verdict == Known {
			i, ok := d.byCode[m.Code]
			return i, ok
		}
	}
	m, ok := d.byName[unit.Fold(text)]
	return m, ok && m != ambiguous
}

// ambiguous stands in byName for a name that several municipalities share.
const ambiguous = -1

// Knows says whether a code or a name means a municipality of the data, or one of the
// register that the data were read with.
func (d *Dataset) Knows(text string) bool {
	if _, ok := d.Find(text); ok {
		return true
	}
	if d == nil || d.register == nil {
		return false
	}
	_, verdict := d.register.Find(text, "")
	return verdict == Known
}

// Suggest returns the names nearest to a text that [Dataset.Find] does not know. If several
// municipalities share the name, it returns their codes.
func (d *Dataset) Suggest(text string) lang.Suggestion {
	d = d.orEmpty()
	if d.byName[unit.Fold(text)] == ambiguous {
		var codes lang.Suggestion
		for _, m := range d.municipalities {
			if unit.Fold(m.Name) == unit.Fold(text) && len(codes) < 5 {
				codes = append(codes, m.Code)
			}
		}
		return codes
	}
	names := make([]string, len(d.municipalities))
	for i, m := range d.municipalities {
		names[i] = m.Name
	}
	return lang.Suggest(text, names)
}

// Warnings returns what [Read] found worth saying about the sources, although it could read
// them.
func (d *Dataset) Warnings() Problems { return slices.Clip(d.orEmpty().warnings) }

// Tables returns what [Read] took each source for.
func (d *Dataset) Tables() []Table { return slices.Clip(d.orEmpty().tables) }

// Selection names the part of a data set to keep. An empty list keeps everything.
type Selection struct {
	Municipalities []string // codes
	Years          []int
	Indicators     []string // IDs
}

// Subset returns the part of the data set that a selection names, in the data set's own
// order. A selection of municipalities copies their figures; otherwise the columns are
// shared with the whole. It is an error to name what the data set does not hold.
func (d *Dataset) Subset(s Selection) (*Dataset, error) {
	d = d.orEmpty()
	indicators, err := pickPositions(d.byID, len(d.indicators), s.Indicators)
	if err != nil {
		return nil, err
	}
	municipalities, err := pickPositions(d.byCode, len(d.municipalities), s.Municipalities)
	if err != nil {
		return nil, err
	}
	position := make(map[int]int, len(d.years))
	for t, y := range d.years {
		position[y] = t
	}
	years, err := pickPositions(position, len(d.years), s.Years)
	if err != nil {
		return nil, err
	}

	sub := &Dataset{register: d.register, warnings: d.warnings, tables: d.tables}
	for _, t := range years {
		sub.years = append(sub.years, d.years[t])
	}
	for _, m := range municipalities {
		sub.municipalities = append(sub.municipalities, d.municipalities[m])
	}
	for _, i := range indicators {
		sub.indicators = append(sub.indicators, d.indicators[i])
		for _, t := range years {
			at := i*len(d.years) + t
			c, files := d.columns[at], d.files[at]
			if len(s.Municipalities) > 0 {
				if c = c.pickFigures(municipalities); c == nil {
					files = nil
				}
			}
			sub.columns, sub.files = append(sub.columns, c), append(sub.files, files)
			if d.beneath != nil {
				sub.beneath = append(sub.beneath, d.beneath[at])
			}
		}
	}
	sub.makeIndex()
	return sub, nil
}

// pickPositions returns the positions of the wanted keys, ascending. If no keys are wanted,
// it returns all n positions.
func pickPositions[K comparable](position map[K]int, n int, wanted []K) ([]int, error) {
	if len(wanted) == 0 {
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		return all, nil
	}
	chosen := map[int]bool{}
	for _, key := range wanted {
		p, ok := position[key]
		if !ok {
			return nil, notInData.With(fmt.Sprint(key))
		}
		chosen[p] = true
	}
	return slices.Sorted(maps.Keys(chosen)), nil
}

// pickFigures returns the column's figures at some positions, or nil if none of them is
// known.
func (c column) pickFigures(positions []int) column {
	if c == nil {
		return nil
	}
	picked := make(column, len(positions))
	for k, p := range positions {
		picked[k] = c[p]
	}
	if !slices.ContainsFunc(picked, isKnown) {
		return nil
	}
	return picked
}

// makeIndex makes the look-up tables of a data set that is otherwise complete.
func (d *Dataset) makeIndex() {
	d.byCode = make(map[string]int, len(d.municipalities))
	d.byName = make(map[string]int, len(d.municipalities))
	for i, m := range d.municipalities {
		d.byCode[m.Code] = i
		name := unit.Fold(m.Name)
		if _, shared := d.byName[name]; shared {
			i = ambiguous
		}
		d.byName[name] = i
	}
	d.byID = make(map[string]int, len(d.indicators))
	for i, ind := range d.indicators {
		d.byID[ind.ID] = i
	}
}
