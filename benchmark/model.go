package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Model is an area and its model of the expected level. The keys of the fields are
// those of the report's JSON.
type Model struct {
	Area       string `json:"area"` // ID
	Name       string `json:"name"`
	Unit       string `json:"unit"`
	PartOf     string `json:"part_of,null"`  // ID of the area of the plan whose spending this one's is a part of; empty: none
	NotService bool   `json:"not_service"`   // added up by itself: see [plan.Area]
	Activity   string `json:"activity,null"` // what the area's activity is called; empty: it names none

	Estimator plan.Estimator `json:"estimator"`
	Scale     plan.Scale     `json:"scale"`
	N         int            `json:"n"`         // municipalities in the fit
	Kept      int            `json:"kept,null"` // those of them that form the expected level: all, but for those that "clean" leaves out
	DF        int            `json:"df,null"`   // degrees of freedom of the residuals, Kept less the coefficients; 0 where there is no fit

	Sigma float64 `json:"sigma"` // residual standard error, in kr. per unit, or of the logarithm
	R2    float64 `json:"r2"`
	AdjR2 float64 `json:"adj_r2"`
	LooR2 float64 `json:"loo_r2"` // 1 − PRESS/SST: how much of the variance the others predict
	AICc  float64 `json:"aicc"`
	BIC   float64 `json:"bic"`
	PRESS float64 `json:"press"` // Σ (actual − expected)² over the fit, weighted

	Condition   float64 `json:"condition"`    // condition number of the scaled design
	Tau         float64 `json:"tau"`          // the quantile of quantile regression; missing for others
	Gamma       float64 `json:"gamma"`        // how fast the standard deviation falls with size; missing where it is constant
	RobustScale float64 `json:"robust_scale"` // σ as a robust estimator found it; missing for others
	Iterations  int     `json:"iterations"`
	Converged   bool    `json:"converged"`

	// SigmaU and SigmaE are the standard deviations of what lasts and of what
	// changes from year to year in the differences, in percent of the expected
	// level; missing where there are too few years.
	SigmaU float64 `json:"sigma_u"`
	SigmaE float64 `json:"sigma_e"`

	BreuschPagan ChiSquareTest `json:"bp"`      // does the variance follow the drivers
	RESET        FTest         `json:"reset"`   // is the model bent
	Outlier      Outlier       `json:"outlier"` // the municipality that stands out most

	Coefficients []Coefficient `json:"coefficients,lines"` // empty where the model was refused
	Drivers      []DriverName  `json:"drivers,lines"`

	// Subsets are the ten best choices among the candidates, the one taken
	// first; empty where the plan does not ask for a choice.
	Subsets []Subset `json:"subsets,lines"`

	// Curve says which models the specification curve has; nil where the plan
	// asks for none.
	Curve *CurveModels `json:"curve"`

	Warnings []Warning `json:"warnings,lines"`
}

// Fitted says whether there is a model: the warnings tell why there is none.
func (m *Model) Fitted() bool { return len(m.Coefficients) > 0 }

// Coefficient is the estimate of one driver's coefficient, or the intercept's.
type Coefficient struct {
	Name     string  `json:"name"` // the driver's ID, or [regress.InterceptName]
	Estimate float64 `json:"estimate"`
	SE       float64 `json:"se"` // classical standard error
	T        float64 `json:"t"`
	P        float64 `json:"p"`   // two-sided
	VIF      float64 `json:"vif"` // variance inflation factor

	// Standard errors that allow for unequal variances, see [regress.Coefficient].
	HC0 float64 `json:"hc0"`
	HC1 float64 `json:"hc1"`
	HC2 float64 `json:"hc2"`
	HC3 float64 `json:"hc3"`
	HC4 float64 `json:"hc4"`
}

// ChiSquareTest is a test by the chi-square distribution; missing where the
// estimator has none.
type ChiSquareTest struct {
	Stat float64 `json:"stat"`
	DF   int     `json:"df,null"`
	P    float64 `json:"p"`
}

// FTest is a test by the F distribution; missing where the estimator has none.
type FTest struct {
	Stat float64 `json:"stat"`
	DF1  int     `json:"df1,null"`
	DF2  int     `json:"df2,null"`
	P    float64 `json:"p"`
}

// Outlier is the municipality with the largest studentised residual of a model,
// and its two-sided p-value times their number.
type Outlier struct {
	Municipality string  `json:"municipality,null"` // code; empty: none
	T            float64 `json:"t"`
	P            float64 `json:"p_bonferroni"`
}

// DriverName is a driver's ID, which coefficients and contributions are
// called by, and its name.
type DriverName struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Subset is a choice of drivers and how the model with them does.
type Subset struct {
	Drivers []string `json:"drivers"` // IDs, those that every choice has included
	PRESS   float64  `json:"press"`
	AICc    float64  `json:"aicc"`
	BIC     float64  `json:"bic"`
	AdjR2   float64  `json:"adj_r2"`
}

// CurveModels says which models an area's specification curve is made of.
type CurveModels struct {
	Forced     []string `json:"forced"`     // IDs of the drivers that every model has
	Candidates []string `json:"candidates"` // IDs of the drivers that the models have subsets of
	Models     int      `json:"models"`     // subsets × estimators × scales
}

// coefficients lays out a fit's coefficients.
func coefficients(list []regress.Coefficient) []Coefficient {
	laid := make([]Coefficient, len(list))
	for i, c := range list {
		laid[i] = Coefficient(c)
	}
	return laid
}
