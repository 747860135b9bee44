package benchmark

import (
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
)

// Model is an area and its model of the expected level. The tags of the fields are their
// keys in the report's JSON.
type Model struct {
	Area string `key:"area"` // ID
	Name string `key:"name"`
	Unit string `key:"unit"`
	// PartOf is the ID of the area whose spending includes all of this one's; empty if there
	// is none.
	PartOf     string `key:"part_of,null"`
	NotService bool   `key:"not_service"` // whether it is added up by itself: see [plan.Area]
	// Whole says that the area is all service: see [plan.Plan.IsWhole]. It is not added to the
	// others.
	Whole bool `key:"whole"`
	// SharedWith is the ID of an area that has some of the same accounts and that is added up
	// instead of this one: see [plan.Plan.SharedWith]. It is empty if there is none.
	SharedWith string `key:"shared_with,null"`
	// Activity is the name of the area's activity; empty if the plan names none.
	Activity string `key:"activity,null"`
	// Note is what the plan says that a reader of the area should know; may be empty.
	Note      string   `key:"note,null"`
	Questions []string `key:"questions"` // the plan's questions for a meeting, the best first

	Estimator plan.Estimator `key:"estimator"`
	Scale     plan.Scale     `key:"scale"`
	N         int            `key:"n"` // municipalities in the fit
	// Kept is how many of them form the expected level. That is all of them, unless the
	// estimator is "clean", which leaves some out.
	Kept int `key:"kept,null"`
	// DF is the degrees of freedom of the residuals: Kept less the number of coefficients.
	// It is 0 if there is no fit.
	DF int `key:"df,null"`

	Sigma float64 `key:"sigma"` // residual standard error, in kr. per unit, or of the logarithm
	R2    float64 `key:"r2"`
	AdjR2 float64 `key:"adj_r2"`
	LooR2 float64 `key:"loo_r2"` // 1 − PRESS/SST: how much of the variance the others predict
	AICc  float64 `key:"aicc"`
	BIC   float64 `key:"bic"`
	PRESS float64 `key:"press"` // Σ (actual − expected)² over the fit, weighted

	Condition float64 `key:"condition"` // condition number of the scaled design
	// Tau is the quantile of quantile regression; missing for other estimators.
	Tau float64 `key:"tau"`
	// Gamma says how fast the standard deviation falls with size. It is missing if the
	// variance is constant.
	Gamma float64 `key:"gamma"`
	// RobustScale is σ as a robust estimator finds it; missing for least squares.
	RobustScale float64 `key:"robust_scale"`
	Iterations  int     `key:"iterations"`
	Converged   bool    `key:"converged"`

	// SigmaU is the standard deviation of what lasts in the differences, and SigmaE that of
	// what changes from year to year. Both are in percent of the expected level. They are
	// missing if there are too few years.
	SigmaU float64 `key:"sigma_u"`
	SigmaE float64 `key:"sigma_e"`

	BreuschPagan ChiSquareTest `key:"bp"`      // tests whether the variance follows the drivers
	RESET        FTest         `key:"reset"`   // tests whether the model is bent
	Outlier      Outlier       `key:"outlier"` // the municipality that stands out most

	Coefficients []Coefficient `key:"coefficients,lines"` // empty if the model was refused
	Drivers      []DriverName  `key:"drivers,lines"`

	// Subsets are the ten best choices of drivers among the candidates. The first is the
	// one that was taken. They are empty if the plan asks for no choice.
	Subsets []Subset `key:"subsets,lines"`

	// Curve describes the models of the specification curve. It is nil if the plan asks for
	// none.
	Curve *CurveModels `key:"curve"`

	Warnings []Warning `key:"warnings,lines"`
}

// Fitted says whether the area has a model. If not, one of the warnings says why.
func (m *Model) Fitted() bool { return m != nil && len(m.Coefficients) > 0 }

// Coefficient is the estimated coefficient of a driver or of the intercept.
type Coefficient struct {
	Name     string  `key:"name"` // the driver's ID, or [regress.InterceptName]
	Estimate float64 `key:"estimate"`
	SE       float64 `key:"se"` // classical standard error
	T        float64 `key:"t"`
	P        float64 `key:"p"`   // two-sided
	VIF      float64 `key:"vif"` // variance inflation factor

	// Standard errors that allow for unequal variances: see [regress.Coefficient].
	HC0 float64 `key:"hc0"`
	HC1 float64 `key:"hc1"`
	HC2 float64 `key:"hc2"`
	HC3 float64 `key:"hc3"`
	HC4 float64 `key:"hc4"`
}

// ChiSquareTest is the result of a chi-square test. It is missing if the estimator has none.
type ChiSquareTest struct {
	Stat float64 `key:"stat"`
	DF   int     `key:"df,null"`
	P    float64 `key:"p"`
}

// FTest is the result of an F test. It is missing if the estimator has none.
type FTest struct {
	Stat float64 `key:"stat"`
	DF1  int     `key:"df1,null"`
	DF2  int     `key:"df2,null"`
	P    float64 `key:"p"`
}

// Outlier is the municipality with the largest studentised residual of a model.
type Outlier struct {
	Municipality string  `key:"municipality,null"` // code; empty if there is none
	T            float64 `key:"t"`                 // studentised residual
	P            float64 `key:"p_bonferroni"`      // two-sided p times the number of residuals
}

// DriverName is a driver's ID and name. Coefficients and contributions have the ID.
type DriverName struct {
	ID   string `key:"id"`
	Name string `key:"name"`
}

// Subset is a choice of drivers, and how well the model with them does.
type Subset struct {
	Drivers []string `key:"drivers"` // IDs, also of the drivers that every choice has
	PRESS   float64  `key:"press"`
	AICc    float64  `key:"aicc"`
	BIC     float64  `key:"bic"`
	AdjR2   float64  `key:"adj_r2"`
}

// CurveModels describes the models of an area's specification curve.
type CurveModels struct {
	Forced     []string `key:"forced"`     // IDs of the drivers that every model has
	Candidates []string `key:"candidates"` // IDs of the drivers that the models have subsets of
	Models     int      `key:"models"`     // subsets × estimators × scales
}

// layOutCoefficients returns a fit's coefficients in the form that is reported.
func layOutCoefficients(list []regress.Coefficient) []Coefficient {
	laid := make([]Coefficient, len(list))
	for i, c := range list {
		laid[i] = Coefficient(c)
	}
	return laid
}
