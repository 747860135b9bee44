package regress

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

// Criterion is what subsets of drivers are ranked by; less is better.
type Criterion string

// The criteria.
const (
	ByPRESS Criterion = "press" // leave-one-out squared error
	ByAICc  Criterion = "aicc"
	ByBIC   Criterion = "bic"
)

// Criteria lists the criteria.
var Criteria = []Criterion{ByPRESS, ByAICc, ByBIC}

// MaxCandidates is how many candidates a search takes: the subsets double with
// each.
const MaxCandidates = 15

// Subset is a choice among the candidates and how the model with it does; the
// figures are those of [Fit].
type Subset struct {
	Columns []int // positions among the candidates, ascending
	PRESS   float64
	AICc    float64
	BIC     float64
	AdjR2   float64
}

func (s *Subset) value(by Criterion) float64 {
	switch by {
	case ByAICc:
		return s.AICc
	case ByBIC:
		return s.BIC
	}
	return s.PRESS
}

// BestSubsets fits every response on the intercept, the forced columns and
// each subset of the candidates by (weighted) least squares, and returns for
// each response the best subsets by a criterion, at most keep, the best first;
// of equals the one with fewer columns. No subset has more candidates than
// most. Subsets whose columns are dependent, or that leave no degree of freedom
// for a leave-one-out fit, are passed over.
//
// The subsets are gone through as a tree in which each adds one column to that
// above it, so that a subset costs one orthogonalisation and a step for each
// response, not a fit of its own; those with more than most candidates cost
// nothing, for the tree ends there. It panics for shapes that cannot be and for
// more than [MaxCandidates].
func BestSubsets(ctx context.Context, forced, candidates [][]float64, weights []float64, responses [][]float64, by Criterion, most, keep int) ([][]Subset, error) {
	if len(candidates) > MaxCandidates {
		panic(fmt.Sprintf("regress: %d candidates, more than %d", len(candidates), MaxCandidates))
	}
	if len(responses) == 0 {
		return nil, nil
	}
	n := len(responses[0])
	s := &subsetSearch{ctx: ctx, n: n, by: by, most: most, keep: keep, best: make([][]Subset, len(responses))}
	s.root = make([]float64, n)
	for i := range s.root {
		s.root[i] = 1
		if weights != nil {
			s.root[i] = math.Sqrt(weights[i])
			s.logWeights += math.Log(weights[i])
		}
	}
	s.columns = make([][]float64, len(candidates))
	for k, c := range candidates {
		s.columns[k] = s.weighted(c)
	}
	level := subsetLevel{leverage: make([]float64, n)}
	for _, y := range responses {
		level.residuals = append(level.residuals, s.weighted(y))
	}
	ones := slices.Repeat([]float64{1}, n)
	for k, c := range append([][]float64{ones}, forced...) {
		next, independent := s.add(level, s.weighted(c))
		if !independent {
			if k == 0 {
				panic("regress: no rows")
			}
			return nil, &RankError{Column: fmt.Sprintf("forced column %d", k)}
		}
		level = next
		if k == 0 {
			for _, e := range level.residuals {
				s.total = append(s.total, dot(e, e))
			}
		}
	}
	if err := s.visit(level, nil, 0); err != nil {
		return nil, err
	}
	return s.best, nil
}

// subsetSearch is a search under way.
type subsetSearch struct {
	ctx        context.Context
	n          int
	by         Criterion
	most       int // candidates in a subset
	keep       int
	root       []float64 // √weights
	logWeights float64
	columns    [][]float64 // the candidates, weighted
	total      []float64   // sum of squares around the mean, by response
	best       [][]Subset
	visited    int
}

// subsetLevel is a subset's orthonormal basis and what is left of the
// responses.
type subsetLevel struct {
	basis     [][]float64
	leverage  []float64
	residuals [][]float64
}

func (s *subsetSearch) weighted(c []float64) []float64 {
	if len(c) != s.n {
		panic(fmt.Sprintf("regress: a column of %d rows, not %d", len(c), s.n))
	}
	w := make([]float64, s.n)
	for i, v := range c {
		w[i] = v * s.root[i]
	}
	return w
}

// add adds a column to a level. It reports false where the column is
// dependent on the basis.
func (s *subsetSearch) add(level subsetLevel, column []float64) (subsetLevel, bool) {
	q := slices.Clone(column)
	size := norm2(q)
	for range 2 { // once more for what rounding left
		for _, b := range level.basis {
			addScaled(q, -dot(b, q), b)
		}
	}
	norm := norm2(q)
	if !(norm > 1e-10*size) {
		return level, false
	}
	next := subsetLevel{
		basis:    append(level.basis[:len(level.basis):len(level.basis)], q),
		leverage: slices.Clone(level.leverage),
	}
	for i := range q {
		q[i] /= norm
		next.leverage[i] += q[i] * q[i]
	}
	for _, e := range level.residuals {
		e = slices.Clone(e)
		addScaled(e, -dot(q, e), q)
		next.residuals = append(next.residuals, e)
	}
	return next, true
}

// visit judges a subset and all that add later columns to it.
func (s *subsetSearch) visit(level subsetLevel, chosen []int, from int) error {
	if s.visited++; s.visited%64 == 0 && s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	if s.n-len(level.basis) < 2 {
		return nil
	}
	for r, e := range level.residuals {
		s.judge(r, e, level, chosen)
	}
	if len(chosen) >= s.most {
		return nil
	}
	for k := from; k < len(s.columns); k++ {
		if next, independent := s.add(level, s.columns[k]); independent {
			if err := s.visit(next, append(chosen[:len(chosen):len(chosen)], k), k+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// judge finds a subset's figures for a response and keeps it among the best.
func (s *subsetSearch) judge(r int, e []float64, level subsetLevel, chosen []int) {
	n, p := float64(s.n), float64(len(level.basis))
	rss, press := 0.0, 0.0
	for i, v := range e {
		rss += v * v
		if rest := 1 - level.leverage[i]; rest > 1e-10 {
			press += (v / rest) * (v / rest)
		}
	}
	logLikelihood := 0.5 * (s.logWeights - n*(math.Log(2*math.Pi)+1+math.Log(rss/n)))
	k := p + 1
	subset := Subset{
		Columns: chosen,
		PRESS:   press,
		AICc:    2*k - 2*logLikelihood + 2*k*(k+1)/(n-k-1),
		BIC:     k*math.Log(n) - 2*logLikelihood,
		AdjR2:   1 - (rss/(n-p))/(s.total[r]/(n-1)),
	}
	if n-k-1 <= 0 {
		subset.AICc = math.Inf(1)
	}
	order := func(a, b Subset) int {
		return cmp.Or(cmp.Compare(a.value(s.by), b.value(s.by)), len(a.Columns)-len(b.Columns), slices.Compare(a.Columns, b.Columns))
	}
	best := s.best[r]
	if len(best) == s.keep && order(subset, best[len(best)-1]) >= 0 {
		return
	}
	at, _ := slices.BinarySearchFunc(best, subset, order)
	best = slices.Insert(best, at, subset)
	s.best[r] = best[:min(len(best), s.keep)]
}
