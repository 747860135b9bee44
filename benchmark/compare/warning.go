package compare

import (
	"math"
	"slices"

	"github.com/raaderum/raaderum/dataset"
	"github.com/raaderum/raaderum/lang"
)

// WarningCode says what a [Warning] is about. It is the same in every language.
type WarningCode string

// The warnings.
const (
	ChangedTitle       WarningCode = "changed_title"
	ChangedEstimator   WarningCode = "changed_estimator"
	ChangedPool        WarningCode = "changed_pool"
	ChangedPrices      WarningCode = "changed_prices"
	ChangedNearest     WarningCode = "changed_nearest" // one report has drivers of another year
	ChangedOrder       WarningCode = "changed_order"
	ChangedCorrections WarningCode = "changed_corrections"
	ChangedUnit        WarningCode = "changed_unit"
	ChangedScale       WarningCode = "changed_scale"
	ChangedModel       WarningCode = "changed_model"
	ChangedDrivers     WarningCode = "changed_drivers"
	ChangedTau         WarningCode = "changed_tau"
	ChangedUnknown     WarningCode = "changed_unknown" // only one report has an expected level
)

// Warning says why a change may come from the method and not from what anyone did. It is an
// error whose text is English. In returns it in a language.
type Warning struct {
	Code WarningCode
	Area string // ID; empty if the warning is about all areas

	message lang.Message
}

// In returns the warning in a language.
func (w Warning) In(l lang.Language) string { return w.message.In(l) }

// Error returns the warning in English.
func (w Warning) Error() string { return w.In(lang.English) }

// warnOfMethod adds a warning for everything in how the reports were made that a change may
// come from.
func (c *Changes) warnOfMethod() {
	warn := func(code WarningCode, area string, message lang.Message) {
		c.Warnings = append(c.Warnings, Warning{code, area, message})
	}
	f, t := c.From, c.To
	if f.Year > t.Year && t.Year > 0 {
		warn(ChangedOrder, "", changedOrder.With(f.Year, t.Year))
	}
	if f.Title != t.Title {
		warn(ChangedTitle, "", changedTitle.With(f.Title, t.Title))
	}
	if f.Estimator != t.Estimator {
		warn(ChangedEstimator, "", changedEstimator.With(f.Estimator, t.Estimator))
	}
	if len(f.Years) != len(t.Years) {
		warn(ChangedPool, "", changedPool.With(len(f.Years), len(t.Years)))
	}
	if f.PriceLevel != t.PriceLevel || f.PriceSource != t.PriceSource {
		warn(ChangedPrices, "", changedPrices.With(f.describePrices(), t.describePrices()))
	}
	for _, pair := range [][2]*Saved{{f, t}, {t, f}} {
		for _, note := range pair[0].Notes {
			if !slices.Contains(pair[1].Notes, note) { // what both reports say is not a change
				warn(ChangedNearest, "", changedNearest.With(pair[0].File, lang.Phrase(note)))
			}
		}
	}
	if f.Corrections != t.Corrections {
		warn(ChangedCorrections, "", changedCorrections.With(f.Corrections, t.Corrections))
	}
	known := map[string]bool{} // by area: somebody has an expected level in both reports
	for i := range c.Rows {
		if k := &c.Rows[i]; !math.IsNaN(k.Expected) {
			known[k.Area] = true
		}
	}
	for _, a := range c.Areas {
		if !known[a.Area] && f.hasExpectation(a.Area) != t.hasExpectation(a.Area) {
			warn(ChangedUnknown, a.Area, changedUnknown.With())
		}
		from, to := f.findModel(a.Area), t.findModel(a.Area)
		if from.Unit != to.Unit {
			warn(ChangedUnit, a.Area, changedUnit.With(from.Unit, to.Unit))
		}
		if from.Scale != to.Scale {
			warn(ChangedScale, a.Area, changedScale.With(from.Scale, to.Scale))
		}
		if from.Estimator != to.Estimator && f.Estimator == t.Estimator {
			warn(ChangedModel, a.Area, changedModel.With(from.Estimator, to.Estimator))
		}
		if from.Tau != to.Tau && from.Estimator == to.Estimator {
			warn(ChangedTau, a.Area, changedTau.With())
		}
		if !slices.Equal(from.sortDrivers(), to.sortDrivers()) {
			warn(ChangedDrivers, a.Area, changedDrivers.With())
		}
	}
}

// sortDrivers returns the IDs of the drivers in alphabetical order.
func (m *Model) sortDrivers() []string {
	var ids []string
	for _, d := range m.Drivers {
		ids = append(ids, d.ID)
	}
	slices.Sort(ids)
	return ids
}

// describePrices says what prices a report's amounts are in.
func (s *Saved) describePrices() lang.Localized {
	switch {
	case s.Year == dataset.Undated:
		return savedPricesUnknown
	case s.PriceLevel != 0:
		return savedPricesOf.With(s.PriceLevel, s.PriceSource)
	case len(s.Years) > 1:
		return savedPricesMixed
	}
	return savedPricesCurrent.With(s.Year)
}

// PricesIn says what prices the amounts of the two reports are in.
func (c *Changes) PricesIn(l lang.Language) string {
	c = c.orEmpty()
	from, to := c.From.describePrices().In(l), c.To.describePrices().In(l)
	if from == to {
		return samePrices.With(to).In(l)
	}
	return otherPrices.With(from, to).In(l)
}

// hasExpectation says whether any municipality has an expected level in an area.
func (s *Saved) hasExpectation(area string) bool {
	return slices.ContainsFunc(s.Rows, func(r Row) bool {
		return r.Area == area && !math.IsNaN(r.Expected)
	})
}

// Notices returns the warnings in words. If several areas have the same warning, one notice
// names them all.
func (c *Changes) Notices() []lang.Message {
	summaries := map[WarningCode]lang.Phrase{
		ChangedUnit:    changedUnits,
		ChangedScale:   changedScales,
		ChangedModel:   changedModels,
		ChangedDrivers: changedAllDrivers,
		ChangedTau:     changedAllTau,
		ChangedUnknown: changedAllUnknown,
	}
	c = c.orEmpty()
	areas := map[WarningCode][]string{}
	for _, w := range c.Warnings {
		areas[w.Code] = append(areas[w.Code], c.findAreaName(w.Area))
	}
	var list []lang.Message
	for _, w := range c.Warnings {
		names := areas[w.Code]
		switch {
		case w.Area == "":
			list = append(list, w.message)
		case len(names) == 1:
			list = append(list, areaNotice.With(names[0], w.message))
		case names[0] == c.findAreaName(w.Area): // the first warning stands for all of them
			list = append(list, summaries[w.Code].With(lang.List(names)))
		}
	}
	return list
}

// findAreaName returns the name of an area, or its ID if the reports do not both have it.
func (c *Changes) findAreaName(id string) string {
	for _, a := range c.Areas {
		if a.Area == id {
			return a.Name
		}
	}
	return id
}
