package compare

import (
	"math"

	"github.com/raaderum/raaderum/benchmark"
)

// Saved is a report as [benchmark.Report.WriteJSON] of this version or another
// saved it: the part of it by which two reports can be compared. See [Between].
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
	Area      string
	Name      string
	Unit      string
	PartOf    string `json:"part_of"`
	Estimator string
	Scale     string
	Drivers   []Driver
	Tau       float64 // of quantile regression; 0: another estimator
}

// Driver is a driver of a saved model.
type Driver struct{ ID string }

// Row is one municipality in one area of a saved report. NaN is missing.
type Row struct {
	Area, Municipality, Name string
	Actual, Expected         float64 // kr. per unit
	Volume                   float64 // units a year
	Grade                    benchmark.Grade
}

// DeviationPct returns the difference in percent of the expected level. It is
// missing where that is not above zero.
func (r *Row) DeviationPct() float64 {
	if !(r.Expected > 0) {
		return math.NaN()
	}
	return 100 * (r.Actual - r.Expected) / r.Expected
}
