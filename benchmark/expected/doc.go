// Package expected finds, for one area as pure numbers, what the others lead one
// to expect of each municipality, and how surprising its own figure is.
//
// The way through is
//
//	Area, Method ─► New ─► WeighBySize ─► Fit ─► SetTails ─► Test ─► SetRates
//	                 │                     │
//	                 └── Refusal           └──► Model.Expect, Model.Contributions
//
// [New] settles who is in the fit. [WeighBySize] finds how fast the variance falls
// with size, and draws what the areas say of it together. [Fit] fits every model,
// those of the same drivers on one factorisation. [SetTails] asks the residuals of
// all areas how long their tails are, [Model.Test] tests every municipality against
// its level, and [SetRates] turns the p-values of a family of tests into false
// discovery rates. [Follow] says what of the differences lasts from year to year.
//
// Slices are by municipality, and NaN is missing. A figure that is missing is in no
// fit and has no test, but a municipality whose drivers are known still has an
// expected level. The municipality compared is never part of its own yardstick: it is
// left out of the fit that says what to expect of it.
//
// The package knows no names, kroner or plans. A model that cannot be fitted has a
// [Refusal] that says why, as data; whoever shows it finds the words.
package expected
