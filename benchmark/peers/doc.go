// Package peers finds comparison groups. A municipality's group is the municipalities
// nearest to it by background conditions. These describe circumstances and never spending.
//
//	drivers ──New──► Space ──Nearest──► a group
//	                   │
//	                   └─────Square, Share──► how far away, and which driver sets them apart
//
// [New] standardises the drivers: it subtracts a driver's mean and divides by its standard
// deviation. Both are taken over the municipalities that can be in groups, with n − 1 in the
// denominator. The distance of two municipalities in that [Space] is √Σ w(zᵢ−zⱼ)², where z
// is a standardised driver and w its weight. The formula is that of CIPFA's Nearest
// Neighbours Model. [Space.Share] returns one driver's part of the sum. Municipalities that
// are equally far away, to six digits of the squared distance, stand in the order of their
// codes.
//
// Slices are by municipality, and NaN is missing.
package peers
