package compare

import (
	"math"

	"github.com/raaderum/raaderum/benchmark"
)

// Saved is what a saved report says that two reports can be compared by: see [Between]. The
// report was written by [benchmark.Report.WriteJSON], of this version or another.
type Saved struct {
	File         string
	Title        string
	Year         int    // [dataset.Undated] if the figures have no year
	Years        []int  // those pooled into one figure
	Municipality string // code of the one asked for; empty if all were
	Estimator    string
	PriceLevel   int    // the year whose prices others are brought to; 0 if each is in its own
	PriceSource  string // of the price index; empty if there was none
	Corrections  int    // how many the report was made with
	Notes        []Note // say that drivers are of another year
	Models       []Model
	Rows         []Row
}

// Note is a warning of a saved report, in both languages.
type Note struct{ DA, EN string }

// Model is an area of a saved report.
type Model struct {
	Area      string
	Name      string
	Unit      string
	PartOf    string `json:"part_of"`
	Estimator string
	Scale     string
	Drivers   []Driver
	Tau       float64 // the quantile of quantile regression; 0 for other estimators
}

// Driver is a driver of a saved model.
type Driver struct{ ID string }

// Row is one municipality in one area of a saved report. NaN is missing.
type Row struct {
	Area, Municipality, Name string
	Actual, Expected         float64 // kr. per unit
	Volume                   float64 // units a year
	Grade                    benchmark.Grade
	// Candidate says whether it is a candidate for headroom. In reports of versions that did
	// not say so, every grade above is one.
	Candidate bool
}

// DeviationPct returns the difference in percent of the expected level. It returns NaN if
// that is not above zero.
func (r *Row) DeviationPct() float64 {
	if !(r.Expected > 0) {
		return math.NaN()
	}
	return 100 * (r.Actual - r.Expected) / r.Expected
}
