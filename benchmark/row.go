package benchmark

import "math"

// Row is one municipality in one area. Fields say whether an amount is in kr. or in kr. per
// unit. A missing number is NaN. A missing part is nil if it is a pointer or a slice. Other
// parts have a method Known, or say in a field why something is missing.
//
// The tags of the fields are their keys in the report's JSON and CSV. The fields of an inline
// part stand in the row itself there.
type Row struct {
	Area         string `key:"area"` // ID
	AreaName     string `key:"-"`
	Municipality string `key:"municipality"` // code
	Name         string `key:"name"`         // the municipality's

	Actual     float64    `key:"actual"` // kr. per unit
	Expected   Expected   `key:",inline"`
	Deviation  Deviation  `key:",inline"`
	Volume     float64    `key:"volume"` // units a year
	Difference Difference `key:",inline"`
	Target     Target     `key:",inline"`
	Test       Test       `key:",inline"`
	Grade      Grade      `key:"grade"`
	// Candidate says whether the row is a candidate for headroom. Its grade is above, and the
	// area is not all service. All outputs go by this.
	Candidate bool `key:"candidate"`
	// The other parts of the same area that its spending is probably posted in, or that have
	// theirs posted here: see [Posting]. Empty: none.
	Postings  []Sibling `key:"postings"`
	Influence Influence `key:",inline"`
	Rank      Rank      `key:",inline"`

	ValueChange float64 `key:"value_change"` // actual − last year's, kr. per unit

	Contributions []Contribution `key:"contributions"` // they add up to the expected level

	// Curve sums up what the models of the specification curve say. It is nil if the plan
	// asks for no curve, if the area has no expected level, or if no model expects anything.
	Curve *CurveSummary `key:"curve"`

	Reservations []WarningCode `key:"reservations"` // the warnings to read this row with

	// Persistence says how the difference lasted. It is nil if there are too few years.
	Persistence *Persistence `key:"persistence"`
	// Activity is nil if the area names no activity, or if there is no figure of it.
	Activity *ActivitySplit `key:"activity"`
	Quality  []QualityRow   `key:"quality"` // one for each measure that the area names
	// Spending per head of those whom the area is for; nil: the plan does not say, or there
	// are none.
	PerHead *PerHead `key:"per_head"`
}

// Sibling is another part of the same area.
type Sibling struct {
	Area         string  `key:"area"`          // ID
	DifferenceKr float64 `key:"difference_kr"` // the municipality's difference there, kr. a year
}

// SpendingKr returns what the municipality spends on the area, in kr. a year.
func (r *Row) SpendingKr() float64 { return r.Actual * r.Volume }

// Expected is what the others lead one to expect of a municipality, in kr. per unit.
type Expected struct {
	Level float64 `key:"expected"`
	// Fitted is the value of a model that is fitted on the municipality too. Official models
	// report this value.
	Fitted float64 `key:"fitted"`
	// Low and High are the interval in which the figure of another municipality with the
	// same drivers would lie.
	Low        float64 `key:"low"`
	High       float64 `key:"high"`
	Confidence float64 `key:"level"` // of the interval: 0.95
}

// Known says whether there is an expected level.
func (e Expected) Known() bool { return !math.IsNaN(e.Level) }

// Deviation is how far the actual figure is from the expected level.
type Deviation struct {
	PerUnit float64 `key:"deviation"` // actual − expected, kr. per unit
	// Pct is the deviation in percent of expected. It is missing if that is not positive.
	Pct float64 `key:"deviation_pct"`
}

// newDeviation measures an actual figure against an expected level.
func newDeviation(actual, level float64) Deviation {
	d := Deviation{PerUnit: actual - level, Pct: math.NaN()}
	if level > 0 {
		d.Pct = 100 * d.PerUnit / level
	}
	return d
}

// Difference is the deviation times the volume, with its interval. All are in kr. a year.
type Difference struct {
	Kr     float64 `key:"difference_kr"`
	LowKr  float64 `key:"difference_low_kr"`
	HighKr float64 `key:"difference_high_kr"`
}

// Known says whether there is a difference.
func (d Difference) Known() bool { return !math.IsNaN(d.Kr) }

// Test says how surprising the figure is.
type Test struct {
	T    float64 `key:"t"`       // studentised residual
	DF   int     `key:"df,null"` // its degrees of freedom; 0 if there is no expected level
	P    float64 `key:"p"`       // one-sided, for figures above expected
	Q    float64 `key:"q"`       // false discovery rate for figures above expected
	QLow float64 `key:"q_low"`   // false discovery rate for figures below expected
}

// Influence says what the municipality means to the model.
type Influence struct {
	Leverage float64 `key:"leverage"` // how much its drivers set it apart from the others
	Cook     float64 `key:"cook"`     // Cook's distance; missing outside the fit
	InFit    bool    `key:"in_fit"`
	// RobustWeight is the weight from 0 to 1 that a robust estimator gave the municipality.
	// It is missing for other estimators.
	RobustWeight float64 `key:"robust_weight"`
}

// Rank is the municipality's place by its actual figure.
type Rank struct {
	// Place is 1 for the lowest figure, and 0 if there is no figure. Municipalities with
	// the same figure share the best of their places.
	Place int `key:"rank,null"`
	Of    int `key:"ranked"` // how many municipalities have a place
	// Change is the place less last year's. Above 0, the municipality has moved towards the
	// most expensive.
	Change float64 `key:"rank_change"`
}

// Contribution is a part of an expected level, in kr. per unit.
type Contribution struct {
	Name  string  `key:"name"` // a driver's ID, or [OthersMean]
	Value float64 `key:"value"`
}

// OthersMean is the name of the contribution that the drivers' contributions are added to. It
// is the mean of the other municipalities that form the expected level (see [Model.Kept]),
// with the weights of the model. The target rules "country" and "mean" are other means: they
// are taken over all other municipalities.
const OthersMean = "others_mean"
