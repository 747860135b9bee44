package plan

import (
	"slices"
	"strings"

	"github.com/raaderum/raaderum/lang"
)

// Estimator names a way to find the expected level. Package regress implements them.
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

// Scale names the scale on which a model is fitted.
type Scale string

// The scales.
const (
	Level Scale = "level"
	Log   Scale = "log"
)

// Family names a set of tests. The false discovery rate is controlled over each set.
type Family string

// The families.
const (
	ByMunicipality Family = "municipality" // the areas of one municipality
	ByArea         Family = "area"         // the municipalities of one area
	ByAll          Family = "all"          // all areas of all municipalities
)

// Variance says whether the variance of a figure depends on the municipality.
type Variance string

// The variances.
const (
	VarianceConstant Variance = "constant" // it does not
	VarianceBySize   Variance = "size"     // small municipalities vary more
)

// LeaveOneOut says how a robust estimator leaves a municipality out of the model that its
// own expected level comes from.
type LeaveOneOut string

// The ways to leave one out.
const (
	ByFormula LeaveOneOut = "formula" // keep the robust weights of the fit of all
	ByRefit   LeaveOneOut = "refit"   // fit the others anew
)

// Transform names a function that is applied to a driver's values.
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

// Better says which values of a measure of quality are good.
type Better string

// The two kinds of measures.
const (
	HighIsBetter Better = "high"
	LowIsBetter  Better = "low"
)

// noRegister is the register of a plan that takes the municipalities as the files have
// them.
const noRegister = "none"

// Registers returns the registers that a plan can name. The default is first, as it is in
// all these lists but the estimators.
func Registers() []string { return []string{"danmark", noRegister} }

// estimators lists the estimators that a plan can name, in the order of the documentation.
var estimators = []struct {
	estimator Estimator
	words     lang.Phrase
	ofMean    bool // whether it expects a mean, or something like one
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

// CurveEstimators returns the estimators that a specification curve can have. They are
// those that expect a mean, so that the models of a curve can be compared. Quantile
// regression expects a quantile.
func CurveEstimators() (list []Estimator) {
	for _, e := range estimators {
		if e.ofMean {
			list = append(list, e.estimator)
		}
	}
	return list
}

// OfMean says whether the estimator expects a mean. Quantile regression expects a
// quantile. The empty Estimator is the default one, which expects a mean.
func (e Estimator) OfMean() bool { return e == "" || slices.Contains(CurveEstimators(), e) }

// Scales returns the scales that a plan can name.
func Scales() []Scale { return []Scale{Level, Log} }

// Families returns the families that a plan can name.
func Families() []Family { return []Family{ByMunicipality, ByArea, ByAll} }

// Variances returns the variances that a plan can name.
func Variances() []Variance { return []Variance{VarianceConstant, VarianceBySize} }

// LeaveOneOuts returns the ways to leave one out that a plan can name.
func LeaveOneOuts() []LeaveOneOut { return []LeaveOneOut{ByFormula, ByRefit} }

// Transforms returns the transforms that a plan can name.
func Transforms() []Transform { return []Transform{NoTransform, LogOf, SqrtOf} }

// Choices returns the criteria that a plan can name for choosing drivers.
func Choices() []Choice { return []Choice{ByPRESS, ByAICc, ByBIC} }

// Betters returns the kinds of measures of quality.
func Betters() []Better { return []Better{HighIsBetter, LowIsBetter} }

// In returns the estimator's name in a language.
func (e Estimator) In(l lang.Language) string {
	for _, known := range estimators {
		if known.estimator == e {
			return known.words.In(l)
		}
	}
	return ""
}

// In returns the scale's name in a language.
func (s Scale) In(l lang.Language) string { return scaleNames[s].In(l) }

// In returns the family's name in a language.
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

// Tested says whether differences are tested. They are not if the plan expects another
// quantile than the median, because residuals are then not spread evenly around zero.
func (p *Plan) Tested() bool { return p.Estimator.OfMean() || p.Tau == 0.5 }

// Refits says whether robust estimators are fitted anew without each municipality.
func (p *Plan) Refits() bool { return p.LeaveOneOut == ByRefit }

// joinWords returns the words of a vocabulary with commas between them.
func joinWords[W ~string](words []W) string { return strings.Join(makeStrings(words), ", ") }

// makeStrings returns the words of a vocabulary as texts.
func makeStrings[W ~string](words []W) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}
