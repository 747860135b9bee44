// Package curve computes specification curves (Simonsohn, Simmons & Nelson 2020). A
// specification curve shows what each municipality's deviation would be in every model that
// is as reasonable as the one reported. A finding that most of the models share does not
// hang on the choice of one.
//
//	expected.Area, candidates, fits ──New──► Curve ──Summarise──► a Summary each
//	                                          │
//	                                          └─────Find────────► the models of one, as Points
//
// The models are all subsets of at least two of some candidate drivers, each fitted by every
// [Fit]. A Fit is an estimator on a scale, with its weights. [New] lists the models and fits
// none of them. [Curve.Summarise] fits them all, and keeps only a [Summary] of what they say
// of each municipality. [Curve.Find] fits them again for one municipality, and returns what
// each model says of it.
//
// Least squares on one subset of the drivers has much work in common with least squares on
// another. Such models are fitted together by package subset. Other models are fitted one
// at a time by package expected. Slices are by municipality, and NaN is missing.
package curve
