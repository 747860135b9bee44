package plan

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
	Estimators []Estimator `toml:"estimators"`
	Scales     []Scale     `toml:"scales"` // of [Scales]; empty: both
	// Candidates are the IDs, at most [MaxCurveCandidates], of the drivers that
	// the models have subsets of, in areas that name no candidates themselves, or
	// more than a curve takes.
	// Empty: the plan's candidates, and where it has none either, the area's
	// drivers and then the plan's, as many as there is room for.
	Candidates []string `toml:"candidates"`
}

// MaxCurveCandidates is how many candidates a curve takes: the models double
// with each.
const MaxCurveCandidates = 8

// CurveDrivers says which drivers an area's specification curve is over.
type CurveDrivers struct {
	Forced     []string // IDs of the drivers that every model has
	Candidates []string // IDs of the drivers that the models have subsets of
}
