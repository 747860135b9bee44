package benchmark

import (
	"hash/fnv"
	"maps"
	"slices"

	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// estimators are the estimators a plan can name: how to make one for an area,
// and what it is called.
var estimators = map[string]struct {
	make func(*Plan, *Area) regress.Estimator
	name lang.Phrase
}{
	"ols":   {fixed(regress.OLS{}), lang.Phrase{DA: "mindste kvadrater", EN: "least squares"}},
	"wls":   {fixed(regress.WLS{}), lang.Phrase{DA: "vægtede mindste kvadrater", EN: "weighted least squares"}},
	"huber": {fixed(regress.Huber{}), lang.Phrase{DA: "Hubers M-estimator", EN: "Huber's M-estimator"}},
	"mm": {
		func(p *Plan, a *Area) regress.Estimator { return regress.MM{Seed: seed(p, a)} },
		lang.Phrase{DA: "MM-estimatoren", EN: "the MM-estimator"},
	},
	"clean": {
		func(p *Plan, a *Area) regress.Estimator { return regress.Clean{Seed: seed(p, a)} },
		lang.Phrase{DA: "rensede mindste kvadrater", EN: "cleaned least squares"},
	},
	"quantile": {
		func(p *Plan, _ *Area) regress.Estimator { return regress.Quantile{Tau: p.Tau} },
		lang.Phrase{DA: "fraktilregression", EN: "quantile regression"},
	},
}

// untested says whether no test can be made of the residuals: those from
// another quantile than the median are not spread evenly around it.
func (p *Plan) untested() bool { return p.Estimator == "quantile" && p.Tau != 0.5 }

func fixed(e regress.Estimator) func(*Plan, *Area) regress.Estimator {
	return func(*Plan, *Area) regress.Estimator { return e }
}

// seed is the seed of an area's random starts: the plan's and the area's own,
// so that an area has the same starts whatever others the plan has.
func seed(p *Plan, a *Area) uint64 {
	h := fnv.New64a()
	h.Write([]byte(a.ID)) // a hash takes any bytes
	return h.Sum64() ^ uint64(p.Seed)
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
