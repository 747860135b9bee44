package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/benchmark/target"
	"github.com/raaderum/raaderum/dataset"
)

// Report is everything a comparison found. Outputs lay it out and compute
// nothing. Its JSON form is described at [Report.WriteJSON].
//
// Amounts are in kr. or kr. per unit as said, and NaN is missing.
type Report struct {
	Title        string
	Year         int            // the year compared; [dataset.Undated] where the data have none
	Excluded     []string       // the codes of the municipalities that are in no fit
	Years        []int          // the years pooled into one figure, the last of them Year
	Municipality string         // the code of the one municipality asked for; empty: all
	Estimator    plan.Estimator // as the plan names it
	Models       []Model        // one an area, in the plan's order
	Warnings     []Warning      // on the whole and on municipalities; a model has its own
	Sources      []Source       // the indicators used, with their publishers
	Prices       PriceLevel
	TailDF       int       // the degrees of freedom that the residuals' tails leave the tests of "clean"; 0: as many as the model has
	Plan         plan.Plan // the plan, defaults in place

	Corrections []AppliedCorrection // all of them, whoever and whatever was asked for: each may move the expected level of others

	data        *dataset.Dataset
	comparisons []*comparison
	only        []int   // municipalities asked for; nil: all
	whole       *Report // the report of all municipalities, where this is of one; nil: itself
	groups      *groupFinder
	substituted map[string]int // indicator of a driver: the year taken instead of Year
}

// Model is an area and its model of the expected level.
type Model struct {
	Area       string // ID
	Name       string
	Unit       string
	PartOf     string // ID of the area of the plan whose spending this one's is a part of; empty: none
	Activity   string // what the area's activity is called; empty: it names none
	Estimator  plan.Estimator
	Scale      plan.Scale
	Drivers    []DriverName
	NotService bool // added up by itself: see [Area]

	N     int     // municipalities in the fit
	Kept  int     // those of them that form the expected level: all, but for those that "clean" leaves out
	DF    int     // degrees of freedom of the residuals, Kept less the coefficients; 0 where there is no fit
	Sigma float64 // residual standard error, in kr. per unit, or of the logarithm

	// SigmaU and SigmaE are the standard deviations of what lasts and of what
	// changes from year to year in the differences, in percent of the expected
	// level; missing where there are too few years.
	SigmaU float64
	SigmaE float64

	R2    float64
	AdjR2 float64
	LooR2 float64 // 1 − PRESS/SST: how much of the variance the others predict

	AICc         float64
	BIC          float64
	PRESS        float64 // Σ (actual − expected)² over the fit, weighted
	Condition    float64 // condition number of the scaled design
	Gamma        float64 // how fast the standard deviation falls with size; missing where it is constant
	Tau          float64 // the quantile of quantile regression; missing for others
	RobustScale  float64 // σ as a robust estimator found it; missing for others
	Iterations   int
	Converged    bool
	BreuschPagan regress.Test // does the variance follow the drivers
	RESET        regress.Test // is the model bent
	Outlier      Outlier      // the municipality that stands out most

	// Curve says which models the specification curve has; nil where the plan
	// asks for none.
	Curve *plan.CurveModels

	// Subsets are the ten best choices among the candidates, the one taken
	// first; empty where the plan does not ask for a choice.
	Subsets []Subset

	Coefficients []regress.Coefficient // empty where the model was refused
	Warnings     []Warning
}

// Subset is a choice of drivers and how the model with them does.
type Subset struct {
	Drivers []string // IDs, those that every choice has included
	PRESS   float64
	AICc    float64
	BIC     float64
	AdjR2   float64
}

// Outlier is the municipality with the largest studentised residual of a model,
// and its two-sided p-value times their number.
type Outlier struct {
	Municipality string // code; empty: none
	T            float64
	P            float64
}

// DriverName is a driver's ID, which coefficients and contributions are
// called by, and its name.
type DriverName struct{ ID, Name string }

// Fitted says whether there is a model: the warnings tell why there is none.
func (m *Model) Fitted() bool { return len(m.Coefficients) > 0 }

// Row is one municipality in one area.
type Row struct {
	Area         string // ID
	Municipality string // code
	Name         string // the municipality's

	Actual   float64 // u, kr. per unit
	Expected float64 // what the others lead one to expect, kr. per unit
	Fitted   float64 // the model's in-sample value, for comparison with official models
	Low      float64 // the prediction interval: where the figure of one with the same drivers would lie
	High     float64
	Level    float64 // of the interval: 0.95

	Deviation    float64 // actual − expected, kr. per unit
	DeviationPct float64 // in percent of expected; missing where that is not positive
	Volume       float64 // units a year

	DifferenceKr     float64 // deviation × volume, kr. a year
	DifferenceLowKr  float64 // its interval
	DifferenceHighKr float64

	Target         float64        // the level headroom is computed against, kr. per unit
	TargetRule     string         // the rule it was found by, as [target.Parse] reads it
	TargetN        int            // municipalities that it is made of; 0 for a chosen figure
	TargetWeighted bool           // it is a mean weighted by volume
	TargetMissing  target.Missing // why there is none; empty: there is one
	GapKr          float64        // (actual − target) × volume, kr. a year
	HeadroomKr     float64        // max(0, actual − target) × volume, kr. a year

	T            float64 // studentised residual
	DF           int     // its degrees of freedom
	P            float64 // one-sided for above expected
	Q            float64 // false discovery rate for above expected
	QLow         float64 // and for below
	Grade        Grade
	Leverage     float64
	Cook         float64 // missing outside the fit
	InFit        bool
	RobustWeight float64 // from 0 to 1, as a robust estimator gave it; missing for others

	Rank        int     // 1 is the lowest actual figure, and those with the same figure share the best of theirs; 0: no figure
	Ranked      int     // how many municipalities have a rank
	RankChange  float64 // rank − last year's: above 0, towards the most expensive
	ValueChange float64 // actual − last year's, kr. per unit

	// Curve is what the models of the specification curve say; nil where the plan
	// asks for none, the area has no expected level, or no model expects anything.
	Curve *CurveSummary

	Contributions []Contribution // they add up to Expected
	Reservations  []WarningCode  // the warnings that this row is to be read with

	Persistence *Persistence   // how the difference lasted; nil: too few years
	Activity    *ActivitySplit // nil: the area names no activity, or has no figure of it
	Quality     []QualityRow   // one for each measure that the area names
}

// Contribution is a part of an expected level, in kr. per unit.
type Contribution struct {
	Name  string // a driver's ID, or [OthersMean]
	Value float64
}

// OthersMean is the name of the contribution that all the others start from:
// the mean of the municipalities that form the expected level ([Model.Kept]),
// without the one compared, with the weights of the model. It is another than
// the means of the target rules "country" and "mean", which are of all others.
const OthersMean = "others_mean"
