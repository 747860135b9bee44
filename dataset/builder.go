package dataset

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/table"
	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of a data set, so that a small hostile file cannot ask for much.
const (
	maxCells      = 50_000_000 // municipalities × years × indicators
	maxPairs      = 5_000_000  // years × indicators, whether there are figures or not
	maxIndicators = 50_000
)

// Builder gathers figures into a [Dataset]. [Read] uses one for files; a
// program with figures of its own uses one directly. The zero value is ready.
type Builder struct {
	municipalities []Municipality
	indicators     []Indicator
	years          []int
	columns        [][]*building // by the positions of indicator and year; nil: no figures yet
	columnCount    int

	codes        map[string]int
	ids          map[string]int
	yearAt       map[int]int
	sourceNames  []string
	sourceOrders []int // the order of each source, see [Source]
	replaced     map[replacedKey]*Difference
	// the sources that are sheets, whose places are rows and not lines
	sheetSources map[uint32]bool
	problems     problemList
	repeats      map[[2]uint32]*Problem // the first figure that two sources both have
	perHeads     map[int]perHead        // the derived indicators, by the position of the amounts
}

// building is a column under construction. It remembers where each figure came from.
type building struct {
	values []float64
	from   []origin
}

// origin says which source (by position, from 1) and which line a figure came from. The
// zero value means nowhere.
type origin struct{ source, line uint32 }

// AddMunicipality says what is known of a municipality. Without it, a code is
// its own name.
func (b *Builder) AddMunicipality(m Municipality) {
	i := b.ensureMunicipality(m.Code)
	if m.Name == "" {
		m.Name = m.Code
	}
	b.municipalities[i] = m
}

// AddIndicator says what is known of an indicator. Without it, an ID is its own name.
func (b *Builder) AddIndicator(ind Indicator) {
	i := b.ensureIndicator(ind.ID)
	if ind.Name == "" {
		ind.Name = ind.ID
	}
	b.indicators[i] = ind
}

// Set gives the figure of a municipality (by code), year and indicator (by
// ID). NaN is missing. A figure set twice with different values, or an
// infinite one, is an error of [Builder.Build].
func (b *Builder) Set(code string, year int, id string, value float64) {
	if math.Abs(value) > unit.Largest {
		text := fmt.Sprint(value)
		b.problems.add(&Problem{
			Kind: Infinite, Column: id, Text: text, message: infinite.With(text),
		})
		return
	}
	b.setFigure(b.ensureMunicipality(code), b.ensureYear(year), b.ensureIndicator(id), value,
		origin{source: 0, line: math.MaxUint32}, id)
}

// Build returns the data set. The error lists every problem as [Problems]; the data set
// still holds what was right. The builder must not be used after this.
func (b *Builder) Build() (*Dataset, error) {
	d := b.assemble(nil)
	return d, b.finishProblems(d)
}

// assemble makes the data set of the figures.
func (b *Builder) assemble(register Register) *Dataset {
	d := &Dataset{
		municipalities: b.municipalities,
		indicators:     b.indicators,
		register:       register,
	}
	dated := make([]bool, len(b.years))
	for _, years := range b.columns {
		for t, c := range years {
			dated[t] = dated[t] || c != nil && slices.ContainsFunc(c.values, isKnown)
		}
	}
	var order []int // the positions of the years with figures, ascending
	for t := range b.years {
		if dated[t] {
			order = append(order, t)
		}
	}
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(b.years[x], b.years[y]) })
	for _, t := range order {
		d.years = append(d.years, b.years[t])
	}
	d.columns = make([]column, len(d.indicators)*len(d.years))
	d.files = make([][]string, len(d.columns))
	// For each source, a list of its file alone.
	alone := make([][]string, len(b.sourceNames)+1)
	for i, name := range b.sourceNames {
		alone[i+1] = []string{name}
	}
	for i, years := range b.columns {
		for k, t := range order {
			if t < len(years) && years[t] != nil && slices.ContainsFunc(years[t].values, isKnown) {
				c := years[t]
				d.columns[i*len(d.years)+k] = growSlice(c.values, len(d.municipalities), math.NaN())
				d.files[i*len(d.years)+k] = b.listFiles(c, alone)
			}
		}
	}
	d.makeIndex()
	return d
}

