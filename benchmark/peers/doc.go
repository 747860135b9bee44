// Package peers finds comparison groups: the municipalities nearest to one by background
// conditions, which describe their circumstances and never their spending.
//
//	drivers ──New──► Space ──Nearest──► a group
//	                   │
//	                   └─────Square, Share──► how far away, and which driver sets them apart
//
// [New] standardises the drivers: each is less its mean and over its standard deviation
// (n − 1 in the denominator) among the municipalities that can be in groups. The distance
// of two municipalities in that [Space] is √Σ w(zᵢ−zⱼ)², with z a standardised driver and w
// its weight, as in CIPFA's Nearest Neighbours Model. [Space.Share] is one driver's part of
// the sum. Those equally far, to six digits of the square, stand in the order of their
// codes.
//
// The package knows no plan, names or kroner. Slices are by municipality, and NaN is
// missing.
package peers
