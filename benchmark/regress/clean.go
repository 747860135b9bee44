package regress

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Clean is one-step reweighted least squares (Rousseeuw & Leroy 1987, §5; with
// the adaptive cut-off of Gervini & Yohai 2002): [MM] finds the rows that do
// not stand out, least squares is fitted on them, and every row is measured
// against the clean others. A robust fit alone measures with a scale that some
// outliers still stretch, and least squares alone hides them (masking).
//
// Robustness is 1 for the clean rows and 0 for the others, and DF counts the
// clean ones. Sigma is the scale of the clean rows corrected for those that
// were cut off: divided by the standard deviation of a normal distribution cut
// at the same place. Fit.LeaveOneOut of a row that was cut off is the ordinary
// prediction.
type Clean struct {
	Seed uint64 // of the random starts of [MM]
	From *Start // of another search, see [MM]; nil: none
	// Exact is leave-one-out by refitting without each row instead of the
	// closed form (slower, n refits).
	Exact bool
}

// cleanCut is the studentised residual below which no row is ever cut off.
const cleanCut = 2.5

// Name returns "clean".
func (Clean) Name() string { return "clean" }

// Fit finds the clean rows and fits them.
func (c Clean) Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error) {
	r, err := newReweighting(x, y)
	if err != nil {
		return nil, err
	}
	found, err := r.mm(ctx, c.Seed, c.From, mmLimit)
	if err != nil {
		return nil, err
	}
	f, err := r.fitClean(ctx, y, found)
	if err != nil || !c.Exact {
		return f, err
	}
	return f.refit(ctx, Clean{Seed: c.Seed}, x, y)
}

// fitClean fits the rows that do not stand out from the MM-estimate.
func (r *reweighting) fitClean(ctx context.Context, y []float64, found *mmFound) (*Fit, error) {
	x, n, p := r.x, r.n, r.p
	if !r.cholesky(r.weights) {
		return nil, r.undetermined(MM{}.Name())
	}
	robust := newFit(MM{}.Name(), x)
	robust.Scale = found.scale
	r.influence(robust, y, r.column)
	cut := adaptiveCut(robust.Studentized)
	clean := make([]float64, n)
	kept := 0
	for i, t := range robust.Studentized {
		if !(math.Abs(t) > cut*(1+1e-9)) { // a row that alone decides a coefficient has no t; equal rows differ by rounding
			clean[i] = 1
			kept++
		}
	}
	if kept < p+2 { // nothing is left to measure with
		return r.finishMM(ctx, y, found)
	}
	factor, of := x, x // of all rows with their weights, and of the clean rows alone
	if kept < n {
		var err error
		if factor, err = x.reweighted(ctx, clean); err != nil {
			return nil, err
		}
		if of, err = Factorize(x.only(func(i int) bool { return clean[i] == 1 })); err != nil {
			return nil, err // they do not decide every coefficient
		}
	}
	f := leastSquares(Clean{}.Name(), factor, y)
	f.Iterations, f.Converged, f.Robustness, f.clean = r.steps, found.converged, clean, of
	f.measure(x, y, float64(kept), cutNormal(cut))
	return f, nil
}

// OfClean returns ordinary least squares on the rows that [Clean] kept of the
// response, to test the model on: they are what the coefficients are from. It is
// of fits by Clean alone.
func (f *Fit) OfClean(y []float64) *Fit {
	response := make([]float64, 0, len(y))
	for i, v := range y {
		if f.Robustness[i] == 1 {
			response = append(response, v)
		}
	}
	return leastSquares("ols", f.clean, response)
}

// adaptiveCut returns where residuals are cut off: where their distribution has
// more in its tail beyond cleanCut than the normal has, so that many are cut
// where there are many outliers, and none where there are none.
func adaptiveCut(t []float64) float64 {
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
		if v >= cleanCut {
			excess = max(excess, 2*distuv.UnitNormal.CDF(v)-1-float64(i)/n)
		}
	}
	drop := int(excess*n + 1e-9) // a whole number that rounding has taken a hair from
	if drop == 0 {
		return math.Inf(1)
	}
	return max(cleanCut, sizes[max(0, len(sizes)-drop-1)])
}

// cutNormal is the standard deviation of a standard normal distribution that is
// cut off at ±c: √(1 − 2cφ(c)/(2Φ(c)−1)).
func cutNormal(c float64) float64 {
	if math.IsInf(c, 1) {
		return 1
	}
	return math.Sqrt(1 - 2*c*distuv.UnitNormal.Prob(c)/(2*distuv.UnitNormal.CDF(c)-1))
}