// finishProblems gives a data set the warnings, and returns the errors.
func (b *Builder) finishProblems(d *Dataset) error {
	errs, warnings := b.problems.finish(b.sourceNames)
	d.warnings = warnings
	if len(errs) > 0 {
		return errs
	}
	return nil
}

func (b *Builder) ensureMunicipality(code string) int {
	i, ok := b.codes[code]
	if !ok {
		if b.codes == nil {
			b.codes = map[string]int{}
		}
		code = strings.Clone(code) // so that it does not keep the whole text of the file alive
		i = len(b.municipalities)
		b.codes[code] = i
		b.municipalities = append(b.municipalities, Municipality{Code: code, Name: code})
	}
	return i
}

func (b *Builder) ensureIndicator(id string) int {
	i, ok := b.ids[id]
	if !ok {
		if b.ids == nil {
			b.ids = map[string]int{}
		}
		id = strings.Clone(id)
		i = len(b.indicators)
		b.ids[id] = i
		b.indicators = append(b.indicators, Indicator{ID: id, Name: id})
	}
	return i
}

func (b *Builder) ensureYear(year int) int {
	i, ok := b.yearAt[year]
	if !ok {
		if b.yearAt == nil {
			b.yearAt = map[int]int{}
		}
		i = len(b.years)
		b.yearAt[year] = i
		b.years = append(b.years, year)
	}
	return i
}

// ensureColumn returns the column of an indicator and a year, by position.
func (b *Builder) ensureColumn(year, indicator int) *building {
	if indicator < len(b.columns) && year < len(b.columns[indicator]) &&
		b.columns[indicator][year] != nil {
		return b.columns[indicator][year]
	}
	b.columns = growSlice(b.columns, indicator+1, nil)
	b.columns[indicator] = growSlice(b.columns[indicator], year+1, nil)
	at := &b.columns[indicator][year]
	if *at == nil {
		*at = &building{}
		b.columnCount++
	}
	return *at
}

// setFigure stores a figure. It reports false if the table would exceed its bound.
// columnName is what the source calls the column that the figure stands in.
func (b *Builder) setFigure(municipality, year, indicator int, value float64, from origin,
	columnName string) bool {
	c := b.ensureColumn(year, indicator)
	if short := municipality + 1 - len(c.values); short > 0 {
		if message, over := b.checkBound(); over {
			b.problems.add(&Problem{Kind: TooLarge, Source: b.nameSource(from),
				Row: from.chooseRow(), message: message})
			return false
		}
		// The column is made as long as the list of municipalities at once, since most
		// columns have a figure for each of them.
		c.values = growSlice(c.values, len(b.municipalities), math.NaN())
		c.from = growSlice(c.from, len(b.municipalities), origin{})
	}
	if before := c.from[municipality]; before != (origin{}) {
		value = b.keepOne(municipality, year, indicator, c.values[municipality], value, before,
			from, columnName)
	}
	c.values[municipality] = value
	c.from[municipality] = from
	return true
}

// checkBound says whether the table that Build would make exceeds a bound, and which one.
func (b *Builder) checkBound() (message lang.Message, over bool) {
	switch {
	case len(b.municipalities)*b.columnCount > maxCells:
		return tableTooLarge.With(maxCells / 1_000_000), true
	case len(b.indicators) > maxIndicators, len(b.indicators)*len(b.years) > maxPairs:
		return manyIndicators.With(min(maxIndicators, maxPairs/len(b.years))), true
	}
	return message, false
}

