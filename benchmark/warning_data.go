package benchmark

import (
	"maps"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// listDataWarnings returns the warnings about the figures that the report's areas are made
// of: drivers of another year, and notes by the publishers.
func (r *Report) listDataWarnings() []Warning {
	return append(r.listYearWarnings(), r.listNoteWarnings()...)
}

// isOfData says whether a warning is one that listDataWarnings returns.
func (w Warning) isOfData() bool { return w.Code == NearestYear || w.Code == DataNote }

// listNoteWarnings returns the publishers' notes on the figures compared, each once.
func (r *Report) listNoteWarnings() (list []Warning) {
	seen := map[string]bool{}
	for _, c := range r.comparisons {
		ids := slices.Concat(c.area.Spending, c.area.VolumeIDs())
		for _, d := range c.drivers {
			for _, u := range d.uses {
				ids = append(ids, u.indicator)
			}
		}
		if c.activity != nil {
			ids = append(ids, c.area.ActivityIDs()...)
		}
		for _, id := range ids {
			if ind, _ := r.data.Indicator(id); ind.Note != "" && !seen[id] {
				seen[id] = true
				list = append(list, Warning{
					Code:    DataNote,
					message: dataNote.With(ind.Name, strings.TrimSuffix(ind.Note, ".")),
				})
			}
		}
	}
	return list
}

// listYearWarnings returns the warnings about drivers that are of another year than the one
// compared.
func (r *Report) listYearWarnings() []Warning {
	used := map[string]int{}
	for _, c := range r.comparisons {
		for _, u := range c.uses {
			if year, is := r.substituted[u.indicator]; is {
				used[u.indicator] = year
			}
		}
	}
	return warnOfOtherYears(r.data, r.Year, used)
}

// warnOfOtherYears returns a warning about the indicators whose figures are of another year
// than the one compared, and one about those whose figures have no year. The map has the year
// that was used, by indicator.
func warnOfOtherYears(d *dataset.Dataset, compared int, years map[string]int) (list []Warning) {
	byYear := map[int][]string{}
	for id, year := range years {
		ind, _ := d.Indicator(id)
		byYear[year] = append(byYear[year], ind.Name)
	}
	var dated localizedList
	for _, year := range slices.Sorted(maps.Keys(byYear)) {
		names := byYear[year]
		slices.Sort(names)
		if year == dataset.Undated {
			list = append(list,
				Warning{Code: NearestYear, message: undatedUsed.With(nameFew(names))})
			continue
		}
		dated = append(dated, namesOfYear.With(year, nameFew(names)))
	}
	if len(dated) > 0 {
		list = append(list,
			Warning{Code: NearestYear, message: nearestYearUsed.With(compared, dated)})
	}
	return list
}

// localizedList is a list of what has words in every language.
type localizedList []lang.Message

// In returns the list with commas and a word between the last two.
func (list localizedList) In(l lang.Language) string {
	words := make(lang.List, len(list))
	for i, m := range list {
		words[i] = m.In(l)
	}
	return words.In(l)
}
