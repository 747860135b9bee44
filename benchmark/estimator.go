package benchmark

import (
	"hash/fnv"

	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress"
	"github.com/raaderum/raaderum/lang"
)

// newMethod returns the method by which an area's model is fitted.
func newMethod(p *plan.Plan, a *plan.Area) expected.Method {
	// Package regress has every estimator that a plan can name. TestPlanEstimators holds the
	// two lists together.
	estimator, _ := regress.FindEstimator(string(p.Estimator))
	return expected.Method{
		Estimator: estimator,
		Options:   regress.Options{Tau: p.Tau, Seed: makeSeed(p, a), Refit: p.Refits()},
		Log:       p.Scale == plan.Log,
		Untested:  !p.Tested(),
		MinN:      p.MinN, MinNPerDriver: p.MinNPerDriver,
	}
}

// findTraits returns what the fits of a plan's estimator are like.
func findTraits(e plan.Estimator) regress.Traits {
	estimator, _ := regress.FindEstimator(string(e))
	return estimator.Traits()
}

// makeSeed returns the seed of an area's random starts. It depends on the plan's seed and
// the area's ID alone, so that the starts do not change when the plan gets other areas.
func makeSeed(p *plan.Plan, a *plan.Area) uint64 {
	h := fnv.New64a()
	h.Write([]byte(a.ID)) // a hash takes any bytes
	return h.Sum64() ^ uint64(p.Seed)
}

// families has, for each family that a plan can name, the one of package expected.
var families = map[plan.Family]expected.Family{
	plan.ByMunicipality: expected.OfMunicipality,
	plan.ByArea:         expected.OfArea,
	plan.ByAll:          expected.OfAll,
}

// longTails is a number of degrees of freedom. If tests have fewer, readers are told that
// the tests allow for large swings.
const longTails = 40

// Tested says whether differences are tested: see [plan.Plan.Tested].
func (r *Report) Tested() bool { return r.orEmpty().Plan.Tested() }

// MethodIn says in a language how the report's models are fitted.
func (r *Report) MethodIn(l lang.Language) string {
	r = r.orEmpty()
	words := methodOn.With(r.Estimator.In(l), r.Plan.Scale.In(l)).In(l)
	if !r.Estimator.OfMean() {
		words += ", " + methodTau.With(lang.Number{Value: 100 * r.Plan.Tau}).In(l)
	}
	if r.Plan.Weights != "" {
		words += "; " + methodWeights.With(r.Plan.Weights).In(l)
	}
	if r.Plan.Variance == plan.VarianceBySize {
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
	methodBySize  = lang.Phrase{
		DA: "spredning efter kommunens størrelse",
		EN: "variance by the size of the municipality",
	}
	methodTails = lang.Phrase{
		DA: "test med %d frihedsgrader, fordi store udsving er almindelige",
		EN: "tests with %d degrees of freedom, since large swings are common",
	}
)
