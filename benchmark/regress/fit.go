package regress

import (
	"context"
	"math"
)

// Estimator fits responses on a factorised design. Each estimator is a small
// value in a file of its own.
type Estimator interface {
	// Name is what a plan calls the estimator.
	Name() string
	// Fit returns the fit of a response, one value a row, all finite. It
	// panics where there are not as many values as rows.
	Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error)
}

// Coefficient is the estimate of one column's coefficient.
type Coefficient struct {
	Name     string
	Estimate float64
	SE       float64 // classical standard error
	T        float64 // Estimate / SE
	P        float64 // two-sided, of Student's t with the fit's degrees of freedom
	VIF      float64 // variance inflation factor, see [Factor.VIF]

	// Standard errors that allow for unequal variances (White 1980; MacKinnon &
	// White 1985; HC4: Cribari-Neto 2004).
	HC0, HC1, HC2, HC3, HC4 float64
}

// Fit is a fitted linear model with the influence of every row on it. Slices
// are by row; units are those of the response.
type Fit struct {
	Estimator    string
	N            int           // rows
	DF           int           // n − p, degrees of freedom of the residuals
	Coefficients []Coefficient // the intercept's first

	Sigma float64 // residual standard error, for a row of weight 1
	R2    float64
	AdjR2 float64
	LooR2 float64 // 1 − PRESS/SST: what share of the variance the others predict
	PRESS float64 // Σ wᵢ(yᵢ − ŷ₍ᵢ₎)², with the robustness in wᵢ where there is some; a row with hᵢ = 1 has no ŷ₍ᵢ₎ and is not in it, nor in HC3

	// Iterations is how many steps the estimator took, and Converged whether
	// they led to its own criterion; an estimator in closed form takes none.
	Iterations int
	Converged  bool
	// Robustness are the weights, from 0 to 1, that a robust estimator gave
	// the rows beside those of the factor; nil for other estimators. Scale is
	// its estimate of σ, for a row of weight 1; 0 for other estimators.
	Robustness []float64
	Scale      float64

	Fitted    []float64
	Residuals []float64

	// LeaveOneOut is ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ), what the other rows predict for
	// row i, and LeaveOneOutSD the standard deviation s₍ᵢ₎/√(wᵢ(1−hᵢ)) of its
	// prediction error. NaN for a row that alone decides a coefficient (hᵢ = 1).
	LeaveOneOut   []float64
	LeaveOneOutSD []float64
	// Studentized is the externally studentised residual, eᵢ over its
	// standard deviation with s₍ᵢ₎: Student's t with n−p−1 degrees of freedom
	// where the model holds (Cook & Weisberg 1982; R: rstudent).
	Studentized []float64
	// Cook is Cook's distance (R: cooks.distance).
	Cook []float64

	x       *Factor
	clean   *Factor   // of the rows that Clean kept; nil for other estimators
	without []float64 // n × p: the coefficients without each row; nil where they have the closed form
}

// Factor returns the factorised design of the fit. That of a robust fit has the
// robustness weights in it too.
func (f *Fit) Factor() *Factor { return f.x }

// Predict returns what the fit predicts for a row that is not in it, given
// without the intercept's 1, the standard deviation of the prediction error
// σ̂·√(1/w + x'(X'WX)⁻¹x) for a row of the given weight, and the leverage
// w·x'(X'WX)⁻¹x. The degrees of freedom are [Fit.DF].
func (f *Fit) Predict(x []float64, weight float64) (mean, sd, leverage float64) {
	row := f.x.design.row(x)
	for k, c := range f.Coefficients {
		mean += c.Estimate * row[k]
	}
	h := f.x.leverageOf(row)
	return mean, f.Sigma * math.Sqrt(1/weight+h), weight * h
}

// Contributions splits the leave-one-out prediction of a row into the others'
// weighted mean response and, for every column but the intercept,
// β̂₍ᵢ₎ₖ·(xᵢₖ − x̄₍ᵢ₎ₖ), where β̂₍ᵢ₎ = β̂ − (X'WX)⁻¹xᵢ·wᵢeᵢ/(1−hᵢ) is the fit
// without the row and x̄₍ᵢ₎ the others' mean. They add up to ŷ₍ᵢ₎. The
// columns' parts are written to parts, which has a place for each.
func (f *Fit) Contributions(i int, parts []float64) (base float64) {
	p := len(f.Coefficients)
	total := f.x.total
	others := total - f.x.weightAt(i)
	shift := f.x.rootAt(i) * f.Residuals[i] / (1 - f.x.leverage[i])
	base = f.LeaveOneOut[i]
	for k := 1; k < p; k++ {
		without := f.Coefficients[k].Estimate - f.x.solved[i*p+k]*shift
		if f.without != nil {
			without = f.without[i*p+k]
		}
		// xᵢ − x̄₍ᵢ₎ = (xᵢ − x̄)·Σw/(Σw − wᵢ)
		parts[k-1] = without * (f.x.design.columns[k][i] - f.x.mean[k]) * total / others
		base -= parts[k-1]
	}
	return base
}

// ContributionsOf splits the prediction of a row that is not in the fit in
// the same way, around the weighted means of all rows in it.
func (f *Fit) ContributionsOf(x, parts []float64) (base float64) {
	base, _, _ = f.Predict(x, 1)
	for k, c := range f.Coefficients[1:] {
		parts[k] = c.Estimate * (x[k] - f.x.mean[k+1])
		base -= parts[k]
	}
	return base
}

// ResidualsWithout writes the residuals that every row would have from the fit
// without row i: eⱼ + xⱼ'(X'WX)⁻¹xᵢ·wᵢeᵢ/(1−hᵢ). For row i that is the error of
// its leave-one-out prediction.
func (f *Fit) ResidualsWithout(i int, residuals []float64) {
	p := len(f.Coefficients)
	shift := f.x.rootAt(i) * f.Residuals[i] / (1 - f.x.leverage[i])
	copy(residuals, f.Residuals)
	for k, s := range f.x.solved[i*p : (i+1)*p] {
		moved := s * shift
		if f.without != nil {
			moved = f.Coefficients[k].Estimate - f.without[i*p+k]
		}
		addScaled(residuals, moved, f.x.design.columns[k])
	}
}
