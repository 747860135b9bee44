package benchmark

import "github.com/raaderum/raaderum/benchmark/plan"

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

// Specification is one model of a specification curve and what it says of a
// municipality.
type Specification struct {
	Drivers      []string // IDs
	Estimator    plan.Estimator
	Scale        plan.Scale
	Expected     float64 // kr. per unit, from the others
	DeviationPct float64 // of expected
	Flagged      bool    // above, with a one-sided p ≤ 0.05
}
