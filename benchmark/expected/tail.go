package expected

import "math"

// The clean estimator leaves outliers out of the fit. The residuals that it keeps are
// therefore all small, and cannot show how long the tails of their distribution are. If
// the tails are longer than those of the normal distribution, tests by the normal
// distribution would call ordinary municipalities outliers.
//
// The studentised residuals of all areas together do show it. This file models them as a
// mixture of two parts:
//
//   - Most residuals follow Student's t with ν degrees of freedom, times a scale.
//   - The rest are outliers. Their sizes follow a chi distribution with four degrees of
//     freedom, times a scale. Its density is zero at zero, so the outliers cannot
//     explain the middle of the data.
//
// The EM algorithm fits the mixture by maximum likelihood for each ν on a grid. It treats
// t as a scale mixture of normal distributions (Lange, Little & Taylor 1989). The estimate
// of 1/ν is its posterior mean under an exponential prior. The prior favours the normal
// distribution, 1/ν = 0, and only many residuals can outweigh it.

const (
	tailBin     = 0.2  // the width of the bins that sizes of residuals are counted in
	tailTop     = 20.0 // larger sizes count as this one
	tailStep    = 0.02 // the step between the values of 1/ν on the grid
	tailLargest = 0.34 // the largest 1/ν: with ν below 3, t hardly has a variance
	tailPrior   = 0.05 // the mean of the prior of 1/ν
	normalDF    = 1000 // with so many degrees of freedom, t is as good as normal
	tailSteps   = 20   // the steps of EM for each 1/ν, from where the last one ended
)

// SetTails finds the degrees of freedom of the distribution of all models' studentised
// residuals. The tests of the models have at most so many. It returns them.
func SetTails(models []*Model) int {
	var sizes []float64
	for _, m := range models {
		if m.Fitted == nil {
			continue
		}
		for _, t := range m.Fitted.Studentized {
			if !math.IsNaN(t) {
				sizes = append(sizes, math.Abs(t))
			}
		}
	}
	tail := findTailDF(sizes)
	for _, m := range models {
		m.tailDF = tail
	}
	return tail
}

// LimitTails gives the model's tests at most as many degrees of freedom as [SetTails] gave
// those of another model.
func (m *Model) LimitTails(like *Model) { m.tailDF = like.tailDF }

// findTailDF returns the degrees of freedom, rounded down, of the Student's t that
// fits the sizes of studentised residuals.
func findTailDF(sizes []float64) int {
	if len(sizes) == 0 {
		return normalDF
	}
	count := make([]float64, int(tailTop/tailBin))
	for _, t := range sizes {
		count[int(min(t/tailBin, float64(len(count)-1)))]++
	}
	m := mixture{scale: 1, outliers: 0.05, size: 3}
	var tried, logs []float64
	for k := 0.0; k*tailStep <= tailLargest; k++ {
		var log float64
		for range tailSteps {
			log = m.takeStep(count, float64(len(sizes)), k*tailStep)
		}
		tried, logs = append(tried, k*tailStep), append(logs, log-k*tailStep/tailPrior)
	}
	// The posterior mean of 1/ν is an integral over the grid. The weights are relative to
	// the largest, because the likelihoods themselves are too small for a float.
	best := math.Inf(-1)
	for _, log := range logs {
		best = max(best, log)
	}
	sum, weights := 0.0, 0.0
	for i, log := range logs {
		w := math.Exp(log - best)
		if i == 0 || i == len(logs)-1 { // the trapezoidal rule gives the ends half a step
			w /= 2
		}
		sum, weights = sum+w*tried[i], weights+w
	}
	return int(min(normalDF, weights/sum))
}

// mixture is a distribution of residuals: Student's t, and outliers.
type mixture struct {
	scale    float64 // the scale of t
	outliers float64 // the share of outliers
	size     float64 // the scale of the outliers' chi distribution
}

// takeStep takes one step of EM, for 1/ν = inverse, and returns the logarithm of
// the likelihood before it.
func (m *mixture) takeStep(count []float64, n, inverse float64) (logLikelihood float64) {
	const leastSize = 2 // the most common outlier is then 3.5 standard deviations out
	// constant is the logarithm of the factor of t's density that does not depend on the
	// residual. It is doubled, because sizes have no sign.
	constant := math.Log(2 / math.Sqrt(2*math.Pi))
	if inverse > 0 {
		nu := 1 / inverse
		upper, _ := math.Lgamma((nu + 1) / 2)
		lower, _ := math.Lgamma(nu / 2)
		constant = math.Log(2) + upper - lower - math.Log(nu*math.Pi)/2
	}
	// The E step shares each bin's residuals between t and the outliers by their densities.
	// t is a mixture of normal distributions, and weight is the expected precision of the
	// one that a residual of this size comes from.
	var inside, insideSquares, outside, outsideSquares float64
	for i, c := range count {
		if c == 0 {
			continue
		}
		x := (float64(i) + 0.5) * tailBin
		z2 := x * x / (m.scale * m.scale)
		log, weight := constant-z2/2, 1.0
		if inverse > 0 {
			log = constant - (1+1/inverse)/2*math.Log1p(z2*inverse)
			weight = (1 + inverse) / (1 + z2*inverse)
		}
		usual := (1 - m.outliers) * math.Exp(log) / m.scale
		s2 := m.size * m.size
		outlier := m.outliers * x * x * x / (2 * s2 * s2) * math.Exp(-x*x/(2*s2))
		logLikelihood += c * math.Log(usual+outlier)
		in, out := c*usual/(usual+outlier), c*outlier/(usual+outlier)
		inside, insideSquares = inside+in, insideSquares+in*weight*x*x
		outside, outsideSquares = outside+out, outsideSquares+out*x*x
	}
	// The M step sets each parameter to its best value for these shares.
	if inside > 0 {
		m.scale = math.Sqrt(insideSquares / inside)
	}
	m.outliers = outside / n
	if outside > 0 {
		m.size = max(leastSize, math.Sqrt(outsideSquares/(4*outside)))
	}
	return logLikelihood
}
