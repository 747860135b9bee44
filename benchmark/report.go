package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/dataset"
)

// Report is everything a comparison found. Outputs lay it out and compute
// nothing. Its JSON form is described at [Report.WriteJSON].
//
// Amounts are in kr. or kr. per unit as said, and NaN is missing. A nil report answers
// like an empty one; what writes or computes returns [ErrNoReport].
type Report struct {
	Title        string
	Year         int            // the year compared; [dataset.Undated] where the data have none
	Excluded     []string       // the codes of the municipalities that are in no fit
	Years        []int          // the years pooled into one figure, the last of them Year
	Municipality string         // the code of the one municipality asked for; empty: all
	Estimator    plan.Estimator // as the plan names it
	Models       []Model        // one an area, in the plan's order
	Warnings     []Warning      // on the whole and on municipalities; a model has its own
	Sources      []Source       // the indicators used, with their publishers
	Prices       PriceLevel
	// The degrees of freedom that the residuals' tails leave the tests of "clean"; 0: as many
	// as the model has.
	TailDF int
	Plan   plan.Plan // the plan, defaults in place

	// All of them, whoever and whatever was asked for: each may move the expected level of
	// others.
	Corrections []AppliedCorrection

	data        *dataset.Dataset
	comparisons []*comparison
	only        []int   // municipalities asked for; nil: all
	whole       *Report // the report of all municipalities, where this is of one; nil: itself
	groups      *groupFinder
	substituted map[string]int // indicator of a driver: the year taken instead of Year
}

// orEmpty returns the report, and an empty one in place of nil.
func (r *Report) orEmpty() *Report {
	if r == nil {
		return &Report{}
	}
	return r
}