// keepOne reports a figure that stands twice, and returns the one to keep.
func (b *Builder) keepOne(municipality, year, indicator int, old, new float64, before,
	from origin, columnName string) float64 {
	m := table.Shorten(b.municipalities[municipality].Name)
	ind := table.Shorten(b.indicators[indicator].ID)
	y := any(noYearWord.With())
	if b.years[year] != Undated {
		y = strconv.Itoa(b.years[year])
	}
	place := lang.Localized(placeInProgram)
	switch {
	case before.chooseRow() > 0:
		place = placeInFile.With(b.nameSource(before), sayLine(before.chooseRow(),
			b.sheetSources[before.source]))
	case before.source > 0:
		place = lang.List{b.nameSource(before)}
	}
	p := &Problem{Source: b.nameSource(from), Row: from.chooseRow(), Column: columnName,
		Text: formatShortest(new), sheet: b.sheetSources[from.source]}
	switch {
	case old == new, math.IsNaN(old) && math.IsNaN(new):
		p.Kind, p.message = RepeatedCell, repeated.With(m, y, ind, place)
		// Two files may have all their figures in common. One problem for the pair is
		// enough.
		if pair := [2]uint32{before.source, from.source}; pair[0] != pair[1] {
			if first := b.repeats[pair]; first != nil {
				first.More++
				return new
			}
			if b.repeats == nil {
				b.repeats = map[[2]uint32]*Problem{}
			}
			b.repeats[pair] = p
		}
	case math.IsNaN(old):
		p.Kind, p.message = RepeatedCell, repeatedEmpty.With(m, y, ind, place)
	case math.IsNaN(new):
		p.Kind, p.message = RepeatedCell, repeatedEmpty.With(m, y, ind, place)
		new = old
	case b.isLater(from, before):
		b.noteReplaced(municipality, year, indicator, old, new, before, from)
		return new
	default:
		p.Kind = ConflictingCell
		p.message = conflicting.With(m, y, ind, roundComputed(new), roundComputed(old), place)
		new = old
	}
	b.problems.add(p)
	return new
}

// listFiles returns the files that a column's figures came from. alone has a list for each
// single file, so that columns of one file share it.
func (b *Builder) listFiles(c *building, alone [][]string) []string {
	var sources []uint32
	for i, o := range c.from {
		if isKnown(c.values[i]) && !slices.Contains(sources, o.source) {
			sources = append(sources, o.source)
		}
	}
	if len(sources) == 1 {
		return alone[sources[0]]
	}
	slices.Sort(sources)
	var files []string
	for _, source := range sources {
		files = append(files, alone[source]...)
	}
	return slices.Compact(files)
}

func (b *Builder) nameSource(o origin) string {
	if o.source == 0 {
		return ""
	}
	return b.sourceNames[o.source-1]
}

func (o origin) chooseRow() int {
	if o.source == 0 {
		return 0
	}
	return int(o.line)
}

func isKnown(v float64) bool { return !math.IsNaN(v) }

// growSlice lengthens a slice to n elements. The new ones are the filler.
func growSlice[T any](s []T, n int, filler T) []T {
	if len(s) >= n {
		return s
	}
	s = slices.Grow(s, n-len(s))
	for len(s) < n {
		s = append(s, filler)
	}
	return s
}

// plain is a number written with all its digits and the language's decimal mark.
type plain float64

func (p plain) In(l lang.Language) string {
	text := formatShortest(float64(p))
	if l == lang.Danish {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// roundComputed returns a figure to be told. One that was computed has more digits than
// anybody reads, and is rounded to six.
func roundComputed(v float64) plain {
	const most = 12 // as many digits as somebody writes
	if text := formatShortest(v); len(text) <= most || !strings.Contains(text, ".") {
		return plain(v)
	}
	scale := math.Pow(10, math.Max(0, 5-math.Floor(math.Log10(math.Abs(v)))))
	return plain(math.Round(v*scale) / scale)
}

func formatShortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
