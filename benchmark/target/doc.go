// Package target implements the rules for a target: the level of spending that headroom is
// computed against.
//
// A plan names a rule by a text such as "expected", "median" or "nearest:10". [Parse] reads
// the text, and [Forms] lists how every rule is written. [Find] prepares a [Rule] for one
// area and returns a [Finder]. A Finder returns the [Level] of one municipality at a time.
//
// A rule sees an area through the small interface [Area]: the figures, the volumes, what is
// expected of a municipality, and which municipalities are nearest to it. A rule does not
// know how these were found. Nor does it know the outputs that show the level.
//
// To add a rule, write a file with a type that has the methods of [Rule], and add a line to
// the table in rules.go.
package target
