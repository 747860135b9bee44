package benchmark

import (
	"math"
)

// exactSmearing is how many rows a fit may have for each one's smearing
// factor to be computed without it; in a larger fit one row's share of the
// factor is of no account, and only its own residual is left out.
const exactSmearing = 2000

// smear finds the smearing factors of a log model: the mean of the
// exponential of the residuals (Duan 1983), for each municipality from the
// fit without it.
func (c *comparison) smear() {
	n := c.fitted.N
	sum, all := 0.0, 0.0
	for _, e := range c.fitted.Residuals {
		if !math.IsNaN(e) { // an activity may be missing
			sum, all = sum+math.Exp(e), all+1
		}
	}
	c.smearAll = sum / all
	c.smearing = make([]float64, n)
	without := make([]float64, n)
	for i := range n {
		switch own := c.fitted.Residuals[i]; {
		case math.IsNaN(own):
			c.smearing[i] = c.smearAll
			continue
		case n > exactSmearing:
			c.smearing[i] = (sum - math.Exp(own)) / (all - 1)
			continue
		}
		c.fitted.ResidualsWithout(i, without)
		total := 0.0
		for j, e := range without {
			if j != i && !math.IsNaN(e) {
				total += math.Exp(e)
			}
		}
		c.smearing[i] = total / (all - 1)
	}
}

// logarithmicMean is (a − b)/(ln a − ln b), and a where they are equal.
func logarithmicMean(a, b float64) float64 {
	if a == b {
		return a
	}
	return (a - b) / math.Log1p((a-b)/b) // ln(a/b) keeps its digits where a is near b
}
