package benchmark

import "github.com/raaderum/raaderum/lang"

// WarningCode says what a [Warning] is about, the same in every language.
type WarningCode string

// The warnings. Those that begin with "refused" stand on a model that was not
// fitted: its areas have no expected level.
const (
	// Spending or volume has no figures for the year.
	RefusedNoFigures WarningCode = "refused_no_figures"
	RefusedTooFew    WarningCode = "refused_too_few" // fewer municipalities than min_n
	// Fewer municipalities for each coefficient than min_n_per_driver.
	RefusedPerDriver WarningCode = "refused_per_driver"
	RefusedRank      WarningCode = "refused_rank" // a driver is a combination of others
	// a driver or the spending is the same everywhere.
	RefusedConstant WarningCode = "refused_constant"
	RefusedPerfect  WarningCode = "refused_perfect" // the drivers give the spending exactly
	// Most municipalities have exactly what the model says.
	RefusedNoSpread  WarningCode = "refused_no_spread"
	RefusedNotFitted WarningCode = "refused_not_fitted" // the estimator found no model
	HighVIF          WarningCode = "high_vif"           // drivers tell nearly the same
	ExplainsNothing  WarningCode = "explains_nothing"   // leave-one-out R² below 0.1
	ChosenDrivers    WarningCode = "chosen_drivers"     // the drivers were chosen by the data
	// An estimator did not reach its criterion.
	NotConverged    WarningCode = "not_converged"
	NotTested       WarningCode = "not_tested"       // a quantile has no interval and no test
	UnequalVariance WarningCode = "unequal_variance" // significant Breusch-Pagan test
	BentModel       WarningCode = "bent_model"       // significant RESET test
	Extrapolation   WarningCode = "extrapolation"    // a municipality is far from the others
	// The plan lowers min_n or min_n_per_driver.
	LoweredLimits WarningCode = "lowered_limits"
	NearestYear   WarningCode = "nearest_year" // a driver is from another year
	// a driver has no logarithm, root or quotient.
	DriverUndefined WarningCode = "driver_undefined"
	// Spending that is not positive on a log scale.
	NotPositive WarningCode = "not_positive"
	// Municipalities whose spending over its volume is no number.
	NotFinite WarningCode = "not_finite"
	// Municipalities whose volume is not above zero.
	EmptyVolume WarningCode = "empty_volume"
	NoVolume    WarningCode = "no_volume" // an area compares totals
	// The plan and the data disagree on what figures are per.
	AlreadyDivided WarningCode = "already_divided"
	// The spending is in a unit that is no money.
	NotKroner WarningCode = "not_kroner"
	// Most municipalities spend less than kr. 1 or more than 3 million a unit.
	ImplausibleUnit WarningCode = "implausible_unit"
	WeightsNotUsed  WarningCode = "weights_not_used" // weights with an estimator that has none
	// An area has accounts in common with another and is not added to it.
	SharedAccounts WarningCode = "shared_accounts"
	// Municipalities without a figure or a driver.
	MissingFigure    WarningCode = "missing_figure"
	NegativeExpected WarningCode = "negative_expected" // the expected level is not above zero
	DataNote         WarningCode = "data_note"         // what the publisher says of a figure
	// Models of the specification curve that could not be fitted.
	CurveFailed      WarningCode = "curve_failed"
	CurrentPrices    WarningCode = "current_prices"    // years in different prices put together
	ActivityMissing  WarningCode = "activity_missing"  // no figures of the activity
	ActivityZero     WarningCode = "activity_zero"     // a municipality without activity
	ActivityConstant WarningCode = "activity_constant" // the activity is the volume
	// a target is made of the lowest figures, and some are not above zero.
	TargetNotPositive WarningCode = "target_not_positive"
	// a target is not above zero: the headroom is all of the spending or more.
	TargetBelowZero WarningCode = "target_below_zero"
	// Spending or an expected level is not above zero.
	NotSplit WarningCode = "not_split"
)

// Warning is something a user of the results should know, and what to do
// about it. It is an error whose text is English; In says it in a language.
type Warning struct {
	Code         WarningCode
	Area         string // ID; empty: all areas
	Municipality string // code; empty: all municipalities

	message lang.Message
}

// In returns the warning in words.
func (w Warning) In(l lang.Language) string { return w.message.In(l) }

// Error returns the warning in English.
func (w Warning) Error() string { return w.In(lang.English) }

// Refused says whether the warning is why a model was not fitted.
func (w Warning) Refused() bool {
	switch w.Code {
	case RefusedNoFigures, RefusedTooFew, RefusedPerDriver, RefusedRank, RefusedConstant,
		RefusedPerfect, RefusedNoSpread, RefusedNotFitted:
		return true
	}
	return false
}

func (r *Report) findAreaName(id string) string {
	if m := r.Model(id); m != nil {
		return m.Name
	}
	return id
}

func (r *Report) findMunicipalityName(code string) string {
	if i, ok := r.data.Find(code); ok {
		return r.data.Municipalities()[i].Name
	}
	return code
}
