package plan

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Estimator names a way to find the expected level.
type Estimator string

// The estimators.
const (
	OLS      Estimator = "ols"
	WLS      Estimator = "wls"
	Huber    Estimator = "huber"
	MM       Estimator = "mm"
	Clean    Estimator = "clean"
	Quantile Estimator = "quantile"
)

// Scale names the scale that figures are brought to before a model is fitted.
type Scale string

// The scales.
const (
	Level Scale = "level"
	Log   Scale = "log"
)

// Family names the tests that the false discovery rate is controlled over.
type Family string

// The families.
const (
	ByMunicipality Family = "municipality" // the areas of one municipality
	ByArea         Family = "area"         // the municipalities of one area
	ByAll          Family = "all"          // everything
)

// Variance names how the variance of a figure depends on the municipality.
type Variance string

// The variances.
const (
	VarianceConstant Variance = "constant"
	VarianceBySize   Variance = "size"
)

// LeaveOneOut names how a robust estimator does without the municipality itself.
type LeaveOneOut string

// The ways to leave one out.
const (
	ByFormula LeaveOneOut = "formula" // with the weights of the fit with it
	ByRefit   LeaveOneOut = "refit"   // fitted anew without it
)

// Transform names what is done to a driver's values.
type Transform string

// The transforms.
const (
	NoTransform Transform = "none"
	LogOf       Transform = "log"
	SqrtOf      Transform = "sqrt"
)

// Choice names the criterion by which drivers are chosen.
type Choice string

// The criteria.
const (
	ByPRESS Choice = "press"
	ByAICc  Choice = "aicc"
	ByBIC   Choice = "bic"
)

// Better names the direction in which a measure of quality is good.
type Better string

// The directions.
const (
	HighIsBetter Better = "high"
	LowIsBetter  Better = "low"
)

// noRegister is the register of a plan whose municipalities are as the files have
// them.
const noRegister = "none"

// Registers returns the registers that a plan can name, the default first.
func Registers() []string { return []string{"danmark", noRegister} }

// estimators are those that a plan can name.
var estimators = []struct {
	estimator Estimator
	words     lang.Phrase
	ofMean    bool // what it expects is a mean, or is like one
}{
	{OLS, lang.Phrase{DA: "mindste kvadrater", EN: "least squares"}, true},
	{WLS, lang.Phrase{DA: "vægtede mindste kvadrater", EN: "weighted least squares"}, true},
	{Huber, lang.Phrase{DA: "Hubers M-estimator", EN: "Huber's M-estimator"}, true},
	{MM, lang.Phrase{DA: "MM-estimatoren", EN: "the MM-estimator"}, true},
	{Clean, lang.Phrase{
		DA: "mindste kvadrater uden afvigende kommuner",
		EN: "least squares without outlying municipalities",
	}, true},
	{Quantile, lang.Phrase{DA: "fraktilregression", EN: "quantile regression"}, false},
}

// Estimators returns the estimators that a plan can name, in alphabetical order.
func Estimators() (list []Estimator) {
	for _, e := range estimators {
		list = append(list, e.estimator)
	}
	slices.Sort(list)
	return list
}

// CurveEstimators returns the estimators that a specification curve can have: those of
// a mean. What quantile regression expects is none.
func CurveEstimators() (list []Estimator) {
	for _, e := range estimators {
		if e.ofMean {
			list = append(list, e.estimator)
		}
	}
	return list
}

// OfMean says whether what the estimator expects is a mean. Quantile regression
// expects a quantile. Empty is the default, which is of a mean.
func (e Estimator) OfMean() bool { return e == "" || slices.Contains(CurveEstimators(), e) }

// Scales returns the scales that a plan can name, the default first.
func Scales() []Scale { return []Scale{Level, Log} }

// Families returns the families that a plan can name, the default first.
func Families() []Family { return []Family{ByMunicipality, ByArea, ByAll} }

// Variances returns the variances that a plan can name, the default first.
func Variances() []Variance { return []Variance{VarianceConstant, VarianceBySize} }

// LeaveOneOuts returns the ways to leave one out, the default first.
func LeaveOneOuts() []LeaveOneOut { return []LeaveOneOut{ByFormula, ByRefit} }

// Transforms returns the transforms that a plan can name, the default first.
func Transforms() []Transform { return []Transform{NoTransform, LogOf, SqrtOf} }

// Choices returns the criteria that drivers can be chosen by.
func Choices() []Choice { return []Choice{ByPRESS, ByAICc, ByBIC} }

// Betters returns the directions in which a measure of quality can be good.
func Betters() []Better { return []Better{HighIsBetter, LowIsBetter} }

// In returns what the estimator is called.
func (e Estimator) In(l lang.Language) string {
	for _, known := range estimators {
		if known.estimator == e {
			return known.words.In(l)
		}
	}
	return ""
}

// In returns what the scale is called.
func (s Scale) In(l lang.Language) string { return scaleNames[s].In(l) }

// In says what the family is.
func (f Family) In(l lang.Language) string { return familyNames[f].In(l) }

var scaleNames = map[Scale]lang.Phrase{
	Level: {DA: "kroner", EN: "kroner"},
	Log: {
		DA: "logaritmen af kroner (tilbageregnet med Duans faktor)",
		EN: "the logarithm of kroner (taken back with Duan's factor)",
	},
}

var familyNames = map[Family]lang.Phrase{
	ByMunicipality: {DA: "en kommunes områder", EN: "a municipality's areas"},
	ByArea:         {DA: "et områdes kommuner", EN: "an area's municipalities"},
	ByAll:          {DA: "alle kommuners områder", EN: "all municipalities' areas"},
}

// Tested says whether differences are tested. Residuals from another quantile than
// the median are not spread evenly around it, and are not.
func (p *Plan) Tested() bool { return p.Estimator.OfMean() || p.Tau == 0.5 }

// Refits says whether robust estimators are fitted again without each
// municipality.
func (p *Plan) Refits() bool { return p.LeaveOneOut == ByRefit }

// joinWords lists the words of a vocabulary, with commas between.
func joinWords[W ~string](words []W) string { return strings.Join(makeStrings(words), ", ") }

// makeStrings returns the words of a vocabulary as texts.
func makeStrings[W ~string](words []W) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}
