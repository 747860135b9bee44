package regress

import "math"

// The bisquare of Tukey (Beaton & Tukey 1974) counts a residual u as
//
//	χ(u) = 1 − (1 − min(1, (u/c)²))³,
//
// so that none beyond c counts for more than another. Its derivative is 6/c² times
// ψ(u) = u·(1 − (u/c)²)², which is 0 beyond c.
const (
	scaleC    = 1.54764  // the c for which half of the rows may be anything
	locationC = 4.685061 // the c that is 95 % as efficient as least squares
	// breakdown is the mean of χ at the S-scale, over (n − p)/n.
	breakdown = 0.5
)

// Tolerances of solveScale: what Newton's last step leaves is about its square.
const (
	exactly = 1e-8
	roughly = 0.03
)

// sumBisquare returns Σ χ(eᵢ/s), given c·s.
func sumBisquare(e []float64, cs float64) float64 {
	sum, inverse := 0.0, 1/cs
	for _, v := range e {
		v *= inverse
		rest := max(0, 1-v*v)
		sum += rest * rest * rest
	}
	return float64(len(e)) - sum
}

// weighBisquare writes ψ(u)/u = (1 − (u/c)²)² and ψ'(u) = (1 − (u/c)²)(1 − 5(u/c)²)
// for u = eᵢ/s, given c·s. Both are 0 where |u| ≥ c.
func weighBisquare(e []float64, cs float64, weights, derivative []float64) {
	inverse := 1 / cs
	weights, derivative = weights[:len(e)], derivative[:len(e)]
	for i, v := range e {
		v *= inverse
		v *= v
		rest := max(0, 1-v)
		weights[i] = rest * rest
		derivative[i] = rest * (1 - 5*v)
	}
}

// bisquareWeigher returns what weighs the rows in a descent.
func (r *reweighting) bisquareWeigher(c float64) func(scale float64) {
	return func(scale float64) { weighBisquare(r.e, c*scale, r.weights, r.curvature) }
}

// solveScale returns the S-scale, the s that solves Σ χ(eᵢ/s) = (n − p)/2. It goes
// there from a guess by Newton's method on ln s, until a step is within a
// tolerance. The scale is 0 where no more than (n − p)/2 residuals are not.
func (r *reweighting) solveScale(guess, tolerance float64) float64 {
	want := breakdown * float64(r.n-r.p)
	away := 0
	for _, e := range r.e {
		if math.Abs(e) > r.zero {
			away++
		}
	}
	if float64(away) <= want {
		return 0
	}
	s := max(guess, r.zero)
	for range 200 {
		inverse := 1 / (scaleC * s)
		sum, slope := 0.0, 0.0 // slope is −dΣχ/d(ln s), over 6
		for _, e := range r.e {
			u := e * inverse
			u *= u
			rest := max(0, 1-u)
			rest2 := rest * rest
			sum += rest * rest2
			slope += u * rest2
		}
		excess := float64(r.n) - sum - want
		step := math.Copysign(1, excess) // the longest that is taken
		if slope*6 > math.Abs(excess) {
			step = excess / (6 * slope)
		}
		s *= math.Exp(step)
		if math.Abs(step) <= tolerance {
			break
		}
	}
	return s
}

// improveScale returns a scale nearer to the S-scale than s is. It takes a fraction
// of the time of solveScale.
func (r *reweighting) improveScale(s float64) float64 {
	want := breakdown * float64(r.n-r.p)
	return s * math.Sqrt(sumBisquare(r.e, scaleC*s)/want)
}
