package dataset

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/raaderum/raaderum/dataset/unit"
	"github.com/raaderum/raaderum/lang"
)

// Difference says that two data sets do not agree on the figures of one indicator.
type Difference struct {
	Indicator string // ID
	Years     []int  // with a difference, ascending; [Undated] for figures without a year
	Figures   int    // how many differ

	// Municipality, in Year, has the figure that differs most, relative to the figure
	// beneath.
	Municipality Municipality
	Year         int
	Own, Beneath float64

	// OwnFile and BeneathFile are the files that the two figures come from. BeneathFile is
	// empty where the bundled data lie beneath.
	OwnFile, BeneathFile string
}

// add counts one more figure that differs.
func (d *Difference) add(m Municipality, year int, own, beneath float64) {
	if d.Figures == 0 || measureChange(own, beneath) > measureChange(d.Own, d.Beneath) {
		d.Municipality, d.Year, d.Own, d.Beneath = m, year, own, beneath
	}
	d.Figures++
	if at, ok := slices.BinarySearch(d.Years, year); !ok {
		d.Years = slices.Insert(d.Years, at, year)
	}
}

// Merge lays one data set over another, such as a municipality's new figures over those
// that are bundled with a country. Where both have a figure, the figure of own is taken. A
// [Difference] reports each indicator for which the two are not equal. A missing figure of
// own hides nothing.
//
// Municipalities are the same if their codes are, and indicators if their IDs are. Those
// of beneath come first. What own says of an indicator counts before what beneath says,
// and beneath fills in what own leaves open. A note of beneath is kept only while one of
// its figures is, and its publisher only if own has no figures but those of beneath. It is
// an error if the two give an indicator different units, or say that it is divided by
// different things, since such figures cannot stand in one column. The warnings and tables
// are those of own.
//
// Either data set may be nil, which counts as empty. Neither is changed.
func Merge(own, beneath *Dataset) (*Dataset, []Difference, error) {
	own, beneath = own.orEmpty(), beneath.orEmpty()
	m := &merger{own: own, beneath: beneath}
	if err := m.mergeIndicators(); err != nil {
		return nil, nil, err
	}
	m.mergeMunicipalities()
	m.mergeColumns()
	d := m.merged
	d.register = own.register
	if d.register == nil {
		d.register = beneath.register
	}
	d.warnings = own.warnings
	d.tables = own.tables
	d.makeIndex()
	return &d, m.differences, nil
}

// misfit is the error of an indicator whose figures cannot stand in one column.
type misfit struct {
	id string
	lang.Message
}

func (m misfit) Unwrap() error { return m.Message }

// merger is a [Merge] under way.
type merger struct {
	own, beneath *Dataset
	merged       Dataset
	differences  []Difference

	// place holds the position of each own municipality among all.
	place []int
}

// mergeIndicators lists the indicators of both.
func (m *merger) mergeIndicators() error {
	for _, below := range m.beneath.indicators {
		ind := below
		if above, ok := m.own.Indicator(below.ID); ok {
			if above.Per != below.Per && above.Per != "" && below.Per != "" {
				return misfit{above.ID, mergePer.With(above.ID, above.Per, below.Per)}
			}
			if areDifferentUnits(above.Unit, below.Unit) {
				return misfit{above.ID, mergeUnit.With(above.ID, above.Unit, below.Unit)}
			}
			ind = describeOver(above, below)
			if !m.sharesFigures(below.ID) {
				ind.Note = above.Note
			}
			// beneath's publisher did not publish the figures of own
			if m.addsFigures(below.ID) {
				ind.Publisher = above.Publisher
			}
		}
		m.merged.indicators = append(m.merged.indicators, ind)
	}
	for _, above := range m.own.indicators {
		if _, ok := m.beneath.Indicator(above.ID); !ok {
			m.merged.indicators = append(m.merged.indicators, above)
		}
	}
	return nil
}

// areDifferentUnits says whether two units differ. If one of them is not given, they do not.
func areDifferentUnits(a, b string) bool {
	if a == "" || b == "" || a == b {
		return false
	}
	x, y := unit.Parse(a), unit.Parse(b)
	if x.Amount != y.Amount || x.Percent != y.Percent {
		return true
	}
	return x.Amount && (x.Factor != y.Factor || x.PerPerson != y.PerPerson ||
		findBasis(a) != findBasis(b))
}

// basis is what an amount measures, beside its currency: gross spending or net, in fixed
// prices or in current ones. A unit such as "kr. brutto, 2023-priser" may state it.
type basis struct{ gross, fixed bool }

// priceYear finds the year that a unit says its prices are of.
var priceYear = regexp.MustCompile(`[12][0-9]{3}-?(pris|pl|price)`)

func findBasis(text string) basis {
	text = strings.ToLower(text)
	return basis{
		gross: strings.Contains(text, "brutto") || strings.Contains(text, "gross"),
		fixed: strings.Contains(text, "faste") || strings.Contains(text, "fixed") ||
			priceYear.MatchString(text),
	}
}

// sharesFigures says whether any figure beneath is still there, because own has none over
// it or has the same one.
func (m *merger) sharesFigures(id string) bool {
	return m.findFigure(id, func(own, beneath float64) bool { return !isKnown(own) || own == beneath })
}

// addsFigures says whether own has a figure that beneath lacks or has otherwise.
func (m *merger) addsFigures(id string) bool {
	for _, year := range m.own.years {
		for i, v := range m.own.Column(id, year) {
			if isKnown(v) && m.beneath.Value(m.own.municipalities[i].Code, year, id) != v {
				return true
			}
		}
	}
	return false
}

