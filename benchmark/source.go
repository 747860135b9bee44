package benchmark

import (
	"maps"
	"slices"

	"github.com/raaderum/raaderum/dataset"
)

// Source is an indicator that a report is made of.
type Source struct {
	Indicator string // ID
	Name      string
	Unit      string
	Publisher string
	Note      string
	File      string
	Years     []int
}

// use is an indicator's figures of a year, as something is made of.
type use struct {
	indicator string
	year      int
}

// sources lists the indicators that areas are made of, in the data set's
// order.
func sources(d *dataset.Dataset, comparisons []*comparison) []Source {
	years := map[string]map[int]bool{}
	for _, c := range comparisons {
		for _, u := range c.uses {
			if years[u.indicator] == nil {
				years[u.indicator] = map[int]bool{}
			}
			years[u.indicator][u.year] = true
		}
	}
	var list []Source
	for _, ind := range d.Indicators() {
		if used := years[ind.ID]; used != nil {
			list = append(list, Source{
				Indicator: ind.ID, Name: ind.Name, Unit: ind.Unit, Publisher: ind.Publisher,
				Note: ind.Note, File: ind.Source, Years: slices.Sorted(maps.Keys(used)),
			})
		}
	}
	return list
}
