package benchmark

import (
	"context"
	"slices"
	"sync"

	"github.com/raaderum/raaderum/benchmark/curve"
	"github.com/raaderum/raaderum/benchmark/expected"
	"github.com/raaderum/raaderum/benchmark/plan"
	"github.com/raaderum/raaderum/benchmark/regress/subset"
	"github.com/raaderum/raaderum/internal/given"
)

// Verdict says in how many models of the specification curve a candidate for headroom is
// above what is expected. Only candidates have a verdict. A difference that is too small to
// be a candidate does not become worth acting on because most models find it.
type Verdict string

// The verdicts.
const (
	Robust   Verdict = "robust"   // in 90 per cent of the models or more
	Middling Verdict = "middling" // in between
	Fragile  Verdict = "fragile"  // in less than 60 per cent
)

const (
	robustShare  = 0.9
	fragileShare = 0.6
)

// judgeShare returns the verdict on a candidate that is above in a share of the models.
func judgeShare(shareAbove float64) Verdict {
	switch {
	case shareAbove >= robustShare:
		return Robust
	case shareAbove < fragileShare:
		return Fragile
	}
	return Middling
}

// CurveSummary sums up what the models of the specification curve say of one municipality in
// one area.
type CurveSummary struct {
	// Models is how many models expect something above zero of the municipality.
	Models int `key:"models"`
	// Failed is how many do not. Some of them could not be fitted, because there were too
	// few municipalities or because drivers depended on each other.
	Failed int `key:"failed"`
	// ShareAbove is the share of Models in which the actual figure is above expected.
	ShareAbove float64 `key:"share_above"`
	// ShareFlagged is the share of Models in which it also has a one-sided p ≤ 0.05.
	ShareFlagged float64 `key:"share_flagged"`

	// The median deviation in percent of expected, and the quantiles at 10 and 90 per cent
	// (definition 7 of Hyndman & Fan 1996).
	MedianPct float64 `key:"median_pct"`
	LowPct    float64 `key:"low_pct"`
	HighPct   float64 `key:"high_pct"`

	Verdict Verdict `key:"verdict"` // empty if the row is not a candidate
}

// Specification is one model of a specification curve, and what it says of one
// municipality.
type Specification struct {
	Drivers      []string // IDs
	Estimator    plan.Estimator
	Scale        plan.Scale
	Expected     float64 // kr. per unit, from the others
	DeviationPct float64 // in percent of Expected
	Flagged      bool    // whether actual is above Expected with a one-sided p ≤ 0.05
}

// areaCurve is an area's specification curve.
type areaCurve struct {
	models    CurveModels
	fits      []curveFit
	curve     *curve.Curve
	summaries []curve.Summary // by municipality; nil until they are made
}

// curveFit is an estimator on a scale.
type curveFit struct {
	estimator plan.Estimator
	scale     plan.Scale
}

// prepareCurve lists the models of an area's curve, and finds their drivers and weights. It
// does nothing if the plan asks for no curve.
func (r *run) prepareCurve(c *comparison, numbers expected.Area) {
	if r.plan.Curve == nil {
		return
	}
	area := slices.IndexFunc(r.asked.Areas, func(a plan.Area) bool { return a.ID == c.area.ID })
	over, _ := r.asked.CurveDrivers(area)
	v := &areaCurve{models: CurveModels{Forced: over.Forced, Candidates: over.Candidates}}
	for _, id := range slices.Concat(over.Forced, over.Candidates) {
		c.uses = append(c.uses, r.drivers.findDriver(id).uses...)
	}
	var fits []curve.Fit
	for _, e := range r.plan.Curve.Estimators {
		weights, _, uses := r.findWeights(e, c.area, numbers.Volume)
		c.uses = append(c.uses, uses...)
		for _, scale := range r.plan.Curve.Scales {
			v.fits = append(v.fits, curveFit{e, scale})
			fits = append(fits, curve.Fit{
				Method:  r.newCurveMethod(c.area, e, scale),
				Weights: weights,
			})
		}
	}
	v.curve = curve.New(numbers, r.drivers.listDrivers(over.Forced),
		r.drivers.listDrivers(over.Candidates), fits)
	v.models.Models = v.curve.Models()
	c.curve = v
}

// newCurveMethod returns the method by which the models of a curve are fitted, for one
// estimator on one scale.
func (r *run) newCurveMethod(a *plan.Area, e plan.Estimator, scale plan.Scale) expected.Method {
	p := r.plan
	p.Estimator, p.Scale, p.LeaveOneOut = e, scale, plan.ByFormula
	return newMethod(&p, a)
}

