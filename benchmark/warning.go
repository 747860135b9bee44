package benchmark

import "github.com/raaderum/raaderum/lang"

// WarningCode says what a [Warning] is about. It is the same in every language.
type WarningCode string

// The warnings that say why a model was refused. The area then has no expected level.
const (
	RefusedNoFigures WarningCode = "refused_no_figures" // spending or volume lacks a year
	RefusedTooFew    WarningCode = "refused_too_few"    // fewer municipalities than min_n
	// There are fewer municipalities for each coefficient than min_n_per_driver.
	RefusedPerDriver WarningCode = "refused_per_driver"
	RefusedRank      WarningCode = "refused_rank"     // a driver is a combination of others
	RefusedConstant  WarningCode = "refused_constant" // a driver or the spending does not vary
	RefusedPerfect   WarningCode = "refused_perfect"  // the drivers give the spending exactly
	// Most municipalities spend exactly what the model says.
	RefusedNoSpread  WarningCode = "refused_no_spread"
	RefusedNotFitted WarningCode = "refused_not_fitted" // the estimator found no model
)

// The warnings about a model.
const (
	HighVIF         WarningCode = "high_vif"         // drivers say nearly the same
	ExplainsNothing WarningCode = "explains_nothing" // the leave-one-out R² is below 0.1
	ChosenDrivers   WarningCode = "chosen_drivers"   // the data chose the drivers
	NotConverged    WarningCode = "not_converged"    // an estimator did not reach its criterion
	NotTested       WarningCode = "not_tested"       // a quantile has no interval and no test
	UnequalVariance WarningCode = "unequal_variance" // the Breusch-Pagan test is significant
	BentModel       WarningCode = "bent_model"       // the RESET test is significant
	LoweredLimits   WarningCode = "lowered_limits"   // the plan lowers min_n or min_n_per_driver
	// The plan's materiality is so small that a thousands mark was probably taken for a
	// decimal mark.
	SmallMateriality WarningCode = "small_materiality"
	WeightsNotUsed   WarningCode = "weights_not_used" // the estimator does not use the weights
	CurveFailed      WarningCode = "curve_failed"     // models of the curve could not be fitted
)

// The warnings about figures.
const (
	NearestYear     WarningCode = "nearest_year"     // a driver is of another year
	MixedYears      WarningCode = "mixed_years"      // a driver is of two years in one model
	DriverUndefined WarningCode = "driver_undefined" // a driver has no logarithm, root or quotient
	NotPositive     WarningCode = "not_positive"     // spending without a logarithm
	NotFinite       WarningCode = "not_finite"       // spending over volume is not a number
	EmptyVolume     WarningCode = "empty_volume"     // a volume is not above zero
	NoVolume        WarningCode = "no_volume"        // an area compares totals
	AlreadyDivided  WarningCode = "already_divided"  // plan and data disagree on a divisor
	SharedAccounts  WarningCode = "shared_accounts"  // an area has accounts of another
	NotKroner       WarningCode = "not_kroner"       // the unit of the spending is not money
	// The median municipality spends less than kr. 1 or more than kr. 3 million per unit.
	ImplausibleUnit  WarningCode = "implausible_unit"
	MissingFigure    WarningCode = "missing_figure"    // municipalities lack a figure or a driver
	DataNote         WarningCode = "data_note"         // the publisher says something of a figure
	CurrentPrices    WarningCode = "current_prices"    // years in different prices are put together
	ActivityMissing  WarningCode = "activity_missing"  // there are no figures of the activity
	ActivityConstant WarningCode = "activity_constant" // the activity is the volume
	// Too few municipalities have figures of the latest year to compare it: see [Preliminary].
	LaterYear WarningCode = "later_year"
	FewAreas  WarningCode = "few_areas" // only some areas have figures of the year compared
)

// The warnings about a municipality's results.
const (
	Extrapolation     WarningCode = "extrapolation"       // its conditions are far from the others'
	NegativeExpected  WarningCode = "negative_expected"   // the expected level is not above zero
	ActivityZero      WarningCode = "activity_zero"       // it has no activity
	NotSplit          WarningCode = "not_split"           // spending or expected is not above zero
	TargetNotPositive WarningCode = "target_not_positive" // a target has figures not above zero
	// A target is not above zero, so the headroom is all of the spending or more.
	TargetBelowZero WarningCode = "target_below_zero"
)

// Warning is something that a user of the results should know, and what to do about it. It is
// an error whose text is English. In returns it in a language.
type Warning struct {
	Code         WarningCode
	Area         string // ID; empty if the warning is about all areas
	Municipality string // code; empty if the warning is about all municipalities

	message lang.Message
}

// In returns the warning in a language.
func (w Warning) In(l lang.Language) string { return w.message.In(l) }

// Error returns the warning in English.
func (w Warning) Error() string { return w.In(lang.English) }

// Refused says whether the warning is the reason why a model was refused.
func (w Warning) Refused() bool {
	switch w.Code {
	case RefusedNoFigures, RefusedTooFew, RefusedPerDriver, RefusedRank, RefusedConstant,
		RefusedPerfect, RefusedNoSpread, RefusedNotFitted:
		return true
	}
	return false
}

// findAreaName returns the name of an area, or its ID if the report does not have it.
func (r *Report) findAreaName(id string) string {
	if m := r.Model(id); m != nil {
		return m.Name
	}
	return id
}

// findMunicipalityName returns the name of a municipality, or its code if the data do not
// have it.
func (r *Report) findMunicipalityName(code string) string {
	if i, ok := r.data.Find(code); ok {
		return r.data.Municipalities()[i].Name
	}
	return code
}
