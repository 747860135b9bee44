package benchmark

import (
	"math"
)

// exactSmearing is how many rows a fit may have for each one's smearing
// factor to be computed without it, which takes the square of their number: at
// 500 three milliseconds an area, at 2,000 fifty. In a larger fit one row's share
// of the factor is of no account, and only its own residual is left out.
const exactSmearing = 500

// smear finds the smearing factors of a log model: the mean of the
// exponential of the residuals (Duan 1983), for each municipality from the
// fit without it. Residuals count by their robustness, or those that a robust
// fit left out would bring everyone's level up again. A quantile needs none: that
// of the logarithm is the logarithm of the quantile.
func (c *comparison) smear() {
	n := c.fitted.N
	c.smearing = make([]float64, n)
	if c.fitted.Estimator == "quantile" {
		c.smearAll = 1
		for i := range c.smearing {
			c.smearing[i] = 1
		}
		return
	}
	share := func(j int) float64 {
		switch {
		case math.IsNaN(c.fitted.Residuals[j]): // an activity may be missing
			return 0
		case c.fitted.Robustness != nil:
			return c.fitted.Robustness[j]
		}
		return 1
	}
	mean := func(residuals []float64, without int) float64 {
		sum, shares := 0.0, 0.0
		for j, e := range residuals {
			if r := share(j); r > 0 && j != without {
				sum, shares = sum+r*math.Exp(e), shares+r
			}
		}
		return sum / shares
	}
	c.smearAll = mean(c.fitted.Residuals, -1)
	if n > exactSmearing {
		c.smearLarge(share)
		return
	}
	without := make([]float64, n)
	for i, own := range c.fitted.Residuals {
		if math.IsNaN(own) {
			c.smearing[i] = c.smearAll
			continue
		}
		c.fitted.ResidualsWithout(i, without)
		c.smearing[i] = mean(without, i)
	}
}

// smearLarge leaves only a row's own residual out of its factor.
func (c *comparison) smearLarge(share func(int) float64) {
	sum, shares := 0.0, 0.0
	own := make([]float64, len(c.smearing))
	for i, e := range c.fitted.Residuals {
		if r := share(i); r > 0 {
			own[i] = r * math.Exp(e)
			sum, shares = sum+own[i], shares+r
		}
	}
	for i := range c.smearing {
		c.smearing[i] = (sum - own[i]) / (shares - share(i))
	}
}

// logarithmicMean is (a − b)/(ln a − ln b), and a where they are equal.
func logarithmicMean(a, b float64) float64 {
	if a == b {
		return a
	}
	return (a - b) / math.Log1p((a-b)/b) // ln(a/b) keeps its digits where a is near b
}
