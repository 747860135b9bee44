package compare

import (
	"math"

	"github.com/raaderum/raaderum/benchmark"
)

// maxSavedBytes bounds a saved report.
const maxSavedBytes = 1 << 30

// Saved is a report as it was saved by [benchmark.Report.WriteJSON], this version's or
// another's: what two of them can be compared by. See [Between].
type Saved struct {
	File         string
	Title        string
	Year         int   // [dataset.Undated] where the figures have none
	Years        []int // pooled into one figure
	Municipality string
	Estimator    string
	PriceLevel   int    // the year whose prices several years were brought to; 0: each in its own
	PriceSource  string // of the price index; empty: none
	Corrections  int    // how many the ledger had
	Notes        []Note // on drivers of another year
	Models       []Model
	Rows         []Row
}

// Note is a warning of a saved report, in words.
type Note struct{ DA, EN string }

// Model is an area of a saved report.
type Model struct {
	Area, Name, Unit, PartOf, Estimator, Scale string
	Drivers                                    []string // IDs
	Tau                                        float64  // of quantile regression; 0: another estimator
}

// Row is one municipality in one area of a saved report. NaN is missing.
type Row struct {
	Area, Municipality, Name string
	Actual, Expected         float64 // kr. per unit
	Volume                   float64 // units a year
	Grade                    benchmark.Grade
}

// DeviationPct is the difference in percent of the expected level; missing where
// that is not above zero.
func (r *Row) DeviationPct() float64 {
	if !(r.Expected > 0) {
		return math.NaN()
	}
	return 100 * (r.Actual - r.Expected) / r.Expected
}
