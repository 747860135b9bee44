package benchmark

import "math"

// maxSavedBytes bounds a saved report.
const maxSavedBytes = 1 << 30

// Saved is a report as it was saved by [Report.WriteJSON], this version's or
// another's: what two of them can be compared by. See [Compare].
type Saved struct {
	File         string
	Title        string
	Year         int   // [dataset.Undated] where the figures have none
	Years        []int // pooled into one figure
	Municipality string
	Estimator    string
	PriceLevel   int         // the year whose prices several years were brought to; 0: each in its own
	PriceSource  string      // of the price index; empty: none
	Corrections  int         // how many the ledger had
	Notes        []SavedNote // on drivers of another year
	Models       []SavedModel
	Rows         []SavedRow
}

// SavedNote is a warning of a saved report, in words.
type SavedNote struct{ DA, EN string }

// SavedModel is an area of a saved report.
type SavedModel struct {
	Area, Name, Unit, PartOf, Estimator, Scale string
	Drivers                                    []string // IDs
	Tau                                        float64  // of quantile regression; 0: another estimator
}

// SavedRow is one municipality in one area of a saved report. NaN is missing.
type SavedRow struct {
	Area, Municipality, Name string
	Actual, Expected         float64 // kr. per unit
	Volume                   float64 // units a year
	Grade                    Grade
}

// DeviationPct is the difference in percent of the expected level; missing where
// that is not above zero.
func (r *SavedRow) DeviationPct() float64 {
	if !(r.Expected > 0) {
		return math.NaN()
	}
	return 100 * (r.Actual - r.Expected) / r.Expected
}
