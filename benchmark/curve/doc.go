// Package curve finds a specification curve (Simonsohn, Simmons & Nelson 2020): what
// every model that would have been as reasonable as the one reported says of each
// municipality.
//
// The models are all subsets of at least two of some candidate drivers, by each of a
// list of fits: an estimator on a scale, with its weights. [New] lays them out,
// [Curve.Summarise] fits them all and sums up what they say of every municipality,
// and [Curve.Find] fits them again for one municipality and returns them one by one.
//
// Models fitted by least squares share the work of their subsets; the others are
// fitted one at a time by package expected. Slices are by municipality, and NaN is
// missing.
package curve
