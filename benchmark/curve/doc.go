// Package curve finds a specification curve (Simonsohn, Simmons & Nelson 2020): what every
// model that would have been as reasonable as the one reported says of each municipality.
//
//	expected.Area, candidates, fits ──New──► Curve ──Summarise──► a Summary each
//	                                          │
//	                                          └─────Find────────► the models of one, as Points
//
// The models are all subsets of at least two of some candidate drivers, each by every
// [Fit]: an estimator on a scale, with its weights. [New] lays them out without fitting
// any. [Curve.Summarise] fits them all and keeps, of every municipality, only what sums
// them up. [Curve.Find] fits them again for one municipality and returns them one by one.
//
// Models fitted by least squares share the work of their subsets. The others are fitted one
// at a time by package expected. Slices are by municipality, and NaN is missing.
package curve
