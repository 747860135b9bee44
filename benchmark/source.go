package benchmark

import (
	"iter"
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
	// Files are the files that the figures of Years were read from. They are empty if a
	// program gave the figures.
	Files []string `key:"files"`
	// Years are the years of the figures that areas are compared by. The year of undated
	// figures is [dataset.Undated].
	Years []int `key:"years,null"`
	// Followed are the other years used. They only show how differences last.
	Followed []int `key:"persistence_years,null"`
}

// use is an indicator and a year whose figures something is made of.
type use struct {
	indicator string
	year      int
}

// listSources returns the indicators that areas are made of, in the order of the data set.
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

// Figures yields the figures that the report is made of, for every source and every year of
// it.
func (r *Report) Figures() iter.Seq2[Source, Figures] {
	return func(yield func(Source, Figures) bool) {
		for _, s := range r.orEmpty().Sources {
			for _, year := range slices.Sorted(slices.Values(slices.Concat(s.Years, s.Followed))) {
				if !yield(s, Figures{year, r.data.Column(s.Indicator, year)}) {
					return
				}
			}
		}
	}
}

// Figures are an indicator's values in a year. There is one for each of
// [Report.AllMunicipalities], and NaN is missing. Values is nil if there are no figures.
type Figures struct {
	Year   int
	Values []float64
}
