// Package peers finds comparison groups: the municipalities nearest to one by
// background conditions, which describe their circumstances and never their
// spending.
//
// The distance of two is √Σ w(zᵢ−zⱼ)², where z is a driver less its mean, over its
// standard deviation among those that can be in groups (n − 1 in the denominator),
// and w a weight (CIPFA's Nearest Neighbours Model). Those equally far, to six digits
// of the square, stand by code.
//
// The package knows no plan, names or kroner. Slices are by municipality, and NaN is
// missing.
package peers
