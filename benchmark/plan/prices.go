package plan

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Prices is a price index by year. It brings spending of several years to one price level.
// Without an index every year is in its own prices.
type Prices struct {
	Source string          `toml:"source"` // who made the index, and when
	Index  map[int]float64 `toml:"index"`  // by year, in any unit: only ratios count
}

// The first and last year that a plan can name.
const (
	firstYear = 1800
	lastYear  = 2200
)

// isYear says whether a number can be a year.
func isYear[N int | int64](year N) bool { return year >= firstYear && year <= lastYear }

// checkYears reports what is wrong in a table of a file that has a number for each year.
func (r *fileReader) checkYears(value any, path string) {
	table, ok := value.(map[string]any)
	if !ok {
		r.addWrong(path, value, typeYears)
		return
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		wrong := func() {
			entry := describeValue(map[string]any{key: table[key]})
			r.add(path, key, wrongType.With(typeYears, entry))
		}
		year, err := strconv.Atoi(key)
		if err != nil || !isYear(year) {
			wrong()
			continue
		}
		switch v := table[key].(type) {
		case int64:
		case float64:
			if math.IsNaN(v) || math.IsInf(v, 0) {
				wrong()
			}
		default:
			wrong()
		}
	}
}

// checkPrices reports an index that is not positive or finite, and one without a source.
func (c *checker) checkPrices() {
	index := c.plan.Prices.Index
	c.checkLength("prices.source", c.plan.Prices.Source)
	for _, year := range slices.Sorted(maps.Keys(index)) {
		if v := index[year]; !(v > 0) || math.IsInf(v, 0) {
			c.add("prices.index", fmt.Sprint(v), notIndex.With(year))
		}
	}
	c.checkLeaps(index)
	switch {
	case len(index) > 0 && c.plan.Prices.Source == "":
		c.add("prices.source", "", mayNotBeEmpty.With())
	case len(index) == 0 && c.plan.Prices.Source != "":
		c.add("prices.index", "", mayNotBeEmpty.With())
	}
}

// The bounds of what a price index looks like. Growth in per cent, as 2.4 and 4.1, and an
// index that starts anew at 100 are outside them.
const (
	mostInflation = 1.15 // the largest factor by which prices can rise in a year
	leastIndex    = 20   // an index is about 100 in its base year
)

// checkLeaps reports an index that falls, that rises too much from one year that it names to
// the next that it names, or that is small throughout. A plan that accepts "prices.index"
// says that it is right.
func (c *checker) checkLeaps(index map[int]float64) {
	if c.isAccepted("prices.index") {
		return
	}
	years := slices.Sorted(maps.Keys(index))
	largest := 0.0
	for i, year := range years {
		largest = max(largest, index[year])
		if i == 0 {
			continue
		}
		before := years[i-1]
		ratio := index[year] / index[before]
		if ratio > math.Pow(mostInflation, float64(year-before)) || ratio > 0 && ratio < 1 {
			c.add("prices.index", fmt.Sprint(index[year]),
				absurdIndex.With(lang.Exact(index[before]), before, lang.Exact(index[year]), year))
		}
	}
	if largest > 0 && largest < leastIndex {
		c.add("prices.index", lang.Exact(largest).In(lang.English), smallIndex.With(lang.Exact(largest)))
	}
}

// checkIndexYears reports years that are to be pooled and that the index lacks.
func (c *checker) checkIndexYears(d *dataset.Dataset) {
	year := c.plan.YearIn(d)
	if len(c.plan.Prices.Index) == 0 || c.plan.Pool <= 1 || c.plan.Pool > maxPool ||
		year == dataset.Undated {
		return
	}
	for _, y := range YearsEnding(year, c.plan.Pool) {
		if _, ok := c.plan.Prices.Index[y]; !ok {
			c.add("prices.index", strconv.Itoa(y), noIndex.With(y))
		}
	}
}

// Covers says whether the index has the year compared and all of the other years.
func (p *Prices) Covers(year int, others []int) bool {
	return p.Index[year] > 0 &&
		!slices.ContainsFunc(others, func(y int) bool { return p.Index[y] == 0 })
}
