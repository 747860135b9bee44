package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Model is an area and its model of the expected level. The keys of the fields are
// those of the report's JSON.
type Model struct {
	Area string `key:"area"` // ID
	Name string `key:"name"`
	Unit string `key:"unit"`
	// ID of the area of the plan whose spending this one's is a part of; empty: none.
	PartOf     string `key:"part_of,null"`
	NotService bool   `key:"not_service"` // added up by itself: see [plan.Area]
	// Whether the area is all service: see [plan.Plan.IsWhole]. It is not added to the others.
	Whole bool `key:"whole"`
	// ID of an area that has some of the same accounts, and that is added up instead of this
	// one: see [plan.Plan.SharedWith]; empty: none.
	SharedWith string `key:"shared_with,null"`
	// What the area's activity is called; empty: it names none.
	Activity string `key:"activity,null"`
	// What the plan says a reader should know of the area; empty: nothing.
	Note      string   `key:"note,null"`
	Questions []string `key:"questions"` // that the plan has for a meeting, the best first

	Estimator plan.Estimator `key:"estimator"`
	Scale     plan.Scale     `key:"scale"`
	N         int            `key:"n"` // municipalities in the fit
	// Those of them that form the expected level: all, but for those that "clean" leaves out.
	Kept int `key:"kept,null"`
	// Degrees of freedom of the residuals, Kept less the coefficients; 0 where there is no
	// fit.
	DF int `key:"df,null"`

	Sigma float64 `key:"sigma"` // residual standard error, in kr. per unit, or of the logarithm
	R2    float64 `key:"r2"`
	AdjR2 float64 `key:"adj_r2"`
	LooR2 float64 `key:"loo_r2"` // 1 − PRESS/SST: how much of the variance the others predict
	AICc  float64 `key:"aicc"`
	BIC   float64 `key:"bic"`
	PRESS float64 `key:"press"` // Σ (actual − expected)² over the fit, weighted

	Condition float64 `key:"condition"` // condition number of the scaled design
	// The quantile of quantile regression; missing for others.
	Tau float64 `key:"tau"`
	// How fast the standard deviation falls with size; missing where it is constant.
	Gamma       float64 `key:"gamma"`
	RobustScale float64 `key:"robust_scale"` // σ as a robust estimator found it; missing for others
	Iterations  int     `key:"iterations"`
	Converged   bool    `key:"converged"`

	// SigmaU and SigmaE are the standard deviations of what lasts and of what
	// changes from year to year in the differences, in percent of the expected
	// level; missing where there are too few years.
	SigmaU float64 `key:"sigma_u"`
	SigmaE float64 `key:"sigma_e"`

	BreuschPagan ChiSquareTest `key:"bp"`      // does the variance follow the drivers
	RESET        FTest         `key:"reset"`   // is the model bent
	Outlier      Outlier       `key:"outlier"` // the municipality that stands out most

	Coefficients []Coefficient `key:"coefficients,lines"` // empty where the model was refused
	Drivers      []DriverName  `key:"drivers,lines"`

	// Subsets are the ten best choices among the candidates, the one taken
	// first; empty where the plan does not ask for a choice.
	Subsets []Subset `key:"subsets,lines"`

	// Curve says which models the specification curve has; nil where the plan
	// asks for none.
	Curve *CurveModels `key:"curve"`

	Warnings []Warning `key:"warnings,lines"`
}

// Fitted says whether there is a model: the warnings tell why there is none.
func (m *Model) Fitted() bool { return m != nil && len(m.Coefficients) > 0 }

// Coefficient is the estimate of one driver's coefficient, or the intercept's.
type Coefficient struct {
	Name     string  `key:"name"` // the driver's ID, or [regress.InterceptName]
	Estimate float64 `key:"estimate"`
	SE       float64 `key:"se"` // classical standard error
	T        float64 `key:"t"`
	P        float64 `key:"p"`   // two-sided
	VIF      float64 `key:"vif"` // variance inflation factor

	// Standard errors that allow for unequal variances, see [regress.Coefficient].
	HC0 float64 `key:"hc0"`
	HC1 float64 `key:"hc1"`
	HC2 float64 `key:"hc2"`
	HC3 float64 `key:"hc3"`
	HC4 float64 `key:"hc4"`
}

// ChiSquareTest is a test by the chi-square distribution; missing where the
// estimator has none.
type ChiSquareTest struct {
	Stat float64 `key:"stat"`
	DF   int     `key:"df,null"`
	P    float64 `key:"p"`
}

// FTest is a test by the F distribution; missing where the estimator has none.
type FTest struct {
	Stat float64 `key:"stat"`
	DF1  int     `key:"df1,null"`
	DF2  int     `key:"df2,null"`
	P    float64 `key:"p"`
}

// Outlier is the municipality with the largest studentised residual of a model,
// and its two-sided p-value times their number.
type Outlier struct {
	Municipality string  `key:"municipality,null"` // code; empty: none
	T            float64 `key:"t"`
	P            float64 `key:"p_bonferroni"`
}

// DriverName is a driver's ID, which coefficients and contributions are
// called by, and its name.
type DriverName struct {
	ID   string `key:"id"`
	Name string `key:"name"`
}

// Subset is a choice of drivers and how the model with them does.
type Subset struct {
	Drivers []string `key:"drivers"` // IDs, those that every choice has included
	PRESS   float64  `key:"press"`
	AICc    float64  `key:"aicc"`
	BIC     float64  `key:"bic"`
	AdjR2   float64  `key:"adj_r2"`
}

// CurveModels says which models an area's specification curve is made of.
type CurveModels struct {
	Forced     []string `key:"forced"`     // IDs of the drivers that every model has
	Candidates []string `key:"candidates"` // IDs of the drivers that the models have subsets of
	Models     int      `key:"models"`     // subsets × estimators × scales
}

// layOutCoefficients lays out a fit's coefficients.
func layOutCoefficients(list []regress.Coefficient) []Coefficient {
	laid := make([]Coefficient, len(list))
	for i, c := range list {
		laid[i] = Coefficient(c)
	}
	return laid
}
