package target

import "github.com/raaderum/raaderum/lang"

// Missing says why a municipality has no target. It is the same word in every
// language; outputs translate it.
type Missing string

// The reasons.
const (
	NobodyElse Missing = "nobody_else" // no other municipality that the rule asks for has a figure
	NoRegion   Missing = "no_region"   // the municipality's region is not known
	NoExpected Missing = "no_expected" // there is no model, or no expected level above zero
	// The municipality lacks a driver, or nobody can be compared with it.
	NoDrivers Missing = "no_drivers"
	// The data have more municipalities than are compared in pairs.
	TooMany Missing = "too_many"
)

// In returns the reason in words.
func (m Missing) In(l lang.Language) string { return missingWords[m].In(l) }
