package dataset

import (
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/lang"
)

// Difference says that two data sets do not agree on the figures of one indicator.
type Difference struct {
	Indicator string // ID
	Years     []int  // with a difference, ascending; [Undated] for figures without a year
	Figures   int    // how many differ

	// The figure that differs most, relative to the one beneath.
	Municipality Municipality
	Year         int
	Own, Beneath float64
}

// Merge lays one data set over another, such as a municipality's new figures over those that
// are bundled with a country. Where both have a figure, that of own is taken, and a
// [Difference] says so for each indicator where the two are not equal. A missing figure
// of own hides nothing.
//
// Municipalities are the same by their codes and indicators by their IDs; those of beneath
// come first. What own says of an indicator goes before what beneath says, which fills in
// what own leaves open. It is an error if the two have an indicator in different units,
// or divided by different things: their figures cannot stand in one column. The warnings
// are those of own.
//
// Either may be nil, which is an empty one. Neither is changed.
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
	d.tables = slices.Concat(own.tables, beneath.tables)
	d.makeIndex()
	return &d, m.differences, nil
}

// merger is a [Merge] under way.
type merger struct {
	own, beneath *Dataset
	merged       Dataset
	differences  []Difference

	// The positions of the own municipalities among all.
	place []int
}

// mergeIndicators lists the indicators of both.
func (m *merger) mergeIndicators() error {
	for _, below := range m.beneath.indicators {
		ind := below
		if above, ok := m.own.Indicator(below.ID); ok {
			if above.Per != below.Per && m.own.hasFigures(above.ID) {
				return mergePer.With(above.ID, sayPer(above.Per), sayPer(below.Per))
			}
			if above.Unit != below.Unit && above.Unit != "" && below.Unit != "" {
				return mergeUnit.With(above.ID, above.Unit, below.Unit)
			}
			ind = describeOver(above, below)
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

// hasFigures says whether an indicator has a figure in any year.
func (d *Dataset) hasFigures(id string) bool {
	return slices.ContainsFunc(d.years, func(year int) bool { return d.Column(id, year) != nil })
}

// describeOver describes an indicator that both have. A name that is only the ID says
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

// mergeColumns lays the figures over each other.
func (m *merger) mergeColumns() {
	years := slices.Concat(m.beneath.years, m.own.years)
	slices.Sort(years)
	m.merged.years = slices.Compact(years)
	for _, ind := range m.merged.indicators {
		difference := Difference{Indicator: ind.ID}
		largest := -1.0
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
			differs := false
			for i, v := range above {
				at := m.place[i]
				if !isKnown(v) {
					continue
				}
				if old := merged[at]; isKnown(old) && old != v {
					differs = true
					difference.Figures++
					if size := relative(v, old); size > largest {
						largest = size
						difference.Municipality = m.merged.municipalities[at]
						difference.Year, difference.Own, difference.Beneath = year, v, old
					}
				}
				merged[at] = v
			}
			if differs {
				difference.Years = append(difference.Years, year)
			}
			m.merged.columns = append(m.merged.columns, merged)
			m.merged.files = append(m.merged.files, files)
		}
		if difference.Figures > 0 {
			m.differences = append(m.differences, difference)
		}
	}
}

// mergeFiles lists the files of a column. Those beneath are not among them where the own
// figures hide all of theirs.
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

// relative returns how far a figure is from another, as a share of the other.
func relative(v, old float64) float64 {
	if old == 0 {
		return math.Inf(1)
	}
	return math.Abs((v - old) / old)
}

// sayPer says what figures are divided by.
func sayPer(per string) lang.Localized {
	if per == "" {
		return perNothing
	}
	return perSomething.With(per)
}

// In returns the difference in words.
func (d Difference) In(l lang.Language) string {
	first, last := d.Years[0], d.Years[len(d.Years)-1]
	years := sayYear(first).In(l)
	if last != first {
		years += "–" + sayYear(last).In(l)
	}
	where := d.Municipality.Name
	if d.Year != Undated {
		where += " " + strconv.Itoa(d.Year)
	}
	size := differsFromZero.With(plain(d.Own))
	if d.Beneath != 0 {
		percent := 100 * (d.Own - d.Beneath) / math.Abs(d.Beneath)
		size = differsBy.With(lang.Number{Value: percent, Decimals: 1, Signed: true})
	}
	phrase := differences
	if d.Figures == 1 {
		phrase = oneDifference
	}
	return phrase.With(d.Figures, d.Indicator, years, where, size).In(l)
}

// sayYear names a year.
func sayYear(year int) lang.Localized {
	if year == Undated {
		return noYearWord
	}
	return lang.List{strconv.Itoa(year)}
}
