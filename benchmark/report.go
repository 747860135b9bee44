package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// Report is everything that a comparison found. Outputs lay it out and compute nothing.
// [Report.WriteJSON] describes its JSON form.
//
// Fields say whether an amount is in kr. or in kr. per unit. NaN is missing. A nil Report
// answers like an empty one, but methods that write or compute return [ErrNoReport].
type Report struct {
	Title        string
	Year         int            // the year compared; [dataset.Undated] if the data have no years
	Excluded     []string       // the codes of the municipalities that are in no fit
	Years        []int          // the years pooled into one figure; the last is Year
	Municipality string         // the code of the one asked for; empty if all were
	Estimator    plan.Estimator // as the plan names it
	Models       []Model        // one for each area, in the plan's order
	Warnings     []Warning      // about the whole and about municipalities; models have their own
	Sources      []Source       // the indicators used, with their publishers
	Prices       PriceLevel
	// TailDF limits the degrees of freedom of the tests of "clean". It is estimated from the
	// tails of the residuals. It is 0 if there is no such limit.
	TailDF int
	Plan   plan.Plan // with its defaults filled in

	// Corrections are always all of the plan's, also in a report of one municipality or one
	// area. A correction of one municipality may change the expected level of the others.
	Corrections []AppliedCorrection

	// The preliminary accounts of a later year than Year, one for each municipality asked for
	// that has any, where too few have them to be compared with each other.
	Preliminary []Preliminary

	data        *dataset.Dataset
	comparisons []*comparison
	only        []int   // positions of the municipalities asked for; nil if all were
	whole       *Report // the report of all municipalities; nil if it is this one
	spaces      *spaceFinder
	substituted map[string]int // by indicator of a driver: the year that stands in for Year
}

// orEmpty returns the report, or an empty one if it is nil.
func (r *Report) orEmpty() *Report {
	if r == nil {
		return &Report{}
	}
	return r
}
