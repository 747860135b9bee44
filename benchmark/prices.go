package benchmark

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// Prices is a price index by year, which spending of several years is brought
// to one price level with. Without one every year is in its own prices.
type Prices struct {
	Source string          `toml:"source"` // who made the index, and when
	Index  map[int]float64 `toml:"index"`  // by year; only ratios count
}

// PriceLevel is what prices a report's figures are in.
type PriceLevel struct {
	// Year is the year whose prices the years pooled, and the figures of the
	// year before, are brought to; 0: each year in its own, current, prices.
	Year   int
	Source string // of the index; empty: none

	mixed bool // the years before cannot be brought to the price level of those compared
}

// firstYear and lastYear bound what can be a year.
const (
	firstYear = 1800
	lastYear  = 2200
)

// checkYears reports what is wrong in a table of numbers by year.
func (r *planReader) checkYears(value any, path string) {
	table, ok := value.(map[string]any)
	if !ok {
		r.add(path, fmt.Sprint(value), wrongType.With(typeYears.With()))
		return
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		year, err := strconv.Atoi(key)
		if err != nil || year < firstYear || year > lastYear {
			r.add(path, key, wrongType.With(typeYears.With()))
			continue
		}
		switch v := table[key].(type) {
		case int64:
		case float64:
			if math.IsNaN(v) || math.IsInf(v, 0) {
				r.add(path, key, wrongType.With(typeYears.With()))
			}
		default:
			r.add(path, key, wrongType.With(typeYears.With()))
		}
	}
}

// prices reports an index that is none, or that nobody stands behind.
func (c *planCheck) prices() {
	index := c.plan.Prices.Index
	c.short("prices.source", c.plan.Prices.Source)
	for _, year := range slices.Sorted(maps.Keys(index)) {
		if v := index[year]; !(v > 0) || math.IsInf(v, 0) {
			c.add("prices.index", fmt.Sprint(v), notIndex.With(year))
		}
	}
	c.leaps(index)
	switch {
	case len(index) > 0 && c.plan.Prices.Source == "":
		c.add("prices.source", "", mayNotBeEmpty.With())
	case len(index) == 0 && c.plan.Prices.Source != "":
		c.add("prices.index", "", mayNotBeEmpty.With())
	}
}

// mostInflation is how many times as high prices may be a year later, or as low:
// with more, a decimal mark is missing.
const mostInflation = 3

// leaps reports an index that leaps from one of its years to the next.
func (c *planCheck) leaps(index map[int]float64) {
	years := slices.Sorted(maps.Keys(index))
	for i, year := range years[min(1, len(years)):] {
		before := years[i]
		ratio := index[year] / index[before]
		if most := math.Pow(mostInflation, float64(year-before)); ratio > 0 && (ratio > most || ratio < 1/most) {
			c.add("prices.index", fmt.Sprint(index[year]), absurdIndex.With(lang.Exact(index[before]), before, lang.Exact(index[year]), year))
		}
	}
}

// indexCovers reports the years pooled that the index does not have.
func (c *planCheck) indexCovers(d *dataset.Dataset) {
	year := c.plan.yearIn(d)
	if len(c.plan.Prices.Index) == 0 || c.plan.Pool <= 1 || c.plan.Pool > maxPool || year == dataset.Undated {
		return
	}
	for _, y := range yearsEnding(year, c.plan.Pool) {
		if _, ok := c.plan.Prices.Index[y]; !ok {
			c.add("prices.index", strconv.Itoa(y), noIndex.With(y))
		}
	}
}

// deflator brings a year's spending to the prices of the year compared. It is 1
// where the index does not have both.
func (r *run) deflator(year int) float64 {
	now, then := r.plan.Prices.Index[r.year], r.plan.Prices.Index[year]
	if year == r.year || now == 0 || then == 0 {
		return 1
	}
	return now / then
}

// before returns an area's figures of the years before those compared; nil
// where the data do not go back so far.
func (r *run) before(a *Area) []float64 {
	years := yearsEnding(r.year-1, len(r.years))
	if r.lookingBack || !r.hasYears(years) {
		return nil
	}
	return r.indicator(a, years).unit
}

// covers says whether the index has the year compared and all of some others.
func (p *Prices) covers(year int, others []int) bool {
	return p.Index[year] > 0 && !slices.ContainsFunc(others, func(y int) bool { return p.Index[y] == 0 })
}

// priceLevel says what prices the figures are in.
func (r *run) priceLevel() PriceLevel {
	before := yearsEnding(r.year-1, len(r.years))
	fixed := r.plan.Prices.covers(r.year, before)
	pooled := len(r.years) > 1 && len(r.plan.Prices.Index) > 0
	if !pooled && !(fixed && r.hasYears(before)) {
		return PriceLevel{}
	}
	return PriceLevel{Year: r.year, Source: r.plan.Prices.Source, mixed: !fixed}
}

// warnOfPrices says where years in different prices are put together.
func (r *run) warnOfPrices() {
	level := r.priceLevel()
	before := yearsEnding(r.year-1, len(r.years))
	switch {
	case len(r.years) > 1 && level.Year == 0:
		r.warn(Warning{Code: CurrentPrices, message: currentPrices.With()})
	case !r.hasYears(before):
	case level.mixed:
		r.warn(Warning{Code: CurrentPrices, message: noChange.With(before[0])})
	case level.Year == 0:
		r.warn(Warning{Code: CurrentPrices, message: currentChange.With(before[0])})
	}
}
