package regress

import "fmt"

// Design is the right-hand side of a linear model: n rows and a column for
// each coefficient, the first of them the intercept where it has one. It does
// not change.
type Design struct {
	rows      int
	names     []string
	columns   [][]float64
	intercept bool
}

// InterceptName is the name of the intercept's column.
const InterceptName = "intercept"

// NewDesign returns the design of an intercept and the columns, all of n
// rows. It panics where the columns differ in length, or are not as many as the
// names.
func NewDesign(n int, names []string, columns [][]float64) *Design {
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	d := &Design{rows: n, names: []string{InterceptName}, columns: [][]float64{ones}, intercept: true}
	d.add(n, names, columns)
	return d
}

// ThroughOrigin returns a design like [NewDesign]'s without an intercept. R²
// is then measured from zero and not from the mean, as R does.
func ThroughOrigin(n int, names []string, columns [][]float64) *Design {
	d := &Design{rows: n}
	d.add(n, names, columns)
	return d
}

func (d *Design) add(n int, names []string, columns [][]float64) {
	if len(names) != len(columns) {
		panic(fmt.Sprintf("regress: %d names for %d columns", len(names), len(columns)))
	}
	for k, c := range columns {
		if len(c) != n {
			panic(fmt.Sprintf("regress: column %q has %d rows, not %d", names[k], len(c), n))
		}
		d.names = append(d.names, names[k])
		d.columns = append(d.columns, c)
	}
}

// row is a row of the design made of its columns but the intercept.
func (d *Design) row(x []float64) []float64 {
	if !d.intercept {
		return x
	}
	return append([]float64{1}, x...)
}

// Rows returns n, the number of rows.
func (d *Design) Rows() int { return d.rows }

// Columns returns p, the number of coefficients, the intercept's included.
func (d *Design) Columns() int { return len(d.columns) }

// Names returns the columns' names, the intercept's first.
func (d *Design) Names() []string { return d.names }

// IsConstant says whether all values are the same.
func IsConstant(values []float64) bool {
	for _, v := range values {
		if v != values[0] {
			return false
		}
	}
	return true
}
