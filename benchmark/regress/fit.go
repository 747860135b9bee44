package regress

import (
	"context"
	"math"
)

// An Estimator fits responses on a factorised design. Each estimator is a small
// value with a file of its own.
type Estimator interface {
	// Name returns what a plan calls the estimator.
	Name() string
	// Fit returns the fit of a response, which has one finite value for each row.
	// A value that cannot be fitted is a *[ValueError]. Fit panics where there is not
	// a value for each row.
	Fit(ctx context.Context, x *Factor, y []float64) (*Fit, error)
	// With returns the estimator with options. It takes those that it knows.
	With(o Options) Estimator
	// Traits returns what others need to know of the estimator's fits.
	Traits() Traits
}

// Traits are what an estimator's fits are like. Who handles one estimator in another way
// than the next goes by these and not by its name or type, so that a new estimator is
// handled as it says itself. The zero value is an estimator of a mean whose fits are to
// be taken as they come.
type Traits struct {
	// LeastSquares says that the fit is least squares with the factor's weights. The
	// information criteria and the tests of the model hold for it, and subsets of the
	// drivers can share their work.
	LeastSquares bool
	// Reweighted says that the fit is least squares with the factor's weights times
	// its Robustness, so that [Fit.FitAgain] holds. It does for least squares too.
	Reweighted bool
	// Cuts says that Robustness is 1 for the rows kept and 0 for the others. The tests
	// of the model hold on those kept, and the tails of the residuals show what was
	// cut off that should not have been.
	Cuts bool
	// Tau is the quantile that the fit is of; 0: it is of a mean.
	Tau float64
}

// Options are what can be asked of an estimator. The zero value asks for nothing.
type Options struct {
	// Tau is the quantile that [Quantile] fits; 0 means 0.5.
	Tau float64
	// Seed seeds the random draws of [MM] and [Clean].
	Seed uint64
	// Start is where another search of [MM] or [Clean] came to, so that this one
	// can begin there; nil means that it begins with random draws.
	Start *Start
	// Refit makes [Huber], [MM] and [Clean] fit anew without each row, for what the
	// others predict of it. That takes n fits in place of a closed form.
	Refit bool
}

// A Coefficient is the estimate of one column's coefficient.
type Coefficient struct {
	Name     string
	Estimate float64
	SE       float64 // the classical standard error
	T        float64 // Estimate / SE
	P        float64 // two-sided, by Student's t with the fit's degrees of freedom
	VIF      float64 // the variance inflation factor, see [Factor.VIF]

	// HC0 to HC4 are standard errors that allow for unequal variances (White 1980;
	// MacKinnon & White 1985; HC4: Cribari-Neto 2004).
	HC0, HC1, HC2, HC3, HC4 float64
}

// A Fit is a fitted linear model, with the influence that every row has on it.
// Slices have an element for each row. Numbers are in the unit of the response.
type Fit struct {
	Estimator    Estimator     // the one that made the fit
	N            int           // rows
	DF           int           // n − p, the degrees of freedom of the residuals
	Coefficients []Coefficient // the intercept's first

	Sigma float64 // the residual standard error, for a row of weight 1
	R2    float64
	AdjR2 float64
	LooR2 float64 // 1 − PRESS/SST, the share of the variance that the others predict

	// PRESS is Σ wᵢ(yᵢ − ŷ₍ᵢ₎)². A robust estimator counts each row with wᵢ times
	// its robustness. A row that alone decides a coefficient has no ŷ₍ᵢ₎, and
	// neither PRESS nor HC3 counts it.
	PRESS float64

	// Iterations is how many steps the estimator took, and Converged whether it met
	// its own criterion. An estimator with a closed form takes no step.
	Iterations int
	Converged  bool

	// Robustness are the weights, from 0 to 1, that a robust estimator gave the
	// rows beside those of the factor, and Scale is its estimate of σ for a row of
	// weight 1. They are nil and 0 for other estimators.
	Robustness []float64
	Scale      float64

	Fitted    []float64
	Residuals []float64

	// LeaveOneOut is ŷ₍ᵢ₎ = yᵢ − eᵢ/(1−hᵢ), what the other rows predict for row i.
	// LeaveOneOutSD is the standard deviation s₍ᵢ₎/√(wᵢ(1−hᵢ)) of the error of that
	// prediction. Both are NaN for a row that alone decides a coefficient (hᵢ = 1).
	LeaveOneOut   []float64
	LeaveOneOutSD []float64

	// Studentized is the externally studentised residual: eᵢ over its standard
	// deviation with s₍ᵢ₎. Where the model holds, it has Student's t distribution
	// with n−p−1 degrees of freedom (Cook & Weisberg 1982; R: rstudent).
	Studentized []float64
	Cook        []float64 // Cook's distance (R: cooks.distance)

	x          *Factor
	kept       *Factor   // of the rows that Clean kept; nil for other estimators
	without    []float64 // n × p, the coefficients without each row; nil: by their closed form
	correction float64   // see rSquared
}

// newFit returns a fit with room for what it says of the rows.
func newFit(e Estimator, x *Factor) *Fit {
	n, p := x.design.Rows(), x.design.Columns()
	f := &Fit{
		Estimator: e, N: n, DF: n - p, x: x,
		Coefficients: make([]Coefficient, p), correction: 1,
	}
	block := make([]float64, 6*n) // one allocation for six slices
	next := func() (c []float64) { c, block = block[:n:n], block[n:]; return c }
	f.Fitted, f.Residuals, f.Studentized = next(), next(), next()
	f.LeaveOneOut, f.LeaveOneOutSD, f.Cook = next(), next(), next()
	return f
}

// AloneLimit is the 1 − hᵢ below which row i alone decides a coefficient. Nothing is
// then left to predict the row from.
const AloneLimit = 1e-10

// markAlone says of a row that it alone decides a coefficient.
func (f *Fit) markAlone(i int) {
	f.LeaveOneOut[i], f.LeaveOneOutSD[i] = math.NaN(), math.NaN()
	f.Studentized[i], f.Cook[i] = math.NaN(), math.NaN()
}

// Factor returns the factorised design of the fit. That of a robust fit has the
// weights times the robustness.
func (f *Fit) Factor() *Factor { return f.x }
