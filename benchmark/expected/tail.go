package expected

import "math"

// The clean estimator leaves the outliers out, so nothing in its own residuals
// says how far out the others can reach; where their distribution has longer
// tails than the normal, ordinary municipalities would be taken for outliers.
// The studentised residuals of all areas together do say: they are taken to be
// a mixture of Student's t with ν degrees of freedom and outliers, whose size
// has a chi distribution with four degrees of freedom, which is zero at zero,
// so that outliers cannot pass for the middle nor long tails for outliers.
// The mixture is fitted for every ν by maximum likelihood with the EM algorithm
// (t as a scale mixture: Lange, Little & Taylor 1989), and 1/ν is its posterior
// mean, with an exponential prior: the normal distribution until the residuals
// say otherwise, as a few of them cannot.

const (
	tailBin     = 0.2  // width of the classes that the sizes of residuals are counted in
	tailTop     = 20.0 // sizes beyond count as this
	tailStep    = 0.02 // between the values of 1/ν tried
	tailLargest = 0.34 // of 1/ν: below three degrees of freedom there is hardly a variance
	tailPrior   = 0.05 // the mean of 1/ν beforehand
	normalDF    = 1000 // as good as the normal distribution
	tailSteps   = 20   // of EM for each, from where the one before ended
)

// SetTails finds how many degrees of freedom the residuals' tails leave the tests of
// all the models, and returns them.
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

// LimitTails gives the model's tests at most so many degrees of freedom, as
// [SetTails] found them for others.
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
	best := math.Inf(-1)
	for _, log := range logs {
		best = max(best, log)
	}
	sum, weights := 0.0, 0.0
	for i, log := range logs {
		w := math.Exp(log - best)
		if i == 0 || i == len(logs)-1 { // the ends have half a step (trapezoidal rule)
			w /= 2
		}
		sum, weights = sum+w*tried[i], weights+w
	}
	return int(min(normalDF, weights/sum))
}

// mixture is Student's t with outliers among it.
type mixture struct {
	scale    float64 // of the t
	outliers float64 // their share
	size     float64 // the scale of their chi distribution
}

// takeStep takes one step of EM, for 1/ν = inverse, and returns the logarithm of
// the likelihood before it.
func (m *mixture) takeStep(count []float64, n, inverse float64) (logLikelihood float64) {
	const leastSize = 2 // the most common outlier is then 3.5 standard deviations out
	constant := math.Log(2 / math.Sqrt(2*math.Pi))
	if inverse > 0 {
		nu := 1 / inverse
		upper, _ := math.Lgamma((nu + 1) / 2)
		lower, _ := math.Lgamma(nu / 2)
		constant = math.Log(2) + upper - lower - math.Log(nu*math.Pi)/2
	}
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
	if inside > 0 {
		m.scale = math.Sqrt(insideSquares / inside)
	}
	m.outliers = outside / n
	if outside > 0 {
		m.size = max(leastSize, math.Sqrt(outsideSquares/(4*outside)))
	}
	return logLikelihood
}
