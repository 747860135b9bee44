package expected

import "math"

// smearing takes levels on the log scale back to the scale of the figures: the
// mean of the exponential of the residuals (Duan 1983).
type smearing struct {
	without []float64 // by place in the fit: the factor without that row; nil on the level scale
	all     float64   // the factor from all rows; 1 on the level scale
}

// exactSmearing is how many rows a fit may have for each one's smearing factor to
// be computed without it, which takes the square of their number: at 500 three
// milliseconds an area, at 2,000 fifty. In a larger fit one row's share of the factor
// is of no account, and only its own residual is left out.
const exactSmearing = 500

// ExactSmearing says whether so many rows are few enough for each one's smearing
// factor to be computed without it.
func ExactSmearing(rows int) bool { return rows <= exactSmearing }

// smear finds the smearing factors, for each municipality from the fit without it.
// Residuals count by their robustness, or those that a robust fit left out would
// bring everyone's level up again. A quantile needs no factor: that of the logarithm
// is the logarithm of the quantile.
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
		if math.IsNaN(own) {
			without[i] = m.smearing.all
			continue
		}
		m.Fitted.ResidualsWithout(i, residuals)
		without[i] = mean(residuals, i)
	}
}

// findSmearingShare is how much a row's residual counts.
func (m *Model) findSmearingShare(row int) float64 {
	switch {
	case math.IsNaN(m.Fitted.Residuals[row]): // an activity may be missing
		return 0
	case m.Fitted.Robustness != nil:
		return m.Fitted.Robustness[row]
	}
	return 1
}

// smearLarge leaves only a row's own residual out of its factor.
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
