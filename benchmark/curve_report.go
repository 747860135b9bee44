package benchmark

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"github.com/raaderum/raaderum/benchmark/internal/vector"
)

// setCurves makes the specification curves of the areas that have an expected
// level, one area at a time on each processor: of an area the deviations of all
// municipalities in all models are held, and then their summaries alone.
func (r *run) setCurves(ctx context.Context, comparisons []*comparison) error {
	if r.plan.Curve == nil {
		return nil
	}
	progress := curveProgress{tell: r.options.Progress}
	for _, c := range comparisons {
		c.model.Curve = &c.curve.CurveModels
		if c.fitted != nil {
			progress.total += c.curve.Models
		}
	}
	return forEach(ctx, comparisons, func(ctx context.Context, i int) error {
		c := comparisons[i]
		if c.fitted == nil {
			return nil
		}
		return c.summarise(ctx, progress.add)
	})
}

// curveProgress counts the models of all areas.
type curveProgress struct {
	lock        sync.Mutex
	done, total int
	tell        func(done, total int)
}

func (p *curveProgress) add(n int) {
	if p.tell == nil {
		return
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	p.done += n
	p.tell(p.done, p.total)
}

// summarise fits the models of an area's curve and sums up what they say of each
// municipality.
func (c *comparison) summarise(ctx context.Context, tried func(n int)) error {
	v, n := c.curve, len(c.now.unit)
	pct := vector.Missing(v.Models * n)
	flagged := make([]int, n)
	fitted := 0
	err := c.curveModels(ctx, func(m *curveModel) {
		fitted++
		copy(pct[m.at*n:], m.pct)
		for i, f := range m.flagged {
			if f {
				flagged[i]++
			}
		}
	}, tried)
	if err != nil {
		return err
	}
	if fitted < v.Models {
		c.warn(CurveFailed, curveFailed.With(v.Models-fitted, v.Models))
	}
	v.summaries = make([]CurveSummary, n)
	one := make([]float64, 0, v.Models)
	for i := range v.summaries {
		one = one[:0]
		for at := range v.Models {
			if d := pct[at*n+i]; !math.IsNaN(d) {
				one = append(one, d)
			}
		}
		v.summaries[i] = summaryOf(one, v.Models, flagged[i])
	}
	return nil
}

// summaryOf sums up a municipality's deviations, which it sorts.
func summaryOf(pct []float64, models, flagged int) CurveSummary {
	s := CurveSummary{Models: len(pct), Failed: models - len(pct)}
	slices.Sort(pct)
	notAbove, _ := slices.BinarySearchFunc(pct, 0, func(d, zero float64) int {
		if d <= zero {
			return -1
		}
		return 1
	})
	n := float64(len(pct))
	s.ShareAbove, s.ShareFlagged = float64(len(pct)-notAbove)/n, float64(flagged)/n
	s.LowPct, s.MedianPct, s.HighPct = vector.Quantile(pct, 0.1), vector.Quantile(pct, 0.5), vector.Quantile(pct, 0.9)
	return s
}

// summary returns what a municipality's curve says, with a verdict on a
// candidate; nil where it has none.
func (v *curve) summary(m int, g Grade) *CurveSummary {
	if v == nil || v.summaries == nil || v.summaries[m].Models == 0 {
		return nil
	}
	s := v.summaries[m]
	if g.Candidate() {
		s.Verdict = verdict(s.ShareAbove)
	}
	return &s
}

// CurveOf returns the whole specification curve of a municipality, by code or
// name, in an area: every model that expects something of it, by the deviation,
// the lowest first. It is computed anew, which takes as long as the area's share
// of the run. Nil where the plan has no curve, or the report no such
// municipality, area or expected level. The error is the context's.
func (r *Report) CurveOf(ctx context.Context, municipality, area string) ([]Specification, error) {
	m, known := r.data.Find(municipality)
	i := slices.IndexFunc(r.comparisons, func(c *comparison) bool { return c.area.ID == area })
	if !known || i < 0 || r.comparisons[i].curve.summary(m, None) == nil {
		return nil, nil
	}
	c := r.comparisons[i]
	type place struct {
		at int
		Specification
	}
	var found []place
	err := c.curveModels(ctx, func(model *curveModel) {
		if pct := model.pct[m]; !math.IsNaN(pct) {
			s := c.curve.specification(model.at)
			s.Expected, s.DeviationPct, s.Flagged = model.expected[m], pct, model.flagged[m]
			found = append(found, place{model.at, s})
		}
	}, func(int) {})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.DeviationPct, b.DeviationPct), cmp.Compare(a.at, b.at))
	})
	list := make([]Specification, len(found))
	for i, f := range found {
		list[i] = f.Specification
	}
	return list, nil
}

// curveCriticals are Student's t that flags in one model, by degrees of freedom.
var curveCriticals sync.Map

func curveCritical(df int) float64 {
	if t, ok := curveCriticals.Load(df); ok {
		return t.(float64)
	}
	t := studentsT(df).Quantile(1 - curveLevel)
	curveCriticals.Store(df, t)
	return t
}
