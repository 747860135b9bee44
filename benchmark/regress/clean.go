package regress

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Clean is one-step reweighted least squares (Rousseeuw & Leroy 1987, §5), with
// the adaptive cut-off of Gervini & Yohai (2002). [MM] finds the rows that do not
// stand out. Least squares is fitted to these clean rows, and every row is measured
// against the others of them. A robust fit alone measures with a scale that some
// outliers still stretch, and least squares alone hides them (masking).
//
// Robustness is 1 for the clean rows and 0 for the others, and DF counts the clean
// ones. Sigma is the scale of the clean rows corrected for those that were cut off:
// it is divided by the standard deviation of a normal distribution cut at the same
// place. What the others predict for a row that was cut off is the ordinary
// prediction.
type Clean struct {
	Seed  uint64 // see [Options]
	Start *Start
	Refit bool
}

// leastCut is the studentised residual below which no row is ever cut off.
const leastCut = 2.5

// Name returns "clean".
func (Clean) Name() string { return "clean" }

// Traits returns those of a fit that leaves rows out.
func (Clean) Traits() Traits { return Traits{Reweighted: true, Cuts: true} }

// With returns the estimator with the options that it has.
func (Clean) With(o Options) Estimator {
	return Clean{Seed: o.Seed, Start: o.Start, Refit: o.Refit}
}

// Fit finds the clean rows and fits them. Where too few are clean to measure with,
// it returns the fit of [MM].
func (e Clean) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, found, err := MM{Seed: e.Seed, Start: e.Start}.estimate(ctx, x, y)
	if err != nil {
		return nil, err
	}
	f, err := r.fitClean(ctx, e, y, found)
	if err != nil || !e.Refit {
		return f, err
	}
	return f.refit(ctx, Clean{Seed: e.Seed}, x, y)
}

// fitClean fits the rows that do not stand out from the MM-estimate.
func (r *reweighting) fitClean(
	ctx context.Context, e Clean, y []float64, found *mmEstimate,
) (*Fit, error) {
	x, n, p := r.x, r.n, r.p
	if !r.decompose(r.weights) {
		return nil, r.describeUndetermined(MM{})
	}
	robust := newFit(MM{}, x)
	robust.Scale = found.scale
	r.describeRows(robust, y, r.column)
	cut := adaptCut(robust.Studentized)
	clean := make([]float64, n)
	kept := 0
	for i, t := range robust.Studentized {
		// Equal rows differ by rounding. A row that alone decides a coefficient has no t.
		if !(math.Abs(t) > cut*(1+1e-9)) {
			clean[i] = 1
			kept++
		}
	}
	if kept < p+2 { // nothing is left to measure with
		return r.finishMM(ctx, MM{Seed: e.Seed}, y, found)
	}
	all, alone := x, x // all rows with their robustness, and the clean rows alone
	if kept < n {
		var err error
		if all, err = x.reweight(ctx, clean); err != nil {
			return nil, err
		}
		alone, err = x.factorizeRows(func(i int) bool { return clean[i] == 1 })
		if err != nil { // the clean rows do not decide every coefficient
			return nil, err
		}
	}
	f := fitLeastSquares(e, all, y)
	f.Iterations, f.Converged, f.Robustness, f.kept = r.steps, found.converged, clean, alone
	f.measure(x, y, float64(kept), cutDeviation(cut))
	return f, nil
}

// FitKept returns ordinary least squares on the rows that [Clean] kept of the
// response. The coefficients are from these rows, so tests of the model are made on
// them. It is a method of fits that Clean has made.
func (f *Fit) FitKept(y []float64) *Fit {
	kept := selectValues(y, func(i int) bool { return f.Robustness[i] == 1 })
	return fitLeastSquares(OLS{}, f.kept, kept)
}

// adaptCut returns where studentised residuals are cut off. The share of them
// beyond is what their distribution has more than the normal has in some tail
// beyond leastCut. So many are cut off where there are many outliers, and none
// where there are none.
func adaptCut(t []float64) float64 {
	sizes := make([]float64, 0, len(t))
	for _, v := range t {
		if !math.IsNaN(v) {
			sizes = append(sizes, math.Abs(v))
		}
	}
	slices.Sort(sizes)
	n := float64(len(sizes))
	excess := 0.0
	for i, v := range sizes {
		if v >= leastCut {
			excess = max(excess, 2*distuv.UnitNormal.CDF(v)-1-float64(i)/n)
		}
	}
	drop := int(excess*n + 1e-9) // a whole number that rounding has taken a hair from
	if drop == 0 {
		return math.Inf(1)
	}
	return max(leastCut, sizes[max(0, len(sizes)-drop-1)])
}

// cutDeviation returns the standard deviation of a standard normal distribution
// that is cut off at ±c: √(1 − 2cφ(c)/(2Φ(c)−1)).
func cutDeviation(c float64) float64 {
	if math.IsInf(c, 1) {
		return 1
	}
	return math.Sqrt(1 - 2*c*distuv.UnitNormal.Prob(c)/(2*distuv.UnitNormal.CDF(c)-1))
}
