package benchmark

import (
	"slices"

	"github.com/raaderum/raaderum/benchmark/plan"
)

// PriceLevel says what prices a report's figures are in.
type PriceLevel struct {
	// Year is the year whose prices all figures are in: those of the years pooled, and those
	// of the year before. It is 0 if every year is in its own, current, prices.
	Year   int
	Source string // of the price index; empty if there is none

	mixed bool // whether the index lacks years before, so that no change can be computed
}

// findDeflator returns the factor that brings a year's spending to the prices of the year
// compared. It returns 1 if the index does not have both years.
func (r *run) findDeflator(year int) float64 {
	now, then := r.plan.Prices.Index[r.year], r.plan.Prices.Index[year]
	if year == r.year || now == 0 || then == 0 {
		return 1
	}
	return now / then
}

// hasYears says whether the data have figures of every one of the years.
func (r *run) hasYears(years []int) bool {
	has := r.data.Years()
	return !slices.ContainsFunc(years, func(year int) bool { return !slices.Contains(has, year) })
}

// findFiguresBefore returns an area's figures a year before those compared. If years are
// pooled, it pools as many. It returns nil if the data do not go back so far, or if nobody
// will look at them.
func (r *run) findFiguresBefore(a *plan.Area) []float64 {
	years := plan.YearsEnding(r.year-1, len(r.years))
	if r.lookingBack || !r.hasYears(years) {
		return nil
	}
	return r.computeFigures(a, years).unit
}

// describePrices returns the price level of the run's figures.
func (r *run) describePrices() PriceLevel {
	before := plan.YearsEnding(r.year-1, len(r.years))
	fixed := r.plan.Prices.Covers(r.year, before)
	pooled := len(r.years) > 1 && len(r.plan.Prices.Index) > 0
	if !pooled && !(fixed && r.hasYears(before)) {
		return PriceLevel{}
	}
	return PriceLevel{Year: r.year, Source: r.plan.Prices.Source, mixed: !fixed}
}

// warnOfPrices warns if years in different prices are pooled or compared.
func (r *run) warnOfPrices() {
	level := r.describePrices()
	before := plan.YearsEnding(r.year-1, len(r.years))
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
