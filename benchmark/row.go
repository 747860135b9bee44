package benchmark

import "math"

// Row is one municipality in one area. Amounts are in kr. or kr. per unit as said. A
// number that is missing is NaN, a part that is missing nil, and a part that has
// numbers says itself whether it is there. The keys of the fields are those of the
// report's JSON and CSV; a part's fields stand in the row there.
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
	// The other parts of the same area that its spending is probably posted in, or that have
	// theirs posted here: see [Posting]. Empty: none.
	Postings  []Sibling `key:"postings"`
	Influence Influence `key:",inline"`
	Rank      Rank      `key:",inline"`

	ValueChange float64 `key:"value_change"` // actual − last year's, kr. per unit

	Contributions []Contribution `key:"contributions"` // they add up to the expected level

	// Curve is what the models of the specification curve say; nil where the plan
	// asks for none, the area has no expected level, or no model expects anything.
	Curve *CurveSummary `key:"curve"`

	Reservations []WarningCode `key:"reservations"` // the warnings that this row is to be read with

	Persistence *Persistence `key:"persistence"` // how the difference lasted; nil: too few years
	// Nil: the area names no activity, or has no figure of it.
	Activity *ActivitySplit `key:"activity"`
	Quality  []QualityRow   `key:"quality"` // one for each measure that the area names
}

// Sibling is another part of the same area.
type Sibling struct {
	Area         string  `key:"area"`          // ID
	DifferenceKr float64 `key:"difference_kr"` // the municipality's difference there, a year
}

// SpendingKr is what the municipality spends on the area, in kr. a year.
func (r *Row) SpendingKr() float64 { return r.Actual * r.Volume }

// Expected is what the others lead one to expect of a municipality, in kr. per unit.
type Expected struct {
	Level float64 `key:"expected"`
	// The model's value with the municipality in it, as official models have it.
	Fitted     float64 `key:"fitted"`
	Low        float64 `key:"low"` // where the figure of one with the same drivers would lie
	High       float64 `key:"high"`
	Confidence float64 `key:"level"` // of Low and High: 0.95
}

// Known says whether there is an expected level.
func (e Expected) Known() bool { return !math.IsNaN(e.Level) }

// Deviation is how far the actual figure is from the expected level.
type Deviation struct {
	PerUnit float64 `key:"deviation"` // actual − expected, kr. per unit
	// In percent of expected; missing where that is not positive.
	Pct float64 `key:"deviation_pct"`
}

// Difference is the deviation times the volume, in kr. a year, with its interval.
type Difference struct {
	Kr     float64 `key:"difference_kr"`
	LowKr  float64 `key:"difference_low_kr"`
	HighKr float64 `key:"difference_high_kr"`
}

// Known says whether there is a difference.
func (d Difference) Known() bool { return !math.IsNaN(d.Kr) }

// Test is how surprising the figure is.
type Test struct {
	T    float64 `key:"t"`       // studentised residual
	DF   int     `key:"df,null"` // its degrees of freedom; 0: there is no expected level
	P    float64 `key:"p"`       // one-sided for above expected
	Q    float64 `key:"q"`       // false discovery rate for above expected
	QLow float64 `key:"q_low"`   // and for below
}

// Influence is what the municipality means to the model.
type Influence struct {
	Leverage float64 `key:"leverage"` // how much its drivers set it apart
	Cook     float64 `key:"cook"`     // missing outside the fit
	InFit    bool    `key:"in_fit"`
	// From 0 to 1, as a robust estimator gave it; missing for others.
	RobustWeight float64 `key:"robust_weight"`
}

// Rank is the municipality's place by its actual figure.
type Rank struct {
	// Place is 1 for the lowest figure, and those with the same figure share the best
	// of theirs; 0: there is no figure.
	Place  int     `key:"rank,null"`
	Of     int     `key:"ranked"`      // how many municipalities have a place
	Change float64 `key:"rank_change"` // place − last year's: above 0, towards the most expensive
}

// Contribution is a part of an expected level, in kr. per unit.
type Contribution struct {
	Name  string  `key:"name"` // a driver's ID, or [OthersMean]
	Value float64 `key:"value"`
}

// OthersMean is the name of the contribution that all the others start from:
// the mean of the municipalities that form the expected level ([Model.Kept]),
// without the one compared, with the weights of the model. It is another than
// the means of the target rules "country" and "mean", which are of all others.
const OthersMean = "others_mean"
