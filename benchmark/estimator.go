package benchmark

import (
	"maps"
	"slices"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// estimators are the estimators a plan can name, and what they are called.
var estimators = map[string]struct {
	estimator regress.Estimator
	name      lang.Phrase
}{
	"ols": {regress.OLS{}, lang.Phrase{DA: "mindste kvadrater", EN: "least squares"}},
	"wls": {regress.WLS{}, lang.Phrase{DA: "vægtede mindste kvadrater", EN: "weighted least squares"}},
}

// Estimators lists the estimators a plan can name.
func Estimators() []string { return slices.Sorted(maps.Keys(estimators)) }

// EstimatorName is what an estimator is called.
func EstimatorName(estimator string) lang.Phrase { return estimators[estimator].name }

// ScaleName is what a scale is called.
func ScaleName(scale string) lang.Phrase { return scaleNames[scale] }

// FamilyName says where the false discovery rate is controlled.
func FamilyName(family string) lang.Phrase { return familyNames[family] }

var scaleNames = map[string]lang.Phrase{
	"level": {DA: "kroner", EN: "kroner"},
	"log":   {DA: "logaritmen af kroner (tilbageregnet med Duans faktor)", EN: "the logarithm of kroner (taken back with Duan's factor)"},
}

var familyNames = map[string]lang.Phrase{
	"municipality": {DA: "en kommunes områder", EN: "a municipality's areas"},
	"area":         {DA: "et områdes kommuner", EN: "an area's municipalities"},
	"all":          {DA: "alle kommuners områder", EN: "all municipalities' areas"},
}
