package benchmark

// Curve asks for the specification curve (Simonsohn, Simmons & Nelson 2020): the
// deviation of every municipality and area in every model that would have been
// as reasonable as the one reported. The models are all subsets of at least two
// of the area's candidate drivers, by each of the estimators, on each of the
// scales. Its zero values are the defaults.
//
// The forced drivers of an area that chooses are in every model. Weights are
// the plan's where it names some, and otherwise the volume for "wls" and none
// for the others; the variance is constant, and leave-one-out is by "formula".
type Curve struct {
	// Estimators are of [CurveEstimators]; empty: "ols", "wls" and "mm".
	Estimators []string `toml:"estimators"`
	Scales     []string `toml:"scales"` // of [Scales]; empty: both
	// Candidates are the IDs, at most [MaxCurveCandidates], of the drivers that
	// the models have subsets of, in areas that name no candidates themselves, or
	// more than a curve takes.
	// Empty: the plan's candidates, and where it has none either, the area's
	// drivers and then the plan's, as many as there is room for.
	Candidates []string `toml:"candidates"`

	// Progress, where there is one, is told how many models of all have been
	// fitted: not from two goroutines at once, and never fewer than before.
	Progress func(done, total int)
}

// MaxCurveCandidates is how many candidates a curve takes: the models double
// with each.
const MaxCurveCandidates = 8

// CurveEstimators are the estimators that a curve can have. Quantile regression
// is not one of them, for what it expects is not a mean.
var CurveEstimators = []string{"ols", "wls", "huber", "mm", "clean"}

// Verdict says in how many models of the specification curve a candidate for
// headroom is above what is expected. Of another row there is none: that most
// models find a small difference above does not make it one to act on.
type Verdict string

// The verdicts.
const (
	Robust   Verdict = "robust"   // in 90 per cent of the models or more
	Middling Verdict = "middling" // in between
	Fragile  Verdict = "fragile"  // in less than 60 per cent
)

const (
	robustShare  = 0.9
	fragileShare = 0.6
	// curveLevel is the level of the one-sided test that flags in one model. A
	// false discovery rate over a municipality's areas is not defined here, since
	// areas have different models.
	curveLevel = 0.05
)

func verdict(shareAbove float64) Verdict {
	switch {
	case shareAbove >= robustShare:
		return Robust
	case shareAbove < fragileShare:
		return Fragile
	}
	return Middling
}

// CurveSummary is what the models of the specification curve say of one
// municipality in one area.
type CurveSummary struct {
	Models int // that expect something above zero of the municipality
	// Failed are the models that could not be fitted, for want of municipalities
	// or independent drivers, or that expect nothing of this municipality.
	Failed       int
	ShareAbove   float64 // of Models: actual is above expected
	ShareFlagged float64 // of Models: above, with a one-sided p ≤ 0.05 in that model
	// The median deviation in percent of expected, and the range from the 10 to
	// the 90 % quantile (definition 7).
	MedianPct, LowPct, HighPct float64
	Verdict                    Verdict // of a candidate; empty: the row is none
}

// CurveModels says which models an area's specification curve is made of.
type CurveModels struct {
	Forced     []string // IDs of the drivers that every model has
	Candidates []string // IDs of the drivers that the models have subsets of
	Models     int      // subsets × estimators × scales
}

// Specification is one model of a specification curve and what it says of a
// municipality.
type Specification struct {
	Drivers      []string // IDs
	Estimator    string
	Scale        string
	Expected     float64 // kr. per unit, from the others
	DeviationPct float64 // of expected
	Flagged      bool    // above, with a one-sided p ≤ 0.05
}
