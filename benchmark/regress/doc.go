// Package regress fits linear models and says how much each row decides.
//
// The way through the package is
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
// weight or none, and [Quantile] fits a quantile instead of a mean. [Fit.FitAgain] fits
// another response with the weights that a fit ended with.
//
// [Estimators] lists the estimators. To add one, write its file, with a type that has the
// methods of [Estimator], and add it to that list.
//
// The package knows numbers only. It panics where a shape cannot be, which is a programmer's
// mistake. Data that cannot be fitted are an error: a [ValueError] for a number, a
// [RankError] for columns that say the same, a [TauError] for a quantile that is none. So is
// a factor that is nil. A nil context panics, as it does in package context.
package regress
