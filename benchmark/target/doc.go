// Package target has the rules for the level that headroom is computed against.
//
// A plan names a rule by a text such as "expected", "median" or "nearest:10".
// [Parse] reads it and [Forms] lists how every rule is written. A [Rule] says
// itself in words; [Find] prepares it for one area and returns a [Finder], which
// gives one municipality's [Level] at a time.
//
// A rule sees an area through the small interface [Area]: figures, volumes, what
// is expected of a municipality, and who is nearest to it. It knows nothing of how
// these were found, of kroner a year, or of the outputs that show the level.
//
// A new rule is one file with a type that has the methods of [Rule], and one line
// in the table in rules.go.
package target