// setCurves fits the specification curves of the areas that have an expected level. Each
// processor takes one area at a time.
func (r *run) setCurves(ctx context.Context, comparisons []*comparison) error {
	if r.plan.Curve == nil {
		return nil
	}
	progress := curveProgress{tell: r.options.Progress}
	for _, c := range comparisons {
		c.model.Curve = &c.curve.models
		if c.numbers.Fitted != nil {
			progress.total += c.curve.models.Models
		}
	}
	return forEachArea(ctx, comparisons, func(ctx context.Context, i int) error {
		c := comparisons[i]
		if c.numbers.Fitted == nil {
			return nil
		}
		// The tests of an estimator that leaves municipalities out ("cuts") have longer
		// tails, as found in the residuals of the report's own models. Those of the curve's
		// models are no shorter.
		for k, fit := range c.curve.fits {
			if findTraits(fit.estimator).Cuts {
				c.curve.curve.LimitTails(k, c.numbers)
			}
		}
		summaries, failed, err := c.curve.curve.Summarise(ctx, progress.add)
		if err != nil {
			return err
		}
		c.curve.summaries = summaries
		if failed > 0 {
			c.warn(CurveFailed, curveFailed.With(failed, c.curve.models.Models))
		}
		return nil
	})
}

// curveProgress counts the models of all areas that have been fitted.
type curveProgress struct {
	lock        sync.Mutex
	done, total int
	tell        func(done, total int) // nil if nobody wants to know
}

// add counts n more models. It holds the lock while it tells, as [Options.Progress]
// promises.
func (p *curveProgress) add(n int) {
	if p.tell == nil || n == 0 {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	p.done += n
	p.tell(p.done, p.total)
}

// summarise returns what the curve says of a municipality, which may be a
// candidate. It returns nil if the curve says nothing of it.
func (v *areaCurve) summarise(m int, candidate bool) *CurveSummary {
	if v == nil || v.summaries == nil || v.summaries[m].Models == 0 {
		return nil
	}
	of := v.summaries[m]
	s := &CurveSummary{
		Models: of.Models, Failed: of.Failed, ShareAbove: of.ShareAbove,
		ShareFlagged: of.ShareFlagged, MedianPct: of.MedianPct, LowPct: of.LowPct,
		HighPct: of.HighPct,
	}
	if candidate {
		s.Verdict = judgeShare(s.ShareAbove)
	}
	return s
}

// CurveOf returns the specification curve of one municipality in one area. The municipality
// is given by code or name, and the area by ID. The curve has every model that expects
// something of the municipality, sorted by deviation, the lowest first.
//
// CurveOf fits the models anew, which takes as long as it took in the run. It returns nil if
// the plan asks for no curve, or if the report has no such municipality, no such area or no
// expected level of the one in the other. The error is the context's.
func (r *Report) CurveOf(ctx context.Context, municipality, area string) ([]Specification, error) {
	if err := given.CheckContext(ctx); err != nil {
		return nil, err
	}
	if r == nil {
		return nil, ErrNoReport
	}
	m, known := r.data.Find(municipality)
	i := slices.IndexFunc(r.comparisons, func(c *comparison) bool { return c.area.ID == area })
	if !known || i < 0 || r.comparisons[i].curve.summarise(m, false) == nil {
		return nil, nil
	}
	v := r.comparisons[i].curve
	points, err := v.curve.Find(ctx, m)
	if err != nil {
		return nil, err
	}
	list := make([]Specification, len(points))
	for i, p := range points {
		candidates, fit := v.curve.Specification(p.At)
		s := Specification{
			Drivers:   v.models.Forced[:len(v.models.Forced):len(v.models.Forced)],
			Estimator: v.fits[fit].estimator, Scale: v.fits[fit].scale,
			Expected: p.Expected, DeviationPct: p.Pct, Flagged: p.Flagged,
		}
		for _, k := range candidates {
			s.Drivers = append(s.Drivers, v.models.Candidates[k])
		}
		list[i] = s
	}
	return list, nil
}

// The plan says how many drivers there can be to choose among, and how many a curve can
// vary. It must agree with the packages that do it. If not, these lines do not compile.
var (
	_ = [1]bool{}[plan.MaxCandidates-subset.MaxCandidates]
	_ = [1]bool{}[plan.MaxCurveCandidates-curve.MaxCandidates]
)
