package expected

import (
	"math"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Refusal is why a model was not fitted.
type Refusal struct {
	Why    Why
	N      int      // municipalities that there are
	Needed int      // municipalities that there must be
	Driver string   // ID of the driver at fault; empty: none
	Of     []string // what a dependent driver is a combination of: IDs, and [regress.InterceptName]
}

// Why is the kind of a refusal.
type Why int

// The kinds.
const (
	TooFew           Why = iota // fewer municipalities than a model takes
	TooFewPerDriver             // fewer for each coefficient than a model takes
	SpendingConstant            // the figure is the same everywhere
	DriverConstant              // a driver is the same everywhere
	Dependent                   // a driver is a combination of others
	Perfect                     // the drivers give the figure exactly
	NoSpread                    // most municipalities have exactly what the model says
	NoFigures                   // the caller has no figures to compare
	NotFitted                   // the estimator found no model
)

// Columns returns how many coefficients the model has: one for each driver, and the
// intercept.
func (m *Model) Columns() int { return len(m.Area.Drivers) + 1 }

// checkFigures refuses a model that has too few municipalities, or figures or drivers that
// are the same everywhere.
func (m *Model) checkFigures() {
	n, columns := len(m.Rows), m.Columns()
	perDriver := m.Method.Needed(columns)
	switch {
	case n < max(m.Method.MinN, 1):
		m.Refuse(Refusal{Why: TooFew, N: n, Needed: m.Method.MinN})
		return
	case n < perDriver:
		m.Refuse(Refusal{Why: TooFewPerDriver, N: n, Needed: perDriver})
		return
	}
	if regress.IsConstant(vector.Pick(m.Response, m.Rows)) {
		m.Refuse(Refusal{Why: SpendingConstant})
	}
	for _, d := range m.Area.Drivers {
		if regress.IsConstant(vector.Pick(d.Values, m.Rows)) {
			m.Refuse(Refusal{Why: DriverConstant, Driver: d.ID})
		}
	}
}

// Needed returns how many municipalities so many coefficients take. One degree of
// freedom must be left without the municipality compared.
func (method Method) Needed(columns int) int {
	return max(method.MinNPerDriver*columns, columns+2)
}

// Refuse refuses the model.
func (m *Model) Refuse(r Refusal) { m.Refusals = append(m.Refusals, r) }

// Refused says whether the model was refused.
func (m *Model) Refused() bool { return len(m.Refusals) > 0 }

// hasNoSpread says whether half of the residuals or more are but rounding, though
// not all are. A robust scale is then none.
func (m *Model) hasNoSpread(fit *regress.Fit) bool {
	if fit.Scale == 0 && fit.Robustness == nil { // least squares has a spread
		return false
	}
	largest, exact, far := 0.0, 0, false
	for _, i := range m.Rows {
		largest = max(largest, math.Abs(m.Response[i]))
	}
	for _, e := range fit.Residuals {
		if math.Abs(e) <= 1e-12*largest {
			exact++
		} else {
			far = true
		}
	}
	return far && 2*exact >= len(fit.Residuals)
}
