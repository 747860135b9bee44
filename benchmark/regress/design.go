package regress

import "fmt"

// A Design is the right-hand side of a linear model. It has n rows and a column
// for each coefficient; the first is the intercept where the model has one. A
// design does not change.
type Design struct {
	rows      int
	names     []string
	columns   [][]float64
	intercept bool
}

// InterceptName is the name of the intercept's column.
const InterceptName = "intercept"

// NewDesign returns the design of an intercept and the columns, all of n rows.
// It panics where the columns differ in length, or where there is not a name
// for each.
func NewDesign(n int, names []string, columns [][]float64) *Design {
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	d := &Design{
		rows: n, names: []string{InterceptName},
		columns: [][]float64{ones}, intercept: true,
	}
	d.addColumns(names, columns)
	return d
}

// ThroughOrigin returns a design like that of [NewDesign] without an intercept.
// R² is then measured from zero and not from the mean, as R does.
func ThroughOrigin(n int, names []string, columns [][]float64) *Design {
	d := &Design{rows: n}
	d.addColumns(names, columns)
	return d
}

func (d *Design) addColumns(names []string, columns [][]float64) {
	if len(names) != len(columns) {
		panic(fmt.Sprintf("regress: %d names for %d columns", len(names), len(columns)))
	}
	for k, c := range columns {
		if len(c) != d.rows {
			panic(fmt.Sprintf("regress: column %q has %d rows, not %d", names[k], len(c), d.rows))
		}
		d.names = append(d.names, names[k])
		d.columns = append(d.columns, c)
	}
}

// completeRow puts the intercept's 1 before a row of the other columns.
func (d *Design) completeRow(x []float64) []float64 {
	if !d.intercept {
		return x
	}
	return append([]float64{1}, x...)
}

// selectRows returns the design of the rows that keep reports true for.
func (d *Design) selectRows(keep func(i int) bool) *Design {
	selected := &Design{names: d.names, intercept: d.intercept}
	for _, c := range d.columns {
		selected.columns = append(selected.columns, selectValues(c, keep))
		selected.rows = len(selected.columns[0])
	}
	return selected
}

// selectValues returns the values that keep reports true for; nil for nil.
func selectValues(values []float64, keep func(i int) bool) (selected []float64) {
	for i, v := range values {
		if keep(i) {
			selected = append(selected, v)
		}
	}
	return selected
}

// totalDF returns the degrees of freedom that n rows have around their mean or,
// in a design without an intercept, around zero.
func (d *Design) totalDF(n float64) float64 {
	if d.intercept {
		return n - 1
	}
	return n
}

// Rows returns n, the number of rows.
func (d *Design) Rows() int { return d.rows }

// Columns returns p, the number of coefficients with the intercept's.
func (d *Design) Columns() int { return len(d.columns) }

// Names returns the columns' names, the intercept's first.
func (d *Design) Names() []string { return d.names }

// IsConstant reports whether all values are the same.
func IsConstant(values []float64) bool {
	for _, v := range values {
		if v != values[0] {
			return false
		}
	}
	return true
}
