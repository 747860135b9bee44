package benchmark

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
	Corrections  int // how many the ledger had
	Models       []SavedModel
	Rows         []SavedRow
}

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
