package benchmark

import (
	"math"
	"slices"
	"strings"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/lang"
)

// The bounds of what the median municipality plausibly spends for a unit of volume, such as
// an inhabitant or a place, in kr. Beyond them, the unit is more likely wrong than the
// figures are right. Someone may have read millions of kr. as kr., taken totals for figures
// per inhabitant, or divided twice.
const (
	leastPlausibleKr = 1
	mostPlausibleKr  = 3_000_000
)

// warnOfUnits warns of figures that are probably not in kr. per unit of volume.
func (r *run) warnOfUnits(c *comparison) {
	for _, id := range c.area.Spending {
		ind, _ := r.data.Indicator(id)
		switch {
		case ind.Per != "" && ind.Per != c.area.SpendingPer:
			c.warn(AlreadyDivided, alreadyDivided.With(id, ind.Per, ind.Per))
		case c.area.SpendingPer != "" && ind.UnitGiven != "" && !isPerUnit(ind.UnitGiven):
			c.warn(AlreadyDivided,
				notDivided.With(id, ind.UnitGiven, c.area.SpendingPer, c.area.SpendingPer))
		}
		if ind.Unit != "" && !isMoney(ind.Unit) {
			c.warn(NotKroner, notKroner.With(ind.Name, ind.Unit))
		}
	}
	if median, ok := findImplausibleUnit(c.area, c.unit()); ok { // the plan accepts it
		c.warn(ImplausibleUnit,
			implausibleUnit.With(lang.Number{Value: median, Decimals: chooseDecimals(median)}))
	}
}

// findImplausibleUnit returns the median of an area's figures, and whether it is hardly in kr.
// per unit of volume.
func findImplausibleUnit(a *plan.Area, unit []float64) (median float64, implausible bool) {
	if len(a.VolumeIDs()) == 0 {
		return 0, false // totals may be anything
	}
	var sizes []float64
	for _, v := range unit {
		if v != 0 && !math.IsNaN(v) { // many municipalities may spend nothing on the area
			sizes = append(sizes, math.Abs(v))
		}
	}
	if len(sizes) == 0 {
		return 0, false
	}
	median = vector.FindMedian(sizes)
	return median, median < leastPlausibleKr || median > mostPlausibleKr
}

// chooseDecimals returns how many decimals show the first digit of a number below 1. A larger
// number is shown with none.
func chooseDecimals(v float64) int {
	if v >= 1 {
		return 0
	}
	return min(6, 1+int(-math.Log10(v)))
}

// isPerUnit says whether a unit is per something, as "kr. pr. elev" is.
func isPerUnit(unit string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(unit)), func(word string) bool {
		return word == "pr." || word == "pr" || word == "per"
	}) || strings.Contains(unit, "/")
}

// isMoney says whether a unit is one of money. It accepts any Nordic currency and the euro:
// the user knows whose money it is.
func isMoney(unit string) bool {
	unit = strings.ToLower(unit)
	return slices.ContainsFunc([]string{"kr", "dkk", "sek", "nok", "eur", "€", "isk"},
		func(word string) bool { return strings.Contains(unit, word) })
}
