// Package regress fits linear models and says how much each row decides.
//
// The way through is
//
//	Design ──Factorize──► Factor ──Estimator.Fit──► Fit
//
// A [Design] is the table of drivers with an intercept. [Factorize] turns it, with weights
// or without, into a [Factor] by an orthogonal factorisation with column pivoting. That is
// the costly part, and one factor serves any number of responses.
//
// An [Estimator] fits a response and returns a [Fit]: coefficients, standard errors, and for
// every row its leverage, what the other rows predict for it, and how surprising it is.
// [OLS] and [WLS] are exact; [Huber], [MM] and [Clean] give rows that lie far off little
// weight or none, and [Quantile] fits a quantile instead of a mean. [Fit.Again] fits
// another response with the weights that a fit ended with. [BestSubsets] chooses columns.
//
// The package knows numbers only. A shape that cannot be is a programmer's mistake and
// panics; data that cannot be fitted are errors.
package regress
