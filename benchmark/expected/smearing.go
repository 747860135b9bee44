package expected

import "math"

// smearing has the factors that take levels from the log scale back to the scale of the
// figures. The exponential of a mean of logarithms is smaller than the mean. A smearing
// factor makes up for that: it is the mean of the exponentials of the residuals (Duan
// 1983).
type smearing struct {
	// without has a factor for each row of the fit, computed without that row. It is nil
	// on the level scale.
	without []float64
	all     float64 // the factor from all rows; 1 on the level scale
}

// exactSmearing is the largest number of rows for which each row's factor comes from the
// residuals of the fit without it. The time grows with the square of the number: three
// milliseconds an area at 500 rows, fifty at 2,000. In a larger fit one row hardly changes
// the residuals of the others, so it is enough to leave out its own.
const exactSmearing = 500

// ExactSmearing says whether a fit has few enough rows for each row's smearing factor to
// come from the fit without it.
func ExactSmearing(rows int) bool { return rows <= exactSmearing }

// smear finds the smearing factors. Each municipality's comes from the fit without it.
//
// Residuals count by their robustness weights. A robust fit gives an outlier no weight,
// and its large residual would otherwise raise everybody's level.
//
// A model of a quantile needs no factor, because the quantile of the logarithm is the
// logarithm of the quantile.
func (m *Model) smear() {
	n := m.Fitted.N
	without := make([]float64, n)
	m.smearing = smearing{without: without, all: 1}
	if m.isQuantile() {
		for i := range without {
			without[i] = 1
		}
		return
	}
	share := m.findSmearingShare
	mean := func(residuals []float64, left int) float64 {
		sum, shares := 0.0, 0.0
		for j, e := range residuals {
			if r := share(j); r > 0 && j != left {
				sum, shares = sum+r*math.Exp(e), shares+r
			}
		}
		return sum / shares
	}
	m.smearing.all = mean(m.Fitted.Residuals, -1)
	if !ExactSmearing(n) {
		m.smearLarge()
		return
	}
	residuals := make([]float64, n)
	for i, own := range m.Fitted.Residuals {
		if math.IsNaN(own) { // the row has no figure, so the factor of all is without it
			without[i] = m.smearing.all
			continue
		}
		m.Fitted.ResidualsWithout(i, residuals)
		without[i] = mean(residuals, i)
	}
}

// findSmearingShare returns how much a row's residual counts, from 0 to 1.
func (m *Model) findSmearingShare(row int) float64 {
	switch {
	case math.IsNaN(m.Fitted.Residuals[row]): // the figure of an activity may be missing
		return 0
	case m.Fitted.Robustness != nil:
		return m.Fitted.Robustness[row]
	}
	return 1
}

// smearLarge finds the factors of a large fit. It takes the residuals of the fit with
// every row, and leaves only the row's own residual out of its factor.
func (m *Model) smearLarge() {
	sum, shares := 0.0, 0.0
	own := make([]float64, len(m.smearing.without))
	for i, e := range m.Fitted.Residuals {
		if r := m.findSmearingShare(i); r > 0 {
			own[i] = r * math.Exp(e)
			sum, shares = sum+own[i], shares+r
		}
	}
	for i := range own {
		m.smearing.without[i] = (sum - own[i]) / (shares - m.findSmearingShare(i))
	}
}
