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
	"ols": {fixed(regress.OLS{}), lang.Phrase{DA: "mindste kvadrater", EN: "least squares"}},
	"wls": {fixed(regress.WLS{}), lang.Phrase{DA: "vægtede mindste kvadrater", EN: "weighted least squares"}},
	"huber": {
		func(p *Plan, _ *Area) regress.Estimator { return regress.Huber{Exact: p.refits()} },
		lang.Phrase{DA: "Hubers M-estimator", EN: "Huber's M-estimator"},
	},
	"mm": {
		func(p *Plan, a *Area) regress.Estimator { return regress.MM{Seed: seed(p, a), Exact: p.refits()} },
		lang.Phrase{DA: "MM-estimatoren", EN: "the MM-estimator"},
	},
	"clean": {
		func(p *Plan, a *Area) regress.Estimator { return regress.Clean{Seed: seed(p, a), Exact: p.refits()} },
		lang.Phrase{DA: "mindste kvadrater uden afvigende kommuner", EN: "least squares without outlying municipalities"},
	},
	"quantile": {
		func(p *Plan, _ *Area) regress.Estimator { return regress.Quantile{Tau: p.Tau} },
		lang.Phrase{DA: "fraktilregression", EN: "quantile regression"},
	},
}

// untested says whether no test can be made of the residuals: those from
// another quantile than the median are not spread evenly around it.
func (p *Plan) untested() bool { return p.Estimator == "quantile" && p.Tau != 0.5 }

// refits says whether robust estimators are fitted again without each
// municipality.
func (p *Plan) refits() bool { return p.LeaveOneOut == LeaveOuts[1] }

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

// longTails are degrees of freedom so few that the tests are told to differ from
// those of a normal distribution.
const longTails = 40

// Tested says whether differences are tested: those from another quantile than
// the median are not.
func (r *Report) Tested() bool { return !r.Plan.untested() }

// MethodIn says in words how the report's models are fitted.
func (r *Report) MethodIn(l lang.Language) string {
	words := methodOn.With(EstimatorName(r.Estimator).In(l), ScaleName(r.Plan.Scale).In(l)).In(l)
	if r.Estimator == "quantile" {
		words += ", " + methodTau.With(lang.Number{Value: 100 * r.Plan.Tau}).In(l)
	}
	if r.Plan.Weights != "" {
		words += "; " + methodWeights.With(r.Plan.Weights).In(l)
	}
	if r.Plan.Variance == "size" {
		words += "; " + methodBySize.In(l)
	}
	if r.TailDF > 0 && r.TailDF < longTails {
		words += "; " + methodTails.With(r.TailDF).In(l)
	}
	return words
}

var (
	methodOn      = lang.Phrase{DA: "%s på %s", EN: "%s on %s"}
	methodTau     = lang.Phrase{DA: "%s pct.-fraktilen", EN: "the %s per cent quantile"}
	methodWeights = lang.Phrase{DA: "vægtet med %s", EN: "weighted by %s"}
	methodBySize  = lang.Phrase{DA: "spredning efter kommunens størrelse", EN: "variance by the size of the municipality"}
	methodTails   = lang.Phrase{DA: "test med %d frihedsgrader, fordi store udsving er almindelige", EN: "tests with %d degrees of freedom, since large swings are common"}
)

var scaleNames = map[string]lang.Phrase{
	"level": {DA: "kroner", EN: "kroner"},
	"log":   {DA: "logaritmen af kroner (tilbageregnet med Duans faktor)", EN: "the logarithm of kroner (taken back with Duan's factor)"},
}

var familyNames = map[string]lang.Phrase{
	"municipality": {DA: "en kommunes områder", EN: "a municipality's areas"},
	"area":         {DA: "et områdes kommuner", EN: "an area's municipalities"},
	"all":          {DA: "alle kommuners områder", EN: "all municipalities' areas"},
}
