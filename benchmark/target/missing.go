package target

import "github.com/raaderum/raaderum/lang"

// Missing says why a municipality has no target. The word is the same in every language,
// and outputs translate it.
type Missing string

// The reasons.
const (
	NobodyElse Missing = "nobody_else" // none of the others that the rule asks for has a figure
	NoRegion   Missing = "no_region"   // the municipality's region is not known
	NoExpected Missing = "no_expected" // there is no model, or no expected level above zero
	NoDrivers  Missing = "no_drivers"  // it lacks a driver, or nobody can be compared with it
	TooMany    Missing = "too_many"    // there are too many municipalities to compare in pairs
)

// In returns the reason in words.
func (m Missing) In(l lang.Language) string { return missingWords[m].In(l) }
