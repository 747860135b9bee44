package benchmark

import (
	"maps"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Source is an indicator that a report is made of.
type Source struct {
	Indicator string `key:"indicator"` // ID
	Name      string `key:"name"`
	Unit      string `key:"unit"`
	Publisher string `key:"publisher"`
	Note      string `key:"note"`
	// That the figures of Years were read from; none: a program gave them.
	Files []string `key:"files"`
	// [dataset.Undated] for figures without a year.
	Years []int `key:"years,null"`
	// Years by which alone it is seen how differences last.
	Followed []int `key:"persistence_years,null"`
}

// use is an indicator's figures of a year, as something is made of.
type use struct {
	indicator string
	year      int
}

// listSources lists the indicators that areas are made of, in the data set's
// order.
func listSources(d *dataset.Dataset, comparisons []*comparison) []Source {
	years, followed := map[string]map[int]bool{}, map[string]map[int]bool{}
	note := func(in map[string]map[int]bool, u use) {
		if in[u.indicator] == nil {
			in[u.indicator] = map[int]bool{}
		}
		in[u.indicator][u.year] = true
	}
	for _, c := range comparisons {
		for _, u := range c.uses {
			note(years, u)
		}
	}
	for _, c := range comparisons {
		for _, u := range c.followed {
			if !years[u.indicator][u.year] {
				note(followed, u)
			}
		}
	}
	var list []Source
	for _, ind := range d.Indicators() {
		if used := years[ind.ID]; used != nil {
			list = append(list, Source{
				Indicator: ind.ID, Name: ind.Name, Unit: ind.Unit, Publisher: ind.Publisher,
				Note: ind.Note, Years: slices.Sorted(maps.Keys(used)),
				Followed: slices.Sorted(maps.Keys(followed[ind.ID])),
			})
			source := &list[len(list)-1]
			for _, year := range source.Years {
				for _, file := range d.Files(ind.ID, year) {
					if !slices.Contains(source.Files, file) {
						source.Files = append(source.Files, file)
					}
				}
			}
		}
	}
	return list
}