// findFigure says whether some figure beneath satisfies a condition, together with the
// figure over it.
func (m *merger) findFigure(id string, is func(own, beneath float64) bool) bool {
	for _, year := range m.beneath.years {
		for i, v := range m.beneath.Column(id, year) {
			if isKnown(v) && is(m.own.Value(m.beneath.municipalities[i].Code, year, id), v) {
				return true
			}
		}
	}
	return false
}

// describeKnown describes indicators as a known data set describes them, if most of the
// figures that the two have in common agree.
func (d *Dataset) describeKnown(known *Dataset) {
	m := &merger{own: d, beneath: known.orEmpty()}
	for i, ind := range d.indicators {
		both, same := 0, 0
		m.findFigure(ind.ID, func(own, beneath float64) bool {
			if isKnown(own) && beneath != 0 { // a zero is the same in any unit
				both++
				if own == beneath {
					same++
				}
			}
			return false
		})
		if below, ok := m.beneath.Indicator(ind.ID); ok && 2*same > both {
			d.indicators[i] = describeOver(ind, below)
		}
	}
}

// describeOver joins two descriptions of an indicator. A name that only repeats the ID says
// nothing.
func describeOver(above, below Indicator) Indicator {
	ind := above
	if ind.Name == "" || ind.Name == ind.ID {
		ind.Name = below.Name
	}
	for _, text := range []struct {
		own     *string
		beneath string
	}{
		{&ind.Unit, below.Unit}, {&ind.Per, below.Per}, {&ind.Publisher, below.Publisher},
		{&ind.Note, below.Note}, {&ind.Source, below.Source},
	} {
		if *text.own == "" {
			*text.own = text.beneath
		}
	}
	return ind
}

// mergeMunicipalities lists the municipalities of both.
func (m *merger) mergeMunicipalities() {
	all := slices.Clone(m.beneath.municipalities)
	m.place = make([]int, len(m.own.municipalities))
	for i, one := range m.own.municipalities {
		at, ok := m.beneath.byCode[one.Code]
		if !ok {
			at = len(all)
			all = append(all, one)
		}
		m.place[i] = at
	}
	m.merged.municipalities = all
}

// mergeColumns lays each column over the one beneath it.
func (m *merger) mergeColumns() {
	years := slices.Concat(m.beneath.years, m.own.years)
	slices.Sort(years)
	m.merged.years = slices.Compact(years)
	for _, ind := range m.merged.indicators {
		difference := Difference{Indicator: ind.ID}
		for _, year := range m.merged.years {
			below, above := m.beneath.Column(ind.ID, year), m.own.Column(ind.ID, year)
			files := m.beneath.Files(ind.ID, year)
			merged := column(below)
			if above != nil {
				merged = growSlice(slices.Clone(merged), len(m.merged.municipalities), math.NaN())
				files = mergeFiles(m.own.Files(ind.ID, year), files, below, above, m.place)
			} else if below != nil {
				merged = growSlice(slices.Clip(merged), len(m.merged.municipalities), math.NaN())
			}
			for i, v := range above {
				at := m.place[i]
				if !isKnown(v) {
					continue
				}
				if old := merged[at]; isKnown(old) && old != v {
					difference.add(m.merged.municipalities[at], year, v, old)
				}
				merged[at] = v
			}
			m.merged.columns = append(m.merged.columns, merged)
			m.merged.files = append(m.merged.files, files)
			m.merged.beneath = append(m.merged.beneath, below != nil && above == nil)
		}
		if difference.Figures > 0 {
			m.differences = append(m.differences, difference)
		}
	}
}

// mergeFiles lists the files of a merged column. A file beneath is not among them if own
// figures hide all of its figures.
func mergeFiles(own, beneath []string, below, above []float64, place []int) []string {
	hidden := make([]bool, len(below))
	for i, v := range above {
		if place[i] < len(hidden) {
			hidden[place[i]] = isKnown(v)
		}
	}
	for i, v := range below {
		if isKnown(v) && !hidden[i] {
			return slices.Compact(slices.Concat(own, beneath))
		}
	}
	return own
}

// measureChange returns how far a figure is from an old one, as a share of the old one.
func measureChange(v, old float64) float64 {
	if old == 0 {
		return math.Inf(1)
	}
	return math.Abs((v - old) / old)
}

// In returns the difference in words.
func (d Difference) In(l lang.Language) string { return d.describe().In(l) }

func (d Difference) describe() lang.Message {
	years := sayYears(d.Years)
	where := d.Municipality.Name
	if d.Year != Undated {
		where += " " + strconv.Itoa(d.Year)
	}
	size := differsFromZero.With(plain(d.Own))
	if d.Beneath != 0 {
		percent := 100 * (d.Own - d.Beneath) / math.Abs(d.Beneath)
		size = differsBy.With(lang.Number{Value: percent, Decimals: 1, Signed: true})
	}
	if d.BeneathFile != "" {
		return differencesOfFiles.With(d.Figures, d.Indicator, years, d.BeneathFile, where, size,
			d.OwnFile)
	}
	return differences.With(d.Figures, d.Indicator, years, where, size)
}

// sayYears names a range of years, ascending.
func sayYears(years []int) any {
	first, last := years[0], years[len(years)-1]
	switch {
	case last == Undated:
		return noYearWord.With()
	case first == last || first == Undated:
		return strconv.Itoa(last)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}
