package regress

import (
	"fmt"
	"math"
)

// Design is the right-hand side of a linear model: n rows and a column for
// each coefficient, the first of them the intercept. It does not change.
type Design struct {
	names   []string
	columns [][]float64
}

// InterceptName is the name of the intercept's column.
const InterceptName = "intercept"

// NewDesign returns the design of an intercept and the columns, all of n
// rows. It panics where the columns differ in length, are not as many as the
// names, or hold a value that is not finite: missing rows are left out before.
func NewDesign(n int, names []string, columns [][]float64) *Design {
	if len(names) != len(columns) {
		panic(fmt.Sprintf("regress: %d names for %d columns", len(names), len(columns)))
	}
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	d := &Design{names: []string{InterceptName}, columns: [][]float64{ones}}
	for k, c := range columns {
		if len(c) != n {
			panic(fmt.Sprintf("regress: column %q has %d rows, not %d", names[k], len(c), n))
		}
		for i, v := range c {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				panic(fmt.Sprintf("regress: column %q, row %d: %v is not finite", names[k], i, v))
			}
		}
		d.names = append(d.names, names[k])
		d.columns = append(d.columns, c)
	}
	return d
}

// Rows returns n, the number of rows.
func (d *Design) Rows() int { return len(d.columns[0]) }

// Columns returns p, the number of coefficients, the intercept's included.
func (d *Design) Columns() int { return len(d.columns) }

// Names returns the columns' names, the intercept's first.
func (d *Design) Names() []string { return d.names }

// Constant returns the name of a column besides the intercept that is the
// same in every row, if there is one.
func (d *Design) Constant() (name string, found bool) {
	for k, c := range d.columns[1:] {
		if IsConstant(c) {
			return d.names[k+1], true
		}
	}
	return "", false
}

// IsConstant says whether all values are the same.
func IsConstant(values []float64) bool {
	for _, v := range values {
		if v != values[0] {
			return false
		}
	}
	return true
}
